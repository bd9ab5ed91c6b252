import type { Words } from './words.js';

/** Why something can't be done, what became of an answer, what to do next, and what a colleague would say of words before they go out. */
export const refusalWords = {
  'notice.lapsed': "{network} couldn't take this by {time}. Still true? Press Send again.",
  'notice.waiting':
    '{network} asks us to wait until {time}. It goes out then; after {last} it comes back to {name}. Undo stops it.',
  'notice.paused': "{name} paused sending at {time}: '{reason}'. The words are kept.",
  'notice.removed': '{first} removed a post at {time}. Read what is left, then press Send.',
  'notice.changed': '{first} changed the post at {time}. Read it again, then press Send.',
  'rejected.not-summoned':
    "{network} won't take this from us, because {first} didn't mention us. Press Open to finish it in {network}; the words are ready.",
  'rejected.duplicate': "{network} won't take the same words twice. Change them, then press Send.",
  'rejected.gone': "The post isn't on {network} any more. There is nothing to answer.",
  'rejected.too-long': '{network} finds this too long. Shorten it, then press Send.',
  'rejected.sign-in': "{network} doesn't let us in. The words are kept; {lead} has to look at our sign-in.",
  'rejected.not-permitted':
    "{network} doesn't let our app do this. The words are kept; {lead} has to give it the right to read and write.",
  'rejected.budget': "This month's {network} budget is used up. The words are kept. Ask {lead}.",
  'rejected.budget-together':
    "This month's {network} budget of all desks together is used up. The words are kept. Ask {lead}.",
  'rejected.private-closed':
    "{first} doesn't take messages from us. Answer in public, without personal details. The words are kept.",
  'rejected.closed':
    '{first} lets only some people reply to this post, and we are not among them. The words are kept.',
  'rejected.limit':
    '{network} asks us to wait too long for this answer. The words are kept. Press Send again later.',
  'rejected.other': '{network} said no: {detail}. The words are kept.',
  'rejected.no-detail': 'it gave no reason',

  'refused.taken': '{name} took this at {time}. Press Open to see the draft.',
  'refused.lost':
    '{name} took this over at {time}. Nothing was sent; your words are in the draft that {name} sees.',
  'refused.not-yours': '{name} has this. Take it over first.',
  'refused.nobody-answers': 'This is open, and nobody has it. Take it first, then go on.',
  'refused.answered': '{name} answered this at {time}.',
  'refused.answered-link': '{name} answered this at {time}. View it on {network}: {link}',
  'refused.elsewhere': 'Someone answered in the {network} app at {time}.',
  'refused.elsewhere-link': 'Someone answered in the {network} app at {time}. View it on {network}: {link}',
  'refused.closed': '{name} closed this: no reply needed. Press Reopen first.',
  'refused.closed-by-desk': 'This is closed. Press Reopen first.',
  'refused.expired': 'This was folded away. Press Reopen first.',
  'refused.removed': 'The post was removed. There is nothing to answer.',
  'refused.stopped':
    '{first} wants no messages from us. Nothing can be sent here until {first} writes again.',
  'refused.not-in-private':
    "{first} hasn't written to us in private, so we can't write there first. Ask {first} in public to write to us.",
  'refused.changed': '{first} changed the post at {time}. Read it again, then press Send.',
  'refused.wrote-again': '{first} wrote again at {time}. Read it, then press Send.',
  'refused.in-review': "{name}'s answer waits for a colleague's check.",
  'refused.checked-by': "{reviewer} is checking {name}'s answer.",
  'refused.own-check': 'Someone else has to check your words.',
  'refused.flagged': "Don't answer yet: {name} is looking.",
  'refused.lead-only': 'Only {lead} can do that.',
  'refused.not-deleter': 'Only {names} can delete this from {network}.',
  'refused.paused': "{name} paused sending at {time}: '{reason}'. Your draft is kept.",
  'refused.budget':
    "This month's {network} budget is used up. Your words are kept. Finish in {network}, or ask {lead}.",
  'refused.budget-together':
    "This month's {network} budget of all desks together is used up. Your words are kept. Finish in {network}, or ask {lead}.",
  'refused.stranger': "@{handle} hasn't written to us or followed us, so writing first would be unsolicited.",
  'refused.going': "{name}'s answer goes out at {time}. Until then, Undo stops it.",
  'refused.checking':
    "We don't know yet whether {network} took {name}'s answer. We are looking. Please don't send it again.",
  'refused.finishing': '{name} is finishing this in {network} · since {time}.',
  'refused.finishing-until': '{name} opened {network} at {time} and may be posting. Try again at {until}.',
  'refused.too-late': 'It went out at {time}. To remove it: ··· → Delete from {network}.',
  'refused.second-reply':
    'We have answered this once. Wait until there is something new, or add more in {network}.',
  'refused.no-post': 'Pick a post to answer first.',
  'refused.not-staff': 'Only members of {channel} answer for the library. Ask {lead} to add you.',
  'refused.not-staff-channel': "the desk's channel",
  'refused.not-staff-list': 'Only colleagues on the rota answer for the library. Ask {lead} to add you.',
  'refused.guest': "Guests can't answer for the library.",
  'refused.trainee': 'A colleague checks first. Press Ask for a check.',
  'refused.trainee-greets':
    'A greeting is posted in {network}, where no colleague checks it first. Pass this one to somebody.',
  'refused.trainee-check': 'Words are checked by somebody who is not in training. Ask {lead}.',
  'refused.shared-check':
    'Several people use this login, so nobody could say who checked. Check it from your own.',
  'refused.no-hand-off': 'Answers on {network} are written and sent from here. Press Open, then Send.',
  'refused.takes-no-reply':
    '{first} lets only some people reply to this post, and we are not among them. Ask a colleague whom {first} follows, or press No reply needed.',
  'refused.not-followed':
    "{network} didn't take that just now. Press it again in a minute: nobody is followed twice.",
  'refused.not-colleague': "{name} doesn't answer for the library now. Choose somebody else.",
  'refused.no-sign-in': 'This is posted in {network} by someone signed in as @{account}. Pass it to {names}?',
  'refused.long-note.one':
    'This note is 1 character too long. It stands above every answer: say it in a sentence.',
  'refused.long-note.other':
    'This note is {over} characters too long. It stands above every answer: say it in a sentence.',
  'refused.many-notes.other': '{count} notes stand already. Take one down first: /greet note',
  'refused.enough-greetings':
    'We have greeted as many people today as we want to ({count}). Greet again tomorrow.',
  'refused.same-starter': "There is a starter '{label}' already. Choose another name, or remove that one.",
  'refused.many-starters.other': 'There are {count} saved starters. Remove one first.',
  'refused.empty-starter': 'Give it a name and words.',
  'refused.desk-only': 'The desk does that by itself.',
  'refused.gone': 'This is gone. Nothing was sent.',

  'told.taken-over': '{name} took over your answer to {first} at {time}. Your draft is kept there.',
  'told.changed': '{first} changed the post you are answering, at {time}. Read it again, then press Send.',
  'told.removed': '{first} removed a post you are answering, at {time}. Nothing was sent.',
  'told.no-answers':
    '{network} takes no answers from @{account} ({detail}). Until that is put right with {network}, nothing goes out. Drafts are kept.',
  'told.came-back': 'Not sent: {what}. {why}',
  'told.not-seen': "Not on our timeline: {what}. Look there once. Please don't send it again.",
  'told.check-asked': '{what} is ready for a check.',
  'told.check-alone': 'Nobody on shift can check {what}.',
  'told.passed': '{name} passed this on to you: {about}',
  'told.passed-note': "{name} passed this on to you: '{note}' · {about}",
  'told.flagged-note': "{name} asks you to look at {about}: '{note}' Nobody answers until you press Lift.",
  'told.done': 'Done: {outcome}',
  'told.rest-questions.one': '1 more question waits.',
  'told.rest-questions.other': '{count} more questions wait.',
  'told.rest-posts.one': '1 more post waits.',
  'told.rest-posts.other': '{count} more posts wait.',
  'told.not-permitted':
    "{network} doesn't let our app post as @{account}. Until that is repaired nothing goes out. Drafts are kept.",
  'told.not-permitted-cure':
    "In {network}'s developer console, set user authentication settings to read and write; then make the access keys anew: those made before keep their old rights.",
  'told.flagged': '{name} asks you to look at {about}. Nobody answers until you press Lift.',
  'told.sent-back': "{name} sent {what} back: '{note}'",
  'told.sent-back-bare': '{name} sent {what} back.',
  'told.your-answer': 'your answer to {first}',
  'told.your-hello': 'your hello to everybody new',
  'told.greeting-seen': 'Your greeting to {first} is on {network}. For next time: {found}',
  'told.not-saved': "I couldn't save that. Nothing was sent; copy your words and try again in a minute.",
  'told.not-served': 'This belongs to a desk that is not set up any more. Nothing was sent; copy your words.',
  'told.slow': "That didn't work just now. Nothing was sent; try again in a minute.",

  'check.empty': 'Write something first.',
  'check.hello-names': 'A hello names nobody: it is for everybody new. Take @{found} out.',
  'check.nothing-added': "Add your own words after '{opening}'.",
  'check.too-long.one': '1 character too long.',
  'check.too-long.other': '{count} characters too long.',
  'check.too-long-bytes.one': '1 byte too long: {network} takes {most}, and an emoji has many.',
  'check.too-long-bytes.other': '{count} bytes too long: {network} takes {most}, and an emoji has many.',
  'check.personal-phone': "{found} isn't one of our numbers. Take it out or answer privately.",
  'check.personal-number': "{found} looks like a reader's number. Take it out or answer privately.",
  'check.personal-email': "{found} isn't one of our addresses. Take it out or answer privately.",
  'check.personal-about':
    "'{found}' tells others what somebody borrows or owes. Take it out or answer privately.",
  'check.blocked': "'{found}' is on the library's list. Choose another word.",
  'check.accidental-link': "'{found}' becomes a web link. Add a space after the full stop.",
  'check.accidental-link-price':
    "'{found}' becomes a web link and costs {price}. Add a space after the full stop.",
  'check.link': "'{found}' is a web link: with it this costs {price}.",
  'check.other-name': 'This greets {found}. It goes to {name}.',
  'check.near-copy': 'We said this to someone on {date}.',
  'check.thanks-for-following':
    '"Thanks for following" reads like a machine. Say something about what {first} posts instead.',
  'check.thanks-in-hello': '"Thanks for following" reads like a machine. Ask everybody something instead.',
  'check.others': '@{found} is notified of this, too. {network} may refuse it.',
  'check.others-notified': '@{found} is notified of this, too.',
  'check.signature': "{found} isn't the signature of whoever wrote this. {own} is added by itself.",
  'check.unsigned': '{found} looks like a signature. This goes out without one.',
  'check.sign-by-hand':
    'Several people write from here: end with your own signature, such as ^{example}, so that we know who it was.',
  'check.reading-level.other': 'One sentence has {count} words. Two short ones are easier to read.',
  'check.hashtag': 'Begin each word in #{found} with a capital, so that screen readers can tell them apart.',
  'check.emoji.other': '{count} emoji: screen readers read out each of them.',
  'check.price': 'A web link makes this cost {price}.',

  'day.date': '{day} {month}',
} as const satisfies Words;
