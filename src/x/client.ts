import type { z } from 'zod';
import type { Timings } from '../core/due/timings.js';
import { compareIds, type PostId } from '../core/ids.js';
import type { Charge } from '../core/money/bill.js';
import { isRemoteFault, KeysRefused, OutcomeUnknown, Rejected, Unreachable, undefinedIf } from '../errors.js';
import type { AuthoredPost, Network } from '../ports/network.js';
import { createBill } from './billing.js';
import { type Call, type Credentials, createCaller } from './call.js';
import { isGone, lookUp } from './look-up.js';
import { firstPostIdAt, postedAt } from './snowflake.js';
import {
  createdAnswer,
  deletedAnswer,
  followerFields,
  foundPosts,
  notShownAnswer,
  ownFields,
  postFields,
  postsPage,
  toAuthoredPosts,
  toFollower,
  toPatron,
  toPost,
  userAnswer,
  userFields,
  usersPage,
} from './wire.js';

interface NetworkOptions {
  readonly credentials: Credentials;
  /** The account that the keys must belong to; with keys of another one nothing is read or sent. */
  readonly handle?: string;
  /** Another X, as an origin like `http://127.0.0.1:4000`. */
  readonly origin?: string | undefined;
  readonly timings: Pick<Timings, 'readDeadlineMs' | 'writeDeadlineMs'>;
  readonly now: () => number;
  /** Called with what X bills for reading and deleting; must not throw. The sending flow charges answers. */
  readonly charge?: (charge: Charge) => Promise<void>;
  /** Aborted when the process must end: cuts off the calls under way and lets none begin. */
  readonly ending?: AbortSignal;
  /** The account owns the developer app, so X asks less for its own posts, mentions and followers. */
  readonly ownsApp?: boolean;
}

/** X's limit for a page of posts. */
const pageSize = 100;
/** X's limit for mentions: it gives the newest ones and no older ones. */
const mostMentions = 800;
const followersPage = 20;
/** X counts a page first, then leaves out replies and reposts, which cost nothing. A larger page follows an empty one. */
const recentPageSizes = [10, 50];
const handlePattern = /^\w{1,15}$/;

const mentionsCall = 'GET /2/users/:id/mentions';
const postsCall = 'GET /2/users/:id/tweets';

