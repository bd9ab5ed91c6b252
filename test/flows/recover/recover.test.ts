import { beforeEach, describe, expect, it } from 'vitest';
import type { Panel } from '../../../src/core/board/panel.js';
import type { Card } from '../../../src/core/card/card.js';
import { cardKey } from '../../../src/core/card/message.js';
import { dayMs } from '../../../src/core/durations.js';
import { boot, cardId, panelId, token } from '../../../src/core/ids.js';
import { isPurged } from '../../../src/core/keeping/purged-card.js';
import { OutcomeUnknown, Rejected } from '../../../src/errors.js';
import { recover } from '../../../src/flows/recover/recover.js';
import { deliver } from '../../../src/flows/send/send.js';
import { showPanel } from '../../../src/flows/show/panel.js';
import { pollsOf } from '../../../src/flows/team/polls.js';
import { aBoot, aCard, ana, minutes, tuesday } from '../../build.js';
import { aReply, mayasPost } from '../../core/card/card-in.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';
import { aStoredCard } from '../on-x.js';
import { bootsAgain, inChannel, nextBoot, posted, showAll } from './after-a-boot.js';

let ports: FakePorts;
beforeEach(() => {
  ports = fakePorts();
});

const recovered = () => ports.world.now().unread === undefined;
const stored = async ({ id }: Pick<Card, 'id'>) => (await ports.cards.get(id)) ?? aCard();

it('does nothing when there was no new boot, and at the very first start', async () => {
  const fails = () => Promise.reject(new Error('not to be read'));
  ports.board.listOwnMessages = fails;
  await recover(ports);
  bootsAgain(ports);
  ports.recovery.aliveAt = undefined;
  await recover(ports);
  expect(recovered()).toBe(true);
});

it('an X that cannot be read holds up what leaves for X alone, and the channel is read once', async () => {
  const card = await aStoredCard(ports, 'sending');
  let read = 0;
  ports.board.listOwnMessages = async () => {
    read += 1;
    return { messages: [], threads: [] };
  };
  const { mentions } = ports.network;
  ports.network.mentions = () => Promise.reject(new Rejected('budget', 'no credits'));
  bootsAgain(ports);
  for (let n = 0; n < 2; n++) await expect(recover(ports)).rejects.toThrow('no credits');
  expect(read).toBe(1);
  expect(ports.world.now().unread).toBe('timeline');
  expect((await stored(card)).state).toBe('unsure');
  ports.network.mentions = mentions;
  await recover(ports);
  expect(recovered()).toBe(true);
});

it('a store that came back empty is to ask X again, for it has forgotten that too', async () => {
  bootsAgain(ports);
  ports.recovery.aliveAt = undefined;
  expect(ports.due.all()).toEqual([]);
  await recover(ports);
  expect(ports.due.all().map(({ id }) => id)).toEqual(expect.arrayContaining([...pollsOf(ports.desk)]));
});

/** A private message that lists a card, as it was stored before it was posted. */
async function tellsOf(card: Card): Promise<Panel> {
  const id = panelId('told-1');
  const message = { token: token('lost'), slotAt: tuesday, shown: 0, to: ana };
  const panel = { id, format: 1, kind: 'told', to: ana, version: 1, startedAt: tuesday, message } as const;
  const next = { ...panel, closed: true, lists: [{ card: card.id }] };
  await ports.panels.change(id, () => ({ next, result: undefined }));
  return next;
}

/** Its message is in another conversation than the desk's channel. */
async function postedInPrivate(panel: Panel): Promise<void> {
  const inPanel = { all: [], open: [] };
  await ports.board.post({ panel, inPanel }, { token: token('p'), slotAt: 0, shown: 0 }, () => true);
  const { listOwnMessages } = ports.board;
  ports.board.listOwnMessages = async (sinceMs) => {
    const { messages, threads } = await listOwnMessages(sinceMs);
    return { messages: messages.filter(({ of }) => of !== panel.id), threads };
  };
}

