import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { SocketModeClient } from '@slack/socket-mode';
import { WebSocket } from 'undici';
import { afterEach, expect, test } from 'vitest';
import { clientOf, refusal, type Started, silent, startApp, startSlack } from './desk-app.js';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function start() {
  const slack = await startSlack();
  cleanups.push(() => slack.close());
  return slack;
}

/** A bare Socket Mode client: it acks nothing by itself. */
function client({ slackApiUrl }: Started, more = {}) {
  const made = new SocketModeClient({
    appToken: 'xapp-sandbox',
    autoReconnectEnabled: false,
    logger: silent,
    clientOptions: { slackApiUrl, retryConfig: { retries: 0 } },
    ...more,
  });
  cleanups.push(() => made.disconnect().catch(() => {}));
  return made;
}

interface Arrived {
  body: { event?: { type: string } };
  ack(): Promise<void>;
  retry_num?: number;
  retry_reason?: string;
}
function arrivals(from: SocketModeClient) {
  const list: Arrived[] = [];
  from.on('slack_event', (arrived: Arrived) => void list.push(arrived));
  return list;
}

/** Waits for the next publication on a diagnostics channel of the WebSocket client. */
function published(channel: string) {
  return new Promise<void>((resolve) => {
    const heard = () => {
      unsubscribe(channel, heard);
      resolve();
    };
    subscribe(channel, heard);
  });
}

const home = { user: 'ana' };

test('pings go both ways', async () => {
  const slack = await start();
  const fromSlack = published('undici:websocket:ping');
  const answered = published('undici:websocket:pong');
  await client(slack, { clientPingTimeout: 300 }).start();
  await Promise.all([fromSlack, answered]);
});

test('an app has ten connections; the eleventh is told to go and never greeted', async () => {
  const slack = await start();
  for (let index = 0; index < 10; index += 1) await client(slack).start();
  await expect(client(slack).start()).rejects.toBeUndefined();
  expect((await slack.act('connections')).connections).toHaveLength(10);
  expect(slack.did('socket.refused')).toMatchObject([{ reason: 'too_many_websockets' }]);
});

test('a WebSocket address works once', async () => {
  const slack = await start();
  const { url } = await clientOf(slack.slackApiUrl, 'xapp-sandbox').apps.connections.open({});
  const dial = () =>
    new Promise<string>((resolve) => {
      const ws = new WebSocket(String(url));
      ws.onmessage = ({ data }) => {
        ws.close();
        resolve(JSON.parse(String(data)).type);
      };
      ws.onerror = () => resolve('refused');
    });
  expect(await dial()).toBe('hello');
  expect(await dial()).toBe('refused');
});

test('Socket Mode can be off', async () => {
  const slack = await start();
  await slack.act('manifest', { socketMode: false });
  const open = clientOf(slack.slackApiUrl, 'xapp-sandbox').apps.connections.open({});
  expect(await refusal(open)).toMatchObject({ error: 'forbidden_team' });
});

test('each payload goes to one connection, over time to all of them', async () => {
  const slack = await start();
  const clients = [client(slack), client(slack), client(slack)];
  const lists = clients.map(arrivals);
  for (const each of clients) {
    each.on('slack_event', ({ ack }: Arrived) => void ack());
    await each.start();
  }
  for (let index = 0; index < 30; index += 1) await slack.act('openHome', home);
  expect(lists.map((list) => list.length).reduce((sum, count) => sum + count)).toBe(30);
  for (const list of lists) expect(list.length).toBeGreaterThan(3);
});

test('with nobody connected a press fails at once', async () => {
  const slack = await start();
  const failed = slack.act('command', { user: 'ana', channel: 'x-desk', command: '/greet' });
  await expect(failed).resolves.toEqual({ acked: false, error: 'dispatch_failed', ms: 0 });
});

test('without an ack in three seconds it fails for the person, and a late ack changes nothing', async () => {
  const slack = await start();
  const deaf = client(slack);
  const list = arrivals(deaf);
  await deaf.start();
  const result = await slack.act('shortcut', { user: 'ana', callback_id: 'answer-next' });
  expect(result).toMatchObject({ acked: false, error: 'operation_timeout' });
  expect(result.ms).toBeGreaterThanOrEqual(2990);
  expect(result.ms).toBeLessThan(4000);
  await list[0]?.ack();
  expect(slack.did('shortcut')).toMatchObject([{ acked: false }]);
});

