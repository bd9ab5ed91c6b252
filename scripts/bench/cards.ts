import { ask, nextCards, until } from './patrons.js';
import { fromRounds } from './ratio.js';
import type { BenchContext, Round, Row } from './row.js';
import { channel, type Stage, withBoth } from './stage.js';

export interface Size {
  readonly rounds: number;
  /** Acts of a round. X gives at most a hundred posts a page. */
  readonly count: number;
}

const whole: Size = { rounds: 7, count: 200 };
const shorter: Size = { rounds: 5, count: 60 };

const bareJob =
  'a BullMQ worker on the same Redis whose job makes one chat.postMessage, 64 at once as in the desk';

/** From mentions on X to cards in the channel, when Slack would take them at once. */
export async function cardsRows(
  { redisUrl, quick, say }: BenchContext,
  size: Size = quick ? shorter : whole,
): Promise<readonly Row[]> {
  say('starts the desk and a bare queue');
  return withBoth({ redisUrl, pollMentionsMs: 500 }, 'bare-job', async (desk, bare) => {
    const speeds: Round[] = [];
    const work: Round[] = [];
    // The first time both compile what they run.
    for (let round = 0; round <= size.rounds; round++) {
      if (round > 0) say(`round ${round} of ${size.rounds}`);
      const ofBare = await timed(bare, size.count, () => byJobs(bare, size.count));
      const ofDesk = await timed(desk, size.count, () => byMentions(desk, size.count));
      if (round === 0) continue;
      speeds.push({ measured: ofDesk.perSecond, baseline: ofBare.perSecond });
      work.push({ measured: ofDesk.cpuMs, baseline: ofBare.cpuMs });
    }
    return [
      {
        group: 'cards',
        row: 'mentions to cards, without pacing',
        unit: 'per s',
        ...fromRounds(speeds, bareJob),
        goal: { atLeast: 0.6 },
      },
      {
        group: 'cards',
        row: 'processor time of a card',
        unit: 'ms',
        ...fromRounds(work, bareJob),
      },
      ...(await profileRows(desk, size)),
    ];
  });
}

/** Whose code takes that time, in one more round, which the profile slows down. */
async function profileRows(desk: Stage, { count }: Size): Promise<readonly Row[]> {
  await desk.program.ask('profile');
  await timed(desk, count, () => byMentions(desk, count));
  const shares = await desk.program.ask<Readonly<Record<string, number>>>('profiled');
  return Object.entries(shares).map(([owner, measured]) => ({
    ...{ group: 'cards', row: `… of it ${owner}`, unit: 'share', measured },
  }));
}

interface Timed {
  readonly perSecond: number;
  readonly cpuMs: number;
}

/** `run` makes so many cards, and gives how long that took (ms). */
async function timed({ program, rest }: Stage, count: number, run: () => Promise<number>): Promise<Timed> {
  const before = await program.cpuMs();
  const tookMs = await run();
  await program.ask('idle');
  const cpuMs = (await program.cpuMs()) - before;
  rest();
  return { perSecond: (count * 1_000) / tookMs, cpuMs: cpuMs / count };
}

/** From the jobs' arrival in the queue's hands to the last card. */
async function byJobs(stage: Stage, count: number): Promise<number> {
  const cards = nextCards(stage, count);
  const begunAt = performance.now();
  await stage.program.ask('cards', { channel, count });
  await cards;
  return performance.now() - begunAt;
}

/** From the read that finds the mentions, all of which are on X before it, to the last card. */
async function byMentions(stage: Stage, count: number): Promise<number> {
  const cards = nextCards(stage, count);
  await ask(stage, count);
  await until(stage, 'read of mentions', ({ kind }) => kind === 'GET /2/users/:id/mentions' || undefined);
  const begunAt = performance.now();
  await cards;
  return performance.now() - begunAt;
}
