import type { Desk } from '../../core/desk/desk.js';
import { type Poll, pollIntervals, polls } from '../../core/due/due-entries.js';
import { firstPollMs } from '../../core/due/poll-times.js';
import type { Ports } from '../../ports.js';

type Beginning = Pick<Ports, 'clock' | 'desk' | 'due' | 'timings' | 'turn'>;

/** What a private side looks at itself: all else is looked at for its desk. */
const inPrivate: readonly Poll[] = ['private-messages', 'colleagues', 'shifts'];

/** The polls of a desk. Only a desk whose rota is in a calendar reads it. */
export function pollsOf(desk: Pick<Desk, 'feed' | 'inPrivate'>): readonly Poll[] {
  if (desk.inPrivate) return inPrivate;
  return polls.filter((id) => id !== 'private-messages' && (id !== 'rota' || desk.feed));
}

/** Puts the polls of a desk on its due list at a start. The outlook is looked at soon, as desk.yaml may have a new rota. */
export async function beginPolls(ports: Beginning): Promise<void> {
  const { clock, due, timings, turn } = ports;
  const at = clock.now() + firstPollMs('outlook', timings.outlookAfterMs, turn);
  if (pollsOf(ports.desk).includes('outlook')) await due.put({ job: 'poll', id: 'outlook', at });
  await ensurePolls(ports);
}

/**
 * Puts on the due list each poll that it lacks, as after the store lost it. One that is there keeps its time, unless that is
 * further ahead than its interval, as after a clock was set back.
 */
export async function ensurePolls({ clock, desk, due, timings, turn }: Beginning): Promise<void> {
  await Promise.all(
    pollsOf(desk).map((id) => {
      const at = clock.now() + firstPollMs(id, timings.outlookAfterMs, turn);
      return due.ensure({ job: 'poll', id, at }, clock.now() + timings[pollIntervals[id]]);
    }),
  );
}
