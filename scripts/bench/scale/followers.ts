import { setTimeout as delay } from 'node:timers/promises';
import { accountId } from '../../../src/core/ids.js';
import { createWatermarks } from '../../../src/store/x-records.js';
import { readsOf } from '../billed.js';
import type { BenchContext, Row } from '../row.js';
import { follow, idOf } from './crowd.js';
import { type MovedDesk, startMovedDesk } from './moved-desk.js';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** In six hours the desk reads its followers four times, and looks once again at who waits; all else it reads once. */
const windowMs = 6 * hourMs;
const polls = 4;
const timings = {
  ...{ pollFollowersMs: windowMs / polls, recheckMs: windowMs },
  ...{ pollMentionsMs: windowMs, pollOwnPostsMs: windowMs, pollColleaguesMs: dayMs },
  ...{ pollShiftsMs: dayMs, pollKeepingMs: dayMs, pollOutlookMs: dayMs },
};
/** Who wrote and followed, and waits. */
const waiting = 10;
/** With more the sandbox takes seconds for an answer: it counts a person's followers anew each time. The store knows all. */
const mostInSandbox = 100_000;
/** How many followers the store is told of at once. */
const atOnce = 10_000;

/** What six hours take at one number of followers. */
interface Window {
  readonly followers: number;
  readonly calls: number;
  readonly reads: number;
  readonly cpuMs: number;
  readonly bytesEach: number;
}

/** Followers polls and a recheck at more and more followers: what they take must not grow with these. */
export async function followersRows({ quick, say }: BenchContext): Promise<readonly Row[]> {
  const windows: Window[] = [];
  for (const followers of quick ? [1_000, 10_000] : [1_000, 10_000, 100_000, 1_000_000]) {
    say(`${named(followers)} followers`);
    windows.push(await windowWith(followers));
  }
  const [least, ...more] = windows;
  return least ? more.flatMap((one) => rowsOf(one, least)) : [];
}

function rowsOf(window: Window, least: Window): readonly Row[] {
  const what = `with ${named(least.followers)}`;
  const at = `at ${named(window.followers)} followers`;
  const during = `${polls} followers polls and a recheck`;
  const isCut = window.followers > mostInSandbox;
  const note = `the desk knows all of them; X shows the newest ${named(mostInSandbox)}`;
  const beside = (row: string, unit: Row['unit'], of: (one: Window) => number): Row => ({
    ...{ group: 'scale', row, measured: of(window), unit, baseline: { what, value: of(least) } },
    ...(isCut && { note }),
  });
  return [
    { ...beside(`calls to X for ${during}, ${at}`, 'count', (one) => one.calls), goal: { atMost: 1 } },
    { ...beside(`billed reads for ${during}, ${at}`, 'reads', (one) => one.reads), goal: { atMost: 1 } },
    beside(`processor time of the desk for ${during}, ${at}`, 'ms', (one) => one.cpuMs),
    {
      ...{
        group: 'scale',
        row: `Redis for each of ${named(window.followers)} followers`,
        unit: 'bytes each',
      },
      ...{ measured: window.bytesEach, goal: { atMost: 70 } },
      note: 'the desk remembers whoever came while it watched; here they were written by its own port',
    },
  ];
}

async function windowWith(followers: number): Promise<Window> {
  const startAt = Date.UTC(2026, 0, 5);
  const desk = await startMovedDesk({
    timings,
    sandbox: { startAt },
    prepare: (sandbox) => follow(sandbox, Math.min(followers, mostInSandbox)),
  });
  try {
    await remember(desk, followers);
    for (let n = 1; n <= waiting; n++) {
      const handle = `patron_${n}`;
      await desk.act('x', 'addAccount', { handle, name: `Patron ${n}` });
      await desk.act('x', 'post', { by: handle, text: `@centrallibrary Do you have book number ${n}?` });
      await desk.act('x', 'follow', { by: handle });
    }
    // They are read and shown.
    await desk.pass(windowMs);
    // X bills once a day whoever is read, so the look begins before midnight.
    await desk.moveBy(startAt + dayMs - 5 * minuteMs - desk.sandbox.clock.now());
    await polled(desk);
    const before = await meter(desk);
    const from = desk.sandbox.journal.read().length;
    const cpuBefore = await desk.cpuMs();
    for (let poll = 1; poll <= polls; poll++) {
      await desk.moveBy(windowMs / polls);
      await polled(desk);
    }
    const cpuMs = (await desk.cpuMs()) - cpuBefore;
    const calls = desk.sandbox.journal.read(from).filter(({ kind }) => kind.startsWith('GET /2/')).length;
    const bytes = Number(await desk.redis.memory('USAGE', desk.keys.followers, 'SAMPLES', 0));
    const known = await desk.redis.scard(desk.keys.followers);
    return { followers, calls, reads: (await meter(desk)) - before, cpuMs, bytesEach: bytes / known };
  } finally {
    await desk.close();
  }
}

/**
 * Resolves once the polls of people that were due are put off again, by more than their lease. It asks the store alone: a
 * process that is asked whether it is idle is not.
 */
async function polled({ redis, keys, sandbox }: MovedDesk): Promise<void> {
  const entries = ['poll:followers', 'poll:recheck'];
  for (;;) {
    const times = await redis.zmscore(keys.due, ...entries);
    if (times.every((at) => Number(at) > sandbox.clock.now() + 2 * minuteMs)) return;
    await delay(20);
  }
}

/** Lets the desk know all of them, as if each had come while it watched. */
async function remember({ redis, keys, sandbox }: MovedDesk, followers: number): Promise<void> {
  const watermarks = createWatermarks(redis, keys);
  const { boot } = await watermarks.followersRead();
  for (let first = 1; first <= followers; first += atOnce) {
    const some = Array.from({ length: Math.min(atOnce, followers + 1 - first) }, (_, n) =>
      accountId(idOf(first + n)),
    );
    await watermarks.remember(some, sandbox.clock.now(), boot);
  }
}

async function meter({ act }: MovedDesk): Promise<number> {
  const { byCall } = (await act('x', 'meter')) as { byCall: Record<string, { charged: number }> };
  const counts = Object.entries(byCall).map(([call, { charged }]) => [call, charged]);
  return readsOf({ byCall: Object.fromEntries(counts) });
}

/** A number as people say it: "1 k", "1 M". */
const named = (count: number): string =>
  count >= 1_000_000 ? `${count / 1_000_000} M` : count >= 1_000 ? `${count / 1_000} k` : String(count);
