import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { convertWatermarks } from '../../src/store/x-records.js';
import { postedAt } from '../../src/x/snowflake.js';
import { tuesday } from '../build.js';
import { idAt } from '../flows/on-x.js';
import { aPrefix, type OpenStore, openStore } from './open-store.js';

let store: OpenStore;
beforeEach(async () => {
  store = await openStore(aPrefix());
});
afterEach(() => store.close());

const convert = () => convertWatermarks(store.redis, store.keys, postedAt);
const newest = async () => (await store.watermarks.newest('mentions')).at;

describe('how far version 0.1.0 had read', () => {
  it('is the time of its newest post, and stays so at the next start', async () => {
    await store.redis.hset(store.keys.watermarks, 'mentions', idAt(tuesday));
    await convert();
    expect(await newest()).toBe(tuesday);
    await store.watermarks.advance('mentions', tuesday + 5, (await store.watermarks.newest('mentions')).boot);
    await convert();
    expect(await newest()).toBe(tuesday + 5);
    expect(await store.redis.hget(store.keys.watermarks, 'mentions')).toBeNull();
  });

  it('never takes back what this version has read', async () => {
    await store.watermarks.advance('mentions', tuesday, (await store.watermarks.newest('mentions')).boot);
    await store.redis.hset(store.keys.watermarks, 'mentions', idAt(tuesday - 60_000));
    await convert();
    expect(await newest()).toBe(tuesday);
  });

  it('is nothing for a desk that has read nothing', async () => {
    await convert();
    expect(await newest()).toBeUndefined();
  });
});
