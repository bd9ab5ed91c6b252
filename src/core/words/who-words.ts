import type { Words } from './words.js';

/** Who somebody is and what was said to each other, before anybody writes to them. */
export const whoWords = {
  'who.title': 'About {first}',
  'who.follows-us': 'follows us',
  'who.we-follow': 'we follow them',
  'who.as-of': '{what} · as of {time}',
  'who.said': 'What we said to each other',
  'who.wrote': '{time} {name} wrote',
  'who.answered': '{time} {name} answered',
  'who.followed': '{time} {name} followed us',
  'who.kept': 'From what the desk keeps. Nothing was read from {network} for this.',
  'who.unknown':
    'The desk has nothing from anybody called @{handle}. {network} can say who that is, and whether they follow us.',
  'who.look': 'Look on {network}',
  'who.look-for': 'Look on {network} · {price}',
} as const satisfies Words;
