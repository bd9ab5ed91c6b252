import { startRedisCluster } from './redis-cluster.js';
import { type Outlives, startRedisProcess } from './redis-process.js';
import { findRedisServer, type ServerKind } from './redis-server.js';

export interface RunningRedis {
  readonly url: string;
  /** The program that serves it, for more of the same; undefined for one that was there already. */
  readonly server?: { readonly command: string; readonly env: NodeJS.ProcessEnv };
  /** Ends a server that was started here and removes its data; leaves one that was there already alone. */
  close(): Promise<void>;
}

/** `redis` and `valkey` are one server each, `cluster` is six of whichever is found. */
export const redisSettings = ['redis', 'valkey', 'cluster'] as const;
export type RedisSetting = (typeof redisSettings)[number];

interface Wanted {
  readonly setting?: RedisSetting;
  /** What loses nothing of a server that is started here; a power cut unless told. */
  readonly outlives?: Outlives;
}

/**
 * A Redis to work with: in a setting that is named, or else the one at `$REDIS_URL`, or an own one on a free port. It
 * ends with this process, whatever ends this process. Throws an Error of one line that says what to install.
 */
export async function startRedis(
  env: NodeJS.ProcessEnv = process.env,
  { setting, outlives = 'power cut' }: Wanted = {},
): Promise<RunningRedis> {
  if (!setting && env.REDIS_URL) return { url: env.REDIS_URL, close: async () => {} };
  const kind: ServerKind | undefined = setting === 'cluster' ? undefined : setting;
  const server = await findRedisServer(env, kind);
  if (setting === 'cluster') return { ...(await startRedisCluster(server, outlives)), server };
  const { port, close } = await startRedisProcess(server, outlives);
  return { url: `redis://127.0.0.1:${port}`, server, close };
}
