import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

export interface FaultProxy {
  readonly url: string;
  /** Breaks every connection. */
  cut(): void;
  /** Delays each reply from now on (real ms); 0 ends it. */
  slow(ms: number): void;
  /** The next script takes effect, and the connection breaks before its reply. */
  loseNextReply(): void;
  close(): Promise<void>;
}

/** Starts a proxy between the desk's processes and their Redis. */
export async function startFaultProxy(redisUrl: string): Promise<FaultProxy> {
  const { hostname, port } = new URL(redisUrl);
  const clients = new Set<Socket>();
  let slowMs = 0;
  let losesNext = false;

  const server = createServer((client) => {
    clients.add(client);
    const redis = connect(Number(port), hostname);
    let loses = false;
    let replies = Promise.resolve();
    const part = () => {
      clients.delete(client);
      client.destroy();
      redis.destroy();
    };
    const reply = async (bytes: Buffer) => {
      if (slowMs > 0) await delay(slowMs, undefined, { ref: false });
      if (!client.destroyed) client.write(bytes);
    };
    client.on('error', part).on('close', part);
    client.on('data', (command: Buffer) => {
      if (losesNext && /\beval(sha)?\b/i.test(command.subarray(0, 64).toString('latin1'))) {
        losesNext = false;
        loses = true;
      }
      if (redis.writableEnded) return;
      // Only the side to Redis stays open, until Redis has run the script. The reply is dropped.
      if (loses) redis.end(command);
      else redis.write(command);
    });
    redis.on('error', part).on('close', part);
    redis.on('data', (bytes: Buffer) => {
      if (loses) return;
      replies = replies.then(() => reply(bytes));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const cut = () => {
    for (const client of clients) client.destroy();
  };
  return {
    url: `redis://127.0.0.1:${typeof address === 'object' ? address?.port : address}`,
    cut,
    slow: (ms) => {
      slowMs = ms;
    },
    loseNextReply: () => {
      losesNext = true;
    },
    close: async () => {
      server.close();
      cut();
      await once(server, 'close');
    },
  };
}
