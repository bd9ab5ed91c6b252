import type { MessageKey } from '../core/card/message.js';
import type { Boot, CardId, PanelId, SlackUserId, Token } from '../core/ids.js';

/** What a recovery has still to read: the desk's channel and then our timeline, or the timeline alone. */
export type Unread = 'channel' | 'timeline';

/** A message of ours that stands in Slack, by what its metadata says of it. */
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
 * What a new boot of the store wants: it may hold an older state than Slack and X have seen. Until the channel was read
 * nothing leaves for Slack, and until it is done nothing for X.
 */
export interface Recovery {
  /**
   * Undefined when it is done for this boot. `aliveAt`: when the desk was last at work before it; undefined at first.
   * `unread`: what is still to be read.
   */
  needed(): Promise<{ readonly boot: Boot; readonly aliveAt?: number; readonly unread: Unread } | undefined>;
  /** Atomic: the channel was read for this boot, unless another one came meanwhile. */
  channelRead(boot: Boot): Promise<void>;
  /** Whether a thread was read for this boot. Slack shows so few a minute that a recovery may have to wait between them. */
  hasRead(thread: string, boot: Boot): Promise<boolean>;
  /** Idempotent. */
  read(thread: string, boot: Boot): Promise<void>;
  /** Atomic: done for this boot, unless another one came meanwhile. */
  done(boot: Boot, now: number): Promise<void>;
  /** Idempotent: keeps a message that no record knows, until its card or panel is made again. */
  keep(message: OwnMessage): Promise<void>;
  found(of: CardId | PanelId, key: MessageKey): Promise<OwnMessage | undefined>;
}
