import { withFailure } from '../core/desk/outages.js';
import { minuteMs } from '../core/durations.js';
import { isExposure } from '../core/private/private-channel.js';
import { Busy, type ChannelRefused } from '../errors.js';
import type { Ports } from '../ports.js';

/** Both sides of a desk have one record of what does not work. */
export const channelLook = ({ inPrivate }: Ports['desk']) => (inPrivate ? 'private-channel' : 'channel');

/** A channel that Slack does not let us write in is tried again after this (ms), and at once when the app is invited. */
const tryAgainMs = 10 * minuteMs;

/**
 * Until when nothing is posted in the desk's channel (Unix ms), because Slack refused it; `isRefused` also when it is time
 * to try again. `isExposed`: Slack takes all, but the channel is no place for private messages.
 */
export async function channelRefusal({ desk, settings }: Pick<Ports, 'desk' | 'settings'>): Promise<{
  readonly isRefused: boolean;
  readonly isExposed: boolean;
  readonly retryAt: number;
}> {
  const refusal = (await settings.get()).failing?.[channelLook(desk)];
  return {
    isRefused: refusal !== undefined,
    isExposed: isExposure(refusal?.detail),
    retryAt: refusal?.retryAt ?? 0,
  };
}

/**
 * Records that Slack refuses the desk's channel, of which the lead, the log and health are told. Gives what makes the
 * queue wait until it is tried again.
 */
export async function refuseChannel(
  { clock, desk, settings }: Pick<Ports, 'clock' | 'desk' | 'settings'>,
  { code }: ChannelRefused,
): Promise<Busy> {
  const now = clock.now();
  const retryAt = now + tryAgainMs;
  const failure = { since: now, incidentAt: now, reason: 'refused', detail: code, retryAt } as const;
  const look = channelLook(desk);
  await settings.change((before) => ({ next: withFailure(before, look, failure), result: undefined }));
  return new Busy(retryAt, 'Slack');
}

/** Somebody invited the app or unarchived the channel: what waits for it is due at once. */
export async function tryChannelNow({
  clock,
  desk,
  due,
  settings,
}: Pick<Ports, 'clock' | 'desk' | 'due' | 'settings'>): Promise<void> {
  const look = channelLook(desk);
  const refusal = (await settings.get()).failing?.[look];
  if (!refusal) return;
  await settings.change((now) => {
    const known = now.failing?.[look];
    const next = known && withFailure(now, look, { ...known, retryAt: clock.now() });
    return { next: next ?? now, result: undefined };
  });
  await tryWaiting({ clock, due });
}

/** Makes all that waits for the channel due at once. */
export const tryWaiting = ({ clock, due }: Pick<Ports, 'clock' | 'due'>): Promise<void> =>
  due.hasten(['show', 'panel', 'recover'], clock.now());
