import { dayMs } from '../durations.js';
import { omit } from '../omit.js';
import type { ReadAgain, Transitions } from './actions.js';
import { actorId, finishedCard, heldSince } from './answered.js';
import type { Act, Card } from './card.js';
import { isFollow, ourWords, unanswered } from './select.js';

/** The longest that a lead keeps what a card contains (ms). */
export const longestHoldMs = 30 * dayMs;

/** What people do with a card besides answering it: pass it on, check it, set it aside, delete its answer. */
export const teamTransitions: Transitions<
  | 'keep'
  | 'pass'
  | 'flag'
  | 'unflag'
  | 'ask-review'
  | 'check'
  | 'send-back'
  | 'dismiss'
  | 'reopen'
  | 'snooze'
  | 'wake'
  | 'mute'
  | 'start'
  | 'follow-back'
  | 'hold'
  | 'end-hold'
  | 'delete-from-x'
> = {
  keep: (card, _action, actor, now) => {
    const by = actorId(actor);
    return card.kept?.by === by && card.kept.at === now
      ? { card }
      : { card: { ...card, kept: { by, at: now } } };
  },

  pass: (card, { to, note }, actor, now) => {
    const from = actorId(actor);
    if (card.holder?.id === to) return { card };
    return {
      card: {
        ...omit(card, 'handOff', 'review', 'note', 'snoozedUntil'),
        ...heldSince(to, now),
        ...(note ? { note: { by: from, at: now, text: note } } : {}),
        passes: [...card.passes, { from, to, at: now }],
        state: 'claimed',
      },
      events: from === to ? [] : [{ event: 'passed', at: now }],
    };
  },

  flag: (card, { to, note }, actor, now) => {
    if (card.flag) return { card };
    const since = { by: actorId(actor), at: now };
    const flag = { ...since, ...(to ? { to } : {}), ...(note ? { note } : {}) };
    return { card: { ...card, flag }, events: [{ event: 'flagged', ...since }] };
  },

  unflag: (card) => (card.flag ? { card: omit(card, 'flag') } : { card }),

  'ask-review': (card, _action, _actor, now) => ({
    card: {
      ...omit(card, 'notice', 'note', 'snoozedUntil'),
      state: 'in-review',
      review: { askedAt: now },
    },
    events: [{ event: 'check-asked', at: now }],
  }),

  check: (card, _action, actor) => {
    const reviewer = actorId(actor);
    if (!card.review || card.review.reviewer === reviewer) return { card };
    return { card: { ...card, review: { ...card.review, reviewer } } };
  },

  'send-back': (card, { note }, actor, now) => {
    const by = actorId(actor);
    return {
      card: {
        ...omit(card, 'review'),
        state: 'claimed',
        note: { by, at: now, text: note, back: true },
      },
      events: card.holder ? [{ event: 'sent-back', to: card.holder.id, at: now }] : [],
    };
  },

  dismiss: (card, _action, actor, now) => ({
    card: {
      ...omit(card, 'holder', 'handOff', 'notice', 'review', 'note', 'snoozedUntil'),
      state: 'dismissed',
      closed: { by: actorId(actor), at: now, reason: 'no-reply' },
    },
  }),

  reopen: (card, { again }) => {
    const known = knownAgain(card, again);
    return known ? { card: { ...omit(known, 'closed'), state: 'open' } } : { refused: 'purged' };
  },

  snooze: (card, { until }, _actor, now) =>
    until <= now || until === card.snoozedUntil ? { card } : { card: { ...card, snoozedUntil: until } },

  wake: (card) => (card.snoozedUntil === undefined ? { card } : { card: omit(card, 'snoozedUntil') }),

  mute: (card, { person }, actor, now) => ({
    card: {
      ...omit(card, 'notice', 'snoozedUntil'),
      state: 'dismissed',
      closed: { by: actorId(actor), at: now, reason: person ? 'muted-person' : 'muted' },
    },
    ...(person ? { recordedAs: 'mute-person' } : {}),
  }),

  start: (card, { again }, actor, now) => {
    const known = knownAgain(card, again);
    if (!known) return { refused: 'purged' };
    return {
      card: {
        ...omit(known, 'closed', 'notice', 'snoozedUntil'),
        ...heldSince(actorId(actor), now),
        state: 'claimed',
      },
    };
  },

  'follow-back': (card, _action, actor, now) => {
    if (!isFollow(card) || card.patron.weFollow) return { card };
    const followBack = { begunAt: now, ...card.followBack, by: actorId(actor), at: now };
    return { card: { ...card, patron: { ...card.patron, weFollow: true }, followBack }, aside: true };
  },

  hold: (card, { until, reason }, actor, now) => {
    const hold = { by: actorId(actor), at: now, until: Math.min(until, now + longestHoldMs), reason };
    const isKnown = card.hold?.until === hold.until && card.hold.reason === reason;
    return isKnown ? { card } : { card: { ...card, hold }, aside: true };
  },

  'end-hold': (card) => (card.hold ? { card: omit(card, 'hold'), aside: true } : { card }),

  'delete-from-x': (card, { postId }, actor, now) => {
    const answer = card.answers.find((one) => one.postId === postId);
    if (!answer) return { card };
    const by = actorId(actor);
    const answers = card.answers.filter((one) => one !== answer);
    const isUncovered = ({ id }: Act) =>
      answer.covers.includes(id) && !answers.some(({ covers }) => covers.includes(id));
    const acts = card.acts.map((act) => (isUncovered(act) ? { ...act, answered: false } : act));
    const without = { ...card, acts, answers };
    // Another answer covers the same acts, or the patron removed them.
    if (unanswered(without).length === 0) return { card: finishedCard(without) };
    const text = ourWords(card, answer);
    return { card: { ...without, ...heldSince(by, now), draft: { text, by, at: now }, state: 'claimed' } };
  },
};

/** A card of which something is known: a purged one has what was read again. Undefined for one of which nothing was. */
function knownAgain(card: Card, again: ReadAgain | undefined): Card | undefined {
  if (card.purgedAt === undefined) return card;
  if (!again) return undefined;
  const acts = card.acts.map((act) => {
    const post = again.posts.find(({ id }) => id === act.id);
    return post ? { ...post, answered: act.answered } : act;
  });
  return { ...omit(card, 'purgedAt'), acts, patron: again.patron };
}
