import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';
import type { Entry } from '../../src/sandbox/world/journal.js';
import { environmentOf } from '../dev-desk.js';
import { type Program, startProgram } from './program.js';

export const channel = 'C0XDESK01';
/** How many people can press at once. */
export const people = 50;

type Args = Record<string, unknown>;

/** A Slack and an X with one program between them. */
export interface Stage {
  readonly program: Program;
  /** Who may press, by their ids in Slack. */
  readonly pressers: readonly string[];
  slack(act: string, args: Args): Promise<Args>;
  x(act: string, args: Args): Promise<Args>;
  /** Calls `look` for each thing that happens in the sandboxes, until the returned function is called. */
  watch(look: (entry: Entry) => void): () => void;
  /** What Slack allows in a minute is allowed again. */
  pause(): void;
  /** What Slack and X allow in some minutes is allowed again. */
  rest(): void;
  close(): Promise<void>;
}

interface Setting {
  readonly redisUrl: string;
  /** How often the desk looks for mentions; in production once a minute. */
  readonly pollMentionsMs: number;
}

/** Runs with the desk and with the bare program of a name, each between sandboxes of its own, and ends both. */
export async function withBoth<T>(
  setting: Setting,
  bareName: string,
  run: (desk: Stage, bare: Stage) => Promise<T>,
): Promise<T> {
  const starting = [setStage('desk', setting), setStage(bareName, setting)] as const;
  try {
    const [desk, bare] = await Promise.all(starting);
    return await run(desk, bare);
  } finally {
    for (const one of await Promise.allSettled(starting))
      if (one.status === 'fulfilled') await one.value.close();
  }
}

const minuteAgoMs = 61_000;
const longAgoMs = 16 * 60_000;
/** Slack takes fifty updates a minute, and one post a second in a channel. */
const paceMs = 1_500;

/**
 * Starts the sandboxes in this process and a program in its own. Slack's pace is no part of what is measured: after each
 * message that Slack takes, its clock moves on as if the next came when it may.
 */
async function setStage(name: string, { redisUrl, pollMentionsMs }: Setting): Promise<Stage> {
  const sandbox = await createSandbox();
  const home = await mkdtemp(join(tmpdir(), 'greeting-desk-bench-'));
  const act = actOf(sandbox);
  const watch = watching(sandbox);
  watch(({ kind }) => {
    if (kind === 'chat.postMessage' || kind === 'chat.update') sandbox.clock.advance(paceMs);
  });
  const pressers = Array.from({ length: people }, (_, n) => `U0PRESS${String(n + 1).padStart(3, '0')}`);
  const sandboxes = async () => {
    await sandbox.close();
    await rm(home, { recursive: true, force: true });
  };
  try {
    for (const [n, id] of pressers.entries()) {
      await act('slack', 'addPerson', { id, name: `presser${n + 1}`, real_name: `Presser ${n + 1}` });
      await act('slack', 'join', { user: id, channel });
    }
    const deskFile = join(home, 'desk.yaml');
    await writeFile(deskFile, JSON.stringify(await deskFileOf(pressers)));
    const env = {
      ...environmentOf(sandbox, redisUrl, `bench-${randomUUID()}`),
      DESK_FILE: deskFile,
      POLL_MENTIONS_MS: String(pollMentionsMs),
    };
    const program = await startProgram(name, env);
    // What was on X before the first look is no news to the desk.
    await program.ask('idle');
    return {
      program,
      pressers,
      slack: (one, args) => act('slack', one, args),
      x: (one, args) => act('x', one, args),
      watch,
      pause: () => sandbox.clock.advance(minuteAgoMs),
      rest: () => sandbox.clock.advance(longAgoMs),
      async close() {
        await program.end();
        await sandboxes();
      },
    };
  } catch (error) {
    await sandboxes();
    throw error;
  }
}

const actOf =
  (sandbox: Sandbox) =>
  async (side: 'slack' | 'x', name: string, args: Args): Promise<Args> => {
    const run = sandbox[side].acts[name];
    if (!run) throw new Error(`No act '${name}'.`);
    return (await run(args)) as Args;
  };

function watching({ journal }: Sandbox): Stage['watch'] {
  return (look) => {
    let seen = journal.read().length;
    return journal.watch(() => {
      for (const entry of journal.read(seen)) {
        seen = entry.seq;
        look(entry);
      }
    });
  };
}

/** The demo's desk, with everybody who presses on its staff. */
async function deskFileOf(pressers: readonly string[]): Promise<unknown> {
  const file = parse(await readFile(new URL('../dev-desk.yaml', import.meta.url), 'utf8'));
  const staff = pressers.map((slack, n) => [
    `presser${n + 1}`,
    { slack, name: `Presser ${n + 1}`, signature: `P${n + 1}`, xSignIn: true },
  ]);
  Object.assign(file.desks.central.staff, Object.fromEntries(staff));
  return file;
}
