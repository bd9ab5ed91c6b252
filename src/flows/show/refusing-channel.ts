import { withFailure } from '../../core/desk/outages.js';
import { minuteMs } from '../../core/durations.js';
import { Busy, type ChannelRefused } from '../../errors.js';
import type { Ports } from '../../ports.js';

/** A channel that Slack does not let us write in is tried again after this (ms), and at once when the app is invited. */
const tryAgainMs = 10 * minuteMs;

/**
 * Until when nothing is posted in the desk's channel (Unix ms), because Slack refused it; `isRefused` also when it is time
 * to try again.
 */
export async function channelRefusal({
  settings,
}: Pick<Ports, 'settings'>): Promise<{ readonly isRefused: boolean; readonly retryAt: number }> {
  const refusal = (await settings.get()).failing?.channel;
  return { isRefused: refusal !== undefined, retryAt: refusal?.retryAt ?? 0 };
}

/**
 * Records that Slack refuses the desk's channel, of which the lead, the log and health are told. Gives what makes the
 * queue wait until it is tried again.
 */
export async function refuseChannel(
  { clock, settings }: Pick<Ports, 'clock' | 'settings'>,
  { code }: ChannelRefused,
): Promise<Busy> {
  const now = clock.now();
  const retryAt = now + tryAgainMs;
  const failure = { since: now, incidentAt: now, reason: 'refused', detail: code, retryAt } as const;
  await settings.change((before) => ({ next: withFailure(before, 'channel', failure), result: undefined }));
  return new Busy(retryAt, 'Slack');
}

/** Somebody invited the app or unarchived the channel: what waits for it is due at once. */
export async function tryChannelNow({
  clock,
  due,
  settings,
}: Pick<Ports, 'clock' | 'due' | 'settings'>): Promise<void> {
  const refusal = (await settings.get()).failing?.channel;
  if (!refusal) return;
  await settings.change((now) => {
    const known = now.failing?.channel;
    const next = known && withFailure(now, 'channel', { ...known, retryAt: clock.now() });
    return { next: next ?? now, result: undefined };
  });
  await tryWaiting({ clock, due });
}

/** Makes all that waits for the channel due at once. */
export const tryWaiting = ({ clock, due }: Pick<Ports, 'clock' | 'due'>): Promise<void> =>
  due.hasten(['show', 'panel', 'recover'], clock.now());
