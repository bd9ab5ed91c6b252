import type { OpeningUse } from '../card/answered.js';
import type { SlackUserId } from '../ids.js';
import { firstPhraseIn } from '../post/plain.js';
import { starterWords } from '../words/dictionary.js';
import { say, type Words } from '../words/words.js';

/** What a starter is for: an answer to a post of this topic, or a new follower's post. */
export const starterUses = ['question', 'praise', 'complaint', 'other', 'greeting'] as const;
export type StarterUse = (typeof starterUses)[number];

/** The opening words of an answer, behind a button. */
export interface Starter {
  readonly id: string;
  readonly label: string;
  /** `{first}` is filled with the patron's first name, `{helpDesk}` with the address of the help desk. */
  readonly opening: string;
  readonly for: readonly StarterUse[];
  /** It is offered, and comes first, only where the patron's post says one of these phrases; undefined: anywhere. */
  readonly when?: readonly string[] | undefined;
}

/** A starter that somebody saved in Slack. */
export interface SavedStarter extends Pick<Starter, 'id' | 'label' | 'opening'> {
  readonly by: SlackUserId;
  /** When it was saved (Unix ms). */
  readonly at: number;
}

/** What a desk's starters are made of: the dictionary's, its own, and those that colleagues saved. */
export interface Voice {
  readonly words: Words;
  readonly voice?: { readonly helpDesk: string; readonly starters: readonly Starter[] };
  readonly savedStarters?: readonly SavedStarter[];
}

const usesOfStarter: Readonly<Record<string, readonly StarterUse[]>> = {
  answer: ['question', 'other'],
  'ask-back': ['question'],
  'help-desk': ['question'],
  thank: ['praise'],
  apologise: ['complaint'],
  'ask-about': ['greeting'],
  recommend: ['greeting'],
};

/** On a phone, more starters would leave no room for the card's other buttons. */
const maxUsual = 2;
const maxOnCard = 3;

/**
 * The starters whose buttons a post's card has, in order: those whose phrases the post says, then those for its topic; three
 * at most. All others are in the menu *Other starters*.
 */
export function startersFor(use: StarterUse, postText: string, voice: Voice): readonly Starter[] {
  const fitting = startersOf(voice).filter((one) => one.for.includes(use));
  const fittingPhrase = fitting.filter(({ when }) => when && firstPhraseIn(postText, when) !== undefined);
  const fittingTopic = fitting.filter(({ when }) => !when).slice(0, maxUsual);
  return [...fittingPhrase, ...fittingTopic].slice(0, maxOnCard);
}

/** All starters of an answer or of a greeting; those that colleagues saved come last. */
export function allStarters(
  kind: 'answer' | 'greeting',
  voice: Voice,
): readonly Pick<Starter, 'id' | 'label'>[] {
  const all = startersOf(voice).filter((one) =>
    one.for.some((use) => (use === 'greeting') === (kind === 'greeting')),
  );
  return [...all, ...(voice.savedStarters ?? [])];
}

/** The starters of the dictionary and of the desk. One of the desk's replaces the dictionary's with the same id. */
function startersOf({ words, voice }: Voice): readonly Starter[] {
  const own = voice?.starters ?? [];
  const usual = Object.entries(usesOfStarter).map(
    ([id, uses]): Starter => ({
      id,
      label: starterWord(id, 'label', words),
      opening: starterWord(id, 'opening', words),
      for: uses,
    }),
  );
  const isOwn = (id: string) => own.some((one) => one.id === id);
  return [...usual.filter(({ id }) => !isOwn(id)), ...own];
}

/** The label of *Greet*, which is no starter: it opens a choice of posts first. */
export const greetLabel = ({ words }: Voice): string => starterWord('greet', 'label', words);

/** A draft with the opening of another starter: it replaces the opening that the draft begins with, and keeps the rest. */
export function replaceOpening(
  starter: string,
  draft: string,
  first: string | undefined,
  voice: Voice,
): string {
  // The longest first, because one opening may be the beginning of another.
  const openings = openingsFor(first, voice).toSorted((a, b) => b.length - a.length);
  const old = openings.find((one) => one.trim() !== '' && draft.startsWith(one.trimEnd()));
  return openingText(starter, first, voice) + draft.slice(old?.trimEnd().length ?? 0).trimStart();
}

