import { cpus, loadavg, totalmem } from 'node:os';
import { Redis } from 'ioredis';

/** Where it was measured. */
export interface Machine {
  readonly cores: number;
  readonly cpu: string;
  readonly memoryBytes: number;
  readonly node: string;
  /** The server and its version, such as "redis 8.0.2". */
  readonly redis: string;
}

export async function machineOf(redisUrl: string): Promise<Machine> {
  const all = cpus();
  return {
    cores: all.length,
    cpu: all[0]?.model ?? 'of unknown make',
    memoryBytes: totalmem(),
    node: process.version,
    redis: await serverAt(redisUrl),
  };
}

async function serverAt(redisUrl: string): Promise<string> {
  const client = new Redis(redisUrl);
  try {
    const info = await client.info('server');
    // Valkey says for whose commands it stands in, and then what it is itself.
    const [, valkey] = /^valkey_version:(\S+)/m.exec(info) ?? [];
    const [, redis = 'of unknown version'] = /^redis_version:(\S+)/m.exec(info) ?? [];
    return valkey ? `valkey ${valkey}` : `redis ${redis}`;
  } finally {
    client.disconnect();
  }
}

/** How many processes wanted a core in the last minute, on average. */
export const load = (): number => loadavg()[0] ?? 0;

/** The machine in a line or two, with a warning when others were at work on it. `load` before and after. */
export function saying(machine: Machine, seconds: number, before: number, after: number): string {
  const { cores, cpu, memoryBytes, node, redis } = machine;
  const gibibytes = Math.round(memoryBytes / 1024 ** 3);
  const facts = [`${cores} cores (${cpu})`, `${gibibytes} GiB`, `Node ${node.replace('v', '')}`, redis];
  const loads = `load ${before.toFixed(1)} before, ${after.toFixed(1)} after`;
  const line = `${facts.join(', ')}; ${loads}; ${seconds} s`;
  if (!wasBusy(cores, before)) return line;
  return `${line}\nWARNING: the machine was busy before this began. Read the ratios, not the figures, and measure again.`;
}

/** Whether others were at work before the bench itself made the load: then both sides of a ratio wait, but not alike. */
export const wasBusy = (cores: number, before: number): boolean => before > cores / 4;
