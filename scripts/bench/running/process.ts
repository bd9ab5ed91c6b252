import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { program } from '../../../test/programs.js';

/** What a process has taken so far. */
export interface Gauge {
  readonly cpuMs: number;
  readonly rssBytes: number;
}

/** A process as it runs in production, but for the gauge in it. */
export interface Running {
  /** When it was started, by `performance.now`. */
  readonly startedAt: number;
  /** Resolves once it has said these words on stderr; rejects when it ends before. */
  said(words: string): Promise<void>;
  /** All that it said. */
  all(): string;
  gauge(): Promise<Gauge>;
  end(): Promise<void>;
}

const installed = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));
const endsWithinMs = 15_000;

/** Starts the desk as it is installed: `greeting-desk run`. */
export const runDesk = (deskFile: string, env: Readonly<Record<string, string>>): Running =>
  start([installed, 'run', '--desk', deskFile, '--env', '/nowhere'], env);

/** Starts a process with Bolt and one worker, and nothing else. */
export const runBare = (env: Readonly<Record<string, string>>): Running =>
  start(program('scripts/bench/programs/bare-process.ts'), env);

/** The words with which each says that it is up. */
export const up = 'started';

function start(args: readonly string[], env: Readonly<Record<string, string>>): Running {
  const [gaugeFile = ''] = program('scripts/bench/programs/gauge.ts').slice(-1);
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['--import', gaugeFile, ...args], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  return {
    startedAt,
    said: (words) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!text.includes(words)) return;
          child.stderr?.off('data', look);
          resolve();
        };
        child.stderr?.on('data', look);
        child.once('exit', () =>
          reject(new Error(`It ended before it said '${words}': ${text.slice(-600)}`)),
        );
        look();
      }),
    all: () => text,
    async gauge() {
      const answer = once(child, 'message');
      child.send('gauge');
      const [gauge] = await answer;
      return gauge as Gauge;
    },
    end: () => end(child),
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), endsWithinMs);
  await ended;
  clearTimeout(patience);
}
