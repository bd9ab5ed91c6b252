import { accountByHandle } from '../model/people.js';
import type { Account, Post, X } from '../model/state.js';

/** The account with this handle, with or without @. Throws an Error when there is none. */
export function needAccount(x: X, act: string, handle: string): Account {
  const account = accountByHandle(x, handle.replace(/^@/, ''));
  if (account && account.status !== 'deleted') return account;
  throw new Error(`${act}: there is no account '${handle}'. Make it with addAccount.`);
}

/** The account with this handle. Throws an Error when there is none, or it is suspended. */
export function needActor(x: X, act: string, handle: string): Account {
  const account = needAccount(x, act, handle);
  if (account.status === 'active') return account;
  throw new Error(`${act}: @${account.handle} is ${account.status} and can do nothing.`);
}

/** Throws an Error when there is no such post, or it was deleted. */
export function needPost(x: X, act: string, id: string): Post {
  const post = x.state.posts[id];
  if (post && !post.deleted) return post;
  throw new Error(`${act}: there is no post '${id}'${post ? '; it was deleted' : ''}.`);
}
