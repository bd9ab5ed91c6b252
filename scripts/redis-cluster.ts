import { setTimeout as delay } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort, type Outlives, type RedisProcess, startRedisProcess } from './redis-process.js';
import type { RedisServer } from './redis-server.js';

export interface RedisCluster {
  readonly url: string;
  /** Kills the primary that holds a key. Its replica takes over after a few seconds. */
  killPrimaryOf(key: string): Promise<void>;
  close(): Promise<void>;
}

const primaries = 3;
const slots = 16_384;
/** A primary that is silent for so long counts as dead (ms). */
const nodeTimeoutMs = 2_000;
const readyWithinMs = 30_000;

/** Starts three primaries with a replica each, on free ports of this machine. They end with this process. */
export async function startRedisCluster(server: RedisServer, outlives: Outlives): Promise<RedisCluster> {
  const options = async () => [
    ...['--cluster-enabled', 'yes', '--cluster-port', String(await freePort())],
    ...['--cluster-node-timeout', String(nodeTimeoutMs), '--cluster-require-full-coverage', 'no'],
  ];
  const nodes: RedisProcess[] = [];
  const close = async () => {
    await Promise.all(nodes.map((node) => node.close()));
  };
  try {
    await Promise.all(
      Array.from({ length: 2 * primaries }, async () => {
        nodes.push(await startRedisProcess(server, outlives, options));
      }),
    );
    await form(nodes.map(({ port }) => port));
  } catch (error) {
    await close();
    throw error;
  }
  return {
    url: `redis+cluster://${nodes.map(({ port }) => `127.0.0.1:${port}`).join(',')}`,
    async killPrimaryOf(key) {
      const port = await portOfPrimary(
        nodes.map((node) => node.port),
        key,
      );
      await nodes.find((node) => node.port === port)?.close();
    },
    close,
  };
}

/** The first half become primaries with a third of the slots each, the second half a replica of one primary each. */
async function form(ports: readonly number[]): Promise<void> {
  const clients = ports.map((port) => new Redis(port, '127.0.0.1', { maxRetriesPerRequest: null }));
  const [first, ...others] = clients;
  if (!first) return;
  try {
    await Promise.all(clients.map((client, at) => client.call('CLUSTER', 'SET-CONFIG-EPOCH', at + 1)));
    for (const client of others) {
      const [, bus] = (await client.config('GET', 'cluster-port')) as string[];
      await first.call('CLUSTER', 'MEET', '127.0.0.1', client.options.port ?? 0, bus ?? '');
    }
    for (const [at, client] of clients.slice(0, primaries).entries()) {
      const from = Math.ceil((slots * at) / primaries);
      const to = Math.ceil((slots * (at + 1)) / primaries) - 1;
      await client.call('CLUSTER', 'ADDSLOTSRANGE', from, to);
    }
    const ids = await Promise.all(
      clients.map(async (client) => String(await client.call('CLUSTER', 'MYID'))),
    );
    await until(clients, async (client) => (await nodesAt(client)).length === clients.length);
    await Promise.all(
      clients.slice(primaries).map((client, at) => client.call('CLUSTER', 'REPLICATE', ids[at] ?? '')),
    );
    await until(clients, async (client) => {
      const [cluster, replication] = await Promise.all([
        client.call('CLUSTER', 'INFO'),
        client.info('replication'),
      ]);
      const inSync = !replication.includes('role:slave') || replication.includes('master_link_status:up');
      return String(cluster).includes('cluster_state:ok') && inSync;
    });
    // A replica takes over only if every node knows which primary it copies.
    await until(clients, async (client) => (await nodesAt(client)).filter(isReplica).length === primaries);
  } finally {
    for (const client of clients) client.disconnect();
  }
}

const nodesAt = async (client: Redis): Promise<string[]> =>
  String(await client.call('CLUSTER', 'NODES'))
    .trim()
    .split('\n');
const isReplica = (line: string) => line.includes('slave');

async function until(clients: readonly Redis[], holds: (client: Redis) => Promise<boolean>): Promise<void> {
  const end = performance.now() + readyWithinMs;
  for (const client of clients) {
    while (!(await holds(client))) {
      if (performance.now() > end) throw new Error(`The cluster did not form within ${readyWithinMs} ms.`);
      await delay(20);
    }
  }
}

async function portOfPrimary(ports: readonly number[], key: string): Promise<number> {
  for (const port of ports) {
    const client = new Redis(port, '127.0.0.1', { retryStrategy: () => null, maxRetriesPerRequest: 0 });
    client.on('error', () => {});
    try {
      const slot = Number(await client.call('CLUSTER', 'KEYSLOT', key));
      // id address@bus flags primary ping pong epoch link slots …
      const rows = (await nodesAt(client)).map((line) => line.split(' '));
      const owner = rows.find(([, , flags = '', , , , , , ...ranges]) => {
        return flags.includes('master') && !flags.includes('fail') && ranges.some((one) => isIn(one, slot));
      });
      return Number(/:(\d+)@/.exec(owner?.[1] ?? '')?.[1]);
    } catch {
      // It was killed before.
    } finally {
      client.disconnect();
    }
  }
  throw new Error(`No node knows who has ${key}.`);
}

function isIn(range: string, slot: number): boolean {
  const [from, to = from] = range.split('-').map(Number);
  return from !== undefined && to !== undefined && from <= slot && slot <= to;
}
