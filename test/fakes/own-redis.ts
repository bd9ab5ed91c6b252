import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { durable, freePort } from '../../scripts/redis-process.js';
import { findRedisServer } from '../../scripts/redis-server.js';

export interface OwnRedis {
  readonly url: string;
  /** Where it keeps its data. */
  readonly folder: string;
  /** Kills it at once. */
  stop(): Promise<void>;
  /** Stops it (SIGSTOP), with its connections open, until `thaw`. */
  freeze(): void;
  thaw(): void;
  /** Kills it, if it runs, and starts it again with the data on its disk. */
  restart(): Promise<void>;
  /** Copies the data that it has written so far. */
  backUp(): Promise<void>;
  /** Kills it and starts it again with the copied data. */
  restore(): Promise<void>;
  close(): Promise<void>;
}

// It ends at the end of its input, so with the process of the test.
const tied = '"$@" & read -r _; kill -9 $!; wait $!';

interface GivenRedis {
  /** A cluster of one. */
  readonly cluster?: true;
  /** More of its command line. */
  readonly options?: readonly string[];
  /** The password that it wants. */
  readonly password?: string;
  /** A folder with the data that it begins with. */
  readonly data?: string;
}

/** Starts a Redis for one test. A write that it has answered survives a kill. */
export async function startOwnRedis(given: GivenRedis = {}): Promise<OwnRedis> {
  const { command, env } = await findRedisServer(process.env);
  const home = await mkdtemp(join(tmpdir(), 'greeting-desk-own-redis-'));
  const folder = join(home, 'data');
  const backup = join(home, 'backup');
  await mkdir(folder);
  if (given.data) await cp(given.data, folder, { recursive: true });
  const port = await freePort();
  const url = `redis://${given.password ? `:${given.password}@` : ''}127.0.0.1:${port}`;
  const options = ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder];
  const special = [
    ...(given.cluster ? ['--cluster-enabled', 'yes'] : []),
    ...(given.password ? ['--requirepass', given.password] : []),
    ...(given.options ?? []),
  ];

  let pid = 0;
  const start = async () => {
    const words = ['-c', tied, 'sh', command, ...options, ...durable('kill'), ...special];
    const child = spawn('/bin/sh', words, { env, stdio: ['pipe', 'ignore', 'ignore'] });
    pid = await pidOf(url);
    return child;
  };
  let running = await start();
  if (given.cluster) await ownAllSlots(url);
  return {
    url,
    folder,
    stop: () => end(running),
    freeze: () => void process.kill(pid, 'SIGSTOP'),
    thaw: () => void process.kill(pid, 'SIGCONT'),
    restart: async () => {
      await end(running);
      running = await start();
    },
    backUp: () => cp(folder, backup, { recursive: true }),
    restore: async () => {
      await end(running);
      await rm(folder, { recursive: true });
      await cp(backup, folder, { recursive: true });
      running = await start();
    },
    close: async () => {
      await end(running);
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function end(child: ChildProcess): Promise<void> {
  const ended = child.exitCode === null ? once(child, 'exit') : undefined;
  child.stdin?.end();
  await ended;
}

/** Once it answers. */
async function pidOf(url: string): Promise<number> {
  const client = new Redis(url, { retryStrategy: () => 10, maxRetriesPerRequest: null });
  client.on('error', () => {});
  const info = await client.info('server');
  client.disconnect();
  return Number(/process_id:(\d+)/.exec(info)?.[1]);
}

/** A cluster of one. */
async function ownAllSlots(url: string): Promise<void> {
  const client = new Redis(url);
  await client.call('CLUSTER', 'ADDSLOTSRANGE', '0', '16383');
  while (!String(await client.call('CLUSTER', 'INFO')).includes('cluster_state:ok')) await delay(5);
  client.disconnect();
}
