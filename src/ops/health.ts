import { type Poll, pollIntervals } from '../core/due/due-entries.js';
import type { Timings } from '../core/due/timings.js';
import type { Due } from '../ports/due.js';
import type { DeskIncident } from './silence.js';

/** A poll is late when this many of its intervals passed without one that ended well; a budget makes them 5 times longer. */
const lateAfter = 10;

export interface Health {
  /** From now on a poll of a desk has to end well time and again. */
  expect(desk: string, poll: Poll): void;
  /** A poll ended well here. */
  pollDone(desk: string, poll: Poll): void;
  /** What is wrong now, a line each; nothing when all is well. */
  problems(): Promise<readonly string[]>;
  /** What is wrong with one desk alone and no start of the program repairs, a line each. */
  notes(): Promise<readonly string[]>;
}

/**
 * Health is "the last poll finished", by the machine's own clock: a worker can look alive and take no jobs. Which of several
 * workers gets a poll is chance: one that another ended counts as well. While the store can't say, only our own do.
 */
export function createHealth(
  desks: () => ReadonlyMap<
    string,
    { readonly due: Pick<Due, 'polled' | 'polledAt'>; readonly timings: Timings }
  >,
  others: () => readonly string[] = () => [],
  now: () => number = Date.now,
  incidents: () => Promise<readonly DeskIncident[]> = async () => [],
): Health {
  const known = new Map<string, Map<Poll, number>>();
  const note = (desk: string, poll: Poll) => {
    const polls = known.get(desk) ?? new Map<Poll, number>();
    known.set(desk, polls.set(poll, now()));
  };

  async function lateOf(desk: string, polls: ReadonlyMap<Poll, number>): Promise<readonly string[]> {
    const known = desks().get(desk);
    if (!known) return [];
    const anywhere = await known.due.polledAt().catch(() => undefined);
    return [...polls].flatMap(([poll, here]) => {
      const at = Math.max(here, anywhere?.get(poll) ?? here);
      const wrongAfterMs = lateAfter * known.timings[pollIntervals[poll]];
      const said = `${desk}: ${poll} not read since ${new Date(at).toISOString()}`;
      if (now() - at > wrongAfterMs) return [said];
      // What is due stands as far ahead: a start brings it back.
      if (at - now() > wrongAfterMs) return [`${said}, which is still to come. Start the desk again.`];
      return [];
    });
  }

  return {
    expect: note,
    pollDone(desk, poll) {
      note(desk, poll);
      // Of a store that is away the others hear with the next poll.
      desks()
        .get(desk)
        ?.due.polled(poll, now())
        .catch(() => {});
    },
    problems: async () => {
      const late = await Promise.all([...known].map(([desk, polls]) => lateOf(desk, polls)));
      const found = (await incidents()).filter(({ isNote }) => !isNote);
      const isExplained = (line: string) =>
        found.some(({ desk, look }) => line.startsWith(`${desk}: ${look} `));
      return [
        ...others(),
        ...found.map(({ line }) => line),
        ...late.flat().filter((line) => !isExplained(line)),
      ];
    },
    notes: async () => (await incidents()).filter(({ isNote }) => isNote).map(({ line }) => line),
  };
}
