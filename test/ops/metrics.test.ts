import { expect, it } from 'vitest';
import { cardId } from '../../src/core/ids.js';
import { createMetrics } from '../../src/ops/metrics.js';
import { factsOf, type Reading } from '../../src/ops/readings.js';
import { ana } from '../build.js';
import { aDeskReading, aReading } from './a-reading.js';

/** The samples of a text of metrics that contain a word. */
const samples = async (metrics: ReturnType<typeof createMetrics>, word: string) =>
  (await metrics.text()).split('\n').filter((line) => !line.startsWith('#') && line.includes(word));

it('what was decided is counted by desk: what patrons did by kind and topic, and what became of sends', async () => {
  const metrics = createMetrics(async () => aReading);
  const card = cardId('mention-5001-2001');
  const about = { desk: 'central', card, state: 'sent', by: ana } as const;
  metrics.decided({ ...about, action: 'arrive', acts: [{ kind: 'mention', topic: 'question' }] });
  metrics.decided({ ...about, action: 'publish', attempt: 1, outcome: 'sent' });
  metrics.decided({ ...about, action: 'publish', attempt: 2, outcome: 'sent' });
  expect(await samples(metrics, '_acts')).toEqual([
    'greeting_desk_acts_total{desk="central",kind="mention",topic="question"} 1',
  ]);
  expect(await samples(metrics, '_sends')).toEqual([
    'greeting_desk_sends_total{desk="central",outcome="sent"} 2',
  ]);
  // No label has as many values as there are cards or people.
  expect(await metrics.text()).not.toMatch(/5001|U0ANA/u);
});

it('calls are counted by network, method and result, and presses by whether they were answered', async () => {
  const metrics = createMetrics(async () => aReading);
  metrics.called('x')('POST /2/tweets', 'unknown');
  metrics.pressed(true);
  metrics.pressed(false);
  expect(await samples(metrics, '_calls')).toEqual([
    'greeting_desk_calls_total{network="x",method="POST /2/tweets",result="unknown"} 1',
  ]);
  expect(await samples(metrics, '_presses')).toHaveLength(2);
});

it('what the store holds is told in seconds and dollars', async () => {
  const metrics = createMetrics(async () => aReading);
  expect(await samples(metrics, 'open_seconds')).toEqual([
    'greeting_desk_oldest_question_open_seconds{desk="central"} 90',
    'greeting_desk_question_target_open_seconds{desk="central"} 14400',
  ]);
  expect(await samples(metrics, '_month_')).toEqual([
    'greeting_desk_month_cost_dollars{desk="central"} 1.25',
    'greeting_desk_month_budget_dollars{desk="central"} 20',
  ]);
  expect(await samples(metrics, '_poll_')).toEqual([
    'greeting_desk_poll_age_seconds{desk="central",poll="mentions"} 12.4',
    'greeting_desk_poll_interval_seconds{desk="central",poll="mentions"} 60',
  ]);
});

it('what desks spend together is told beside the budget that they share', async () => {
  const metrics = createMetrics(async () => aReading);
  expect(await samples(metrics, '_together_')).toEqual([
    'greeting_desk_together_cost_dollars 2.5',
    'greeting_desk_together_budget_dollars 30',
  ]);
  const alone = createMetrics(async () => ({ ...aReading, together: undefined }));
  expect(await samples(alone, '_together_')).toEqual([]);
});

it('what an alert counts is there at 0 before it happens for the first time', async () => {
  const metrics = createMetrics(async () => aReading);
  expect(await samples(metrics, '_presses')).toContain('greeting_desk_presses_total{result="unanswered"} 0');
  metrics.begins(['central']);
  expect(await samples(metrics, '_sends')).toContain(
    'greeting_desk_sends_total{desk="central",outcome="refused"} 0',
  );
});

it('what is over, and a store that is away, leave no figure behind', async () => {
  let reading: Reading = aReading;
  const metrics = createMetrics(async () => reading);
  expect(await samples(metrics, '_lasting_refusals')).toHaveLength(1);
  reading = { ...aReading, desks: [{ ...aDeskReading, refusals: [] }] };
  expect(await samples(metrics, '_lasting_refusals')).toEqual([]);
  reading = { ...aReading, desks: [], jobs: undefined };
  expect(await samples(metrics, 'central')).toEqual([]);
  expect(await samples(metrics, '_queue_jobs')).toEqual([]);
  expect(await samples(metrics, '_problems')).toEqual(['greeting_desk_problems 1']);
});

it('a process without connections to Slack has no figure of them', async () => {
  const metrics = createMetrics(async () => ({
    ...aReading,
    slackConnections: undefined,
  }));
  expect(await samples(metrics, 'greeting_desk_slack')).toEqual([]);
});

it('how it stands is said in lines', () => {
  const now = 1_796_000_040_000;
  expect(factsOf(aReading, now)).toEqual([
    'central: read mentions 12 s ago',
    'Slack: 2 connections, last press answered, 40 s ago',
  ]);
  const polls = aDeskReading.polls.map((one) => ({ ...one, isSeen: false }));
  const begun = { ...aReading, desks: [{ ...aDeskReading, polls }], lastPress: undefined };
  expect(factsOf(begun, now)).toEqual([
    'central: read mentions not yet',
    'Slack: 2 connections, no press since the start',
  ]);
  expect(factsOf({ ...aReading, slackConnections: undefined }, now)).toHaveLength(1);
});
