import { accountById, versions, whyUnseen } from '../model/people.js';
import type { Account, Post, X } from '../model/state.js';
import { hiddenFields } from './private-metrics.js';
import { fieldError, type PartialError, partialError } from './problems.js';
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
  const users = new Map<string, string>();
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
    if (expansions.has('author_id')) users.set(post.authorId, 'author_id');
    if (expansions.has('in_reply_to_user_id') && post.replyTo) {
      users.set(post.replyTo.userId, 'in_reply_to_user_id');
    }
    if (expansions.has('entities.mentions.username')) {
      for (const { id } of post.entities.mentions ?? []) users.set(id, 'entities.mentions.username');
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
  if (withAuthors) for (const { authorId } of included.values()) users.set(authorId, 'author_id');
  const people = includedUsers(x, viewer, users, query);
  errors.push(
    ...people.errors,
    ...hiddenErrors(x, viewer, 'data', posts, query),
    ...hiddenErrors(x, viewer, 'includes', included.values(), query),
  );

  const includes = {
    ...(people.users.length > 0 && { users: people.users }),
    ...(included.size > 0 && {
      tweets: [...included.values()].map((post) => showPost(x, post, query, viewer)),
    }),
    ...(media.size > 0 && { media: [...media.values()] }),
    ...(polls.length > 0 && { polls }),
  };
  return { errors, ...(Object.keys(includes).length > 0 && { includes }) };
}

/** The people that expansions add, by id with the expansion; an error for each who is suspended or gone. */
export function includedUsers(
  x: X,
  viewer: Account,
  asked: ReadonlyMap<string, string>,
  query: Query,
): { readonly users: readonly Record<string, unknown>[]; readonly errors: readonly PartialError[] } {
  const found = [...asked].map(([id, expansion]) => ({ account: accountById(x, id), expansion }));
  return {
    users: found
      .filter(({ account }) => account.status === 'active')
      .map(({ account }) => showUser(x, viewer, account, query.user)),
    errors: found.flatMap(({ account, expansion }) => {
      if (account.status === 'active') return [];
      const kind = account.status === 'suspended' ? 'suspended' : 'not-found';
      return [partialError(kind, 'user', expansion, account.id)];
    }),
  };
}

/** An error for each asked field of each post that X gives to nobody but its author. */
export function hiddenErrors(
  x: X,
  viewer: Account,
  section: 'data' | 'includes',
  posts: Iterable<Post>,
  query: Query,
): PartialError[] {
  return [...posts].flatMap((post) =>
    hiddenFields(x, viewer, post, query.post).map((field) => fieldError(section, 'id', post.id, field)),
  );
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
