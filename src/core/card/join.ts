import { actId, type CardId, compareIds } from '../ids.js';
import type { Patron, Post } from '../post/post.js';
import { type TopicWords, topicOf, urgentWordIn } from '../post/topic.js';
import { type Action, theDesk } from './actions.js';
import type { Act, Card, Mention } from './card.js';
import { type Decision, decide, unchanged } from './decide.js';
import { urgentEvent } from './inbound-transitions.js';
import { isRefusal } from './refusal.js';
import { isFollow, isUrgent } from './select.js';

/** The act for a post that mentions us, by the words of its desk. All versions of an edited post are one act. */
export function mentionAct(
  post: Post,
  {
    topicWords,
    urgentWords = [],
  }: { readonly topicWords?: TopicWords; readonly urgentWords?: readonly string[] } = {},
): Mention {
  const urgent = urgentWordIn(post.text, urgentWords);
  return {
    kind: 'mention',
    id: actId(post.versions[0] ?? post.id),
    at: post.at,
    answered: false,
    versions: post.versions,
    text: post.text,
    links: post.links,
    media: post.media,
    ...(post.sensitive && { sensitive: true }),
    ...(post.repliedTo && { repliedTo: post.repliedTo }),
    ...(post.repliedToAccount && { repliedToAccount: post.repliedToAccount }),
    ...(post.quoted && { quoted: post.quoted }),
    ...(post.closed && { closed: true }),
    ...(post.partial && { partial: true }),
    topic: topicOf(post.text, topicWords),
    ...(urgent === undefined ? {} : { urgent }),
  };
}

/** The act of a new follower. `at` is when the desk first saw it (Unix ms): X does not say when it happened. */
export const followAct = (patron: Patron, at: number): Act => ({
  kind: 'follow',
  id: actId(`follow-${patron.id}`),
  at,
  answered: false,
});

/**
 * The card with one more act of its patron, or a new card when there is none. An act that it has already changes
 * nothing, unless it is a newer version of it. Where the conversation or the patron is `muted` the card waits for nobody,
 * unless a word in it is urgent. `now` is Unix ms.
 */
export function addAct(
  card: Card | undefined,
  id: CardId,
  act: Act,
  patron: Patron,
  now: number,
  muted?: Muting,
): Decision {
  if (!card) return newCard(id, act, patron, now, isUrgent(act) ? undefined : muted);
  const known = card.acts.find((one) => one.id === act.id);
  const action: Action =
    known && act.kind === 'mention'
      ? { do: 'edited', act: act.id, mention: act }
      : { do: 'another-act', act, patron, ...(muted ? { muted } : {}) };
  const result = decide(card, action, theDesk, now);
  return isRefusal(result) ? unchanged(card) : result;
}

function newCard(id: CardId, act: Act, patron: Patron, now: number, muted?: Muting): Decision {
  const events = isUrgent(act) ? [urgentEvent(act, now)] : [];
  const card: Card = {
    id,
    format: 2,
    version: 1,
    state: muted ? 'dismissed' : 'open',
    ...(muted ? { closed: { at: now, reason: muted } } : {}),
    patron,
    acts: [act],
    changedAt: now,
    passes: [],
    keptWords: [],
    answers: [],
    ...(events.length > 0 ? { pending: events } : {}),
    history: [],
    messages: {},
  };
  return { card, events, changed: true };
}

/** Why a card waits for nobody: a colleague muted the conversation, or the lead muted the patron. */
export type Muting = 'muted' | 'muted-person';

/** How well the desk knew the patron when they wrote a post. */
export interface Acquaintance {
  /** It is their first post that mentions us. */
  readonly first?: true;
  /** 1-based number of this question among the patron's questions this month. */
  readonly nthQuestion?: number;
}

/**
 * How well the desk knew the patron at a post, by all their `cards`. `monthFromMs`: when the month began in the desk's
 * time zone (Unix ms).
 */
export function acquaintanceOf(act: Mention, cards: readonly Card[], monthFromMs: number): Acquaintance {
  const earlier = cards
    .flatMap(({ acts }) => acts)
    .filter((one): one is Mention => one.kind === 'mention' && isBefore(one, act));
  if (earlier.length === 0) return { first: true };
  if (act.topic !== 'question') return {};
  const asked = earlier.filter(({ topic, at }) => topic === 'question' && at >= monthFromMs);
  return { nthQuestion: asked.length + 1 };
}

const isBefore = (one: Mention, act: Mention): boolean =>
  one.id !== act.id && (one.at < act.at || (one.at === act.at && compareIds(one.id, act.id) < 0));

/** The card of a new follower whom we follow now; the same card when it knows that already or is of another kind. */
export function followedBack(card: Card): Card {
  if (!isFollow(card) || card.patron.weFollow) return card;
  return { ...card, patron: { ...card.patron, weFollow: true }, version: card.version + 1 };
}
