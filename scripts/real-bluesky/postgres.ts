import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../redis-process.js';

const run = promisify(execFile);
/** Where Debian puts its versions. */
const debianVersions = '/usr/lib/postgresql';

interface RunningPostgres {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts a PostgreSQL on a free port of this machine, with data of its own that end with it. As root it runs as Debian's user
 * `postgres`, because it refuses root. Throws an Error of one line that says what to install.
 */
export async function startPostgres(): Promise<RunningPostgres> {
  const programs = await findPrograms();
  const as = await otherUser();
  const folder = await mkdtemp(join(tmpdir(), 'greeting-desk-postgres-'));
  if (as) await chown(folder, as.uid, as.gid);
  const port = await freePort();
  await run(join(programs, 'initdb'), ['-D', join(folder, 'data'), '-A', 'trust', '-U', 'bluesky'], as ?? {});
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    fsync: 'off',
    max_connections: 200,
  };
  const server = spawn(
    join(programs, 'postgres'),
    [
      '-D',
      join(folder, 'data'),
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    { stdio: 'ignore', ...as },
  );
  const ended = once(server, 'exit');
  const isReady = () =>
    run(join(programs, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port)]).then(
      () => true,
      () => false,
    );
  while (!(await isReady())) {
    if (server.exitCode !== null)
      throw new Error(`PostgreSQL ended with ${server.exitCode} before it was ready.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url: `postgresql://bluesky@127.0.0.1:${port}/postgres`,
    async close() {
      server.kill('SIGINT');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The folder with the programs of the newest version. */
async function findPrograms(): Promise<string> {
  const versions = await readdir(debianVersions).catch(() => []);
  const newest = versions.toSorted((a, b) => Number(b) - Number(a))[0];
  if (!newest) throw new Error('There is no PostgreSQL server; install it: apt-get install postgresql');
  return join(debianVersions, newest, 'bin');
}

async function otherUser(): Promise<{ readonly uid: number; readonly gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout);
  return { uid: await idOf('-u'), gid: await idOf('-g') };
}
