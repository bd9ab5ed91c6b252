import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Redis } from 'ioredis';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type RunningRedis, startRedis } from '../scripts/redis.js';
import { findRedisServer } from '../scripts/redis-server.js';

const { REDIS_URL: _, ...ownEnv } = process.env;
const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(cleanups.splice(0).map((clean) => clean()));
});

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'greeting-desk-test-'));
  cleanups.push(() => rm(path, { recursive: true }));
  return path;
}

async function start(): Promise<RunningRedis> {
  const redis = await startRedis(ownEnv);
  cleanups.push(() => redis.close());
  return redis;
}

/** What a Redis says of some settings. */
async function settings(url: string, ...names: string[]): Promise<string[]> {
  const client = new Redis(url);
  try {
    const answers = await Promise.all(names.map((name) => client.config('GET', name)));
    return answers.map((answer) => (Array.isArray(answer) ? String(answer[1]) : ''));
  } finally {
    client.disconnect();
  }
}

function isListening(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

describe('a Redis of our own', () => {
  test('writes everything down, evicts nothing and listens on this machine only', async () => {
    const { url } = await start();
    const names = ['appendonly', 'appendfsync', 'maxmemory-policy', 'bind', 'save'];
    expect(await settings(url, ...names)).toEqual(['yes', 'always', 'noeviction', '127.0.0.1', '']);
  });

  test('is gone with its data once closed, also when closed twice', async () => {
    const redis = await start();
    const [dir = ''] = await settings(redis.url, 'dir');
    expect(await isThere(dir)).toBe(true);
    await redis.close();
    await redis.close();
    expect(await isListening(redis.url)).toBe(false);
    expect(await isThere(dir)).toBe(false);
  });

  test('is another one each time', async () => {
    const [one, other] = await Promise.all([start(), start()]);
    expect(one.url).not.toBe(other.url);
  });

  test('ends with its data when its parent is killed', async () => {
    const script = `import { startRedis } from './scripts/redis.ts'; console.log((await startRedis()).url);`;
    const parent = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      env: ownEnv,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [url] = (await once(createInterface(parent.stdout), 'line')) as [string];
    const [dir = ''] = await settings(url, 'dir');
    parent.kill('SIGKILL');
    await vi.waitFor(async () => {
      expect(await isListening(url)).toBe(false);
      expect(await isThere(dir)).toBe(false);
    });
  });
});

describe('where a Redis comes from', () => {
  /** A PATH that holds only the given shell scripts. */
  async function path(scripts: Record<string, string> = {}): Promise<string> {
    const bin = await folder();
    for (const [name, body] of Object.entries(scripts)) {
      await writeFile(join(bin, name), `#!/bin/sh\n${body}\n`);
      await chmod(join(bin, name), 0o755);
    }
    return bin;
  }

  test('REDIS_URL is used as it is, and left running', async () => {
    const { url } = await start();
    const given = await startRedis({ REDIS_URL: url });
    expect(given.url).toBe(url);
    await given.close();
    expect(await isListening(url)).toBe(true);
  });

  test('REDIS_SERVER_BIN is taken before PATH, and must run', async () => {
    const bin = await path({ 'my-redis': 'exit 0', 'redis-server': 'exit 0', broken: 'exit 1' });
    const named = (name: string) => findRedisServer({ PATH: bin, REDIS_SERVER_BIN: join(bin, name) });
    expect((await named('my-redis')).command).toBe(join(bin, 'my-redis'));
    await expect(named('broken')).rejects.toThrow(
      /^REDIS_SERVER_BIN is .*broken, which does not run; set it to /,
    );
  });

  test.each(['redis-server', 'valkey-server'])('%s is found on PATH', async (name) => {
    expect((await findRedisServer({ PATH: await path({ [name]: 'exit 0' }) })).command).toBe(name);
  });

  test('one kind that is asked for is that one, whatever else is there', async () => {
    const bin = await path({ 'redis-server': 'exit 0', 'valkey-server': 'exit 0' });
    const env = { PATH: bin, REDIS_SERVER_BIN: join(bin, 'redis-server') };
    expect((await findRedisServer(env, 'valkey')).command).toBe('valkey-server');
    expect((await findRedisServer(env, 'redis')).command).toBe('redis-server');
    const none = findRedisServer({ PATH: await path(), HOME: await folder() }, 'valkey');
    await expect(none).rejects.toThrow(
      /^There is no Valkey: install one \(macOS: brew install valkey; .*\)\. .*apt-get/,
    );
  });

  test('a server that ends at once is told with its last words', async () => {
    const bin = await path({ 'redis-server': 'echo "out of luck"' });
    await expect(startRedis({ PATH: bin })).rejects.toThrow('redis-server ended at once: out of luck');
  });

  test('without any, one line says what to install', async () => {
    const env = { PATH: await path(), HOME: await folder() };
    const error: unknown = await startRedis(env).catch((reason: unknown) => reason);
    expect(String(error)).toMatch(
      /^Error: There is no Redis: set REDIS_URL, or install one \(macOS: brew install valkey; Debian, Ubuntu: apt-get install redis-server\)\. .*apt-get.*$/,
    );
  });

  test('on Debian one is unpacked into the cache once, also by two at once', async () => {
    const cache = await folder();
    const calls = await folder();
    const env = {
      XDG_CACHE_HOME: cache,
      PATH: `${await path({
        'apt-get': `echo "$*" >> ${calls}/apt-get
case "$*" in
  *print-uris*) echo "'http://deb.example/v/valkey-server_8_all.deb' valkey-server_8_all.deb 1 MD5Sum:0" ;;
  *download*) echo > valkey-server_8_all.deb ;;
esac`,
        dpkg: `mkdir -p "$3/usr/bin" && echo '#!/bin/sh' > "$3/usr/bin/valkey-server" && chmod 755 "$3/usr/bin/valkey-server"`,
      })}:/bin`,
      REDIS_SERVER_BIN: '',
    };
    await mkdir(join(cache, 'greeting-desk'));
    const servers = await Promise.all([1, 2].map(() => unpacked(env)));
    expect(servers[0]).toMatch(/greeting-desk\/redis-.*\/usr\/bin\/valkey-server$/);
    expect(servers[1]).toBe(servers[0]);
    expect(await readdir(join(cache, 'greeting-desk'))).toHaveLength(1);

    await rm(join(calls, 'apt-get'));
    expect(await unpacked(env)).toBe(servers[0]);
    expect(await readdir(calls)).toEqual([]);
  });
});

// /bin, which the scripts above need, may hold a redis-server itself.
async function unpacked(env: NodeJS.ProcessEnv): Promise<string> {
  const { unpackRedisServer } = await import('../scripts/unpack-redis.js');
  const { command } = await unpackRedisServer(env, async (server) => isThere(server.command));
  return command;
}
