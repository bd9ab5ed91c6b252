import { minuteMs, secondMs } from '../durations.js';
import type { PostId } from '../ids.js';
import { omit } from '../omit.js';
import type { CardEvent, Sighting, Transitions } from './actions.js';
import {
  coveredBy,
  finishedCard,
  returnedToWriter,
  sameAct,
  stillUnanswered,
  withAnswer,
  withReportedPost,
} from './answered.js';
import type { Answer, Card, HandOff, Pause, Reply } from './card.js';
import { isFollow, isHello, isPrivate, isWritten, unanswered, withSaidOfPost } from './select.js';

/** How the desk sends an answer and finds out whether X published it. */
export const deliveryTransitions: Transitions<
  'begin' | 'put-back' | 'publish' | 'reject' | 'mark-unknown' | 'not-found' | 'seen' | 'timeline-checked'
> = {
  begin: (card, action, _actor, now) => {
    const { reply } = card;
    if (!reply) return { card };
    if (reply.boot !== action.boot) {
      const known: Reply = { ...reply, boot: action.boot, onlyLook: true };
      return { card: unsure(card, known, now), recordedAs: 'mark-unknown' };
    }
    if (now < reply.dueAt) return { card };
    const isAgain = reply.unsureSince !== undefined;
    if (action.pause || now > reply.goodUntil || (isAgain && !mayCallAgain(reply, now))) {
      // An earlier call may have posted it: it is looked for, and not called again.
      if (isAgain) return { card: { ...card, state: 'unsure' }, recordedAs: 'mark-unknown' };
      const back = lapsed(card, reply, action.pause);
      return { card: back, recordedAs: 'lapse', events: cameBack(back, now) };
    }
    const posting: Reply = {
      ...reply,
      token: action.token,
      postingUntil: now + action.leaseMs,
      ...(isAgain && { calledAgain: true }),
    };
    return { card: { ...omit(card, 'notice'), state: 'posting', reply: posting } };
  },

  'put-back': (card, { token, until, because }) => {
    const { reply } = card;
    if (!reply || reply.token !== token) return { card };
    // The patron changed or removed the post during the call: a person reads the answer again.
    if (card.notice) return { card: returnedToWriter({ ...card, reply: withoutCall(reply) }, card.notice) };
    const waiting = {
      ...withoutCall(reply),
      // Never later than `goodUntil`: after that time the answer lapses.
      dueAt: Math.min(until, reply.goodUntil),
      tries: reply.tries + (because === 'unreachable' ? 1 : 0),
    };
    const notice = { kind: 'waiting', until, goodUntil: reply.goodUntil } as const;
    return {
      card: { ...card, state: 'sending', reply: waiting, ...(because === 'limit' ? { notice } : {}) },
    };
  },

  publish: (card, { token, postId, text }, _actor, now) => {
    const { reply } = card;
    if (!reply || reply.token !== token || hasAnswer(card, postId)) return { card };
    const withPost = withReportedPost(card, { postId, text }, (reported) => reported.n === reply.n);
    if (withPost) return { card: withPost };
    // Somebody may have answered in X at the same moment. Then X shows both answers, and a new holder keeps the card.
    const { n, covers } = reply;
    const answer: Answer = { postId, covers, n, text, at: now, ...senderOf(reply), how: 'as-approved' };
    return { card: withAnswer(card, answer) };
  },

  reject: (card, { token, reason, detail }, _actor, now) => {
    const { reply } = card;
    if (!reply || reply.token !== token) return { card };
    // Of a call that was made again only that one was refused: an earlier one may have been taken.
    if (reply.calledAgain) return { card: unsure(card, { ...reply, onlyLook: true }, now) };
    // After a call with unknown outcome, "duplicate" is evidence that X published it.
    if (reason === 'duplicate' && reply.unknownFrom !== undefined) return { card: unsure(card, reply, now) };
    const handOffOnly = reason === 'not-summoned' ? ({ onlyByHand: true } as const) : {};
    const refused = { ...card, ...handOffOnly, reply: omit(withoutCall(reply), 'unsureSince') };
    const back = returnedToWriter(reason === 'closed' ? closedToUs(refused, reply) : refused, {
      kind: 'rejected',
      reason,
      detail,
    });
    return {
      card: back,
      events: [{ event: 'rejected', reason, detail, at: now }, ...cameBack(back, now)],
    };
  },

  'mark-unknown': (card, { token }, _actor, now) => {
    const { reply } = card;
    return !reply || reply.token !== token ? { card } : { card: unsure(card, reply, now) };
  },

  'not-found': (card, { look, last, boot, once }, _actor, now) => {
    if (card.reply?.looks !== look || card.reply.notSeen) return { card };
    // After a new boot the reads start again from 0: the store may hold an older state.
    if (card.reply.boot !== boot) return { card: unsure(card, { ...card.reply, boot, onlyLook: true }, now) };
    const reply = { ...card.reply, looks: look + 1 };
    const isGood = mayCallAgain(reply, now) && now < reply.goodUntil;
    if (once && !last && isGood)
      return { card: { ...card, state: 'sending', reply: { ...reply, dueAt: now } } };
    if (!last) return { card: { ...card, reply }, quiet: true };
    // The network's own record does not have it, and no call is under way any more.
    if (once) {
      const back = lapsed(
        { ...card, reply: omit(reply, 'unsureSince', 'onlyLook', 'calledAgain') },
        reply,
        undefined,
      );
      return { card: back, recordedAs: 'lapse', events: cameBack(back, now) };
    }
    return {
      card: { ...card, reply: { ...reply, notSeen: true, askedToLook: true } },
      events: reply.askedToLook ? [] : [{ event: 'not-seen', n: reply.n, at: now }],
    };
  },

  seen: (card, { post }, _actor, now) => {
    const next = afterSighting(card, post);
    const answer = next.answers.find(({ postId }) => postId === post.postId);
    const isGreeting = isFollow(card) && answer?.how === 'in-x';
    return {
      card: next,
      events: isGreeting ? [{ event: 'greeting-seen', postId: post.postId, at: now }] : [],
    };
  },

  'timeline-checked': (card, _action, _actor, now) =>
    card.handOff ? { card: { ...card, handOff: { ...card.handOff, lookedAt: now } }, quiet: true } : { card },
};

