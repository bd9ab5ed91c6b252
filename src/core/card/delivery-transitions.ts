import type { PostId } from '../ids.js';
import { omit } from '../omit.js';
import type { Sighting, Transitions } from './actions.js';
import {
  coveredBy,
  emptied,
  notAnswered,
  returnedToWriter,
  sameAct,
  withAnswer,
  withAnswersPost,
} from './answered.js';
import type { Answer, Card, HandOff, Pause, Reply } from './card.js';
import { isHello, unanswered } from './select.js';

/** How the desk sends an answer, and finds out what became of it. */
export const deliveryTransitions: Transitions<
  'begin' | 'put-back' | 'publish' | 'reject' | 'mark-unknown' | 'not-found' | 'seen' | 'timeline-checked'
> = {
  begin: (card, action, _who, now) => {
    const { reply } = card;
    if (!reply) return { card };
    if (reply.boot !== action.boot) {
      return { card: unsure(card, { ...reply, boot: action.boot }, now), recordedAs: 'mark-unknown' };
    }
    if (now < reply.dueAt) return { card };
    if (action.pause || now > reply.goodUntil) {
      return { card: lapsed(card, reply, action.pause), recordedAs: 'lapse' };
    }
    const posting = { ...reply, token: action.token, postingUntil: now + action.leaseMs };
    return { card: { ...omit(card, 'notice'), state: 'posting', reply: posting } };
  },

  'put-back': (card, { token, until, because }) => {
    const { reply } = card;
    if (!reply || reply.token !== token) return { card };
    // What was changed or removed while the call was under way is not what the person answered.
    if (card.notice) return { card: returnedToWriter({ ...card, reply: unposted(reply) }, card.notice) };
    const waiting = {
      ...unposted(reply),
      // The last try comes before the answer is no longer good, and then it lapses in time.
      dueAt: Math.min(until, reply.goodUntil),
      tries: reply.tries + (because === 'unreachable' ? 1 : 0),
    };
    const notice = { kind: 'waiting', until, goodUntil: reply.goodUntil } as const;
    return {
      card: { ...card, state: 'sending', reply: waiting, ...(because === 'limit' ? { notice } : {}) },
    };
  },

  publish: (card, { token, postId, text }, _who, now) => {
    const { reply } = card;
    if (!reply || reply.token !== token || hasAnswer(card, postId)) return { card };
    const known = withAnswersPost(card, { postId, text }, (said) => said.n === reply.n);
    if (known) return { card: known };
    // Somebody may have answered in X at the same moment: both answers stand, and whoever has the card by now keeps it.
    const { n, covers } = reply;
    const answer: Answer = { postId, covers, n, text, at: now, ...whoseReply(reply), how: 'as-approved' };
    return { card: withAnswer(card, answer) };
  },

  reject: (card, { token, reason, detail }, _who, now) => {
    const { reply } = card;
    if (!reply || reply.token !== token) return { card };
    // After an unknown try, "duplicate" is evidence that the try was published.
    if (reason === 'duplicate' && reply.unknownFrom !== undefined) return { card: unsure(card, reply, now) };
    const byHand = reason === 'not-summoned' ? ({ onlyByHand: true } as const) : {};
    const refused = { ...card, ...byHand, reply: omit(unposted(reply), 'unsureSince') };
    return { card: returnedToWriter(refused, { kind: 'rejected', reason, detail }) };
  },

  'mark-unknown': (card, { token }, _who, now) => {
    const { reply } = card;
    return !reply || reply.token !== token ? { card } : { card: unsure(card, reply, now) };
  },

  'not-found': (card, { look, last, boot }, _who, now) => {
    if (card.reply?.looks !== look || card.reply.notSeen) return { card };
    // Absent means absent in all looks of one boot: an older state may have come back in between.
    if (card.reply.boot !== boot) return { card: unsure(card, { ...card.reply, boot }, now) };
    const reply = { ...card.reply, looks: look + 1 };
    return last
      ? { card: { ...card, reply: { ...reply, notSeen: true } } }
      : { card: { ...card, reply }, quiet: true };
  },

  seen: (card, { post }) => {
    if (hasAnswer(card, post.postId)) return { card };
    const { postId, repliedTo, text, at, asApproved } = post;
    const isIt = (said: Answer) => at <= said.at && answersTo(card, said.under, post);
    const known = withAnswersPost(card, { postId, text }, isIt);
    if (known) return { card: known };
    const ours = isOurs(card, post) ? card.reply : undefined;
    const covers = ours?.covers ?? (repliedTo ? coveredBy(card, repliedTo) : []);
    if (notAnswered(card, covers).length === 0) return { card };
    const handOff = ours ? undefined : handOffOf(card, post);
    const approved = ours !== undefined || handOff?.text !== undefined;
    const how = !approved ? 'in-x' : asApproved ? 'as-approved' : 'changed-in-x';
    const whose = ours ? { n: ours.n, ...whoseReply(ours) } : handOff ? { by: handOff.by } : {};
    return { card: withAnswer(card, { postId, covers, text, at, ...whose, how }) };
  },

  'timeline-checked': (card, _action, _who, now) =>
    card.handOff ? { card: { ...card, handOff: { ...card.handOff, lookedAt: now } }, quiet: true } : { card },
};

const whoseReply = ({ approvedBy, writtenBy }: Reply) => ({
  by: approvedBy,
  ...(writtenBy ? { writtenBy } : {}),
});

/** Too late, or sending is paused. */
const lapsed = (card: Card, reply: Reply, pause: Pause | undefined): Card =>
  returnedToWriter(card, pause ? { kind: 'paused', pause } : { kind: 'lapsed', goodUntil: reply.goodUntil });

const unposted = (reply: Reply): Reply => omit(reply, 'token', 'postingUntil');

function unsure(card: Card, known: Reply, now: number): Card {
  const reply = { ...omit(known, 'notSeen'), unsureSince: now, looks: 0 };
  // Where nothing is left to answer nobody needs to look.
  return unanswered(card).length === 0 ? emptied({ ...card, reply }) : { ...card, state: 'unsure', reply };
}

const hasAnswer = (card: Card, postId: PostId) => card.answers.some((answer) => answer.postId === postId);

/**
 * Whether a sighting is the answer that we sent and never heard of: under the same act, since its approval. When a person
 * went on meanwhile, only the very words tell.
 */
function isOurs(card: Card, post: Sighting): boolean {
  const { state, reply } = card;
  if (!reply || !since(post, reply.unknownFrom ?? reply.approvedAt)) return false;
  const underWay = state === 'posting' || state === 'unsure';
  if (!underWay && !(isUnknown(reply) && post.asApproved)) return false;
  return answersTo(card, reply.replyTo, post);
}

/** A hello answers nobody: it is known by its words alone. */
const answersTo = (card: Card, target: PostId | undefined, { asApproved, repliedTo }: Sighting): boolean =>
  isHello(card) ? asApproved && repliedTo === undefined : sameAct(card, target, repliedTo);

const isUnknown = ({ unsureSince, unknownFrom }: Reply) =>
  unsureSince !== undefined || unknownFrom !== undefined;

/** The hand-off that a sighting ends. */
function handOffOf({ handOff, ...card }: Card, post: Sighting): HandOff | undefined {
  const ends = handOff && since(post, handOff.openedAt) && sameAct(card, handOff.replyTo, post.repliedTo);
  return ends ? handOff : undefined;
}

/** X gives whole seconds: a post of the same second may be later. */
const since = (post: Sighting, at: number): boolean => post.at + 1000 > at;
