import { expect, test } from 'vitest';
import { createSandbox } from '../../../src/sandbox/sandbox.js';
import { coverage } from '../../../src/sandbox/slack/coverage.js';
import { methods } from '../../../src/sandbox/slack/methods/methods.js';
import { clientOf, refusal, slack, useSlack } from './workspace.js';

useSlack();

/** A call with a JSON body, which the client never makes. */
async function callJson(method: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${slack.slackApiUrl}${method}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json; charset=utf-8',
      authorization: 'Bearer xoxb-sandbox',
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return (await response.json()) as Record<string, unknown>;
}

test('the coverage list names exactly the methods that are answered, and a note for each gap', async () => {
  const named = (level: string) => coverage.filter((each) => each.level === level).map(({ route }) => route);
  const addresses = ['GET /link/', 'POST /actions/', 'POST /commands/', 'POST /upload/'];
  expect([...named('supported'), ...named('partial')].sort()).toEqual(
    [...Object.keys(methods), ...addresses].sort(),
  );
  for (const { level, note } of coverage) if (level !== 'supported') expect(note).toBeTruthy();
  for (const route of named('missing')) {
    expect(await refusal(slack.web.apiCall(route))).toMatchObject({
      error: 'unknown_method',
      req_method: route,
    });
  }
});

test('a token says who is there', async () => {
  await expect(slack.web.auth.test()).resolves.toMatchObject({
    ok: true,
    url: 'https://central-library.slack.com/',
    team: 'Central Library',
    team_id: 'T0LIBRARY',
    user: 'greeting_desk',
    user_id: 'U0DESKBOT',
    bot_id: 'B0DESK001',
  });
});

test('the scopes of the app are those that the sandbox was started with, and auth.test names them', async () => {
  const scopes = ['chat:write', 'users:read.email'];
  const sandbox = await createSandbox({ scopes });
  try {
    const { response_metadata } = await clientOf(sandbox.slackUrl).auth.test();
    expect(response_metadata?.scopes).toEqual(scopes);
    const info = clientOf(sandbox.slackUrl).conversations.info({ channel: 'C0XDESK01' });
    const provided = scopes.join(',');
    expect(await refusal(info)).toMatchObject({ error: 'missing_scope', needed: 'channels:read', provided });
    await expect(
      sandbox.slack.acts.command?.({ user: 'ana', channel: 'x-desk', command: '/rota' }),
    ).rejects.toThrow('/rota is not a valid command');
    await sandbox.reset();
    expect((await clientOf(sandbox.slackUrl).auth.test()).response_metadata?.scopes).toEqual(scopes);
  } finally {
    await sandbox.close();
  }
});

test('a missing, unknown or wrong kind of token is refused', async () => {
  const none = new (slack.web.constructor as typeof import('@slack/web-api').WebClient)(undefined, {
    slackApiUrl: slack.slackApiUrl,
  });
  expect(await refusal(none.auth.test())).toMatchObject({ error: 'not_authed' });
  expect(await refusal(clientOf(slack.slackApiUrl, 'xoxb-other').auth.test())).toMatchObject({
    error: 'invalid_auth',
  });
  expect(await refusal(slack.web.apps.connections.open({}))).toMatchObject({
    error: 'not_allowed_token_type',
  });
  const app = clientOf(slack.slackApiUrl, 'xapp-sandbox');
  const posted = app.chat.postMessage({ channel: 'C0XDESK01', text: 'a' });
  expect(await refusal(posted)).toMatchObject({ error: 'not_allowed_token_type' });
});

test('a scope that the app lacks is named, by kind of channel too', async () => {
  await slack.act('addChannel', { id: 'C0PRIVATE', name: 'private', kind: 'private', bot: true });
  await slack.act('manifest', { scopes: ['channels:read', 'im:write'] });
  expect(await refusal(slack.web.users.list({}))).toMatchObject({
    error: 'missing_scope',
    needed: 'users:read',
    provided: 'channels:read,im:write',
  });
  await expect(slack.web.conversations.info({ channel: 'C0XDESK01' })).resolves.toMatchObject({ ok: true });
  const hidden = slack.web.conversations.info({ channel: 'C0PRIVATE' });
  expect(await refusal(hidden)).toMatchObject({ error: 'missing_scope', needed: 'groups:read' });
});

