import {
  sendOutcomes
} from "./chunk-E74SHGMR.js";
import "./chunk-VQ2JEA5N.js";
import "./chunk-5A2VF7ET.js";
import "./chunk-3J5ILMX7.js";
import {
  secondMs
} from "./chunk-5EYM5PYM.js";

// dist/ops/metrics.js
import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";
var dollarMicroUsd = 1e6;
function createMetrics(read) {
  const register = new Registry();
  const registers = [register];
  const counter = (name, help, ...labelNames) => new Counter({ name: `greeting_desk_${name}_total`, help, labelNames, registers });
  const gauge = (name, help, ...labelNames) => new Gauge({ name: `greeting_desk_${name}`, help, labelNames, registers });
  const acts = counter("acts", "What patrons did, as this process stored it.", "desk", "kind", "topic");
  const decisions = counter("decisions", "What was decided on cards here.", "desk", "action");
  const sends = counter("sends", "What became of approvals and hand-offs, as this process saw it.", "desk", "outcome");
  const calls = counter("calls", "Calls of this process to Slack, X and Bluesky.", "network", "method", "result");
  const presses = counter("presses", "Presses, forms and commands that Slack sent here.", "result");
  for (const result of ["answered", "unanswered"])
    presses.inc({ result }, 0);
  const connections = gauge("slack_connections", "Connections of this process to Slack that stand.");
  const problems = gauge("problems", "What is wrong for longer, as this process knows it; /readyz names it.");
  const cards = gauge("cards", "Cards in the store.", "desk", "state");
  const oldest = gauge("oldest_question_open_seconds", "Opening hours for which the oldest question without an answer has waited; 0 for none.", "desk");
  const target = gauge("question_target_open_seconds", "Opening hours in which that question should be answered, by desk.yaml.", "desk");
  const cost = gauge("month_cost_dollars", "What X has billed since the UTC month began.", "desk");
  const budget = gauge("month_budget_dollars", "The owner's budget for a month.", "desk");
  const costTogether = gauge("together_cost_dollars", "What X has billed the desks that share a budget.");
  const budgetTogether = gauge("together_budget_dollars", "The budget that they share for a month.");
  const pollAge = gauge("poll_age_seconds", "Since a poll last ended well, in any process.", "desk", "poll");
  const pollInterval = gauge("poll_interval_seconds", "How often a poll runs.", "desk", "poll");
  const refusals = gauge("lasting_refusals", "What a desk has not reached for long.", "desk", "look");
  const paused = gauge("paused", "Whether sending is paused: 1 or 0.", "desk");
  const queue = gauge("queue_jobs", "Jobs of all desks that wait or run.", "state");
  function fill({ desks, jobs, slackConnections, problems: wrong, together }) {
    const all = [cards, oldest, target, cost, budget, pollAge, pollInterval, refusals, paused, queue];
    for (const one of all)
      one.reset();
    for (const one of [connections, costTogether, budgetTogether])
      one.remove();
    problems.set(wrong);
    if (slackConnections !== void 0)
      connections.set(slackConnections);
    if (together) {
      costTogether.set(together.costMicroUsd / dollarMicroUsd);
      budgetTogether.set(together.budgetUsd);
    }
    for (const [state, count] of Object.entries(jobs ?? {}))
      queue.set({ state }, count);
    for (const one of desks) {
      const { desk } = one;
      for (const [state, count] of Object.entries(one.cards))
        cards.set({ desk, state }, count);
      oldest.set({ desk }, one.oldestQuestionOpenMs / secondMs);
      if (one.targetOpenMs !== void 0)
        target.set({ desk }, one.targetOpenMs / secondMs);
      if (one.costMicroUsd !== void 0)
        cost.set({ desk }, one.costMicroUsd / dollarMicroUsd);
      if (one.budgetUsd !== void 0)
        budget.set({ desk }, one.budgetUsd);
      if (one.isPaused !== void 0)
        paused.set({ desk }, one.isPaused ? 1 : 0);
      for (const look of one.refusals)
        refusals.set({ desk, look }, 1);
      for (const { poll, ageMs, intervalMs } of one.polls) {
        pollAge.set({ desk, poll }, ageMs / secondMs);
        pollInterval.set({ desk, poll }, intervalMs / secondMs);
      }
    }
  }
  return {
    called: (network) => (method, result) => calls.inc({ network, method, result }),
    pressed: (isAnswered) => presses.inc({ result: isAnswered ? "answered" : "unanswered" }),
    decided({ desk, action, outcome, acts: found = [] }) {
      decisions.inc({ desk, action });
      if (outcome)
        sends.inc({ desk, outcome });
      for (const { kind, topic } of found)
        acts.inc({ desk, kind, topic });
    },
    begins(desks) {
      for (const desk of desks)
        for (const outcome of sendOutcomes)
          sends.inc({ desk, outcome }, 0);
    },
    measureProcess: () => collectDefaultMetrics({ register }),
    async text() {
      fill(await read());
      return register.metrics();
    },
    contentType: register.contentType
  };
}
export {
  createMetrics
};
