import { expect, it } from 'vitest';
import { timings } from '../../src/core/due/timings.js';
import { createHealth, serveHealth } from '../../src/ops/health.js';
import type { Due } from '../../src/ports.js';
import { fakeDue } from '../fakes/due.js';

let now = 0;
const aHealth = (others?: () => readonly string[], due: Pick<Due, 'polled' | 'polledAt'> = fakeDue()) =>
  createHealth(timings, new Map([['central', { due }]]), others, () => now);

it('a poll that ended well a while ago is a problem, with its desk and since when', async () => {
  now = Date.UTC(2026, 10, 24, 9);
  const health = aHealth();
  health.polled('central', 'mentions');
  now += timings.pollMentionsMs * 10;
  expect(await health.problems()).toEqual([]);
  now += 1;
  expect(await health.problems()).toEqual(['central: mentions not read since 2026-11-24T09:00:00.000Z']);
  health.polled('central', 'mentions');
  expect(await health.problems()).toEqual([]);
});

it('a poll that ended well in the future is a problem: the clock was set back, and what is due stands as far ahead', async () => {
  const health = aHealth();
  health.polled('central', 'mentions');
  now -= timings.pollMentionsMs * 10;
  expect(await health.problems()).toEqual([]);
  now -= 1;
  expect(await health.problems()).toEqual([expect.stringContaining('still to come. Start the desk again.')]);
});

it('a poll that never ended well is a problem too', async () => {
  const health = aHealth();
  health.expect('central', 'followers');
  now += timings.pollFollowersMs * 10 + 1;
  expect(await health.problems()).toEqual([expect.stringContaining('central: followers not read since')]);
});

it('a poll that another worker ended well is no problem: which of them gets it is chance', async () => {
  const due = fakeDue();
  const [one, other] = [aHealth(undefined, due), aHealth(undefined, due)];
  one.expect('central', 'mentions');
  now += timings.pollMentionsMs * 10;
  other.polled('central', 'mentions');
  now += 1;
  expect(await one.problems()).toEqual([]);
});

it('while the store is away a worker goes by what it ended itself', async () => {
  const away = () => Promise.reject(new Error('Connection is closed.'));
  const health = aHealth(undefined, { polled: away, polledAt: away });
  health.polled('central', 'mentions');
  now += timings.pollMentionsMs * 10;
  expect(await health.problems()).toEqual([]);
  now += 1;
  expect(await health.problems()).toEqual([expect.stringContaining('central: mentions not read since')]);
});

it('answers 200 while all is well, else 503 with what is wrong', async () => {
  const wrong: string[] = [];
  const server = await serveHealth(
    aHealth(() => wrong),
    0,
  );
  expect((await fetch(server.url)).status).toBe(200);
  wrong.push('no connection to Slack');
  const answer = await fetch(server.url);
  expect([answer.status, await answer.text()]).toEqual([503, 'no connection to Slack\n']);
  await server.close();
});
