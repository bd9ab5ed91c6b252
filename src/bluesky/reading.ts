import { type AppBskyFeedDefs, AppBskyFeedPost } from '@atcute/bluesky';
import { ok } from '@atcute/client';
import { is } from '@atcute/lexicons/validations';
import { type AccountId, compareIds, type PostId } from '../core/ids.js';
import { isAboutUs, type Post } from '../core/post/post.js';
import { undefinedIf } from '../errors.js';
import type { AuthoredPost, FoundPosts, Network, OddPost } from '../ports/network.js';
import type { Rpc } from './client.js';
import { isNotThere } from './faults.js';
import { accountIdOf, didOf, postCollection, postIdOf, postUri, refOf, refOfUri } from './ids.js';
import { readNotifications, somebody } from './notifications.js';
import { pages, timeOf } from './pages.js';
import { isBlocked, isMuted, toPatron } from './to-patron.js';
import { fromRecord, toPost } from './to-post.js';

type Did = `did:${string}:${string}`;
const asDid = (account: AccountId) => didOf(account) as Did;

/** Bluesky's limits for a page, and for the posts and people in one call. */
const pageSize = 100;
const mostIds = 25;

/** Reads Bluesky as our account; `now` gives Unix ms. Every read throws a fault of `errors.ts` when it fails. */
export function createReading(rpc: Rpc, account: () => Promise<string>, now: () => number): Reading {
  let own: ReturnType<Network['me']> | undefined;
  function me(): ReturnType<Network['me']> {
    own ??= fetchMe().catch((fault: unknown) => {
      own = undefined;
      throw fault;
    });
    return own;
  }
  async function fetchMe(): ReturnType<Network['me']> {
    const actor = (await account()) as Did;
    const profile = await ok(rpc().get('app.bsky.actor.getProfile', { params: { actor } }));
    const pinned = profile.pinnedPost && refOfUri(profile.pinnedPost.uri);
    return {
      id: accountIdOf(profile.did),
      handle: profile.handle,
      ...(pinned && { pinned: postIdOf(pinned) }),
    };
  }

  /** Posts by their addresses, each by itself. */
  async function postsAt(
    uris: readonly string[],
    deadlineMs?: number,
  ): Promise<readonly AppBskyFeedDefs.PostView[]> {
    const begun = performance.now();
    const found: AppBskyFeedDefs.PostView[] = [];
    for (let at = 0; at < uris.length; at += mostIds) {
      const leftMs = deadlineMs && Math.max(0, Math.round(begun + deadlineMs - performance.now()));
      const some = uris.slice(at, at + mostIds) as `at://${Did}/${string}.${string}.${string}/${string}`[];
      found.push(...(await ok(rpc(leftMs).get('app.bsky.feed.getPosts', { params: { uris: some } }))).posts);
    }
    return found;
  }

  async function authored(
    uris: readonly string[],
    deadlineMs?: number,
  ): Promise<{ found: AuthoredPost[]; odd: OddPost[] }> {
    const readAt = now();
    const views = await postsAt([...new Set(uris)], deadlineMs);
    const found: AuthoredPost[] = [];
    const odd: OddPost[] = [];
    for (const view of views) {
      const post = toPost(view, readAt);
      const ref = refOfUri(view.uri);
      const author = is(somebody, view.author) && toPatron(view.author);
      if (post && author) found.push({ post, author });
      else if (ref)
        odd.push({
          id: postIdOf(ref),
          at: timeOf(view.indexedAt),
          ...(post && { post }),
          ...(author && { author }),
        });
    }
    return { found, odd };
  }

  async function profiles(ids: readonly AccountId[], deadlineMs?: number) {
    const found = [];
    for (let at = 0; at < ids.length; at += mostIds) {
      const actors = ids.slice(at, at + mostIds).map(asDid);
      const answer = await ok(rpc(deadlineMs).get('app.bsky.actor.getProfiles', { params: { actors } }));
      found.push(...answer.profiles);
    }
    return found;
  }

  async function posts(ids: readonly PostId[], deadlineMs?: number): Promise<FoundPosts> {
    const asked = [...new Set(ids)];
    const { found, odd } = await authored(
      asked.map((id) => postUri(refOf(id))),
      deadlineMs,
    );
    const shown = new Set(found.flatMap(({ post }) => post.versions[0] ?? []));
    const isShown = (id: PostId) =>
      shown.has(withoutVersion(id)) || odd.some((one) => one.id === withoutVersion(id));
    const gone = asked.filter((id) => !isShown(id));
    if (gone.length === 0) return { found, odd, gone };
    const writers = [...new Set(gone.map((id) => accountIdOf(refOf(id).did)))];
    const blocking = new Set((await profiles(writers, deadlineMs)).filter(isBlocked).map(({ did }) => did));
    return { found, odd, gone, hidden: gone.filter((id) => blocking.has(refOf(id).did as Did)) };
  }

  const notShown = async (ids: readonly AccountId[], deadlineMs?: number): Promise<readonly AccountId[]> => {
    const shown = new Set(
      (await profiles(ids, deadlineMs)).filter((one) => !isBlocked(one)).map(({ did }) => accountIdOf(did)),
    );
    return ids.filter((id) => !shown.has(id));
  };

  return {
    me,
    posts,
    postsAgain: (kept) => posts(kept.map(({ id }) => id)),
    followersAgain: (ids) => notShown(ids),
    peopleAgain: notShown,

    async stillFollowing(people) {
      const shown = new Map(
        (await profiles(people.map(({ id }) => id))).map((one) => [accountIdOf(one.did), one]),
      );
      return new Map(
        people.map(({ id }) => {
          const one = shown.get(id);
          return [id, !one ? 'gone' : one.viewer?.followedBy ? 'follows' : 'left'];
        }),
      );
    },

    async mentions(sinceMs) {
      const us = await me();
      const { follows, posts: written } = await readNotifications(rpc, sinceMs);
      const { found, odd } = await authored(written.uris);
      const meant = found.filter(({ post }) => isMeantForUs(post, us.id));
      meant.sort((a, b) => a.post.at - b.post.at || compareIds(a.post.id, b.post.id));
      return {
        found: meant,
        odd,
        cutOff: !written.isAll,
        follows: { found: follows.followers, cutOff: !follows.isAll },
      };
    },

    async *followers() {
      const actor = (await account()) as Did;
      for await (const page of pages((cursor) =>
        ok(
          rpc().get('app.bsky.graph.getFollowers', {
            params: { actor, limit: pageSize, ...(cursor && { cursor }) },
          }),
        ),
      ))
        yield page.followers.filter((one) => !isMuted(one)).map(toPatron);
    },

    async ownPosts(sinceMs) {
      const did = (await account()) as Did;
      const found: Post[] = [];
      for await (const page of pages((cursor) =>
        ok(
          rpc().get('com.atproto.repo.listRecords', {
            params: { repo: did, collection: postCollection, limit: pageSize, ...(cursor && { cursor }) },
          }),
        ),
      )) {
        const all = page.records.flatMap(({ uri, value }) => {
          // Whoever answers it, and whoever published it, knows it by its address alone.
          const ref = refOfUri(uri);
          return ref && is(AppBskyFeedPost.mainSchema, value) ? fromRecord(ref, value) : [];
        });
        const since = all.filter(({ at }) => at >= sinceMs);
        found.push(...since);
        if (since.length < page.records.length) break;
      }
      return { found: found.sort((a, b) => a.at - b.at || compareIds(a.id, b.id)), odd: [] };
    },

    async recentPosts(of, sinceMs) {
      const answer = await ok(
        rpc().get('app.bsky.feed.getAuthorFeed', {
          params: { actor: asDid(of), filter: 'posts_no_replies', limit: 50 },
        }),
      ).catch(undefinedIf(isNotShownFeed));
      return answer?.feed.flatMap(({ post, reason }) => {
        const read = reason ? undefined : toPost(post, now());
        return read && read.at >= sinceMs ? read : [];
      });
    },

    async person(handle) {
      const params = { actor: handle as `${string}.${string}` };
      const profile = await ok(rpc().get('app.bsky.actor.getProfile', { params })).catch(
        undefinedIf(isNotThere),
      );
      return profile && toPatron(profile);
    },
  };
}

export type Reading = Pick<
  Network,
  | 'followers'
  | 'followersAgain'
  | 'me'
  | 'mentions'
  | 'ownPosts'
  | 'peopleAgain'
  | 'person'
  | 'posts'
  | 'postsAgain'
  | 'recentPosts'
  | 'stillFollowing'
>;

const isMeantForUs = (post: Post, us: AccountId): boolean =>
  post.authorId !== us && (isAboutUs(post, us) || post.quoted !== undefined);

const withoutVersion = (id: PostId): PostId => {
  const { did, rkey } = refOf(id);
  return postIdOf({ did, rkey });
};

/** Somebody who blocks us, whom we block, or who is gone. */
const isNotShownFeed = (fault: unknown): boolean =>
  isNotThere(fault) || (fault instanceof Error && /block|suspended|deactivated/iu.test(fault.message));
