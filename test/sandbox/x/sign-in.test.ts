import { expect, test } from 'vitest';
import { beginSignIn } from '../../../src/x/sign-in.js';
import { built, library, moved, refusal, useX } from './build.js';

useX();

const { appKey, appSecret } = library.keys;
const begin = (given: Partial<Parameters<typeof beginSignIn>[0]> = {}) =>
  beginSignIn({
    appKey,
    appSecret,
    origin: built.x.url,
    handle: 'branchlibrary',
    deadlineMs: 5_000,
    ...given,
  });
const open = async (page: string, form?: string) => {
  const response = await fetch(
    `${page}&browser=desk`,
    form === undefined ? {} : { method: 'POST', body: form },
  );
  return { status: response.status, text: await response.text() };
};
const pinIn = (text: string) => /<code>(\d{7})<\/code>/.exec(text)?.[1] ?? '';
const because = (call: string) => built.journal(call).map((entry) => entry.because);

test('who is signed in to the browser says yes, is shown a PIN once, and the app gets keys that do not own it', async () => {
  const id = built.person('branchlibrary');
  const { finish, page } = await begin();
  expect(pinIn((await open(page, '')).text)).toBe('');
  await open(page, 'as=branchlibrary');
  const { text } = await open(page, '');
  expect((await open(page)).status).toBe(401);

  const { handle, ...tokens } = await finish(pinIn(text));
  expect(handle).toBe('branchlibrary');
  const { v2 } = built.client({ appKey, appSecret, ...tokens });
  expect((await v2.me()).data.id).toBe(id);
  // Read as somebody who does not own the app: a post costs the full price.
  built.post('centrallibrary', 'Hello @branchlibrary');
  await v2.userMentionTimeline(id);
  expect(built.act('meter').byCall).toMatchObject({
    'GET /2/users/:id/mentions': { charged: 1, usd: 0.005 },
  });
  await expect(finish(pinIn(text))).rejects.toMatchObject({ reason: 'sign-in' });
  // The same account gets the same keys again.
  const again = await begin();
  expect(await again.finish(pinIn((await open(again.page, '')).text))).toMatchObject(tokens);
});

test('a wrong PIN, or one that nobody was shown, ends the request token', async () => {
  built.person('branchlibrary');
  const { finish, page } = await begin();
  await open(page, 'as=branchlibrary');
  const pin = pinIn((await open(page, '')).text);
  await expect(finish('1')).rejects.toThrow('X does not take this PIN');
  await expect(finish(pin)).rejects.toThrow('X does not take this PIN');
  expect(because('POST /oauth/access_token')).toEqual(['wrong PIN', 'no such request token']);
  expect((await open(page)).status).toBe(401);
});

test.each([
  ['an unknown app', { appKey: 'other' }, 'unknown app key or access token'],
  ['a wrong app secret', { appSecret: 'other' }, 'signature does not match'],
])('%s is a 401, and the journal says why', async (_name, wrong, reason) => {
  await expect(begin(wrong)).rejects.toMatchObject({ reason: 'sign-in' });
  expect(because('POST /oauth/request_token')).toEqual([reason]);
});

test('an app without user-authentication settings signs nobody in', async () => {
  built.act('settings', { noCallback: true });
  await expect(begin()).rejects.toThrow('user-authentication settings');
});

test('a call that is not signed, or asks for another way than a PIN, is a 401', async () => {
  const path = `${built.x.url}/oauth/request_token`;
  expect((await fetch(path, { method: 'POST', body: 'oauth_callback=oob' })).status).toBe(401);
  const client = moved(built.x.url, { ...library.keys, accessToken: '', accessSecret: '' });
  expect((await refusal(client.generateAuthLink('https://elsewhere.example'))).code).toBe(401);
  expect(because('POST /oauth/request_token')).toEqual([
    'no OAuth 1.0a Authorization header',
    'this X gives PINs alone: oauth_callback=oob',
  ]);
});
