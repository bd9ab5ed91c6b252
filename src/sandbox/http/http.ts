import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { StoppableServer } from '../world/faults.js';
import { forbidden, foreignRequest } from './origin.js';

/** What a route answers. A string body is sent as it is; anything else as JSON. */
export interface Answer {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body: unknown;
}

export interface Listening extends StoppableServer {
  readonly url: string;
  readonly server: Server;
  /** Aborted by `close`: whatever waits in this server's name ends with it. */
  readonly ended: AbortSignal;
  close(): Promise<void>;
}

interface Reach {
  /** The address of this machine to listen at. By default 127.0.0.1, which other machines don't reach. */
  readonly host?: string | undefined;
  /** The address under which people on other machines ask, such as a proxy's. By default this machine's own names alone. */
  readonly publicOrigin?: string | undefined;
}

/**
 * Serves at a port; 0 takes a free one. `shut` refuses new connections and lets go of idle ones, until `open`
 * or the end of `ms`. `close` also ends open sockets, so nothing is left running. Requests that another site's page made
 * are refused before `handle` sees them. */
export async function listen(
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  port = 0,
  { host = '127.0.0.1', publicOrigin }: Reach = {},
): Promise<Listening> {
  const sockets = new Set<Socket>();
  const end = new AbortController();
  let openAgain: NodeJS.Timeout | undefined;
  const server = createServer((request, response) => {
    const refusal = foreignRequest(request, publicOrigin);
    if (refusal !== undefined) {
      send(response, forbidden(request, refusal));
      return;
    }
    handle(request, response).catch((error: unknown) => {
      if (response.headersSent || end.signal.aborted) response.destroy();
      else send(response, { status: 500, body: { error: String(error) } });
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const begin = (at: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(at, host, () => {
        server.off('error', reject);
        resolve();
      });
    });
  await begin(port);
  const { port: bound } = server.address() as AddressInfo;
  const open = async () => {
    clearTimeout(openAgain);
    if (!server.listening && !end.signal.aborted) await begin(bound);
  };
  return {
    url: `http://${nameOf(host)}:${bound}`,
    server,
    ended: end.signal,
    open,
    shut(ms) {
      clearTimeout(openAgain);
      server.close();
      if (ms !== undefined) openAgain = setTimeout(() => void open(), ms).unref();
    },
    close: () =>
      new Promise((resolve) => {
        clearTimeout(openAgain);
        end.abort();
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** How programs on this machine name it in an address. */
function nameOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

/** The whole body; rejects past `limit` bytes. */
export async function readBody(request: IncomingMessage, limit = 4_000_000): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > limit) throw new RangeError(`Body over ${limit} bytes.`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** The bytes and the headers of an answer; the headers that it names itself replace the usual ones. */
export function encode({ body, headers }: Answer): { payload: Buffer; headers: Record<string, string> } {
  const isText = typeof body === 'string';
  const payload = Buffer.from(isText ? body : JSON.stringify(body));
  return {
    payload,
    headers: {
      'content-type': isText ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
      'content-length': String(payload.length),
      ...headers,
    },
  };
}

/** Sends an answer whole. */
export function send(response: ServerResponse, answer: Answer): void {
  const { payload, headers } = encode(answer);
  response.writeHead(answer.status, headers);
  response.end(payload);
}
