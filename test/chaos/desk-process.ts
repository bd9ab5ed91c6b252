import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { program } from '../programs.js';
import type { Ordered, Told } from './desk.js';

export interface DeskProcess {
  readonly name: string;
  readonly role: Told['role'];
  /** It runs and has finished its start. */
  isUp(): boolean;
  isFrozen(): boolean;
  kill(): void;
  /** Resolves when it has ended. */
  ended(): Promise<void>;
  freeze(): void;
  thaw(): void;
  /** Kills or freezes it when it reaches a point. */
  order(order: Ordered): void;
  end(): Promise<void>;
}

interface Options {
  readonly name: string;
  readonly role: Told['role'];
  /** What it is told at each start. */
  readonly told: () => Told;
  /** It is not started again before this resolves. */
  readonly mayStart: () => Promise<void>;
  readonly env: Readonly<Record<string, string>>;
  /** The file descriptor for its log. */
  readonly log: number;
  readonly cameTo: (order: Ordered) => void;
  /** It did not run for so long (real ms). */
  readonly stalled: (ms: number) => void;
}

const main = program('test/chaos/desk.ts');
/** After so long it is started again (real ms). */
const againMs = 150;

/** How long it may take to end after SIGTERM (real ms). */
const endsWithinMs = 5_000;

/** Starts a process of the desk, and starts it again whenever it ends, as a supervisor does. */
export function startDeskProcess(options: Options): DeskProcess {
  const { name, role, told, mayStart, env, log, cameTo, stalled } = options;
  let up = false;
  let frozen = false;
  let ending = false;
  let child = start();

  function start(): ChildProcess {
    up = false;
    frozen = false;
    const started = spawn(process.execPath, main, {
      env: { PATH: process.env.PATH, ...env, CHAOS: JSON.stringify(told()) },
      stdio: ['ignore', log, log, 'ipc'],
    });
    started.on('message', (message: Ordered | { up: true } | { stalledMs: number }) => {
      if ('stalledMs' in message) return stalled(message.stalledMs);
      if ('up' in message) {
        up = true;
        return;
      }
      frozen = message.how === 'freeze';
      cameTo(message);
    });
    started.once('exit', () => {
      up = false;
      setTimeout(async () => {
        await mayStart();
        if (!ending) child = start();
      }, againMs);
    });
    return started;
  }

  // It must not go on when the parent ends.
  const last = () => child.kill('SIGKILL');
  process.once('exit', last);

  return {
    name,
    role,
    isUp: () => up,
    isFrozen: () => frozen,
    kill: () => void child.kill('SIGKILL'),
    ended: async () => {
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
    freeze: () => {
      frozen = child.kill('SIGSTOP');
    },
    thaw: () => {
      child.kill('SIGCONT');
      frozen = false;
    },
    order: (order) => void (up && child.connected && child.send(order, () => {})),
    end: async () => {
      ending = true;
      process.off('exit', last);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const patience = setTimeout(() => child.kill('SIGKILL'), endsWithinMs);
      await ended;
      clearTimeout(patience);
    },
  };
}
