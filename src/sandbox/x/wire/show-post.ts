import type { Entities } from '../model/compose.js';
import { cutShort } from '../model/cut-short.js';
import { isNewestVersion, versions } from '../model/people.js';
import type { Account, Post, X } from '../model/state.js';
import { hiddenFields, privateMetrics } from './private-metrics.js';
import type { Query } from './query.js';

/** X gives the times of posts in whole seconds. */
export function isoSeconds(ms: number): string {
  return new Date(Math.floor(ms / 1000) * 1000).toISOString();
}

const editableMs = 3_600_000;
const editsAllowed = 5;

/** X allows five edits of a post, within an hour of its first version. */
export function editsLeft(x: X, post: Post): { remaining: number; untilMs: number } {
  const first = x.state.posts[post.firstId] ?? post;
  return {
    remaining: editsAllowed - (versions(x, post).length - 1),
    untilMs: first.createdAt + editableMs,
  };
}

/** A post with the requested fields, and those that the expansions add, as far as `viewer` may read them. */
export function showPost(x: X, post: Post, query: Query, viewer: Account): Record<string, unknown> {
  const short = cutShort(post);
  const { text, entities } = short ?? post;
  const all: Record<string, () => unknown> = {
    attachments: () => attachments(post),
    author_id: () => post.authorId,
    conversation_id: () => post.conversationId,
    created_at: () => isoSeconds(post.createdAt),
    display_text_range: () => [post.wordsStart, wordsEnd(post, text)],
    edit_controls: () => {
      const { remaining, untilMs } = editsLeft(x, post);
      return {
        edits_remaining: remaining,
        is_edit_eligible: !post.poll,
        editable_until: isoSeconds(untilMs),
      };
    },
    entities: () => whereAny(entities),
    in_reply_to_user_id: () => post.replyTo?.userId,
    media_metadata: () =>
      post.media?.map(({ key, altText }) => ({
        media_key: key,
        ...(altText !== '' && { alt_text: altText }),
      })),
    lang: () => 'en',
    note_tweet: () => short && noteOf(post),
    possibly_sensitive: () => post.sensitive ?? false,
    non_public_metrics: () => privateMetrics(metrics(x, post)).non_public_metrics,
    organic_metrics: () => privateMetrics(metrics(x, post)).organic_metrics,
    public_metrics: () => metrics(x, post),
    referenced_tweets: () => references(post),
    reply_settings: () => post.replySettings,
    source: () => (post.via === 'api' ? 'Greeting Desk' : 'X Web App'),
    withheld: () =>
      post.withheld && { copyright: post.withheld.copyright, country_codes: post.withheld.countries },
  };
  const hidden = new Set<string>(hiddenFields(x, viewer, post, query.post));
  const asked = new Set([...query.post, ...[...query.expansions].flatMap((name) => broughtBy[name] ?? [])]);
  const shown: Record<string, unknown> = {
    id: post.id,
    text,
    edit_history_tweet_ids: versions(x, post),
  };
  for (const name of asked) {
    const value = hidden.has(name) ? undefined : all[name]?.();
    if (value !== undefined) shown[name] = value;
  }
  for (const name of post.omits ?? []) delete shown[name];
  return shown;
}

function attachments({ media, poll }: Post): Record<string, readonly string[]> | undefined {
  if (poll) return { poll_ids: [poll.id] };
  return media && { media_keys: media.map(({ key }) => key) };
}

/** The link to what is attached, at the end, does not belong to what is shown as words. */
function wordsEnd({ wordsStart, entities }: Post, text: string): number {
  const link = entities.urls?.find(({ media_key }) => media_key !== undefined);
  const { length } = [...text];
  return link && link.start <= length ? Math.max(wordsStart, link.start - 1) : length;
}

function whereAny(entities: Entities): Entities | undefined {
  return Object.keys(entities).length > 0 ? entities : undefined;
}

/** The whole text of a long post. Its links do not say which picture they lead to. */
function noteOf({ text, entities: { urls, ...others } }: Post): Record<string, unknown> {
  const links = urls?.map(({ media_key, ...link }) => link);
  const entities = whereAny({ ...others, ...(links && { urls: links }) });
  return { text, ...(entities && { entities }) };
}

/** An expansion also adds the field with the ids that it expands. */
const broughtBy: Record<string, string[]> = {
  author_id: ['author_id'],
  in_reply_to_user_id: ['in_reply_to_user_id'],
  'referenced_tweets.id': ['referenced_tweets'],
  'referenced_tweets.id.author_id': ['referenced_tweets', 'author_id'],
  'attachments.media_keys': ['attachments'],
  'attachments.poll_ids': ['attachments'],
  'entities.mentions.username': ['entities'],
};

/** `referenced_tweets`: the posts that this one answers, quotes or reposts; undefined when there are none. */
export function references(
  post: Post,
): { type: 'replied_to' | 'quoted' | 'retweeted'; id: string }[] | undefined {
  const found = [
    ...(post.replyTo && !post.omits?.includes('replied_to')
      ? [{ type: 'replied_to' as const, id: post.replyTo.postId }]
      : []),
    ...(post.quotes === undefined ? [] : [{ type: 'quoted' as const, id: post.quotes }]),
    ...(post.reposts === undefined ? [] : [{ type: 'retweeted' as const, id: post.reposts }]),
  ];
  return found.length > 0 ? found : undefined;
}

function metrics(x: X, post: Post): Record<string, number> {
  const all = versions(x, post);
  const live = Object.values(x.state.posts).filter((other) => !other.deleted && isNewestVersion(x, other));
  return {
    retweet_count: live.filter(({ reposts }) => reposts !== undefined && all.includes(reposts)).length,
    reply_count: live.filter(({ replyTo }) => replyTo && all.includes(replyTo.postId)).length,
    like_count: 0,
    quote_count: live.filter(({ quotes }) => quotes !== undefined && all.includes(quotes)).length,
    bookmark_count: 0,
    impression_count: 0,
  };
}
