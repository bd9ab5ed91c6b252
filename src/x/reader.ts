import type { z } from 'zod';
import type { AccountId, PostId } from '../core/ids.js';
import type { Patron, Post } from '../core/post/post.js';
import { KeysRefused, OutcomeUnknown } from '../errors.js';
import type { AuthoredPost, Network, OddPost } from '../ports/network.js';
import type { createBill } from './billing.js';
import type { Call, createCaller } from './call.js';
import { askingForKnownFields } from './known-fields.js';
import { lookUp } from './look-up.js';
import { oddOnce } from './odd-once.js';
import { firstPostIdAt } from './snowflake.js';
import { oddByName, readPosts, toPost, type Us } from './to-post.js';
import {
  followerFields,
  foundUsers,
  mediaExpansions,
  ownExpansions,
  type PostsAnswer,
  postQuery,
  postsAnswer,
  toFollower,
  toPatron,
  userAnswer,
  userFields,
  usersPage,
} from './wire.js';

export interface ReaderOptions {
  readonly callX: ReturnType<typeof createCaller>;
  readonly bill: ReturnType<typeof createBill>;
  /** The account that the keys must belong to; with keys of another one nothing is read or sent. */
  readonly handle?: string | undefined;
  readonly readDeadlineMs: number;
  readonly now: () => number;
  /** X bills the people whom a page of posts includes: they are left out, and looked up only where nobody knows them. */
  readonly includesBilled: boolean;
  /** Those of these people whom the desk knows. */
  readonly knownPatrons: (ids: readonly AccountId[]) => Promise<readonly Patron[]>;
  /** Called once for each field that X refuses: it is asked for in another way from then on, or left out. */
  readonly fieldRefused: (field: string) => void;
  /** Called once for each post that came incomplete; without an id for one that X gives none. */
  readonly oddPost: (id?: PostId) => void;
}

export type Read = Pick<Call & { method: 'GET' }, 'path' | 'id' | 'query'>;

/** X's limit for a page of posts, and for ids in one call. */
export const pageSize = 100;
/**
 * How many followers the next page has, after so many. Pages are short: on most reads nobody is new, the page behind the
 * last new person has nobody new, and X bills each person once a day.
 */
const followersPerPage = (asked: number): number => (asked < 100 ? 10 : 20);

export type Reader = ReturnType<typeof createReader>;

