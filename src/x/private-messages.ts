import type { Timings } from '../core/due/timings.js';
import { hourMs } from '../core/durations.js';
import { type AccountId, accountId, compareIds, type PostId, postId } from '../core/ids.js';
import type { Patron, Post } from '../core/post/post.js';
import type { AuthoredPost, Network, OddPost } from '../ports/network.js';
import type { createBill } from './billing.js';
import type { createCaller } from './call.js';
import { readText } from './plain-text.js';
import { parse, type Reader } from './reader.js';
import { postedAt } from './snowflake.js';
import { mediaOfAddresses, timeOf, type Us } from './to-post.js';
import { eventQuery, eventsPage, sentAnswer, toPatron, userFields, type WireEvent } from './wire.js';

interface Options {
  readonly callX: ReturnType<typeof createCaller>;
  readonly bill: ReturnType<typeof createBill>;
  readonly reader: Reader;
  readonly timings: Pick<Timings, 'writeDeadlineMs'>;
  readonly now: () => number;
  /** Throws unless X says that the keys are our account's. */
  readonly asOurselves: () => Promise<void>;
  /** X bills the people whom a page includes, too: they are looked up only where nobody knows them. */
  readonly includesBilled: boolean;
  readonly knownPatrons: (ids: readonly AccountId[]) => Promise<readonly Patron[]>;
}

/**
 * How many messages the pages of a read have. X has no `since_id` here and bills each message once a day: after a quiet hour
 * the newest one alone tells that nothing is new. X takes 15 calls in 15 minutes, so more come at once otherwise.
 */
const quietPages = [1, 20, 100];
const busyPages = [10, 100];

/** The calls for private messages. https://docs.x.com/x-api/direct-messages/lookup/introduction */
export function createPrivateMessages({
  callX,
  bill,
  reader,
  timings,
  now,
  asOurselves,
  includesBilled,
  knownPatrons,
}: Options): Pick<Network, 'privateMessages' | 'sendPrivate'> {
  /** All that X has since a time, newest first, with the people whom it includes. */
  async function eventsSince(sinceMs: number) {
    const sizes = now() - sinceMs > hourMs ? quietPages : busyPages;
    const events: WireEvent[] = [];
    const people: Patron[] = [];
    let token: string | undefined;
    let pages = 0;
    do {
      const query = {
        ...eventQuery,
        ...(includesBilled ? {} : { expansions: 'sender_id', 'user.fields': userFields }),
        max_results: sizes[Math.min(pages++, sizes.length - 1)],
        pagination_token: token,
      };
      const page = parse(eventsPage, await reader.get({ path: 'dm_events', query }));
      await bill.messages(page.data);
      people.push(...(page.includes?.users ?? []).map(toPatron));
      const fresh = page.data.filter((event) => timeOf(event) >= sinceMs);
      events.push(...fresh);
      token = fresh.length < page.data.length ? undefined : page.meta?.next_token;
    } while (token !== undefined);
    return { events, people };
  }

  /** Who they are, as the desk knows them, else as X says, for money. */
  async function named(ids: readonly AccountId[]): Promise<readonly Patron[]> {
    const known = ids.length > 0 ? await knownPatrons(ids) : [];
    const left = ids.filter((id) => !known.some((one) => one.id === id));
    return [...known, ...(left.length > 0 ? (await reader.people(left)).found : [])];
  }

  return {
    async privateMessages(sinceMs) {
      const us = await reader.me();
      const { events, people } = await eventsSince(sinceMs);
      const ofTwo = events.filter((event) => isOfTwo(event, us.id));
      const writers = [...new Set(ofTwo.flatMap(({ sender_id = us.id }) => sender_id))].filter(
        (id) => id !== us.id,
      );
      const authors = includesBilled ? await named(writers) : people;
      const read = readMessages(ofTwo, authors, us);
      reader.noteOdd({ odd: read.odd, nameless: [] });
      return read;
    },

    async sendPrivate(to, text, mayStillSend) {
      await asOurselves();
      const answer = await callX({
        method: 'POST',
        path: 'dm_conversations/with/:id/messages',
        id: to,
        body: { text },
        deadlineMs: timings.writeDeadlineMs,
        mayStillSend,
      });
      const { dm_event_id: id } = parse(sentAnswer, answer).data;
      return { id, at: postedAt(id) };
    },
  };
}

const OF_TWO = /^(\d{1,20})-(\d{1,20})$/u;

/** Whether a message is of a conversation of ours with one person; one that does not say may be. */
function isOfTwo(
  { dm_conversation_id: id, event_type: kind = 'MessageCreate' }: WireEvent,
  us: AccountId,
): boolean {
  if (kind !== 'MessageCreate') return false;
  return id === undefined || (OF_TWO.exec(id)?.slice(1).includes(us) ?? false);
}

/** Oldest first. What lacks its words, its conversation or its writer is odd; X gives a message without words for a picture. */
function readMessages(events: readonly WireEvent[], people: readonly Patron[], us: Us & { handle: string }) {
  const authors = new Map(people.map((one) => [one.id, one]));
  authors.set(us.id, { id: us.id, handle: us.handle, name: us.handle });
  const found: AuthoredPost[] = [];
  const odd: OddPost[] = [];
  for (const event of events.toSorted((a, b) => compareIds(a.id, b.id))) {
    const author = event.sender_id && authors.get(event.sender_id);
    const post = toMessage(event);
    const isWhole = event.text !== undefined && event.dm_conversation_id !== undefined && author;
    if (isWhole) found.push({ post, author });
    else odd.push({ id: event.id, at: post.at, post, ...(author && { author }) });
  }
  return { found, odd };
}

/** A message as the desk knows it. The ids that its conversation has are joined so that they stand in the ids of cards. */
function toMessage(event: WireEvent): Post {
  const { id, text = '', entities, sender_id = accountId(event.id), dm_conversation_id = event.id } = event;
  const { urls = [] } = entities ?? {};
  const plain = readText({
    text,
    urls: urls.map(({ url, expanded_url = url, display_url = expanded_url, media_key }) => ({
      url,
      expanded: expanded_url,
      display: display_url,
      isMedia: media_key !== undefined,
    })),
    mentions: [],
    wordsStart: undefined,
  });
  return {
    id,
    versions: [id],
    authorId: sender_id,
    conversationId: joined(dm_conversation_id),
    at: timeOf(event),
    ...plain,
    media: mediaOfAddresses(urls),
  };
}

const joined = (conversation: string): PostId => postId(conversation.replace('-', '_'));
