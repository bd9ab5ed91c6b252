import type { Entities } from './compose.js';
import { nextId } from './ids.js';
import { accountById } from './people.js';
import type { Account, Post, X } from './state.js';

const longest = 140;

/** A repost is a post of its own: "RT @name: " before the words of the original, which it names too, cut with "…". */
export function repost(x: X, by: Account, original: Post): Post {
  const { handle, id: authorId } = accountById(x, original.authorId);
  const lead = `RT @${handle}: `;
  const shown = [...lead, ...original.text];
  const isCut = shown.length > longest;
  const text = isCut ? `${shown.slice(0, longest - 1).join('')}…` : shown.join('');
  const kept = <Span extends { readonly start: number; readonly end: number }>(spans: readonly Span[] = []) =>
    spans
      .map((span) => ({ ...span, start: span.start + lead.length, end: span.end + lead.length }))
      .filter(({ end }) => !isCut || end < longest);
  const { urls, mentions, hashtags } = original.entities;
  const author = { start: 3, end: lead.length - 2, username: handle, id: authorId };
  const [links, tags] = [kept(urls), kept(hashtags)];
  const entities: Entities = {
    ...(links.length > 0 && { urls: links }),
    mentions: [author, ...kept(mentions)],
    ...(tags.length > 0 && { hashtags: tags }),
  };
  const now = x.world.clock.now();
  const id = nextId(x, now);
  const post: Post = {
    id,
    firstId: id,
    authorId: by.id,
    createdAt: now,
    written: text,
    text,
    wordsStart: 0,
    entities,
    reposts: original.id,
    conversationId: id,
    replySettings: 'everyone',
    via: 'x',
    deleted: false,
    visibleAt: 0,
    timelineAt: now + x.state.lag.timelineMs,
    mentionsAt: now + x.state.lag.mentionsMs,
  };
  x.state.posts[id] = post;
  return post;
}
