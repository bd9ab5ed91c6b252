import type { SlackUserId } from '../ids.js';

/** Somebody who is or was in the desk's channel, as Slack has them. */
export interface Colleague {
  readonly id: SlackUserId;
  /** In full, as in the profile. */
  readonly name: string;
  /** Also people of another organisation that shares the channel. */
  readonly guest: boolean;
  readonly deactivated: boolean;
  /** Only where the app may read it; a rota kept elsewhere may name people by it. */
  readonly email?: string;
  readonly bot?: true;
  /** Not in the channel any more; kept so that what they did still has a name. */
  readonly left?: true;
  /** When Slack was last asked about them (Unix ms). */
  readonly readAt?: number;
}

/** The desk's channel, as Slack has it. */
export interface ChannelCopy {
  /** Without #. */
  readonly name: string;
}

/** Somebody who may answer, as far as Slack knows. */
export const isColleague = ({ guest, deactivated, bot, left }: Colleague): boolean =>
  !guest && !deactivated && !bot && !left;
