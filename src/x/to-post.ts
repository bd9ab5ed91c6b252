import { secondMs } from '../core/durations.js';
import { type AccountId, accountId, postId } from '../core/ids.js';
import type { Media, Patron, Post } from '../core/post/post.js';
import type { AuthoredPost, OddPost } from '../ports/network.js';
import { isNotShown } from './faults.js';
import { readText } from './plain-text.js';
import { postedAt } from './snowflake.js';
import type { PostsAnswer, WireMedia, WirePoll, WirePost, WireUrl } from './wire.js';

/** Our account, as far as it decides whether we can answer a post. */
export interface Us {
  readonly id: AccountId;
  readonly handle: string;
  /** The writer of the post follows us. */
  readonly isFollowed?: boolean;
}

/** The posts of an answer, each by itself: those that are whole, and those that lack what the desk needs of a post. */
export function readPosts(
  answer: Pick<PostsAnswer, 'data' | 'includes'>,
  people: readonly Patron[],
  us: Us,
): { readonly found: AuthoredPost[]; readonly odd: OddPost[] } {
  const authors = new Map(people.map((one) => [one.id, one]));
  const found: AuthoredPost[] = [];
  const odd: OddPost[] = [];
  for (const wire of answer.data) {
    const author = wire.author_id && (authors.get(wire.author_id) ?? ourselves(wire.author_id, us));
    const post = toPost(wire, us, answer.includes);
    const isWhole = wire.text !== undefined && wire.conversation_id !== undefined && author;
    if (isWhole) found.push({ post, author });
    else odd.push({ id: wire.id, at: post.at, post, ...(author && { author }) });
  }
  return { found, odd };
}

const ourselves = (author: AccountId, { handle, id }: Us): Patron | undefined =>
  author === id ? { id, handle, name: handle } : undefined;

/** Posts that an answer names and does not show, and would show another time. */
export function oddByName({
  data,
  errors,
  meta = {},
  nameless,
}: Pick<PostsAnswer, 'data' | 'errors' | 'meta' | 'nameless'>): OddPost[] {
  const shown = new Set<string>(data.map(({ id }) => id));
  const failed = errors.flatMap(({ resource_id, resource_type = 'tweet', type, value = resource_id }) => {
    const isPost = resource_type === 'tweet' || resource_type === 'post';
    return isPost && value && POST_ID.test(value) && !isNotShown({ type }) && !shown.has(value) ? value : [];
  });
  // Of a post without an id X may still say that it is the newest or the oldest.
  const ends = nameless.length === 0 ? [] : [meta.newest_id, meta.oldest_id];
  const named = [...failed, ...ends.filter((id) => id !== undefined && !shown.has(id))];
  return [...new Set(named)].map((id = '') => ({ id: postId(id), at: postedAt(postId(id)) }));
}

const POST_ID = /^\d{6,20}$/u;

/** A post as the desk knows it, in its newest version. What X leaves out is empty. */
export function toPost(wire: WirePost, us: Us, includes?: PostsAnswer['includes']): Post {
  const known =
    wire.edit_history_tweet_ids.length > 0 ? wire.edit_history_tweet_ids : wire.edit_history_post_ids;
  const versions = known.length > 0 ? known : [wire.id];
  const first = versions[0] ?? wire.id;
  const references = wire.referenced_tweets ?? wire.referenced_posts ?? [];
  const referenceOf = (kind: string) => references.find(({ type }) => type === kind)?.id;
  const repliedTo = referenceOf('replied_to');
  const quoted = referenceOf('quoted');
  const conversation = wire.conversation_id ?? repliedTo ?? first;
  // X cuts the `text` of a long post, and its entities, without a mark.
  const { text = '', entities } = wire.note_tweet ?? wire.note_post ?? wire;
  const plain = readText({
    text,
    urls: (entities?.urls ?? []).map(
      ({ url, expanded_url = url, display_url = expanded_url, media_key }) => ({
        url,
        expanded: expanded_url,
        display: display_url,
        isMedia: media_key !== undefined || MEDIA_ADDRESS.test(display_url),
      }),
    ),
    mentions: entities?.mentions ?? [],
    wordsStart: wire.display_text_range?.[0],
  });
  const named = [...plain.names.map(({ account }) => account), ...(plain.carried ?? [])];
  return {
    id: wire.id,
    versions,
    // Somebody whom X does not name: nobody else has this id.
    authorId: wire.author_id ?? accountId(wire.id),
    // For a post that starts a conversation, X may name any of its versions.
    conversationId: versions.includes(conversation) ? first : conversation,
    at: timeOf(wire),
    ...plain,
    media: mediaOf(wire, includes),
    ...(wire.possibly_sensitive && { sensitive: true as const }),
    ...(repliedTo && { repliedTo }),
    ...(wire.in_reply_to_user_id && { repliedToAccount: wire.in_reply_to_user_id }),
    ...(quoted && { quoted }),
    ...(referenceOf('retweeted') && { repost: true as const }),
    ...(!takesReplies(wire, us, named.includes(us.id)) && { closed: true as const }),
  };
}

