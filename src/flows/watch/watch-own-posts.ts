import { dayMs } from '../../core/durations.js';
import type { Ports } from '../../ports.js';
import { lookAtOurTimeline } from '../send/look.js';
import { readAgainFrom } from './read-again-from.js';

/** People still answer a question of ours that is so old (ms). */
const stillAnsweredMs = 3 * dayMs;

/** Reads what is new on our own timeline. The first read goes back to what we asked before this desk began, so that the answers come with the question. */
export async function watchOurTimeline(ports: Ports): Promise<void> {
  const { since, boot, lookedAt } = await readAgainFrom(ports, 'own-posts');
  const newest = await lookAtOurTimeline(ports, lookedAt === 0 ? since - stillAnsweredMs : since);
  // Only after the cards know of it: what was posted while nobody watched is read as well.
  const now = ports.clock.now();
  await ports.watermarks.advance('own-posts', Math.min(newest ?? 0, now), boot, now);
}
