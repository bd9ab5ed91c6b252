import { afterEach, beforeEach, expect, it } from 'vitest';
import { type DueEntry, recoverEntry } from '../../src/core/due/due-entries.js';
import { timings } from '../../src/core/due/timings.js';
import { hourMs } from '../../src/core/durations.js';
import { createTick } from '../../src/queue/tick.js';
import { createDueLists } from '../../src/store/due-lists.js';
import { tuesday } from '../build.js';
import { type FakeClock, fakeClock } from '../fakes/clock.js';
import { keptLog, type OpenQueue, openQueue } from './open-queue.js';

let open: OpenQueue;
let clock: FakeClock;
beforeEach(async () => {
  open = await openQueue();
  clock = fakeClock();
});
afterEach(() => open.close());

const due = (id: string, at = tuesday): DueEntry => ({ job: 'show', id, at });
const centralLists = () => createDueLists(open.store.redis, open.prefix, new Map([['central', {}]]));
const ticking = (log = keptLog().log) =>
  createTick(centralLists(), () => open.store.due, open.queue, { clock, timings, log });
const given = async () => (await open.queue.getJobs()).map(({ name, data }) => `${name} ${data.id}`).sort();

it('what is due now goes to the queue, with nothing but where to find it', async () => {
  await open.store.due.put(due('mention-1-1'));
  await open.store.due.put(due('mention-2-1', tuesday + 1));
  expect(await ticking().once()).toBe('busy');
  const jobs = await open.queue.getJobs();
  expect(jobs.map(({ name, data }) => ({ name, data }))).toEqual([
    { name: 'show', data: { desk: 'central', id: 'mention-1-1' } },
  ]);
  clock.pass(1);
  await ticking().once();
  expect(await given()).toEqual(['show mention-1-1', 'show mention-2-1']);
});

it('two ticks at once give each entry once', async () => {
  const ids = Array.from({ length: 40 }, (_, n) => `mention-${n}-1`);
  for (const id of ids) await open.store.due.put(due(id));
  await Promise.all([ticking().once(), ticking().once(), ticking().once()]);
  expect(await given()).toEqual(ids.map((id) => `show ${id}`).sort());
  expect(await ticking().once()).toBe('idle');
});

it('work that nobody recorded as done comes again after its lease, and waits once', async () => {
  await open.store.due.put(due('mention-1-1'));
  await ticking().once();
  expect(await ticking().once()).toBe('idle');
  clock.pass(timings.dueLeaseMs);
  expect(await ticking().once()).toBe('busy');
  expect(await given()).toEqual(['show mention-1-1']);
});

it('a tick that fails is logged, and the next one goes on', async () => {
  const { log, lines } = keptLog();
  await open.store.due.put(due('mention-1-1'));
  let takes = 0;
  const failsOnce = {
    ...open.store.due,
    take: (...words: Parameters<typeof open.store.due.take>) =>
      takes++ === 0 ? Promise.reject(new Error('storage down')) : open.store.due.take(...words),
  };
  const tick = createTick(centralLists(), () => failsOnce, open.queue, {
    clock,
    timings: { ...timings, tickMs: 1 },
    log,
  });
  tick.start();
  await expect.poll(given).toEqual(['show mention-1-1']);
  await tick.stop();
  expect(lines).toMatchObject([{ error: 'storage down', msg: 'tick' }]);
});

it('a desk whose list can not be taken from holds up no other', async () => {
  const { log, lines } = keptLog();
  await open.store.due.put(due('mention-1-1'));
  const down = { take: () => Promise.reject(new Error('its primary is away')) };
  const names = ['north', 'central'];
  const both = createDueLists(open.store.redis, open.prefix, new Map(names.map((id) => [id, {}])));
  const dueOf = (desk: string) => (desk === 'north' ? down : open.store.due);
  await started(createTick(both, dueOf, open.queue, { clock, timings, log }), async () => {
    await expect.poll(given).toEqual(['show mention-1-1']);
  });
  expect(lines).toContainEqual(expect.objectContaining({ error: 'its primary is away', msg: 'tick' }));
});

it('a node that does not answer holds up no list of another', async () => {
  await open.store.due.put(due('mention-1-1'));
  let giveUp = (_fault: Error) => {};
  const never = new Promise<never>((_, reject) => {
    giveUp = reject;
  });
  const away = { desks: ['north'], look: () => never };
  const options = { clock, timings, log: keptLog().log };
  const tick = createTick([away, ...centralLists()], () => open.store.due, open.queue, options);
  await started(tick, async () => {
    await expect.poll(given).toEqual(['show mention-1-1']);
    giveUp(new Error('away'));
  });
});

/** Times with which the lists are read for a reason alone, never because much time has passed. */
const seldom = { ...timings, dueReadMs: hourMs };
const everyReason = (used: Partial<typeof seldom> = {}) =>
  createTick(centralLists(), () => open.store.due, open.queue, {
    clock: { now: () => Date.now(), monotonic: () => performance.now() },
    timings: { ...seldom, ...used },
    log: keptLog().log,
  });

it('an entry is taken when it is due', async () => {
  await open.store.due.put(due('mention-1-1', Date.now() + 400));
  await started(everyReason(), async () => {
    await expect.poll(given).toEqual(['show mention-1-1']);
  });
});

it('an entry that this process wrote is taken at once, and one that another wrote at the next look', async () => {
  await open.store.due.put(due('mention-1-1', 0));
  await started(everyReason(), async (tick) => {
    await expect.poll(given).toEqual(['show mention-1-1']);
    await open.store.due.put(due('mention-2-1', 0));
    tick.soon('central');
    await expect.poll(given).toContain('show mention-2-1');
  });
  await started(everyReason({ dueReadMs: 20 }), async () => {
    await open.store.due.put(due('mention-3-1', 0));
    await expect.poll(given).toContain('show mention-3-1');
  });
});

it('after a new run of the store each list is taken from, whether or not something seems due', async () => {
  const recovers = { take: async () => (boot === 'second' ? [{ ...recoverEntry, at: 0 }] : []) };
  let boot = 'first';
  const lists = { desks: ['central'], look: async () => ({ boot, nextAt: new Map() }) };
  const tick = createTick([lists], () => recovers, open.queue, { clock, timings, log: keptLog().log });
  await tick.once();
  expect(await given()).toEqual([]);
  boot = 'second';
  await tick.once();
  expect(await given()).toEqual(['recover desk']);
});

async function started(
  tick: ReturnType<typeof createTick>,
  meanwhile: (tick: ReturnType<typeof createTick>) => Promise<void>,
): Promise<void> {
  tick.start();
  try {
    await meanwhile(tick);
  } finally {
    await tick.stop();
  }
}
