import type { Words } from './words.js';

/** What the desk says of its own rota: what is wrong with it, and what its calendar does. */
export const rotaWords = {
  'rota.head': 'Something about this desk wants a look:',
  'rota.more.one': 'and 1 thing more. `greeting-desk doctor` names all.',
  'rota.more.other': 'and {count} things more. `greeting-desk doctor` names all.',
  'rota.feed-down':
    "I can't read the rota at {where} since {time}: {why}. The last copy holds until it is back.",
  'rota.feed-never': "I can't read the rota at {where}: {why}. Until I can, nobody is on shift.",
  'rota.feed-back': 'The rota at {where} is read again.',
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
  'finding.feed-name': "The rota's calendar names {name} ({event}, {time}), who is not on the staff.",
  'finding.feed-zone':
    "The rota's calendar has '{event}' in the time zone '{zone}', which nobody knows. It is left out.",
  'finding.feed-event': "The rota's calendar has '{event}', and {detail}. It is left out.",
} as const satisfies Words;
