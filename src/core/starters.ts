import type { Topic } from './topic.js';

export type StarterId = 'answer' | 'ask-back' | 'thank' | 'apologise' | 'greet';

export interface Starter {
  readonly id: StarterId;
  readonly label: string;
}

export type Words = Readonly<Record<string, string>>;

/** English defaults; `{first}` is the patron's first name. */
export const starterWords: Words = {
  'starter.answer.label': 'Answer',
  'starter.answer.opening': 'Hi {first}, ',
  'starter.ask-back.label': 'Ask back',
  'starter.ask-back.opening': 'Hi {first}, could you tell us ',
  'starter.thank.label': 'Thank',
  'starter.thank.opening': 'Thank you, {first}! ',
  'starter.apologise.label': 'Apologise and ask',
  'starter.apologise.opening': 'Sorry about that, {first}. Could you tell us ',
  'starter.greet.label': 'Greet',
  'starter.greet.opening': 'Hi {first}, ',
};

const startersByTopic: Readonly<Record<Topic, readonly StarterId[]>> = {
  question: ['answer', 'ask-back'],
  praise: ['thank'],
  complaint: ['apologise'],
  other: ['answer'],
};

/** The draft-reply buttons of a card, in their order. `words` overrides the default labels. */
export function startersFor(
  kind: 'mention' | 'follow' | 'hello',
  topic: Topic = 'other',
  words: Words = {},
): Starter[] {
  const ids = kind === 'mention' ? startersByTopic[topic] : kind === 'follow' ? (['greet'] as const) : [];
  return ids.map((id) => ({ id, label: wordFor(id, 'label', words) }));
}

const mentionStarters: readonly StarterId[] = ['answer', 'ask-back', 'thank', 'apologise'];

/** Every starter of an answer to a mention: the card offers those that fit its topic. */
export const allStarters = (words: Words = {}): Starter[] =>
  mentionStarters.map((id) => ({ id, label: wordFor(id, 'label', words) }));

/** Words that begin anew: another opening takes the place of the one that they begin with, and what was added stays. */
export function begunWith(starter: string, said: string, first: string, words: Words = {}): string {
  const openings = openingsFor(first, words);
  // The longest first: one opening may begin another.
  const old = openings.toSorted((a, b) => b.length - a.length).find((one) => said.startsWith(one.trimEnd()));
  return opening(starter, first, words) + said.slice(old?.trimEnd().length ?? 0).trimStart();
}

/** Every opening, filled in for somebody: to none of them nothing may be added. */
export const openingsFor = (first: string, words: Words = {}): readonly string[] =>
  [...mentionStarters, 'greet'].map((id) => opening(id, first, words));

/** The words an answer begins with; "" for a starter that is not known. */
export function opening(starterId: string, firstName: string, words: Words = {}): string {
  return wordFor(starterId, 'opening', words).replaceAll('{first}', () => firstName);
}

function wordFor(starterId: string, part: 'label' | 'opening', words: Words): string {
  const key = `starter.${starterId}.${part}`;
  return words[key] ?? starterWords[key] ?? '';
}

const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u200d|\ufe0f/gu;
const NAME = /^\p{L}[\p{M}'’-]*\p{L}[\p{L}\p{M}'’-]*$/u;
const notNames = new Set(['the', 'an', 'my', 'our', 'mr', 'mrs', 'ms', 'mx', 'miss', 'dr', 'prof', 'sir']);

/** The first word of the display name when it looks like a name, else the handle without its @. */
export function firstName(displayName: string, handle: string): string {
  const first = displayName.replace(EMOJI, ' ').trim().split(/\s+/u)[0] ?? '';
  const isName = NAME.test(first) && !notNames.has(first.toLowerCase());
  return isName ? first : handle.replace(/^@/u, '');
}
