import type { Sighting } from './actions.js';
import { type Answer, type Card, type Reply, unanswered } from './card.js';
import { type ActId, compareIds, type PostId } from './ids.js';
import { coveredBy, settled, withAnswer, withAnswersPost } from './settled.js';
import type { Steps } from './step.js';
import { without } from './without.js';

/** What the desk itself does to a card: it sends, looks, and joins what X brings. */
export const deskSteps: Steps<
  | 'begin'
  | 'put-back'
  | 'publish'
  | 'reject'
  | 'lose-sight'
  | 'look-in-vain'
  | 'seen'
  | 'another-act'
  | 'edited'
> = {
  begin: (card, action, _who, now) => {
    const { reply } = card;
    if (!reply || now < reply.dueAt) return { card };
    if (reply.boot !== action.boot) return { card: unsure(card, reply, now) };
    if (now > reply.goodUntil) {
      return { card: { ...card, state: 'claimed', notice: { kind: 'lapsed', goodUntil: reply.goodUntil } } };
    }
    const posting = { ...reply, token: action.token, postingUntil: now + action.leaseMs };
    return { card: { ...without(card, 'notice'), state: 'posting', reply: posting } };
  },

  'put-back': (card, { token, until, because }) => {
    const { reply } = card;
    if (!reply || reply.token !== token) return { card };
    const waiting = {
      ...without(reply, 'token', 'postingUntil'),
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
    const known = withAnswersPost(card, reply.replyTo, postId);
    if (known) return { card: known };
    const answer: Answer = { postId, text, at: now, by: reply.approvedBy, how: 'as-approved' };
    const waited = unanswered(card).some(({ id }) => reply.covers.includes(id));
    // Somebody answered in X at the same moment: both answers stand, and whoever has the card by now keeps it.
    return { card: waited ? afterAnswer(card, answer, reply.covers, now) : withAnswer(card, answer, []) };
  },

  reject: (card, { token, reason, detail }, _who, now) => {
    const { reply } = card;
    if (!reply || reply.token !== token) return { card };
    // After an unknown try, "duplicate" is evidence that the try was published.
    if (reason === 'duplicate' && reply.unknownFrom !== undefined) return { card: unsure(card, reply, now) };
    return {
      card: {
        ...card,
        state: 'claimed',
        reply: without(reply, 'token', 'postingUntil', 'unsureSince'),
        notice: { kind: 'rejected', reason, detail },
      },
    };
  },

  'lose-sight': (card, { token }, _who, now) => {
    const { reply } = card;
    return !reply || reply.token !== token ? { card } : { card: unsure(card, reply, now) };
  },

  'look-in-vain': (card, { look, last }) => {
    if (card.reply?.looks !== look || card.reply.notSeen) return { card };
    const reply = { ...card.reply, looks: look + 1 };
    return last
      ? { card: { ...card, reply: { ...reply, notSeen: true } } }
      : { card: { ...card, reply }, quiet: true };
  },

  seen: (card, { post }, _who, now) => {
    if (hasAnswer(card, post.postId)) return { card };
    const known = withAnswersPost(card, post.repliedTo, post.postId);
    if (known) return { card: known };
    const ours = isOurs(card, post) ? card.reply : undefined;
    const covers = ours?.covers ?? coveredBy(card, post.repliedTo);
    if (covers.length === 0) return { card };
    const by = ours?.approvedBy ?? card.handOff?.by;
    const answer: Answer = {
      postId: post.postId,
      text: post.text,
      at: post.at,
      ...(by ? { by } : {}),
      how: ours ? (post.asApproved ? 'as-approved' : 'changed-in-x') : 'in-x',
    };
    return { card: afterAnswer(card, answer, covers, now) };
  },

  'another-act': (card, { act, patron }) => {
    if (card.acts.some(({ id }) => id === act.id)) return { card };
    const acts = [...card.acts, act].sort((a, b) => a.at - b.at || compareIds(a.id, b.id));
    const joined = { ...card, acts, patron };
    return {
      card:
        card.state === 'sent' || card.state === 'dismissed'
          ? { ...without(joined, 'closed', 'draft', 'notice'), state: 'open' }
          : joined,
    };
  },

  edited: (card, { act, mention }, _who, now) => {
    const known = card.acts.find(({ id }) => id === act);
    if (known?.kind !== 'mention' || known.versions.length >= mention.versions.length) return { card };
    const { id, at, answered } = known;
    const newest = { ...known, ...mention, id, at, answered };
    const acts = card.acts.map((one) => (one.id === act ? newest : one));
    return {
      card:
        card.state === 'sending'
          ? { ...card, acts, state: 'claimed', notice: { kind: 'changed', at: now } }
          : { ...card, acts },
    };
  },
};

const unsure = (card: Card, reply: Reply, now: number): Card => ({
  ...card,
  state: 'unsure',
  reply: { ...without(reply, 'notSeen'), unsureSince: now, looks: 0 },
});

const hasAnswer = (card: Card, postId: PostId) => card.answers.some((answer) => answer.postId === postId);

/** Whether a sighting is the answer that we are sending: under the same act, in any of its versions, since its approval. */
function isOurs({ state, reply, acts }: Card, post: Sighting): boolean {
  if (!reply || (state !== 'posting' && state !== 'unsure')) return false;
  const versions = acts.flatMap((act) =>
    act.kind === 'mention' && act.versions.includes(reply.replyTo) ? act.versions : [],
  );
  // X gives whole seconds: a post of the second of the approval may be ours.
  const recent = post.at + 1000 > (reply.unknownFrom ?? reply.approvedAt);
  return recent && (post.repliedTo === reply.replyTo || versions.includes(post.repliedTo));
}

/** The card with an answer. Whoever is writing for an act that it does not cover goes on; else it is settled. */
function afterAnswer(card: Card, answer: Answer, covers: readonly ActId[], now: number): Card {
  if (keepsItsState(card).every((id) => covers.includes(id))) return settled(card, answer, covers);
  const answered = withAnswer(card, answer, covers);
  // An approval on its way was for what is answered now, too: a person reads again.
  return card.state === 'sending'
    ? { ...answered, state: 'claimed', notice: { kind: 'changed', at: now } }
    : answered;
}

/**
 * The acts that a card goes on for when an answer of somebody else's leaves them out: what became of our own call is
 * still to be found out, whoever writes goes on writing, and what was closed stays closed.
 */
function keepsItsState(card: Card): readonly ActId[] {
  const open = unanswered(card).map(({ id }) => id);
  switch (card.state) {
    case 'posting':
    case 'unsure':
      return open.filter((id) => card.reply?.covers.includes(id));
    case 'claimed':
    case 'sending':
    case 'dismissed':
      return open;
    default:
      return [];
  }
}
