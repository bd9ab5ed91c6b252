import { withPastOutage } from '../../core/desk/outage-steps.js';
import { failingLook, withFailure, withoutFailure } from '../../core/desk/outages.js';
import { minuteMs } from '../../core/durations.js';
import type { Ports } from '../../ports.js';

/** Slack and Redis break for moments: people hear only of what lasted longer (ms). */
const blipMs = minuteMs;

/**
 * Records that Slack is out of reach since `from` (Unix ms), of which people are told once it is back. Every process that
 * sees it may record it.
 */
export async function recordSlackAway(
  { clock, settings }: Pick<Ports, 'clock' | 'settings'>,
  from: number,
): Promise<void> {
  if ((await settings.get()).failing?.slack) return;
  const good = { lastGoodAt: from, afterMs: blipMs };
  const failure = failingLook({ reason: 'unreachable' }, good, clock.now());
  await settings.change((now) => ({ next: withFailure(now, 'slack', failure), result: undefined }));
}

/** Records that Slack is back (Unix ms). Without `from` only an outage that a process recorded before ends. */
export async function recordSlackBack(
  { settings }: Pick<Ports, 'settings'>,
  from: number | undefined,
  until: number,
): Promise<void> {
  if (from === undefined && !(await settings.get()).failing?.slack) return;
  await settings.change((now) => {
    const begunAt = now.failing?.slack?.since;
    const outage = now.outages?.slack;
    const isOpen = outage !== undefined && outage.until === undefined;
    const next = withoutFailure(now, 'slack');
    const wasLong = begunAt !== undefined && until - begunAt >= blipMs;
    return {
      next: wasLong && !isOpen ? withPastOutage(next, 'slack', begunAt, until) : next,
      result: undefined,
    };
  });
}

/** Records that Redis was out of reach (Unix ms), once it is back. */
export async function recordRedisBack(
  { settings }: Pick<Ports, 'settings'>,
  from: number,
  until: number,
): Promise<void> {
  if (until - from < blipMs) return;
  await settings.change((now) => ({ next: withPastOutage(now, 'redis', from, until), result: undefined }));
}
