import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Poll } from '../../src/core/due/due-entries.js';
import { timings } from '../../src/core/due/timings.js';
import { cardId } from '../../src/core/ids.js';
import { Busy, OutcomeUnknown, Rejected, Unreachable } from '../../src/errors.js';
import { announce } from '../../src/flows/tell/announce.js';
import { createTick } from '../../src/queue/tick.js';
import { createWorker } from '../../src/queue/worker.js';
import { aDesk, minutes, stranger } from '../build.js';
import { fakeDueLists } from '../fakes/due.js';
import { type FakePorts, fakePorts } from '../fakes/ports.js';
import { aStoredCard } from '../flows/on-x.js';
import { keptLog, type OpenQueue, openQueue } from './open-queue.js';

interface Working extends OpenQueue {
  readonly ports: FakePorts;
  /** Those of a second desk, `north`. */
  readonly north: FakePorts;
  readonly lines: Record<string, unknown>[];
  readonly polled: [string, Poll][];
  tick(): Promise<unknown>;
  /** Ends the process. */
  end(): Promise<void>;
  /** Waits until every job that was given has ended. */
  done(): Promise<void>;
}

/** One process with a tick and a worker; the store is in memory, the queue is real. */
async function working(): Promise<Working> {
  const open = await openQueue();
  const ports = fakePorts();
  const north = fakePorts();
  const { log, lines } = keptLog();
  const polled: [string, Poll][] = [];
  const worker = createWorker({
    connection: open.connect(),
    prefix: open.prefix,
    desks: {
      now: async (id) =>
        new Map<string, FakePorts>([
          [ports.desk.id, ports],
          ['north', north],
        ]).get(id),
      all: async () => [ports, north],
    },
    timings,
    log,
    pollDone: (desk, poll) => polled.push([desk, poll]),
  });
  void worker.run();
  const { clock, due } = ports;
  const lists = fakeDueLists(new Map([[aDesk().id, due]]));
  const tick = createTick([lists], () => due, open.queue, { clock, timings, log });
  return {
    ...open,
    ports,
    north,
    lines,
    polled,
    tick: tick.once,
    end: () => worker.close(),
    done: () =>
      expect
        .poll(() => open.queue.count().then(async (n) => n + (await open.queue.getActiveCount())))
        .toBe(0),
    close: async () => {
      await worker.close();
      await open.close();
    },
  };
}

let work: Working;
beforeEach(async () => {
  work = await working();
});
afterEach(() => work.close());

const inChannel = () => work.ports.board.channel.map(({ key }) => key);

describe('a job', () => {
  it('that is due is done, and then no longer due', async () => {
    await aStoredCard(work.ports, 'open');
    await work.tick();
    await expect.poll(inChannel).toEqual(['card']);
    work.ports.clock.pass(timings.postSlotMs);
    await work.tick();
    await expect.poll(inChannel).toEqual(['card', 'line-5001']);
    await work.done();
    expect(work.ports.due.all().map(({ job }) => job)).toEqual(['remind']);
    expect(work.lines).toEqual([]);
  });

  it('that fails is logged, and done a while later', async () => {
    await aStoredCard(work.ports, 'open');
    work.ports.board.next(new Rejected('other', 'channel_not_found'));
    await work.tick();
    await expect
      .poll(() => work.lines)
      .toMatchObject([{ msg: 'job failed', job: 'show', error: 'channel_not_found' }]);
    await work.done();
    work.ports.clock.pass(timings.showRetryMs);
    await work.tick();
    await expect.poll(inChannel).toEqual(['card', 'line-5001']);
  });

  it('that fails before it recorded anything is due again after its lease', async () => {
    await work.ports.due.put({ job: 'send', id: 'mention-1-1', at: work.ports.clock.now() });
    const { change } = work.ports.cards;
    work.ports.cards.change = () => Promise.reject(new Error('storage down'));
    await work.tick();
    await expect.poll(() => work.lines).toMatchObject([{ job: 'send', desk: 'central', id: 'mention-1-1' }]);
    await work.done();
    work.ports.cards.change = change;
    expect(await work.tick()).toBe('idle');
    work.ports.clock.pass(timings.dueLeaseMs);
    expect(await work.tick()).toBe('busy');
  });

  it('of a desk that this process does not serve says so', async () => {
    await work.queue.add('show', { desk: 'branch', id: 'mention-1-1' });
    const error = "Job for desk 'branch', which this process does not serve.";
    await expect.poll(() => work.lines).toMatchObject([{ error }]);
  });
});

describe('a poll', () => {
  const poll = () => work.ports.due.put({ job: 'poll', id: 'shifts', at: work.ports.clock.now() });
  const polled = () => work.polled.map(([desk]) => desk);
  const add = (ids: readonly number[], desk: string) =>
    work.queue.addBulk(ids.map((n) => ({ name: 'show', data: { desk, id: `mention-${n}-1` } })));
  const first = (count: number) => Array.from({ length: count }, (_, n) => n);

  it('goes on while forty jobs of another desk wait for an answer', async () => {
    let release = () => {};
    const answer = new Promise<void>((resolve) => {
      release = resolve;
    });
    let waiting = 0;
    const { change } = work.north.cards;
    work.north.cards.change = async (...words) => {
      waiting += 1;
      await answer;
      return change(...words);
    };
    await add(first(40), 'north');
    await expect.poll(() => waiting).toBe(40);
    await poll();
    await work.tick();
    await expect.poll(polled).toEqual(['central']);
    release();
    await work.done();
  });

  it('goes before what another desk has waiting', async () => {
    let before = 0;
    const { change } = work.north.cards;
    work.north.cards.change = (...words) => {
      before += work.polled.length === 0 ? 1 : 0;
      return change(...words);
    };
    await work.queue.pause();
    await add(first(400), 'north');
    await poll();
    await work.tick();
    await work.queue.resume();
    await work.done();
    expect(polled()).toEqual(['central']);
    expect(before).toBeLessThan(200);
  });
});

