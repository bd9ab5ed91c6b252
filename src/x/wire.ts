import * as z from 'zod';
import { type AccountId, accountId, type PostId, postId } from '../core/ids.js';
import { asLine } from '../core/one-line.js';
import { looksAutomated } from '../core/post/looks-automated.js';
import { plainText } from '../core/post/plain.js';
import type { Patron } from '../core/post/post.js';

// What X answers is read with tolerance: what is odd in one field is left out, and what is odd in one thing never hides the
// things beside it.

/** A field whose odd value counts as none. */
const maybe = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);

/** The things of a list that are as they should be; nothing for what is no list. */
const listOf = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((items) =>
      items.flatMap((item): z.output<Schema>[] => {
        const one = schema.safeParse(item);
        return one.success ? [one.data] : [];
      }),
    );

/** X's ids have up to 19 digits, more than a JavaScript number keeps. */
const digits = z.string().regex(/^\d{1,20}$/);
const post = digits.transform((id): PostId => postId(id));
const user = digits.transform((id): AccountId => accountId(id));
const time = z.iso.datetime().transform((text) => Date.parse(text));
const offset = z.int().nonnegative();

const wireUrl = z.object({
  url: z.string(),
  expanded_url: maybe(z.string()),
  display_url: maybe(z.string()),
  media_key: maybe(z.string()),
});
export type WireUrl = z.infer<typeof wireUrl>;
const wireEntities = z.object({
  urls: listOf(wireUrl),
  mentions: listOf(z.object({ start: offset, id: user })),
});
/** The full text of a long post. */
const wireNote = z.object({ text: z.string(), entities: maybe(wireEntities) });
const wireReferences = listOf(z.object({ type: z.string(), id: post }));

/** X is renaming tweets to posts, so each renamed field is read under both names. */
export const wirePost = z.object({
  id: post,
  text: maybe(z.string()),
  author_id: maybe(user),
  conversation_id: maybe(post),
  created_at: maybe(time),
  in_reply_to_user_id: maybe(user),
  referenced_tweets: maybe(wireReferences),
  referenced_posts: maybe(wireReferences),
  edit_history_tweet_ids: listOf(post),
  edit_history_post_ids: listOf(post),
  reply_settings: maybe(z.string()),
  possibly_sensitive: maybe(z.boolean()),
  /** From where to where the writer's own words stand, in code points: names before them were put there by X. */
  display_text_range: maybe(z.array(offset)),
  entities: maybe(wireEntities),
  note_tweet: maybe(wireNote),
  note_post: maybe(wireNote),
  attachments: maybe(z.object({ media_keys: listOf(z.string()), poll_ids: listOf(z.string()) })),
});
export type WirePost = z.infer<typeof wirePost>;

const wireUser = z.object({
  id: user,
  username: z.string().min(1),
  name: z.string(),
  profile_image_url: maybe(z.string()),
  protected: maybe(z.boolean()),
  description: maybe(z.string()),
  location: maybe(z.string()),
  entities: maybe(z.object({ description: maybe(z.object({ urls: listOf(wireUrl) })) })),
  created_at: maybe(time),
  public_metrics: maybe(
    z.object({
      followers_count: maybe(z.number()),
      following_count: maybe(z.number()),
      tweet_count: maybe(z.number()),
      post_count: maybe(z.number()),
    }),
  ),
  connection_status: listOf(z.string()),
  pinned_tweet_id: maybe(post),
  pinned_post_id: maybe(post),
});
type WireUser = z.infer<typeof wireUser>;

const wireMedia = z.object({
  media_key: z.string(),
  type: z.string(),
  url: maybe(z.string()),
  preview_image_url: maybe(z.string()),
  alt_text: maybe(z.string()),
  duration_ms: maybe(z.number()),
});
export type WireMedia = z.infer<typeof wireMedia>;
const wirePoll = z.object({
  id: z.string(),
  options: listOf(z.object({ label: z.string() })),
  end_datetime: maybe(time),
});
export type WirePoll = z.infer<typeof wirePoll>;

const includes = maybe(
  z.object({ users: listOf(wireUser), media: listOf(wireMedia), polls: listOf(wirePoll) }),
);
/** Why X does not show something. */
const wireErrors = listOf(
  z.object({
    value: maybe(z.string()),
    resource_id: maybe(z.string()),
    resource_type: maybe(z.string()),
    type: maybe(z.string()),
  }),
);
const meta = maybe(
  z.object({ next_token: maybe(z.string()), newest_id: maybe(post), oldest_id: maybe(post) }),
);

/** Where the id of a post is spoilt, its newest version tells it. */
function identified(item: unknown): WirePost | undefined {
  const whole = wirePost.safeParse(item);
  if (whole.success) return whole.data;
  const { edit_history_tweet_ids, edit_history_post_ids } = versionsOf.parse(item);
  const id = (edit_history_tweet_ids ?? edit_history_post_ids)?.at(-1);
  return wirePost.safeParse(typeof item === 'object' && { ...item, id }).data;
}
const versionsOf = z
  .object({ edit_history_tweet_ids: maybe(listOf(post)), edit_history_post_ids: maybe(listOf(post)) })
  .catch({});

