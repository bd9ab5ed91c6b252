import type { Words } from './words.js';

/** What stands in modals and on the App Home. */
export const screenWords = {
  'opening.hello': 'Hello',
  'practice.mark': 'Practice: nobody on the real {network} sees this.',
  'practice.in-text': 'Practice:',

  'editor.title': 'Answer {first}',
  'editor.greet-title': 'Greet {first}',
  'editor.hello-title': 'Say hello to all',
  'editor.check-title': "Check {name}'s answer",
  'editor.send': 'Send',
  'editor.ask': 'Ask for a check',
  'editor.keep': 'Keep draft',
  'editor.label': 'Your answer',
  'editor.other-starters': 'Other starters',
  'editor.hello-example': "New here? Tell us the last book you couldn't put down.",
  'editor.hint':
    'Public. ^{signature} is added. {most} characters in all. You can undo for {seconds} seconds.',
  'editor.hint-unsigned': 'Public. {most} characters in all. You can undo for {seconds} seconds.',
  'editor.sign-by-hand': 'End with your own signature, such as ^{example}.',
  'editor.hand-hint':
    'Public. {most} characters in all. {network} takes this from a person only: Send shows the link that opens it there.',
  'editor.trainee-hint': 'A colleague checks first.',
  'editor.room': '{most} characters in all: {count} left.',
  'editor.room-bytes': '{most} bytes in all: {count} left. An emoji has many.',
  'editor.bytes': '{network} takes {most} bytes as well, and an emoji or a letter of some scripts has many.',
  'look-over.words': 'These words were looked over:',
  'look-over.nothing': 'Nothing to change was found.',
  'editor.earlier': 'Before:',
  'editor.scarce':
    "{left} of this month's {network} budget of {budget} is left. This costs {price}, with a web link {link}.",
  'editor.scarce-together':
    "{left} of this month's {network} budget of {budget} for all desks together is left. This costs {price}, with a web link {link}.",
  'editor.kept': '{name} wrote at {time}: ',
  'editor.finish-in-x':
    "{network} won't take this from us, because {first} didn't mention us. Finish in {network}; your words are ready. {network} must show @{account} at the top.",

  'private.ends-with': 'Every private answer ends with this line:',
  'private.hint':
    'Private. ^{signature} and the last line are added. {most} characters in all. You can undo for {seconds} seconds.',
  'private.hint-unsigned':
    'Private. The last line is added. {most} characters in all. You can undo for {seconds} seconds.',
  'private.in-public': 'Answer in public in {network}',
  'private.in-public-hint': 'It opens a new post to {first}. No personal details: everybody reads it.',

  'draft.title': 'Draft for {first}',
  'draft.all-title': 'All about {first}',
  'draft.close': 'Close',
  'draft.hello-title': 'Hello to all',
  'draft.nothing': 'Nothing is written yet.',
  'draft.nobody': 'Nobody is answering this now.',

  'note.title': 'Answer {first}',
  'note.plain-title': 'Greeting Desk',

  'going.title': 'On its way',
  'going.at': 'Going out at {time}.',
  'going.now': 'Going out now.',
  'going.close': 'Done',

  'outcome.sent-title': 'Sent',
  'outcome.sent': '✅ Sent at {time}',
  'outcome.seen': '✅ Seen on {network} at {time}',
  'outcome.looking-title': 'Looking on {network}',
  'outcome.unsure':
    "🔎 We don't know yet whether {network} took this. Looking until {time}. Please don't send it again.",
  'outcome.not-sent-title': 'Not sent',
  'outcome.undone': 'Undone. Nothing was sent; your words are a draft.',
  'outcome.undone-by': '{name} undid this at {time}. Nothing was sent; your words are a draft.',
  'outcome.undone-theirs': 'Undone. Nothing was sent; {name} has the words as a draft.',

  'asked.title': 'Waiting for a check',
  'asked.said-by': '{name} or another colleague checks this first. It goes out when they press Send.',
  'asked.said': 'A colleague checks this first. It goes out when they press Send.',

  'warning.title': 'Before you send',
  'warning.send-anyway': 'Send anyway',
  'warning.back': 'Change the words',

  'more.title': 'More about {first}',

  'pass.title': 'Pass on',
  'pass.submit': 'Pass on',
  'pass.close': 'Cancel',
  'pass.to': 'To whom?',
  'pass.pick': 'Choose a colleague',
  'pass.note': 'A note for them',
  'pass.nobody': 'There is no other colleague on the rota.',

  'send-back.title': 'Send back',
  'send-back.submit': 'Send back',
  'send-back.note': 'What should {name} change?',

  'flag.title': "Don't answer yet",
  'flag.submit': 'Flag',
  'flag.said': '{lead} is asked to look. Nobody answers until the flag is lifted.',
  'flag.nobody': 'Nobody answers until a lead lifts the flag.',
  'flag.note': 'What is it about? {lead} reads it, and so do your colleagues.',

  'snooze.title': 'Not now',
  'snooze.said': 'When shall this come back?',
  'snooze.30': 'In 30 minutes',
  'snooze.60': 'In 1 hour',
  'snooze.180': 'In 3 hours',
  'snooze.opening': 'When we open: {time}',
  'snooze.done': 'This comes back at {time}.',

  'finish.title': 'Finish in {network}',
  'finish.said':
    'These exact words open in {network}. {network} must show @{account} at the top. If not, switch account first.',
  'finish.too-long': 'They are too long for a link: copy them, then open {network}.',
  'finish.nothing':
    'Nothing is written yet. {network} opens with an empty reply, and {network} must show @{account} at the top.',

  'look.title': 'Is it there?',
  'look.said': '{name} has this. Look at our posts on {network} first; then say what you saw.',
  'look.there-title': 'It is on our timeline?',
  'look.there-text': 'You looked at our posts on {network} and saw the answer. Then this is done.',
  'look.not-there-title': 'It is not on our timeline?',
  'look.not-there-text':
    'You looked at our posts on {network} and the answer is not there. It can then be sent again.',
  'look.yes': 'Yes, I looked',
  'look.no': 'Not yet',

  'delete.title': 'Delete from {network}',
  'delete.said': 'This removes the answer from {network}. Its words stay here as a draft.',
  'delete.confirm-title': 'Delete it from {network}?',
  'delete.confirm-text':
    'This removes it from {network} for everybody. Whoever has read it has read it. This cannot be undone.',
  'delete.yes': 'Delete',
  'delete.no': 'Keep it',

  'people.followers-title': 'New followers',
  'people.replies-title': 'One conversation',
  'people.page': '{from} to {to} of {count}',
  'people.nobody': 'Nobody is here any more.',

  'mute.done': 'This conversation is muted. What comes later in it closes by itself.',

  'mute-person.title': 'Mute {first} for 30 days?',
  'mute-person.text':
    'What {first} writes then closes by itself, and nobody is told. Posts with urgent words still arrive. Home has Unmute.',
  'mute-person.yes': 'Mute',
  'mute-person.no': 'Cancel',
  'mute-person.done':
    '{first} is muted until {date}. Posts with urgent words still arrive. Unmute is on Home.',

  'starter.title': 'Save as starter',
  'starter.submit': 'Save',
  'starter.name': 'Its name under Other starters',
  'starter.words': 'The words to begin with',
  'starter.hint': '{first} stands for the first name of whoever is answered.',
  'starter.saved': 'Saved before, for everybody:',
  'starter.line': '{label} · {name} on {date}',
  'starter.remove': 'Remove',
  'starter.remove-title': 'Remove this starter?',
  'starter.remove-text': "'{label}' goes for everybody. Answers that began with it stay.",
  'starter.kept': "'{label}' stands under Other starters now, for everybody.",

  'history.title': 'History',
  'history.line': '{time} {what}',
  'history.nothing': 'Nothing was done with this yet.',

  'start.failed': "{network} couldn't be asked who @{handle} is. Try again in a minute.",
  'start.budget':
    "This month's {network} budget is used up: nobody can be looked up by name. What people wrote stands in the channel. Ask {lead}.",
  'start.budget-together':
    "This month's {network} budget of all desks together is used up: nobody can be looked up by name. What people wrote stands in the channel. Ask {lead}.",
  'start.looking': 'Looking for @{handle} on {network}…',

  'home.on-shift': 'On shift until {time}',
  'home.waiting': 'Waiting',
  'home.to-check': 'To check',
  'home.in-private': 'Private messages to @{account}',
  'home.encrypted': 'Encrypted messages: look in {network}. They never arrive here.',
  'home.drafts': 'Your drafts',
  'home.muted-person': '@{handle} is muted until {date} · {name}',
  'home.paused': "{name} paused sending at {time}: '{reason}'. Your drafts are kept.",

  'greet.title': 'Greet {first}',
  'greet.close': 'Close',
  'greet.reading': 'Reading what {first} posted lately…',
  'greet.pick':
    'Pick a post. {network} opens with your reply begun; {network} must show @{account} at the top. If not, switch account first.',
  'greet.pick-here': 'Pick a post to answer.',
  'greet.nothing': "{first} hasn't posted lately. Nothing to answer.",
  'greet.protected': "{first}'s posts are protected. Nothing to answer.",
  'greet.we-follow': 'We follow {first}.',
  'greet.follow-back': 'Follow {first} back in {network}',
  'greet.follow-back-here': 'Follow {first} back',
  'greet.followed-back': '{name} followed {first} back at {time}.',
  'greet.follow-reason': 'Then {first} can send us questions in private.',
  'greet.scarce':
    "{left} of this month's {network} budget of {budget} is left. Reading these posts cost {price}.",
  'greet.scarce-together':
    "{left} of this month's {network} budget of {budget} for all desks together is left. Reading these posts cost {price}.",
  'greet.closed': '{first} lets only some people reply to this.',
  'greet.failed': "{network} couldn't be read just now. Try again in a minute.",
} as const satisfies Words;
