import { buttonsOf, type Screen, wordsOf } from './screens.js';

// A judge that knows nothing of how the desk makes its screens: it reads their English sentences, and holds them
// against plain facts.

/** A card as it really is. */
export interface CardFact {
  readonly desk: string;
  readonly id: string;
  /** The patron's first name. */
  readonly first: string;
  readonly state: string;
  /** The name of the colleague who has it. */
  readonly holder?: string;
  readonly flagged: boolean;
  /** Nobody needs to look at it before this (Unix ms). */
  readonly snoozed: boolean;
  /** It is among the gathered answers to a question of ours, which wait for nobody. */
  readonly gathered?: true;
  readonly late: boolean;
  /** How often it was answered. */
  readonly answers: number;
  /** It is somebody's post, not a new follower. */
  readonly isPost: boolean;
}

export interface Facts {
  readonly cards: readonly CardFact[];
  /** What each desk is called where a message is of several, by its id. */
  readonly names?: Readonly<Record<string, string>>;
  /** Whether the network could be read when it was last tried. */
  readonly networkAnswers: boolean;
  readonly paused: boolean;
}

/** What each button is for: the states in which a card's own message may have it. */
const states: Readonly<Record<string, readonly string[]>> = {
  Answer: ['open'],
  Greet: ['open'],
  Skip: ['open'],
  Undo: ['sending'],
  "It's there": ['unsure', 'handed-off'],
  'Not there': ['unsure'],
  Check: ['in-review'],
};

/** What a person's name is followed by, and the states of a card that they then have. */
const having: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\b(?!Nobody\b)(\p{Lu}[\p{L}\d]*) is answering/u, ['claimed']],
  [/(\p{Lu}[\p{L}\d]*) is finishing this/u, ['handed-off']],
  [/(\p{Lu}[\p{L}\d]*)'s answer is ready for a colleague/u, ['in-review']],
  [/(\p{Lu}[\p{L}\d]*)'s answer goes out at/u, ['sending']],
];

/** What one screen says that is not so, each as a sentence. `screen` shows what Slack has. */
export function saidWrong(screen: Screen, facts: Facts): readonly string[] {
  const words = `${wordsOf({ text: screen.text })} ${wordsOf(screen.blocks)}`;
  const ofDesk = facts.cards.filter(({ desk }) => screen.desk === undefined || desk === screen.desk);
  const waits = ofDesk.filter(waitsForAnybody);
  const wrong: string[] = [];

  if (screen.what === 'message' && screen.key === 'card' && !screen.inThread) {
    const card = ofDesk.find(({ id }) => id === screen.of);
    if (card) wrong.push(...wrongOf(card, words, buttonsOf(screen.blocks)));
  }
  for (const part of partsOf(words, screen, facts))
    wrong.push(...wrongIn(part, screen, facts, isDated(words)));
  if (/Nothing is waiting|Nothing waits any more/u.test(words) && screen.what !== 'message') {
    const [first] = waits.filter(({ isPost }) => isPost);
    // A Home of several desks may say it of one, and list who waits at another.
    if (first && !words.toLowerCase().includes(first.first.toLowerCase()))
      wrong.push(`nothing is said to wait, and ${first.first} does`);
  }
  if (facts.networkAnswers) {
    if (/Nothing could be read from \S+ since|We can't read all of|Last looked at \S+ at/u.test(words)) {
      wrong.push('X is said to be out of reach, and it answers');
    }
  } else if (/can be read again\./u.test(words)) wrong.push('X is said to be back, and it does not answer');
  if (screen.what !== 'message' && /paused sending at/u.test(words) && !facts.paused) {
    wrong.push('sending is said to be paused, and it is not');
  }
  return wrong;
}

/** What a screen says of one desk, or of all at once. */
interface Part {
  readonly desk: string | undefined;
  readonly words: string;
}

/** What a screen says, cut where it names a desk: a message to one person may be of several. */
function partsOf(words: string, { desk, key }: Screen, { names = {} }: Facts): readonly Part[] {
  const longestFirst = Object.entries(names).toSorted(([, one], [, other]) => other.length - one.length);
  const pieces = key === 'panel' && desk !== undefined ? longestFirst : [];
  return pieces.reduce<readonly Part[]>(
    (parts, [of, name]) =>
      parts.flatMap((part) =>
        part.words.split(name).map((piece, at) => ({ desk: at === 0 ? part.desk : of, words: piece })),
      ),
    [{ desk, words }],
  );
}

/** `dated`: the whole says of which time it is. */
function wrongIn({ desk, words }: Part, screen: Screen, facts: Facts, dated: boolean): string[] {
  const ofDesk = facts.cards.filter((card) => desk === undefined || card.desk === desk);
  const wrong: string[] = [];
  const named = having.flatMap(([pattern, of]) => {
    const [, name] = pattern.exec(words) ?? [];
    return name === undefined ? [] : [{ name, of }];
  });
  for (const { name, of } of screen.key === 'card' ? [] : named) {
    const has = ofDesk.some(
      (card) => words.includes(card.first) && of.includes(card.state) && isHeldBy(card, name),
    );
    if (!has) wrong.push(`${name} has no card here that is ${of.join(' or ')}`);
  }

  const [, few, many] = /(?:^|[ .])(?:(1) is|(\d+) are) late\b/u.exec(words) ?? [];
  const counted = few ?? many;
  if (counted !== undefined && !dated) {
    const late = ofDesk.filter((card) => card.late).length;
    if (Number(counted) !== late) wrong.push(`${counted} are said to be late, and ${late} are`);
  }
  const [, rest] = /(\d+) more (?:question|post)s? waits?\b/u.exec(words) ?? [];
  const waits = ofDesk.filter(waitsForAnybody).length;
  if (rest !== undefined && Number(rest) > waits) wrong.push(`${rest} are said to wait, and ${waits} do`);
  return wrong;
}

function wrongOf(card: CardFact, words: string, buttons: readonly string[]): string[] {
  const wrong = buttons.flatMap((label) => {
    const of = states[label];
    return of && !of.includes(card.state)
      ? [`there is a button "${label}", and the card is ${card.state}`]
      : [];
  });
  for (const [pattern, of] of having) {
    const [, name] = pattern.exec(words) ?? [];
    if (name !== undefined && !(of.includes(card.state) && isHeldBy(card, name))) {
      wrong.push(`"${pattern.exec(words)?.[0]}" of ${card.first}, whose card is ${stateOf(card)}`);
    }
  }
  if (/late since/u.test(words) && !card.late)
    wrong.push(`${card.first}'s is said to be late, and it is not`);
  if (/please answer by/u.test(words) && card.late) wrong.push(`the time for ${card.first}'s answer is over`);
  if (/Don't answer yet/u.test(words) !== card.flagged) wrong.push(`the flag of ${card.first}'s`);
  if (card.state === 'sent' && card.answers === 0) wrong.push(`nobody answered ${card.first}`);
  return wrong;
}

/** A sender has let go of the card by then. */
const isHeldBy = ({ holder, state }: CardFact, name: string): boolean =>
  state === 'sending' || holder === name;

const stateOf = ({ state, holder }: CardFact): string => (holder ? `${state} with ${holder}` : state);

export const waitsForAnybody = ({ flagged, gathered, snoozed, state }: CardFact): boolean =>
  state === 'open' && !flagged && !snoozed && !gathered;

/** Whether words say of which time they are. */
const isDated = (words: string): boolean => /As of \d\d:\d\d\./u.test(words);
