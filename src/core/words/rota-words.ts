import type { Words } from './words.js';

/** The rota: what is wrong with it, what its calendar does, and finding cover. `{when}` is a span with its day. */
export const rotaWords = {
  'rota.head': 'Something about this desk wants a look:',
  'rota.more.one': 'and 1 thing more. `greeting-desk doctor` names all.',
  'rota.more.other': 'and {count} things more. `greeting-desk doctor` names all.',
  'rota.feed-down':
    "I can't read the rota at {where} since {time}: {why}. The last copy holds until it is back.",
  'rota.feed-never': "I can't read the rota at {where}: {why}. Until I can, nobody is on shift.",
  'rota.feed-was':
    "I couldn't read the rota at {where} from {from} until {until}: {why}. The last copy held.",
  'rota.feed-back': "The rota at {where} is read again. I couldn't from {from} until {until}.",
  'rota.day': '{weekday} {day} {month}',
  'rota.on': 'on {day} {hours}',
  'rota.from': 'from {from} to {to}',
  'rota.gap': 'nobody {hours}',
  'rota.closed': 'closed',
  'rota.closed-for': 'closed: {name}',
  'rota.untitled': 'without a title',

  'finding.gap': 'Nobody is on shift {when}, while the library answers.',
  'finding.twice': '{name} is on shift twice {when}.',
  'finding.no-staff': 'The shift {when} names {who}, who is not on the staff.',
  'finding.closed': 'The shift of {names} {when} falls on closed days ({closure}).',
  'finding.standard':
    '{topic} that comes {when} wants an answer by {time}, and nobody is on shift before that.',
  'finding.standard-question': 'A question',
  'finding.standard-praise': 'A thank-you',
  'finding.standard-complaint': 'A complaint',
  'finding.standard-other': 'A post',
  'finding.cover': '{by} covers {of} {when}, but {of} is not on shift then.',
  'finding.unknown': "Slack doesn't know {id}, which desk.yaml has for {name}.",
  'finding.deactivated': "{name}'s account in Slack is deactivated.",
  'finding.guest': '{name} is a guest in Slack, and guests do not answer for the library.',
  'finding.outside': '{name} is not in #{channel}.',
  'finding.fallback':
    '{name} does not answer any more and stands under fallback: in desk.yaml. When nobody is on shift, {lead} is asked instead.',
  'finding.feed-name': "The rota's calendar names {name} ({event}, {time}), who is not on the staff.",
  'finding.feed-zone':
    "The rota's calendar has '{event}' in the time zone '{zone}', which nobody knows. It is left out.",
  'finding.feed-event': "The rota's calendar has '{event}', and {detail}. It is left out.",

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
