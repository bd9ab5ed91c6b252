import type { Words } from './words.js';

/** What is left of what was purged, and how a lead keeps something longer. */
export const keepingWords = {
  'kept.question': 'A question',
  'kept.praise': 'A thank-you',
  'kept.complaint': 'A complaint',
  'kept.other': 'A post',
  'kept.follow': 'A new follower',
  'kept.hello': 'A hello to everybody new',
  'kept.answered': '{name} answered',
  'kept.answered-elsewhere': 'answered in the {network} app',
  'kept.dismissed': '{name} closed it: no reply needed',
  'kept.dismissed-by-desk': 'no reply needed',
  'kept.muted': 'muted',
  'kept.greeted': 'greeted by our hello',
  'kept.expired': 'folded away',
  'kept.withdrawn': 'removed on {network}',
  'kept.view-reply': 'View reply',
  'kept.somebody': 'Somebody',
  'kept.somebody-within': 'somebody',
  'kept.title': 'No longer kept',
  'kept.said': 'What was written here is no longer kept. {network} has it, unless it was removed there.',
  'kept.said-removed': 'What was written here was removed on {network}. It is no longer kept.',
  'kept.quoted': 'What this showed was removed on {network}. Close it, and open it again.',
  'kept.may-quote': '{first} removed a post. What colleagues wrote here before may quote it.',
  'kept.post': 'no longer kept',
  'kept.private': 'What this message said is no longer kept.',
  'kept.screen': 'What was shown here may not be kept any more. Close it, and open it again.',
  'forget.title': 'Forget somebody',
  'forget.erase.one': 'Erase what we have of @{handle} (1 conversation) and never greet them?',
  'forget.erase.other': 'Erase what we have of @{handle} ({count} conversations) and never greet them?',
  'forget.unknown':
    "We know nobody called @{handle} now. {network} says who that is for {price}. Then they're never greeted, and what we have of them under an earlier name is erased.",
  'forget.unknown-free':
    "We know nobody called @{handle} now. {network} says who that is. Then they're never greeted, and what we have of them under an earlier name is erased.",
  'forget.means':
    'Nobody can take this back. It goes here and in Slack within the hour, and windows that colleagues have open close. If they ask something later, they get an answer, and are forgotten again.',
  'forget.stays': 'What colleagues wrote in threads stays, and so do our answers on {network}.',
  'forget.submit': 'Erase',
  'forget.done': 'It is being erased. Within the hour nothing of it is here or in Slack.',
  'forget.whom': "Say who asked to be forgotten: /greet forget @name, as they're called on {network}.",
  'forget.nobody': "{network} doesn't know anybody of that name. Look how they write it.",
  'forget.not-asked': "{network} didn't say who that is. Try again in a minute.",
  'forget.no-key':
    'Nobody can be forgotten yet: whoever runs the desk sets FORGET_KEY in its .env file, and starts it again.',
  'help.forget': '/greet forget {handle} erases what we have of somebody who asks for that ({lead})',
  'kept.erased': 'Erased.',
  'kept.home': 'Nobody looked here for some days. Open Home again to see what waits.',
  'kept.stuck':
    "Slack lets me neither change nor delete my message of {time}. Delete it by hand: what it says shouldn't be kept any more.",

  'button.hold': 'Keep until…',
  'button.end-hold': 'End keeping',
  'button.end': 'End',
  'hold.title': 'Keep until…',
  'hold.submit': 'Keep',
  'hold.said': 'What is said here then stays until that day, also when it is closed. Home lists it.',
  'hold.how-long': 'For how long?',
  'hold.days.one': '1 day, until {date}',
  'hold.days.other': '{count} days, until {date}',
  'hold.reason': 'Why? Colleagues who run the desk read it on Home.',
  'hold.mark': "{name} keeps this until {date}: '{reason}'",
  'home.holds': 'Kept longer than usual:',
  'home.muted-unnamed': 'Somebody is muted until {date} · {name}',

  'waiting.modal-title': 'What waits',
  'card.first-in-year': 'first time in a year',
  'history.hold': '{name} said: keep this longer',
  'history.end-hold': '{name} ended keeping this longer',

  'refused.purged': 'What was written here is no longer kept. View it on {network}.',
  'refused.not-there-again':
    "The post isn't on {network} any more, and it is no longer kept. There is nothing to reopen.",
  'refused.not-read-again':
    "This is no longer kept, and {network} didn't show it again just now. Press Reopen once more in a minute.",
  'refused.no-reason': 'Say why it should be kept.',
} as const satisfies Words;
