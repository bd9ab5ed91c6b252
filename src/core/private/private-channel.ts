import type { ChannelCopy, Colleague } from '../desk/desk-now.js';

/** Why a channel is no place for private messages. The names are stored, as the detail of what does not work. */
export const exposures = ['is_public', 'is_shared', 'has_guests'] as const;
export type Exposure = (typeof exposures)[number];

/**
 * Why private messages may not be shown in a channel with these people, the worst first; undefined where they may. What Slack
 * does not say of the channel counts as public, and somebody of whom it says nothing (undefined) as a guest.
 */
export function exposureOf(
  { isPrivate, isShared }: ChannelCopy,
  people: readonly (Pick<Colleague, 'deactivated' | 'guest'> | undefined)[],
): Exposure | undefined {
  if (!isPrivate) return 'is_public';
  if (isShared) return 'is_shared';
  return people.some((one) => one === undefined || (one.guest && !one.deactivated))
    ? 'has_guests'
    : undefined;
}

/** Whether the detail of a failure is such a reason. */
export const isExposure = (detail: string | undefined): detail is Exposure =>
  exposures.some((one) => one === detail);
