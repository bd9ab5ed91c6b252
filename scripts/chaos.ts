import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { breaks } from '../test/chaos/breaks.js';
import { type History, readHistory } from '../test/chaos/history.js';
import { type Counts, countsIn, hasSeenAll, judge, lineOf, sumOf } from '../test/chaos/judge.js';
import { runChaos } from '../test/chaos/run.js';
import { type Placement, placements } from '../test/chaos/stage.js';
import { startRedis } from './redis.js';
import { typedOrEnd } from './typed.js';

const usage = `npm run chaos -- [--seconds S] [--seed N] [--acts A] [--desks D] [--staff R] [--network x|bluesky|both] [--break RULE|list] [--long] [--judge FILE]`;
/** A run mostly waits, because Slack takes only 50 edits a minute. So several run at once. */
const long = { seeds: 10, atOnce: 3, seconds: '30', acts: '1010', desks: '20', staff: '8' };
/** Nobody reads a longer story. */
const mostLines = 40;

const options = {
  seconds: { type: 'string', default: '20' },
  seed: { type: 'string', default: '1' },
  acts: { type: 'string' },
  desks: { type: 'string', default: '2' },
  staff: { type: 'string', default: '4' },
  network: { type: 'string', default: 'x' },
  break: { type: 'string' },
  long: { type: 'boolean', default: false },
  judge: { type: 'string' },
} as const;
const given = typedOrEnd({ options }, usage);

// A normal exit, so that the exit handlers also kill processes that are frozen.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => process.exit(128 + constants.signals[signal]));
}

try {
  process.exitCode = await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error, `\n${usage}`);
  process.exitCode = 2;
}

async function run(): Promise<number> {
  if (given.break === 'list') {
    for (const name of breaks) console.log(name);
    return 0;
  }
  if (given.break !== undefined && !breaks.includes(given.break)) {
    throw new RangeError(`There is no break '${given.break}'. There is: ${breaks.join(', ')}.`);
  }
  if (given.judge !== undefined) return tell([judgeAndPrint(readHistory(given.judge))]);
  const first = whole('seed', given.seed);
  if (given.break !== undefined) return tell([await one(first), await storyOf(given.break)]);
  if (!given.long) return tell([await one(first)]);
  const seeds = Array.from({ length: long.seeds }, (_, n) => first + n);
  const all: Counts[] = [];
  const next = async (): Promise<void> => {
    const seed = seeds.shift();
    if (seed === undefined) return;
    all.push(await inOwnProcess(seed));
    await next();
  };
  await Promise.all(Array.from({ length: long.atOnce }, next));
  return tell(all);
}

/** Plays the story of one guard without this guard, because chance may not bring it up within twenty seconds. */
async function storyOf(rule: string): Promise<Counts> {
  const { guards } = await import('../test/chaos/guards.js');
  const redis = await startRedis();
  process.env.REDIS_URL = redis.url;
  try {
    const history = await guards[rule]?.play(rule);
    if (!history) throw new RangeError(`There is no story of '${rule}'.`);
    console.log(`what "${rule}" is for:`);
    return judgeAndPrint(history);
  } finally {
    await redis.close();
  }
}

/** Runs one seed of a long run, and prints its output at the end. */
async function inOwnProcess(seed: number): Promise<Counts> {
  const { seconds, acts, desks, staff } = long;
  const size = [
    '--seconds',
    seconds,
    '--acts',
    acts,
    '--desks',
    desks,
    '--staff',
    staff,
    '--network',
    given.network,
    '--seed',
    String(seed),
  ];
  const script = fileURLToPath(import.meta.url);
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...size], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const last = () => child.kill();
  process.once('exit', last);
  const said = await text(child.stdout);
  process.off('exit', last);
  console.log(said.trimEnd());
  return countsIn(said.trimEnd().split('\n').at(-1) ?? '');
}

async function one(seed: number): Promise<Counts> {
  const { history } = await runChaos({
    seed,
    seconds: whole('seconds', given.seconds),
    desks: whole('desks', given.desks),
    staff: whole('staff', given.staff),
    network: placement(given.network),
    ...(given.acts === undefined ? {} : { acts: whole('acts', given.acts) }),
    ...(given.break === undefined ? {} : { break: given.break }),
    say: (line) => console.log(`seed ${seed}: ${line}`),
  });
  return judgeAndPrint(history);
}

/** Judges a history, and prints the offences and the shortest story of the first one. */
function judgeAndPrint(history: History): Counts {
  const { counts, offences, story } = judge(history);
  for (const { fault, what } of offences.slice(0, 20)) console.log(`${fault}: ${what}`);
  for (const told of story.slice(0, mostLines)) console.log(JSON.stringify(told));
  return counts;
}

function tell(all: readonly Counts[]): number {
  const sum = sumOf(all);
  console.log(lineOf(sum));
  const { doubled, lost, unapproved, stale, stuck } = sum;
  return doubled + lost + unapproved + stale + stuck === 0 && hasSeenAll(sum) ? 0 : 1;
}

function placement(text: string): Placement {
  if (Object.hasOwn(placements, text)) return text as Placement;
  throw new RangeError(`--network is '${text}', not one of ${Object.keys(placements).join(', ')}.`);
}

function whole(name: string, text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new RangeError(`--${name} is '${text}', not a whole number above 0.`);
}
