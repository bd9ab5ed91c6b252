import { actId, type CardId, compareIds, type SlackUserId } from '../ids.js';
import type { TopicWords } from '../languages/word-lists.js';
import { omit } from '../omit.js';
import type { Patron, Post } from '../post/post.js';
import { topicOf, urgentWordIn } from '../post/topic.js';
import { type Action, theDesk } from './actions.js';
import type { Act, Card, Mention } from './card.js';
import { type Decision, decide, unchanged } from './decide.js';
import { answerEvents, urgentEvent } from './inbound-transitions.js';
import { isRefusal } from './refusal.js';
import { isFollow, isStop, isUrgent, isWritten } from './select.js';

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
    ...(post.readAt !== undefined && { readAt: post.readAt }),
    text: post.text,
    links: post.links,
    media: post.media,
    ...(post.sensitive && { sensitive: true }),
    ...(post.suspect && { suspect: post.suspect }),
    ...(post.repliedTo && { repliedTo: post.repliedTo }),
    ...(post.repliedToAccount && { repliedToAccount: post.repliedToAccount }),
    ...(post.quoted && { quoted: post.quoted }),
    ...(post.closed && { closed: true }),
    ...(post.partial && { partial: true }),
    topic: topicOf(post.text, topicWords),
    ...(urgent === undefined ? {} : { urgent }),
  };
}

/**
 * A private message to us. `stops`: it says *stop* and nothing else. Its words stand nowhere outside the desk's private
 * channel.
 */
export interface PrivateMessage extends Omit<Mention, 'kind'> {
  readonly kind: 'private';
  readonly stops?: true;
}

/** What a patron wrote to us. */
export type Written = Mention | PrivateMessage;

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
  const card: Card = {
    id,
    format: 2,
    version: 1,
    state: 'open',
    ...(muted ? closedBy(muted, now) : {}),
    ...(isStop(act) ? closedBy('stop', now) : {}),
    patron,
    acts: [act],
    changedAt: now,
    passes: [],
    keptWords: [],
    answers: [],
    history: [],
    messages: {},
  };
  const events = [...(isUrgent(act) ? [urgentEvent(act, now)] : []), ...answerEvents(undefined, card, now)];
  return { card: events.length > 0 ? { ...card, pending: events } : card, events, changed: true };
}

/** The state of a card that closes by itself. What the patron ended is withdrawn: nothing opens it but their own words. */
export const closedBy = (reason: Muting | 'stop', at: number): Pick<Card, 'state' | 'closed'> => ({
  state: reason === 'stop' ? 'withdrawn' : 'dismissed',
  closed: { at, reason },
});

/** Why a card waits for nobody: a colleague muted the conversation, or the lead muted the patron. */
export type Muting = 'muted' | 'muted-person';

/** How well the desk knew the patron when they wrote a post. */
export interface Acquaintance {
  /** It is their first post that mentions us. */
  readonly first?: true;
  /** It is their first one for a year; of what came before the desk has no record any more. */
  readonly firstInYear?: true;
  /** 1-based number of this question among the patron's questions this month. */
  readonly nthQuestion?: number;
}

/**
 * How well the desk knew the patron at a post, by all their `cards`. `monthFromMs`: when the month began in the desk's
 * time zone (Unix ms). `forgets`: the desk watches for so long that it has dropped records of cards.
 */
export function acquaintanceOf(
  act: Written,
  cards: readonly Card[],
  monthFromMs: number,
  forgets = false,
): Acquaintance {
  const earlier = cards
    .flatMap(({ acts }) => acts)
    .filter((one) => isWritten(one))
    .filter((one) => isBefore(one, act));
  if (earlier.length === 0) return forgets ? { firstInYear: true } : { first: true };
  if (act.topic !== 'question') return {};
  const asked = earlier.filter(({ topic, at }) => topic === 'question' && at >= monthFromMs);
  return { nthQuestion: asked.length + 1 };
}

const isBefore = (one: Written, act: Written): boolean =>
  one.id !== act.id && (one.at < act.at || (one.at === act.at && compareIds(one.id, act.id) < 0));

/** That we follow a new follower back. Times are Unix ms. */
export interface FollowedBack {
  /** `begunAt`: when somebody first pressed it. The call has its key by that, however often it is made. `at`: it is done. */
  readonly followBack?: { readonly begunAt: number; readonly by: SlackUserId; readonly at?: number };
}

/** The card of a new follower whom somebody begins to follow back; the same card once that began. */
export const withFollowBegun = (card: Card, by: SlackUserId, now: number): Card =>
  card.followBack ? card : { ...card, followBack: { begunAt: now, by } };

/** The card of a new follower whom we follow now; the same card when it knows that already or is of another kind. */
export function followedBack(card: Card): Card {
  if (!isFollow(card) || card.linkOnly || card.patron.weFollow) return card;
  return { ...card, patron: { ...card.patron, weFollow: true }, version: card.version + 1 };
}

/** The card under the handle and name that its patron has now; the same card where the handle is the same, or shows nobody. */
export function underHandleNow(card: Card, { handle, name }: Patron): Card {
  const { patron } = card;
  if (card.linkOnly || patron.handle === '' || handle === '' || patron.handle === handle) return card;
  return { ...card, patron: { ...patron, handle, name }, version: card.version + 1 };
}

/**
 * The card of a new follower who waits, with their name, picture and what is said of them as the network shows them now;
 * the same card when it has all that already or is of another kind.
 */
export function asShownNow(card: Card, { avatarUrl, bio, handle, name, place, suspect }: Patron): Card {
  if (!isFollow(card) || card.linkOnly || card.state !== 'open') return card;
  const { patron } = card;
  const isSame =
    patron.handle === handle &&
    patron.name === name &&
    patron.avatarUrl === avatarUrl &&
    patron.bio === bio &&
    patron.place === place &&
    patron.suspect === suspect;
  if (isSame) return card;
  const shown = {
    handle,
    name,
    ...(avatarUrl && { avatarUrl }),
    ...(bio && { bio }),
    ...(place && { place }),
    ...(suspect && { suspect }),
  };
  const next = { ...omit(patron, 'avatarUrl', 'bio', 'place', 'suspect'), ...shown };
  return { ...card, patron: next, version: card.version + 1 };
}
