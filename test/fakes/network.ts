import { type AccountId, accountId, compareIds, type PostId, postId } from '../../src/core/ids.js';
import type { Patron, Post } from '../../src/core/post/post.js';
import { NotSent, OutcomeUnknown, Rejected } from '../../src/errors.js';
import type { Clock } from '../../src/ports/due.js';
import type { AuthoredPost, Network } from '../../src/ports/network.js';
import { firstPostIdAt } from '../../src/x/snowflake.js';
import { aPost } from '../build.js';

export const us = { id: accountId('1000'), handle: 'centrallibrary' };
/** X gives only so many of the newest posts that mention somebody. */
const mentionsAtMost = 800;
const ourselves: Patron = { ...us, name: 'Central Library' };

export interface FakeNetwork extends Network {
  /** Newest first. */
  readonly followedBy: Patron[];
  /** Accounts that X shows nobody any more. */
  readonly goneAccounts: Set<AccountId>;
  /** Accounts that show us none of their posts: protected, or blocking us. */
  readonly hidingAccounts: Set<AccountId>;
  /** Our own posts, oldest first. */
  ours(): readonly Post[];
  /** A post becomes visible. A new version replaces the earlier ones. */
  arrives(post: Post, author: Patron): void;
  /** A post is removed, or its author is suspended or protected. */
  disappears(id: PostId): void;
  /** Somebody of the library answers in X itself. */
  weAnswer(given: Partial<Post>): Post;
  /** A private message becomes visible, of a patron or of ours. */
  arrivesInPrivate(message: Post, author?: Patron): void;
  /** The next call to post fails: before it posts, or after, so that only its answer is lost. */
  nextReply(meets: Error | 'lost after it was posted'): void;
  /** Runs between the record and the call. */
  beforeSocket: () => void;
  /** Runs at the beginning of each read. The read fails if it throws. */
  beforeRead: () => void;
}

/** An X with posts, followers and our account. It shows everything without delay, and refuses to post a text twice. */
export function fakeNetwork(clock: Clock): FakeNetwork {
  const posts: AuthoredPost[] = [];
  const messages: AuthoredPost[] = [];
  const followedBy: Patron[] = [];
  const meets: (Error | 'lost after it was posted')[] = [];
  let made = 0n;

  const byAge = (all: readonly AuthoredPost[]) => [...all].sort((a, b) => compareIds(a.post.id, b.post.id));
  const ours = () => byAge(posts.filter(({ author }) => author.id === us.id)).map(({ post }) => post);

  function weAnswer(given: Partial<Post>): Post {
    const id = given.id ?? postId(String(BigInt(firstPostIdAt(clock.now())) + ++made));
    const at = Math.floor(clock.now() / 1_000) * 1_000;
    const post = aPost({ authorId: us.id, at, ...given, id, versions: [id] });
    posts.push({ post, author: ourselves });
    return post;
  }

  const network: FakeNetwork = {
    followedBy,
    goneAccounts: new Set(),
    hidingAccounts: new Set(),
    ours,
    arrives: (post, author) => {
      for (const version of post.versions) network.disappears(version);
      posts.push({ post, author });
    },
    disappears: (id) => {
      const at = posts.findIndex(({ post }) => post.versions.includes(id));
      if (at >= 0) posts.splice(at, 1);
    },
    weAnswer,
    arrivesInPrivate: (post, author = ourselves) => {
      messages.push({ post, author });
    },
    nextReply: (what) => {
      meets.push(what);
    },
    beforeSocket: () => {},
    beforeRead: () => {},

    me: async () => us,
    async mentions(sinceMs) {
      network.beforeRead();
      const namesUs = ({ post }: AuthoredPost) => post.names.some(({ account }) => account === us.id);
      const found = byAge(posts.filter((one) => namesUs(one) && one.post.at >= sinceMs));
      return { found: found.slice(-mentionsAtMost), odd: [], cutOff: found.length >= mentionsAtMost };
    },
    async *followers() {
      network.beforeRead();
      for (let at = 0; at < followedBy.length; at += 20) yield followedBy.slice(at, at + 20);
    },
    async ownPosts(sinceMs) {
      network.beforeRead();
      return { found: ours().filter(({ at }) => at >= sinceMs), odd: [] };
    },
    async recentPosts(of, sinceMs) {
      if (network.hidingAccounts.has(of) || network.goneAccounts.has(of)) return undefined;
      return byAge(posts)
        .map(({ post }) => post)
        .filter(({ authorId, at }) => authorId === of && at >= sinceMs)
        .reverse();
    },
    async posts(ids) {
      network.beforeRead();
      const asked = posts.filter(({ post }) => ids.some((id) => post.versions.includes(id)));
      const isHiding = ({ author }: AuthoredPost) => network.hidingAccounts.has(author.id);
      const found = asked.filter((one) => !isHiding(one) && !network.goneAccounts.has(one.author.id));
      const gone = ids.filter((id) => !found.some(({ post }) => post.versions.includes(id)));
      const hides = asked.filter(isHiding).flatMap(({ post }) => post.versions);
      return { found, odd: [], gone, hidden: gone.filter((id) => hides.includes(id)) };
    },
    postsAgain: (kept) => network.posts(kept.map(({ id }) => id)),
    async followersAgain(ids) {
      network.beforeRead();
      return ids.filter((id) => !followedBy.some((one) => one.id === id));
    },
    async stillFollowing(people) {
      network.beforeRead();
      const found = people.map(({ id }) => {
        if (network.goneAccounts.has(id)) return [id, 'gone'] as const;
        return [id, followedBy.some((one) => one.id === id) ? 'follows' : 'left'] as const;
      });
      return new Map(found);
    },
    async peopleAgain(ids) {
      network.beforeRead();
      return ids.filter((id) => network.goneAccounts.has(id));
    },
    async person(handle) {
      network.beforeRead();
      const people = [...followedBy, ...posts.map(({ author }) => author)];
      return people.find((one) => one.handle.toLowerCase() === handle.toLowerCase());
    },
    async remove(id) {
      network.disappears(id);
    },
    async privateMessages(sinceMs) {
      network.beforeRead();
      return { found: byAge(messages.filter(({ post }) => post.at >= sinceMs)), odd: [] };
    },
    async sendPrivate(to, text, mayStillSend) {
      network.beforeSocket();
      if (!mayStillSend()) throw new NotSent();
      const meet = meets.shift();
      if (meet instanceof Error) throw meet;
      const id = postId(String(BigInt(firstPostIdAt(clock.now())) + ++made));
      const at = clock.now();
      const conversationId = postId([us.id, to].sort(compareIds).join('_'));
      const post = aPost({ id, versions: [id], authorId: us.id, conversationId, at, text });
      messages.push({ post, author: ourselves });
      if (meet) throw new OutcomeUnknown('X');
      return { id, at };
    },
    async publish(text, to, mayStillSend) {
      network.beforeSocket();
      if (!mayStillSend()) throw new NotSent();
      const meet = meets.shift();
      if (meet instanceof Error) throw meet;
      if (ours().some((post) => post.text === text)) throw new Rejected('duplicate', 'Duplicate content.');
      const { id, at } = weAnswer({ text, ...(to ? { repliedTo: to } : {}) });
      if (meet) throw new OutcomeUnknown('X');
      return { id, at };
    },
  };
  return network;
}
