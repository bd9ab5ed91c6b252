import type { SlackUserId } from './ids.js';

/** Somebody in the desk's channel, as Slack has them. */
export interface Colleague {
  readonly id: SlackUserId;
  readonly name: string;
  readonly guest: boolean;
  readonly deactivated: boolean;
  /** Only where the app may read it; a rota kept elsewhere may name people by it. */
  readonly email?: string;
}
