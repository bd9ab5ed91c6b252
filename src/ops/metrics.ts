import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { secondMs } from '../core/durations.js';
import type { CallResult } from '../errors.js';
import { type Decision, sendOutcomes } from './decisions.js';
import type { Reading } from './readings.js';

/** What this process did, and what the store holds, in the text format of Prometheus. */
export interface Metrics {
  /** Counts a call that ended. `method` is the network's own name for it, without ids. */
  called(network: 'slack' | 'x' | 'bluesky'): (method: string, result: CallResult) => void;
  decided(decision: Decision): void;
  /** Slack sent a press, form or command; whether it was acknowledged. */
  pressed(isAnswered: boolean): void;
  /** Which desks there are. A count that appears with its first event has not grown, as Prometheus sees it: theirs begin at 0. */
  begins(desks: Iterable<string>): void;
  /** Begins to measure the process itself: its event loop, memory and processor. It goes on until the process ends. */
  measureProcess(): void;
  /** All of it. What the store holds is read now; of a store that is away it says nothing. */
  text(): Promise<string>;
  readonly contentType: string;
}

const dollarMicroUsd = 1_000_000;

/**
 * Names and labels by Prometheus's conventions; https://prometheus.io/docs/practices/naming/. Labels are desks of desk.yaml and
 * names of the program, never a card, a person or a word of theirs. Counters count what this process did since it started:
 * sum them over all processes. `read` reads the store, which all processes share, so any of them tells the same.
 */
export function createMetrics(read: () => Promise<Reading>): Metrics {
  const register = new Registry();
  const registers = [register];
  const counter = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Counter({ name: `greeting_desk_${name}_total`, help, labelNames, registers });
  const gauge = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Gauge({ name: `greeting_desk_${name}`, help, labelNames, registers });

  const acts = counter('acts', 'What patrons did, as this process stored it.', 'desk', 'kind', 'topic');
  const decisions = counter('decisions', 'What was decided on cards here.', 'desk', 'action');
  const sends = counter(
    'sends',
    'What became of approvals and hand-offs, as this process saw it.',
    'desk',
    'outcome',
  );
  const calls = counter(
    'calls',
    'Calls of this process to Slack, X and Bluesky.',
    'network',
    'method',
    'result',
  );
  const presses = counter('presses', 'Presses, forms and commands that Slack sent here.', 'result');
  for (const result of ['answered', 'unanswered'] as const) presses.inc({ result }, 0);

  const connections = gauge('slack_connections', 'Connections of this process to Slack that stand.');
  const problems = gauge('problems', 'What is wrong for longer, as this process knows it; /readyz names it.');

  const cards = gauge('cards', 'Cards in the store.', 'desk', 'state');
  const oldest = gauge(
    'oldest_question_open_seconds',
    'Opening hours for which the oldest question without an answer has waited; 0 for none.',
    'desk',
  );
  const target = gauge(
    'question_target_open_seconds',
    'Opening hours in which that question should be answered, by desk.yaml.',
    'desk',
  );
  const cost = gauge('month_cost_dollars', 'What X has billed since the UTC month began.', 'desk');
  const budget = gauge('month_budget_dollars', "The owner's budget for a month.", 'desk');
  const costTogether = gauge('together_cost_dollars', 'What X has billed the desks that share a budget.');
  const budgetTogether = gauge('together_budget_dollars', 'The budget that they share for a month.');
  const pollAge = gauge('poll_age_seconds', 'Since a poll last ended well, in any process.', 'desk', 'poll');
  const pollInterval = gauge('poll_interval_seconds', 'How often a poll runs.', 'desk', 'poll');
  const refusals = gauge('lasting_refusals', 'What a desk has not reached for long.', 'desk', 'look');
  const paused = gauge('paused', 'Whether sending is paused: 1 or 0.', 'desk');
  const queue = gauge('queue_jobs', 'Jobs of all desks that wait or run.', 'state');

  function fill({ desks, jobs, slackConnections, problems: wrong, together }: Reading): void {
    const all = [cards, oldest, target, cost, budget, pollAge, pollInterval, refusals, paused, queue];
    for (const one of all) one.reset();
    // The library shows 0 for a gauge without labels that was never set.
    for (const one of [connections, costTogether, budgetTogether]) one.remove();
    problems.set(wrong);
    if (slackConnections !== undefined) connections.set(slackConnections);
    if (together) {
      costTogether.set(together.costMicroUsd / dollarMicroUsd);
      budgetTogether.set(together.budgetUsd);
    }
    for (const [state, count] of Object.entries(jobs ?? {})) queue.set({ state }, count);
    for (const one of desks) {
      const { desk } = one;
      for (const [state, count] of Object.entries(one.cards)) cards.set({ desk, state }, count);
      oldest.set({ desk }, one.oldestQuestionOpenMs / secondMs);
      if (one.targetOpenMs !== undefined) target.set({ desk }, one.targetOpenMs / secondMs);
      if (one.costMicroUsd !== undefined) cost.set({ desk }, one.costMicroUsd / dollarMicroUsd);
      if (one.budgetUsd !== undefined) budget.set({ desk }, one.budgetUsd);
      if (one.isPaused !== undefined) paused.set({ desk }, one.isPaused ? 1 : 0);
      for (const look of one.refusals) refusals.set({ desk, look }, 1);
      for (const { poll, ageMs, intervalMs } of one.polls) {
        pollAge.set({ desk, poll }, ageMs / secondMs);
        pollInterval.set({ desk, poll }, intervalMs / secondMs);
      }
    }
  }

  return {
    called: (network) => (method, result) => calls.inc({ network, method, result }),
    pressed: (isAnswered) => presses.inc({ result: isAnswered ? 'answered' : 'unanswered' }),
    decided({ desk, action, outcome, acts: found = [] }) {
      decisions.inc({ desk, action });
      if (outcome) sends.inc({ desk, outcome });
      for (const { kind, topic } of found) acts.inc({ desk, kind, topic });
    },
    begins(desks) {
      for (const desk of desks) for (const outcome of sendOutcomes) sends.inc({ desk, outcome }, 0);
    },
    measureProcess: () => collectDefaultMetrics({ register }),
    async text() {
      fill(await read());
      return register.metrics();
    },
    contentType: register.contentType,
  };
}
