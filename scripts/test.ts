import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { needBrowser } from './browser.js';
import { startRedis } from './redis.js';

// Everything that `npm test` needs: a browser, a Redis, the built program, then the tests with the arguments given here.

let running: ChildProcess | undefined;
let stopped: NodeJS.Signals | undefined;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    stopped = signal;
    end(running, signal);
  });
}

process.exitCode = await test(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});

async function test(options: readonly string[]): Promise<number> {
  // A run of other tests alone needs none.
  if (!options.some((one) => /^test\/(?!page)/.test(one))) process.env.CHROMIUM_BIN = await needBrowser();
  const redis = await startRedis();
  try {
    const built = await run('npm', ['run', '--silent', 'build'], redis.url);
    if (built !== 0) return built;
    return await run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...options], redis.url);
  } finally {
    await redis.close();
  }
}

async function run(command: string, words: readonly string[], redisUrl: string): Promise<number> {
  if (stopped) return exitCodeOf(stopped);
  running = spawn(command, words, {
    stdio: 'inherit',
    env: { ...process.env, REDIS_URL: redisUrl },
    // A group of its own, so that a signal ends it with its workers and what these have started.
    detached: true,
  });
  const [code, signal] = (await once(running, 'exit')) as [number | null, NodeJS.Signals | null];
  if (stopped) end(running, 'SIGKILL');
  return code ?? exitCodeOf(signal ?? 'SIGKILL');
}

function end(child: ChildProcess | undefined, signal: NodeJS.Signals): void {
  if (child?.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The whole group has ended already.
  }
}

// As shells do it.
function exitCodeOf(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal];
}
