import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export interface RedisProxy {
  readonly url: string;
  /** The next command with these words takes effect; its reply is lost with the connection. */
  loseReplyTo(words: string): void;
  /** The next command with these words waits for this to happen first. */
  before(words: string, happens: () => Promise<unknown>): void;
  /** New connections lead to another Redis; those that stand stay where they are. */
  leadTo(redisUrl: string): void;
  /** The connections that stand stay open, and nothing that is sent over them arrives. */
  swallow(): void;
  /** How many were done. */
  readonly mischiefs: number;
  close(): Promise<void>;
}

interface Plan {
  readonly words: string;
  readonly before?: () => Promise<unknown>;
}

/** Stands between a client and a Redis, and does one mischief at a time. */
export async function startRedisProxy(redisUrl: string): Promise<RedisProxy> {
  let target = new URL(redisUrl);
  const clients = new Set<Socket>();
  let plan: Plan | undefined;
  let mischiefs = 0;
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
        mischiefs += 1;
        loses = !due.before;
        if (due.before) quiet = due.before();
        await quiet;
      }
      if (redis.writableEnded) return;
      // Half of the connection stays: it ends once Redis has done it, and nobody hears what it said.
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
    get mischiefs() {
      return mischiefs;
    },
    close: async () => {
      for (const client of clients) client.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
