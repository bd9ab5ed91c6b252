import fc from 'fast-check';
import { everyCard } from '../slack/cards.js';
import { handles, hostile } from './strings.js';

/** Where a setting of desk.yaml or of Slack stands. */
export const settings = [
  'staffName',
  'signature',
  'closure',
  'helpDesk',
  'starterLabel',
  'starterOpening',
  'starterId',
  'word',
  'openingWord',
  'wordKey',
  'staffKey',
  'blocked',
  'topicWord',
  'deskId',
] as const;

/** All screens of each case would take five times as long, and find no more in the same time. */
export const parts = 12;

/** One string for each place that somebody else fills: people on X, in Slack, in the calendar, in desk.yaml. */
const places = fc.record({
  /** Which of the cards in all their states. */
  card: fc.nat(everyCard.length - 1),
  post: fc.oneof({ arbitrary: hostile(280), weight: 4 }, { arbitrary: hostile(25_000), weight: 1 }),
  earlier: hostile(280),
  elsewhere: hostile(280),
  quoted: hostile(400),
  /** X takes 50 characters. */
  name: hostile(50),
  handle: handles,
  bio: hostile(160),
  avatar: fc.oneof(fc.constant(''), hostile(600)),
  display: hostile(80),
  detail: hostile(600).map((said) => said || '.'),
  /** Slack's inputs take so much; the editor's is ours. */
  draft: fc.oneof({ arbitrary: hostile(300), weight: 4 }, { arbitrary: hostile(2800), weight: 1 }),
  kept: hostile(2800),
  passNote: hostile(500),
  note: hostile(200),
  command: fc.oneof({ arbitrary: hostile(200), weight: 4 }, { arbitrary: hostile(8000), weight: 1 }),
  /** The form takes none that is blank. */
  label: hostile(30).map((said) => said.trim() || '.'),
  opening: hostile(500),
  /** Names of colleagues, as Slack has them. */
  colleague: hostile(80),
  title: hostile(2000),
  setting: fc.oneof(
    { arbitrary: fc.constant(undefined), weight: 2 },
    { arbitrary: fc.record({ where: fc.constantFrom(...settings), said: hostile(220) }), weight: 1 },
  ),
  /** Which of the screens besides the card are looked at. */
  part: fc.nat(parts - 1),
});

export type Case = typeof places extends fc.Arbitrary<infer Value> ? Value : never;
export const cases: fc.Arbitrary<Case> = places;

/** What was drawn, on one line that a terminal shows as it is. */
export const lineOf = (drawn: unknown): string =>
  JSON.stringify(drawn).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
