import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Fault } from '../test/fuzz/judge.js';
import { casesOf, closingLine, type FuzzOptions, isClean, runFuzz } from '../test/fuzz/run.js';
import { startRedis } from './redis.js';
import { typedOrEnd } from './typed.js';

const usage = 'npm run fuzz -- [--seconds S] [--seed N]';
/** By how many seeds the screens may be ahead of the whole desk, which often waits. */
const ahead = 4;
const script = fileURLToPath(import.meta.url);

const options = {
  seconds: { type: 'string', default: '60' },
  seed: { type: 'string', default: '1' },
  /** The second process gets this: the address of the Redis on which it plays whole cases. */
  desk: { type: 'string' },
} as const;
const given = typedOrEnd({ options }, usage);

// An ordinary exit also ends the Redis and the second process.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => process.exit(128 + constants.signals[signal]));
}

try {
  if (given.desk === undefined) process.exitCode = await run();
  else await playFor(given.desk);
} catch (error) {
  console.error(error instanceof Error ? error.message : error, `\n${usage}`);
  process.exitCode = 2;
}

/** Gives the exit code. A second process plays whole cases at the same time: one core for each. */
async function run(): Promise<number> {
  const seed = whole('seed', given.seed);
  const endsAt = performance.now() + whole('seconds', given.seconds) * 1_000;
  const redis = await startRedis(process.env, { outlives: 'kill' });
  const desk = fork(script, ['--desk', redis.url], { execArgv: ['--import', 'tsx'] });
  try {
    const counts = await runFuzz({
      ...{ seed, ahead, say: (line) => console.log(line), whole: playedBy(desk) },
      goesOn: () => performance.now() < endsAt,
    });
    console.log(closingLine(counts));
    return isClean(counts) ? 0 : 1;
  } finally {
    const ended = desk.exitCode === null ? once(desk, 'exit') : undefined;
    if (desk.connected) desk.disconnect();
    await ended;
    await redis.close();
  }
}

interface Played {
  readonly seed: number;
  readonly faults: readonly Fault[];
}

/** Plays the first case of a seed in the other process. */
function playedBy(desk: ChildProcess): FuzzOptions['whole'] {
  const waiting = new Map<number, (faults: readonly Fault[]) => void>();
  desk.on('message', ({ seed, faults }: Played) => waiting.get(seed)?.(faults));
  const died = once(desk, 'exit').then(([code]): never => {
    throw new Error(`The process of the whole desk ended with ${code}.`);
  });
  died.catch(() => {});
  return (_, seed) => {
    const played = new Promise<readonly Fault[]>((resolve) => waiting.set(seed, resolve));
    desk.send({ seed });
    return Promise.race([played, died]);
  };
}

/** Plays the seeds that it is sent, one after the other, until the first process disconnects. */
async function playFor(redisUrl: string): Promise<void> {
  const { wholeDesk } = await import('../test/fuzz/whole.js');
  const desk = wholeDesk(redisUrl);
  let last = Promise.resolve();
  process.on('message', ({ seed }: { seed: number }) => {
    last = last.then(async () => {
      const [drawn] = casesOf(seed, 1);
      const faults = drawn ? await desk.faultsOf(drawn) : [];
      if (process.connected) process.send?.({ seed, faults });
    });
  });
  await once(process, 'disconnect');
  await last;
  await desk.close();
}

function whole(name: string, text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new RangeError(`--${name} is '${text}', not a whole number above 0.`);
}
