import type { Timings } from '../../src/core/due/timings.js';
import { postId } from '../../src/core/ids.js';
import { spentByKind } from '../../src/core/money/bill.js';
import type { Cards } from '../../src/ports/documents.js';
import { startScene } from '../../test/e2e/desk.js';
import { changedDeskFile } from '../../test/e2e/desk-file.js';
import { type Billed, difference } from './billed.js';
import { peopleOf } from './people.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** What happens on one day. */
export interface DayOfActs {
  readonly mentions: number;
  readonly follows: number;
  readonly replies: number;
}

/** A desk between its two sandboxes, with those who write to it and answer, on a clock that is moved day by day. */
export interface Town {
  /** What X billed at the first start. */
  readonly start: Billed;
  /** Lets one day pass, from midnight UTC to midnight; gives what X billed on it. */
  day(acts?: DayOfActs): Promise<Billed>;
  /** Lets one day pass on which people follow one after the other. */
  dayOfFollows(count: number): Promise<Billed>;
  /** So many of those who followed last do so no more. */
  leave(count: number): Promise<void>;
  /** What the desk's own ledger has in this month for looking again at follows (outcomes), in dollars. */
  outcomesUsd(): Promise<number>;
  /** Closes what is left over. */
  clear(): Promise<void>;
  /** The desk stands still for so many days, and goes on. */
  skip(days: number): Promise<void>;
  /** By how many dollars the desk's own ledger differs from X's meter, call by call, since the beginning. */
  offUsd(): Promise<number>;
  close(): Promise<void>;
}

export interface TownOptions {
  readonly redisUrl: string;
  /** Of X and of the desk: X bills the people whom a page of posts includes. */
  readonly includesBilled?: boolean;
  /** The account owns the developer app. */
  readonly ownsApp?: boolean;
  /** How many people follow the library before the desk begins. */
  readonly followers?: number;
  /** Some of who follows is looked at again. */
  readonly outcomes?: boolean;
  /** Intervals of the desk that are not `seldom`. */
  readonly timings?: Partial<Timings>;
}

/** Reads of X take most of the time of a simulated day. X bills a post once a UTC day, however often it is read. */
const seldom = {
  pollMentionsMs: 3 * hourMs,
  pollFollowersMs: 3 * hourMs,
  pollOwnPostsMs: 3 * hourMs,
  pollColleaguesMs: dayMs,
  pollShiftsMs: dayMs,
};

/** Starts a desk on a new year's day. */
export async function startTown(options: TownOptions): Promise<Town> {
  const { redisUrl, followers = 0, includesBilled = false, outcomes = false, timings = {} } = options;
  let clean = async () => {};
  const deskFile = await changedDeskFile(
    (text) =>
      `${text.replace('plan: self-serve', `plan: self-serve, includesBilled: ${includesBilled}`).trimEnd()}\n    outcomes: ${outcomes}\n`,
    (end) => {
      clean = end;
    },
  );
  let cards: Pick<Cards, 'get' | 'ofPost'> | undefined;
  const scene = await startScene({
    redisUrl,
    deskFile,
    sandbox: { speed: 0, startAt: Date.UTC(2026, 0, 1) },
    overrides: {
      timings: { ...seldom, ...timings },
      ports: (ports) => {
        cards = ports.cards;
        return ports;
      },
    },
    prepare: async ({ x }) => {
      await x.acts.settings?.({ includesBilled });
      for (let n = 1; n <= followers; n++) {
        await x.acts.addAccount?.({ handle: `old_${n}`, name: `Old ${n}` });
        await x.acts.follow?.({ by: `old_${n}` });
      }
    },
  });

  const people = peopleOf(scene, async (post) => {
    const id = await cards?.ofPost(postId(post));
    return id && (await cards?.get(id))?.messages.card?.ts;
  });
  async function meter(): Promise<Billed> {
    const { byCall, usd } = (await scene.x('meter', {})) as {
      usd: number;
      byCall: Record<string, { charged: number }>;
    };
    const counts = Object.entries(byCall).map(([call, { charged }]) => [call, charged]);
    return { usd, byCall: Object.fromEntries(counts) };
  }
  async function until(at: number): Promise<void> {
    while (scene.sandbox.clock.now() < at) {
      await scene.pass(at - scene.sandbox.clock.now()).catch((fault: Error) => {
        // A busy machine makes Redis late. What was not done is due still, so the day goes on where it stood.
        if (fault.message !== 'Command timed out') throw fault;
      });
    }
  }
  /** Lets the day pass, with what happens from its midnight on. */
  async function aDay(happens: (midnight: number) => Promise<void>): Promise<Billed> {
    const midnight = Math.ceil(scene.sandbox.clock.now() / dayMs) * dayMs;
    const before = await meter();
    await happens(midnight);
    // What is due at the next midnight belongs to the next day.
    await until(midnight + dayMs - 1);
    return difference(await meter(), before);
  }

  return {
    start: await meter(),
    day: (acts) =>
      aDay(async (midnight) => {
        if (!acts) return;
        await until(midnight + 8 * hourMs);
        await people.remove();
        await people.write(acts);
        await until(midnight + 13 * hourMs);
        await people.work(acts.replies);
      }),
    dayOfFollows: (count) =>
      aDay(async (midnight) => {
        for (let n = 0; n < count; n++) {
          await until(midnight + ((n + 0.5) * dayMs) / count);
          await people.write({ mentions: 0, follows: 1, replies: 0 });
        }
      }),
    leave: people.leave,
    async outcomesUsd() {
      const spent = spentByKind(await scene.app.ledger.month());
      return (spent.find(({ kind }) => kind === 'outcomes')?.microUsd ?? 0) / 1_000_000;
    },
    async clear() {
      await people.remove();
      await people.clear();
    },
    async skip(days) {
      scene.sandbox.clock.advance(days * dayMs);
      await scene.app.idle();
    },
    async offUsd() {
      const { ledger, meter } = await scene.bills();
      const calls = new Set([...Object.keys(ledger), ...Object.keys(meter)]);
      const off = [...calls].map((call) => (ledger[call]?.microUsd ?? 0) - (meter[call]?.microUsd ?? 0));
      return off.reduce((sum, one) => sum + Math.abs(one), 0) / 1_000_000;
    },
    async close() {
      await scene.end();
      await clean();
    },
  };
}
