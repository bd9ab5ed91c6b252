import type { z } from 'zod';
import { compareIds, type PostId, type XUserId } from '../core/ids.js';
import type { Patron } from '../core/post.js';
import type { Timings } from '../core/timings.js';
import { OutcomeUnknown } from '../errors.js';
import type { AuthoredPost, Network } from '../ports.js';
import { type Call, type Credentials, createCaller } from './call.js';
import {
  createdAnswer,
  meAnswer,
  notShownAnswer,
  postFields,
  postsPage,
  toPatron,
  toPost,
  userFields,
  usersPage,
} from './wire.js';

interface NetworkOptions {
  readonly credentials: Credentials;
  /** Another X, as an origin like `http://127.0.0.1:4000`. */
  readonly origin?: string | undefined;
  readonly timings: Pick<Timings, 'readDeadlineMs' | 'writeDeadlineMs'>;
  readonly now: () => number;
}

/** X's own most for a page of posts. */
const fullPage = 100;
const followersPage = 20;
const recentFew = 10;

/** X over its API, as the account whose credentials these are. https://docs.x.com/x-api */
export function createNetwork({ credentials, origin, timings, now }: NetworkOptions): Network {
  const callX = createCaller({ credentials, origin, now });
  type Read = Pick<Call & { method: 'GET' }, 'path' | 'id' | 'query'>;
  const get = (read: Read) => callX({ ...read, method: 'GET', deadlineMs: timings.readDeadlineMs });

  let known: ReturnType<Network['me']> | undefined;
  function me(): ReturnType<Network['me']> {
    known ??= fetchMe().catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  }
  async function fetchMe() {
    const { data } = parse(meAnswer, await get({ path: 'users/me' }));
    return { id: data.id, handle: data.username };
  }

  /** Every page after `since`, newest first. */
  async function* postPages(path: string, since: PostId, query: Read['query']) {
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
            max_results: fullPage,
            since_id: since,
            pagination_token: token,
            ...query,
          },
        }),
      );
      yield page;
      token = page.meta.next_token;
    } while (token !== undefined);
  }

  return {
    me,

    async mentions(since) {
      const found: AuthoredPost[] = [];
      const query = { expansions: 'author_id', 'user.fields': userFields };
      for await (const { data, includes } of postPages('users/:id/mentions', since, query)) {
        const authors = new Map<XUserId, Patron>(includes?.users.map((user) => [user.id, toPatron(user)]));
        for (const wire of data) {
          // Suspended and deleted authors are not included.
          const author = authors.get(wire.author_id);
          if (author) found.push({ post: toPost(wire), author });
        }
      }
      return found.sort((a, b) => compareIds(a.post.id, b.post.id));
    },

    async *followers() {
      const { id } = await me();
      let token: string | undefined;
      do {
        const query = { 'user.fields': userFields, max_results: followersPage, pagination_token: token };
        const { data, meta } = parse(usersPage, await get({ path: 'users/:id/followers', id, query }));
        yield data.map(toPatron);
        token = meta.next_token;
      } while (token !== undefined);
    },

    async ownPosts(since) {
      const found = [];
      for await (const { data } of postPages('users/:id/tweets', since, {})) found.push(...data.map(toPost));
      return found.sort((a, b) => compareIds(a.id, b.id));
    },

    async recentPosts(of, sinceMs) {
      const query = {
        'tweet.fields': postFields,
        exclude: 'replies,retweets',
        start_time: new Date(sinceMs).toISOString(),
        max_results: recentFew,
      };
      const answer = await get({ path: 'users/:id/tweets', id: of, query });
      if (notShownAnswer.safeParse(answer).success) return [];
      return parse(postsPage, answer).data.map(toPost);
    },

    async reply(text, to, mayStillSend) {
      const answer = await callX({
        method: 'POST',
        path: 'tweets',
        body: { text, reply: { in_reply_to_tweet_id: to } },
        deadlineMs: timings.writeDeadlineMs,
        mayStillSend,
      });
      return parse(createdAnswer, answer).data;
    },
  };
}

/** An answer that does not say what it should says nothing about the call. */
function parse<Schema extends z.ZodType>(schema: Schema, answer: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(answer);
  if (!parsed.success) throw new OutcomeUnknown('X', parsed.error);
  return parsed.data;
}
