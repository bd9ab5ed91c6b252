import type { MessageKey } from '../core/card/message.js';
import type { Boot, CardId, PanelId, SlackUserId, Token } from '../core/ids.js';

/** What a recovery must still read: the desk's channel and then our timeline, or the timeline alone. */
export type Unread = 'channel' | 'timeline';

/** A message of ours that is in Slack, as its metadata describes it. */
export interface OwnMessage {
  /** The card or panel that it shows. */
  readonly of: CardId | PanelId;
  readonly key: MessageKey;
  readonly token: Token;
  readonly ts: string;
  /** Whom a thread line names. */
  readonly to?: SlackUserId | undefined;
}

/**
 * What must be read after a new boot of Redis, which may hold an older state than Slack and X have seen. Nothing is sent
 * to Slack until the channel was read, and nothing to X until the recovery is done.
 */
export interface Recovery {
  /**
   * Undefined when the recovery is done for the present boot. `aliveAt` is when the desk was last at work before it
   * (Unix ms); undefined for a new desk.
   */
  needed(): Promise<{ readonly boot: Boot; readonly aliveAt?: number; readonly unread: Unread } | undefined>;
  /** Atomic: records that the channel was read for this boot; does nothing when that is not the present boot any more. */
  channelRead(boot: Boot): Promise<void>;
  /** Whether a thread was read for this boot. Slack lets so few be read a minute that a recovery may have to pause. */
  hasRead(thread: string, boot: Boot): Promise<boolean>;
  /** Idempotent: records that a thread was read for this boot. */
  read(thread: string, boot: Boot): Promise<void>;
  /** Atomic: records at `now` (Unix ms) that it is done; does nothing when `boot` is not the present boot any more. */
  done(boot: Boot, now: number): Promise<void>;
  /** Idempotent: keeps a message whose card or panel is not there, until that is made again. */
  keep(message: OwnMessage): Promise<void>;
  /** All messages that are kept. */
  kept(): Promise<readonly OwnMessage[]>;
  /** Idempotent: keeps this message no longer. */
  forget(message: OwnMessage): Promise<void>;
  /** A message that was kept; undefined when there is none of this card or panel under this key. */
  found(of: CardId | PanelId, key: MessageKey): Promise<OwnMessage | undefined>;
}
