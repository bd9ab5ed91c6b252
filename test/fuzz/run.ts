import fc from 'fast-check';
import { type Case, cases, lineOf } from './case.js';
import { type Fault, type Kind, kinds } from './judge.js';
import { renderingFaults, screenMs } from './rendering.js';

/** Cases that are drawn from one seed; the first of them goes through the whole desk as well. */
export const inSeed = 50;
/** A fault that comes again and again is told so often. */
const mostTold = 3;
/** A case is made simpler for so long (ms). */
const shrinkMs = 5_000;

export type Counts = Readonly<Record<'cases' | 'whole' | Kind, number>>;

export interface FuzzOptions {
  /** The first; each next one is greater by one. */
  readonly seed: number;
  /** Asked before each seed, with how many there were. */
  readonly goesOn: (seeds: number) => boolean;
  /** A case through the whole desk, once its turn comes. */
  readonly whole: (drawn: Case, seed: number) => Promise<readonly Fault[]>;
  readonly say: (line: string) => void;
  /** How long the screens of a case may take to make (ms of the processor), unless it is `screenMs`. */
  readonly mostMs?: number;
  /** How many seeds the screens may be ahead of the whole desk. */
  readonly ahead?: number;
}

/** The cases of a seed, or the first of them. */
export const casesOf = (seed: number, count = inSeed): readonly Case[] =>
  fc.sample(cases, { seed, numRuns: count });

/** Draws cases until it is enough, and counts those in which something is wrong, by kind. */
export async function runFuzz({
  seed: firstSeed,
  goesOn,
  whole,
  say,
  mostMs = screenMs,
  ahead = 0,
}: FuzzOptions): Promise<Counts> {
  const found = new Map<Kind, number>();
  let [rendered, played] = [0, 0];
  const count = (faults: readonly Fault[], tell: (fault: Fault) => string) => {
    for (const kind of new Set(faults.map((fault) => fault.kind))) {
      const before = found.get(kind) ?? 0;
      const fault = faults.find((one) => one.kind === kind);
      if (fault && before < mostTold) say(tell(fault));
      found.set(kind, before + 1);
    }
  };
  const playing: Promise<void>[] = [];
  for (let seeds = 0; goesOn(seeds); seeds++) {
    const seed = firstSeed + seeds;
    const drawn = casesOf(seed);
    const [first] = drawn;
    if (!first) break;
    playing.push(
      whole(first, seed).then((faults) => {
        played += 1;
        count(
          faults,
          ({ kind, what }) => `${kind}: ${lineOf(what)} · --seed ${seed}, whole · ${lineOf(first)}`,
        );
      }),
    );
    for (const [index, one] of drawn.entries()) {
      count(renderingFaults(one, mostMs), (fault) => simplest(fault, one, seed, index, mostMs));
      rendered += 1;
    }
    await playing[seeds - ahead];
  }
  await Promise.all(playing);
  const counts = kinds.map((kind) => [kind, found.get(kind) ?? 0]);
  return { cases: rendered, whole: played, ...Object.fromEntries(counts) } as Counts;
}

/** The simplest case near one that failed in the same way, on one line; that one itself when it does not fail again. */
export function simplest(
  { kind, what }: Fault,
  failed: Case,
  seed: number,
  index: number,
  mostMs: number,
): string {
  const faultOf = (one: Case) => renderingFaults(one, mostMs).find((fault) => fault.kind === kind);
  const property = fc.property(cases, (one) => faultOf(one) === undefined);
  const { counterexample, counterexamplePath } = fc.check(property, {
    ...{ seed, path: String(index), numRuns: 1, interruptAfterTimeLimit: shrinkMs },
  });
  const [shrunk] = counterexample ?? [];
  const now = shrunk && faultOf(shrunk);
  return `${kind}: ${lineOf(now?.what ?? what)} · --seed ${seed}, path ${counterexamplePath ?? index} · ${lineOf(shrunk ?? failed)}`;
}

/** "fuzz: cases 10000, whole 200, pings 0, …". */
export const closingLine = (counts: Counts): string =>
  `fuzz: ${(['cases', 'whole', ...kinds] as const).map((name) => `${name} ${counts[name]}`).join(', ')}`;

/** Whether there was something to judge, and nothing wrong with it. */
export const isClean = (counts: Counts): boolean =>
  counts.cases > 0 && counts.whole > 0 && kinds.every((kind) => counts[kind] === 0);
