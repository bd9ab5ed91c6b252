import { beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card/card.js';
import { networkPolls } from '../../../src/core/due/due-entries.js';
import { boot } from '../../../src/core/ids.js';
import { OutcomeUnknown, Rejected } from '../../../src/errors.js';
import { recover } from '../../../src/flows/recover/recover.js';
import { deliver } from '../../../src/flows/send/send.js';
import { aBoot, aCard, ana, minutes } from '../../build.js';
import { aReply, mayasPost } from '../../core/card/card-in.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';
import { aStoredCard } from '../on-x.js';
import { bootsAgain, inChannel, nextBoot, showAll } from './after-a-boot.js';

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
  expect(ports.due.all().map(({ id }) => id)).toEqual(expect.arrayContaining([...networkPolls]));
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
