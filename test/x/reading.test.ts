import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sameWords } from '../../src/core/post/same-words.js';
import { createXWorld, credentials, times, type XWorld } from './x-world.js';

const mentionsCall = 'GET /2/users/:id/mentions';

let x: XWorld;
/** Older than everything in it. */
let start: number;

beforeEach(async () => {
  x = await createXWorld();
  start = x.clock.now() - 1000;
});
afterEach(() => x.close());

async function all<T>(pages: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const page of pages) found.push(page);
  return found;
}

describe('followers', () => {
  it('come newest first, in short pages: X bills whoever stands on the last one, too', async () => {
    times(45, (n) => {
      x.person(`reader${n}`);
      x.act('follow', { by: `reader${n}` });
    });
    const pages = await all(x.network.followers());
    expect(pages.map((page) => page.length)).toEqual([10, 10, 10, 10, 5]);
    expect(pages.flat().map(({ handle }) => handle)).toEqual(times(45, (n) => `reader${46 - n}`));
  });

  it('are read no further than asked', async () => {
    times(45, (n) => {
      x.person(`reader${n}`);
      x.act('follow', { by: `reader${n}` });
    });
    for await (const page of x.network.followers()) {
      expect(page[0]?.handle).toBe('reader45');
      break;
    }
    expect(x.calls('GET /2/users/:id/followers')).toHaveLength(1);
  });

  it('may make a short page when X leaves somebody out', async () => {
    for (const by of ['maya_reads', 'samokafor']) x.act('follow', { by });
    x.act('suspend', { handle: 'samokafor' });
    expect(await all(x.network.followers())).toMatchObject([[{ id: x.maya }]]);
  });

  it('come with what tells whether a person is behind the account', async () => {
    x.person('maria83746251');
    for (const by of ['samokafor', 'maria83746251']) x.act('follow', { by });
    const [page = []] = await all(x.network.followers());
    expect(page.map(({ handle, automated }) => [handle, automated])).toEqual([
      ['maria83746251', true],
      ['samokafor', undefined],
    ]);
  });

  it('come with what they say of themselves, on one line, with links as X shows them', async () => {
    const description = 'Reads & knits.\n\nSee library.org/knit \u202e';
    x.act('profile', { handle: 'samokafor', description, location: ' Hull,\nUK ' });
    x.act('profile', { handle: 'maya_reads', description: 'x'.repeat(900), location: '' });
    for (const by of ['maya_reads', 'samokafor']) x.act('follow', { by });
    const [[sam, maya] = []] = await all(x.network.followers());
    expect(sam).toMatchObject({ bio: 'Reads & knits. See library.org/knit', place: 'Hull, UK' });
    expect(maya?.bio).toHaveLength(200);
    expect(maya).not.toHaveProperty('place');
    expect(await x.network.person('samokafor')).toMatchObject({ place: 'Hull, UK' });
  });

  it('make one empty page when there are none', async () => {
    expect(await all(x.network.followers())).toEqual([[]]);
  });
});

describe('our own posts', () => {
  it('show what we answered, and to which version', async () => {
    const question = x.post('maya_reads', '@centrallibrary Large print?');
    const sent = await x.network.publish('Yes: 40 at Central.', question, () => true, 'a-key');
    expect((await x.network.ownPosts(start)).found).toMatchObject([
      { id: sent.id, repliedTo: question, repliedToAccount: x.maya, text: 'Yes: 40 at Central.' },
    ]);
  });

  it('that only repeat another post are known as reposts', async () => {
    x.act('repost', { by: 'centrallibrary', id: x.post('maya_reads', '@centrallibrary is lovely') });
    x.post('centrallibrary', 'We are open.');
    expect((await x.network.ownPosts(start)).found.map(({ repost }) => repost)).toEqual([true, undefined]);
  });

  it('that are long are known by all their words', async () => {
    x.act('premium', { handle: 'centrallibrary' });
    const question = x.post('maya_reads', '@centrallibrary Which authors?');
    const words = 'All of them & more. '.repeat(20).trim();
    await x.network.publish(words, question, () => true, 'a-key');
    const [post] = (await x.network.ownPosts(start)).found;
    expect(post && sameWords(words, post)).toBe(true);
  });

  it('come oldest first, only those since a time', async () => {
    x.post('centrallibrary', 'Shelf 0');
    x.clock.advance(1_000);
    const since = x.clock.now();
    const posts = times(3, (n) => x.post('centrallibrary', `Shelf ${n}`));
    expect((await x.network.ownPosts(since)).found.map(({ id }) => id)).toEqual(posts);
  });

  it('may lag behind', async () => {
    x.act('lag', { timelineMs: 5_000 });
    const post = x.post('centrallibrary', 'We are open.');
    expect(await x.network.ownPosts(start)).toEqual({ found: [], odd: [] });
    x.clock.advance(5_000);
    expect((await x.network.ownPosts(start)).found).toMatchObject([{ id: post }]);
  });
});

