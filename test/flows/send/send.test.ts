import { beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card/card.js';
import { actId, boot, cardId, panelId } from '../../../src/core/ids.js';
import { omit } from '../../../src/core/omit.js';
import { Busy, OutcomeUnknown, Rejected, Unreachable } from '../../../src/errors.js';
import { act } from '../../../src/flows/act.js';
import { submit } from '../../../src/flows/answer/submit.js';
import { resolveUnknown } from '../../../src/flows/send/resolve-unknown.js';
import { deliver } from '../../../src/flows/send/send.js';
import { pause } from '../../../src/flows/team/pause.js';
import { aDesk, ana, aPatron, aPost, carla, minutes, tuesday } from '../../build.js';
import { aReply, asAna, asCarla, mayasPost } from '../../core/card/card-in.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';
import { doWhatFollows } from '../due-work.js';
import { aStoredCard } from '../on-x.js';

const words = 'Hi Maya, yes: 40 at Central.';
const signed = `${words} ^AK`;
const goodUntil = tuesday + minutes(15);

const leads = aDesk().rota.staff.flatMap(({ lead, slackId }) => (lead ? [slackId] : []));

let ports: FakePorts;
let card: Card;

/** Ana sends her answer, and the undo window ends. */
beforeEach(async () => {
  ports = fakePorts();
  ports.network.arrives(aPost({ id: mayasPost }), aPatron());
  card = await aStoredCard(ports, 'claimed');
  const approved = await submit(ports, card.id, asAna, { text: words });
  if (approved.outcome !== 'approved') throw new Error(approved.outcome);
  ports.clock.pass(ports.desk.send.undoMs);
});

const now = async () => (await ports.cards.get(card.id)) ?? card;
const send = () => deliver(ports, card.id);

describe('delivering', () => {
  it('posts what was approved, once, under the post that it answers', async () => {
    await send();
    await send();
    expect(ports.network.ours()).toMatchObject([{ text: signed, repliedTo: mayasPost }]);
    expect(await now()).toMatchObject({
      state: 'sent',
      answers: [{ postId: ports.network.ours()[0]?.id, text: signed, by: ana, how: 'as-approved' }],
    });
  });

  it('by many workers at once posts once', async () => {
    await Promise.all(Array.from({ length: 10 }, send));
    expect(ports.network.ours()).toHaveLength(1);
    expect((await now()).state).toBe('sent');
  });

  it('waits for the end of the undo window', async () => {
    await aStoredCard(ports, 'claimed');
    await submit(ports, card.id, asAna, { text: words });
    ports.clock.pass(ports.desk.send.undoMs - 1);
    await send();
    expect(ports.network.ours()).toEqual([]);
  });

  it('does nothing after an undo', async () => {
    await act(ports, card.id, { do: 'undo' }, asCarla);
    await send();
    expect(ports.network.ours()).toEqual([]);
    expect((await now()).state).toBe('claimed');
  });

  it('after the answer stopped being good gives it back', async () => {
    ports.clock.pass(minutes(15));
    await send();
    expect(ports.network.ours()).toEqual([]);
    expect(await now()).toMatchObject({ state: 'claimed', notice: { kind: 'lapsed', goodUntil } });
  });

  it('under another boot does not call, for the stored state may be an old one', async () => {
    ports.cards.bootsAgain(boot('run-2 replid-2'));
    await send();
    expect(ports.network.ours()).toEqual([]);
    expect((await now()).state).toBe('unsure');
  });

  it('under the boot that just came does not call before the desk has recovered', async () => {
    ports.world.recovers('channel');
    await send();
    expect((await now()).state).toBe('sending');
    ports.world.recovers(undefined);
    await send();
    expect(ports.network.ours()).toHaveLength(1);
  });

  it('while sending is paused gives the answer back, and says who paused', async () => {
    await pause(ports, asCarla, 'statement coming');
    await send();
    expect(ports.network.ours()).toEqual([]);
    expect(await now()).toMatchObject({
      state: 'claimed',
      notice: { kind: 'paused', pause: { by: carla, reason: 'statement coming' } },
    });
  });

  it('of a hello answers nobody', async () => {
    const reply = aReply({ covers: [actId('hello-1')] });
    const hello = await aStoredCard(ports, 'sending', {
      id: cardId('hello-1'),
      acts: [
        {
          kind: 'hello',
          id: actId('hello-1'),
          at: tuesday,
          answered: false,
          digest: panelId('digest-1'),
          greets: 0,
        },
      ],
      reply: omit(reply, 'replyTo'),
    });
    await deliver(ports, hello.id);
    expect(ports.network.ours()).toMatchObject([{ text: reply.text }]);
    expect(ports.network.ours()[0]).not.toHaveProperty('repliedTo');
    expect((await ports.cards.get(hello.id))?.state).toBe('sent');
  });

  it('by a process that stood still between record and call does not call, and is tried again', async () => {
    ports.network.beforeSocket = () => {
      ports.network.beforeSocket = () => {};
      ports.clock.pass(ports.timings.freezeMs + 1);
    };
    await send();
    expect(ports.network.ours()).toEqual([]);
    expect((await now()).state).toBe('sending');
    await send();
    expect(ports.network.ours()).toHaveLength(1);
  });

  it('by a process that stood still for so long that nobody waits for it any more does not call', async () => {
    ports.network.beforeSocket = () => ports.clock.pass(ports.timings.postingLeaseMs);
    await send();
    expect(ports.network.ours()).toEqual([]);
  });
});

describe('X that did not take the answer', () => {
  it('and asks to wait gets it then, when the answer is still good', async () => {
    const retryAt = goodUntil - 1_000;
    ports.network.nextReply(new Busy(retryAt, 'X'));
    await send();
    expect(await now()).toMatchObject({
      state: 'sending',
      notice: { kind: 'waiting', until: retryAt, goodUntil },
    });
    expect(ports.due.all()).toContainEqual({ job: 'send', id: card.id, at: retryAt });
    ports.clock.pass(retryAt - ports.clock.now());
    await send();
    expect(ports.network.ours()).toHaveLength(1);
  });

  it('and asks to wait for longer than the answer is good gives it back', async () => {
    ports.network.nextReply(new Busy(goodUntil + 1, 'X'));
    await send();
    expect(await now()).toMatchObject({ state: 'claimed', notice: { kind: 'rejected', reason: 'limit' } });
  });

  it('because it was not reached is tried at growing distances, and given back in time', async () => {
    const waits: number[] = [];
    while ((await now()).state === 'sending') {
      ports.network.nextReply(new Unreachable('X', new Error('ECONNREFUSED')));
      await send();
      const { state, reply } = await now();
      if (state !== 'sending' || !reply) break;
      const wait = Math.max(1, reply.dueAt - ports.clock.now());
      waits.push(wait);
      ports.clock.pass(wait);
    }
    expect(waits.slice(0, 4)).toEqual([2_000, 4_000, 8_000, 16_000]);
    expect(ports.clock.now()).toBe(goodUntil + 1);
    expect(await now()).toMatchObject({ state: 'claimed', notice: { kind: 'lapsed' } });
  });

  it('and says why gives it back with the reason', async () => {
    ports.network.nextReply(new Rejected('not-summoned', 'You were not mentioned.'));
    await send();
    expect(await now()).toMatchObject({
      state: 'claimed',
      notice: { kind: 'rejected', reason: 'not-summoned', detail: 'You were not mentioned.' },
    });
  });
});

describe('X that takes no answers at all', () => {
  it.each([
    ['sign-in', 'Unauthorized'],
    ['budget', 'Credits are depleted'],
  ] as const)('(%s) is told to the leads, once', async (reason, detail) => {
    const told: [string, string][] = [];
    ports.board.whisper = async (to, text) => void told.push([to, text]);
    for (let n = 0; n < 2; n++) {
      ports.network.nextReply(new Rejected(reason, detail));
      await send();
      await doWhatFollows(ports);
      expect(await now()).toMatchObject({ state: 'claimed', notice: { kind: 'rejected', reason, detail } });
      await submit(ports, card.id, asAna, { text: words });
      ports.clock.pass(ports.desk.send.undoMs);
    }
    expect(told.map(([to]) => to)).toEqual(leads);
    expect(told[0]?.[1]).toContain(`X takes no answers from @centrallibrary (${detail}).`);
  });

  it('but only about this answer is told on its card alone', async () => {
    const told: string[] = [];
    ports.board.whisper = async (to) => void told.push(to);
    ports.network.nextReply(new Rejected('not-summoned', 'You were not mentioned.'));
    await send();
    expect(told).toEqual([]);
  });
});

describe('X that never said what became of the answer', () => {
  it('is not called again, and the answer is looked for', async () => {
    ports.network.nextReply('lost after it was posted');
    await send();
    await send();
    expect(ports.network.ours()).toHaveLength(1);
    expect(await now()).toMatchObject({ state: 'unsure' });
    expect(ports.due.all()).toContainEqual({ job: 'settle', id: card.id, at: ports.clock.now() + 5_000 });
  });

  it('when it then calls the words a duplicate, that is evidence, and looking settles it', async () => {
    ports.network.nextReply('lost after it was posted');
    await send();
    // The first post is there but nobody could see it, and somebody says so.
    await act(ports, card.id, { do: 'not-there' }, asAna);
    await submit(ports, card.id, asAna, { text: words });
    ports.clock.pass(ports.desk.send.undoMs);
    await send();
    expect((await now()).state).toBe('unsure');
    ports.clock.pass(5_000);
    await resolveUnknown(ports, card.id);
    expect(ports.network.ours()).toHaveLength(1);
    expect(await now()).toMatchObject({ state: 'sent', answers: [{ by: ana, how: 'as-approved' }] });
  });

  it('for a mistake of ours is looked for as well, and the mistake shows', async () => {
    ports.network.nextReply(new TypeError('no such field'));
    await expect(send()).rejects.toThrow('no such field');
    expect(await now()).toMatchObject({ state: 'unsure' });
    expect(ports.network.ours()).toEqual([]);
  });

  it('and a process that ended during the call leave a card that is never posted again by itself', async () => {
    ports.network.nextReply(new OutcomeUnknown('X'));
    const dies = { ...ports, cards: { ...ports.cards, change: onlyOnce(ports) } };
    await expect(deliver(dies, card.id)).rejects.toThrow('storage down');
    expect((await now()).state).toBe('posting');
    await send();
    expect((await now()).state).toBe('posting');
    ports.clock.pass(ports.timings.postingLeaseMs);
    await resolveUnknown(ports, card.id);
    expect((await now()).state).toBe('unsure');
    await send();
    expect(ports.network.ours()).toEqual([]);
  });
});

/** A storage that takes one change, then is down. */
function onlyOnce({ cards }: FakePorts): FakePorts['cards']['change'] {
  let changes = 0;
  return (id, step) => {
    changes += 1;
    return changes > 1 ? Promise.reject(new Error('storage down')) : cards.change(id, step);
  };
}
