import type { OddKind } from '../../world/shapes.js';
import { hydrationFailure } from '../wire/problems.js';
import type { Query } from '../wire/query.js';

export type Fields = Record<string, unknown>;

/** Stands for a post that is left out of an answer; JSON leaves it out of an object too. */
export const removed = undefined;

/** An answer that may be changed, and the one post of it that becomes odd. */
interface Odd {
  readonly post: Fields;
  readonly body: Fields;
  readonly query: Query;
}

/** Makes one post odd, and what came with it. Gives what stands in its place: itself, null, or `removed`. */
export const kinds: Record<OddKind, (odd: Odd) => Fields | null | undefined> = {
  'no-conversation-id': ({ post }) => without(post, 'conversation_id'),

  'no-author'({ post, body }) {
    leaveOut(body, 'users', ({ id }) => id === post.author_id);
    return post;
  },

  'no-author-id'({ post, body }) {
    const author = post.author_id;
    without(post, 'author_id');
    const others = [body.data, includedIn(body, 'tweets')].flat();
    const isOthers = others.some((one) => isFields(one) && one.author_id === author);
    if (!isOthers) leaveOut(body, 'users', ({ id }) => id === author);
    return post;
  },

  'time-format'({ post }) {
    if (typeof post.created_at === 'string') post.created_at = inWords(new Date(post.created_at));
    return post;
  },

  'time-number'({ post }) {
    if (typeof post.created_at === 'string') post.created_at = Date.parse(post.created_at) / 1000;
    return post;
  },

  'unknown-values': unknownValues,

  'no-text': ({ post }) => without(post, 'text', 'note_tweet'),

  'huge-numbers': hugeNumbers,

  'number-ids'({ post }) {
    for (const name of ['author_id', 'conversation_id', 'in_reply_to_user_id']) {
      if (typeof post[name] === 'string') post[name] = Number(post[name]);
    }
    for (const one of itemsOf(post.referenced_tweets)) one.id = Number(one.id);
    for (const one of spansOf(post)) if (typeof one.id === 'string') one.id = Number(one.id);
    return post;
  },

  'half-characters'({ post, body }) {
    for (const one of [post, authorOf(body, post), isFields(post.note_tweet) ? post.note_tweet : undefined]) {
      for (const name of ['text', 'name', 'description']) if (one) halve(one, name);
    }
    for (const one of spansOf(post)) halve(one, 'display_url');
    for (const one of mediaOf(body, post)) halve(one, 'alt_text');
    for (const one of pollsOf(body, post)) for (const option of itemsOf(one.options)) halve(option, 'label');
    return post;
  },

  'empty-entities'({ post }) {
    post.entities = {};
    return post;
  },

  'empty-lists': (odd) => emptyLists(odd, []),
  'null-lists': (odd) => emptyLists(odd, null),

  'null-item': () => null,

  'hydration-failure'({ post, body }) {
    fail(body, hydrationFailure(String(post.id), 'conversation_id'));
    return without(post, 'conversation_id');
  },

  'partial-error'({ post, body }) {
    fail(body, hydrationFailure(String(post.id), 'text'));
    return removed;
  },

  'errors-alone'({ post, body }) {
    const failed = [body.data].flat().some((one) => one === post)
      ? [body.data].flat().filter(isFields)
      : [post];
    for (const name of Object.keys(body)) delete body[name];
    for (const { id } of failed) fail(body, hydrationFailure(String(id), 'text'));
    return removed;
  },
};

/** Values of fields that X has, and fields that it has not. */
function unknownValues({ post, body, query }: Odd): Fields {
  post.mood = { score: 0.7, words: ['curious'] };
  post.edition = 'evening';
  if ('reply_settings' in post) post.reply_settings = 'neighbours';
  if (query.post.has('referenced_tweets') || 'referenced_tweets' in post) {
    post.referenced_tweets = [{ type: 'remixed', id: post.id }, ...itemsOf(post.referenced_tweets)];
  }
  if (query.expansions.has('attachments.media_keys')) {
    const media_key = `99_${post.id}`;
    const attachments = isFields(post.attachments) ? post.attachments : {};
    const keys = Array.isArray(attachments.media_keys) ? attachments.media_keys : [];
    post.attachments = { ...attachments, media_keys: [...keys, media_key] };
    for (const one of mediaOf(body, post)) one.type = 'hologram';
    const includes = isFields(body.includes) ? body.includes : {};
    const media = [...itemsOf(includes.media), { media_key, type: 'hologram', depth: 3 }];
    body.includes = { ...includes, media };
  }
  for (const one of pollsOf(body, post)) if ('voting_status' in one) one.voting_status = 'paused';
  const author = authorOf(body, post);
  if (author) author.badge = { colour: 'teal' };
  return post;
}

