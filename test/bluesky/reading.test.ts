import { Client } from '@atcute/client';
import { describe, expect, it } from 'vitest';
import { createReading } from '../../src/bluesky/reading.js';
import { minuteMs } from '../../src/core/durations.js';

const us = 'did:plc:ewvi7nxzyoun6zhxrhs64oiz';
const maya = 'did:plc:ragtjsm2j2vknwkz3zp4oxrd';
const cid = 'bafyreidfayvfuwqa7qlnopdjiqrxzs6blmoeu4rujcjtnci5beludirz2a';
const now = Date.UTC(2026, 10, 24, 10);
const iso = (at: number) => new Date(at).toISOString();
const uriOf = (n: number) => `at://${maya}/app.bsky.feed.post/3jzfcijpj2${String(n).padStart(3, 'a')}`;

/** A post that asks us something, as the network gives it. */
function viewOf(uri: string, at: number, given: Record<string, unknown> = {}): Record<string, unknown> {
  const text = '@library.example Do you have large print?';
  const feature = { $type: 'app.bsky.richtext.facet#mention', did: us };
  const facets = [{ index: { byteStart: 0, byteEnd: 16 }, features: [feature] }];
  return {
    uri,
    cid,
    author: { did: maya, handle: 'maya.example' },
    record: { $type: 'app.bsky.feed.post', text, createdAt: iso(at), facets },
    indexedAt: iso(at),
    ...given,
  };
}

interface Told {
  readonly uri: string;
  readonly indexedAt: string;
  /** By default a mention. */
  readonly reason?: 'follow';
  readonly author?: { readonly did: string; readonly handle?: string };
}

/** The port over a network that lists these notifications, newest first, and shows these posts. */
function readingOf(told: readonly Told[], views: readonly Record<string, unknown>[]) {
  const calls: string[] = [];
  const answers: Readonly<Record<string, (query: URLSearchParams) => object>> = {
    'app.bsky.actor.getProfile': () => ({ did: us, handle: 'library.example' }),
    'app.bsky.notification.listNotifications': (query) => {
      const from = Number(query.get('cursor') ?? 0);
      const asked = told.filter(({ reason = 'mention' }) => query.getAll('reasons').includes(reason));
      const notifications = asked.slice(from, from + 100);
      return { notifications, ...(from + 100 < asked.length && { cursor: String(from + 100) }) };
    },
    'app.bsky.feed.getPosts': (query) => {
      const uris = query.getAll('uris');
      return { posts: views.filter(({ uri }) => uris.includes(String(uri))) };
    },
  };
  const client = new Client({
    handler: async (path) => {
      const url = new URL(path, 'https://bsky.social');
      const method = url.pathname.replace('/xrpc/', '');
      calls.push(method);
      return Response.json(answers[method]?.(url.searchParams) ?? {});
    },
  });
  const reading = createReading(
    () => client,
    async () => us,
    () => now + calls.length,
  );
  return { reading, calls };
}

const toldOf = (view: Record<string, unknown>): Told => ({
  uri: String(view.uri),
  indexedAt: String(view.indexedAt),
});

/** The n-th person follows us. */
function followOf(n: number, given: Partial<Told> = {}): Told {
  const did = `did:plc:${String(n).padStart(24, 'a')}`;
  return {
    uri: `at://${did}/app.bsky.graph.follow/3jzfcijpj2aaa`,
    indexedAt: iso(now),
    reason: 'follow',
    author: { did, handle: `f${n}.example` },
    ...given,
  };
}

