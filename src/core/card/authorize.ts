import type { Action, Actor } from './actions.js';
import type { Card } from './card.js';
import type { Refusal } from './refusal.js';
import { isLegal, type Role, rules } from './rules.js';
import { isFollow, lastAnswer, newestAct, writerOf } from './select.js';

type Staff = Extract<Actor, { kind: 'staff' }>;
type Asked = Pick<Action, 'do'> & { readonly confirmed?: true };

/** Why somebody may not do this to a card as it is; undefined when they may. */
export function refusalFor(card: Card, action: Asked, actor: Actor, now: number): Refusal | undefined {
  const rule = rules[action.do];
  if (actor.kind === 'outsider') return notStaff(actor);
  if (actor.kind === 'staff' && rule.by === 'desk') return { refused: 'desk-only' };
  if (actor.kind === 'desk' && rule.by !== 'desk' && !rule.orDesk) return { refused: 'not-staff' };
  if (!isLegal(action.do, card.state)) return whyNot(card, action, now);
  if (card.flag && !rule.flagged) return { refused: 'flagged', ...card.flag };
  if (actor.kind === 'desk') return undefined;
  const refusal = rule.by === 'desk' ? undefined : roles[rule.by](card, actor, action);
  return refusal ?? (rule.needsXSignIn && !actor.xSignIn ? { refused: 'no-sign-in' } : undefined);
}

const roles: Readonly<
  Record<Exclude<Role, 'desk'>, (card: Card, who: Staff, action: Asked) => Refusal | undefined>
> = {
  staff: () => undefined,
  holder: (card, who, action) => (isHolder(card, who) ? undefined : notHolder(card, who, action)),
  writer: (card, who, action) =>
    isHolder(card, who) || card.review?.reviewer === who.id ? undefined : notHolder(card, who, action),
  witness: (card, who, action) => (action.confirmed ? undefined : roles.holder(card, who, action)),
  approver: (card, who, action) => {
    if (card.state === 'in-review') return roles.reviewer(card, who, action);
    if (!isHolder(card, who)) return notHolder(card, who, action);
    if (!who.trainee) return undefined;
    return { refused: action.do === 'hand-off' && isFollow(card) ? 'trainee-greets' : 'trainee' };
  },
  checker: (card, who) => {
    if (card.holder?.id === who.id) return { refused: 'own-check' };
    if (who.trainee) return { refused: 'trainee-check' };
    const reviewer = card.review?.reviewer;
    return reviewer && reviewer !== who.id ? inReview(card) : undefined;
  },
  reviewer: (card, who, action) => {
    const refusal = roles.checker(card, who, action);
    return refusal ?? (card.review?.reviewer === who.id ? undefined : inReview(card));
  },
  lead: (_card, who) => (who.lead ? undefined : { refused: 'lead-only' }),
  deleter: (card, who) => {
    const by = lastAnswer(card)?.by;
    return who.lead || by === who.id ? undefined : { refused: 'not-deleter', ...(by ? { by } : {}) };
  },
};

/** While nobody has a card, anybody may act for it. */
const isHolder = ({ holder }: Card, who: Staff): boolean => !holder || holder.id === who.id;

function notHolder(card: Card, who: Staff, action: Asked): Refusal {
  const { lostBy, holder } = card;
  if (!holder) return { refused: 'nobody-answers' };
  const writes = action.do === 'save-draft' || action.do === 'approve';
  if (writes && lostBy?.from === who.id && lostBy.to === holder.id)
    return { refused: 'lost', by: lostBy.to, at: lostBy.at };
  return action.do === 'hand-off' || writes
    ? { refused: 'taken', by: holder.id, at: holder.since }
    : { refused: 'not-yours', by: holder.id };
}

function inReview({ holder, review }: Card): Refusal {
  if (!holder) return { refused: 'nobody-answers' };
  return { refused: 'in-review', by: holder.id, ...(review?.reviewer ? { reviewer: review.reviewer } : {}) };
}

/** Says of a state why something can't be done in it. */
function whyNot(card: Card, action: Asked, now: number): Refusal {
  const { state, holder, reply, handOff, closed } = card;
  const answer = lastAnswer(card);
  switch (state) {
    case 'open':
      return { refused: 'nobody-answers' };
    case 'claimed':
      return holder ? { refused: 'taken', by: holder.id, at: holder.since } : { refused: 'nobody-answers' };
    case 'in-review':
      return inReview(card);
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

/** Why somebody who is not on the staff may do nothing here. */
export function notStaff(actor: Exclude<Actor, { kind: 'staff' }>): Refusal {
  if (actor.kind === 'outsider' && actor.guest) return { refused: 'guest' };
  return {
    refused: 'not-staff',
    ...(actor.kind === 'outsider' && actor.inChannel ? { inChannel: true } : {}),
  };
}
