import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cardId, panelId } from '../../src/core/ids.js';
import { upgradeStore } from '../../src/store/upgrade.js';
import { postedAt } from '../../src/x/snowflake.js';
import { aCard, aDesk, ana, tuesday } from '../build.js';
import { aCardIn } from '../core/card/card-in.js';
import { idAt } from '../flows/on-x.js';
import { aPrefix, type OpenStore, openStore } from './open-store.js';

let store: OpenStore;
beforeEach(async () => {
  store = await openStore(aPrefix());
});
afterEach(() => store.close());

const desk = aDesk();
const where = 'Redis at db:6379 (REDIS_URL)';
const convert = (version = '1.4.2') =>
  upgradeStore(store.redis, store.keys, { ...store, desk }, postedAt, { version, where });
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

it('a message for several cards of an earlier version, which nothing lists, is due to end', async () => {
  const id = panelId('told-1');
  const lists = [{ card: aCard().id }];
  const panel = {
    id,
    format: 1,
    kind: 'told',
    to: ana,
    version: 1,
    startedAt: tuesday,
    closed: true,
    lists,
  } as const;
  await store.panels.change(id, () => ({ next: panel, result: undefined }));
  await store.redis.del(store.keys.due, store.keys.listing(aCard().id));
  await convert();
  expect(await store.panels.listing(aCard().id)).toEqual([id]);
  expect(await store.redis.zrange(store.keys.due, '0', '-1')).toContain(`purge-panel:${id}`);
});

describe('what a later version has written', () => {
  it.each(['1.3.9', '0.9.0', '0.1.0'])(
    'is refused by %s in one sentence, and nothing is touched',
    async (older) => {
      await convert();
      const flagged = aCard({ flag: { by: ana, at: tuesday } });
      await store.cards.change(flagged.id, () => ({ next: flagged, result: undefined }));
      await store.redis.del(store.keys.flagged);
      await store.redis.hdel(store.keys.watermarks, 'cards-indexed');
      await expect(convert(older)).rejects.toThrow(
        `${where} has records of desk 'central' that version 1.4.2 of the desk has written, and this is ${older}, which may misread them. Start 1.4.2 or newer, or go back with the backup from before that upgrade: see "Upgrading" in OPERATE.md.`,
      );
      expect(await store.cards.flagged()).toEqual([]);
    },
  );

  it('is read by the same version, by those that differ in the last number alone, and by all later ones', async () => {
    for (const version of ['1.4.2', '1.4.0', '1.4.3', '1.10.0', '2.0.0']) await convert(version);
    await expect(convert('1.10.0')).rejects.toThrow('version 2.0.0');
  });
});
