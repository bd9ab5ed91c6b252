import { expect, it } from 'vitest';
import { freePort } from '../../scripts/redis-process.js';
import { keptLog } from '../queue/open-queue.js';
import { ana, carla } from './desk.js';
import { hands, openScene, scene } from './scene.js';
import { traces } from './traces.js';

const words = 'Yes Quilla, 40 of them at Central.';
/** What patrons and staff said, and what patrons are called. */
const secrets = [
  'Quilla',
  'Zephyrine',
  'quilla_zq',
  'xylograph',
  '40 of them',
  'Barnabo',
  'Oxtoby',
  'marmalade',
];

it('a day of the desk can be read in its log, its metrics and its readiness, and nobody is named in them', async () => {
  const kept = keptLog();
  const port = await freePort();
  await openScene({
    env: { HEALTH_PORT: String(port) },
    overrides: { log: kept.log },
  });
  const ask = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    return { status: response.status, text: (await response.text()).trim() };
  };
  await scene.mention('quilla_zq', 'Quilla Zephyrine', '@centrallibrary Any xylograph novels?');
  await hands.writes(ana, 'Quilla Zephyrine', 'Answer', words);
  await hands.submit(ana);
  await scene.pass(60_000);
  expect(scene.published(words)).toHaveLength(1);
  await scene.mention('barnabo_ox', 'Barnabo Oxtoby', '@centrallibrary When is the marmalade club?');
  await hands.command(carla, '/greet', 'pause marmalade everywhere');
  await hands.command(carla, '/greet', 'resume');

  const decided = kept.lines.filter(({ msg }) => msg === 'decided');
  expect(decided.map(({ action, by }) => [action, by].join(' ').trim())).toEqual([
    'arrive',
    `claim ${ana}`,
    `approve ${ana}`,
    'begin',
    'publish',
    'arrive',
    `pause ${carla}`,
    `resume ${carla}`,
  ]);
  expect(decided[4]).toMatchObject({
    desk: 'central',
    card: expect.stringMatching(/^mention-\d+-\d+$/u),
    state: 'sent',
    attempt: 1,
    outcome: 'sent',
  });
  const polls = kept.lines.filter(({ everyMs }) => everyMs !== undefined);
  const kinds = ['mentions', 'followers', 'own-posts', 'recheck', 'colleagues', 'shifts', 'keeping'];
  expect(polls.map(({ poll }) => poll)).toEqual(expect.arrayContaining(kinds));
  expect(new Set(polls.map(({ poll }) => poll)).size).toBe(polls.length);
  expect(polls.find(({ poll }) => poll === 'mentions')?.msg).toMatch(
    /^mentions: watching since 20.*Z, every 60 s$/u,
  );

  const metrics = await ask('/metrics');
  const samples = metrics.text.split('\n');
  for (const sample of [
    'greeting_desk_acts_total{desk="central",kind="mention",topic="question"} 2',
    'greeting_desk_sends_total{desk="central",outcome="sent"} 1',
    'greeting_desk_calls_total{network="x",method="POST /2/tweets",result="ok"} 1',
    'greeting_desk_cards{desk="central",state="sent"} 1',
    'greeting_desk_cards{desk="central",state="open"} 1',
    'greeting_desk_slack_connections 2',
    'greeting_desk_paused{desk="central"} 0',
    'greeting_desk_problems 0',
    'greeting_desk_queue_jobs{state="waiting"} 0',
  ])
    expect(samples).toContain(sample);
  const figureOf = (name: string) =>
    Number(
      samples
        .find((one) => one.startsWith(`${name} `))
        ?.split(' ')
        .at(-1),
    );
  expect(figureOf('greeting_desk_poll_age_seconds{desk="central",poll="mentions"}')).toBeLessThan(60);
  const { microUsd } = await scene.app.ledger.month();
  expect(figureOf('greeting_desk_month_cost_dollars{desk="central"}')).toBeCloseTo(microUsd / 1e6, 6);
  expect(samples.some((one) => one.startsWith('greeting_desk_presses_total{result="answered"}'))).toBe(true);
  // What was called before the figures were served is counted, too.
  expect(samples.some((one) => one.includes('network="slack",method="auth.test",result="ok"'))).toBe(true);
  expect(samples.some((one) => one.startsWith('nodejs_eventloop_lag_seconds'))).toBe(true);
  expect(samples.some((one) => one.includes('network="slack",method="chat.postMessage",result="ok"'))).toBe(
    true,
  );

  const ready = await ask('/readyz');
  expect(ready.status).toBe(200);
  expect(ready.text).toMatch(
    /^ok\ncentral: read mentions \d+ s ago, .*\nSlack: 2 connections, last press answered, \d+ s ago$/u,
  );
  expect(await ask('/healthz')).toEqual({ status: 200, text: 'ok' });

  const all = { log: JSON.stringify(kept.lines), metrics: metrics.text, ready: ready.text };
  expect(traces(new Map(Object.entries(all)), secrets)).toEqual([]);
}, 60_000);
