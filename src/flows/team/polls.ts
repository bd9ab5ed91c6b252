import type { Desk } from '../../core/desk/desk.js';
import { type Poll, pollIntervals, polls } from '../../core/due/due-entries.js';
import type { Ports } from '../../ports.js';

type Beginning = Pick<Ports, 'clock' | 'desk' | 'due' | 'timings'>;

/** What a desk asks time and again. */
export function pollsOf(desk: Pick<Desk, 'feed'>): readonly Poll[] {
  return polls.filter((id) => id !== 'rota' || desk.feed);
}

/** At a start. What the desk thinks of its own rota is looked at anew, for it may have another one. */
export async function beginPolls(ports: Beginning): Promise<void> {
  const { clock, due, timings } = ports;
  await due.put({ job: 'poll', id: 'outlook', at: clock.now() + timings.outlookAfterMs });
  await ensurePolls(ports);
}

/**
 * Puts down each that is not there, as in a store that has forgotten it; what is there keeps its time, if that is within
 * its interval: a clock that was set back leaves it far ahead.
 */
export async function ensurePolls({ clock, desk, due, timings }: Beginning): Promise<void> {
  for (const id of pollsOf(desk)) {
    const at = clock.now() + (id === 'outlook' ? timings.outlookAfterMs : 0);
    await due.ensure({ job: 'poll', id, at }, clock.now() + timings[pollIntervals[id]]);
  }
}
