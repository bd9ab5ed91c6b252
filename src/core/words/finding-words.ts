import type { Words } from './words.js';

/** What a colleague would say of somebody's words before they go out. */
export const findingWords = {
  'check.empty': 'Write something first.',
  'check.hello-names': 'A hello names nobody: it is for everybody new. Take @{found} out.',
  'check.nothing-added': "Add your own words after '{opening}'.",
  'check.too-long.one': '1 character too long.',
  'check.too-long.other': '{count} characters too long.',
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
  'check.near-copy': 'We said this to someone on {date}.',
  'check.thanks-for-following':
    '"Thanks for following" reads like a machine. Say something about what {first} posts instead.',
  'check.thanks-in-hello': '"Thanks for following" reads like a machine. Ask everybody something instead.',
  'check.others': '@{found} is notified of this, too. X may refuse it.',
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