describe('followers', () => {
  const question = viewOf(uriOf(1), now - minuteMs);

  it('are told by the call that tells of mentions, newest first, with the time', async () => {
    const later = followOf(2, { indexedAt: iso(now) });
    const told = [later, toldOf(question), followOf(1, { indexedAt: iso(now - 2 * minuteMs) })];
    const { calls, reading } = readingOf(told, [question]);
    const { follows, found } = await reading.mentions(now - 3 * minuteMs);
    expect(found).toHaveLength(1);
    expect(follows?.found.map(({ at, patron }) => [patron.handle, at])).toEqual([
      ['f2.example', now],
      ['f1.example', now - 2 * minuteMs],
    ]);
    expect(calls.filter((method) => method.endsWith('listNotifications'))).toHaveLength(1);
    expect(calls).not.toContain('app.bsky.graph.getFollowers');
  });

  it('of two follows of one person the newer one counts, and one of nobody does not', async () => {
    const earlier = followOf(1, { indexedAt: iso(now - minuteMs) });
    const told = [followOf(1), followOf(3, { author: { did: maya } }), earlier];
    const { follows } = await readingOf(told, []).reading.mentions(now - 2 * minuteMs);
    expect(follows?.found.map(({ at, patron }) => [patron.handle, at])).toEqual([['f1.example', now]]);
  });

  it('a thousand of them and more hide nobody who asks', async () => {
    const told = [...Array.from({ length: 1_001 }, (_, n) => followOf(n)), toldOf(question)];
    const { cutOff, follows, found } = await readingOf(told, [question]).reading.mentions(now - minuteMs);
    expect(found).toHaveLength(1);
    expect(cutOff).toBe(false);
    expect(follows).toMatchObject({ cutOff: true });
  });
});

describe('mentions', () => {
  const whole = viewOf(uriOf(1), now);
  const older = viewOf(uriOf(2), now - minuteMs);

  it.each([
    ['without words', viewOf(uriOf(3), now, { record: { $type: 'app.bsky.feed.post', text: 7 } })],
    ['of nobody', viewOf(uriOf(3), now, { author: undefined })],
    ['of somebody without a handle', viewOf(uriOf(3), now, { author: { did: maya } })],
    ['of no time', viewOf(uriOf(3), now, { indexedAt: 'yesterday' })],
  ])('a post %s is asked for again, and holds up nobody', async (_, broken) => {
    const { reading } = readingOf([whole, broken, older].map(toldOf), [whole, broken, older]);
    const { cutOff, found, odd } = await reading.mentions(now - 2 * minuteMs);
    expect(found.map(({ post }) => post.at)).toEqual([now - minuteMs, now]);
    expect(odd).toHaveLength(1);
    expect(odd[0]?.at).not.toBeNaN();
    expect(cutOff).toBe(false);
  });

  it('what is known of a post of nobody is kept: its words', async () => {
    const ofNobody = viewOf(uriOf(3), now, { author: undefined });
    const { odd } = await readingOf([toldOf(ofNobody)], [ofNobody]).reading.mentions(now);
    expect(odd).toMatchObject([{ post: { text: expect.stringContaining('large print') } }]);
  });

  it('tell when they were asked for, not when the answer came: an edit may come in between', async () => {
    const { reading } = readingOf([toldOf(whole)], [whole]);
    const { found } = await reading.mentions(now);
    const before = ['app.bsky.actor.getProfile', 'app.bsky.notification.listNotifications'];
    expect(found.map(({ post }) => post.readAt)).toEqual([now + before.length]);
  });

  it('a notification that is about no post is left out, and those behind it are read', async () => {
    const about = { uri: `at://${maya}/app.example.thing/1`, indexedAt: iso(now) };
    const broken = { indexedAt: iso(now) } as Told;
    const { reading } = readingOf([about, broken, toldOf(older)], [older]);
    expect((await reading.mentions(now - 2 * minuteMs)).found).toHaveLength(1);
  });

  it('are read back to the time that is asked for, and no page further', async () => {
    const views = Array.from({ length: 250 }, (_, n) => viewOf(uriOf(n), now - n * minuteMs));
    const { calls, reading } = readingOf(views.map(toldOf), views);
    expect((await reading.mentions(now - 120 * minuteMs)).found).toHaveLength(121);
    expect(calls.filter((method) => method.endsWith('listNotifications'))).toHaveLength(2);
  });

  it('more than a thousand at once are cut off, and say so', async () => {
    const told = (count: number) => Array.from({ length: count }, (_, n) => toldOf(viewOf(uriOf(n), now)));
    expect((await readingOf(told(1_001), []).reading.mentions(now)).cutOff).toBe(true);
    expect((await readingOf(told(1_000), []).reading.mentions(now)).cutOff).toBe(false);
  });
});
