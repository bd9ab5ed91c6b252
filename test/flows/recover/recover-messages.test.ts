import { beforeEach, describe, expect, it } from 'vitest';
import type { Panel } from '../../../src/core/board/panel.js';
import type { Card } from '../../../src/core/card/card.js';
import { cardKey } from '../../../src/core/card/message.js';
import { followCardId } from '../../../src/core/card/select.js';
import { actId, boot, cardId, panelId, token } from '../../../src/core/ids.js';
import { Busy } from '../../../src/errors.js';
import { followUp } from '../../../src/flows/after/after.js';
import { recover } from '../../../src/flows/recover/recover.js';
import { showPanel } from '../../../src/flows/show/panel.js';
import { watch } from '../../../src/flows/watch/watch.js';
import { aCard, aFollow, aMention, ana, aPatron, aPost, minutes, tuesday } from '../../build.js';
import { mayasPost } from '../../core/card/card-in.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';
import { aStoredCard, cardOf, mayasPostAt } from '../on-x.js';
import { bootsAgain, inChannel, posted, showAll } from './after-a-boot.js';

let ports: FakePorts;
beforeEach(() => {
  ports = fakePorts();
});

const nothing = { messages: [], threads: [] };

const stored = async ({ id }: Pick<Card, 'id'>) => (await ports.cards.get(id)) ?? aCard();

it('a message whose record came back without it is bound, and brought up to date', async () => {
  const card = await aStoredCard(ports, 'open');
  const { ts } = await posted(ports, card, cardKey, 't');
  const record = { token: token('t'), slotAt: 0, shown: 0 };
  await aStoredCard(ports, 'open', { messages: { card: record } });
  bootsAgain(ports);
  await recover(ports);
  expect((await stored(card)).messages.card).toMatchObject({ token: 't', ts, shown: 0 });
  await showAll(ports, card.id);
  expect(inChannel(ports)).toEqual(['card', 'line-5001']);
  expect(ports.board.channel[0]).toMatchObject({ updates: 1, version: 1 });
});

it('a message of which the card has no record at all is found when the record is made', async () => {
  const card = await aStoredCard(ports, 'open');
  await posted(ports, card, cardKey, 't');
  await posted(ports, card, 'line-5001', 'u');
  bootsAgain(ports);
  await recover(ports);
  await showAll(ports, card.id);
  expect(inChannel(ports)).toEqual(['card', 'line-5001']);
});

it('a message whose card was lost is found when X brings the card again', async () => {
  await watch(ports, 'mentions');
  ports.clock.pass(minutes(2));
  const post = mayasPostAt(ports.clock.now() - 1_000);
  ports.network.arrives(post, aPatron());
  await posted(ports, aCard({ id: cardOf(post) }), cardKey, 't');
  bootsAgain(ports);
  await recover(ports);
  expect(await ports.cards.get(cardOf(post))).toBeDefined();
  await showAll(ports, cardOf(post));
  expect(inChannel(ports)).toEqual(['card', `line-${post.id}`]);
});

it('a message shows what the store has, also when it showed something newer and was posted long ago', async () => {
  ports.board.listOwnMessages = async () => nothing;
  const card = await aStoredCard(ports, 'open');
  const message = await posted(ports, card, cardKey, 't');
  await aStoredCard(ports, 'open', { version: 1, messages: { card: message } });
  const newer = { card: { ...card, version: 7 }, key: cardKey };
  await ports.board.update(newer, message, message.ts ?? '', () => true);
  bootsAgain(ports);
  await recover(ports);
  await showAll(ports, card.id);
  expect(ports.board.channel[0]).toMatchObject({ key: 'card', version: 1 });
});

it('a private message shows what the store has of its cards, also when it was posted long ago', async () => {
  ports.board.listOwnMessages = async () => nothing;
  const id = panelId('handover-1');
  const listed = { in: [id], told: 3 };
  const card = await aStoredCard(ports, 'open', { version: 3, listed });
  const message = { token: token('p'), ts: '1.1', slotAt: 0, begunAt: tuesday, shown: 5, to: ana };
  const lists = [{ card: card.id }];
  const panel: Panel = {
    id,
    format: 1,
    kind: 'handover',
    to: ana,
    version: 5,
    startedAt: tuesday,
    closed: true,
    lists,
    message,
  };
  await ports.panels.change(id, () => ({ next: panel, result: undefined }));
  bootsAgain(ports);
  await recover(ports);
  await followUp(ports, card.id);
  const due = ports.due.all().map(({ job, id: of }) => `${job} ${of}`);
  expect(due).toContain(`panel ${id}`);
});

