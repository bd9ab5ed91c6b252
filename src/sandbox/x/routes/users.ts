import { follow, orderSteps } from '../model/follow.js';
import { accountByHandle, isBlocking, maySeePostsOf, whyUnseen } from '../model/people.js';
import type { Account, Follow, X } from '../model/state.js';
import { answerBody, hiddenErrors } from '../wire/answer.js';
import { readId, readObject } from '../wire/body.js';
import { type Priced, prices } from '../wire/meter.js';
import { page } from '../wire/paging.js';
import { forbidden, invalidRequest, type PartialError, partialError } from '../wire/problems.js';
import { followersQuery, idsQuery, readPath, userQuery } from '../wire/query.js';
import type { Call, Outcome, Route } from '../wire/route.js';
import { showPost } from '../wire/show-post.js';
import { newestPost, pinnedPost, showUser } from '../wire/show-user.js';

const lookupLimits = { user: 900, app: 300 };

export const users: readonly Route[] = [
  {
    call: 'GET /2/users/me',
    limits: { user: 75 },
    needs: 'read',
    query: userQuery,
    answer: (call) => one(call, call.account),
  },
  {
    call: 'GET /2/users',
    limits: lookupLimits,
    needs: 'read',
    query: idsQuery(userQuery),
    answer(call) {
      const missing: PartialError[] = [];
      const found: Account[] = [];
      for (const id of new Set(call.query.lists.ids)) {
        const account = call.x.state.accounts[id];
        const gone = whyNotGiven(account, 'ids', id);
        if (account && !gone) found.push(account);
        else if (gone) missing.push(gone);
      }
      const { includes, errors } = expandedPosts(call, found);
      return {
        body: answerBody({
          data: found.map((account) => shown(call, account)),
          includes,
          errors: [...missing, ...errors],
        }),
        priced: found.map((account) => ({ resource: `user:${account.id}`, mills: prices.user })),
        journal: { count: found.length },
      };
    },
  },
  {
    call: 'GET /2/users/by/username/:username',
    limits: lookupLimits,
    needs: 'read',
    query: userQuery,
    answer(call) {
      const name = readPath('username', call.path.username ?? '', /^[A-Za-z0-9_]{1,15}$/);
      return one(call, accountByHandle(call.x, name), 'username', name);
    },
  },
  {
    call: 'GET /2/users/:id',
    limits: lookupLimits,
    needs: 'read',
    query: userQuery,
    answer(call) {
      const id = readPath('id', call.path.id ?? '');
      return one(call, call.x.state.accounts[id], 'id', id);
    },
  },
  {
    call: 'GET /2/users/:id/followers',
    limits: { user: 300, app: 300 },
    needs: 'read',
    query: followersQuery,
    answer: followers,
  },
  {
    call: 'POST /2/users/:id/following',
    limits: { user: 50 },
    needs: 'write',
    enterpriseOnly: true,
    query: {},
    answer(call) {
      const { x, account } = call;
      const id = readPath('id', call.path.id ?? '');
      if (id !== account.id) {
        throw invalidRequest(
          'id',
          id,
          `The \`id\` path parameter value [${id}] must be the same as the authenticating user [${account.id}]`,
        );
      }
      const target = readId(
        readObject(call.body, { target_user_id: 'string' }).target_user_id,
        '$.target_user_id',
      );
      const whom = x.state.accounts[target];
      if (whom?.status !== 'active' || whom.id === account.id || isBlocking(x, whom.id, account.id)) {
        throw forbidden('You cannot follow the specified user.');
      }
      const { pending } = follow(x, account, whom);
      return {
        body: { data: { following: !pending, pending_follow: pending } },
        priced: [{ mills: prices.interaction }],
        journal: { whom: whom.handle, pending },
      };
    },
  },
];

/**
 * Newest first, unless the sandbox was told otherwise. X removes suspended people after paging, so a page may have fewer
 * people than asked for, or nobody, and still lead on.
 */
function followers(call: Call): Outcome {
  const { x, account: viewer } = call;
  const id = readPath('id', call.path.id ?? '');
  const account = x.state.accounts[id];
  const gone = whyNotGiven(account, 'id', id) ?? whyClosed(x, viewer, account, id);
  if (gone) return { body: answerBody({ errors: [gone] }), journal: { count: 0, problem: gone.title } };
  const now = x.world.clock.now();
  const all = x.state.follows
    .filter(({ whom, pending, listedAt }) => whom === id && !pending && listedAt <= now)
    .sort((a, b) => placeOf(x, b) - placeOf(x, a));
  const { items, meta } = page(call, all, (follow) => String(placeOf(x, follow)));
  const found = items
    .map(({ by }) => x.state.accounts[by])
    .filter((one): one is Account => one?.status === 'active');
  const mills = call.credentials.ownsApp && id === viewer.id ? prices.owned : prices.user;
  return {
    body: answerBody({
      data: found.map((one) => shown(call, one)),
      ...expandedPosts(call, found),
      meta: { result_count: found.length, ...meta },
    }),
    priced: found.map((one): Priced => ({ resource: `user:${one.id}`, mills })),
    journal: { count: found.length },
  };
}

/** The place of a follow in its list, as a whole number that falls along the list. */
function placeOf({ state }: X, { order }: Follow): number {
  const place = Math.round(order * orderSteps);
  return state.oldestFollowersFirst ? Math.round((state.lastFollow + 1) * orderSteps) - place : place;
}

function one(call: Call, account: Account | undefined, parameter = 'id', value = ''): Outcome {
  const gone = whyNotGiven(account, parameter, value);
  if (gone || !account) return { body: { errors: [gone] }, journal: { count: 0, problem: gone?.title } };
  return {
    body: answerBody({ data: shown(call, account), ...expandedPosts(call, [account]) }),
    priced: [{ resource: `user:${account.id}`, mills: prices.user }],
    journal: { count: 1 },
  };
}

function shown({ x, account, query }: Call, user: Account): Record<string, unknown> {
  const fields = expandable.filter((one) => query.expansions.has(one));
  return showUser(x, account, user, new Set([...query.user, ...fields]));
}

const expandable = ['most_recent_tweet_id', 'pinned_tweet_id'] as const;
const expanded = { most_recent_tweet_id: newestPost, pinned_tweet_id: pinnedPost };

/** What the expansions of users add, and an error for each field that X does not give. No account here has affiliations. */
function expandedPosts({ x, account, query }: Call, users: readonly Account[]) {
  const asked = expandable.filter((one) => query.expansions.has(one));
  const found = users.flatMap((user) => asked.flatMap((one) => expanded[one](x, user) ?? []));
  const posts = [...new Set(found)].filter((post) => whyUnseen(x, account, post) === undefined);
  const tweets = posts.map((post) => showPost(x, post, query, account));
  return {
    ...(tweets.length > 0 && { includes: { tweets } }),
    errors: hiddenErrors(x, account, 'includes', posts, query),
  };
}

/** Why X does not give an account; undefined when it does. */
export function whyNotGiven(
  account: Account | undefined,
  parameter: string,
  value: string,
): PartialError | undefined {
  if (!account || account.status === 'deleted') return partialError('not-found', 'user', parameter, value);
  if (account.status === 'suspended') return partialError('suspended', 'user', parameter, value);
  return undefined;
}

/** Why a viewer can't read an account's lists: it is protected, or blocks them. */
export function whyClosed(
  x: X,
  viewer: Account,
  account: Account | undefined,
  value: string,
): PartialError | undefined {
  if (!account || maySeePostsOf(x, viewer, account)) return undefined;
  return partialError('not-authorized', 'user', 'id', value);
}
