import type { Boot } from '../../core/ids.js';
import type { PostPoll } from '../../ports/network.js';
import type { Ports } from '../../ports.js';

/**
 * From when on a poll reads (Unix ms). Nothing before this desk began. Posts may be listed late, also those that came while
 * nobody watched: for an hour a read begins well before the newest post of the one before. Where people may date their posts
 * back, a mention is listed at its claimed time: now and then a read of mentions begins `deepLookMs` ago.
 */
export async function readAgainFrom(
  { clock, timings, watermarks }: Pick<Ports, 'clock' | 'timings' | 'watermarks'>,
  poll: PostPoll,
): Promise<{
  readonly since: number;
  readonly newest?: number;
  readonly boot: Boot;
  /** When the last look was (Unix ms); 0 before the first one. */
  readonly lookedAt: number;
}> {
  const begunAt = await watermarks.begunAt(clock.now());
  const { at: newest, boot, lookedAt = 0, readAt = 0 } = await watermarks.newest(poll);
  if (!newest) return { since: begunAt, boot, lookedAt };
  const { deepLookEveryMs, deepLookMs } = timings;
  const isDeep =
    poll === 'mentions' && deepLookMs > 0 && isFirstWithin(deepLookEveryMs, clock.now(), lookedAt);
  if (isDeep) return { since: Math.max(begunAt, clock.now() - deepLookMs), newest, boot, lookedAt };
  const mayBeLate = lookedAt - readAt < timings.lateWithinMs;
  // Behind the newest post nothing is read again: so a day without news costs nothing.
  const since = mayBeLate ? newest - timings.lateMentionsMs : newest + 1;
  return { since: Math.max(begunAt, since), newest, boot, lookedAt };
}

/** Whether none looked yet in the present one of the times of this length (ms) into which the clock is cut. */
export const isFirstWithin = (lengthMs: number, now: number, lookedAt: number): boolean =>
  Math.floor(now / lengthMs) > Math.floor(lookedAt / lengthMs);
