import type { BenchContext, Group, Row } from './row.js';

/** Measures a group of rows. Each is loaded when it is asked for, because some bring a whole desk with them. */
export async function measured(group: Group, context: BenchContext): Promise<readonly Row[]> {
  const measure = await measures[group]?.();
  return measure ? measure(context) : [];
}

type Measure = (context: BenchContext) => Promise<readonly Row[]>;

const measures: Readonly<Partial<Record<Group, () => Promise<Measure>>>> = {
  press: async () => (await import('./press.js')).pressRows,
  cards: async () => (await import('./cards.js')).cardsRows,
  send: async () => (await import('./send.js')).sendRows,
  cost: async () => (await import('./costs.js')).costRows,
  scale: async () => (await import('./scale/scale.js')).scaleRows,
  idle: async () => (await import('./running/idle.js')).idleRows,
  start: async () => (await import('./running/start.js')).startRows,
  page: async () => (await import('./page.js')).pageRows,
};

/** Both wait for a minute, and count only the processor time of processes of their own: they wait at once. */
const waiting: readonly Group[] = ['scale', 'idle'];

/** These groups one after the other, and those at once that don't disturb each other. */
export function stagesOf(groups: readonly Group[]): readonly (readonly Group[])[] {
  const together = groups.filter((one) => waiting.includes(one));
  return groups.flatMap((one) => (!waiting.includes(one) ? [[one]] : one === together[0] ? [together] : []));
}

/** The groups that have rows. */
export const measuredGroups = Object.keys(measures);
