import type { Timings } from '../core/due/timings.js';
import { type AccountId, compareIds, type PostId } from '../core/ids.js';
import type { Charge } from '../core/money/bill.js';
import { isAddressedToUs, type Patron, type Post } from '../core/post/post.js';
import {
  type CallResult,
  isRemoteFault,
  OutcomeUnknown,
  Rejected,
  Unreachable,
  undefinedIf,
} from '../errors.js';
import type { AuthoredPost, Heard, Network, OddPost } from '../ports/network.js';
import { createBill } from './billing.js';
import { type Credentials, createCaller } from './call.js';
import { isGone } from './look-up.js';
import { lookingAgain, showsUsNothing } from './looking-again.js';
import { createPrivateMessages } from './private-messages.js';
import { createReader, pageSize, parse } from './reader.js';
import { postedAt } from './snowflake.js';
import { oddByName, toPost } from './to-post.js';
import {
  createdAnswer,
  deletedAnswer,
  mediaExpansions,
  notShownAnswer,
  personFields,
  postQuery,
  postsAnswer,
  toPatron,
  userAnswer,
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
  /** Told how each call ended, by its route; must not throw. */
  readonly called?: (route: string, result: CallResult) => void;
  /** The account owns the developer app, so X asks less for its own posts, mentions and followers. */
  readonly ownsApp?: boolean;
  /** X bills the people whom a page of posts includes, too. */
  readonly includesBilled?: boolean;
  /** Those of these people whom the desk knows; by default nobody. */
  readonly knownPatrons?: (ids: readonly AccountId[]) => Promise<readonly Patron[]>;
  /** Called once for each field that X refuses: it is asked for in another way from then on, or left out. */
  readonly fieldRefused?: (field: string) => void;
  /** Called once for each post that came incomplete; without an id for one that X gives none. */
  readonly oddPost?: (id?: PostId) => void;
  /** Called with what X says besides each answer; must not throw. */
  readonly heard?: (heard: Heard) => void;
}

/** X's limit for mentions: it gives the newest ones and no older ones. */
const mostMentions = 800;
/** X counts a page first, then leaves out replies and reposts, which cost nothing. A larger page follows an empty one. */
const recentPageSizes = [10, 50];
const handlePattern = /^\w{1,15}$/;

/** What others say to each other, and we ourselves, is among our mentions too. */
const isMeantForUs = (post: Post, us: AccountId): boolean =>
  post.authorId !== us && isAddressedToUs(post, us);

/** The port to X over its API, as the account of these credentials. https://docs.x.com/x-api */
export function createNetwork(options: NetworkOptions): Network {
  const { credentials, handle, origin, timings, now, charge = async () => {}, ownsApp = true } = options;
  const { called, ending, heard } = options;
  const callX = createCaller({ credentials, origin, now, ending, called, heard });
  const bill = createBill({ charge, ownsApp, now });
  const reader = createReader({
    callX,
    bill,
    handle,
    readDeadlineMs: timings.readDeadlineMs,
    now,
    includesBilled: options.includesBilled ?? false,
    knownPatrons: options.knownPatrons ?? (async () => []),
    fieldRefused: options.fieldRefused ?? (() => {}),
    oddPost: options.oddPost ?? (() => {}),
  });
  const { get, me } = reader;

  /** Throws unless X says that the keys are our account's: nothing is published under another name. */
  async function asOurselves(): Promise<void> {
    if (!handle) return;
    await me().catch((fault: unknown) => {
      throw fault instanceof Rejected || !isRemoteFault(fault) ? fault : new Unreachable('X', fault);
    });
  }

  const includesBilled = options.includesBilled ?? false;
  const knownPatrons = options.knownPatrons ?? (async () => []);
  const inPrivate = { callX, bill, reader, timings, now, asOurselves, includesBilled, knownPatrons };

  /** Posts that X may have deleted: it never said what became of the call. */
  const unclearRemovals = new Set<PostId>();

  async function mentions(sinceMs: number): ReturnType<Network['mentions']> {
    const us = await me();
    const found: AuthoredPost[] = [];
    const odd: OddPost[] = [];
    // X counts a page first, then leaves out suspended people. So here pages are counted, not posts.
    let asked = 0;
    for await (const page of reader.postPages('mentions', sinceMs)) {
      asked += pageSize;
      const read = await reader.authored(page, us, (post) => isMeantForUs(post, us.id));
      found.push(...read.found);
      odd.push(...read.odd);
    }
    found.sort((a, b) => compareIds(a.post.id, b.post.id));
    return { found, odd, cutOff: asked >= mostMentions };
  }

  return {
    me,
    mentions,
    followers: () => reader.followerPages(),

    async ownPosts(sinceMs) {
      const us = await me();
      const found = [];
      const odd: OddPost[] = [];
      for await (const page of reader.postPages('tweets', sinceMs)) {
        for (const wire of page.data) {
          const post = { ...toPost(wire, us, page.includes), authorId: us.id };
          // What it says and what it answers are all that is asked of a post of ours.
          if (wire.text === undefined) odd.push({ id: post.id, at: post.at, post });
          else found.push(post);
        }
        odd.push(...oddByName(page));
        reader.noteOdd({ odd, nameless: page.nameless });
      }
      return { found: found.sort((a, b) => compareIds(a.id, b.id)), odd };
    },

    async recentPosts(of, sinceMs) {
      const us = { ...(await me()), isFollowed: true };
      const query = {
        ...postQuery,
        expansions: mediaExpansions,
        exclude: 'replies,retweets',
        start_time: new Date(sinceMs).toISOString(),
      };
      for (const max_results of recentPageSizes) {
        const answer = await get({ path: 'users/:id/tweets', id: of, query: { ...query, max_results } });
        if (showsUsNothing(answer)) return undefined;
        if (notShownAnswer.safeParse(answer).success) return [];
        const { data, includes } = parse(postsAnswer, answer);
        await bill.posts('GET /2/users/:id/tweets', data, false);
        // Nobody can pick a post without its words.
        const readable = data.filter(({ text }) => text !== undefined);
        if (readable.length > 0) return readable.map((one) => toPost(one, us, includes));
      }
      return [];
    },

    posts: reader.posts,

    ...lookingAgain({ reader, bill, ownsApp }),

    async person(handle) {
      if (!handlePattern.test(handle)) return undefined;
      const query = { 'user.fields': personFields };
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

    ...createPrivateMessages(inPrivate),

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