test('a missing argument is named', async () => {
  expect(await refusal(slack.web.apiCall('chat.postMessage', { text: 'a' }))).toMatchObject({
    error: 'invalid_arguments',
    messages: ['[ERROR] missing required field: channel'],
  });
});

test('a method takes so many calls a minute, by the moved clock', async () => {
  for (let call = 0; call < 20; call += 1) await slack.web.users.list({});
  slack.world.clock.advance(15_000);
  const refused = await refusal(slack.web.users.list({}));
  expect(refused).toMatchObject({ error: 'ratelimited' });
  expect(refused.retryAfter).toBeLessThanOrEqual(45);
  expect(refused.retryAfter).toBeGreaterThan(40);
  slack.world.clock.advance(Number(refused.retryAfter) * 1000);
  await expect(slack.web.users.list({})).resolves.toMatchObject({ ok: true });
});

test('a JSON body is read where the method takes one', async () => {
  const body = { channel: 'C0XDESK01', text: 'a', blocks: [{ type: 'divider' }] };
  expect(await callJson('chat.postMessage', body)).toMatchObject({ ok: true, message: { blocks: [{}] } });
  expect(await callJson('conversations.history', { channel: 'C0XDESK01' })).toMatchObject({ ok: true });
  expect(await callJson('conversations.info', { channel: 'C0XDESK01' })).toMatchObject({
    error: 'invalid_arguments',
  });
  expect(await callJson('auth.test', '{')).toMatchObject({ error: 'invalid_json' });
  expect(await callJson('auth.test', '[]')).toMatchObject({ error: 'json_not_object' });
  expect(await callJson('auth.test', {}, { 'content-type': 'text/plain' })).toMatchObject({
    error: 'invalid_post_type',
  });
  const bare = await callJson('auth.test', {}, { 'content-type': 'application/json' });
  expect(bare).toMatchObject({ ok: true, warning: 'missing_charset' });
});

test.each([
  ['a JSON body', 'auth.test', { token: 'xoxb-sandbox' }],
  ['an address', 'auth.test?token=xoxb-sandbox', {}],
])('a token in %s does not count', async (_where, method, body) => {
  const answered = await callJson(method, body, { authorization: '' });
  expect(answered).toMatchObject({ ok: false, error: 'not_authed' });
});

test('a planned fault fails the next call, before or after it took effect', async () => {
  const fault = { side: 'slack', call: 'chat.postMessage', how: 'status', status: 500 } as const;
  const post = (text: string) => slack.web.chat.postMessage({ channel: 'C0XDESK01', text });
  slack.world.faults.plan({ ...fault, when: 'before' });
  await expect(post('never')).rejects.toThrow();
  slack.world.faults.plan({ ...fault, when: 'after', how: 'reset' });
  await expect(post('posted')).rejects.toThrow();
  expect(slack.did('fault')).toMatchObject([{ when: 'before' }, { when: 'after' }]);
  expect((await slack.act('messages', { channel: 'x-desk' })).messages).toMatchObject([{ text: 'posted' }]);
});

test('a snapshot comes back, a reset starts again, and the journal keeps both', async () => {
  await slack.web.chat.postMessage({ channel: 'C0XDESK01', text: 'kept' });
  const snapshot = slack.snapshot();
  slack.reset();
  expect((await slack.act('messages', { channel: 'x-desk' })).messages).toEqual([]);
  slack.restore(snapshot);
  expect((await slack.act('messages', { channel: 'x-desk' })).messages).toMatchObject([{ text: 'kept' }]);
  expect(slack.did('chat.postMessage')).toHaveLength(1);
});
