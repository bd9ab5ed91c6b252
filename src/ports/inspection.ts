import type { ChannelCopy } from '../core/desk/desk-now.js';
import type { SlackUserId } from '../core/ids.js';

/** The app as it is installed in a workspace, by its bot token. */
export interface Installation {
  /** The workspace's name. */
  readonly team: string;
  readonly teamId: string;
  readonly botUserId: SlackUserId;
  /** What the app may do, by Slack's names, such as `chat:write`. A new one counts only after the app was reinstalled. */
  readonly scopes: readonly string[];
}

/**
 * What an app-level token is good for. `works`: presses can arrive by it. `no-scope`: it lacks `connections:write`.
 * `no-socket-mode`: Socket Mode is turned off for the app. `wrong-token`: Slack does not know it, or it is no app-level token.
 */
export type SocketAnswer = 'works' | 'no-scope' | 'no-socket-mode' | 'wrong-token';

/** A channel as Slack has it now. */
export interface ChannelFacts extends ChannelCopy {
  /** The app is in it. */
  readonly isMember: boolean;
  readonly isArchived: boolean;
}

/** A message of the doctor's that stands in a channel and pings nobody. All throw the faults of `errors.ts`. */
export interface TestCard {
  edit(): Promise<void>;
  /** Whether it is read back from the channel by its metadata, which is how the desk finds a message of its own. */
  isFound(): Promise<boolean>;
  remove(): Promise<void>;
  /** Where it stands. */
  link(): Promise<string>;
}
