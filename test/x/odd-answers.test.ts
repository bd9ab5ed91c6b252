import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createXWorld, times, type XWorld } from './x-world.js';

const mentionsCall = 'GET /2/users/:id/mentions';
const timelineCall = 'GET /2/users/:id/tweets';

type Fields = Record<string, unknown>;
interface Answer extends Fields {
  data?: unknown;
  includes?: unknown;
}

let x: XWorld;
let start: number;
let good: string;
let odd: string;
let seen: (string | undefined)[];

beforeEach(async () => {
  x = await createXWorld();
  start = x.clock.now() - 1000;
  good = x.post('samokafor', '@centrallibrary Are you open?');
  x.clock.advance(1_000);
  odd = x.post('maya_reads', '@centrallibrary Do you lend telescopes?');
  seen = [];
});
afterEach(() => x.close());

const connect = () => x.connect({ oddPost: (id) => seen.push(id) });
const user = (id: string, username: string) => ({ id, username, name: username });
/** A whole post of Sam's, and one of Maya's. */
const whole = () => ({
  id: good,
  text: '@centrallibrary Are you open?',
  author_id: x.sam,
  conversation_id: good,
});
const mayas = () => ({
  id: odd,
  text: '@centrallibrary Telescopes?',
  author_id: x.maya,
  conversation_id: odd,
});
const both = () => ({ users: [user(x.sam, 'samokafor'), user(x.maya, 'maya_reads')] });
const answers = (body: unknown, call = mentionsCall) =>
  x.fail(call, { when: 'before', how: 'status', status: 200, body });

/** A value that stands in lists within lists. */
function nested(depth: number): unknown {
  let value: unknown = 'deep';
  for (let n = 0; n < depth; n++) value = [value];
  return value;
}
const many = (make: (n: number) => unknown) => times(10_000, make);

/** How Maya's post comes, beside Sam's. */
const shapes: readonly (readonly [string, () => Answer, 'found' | 'odd' | 'nothing'])[] = [
  ['null', () => ({ data: [null, whole()] }), 'nothing'],
  ['a text', () => ({ data: [odd, whole()] }), 'nothing'],
  ['a list', () => ({ data: [[mayas()], whole()] }), 'nothing'],
  ['without an id', () => ({ data: [{ ...mayas(), id: undefined }, whole()] }), 'nothing'],
  ['with a number for its id', () => ({ data: [{ ...mayas(), id: Number(odd) }, whole()] }), 'nothing'],
  [
    'with a number for its id, and its versions',
    () => ({ data: [{ ...mayas(), id: Number(odd), edit_history_tweet_ids: [odd] }, whole()] }),
    'found',
  ],
  ['with an empty id', () => ({ data: [{ ...mayas(), id: '' }, whole()] }), 'nothing'],
  ['with words for an id', () => ({ data: [{ ...mayas(), id: 'newest' }, whole()] }), 'nothing'],
  ['with a number for its text', () => ({ data: [{ ...mayas(), text: 7 }, whole()] }), 'odd'],
  ['with an empty text', () => ({ data: [{ ...mayas(), text: '' }, whole()] }), 'found'],
  ['nested deeply', () => ({ data: [{ ...mayas(), geo: nested(1_000) }, whole()] }), 'found'],
  ['with a list for its entities', () => ({ data: [{ ...mayas(), entities: [] }, whole()] }), 'found'],
  [
    'with 10,000 entities',
    () => ({
      data: [
        {
          ...mayas(),
          entities: {
            mentions: many(() => ({ start: 0, end: 15, id: '1200000000000000001' })),
            urls: many((n) => ({ url: `https://t.co/a${n}`, start: n, end: n + 1 })),
          },
          attachments: { media_keys: many((n) => `3_${n}`) },
        },
        whole(),
      ],
    }),
    'found',
  ],
  ['twice', () => ({ data: [mayas(), mayas(), whole()] }), 'found'],
  [
    'with a person who has no name',
    () => ({ data: [mayas(), whole()], includes: { users: [user(x.sam, 's'), { id: x.maya }] } }),
    'odd',
  ],
  ['with an object for `errors`', () => ({ data: [mayas(), whole()], errors: { [odd]: 'no' } }), 'found'],
  ['with a number for `meta`', () => ({ data: [mayas(), whole()], meta: 2 }), 'found'],
];

