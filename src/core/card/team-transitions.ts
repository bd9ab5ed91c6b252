import { without } from '../omit.js';
import type { Steps } from './actions.js';
import { emptied, held, personOf } from './answered.js';
import type { Act } from './card.js';
import { ourWords, unanswered } from './select.js';

/** What people do with a card among themselves: pass it on, check it, set it aside. */
export const teamSteps: Steps<
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
  | 'delete-from-x'
> = {
  keep: (card, _action, who, now) => {
    const by = personOf(who);
    return card.kept?.by === by && card.kept.at === now
      ? { card }
      : { card: { ...card, kept: { by, at: now } } };
  },

  pass: (card, { to, note }, who, now) => {
    const from = personOf(who);
    if (card.holder?.id === to) return { card };
    return {
      card: {
        ...without(card, 'handOff', 'review', 'note', 'snoozedUntil'),
        ...held(to, now),
        ...(note ? { note: { by: from, at: now, text: note } } : {}),
        passes: [...card.passes, { from, to, at: now }],
        state: 'claimed',
      },
      events: [{ event: 'passed', to, by: from }],
    };
  },

  flag: (card, _action, who, now) =>
    card.flag ? { card } : { card: { ...card, flag: { by: personOf(who), at: now } } },

  unflag: (card) => (card.flag ? { card: without(card, 'flag') } : { card }),

  'ask-review': (card, _action, _who, now) => ({
    card: {
      ...without(card, 'notice', 'note', 'snoozedUntil'),
      state: 'in-review',
      review: { askedAt: now },
    },
  }),

  check: (card, _action, who) => {
    const reviewer = personOf(who);
    if (!card.review || card.review.reviewer === reviewer) return { card };
    return { card: { ...card, review: { ...card.review, reviewer } } };
  },

  'send-back': (card, { note }, who, now) => {
    const by = personOf(who);
    return {
      card: {
        ...without(card, 'review'),
        state: 'claimed',
        note: { by, at: now, text: note, back: true },
      },
      events: card.holder ? [{ event: 'sent-back', to: card.holder.id, by }] : [],
    };
  },

  dismiss: (card, _action, who, now) => ({
    card: {
      ...without(card, 'holder', 'handOff', 'notice', 'review', 'note', 'snoozedUntil'),
      state: 'dismissed',
      closed: { by: personOf(who), at: now, reason: 'no-reply' },
    },
  }),

  reopen: (card) => ({ card: { ...without(card, 'closed'), state: 'open' } }),

  snooze: (card, { until }, _who, now) =>
    until <= now || until === card.snoozedUntil ? { card } : { card: { ...card, snoozedUntil: until } },

  wake: (card) => (card.snoozedUntil === undefined ? { card } : { card: without(card, 'snoozedUntil') }),

  mute: (card, _action, who, now) => ({
    card: {
      ...without(card, 'notice', 'snoozedUntil'),
      state: 'dismissed',
      closed: { by: personOf(who), at: now, reason: 'muted' },
    },
  }),

  start: (card, _action, who, now) => ({
    card: {
      ...without(card, 'closed', 'notice', 'snoozedUntil'),
      ...held(personOf(who), now),
      state: 'claimed',
    },
  }),

  'delete-from-x': (card, { postId }, who, now) => {
    const answer = card.answers.find((one) => one.postId === postId);
    if (!answer) return { card };
    const by = personOf(who);
    const answers = card.answers.filter((one) => one !== answer);
    const isLeft = ({ id }: Act) =>
      answer.covers.includes(id) && !answers.some(({ covers }) => covers.includes(id));
    const acts = card.acts.map((act) => (isLeft(act) ? { ...act, answered: false } : act));
    const left = { ...card, acts, answers };
    // Another answer covers all of it too, or the patron removed it.
    if (unanswered(left).length === 0) return { card: emptied(left) };
    const text = ourWords(card, answer);
    return { card: { ...left, ...held(by, now), draft: { text, by, at: now }, state: 'claimed' } };
  },
};
