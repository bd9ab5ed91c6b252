import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { RedisServer } from './redis-server.js';

const run = promisify(execFile);

// Debian 12 and Ubuntu 22.04 have no valkey.
const anyPackage: readonly string[] = ['valkey-server', 'redis-server'];

/**
 * Unpacks a server from the distribution's packages into a cache folder, without root, unless it is there already. It
 * may run twice at the same time: each run unpacks into a folder of its own, and the first rename wins.
 */
export async function unpackRedisServer(
  env: NodeJS.ProcessEnv,
  runs: (server: RedisServer) => Promise<boolean>,
  /** The package that it must be. */
  only?: string,
): Promise<RedisServer> {
  const packages = only ? [only] : anyPackage;
  const cache = join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), '.cache'), 'greeting-desk');
  const place = join(cache, `${only ?? 'redis'}-${await distribution()}-${process.arch}`);
  const cached = await workingServer(place, env, runs);
  if (cached) return cached;

  await mkdir(cache, { recursive: true });
  const workshop = await mkdtemp(join(cache, 'unpacking-'));
  try {
    const root = join(workshop, 'root');
    await fetchAndUnpack(workshop, root, env, packages);
    if (!(await workingServer(root, env, runs))) throw new Error('the unpacked server does not run');
    await rename(root, place).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
      if (await workingServer(place, env, runs)) return;
      // The server in the cache no longer runs, for example after an upgrade of the system.
      await rename(place, join(workshop, 'stale'));
      await rename(root, place);
    });
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
  const server = await workingServer(place, env, runs);
  if (!server) throw new Error(`the server in ${place} does not run`);
  return server;
}

async function fetchAndUnpack(
  workshop: string,
  root: string,
  env: NodeJS.ProcessEnv,
  packages: readonly string[],
): Promise<void> {
  await Promise.all(
    ['lists/partial', 'cache/archives/partial', 'root'].map((folder) =>
      mkdir(join(workshop, folder), { recursive: true }),
    ),
  );
  // Its own lists and cache, so that it needs neither root nor an earlier `apt-get update`.
  const options = ['-qq', '-o', `Dir::State::lists=${workshop}/lists`, '-o', `Dir::Cache=${workshop}/cache`];
  // As root, apt would download as the user _apt, who can't write here.
  options.push('-o', 'APT::Sandbox::User=root');
  const apt = async (...words: string[]) =>
    (await run('apt-get', [...options, ...words], { cwd: workshop, env: { ...env, LC_ALL: 'C' } })).stdout;

  await apt('update');
  const missing = await firstThatSucceeds(packages, (name) =>
    apt('install', '--print-uris', '--no-install-recommends', '--yes', name),
  );
  // 'address' name_version_arch.deb size checksum
  const names = missing.split('\n').flatMap((line) => line.match(/^'.*' ([^_ ]+)_/)?.[1] ?? []);
  if (!names.length) throw new Error('apt-get names no package to fetch');
  await apt('download', ...names);
  for (const file of await readdir(workshop)) {
    if (file.endsWith('.deb')) await run('dpkg', ['-x', join(workshop, file), root], { env });
  }
}

async function firstThatSucceeds<T>(
  names: readonly string[],
  attempt: (name: string) => Promise<T>,
): Promise<T> {
  const failures: unknown[] = [];
  for (const name of names) {
    try {
      return await attempt(name);
    } catch (error) {
      failures.push(error);
    }
  }
  throw failures.at(-1);
}

async function workingServer(
  root: string,
  env: NodeJS.ProcessEnv,
  runs: (server: RedisServer) => Promise<boolean>,
): Promise<RedisServer | undefined> {
  // Libraries lie in one folder per architecture, such as usr/lib/x86_64-linux-gnu.
  const libraries = await readdir(join(root, 'usr/lib')).catch(() => []);
  const path = libraries.map((folder) => join(root, 'usr/lib', folder)).join(':');
  for (const name of anyPackage) {
    const server = { command: join(root, 'usr/bin', name), env: { ...env, LD_LIBRARY_PATH: path } };
    if (await runs(server)) return server;
  }
  return undefined;
}

async function distribution(): Promise<string> {
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  const field = (name: string) => release.match(new RegExp(`^${name}="?([\\w.-]+)`, 'm'))?.[1] ?? '';
  return `${field('ID')}${field('VERSION_ID')}`;
}
