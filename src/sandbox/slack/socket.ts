import type { IncomingMessage, Server } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { Duplex } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { type WebSocket, WebSocketServer } from 'ws';
import type { World } from '../world.js';
import { type Fields, isFields } from './json.js';

/** Slack's own figures: https://docs.slack.dev/apis/events-api/using-socket-mode */
const maxConnections = 10;
const ackWithinMs = 3000;
const pingEveryMs = 5000;
const pongWithinMs = 30_000;
const closeAfterDisconnectMs = 10_000;
const ticketLifeMs = 30_000;
const goodbyeMs = 250;

export type EnvelopeType = 'events_api' | 'slash_commands' | 'interactive';
export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets';

export interface Envelope {
  readonly type: EnvelopeType;
  readonly payload: Fields;
  /** Whether the ack may carry an answer. */
  readonly acceptsResponse: boolean;
  readonly retry?: { readonly attempt: number; readonly reason: string };
}

/** How the delivery ended. `operation_timeout`: no ack in 3 s. `dispatch_failed`: nobody is connected, or the connection broke. */
export type Delivery =
  | { readonly acked: true; readonly payload: Fields; readonly ms: number }
  | {
      readonly acked: false;
      readonly error: 'operation_timeout' | 'dispatch_failed';
      readonly ms: number;
      /** Where it was tried. */
      readonly connection?: number;
    };

interface Connection {
  readonly id: number;
  readonly ws: WebSocket;
  readonly since: number;
  lastPongAt: number;
  /** Told to go: gets nothing new, its acks still count. */
  leaving: boolean;
  readonly waiting: Map<string, (delivery: 'broken' | Fields) => void>;
}

export interface Socket {
  attach(server: Server): void;
  /** The path and query of a new WebSocket address; the ticket works once, within 30 s. */
  ticket(appId: string): string;
  /** Sends the envelope to one live connection, at random, and waits for its ack; not on `notOn` if there is another. */
  deliver(envelope: Envelope, notOn?: number): Promise<Delivery>;
  connections(): { id: number; leaving: boolean; since: number }[];
  /** Tells connections to go, the oldest one unless told; answers how many were told. */
  disconnect(reason: DisconnectReason, which?: 'oldest' | 'all' | number): number;
  /** Says goodbye to everybody; those who do not answer in time are cut off. */
  close(): Promise<void>;
}

