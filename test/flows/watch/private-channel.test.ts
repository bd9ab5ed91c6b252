import { beforeEach, expect, it } from 'vitest';
import { cardKey } from '../../../src/core/card/message.js';
import type { ChannelCopy } from '../../../src/core/desk/desk-now.js';
import { panelId, type SlackUserId, token } from '../../../src/core/ids.js';
import { purgedCard } from '../../../src/core/keeping/purged-card.js';
import { ChannelRefused } from '../../../src/errors.js';
import { inPrivateAlone } from '../../../src/flows/watch/private-channel.js';
import { aCard, ana, carla, tuesday } from '../../build.js';
import { type FakeBoard, fakeBoard } from '../../fakes/board.js';
import { type FakeClock, fakeClock } from '../../fakes/clock.js';

const forMs = 15_000;
const message = { token: token('token-1'), slotAt: 0, shown: 0 };
const content = { card: aCard(), key: cardKey };
const toAna = {
  panel: {
    id: panelId('told-1'),
    format: 1 as const,
    kind: 'told' as const,
    to: ana,
    version: 1,
    startedAt: tuesday,
    closed: false,
  },
  inPanel: { all: [], open: [] },
};

let channel: ChannelCopy;
let guests: readonly SlackUserId[];
let asked: number;
let board: FakeBoard;
let clock: FakeClock;
let guarded: ReturnType<typeof inPrivateAlone>;
beforeEach(() => {
  channel = { name: 'x-private', isPrivate: true };
  guests = [];
  asked = 0;
  board = fakeBoard();
  clock = fakeClock();
  board.members = async () => {
    asked++;
    return { channel, ids: [ana, carla] };
  };
  board.colleague = async (id) => ({ id, name: id, guest: guests.includes(id), deactivated: false });
  guarded = inPrivateAlone(board, clock, forMs);
});
const post = () => guarded.post(content, message, () => true);

it('in a private channel of colleagues everything is shown, and Slack is asked again after a while', async () => {
  const { ts } = await post();
  await guarded.update(content, message, ts, () => true);
  await guarded.whisper(ana, 'Maya removed a post.');
  expect([board.channel.length, board.whispers.length, asked]).toEqual([1, 1, 1]);
  clock.pass(forMs);
  await post();
  expect(asked).toBe(2);
});

it.each([
  ['public', () => (channel = { name: 'x-private', isPrivate: false })],
  ['shared', () => (channel = { ...channel, isShared: true })],
  ['joined by a guest', () => (guests = [carla])],
])('once it is %s nothing more is shown in it, until it is private again', async (_name, expose) => {
  const before = channel;
  const { ts } = await post();
  expose();
  clock.pass(forMs);
  for (const call of [
    post,
    () => guarded.update(content, message, ts, () => true),
    () => guarded.whisper(ana, 'Maya'),
  ])
    await expect(call()).rejects.toBeInstanceOf(ChannelRefused);
  expect([board.channel.length, board.channel[0]?.updates, board.whispers.length]).toEqual([1, 0, 0]);
  channel = before;
  guests = [];
  await post();
  expect(board.channel).toHaveLength(2);
});

it('a message to one person goes out all the same', async () => {
  channel = { name: 'x-private', isPrivate: false };
  await guarded.post(toAna, { ...message, to: ana }, () => true);
  expect(board.channel).toHaveLength(1);
});

it('what is not kept any more is taken out of its message all the same', async () => {
  const { ts } = await post();
  channel = { name: 'x-private', isPrivate: false };
  clock.pass(forMs);
  await guarded.update({ ...content, card: purgedCard(aCard(), tuesday) }, message, ts, () => true);
  expect(board.channel[0]?.updates).toBe(1);
});
