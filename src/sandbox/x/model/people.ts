import type { Account, Post, X } from './state.js';

/** The account with this id. Throws an Error when there is none. */
export function accountById(x: X, id: string): Account {
  const account = x.state.accounts[id];
  if (!account) throw new Error(`No account ${id}.`);
  return account;
}

/** The account with this handle in any case, also a suspended or deleted one. */
export function accountByHandle(x: X, handle: string): Account | undefined {
  return x.state.accounts[x.state.handles[handle.toLowerCase()] ?? ''];
}

/** Whether `by` follows `whom`. A request that was not accepted does not count. */
export function isFollowing(x: X, by: string, whom: string): boolean {
  return x.state.follows.some((follow) => follow.by === by && follow.whom === whom && !follow.pending);
}

/** Whether `by` blocks `whom`. */
export function isBlocking(x: X, by: string, whom: string): boolean {
  return x.state.blocks.some((block) => block.by === by && block.whom === whom);
}

/** Ids of all versions of a post, oldest first. */
export function versions(x: X, post: Post): readonly string[] {
  return x.state.edits[post.firstId] ?? [post.id];
}

/** Whether a post is the newest version of itself. */
export function isNewestVersion(x: X, post: Post): boolean {
  return versions(x, post).at(-1) === post.id;
}

/** Whether one account may read another's posts. */
export function maySeePostsOf(x: X, viewer: Account, author: Account): boolean {
  if (author.id === viewer.id) return true;
  if (author.status !== 'active' || isBlocking(x, author.id, viewer.id)) return false;
  return !author.protected || isFollowing(x, viewer.id, author.id);
}

/** Why a viewer can't see a post; undefined when they can. */
export function whyUnseen(
  x: X,
  viewer: Account,
  post: Post | undefined,
): 'not-found' | 'not-authorized' | undefined {
  if (!post || post.deleted || post.visibleAt > x.world.clock.now()) return 'not-found';
  const author = accountById(x, post.authorId);
  if (author.status !== 'active') return 'not-found';
  if (!maySeePostsOf(x, viewer, author)) return 'not-authorized';
  return post.reposts === undefined ? undefined : whyUnseen(x, viewer, x.state.posts[post.reposts]);
}

/** Whether a post names an account, also among the names that X adds in front. */
export function mentionsAccount(post: Post, accountId: string): boolean {
  return post.entities.mentions?.some((mention) => mention.id === accountId) ?? false;
}

/** Whether `recipient` takes a private message of `sender`. A recipient who wrote first always takes an answer. */
export function receivesMessagesFrom(x: X, recipient: Account, sender: Account): boolean {
  if (recipient.status !== 'active' || recipient.messagesFrom === 'nobody') return false;
  if (isBlocking(x, recipient.id, sender.id) || isBlocking(x, sender.id, recipient.id)) return false;
  if (recipient.messagesFrom === 'everyone' || isFollowing(x, recipient.id, sender.id)) return true;
  const conversation = oneToOne(sender.id, recipient.id);
  return x.state.messages.some(
    (message) => message.conversationId === conversation && message.senderId === recipient.id,
  );
}

/** The id of the conversation between two people: the smaller id first. */
export function oneToOne(a: string, b: string): string {
  return BigInt(a) < BigInt(b) ? `${a}-${b}` : `${b}-${a}`;
}