/** X gives whole seconds; the id has the milliseconds too. An id of another time than X says is not believed. */
export function timeOf({ id, created_at }: Pick<WirePost, 'id' | 'created_at'>): number {
  const byId = postedAt(id);
  const isSame = Math.floor(byId / secondMs) === Math.floor((created_at ?? byId) / secondMs);
  return isSame ? byId : (created_at ?? byId);
}

/** Whether we may reply: whoever a post names always may. */
function takesReplies({ author_id, reply_settings }: WirePost, us: Us, namesUs: boolean): boolean {
  if (namesUs || author_id === us.id || !reply_settings || reply_settings === 'everyone') return true;
  return reply_settings === 'following' && us.isFollowed === true;
}

/** X shows an attachment as a link to `pic.x.com/…`. */
const MEDIA_ADDRESS = /^pic\.(?:x|twitter)\.com\//u;

const kindOfMedia: Readonly<Record<string, 'photo' | 'film' | 'gif'>> = {
  photo: 'photo',
  video: 'film',
  animated_gif: 'gif',
};

/** What a post shows besides its text; only the kind, where X says no more than that there is something. */
function mediaOf(wire: WirePost, includes: PostsAnswer['includes']): readonly Media[] {
  const { media_keys = [], poll_ids = [] } = wire.attachments ?? {};
  const films = media_keys.flatMap((key) => includes?.media.find(({ media_key }) => media_key === key) ?? []);
  const polls = poll_ids.flatMap((id) => includes?.polls.find((one) => one.id === id) ?? []);
  if (films.length + polls.length > 0) return [...films.flatMap(mediaFrom), ...polls.map(pollFrom)];
  const { entities } = wire.note_tweet ?? wire.note_post ?? wire;
  return mostMedia(entities?.urls ?? [], wire.entities?.urls ?? []);
}

function mediaFrom(wire: WireMedia): Media[] {
  const kind = kindOfMedia[wire.type];
  if (!kind) return [];
  const preview = kind === 'photo' ? (wire.url ?? wire.preview_image_url) : wire.preview_image_url;
  return [
    {
      kind,
      ...(wire.alt_text && { alt: wire.alt_text }),
      ...(preview && { preview }),
      ...(wire.duration_ms !== undefined && { durationMs: wire.duration_ms }),
    },
  ];
}

const pollFrom = ({ end_datetime, options }: WirePoll): Media => ({
  kind: 'poll',
  options: options.map(({ label }) => label),
  ...(end_datetime !== undefined && { endsAt: end_datetime }),
});

/** What is attached may stand in the list of the whole text or in that of its beginning. */
function mostMedia(whole: readonly WireUrl[], beginning: readonly WireUrl[]): readonly Media[] {
  const [a, b] = [whole, beginning].map((urls) => urls.flatMap(mediaOfAddress));
  return (a?.length ?? 0) >= (b?.length ?? 0) ? (a ?? []) : (b ?? []);
}

/** What is attached to a text, by the addresses in it alone. */
export const mediaOfAddresses = (urls: readonly WireUrl[]): readonly Media[] => urls.flatMap(mediaOfAddress);

/** A film's address has `/video/1` where a photo's has `/photo/1`. */
function mediaOfAddress({ display_url = '', expanded_url = '' }: WireUrl): Media[] {
  if (!MEDIA_ADDRESS.test(display_url)) return [];
  return [{ kind: expanded_url.includes('/video/') ? 'film' : 'photo' }];
}
