import type { IncomingMessage, Server } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { Duplex } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { type WebSocket, WebSocketServer } from 'ws';
import { foreignRequest } from '../../http/origin.js';
import type { World } from '../../world/world.js';
import {
  type Connection,
  createConnection,
  type Delivery,
  type DisconnectReason,
  type Envelope,
  sayGoodbye,
} from './connection.js';
import type { WireTimes } from './wire.js';

/** https://docs.slack.dev/apis/events-api/using-socket-mode */
const maxConnections = 10;
const goodbyeMs = 250;

export interface Socket {
  attach(server: Server): void;
  /** The path and query of a new WebSocket address; it works once, within `ticketMs`. */
  ticket(appId: string): string;
  /** Sends the envelope to one connection at random, not to `notOn` if there is another, and waits for the ack. */
  deliver(envelope: Envelope, notOn?: number): Promise<Delivery>;
  connections(): { id: number; leaving: boolean; since: number }[];
  /** Ends connections: tells the app to close them, or cuts them. Gives their number. */
  disconnect(reason: DisconnectReason | 'cut', which: 'oldest' | 'all' | number): number;
  /** Closes all connections, and cuts those that don't answer in time. */
  close(): Promise<void>;
}

function refuse(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** Socket Mode without connections yet. */
export function createSocket(world: World, wire: WireTimes): Socket {
  const wss = new WebSocketServer({ noServer: true });
  const tickets = new Map<string, { appId: string; issuedAt: number }>();
  const connections = new Set<Connection>();
  let counted = 0;
  const uuid = () =>
    [8, 4, 4, 4, 12].map((length) => world.random.text(length, '0123456789abcdef')).join('-');
  const live = () => [...connections].filter(({ leaving }) => !leaving);
  const write = (kind: string, detail: Record<string, unknown>) => world.journal.write('slack', kind, detail);

  const heartbeat = setInterval(() => {
    for (const connection of connections) connection.beat();
  }, wire.pingMs);
  heartbeat.unref();

  function upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    if (foreignRequest(request) !== undefined) {
      refuse(stream, '403 Forbidden');
      return;
    }
    const url = new URL(request.url ?? '/', 'http://sandbox');
    const ticket = url.searchParams.get('ticket') ?? '';
    const known = tickets.get(ticket);
    tickets.delete(ticket);
    const fresh = known && performance.now() - known.issuedAt <= wire.ticketMs;
    if (url.pathname !== '/link/' || !fresh || known.appId !== url.searchParams.get('app_id')) {
      refuse(stream, '401 Unauthorized');
      return;
    }
    wss.handleUpgrade(request, stream, head, (ws) => welcome(ws, known.appId));
  }

  function welcome(ws: WebSocket, appId: string): void {
    ws.on('error', () => ws.terminate());
    if (connections.size >= maxConnections) {
      write('socket.refused', { reason: 'too_many_websockets' });
      sayGoodbye(ws, 'too_many_websockets', wire.leaveMs);
      return;
    }
    counted += 1;
    const connection = createConnection(ws, counted, world.clock.now(), wire);
    connections.add(connection);
    ws.on('close', () => {
      connections.delete(connection);
      write('socket.closed', { connection: connection.id });
    });
    write('socket.connected', { connection: connection.id, connections: connections.size });
    ws.send(
      JSON.stringify({
        type: 'hello',
        num_connections: connections.size,
        debug_info: { host: 'applink-sandbox', build_number: 1, approximate_connection_time: 18_060 },
        connection_info: { app_id: appId },
      }),
    );
    connection.beat();
  }

  return {
    attach: (server) => void server.on('upgrade', upgrade),
    ticket(appId) {
      const ticket = uuid();
      tickets.set(ticket, { appId, issuedAt: performance.now() });
      return `/link/?ticket=${ticket}&app_id=${appId}`;
    },
    async deliver(envelope, notOn) {
      const others = live().filter(({ id }) => id !== notOn);
      const candidates = others.length > 0 ? others : live();
      if (candidates.length === 0) return { acked: false, error: 'dispatch_failed', ms: 0 };
      return world.random.pick(candidates).send(uuid(), envelope);
    },
    connections: () => [...connections].map(({ id, leaving, since }) => ({ id, leaving, since })),
    disconnect(reason, which) {
      const chosen = live().filter(
        ({ id }, index) => which === 'all' || (which === 'oldest' ? index === 0 : id === which),
      );
      for (const connection of chosen) {
        if (reason === 'cut') connection.cut();
        else connection.leave(reason);
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
