import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cardId } from '../../src/core/ids.js';
import { upgradeStore } from '../../src/store/upgrade.js';
import { postedAt } from '../../src/x/snowflake.js';
import { aCard, ana, tuesday } from '../build.js';
import { aCardIn } from '../core/card/card-in.js';
import { idAt } from '../flows/on-x.js';
import { aPrefix, type OpenStore, openStore } from './open-store.js';

let store: OpenStore;
beforeEach(async () => {
  store = await openStore(aPrefix());
});
afterEach(() => store.close());

const convert = () => upgradeStore(store.redis, store.keys, store.cards, postedAt);
const newest = async () => (await store.watermarks.newest('mentions')).at;

describe('how far version 0.1.0 had read', () => {
  it('is the time of its newest post, and stays so at the next start', async () => {
    await store.redis.hset(store.keys.watermarks, 'mentions', idAt(tuesday));
    await convert();
    expect(await newest()).toBe(tuesday);
    await store.watermarks.advance(
      'mentions',
      tuesday + 5,
      (await store.watermarks.newest('mentions')).boot,
      tuesday,
    );
    await convert();
    expect(await newest()).toBe(tuesday + 5);
    expect(await store.redis.hget(store.keys.watermarks, 'mentions')).toBeNull();
  });

  it('never takes back what this version has read', async () => {
    await store.watermarks.advance(
      'mentions',
      tuesday,
      (await store.watermarks.newest('mentions')).boot,
      tuesday,
    );
    await store.redis.hset(store.keys.watermarks, 'mentions', idAt(tuesday - 60_000));
    await convert();
    expect(await newest()).toBe(tuesday);
  });

  it('is nothing for a desk that has read nothing', async () => {
    await convert();
    expect(await newest()).toBeUndefined();
  });
});

it('cards that version 0.1.0 flagged are listed, and all cards are written again once only', async () => {
  const card = aCard({ flag: { by: ana, at: tuesday } });
  await store.cards.change(card.id, () => ({ next: card, result: undefined }));
  await store.redis.del(store.keys.flagged);
  await convert();
  expect((await store.cards.flagged()).map(({ id }) => id)).toEqual([card.id]);
  await store.redis.del(store.keys.flagged);
  await convert();
  expect(await store.cards.flagged()).toEqual([]);
});

it('cards of version 0.1.0 are listed by when they were closed', async () => {
  const open = aCard();
  const closed = aCardIn('dismissed', { id: cardId('mention-6001-2001'), changedAt: tuesday - 5 });
  for (const card of [open, closed])
    await store.cards.change(card.id, () => ({ next: card, result: undefined }));
  await store.redis.del(store.keys.kept);
  await convert();
  expect(await store.cards.kept(tuesday - 5)).toEqual([closed.id, open.id]);
  expect(await store.cards.kept(tuesday)).toEqual([open.id]);
});
