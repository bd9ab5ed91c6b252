import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Running {
  readonly process: ChildProcess;
  /** Resolves once a line of the log contains the text; rejects when the program ends before. */
  says(part: string): Promise<void>;
  /** The lines of its log with a message. */
  lines(message: string): Record<string, unknown>[];
  end(): Promise<Ended>;
}

type Env = Record<string, string>;

/** The built program under plain node, with nothing of this machine's environment but what is given. */
export function start(args: readonly string[], env: Env = {}): Running {
  const child = spawn(process.execPath, [cli, ...args], { env: { PATH: process.env.PATH, ...env } });
  let err = '';
  const waiting = new Set<() => void>();
  child.stderr.on('data', (part: Buffer) => {
    err += part.toString();
    for (const look of waiting) look();
  });
  const out = text(child.stdout);
  const ended = once(child, 'close') as Promise<[number | null]>;
  return {
    process: child,
    says: (part) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!err.includes(part)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
        void ended.then(() => reject(new Error(`ended without "${part}":\n${err}`)));
      }),
    lines: (message) =>
      err
        .split('\n')
        .filter((line) => line.endsWith('}') && line.includes(`"msg":"${message}"`))
        .map((line) => JSON.parse(line)),
    end: async () => {
      const [code] = await ended;
      return { code, out: await out, err };
    },
  };
}

export const run = (args: readonly string[], env: Env = {}): Promise<Ended> => start(args, env).end();
