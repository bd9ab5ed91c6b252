import { secondMs } from '../durations.js';
import type { SlackUserId } from '../ids.js';
import type { Action, Actor, CardEvent, Transition } from './actions.js';
import { answerTransitions } from './answer-transitions.js';
import type { Card, HistoryEntry } from './card.js';
import { withClock } from './card-clock.js';
import { deliveryTransitions } from './delivery-transitions.js';
import { answerEvents, inboundTransitions } from './inbound-transitions.js';
import { checkKey, type MessageKey, passKey } from './message.js';
import { isRefusal, type Refusal } from './refusal.js';
import { withoutQuotingWords, withUnsignedDraft } from './returned-words.js';
import { refusalFor } from './rules.js';
import { isHello } from './select.js';
import { teamTransitions } from './team-transitions.js';

/** What came of an action. */
export interface Decision {
  /** Keeps the events until what follows from them was done. */
  readonly card: Card;
  readonly events: readonly CardEvent[];
  /** The card is a different one than before: only then does anything follow from the action, and once. */
  readonly changed: boolean;
}

/** The decision that leaves a card as it is. */
export const unchanged = (card: Card): Decision => ({ card, events: [], changed: false });

/**
 * What an action makes of a card at a time (`now` in Unix ms), or why it is refused. An action with nothing to do, such
 * as a repeated press or an act that the card has already, gives the same card.
 */
export function decide(card: Card, action: Action, actor: Actor, now: number): Decision | Refusal {
  const refusal = refusalFor(card, action, actor, now);
  if (refusal) return isRepeatedPress(card, action, actor, now) ? unchanged(card) : refusal;
  const transition = transitions[action.do] as (
    card: Card,
    action: Action,
    actor: Actor,
    now: number,
  ) => Transition | Refusal;
  const result = transition(card, action, actor, now);
  if (isRefusal(result)) return result;
  if (result.card === card) return unchanged(card);
  if (result.quiet) return { card: result.card, events: [], changed: true };
  const events = [
    ...(result.events ?? []),
    ...helloSent(card, result.card, now),
    ...answerEvents(card, result.card, now),
  ];
  const clocked = withClock(card, withUnsignedDraft(card, withoutQuotingWords(result.card)), now);
  const next = withEvents(clocked, card, events);
  const entry = {
    at: now,
    action: result.recordedAs ?? action.do,
    ...(actor.kind === 'staff' ? entryOfPress(action, actor.id) : {}),
  };
  return {
    card: {
      ...next,
      version: card.version + 1,
      changedAt: result.aside ? card.changedAt : now,
      history: [...card.history, entry].slice(-historyKept),
    },
    events,
    changed: true,
  };
}

/** The event of a hello that is on X now, whether our call, our timeline or a person says so. */
function helloSent(before: Card, after: Card, at: number): readonly CardEvent[] {
  const isNew = isHello(after) && after.state === 'sent' && before.state !== 'sent';
  return isNew ? [{ event: 'hello-sent', at }] : [];
}

/** Slack may deliver one press twice within this time. The second is not refused, and changes nothing. */
const repeatedWithinMs = 5 * secondMs;

/** Whether the newest step of the card is the same press of the same person, with the same arguments. */
function isRepeatedPress({ history }: Card, action: Action, actor: Actor, now: number): boolean {
  const last = history.at(-1);
  if (!last || actor.kind !== 'staff' || last.action !== action.do) return false;
  const { by, args } = entryOfPress(action, actor.id);
  return last.by === by && last.args === args && now - last.at < repeatedWithinMs;
}

/** What the history keeps of a person's press: who it was, and a hash of the arguments if there are any. */
function entryOfPress({ do: _name, ...args }: Action, by: SlackUserId): Pick<HistoryEntry, 'by' | 'args'> {
  return { by, ...(Object.keys(args).length > 0 ? { args: hashOf(JSON.stringify(args)) } : {}) };
}

/**
 * The FNV-1a hash of a text, 32 bits in base 36. Arguments may be somebody's words, which the history must not keep;
 * core imports no `node:crypto`. If two different presses had one hash, the second one would not show its refusal.
 */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}

const transitions = {
  ...answerTransitions,
  ...teamTransitions,
  ...deliveryTransitions,
  ...inboundTransitions,
};
/** Entries of the history that a card keeps: more than *History* shows. */
const historyKept = 100;

/** The events of a card from which something has yet to follow, oldest first. */
export const pendingEvents = (card: Card): readonly CardEvent[] => card.pending ?? eventsOf(card);

/**
 * Version 0.1.0 kept no events: what its cards may still have to be followed by is read off them. All of it may be done
 * again. A card of a later version that has no list has had no such event.
 */
function eventsOf(card: Card): readonly CardEvent[] {
  const { changedAt, flag, holder, note, passes, review, state } = card;
  const isCalled = (key: MessageKey) => card.messages[key]?.begunAt !== undefined || card.messages[key]?.ts;
  const pass = passes.at(-1);
  // Those versions named a colleague in the thread: one whom no line named yet is told.
  const isUnchecked = state === 'in-review' && review && !review.reviewer && !isCalled(checkKey(review));
  const isPassed = state === 'claimed' && pass?.to === holder?.id && !isCalled(passKey(passes.length - 1));
  return [
    ...(isUnchecked ? [{ event: 'check-asked', at: review.askedAt } as const] : []),
    ...(isPassed && pass ? [{ event: 'passed', at: pass.at } as const] : []),
    ...(flag ? [{ event: 'flagged', by: flag.by, at: flag.at } as const] : []),
    ...(state === 'claimed' && holder && note?.back
      ? [{ event: 'sent-back', to: holder.id, at: note.at } as const]
      : []),
    ...(state === 'sent' && isHello(card) ? [{ event: 'hello-sent', at: changedAt } as const] : []),
  ];
}

/** The card after more events. */
export const withEvents = (card: Card, before: Card, events: readonly CardEvent[]): Card =>
  events.length > 0 ? { ...card, pending: [...pendingEvents(before), ...events] } : card;

/** The card once what follows from these events was done; the same card when it has none of them. */
export function withoutEvents(card: Card, done: readonly CardEvent[]): Card {
  const isDone = (event: CardEvent) => done.some((one) => JSON.stringify(one) === JSON.stringify(event));
  const pending = pendingEvents(card);
  const left = pending.filter((event) => !isDone(event));
  return left.length === pending.length ? card : { ...card, pending: left };
}

/**
 * The card whose flag asks another lead, who is told of it: the one who was asked is no lead any more. The same card when it
 * asks that lead already, or nobody by name.
 */
export function askedAgain(card: Card, to: SlackUserId): Card {
  const { flag } = card;
  if (!flag?.to || flag.to === to) return card;
  const asked = { ...card, flag: { ...flag, to }, version: card.version + 1 };
  return withEvents(asked, card, [{ event: 'flagged', by: flag.by, at: flag.at }]);
}
