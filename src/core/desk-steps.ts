import type { Answer, Card, Reply } from './card.js';
import { compareIds } from './ids.js';
import { coveredBy, settled } from './settled.js';
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
      dueAt: until,
      tries: reply.tries + (because === 'unreachable' ? 1 : 0),
    };
    const notice = { kind: 'waiting', until, goodUntil: reply.goodUntil } as const;
    return {
      card: { ...card, state: 'sending', reply: waiting, ...(because === 'limit' ? { notice } : {}) },
    };
  },

  publish: (card, { token, postId, text }, _who, now) => {
    const { reply } = card;
    if (!reply || reply.token !== token || card.answers.some((answer) => answer.postId === postId)) return { card };
    const answer: Answer = { postId, text, at: now, by: reply.approvedBy, how: 'as-approved' };
    // Seen first under another post: a colleague answered in X at the same moment, and both stand.
    return card.state === 'sent'
      ? { card: { ...card, answers: [...card.answers, answer] } }
      : { card: settled(card, answer, reply.covers) };
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

  'look-in-vain': (card, { last }) => {
    if (!card.reply) return { card };
    const reply = { ...card.reply, looks: card.reply.looks + 1 };
    return last
      ? { card: { ...card, reply: { ...reply, notSeen: true } } }
      : { card: { ...card, reply }, quiet: true };
  },

  seen: (card, { post }) => {
    const { reply, handOff } = card;
    const known = card.answers.find(({ postId }) => postId === post.postId);
    if (known) return { card };
    const said = card.answers.at(-1);
    if (said && !said.postId && said.under === post.repliedTo) {
      return { card: { ...card, answers: [...card.answers.slice(0, -1), { ...said, postId: post.postId }] } };
    }
    const covers = coveredBy(card, post.repliedTo);
    if (covers.length === 0) return { card };
    const sends = reply && (card.state === 'posting' || card.state === 'unsure');
    // X gives whole seconds: a post of the second of the approval may be ours.
    const ours = sends && post.at + 1000 > (reply.unknownFrom ?? reply.approvedAt);
    const answer: Answer = {
      postId: post.postId,
      text: post.text,
      at: post.at,
      ...(ours
        ? { by: reply.approvedBy, how: post.asApproved ? 'as-approved' : 'changed-in-x' }
        : { ...(card.state === 'handed-off' && handOff ? { by: handOff.by } : {}), how: 'in-x' }),
    };
    return { card: settled(card, answer, covers) };
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
    const acts = card.acts.map((one) => (one.id === act ? { ...known, ...mention } : one));
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
