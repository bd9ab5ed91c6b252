import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from '../../../src/sandbox/sandbox.js';
import { clientOf } from '../slack/workspace.js';
import { control } from './controls.js';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await createSandbox();
});
afterEach(() => sandbox.close());

const get = (path: string) => control(sandbox, 'GET', path);
const post = (path: string, body?: unknown) => control(sandbox, 'POST', path, body);
const refused = (error: string) => ({ status: 400, body: { error: expect.stringContaining(error) } });

describe('acts', () => {
  test('of both sides happen and answer JSON', async () => {
    const added = await post('/x/addAccount', { handle: 'maya_reads', name: 'Maya' });
    expect(added).toMatchObject({ status: 200, body: { handle: 'maya_reads', id: expect.any(String) } });
    expect(await post('/slack/say', { user: 'ana', channel: 'x-desk', text: 'hi' })).toMatchObject({
      status: 200,
      body: { ts: expect.any(String) },
    });
    expect(await post('/x/plan', { plan: 'enterprise' })).toEqual({ status: 200, body: {} });
  });

  test('can be listed', async () => {
    const { body } = await get('/acts');
    expect(body).toEqual({
      slack: Object.keys(sandbox.slack.acts),
      x: Object.keys(sandbox.x.acts),
      bluesky: Object.keys(sandbox.bluesky.acts),
    });
  });

  test('that are unknown, or get arguments they do not take, say what is allowed', async () => {
    expect(await post('/x/tweet', {})).toMatchObject(
      refused("There is no act 'tweet'. There is: addAccount,"),
    );
    expect(await post('/x/toString', {})).toMatchObject(refused("There is no act 'toString'."));
    expect(await post('/x/follow', { who: 'maya' })).toMatchObject(refused('It takes by: string'));
    expect(await post('/slack/say', { user: 'nobody' })).toMatchObject(refused('There are: ana (U0ANA0001)'));
    expect(await post('/slack/say', { to: 'ana' })).toMatchObject(refused('say takes user, channel'));
  });

  test('take a JSON object and nothing else', async () => {
    for (const body of ['{', '[]', '"ana"', 'null']) {
      expect(await post('/slack/workspace', body)).toMatchObject(refused('The body is'));
    }
  });
});

test('an address that is not there names those that are', async () => {
  const answered = await get('/journals');
  expect(answered).toMatchObject({ status: 404, body: { error: expect.stringContaining('GET /journal,') } });
  expect((await get('/x/post')).status).toBe(404);
});

describe('the journal', () => {
  test('is read from where one left off', async () => {
    await post('/x/addAccount', { handle: 'maya_reads', name: 'Maya' });
    await post('/x/follow', { by: 'maya_reads' });
    const { body } = await get('/journal');
    expect(body).toMatchObject({
      entries: [
        { seq: 1, kind: 'addAccount' },
        { seq: 2, kind: 'follow' },
      ],
    });
    expect((await get('/journal?after=1')).body).toMatchObject({ entries: [{ seq: 2, side: 'x' }] });
    expect((await get('/journal?after=2')).body).toEqual({ entries: [] });
    expect(await get('/journal?after=now')).toMatchObject(refused("'after' is 'now'"));
  });
});

describe('the clock', () => {
  test('goes forward when it is told to', async () => {
    const before = Number((await get('/clock')).body.now);
    const { body } = await post('/clock', { advanceMs: 3_600_000 });
    expect(Number(body.now) - before).toBeGreaterThanOrEqual(3_600_000);
    expect(sandbox.clock.now()).toBeGreaterThanOrEqual(Number(body.now));
  });

  test('goes to a time in steps, and waits after each for whoever follows', async () => {
    const seen: number[] = [];
    sandbox.direct({ settled: async () => void seen.push(sandbox.clock.now()) });
    const to = sandbox.clock.now() + 40 * 60_000;
    expect(await post('/clock', { to })).toMatchObject({ status: 200 });
    expect(seen).toHaveLength(3);
    expect(seen.at(-1)).toBeGreaterThanOrEqual(to);
    expect(await post('/clock', { to: to - 60_000 })).toMatchObject(refused('only goes forward'));
  });

  test('never goes back', async () => {
    const before = sandbox.clock.now();
    expect(await post('/clock', { advanceMs: -1 })).toMatchObject(refused('only goes forward'));
    expect(await post('/clock', { advanceMs: '5' })).toMatchObject(refused('not a number'));
    expect(await post('/clock', { now: 5 })).toMatchObject(
      refused('It takes advanceMs: number?, to: number?.'),
    );
    expect(() => sandbox.clock.advance(Number.POSITIVE_INFINITY)).toThrow('only goes forward');
    expect(sandbox.clock.now() - before).toBeLessThan(60_000);
  });
});

describe('state', () => {
  const say = (text: string) => post('/slack/say', { user: 'ana', channel: 'x-desk', text });
  const said = async () => (await post('/slack/messages', { channel: 'x-desk' })).body.messages;
  const posts = async () => ((await post('/x/posts')).body.posts as unknown[]).length;

  test('of all sides is kept by a snapshot and restored, as often as one likes', async () => {
    await say('kept');
    const { body } = await post('/snapshot');
    for (const lost of ['one', 'two']) {
      await say(lost);
      await post('/x/post', { by: 'centrallibrary', text: lost });
      await post('/bluesky/post', { by: 'centrallibrary', text: lost });
      expect((await post('/restore', body)).status).toBe(200);
      expect(await said()).toMatchObject([{ text: 'kept' }]);
      expect(await posts()).toBe(3);
      expect((await post('/bluesky/posts')).body.posts).toEqual([]);
    }
    expect(await post('/restore', { id: 'snapshot-9' })).toMatchObject(refused('There is: snapshot-1.'));
  });

  test('is as it was seeded after a reset, and the journal goes on', async () => {
    await say('gone');
    await post('/faults', { side: 'x', call: 'GET /2/users/me', how: 'hang' });
    await post('/reset');
    expect(await said()).toEqual([]);
    expect((await get('/faults')).body).toEqual({ planned: [] });
    expect((await get('/journal')).body).toMatchObject({ entries: [{ kind: 'say', text: 'gone' }] });
  });

  test('after a reset gives the seeded ids again', async () => {
    const web = clientOf(sandbox.slackUrl);
    const newcomers = async () => [
      (await post('/slack/addPerson', { name: 'maya' })).body.user,
      (await web.conversations.open({ users: 'U0ANA0001' })).channel?.id,
      (await post('/bluesky/addAccount', { handle: 'maya' })).body.did,
    ];
    const before = await newcomers();
    const seededPosts = (await post('/x/posts')).body;
    await post('/clock', { advanceMs: 3_600_000 });
    await post('/reset');
    expect(await newcomers()).toEqual(before);
    expect((await post('/x/posts')).body).toEqual(seededPosts);
  });
});

test('the coverage of all sides can be read', async () => {
  const { body } = await get('/coverage');
  expect(body).toEqual({
    slack: sandbox.slack.coverage,
    x: sandbox.x.coverage,
    bluesky: sandbox.bluesky.coverage,
  });
});
