import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from '../../../src/sandbox/sandbox.js';
import { control } from './controls.js';

interface News {
  readonly now: number;
  readonly whole?: boolean;
  readonly changed: Readonly<Record<string, unknown>>;
  readonly gone: readonly string[];
}

let sandbox: Sandbox;
let reading: AbortController;
beforeEach(async () => {
  sandbox = await createSandbox();
  reading = new AbortController();
});
afterEach(async () => {
  reading.abort();
  await sandbox.close();
});

/** Reads the feed as a browser does: one event after the other. */
async function* news(): AsyncGenerator<News> {
  const { body } = await fetch(`${sandbox.controlUrl}/scene`, { signal: reading.signal });
  let rest = '';
  for await (const part of body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const events = (rest + part).split('\n\n');
    rest = events.pop() ?? '';
    for (const event of events) yield JSON.parse(event.replace(/^data: /, ''));
  }
}

async function next(feed: AsyncGenerator<News>, fits: (news: News) => boolean): Promise<News> {
  for (;;) {
    const { value, done } = await feed.next();
    if (done) throw new Error('The feed ended.');
    if (fits(value)) return value;
  }
}

const begin = async () => {
  const feed = news();
  return { feed, whole: await next(feed, () => true) };
};

test('begins with everything there is to see, and no token', async () => {
  const { whole } = await begin();
  expect(whole).toMatchObject({ whole: true, gone: [] });
  expect(Object.keys(whole.changed)).toEqual(
    expect.arrayContaining([
      'slack/workspace',
      'slack/channel/C0XDESK01',
      'x/account/centrallibrary',
      'world/faults',
    ]),
  );
  expect(JSON.stringify(whole)).not.toMatch(/xoxb-|xapp-|access-secret/);
});

test('then tells only what changed, on either side', async () => {
  const { feed } = await begin();
  await control(sandbox, 'POST', '/slack/say', { user: 'ana', channel: 'x-desk', text: 'Good morning' });
  const said = await next(feed, ({ changed }) => Object.keys(changed).length > 0);
  expect(Object.values(said.changed)).toEqual([
    expect.objectContaining({ text: 'Good morning', user: 'U0ANA0001' }),
  ]);
  await control(sandbox, 'POST', '/x/addAccount', { handle: 'maya_reads', name: 'Maya' });
  const joined = await next(feed, ({ changed }) => Object.keys(changed).length > 0);
  expect(Object.keys(joined.changed)).toEqual(['x/account/maya_reads']);
});

test('names what is gone', async () => {
  await control(sandbox, 'POST', '/x/addAccount', { handle: 'maya_reads', name: 'Maya' });
  await control(sandbox, 'POST', '/x/follow', { by: 'maya_reads' });
  const { feed } = await begin();
  await control(sandbox, 'POST', '/x/unfollow', { by: 'maya_reads' });
  expect((await next(feed, ({ gone }) => gone.length > 0)).gone).toEqual([
    'x/follow/maya_reads/centrallibrary',
  ]);
});

test('shows what only the side of the bot knows, as soon as it says so', async () => {
  const { feed, whole } = await begin();
  expect(whole.changed['world/calendar']).toBeNull();
  sandbox.direct({
    calendar: () => ({ timeZone: 'Europe/London', onShift: [{ user: 'U0ANA0001' }], moments: [] }),
  });
  const told = await next(feed, ({ changed }) => 'world/calendar' in changed);
  expect(told.changed['world/calendar']).toMatchObject({ onShift: [{ user: 'U0ANA0001' }] });
});

test('a page from another site can make nothing happen', async () => {
  const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' };
  const { status } = await fetch(`${sandbox.controlUrl}/reset`, { method: 'POST', headers });
  expect(status).toBe(403);
});
