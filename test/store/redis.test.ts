import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Store } from '../../src/store/redis.js';
import { type OwnRedis, startOwnRedis } from '../fakes/own-redis.js';
import { connect } from './connect.js';

let server: OwnRedis;
let redis: Store;
beforeEach(async () => {
  server = await startOwnRedis();
  redis = connect(server.url);
  await redis.connect();
});
afterEach(async () => {
  redis.disconnect();
  await server.close();
});

const raiseLua = "return redis.call('INCRBY', KEYS[1], ARGV[1])";
const raise = () => redis.eval(raiseLua, 1, 'count', 2);

/** How many scripts Redis got whole. */
async function whole(): Promise<number> {
  const stats = await redis.info('commandstats');
  return Number(/^cmdstat_eval:calls=(\d+)/m.exec(stats)?.[1] ?? 0);
}

it('a script goes out whole once, and then by its digest', async () => {
  for (let n = 1; n <= 5; n++) expect(await raise()).toBe(2 * n);
  expect(await whole()).toBe(1);
});

it('a script that Redis has forgotten runs all the same, and once', async () => {
  await raise();
  await redis.script('FLUSH');
  expect(await raise()).toBe(4);
  await server.restart();
  expect(await raise()).toBe(6);
});

it('the error of a script is thrown, and it does not run again', async () => {
  const fails = () =>
    redis.eval(`${raiseLua.replace('return', '')} return { err = 'ERR none' }`, 1, 'count', 1);
  await expect(fails()).rejects.toThrow('none');
  await expect(fails()).rejects.toThrow('none');
  expect(await redis.get('count')).toBe('2');
});
