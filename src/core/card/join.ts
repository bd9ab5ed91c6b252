import { actId, type CardId } from '../ids.js';
import type { Patron, Post } from '../post/post.js';
import { type TopicWords, topicOf } from '../post/topic.js';
import { type Action, theDesk } from './actions.js';
import type { Act, Card, Mention } from './card.js';
import { type Decision, decide, unchanged } from './decide.js';
import { isRefusal } from './refusal.js';

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
