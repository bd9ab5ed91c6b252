import { type Action, isLegal, rules, type Who } from './actions.js';
import { type Card, newestAct } from './card.js';
import { deskSteps } from './desk-steps.js';
import type { SlackUserId } from './ids.js';
import { isRefusal, type Refusal } from './refusal.js';
import { staffSteps } from './staff-steps.js';
import type { CardEvent, Step } from './step.js';

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
  const entry = { at: now, action: action.do, ...(who.kind === 'staff' ? { by: who.id } : {}) };
  return {
    card: {
      ...result.card,
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

const steps = { ...staffSteps, ...deskSteps };
const historyKept = 100;

/** Why a person may not do this to a card as it is; undefined when they may. */
export function mayNot(card: Card, action: Pick<Action, 'do'>, who: Who, now: number): Refusal | undefined {
  const rule = rules[action.do];
  if (who.kind === 'outsider') return { refused: 'not-staff' };
  if (rule.by === 'desk') {
    if (who.kind !== 'desk') return { refused: 'desk-only' };
    return isLegal(action.do, card.state) ? undefined : whyNot(card, now);
  }
  if (who.kind === 'desk') return { refused: 'not-staff' };
  if (!isLegal(action.do, card.state)) return whyNot(card, now, action);
  if (rule.by === 'holder' && card.holder && card.holder.id !== who.id)
    return notHolder(card, who.id, action);
  if (rule.noTrainee && who.trainee) return { refused: 'trainee' };
  if (rule.needsXSignIn && !who.xSignIn) return { refused: 'no-sign-in' };
  return undefined;
}

function notHolder(card: Card, who: SlackUserId, action: Pick<Action, 'do'>): Refusal {
  const { lostBy, holder } = card;
  if (!holder) return { refused: 'nobody-answers' };
  const writes = action.do === 'save-draft' || action.do === 'approve';
  if (writes && lostBy?.from === who) return { refused: 'lost', by: lostBy.to, at: lostBy.at };
  return action.do === 'hand-off' || writes
    ? { refused: 'taken', by: holder.id, at: holder.since }
    : { refused: 'not-yours', by: holder.id };
}

/** Says of a state why nothing else can be done in it just now. */
function whyNot(card: Card, now: number, action?: Pick<Action, 'do'>): Refusal {
  const { state, holder, reply, handOff, closed } = card;
  const answer = card.answers.at(-1);
  switch (state) {
    case 'open':
      return { refused: 'nobody-answers' };
    case 'claimed':
      return holder ? { refused: 'taken', by: holder.id, at: holder.since } : { refused: 'nobody-answers' };
    case 'sending':
      return reply ? { refused: 'going', by: reply.approvedBy, dueAt: reply.dueAt } : { refused: 'gone' };
    case 'posting':
      return { refused: 'too-late', at: reply?.dueAt ?? now };
    case 'unsure':
      return reply ? { refused: 'checking', by: reply.approvedBy } : { refused: 'gone' };
    case 'sent':
      if (action?.do === 'undo') return { refused: 'too-late', at: answer?.at ?? now };
      return answer?.by
        ? { refused: 'answered', by: answer.by, at: answer.at }
        : {
            refused: 'elsewhere',
            at: answer?.at ?? newestAct(card).at,
            ...(answer?.postId ? { postId: answer.postId } : {}),
          };
    case 'handed-off':
      return handOff && holder
        ? { refused: 'finishing', by: holder.id, openedAt: handOff.openedAt }
        : { refused: 'gone' };
    case 'dismissed':
      return closed ? { refused: 'closed', by: closed.by } : { refused: 'gone' };
  }
}
