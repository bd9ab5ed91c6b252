import type { Sighting } from '../card/actions.js';
import type { Card } from '../card/card.js';
import { isSince, unsettledApprovals } from '../card/delivery-transitions.js';
import { mentionAct, type PrivateMessage, type Written } from '../card/join.js';
import { isWritten } from '../card/select.js';
import type { TopicWords } from '../languages/word-lists.js';
import type { Post } from '../post/post.js';
import { sameWords } from '../post/same-words.js';
import { asksToStop } from './stop-words.js';

interface Listening {
  readonly topicWords?: TopicWords;
  readonly urgentWords?: readonly string[];
  readonly stopWords: readonly string[];
}

/**
 * The act for a private message. It waits as a question does, whatever it says, but for thanks: nobody else sees that
 * somebody has not been answered here.
 */
export function privateAct(message: Post, listening: Listening): PrivateMessage {
  const { topic, ...read } = mentionAct(message, listening);
  if (asksToStop(message.text, listening.stopWords))
    return { ...read, kind: 'private', topic: 'other', stops: true };
  return { ...read, kind: 'private', topic: topic === 'praise' ? topic : 'question' };
}

/** What somebody asked in public, as an act of their private conversation, in which it is answered from `now` (Unix ms) on. */
export function askedInPublic(asked: Written, now: number): PrivateMessage {
  const { id, links, media, text, versions } = asked;
  return { kind: 'private', id, at: now, answered: false, versions, text, links, media, topic: 'question' };
}

/**
 * A message of ours in the conversation of a card, as the card takes it: by its words it is the approval of unknown outcome,
 * else it answers all that the patron had written by then.
 */
export function sightingInPrivate(card: Card, message: Post): Sighting {
  const { at, id, text } = message;
  const approved = unsettledApprovals(card).find(
    (one) => isSince(message, one.since) && sameWords(one.text, message),
  );
  const before = card.acts.findLast((act) => isWritten(act) && act.at <= at);
  const repliedTo = approved?.replyTo ?? (isWritten(before) ? before.versions.at(-1) : undefined);
  return { postId: id, at, text, asApproved: approved !== undefined, ...(repliedTo && { repliedTo }) };
}