describe('a new follower', () => {
  const panel = panelId('digest-2026-11-24');
  const digest = () =>
    ports.panels.change(panel, () => ({
      next: {
        id: panel,
        format: 1,
        kind: 'digest',
        cards: [],
        version: 1,
        startedAt: tuesday,
        closed: false,
      },
      result: undefined,
    }));
  const follower = (n: number) => aCard({ id: followCardId(`${n}`), acts: [aFollow()] });
  const store = (card: Card) => ports.cards.change(card.id, () => ({ next: card, result: undefined }));

  it('who has a message of their own already stays out of the digest', async () => {
    for (const n of [1, 2]) await store(follower(n));
    for (const n of [1, 2]) await showAll(ports, follower(n).id);
    await posted(ports, follower(3), cardKey, 't');
    await store(follower(3));
    bootsAgain(ports);
    await recover(ports);
    await showAll(ports, follower(3).id);
    expect((await stored(follower(3))).panel).toBeUndefined();
    expect(inChannel(ports)).toEqual(['card', 'card', 'card']);
  });

  it('whom the older copy has in a digest leads there from the message that stands', async () => {
    await digest();
    await posted(ports, follower(3), cardKey, 't');
    await store({ ...follower(3), panel, panelShown: 1 });
    bootsAgain(ports);
    await recover(ports);
    await showPanel(ports, panel);
    await showAll(ports, follower(3).id);
    expect(inChannel(ports)).toEqual(['former-t', 'panel']);
  });
});

it('a line that said that it is over asks again when the older copy knows of a card that waits', async () => {
  const card = await aStoredCard(ports, 'open');
  await showAll(ports, card.id);
  const to = (await stored(card)).messages['line-5001']?.to;
  expect(to).toBeDefined();
  bootsAgain(ports);
  await recover(ports);
  await showAll(ports, card.id);
  expect(ports.board.channel[1]).toMatchObject({ key: 'line-5001', to, updates: 1 });
});

it('a message that stands in place of an older one is the one that stays', async () => {
  const card = await aStoredCard(ports, 'open');
  const older = await posted(ports, card, cardKey, 'older');
  await aStoredCard(ports, 'open', { messages: { card: older } });
  const { ts } = await posted(ports, card, cardKey, 'newer');
  bootsAgain(ports);
  await recover(ports);
  expect((await stored(card)).messages.card).toMatchObject({ token: 'newer', ts });
});

it.each([
  ['still to be made', {}],
  ['to be posted', { card: { token: token('next'), slotAt: 0, shown: 0 } }],
])('a message that the card has left becomes a link to the next one, which is %s', async (_how, next) => {
  const card = await aStoredCard(ports, 'open');
  const left = await posted(ports, card, cardKey, 't');
  await aStoredCard(ports, 'open', { messages: { 'former-t': { ...left, shown: 0 }, ...next } });
  bootsAgain(ports);
  await recover(ports);
  await showAll(ports, card.id);
  expect(inChannel(ports)).toEqual(['former-t', 'card', 'line-5001']);
});

it('a message that the older copy still has as the one that stands links to the one that stands by now', async () => {
  const card = await aStoredCard(ports, 'open');
  const left = await posted(ports, card, 'former-t', 't');
  await posted(ports, card, cardKey, 'newer');
  await aStoredCard(ports, 'open', { messages: { card: left } });
  bootsAgain(ports);
  await recover(ports);
  await showAll(ports, card.id);
  expect(ports.board.channel).toMatchObject([
    { key: 'former-t', token: 't', updates: 1 },
    { key: 'card', token: 'newer' },
    { key: 'line-5001' },
  ]);
});

it('a line that the older copy does not know of leaves the thread with all others, once nobody is needed', async () => {
  const card = await aStoredCard(ports, 'sent');
  const { messages } = { messages: { card: await posted(ports, card, cardKey, 't') } };
  await posted(ports, { ...card, messages }, 'line-5001', 'u');
  await aStoredCard(ports, 'sent', { messages });
  bootsAgain(ports);
  await recover(ports);
  await showAll(ports, card.id);
  expect(inChannel(ports)).toEqual(['card']);
});

