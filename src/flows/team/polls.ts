import type { Desk } from '../../core/desk/desk.js';
import { type Poll, pollIntervals, polls } from '../../core/due/due-entries.js';
import type { Ports } from '../../ports.js';

type Beginning = Pick<Ports, 'clock' | 'desk' | 'due' | 'timings'>;

/** The polls of a desk. Only a desk whose rota is in a calendar reads it. */
export function pollsOf(desk: Pick<Desk, 'feed'>): readonly Poll[] {
  return polls.filter((id) => id !== 'rota' || desk.feed);
}

/** Puts the polls of a desk on its due list at a start. The outlook is looked at soon, as desk.yaml may have a new rota. */
export async function beginPolls(ports: Beginning): Promise<void> {
  const { clock, due, timings } = ports;
  await due.put({ job: 'poll', id: 'outlook', at: clock.now() + timings.outlookAfterMs });
  await ensurePolls(ports);
}

/**
 * Puts on the due list each poll that it lacks, as after the store lost it. One that is there keeps its time, unless that is
 * further ahead than its interval, as after a clock was set back.
 */
export async function ensurePolls({ clock, desk, due, timings }: Beginning): Promise<void> {
  for (const id of pollsOf(desk)) {
    const at = clock.now() + (id === 'outlook' ? timings.outlookAfterMs : 0);
    await due.ensure({ job: 'poll', id, at }, clock.now() + timings[pollIntervals[id]]);
  }
}
