import { startRedisCluster } from './redis-cluster.js';
import { type Outlives, startRedisProcess } from './redis-process.js';
import { findRedisServer, type ServerKind } from './redis-server.js';

export interface RunningRedis {
  readonly url: string;
  /** The program, to start more of the same; undefined for a server that was running already. */
  readonly server?: { readonly command: string; readonly env: NodeJS.ProcessEnv };
  /** Ends a server that was started here and removes its data. A server that was running already goes on. */
  close(): Promise<void>;
}

/** `redis` and `valkey` are one server each; `cluster` is six servers of whichever is found. */
export const redisSettings = ['redis', 'valkey', 'cluster'] as const;
export type RedisSetting = (typeof redisSettings)[number];

interface Wanted {
  readonly setting?: RedisSetting;
  /** What the writes of a server that is started here survive. By default a power cut. */
  readonly outlives?: Outlives;
}

/**
 * Starts a Redis on a free port, or gives the one at `$REDIS_URL` if no `setting` is given. A started one ends with
 * this process, even when this process is killed. Throws an Error of one line that says what to install.
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
