import type { SlackUserId } from '../core/ids.js';

/** Somebody who opened their App Home lately. */
export interface AtHomeLately {
  readonly user: SlackUserId;
  /** What it was last made to show, as the board says it; undefined: nothing, or they came to it since. */
  readonly shown?: string;
  /** When it was last brought up to date (Unix ms), oldest first. */
  readonly recent: readonly number[];
}

/**
 * Whose App Homes a desk keeps up to date. While there are any, each write of a card, of the settings or of a copy has
 * them due in the same script.
 */
export interface Homes {
  /** Idempotent: somebody came to it (Unix ms); it is due at once. */
  opened(user: SlackUserId, at: number): Promise<void>;
  /** What they show changed in another way: they are due at once. */
  changed(): Promise<void>;
  /** Those who came since a time (Unix ms), the others are forgotten; and a mark of all changes so far. */
  lately(sinceMs: number): Promise<{
    readonly people: readonly AtHomeLately[];
    readonly mark: string;
    /** Slack asked to wait until then (Unix ms); 0 if it never did. */
    readonly heldUntil: number;
  }>;
  /** Slack asks to wait until a time (Unix ms). */
  hold(until: number): Promise<void>;
  published(user: SlackUserId, shown: string, recent: readonly number[]): Promise<void>;
  forget(user: SlackUserId): Promise<void>;
  /** Atomic: due next at a time (Unix ms), or at once when there was a change since the mark. */
  done(mark: string, nextAt: number): Promise<void>;
}
