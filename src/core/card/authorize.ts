import type { Action, Actor } from './actions.js';
import type { Card } from './card.js';
import type { Refusal } from './refusal.js';
import { isLegal, type Role, rules } from './rules.js';
import { isFollow, lastAnswer, newestAct, writerOf } from './select.js';

type Staff = Extract<Actor, { kind: 'staff' }>;
/** What a person or the desk wants to do. */
type Attempt = Pick<Action, 'do'> & { readonly confirmed?: true };

/**
 * Why an actor may not do something to a card as it is now (`now` in Unix ms); undefined when they may. It reads the
 * table `rules`.
 */
export function refusalFor(card: Card, action: Attempt, actor: Actor, now: number): Refusal | undefined {
  const rule = rules[action.do];
  if (actor.kind === 'outsider') return notStaffRefusal(actor);
  if (actor.kind === 'staff' && rule.by === 'desk') return { refused: 'desk-only' };
  if (actor.kind === 'desk' && rule.by !== 'desk' && !rule.orDesk) return { refused: 'not-staff' };
  if (!isLegal(action.do, card.state)) return refusalOfState(card, action, now);
  if (card.flag && !rule.flagged) return { refused: 'flagged', by: card.flag.by };
  if (actor.kind === 'desk') return undefined;
  const refusal = rule.by === 'desk' ? undefined : roles[rule.by](card, actor, action);
  return refusal ?? (rule.needsXSignIn && !actor.xSignIn ? { refused: 'no-sign-in' } : undefined);
}

const roles: Readonly<
  Record<Exclude<Role, 'desk'>, (card: Card, person: Staff, action: Attempt) => Refusal | undefined>
> = {
  staff: () => undefined,
  holder: (card, person, action) =>
    isHolder(card, person) ? undefined : refusalForOthers(card, person, action),
  writer: (card, person, action) =>
    isHolder(card, person) || card.review?.reviewer === person.id
      ? undefined
      : refusalForOthers(card, person, action),
  witness: (card, person, action) => (action.confirmed ? undefined : roles.holder(card, person, action)),
  approver: (card, person, action) => {
    if (card.state === 'in-review') return roles.reviewer(card, person, action);
    if (!isHolder(card, person)) return refusalForOthers(card, person, action);
    if (!person.trainee) return undefined;
    return { refused: action.do === 'hand-off' && isFollow(card) ? 'trainee-greets' : 'trainee' };
  },
  checker: (card, person) => {
    if (card.holder?.id === person.id) return { refused: 'own-check' };
    if (person.trainee) return { refused: 'trainee-check' };
    const reviewer = card.review?.reviewer;
    return reviewer && reviewer !== person.id ? refusalInReview(card) : undefined;
  },
  reviewer: (card, person, action) => {
    const refusal = roles.checker(card, person, action);
    return refusal ?? (card.review?.reviewer === person.id ? undefined : refusalInReview(card));
  },
  lead: (_card, person) => (person.lead ? undefined : { refused: 'lead-only' }),
  deleter: (card, person) => {
    const by = lastAnswer(card)?.by;
    return person.lead || by === person.id ? undefined : { refused: 'not-deleter', ...(by ? { by } : {}) };
  },
};

/** While nobody has a card, any staff member may act on it. */
const isHolder = ({ holder }: Card, person: Staff): boolean => !holder || holder.id === person.id;

/** Why a person who does not have the card may not do this. */
function refusalForOthers(card: Card, person: Staff, action: Attempt): Refusal {
  const { lostBy, holder } = card;
  if (!holder) return { refused: 'nobody-answers' };
  const isWriting = action.do === 'save-draft' || action.do === 'approve';
  if (isWriting && lostBy?.from === person.id && lostBy.to === holder.id)
    return { refused: 'lost', by: lostBy.to, at: lostBy.at };
  return action.do === 'hand-off' || isWriting
    ? { refused: 'taken', by: holder.id, at: holder.since }
    : { refused: 'not-yours', by: holder.id };
}

/** The card waits for a check, or a colleague checks it. */
function refusalInReview({ holder, review }: Card): Refusal {
  if (!holder) return { refused: 'nobody-answers' };
  return { refused: 'in-review', by: holder.id, ...(review?.reviewer ? { reviewer: review.reviewer } : {}) };
}

/** Why an action is not legal in the card's state. */
function refusalOfState(card: Card, action: Attempt, now: number): Refusal {
  const { state, holder, reply, handOff, closed } = card;
  const answer = lastAnswer(card);
  switch (state) {
    case 'open':
      return { refused: 'nobody-answers' };
    case 'claimed':
      return holder ? { refused: 'taken', by: holder.id, at: holder.since } : { refused: 'nobody-answers' };
    case 'in-review':
      return refusalInReview(card);
    case 'sending':
      return reply
        ? { refused: 'going', by: reply.writtenBy ?? reply.approvedBy, dueAt: reply.dueAt }
        : { refused: 'gone' };
    case 'posting':
      return { refused: 'too-late', at: reply?.dueAt ?? now };
    case 'unsure':
      return reply ? { refused: 'checking', by: reply.writtenBy ?? reply.approvedBy } : { refused: 'gone' };
    case 'sent':
      if (action.do === 'undo') return { refused: 'too-late', at: answer?.at ?? now };
      return answer?.by
        ? { refused: 'answered', by: writerOf(answer) ?? answer.by, at: answer.at }
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
      return { refused: 'closed', ...(closed?.by ? { by: closed.by } : {}) };
    case 'expired':
      return { refused: 'expired' };
    case 'withdrawn':
      return { refused: 'removed', first: card.patron.name };
  }
}

/** The refusal for an actor who is not on the staff. */
export function notStaffRefusal(actor: Exclude<Actor, { kind: 'staff' }>): Refusal {
  if (actor.kind === 'outsider' && actor.guest) return { refused: 'guest' };
  return {
    refused: 'not-staff',
    ...(actor.kind === 'outsider' && actor.inChannel ? { inChannel: true } : {}),
  };
}
