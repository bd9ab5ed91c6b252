import { ask, nextCards } from './patrons.js';
import { type Pressed, pressAtOnce, putAway } from './presses.js';
import { fromRounds, percentile } from './ratio.js';
import type { BenchContext, Goal, Round, Row } from './row.js';
import { channel, people, type Stage, withBoth } from './stage.js';

/** How much is pressed in each round of a kind: so many times, so many people at once, on so many cards. */
interface Kind {
  readonly times: number;
  readonly users: number;
  readonly cards: number;
}

/** How often each kind is measured, and how. */
export interface Size {
  /** How often the desk looks for mentions: seldom, because nothing comes while people press. */
  readonly pollMentionsMs: number;
  /** What is pressed before, because at first both connect and compile. */
  readonly before: readonly (Kind & Rounds)[];
  readonly alone: Kind & Rounds;
  readonly one: Kind & Rounds;
  readonly each: Kind & Rounds;
}

interface Rounds {
  readonly rounds: number;
}

const alone = (times: number, rounds: number) => ({ times, users: 1, cards: 1, rounds });
const one = (times: number, rounds: number) => ({ times, users: people, cards: 1, rounds });
const each = (rounds: number) => ({ times: 1, users: people, cards: people, rounds });

const usual = { pollMentionsMs: 5_000, before: [alone(10, 1), one(1, 1)] };
const whole: Size = { ...usual, alone: alone(100, 7), one: one(4, 7), each: each(5) };
const shorter: Size = { ...usual, alone: alone(20, 5), one: one(2, 5), each: each(3) };
/** The smallest that shows whether it can be measured at all. */
export const smallest: Size = {
  pollMentionsMs: 200,
  before: [],
  alone: alone(1, 1),
  one: one(1, 1),
  each: each(0),
};

const bareAck =
  'a Bolt app on a sandbox of the same kind, with the same cards, that calls ack() first of all';
const bareUpdate = 'the same Bolt app: the first to press is shown by one chat.update, right after the ack()';

/** From a press of *Answer* to what people see of it. */
export async function pressRows(
  { redisUrl, quick, say }: BenchContext,
  size: Size = quick ? shorter : whole,
): Promise<readonly Row[]> {
  say('starts the desk and a bare Bolt app');
  return withBoth({ redisUrl, pollMentionsMs: size.pollMentionsMs }, 'bare-bolt', async (desk, bare) => {
    const ofDesk = await cardsOfDesk(desk, size);
    const cards = { desk: ofDesk, bare: await cardsOfBare(bare, size, await blocksOf(desk, ofDesk[0])) };
    const rounds = (kind: Kind & Rounds, who: string) =>
      beside({ desk, bare, cards }, kind, (round) => say(`${who}, ${round}`));
    for (const kind of size.before) await rounds(kind, 'warms up');
    const lone = await rounds(size.alone, 'one presser');
    const crowd = await rounds(size.one, '50 on one card');
    const apart = await rounds(size.each, '50 on 50 cards');
    return [
      ...acks('one presser', lone, { goals: true }),
      ...acks('50 pressers on one card', crowd, { goals: true }),
      ...acks('50 pressers on 50 cards', apart, { goals: false }),
      ...shown('one presser', lone, { atMost: 3 }),
      ...shown('50 pressers on one card', crowd, { atMost: 10 }),
      ...shown('50 pressers on 50 cards', apart),
      {
        group: 'press',
        row: 'refusals told before the holder is shown, 50 pressers on one card',
        unit: 'count',
        measured: crowd.reduce((sum, { desk: { toldBefore } }) => sum + toldBefore, 0),
        goal: { atMost: 0 },
      },
    ];
  });
}

interface Beside {
  readonly desk: Pressed;
  readonly bare: Pressed;
}

interface Stages {
  readonly desk: Stage;
  readonly bare: Stage;
  /** Cards that nobody has pressed yet. */
  readonly cards: Readonly<Record<'desk' | 'bare', string[]>>;
}

