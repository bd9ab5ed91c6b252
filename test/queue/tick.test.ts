import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DueEntry } from '../../src/core/due/due-entries.js';
import { timings } from '../../src/core/due/timings.js';
import { createTick } from '../../src/queue/queue.js';
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
const ticking = (log = keptLog().log) =>
  createTick([{ id: 'central', due: open.store.due }], open.queue, { clock, timings, log });
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
  const tick = createTick([{ id: 'central', due: failsOnce }], open.queue, {
    clock,
    timings: { ...timings, tickMs: 1 },
    log,
  });
  tick.start();
  await expect.poll(given).toEqual(['show mention-1-1']);
  await tick.stop();
  expect(lines).toMatchObject([{ error: 'storage down', msg: 'tick' }]);
});

it('a desk whose list can not be read holds up no other', async () => {
  const { log, lines } = keptLog();
  await open.store.due.put(due('mention-1-1'));
  const down = { ...open.store.due, take: () => Promise.reject(new Error('its primary is away')) };
  const desks = [
    { id: 'north', due: down },
    { id: 'central', due: open.store.due },
  ];
  const tick = createTick(desks, open.queue, { clock, timings, log });
  tick.start();
  await expect.poll(given).toEqual(['show mention-1-1']);
  await tick.stop();
  expect(lines).toContainEqual(expect.objectContaining({ error: 'its primary is away', msg: 'tick' }));
});
