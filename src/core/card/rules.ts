import type { Action, ActionName, Actor } from './actions.js';
import { type Card, type CardState, cardStates } from './card.js';
import type { Refusal } from './refusal.js';
import { isFollow, isPrivate, lastAnswer, newestAct, writerOf } from './select.js';

/**
 * Who may do something:
 * - *staff*: any staff member; *lead*: a lead; *desk*: the desk itself, and no person.
 * - *holder*: the person who has the card, or any staff member while nobody has it.
 * - *writer*: the holder or the reviewer.
 * - *witness*: the holder, or any staff member who confirmed that they looked.
 * - *approver*: a holder who is no trainee; while the card is in review, the reviewer.
 * - *checker*: a staff member who is neither the holder, a trainee nor a shared login, while no other colleague checks.
 * - *reviewer*: the checker who pressed *Check*.
 * - *deleter*: the person who sent the last answer, or a lead.
 */
export type Role =
  | 'staff'
  | 'holder'
  | 'writer'
  | 'witness'
  | 'approver'
  | 'checker'
  | 'reviewer'
  | 'deleter'
  | 'lead'
  | 'desk';

/** When an action is legal. */
interface Rule {
  readonly from: readonly CardState[];
  readonly by: Role;
  /** The desk may do it too. */
  readonly orDesk?: true;
  readonly needsXSignIn?: true;
  /** Legal also while the card is flagged "don't answer yet". */
  readonly flagged?: true;
  /** Legal for people also once nothing is kept of what the patron wrote. */
  readonly purged?: true;
  /** Legal for people also where the desk only links to what the patron wrote. */
  readonly linkOnly?: true;
}

/** All states of a card. */
export const everyState: readonly CardState[] = cardStates;

/** States in which a person works on the card. */
const inHand: readonly CardState[] = ['claimed', 'in-review', 'handed-off'];

/** Which action is legal in which states, and for whom. Buttons, refusals and tests read this table and no other. */
export const rules: { readonly [Name in ActionName]: Rule } = {
  claim: { from: ['open'], by: 'staff' },
  'take-over': { from: [...inHand, 'unsure'], by: 'staff' },
  release: { from: inHand, by: 'holder', orDesk: true, linkOnly: true },
  keep: { from: inHand, by: 'writer' },
  pass: { from: ['open', ...inHand], by: 'holder' },
  flag: { from: ['open', ...inHand], by: 'staff', linkOnly: true },
  unflag: { from: ['open', ...inHand], by: 'lead', flagged: true, linkOnly: true },
  'save-draft': { from: ['claimed', 'in-review'], by: 'writer', flagged: true },
  'keep-words': { from: everyState, by: 'staff', flagged: true },
  'ask-review': { from: ['claimed'], by: 'holder' },
  check: { from: ['in-review'], by: 'checker' },
  'send-back': { from: ['in-review'], by: 'reviewer' },
  approve: { from: ['claimed', 'in-review'], by: 'approver' },
  undo: { from: ['sending'], by: 'staff' },
  begin: { from: ['sending'], by: 'desk' },
  'put-back': { from: ['posting'], by: 'desk' },
  // X's own "published" counts however late it comes, also after a person said that the answer is not there.
  publish: { from: everyState, by: 'desk', flagged: true },
  reject: { from: ['posting', 'unsure'], by: 'desk' },
  'mark-unknown': { from: ['posting'], by: 'desk' },
  'not-found': { from: ['unsure'], by: 'desk' },
  // Also during a hand-off: its holder may open another post instead.
  'hand-off': {
    from: ['open', 'claimed', 'in-review', 'handed-off'],
    by: 'approver',
    needsXSignIn: true,
  },
  'timeline-checked': { from: ['handed-off'], by: 'desk', flagged: true },
  seen: { from: everyState, by: 'desk', flagged: true },
  'it-is-there': { from: ['unsure', 'handed-off'], by: 'witness' },
  'not-there': { from: ['unsure', 'handed-off'], by: 'witness' },
  'another-act': { from: everyState, by: 'desk', flagged: true },
  edited: { from: everyState, by: 'desk', flagged: true },
  dismiss: { from: ['open', ...inHand], by: 'holder', linkOnly: true },
  reopen: { from: ['dismissed', 'expired'], by: 'staff', purged: true, linkOnly: true },
  snooze: { from: ['open', 'claimed'], by: 'staff', linkOnly: true },
  wake: { from: ['open', 'claimed'], by: 'staff', orDesk: true, linkOnly: true },
  mute: { from: ['open'], by: 'staff', linkOnly: true },
  start: { from: ['open', 'dismissed', 'expired'], by: 'staff', purged: true },
  greeted: { from: ['open'], by: 'desk' },
  'follow-back': { from: everyState.filter((state) => state !== 'withdrawn'), by: 'staff' },
  hold: { from: everyState, by: 'lead', flagged: true },
  'end-hold': { from: everyState, by: 'lead', flagged: true },
  'delete-from-x': { from: ['sent'], by: 'deleter' },
  expire: { from: ['open'], by: 'desk' },
  withdraw: { from: everyState, by: 'desk', flagged: true },
};

/** Whether an action is legal in a state, for at least one role. */
export const isLegal = (action: ActionName, state: CardState): boolean => rules[action].from.includes(state);

/** Whether an answer goes out that an earlier call may have published: nothing brings it back then. */
export const isSentAgain = ({ state, reply }: Card): boolean =>
  state === 'sending' && reply?.unsureSince !== undefined;

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
  if (card.erased) return { refused: 'gone' };
  if (actor.kind === 'staff' && rule.by === 'desk') return { refused: 'desk-only' };
  if (actor.kind === 'desk' && rule.by !== 'desk' && !rule.orDesk) return { refused: 'not-staff' };
  if (actor.kind === 'staff' && card.linkOnly && !rule.linkOnly) return { refused: 'link-only' };
  if (!isLegal(action.do, card.state)) return refusalOfState(card, action, now);
  if (action.do === 'undo' && card.reply && isSentAgain(card))
    return { refused: 'checking', by: card.reply.writtenBy ?? card.reply.approvedBy };
  if (card.flag && !rule.flagged) return { refused: 'flagged', by: card.flag.to ?? card.flag.by };
  if (actor.kind === 'desk') return undefined;
  if (card.purgedAt !== undefined && !rule.purged) return { refused: 'purged' };
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
    if (person.shared) return { refused: 'shared-check' };
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
  // A private answer has no address of its own.
  const shownPost = answer?.postId && !isPrivate(card) ? { postId: answer.postId } : {};
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
        ? {
            refused: 'answered',
            by: writerOf(answer) ?? answer.by,
            at: answer.at,
            ...shownPost,
          }
        : {
            refused: 'elsewhere',
            at: answer?.at ?? newestAct(card).at,
            ...shownPost,
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
      return { refused: closed?.reason === 'stop' ? 'stopped' : 'removed', first: card.patron.name };
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