export function createSocket(world: World): Socket {
  const wss = new WebSocketServer({ noServer: true });
  const tickets = new Map<string, { appId: string; issuedAt: number }>();
  const connections = new Set<Connection>();
  let counted = 0;
  const uuid = () =>
    [8, 4, 4, 4, 12].map((length) => world.random.text(length, '0123456789abcdef')).join('-');
  const live = () => [...connections].filter(({ leaving }) => !leaving);

  const heartbeat = setInterval(() => {
    for (const connection of connections) {
      if (performance.now() - connection.lastPongAt > pongWithinMs) connection.ws.terminate();
      else connection.ws.ping('Ping from applink-sandbox');
    }
  }, pingEveryMs);
  heartbeat.unref();

  function upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    const url = new URL(request.url ?? '/', 'http://sandbox');
    const ticket = url.searchParams.get('ticket') ?? '';
    const known = tickets.get(ticket);
    tickets.delete(ticket);
    const fresh = known && performance.now() - known.issuedAt <= ticketLifeMs;
    if (url.pathname !== '/link/' || !fresh || known.appId !== url.searchParams.get('app_id')) {
      stream.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    wss.handleUpgrade(request, stream, head, (ws) => welcome(ws, known.appId));
  }

  function welcome(ws: WebSocket, appId: string): void {
    ws.on('error', () => ws.terminate());
    if (connections.size >= maxConnections) {
      bye(ws, 'too_many_websockets');
      world.journal.write('slack', 'socket.refused', { reason: 'too_many_websockets' });
      return;
    }
    counted += 1;
    const now = performance.now();
    const connection: Connection = {
      id: counted,
      ws,
      since: world.clock.now(),
      lastPongAt: now,
      leaving: false,
      waiting: new Map(),
    };
    connections.add(connection);
    ws.on('pong', () => {
      connection.lastPongAt = performance.now();
    });
    ws.on('message', (data) => acked(connection, String(data)));
    ws.on('close', () => {
      connections.delete(connection);
      world.journal.write('slack', 'socket.closed', { connection: connection.id });
      for (const settle of [...connection.waiting.values()]) settle('broken');
    });
    world.journal.write('slack', 'socket.connected', {
      connection: connection.id,
      connections: connections.size,
    });
    ws.send(
      JSON.stringify({
        type: 'hello',
        num_connections: connections.size,
        debug_info: { host: 'applink-sandbox', build_number: 1, approximate_connection_time: 18_060 },
        connection_info: { app_id: appId },
      }),
    );
    ws.ping('Ping from applink-sandbox');
  }

  function bye(ws: WebSocket, reason: DisconnectReason): void {
    ws.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink-sandbox' } }));
    setTimeout(() => ws.close(1000), closeAfterDisconnectMs).unref();
  }

  /** Only the connection that got an envelope can ack it. */
  function acked(connection: Connection, text: string): void {
    let message: unknown;
    try {
      message = JSON.parse(text);
    } catch {
      return;
    }
    if (!isFields(message) || typeof message.envelope_id !== 'string') return;
    connection.waiting.get(message.envelope_id)?.(isFields(message.payload) ? message.payload : {});
  }

  function deliver(envelope: Envelope, notOn?: number): Promise<Delivery> {
    const startedAt = performance.now();
    const ms = () => Math.round(performance.now() - startedAt);
    const others = live().filter(({ id }) => id !== notOn);
    const candidates = others.length > 0 ? others : live();
    if (candidates.length === 0) {
      return Promise.resolve({ acked: false, error: 'dispatch_failed', ms: 0 });
    }
    const connection = world.random.pick(candidates);
    const id = uuid();
    return new Promise((resolve) => {
      const settle = (outcome: 'broken' | 'late' | Fields) => {
        clearTimeout(timer);
        connection.waiting.delete(id);
        if (typeof outcome !== 'string') return resolve({ acked: true, payload: outcome, ms: ms() });
        const error = outcome === 'late' ? 'operation_timeout' : 'dispatch_failed';
        resolve({ acked: false, error, ms: ms(), connection: connection.id });
      };
      const timer = setTimeout(() => settle('late'), ackWithinMs);
      connection.waiting.set(id, settle);
      connection.ws.send(
        JSON.stringify({
          envelope_id: id,
          type: envelope.type,
          accepts_response_payload: envelope.acceptsResponse,
          payload: envelope.payload,
          ...(envelope.retry && {
            retry_attempt: envelope.retry.attempt,
            retry_reason: envelope.retry.reason,
          }),
        }),
      );
    });
  }

  return {
    attach: (server) => void server.on('upgrade', upgrade),
    ticket(appId) {
      const ticket = uuid();
      tickets.set(ticket, { appId, issuedAt: performance.now() });
      return `/link/?ticket=${ticket}&app_id=${appId}`;
    },
    deliver,
    connections: () => [...connections].map(({ id, leaving, since }) => ({ id, leaving, since })),
    disconnect(reason, which = 'oldest') {
      const chosen =
        which === 'all'
          ? live()
          : which === 'oldest'
            ? live().slice(0, 1)
            : live().filter(({ id }) => id === which);
      for (const connection of chosen) {
        connection.leaving = true;
        bye(connection.ws, reason);
      }
      return chosen.length;
    },
    async close() {
      clearInterval(heartbeat);
      const gone = [...wss.clients].map((ws) => new Promise((resolve) => ws.once('close', resolve)));
      for (const ws of wss.clients) ws.close(1001);
      await Promise.race([Promise.all(gone), delay(goodbyeMs, undefined, { ref: false })]);
      for (const ws of wss.clients) ws.terminate();
      wss.close();
    },
  };
}
