import type { SlackUserId } from '../ids.js';
import type { Action, Actor, CardEvent, Transition } from './actions.js';
import { answerTransitions } from './answer-transitions.js';
import { refusalFor } from './authorize.js';
import type { Card, HistoryEntry } from './card.js';
import { withClock } from './card-clock.js';
import { deliveryTransitions } from './delivery-transitions.js';
import { inboundTransitions } from './inbound-transitions.js';
import { isRefusal, type Refusal } from './refusal.js';
import { teamTransitions } from './team-transitions.js';

export interface Decision {
  readonly card: Card;
  readonly events: readonly CardEvent[];
  /** The card is another one than before: whatever follows from the action follows now, and once. */
  readonly changed: boolean;
}

/** Nothing comes of it: the card stays as it is. */
export const unchanged = (card: Card): Decision => ({ card, events: [], changed: false });

/**
 * What an action makes of a card, or why it may not be. Total and pure. A step that finds nothing to do, such as a
 * doubled press or an act that is known, gives back the same card.
 */
export function decide(card: Card, action: Action, actor: Actor, now: number): Decision | Refusal {
  const refusal = refusalFor(card, action, actor, now);
  if (refusal) return isDoubled(card, action, actor, now) ? unchanged(card) : refusal;
  const step = steps[action.do] as (
    card: Card,
    action: Action,
    actor: Actor,
    now: number,
  ) => Transition | Refusal;
  const result = step(card, action, actor, now);
  if (isRefusal(result)) return result;
  if (result.card === card) return unchanged(card);
  if (result.quiet) return { card: result.card, events: [], changed: true };
  const clocked = withClock(card, result.card, now);
  const entry = {
    at: now,
    action: result.recordedAs ?? action.do,
    ...(actor.kind === 'staff' ? pressed(action, actor.id) : {}),
  };
  return {
    card: {
      ...clocked,
      version: card.version + 1,
      changedAt: now,
      history: [...card.history, entry].slice(-historyKept),
    },
    events: result.events ?? [],
    changed: true,
  };
}

/** Slack may bring one press twice (ms between them at the most); the second changes nothing and is no mistake. */
const doubledWithinMs = 5_000;

/** Whether the same person pressed the very same last, with all its arguments. */
function isDoubled({ history }: Card, action: Action, actor: Actor, now: number): boolean {
  const last = history.at(-1);
  if (!last || actor.kind !== 'staff' || last.action !== action.do) return false;
  const { by, args } = pressed(action, actor.id);
  return last.by === by && last.args === args && now - last.at < doubledWithinMs;
}

/** What the history notes of a person's press: who it was, and a digest of the arguments if there are any. */
function pressed({ do: _name, ...args }: Action, by: SlackUserId): Pick<HistoryEntry, 'by' | 'args'> {
  return { by, ...(Object.keys(args).length > 0 ? { args: digest(JSON.stringify(args)) } : {}) };
}

/** 32 bits of FNV-1a: enough to tell two presses of one person apart. The history keeps nobody's words. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}

const steps = { ...answerTransitions, ...teamTransitions, ...deliveryTransitions, ...inboundTransitions };
const historyKept = 100;