describe('a look for an answer', () => {
  const next = () => work.ports.due.all().find(({ job }) => job === 'settle')?.at;
  const look = async (fault: Error) => {
    await aStoredCard(work.ports, 'unsure', { messages: {} });
    // It is shown first: each write of a card makes its due entries anew.
    for (const ms of [0, timings.postSlotMs]) {
      work.ports.clock.pass(ms);
      await work.tick();
      await work.done();
    }
    work.ports.clock.pass(minutes(2));
    work.ports.network.beforeRead = () => {
      throw fault;
    };
    await work.tick();
    await work.done();
  };

  it('that X asks to wait comes again then, and is no failure', async () => {
    const retryAt = work.ports.clock.now() + minutes(9);
    await look(new Busy(retryAt, 'X'));
    await expect.poll(next).toBe(retryAt);
    expect(work.lines).toEqual([]);
  });

  it('that fails comes again soon', async () => {
    await look(new OutcomeUnknown('X'));
    await expect.poll(next).toBe(work.ports.clock.now() + timings.readRetryMs);
    await expect
      .poll(() => work.lines)
      .toMatchObject([{ job: 'settle', error: 'X did not say what became of the call.' }]);
  });
});

describe('a recovery', () => {
  it('that fails comes again soon, and then is done', async () => {
    const { board, clock, due, world } = work.ports;
    world.recovers('channel');
    board.next(new OutcomeUnknown('Slack'));
    await due.put({ job: 'recover', id: 'desk', at: clock.now() });
    await work.tick();
    await expect
      .poll(() => due.all().find(({ job }) => job === 'recover')?.at)
      .toBe(clock.now() + timings.readRetryMs);
    await work.done();
    clock.pass(timings.readRetryMs);
    await work.tick();
    await expect.poll(() => world.now().unread).toBeUndefined();
  });
});

it('a panel that is due is shown', async () => {
  await announce(work.ports, 'x', 'Carla paused sending.');
  await work.tick();
  await expect.poll(inChannel).toEqual(['panel']);
});

it('the channel is read, and who joined it sees that in a Home that they have open', async () => {
  const { board, clock, due, homes } = work.ports;
  await homes.opened(stranger, clock.now());
  await work.tick();
  await expect.poll(() => board.homes.get(stranger)).toMatchObject({ refusal: { refused: 'not-staff' } });
  await work.done();
  board.people.set(stranger, { id: stranger, name: 'Ned', guest: false, deactivated: false });
  await due.put({ job: 'poll', id: 'colleagues', at: clock.now() });
  await work.tick();
  await expect.poll(() => work.polled).toEqual([['central', 'colleagues']]);
  expect(due.all()[0]).toEqual({ job: 'home', id: 'desk', at: 0 });
});

it('a process that ends lets its jobs end first', async () => {
  let ends = () => {};
  work.ports.board.meanwhile = () => new Promise<void>((resolve) => (ends = resolve));
  await aStoredCard(work.ports, 'open');
  await work.tick();
  await expect
    .poll(async () => (await work.ports.cards.get(cardId('mention-5001-2001')))?.messages.card?.lease)
    .toBeDefined();
  let closed = false;
  const closing = work.end().then(() => {
    closed = true;
  });
  await Promise.race([closing, work.queue.getJobCounts()]);
  expect(closed).toBe(false);
  ends();
  await closing;
  expect(inChannel()).toEqual(['card']);
});

describe('a poll', () => {
  const poll = async (id: string) => {
    await work.ports.due.put({ job: 'poll', id, at: work.ports.clock.now() });
    await work.tick();
  };
  const next = (id: string) => work.ports.due.all().find((entry) => entry.id === id)?.at;

  it('that ended well is told, and comes again', async () => {
    await poll('mentions');
    await expect.poll(() => work.polled).toEqual([['central', 'mentions']]);
    expect(next('mentions')).toBe(work.ports.clock.now() + timings.pollMentionsMs);
  });

  it('that X asks to wait comes again then, and is no failure', async () => {
    const retryAt = work.ports.clock.now() + minutes(9);
    work.ports.network.beforeRead = () => {
      throw new Busy(retryAt, 'X');
    };
    await poll('followers');
    await expect.poll(() => next('followers')).toBe(retryAt);
    await work.done();
    expect(work.lines).toEqual([]);
  });

  it('that X refuses now in this way and now in that one is logged once for each, until it ends well', async () => {
    const reads = (fault?: Error) => {
      work.ports.network.beforeRead = () => {
        if (fault) throw fault;
      };
      return poll('followers').then(work.done);
    };
    const errors = [new OutcomeUnknown('X', 'HTTP 503'), new Unreachable('X', 'refused')];
    const turns = [...errors, new Busy(work.ports.clock.now(), 'X'), ...errors];
    for (const fault of turns) await reads(fault);
    const said = errors.map(({ message }) => message);
    expect(work.lines.map(({ error }) => error)).toEqual(said);
    await reads();
    await reads(errors[0]);
    expect(work.lines.map(({ error }) => error)).toEqual([...said, said[0]]);
  });

  it('of a name that nobody knows says which there are', async () => {
    await work.queue.add('poll', { desk: 'central', id: 'likes' });
    const error =
      "No poll 'likes'. There are: mentions, followers, own-posts, recheck, private-messages, colleagues, rota, outlook, shifts, keeping.";
    await expect.poll(() => work.lines).toMatchObject([{ error }]);
  });
});
