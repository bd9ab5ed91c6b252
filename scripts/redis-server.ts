import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { unpackRedisServer } from './unpack-redis.js';

const run = promisify(execFile);

/** The program of a Redis or Valkey server, and its environment. */
export interface RedisServer {
  readonly command: string;
  readonly env: NodeJS.ProcessEnv;
}

export type ServerKind = 'redis' | 'valkey';

/** The first that is found is used. */
const commands: Readonly<Record<ServerKind, string>> = { redis: 'redis-server', valkey: 'valkey-server' };

/**
 * A server: `$REDIS_SERVER_BIN` unless `kind` is given, or one on the PATH, or on Debian and Ubuntu an unpacked one.
 * Throws an Error of one line that says what to install.
 */
export async function findRedisServer(env: NodeJS.ProcessEnv, kind?: ServerKind): Promise<RedisServer> {
  const named = kind ? undefined : env.REDIS_SERVER_BIN;
  if (named) {
    const server = { command: named, env };
    if (await runs(server)) return server;
    throw new Error(
      `REDIS_SERVER_BIN is ${named}, which does not run; set it to a redis-server or valkey-server.`,
    );
  }
  const wanted = kind ? [commands[kind]] : Object.values(commands);
  for (const command of wanted) {
    const server = { command, env };
    if (await runs(server)) return server;
  }
  try {
    return await unpackRedisServer(env, runs, kind && commands[kind]);
  } catch (error) {
    const reason = error instanceof Error ? error.message.trim().split('\n').at(-1) : String(error);
    if (kind === 'valkey') {
      throw new Error(
        `There is no Valkey: install one (macOS: brew install valkey; Debian 13, Ubuntu 24.04: apt-get install valkey-server). Unpacking one failed: ${reason}`,
      );
    }
    throw new Error(
      `There is no Redis: set REDIS_URL, or install one (macOS: brew install valkey; Debian, Ubuntu: apt-get install redis-server). Unpacking one failed: ${reason}`,
    );
  }
}

async function runs({ command, env }: RedisServer): Promise<boolean> {
  return run(command, ['--version'], { env }).then(
    () => true,
    () => false,
  );
}
