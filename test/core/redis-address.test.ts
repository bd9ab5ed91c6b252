import { describe, expect, it } from 'vitest';
import { parseRedisAddress } from '../../src/core/redis-address.js';

describe('REDIS_URL', () => {
  it('is one server, with or without a password and a database', () => {
    expect(parseRedisAddress('redis://127.0.0.1:6379')).toMatchObject({
      kind: 'single',
      where: '127.0.0.1:6379',
    });
    expect(parseRedisAddress('rediss://desk:pass@redis.example:6380/2')).toEqual({
      kind: 'single',
      url: 'rediss://desk:pass@redis.example:6380/2',
      where: 'redis.example:6380',
    });
  });

  it('is a cluster, by some of its nodes', () => {
    expect(parseRedisAddress('redis+cluster://10.0.0.1:7000,10.0.0.2,[::1]:7002')).toEqual({
      kind: 'cluster',
      nodes: [
        { host: '10.0.0.1', port: 7000 },
        { host: '10.0.0.2', port: 6379 },
        { host: '::1', port: 7002 },
      ],
      tls: false,
      where: '10.0.0.1:7000 and 2 more',
    });
  });

  it('of a cluster may have a name and a password, which are in no message', () => {
    const place = parseRedisAddress('rediss+cluster://desk:p%40ss@a:1,b:2/');
    expect(place).toMatchObject({ tls: true, username: 'desk', password: 'p@ss', where: 'a:1 and 1 more' });
    expect(parseRedisAddress('redis+cluster://:secret@a:1')).toMatchObject({ password: 'secret' });
    expect(parseRedisAddress('redis+cluster://u:a:b@a:1')).toMatchObject({ username: 'u', password: 'a:b' });
  });

  it.each([
    '',
    'redis',
    'http://a:1',
    'redis+cluster://',
    'redis+cluster://a:1,',
    'redis+cluster://a:99999',
    'redis://a/b',
    'redis://a:1/2/3',
    'redis://u:%zz@a',
    'redis+cluster://u:%zz@a:1',
  ])('is not %j', (text) => {
    expect(parseRedisAddress(text)).toBeUndefined();
  });
});
