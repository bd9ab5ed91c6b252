import { beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card/card.js';
import { minuteMs } from '../../../src/core/durations.js';
import { boot } from '../../../src/core/ids.js';
import { networks } from '../../../src/core/network/networks.js';
import { NotSent, OutcomeUnknown, Rejected } from '../../../src/errors.js';
import { resolveUnknown } from '../../../src/flows/send/resolve-unknown.js';
import { deliver } from '../../../src/flows/send/send.js';
import { aDesk, tuesday } from '../../build.js';
import { aReply, mayasPost } from '../../core/card/card-in.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';
import { aStoredCard } from '../on-x.js';

const reply = aReply({ dueAt: tuesday, approvedAt: tuesday, goodUntil: tuesday + 15 * minuteMs });

let ports: FakePorts;
let card: Card;
/** The keys under which a post was asked for, in order, and what each call met. */
let calls: string[];
/** What is posted, by its key. */
let posted: Map<string, string>;

beforeEach(async () => {
  ports = fakePorts({ desk: aDesk({ network: networks.bluesky }) });
  card = await aStoredCard(ports, 'sending', { reply });
  calls = [];
  posted = new Map();
});

/** A network that posts nothing twice under one key; each call meets the next of these, and none after the last. */
function meets(...faults: (Error | 'lost after it was posted')[]): void {
  ports.network.publish = async (text, replyTo, _may, key) => {
    calls.push(key);
    const fault = faults.shift();
    if (fault instanceof Error) throw fault;
    const known = posted.get(key);
    const post = known ?? ports.network.weAnswer({ text, ...(replyTo ? { repliedTo: replyTo } : {}) }).id;
    posted.set(key, post);
    if (fault) throw new OutcomeUnknown('Bluesky');
    return { id: post as never, at: ports.clock.now() };
  };
}

/** Sends and looks whenever that is due, until then; two workers at once. */
async function until(then: number): Promise<void> {
  for (;;) {
    const due = ports.due.all().find(({ job }) => job === 'send' || job === 'settle');
    if (!due || due.at > then) break;
    ports.clock.pass(Math.max(0, due.at - ports.clock.now()));
    const work = () => (due.job === 'send' ? deliver(ports, card.id) : resolveUnknown(ports, card.id));
    await Promise.all([work(), work()].map((one) => one.catch(() => undefined)));
    if (ports.due.all().some(({ at, job }) => job === due.job && at === due.at)) ports.clock.pass(1_000);
  }
  ports.clock.pass(Math.max(0, then - ports.clock.now()));
}

const now = async () => (await ports.cards.get(card.id)) ?? card;

describe('an answer whose outcome is unknown, where the same key posts once', () => {
  it('is sent again under the same key, and stands there once', async () => {
    meets(new OutcomeUnknown('Bluesky'), new OutcomeUnknown('Bluesky'));
    await until(tuesday + minuteMs);
    expect(new Set(calls).size).toBe(1);
    expect(calls.length).toBe(3);
    expect(await now()).toMatchObject({ state: 'sent', answers: [{ text: reply.text }] });
    expect(ports.network.ours()).toHaveLength(1);
  });

  it('that did arrive is found, and not called again', async () => {
    meets('lost after it was posted');
    await until(tuesday + minuteMs);
    expect(calls).toHaveLength(1);
    expect((await now()).state).toBe('sent');
  });

  it('comes back to its writer when it is nowhere five minutes after its last call, and never waits for a person to look', async () => {
    meets(...Array.from({ length: 500 }, () => new OutcomeUnknown('Bluesky')));
    await until(reply.goodUntil + 4 * minuteMs);
    expect((await now()).state).toBe('unsure');
    await until(reply.goodUntil + 7 * minuteMs);
    expect(await now()).toMatchObject({ state: 'claimed', notice: { kind: 'lapsed' } });
    expect(new Set(calls).size).toBe(1);
  });

  it('is only looked for after a restore: it may have been posted, and deleted by somebody', async () => {
    meets('lost after it was posted');
    ports.network.beforeRead = () => {
      throw new OutcomeUnknown('Bluesky');
    };
    await until(tuesday + 4_000);
    expect((await now()).state).toBe('unsure');
    for (const post of ports.network.ours()) ports.network.disappears(post.id);
    ports.network.beforeRead = () => {};
    ports.cards.bootsAgain(boot('run-2 replid-2'));
    await until(tuesday + 10 * minuteMs);
    expect(calls).toHaveLength(1);
    expect(await now()).toMatchObject({ state: 'claimed', notice: { kind: 'lapsed' } });
  });

  it('is only looked for when nobody could look for minutes: it may have been posted, and deleted by somebody', async () => {
    meets('lost after it was posted');
    await until(tuesday + 4_000);
    for (const post of ports.network.ours()) ports.network.disappears(post.id);
    ports.clock.pass(3 * minuteMs);
    await until(tuesday + 10 * minuteMs);
    expect(calls).toHaveLength(1);
    expect(await now()).toMatchObject({ state: 'claimed', notice: { kind: 'lapsed' } });
  });

  it('goes out although what it answers was read for longer than a process may stand still', async () => {
    meets();
    const publish = ports.network.publish;
    ports.network.publish = (text, replyTo, mayStillSend, key) => {
      ports.clock.pass(10_000);
      if (!mayStillSend()) throw new NotSent();
      return publish(text, replyTo, mayStillSend, key);
    };
    await until(tuesday + minuteMs);
    expect(calls).toHaveLength(1);
    expect((await now()).state).toBe('sent');
  });

  it('does not go out after its time, however long that reading took', async () => {
    const short = { ...reply, goodUntil: tuesday + 5_000 };
    ports = fakePorts({ desk: aDesk({ network: networks.bluesky }) });
    card = await aStoredCard(ports, 'sending', { reply: short });
    ports.network.publish = async (_text, _replyTo, mayStillSend) => {
      ports.clock.pass(10_000);
      throw mayStillSend() ? new Error('It would go out late.') : new NotSent();
    };
    await until(tuesday + minuteMs);
    expect(await now()).toMatchObject({ state: 'claimed', notice: { kind: 'lapsed' } });
  });

  it('stays looked for when a later call is refused: the first one may have been taken', async () => {
    meets(new OutcomeUnknown('Bluesky'), new Rejected('gone', 'not shown'));
    await until(tuesday + minuteMs);
    expect(calls).toHaveLength(2);
    expect((await now()).state).toBe('unsure');
    ports.network.weAnswer({ text: reply.text, repliedTo: mayasPost });
    await until(tuesday + 3 * minuteMs);
    expect((await now()).state).toBe('sent');
  });
});
