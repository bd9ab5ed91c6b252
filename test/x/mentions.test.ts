import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sameWords } from '../../src/core/post/same-words.js';
import { createXWorld, times, type XWorld } from './x-world.js';

const mentionsCall = 'GET /2/users/:id/mentions';

let x: XWorld;
/** Older than everything in it. */
let start: number;

beforeEach(async () => {
  x = await createXWorld();
  start = x.clock.now() - 1000;
});
afterEach(() => x.close());

/** The only mention there is. */
async function mention() {
  const [only, ...others] = (await x.network.mentions(start)).found;
  expect(others).toEqual([]);
  if (!only) throw new Error('There is no mention.');
  return only;
}

describe('mentions', () => {
  it('since a time are all read, page by page, and come oldest first', async () => {
    x.post('maya_reads', '@centrallibrary 0?');
    x.clock.advance(1_000);
    const since = x.clock.now();
    const later = times(130, (n) => x.post('maya_reads', `@centrallibrary ${n}?`));
    const { found } = await x.network.mentions(since);
    expect(found.map(({ post }) => post.id)).toEqual(later);
    expect(x.calls(mentionsCall)).toMatchObject([{ count: 100 }, { count: 30 }]);
  });

  it('are nothing when there are none', async () => {
    expect(await x.network.mentions(start)).toEqual({ found: [], odd: [], cutOff: false });
  });

  it('that only repeat another post are known as reposts', async () => {
    const question = x.post('maya_reads', '@centrallibrary Any good allotment books?');
    const ours = x.post('centrallibrary', 'We are open.');
    for (const id of [question, ours]) x.act('repost', { by: 'samokafor', id });
    const { found } = await x.network.mentions(start);
    expect(found.map(({ post }) => post.repost)).toEqual([undefined, true, true]);
  });

  it('come with who wrote them', async () => {
    x.post('maya_reads', 'Thank you @centrallibrary!');
    expect((await mention()).author).toEqual({
      id: x.maya,
      handle: 'maya_reads',
      name: 'Maya Ortiz',
      avatarUrl: expect.stringMatching(/^https:\/\/pbs\.twimg\.com\//),
    });
  });

  it('that X shows late are found behind newer ones', async () => {
    const late = x.post('samokafor', '@centrallibrary am I late?', { hideMs: 60_000 });
    const prompt = x.post('maya_reads', '@centrallibrary am I first?');
    const seen = async () => (await x.network.mentions(start)).found.map(({ post }) => post.id);
    expect(await seen()).toEqual([prompt]);
    x.clock.advance(60_000);
    expect(await seen()).toEqual([late, prompt]);
  });

  for (const spelling of ['old', 'new']) {
    it(`that are long come whole, though X cuts their text (${spelling} names)`, async () => {
      x.act('spelling', { answers: spelling });
      x.act('premium', { handle: 'maya_reads' });
      const words = `${'Words and '.repeat(30)}library.org for @centrallibrary`;
      x.post('maya_reads', words);
      const { post } = await mention();
      expect(sameWords(words, post)).toBe(true);
      expect(post.names.map(({ start, end }) => post.text.slice(start, end))).toEqual(['@centrallibrary']);
      expect(post.links.map(({ start, end }) => post.text.slice(start, end))).toEqual(['library.org']);
    });

    it(`that were edited know all their versions, and answers what they answer (${spelling} names)`, async () => {
      x.act('spelling', { answers: spelling });
      const root = x.post('samokafor', 'Any good allotment books?');
      const first = x.post('maya_reads', 'Ask @centrallibary', { in_reply_to: root });
      const { id: second } = x.act('edit', { id: first, text: 'Ask @centrallibrary' });
      expect((await mention()).post).toMatchObject({
        id: second,
        versions: [first, second],
        authorId: x.maya,
        conversationId: root,
        repliedTo: root,
        repliedToAccount: x.sam,
      });
    });
  }

  it('that start a conversation keep it through an edit', async () => {
    const first = x.post('maya_reads', '@centrallibrary Large pint?');
    x.act('edit', { id: first, text: '@centrallibrary Large print?' });
    expect((await mention()).post.conversationId).toBe(first);
  });

  it('come as people read them, and say where their links lead', async () => {
    x.post(
      'maya_reads',
      'R&D @centrallibrary <3 https://www.example.org/a/long/path/to/a/shelf?x=1&y=2 thanks',
    );
    const { post } = await mention();
    expect(post.text).toBe('R&D @centrallibrary <3 example.org/a/long/path/to… thanks');
    expect(post.links).toEqual([
      {
        start: 23,
        end: 50,
        url: expect.stringMatching(/^https:\/\/t\.co\/\w+$/),
        expanded: 'https://www.example.org/a/long/path/to/a/shelf?x=1&y=2',
      },
    ]);
    expect(post.media).toEqual([]);
  });

  it('say where people are named, in UTF-16 units', async () => {
    x.post('maya_reads', '📚📚 @centrallibrary & @samokafor');
    const { post } = await mention();
    expect(post.names).toEqual([
      { account: '1200000000000000001', start: 5, end: 20 },
      { account: x.sam, start: 23, end: 33 },
    ]);
  });

  it('do not begin with the names that X puts in front: those are carried', async () => {
    const root = x.post('samokafor', 'Any good allotment books?');
    const reply = x.post('maya_reads', '@centrallibrary do you lend telescopes?', { in_reply_to: root });
    const { post } = await mention();
    expect(post).toMatchObject({
      id: reply,
      text: '@centrallibrary do you lend telescopes?',
      names: [{ start: 0, end: 15 }],
      carried: [x.sam],
    });
  });

  it('count their photos', async () => {
    x.post('maya_reads', '@centrallibrary Whose are these?', { photos: ['A scarf', 'A bear'] });
    const { post } = await mention();
    expect(post.media).toMatchObject([
      { kind: 'photo', alt: 'A scarf' },
      { kind: 'photo', alt: 'A bear' },
    ]);
    expect(post.text).toBe('@centrallibrary Whose are these?');
  });

  it('carry the time at which X says they were written', async () => {
    const now = x.clock.now();
    x.post('maya_reads', '@centrallibrary Now?');
    const { at } = (await mention()).post;
    // X gives whole seconds.
    expect(at).toBeGreaterThan(now - 1_000);
    expect(at).toBeLessThanOrEqual(x.clock.now());
  });

  it('whose author X does not show are left out', async () => {
    const wire = (id: string, author_id: string) => ({
      id,
      author_id,
      text: '@centrallibrary Hi',
      conversation_id: id,
      created_at: '2026-11-24T09:00:00.000Z',
      edit_history_tweet_ids: [id],
    });
    x.fail(mentionsCall, {
      when: 'before',
      how: 'status',
      status: 200,
      body: {
        data: [wire('1999999999999999999', '8'), wire('1999999999999999998', '7')],
        includes: { users: [{ id: '7', username: 'lena', name: 'Lena' }] },
        errors: [{ title: 'Forbidden', detail: 'User has been suspended: [8].' }],
        meta: { result_count: 2 },
      },
    });
    const { post, author } = await mention();
    expect(post.id).toBe('1999999999999999998');
    expect(author).toEqual({ id: '7', handle: 'lena', name: 'Lena' });
  });
});