describe("a person's recent posts", () => {
  const found = async () => (await x.network.recentPosts(x.sam, x.clock.now() - 60_000))?.map(({ id }) => id);

  it('are those of their ten newest that are their own, newest first', async () => {
    const question = x.post('maya_reads', 'Any good allotment books?');
    const posts = times(12, (n) => x.post('samokafor', `Chapter ${n}`));
    x.post('samokafor', 'Plenty!', { in_reply_to: question });
    x.act('repost', { by: 'samokafor', id: question });
    expect(await found()).toEqual(posts.slice(4).reverse());
  });

  it('are older ones when the ten newest are answers and reposts', async () => {
    const question = x.post('maya_reads', 'Any good allotment books?');
    const own = x.post('samokafor', 'My allotment blooms.');
    times(12, (n) => x.post('samokafor', `This one: ${n}`, { in_reply_to: question }));
    expect(await found()).toEqual([own]);
  });

  it('are not older than asked for', async () => {
    x.post('samokafor', 'Long ago');
    x.clock.advance(3_600_000);
    const post = x.post('samokafor', 'Just now');
    expect(await x.network.recentPosts(x.sam, x.clock.now() - 60_000)).toMatchObject([{ id: post }]);
  });

  it('are none when the person has none, and unknown when they have gone private', async () => {
    expect(await x.network.recentPosts(x.maya, x.clock.now() - 60_000)).toEqual([]);
    x.post('samokafor', 'Just for friends');
    x.act('protect', { handle: 'samokafor' });
    expect(await x.network.recentPosts(x.sam, x.clock.now() - 60_000)).toBeUndefined();
  });
});

describe('who we are', () => {
  it('is asked once', async () => {
    expect(await x.network.me()).toEqual({ id: '1200000000000000001', handle: 'centrallibrary' });
    await Promise.all([x.network.mentions(start), x.network.ownPosts(start), x.network.me()]);
    expect(x.calls('GET /2/users/me')).toHaveLength(1);
  });

  it('comes with the post that stands above all others on our profile', async () => {
    const pinned = x.post('centrallibrary', 'New here? Ask us anything.');
    x.act('pin', { by: 'centrallibrary', id: pinned });
    for (const answers of ['old', 'new']) {
      x.act('spelling', { answers });
      expect(await x.connect().me()).toMatchObject({ handle: 'centrallibrary', pinned });
    }
  });

  it('is held against the desk file: with the keys of another account nothing is read or sent', async () => {
    const wrong = x.connect({ handle: 'branchlibrary' });
    const reason = 'X signs us in as @centrallibrary, but desk.yaml says @branchlibrary';
    await expect(wrong.mentions(start)).rejects.toMatchObject({ name: 'Rejected', detail: reason });
    const asked = x.post('maya_reads', '@centrallibrary Are you open?');
    await expect(wrong.publish('Yes.', asked, () => true, 'a-key')).rejects.toMatchObject({
      reason: 'sign-in',
    });
    expect(x.calls('POST /2/tweets')).toEqual([]);
    await x.connect({ handle: 'CentralLibrary' }).publish('Yes.', asked, () => true, 'a-key');
    expect(x.calls('POST /2/tweets')).toHaveLength(1);
  });

  it('that X does not tell just now, nothing is sent, and it may be tried again', async () => {
    const asked = x.post('maya_reads', '@centrallibrary Are you open late?');
    x.fail('GET /2/users/me', { when: 'before', how: 'reset' });
    const ours = x.connect({ handle: 'centrallibrary' });
    await expect(ours.publish('Yes.', asked, () => true, 'a-key')).rejects.toMatchObject({
      name: 'Unreachable',
    });
    expect(x.calls('POST /2/tweets')).toEqual([]);
  });

  it('is asked again after a failure', async () => {
    x.fail('GET /2/users/me', { when: 'before', how: 'reset' });
    await expect(x.network.me()).rejects.toMatchObject({ name: 'OutcomeUnknown' });
    expect(await x.network.me()).toMatchObject({ handle: 'centrallibrary' });
  });
});

describe('a read', () => {
  const outcomes = [
    ['is unclear when nothing comes back', { how: 'reset' }, 'OutcomeUnknown'],
    ['is unclear when the answer is cut off', { how: 'cut' }, 'OutcomeUnknown'],
    ['is unclear when a page for people comes back', { how: 'status', status: 200 }, 'OutcomeUnknown'],
    [
      'is unclear when only errors come back',
      { how: 'status', status: 200, body: { errors: [{}] } },
      'OutcomeUnknown',
    ],
    ['is unclear when X fails', { how: 'status', status: 503 }, 'OutcomeUnknown'],
    ['waits when X asks to', { how: 'status', status: 429 }, 'Busy'],
  ] as const;
  for (const [what, fault, name] of outcomes) {
    it(what, async () => {
      x.fail(mentionsCall, { when: 'before', ...fault });
      await expect(x.network.mentions(start)).rejects.toMatchObject({ name });
      expect(x.calls(mentionsCall)).toHaveLength(1);
      expect(await x.network.mentions(start)).toMatchObject({ found: [] });
    });
  }

  it('ends at its deadline', async () => {
    x.fail(mentionsCall, { when: 'before', how: 'hang' });
    const network = x.connect({ timings: { readDeadlineMs: 400, writeDeadlineMs: 20_000 } });
    await expect(network.mentions(start)).rejects.toMatchObject({ name: 'OutcomeUnknown' });
  });

  it('is rejected when X does not know our sign-in', async () => {
    const network = x.connect({ credentials: { ...credentials, appSecret: 'revoked' } });
    await expect(network.mentions(start)).rejects.toMatchObject({ name: 'Rejected', reason: 'sign-in' });
  });

  it('is rejected when the credits are used up', async () => {
    x.act('money', { creditsUsd: 0 });
    await expect(x.network.mentions(start)).rejects.toMatchObject({ name: 'Rejected', reason: 'budget' });
  });
});
