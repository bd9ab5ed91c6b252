import { isAfter, newestFirst } from '../model/ids.js';
import { isBlocking, isNewestVersion, mentionsAccount, whyUnseen } from '../model/people.js';
import type { Account, Post } from '../model/state.js';
import { answerBody, includedWith } from '../wire/answer.js';
import { type Priced, prices } from '../wire/meter.js';
import { page } from '../wire/paging.js';
import { mentionsQuery, readPath, timelineQuery } from '../wire/query.js';
import type { Call, Outcome, Route } from '../wire/route.js';
import { showPost } from '../wire/show-post.js';
import { whyClosed, whyNotGiven } from './users.js';

export const timelines: readonly Route[] = [
  {
    call: 'GET /2/users/:id/mentions',
    limits: { user: 300, app: 450 },
    needs: 'read',
    query: mentionsQuery,
    answer: (call) =>
      timeline(
        call,
        (post, account, now) =>
          post.mentionsAt <= now &&
          (mentionsAccount(post, account.id) || answers(post, account)) &&
          !isBlocking(call.x, account.id, post.authorId),
        800,
      ),
  },
  {
    call: 'GET /2/users/:id/tweets',
    limits: { user: 900, app: 10_000 },
    needs: 'read',
    query: timelineQuery,
    answer: (call) =>
      timeline(call, (post, account, now) => post.timelineAt <= now && post.authorId === account.id, 3200),
  },
];

/**
 * Newest first. X gives only the newest `depth` posts. It removes invisible and excluded posts after paging, so a page
 * may have fewer posts than asked for, and an empty page has no next one.
 * https://github.com/plhery/node-twitter-api-v2/issues/139
 */
function timeline(
  call: Call,
  belongs: (post: Post, account: Account, now: number) => boolean,
  depth: number,
): Outcome {
  const { x, query, account: viewer } = call;
  const id = readPath('id', call.path.id ?? '');
  const account = x.state.accounts[id];
  const gone = whyNotGiven(account, 'id', id) ?? whyClosed(x, viewer, account, id);
  if (gone || !account) {
    return { body: { errors: [gone] }, journal: { count: 0, problem: gone?.title } };
  }
  const now = x.world.clock.now();
  const { since_id, until_id, start_time, end_time } = query.text;
  const all = Object.values(x.state.posts)
    .filter((post) => belongs(post, account, now) && isNewestVersion(x, post) && post.visibleAt <= now)
    .sort((a, b) => newestFirst(a.id, b.id))
    .slice(0, depth)
    .filter(
      (post) =>
        (since_id === undefined || isAfter(post.id, since_id)) &&
        (until_id === undefined || isAfter(until_id, post.id)) &&
        (start_time === undefined || post.createdAt >= Date.parse(start_time)) &&
        (end_time === undefined || post.createdAt < Date.parse(end_time)),
    );
  const { items: whole, meta } = page(call, all, (post) => post.id);
  const items = whole.filter(
    (post) => !isExcluded(post, query.lists.exclude) && whyUnseen(x, viewer, post) === undefined,
  );
  const { includes, errors } = includedWith(x, viewer, items, query);
  const owned = call.credentials.ownsApp && id === viewer.id;
  return {
    body: answerBody({
      data: items.map((post) => showPost(x, post, query, viewer)),
      includes,
      errors,
      meta: {
        result_count: items.length,
        ...(items[0] && { newest_id: items[0].id, oldest_id: items.at(-1)?.id, ...meta }),
      },
    }),
    priced: items.map(
      (post): Priced => ({ resource: `post:${post.id}`, mills: owned ? prices.owned : prices.post }),
    ),
    journal: { count: items.length, ...(since_id !== undefined && { since_id }) },
  };
}

/** Whether a post answers an account: it is among the account's mentions, even where X put no name in front. */
function answers({ authorId, replyTo }: Post, { id }: Account): boolean {
  return replyTo?.userId === id && authorId !== id;
}

function isExcluded({ replyTo, reposts }: Post, exclude: readonly string[] = []): boolean {
  return (
    (replyTo !== undefined && exclude.includes('replies')) ||
    (reposts !== undefined && exclude.includes('retweets'))
  );
}
