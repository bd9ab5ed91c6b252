import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile } from 'node:fs/promises';
import { constants } from 'node:os';
import { join, resolve } from 'node:path';
import { needBrowser } from './browser.js';
import { type RedisSetting, redisSettings, startRedis } from './redis.js';
import { chooseTests } from './test-choice.js';

// `npm test`: finds a browser, starts a Redis, builds the program, and runs the tests with the given arguments.
// `--redis redis|valkey|cluster` chooses the Redis. By default it is the one at $REDIS_URL, or whichever is found.

const tsc = 'node_modules/typescript/bin/tsc';

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

async function test(words: readonly string[]): Promise<number> {
  const { setting, options } = readSetting(words);
  const files = await chooseTests(options);
  if (files.some((file) => file.startsWith('test/page/'))) process.env.CHROMIUM_BIN = await needBrowser();
  const redis = await startRedis(process.env, {
    ...(setting ? { setting } : {}),
    // No test simulates a power cut, and waiting for the disk would be slow.
    outlives: 'kill',
  });
  const env = {
    // Tests that start a server of their own use the same program.
    ...(setting && redis.server ? { ...redis.server.env, REDIS_SERVER_BIN: redis.server.command } : {}),
    ...(setting ? { TEST_REDIS: setting } : {}),
    REDIS_URL: redis.url,
    TEST_PROGRAMS: resolve('.cache/programs'),
  };
  try {
    const built = await run('npm', ['run', '--silent', 'build'], env);
    if (built !== 0) return built;
    const compiled = await run(process.execPath, [tsc, '-p', 'test/tsconfig.programs.json'], {});
    if (compiled !== 0) return compiled;
    // The program reads its version beside its sources.
    await copyFile('package.json', join(env.TEST_PROGRAMS, 'package.json'));
    return await run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...options], env);
  } finally {
    await redis.close();
  }
}

function readSetting(words: readonly string[]): { setting?: RedisSetting; options: readonly string[] } {
  const at = words.findIndex((word) => word === '--redis' || word.startsWith('--redis='));
  if (at < 0) return { options: words };
  const joined = words[at]?.split('=')[1];
  const found = joined ?? words[at + 1] ?? 'nothing';
  const setting = redisSettings.find((one) => one === found);
  if (!setting) throw new Error(`--redis: found ${found}; allowed: ${redisSettings.join(', ')}.`);
  return { setting, options: words.toSpliced(at, joined === undefined ? 2 : 1) };
}

async function run(command: string, words: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  if (stopped) return exitCodeOf(stopped);
  running = spawn(command, words, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
    // A process group of its own, so that a signal also reaches its workers and the processes that these start.
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

// Shells use the same exit codes.
function exitCodeOf(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal];
}