/** The port to X over its API, as the account of these credentials. https://docs.x.com/x-api */
export function createNetwork(options: NetworkOptions): Network {
  const { credentials, handle, origin, timings, now, charge = async () => {}, ownsApp = true } = options;
  const callX = createCaller({ credentials, origin, now, ending: options.ending });
  const bill = createBill({ charge, ownsApp, now });
  type Read = Pick<Call & { method: 'GET' }, 'path' | 'id' | 'query'>;
  const get = (read: Read, deadlineMs: number = timings.readDeadlineMs) =>
    callX({ ...read, method: 'GET', deadlineMs });

  let account: ReturnType<Network['me']> | undefined;
  function me(): ReturnType<Network['me']> {
    account ??= fetchMe().catch((error: unknown) => {
      account = undefined;
      throw error;
    });
    return account;
  }
  async function fetchMe() {
    const { data } = parse(userAnswer, await get({ path: 'users/me', query: { 'user.fields': ownFields } }));
    await bill.people('GET /2/users/me', [data], false);
    if (handle && handle.toLowerCase() !== data.username.toLowerCase()) {
      throw new KeysRefused('X', `X signs us in as @${data.username}, but desk.yaml says @${handle}`);
    }
    const pinned = data.pinned_tweet_id ?? data.pinned_post_id;
    return { id: data.id, handle: data.username, ...(pinned ? { pinned } : {}) };
  }

  /** Throws unless X says that the keys are our account's: nothing is published under another name. */
  async function asOurselves(): Promise<void> {
    if (!handle) return;
    await me().catch((fault: unknown) => {
      throw fault instanceof Rejected || !isRemoteFault(fault) ? fault : new Unreachable('X', fault);
    });
  }

  /** Every page of posts since a time (Unix ms), newest first. */
  async function* postPages(call: string, path: string, sinceMs: number, query: Read['query']) {
    const { id } = await me();
    let token: string | undefined;
    do {
      const page = parse(
        postsPage,
        await get({
          path,
          id,
          query: {
            'tweet.fields': postFields,
            max_results: pageSize,
            since_id: firstPostIdAt(sinceMs),
            pagination_token: token,
            ...query,
          },
        }),
      );
      await bill.posts(call, page.data, true);
      yield page;
      token = page.meta.next_token;
    } while (token !== undefined);
  }

  /** Posts that X may have deleted: it never said what became of the call. */
  const unclearRemovals = new Set<PostId>();

  return {
    me,

    async mentions(sinceMs) {
      const us = await me();
      const found: AuthoredPost[] = [];
      // X counts a page first, then leaves out suspended people. So here pages are counted, not posts.
      let asked = 0;
      const query = { expansions: 'author_id', 'user.fields': userFields };
      for await (const page of postPages(mentionsCall, 'users/:id/mentions', sinceMs, query)) {
        asked += pageSize;
        found.push(...toAuthoredPosts(page, us));
      }
      found.sort((a, b) => compareIds(a.post.id, b.post.id));
      return { found, cutOff: asked >= mostMentions };
    },

    async *followers() {
      const { id } = await me();
      let token: string | undefined;
      do {
        const query = { 'user.fields': followerFields, max_results: followersPage, pagination_token: token };
        const { data, meta } = parse(usersPage, await get({ path: 'users/:id/followers', id, query }));
        await bill.people('GET /2/users/:id/followers', data, true);
        yield data.map((one) => toFollower(one, now()));
        token = meta.next_token;
      } while (token !== undefined);
    },

    async ownPosts(sinceMs) {
      const us = await me();
      const found = [];
      for await (const { data } of postPages(postsCall, 'users/:id/tweets', sinceMs, {})) {
        found.push(...data.map((one) => toPost(one, us)));
      }
      return found.sort((a, b) => compareIds(a.id, b.id));
    },

    async recentPosts(of, sinceMs) {
      const us = { ...(await me()), isFollowed: true };
      const query = {
        'tweet.fields': postFields,
        exclude: 'replies,retweets',
        start_time: new Date(sinceMs).toISOString(),
      };
      for (const max_results of recentPageSizes) {
        const answer = await get({ path: 'users/:id/tweets', id: of, query: { ...query, max_results } });
        if (notShownAnswer.safeParse(answer).success) return [];
        const { data } = parse(postsPage, answer);
        await bill.posts(postsCall, data, false);
        if (data.length > 0) return data.map((one) => toPost(one, us));
      }
      return [];
    },

    async posts(ids, deadlineMs = timings.readDeadlineMs * Math.ceil(ids.length / pageSize)) {
      const begun = performance.now();
      const us = await me();
      const fields = { 'tweet.fields': postFields, expansions: 'author_id', 'user.fields': userFields };
      return lookUp(
        ids,
        async (some) => {
          const leftMs = Math.max(0, Math.round(begun + deadlineMs - performance.now()));
          const query = { ids: some.join(','), ...fields };
          const answer = parse(foundPosts, await get({ path: 'tweets', query }, leftMs));
          await bill.posts('GET /2/tweets', answer.data, false);
          return answer;
        },
        us,
      );
    },

    async person(handle) {
      if (!handlePattern.test(handle)) return undefined;
      const query = { 'user.fields': userFields };
      const answer = await get({ path: 'users/by/username/:id', id: handle, query }).catch(
        undefinedIf(isGone),
      );
      if (!answer || notShownAnswer.safeParse(answer).success) return undefined;
      const { data } = parse(userAnswer, answer);
      await bill.people('GET /2/users/by/username/:username', [data], false);
      return toPatron(data);
    },

    async publish(text, replyTo, mayStillSend) {
      await asOurselves();
      const answer = await callX({
        method: 'POST',
        path: 'tweets',
        body: { text, ...(replyTo ? { reply: { in_reply_to_tweet_id: replyTo } } : {}) },
        deadlineMs: timings.writeDeadlineMs,
        mayStillSend,
      });
      const { id } = parse(createdAnswer, answer).data;
      return { id, at: postedAt(id) };
    },

    async remove(id) {
      try {
        const path = 'tweets/:id';
        const deadlineMs = timings.writeDeadlineMs;
        parse(deletedAnswer, await callX({ method: 'DELETE', path, id, deadlineMs }));
      } catch (fault) {
        if (fault instanceof OutcomeUnknown) unclearRemovals.add(id);
        if (!isGone(fault)) throw fault;
        // It is gone already. X billed that if an earlier call of ours deleted it.
        if (!unclearRemovals.has(id)) return;
      }
      unclearRemovals.delete(id);
      await bill.removed(id);
    },
  };
}

/** X's response in the shape that it must have. Any other shape leaves open what became of the call. */
function parse<Schema extends z.ZodType>(schema: Schema, answer: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(answer);
  if (!parsed.success) throw new OutcomeUnknown('X', parsed.error);
  return parsed.data;
}