/** Every opening, filled in for a patron. An answer must add words to it. */
export const openingsFor = (first: string | undefined, voice: Voice): readonly string[] =>
  ['greet', ...[...startersOf(voice), ...(voice.savedStarters ?? [])].map(({ id }) => id)].map((id) =>
    openingText(id, first, voice),
  );

/** The starter with an id; where there is none any more, the usual one of an answer or of a greeting. */
export function starterOrUsual(id: string, kind: 'answer' | 'greeting', voice: Voice): string {
  const usual = kind === 'greeting' ? 'greet' : 'answer';
  const all = [...startersOf(voice), ...(voice.savedStarters ?? [])];
  return id === 'greet' || all.some((one) => one.id === id) ? id : usual;
}

/**
 * The opening of a starter, filled in for a patron; "" for a starter that does not exist. `first`: their first name; undefined
 * where they say none, and then it names nobody.
 */
export function openingText(id: string, first: string | undefined, voice: Voice): string {
  const known = [...startersOf(voice), ...(voice.savedStarters ?? [])].find((one) => one.id === id);
  return fillPlaceholders(known?.opening ?? starterWord(id, 'opening', voice.words), first, voice);
}

function fillPlaceholders(opening: string, first: string | undefined, { voice, words }: Voice): string {
  const named =
    first === undefined
      ? withoutName(opening, say(words, 'opening.hello'))
      : opening.replaceAll('{first}', () => first);
  return named.replaceAll('{helpDesk}', () => voice?.helpDesk ?? '').replace(/ {2,}/gu, ' ');
}

/** Greetings that want a name behind them: `hello` stands in their place. */
const WANTS_NAME = /^(?:hi|hey|dear|liebe[rs]?|querid[oa]|estimad[oa]|annwyl)\s+\{first\}/iu;

/** An opening that names nobody: "Hello, we're open" of "Hi {first}, we're open", "Thank you!" of "Thank you, {first}!" */
function withoutName(opening: string, hello: string): string {
  const named = opening.replace(WANTS_NAME, () => hello).replace(/,?\s*(?<=\S\s*)\{first\}/gu, '');
  const unnamed = named.replace(/\{first\}[\s\p{P}]*/gu, '');
  return named === unnamed ? named : unnamed.replace(/^\p{L}/u, (letter) => letter.toUpperCase());
}

function starterWord(starterId: string, part: 'label' | 'opening', words: Words): string {
  const key = `starter.${starterId}.${part}`;
  return words[key] ?? starterWords[key] ?? '';
}

/** These only greet: whoever goes on from there writes in their own words. */
const greetingStarters: readonly string[] = ['answer', 'greet'];

/**
 * What became of the starter of an answer. `begun`: the words that it began with; undefined where nobody knows them any more,
 * and then only a starter that was kept is known.
 */
export function openingUse(
  answer: string,
  begun: string | undefined,
  first: string | undefined,
  voice: Voice,
): OpeningUse | undefined {
  const openings = [...startersOf(voice), ...(voice.savedStarters ?? [])]
    .filter(({ id }) => !greetingStarters.includes(id))
    .map(({ id }) => openingText(id, first, voice).trim())
    .filter((opening) => opening !== '');
  if (openings.some((opening) => answer.startsWith(opening))) return 'kept';
  if (begun === undefined) return undefined;
  return openings.includes(begun.trim()) ? 'rewritten' : 'own';
}

/** The opening to which a draft adds nothing; undefined when it adds something. White space, case and final punctuation don't count. */
export function unchangedOpening(draft: string, openings: readonly string[]): string | undefined {
  const words = normalised(draft);
  return openings.find((opening) => normalised(opening) === words)?.trim();
}

function normalised(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\s\p{P}]+$/u, '')
    .trimStart()
    .toLowerCase();
}
