import { createHook } from 'node:async_hooks';
import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { introduce } from '../../src/sandbox/introduce.js';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/sandbox.js';
import { clientOf } from './slack/workspace.js';
import { library, moved } from './x/build.js';

const open: Sandbox[] = [];
async function start(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await createSandbox(options);
  open.push(sandbox);
  return sandbox;
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((sandbox) => sandbox.close()));
});

test('it starts on loopback alone', async () => {
  const { blueskyUrl, slackUrl, xUrl, controlUrl } = await start();
  for (const url of [slackUrl, xUrl, blueskyUrl, controlUrl])
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+/);
});

test('it says where it is and how to sign in, in lines for an .env file', async () => {
  const sandbox = await start();
  const lines = introduce(sandbox).split('\n');
  expect(lines[0]).toBe(`# Controls: ${sandbox.controlUrl}`);
  const env = Object.fromEntries(lines.slice(1).map((line) => line.split('=')));
  await expect(clientOf(env.SLACK_API_URL, env.SLACK_BOT_TOKEN).auth.test()).resolves.toMatchObject({
    ok: true,
  });
  const opened = clientOf(env.SLACK_API_URL, env.SLACK_APP_TOKEN).apps.connections.open({});
  await expect(opened).resolves.toMatchObject({ ok: true });
  const keys = {
    appKey: env.X_MAIN_APP_KEY,
    appSecret: env.X_MAIN_APP_SECRET,
    accessToken: env.X_MAIN_ACCESS_TOKEN,
    accessSecret: env.X_MAIN_ACCESS_SECRET,
  };
  expect((await moved(env.X_API_URL, keys).v2.me()).data.username).toBe(library.handle);
});

describe('ports', () => {
  test('can be given', async () => {
    const first = await start();
    const { port } = new URL(first.xUrl);
    await first.close();
    expect((await start({ ports: { x: Number(port) } })).xUrl).toBe(first.xUrl);
  });

  test('that cannot be had end the start with a sentence, and nothing of it stays', async () => {
    await expect(createSandbox({ ports: { x: 70_000 } })).rejects.toThrow('The port for x is 70000');
    const taken = Number(new URL((await start()).controlUrl).port);
    const free = Number(new URL((await start()).slackUrl).port);
    await open.pop()?.close();
    await expect(createSandbox({ ports: { slack: free, control: taken } })).rejects.toThrow('EADDRINUSE');
    expect((await start({ ports: { slack: free } })).slackUrl).toContain(`:${free}/`);
  });
});

describe('the same seed', () => {
  const startAt = Date.UTC(2026, 10, 24, 9);

  /** What an app meets on both sides in one short story. */
  async function story(sandbox: Sandbox): Promise<unknown> {
    const web = clientOf(sandbox.slackUrl);
    const { channel, ts } = await web.chat.postMessage({ channel: 'C0XDESK01', text: 'a' });
    const im = await web.conversations.open({ users: 'U0BEN0002' });
    const app = clientOf(sandbox.slackUrl, 'xapp-sandbox');
    const { url } = await app.apps.connections.open({});
    const person = await sandbox.slack.acts.addPerson?.({ name: 'maya' });
    await sandbox.x.acts.addAccount?.({ handle: 'maya_reads', name: 'Maya' });
    const post = await sandbox.x.acts.post?.({ by: 'maya_reads', text: 'see library.org' });
    const posts = await sandbox.x.acts.posts?.({});
    await sandbox.bluesky.acts.addAccount?.({ handle: 'maya' });
    const onBluesky = await sandbox.bluesky.acts.post?.({ by: 'maya', text: 'see library.org' });
    return {
      onBluesky,
      channel,
      ts,
      im: im.channel?.id,
      ticket: url?.replace(/:\d+/, ''),
      person,
      post,
      posts,
    };
  }

  test('and the same start give the same ids, tokens and times on a clock that stands still', async () => {
    const options = { seed: 42, startAt, speed: 0 };
    const [one, two] = [await story(await start(options)), await story(await start(options))];
    expect(one).toEqual(two);
    expect(await story(await start({ ...options, seed: 43 }))).not.toEqual(two);
  });

  test('a clock can run faster than the machine, and what waits for it does too', async () => {
    const { clock } = await start({ startAt, speed: 1000 });
    await clock.reaches(startAt + 60_000, new AbortController().signal);
    expect(clock.now()).toBeGreaterThanOrEqual(startAt + 60_000);
  });

  test('gives the same seeded posts on a clock that runs', async () => {
    const posts = async () => (await start({ seed: 42, startAt })).x.acts.posts?.({});
    expect(await posts()).toEqual(await posts());
  });
});

test('closing leaves no server, no socket and no timer, whatever was under way', async () => {
  const timers = new Set<number>();
  const hook = createHook({
    init(id, type) {
      if (type === 'Timeout' && new Error().stack?.includes('/src/sandbox/')) timers.add(id);
    },
    destroy: (id) => void timers.delete(id),
  });
  hook.enable();
  const sandbox = await createSandbox();
  const { blueskyUrl, faults, clock, slack, slackUrl, xUrl, controlUrl } = sandbox;
  const hung = [
    { how: 'hang' },
    { how: 'slow', ms: 600_000 },
    { how: 'trickle', ms: 600_000 },
    { how: 'hang', when: 'late', lateMs: 600_000 },
  ].map(async (fault) => {
    faults.plan({ side: 'slack', call: 'auth.test', when: 'before', ...fault } as never);
    const socket = connect(Number(new URL(slackUrl).port), '127.0.0.1');
    socket.write('POST /api/auth.test HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\n\r\n');
    await new Promise((resolve) => socket.on('close', resolve).resume());
  });
  await expect.poll(() => faults.planned()).toEqual([]);
  expect(timers.size).toBeGreaterThan(3);
  // An event that nobody acks waits for its next time; a side that refuses waits to listen again.
  await slack.acts.openHome?.({ user: 'ana' });
  faults.plan({ side: 'x', how: 'refused', ms: 600_000 });
  clock.advance(1);
  await sandbox.close();
  await sandbox.close();
  await Promise.all(hung);
  for (const url of [slackUrl, xUrl, blueskyUrl, controlUrl]) await expect(fetch(url)).rejects.toThrow();
  await expect.poll(() => timers.size).toBe(0);
  hook.disable();
});
