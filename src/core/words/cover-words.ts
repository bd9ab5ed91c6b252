import type { Words } from './words.js';

/** All about finding cover. `{when}` is a span with its day. */
export const coverWords = {
  'cover.span': '{from}–{to}',
  'cover.when-today': '{span} today',
  'cover.when': '{span} on {day}',
  'cover.today': 'today',
  'cover.on-day': 'on {day}',
  'cover.day': '{weekday} {day} {month}',

  'cover.asked': "{name} can't do {when}.",
  'cover.taken': '{taker} takes {when} for {name}.',
  'cover.taken-for-you': '{taker} takes {when} for you.',
  'cover.taken-by-you': 'You take {when} for {name}.',
  'cover.undone': '{by} undid this at {time}.',
  'cover.undone-again': '{by} undid this at {time}. Everyone is asked again.',
  'cover.told-undone': "{by} undid it: you don't have {when} any more.",
  'cover.told-undone-again': "{by} can't do {when} after all. Everyone is asked again.",
  'cover.told-undone-yours': "{by} can't do {when} after all.",
  'cover.withdrawn': '{name} does {when} after all.',
  'cover.everyone': "Everyone is asked now: {name} can't do {when}.",
  'cover.waits': '{asked} alone is asked to take {when}.',
  'cover.waits-for': "{asked} alone is asked to take {name}'s {when}.",
  'cover.not-asked':
    "Slack doesn't let me write to {asked}, so nobody is asked to take {when}. Your Home has Ask everyone.",
  'cover.past': "Nobody took {name}'s {when}.",

  'button.find-cover': 'Find cover',
  'button.take-cover': "I'll take it",
  'button.never-mind': 'Never mind',

  'find.title': 'Find cover',
  'find.ask': 'Ask',
  'find.shift': 'Which shift?',
  'find.pick': 'Choose a shift',
  'find.yours': 'Yours',
  'find.from': 'Only from',
  'find.to': 'Only until',
  'find.time': 'The whole shift',
  'find.whom': 'Whom to ask?',
  'find.everyone': 'Ask everyone',
  'find.nothing': 'Nobody is on the rota in the next two weeks.',
  'find.one-asked-title': 'Asked',
  'find.one-asked':
    '{name} is asked alone, in a private message. You hear of it as soon as it is taken; until then your Home has Ask everyone and Never mind.',

  'refused.not-their-shift': "{span} isn't {name}'s shift {day}. {name}'s is {theirs}.",
  'refused.no-shift': '{name} has no shift {day}.',
  'refused.cover-taken': '{name} has already taken it.',
  'refused.cover-over': "This isn't asked any more.",
  'refused.cover-own': 'Somebody else has to take it.',
  'refused.cover-asked': 'This is asked already.',
  'refused.cover-not-yours': 'Only {names} can do that.',
} as const satisfies Words;