/** The card once our timeline showed a post; the same card when the post is no news for it. */
function afterSighting(card: Card, post: Sighting): Card {
  if (hasAnswer(card, post.postId)) return card;
  const { postId, repliedTo, text, at, asApproved } = post;
  const isSame = (reported: Answer) => at <= reported.at && isReplyTo(card, reported.under, post);
  const withPost = withReportedPost(card, { postId, text }, isSame);
  if (withPost) return withPost;
  const ours = isOurs(card, post) ? card.reply : undefined;
  const covers = ours?.covers ?? (repliedTo ? coveredBy(card, repliedTo) : []);
  if (stillUnanswered(card, covers).length === 0) return card;
  const handOff = ours ? undefined : handOffOf(card, post);
  const isApproved = ours !== undefined || handOff?.text !== undefined;
  const how = !isApproved ? 'in-x' : asApproved ? 'as-approved' : 'changed-in-x';
  const sender = ours ? { n: ours.n, ...senderOf(ours) } : handOff ? { by: handOff.by } : {};
  return withAnswer(card, { postId, covers, text, at, ...sender, how });
}

/** The card whose post `reply` was to answer takes none from us: the network said so only now. */
const closedToUs = (card: Card, { replyTo }: Reply): Card => {
  const act = card.acts.find((one) => isWritten(one) && one.versions.some((id) => id === replyTo));
  return act?.kind === 'mention' ? withSaidOfPost(card, act.id, { ...act, closed: true }) : card;
};

/**
 * Whether a call of unknown outcome may be made again, where the same key posts once. After a minute a colleague may have seen its
 * post and deleted it: the same call would post it again.
 */
const mayCallAgain = ({ onlyLook, postingUntil, unsureSince }: Reply, now: number): boolean =>
  !onlyLook && now < (postingUntil ?? unsureSince ?? now) + minuteMs;

/** Who sent a reply, who wrote it, and what became of its starter. */
const senderOf = ({ approvedBy, opening, writtenBy }: Reply) => ({
  by: approvedBy,
  ...(writtenBy ? { writtenBy } : {}),
  ...(opening ? { opening } : {}),
});

