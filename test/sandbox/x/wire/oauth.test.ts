import { expect, test, vi } from 'vitest';
import { built, library, moved, refusal, useX } from '../build.js';

useX();

const why = () => built.journal('GET /2/users/me').map(({ because }) => because);

test('a caller who signs for api.x.com is known, whatever the sandbox’s clock says', async () => {
  built.world.clock.advance(90 * 24 * 3_600_000);
  expect((await built.client().v2.me()).data.id).toBe(library.id);
});

test.each([
  ['app key', { appKey: 'other' }, 'unknown app key or access token'],
  ['app secret', { appSecret: 'other' }, 'signature does not match'],
  ['access token', { accessToken: 'other' }, 'unknown app key or access token'],
  ['access secret', { accessSecret: 'other' }, 'signature does not match'],
])('a wrong %s is a 401, and the journal says why', async (_name, wrong, reason) => {
  const { code, data } = await refusal(built.client({ ...library.keys, ...wrong }).v2.me());
  expect([code, data]).toEqual([
    401,
    { title: 'Unauthorized', type: 'about:blank', status: 401, detail: 'Unauthorized' },
  ]);
  expect(why()).toEqual([reason]);
});

test('a request that was changed after it was signed is a 401', async () => {
  const client = moved(built.x.url, library.keys, ({ url }) => url.searchParams.set('user.fields', 'url'));
  expect((await refusal(client.v2.me())).code).toBe(401);
  expect(why()).toEqual(['signature does not match']);
});

test('a request that is sent twice is a 401 the second time', async () => {
  let headers: Record<string, string> = {};
  const client = moved(built.x.url, library.keys, (signed) => {
    headers = signed.headers;
  });
  await client.v2.me();
  const again = await fetch(`${built.x.url}/2/users/me`, { headers });
  expect(again.status).toBe(401);
  expect(why()).toEqual([undefined, 'nonce was used before']);
});

test.each([-6, 6])('a signature made %i minutes from now is a 401', async (minutes) => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * 60_000 });
  const client = moved(built.x.url, library.keys, () => vi.useRealTimers());
  expect((await refusal(client.v2.me())).code).toBe(401);
  expect(why()).toEqual([expect.stringMatching(/^timestamp \d+ is over 5 minutes away$/)]);
});

test('no signature, and a bearer token, are 401s', async () => {
  expect((await fetch(`${built.x.url}/2/users/me`)).status).toBe(401);
  const bearer = await fetch(`${built.x.url}/2/users/me`, { headers: { authorization: 'Bearer abc' } });
  expect(bearer.status).toBe(401);
});

test('a second desk account signs in with its own keys', async () => {
  const keys = { appKey: 'k', appSecret: 's', accessToken: 't', accessSecret: 'u' };
  const id = built.person('branchlibrary', { credentials: keys });
  expect((await built.client(keys).v2.me()).data.id).toBe(id);
});

test('keys that may only read cannot post, and without messages cannot see those', async () => {
  const { v2 } = built.client();
  built.act('permissions', { handle: library.handle, may: 'read' });
  const refused = await refusal(v2.tweet('hello'));
  expect([refused.code, refused.data.type]).toEqual([
    403,
    'https://api.twitter.com/2/problems/oauth1-permissions',
  ]);
  built.act('permissions', { handle: library.handle, may: 'write' });
  await v2.tweet('hello');
  expect((await refusal(v2.listDmEvents())).code).toBe(403);
});

test('a suspended account is told so', async () => {
  built.act('suspend', { handle: library.handle });
  const { code, data } = await refusal(built.client().v2.me());
  expect([code, data.type]).toEqual([403, 'https://api.twitter.com/2/problems/user-suspended']);
});

test.each([
  ['read', 'read'],
  ['write', 'read-write'],
  ['messages', 'read-write-directmessages'],
])(
  'what keys that may %s can do stands in the headers of every answer, also of a refusal',
  async (may, level) => {
    const client = built.client();
    built.act('permissions', { handle: library.handle, may });
    const levels: unknown[] = [];
    const hears = (url: string) =>
      client.v2.get(url, {}, { fullResponse: true }).then(
        ({ headers }) => levels.push(headers['x-access-level']),
        (error) => levels.push(error.headers['x-access-level']),
      );
    await hears('users/me');
    built.act('money', { creditsUsd: 0 });
    await hears('users/me');
    for (let n = 0; n < 75; n += 1) await hears('users/me');
    expect(new Set(levels)).toEqual(new Set([level]));
  },
);
