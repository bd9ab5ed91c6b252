import type { Who } from './actions.js';
import { type Answer, type Reply, replyTarget, unanswered } from './card.js';
import type { SlackUserId } from './ids.js';
import { coveredBy, settled } from './settled.js';
import { firstName } from './starters.js';
import type { Steps } from './step.js';
import { without } from './without.js';

/** What people do to a card. */
export const staffSteps: Steps<
  | 'claim'
  | 'take-over'
  | 'release'
  | 'save-draft'
  | 'keep-words'
  | 'approve'
  | 'undo'
  | 'hand-off'
  | 'it-is-there'
  | 'not-there'
  | 'dismiss'
  | 'reopen'
> = {
  claim: (card, { picked }, who, now) => ({
    card: { ...without(card, 'notice'), ...(picked ? { picked } : {}), ...held(who, now), state: 'claimed' },
  }),

  'take-over': (card, { handOffQuietMs }, who, now) => {
    const from = card.holder?.id;
    const by = personOf(who);
    if (!from || from === by) return { card };
    if (card.state === 'handed-off' && card.handOff) {
      const until = card.handOff.openedAt + handOffQuietMs;
      if (now < until) {
        return { refused: 'finishing', by: from, openedAt: card.handOff.openedAt, until };
      }
    }
    const state = card.state === 'unsure' ? 'unsure' : 'claimed';
    return {
      card: { ...without(card, 'handOff'), ...held(who, now), state, lostBy: { from, to: by, at: now } },
      events: [{ event: 'taken-over', from, by }],
    };
  },

  release: (card) => ({ card: { ...without(card, 'holder', 'handOff'), state: 'open' } }),

  'save-draft': (card, { text, typedAt }, who, now) => {
    const { draft } = card;
    if (typedAt !== undefined && (draft?.typedAt ?? 0) > typedAt) return { card };
    if (draft?.text === text) return { card };
    const typed = typedAt === undefined ? {} : { typedAt };
    return { card: { ...card, draft: { text, by: personOf(who), at: now, ...typed } }, quiet: true };
  },

  'keep-words': (card, { text }, who, now) => {
    const by = personOf(who);
    const others = card.keptWords.filter((draft) => draft.by !== by);
    return { card: { ...card, keptWords: [...others, { text, by, at: now }] }, quiet: true };
  },

  approve: (card, action, who, now) => {
    const covers = unanswered(card).map(({ id }) => id);
    if (covers.length === 0) return { refused: 'second-reply' };
    const replyTo = replyTarget(card);
    if (!replyTo) return { refused: 'no-post' };
    // Nobody answers what they have not read: another act joined, or this one was changed.
    if (action.shown && action.shown !== replyTo)
      return { refused: 'changed', first: firstName(card.patron.name, card.patron.handle) };
    const by = personOf(who);
    const dueAt = now + action.undoMs;
    const reply: Reply = {
      n: (card.reply?.n ?? 0) + 1,
      text: action.text,
      replyTo,
      covers,
      approvedBy: by,
      approvedAt: now,
      dueAt,
      goodUntil: Math.max(
        dueAt + action.goodAtLeastMs,
        Math.min(now + action.goodForMs, action.closesAt ?? Number.POSITIVE_INFINITY),
      ),
      boot: action.boot,
      tries: 0,
      looks: 0,
      ...unknownBefore(card.reply),
    };
    const draft = { text: action.text, by, at: now };
    return { card: { ...without(card, 'notice'), state: 'sending', reply, draft } };
  },

  undo: (card) => ({ card: { ...without(card, 'notice'), state: 'claimed' } }),

  'hand-off': (card, { replyTo }, who, now) => {
    if (card.state === 'handed-off' && card.handOff?.replyTo === replyTo) return { card };
    if (unanswered(card).length === 0) return { refused: 'second-reply' };
    const by = personOf(who);
    return {
      card: {
        ...without(card, 'notice'),
        ...held(who, now),
        state: 'handed-off',
        handOff: { by, openedAt: now, replyTo },
      },
    };
  },

  'it-is-there': (card, _action, who, now) => {
    const { handOff } = card;
    const sent = card.state === 'unsure' ? card.reply : undefined;
    const covers = sent?.covers ?? (handOff ? coveredBy(card, handOff.replyTo) : []);
    const under = sent?.replyTo ?? handOff?.replyTo;
    const answer: Answer = {
      text: sent?.text ?? '',
      at: now,
      by: personOf(who),
      how: 'in-x',
      ...(under ? { under } : {}),
    };
    return { card: settled(card, answer, covers) };
  },

  'not-there': (card, _action, who, now) => ({
    card: { ...without(card, 'handOff'), ...held(who, now), state: 'claimed' },
  }),

  dismiss: (card, _action, who, now) => ({
    card: {
      ...without(card, 'holder', 'handOff', 'notice'),
      state: 'dismissed',
      closed: { by: personOf(who), at: now },
    },
  }),

  reopen: (card) => ({ card: { ...without(card, 'closed'), state: 'open' } }),
};

function personOf(who: Who): SlackUserId {
  if (who.kind === 'desk') throw new TypeError('The desk itself holds no card.');
  return who.id;
}

const held = (who: Who, now: number) => ({ holder: { id: personOf(who), since: now } });

/** Approvals after an unknown one carry its time: it may still turn up. */
function unknownBefore(reply: Reply | undefined): Pick<Reply, 'unknownFrom'> {
  if (!reply) return {};
  const from = reply.unknownFrom ?? (reply.unsureSince === undefined ? undefined : reply.approvedAt);
  return from === undefined ? {} : { unknownFrom: from };
}