/** The card whose answer may not go out: it is too late, or sending is paused. */
const lapsed = (card: Card, reply: Reply, pause: Pause | undefined): Card =>
  returnedToWriter(card, pause ? { kind: 'paused', pause } : { kind: 'lapsed', goodUntil: reply.goodUntil });

/** The event of an answer that came back to a person. There is none where nothing is left to answer. */
const cameBack = ({ notice, reply }: Card, at: number): readonly CardEvent[] =>
  reply && notice ? [{ event: 'came-back', n: reply.n, at }] : [];

/** The reply while no worker calls X. */
const withoutCall = (reply: Reply): Reply => omit(reply, 'token', 'postingUntil');

/** The card while nobody knows whether X published its answer. Reads of our timeline start from 0. */
function unsure(card: Card, known: Reply, now: number): Card {
  const reply = { ...omit(known, 'notSeen'), unsureSince: now, looks: 0 };
  // Nothing is left to answer, so nobody has to look for it.
  return unanswered(card).length === 0
    ? finishedCard({ ...card, reply })
    : { ...card, state: 'unsure', reply };
}

const hasAnswer = (card: Card, postId: PostId) => card.answers.some((answer) => answer.postId === postId);

/**
 * Whether a post is the answer that the desk sent with unknown outcome: it replies to the same act, after the approval.
 * When a person has gone on with the card since then, the post must also have the approved words.
 */
function isOurs(card: Card, post: Sighting): boolean {
  const { handOff, state, reply } = card;
  if (!reply || !isSince(post, reply.unknownFrom ?? reply.approvedAt)) return false;
  const isUnderWay = state === 'posting' || state === 'unsure';
  // A post is held against the words of the hand-off, where there are any.
  const hasItsWords = post.asApproved && (handOff?.text ?? reply.text) === reply.text;
  // In a private conversation nothing says what a message answers: only its words tell ours from a colleague's.
  if ((!isUnderWay || isPrivate(card)) && !((isUnderWay || isOutcomeUnknown(reply)) && hasItsWords))
    return false;
  return isReplyTo(card, reply.replyTo, post);
}

/** Whether a post replies to the act of `target`. A hello replies to nobody: only its words tell. */
const isReplyTo = (card: Card, target: PostId | undefined, { asApproved, repliedTo }: Sighting): boolean =>
  isHello(card) ? asApproved && repliedTo === undefined : sameAct(card, target, repliedTo);

/** An approval that may be on the network by now, without anybody knowing: its words, since when, and what it answers. */
export interface UnsettledApproval {
  readonly text: string;
  /** Unix milliseconds. */
  readonly since: number;
  readonly replyTo?: PostId | undefined;
}

/** The approvals of a card of which nobody knows what became of them. */
export function unsettledApprovals({ handOff, reply, state }: Card): readonly UnsettledApproval[] {
  const isCalled = reply && (state === 'posting' || state === 'unsure' || isOutcomeUnknown(reply));
  return [
    ...(isCalled
      ? [{ text: reply.text, since: reply.unknownFrom ?? reply.approvedAt, replyTo: reply.replyTo }]
      : []),
    ...(state === 'handed-off' && handOff?.text !== undefined
      ? [{ text: handOff.text, since: handOff.openedAt, replyTo: handOff.replyTo }]
      : []),
  ];
}

const isOutcomeUnknown = ({ unsureSince, unknownFrom }: Reply) =>
  unsureSince !== undefined || unknownFrom !== undefined;

/** The hand-off that a post of ours ends; undefined when it ends none. */
function handOffOf({ handOff, ...card }: Card, post: Sighting): HandOff | undefined {
  const isEnded =
    handOff && isSince(post, handOff.openedAt) && sameAct(card, handOff.replyTo, post.repliedTo);
  return isEnded ? handOff : undefined;
}

/**
 * Whether a post is not older than `at` (Unix ms). X gives whole seconds, so a post of the same second may be later.
 */
export const isSince = (post: Pick<Sighting, 'at'>, at: number): boolean => post.at + secondMs > at;