describe('a page in which one post comes', () => {
  it.each(shapes)(
    '%s gives the post beside it, and loses no post that it names',
    async (_, page, becomes) => {
      answers({ includes: both(), meta: { result_count: 2 }, ...page() });
      const { found, odd: kept } = await connect().mentions(start);
      expect(found.map(({ post }) => post.id)).toContain(good);
      expect(found.some(({ post }) => post.id === odd)).toBe(becomes === 'found');
      expect(kept.map(({ id }) => id)).toEqual(becomes === 'odd' ? [odd] : []);
      expect(seen).toEqual(becomes === 'found' ? [] : [becomes === 'odd' ? odd : undefined]);
    },
  );

  it('and nobody who wrote them keeps all of them, to be asked for again', async () => {
    answers({ data: [mayas(), whole()], includes: [both()], meta: {} });
    const { found, odd: kept } = await connect().mentions(start);
    expect([found, kept.map(({ id }) => id)]).toEqual([[], [odd, good]]);
  });

  it('as null is known by its place, where the page says which its newest and oldest are', async () => {
    answers({ data: [null, whole()], includes: both(), meta: { newest_id: odd, oldest_id: good } });
    const { found, odd: kept } = await connect().mentions(start);
    expect([found.map(({ post }) => post.id), kept.map(({ id }) => id)]).toEqual([[good], [odd]]);
  });

  it('as null is told of once, though it is read again', async () => {
    const network = connect();
    for (const _ of times(3, () => 0)) {
      answers({ data: [null, whole()], includes: both(), meta: {} });
      await network.mentions(start);
    }
    expect(seen).toEqual([undefined]);
  });

  it('odd is told of once, in whatever list it stands', async () => {
    const network = connect();
    for (const call of [mentionsCall, mentionsCall, timelineCall]) {
      answers({ data: [{ ...mayas(), text: null }, whole()], includes: both(), meta: {} }, call);
      await (call === timelineCall ? network.ownPosts(start) : network.mentions(start));
    }
    expect(seen).toEqual([odd]);
  });
});

describe('an answer', () => {
  it.each([
    ['an object for `data`', { data: { id: '1' }, meta: {} }],
    ['a text for `data`', { data: 'none', meta: {} }],
    ['nothing but null in its `data`', { data: [null] }],
    ['null for everything', { data: null, includes: null, errors: null, meta: {} }],
    ['nothing but errors that name no post', { data: [], errors: [7, null, { message: 'no' }], meta: {} }],
  ])('with %s is a page without posts', async (_, body) => {
    answers(body);
    expect(await connect().mentions(start)).toMatchObject({ found: [], odd: [] });
  });

  it.each([
    ['a list', []],
    ['null', null],
    ['a number', 7],
    ['an empty object', {}],
  ])('that is %s says nothing: it is read again', async (_, body) => {
    answers(body);
    await expect(connect().mentions(start)).rejects.toMatchObject({ name: 'OutcomeUnknown' });
    expect((await connect().mentions(start)).found).toHaveLength(2);
  });

  it('with 99 odd posts gives the one that is whole, and keeps the others', async () => {
    const others = times(99, (n) => ({
      ...mayas(),
      id: String(BigInt(odd) + BigInt(n)),
      conversation_id: 7,
    }));
    answers({ data: [...others, whole()], includes: both(), meta: { result_count: 100 } });
    const { found, odd: kept } = await connect().mentions(start);
    expect([found.map(({ post }) => post.id), kept.length]).toEqual([[good], 99]);
  });

  it('about a post that we wrote ourselves needs nobody beside it to tell who we are', async () => {
    const ours = { ...mayas(), author_id: '1200000000000000001' };
    answers({ data: [ours, whole()], includes: { users: [user(x.sam, 'samokafor')] }, meta: {} });
    const { found, odd: kept } = await connect().mentions(start);
    expect([found.length, kept]).toEqual([2, []]);
  });
});

describe('what a new follower posted, where one comes without its words', () => {
  it('is offered without it', async () => {
    const post = x.post('maya_reads', 'My allotment blooms.');
    answers(
      {
        data: [
          { ...mayas(), text: undefined },
          { ...mayas(), id: post },
        ],
        meta: {},
      },
      timelineCall,
    );
    expect((await connect().recentPosts(x.maya, start))?.map(({ id }) => id)).toEqual([post]);
  });
});
