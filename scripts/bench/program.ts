import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { program } from '../../test/programs.js';

/** A program of `programs/` in a process of its own. */
export interface Program {
  /** Asks for what it can do by a name; rejects when it failed at it. */
  ask<Answer = unknown>(name: string, what?: object): Promise<Answer>;
  /** Its processor time since its start. */
  cpuMs(): Promise<number>;
  end(): Promise<void>;
}

interface Told {
  readonly up?: true;
  readonly id?: number;
  readonly answer?: unknown;
  readonly fault?: string;
}

/** Starts one, and resolves when it is up. Throws an Error when it ends before. */
export async function startProgram(name: string, env: Readonly<Record<string, string>>): Promise<Program> {
  const child = spawn(process.execPath, program(`scripts/bench/programs/${name}.ts`), {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, (told: Told) => void>();
  let count = 0;
  await new Promise<void>((resolve, reject) => {
    child.on('message', (told: Told) => {
      if (told.up) resolve();
      if (told.id !== undefined) waiting.get(told.id)?.(told);
    });
    child.once('exit', (code) => {
      reject(new Error(`${name} ended at its start, with ${code}.`));
      for (const settle of waiting.values()) settle({ fault: `it ended, with ${code}` });
    });
  });

  function ask<Answer>(asked: string, what: object = {}): Promise<Answer> {
    count += 1;
    const id = count;
    return new Promise((resolve, reject) => {
      waiting.set(id, ({ answer, fault }) => {
        waiting.delete(id);
        if (fault === undefined) resolve(answer as Answer);
        else reject(new Error(`${name} could not do '${asked}': ${fault}`));
      });
      child.send({ ask: asked, id, what });
    });
  }

  return { ask, cpuMs: () => ask<number>('cpuMs'), end: () => end(child) };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