/** The greatest number of 64 bits, which JSON has and JavaScript only roughly. */
const greatest = 2 ** 63 - 1;
const manyMany = 1e30;

function hugeNumbers({ post, body }: Odd): Fields {
  if ('display_text_range' in post) post.display_text_range = [greatest - 1, greatest];
  const far = { start: 5_000_000_000, end: greatest };
  for (const one of spansOf(post)) Object.assign(one, far);
  if ('entities' in post && isFields(post.entities)) {
    post.entities.hashtags = [...itemsOf(post.entities.hashtags), { ...far, tag: 'far' }];
  }
  const author = authorOf(body, post);
  for (const one of [post.public_metrics, author?.public_metrics, post.edit_controls]) {
    if (isFields(one)) enlarge(one);
  }
  for (const one of mediaOf(body, post)) enlarge(one);
  for (const one of pollsOf(body, post)) for (const item of [one, ...itemsOf(one.options)]) enlarge(item);
  return post;
}

function enlarge(item: Fields): void {
  for (const [name, value] of Object.entries(item)) if (typeof value === 'number') item[name] = manyMany;
}

/** The lists that were asked for and have nothing in them stand there empty, or as null; those of the entities all do. */
function emptyLists({ post, query }: Odd, empty: readonly never[] | null): Fields {
  const has = (name: string) => query.post.has(name) || name in post;
  if (has('entities')) post.entities = { urls: empty, mentions: empty, hashtags: empty, cashtags: empty };
  if (has('referenced_tweets')) post.referenced_tweets ??= empty;
  if (has('attachments') && !isFields(post.attachments)) {
    post.attachments = { media_keys: empty, poll_ids: empty };
  }
  return post;
}

/** Both halves of a pair, each alone, at the end, so that no place before shifts. JSON sends them as escapes. */
function halve(item: Fields, name: string): void {
  if (typeof item[name] === 'string') item[name] = `${item[name]}\udc96 \ud83d`;
}

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** As X's API 1.1 gave times: "Wed Oct 10 20:19:24 +0000 2018". */
function inWords(time: Date): string {
  const date = String(time.getUTCDate()).padStart(2, '0');
  const clock = time.toISOString().slice(11, 19);
  return `${days[time.getUTCDay()]} ${months[time.getUTCMonth()]} ${date} ${clock} +0000 ${time.getUTCFullYear()}`;
}

/** Whether a value is a JSON object. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function itemsOf(list: unknown): Fields[] {
  return Array.isArray(list) ? list.filter(isFields) : [];
}

function includedIn(body: Fields, name: string): Fields[] {
  return isFields(body.includes) ? itemsOf(body.includes[name]) : [];
}

function authorOf(body: Fields, post: Fields): Fields | undefined {
  return includedIn(body, 'users').find(({ id }) => id === post.author_id);
}

function attached(body: Fields, post: Fields, list: string, names: string, key: string): Fields[] {
  const ids = isFields(post.attachments) ? post.attachments[names] : [];
  return includedIn(body, list).filter((one) => Array.isArray(ids) && ids.includes(one[key]));
}

const mediaOf = (body: Fields, post: Fields) => attached(body, post, 'media', 'media_keys', 'media_key');
const pollsOf = (body: Fields, post: Fields) => attached(body, post, 'polls', 'poll_ids', 'id');

/** All entities of a post, of its whole text too. */
function spansOf(post: Fields): Fields[] {
  const holders = [post, isFields(post.note_tweet) ? post.note_tweet : {}];
  return holders.flatMap(({ entities }) =>
    isFields(entities) ? Object.values(entities).flatMap((list) => itemsOf(list)) : [],
  );
}

function without(post: Fields, ...names: readonly string[]): Fields {
  for (const name of names) delete post[name];
  return post;
}

function leaveOut(body: Fields, name: string, which: (item: Fields) => boolean): void {
  if (!isFields(body.includes)) return;
  const left = includedIn(body, name).filter((item) => !which(item));
  if (left.length > 0) body.includes[name] = left;
  else delete body.includes[name];
  if (Object.keys(body.includes).length === 0) delete body.includes;
}

function fail(body: Fields, error: Fields): void {
  body.errors = [...itemsOf(body.errors), error];
}
