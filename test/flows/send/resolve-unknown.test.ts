import { beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card/card.js';
import { mentionCardId } from '../../../src/core/card/select.js';
import { actId, boot, postId } from '../../../src/core/ids.js';
import { OutcomeUnknown } from '../../../src/errors.js';
import { lookAtOurTimeline } from '../../../src/flows/send/look.js';
import { resolveUnknown } from '../../../src/flows/send/resolve-unknown.js';
import { aMention, ana, minutes, tuesday } from '../../build.js';
import { aReply, mayasPost, theToken } from '../../core/card/card-in.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';
import { aStoredCard } from '../on-x.js';

const reply = aReply({ token: theToken, unsureSince: tuesday });

let ports: FakePorts;
let card: Card;
beforeEach(async () => {
  ports = fakePorts();
  card = await aStoredCard(ports, 'unsure', { reply });
});

const now = async () => (await ports.cards.get(card.id)) ?? card;
const dueSettle = () => ports.due.all().find(({ job, id }) => job === 'settle' && id === card.id);

/** Looks whenever it is due, until it no longer is; says when that was, counted from losing sight. */
async function lookOn(): Promise<number[]> {
  const looks: number[] = [];
  for (let due = dueSettle(); due; due = dueSettle()) {
    ports.clock.pass(Math.max(0, due.at - ports.clock.now()));
    looks.push(ports.clock.now() - tuesday);
    await resolveUnknown(ports, card.id);
  }
  return looks;
}

describe('an answer of which X said nothing', () => {
  it('that appears on our timeline is sent, with its link', async () => {
    ports.clock.pass(1_000);
    const post = ports.network.weAnswer({ text: reply.text, repliedTo: mayasPost });
    await lookOn();
    expect(await now()).toMatchObject({
      state: 'sent',
      answers: [{ postId: post.id, by: ana, how: 'as-approved' }],
    });
    expect(dueSettle()).toBeUndefined();
  });

  it('in other words than approved was changed in X', async () => {
    ports.network.weAnswer({ text: 'Hi Maya, we have 40. ^AK', repliedTo: mayasPost });
    await lookOn();
    expect((await now()).answers).toMatchObject([{ how: 'changed-in-x', text: 'Hi Maya, we have 40. ^AK' }]);
  });

  it('that stays away for five minutes is a question for a person', async () => {
    expect(await lookOn()).toEqual([5_000, 15_000, 45_000, 120_000, 300_000]);
    expect(await now()).toMatchObject({ state: 'unsure', reply: { notSeen: true, looks: 5 } });
  });

  it('that X shows late is still found by the watch over our timeline', async () => {
    await lookOn();
    ports.network.weAnswer({ text: reply.text, repliedTo: mayasPost });
    await lookAtOurTimeline(ports, tuesday);
    expect((await now()).state).toBe('sent');
  });

  it('is not declared absent by looks ahead of their time, or two at once', async () => {
    for (let n = 0; n < 20; n++) await resolveUnknown(ports, card.id);
    expect((await now()).reply?.looks).toBe(0);
    ports.clock.pass(5_000);
    await Promise.all(Array.from({ length: 5 }, () => resolveUnknown(ports, card.id)));
    expect((await now()).reply?.looks).toBe(1);
  });

  it('is absent only in looks of one boot: after another they begin again', async () => {
    ports.clock.pass(45_000);
    for (let n = 0; n < 3; n++) await resolveUnknown(ports, card.id);
    ports.cards.bootsAgain(boot('run-2 replid-2'));
    const from = ports.clock.now() - tuesday + 75_000;
    expect(await lookOn()).toEqual([
      from,
      ...[5_000, 15_000, 45_000, 120_000, 300_000].map((ms) => from + ms),
    ]);
    expect((await now()).reply?.notSeen).toBe(true);
  });

  it('stays as it is when our timeline cannot be read', async () => {
    const before = await now();
    ports.network.beforeRead = () => {
      throw new OutcomeUnknown('X');
    };
    ports.clock.pass(5_000);
    await expect(resolveUnknown(ports, card.id)).rejects.toThrow('X did not say');
    expect(await now()).toEqual(before);
  });

  it('is looked for since the earliest try of which nothing was heard', async () => {
    ports.clock.pass(-minutes(30));
    const post = ports.network.weAnswer({ text: reply.text, repliedTo: mayasPost });
    ports.clock.pass(minutes(30));
    const unknownFrom = tuesday - minutes(31);
    await aStoredCard(ports, 'unsure', { reply: { ...reply, n: 2, unknownFrom } });
    await lookOn();
    expect((await now()).answers).toMatchObject([{ postId: post.id, by: ana }]);
  });
});

describe('a call that never came back', () => {
  it('is unknown once its lease is over, and not before', async () => {
    await aStoredCard(ports, 'posting');
    await resolveUnknown(ports, card.id);
    expect((await now()).state).toBe('posting');
    ports.clock.pass(minutes(2));
    await resolveUnknown(ports, card.id);
    expect(await now()).toMatchObject({ state: 'unsure', reply: { looks: 0 } });
  });
});

describe('looking at our timeline', () => {
  const look = () => lookAtOurTimeline(ports, tuesday - minutes(15));

  it('notices a hand-off that was posted and a colleague who answered in the X app', async () => {
    await aStoredCard(ports, 'handed-off');
    const acts = [aMention({ id: actId('5501'), versions: [postId('5501')] })];
    const other = await aStoredCard(ports, 'open', { id: mentionCardId(postId('5501'), '2003'), acts });
    ports.network.weAnswer({ text: 'Hi Maya!', repliedTo: mayasPost });
    const newest = ports.network.weAnswer({ text: 'Yes!', repliedTo: postId('5501') });
    expect(await look()).toBe(newest.at);
    expect((await now()).answers).toMatchObject([{ by: ana, how: 'in-x', text: 'Hi Maya!' }]);
    expect(await ports.cards.get(other.id)).toMatchObject({
      state: 'sent',
      answers: [{ how: 'in-x', postId: newest.id }],
    });
  });

  it('leaves a post alone that is bound to another card', async () => {
    const post = ports.network.weAnswer({ text: reply.text, repliedTo: mayasPost });
    await aStoredCard(ports, 'sent', {
      id: mentionCardId(postId('5501'), '2003'),
      acts: [aMention({ id: actId('5501'), versions: [postId('5501')], answered: true })],
      answers: [{ postId: post.id, covers: [], text: post.text, at: post.at, how: 'in-x' }],
      reply: aReply({ replyTo: postId('5501') }),
    });
    await look();
    expect((await now()).state).toBe('unsure');
  });

  it('twice changes nothing, and what answers nobody is left alone', async () => {
    ports.network.weAnswer({ text: 'Central closes at 16:00 today.' });
    ports.network.weAnswer({ text: reply.text, repliedTo: mayasPost });
    ports.network.weAnswer({ text: 'To somebody else', repliedTo: postId('7777') });
    await look();
    const once = await now();
    await look();
    expect(await now()).toEqual(once);
  });
});
