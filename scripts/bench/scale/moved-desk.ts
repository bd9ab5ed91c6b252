import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { loadDeskFile } from '../../../src/config/desk-file.js';
import type { Timings } from '../../../src/core/due/timings.js';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../../src/sandbox/sandbox.js';
import type { Entry } from '../../../src/sandbox/world/journal.js';
import { deskKeys } from '../../../src/store/keys.js';
import { dueIn, passing } from '../../../test/e2e/desk.js';
import { connect } from '../../../test/store/connect.js';
import { environmentOf } from '../../dev-desk.js';
import { startRedis } from '../../redis.js';
import { startProgram } from '../program.js';
import { commandsIn } from './redis-figures.js';

export const ana = 'U0ANA0001';
export const channel = 'C0XDESK01';

const deskFile = fileURLToPath(new URL('../../dev-desk.yaml', import.meta.url));
/** How long something may take until it is seen (ms): far above what anybody waits for. */
export const patienceMs = 20_000;

type Args = Record<string, unknown>;

/** A desk in a process of its own, with a Redis of its own, between sandboxes of which this process moves the clock. */
export interface MovedDesk {
  readonly sandbox: Sandbox;
  readonly redis: ReturnType<typeof connect>;
  readonly keys: ReturnType<typeof deskKeys>;
  act(side: 'slack' | 'x', name: string, args?: Args): Promise<Args>;
  /** Asks the process for what it can do. */
  ask<Answer = unknown>(name: string, what?: object): Promise<Answer>;
  cpuMs(): Promise<number>;
  /** How many commands Redis has run, those inside of scripts too. */
  commands(): Promise<number>;
  /** Lets time pass, and each thing that is due happen in it. */
  pass(ms: number): Promise<void>;
  /** Moves the clock alone. */
  moveBy(ms: number): Promise<void>;
  /** Resolves at the next thing that happens in a sandbox and is wanted; to undefined when it does not in `patienceMs`. */
  next(isWanted: (entry: Entry) => boolean): Promise<Entry | undefined>;
  close(): Promise<void>;
}

interface Options {
  readonly timings?: Partial<Timings>;
  readonly sandbox?: SandboxOptions;
  /** Changes the sandboxes before the desk reads them for the first time. */
  readonly prepare?: (sandbox: Sandbox) => void | Promise<void>;
}

/** Starts them, and resolves once the desk has nothing left to do. */
export async function startMovedDesk({
  timings = {},
  sandbox: wanted,
  prepare,
}: Options): Promise<MovedDesk> {
  const server = await startRedis({ ...process.env, REDIS_URL: undefined }, { outlives: 'kill' });
  const sandbox = await createSandbox({ speed: 0, ...wanted });
  const prefix = `bench-${randomUUID()}`;
  const env = {
    ...environmentOf(sandbox, server.url, prefix),
    DESK_FILE: deskFile,
    TIMINGS: JSON.stringify(timings),
    STARTS_AT: String(sandbox.clock.now()),
  };
  const closing: (() => unknown)[] = [() => sandbox.close(), () => server.close()];
  const close = async () => {
    for (const end of closing) await end();
  };
  try {
    await prepare?.(sandbox);
    const redis = connect(server.url);
    closing.unshift(() => redis.disconnect());
    const program = await startProgram('moved-desk', env);
    closing.unshift(() => program.end());
    const { desks } = await loadDeskFile(deskFile);
    const [desk] = desks;
    if (!desk) throw new Error(`${deskFile} has no desk.`);
    const app = { idle: () => program.ask<void>('idle') };
    const moveBy = async (ms: number) => {
      sandbox.clock.advance(ms);
      await program.ask('moveTo', { at: sandbox.clock.now() });
    };
    const clock = {
      now: sandbox.clock.now,
      // What is asked of the process next comes after this in its channel.
      advance: (ms: number) => void moveBy(ms),
    };
    await app.idle();
    return {
      sandbox,
      redis,
      keys: deskKeys(prefix, desk.id),
      async act(side, name, args = {}) {
        const run = sandbox[side].acts[name];
        if (!run) throw new Error(`No act '${name}'.`);
        return (await run(args)) as Args;
      },
      ask: program.ask,
      cpuMs: program.cpuMs,
      commands: async () => commandsIn(await redis.info('commandstats')),
      pass: (ms) => passing({ app, clock, due: () => dueIn(redis, prefix, desks) }, ms),
      moveBy,
      next: (isWanted) => next(sandbox, isWanted),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function next({ journal }: Sandbox, isWanted: (entry: Entry) => boolean): Promise<Entry | undefined> {
  let seen = journal.read().length;
  return new Promise((resolve) => {
    const end = (found?: Entry) => {
      clearTimeout(tooLate);
      stop();
      resolve(found);
    };
    const tooLate = setTimeout(() => end(), patienceMs);
    const stop = journal.watch(() => {
      const found = journal.read(seen).find(isWanted);
      seen = journal.read().length;
      if (found) end(found);
    });
  });
}
