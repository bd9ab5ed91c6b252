import type { SlackUserId } from '../ids.js';
import { firstSaid } from '../post/phrase-patterns.js';
import { starterWords } from '../words/dictionary.js';
import type { Words } from '../words/words.js';

/** What a starter is for: an answer to a post of this topic, or a new follower's post. */
export const starterUses = ['question', 'praise', 'complaint', 'other', 'greeting'] as const;
export type StarterUse = (typeof starterUses)[number];

/** Opening words behind a draft-reply button. */
export interface Starter {
  readonly id: string;
  readonly label: string;
  /** `{first}` is the patron's first name, `{helpDesk}` how the help desk is reached. */
  readonly opening: string;
  readonly for: readonly StarterUse[];
  /** It comes first where the patron's post says one of these, and stands only there; undefined: anywhere. */
  readonly when?: readonly string[] | undefined;
}

/** Words that somebody kept for the next time. */
export interface SavedStarter extends Pick<Starter, 'id' | 'label' | 'opening'> {
  readonly by: SlackUserId;
  readonly at: number;
}

/** How a desk speaks: its own starters stand beside those of the dictionary, or in their place. */
export interface Voice {
  readonly words: Words;
  readonly voice?: { readonly helpDesk: string; readonly starters: readonly Starter[] };
  readonly saved?: readonly SavedStarter[];
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

/** More would leave no room for the rest of a card's buttons on a phone. */
const maxUsual = 2;
const maxOnCard = 3;

/**
 * The draft-reply buttons of a post, in their order: those of the desk's own whose words it says, then those for its
 * topic. The rest stand under *Other starters*.
 */
export function startersFor(use: StarterUse, said: string, voice: Voice): readonly Starter[] {
  const fitting = startersOf(voice).filter((one) => one.for.includes(use));
  const asked = fitting.filter(({ when }) => when && firstSaid(said, when) !== undefined);
  const usual = fitting.filter(({ when }) => !when).slice(0, maxUsual);
  return [...asked, ...usual].slice(0, maxOnCard);
}

/** All that an answer, or a greeting, may begin with; what colleagues saved comes last. */
export function allStarters(
  kind: 'answer' | 'greeting',
  voice: Voice,
): readonly Pick<Starter, 'id' | 'label'>[] {
  const all = startersOf(voice).filter((one) =>
    one.for.some((use) => (use === 'greeting') === (kind === 'greeting')),
  );
  return [...all, ...(voice.saved ?? [])];
}

/** The starters of the dictionary and of the desk; one of the desk's takes the place of its namesake. */
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

/** The label of *Greet*, which leads to a choice of posts first. */
export const greetLabel = ({ words }: Voice): string => starterWord('greet', 'label', words);

/** Words that begin anew: another opening takes the place of the one that they begin with, and what was added stays. */
export function begunWith(starter: string, said: string, first: string, voice: Voice): string {
  // The longest first: one opening may begin another.
  const openings = openingsFor(first, voice).toSorted((a, b) => b.length - a.length);
  const old = openings.find((one) => one.trim() !== '' && said.startsWith(one.trimEnd()));
  return opening(starter, first, voice) + said.slice(old?.trimEnd().length ?? 0).trimStart();
}

/** Every opening, filled in for somebody: to none of them nothing may be added. */
export const openingsFor = (first: string, voice: Voice): readonly string[] =>
  ['greet', ...[...startersOf(voice), ...(voice.saved ?? [])].map(({ id }) => id)].map((id) =>
    opening(id, first, voice),
  );

/** The words an answer begins with; "" for a starter that is not known. */
export function opening(id: string, first: string, voice: Voice): string {
  const known = [...startersOf(voice), ...(voice.saved ?? [])].find((one) => one.id === id);
  return fillPlaceholders(known?.opening ?? starterWord(id, 'opening', voice.words), first, voice);
}

function fillPlaceholders(words: string, first: string, { voice }: Voice): string {
  const said = words.replaceAll('{helpDesk}', () => voice?.helpDesk ?? '');
  return said.replaceAll('{first}', () => first).replace(/ {2,}/gu, ' ');
}

function starterWord(starterId: string, part: 'label' | 'opening', words: Words): string {
  const key = `starter.${starterId}.${part}`;
  return words[key] ?? starterWords[key] ?? '';
}

/** The opening to which nothing was added, or undefined. White space, case and closing punctuation don't count. */
export function addedNothing(own: string, openings: readonly string[]): string | undefined {
  const said = normalised(own);
  return openings.find((opening) => normalised(opening) === said)?.trim();
}

function normalised(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\s\p{P}]+$/u, '')
    .trimStart()
    .toLowerCase();
}
