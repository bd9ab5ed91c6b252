import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { type AddressInfo, createServer as createSilentServer, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { timings } from '../../src/core/due/timings.js';
import { NotSent, OutcomeUnknown, Unreachable } from '../../src/errors.js';
import { stopwatch } from '../../src/flows/stopwatch.js';
import { faultOf } from '../../src/x/faults.js';
import { fakeClock } from '../fakes/clock.js';
import { createQuestion, problem, write } from './answering.js';

let x: Awaited<ReturnType<typeof createQuestion>>;

beforeEach(async () => {
  x = await createQuestion();
});
afterEach(() => x.close());

describe('an answer', () => {
  it('is published once, word for word, under the post it answers', async () => {
    const text = "Yes: 40 at Central & by post. Naïve <b>? See example.org ✓ (!*') 👩🏽‍💻 ^AK";
    const before = x.clock.now();
    const sent = await x.network.publish(text, x.question, () => true, 'a-key');
    expect(x.repliesTo(x.question)).toMatchObject([{ id: sent.id, text }]);
    expect(sent.at).toBeGreaterThanOrEqual(before);
    expect(sent.at).toBeLessThanOrEqual(x.clock.now());
    x.expectOneCall({ published: true });
  });

  it('is published with half a character mended: no address and no request can hold one', async () => {
    await x.network.publish('Yes, until eight \ud83d ^AK', x.question, () => true, 'a-key');
    expect(x.repliesTo(x.question)).toMatchObject([{ text: 'Yes, until eight \ufffd ^AK' }]);
  });

  it('is not sent when it may no longer be at the last moment', async () => {
    const mayStillSend = vi.fn(() => false);
    await expect(x.network.publish('Yes.', x.question, mayStillSend, 'a-key')).rejects.toBeInstanceOf(
      NotSent,
    );
    expect(mayStillSend).toHaveBeenCalledOnce();
    expect(x.calls(write)).toEqual([]);
  });

  it('asks whether it may be sent once, before X hears anything', async () => {
    const heardWhenAsked: number[] = [];
    await x.network.publish(
      'Yes.',
      x.question,
      () => heardWhenAsked.push(x.calls(write).length) > 0,
      'a-key',
    );
    expect(heardWhenAsked).toEqual([0]);
  });
});

describe('a process that stands still while it connects', () => {
  const socketChannel = 'net.client.socket';
  let whileConnecting: (socket: Socket) => void;
  const watchSocket = (message: unknown) => whileConnecting((message as { socket: Socket }).socket);
  beforeEach(() => subscribe(socketChannel, watchSocket));
  afterEach(() => {
    unsubscribe(socketChannel, watchSocket);
  });

  it('sends nothing when too much time passed by then', async () => {
    const clock = fakeClock();
    const notFrozen = stopwatch(clock, timings.freezeMs);
    whileConnecting = (socket) => socket.prependOnceListener('connect', () => clock.pass(3_000));
    await expect(x.network.publish('Yes.', x.question, notFrozen, 'a-key')).rejects.toBeInstanceOf(NotSent);
    expect(x.calls(write)).toEqual([]);
  });

  it('sends what is still good, once the connection stands', async () => {
    let isConnected = false;
    whileConnecting = (socket) => socket.prependOnceListener('connect', () => (isConnected = true));
    await x.network.publish('Yes.', x.question, () => isConnected, 'a-key');
    x.expectOneCall({ published: true });
  });

  it('and has to end meanwhile has sent nothing', async () => {
    const ending = new AbortController();
    whileConnecting = () => ending.abort();
    expect(await x.failure(x.connect({ ending: ending.signal }))).toBeInstanceOf(Unreachable);
    expect(x.calls(write)).toEqual([]);
  });

  it('and has to end before the two agreed on a key ends at once', async () => {
    const ending = new AbortController();
    const silent = createSilentServer((socket) => socket.once('data', () => ending.abort()));
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const network = x.connect({ origin: `https://127.0.0.1:${port}`, ending: ending.signal });
    expect(await x.failure(network)).toBeInstanceOf(OutcomeUnknown);
    silent.close();
  });
});

describe('an answer for which X is never reached is certainly not sent', () => {
  for (const scheme of ['http', 'https']) {
    it(`when the connection is refused (${scheme})`, async () => {
      const network = x.connect({ origin: `${scheme}://127.0.0.1:${await unusedPort()}` });
      const fault = await x.failure(network);
      expect(fault).toBeInstanceOf(Unreachable);
      expect(fault).toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    });
  }

  it('when the name does not exist', async () => {
    expect(await x.failure(x.connect({ origin: 'http://x.invalid' }))).toBeInstanceOf(Unreachable);
  });
});

describe('a mistake of ours in a call shows as what it is', () => {
  const mistake = new TypeError('no such field');
  const blunder = () => {
    throw mistake;
  };

  it('when the last check before the bytes leave throws it, and nothing is sent', async () => {
    await expect(x.network.publish('Yes.', x.question, blunder, 'a-key')).rejects.toBe(mistake);
    expect(x.calls(write)).toEqual([]);
  });

  it('when it is thrown while X says who we are, before an answer', async () => {
    const network = x.connect({ handle: 'centrallibrary', charge: blunder });
    expect(await x.failure(network)).toBe(mistake);
    expect(x.calls(write)).toEqual([]);
  });

  it('when the library throws it', () => {
    expect(faultOf(mistake, { status: 0, neverConnected: false, now: 0 })).toBe(mistake);
  });
});

describe('an answer has an unknown outcome', () => {
  const unpublished = [
    ['the connection is reset before it took effect', { when: 'before', how: 'reset' }],
    ['X is overloaded', { when: 'before', how: 'status', status: 503 }],
    ['X fails with a page for people', { when: 'before', how: 'status', status: 500 }],
    [
      'a server error comes with a problem body',
      { when: 'before', how: 'status', status: 503, body: problem(503, 'duplicate content') },
    ],
    [
      'X says that the request timed out, even with a problem body',
      { when: 'before', how: 'status', status: 408, body: problem(408, 'Timeout') },
    ],
    [
      'the way leads elsewhere',
      { when: 'before', how: 'status', status: 302, headers: { location: '/elsewhere' } },
    ],
    [
      'a redirect looks like a success',
      { when: 'before', how: 'status', status: 307, body: { data: { id: '1', text: 'Yes.' } } },
    ],
    ['a refusal is a page for people', { when: 'before', how: 'status', status: 403 }],
    ['a refusal has no problem body', { when: 'before', how: 'status', status: 403, body: { errors: [] } }],
  ] as const;
  for (const [when, fault] of unpublished) {
    it(`when ${when}`, async () => {
      x.fail(write, fault);
      expect(await x.failure()).toBeInstanceOf(OutcomeUnknown);
      x.expectOneCall({ published: false });
    });
  }

  const published = [
    ['the connection is reset after it took effect', { when: 'after', how: 'reset' }],
    ['the answer is cut off', { when: 'after', how: 'cut' }],
    ['X says yes without an id', { when: 'after', how: 'status', status: 201, body: { data: {} } }],
    [
      'X says yes with a number for an id',
      { when: 'after', how: 'status', status: 201, body: { data: { id: 17, text: '' } } },
    ],
    ['X says yes with an empty answer', { when: 'after', how: 'status', status: 200, body: '' }],
    ['X says yes with a page for people', { when: 'after', how: 'status', status: 200 }],
    ['X fails after publishing', { when: 'after', how: 'status', status: 502 }],
  ] as const;
  for (const [when, fault] of published) {
    it(`when ${when}`, async () => {
      x.fail(write, fault);
      expect(await x.failure()).toBeInstanceOf(OutcomeUnknown);
      x.expectOneCall({ published: true });
    });
  }

  it('when X never answers: the deadline ends it', async () => {
    x.fail(write, { when: 'after', how: 'hang' });
    expect(await x.failure(x.connect({ timings: hasty }))).toBeInstanceOf(OutcomeUnknown);
    x.expectOneCall({ published: true });
  });

  it('when the answer trickles: the deadline is for all of it, not for each byte', async () => {
    x.fail(write, { when: 'after', how: 'trickle', ms: 100 });
    const begun = performance.now();
    expect(await x.failure(x.connect({ timings: hasty }))).toBeInstanceOf(OutcomeUnknown);
    expect(performance.now() - begun).toBeLessThan(3_000);
    x.expectOneCall({ published: true });
  });

  it('when X publishes it only after the connection was lost', async () => {
    x.fail(write, { when: 'late', how: 'reset', lateMs: 50 });
    expect(await x.failure()).toBeInstanceOf(OutcomeUnknown);
    await vi.waitFor(() => expect(x.repliesTo(x.question)).toHaveLength(1));
    expect(x.calls(write)).toMatchObject([{ tookEffect: false }, { tookEffect: true }]);
  });

  it('when X was reached, though nothing was understood', async () => {
    expect(await x.failure(x.connect({ origin: x.url.replace('http:', 'https:') }))).toBeInstanceOf(
      OutcomeUnknown,
    );
    expect(x.calls(write)).toEqual([]);
  });
});

it('each answer goes over a connection of its own and asks for nothing compressed', async () => {
  const seen: IncomingHttpHeaders[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    seen.push(request.headers);
    response.writeHead(201, { 'content-type': 'application/json' });
    response.end('{"data":{"id":"17","text":"Yes."}}');
  });
  server.on('connection', () => connections++);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const network = x.connect({ origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  await network.publish('Yes.', x.question, () => true, 'a-key');
  await network.publish('Yes.', x.question, () => true, 'a-key');
  server.close();
  await once(server, 'close');
  expect(connections).toBe(2);
  expect(seen.map((headers) => [headers.connection, headers['accept-encoding']])).toEqual([
    ['close', undefined],
    ['close', undefined],
  ]);
});

const hasty = { readDeadlineMs: 400, writeDeadlineMs: 400 };

async function unusedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
