import { parseArgs } from 'node:util';
import { breaks } from '../test/chaos/breaks.js';
import { type History, readHistory } from '../test/chaos/history.js';
import { type Counts, hasSeenAll, judge, lineOf, sumOf } from '../test/chaos/judge.js';
import { runChaos } from '../test/chaos/run.js';

const usage = `npm run chaos -- [--seconds S] [--seed N] [--acts A] [--desks D] [--break RULE|list] [--long] [--judge FILE]`;
/** A story this long is not read. */
const mostLines = 40;

const { values: given } = parseArgs({
  options: {
    seconds: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    acts: { type: 'string' },
    desks: { type: 'string', default: '2' },
    break: { type: 'string' },
    long: { type: 'boolean', default: false },
    judge: { type: 'string' },
  },
});

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
  if (given.judge !== undefined) return tell([sentenceOn(readHistory(given.judge))]);
  const first = whole('seed', given.seed);
  if (!given.long) return tell([await one(first)]);
  const all: Counts[] = [];
  for (let seed = first; seed < first + long.seeds; seed++) all.push(await one(seed));
  return tell(all);
}

const long = { seeds: 10, seconds: 30, acts: 1_010, desks: 20, staff: 8 };

async function one(seed: number): Promise<Counts> {
  const size = given.long
    ? long
    : {
        seconds: whole('seconds', given.seconds),
        desks: whole('desks', given.desks),
        staff: 4,
        ...(given.acts === undefined ? {} : { acts: whole('acts', given.acts) }),
      };
  const broken = given.break === undefined ? {} : { break: given.break };
  const { history } = await runChaos({
    seed,
    ...size,
    ...broken,
    say: (line) => console.log(`seed ${seed}: ${line}`),
  });
  return sentenceOn(history);
}

/** Judges, and tells the shortest history of the first offender. */
function sentenceOn(history: History): Counts {
  const { counts, line, offences, story } = judge(history);
  for (const { fault, what } of offences.slice(0, 20)) console.log(`${fault}: ${what}`);
  for (const told of story.slice(0, mostLines)) console.log(JSON.stringify(told));
  if (given.long) console.log(line);
  return counts;
}

function tell(all: readonly Counts[]): number {
  const sum = sumOf(all);
  console.log(lineOf(sum));
  const { doubled, lost, unapproved, stale, stuck } = sum;
  return doubled + lost + unapproved + stale + stuck === 0 && hasSeenAll(sum) ? 0 : 1;
}

function whole(name: string, text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new RangeError(`--${name} is '${text}', not a whole number above 0.`);
}
