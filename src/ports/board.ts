import type { HomeContent } from '../core/board/home.js';
import type { Content } from '../core/board/panel.js';
import type { Message } from '../core/card/message.js';
import type { ChannelCopy, Colleague } from '../core/desk/staff.js';
import type { SlackUserId } from '../core/ids.js';
import type { OwnMessage } from './recovery.js';

/**
 * The desk's channel in Slack and the app's private conversations. Throws Busy, Unreachable, Rejected or OutcomeUnknown;
 * and NotSent where `mayStillSend`, asked last before the call, says no.
 */
export interface Board {
  /** Posts a message; its token travels as metadata so that `find` can recognise it. */
  post(content: Content, message: Message, mayStillSend: () => boolean): Promise<{ readonly ts: string }>;
  /** Idempotent: makes a message that stands show this. An edit notifies nobody. */
  update(content: Content, message: Message, ts: string, mayStillSend: () => boolean): Promise<void>;
  /** Looks for a message since it was begun by its token, or for a private one by its panel; undefined: not there (yet). */
  find(content: Content, message: Message): Promise<{ readonly ts: string } | undefined>;
  /** Our messages in the channel since a time (Unix ms), and the threads begun since then that have replies; oldest first. */
  listOwnMessages(
    sinceMs: number,
  ): Promise<{ readonly messages: readonly OwnMessage[]; readonly threads: readonly string[] }>;
  /** Our replies in a thread (the timestamp of its first message) since a time (Unix ms); oldest first. */
  listOwnReplies(thread: string, sinceMs: number): Promise<readonly OwnMessage[]>;
  /** The channel's name, and who is in it: bots and deactivated people too. */
  members(): Promise<{ readonly channel: ChannelCopy; readonly ids: readonly SlackUserId[] }>;
  /** Somebody as Slack has them now; undefined for an id that Slack does not know. */
  colleague(id: SlackUserId): Promise<Colleague | undefined>;
  /** An App Home: a mark of what it shows, and the call that makes somebody's show it. Idempotent. */
  home(content: HomeContent): { readonly shows: string; publish(to: SlackUserId): Promise<void> };
  /** For one person in the channel; not kept, not guaranteed. */
  whisper(to: SlackUserId, text: string): Promise<void>;
}

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
