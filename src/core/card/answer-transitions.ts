import type { PostId, SlackUserId } from '../ids.js';
import { omit } from '../omit.js';
import { firstName } from '../post/plain.js';
import type { Transitions } from './actions.js';
import { actorId, coveredBy, heldSince, returnedToWriter, withAnswer } from './answered.js';
import type { Answer, Card, Reply } from './card.js';
import { isFollow, isHello, isWritten, newestAct, replyTarget, unanswered } from './select.js';

/** How a person answers a card. */
export const answerTransitions: Transitions<
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
> = {
  claim: (card, { picked }, actor, now) => ({
    card: {
      ...omit(withOwnWords(card, actorId(actor)), 'notice', 'snoozedUntil'),
      ...(picked ? { picked } : {}),
      ...heldSince(actorId(actor), now),
      state: 'claimed',
    },
  }),

  'take-over': (card, { handOffQuietMs }, actor, now) => {
    const from = card.holder?.id;
    const by = actorId(actor);
    if (!from || from === by) return { card };
    if (card.state === 'handed-off' && card.handOff) {
      const { openedAt, lookedAt } = card.handOff;
      const until = openedAt + handOffQuietMs;
      if (now < until) return { refused: 'finishing', by: from, openedAt, until };
      // X may show the answer already: our timeline has to be read after that time first.
      if ((lookedAt ?? 0) < until) return { refused: 'finishing', by: from, openedAt };
    }
    const state = card.state === 'unsure' ? 'unsure' : 'claimed';
    return {
      card: {
        ...omit(card, 'handOff', 'review', 'snoozedUntil'),
        ...heldSince(by, now),
        state,
        lostBy: { from, to: by, at: now },
      },
      events: [{ event: 'taken-over', from, by, at: now }],
    };
  },

  release: (card, _action, actor) => {
    // The desk itself ends a hand-off only after it read our timeline.
    if (actor.kind === 'desk' && card.handOff && card.handOff.lookedAt === undefined) return { card };
    return { card: { ...omit(card, 'holder', 'handOff', 'review', 'note'), state: 'open' } };
  },

  'save-draft': (card, { text, typedAt }, actor, now) => {
    const { draft } = card;
    if (typedAt !== undefined && (draft?.typedAt ?? 0) > typedAt) return { card };
    if (draft?.text === text) return { card };
    // Words that a person sends are the last: a key stroke from before must not replace them, however late it arrives.
    const lastAt = typedAt ?? Math.max(now, draft?.typedAt ?? 0);
    return { card: { ...card, draft: { text, by: actorId(actor), at: now, typedAt: lastAt } }, quiet: true };
  },

  'keep-words': (card, { text }, actor, now) => {
    const by = actorId(actor);
    // The words of a person who has the card are its draft.
    if (card.holder?.id === by || card.review?.reviewer === by) return { card };
    const others = card.keptWords.filter((draft) => draft.by !== by);
    if (card.keptWords.some((draft) => draft.by === by && draft.text === text)) return { card };
    return { card: { ...card, keptWords: [...others, { text, by, at: now }] }, quiet: true };
  },

  approve: (card, action, actor, now) => {
    if (action.pause) return { refused: 'paused', ...action.pause };
    const covers = unanswered(card).map(({ id }) => id);
    if (covers.length === 0) return { refused: 'second-reply' };
    const replyTo = replyTarget(card);
    if (!replyTo && !isHello(card)) return { refused: 'no-post' };
    // The editor showed another post: the patron wrote again or changed the post, and the person has not read that.
    if (action.shown && action.shown !== replyTo) {
      return {
        refused: isNewerAct(card, replyTo, action.shown) ? 'wrote-again' : 'changed',
        first: firstName(card.patron.name, card.patron.handle),
        at: newestAct(card).at,
      };
    }
    const by = actorId(actor);
    const writer = card.state === 'in-review' ? card.holder?.id : undefined;
    const dueAt = now + action.undoMs;
    const reply: Reply = {
      n: (card.reply?.n ?? 0) + 1,
      text: action.text,
      ...(replyTo ? { replyTo } : {}),
      covers,
      approvedBy: by,
      ...(writer && writer !== by ? { writtenBy: writer } : {}),
      ...(action.opening ? { opening: action.opening } : {}),
      approvedIn: card.state === 'in-review' ? 'in-review' : 'claimed',
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
    return { card: { ...omit(card, 'notice', 'note', 'snoozedUntil'), state: 'sending', reply, draft } };
  },

  undo: (card) => ({ card: returnedToWriter(card) }),

  'hand-off': (card, { replyTo, text }, actor, now) => {
    const isSame = card.handOff?.replyTo === replyTo && (text === undefined || text === card.handOff.text);
    if (card.state === 'handed-off' && isSame) return { card };
    if (unanswered(card).length === 0) return { refused: 'second-reply' };
    const by = actorId(actor);
    return {
      card: {
        ...omit(card, 'notice', 'review', 'note', 'snoozedUntil'),
        ...heldSince(by, now),
        state: 'handed-off',
        handOff: { by, openedAt: now, replyTo, ...(text === undefined ? {} : { text }) },
        ...(isFollow(card) ? { picked: replyTo } : {}),
        ...(text === undefined ? {} : { draft: { text, by, at: now } }),
      },
    };
  },

  'it-is-there': (card, _action, _actor, now) => {
    const { handOff } = card;
    const sent = card.state === 'unsure' ? card.reply : undefined;
    const under = sent?.replyTo ?? handOff?.replyTo;
    const by = sent?.approvedBy ?? handOff?.by;
    const answer: Answer = {
      ...(under ? { under } : {}),
      ...(by ? { by } : {}),
      ...(sent?.writtenBy ? { writtenBy: sent.writtenBy } : {}),
      ...(sent ? { n: sent.n } : {}),
      ...(sent?.opening ? { opening: sent.opening } : {}),
      covers: sent?.covers ?? (handOff ? coveredBy(card, handOff.replyTo) : []),
      text: sent?.text ?? handOff?.text ?? '',
      at: now,
      how: 'in-x',
    };
    const answered = withAnswer(card, answer);
    // What was handed off had an answer already: the hand-off is over all the same, and the other acts wait.
    const isOver = answered.state === 'handed-off' && answer.covers.length === 0;
    if (!isOver) return { card: answered };
    return { card: { ...omit(answered, 'holder', 'handOff', 'review', 'note'), state: 'open' } };
  },

  'not-there': (card, _action, actor, now) => {
    const by = actorId(actor);
    const claimed = { ...omit(card, 'handOff', 'review'), ...heldSince(by, now), state: 'claimed' } as const;
    const from = card.holder?.id;
    if (!from || from === by) return { card: claimed };
    return {
      card: { ...claimed, lostBy: { from, to: by, at: now } },
      events: [{ event: 'taken-over', from, by, at: now }],
    };
  },
};

/**
 * The card for a person who claims it. What they wrote after they had lost it is the draft, unless a colleague's or a
 * newer one is there.
 */
function withOwnWords(card: Card, by: SlackUserId): Card {
  const { draft, keptWords } = card;
  const own = keptWords.find((one) => one.by === by);
  const isNewest = own && (!draft || (draft.by === by && draft.at <= own.at));
  return isNewest ? { ...card, draft: own, keptWords: keptWords.filter((one) => one !== own) } : card;
}

/**
 * Whether the post to answer is of a newer act than the `shown` one. Otherwise it is a newer version of the same act.
 */
function isNewerAct({ acts }: Card, replyTo: PostId | undefined, shown: PostId): boolean {
  const placeOf = (post: PostId | undefined) =>
    acts.findIndex((act) => isWritten(act) && post !== undefined && act.versions.includes(post));
  return placeOf(replyTo) > placeOf(shown);
}

/** The time of an earlier approval with unknown outcome, for the next one to keep: that answer may still turn up. */
function unknownBefore(reply: Reply | undefined): Pick<Reply, 'unknownFrom'> {
  if (!reply) return {};
  const from = reply.unknownFrom ?? (reply.unsureSince === undefined ? undefined : reply.approvedAt);
  return from === undefined ? {} : { unknownFrom: from };
}
