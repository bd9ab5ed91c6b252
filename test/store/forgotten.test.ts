import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { accountId } from '../../src/core/ids.js';
import { createForgotten } from '../../src/store/forgotten.js';
import { deskKeys } from '../../src/store/keys.js';
import { tuesday } from '../build.js';
import { aPrefix, type OpenStore, openStore } from './open-store.js';

const key = 'a-key-of-thirty-two-characters-or-more';
const [maya, leo] = [accountId('1900000000000000001'), accountId('1900000000000000002')];
let folder: string;
let store: OpenStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'greeting-desk-forgotten-'));
  store = await openStore();
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const path = () => join(folder, 'erasures.txt');
const open = (secret = key, keys = store.keys) =>
  createForgotten(store.redis, [keys], 'central', 'X', {
    key: secret === '' ? undefined : secret,
    path: path(),
  });
/** The same desk over a store that knows nothing, as an old copy does. */
const restored = () => open(key, deskKeys(aPrefix(), 'central'));

it('knows up to when somebody is forgotten; an earlier time does not take back a later one', async () => {
  const forgotten = open();
  await forgotten.add(maya, tuesday);
  await forgotten.add(maya, tuesday - 1);
  expect(await forgotten.upTo([leo, maya])).toEqual([undefined, tuesday]);
  expect(await readFile(path(), 'utf8')).toMatch(/^2026-11-24T\S+Z central [\w-]{43}\n$/u);
});

it('keeps no account id, in the store or in the file', async () => {
  await store.watermarks.remember([maya], tuesday, (await store.watermarks.followersRead()).boot);
  const forgotten = open();
  await forgotten.add(maya, tuesday);
  await forgotten.dropTraces({ person: maya, posts: [], cards: [] });
  const stored = JSON.stringify([
    await store.redis.hgetall(store.keys.forgotten),
    await readFile(path(), 'utf8'),
  ]);
  expect(stored).not.toContain(maya);
  expect(await store.redis.smembers(store.keys.followers)).toEqual([]);
});

it('a follower whom version 0.1.0 stored is known, and is forgotten as others are', async () => {
  const { followers } = store.keys;
  await store.redis.sadd(followers, maya, leo);
  expect(await store.watermarks.areKnown([maya, leo])).toEqual([true, true]);
  const forgotten = open();
  await forgotten.dropTraces({ person: maya, posts: [], cards: [] });
  expect(await store.watermarks.areKnown([maya, leo])).toEqual([false, true]);
  await store.redis.sadd(followers, maya);
  await forgotten.add(maya, tuesday);
  await forgotten.restore();
  expect(await store.redis.smembers(followers)).toEqual([leo]);
});

it('an old copy learns from the file who was forgotten since, and has no follower of them', async () => {
  await open().add(maya, tuesday);
  const prefix = aPrefix();
  const old = await openStore(prefix);
  await old.watermarks.remember([maya, leo], tuesday, (await old.watermarks.followersRead()).boot);
  const forgotten = open(key, old.keys);
  expect(await forgotten.upTo([maya])).toEqual([undefined]);
  expect(await forgotten.restore()).toBe(true);
  expect(await forgotten.upTo([maya, leo])).toEqual([tuesday, undefined]);
  expect(await old.watermarks.areKnown([maya, leo])).toEqual([false, true]);
  await old.close();
});

it('a line that was cut off by a crash costs no other line', async () => {
  await open().add(maya, tuesday);
  await appendFile(path(), '2026-11-24T10:42:00.000Z central abc');
  await open().add(leo, tuesday);
  const forgotten = restored();
  await forgotten.restore();
  expect(await forgotten.upTo([maya, leo])).toEqual([tuesday, tuesday]);
});

it('without its key, or with another one, the desk does not begin once somebody was forgotten', async () => {
  await open('').check();
  await open().check();
  await open().add(maya, tuesday);
  await open().check();
  await expect(open('', deskKeys(aPrefix(), 'central')).check()).rejects.toMatchObject({
    problems: [expect.stringContaining('FORGET_KEY is not set')],
  });
  await expect(open('another-key-of-thirty-two-characters').check()).rejects.toMatchObject({
    problems: [expect.stringContaining('FORGET_KEY is another one')],
  });
});

it('a file that cannot be written is found at the start', async () => {
  const nowhere = createForgotten(store.redis, [store.keys], 'central', 'X', {
    key,
    path: join(folder, 'a', 'b'),
  });
  await expect(nowhere.check()).rejects.toMatchObject({ problems: [expect.stringContaining('ENOENT')] });
});

it('a look at the key finds another one, and makes no file', async () => {
  await open().checkKey();
  await expect(readFile(path())).rejects.toMatchObject({ code: 'ENOENT' });
  await open().add(maya, tuesday);
  await open().checkKey();
  await expect(open('another-key-of-thirty-two-characters').checkKey()).rejects.toThrow('is another one');
  await expect(open('').checkKey()).rejects.toThrow('is not set');
});
