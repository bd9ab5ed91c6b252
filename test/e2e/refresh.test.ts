import { beforeEach, expect, it } from 'vitest';
import { keptLog } from '../queue/open-queue.js';
import { ana } from './desk.js';
import { hands, openScene, scene } from './scene.js';

let kept: ReturnType<typeof keptLog>;
beforeEach(async () => {
  kept = keptLog();
  await openScene({ overrides: { log: kept.log, timings: { dependencyCheckMs: 50 } } });
});

const connections = async () =>
  ((await scene.slack('connections', {})).connections as { leaving: boolean }[]).filter(
    ({ leaving }) => !leaving,
  ).length;
const said = () => kept.said();

it.each(['refresh_requested', 'warning'])(
  'Slack ends one connection after the other (%s), and each press is taken meanwhile',
  async (reason) => {
    for (let refresh = 0; refresh < 4; refresh++) {
      await expect.poll(connections).toBe(2);
      const before = [hands.command(ana, '/greet'), hands.command(ana, '/rota')];
      await scene.slack('disconnect', { reason });
      const during = [hands.command(ana, '/greet'), hands.command(ana, '/rota')];
      // Each throws when its press was not acknowledged.
      await Promise.all([...before, ...during]);
    }
    expect(said()).toEqual(['started']);
  },
);

it('Slack ends all connections at once, and new ones stand before the library by itself would begin to make them', async () => {
  await scene.slack('disconnect', { reason: 'refresh_requested', all: true });
  const begun = performance.now();
  await expect.poll(connections, { interval: 10 }).toBe(2);
  expect(performance.now() - begun).toBeLessThan(5_000);
  await hands.command(ana, '/greet');
});

it('a connection that breaks without a word is made again, also when Slack is away for a while', async () => {
  scene.sandbox.faults.plan({ side: 'slack', how: 'refused', ms: 700 });
  await scene.slack('disconnect', { reason: 'cut', all: true });
  const gone = 'No connection to Slack; trying until there is one.';
  await expect.poll(said).toContain(gone);
  await expect.poll(connections).toBe(2);
  await hands.command(ana, '/greet');
  const back = 'The connection to Slack is well again.';
  await expect.poll(said).toContain(back);
  expect(said().filter((line) => line === gone || line === back)).toEqual([gone, back]);
});

it('an address for a new connection that Slack never gives is asked for again', async () => {
  scene.sandbox.faults.plan({
    side: 'slack',
    call: 'apps.connections.open',
    when: 'before',
    how: 'hang',
    times: 2,
  });
  await scene.slack('disconnect', { reason: 'cut', all: true });
  await expect.poll(connections, { interval: 10 }).toBe(0);
  await expect.poll(connections, { timeout: 20_000 }).toBe(2);
  await hands.command(ana, '/greet');
}, 60_000);