it('a message in the thread of a message from long ago is looked for where a line is lacking', async () => {
  const asked = aMention({ id: actId('5002'), at: tuesday + 1 });
  const standing = { token: token('t'), slotAt: 0, ts: '1795500000.000001', shown: 1 };
  await aStoredCard(ports, 'open', {
    acts: [aMention(), asked],
    messages: { card: standing, 'line-5001': { ...standing, ts: '1795500000.000002' } },
  });
  const read: string[] = [];
  ports.board.listOwnReplies = async (thread) => {
    read.push(thread);
    return [];
  };
  bootsAgain(ports);
  await recover(ports);
  expect(read).toEqual(['1795500000.000001']);
});

it('each thread is read once, also when Slack wants a pause before the next, and again after another boot', async () => {
  const threads = ['1795516920.000001', '1795516920.000002', '1795516920.000003'];
  ports.board.listOwnMessages = async () => ({ messages: [], threads });
  const read: string[] = [];
  ports.board.listOwnReplies = async (thread) => {
    if (read.length === 2) throw read.push('pause') && new Busy(ports.clock.now(), 'Slack');
    read.push(thread);
    return [];
  };
  bootsAgain(ports);
  await expect(recover(ports)).rejects.toThrow(Busy);
  await recover(ports);
  expect(read).toEqual([...threads.slice(0, 2), 'pause', ...threads.slice(2)]);
  read.length = 0;
  ports.world.bootsAgain(boot('run-3 replid-3'));
  ports.world.recovers('channel');
  await expect(recover(ports)).rejects.toThrow(Busy);
  expect(read).toEqual([...threads.slice(0, 2), 'pause']);
});

it('a message of a panel is bound to its panel', async () => {
  const id = panelId('notice-x');
  const record = { token: token('t'), slotAt: 0, shown: 0 };
  await ports.panels.change(id, () => ({
    next: {
      id,
      format: 1,
      kind: 'notice',
      version: 1,
      cards: [],
      startedAt: tuesday,
      closed: true,
      message: record,
    },
    result: undefined,
  }));
  const message = { of: id, key: 'panel', token: token('t'), ts: '1795516920.000009' };
  ports.board.listOwnMessages = async () => ({ messages: [message], threads: [] });
  bootsAgain(ports);
  await recover(ports);
  expect((await ports.panels.get(id))?.message).toMatchObject({ ts: '1795516920.000009', shown: 0 });
  expect(await ports.recovery.kept()).toEqual([]);
});

it.each(['digest', 'asked'] as const)(
  'a message of a panel is brought up to date with it, however old it is: %s',
  async (kind) => {
    const id = panelId(`${kind}-1`);
    const message = { token: token('t'), slotAt: 0, shown: 4, ts: '1795500000.000001' };
    await ports.panels.change(id, () => ({
      next: { id, format: 1, kind, version: 4, startedAt: tuesday, closed: false, message },
      result: undefined,
    }));
    await aStoredCard(ports, 'open', { panel: id, panelShown: 1 });
    bootsAgain(ports);
    await recover(ports);
    expect((await ports.panels.get(id))?.message).toMatchObject({ ...message, shown: 0 });
  },
);

it('a message is read since ten minutes before the last sign of life', async () => {
  const since: number[] = [];
  const reads: number[] = [];
  ports.board.listOwnMessages = async (ms) => {
    since.push(ms);
    return nothing;
  };
  const { ownPosts } = ports.network;
  ports.network.ownPosts = (ms) => {
    reads.push(ms);
    return ownPosts(ms);
  };
  ports.clock.pass(minutes(60));
  bootsAgain(ports);
  await recover(ports);
  expect(since).toEqual([tuesday - minutes(10)]);
  expect(reads).toHaveLength(1);
});

it('twice does the same as once', async () => {
  const card = await aStoredCard(ports, 'open');
  ports.network.arrives(aPost({ id: mayasPost }), aPatron());
  await posted(ports, card, cardKey, 't');
  bootsAgain(ports);
  await recover(ports);
  bootsAgain(ports);
  await recover(ports);
  await showAll(ports, cardId(card.id));
  expect(inChannel(ports)).toEqual(['card', 'line-5001']);
});
