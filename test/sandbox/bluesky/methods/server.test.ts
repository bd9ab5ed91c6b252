import { expect, test } from 'vitest';
import { built, hourMs, library, minuteMs, useBluesky } from '../build.js';

useBluesky();

const getSession = 'com.atproto.server.getSession';
const refreshSession = 'com.atproto.server.refreshSession';
const signIn = (identifier: string, password: string) =>
  built.as().post('com.atproto.server.createSession', { identifier, password });

test.each([[library.handle], ['CentralLibrary.test'], ['centrallibrary.test@example.com']])(
  'the library signs in as %s by its app password',
  async (identifier) => {
    const { body, status } = await signIn(identifier, library.appPassword);
    expect([status, body.handle, body.active]).toEqual([200, library.handle, true]);
    expect(body.did).toMatch(/^did:plc:[a-z2-7]{24}$/);
  },
);

test('a wrong password and a name that nobody has get the same answer', async () => {
  for (const name of [library.handle, 'nobody.test']) {
    const { body, status } = await signIn(name, 'aaaa-bbbb-cccc-dddd');
    expect([status, body]).toEqual([
      401,
      { error: 'AuthenticationRequired', message: 'Invalid identifier or password' },
    ]);
  }
});

test('an access token is over after two hours, by 400', async () => {
  const { access, refresh } = await built.signIn();
  built.pass(2 * hourMs - 1);
  expect((await built.as(access).get(getSession)).status).toBe(200);
  built.pass(1);
  const { body, status } = await built.as(access).get(getSession);
  expect([status, body]).toEqual([400, { error: 'ExpiredToken', message: 'Token has expired' }]);
  const renewed = await built.as(refresh).post(refreshSession);
  expect((await built.as(String(renewed.body.accessJwt)).get(getSession)).status).toBe(200);
});

test('renewing twice with one token gives the same session', async () => {
  const { refresh } = await built.signIn();
  const [first, second] = await Promise.all([
    built.as(refresh).post(refreshSession),
    built.as(refresh).post(refreshSession),
  ]);
  expect(first?.body.refreshJwt).not.toBe(refresh);
  expect(second?.body).toEqual(first?.body);
  built.pass(2 * hourMs);
  expect((await built.as(refresh).post(refreshSession)).body.error).toBe('ExpiredToken');
});

test('after a revocation nothing is renewed, while the access token lives on', async () => {
  const { access, refresh } = await built.signIn();
  built.act('revoke', { handle: library.handle });
  expect((await built.as(refresh).post(refreshSession)).body).toEqual({
    error: 'ExpiredToken',
    message: 'Token has been revoked',
  });
  expect((await built.as(access).get(getSession)).status).toBe(200);
  expect((await signIn(library.handle, library.appPassword)).status).toBe(401);
});

test.each([
  [undefined, 401, 'AuthMissing', 'Authentication Required'],
  ['nothing', 400, 'InvalidToken', 'Token could not be verified'],
  ['two words', 400, 'InvalidToken', 'Malformed authorization header'],
])('the token %j is refused', async (token, status, error, message) => {
  const answer = await built.as(token).get(getSession);
  expect([answer.status, answer.body]).toEqual([status, { error, message }]);
});

test('neither token stands for the other, and an app password changes no account', async () => {
  const { access, refresh } = await built.signIn();
  expect((await built.as(access).post(refreshSession)).body.error).toBe('InvalidToken');
  expect((await built.as(refresh).get(getSession)).body.error).toBe('InvalidToken');
  const { body } = await built.as(access).post('com.atproto.server.deactivateAccount', {});
  expect(body).toEqual({ error: 'InvalidToken', message: 'Bad token scope' });
});

test('the 31st sign-in in five minutes is too much, and says when it goes on', async () => {
  for (let n = 0; n < 30; n += 1) expect((await signIn('nobody.test', 'x')).status).toBe(401);
  const { body, headers, status } = await signIn('nobody.test', 'x');
  expect([status, body.error]).toEqual([429, 'RateLimitExceeded']);
  expect(headers.get('ratelimit-policy')).toBe('30;w=300');
  expect(headers.get('ratelimit-remaining')).toBe('0');
  expect(Number(headers.get('ratelimit-reset')) * 1_000 - built.world.clock.now()).toBe(5 * minuteMs);
  expect((await signIn(library.handle, library.appPassword)).status).toBe(200);
  built.pass(5 * minuteMs);
  expect((await signIn('nobody.test', 'x')).status).toBe(401);
});

test('a new account signs in, makes an app password, gets another name, and ends', async () => {
  const create = 'com.atproto.server.createAccount';
  const maya = { handle: 'maya.test', email: 'maya@example.com', password: 'secret' };
  const { body } = await built.as().post(create, maya);
  const own = built.as(String(body.accessJwt), String(body.did));
  expect((await built.as().post(create, maya)).body.message).toContain('already taken');
  const made = await own.post('com.atproto.server.createAppPassword', { name: 'desk' });
  expect(made.body.password).toMatch(/^(?:[a-z2-7]{4}-){3}[a-z2-7]{4}$/);
  const named = await own.post('com.atproto.identity.updateHandle', { handle: 'maya-reads.test' });
  expect([named.status, named.body]).toEqual([200, {}]);
  const resolve = 'com.atproto.identity.resolveHandle';
  expect((await own.get(resolve, { handle: 'maya-reads.test' })).body).toEqual({ did: body.did });
  expect((await own.get(resolve, { handle: 'maya.test' })).body.error).toBe('HandleNotFound');
  await own.post('com.atproto.server.deactivateAccount', {});
  const record = { text: 'Still here?', createdAt: '2026-11-24T12:00:00Z' };
  expect((await own.put('app.bsky.feed.post', '3lbo6vcuc222a', record)).body.error).toBe(
    'AccountDeactivated',
  );
  expect((await signIn('maya-reads.test', 'secret')).body).toMatchObject({
    active: false,
    status: 'deactivated',
  });
});
