import { actId, type CardId, compareIds } from '../ids.js';
import type { Patron, Post } from '../post/post.js';
import { type TopicWords, topicOf } from '../post/topic.js';
import { type Action, theDesk } from './actions.js';
import type { Act, Card, Mention } from './card.js';
import { type Decision, decide, unchanged } from './decide.js';
import { isRefusal } from './refusal.js';
import { isFollow } from './select.js';

/** The act that a post is; an edited post is its first version's act. */
export function mentionAct(post: Post, words?: TopicWords): Mention {
  return {
    kind: 'mention',
    id: actId(post.versions[0] ?? post.id),
    at: post.at,
    answered: false,
    versions: post.versions,
    text: post.text,
    links: post.links,
    photos: post.photos,
    topic: topicOf(post.text, words),
  };
}

/** A follow, first seen at a time (Unix ms): X does not say when it happened. */
export const followAct = (patron: Patron, at: number): Act => ({
  kind: 'follow',
  id: actId(`follow-${patron.id}`),
  at,
  answered: false,
});

/**
 * The card with an act of its patron; a new card when there is none. An act that it has already changes nothing. In a
 * muted conversation it waits for nobody.
 */
export function join(
  card: Card | undefined,
  id: CardId,
  act: Act,
  patron: Patron,
  now: number,
  muted = false,
): Decision {
  if (!card) return { card: newCard(id, act, patron, now, muted), events: [], changed: true };
  const known = card.acts.find((one) => one.id === act.id);
  const action: Action =
    known && act.kind === 'mention'
      ? { do: 'edited', act: act.id, mention: act }
      : { do: 'another-act', act, patron, muted };
  const result = decide(card, action, theDesk, now);
  return isRefusal(result) ? unchanged(card) : result;
}

const newCard = (id: CardId, act: Act, patron: Patron, now: number, muted: boolean): Card => ({
  id,
  format: 1,
  version: 1,
  state: muted ? 'dismissed' : 'open',
  ...(muted ? { closed: { at: now, reason: 'muted' } } : {}),
  patron,
  acts: [act],
  changedAt: now,
  passes: [],
  keptWords: [],
  answers: [],
  history: [],
  messages: {},
});

/** How well the desk knows whoever wrote, at the time of a post. */
export interface Acquaintance {
  /** Nothing of theirs was here before. */
  readonly first?: true;
  /** The how-manieth question of the month it is. */
  readonly nthQuestion?: number;
}

/** Looks through all cards of a post's author. `monthFromMs`: when the month began on the desk's calendar. */
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

/** The follower's card once X shows that we follow them; the same card when nothing is new about that. */
export function followedBack(card: Card): Card {
  if (!isFollow(card) || card.patron.weFollow) return card;
  return { ...card, patron: { ...card.patron, weFollow: true }, version: card.version + 1 };
}
