import { beforeEach, describe, expect, it } from 'vitest';
import { privateCardId } from '../../../src/core/card/select.js';
import { compareIds, postId } from '../../../src/core/ids.js';
import { Rejected } from '../../../src/errors.js';
import { watchPrivateMessages } from '../../../src/flows/watch/watch-private.js';
import { aPatron, aPost, aPrivateSide, minutes, tuesday } from '../../build.js';
import { us } from '../../fakes/network.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';
import { idAt } from '../on-x.js';

const maya = aPatron();
const conversationId = postId([us.id, maya.id].sort(compareIds).join('_'));
const id = privateCardId(conversationId);

let ports: FakePorts;
beforeEach(async () => {
  ports = fakePorts({ desk: aPrivateSide() });
  await watchPrivateMessages(ports);
  ports.clock.pass(minutes(2));
});
const at = (ms: number, text: string) =>
  aPost({ id: idAt(ms), versions: [idAt(ms)], authorId: maya.id, conversationId, at: ms, text });
const says = (text: string, ms = ports.clock.now()) => ports.network.arrivesInPrivate(at(ms, text), maya);
const weSay = (text: string, ms = ports.clock.now()) =>
  ports.network.arrivesInPrivate({ ...at(ms, text), authorId: us.id });
const look = () => watchPrivateMessages(ports);
const card = () => ports.cards.get(id);

describe('private messages', () => {
  it('of one conversation are one card, and asking twice changes nothing', async () => {
    says('Is my hold in?');
    await look();
    const once = await card();
    expect(once).toMatchObject({
      state: 'open',
      acts: [{ kind: 'private', topic: 'question', first: true }],
    });
    await look();
    expect(await card()).toEqual(once);
    ports.clock.pass(1_000);
    says('And the other one?');
    await look();
    expect((await card())?.acts.map(({ answered }) => answered)).toEqual([false, false]);
  });

  it('from before the desk began make no card, nor do ours where nobody wrote to us', async () => {
    says('Long ago', tuesday - 1);
    await look();
    weSay('Hello there');
    await look();
    expect(await card()).toBeUndefined();
  });

  it('that a colleague answered in the X app are answered', async () => {
    says('Is my hold in?');
    ports.clock.pass(1_000);
    weSay('Yes, it is.');
    await look();
    expect(await card()).toMatchObject({ state: 'sent', answers: [{ how: 'in-x', text: 'Yes, it is.' }] });
  });

  it('are read again when their cards could not be stored', async () => {
    says('Is my hold in?');
    const { change } = ports.cards;
    ports.cards.change = () => Promise.reject(new Error('gone'));
    await expect(look()).rejects.toThrow('gone');
    ports.cards.change = change;
    await look();
    expect(await card()).toBeDefined();
  });

  it('that came incomplete hold the mark, and nobody up', async () => {
    says('Is my hold in?');
    const { privateMessages } = ports.network;
    const late = ports.clock.now() - 1_000;
    ports.network.privateMessages = async (since) => ({
      ...(await privateMessages(since)),
      odd: [{ id: idAt(late), at: late }],
    });
    await look();
    expect(await card()).toBeDefined();
    expect((await ports.watermarks.newest('private-messages')).at).toBe(late - 1);
  });

  it('that X does not give fail the look, and make no card', async () => {
    ports.network.beforeRead = () => {
      throw new Rejected('other', 'X says no.');
    };
    await expect(look()).rejects.toBeInstanceOf(Rejected);
    expect(await card()).toBeUndefined();
  });
});
