import { afterEach, beforeEach, expect, it } from 'vitest';
import { accountId } from '../../src/core/ids.js';
import { dropFollowers, followerText, knownFollowers } from '../../src/store/known-followers.js';
import { type OpenStore, openStore } from './open-store.js';

const onX = ['1', '783214', '1993456789012345671', '9223372036854775807'].map(accountId);
const onBluesky = ['plc_ewvi7nxzyoun6zhxrhs64oiz', 'web_library__2eorg'].map(accountId);

let store: OpenStore;
beforeEach(async () => {
  store = await openStore();
});
afterEach(() => store.close());

const known = async () => {
  const found = [];
  for await (const some of knownFollowers(store.redis, store.keys)) found.push(...some);
  return found.sort();
};

it('lists who was remembered by their ids, as the networks give them', async () => {
  const all = [...onX, ...onBluesky].sort();
  const [earlier = accountId('0')] = all;
  const { boot } = await store.watermarks.followersRead();
  await store.watermarks.remember(all.slice(1), 1, boot);
  await store.redis.sadd(store.keys.followers, earlier);
  expect(await known()).toEqual(all);
  await dropFollowers(store.redis, store.keys, onX);
  expect(await known()).toEqual([...onBluesky].sort());
});

it('a follower on X has a text of 14 characters at most, which Redis keeps in its smallest piece of memory that fits', () => {
  for (const id of onX) expect(followerText(id).length).toBeLessThanOrEqual(14);
});
