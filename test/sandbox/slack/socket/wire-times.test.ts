import type { ModalView } from '@slack/types';
import { test } from 'vitest';
import { WebSocket } from 'ws';
import { slackWireTimes } from '../../../../src/sandbox/slack/socket/wire.js';
import { refusal } from '../workspace.js';
import { addressOf, arrivals, client, closeAtTheEnd, start } from './socket-client.js';

closeAtTheEnd();

const home = { user: 'ana' };
const shortcut = { user: 'ana', callback_id: 'answer-next' };

/** Short enough to see an ack fail without waiting for it, long enough for one that is given at once. */
const impatient = { ackMs: 400 };

test.concurrent('a WebSocket address that was left lying works no more', async ({ expect }) => {
  const slack = await start({ ticketMs: 0 });
  const ws = new WebSocket(await addressOf(slack));
  const refused = await new Promise((resolve) =>
    ws.on('unexpected-response', (_, { statusCode }) => resolve(statusCode)),
  );
  expect(refused).toBe(401);
});

test.concurrent('a connection that does not answer pings is cut', async ({ expect }) => {
  const slack = await start({ pingMs: 20, pongMs: 60 });
  const ws = new WebSocket(await addressOf(slack), { autoPong: false });
  await new Promise((resolve) => ws.on('close', resolve));
  await expect.poll(() => slack.did('socket.closed')).toHaveLength(1);
});

test.concurrent('a connection that stays after it was told to go is closed', async ({ expect }) => {
  const slack = await start({ leaveMs: 20 });
  const ws = new WebSocket(await addressOf(slack));
  const said: string[] = [];
  ws.on('message', (data) => void said.push(JSON.parse(String(data)).type));
  await expect.poll(() => said).toEqual(['hello']);
  await slack.act('disconnect', { reason: 'warning' });
  await new Promise((resolve) => ws.on('close', resolve));
  expect(said).toEqual(['hello', 'disconnect']);
});

test.concurrent('without an ack in time it fails for the person, and a late ack changes nothing', async ({
  expect,
}) => {
  const slack = await start(impatient);
  const deaf = client(slack);
  const list = arrivals(deaf);
  await deaf.start();
  const result = await slack.act('shortcut', shortcut);
  expect(result).toMatchObject({ acked: false, error: 'operation_timeout' });
  expect(result.ms).toBeGreaterThanOrEqual(390);
  await list[0]?.ack();
  expect(slack.did('shortcut')).toMatchObject([{ acked: false }]);
});

test.concurrent('a submission without an ack leaves the modal open for the person', async ({ expect }) => {
  const slack = await start(impatient);
  const deaf = client(slack);
  const blocks = [{ type: 'section' as const, text: { type: 'plain_text' as const, text: 'Sure?' } }];
  const words = (text: string) => ({ type: 'plain_text' as const, text });
  const view = { type: 'modal' as const, title: words('Send'), submit: words('Send'), blocks };
  deaf.once('interactive', async ({ ack, body }) => {
    await ack();
    await slack.web.views.open({ trigger_id: body.trigger_id, view });
  });
  await deaf.start();
  await slack.act('shortcut', shortcut);
  await expect.poll(async () => (await slack.act('views', home)).views).toHaveLength(1);
  const submitted = slack.act('submit', home);
  await expect(submitted).resolves.toMatchObject({ acked: false, closed: false, error: 'operation_timeout' });
  expect((await slack.act('views', home)).views).toHaveLength(1);
});

test.concurrent('an unacked event comes again, on another connection, with its attempt', async ({
  expect,
}) => {
  const slack = await start(impatient);
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

test.concurrent('unless told otherwise these are the times of Slack', async ({ expect }) => {
  expect(slackWireTimes).toEqual({
    ackMs: 3000,
    fileMs: 1000,
    triggerMs: 3000,
    pingMs: 5000,
    pongMs: 30_000,
    ticketMs: 30_000,
    leaveMs: 10_000,
  });
  const slack = await start();
  const deaf = client(slack);
  const heard = arrivals(deaf);
  await deaf.start();
  const pressed = await slack.act('shortcut', shortcut);
  expect(pressed).toMatchObject({ acked: false, error: 'operation_timeout' });
  expect(pressed.ms).toBeGreaterThanOrEqual(2990);
  // The trigger came with the press that has just timed out, so it is as old.
  const view: ModalView = { type: 'modal', title: { type: 'plain_text', text: 'a' }, blocks: [] };
  const late = slack.web.views.open({ trigger_id: String(heard[0]?.body.trigger_id), view });
  expect(await refusal(late)).toMatchObject({ error: 'expired_trigger_id' });
});
