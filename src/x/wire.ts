import { z } from 'zod';
import { type PostId, postId, type XUserId, xUserId } from '../core/ids.js';
import { looksAutomated } from '../core/post/looks-automated.js';
import type { Link, Patron, Post } from '../core/post/post.js';
import type { AuthoredPost } from '../ports/network.js';

/** X's ids have up to 19 digits, more than a JavaScript number keeps. */
const digits = z.string().regex(/^\d+$/);
const post = digits.transform((id): PostId => postId(id));
const user = digits.transform((id): XUserId => xUserId(id));

const wireUrl = z.object({
  url: z.string(),
  expanded_url: z.string().optional(),
  display_url: z.string().optional(),
  media_key: z.string().optional(),
});
const wireEntities = z.object({
  urls: z.array(wireUrl).optional(),
  mentions: z.array(z.object({ start: z.number(), id: user.optional() })).optional(),
});
/** The full text of a long post. */
const wireNote = z.object({ text: z.string(), entities: wireEntities.optional() });
const wireReference = z.object({ type: z.string(), id: post });

/** X is renaming tweets to posts, so each renamed field is read under both names. */
const wirePost = z.object({
  id: post,
  text: z.string(),
  author_id: user,
  conversation_id: post,
  created_at: z.iso.datetime().transform((time) => Date.parse(time)),
  in_reply_to_user_id: user.optional(),
  referenced_tweets: z.array(wireReference).optional(),
  referenced_posts: z.array(wireReference).optional(),
  edit_history_tweet_ids: z.array(post).optional(),
  edit_history_post_ids: z.array(post).optional(),
  reply_settings: z.string().optional(),
  entities: wireEntities.optional(),
  note_tweet: wireNote.optional(),
  note_post: wireNote.optional(),
});

const wireUser = z.object({
  id: user,
  username: z.string(),
  name: z.string(),
  profile_image_url: z.string().optional(),
  protected: z.boolean().optional(),
  created_at: z.iso
    .datetime()
    .transform((time) => Date.parse(time))
    .optional(),
  public_metrics: z
    .object({
      followers_count: z.number().optional(),
      following_count: z.number().optional(),
      tweet_count: z.number().optional(),
      post_count: z.number().optional(),
    })
    .optional(),
  connection_status: z.array(z.string()).optional(),
  pinned_tweet_id: post.optional(),
  pinned_post_id: post.optional(),
});

const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    data: z.array(item).default([]),
    includes: z.object({ users: z.array(wireUser).default([]) }).optional(),
    meta: z.object({ next_token: z.string().optional() }),
  });

export const postsPage = pageOf(wirePost);
export const usersPage = pageOf(wireUser);
export const userAnswer = z.object({ data: wireUser });
export const deletedAnswer = z.object({ data: z.object({ deleted: z.literal(true) }) });
/** Posts that were asked for by id: those that X shows, and why it does not show the others. */
export const foundPosts = z
  .object({
    data: z.array(wirePost).default([]),
    includes: z.object({ users: z.array(wireUser).default([]) }).optional(),
    errors: z.array(z.object({ value: z.string().optional(), type: z.string().optional() })).default([]),
  })
  .refine(({ data, errors }) => data.length + errors.length > 0);
export const createdAnswer = z.object({ data: z.object({ id: post, text: z.string() }) });
/** X's response about a person whom it does not show us: protected, suspended or gone. */
export const notShownAnswer = z.object({
  errors: z.array(z.unknown()).min(1),
  data: z.undefined().optional(),
});

/** The fields of a post that the functions below read; X is asked for no others. */
export const postFields =
  'author_id,conversation_id,created_at,entities,in_reply_to_user_id,note_tweet,referenced_tweets,edit_history_tweet_ids,reply_settings';
export const userFields = 'profile_image_url,protected,connection_status';
/** Of followers also the fields that tell whether the account looks automated. */
export const followerFields = `${userFields},created_at,public_metrics`;
/** The fields of our own account. */
export const ownFields = 'pinned_tweet_id';

