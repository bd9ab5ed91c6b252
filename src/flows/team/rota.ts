import { feedFinding } from '../../core/doctor/findings.js';
import { nextPollAt } from '../../core/due/poll-times.js';
import { dayMs } from '../../core/durations.js';
import { FeedDown } from '../../errors.js';
import type { Ports } from '../../ports.js';
import { tellFindings } from '../tell/tell-findings.js';
import { lookFailed, lookWorked } from '../watch/looks.js';

/** How far back and ahead the desk ever looks at its rota (ms). */
const backMs = 15 * dayMs;
const aheadMs = 75 * dayMs;

/**
 * Reads the rota that is kept elsewhere. While it can't be read the last copy holds. After a while that is an outage, of
 * which people are told.
 */
export async function watchRota(
  ports: Pick<
    Ports,
    'clock' | 'snapshots' | 'desk' | 'due' | 'feed' | 'panels' | 'settings' | 'timings' | 'turn'
  >,
): Promise<void> {
  const { clock, snapshots, desk, due, feed, timings, turn } = ports;
  const now = clock.now();
  const again = (ms: number) => due.put({ job: 'poll', id: 'rota', at: nextPollAt(now, ms, 'rota', turn) });
  // An earlier desk.yaml had a calendar, and this poll is left of it.
  if (!feed) return again(timings.pollOutlookMs);
  // Names are those of the channel's members, once they are known.
  const isStaffKnown = desk.membership === 'list' || (await snapshots.get('colleagues')) !== undefined;
  if (!isStaffKnown) return again(timings.readRetryMs);
  const last = await snapshots.get('dated');
  try {
    const { shifts, problems } = await feed.read(desk.rota, { fromMs: now - backMs, toMs: now + aheadMs });
    await snapshots.save('dated', shifts, now);
    await lookWorked(ports, 'rota');
    await tellFindings(
      ports,
      problems.map((problem) => feedFinding(desk, problem)),
    );
  } catch (fault) {
    if (!(fault instanceof FeedDown)) throw fault;
    // Without any copy nobody is on shift: that is said at once.
    const afterMs = last ? timings.rotaStaleMs : 0;
    const good = { lastGoodAt: last?.at, afterMs, failingMs: afterMs };
    await lookFailed(ports, 'rota', { reason: 'refused', detail: fault.why }, good);
    return again(timings.rotaRetryMs);
  }
  await again(timings.pollRotaMs);
}