/**
 * Posts, with what belongs to them. An answer without posts is one only where X says why, or that there are none. For each
 * post that nothing identifies, `nameless` has the id of the one behind it, or else of the one before it.
 */
export const postsAnswer = z
  .object({ data: z.array(z.unknown()).catch([]), includes, errors: wireErrors, meta })
  .transform(({ data, ...rest }) => {
    const posts = data.map(identified);
    const isKnown = (one: WirePost | undefined) => one !== undefined;
    const nameless = posts.flatMap((one, at) => {
      const beside = posts.slice(at).find(isKnown) ?? posts.slice(0, at).findLast(isKnown);
      return one ? [] : [beside?.id];
    });
    return { ...rest, data: posts.filter((one) => one !== undefined), nameless };
  })
  .refine(
    ({ data, errors, meta, nameless }) =>
      data.length + nameless.length + errors.length > 0 || meta !== undefined,
  );
export type PostsAnswer = z.infer<typeof postsAnswer>;
/** Private messages. A conversation of two has the ids of both, a group's is one number. */
const wireEvent = z.object({
  id: post,
  event_type: maybe(z.string()),
  text: maybe(z.string()),
  sender_id: maybe(user),
  dm_conversation_id: maybe(z.string()),
  created_at: maybe(time),
  entities: maybe(wireEntities),
});
export type WireEvent = z.infer<typeof wireEvent>;
export const eventsPage = z
  .object({ data: listOf(wireEvent), includes, errors: wireErrors, meta })
  .refine(({ data, errors, meta }) => data.length + errors.length > 0 || meta !== undefined);
export const sentAnswer = z.object({ data: z.object({ dm_event_id: post }) });
/** What is asked for with private messages, besides who wrote them. */
export const eventQuery = {
  event_types: 'MessageCreate',
  'dm_event.fields': 'created_at,dm_conversation_id,entities,event_type,sender_id,text',
} as const;
export const usersPage = z.object({ data: listOf(wireUser), meta });
export const foundUsers = z.object({ data: listOf(wireUser) });
export const userAnswer = z.object({ data: wireUser });
export const deletedAnswer = z.object({ data: z.object({ deleted: z.literal(true) }) });
export const createdAnswer = z.object({ data: z.object({ id: post }) });
/** X's response about a person whom it does not show us: protected, suspended or gone. */
export const notShownAnswer = z.object({
  errors: z.array(z.object({ type: maybe(z.string()) })).min(1),
  data: z.undefined().optional(),
});

/** What is asked for with posts, besides who wrote them. */
export const postQuery = {
  'tweet.fields':
    'attachments,author_id,conversation_id,created_at,display_text_range,entities,in_reply_to_user_id,note_tweet,possibly_sensitive,referenced_tweets,edit_history_tweet_ids,reply_settings',
  'media.fields': 'type,url,preview_image_url,alt_text,duration_ms',
  'poll.fields': 'options,end_datetime',
} as const;
export const mediaExpansions = 'attachments.media_keys,attachments.poll_ids';
export const userFields = 'profile_image_url,protected,connection_status';
/** Of somebody who may have done no more than follow us also what they say of themselves. */
export const personFields = `${userFields},description,entities,location`;
/** Of followers also the fields that tell whether the account looks automated. */
export const followerFields = `${personFields},created_at,public_metrics`;
/** Of our own account also which post is pinned: the expansion brings its id. */
export const ownExpansions = 'pinned_tweet_id';

/** In characters: X allows 160 and 30. */
const mostAbout = { bio: 200, place: 60 };

/** What somebody says of themselves and where they are, each on one line. X's short links read as they do on X. */
function aboutOf({ description = '', entities, location = '' }: WireUser): Pick<Patron, 'bio' | 'place'> {
  const urls = entities?.description?.urls ?? [];
  const read = urls.reduce(
    (text, { url, display_url }) => text.replaceAll(url, () => display_url ?? ''),
    description,
  );
  const bio = asLine(plainText(read), mostAbout.bio);
  const place = asLine(plainText(location), mostAbout.place);
  return { ...(bio && { bio }), ...(place && { place }) };
}

/** A person as the desk knows them. */
export function toPatron(wire: WireUser): Patron {
  return {
    id: wire.id,
    handle: wire.username,
    name: wire.name,
    ...(wire.profile_image_url && { avatarUrl: wire.profile_image_url }),
    ...aboutOf(wire),
    ...(wire.protected && { protected: true }),
    ...(wire.connection_status.includes('followed_by') && { followsUs: true }),
    ...(wire.connection_status.includes('following') && { weFollow: true }),
  };
}

/** A follower, with whether the account looks automated at `now` (Unix ms). */
export function toFollower(wire: WireUser, now: number): Patron {
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
