import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { startPostgres } from './real-bluesky/postgres.js';
import { startServers } from './real-bluesky/servers.js';
import { startRedis } from './redis.js';

// Runs a command with a real Bluesky beside it: `tsx scripts/real-bluesky.ts FOLDER npm test -- test/bluesky`. FOLDER is where
// `@atproto/dev-env` is installed, which wants Node 22 or newer. The command finds its address as BLUESKY_SERVICE.

const [folder, command, ...words] = process.argv.slice(2);
if (!folder || !command) {
  console.error('Usage: real-bluesky FOLDER COMMAND …; FOLDER is where @atproto/dev-env is installed.');
  process.exit(2);
}

const ends: (() => Promise<void>)[] = [];
try {
  const redis = await startRedis(
    { ...process.env, REDIS_URL: undefined },
    { setting: 'redis', outlives: 'kill' },
  );
  ends.push(redis.close);
  const postgres = await startPostgres();
  ends.push(postgres.close);
  const servers = await startServers(folder, {
    postgresUrl: postgres.url,
    redisHost: new URL(redis.url).host,
  });
  ends.push(servers.close);
  console.log(`A Bluesky server and its AppView at ${servers.url}`);
  const running = spawn(command, words, {
    stdio: 'inherit',
    env: { ...process.env, BLUESKY_SERVICE: servers.url },
  });
  const [code] = (await once(running, 'exit')) as [number | null];
  process.exitCode = code ?? 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  for (const end of ends.reverse()) await end();
}
// The servers leave timers behind.
process.exit();