/** Rounds of one kind, the bare app and the desk in turn. */
async function beside(
  { desk, bare, cards }: Stages,
  kind: Kind & Rounds,
  say: (round: string) => void,
): Promise<readonly Beside[]> {
  const all: Beside[] = [];
  for (let round = 1; round <= kind.rounds; round++) {
    say(`round ${round} of ${kind.rounds}`);
    const ofBare = await pressed(bare, cards.bare, kind);
    all.push({ bare: ofBare, desk: await pressed(desk, cards.desk, kind) });
  }
  return all;
}

async function pressed(stage: Stage, left: string[], kind: Kind): Promise<Pressed> {
  const all: Pressed[] = [];
  for (let n = 0; n < kind.times; n++) {
    all.push(await pressAtOnce(stage, stage.pressers.slice(0, kind.users), left.splice(0, kind.cards)));
    await putAway(stage);
    await stage.program.ask('idle');
    // With more than a minute each, a week would pass on X in the course of all rounds.
    stage.pause();
  }
  stage.rest();
  return {
    acks: all.flatMap(({ acks }) => acks),
    shown: all.flatMap(({ shown }) => shown),
    toldBefore: all.reduce((sum, { toldBefore }) => sum + toldBefore, 0),
  };
}

const cardsNeeded = (size: Size): number =>
  [...size.before, size.alone, size.one, size.each].reduce(
    (sum, { rounds, times, cards }) => sum + rounds * times * cards,
    0,
  );

/** X gives only the newest 800 mentions, so patrons ask a hundred at a time. */
async function cardsOfDesk(stage: Stage, size: Size): Promise<string[]> {
  const found: string[] = [];
  for (let left = cardsNeeded(size); left > 0; left = cardsNeeded(size) - found.length) {
    const count = Math.min(left, 100);
    const cards = nextCards(stage, count);
    await ask(stage, count);
    found.push(...(await cards));
  }
  await stage.program.ask('idle');
  return found;
}

/** The bare app's cards show what a card of the desk does: a sandbox takes its time by what it is given. */
const cardsOfBare = (stage: Stage, size: Size, blocks: readonly unknown[]): Promise<string[]> =>
  stage.program.ask('cards', { channel, count: cardsNeeded(size), blocks });

async function blocksOf({ slack }: Stage, ts: string | undefined): Promise<readonly unknown[]> {
  const { messages } = (await slack('messages', { channel })) as { messages: readonly Shown[] };
  const card = messages.find((one) => one.ts === ts);
  if (!card) throw new Error(`There is no card ${ts}.`);
  return card.blocks;
}

interface Shown {
  readonly ts: string;
  readonly blocks: readonly unknown[];
}

function acks(who: string, rounds: readonly Beside[], { goals }: { readonly goals: boolean }): Row[] {
  if (rounds.length === 0) return [];
  const at = (share: number): Round[] =>
    rounds.map(({ desk, bare }) => ({
      measured: percentile(desk.acks, share),
      baseline: percentile(bare.acks, share),
    }));
  const row = (name: string, share: number, atMost: number): Row => ({
    group: 'press',
    row: `press to ack, ${who}, ${name}`,
    unit: 'ms',
    ...fromRounds(at(share), bareAck),
    ...(goals ? { goal: { atMost } } : {}),
  });
  return [row('p50', 0.5, 1.3), row('p99', 0.99, 2)];
}

function shown(who: string, rounds: readonly Beside[], goal?: Goal): Row[] {
  if (rounds.length === 0) return [];
  const middles = rounds.map(({ desk, bare }) => ({
    measured: percentile(desk.shown, 0.5),
    baseline: percentile(bare.shown, 0.5),
  }));
  const figures = fromRounds(middles, bareUpdate);
  return [
    {
      ...{ group: 'press', row: `press to holder shown, ${who}`, unit: 'ms' },
      ...figures,
      ...(goal ? { goal } : {}),
    },
  ];
}
