import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { WebSocket } from 'undici';
import { expect, test } from 'vitest';
import { startApp } from '../desk-app.js';
import { clientOf, refusal } from '../workspace.js';
import {
  type Arrived,
  addressOf,
  arrivals,
  cleanups,
  client,
  closeAtTheEnd,
  start,
} from './socket-client.js';

closeAtTheEnd();

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
  const slack = await start({ pingMs: 50 });
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
  const url = await addressOf(slack);
  const dial = () =>
    new Promise<string>((resolve) => {
      const ws = new WebSocket(url);
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
