import { type Case, parts } from './case.js';
import { draw } from './drawn.js';
import { type Fault, faultsOf } from './judge.js';
import { sightsOf } from './screens.js';

/** A press that shows a screen has three seconds, with X and the store between: none takes so long to make (ms). */
export const screenMs = 2000;

/** What everybody sees of each card. */
const always = ['card', 'line'];

/**
 * What is wrong with the screens of a case, which may take `mostMs` of the processor: all threads of the process together,
 * so that its memory being tidied up counts too.
 */
export function renderingFaults(drawn: Case, mostMs: number): Fault[] {
  const begun = process.cpuUsage();
  let scene: ReturnType<typeof draw>;
  try {
    scene = draw(drawn);
  } catch (error) {
    return [thrown('what came in', error)];
  }
  const looked = sightsOf(scene).filter(
    ({ name }, index) => always.includes(name) || index % parts === drawn.part,
  );
  const found = looked.flatMap(({ make, ...screen }) => {
    try {
      return faultsOf({ ...screen, shown: make() });
    } catch (error) {
      return [thrown(screen.name, error)];
    }
  });
  const { user, system } = process.cpuUsage(begun);
  const ms = (user + system) / 1_000;
  return [
    ...found,
    ...scene.problems.filter(isUnreadable).map((what): Fault => ({ kind: 'refused messages', what })),
    ...(ms > mostMs ? [{ kind: 'late acks', what: `its screens took ${Math.round(ms)} ms` } as const] : []),
  ];
}

/** `check` prints a problem on one line, in the order in which it was written. */
const isUnreadable = (problem: string): boolean =>
  /[\p{Cc}\p{Surrogate}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(problem);

function thrown(where: string, error: unknown): Fault {
  const [first, at = ''] = (error instanceof Error ? (error.stack ?? '') : String(error)).split('\n');
  return { kind: 'refused messages', what: `${where}: ${first}${at}` };
}