describe('what was to end by now', () => {
  it('has ended before anything may be shown, whatever desk.yaml said when it was stored', async () => {
    const card = await aStoredCard(ports, 'sent');
    const waits = await aStoredCard(ports, 'open', { id: cardId('mention-6001-2001') });
    const { id } = await tellsOf(card);
    // The storage has another time for the card: it was stored under other rules.
    await ports.due.put({ job: 'purge', id: card.id, at: tuesday + 90 * dayMs });
    bootsAgain(ports);
    ports.clock.pass(30 * dayMs);
    let before: unknown;
    const { channelRead } = ports.recovery;
    ports.recovery.channelRead = async (booted) => {
      before = { card: isPurged(await stored(card)), lists: (await ports.panels.get(id))?.lists };
      await channelRead(booted);
    };
    await recover(ports);
    expect(before).toEqual({ card: true, lists: [] });
    expect(isPurged(await stored(waits))).toBe(false);
  });

  it('ends in the channel too, where the older copy does not know what stands there', async () => {
    const card = await aStoredCard(ports, 'sent');
    await posted(ports, card, cardKey, 't');
    await posted(ports, card, 'line-5001', 'u');
    bootsAgain(ports);
    ports.clock.pass(30 * dayMs);
    await recover(ports);
    await showAll(ports, card.id);
    expect(ports.board.channel).toMatchObject([{ key: 'card', version: card.version + 1 }]);
  });

  it('leaves Slack, where it is of somebody who was forgotten since the copy was made', async () => {
    const card = await aStoredCard(ports, 'open');
    const panel = await tellsOf(card);
    await posted(ports, card, cardKey, 't');
    await posted(ports, card, 'line-5001', 'u');
    await postedInPrivate(panel);
    await ports.forgotten.add(card.patron.id, ports.clock.now());
    bootsAgain(ports);
    await recover(ports);
    await showAll(ports, card.id);
    await showPanel(ports, panel.id);
    expect(inChannel(ports)).toEqual([]);
  });

  it('ends in a private message too, which the older copy has as never posted', async () => {
    const panel = await tellsOf(await aStoredCard(ports, 'sent'));
    await postedInPrivate(panel);
    bootsAgain(ports);
    ports.clock.pass(30 * dayMs);
    await recover(ports);
    await showPanel(ports, panel.id);
    expect(ports.board.channel).toMatchObject([{ key: 'panel', version: 2, updates: 1 }]);
  });

  it('is not said to anybody in private who was never told of it', async () => {
    const { id } = await tellsOf(await aStoredCard(ports, 'sent'));
    bootsAgain(ports);
    ports.clock.pass(30 * dayMs);
    await recover(ports);
    await showPanel(ports, id);
    expect(ports.board.channel).toEqual([]);
    expect(ports.due.all().filter(({ job }) => job === 'panel')).toEqual([]);
  });
});

describe('an answer of before', () => {
  it('that was on its way is not sent by itself: it is looked for, and then a person looks', async () => {
    const card = await aStoredCard(ports, 'sending');
    bootsAgain(ports);
    await recover(ports);
    expect(await stored(card)).toMatchObject({ state: 'unsure', reply: { boot: nextBoot } });
    ports.clock.pass(minutes(1));
    await deliver(ports, card.id);
    expect(ports.network.ours()).toEqual([]);
  });

  it('that X has already is recognised, with its words and who approved them', async () => {
    const card = await aStoredCard(ports, 'sending');
    const { id } = ports.network.weAnswer({ text: aReply().text, repliedTo: mayasPost });
    bootsAgain(ports);
    await recover(ports);
    expect(await stored(card)).toMatchObject({
      state: 'sent',
      answers: [{ postId: id, by: ana, how: 'as-approved' }],
    });
  });

  it('that was approved and sent after the copy was made is recognised on the card that knows nothing of it', async () => {
    const card = await aStoredCard(ports, 'open');
    ports.network.weAnswer({ text: aReply().text, repliedTo: mayasPost });
    bootsAgain(ports);
    await recover(ports);
    expect(await stored(card)).toMatchObject({ state: 'sent', answers: [{ how: 'in-x' }] });
  });

  it('approved after the boot is none of these, and goes out when the desk has recovered', async () => {
    const card = await aStoredCard(ports, 'sending', { reply: aReply({ boot: nextBoot }) });
    bootsAgain(ports);
    ports.clock.pass(20_000);
    await deliver(ports, card.id);
    expect(ports.network.ours()).toEqual([]);
    await recover(ports);
    await deliver(ports, card.id);
    expect(ports.network.ours()).toHaveLength(1);
  });
});

describe('until it is done', () => {
  it('nothing is posted to Slack', async () => {
    const card = await aStoredCard(ports, 'open');
    bootsAgain(ports);
    await showAll(ports, card.id);
    expect(inChannel(ports)).toEqual([]);
    await recover(ports);
    await showAll(ports, card.id);
    expect(inChannel(ports)).toEqual(['card', 'line-5001']);
  });

  it.each([
    ['Slack', () => void ports.board.next(new OutcomeUnknown('Slack'))],
    [
      'X',
      () => {
        ports.network.beforeRead = () => {
          throw new OutcomeUnknown('X');
        };
      },
    ],
  ])('and when %s cannot be read it is not done', async (_who, fails) => {
    bootsAgain(ports);
    fails();
    await expect(recover(ports)).rejects.toThrow('did not say');
    expect(recovered()).toBe(false);
    ports.network.beforeRead = () => {};
    await recover(ports);
    expect(recovered()).toBe(true);
  });

  it('another boot begins it anew', async () => {
    bootsAgain(ports);
    ports.board.meanwhile = async () => ports.world.bootsAgain(boot('run-3 replid-3'));
    await recover(ports);
    expect(recovered()).toBe(false);
    expect(ports.world.now().boot).not.toBe(aBoot);
  });
});