test('a submission without an ack leaves the modal open for the person', async () => {
  const slack = await start();
  const deaf = client(slack);
  const blocks = [{ type: 'section' as const, text: { type: 'plain_text' as const, text: 'Sure?' } }];
  const words = (text: string) => ({ type: 'plain_text' as const, text });
  const view = { type: 'modal' as const, title: words('Send'), submit: words('Send'), blocks };
  deaf.once('interactive', async ({ ack, body }) => {
    await ack();
    await slack.web.views.open({ trigger_id: body.trigger_id, view });
  });
  await deaf.start();
  await slack.act('shortcut', { user: 'ana', callback_id: 'answer-next' });
  await expect.poll(async () => (await slack.act('views', home)).views).toHaveLength(1);
  const submitted = slack.act('submit', home);
  await expect(submitted).resolves.toMatchObject({ acked: false, closed: false, error: 'operation_timeout' });
  expect((await slack.act('views', home)).views).toHaveLength(1);
});

test('a cut fails what is under way, and the app is not told', async () => {
  const slack = await start();
  const doomed = client(slack);
  await doomed.start();
  const pressed = slack.act('shortcut', { user: 'ana', callback_id: 'answer-next' });
  expect(await slack.act('disconnect', { reason: 'cut' })).toEqual({ disconnected: 1 });
  await expect(pressed).resolves.toMatchObject({ acked: false, error: 'dispatch_failed' });
});

test('a connection that breaks with an unacked press fails it for the person', async () => {
  const slack = await start();
  const doomed = client(slack);
  doomed.on('slack_event', () => void doomed.disconnect());
  await doomed.start();
  const pressed = slack.act('shortcut', { user: 'ana', callback_id: 'answer-next' });
  await expect(pressed).resolves.toMatchObject({ acked: false, error: 'dispatch_failed' });
});

test('an unacked event comes again, on another connection, with its attempt', async () => {
  const slack = await start();
  const clients = [client(slack), client(slack)];
  const lists = clients.map(arrivals);
  for (const each of clients) await each.start();
  expect(await slack.act('openHome', home)).toMatchObject({ acked: false, error: 'operation_timeout' });
  const first = lists.findIndex((list) => list.length === 1);
  const other = lists[1 - first] ?? [];
  slack.world.clock.advance(1000);
  await expect
    .poll(() => other, { timeout: 2000 })
    .toMatchObject([{ retry_num: 1, retry_reason: 'timeout' }]);
  await other[0]?.ack();
  await expect
    .poll(() => slack.did('event'))
    .toMatchObject([
      { attempt: 0, acked: false },
      { attempt: 1, acked: true },
    ]);
});

test('an event that nobody was there for comes when somebody is', async () => {
  const slack = await start();
  expect(await slack.act('openHome', home)).toMatchObject({ error: 'dispatch_failed' });
  const late = client(slack);
  late.on('slack_event', ({ ack }: Arrived) => void ack());
  await late.start();
  slack.world.clock.advance(1000);
  await expect.poll(() => slack.did('event')).toMatchObject([{ acked: false }, { attempt: 1, acked: true }]);
});

test('a refresh loses nothing for an app on two connections', async () => {
  const slack = await start();
  const { stop } = await startApp(slack, (app) => app.shortcut('answer-next', async ({ ack }) => ack()), 2);
  cleanups.push(stop);
  const press = () => slack.act('shortcut', { user: 'ana', callback_id: 'answer-next' });
  const before = Array.from({ length: 10 }, press);
  expect(await slack.act('disconnect', { reason: 'refresh_requested' })).toEqual({ disconnected: 1 });
  const during = Array.from({ length: 10 }, press);
  for (const outcome of await Promise.all([...before, ...during]))
    expect(outcome).toMatchObject({ acked: true });
  await expect.poll(async () => (await slack.act('connections')).connections).toHaveLength(1);
  await expect
    .poll(async () => (await slack.act('connections')).connections, { timeout: 8000 })
    .toHaveLength(2);
  // Twenty more reach the new connection too, so its client has been greeted.
  for (let index = 0; index < 20; index += 1) expect(await press()).toMatchObject({ acked: true });
});
