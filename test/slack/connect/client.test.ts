import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cardKey } from '../../../src/core/card/message.js';
import { timings } from '../../../src/core/due/timings.js';
import { token } from '../../../src/core/ids.js';
import { NotSent } from '../../../src/errors.js';
import type { Board } from '../../../src/ports/board.js';
import { createBoard } from '../../../src/slack/board/board.js';
import { backgroundClient } from '../../../src/slack/connect/client.js';
import { aCard, aDesk } from '../../build.js';
import { fakeClock } from '../../fakes/clock.js';
import { type Started, startSlack } from '../../sandbox/slack/workspace.js';
import { silent } from '../../store/open-store.js';

const connected = 'undici:client:connected';

let slack: Started;
let board: Board;
let isConnected: boolean;
let called: string[];
const connects = () => {
  isConnected = true;
};
beforeEach(async () => {
  slack = await startSlack();
  const address = { botToken: 'xoxb-sandbox', apiUrl: `${slack.url}/api/` };
  const client = backgroundClient(address, timings.slackCallMs, silent, (method, result) =>
    called.push(`${method} ${result}`),
  );
  called = [];
  board = createBoard(client, aDesk, fakeClock(slack.world.clock.now()));
  isConnected = false;
  subscribe(connected, connects);
});
afterEach(() => {
  unsubscribe(connected, connects);
  return slack.close();
});

const content = { card: aCard(), key: cardKey };
const message = { token: token('t'), slotAt: 0, shown: 0 };
const posted = () => slack.did('chat.postMessage').length;

it('whether a message may still be sent is asked when its connection stands, and its bytes are next', async () => {
  await expect(board.post(content, message, () => isConnected)).resolves.toHaveProperty('ts');
  expect(posted()).toBe(1);
});

it('what came too late while it connected is not sent', async () => {
  await expect(board.post(content, message, () => !isConnected)).rejects.toBeInstanceOf(NotSent);
  expect(posted()).toBe(0);
});

it('an edit that came too late is not sent either', async () => {
  const { ts } = await board.post(content, message, () => true);
  await expect(board.update(content, message, ts, () => false)).rejects.toBeInstanceOf(NotSent);
  expect(slack.did('chat.update')).toEqual([]);
});

it('a mistake of ours in the check shows as what it is, and nothing is sent', async () => {
  const mistake = new TypeError('no such field');
  const check = () => {
    throw mistake;
  };
  await expect(board.post(content, message, check)).rejects.toBe(mistake);
  expect(posted()).toBe(0);
});

it('among more calls at once than the library makes by itself, each has its own last check', async () => {
  const others = Array.from({ length: 100 }, () => board.post(content, message, () => true).catch(() => {}));
  await expect(board.post(content, message, () => false)).rejects.toBeInstanceOf(NotSent);
  await Promise.all(others);
});

it('how each call ended is told, but for one that never left', async () => {
  const posts = async () => {
    const before = called.length;
    await board.post(content, message, () => true).catch(() => {});
    await expect.poll(() => called.length).toBe(before + 1);
    return called.at(-1);
  };
  const fails = (fault: object) =>
    slack.world.faults.plan({
      side: 'slack',
      call: 'chat.postMessage',
      when: 'before',
      how: 'status',
      times: 1,
      ...fault,
    } as never);
  expect(await posts()).toBe('chat.postMessage ok');
  fails({ status: 429, retryAfter: 3 });
  expect(await posts()).toBe('chat.postMessage limited');
  fails({ status: 503 });
  expect(await posts()).toBe('chat.postMessage unknown');
  await board.post(content, message, () => false).catch(() => {});
  await slack.close();
  expect(await posts()).toBe('chat.postMessage unreachable');
  expect(called).toHaveLength(4);
});
