import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Fault } from './faults.js';

/** What a route answers. A string body is sent as it is; anything else as JSON. */
export interface Answer {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body: unknown;
}

export interface Listening {
  readonly url: string;
  readonly server: Server;
  close(): Promise<void>;
}

/** Serves on 127.0.0.1; port 0 takes a free one. `close` also ends open sockets, so nothing is left running. */
export async function listen(
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  port = 0,
): Promise<Listening> {
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else send(response, { status: 500, body: { error: String(error) } });
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${bound}`,
    server,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
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

function encode(answer: Answer): { payload: Buffer; type: string } {
  if (typeof answer.body === 'string') {
    return { payload: Buffer.from(answer.body), type: 'text/html; charset=utf-8' };
  }
  return { payload: Buffer.from(JSON.stringify(answer.body)), type: 'application/json; charset=utf-8' };
}

export function send(response: ServerResponse, answer: Answer): void {
  const { payload, type } = encode(answer);
  response.writeHead(answer.status, {
    'content-type': type,
    'content-length': String(payload.length),
    ...answer.headers,
  });
  response.end(payload);
}

/** Runs a call and answers it, or fails it the way `fault` says. `effect` must be the whole effect of the call. */
export async function respond(
  response: ServerResponse,
  fault: Fault | undefined,
  effect: () => Answer | Promise<Answer>,
): Promise<void> {
  if (!fault) return send(response, await effect());
  if (fault.when === 'late') setTimeout(() => void effect(), fault.lateMs ?? 1000).unref();
  const truth: Answer =
    fault.when === 'after' || (fault.when === 'before' && ['slow', 'trickle', 'cut'].includes(fault.how))
      ? await effect()
      : { status: 503, body: '' };
  switch (fault.how) {
    case 'reset':
      response.destroy();
      return;
    case 'hang':
      return;
    case 'status':
      return send(response, {
        status: fault.status ?? 503,
        headers: fault.headers ?? {},
        body: fault.body ?? '<html><body>Over capacity</body></html>',
      });
    case 'slow':
      await delay(fault.ms ?? 1000, undefined, { ref: false });
      return send(response, truth);
    case 'trickle':
      return trickle(response, truth, fault.ms ?? 100);
    case 'cut':
      return cut(response, truth);
  }
}

async function trickle(response: ServerResponse, truth: Answer, everyMs: number): Promise<void> {
  const { payload, type } = encode(truth);
  response.writeHead(truth.status, { 'content-type': type, 'content-length': String(payload.length) });
  for (const byte of payload) {
    if (response.destroyed) return;
    response.write(Buffer.of(byte));
    await delay(everyMs, undefined, { ref: false });
  }
  response.end();
}

function cut(response: ServerResponse, truth: Answer): void {
  const { payload, type } = encode(truth);
  response.writeHead(truth.status, { 'content-type': type, 'content-length': String(payload.length) });
  response.write(payload.subarray(0, payload.length >> 1), () => response.destroy());
}
