import type { AccountId } from '../core/ids.js';
import { forOutcomes } from '../core/money/bill.js';
import { networks } from '../core/network/networks.js';
import type { Patron } from '../core/post/post.js';
import type { AuthoredPost, Network } from '../ports/network.js';
import type { createBill } from './billing.js';
import { isNotShown } from './faults.js';
import { pageSize, parse, type Reader } from './reader.js';
import { cheapestLook } from './still-there.js';
import { notShownAnswer, postsAnswer } from './wire.js';

interface Options {
  readonly reader: Reader;
  readonly bill: ReturnType<typeof createBill>;
  /** The account owns the developer app, so X asks less for its own mentions and followers. */
  readonly ownsApp: boolean;
}

/** X's least for a page of posts. */
const smallestPage = 5;
/** How much longer a list of mentions may be than the desk knows, before the rest is cheaper by id. */
const overlong = 1.5;

/** Whether X says of somebody's posts that they are not shown to us, and not only that it could not read them. */
export const showsUsNothing = (answer: unknown): boolean =>
  notShownAnswer.safeParse(answer).data?.errors.some(isNotShown) ?? false;

/** Looks whether what the desk keeps is still on X, in the cheapest way. */
export function lookingAgain({
  reader,
  bill,
  ownsApp,
}: Options): Pick<Network, 'followersAgain' | 'peopleAgain' | 'postsAgain' | 'stillFollowing'> {
  const { get, me } = reader;

  /** Mentions since a time, the newest first, but not many more than the desk knows of: what others say is there too. */
  async function newestMentions({ length, sinceMs }: { readonly length: number; readonly sinceMs: number }) {
    const us = await me();
    const most = Math.ceil(length * overlong);
    const size = Math.min(pageSize, Math.max(smallestPage, most));
    const found: AuthoredPost[] = [];
    let left = most;
    for await (const page of reader.postPages('mentions', sinceMs, size)) {
      found.push(...(await reader.authored(page, us, () => false)).found);
      left -= size;
      if (left <= 0) break;
    }
    return found;
  }

  /** Whoever blocks us follows us no more, and shows us no posts: X names no other sign of it. */
  async function blocksUs({ id, protected: isProtected }: Patron): Promise<boolean> {
    if (isProtected) return false;
    const answer = await get({ path: 'users/:id/tweets', id, query: { max_results: smallestPage } });
    if (showsUsNothing(answer)) return true;
    await bill.posts('GET /2/users/:id/tweets', parse(postsAnswer, answer).data, false);
    return false;
  }

  return {
    async postsAgain(kept, mentionTimes) {
      const { owned, post } = networks.x.prices;
      const prices = { listed: ownsApp ? owned : post, byId: post };
      const { list, byId } = cheapestLook(kept, mentionTimes, prices);
      const listed = list ? await newestMentions(list) : [];
      const shown = new Set(listed.flatMap(({ post: { id, versions } }) => [id, ...versions]));
      const missing = kept.map(({ id }) => id).filter((id) => !byId.includes(id) && !shown.has(id));
      const looked = await reader.posts([...byId, ...missing]);
      return { ...looked, found: [...listed, ...looked.found] };
    },

    async followersAgain(ids, newest) {
      const missing = new Set(ids);
      const { owned, user } = networks.x.prices;
      const depth = Math.max(newest, ids.length);
      if (depth * (ownsApp ? owned : user) < ids.length * user) {
        let left = depth;
        for await (const page of reader.followerPages((asked) => Math.min(pageSize, depth - asked))) {
          for (const { id } of page) missing.delete(id);
          left -= pageSize;
          if (missing.size === 0 || left <= 0) break;
        }
      }
      // Who is not among them left, or stands further behind since somebody came back.
      if (missing.size === 0) return [];
      const people = await reader.people([...missing]);
      const blocking: AccountId[] = [];
      for (const one of people.found) if (!one.followsUs && (await blocksUs(one))) blocking.push(one.id);
      return [...people.gone, ...blocking];
    },

    async stillFollowing(people, followTimes, readSinceMs) {
      const { owned, user } = networks.x.prices;
      const free = followTimes.filter((at) => at >= readSinceMs).length;
      const prices = { listed: ownsApp ? owned : user, byId: user };
      const { list } = cheapestLook(people, followTimes, prices, free);
      const missing = new Set(people.map(({ id }) => id));
      const results = new Map<AccountId, 'follows' | 'left' | 'gone' | 'not-known'>();
      const found = (id: AccountId, what: 'follows' | 'left' | 'gone' | 'not-known') => {
        missing.delete(id);
        results.set(id, what);
      };
      let left = list?.length ?? 0;
      if (list) {
        const sizeOf = (asked: number) => Math.min(pageSize, list.length - asked);
        for await (const page of reader.followerPages(sizeOf, forOutcomes)) {
          for (const { id } of page) if (missing.has(id)) found(id, 'follows');
          left -= pageSize;
          if (missing.size === 0 || left <= 0) break;
        }
      }
      if (missing.size === 0) return results;
      const looked = await reader.people([...missing], undefined, forOutcomes);
      for (const id of looked.gone) found(id, 'gone');
      // Where X does not say who follows us, nobody who is asked for has left for that.
      const isTold = !reader.isLeftOut('user.fields', 'connection_status');
      for (const { followsUs, id } of looked.found)
        found(id, isTold ? (followsUs ? 'follows' : 'left') : 'not-known');
      return results;
    },

    peopleAgain: async (ids, deadlineMs) => (await reader.people(ids, deadlineMs)).gone,
  };
}
