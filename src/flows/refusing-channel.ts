import { type FailingLooks, withFailure } from '../core/desk/outages.js';
import { minuteMs } from '../core/durations.js';
import { isExposure } from '../core/private/private-channel.js';
import { Busy, type ChannelRefused } from '../errors.js';
import type { Ports } from '../ports.js';

/** Both sides of a desk have one record of what does not work. */
export const channelLook = ({ inPrivate }: Ports['desk']) => (inPrivate ? 'private-channel' : 'channel');

/** A channel that Slack does not let us write in is tried again after this (ms), and at once when the app is invited. */
const tryAgainMs = 10 * minuteMs;

/** What is known of a channel that Slack may refuse. */
export interface ChannelRefusal {
  /** Also when it is time to try again. */
  readonly isRefused: boolean;
  /** Slack takes all, but the channel is no place for private messages. */
  readonly isExposed: boolean;
  /** Until when nothing is posted in it (Unix ms). */
  readonly retryAt: number;
}

/** Whether Slack refuses the desk's channel. */
export const channelRefusal = async ({
  desk,
  settings,
}: Pick<Ports, 'desk' | 'settings'>): Promise<ChannelRefusal> =>
  refusalAmong((await settings.get()).failing, desk);

/** The same by what failed when the desk was read. */
export const refusalThen = (desk: Ports['desk']): ChannelRefusal => refusalAmong(desk.failing, desk);

function refusalAmong(failing: FailingLooks | undefined, desk: Ports['desk']): ChannelRefusal {
  const refusal = failing?.[channelLook(desk)];
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
