import { ask, nextCards, until } from './patrons.js';
import { putAway } from './presses.js';
import { fromRounds, percentile } from './ratio.js';
import type { BenchContext, Round, Row } from './row.js';
import { channel, type Stage, withBoth } from './stage.js';

export interface Size {
  readonly rounds: number;
  /** Answers of a round. X takes a hundred posts of an account in a quarter of an hour. */
  readonly count: number;
}

const whole: Size = { rounds: 7, count: 20 };
const shorter: Size = { rounds: 5, count: 5 };

const bareTweet = 'one tweet() of twitter-api-v2 in a process of its own, on a sandbox of the same kind';

/** From *Send* to the post on X, when nothing is held back for undoing it. */
export async function sendRows(
  { redisUrl, quick, say }: BenchContext,
  size: Size = quick ? shorter : whole,
): Promise<readonly Row[]> {
  say('starts the desk and a bare client of X');
  return withBoth({ redisUrl, pollMentionsMs: 2_000 }, 'bare-tweet', async (desk, bare) => {
    const total = (size.rounds + 1) * size.count;
    const cards = nextCards(desk, total);
    await ask(desk, total);
    const left = [...(await cards)];
    const asked = [...(await ask(bare, total))];
    const rounds: Round[] = [];
    for (let round = 0; round <= size.rounds; round++) {
      if (round > 0) say(`round ${round} of ${size.rounds}`);
      const baseline = await middle(asked.splice(0, size.count), (to) => byCall(bare, to));
      const measured = await middle(left.splice(0, size.count), (ts) => bySend(desk, ts));
      // In the first both connect and compile.
      if (round > 0) rounds.push({ measured, baseline });
      desk.rest();
      bare.rest();
    }
    return [
      {
        group: 'send',
        row: 'Send to the post on X, nothing held back',
        unit: 'ms',
        ...fromRounds(rounds, bareTweet),
      },
    ];
  });
}

async function middle(each: readonly string[], run: (one: string) => Promise<number>): Promise<number> {
  const took: number[] = [];
  for (const one of each) took.push(await run(one));
  return percentile(took, 0.5);
}

const posted = (stage: Stage) =>
  until(stage, 'post on X', ({ kind, tookEffect }) => (kind === 'POST /2/tweets' && tookEffect) || undefined);

/** The desk warns of words that are much like those of an answer before, and of numbers that may be somebody's. */
const otherWords = (): string =>
  Array.from({ length: 3 }, () => crypto.randomUUID())
    .join(' ')
    .replaceAll('-', ' ')
    .replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)));

async function byCall(stage: Stage, to: string): Promise<number> {
  const onX = posted(stage);
  const begunAt = performance.now();
  const since = onX.then(() => performance.now() - begunAt);
  const [tookMs] = await Promise.all([since, stage.program.ask('tweet', { text: otherWords(), to })]);
  return tookMs;
}

async function bySend(stage: Stage, ts: string): Promise<number> {
  const [user] = stage.pressers;
  await stage.slack('press', { user, channel, ts, label: 'Answer' });
  await stage.program.ask('idle');
  await stage.slack('type', { user, text: otherWords() });
  await stage.program.ask('idle');
  const onX = posted(stage);
  const begunAt = performance.now();
  const since = onX.then(() => performance.now() - begunAt);
  const [tookMs] = await Promise.all([since, stage.slack('submit', { user })]);
  await putAway(stage);
  await stage.program.ask('idle');
  return tookMs;
}
