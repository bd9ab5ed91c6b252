import type { Action, Who } from './actions.js';
import type { Card } from './card.js';
import { withClock } from './card-clock.js';
import { deskSteps } from './desk-steps.js';
import { mayNot } from './may.js';
import { isRefusal, type Refusal } from './refusal.js';
import { staffSteps } from './staff-steps.js';
import type { CardEvent, Step } from './step.js';
import { teamSteps } from './team-steps.js';
import { watchSteps } from './watch-steps.js';

export interface Decision {
  readonly card: Card;
  readonly events: readonly CardEvent[];
}

/**
 * What an action makes of a card, or why it may not be. Total and pure. A step that finds nothing to do, such as a
 * doubled press or an act that is known, gives back the same card.
 */
export function decide(card: Card, action: Action, who: Who, now: number): Decision | Refusal {
  const refusal = mayNot(card, action, who, now);
  if (refusal) return isDoubled(card, action, who, now) ? { card, events: [] } : refusal;
  const step = steps[action.do] as (card: Card, action: Action, who: Who, now: number) => Step | Refusal;
  const result = step(card, action, who, now);
  if (isRefusal(result)) return result;
  if (result.card === card || result.quiet) return { card: result.card, events: [] };
  const clocked = withClock(card, result.card, now);
  const entry = { at: now, action: action.do, ...(who.kind === 'staff' ? { by: who.id } : {}) };
  return {
    card: {
      ...clocked,
      version: card.version + 1,
      changedAt: now,
      history: [...card.history, entry].slice(-historyKept),
    },
    events: result.events ?? [],
  };
}

/** Slack may bring one press twice (ms between them at the most); the second changes nothing and is no mistake. */
const doubledWithinMs = 5_000;

function isDoubled({ history }: Card, action: Action, who: Who, now: number): boolean {
  const last = history.at(-1);
  if (!last || who.kind !== 'staff') return false;
  return last.action === action.do && last.by === who.id && now - last.at < doubledWithinMs;
}

const steps = { ...staffSteps, ...teamSteps, ...deskSteps, ...watchSteps };
const historyKept = 100;
