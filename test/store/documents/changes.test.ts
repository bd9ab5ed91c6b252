import { afterEach, beforeEach, expect, it } from 'vitest';
import { actId, boot, postId } from '../../../src/core/ids.js';
import type { WriteContext } from '../../../src/ports/documents.js';
import { createChanges } from '../../../src/store/documents/changes.js';
import { aCard, aMention, carla, tuesday } from '../../build.js';
import { aPrefix, type OpenStore, openStore } from '../open-store.js';

const { id } = aCard();
let store: OpenStore;
beforeEach(async () => {
  store = await openStore(aPrefix());
  await begin();
});
afterEach(() => store.close());

const begin = () => store.cards.change(id, () => ({ next: aCard({ version: 0 }), result: undefined }));
const raise = () =>
  store.cards.change<number>(id, (card = aCard({ version: 0 })) => ({
    next: { ...card, version: card.version + 1 },
    result: card.version + 1,
  }));
const remove = () => store.cards.change(id, () => ({ next: undefined, result: 'removed' }));
const revision = () => store.redis.hget(store.keys.card(id), 'rev');

it('what one process changes at once is written together, and each change sees those before it', async () => {
  const raised = await Promise.all(Array.from({ length: 50 }, raise));
  expect(raised).toEqual(Array.from({ length: 50 }, (_, n) => n + 1));
  expect((await store.cards.get(id))?.version).toBe(50);
  // The beginning, and all of these.
  expect(await revision()).toBe('2');
});

it('a change that fails among others fails alone', async () => {
  const fails = () =>
    store.cards.change(id, () => {
      throw new RangeError('no such thing');
    });
  const [first, failed, refused, last] = await Promise.allSettled([
    raise(),
    fails(),
    store.cards.change(id, () => ({ refused: 'gone' })),
    raise(),
  ]);
  expect(failed).toMatchObject({ status: 'rejected', reason: { message: 'no such thing' } });
  expect(refused).toMatchObject({ value: { refused: 'gone' } });
  expect([first, last]).toMatchObject([{ value: 1 }, { value: 2 }]);
});

it('nothing of a removed document is left in one that begins anew behind it', async () => {
  const anew = aCard({ acts: [aMention({ id: actId('7007') })] });
  const [before, removed, after] = await Promise.all([
    raise(),
    remove(),
    store.cards.change(id, (card) => ({ next: anew, result: card?.version ?? 'new' })),
  ]);
  expect([before, removed, after]).toEqual([1, 'removed', 'new']);
  expect(await store.cards.ofPost(postId('7007'))).toBe(id);
  expect(await store.cards.ofPost(postId('5001'))).toBeUndefined();
});

it('a change that is asked for while another one fails is tried after it', async () => {
  const reads: { readonly answer: () => void; readonly fail: () => void }[] = [];
  const world = { boot: boot('1') };
  const change = createChanges<number, { readonly doc: number; readonly world: WriteContext }>({
    describe: () => 'The number',
    takeKnown: async () => undefined,
    read: () =>
      new Promise((resolve, reject) => {
        reads.push({ answer: () => resolve({ doc: 1, world }), fail: () => reject(new Error('away')) });
      }),
    write: async () => undefined,
    asKept: (doc) => doc,
  });
  const seen = () => change<number>('n', (doc = 0) => ({ next: doc + 1, result: doc }));
  const first = seen();
  await expect.poll(() => reads.length).toBe(1);
  const later = seen();
  reads[0]?.fail();
  await expect(first).rejects.toThrow('away');
  await expect.poll(() => reads.length).toBe(2);
  reads[1]?.answer();
  expect(await later).toBe(1);
});

it('a change that another process comes before is made anew, with all that go with it', async () => {
  const other = await openStore(store.prefix);
  const draft = { text: 'theirs', by: carla, at: tuesday };
  await other.cards.change(id, (card) => ({ next: card && { ...card, draft }, result: undefined }));
  expect(await Promise.all([raise(), raise(), raise()])).toEqual([1, 2, 3]);
  expect(await store.cards.get(id)).toMatchObject({ version: 3, draft });
  await other.close();
});
