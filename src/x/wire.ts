import { z } from 'zod';
import { secondMs } from '../core/durations.js';
import { type PostId, postId, type XUserId, xUserId } from '../core/ids.js';
import { looksAutomated } from '../core/post/looks-automated.js';
import type { Patron, Post } from '../core/post/post.js';
import type { AuthoredPost } from '../ports/network.js';
import { readText } from './plain-text.js';
import { postedAt } from './snowflake.js';

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
  /** From where to where the writer's own words stand, in code points: names before them were put there by X. */
  display_text_range: z.array(z.number()).optional(),
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
export const foundUsers = z.object({ data: z.array(wireUser).default([]) });
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
export const createdAnswer = z.object({ data: z.object({ id: post }) });
/** X's response about a person whom it does not show us: protected, suspended or gone. */
export const notShownAnswer = z.object({
  errors: z.array(z.unknown()).min(1),
  data: z.undefined().optional(),
});

/** The fields of a post that the functions below read; X is asked for no others. */
export const postFields =
  'author_id,conversation_id,created_at,display_text_range,entities,in_reply_to_user_id,note_tweet,referenced_tweets,edit_history_tweet_ids,reply_settings';
export const userFields = 'profile_image_url,protected,connection_status';
/** Of followers also the fields that tell whether the account looks automated. */
export const followerFields = `${userFields},created_at,public_metrics`;
/** The fields of our own account. */
export const ownFields = 'pinned_tweet_id';

/** The posts of a page with their authors, without those whose author is not among `people`. */
export function toAuthoredPosts(
  { data }: Pick<PostsWithAuthors, 'data'>,
  people: readonly Patron[],
  us: Reader,
): AuthoredPost[] {
  const authors = new Map(people.map((one) => [one.id, one]));
  return data.flatMap((wire) => {
    const author = authors.get(wire.author_id);
    return author ? [{ post: toPost(wire, us), author }] : [];
  });
}

export type PostsWithAuthors = Pick<z.infer<typeof postsPage>, 'data' | 'includes'>;

/** Our account, as far as it decides whether we can answer a post. */
export interface Reader {
  readonly id: XUserId;
  /** The writer of the post follows us. */
  readonly isFollowed?: boolean;
}

/** A post as the desk knows it, in its newest version. */
export function toPost(wire: z.infer<typeof wirePost>, us: Reader): Post {
  const known = wire.edit_history_tweet_ids ?? wire.edit_history_post_ids ?? [];
  const versions = known.length > 0 ? known : [wire.id];
  const references = wire.referenced_tweets ?? wire.referenced_posts ?? [];
  const repliedTo = references.find(({ type }) => type === 'replied_to')?.id;
  // X cuts the `text` of a long post, and its entities, without a mark; what is attached may stand in either list.
  const { text, entities } = wire.note_tweet ?? wire.note_post ?? wire;
  const urls = entities?.urls ?? [];
  const plain = readText({
    text,
    urls: urls.map(({ url, expanded_url = url, display_url = expanded_url, media_key }) => ({
      url,
      expanded: expanded_url,
      display: display_url,
      isMedia: media_key !== undefined || /^pic\.(x|twitter)\.com\//.test(display_url),
    })),
    mentions: (entities?.mentions ?? []).flatMap(({ id, start }) => (id ? [{ id, start }] : [])),
    wordsStart: wire.display_text_range?.[0],
  });
  const photos = Math.max(photosIn(urls), photosIn(wire.entities?.urls));
  const namesUs = [...plain.names.map(({ account }) => account), ...(plain.carried ?? [])].includes(us.id);
  return {
    id: wire.id,
    versions,
    authorId: wire.author_id,
    // For a post that starts a conversation, X may name any of its versions.
    conversationId: versions.includes(wire.conversation_id) ? (versions[0] ?? wire.id) : wire.conversation_id,
    at: timeOf(wire),
    ...plain,
    media: Array.from({ length: photos }, () => ({ kind: 'photo' as const })),
    ...(repliedTo && { repliedTo }),
    ...(wire.in_reply_to_user_id && { repliedToAccount: wire.in_reply_to_user_id }),
    ...(references.some(({ type }) => type === 'retweeted') && { repost: true as const }),
    ...(!takesReplies(wire, us, namesUs) && { closed: true as const }),
  };
}

/** X gives whole seconds; the id has the milliseconds too. An id of another time than X says is not believed. */
function timeOf({ id, created_at }: z.infer<typeof wirePost>): number {
  const byId = postedAt(id);
  return Math.floor(byId / secondMs) === Math.floor(created_at / secondMs) ? byId : created_at;
}

/** Whether we may reply: whoever a post names always may. */
function takesReplies({ author_id, reply_settings }: z.infer<typeof wirePost>, us: Reader, namesUs: boolean) {
  if (namesUs || author_id === us.id || !reply_settings || reply_settings === 'everyone') return true;
  return reply_settings === 'following' && us.isFollowed === true;
}

type WireUrl = z.infer<typeof wireUrl>;

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
    ...(wire.connection_status?.includes('followed_by') && { followsUs: true }),
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
