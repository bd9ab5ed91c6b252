import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type { RedisServer } from './redis-server.js';

const READY_WITHIN_MS = 10_000;
const PORTS_TO_TRY = 3;

/**
 * What a write survives once Redis has answered it. To survive a power cut, each write waits for the disk (2 ms and
 * more), which is slow. To survive a kill, the kernel's buffers are enough.
 */
export type Outlives = 'power cut' | 'kill';

/** The options of the server for each. */
export const durable = (outlives: Outlives): readonly string[] => [
  ...['--appendonly', 'yes', '--appendfsync', outlives === 'kill' ? 'no' : 'always'],
  ...['--save', ''],
];

export interface RedisProcess {
  readonly port: number;
  /** Ends the server at once and removes its data. May be called twice. */
  close(): Promise<void>;
}

/**
 * Starts a server that evicts nothing, on a free port of this machine with a data folder of its own. It ends with this
 * process, even when this process is killed. `options` are added to its command line.
 */
export async function startRedisProcess(
  server: RedisServer,
  outlives: Outlives,
  options: () => Promise<readonly string[]> = async () => [],
): Promise<RedisProcess> {
  for (let tried = 1; ; tried++) {
    try {
      return await start(server, [...durable(outlives), ...(await options())]);
    } catch (error) {
      // Another process may have taken the port between finding it free and listening on it.
      if (tried === PORTS_TO_TRY) throw error;
    }
  }
}

async function start(server: RedisServer, options: readonly string[]): Promise<RedisProcess> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'greeting-desk-redis-')));
  const port = await freePort();
  const child = spawnTied(server, folder, [
    ...['--port', String(port), '--bind', '127.0.0.1', '--dir', folder],
    ...['--maxmemory-policy', 'noeviction', '--loglevel', 'warning'],
    ...options,
  ]);
  const close = async () => {
    const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
    child.stdin?.end();
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await Promise.race([answers(port, folder), failsAtOnce(child, server)]);
  } catch (error) {
    await close();
    throw error;
  }
  return { port, close };
}

// The shell waits for the end of its input, which comes when this process ends, even by a kill. Only the server keeps
// output 1 open, so the end of that output means that the server has ended.
const tie = `
folder=$1; shift
"$@" 2>&1 & server=$!
exec >&- 2>&-
read -r _
kill -9 "$server"; wait "$server"
rm -rf "$folder"
`;

function spawnTied(server: RedisServer, folder: string, options: readonly string[]): ChildProcess {
  return spawn('/bin/sh', ['-c', tie, 'sh', folder, server.command, ...options], {
    env: server.env,
    stdio: ['pipe', 'pipe', 'ignore'],
    // A session of its own, so that Ctrl-C does not end the server while this process still needs it to end well.
    detached: true,
  });
}

async function failsAtOnce(child: ChildProcess, server: RedisServer): Promise<never> {
  const output = child.stdout ? await text(child.stdout) : '';
  throw new Error(`${server.command} ended at once: ${output.trim().split('\n').at(-1) || 'without a word'}`);
}

async function answers(port: number, folder: string): Promise<void> {
  const client = new Redis(port, '127.0.0.1', { retryStrategy: () => 20, maxRetriesPerRequest: null });
  client.on('error', () => {});
  try {
    const dir = await Promise.race([
      client.ping().then(() => client.config('GET', 'dir')),
      delay(READY_WITHIN_MS, undefined, { ref: false }),
    ]);
    // Another Redis on this port would answer too, and ours could not listen.
    if (!Array.isArray(dir) || dir[1] !== folder) throw new Error(`No Redis of our own answers at ${port}.`);
  } finally {
    client.disconnect();
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
