import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { program } from '../programs.js';
import type { Ordered, Told } from './desk.js';

export interface DeskProcess {
  readonly name: string;
  /** It came up at least once and runs. */
  isUp(): boolean;
  isFrozen(): boolean;
  kill(): void;
  freeze(): void;
  thaw(): void;
  /** Lets it end or stand still when it comes to a point. */
  order(order: Ordered): void;
  end(): Promise<void>;
}

interface Options {
  readonly name: string;
  readonly told: Told;
  readonly env: Readonly<Record<string, string>>;
  /** Where its log goes: a file descriptor. */
  readonly log: number;
  readonly cameTo: (order: Ordered) => void;
}

const main = program('test/chaos/desk.ts');
/** How soon a supervisor starts it again (real ms). */
const againMs = 150;

/** How long it may take to end in peace (real ms). */
const endsWithinMs = 5_000;

/** A process of the desk that is started again whenever it ends, as a supervisor would. */
export function startDeskProcess({ name, told, env, log, cameTo }: Options): DeskProcess {
  let up = false;
  let frozen = false;
  let ending = false;
  let child = start();

  function start(): ChildProcess {
    up = false;
    frozen = false;
    const started = spawn(process.execPath, main, {
      env: { PATH: process.env.PATH, ...env, CHAOS: JSON.stringify(told) },
      stdio: ['ignore', log, log, 'ipc'],
    });
    started.on('message', (message: Ordered | { up: true }) => {
      if ('up' in message) {
        up = true;
        return;
      }
      frozen = message.how === 'freeze';
      cameTo(message);
    });
    started.once('exit', () => {
      up = false;
      setTimeout(() => {
        if (!ending) child = start();
      }, againMs);
    });
    return started;
  }

  // The parent ends in whatever way: nothing of it stays.
  const last = () => child.kill('SIGKILL');
  process.once('exit', last);

  return {
    name,
    isUp: () => up,
    isFrozen: () => frozen,
    kill: () => void child.kill('SIGKILL'),
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