/** Reads X page by page, and charges what X bills for it. Every read throws a fault of `errors.ts` when it fails. */
export function createReader(options: ReaderOptions) {
  const { callX, bill, fieldRefused, handle, includesBilled, knownPatrons, now, readDeadlineMs } = options;
  const { get, isLeftOut } = askingForKnownFields(
    (read: Read, deadlineMs: number = readDeadlineMs) => callX({ ...read, method: 'GET', deadlineMs }),
    fieldRefused,
  );
  const noteOdd = oddOnce(options.oddPost);
  const authorFields = includesBilled
    ? { expansions: mediaExpansions }
    : { expansions: `author_id,${mediaExpansions}`, 'user.fields': userFields };

  let account: ReturnType<Network['me']> | undefined;
  function me(): ReturnType<Network['me']> {
    account ??= fetchMe().catch((error: unknown) => {
      account = undefined;
      throw error;
    });
    return account;
  }
  async function fetchMe() {
    const { data } = parse(userAnswer, await get({ path: 'users/me', query: { expansions: ownExpansions } }));
    await bill.people('GET /2/users/me', [data], false);
    if (handle && handle.toLowerCase() !== data.username.toLowerCase()) {
      throw new KeysRefused('X', `X signs us in as @${data.username}, but desk.yaml says @${handle}`);
    }
    const pinned = data.pinned_tweet_id ?? data.pinned_post_id;
    const isUnknown = !pinned && isLeftOut('expansions', ownExpansions);
    return {
      id: data.id,
      handle: data.username,
      ...(pinned && { pinned }),
      ...(isUnknown && { pinnedUnknown: true as const }),
    };
  }

  /** Every page of a list of ours since a time (Unix ms), newest first. */
  async function* postPages(list: 'mentions' | 'tweets', sinceMs: number, size = pageSize) {
    const { id } = await me();
    let token: string | undefined;
    do {
      const query = {
        ...postQuery,
        ...(list === 'mentions' ? authorFields : { expansions: mediaExpansions }),
        max_results: size,
        since_id: firstPostIdAt(sinceMs),
        pagination_token: token,
      };
      const page = parse(postsAnswer, await get({ path: `users/:id/${list}`, id, query }));
      // Without a post, and without the name of one, this is no page: X could not read its list.
      if (page.data.length + page.nameless.length === 0 && !page.meta && oddByName(page).length === 0)
        throw new OutcomeUnknown('X', `${list}: errors alone`);
      await bill.posts(`GET /2/users/:id/${list}`, page.data, true);
      yield page;
      token = page.meta?.next_token;
    } while (token !== undefined);
  }

  /**
   * Every page of our followers, newest first. `sizeOf` says how long the next page is, after so many who were asked for;
   * `billedAs` under which name the call stands on the bill.
   */
  async function* followerPages(
    sizeOf: (asked: number) => number = followersPerPage,
    billedAs: (call: string) => string = (call) => call,
  ) {
    const { id } = await me();
    let token: string | undefined;
    let asked = 0;
    do {
      const max_results = sizeOf(asked);
      asked += max_results;
      const query = { 'user.fields': followerFields, max_results, pagination_token: token };
      const { data, meta } = parse(usersPage, await get({ path: 'users/:id/followers', id, query }));
      await bill.people(billedAs('GET /2/users/:id/followers'), data, true);
      yield data.map((one) => toFollower(one, now()));
      token = meta?.next_token;
    } while (token !== undefined);
  }

  /**
   * The posts of an answer with their authors, and those that lack something. Where authors cost, those who wrote only
   * posts that are not in `needed` have no name unless the desk knows them.
   */
  async function authored(
    answer: PostsAnswer,
    us: Us,
    needed: (post: Post) => boolean = () => true,
  ): Promise<{ readonly found: readonly AuthoredPost[]; readonly odd: readonly OddPost[] }> {
    const included = (answer.includes?.users ?? []).map(toPatron);
    const authors = includesBilled ? await authorsOf(answer, us, needed) : [];
    const { found, odd: incomplete } = readPosts(answer, [...included, ...authors], us);
    const odd = [...incomplete, ...oddByName(answer)];
    noteOdd({ odd, nameless: answer.nameless });
    return { found, odd };
  }

  /** Who wrote the posts of an answer without its people: as the desk knows them, else as X says, for money. */
  async function authorsOf(
    answer: PostsAnswer,
    us: Us,
    needed: (post: Post) => boolean,
  ): Promise<readonly Patron[]> {
    const ids = new Set(answer.data.flatMap(({ author_id }) => author_id ?? []));
    const known = ids.size > 0 ? await knownPatrons([...ids]) : [];
    for (const { id } of known) ids.delete(id);
    const posts = answer.data.map((wire) => toPost(wire, us)).filter(needed);
    const asked = posts.map(({ authorId }) => authorId).filter((id) => ids.has(id));
    const found = asked.length > 0 ? (await people([...new Set(asked)])).found : [];
    for (const id of asked) ids.delete(id);
    return [...known, ...found, ...[...ids].map((id) => ({ id, handle: '', name: '' }))];
  }

  /** People by their ids, each hundred within `deadlineMs`; `gone` are those whom X does not show us. */
  async function people(
    ids: readonly AccountId[],
    deadlineMs: number = readDeadlineMs,
    billedAs: (call: string) => string = (call) => call,
  ): Promise<{ readonly found: readonly Patron[]; readonly gone: readonly AccountId[] }> {
    const found: Patron[] = [];
    for (let at = 0; at < ids.length; at += pageSize) {
      const query = { ids: ids.slice(at, at + pageSize).join(','), 'user.fields': userFields };
      const { data } = parse(foundUsers, await get({ path: 'users', query }, deadlineMs));
      await bill.people(billedAs('GET /2/users'), data, false);
      found.push(...data.map(toPatron));
    }
    const shown = new Set(found.map(({ id }) => id));
    return { found, gone: ids.filter((id) => !shown.has(id)) };
  }

  /** Posts by their ids, as `Network.posts` promises. */
  const posts: Network['posts'] = async (
    ids,
    deadlineMs = readDeadlineMs * Math.max(1, Math.ceil(ids.length / pageSize)),
  ) => {
    const begun = performance.now();
    const us = await me();
    return lookUp(ids, async (some) => {
      const leftMs = Math.max(0, Math.round(begun + deadlineMs - performance.now()));
      const query = { ids: some.join(','), ...postQuery, ...authorFields };
      const answer = parse(postsAnswer, await get({ path: 'tweets', query }, leftMs));
      await bill.posts('GET /2/tweets', answer.data, false);
      return { ...(await authored(answer, us)), errors: answer.errors };
    });
  };

  return { get, isLeftOut, me, postPages, followerPages, authored, noteOdd, people, posts };
}

/** X's response in the shape that it must have. Any other shape leaves open what became of the call. */
export function parse<Schema extends z.ZodType>(schema: Schema, answer: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(answer);
  if (!parsed.success) throw new OutcomeUnknown('X', parsed.error);
  return parsed.data;
}
