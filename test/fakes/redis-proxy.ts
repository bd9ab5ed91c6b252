import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export interface RedisProxy {
  readonly url: string;
  /** The next command with this text takes effect, and the connection breaks before its reply. */
  loseReplyTo(words: string): void;
  /** The next command with this text waits until `first` has run. */
  before(words: string, first: () => Promise<unknown>): void;
  /** New connections lead to another Redis. Open ones stay. */
  leadTo(redisUrl: string): void;
  /** Open connections stay open, but nothing that is sent on them arrives. */
  swallow(): void;
  /** How many such faults have happened. */
  readonly faults: number;
  close(): Promise<void>;
}

interface Plan {
  readonly words: string;
  readonly before?: () => Promise<unknown>;
}

/** Starts a proxy between a client and a Redis, which can lose and delay commands. */
export async function startRedisProxy(redisUrl: string): Promise<RedisProxy> {
  let target = new URL(redisUrl);
  const clients = new Set<Socket>();
  let plan: Plan | undefined;
  let faults = 0;
  let quiet: Promise<unknown> = Promise.resolve();

  const server = createServer(async (client) => {
    clients.add(client);
    client.on('error', () => {});
    await quiet;
    const redis = connect(Number(target.port), target.hostname);
    let loses = false;
    const part = () => {
      clients.delete(client);
      client.destroy();
      redis.destroy();
    };
    client.on('close', part).on('data', async (command: Buffer) => {
      const due = plan !== undefined && command.includes(plan.words) ? plan : undefined;
      if (due) {
        plan = undefined;
        faults += 1;
        loses = !due.before;
        if (due.before) quiet = due.before();
        await quiet;
      }
      if (redis.writableEnded) return;
      // Only the side to Redis stays open, until Redis has run the command. The reply is dropped.
      if (loses) redis.end(command);
      else redis.write(command);
    });
    redis
      .on('error', () => {})
      .on('close', () => quiet.then(part))
      .on('data', (reply: Buffer) => {
        if (!loses) client.write(reply);
      });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();

  return {
    url: `redis://127.0.0.1:${typeof address === 'object' ? address?.port : address}`,
    loseReplyTo: (words) => {
      plan = { words };
    },
    before: (words, happens) => {
      plan = { words, before: happens };
    },
    leadTo: (url) => {
      target = new URL(url);
    },
    swallow: () => {
      for (const client of clients) client.removeAllListeners('data');
    },
    get faults() {
      return faults;
    },
    close: async () => {
      for (const client of clients) client.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
