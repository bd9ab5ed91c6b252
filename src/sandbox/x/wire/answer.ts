import { accountById, versions, whyUnseen } from '../model/people.js';
import type { Account, Post, X } from '../model/state.js';
import { type PartialError, partialError } from './problems.js';
import type { Query } from './query.js';
import { showMedium, showPoll } from './show-attached.js';
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
  const polls: Record<string, unknown>[] = [];
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
      for (const medium of post.media ?? []) media.set(medium.key, showMedium(medium, query.media));
    }
    if (expansions.has('attachments.poll_ids') && post.poll) polls.push(showPoll(x, post.poll, query.poll));
  }
  if (withAuthors) for (const post of included.values()) users.add(post.authorId);

  const includes = {
    ...(users.size > 0 && {
      users: [...users].map((id) => showUser(x, viewer, accountById(x, id), query.user)),
    }),
    ...(included.size > 0 && { tweets: [...included.values()].map((post) => showPost(x, post, query)) }),
    ...(media.size > 0 && { media: [...media.values()] }),
    ...(polls.length > 0 && { polls }),
  };
  return { errors, ...(Object.keys(includes).length > 0 && { includes }) };
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