/** The posts of a page with their authors, without posts whose author X leaves out: suspended or deleted. */
export function toAuthoredPosts({ data, includes }: PostsWithAuthors): AuthoredPost[] {
  const authors = new Map<XUserId, Patron>(includes?.users.map((one) => [one.id, toPatron(one)]));
  return data.flatMap((wire) => {
    const author = authors.get(wire.author_id);
    return author ? [{ post: toPost(wire), author }] : [];
  });
}

type PostsWithAuthors = Pick<z.infer<typeof postsPage>, 'data' | 'includes'>;

/** A post as the desk knows it, in its newest version. */
export function toPost(wire: z.infer<typeof wirePost>): Post {
  const versions = wire.edit_history_tweet_ids ?? wire.edit_history_post_ids ?? [];
  const references = wire.referenced_tweets ?? wire.referenced_posts ?? [];
  const repliedTo = references.find(({ type }) => type === 'replied_to')?.id;
  // X cuts the `text` of a long post, and its entities, without a mark; what is attached may stand in either list.
  const { text, entities } = wire.note_tweet ?? wire.note_post ?? wire;
  const urls = entities?.urls ?? [];
  return {
    id: wire.id,
    versions: versions.length > 0 ? versions : [wire.id],
    authorId: wire.author_id,
    conversationId: wire.conversation_id,
    at: wire.created_at,
    text,
    ...(repliedTo && { repliedTo }),
    ...(wire.in_reply_to_user_id && { inReplyToUserId: wire.in_reply_to_user_id }),
    mentions: (entities?.mentions ?? []).flatMap(({ id, start }) => (id ? [{ userId: id, start }] : [])),
    links: linksOf(urls),
    ...(references.some(({ type }) => type === 'retweeted') && { repost: true as const }),
    photos: Math.max(photosIn(urls), photosIn(wire.entities?.urls)),
    ...(wire.reply_settings && wire.reply_settings !== 'everyone' && { repliesFrom: wire.reply_settings }),
  };
}

type WireUrl = z.infer<typeof wireUrl>;

/** Several photos of a post share one t.co address: X gives an entity for each, and here it is one link. */
function linksOf(urls: readonly WireUrl[]): readonly Link[] {
  const links = urls.map(({ url, expanded_url = url, display_url = expanded_url }): [string, Link] => [
    url,
    { shown: url, expanded: expanded_url, display: display_url },
  ]);
  return [...new Map(links).values()];
}

function photosIn(urls: readonly WireUrl[] = []): number {
  return urls.filter(isPhoto).length;
}

/** X shows an attachment as a link to `pic.x.com/…`; a video's address has `/video/1` where a photo's has `/photo/1`. */
function isPhoto({ display_url = '', expanded_url = '' }: WireUrl): boolean {
  return /^pic\.(x|twitter)\.com\//.test(display_url) && expanded_url.includes('/photo/');
}

/** A person as the desk knows them. */
export function toPatron(wire: z.infer<typeof wireUser>): Patron {
  return {
    id: wire.id,
    handle: wire.username,
    name: wire.name,
    ...(wire.profile_image_url && { avatarUrl: wire.profile_image_url }),
    ...(wire.protected && { protected: true }),
    ...(wire.connection_status?.includes('following') && { weFollow: true }),
  };
}

/** A follower, with whether the account looks automated at `now` (Unix ms). */
export function toFollower(wire: z.infer<typeof wireUser>, now: number): Patron {
  const counts = wire.public_metrics;
  const account = {
    handle: wire.username,
    avatarUrl: wire.profile_image_url,
    createdAt: wire.created_at,
    posts: counts?.tweet_count ?? counts?.post_count,
    followers: counts?.followers_count,
    following: counts?.following_count,
  };
  return { ...toPatron(wire), ...(looksAutomated(account, now) && { automated: true }) };
}
