import { accountById, versions, whyUnseen } from '../model/people.js';
import type { Account, Post, X } from '../model/state.js';
import { hiddenFields } from './private-metrics.js';
import { fieldError, type PartialError, partialError } from './problems.js';
import type { Query } from './query.js';
import { references, showPost } from './show-post.js';
import { showUser } from './show-user.js';

/** `includes`, and an error for each thing that X does not include. */
interface Included {
  readonly includes?: Record<string, unknown>;
  readonly errors: PartialError[];
}

/** What the expansions of these posts add: each thing once, in the order of the posts. */
export function includedWith(x: X, viewer: Account, posts: readonly Post[], query: Query): Included {
  const { expansions } = query;
  const users = new Set<string>();
  const included = new Map<string, Post>();
  const media = new Map<string, Record<string, unknown>>();
  const errors: PartialError[] = [];

  const include = (id: string) => {
    const post = x.state.posts[id];
    const unseen = whyUnseen(x, viewer, post);
    if (post && !unseen) included.set(id, post);
    else errors.push(partialError(unseen ?? 'not-found', 'tweet', 'referenced_tweets.id', id));
  };
  const withAuthors = expansions.has('referenced_tweets.id.author_id');
  for (const post of posts) {
    if (expansions.has('author_id')) users.add(post.authorId);
    if (expansions.has('in_reply_to_user_id') && post.replyTo) users.add(post.replyTo.userId);
    if (expansions.has('entities.mentions.username')) {
      for (const { id } of post.entities.mentions ?? []) users.add(id);
    }
    if (expansions.has('edit_history_tweet_ids')) for (const id of versions(x, post)) include(id);
    if (withAuthors || expansions.has('referenced_tweets.id')) {
      for (const { id } of references(post) ?? []) include(id);
    }
    if (expansions.has('attachments.media_keys')) {
      for (const photo of post.photos) media.set(photo.key, showPhoto(photo, query));
    }
  }
  if (withAuthors) for (const post of included.values()) users.add(post.authorId);
  const hide = (section: 'data' | 'includes', shown: Iterable<Post>) => {
    for (const post of shown) {
      for (const field of hiddenFields(x, viewer, post, query.post)) {
        errors.push(fieldError(section, 'id', post.id, field));
      }
    }
  };
  hide('data', posts);
  hide('includes', included.values());

  const includes = {
    ...(users.size > 0 && {
      users: [...users].map((id) => showUser(x, viewer, accountById(x, id), query.user)),
    }),
    ...(included.size > 0 && {
      tweets: [...included.values()].map((post) => showPost(x, post, query, viewer)),
    }),
    ...(media.size > 0 && { media: [...media.values()] }),
  };
  return { errors, ...(Object.keys(includes).length > 0 && { includes }) };
}

function showPhoto(photo: Post['photos'][number], query: Query): Record<string, unknown> {
  return {
    media_key: photo.key,
    type: 'photo',
    ...(query.media.has('url') && { url: photo.url }),
    ...(query.media.has('alt_text') && photo.altText !== '' && { alt_text: photo.altText }),
    ...(query.media.has('width') && { width: 1200 }),
    ...(query.media.has('height') && { height: 800 }),
  };
}

/** The body of an answer. Empty parts are left out, as X does it. */
export function answerBody(parts: {
  data?: unknown;
  includes?: unknown;
  errors?: readonly PartialError[];
  meta?: unknown;
}): Record<string, unknown> {
  const { data, includes, errors, meta } = parts;
  return {
    ...(data !== undefined && !(Array.isArray(data) && data.length === 0) && { data }),
    ...(includes !== undefined && { includes }),
    ...(errors !== undefined && errors.length > 0 && { errors }),
    ...(meta !== undefined && { meta }),
  };
}
