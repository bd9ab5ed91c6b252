import type { HomeContent } from '../core/board/home.js';
import type { MessageContent } from '../core/board/panel.js';
import type { Card } from '../core/card/card.js';
import type { Message } from '../core/card/message.js';
import type { OpenView, ViewKind } from '../core/card/open-views.js';
import type { ChannelCopy, Colleague } from '../core/desk/desk-now.js';
import type { FileId, SlackUserId } from '../core/ids.js';
import type { Checked } from '../core/writing/check-words.js';
import type { OwnMessage } from './recovery.js';

/**
 * The desk's channel in Slack and the app's private conversations. Throws Busy, Unreachable, Rejected or OutcomeUnknown;
 * and NotSent where `mayStillSend`, the last check before the request leaves, says no.
 */
export interface Board {
  /** Posts a message; its token travels as metadata so that `find` can recognise it. */
  post(content: MessageContent, message: Message, mayStillSend: () => boolean): Promise<Posted>;
  /** Idempotent: edits a posted message so that it shows this. An edit notifies nobody. */
  update(content: MessageContent, message: Message, ts: string, mayStillSend: () => boolean): Promise<Posted>;
  /** Takes a posted message away; its thread does not count it any more. Throws Gone for one that is not there. */
  remove(content: MessageContent, ts: string, mayStillSend: () => boolean): Promise<void>;
  /**
   * Looks for a message among those posted since it was begun: by its token, or by its panel in a private conversation.
   * Undefined when it is not there, or not there yet.
   */
  find(content: MessageContent, message: Message): Promise<{ readonly ts: string } | undefined>;
  /** Our messages in the channel since a time (Unix ms), and the threads begun since then that have replies; oldest first. */
  listOwnMessages(
    sinceMs: number,
  ): Promise<{ readonly messages: readonly OwnMessage[]; readonly threads: readonly string[] }>;
  /** Our replies in a thread (the timestamp of its first message) since a time (Unix ms); oldest first. */
  listOwnReplies(thread: string, sinceMs: number): Promise<readonly OwnMessage[]>;
  /** Our messages in the app's private conversation with somebody since a time (Unix ms); oldest first. */
  listOwnPrivate(to: SlackUserId, sinceMs: number): Promise<readonly OwnMessage[]>;
  /** Takes away a message of ours that no record knows of. Throws Gone for one that is not there. */
  takeAway(message: OwnMessage): Promise<void>;
  /** The channel's name, and who is in it: bots and deactivated people too. */
  members(): Promise<{ readonly channel: ChannelCopy; readonly ids: readonly SlackUserId[] }>;
  /** Somebody as Slack has them now; undefined for an id that Slack does not know. */
  colleague(id: SlackUserId): Promise<Colleague | undefined>;
  /** An App Home: a digest of what it shows, and the call that publishes it to somebody. Idempotent. */
  home(content: HomeContent): { readonly shows: string; publish(to: SlackUserId): Promise<void> };
  /**
   * What an open modal has to show now: its kind from then on, a digest of it, and the call that shows it. Undefined for
   * one that is still right as it is.
   */
  openView(content: OpenViewContent):
    | {
        readonly kind: ViewKind;
        readonly shows: string;
        /** Idempotent. Does nothing to a modal that shows something else by now, or that somebody changed. */
        update(view: OpenView, mayStillSend: () => boolean): Promise<ViewUpdate>;
      }
    | undefined;
  /** Idempotent: clears an open modal, known by the id of its showing. Does nothing to one that is closed. */
  clearView(id: string): Promise<void>;
  /**
   * Uploads a picture that nobody is shown by that: a message can show it by its id. May be called again whatever became
   * of it. Rejected with `not-permitted` names the scope that the app lacks.
   */
  upload(file: UploadedFile): Promise<FileId>;
  /** Sends somebody a file in the app's private conversation with them. Throws as `upload` does; where the outcome is unknown they may have it. */
  send(file: UploadedFile, to: SlackUserId): Promise<void>;
  /** Shows a text without patrons' names and words to one person in the channel: nothing can take it back. Slack neither keeps it nor promises to show it. */
  whisper(to: SlackUserId, text: string): Promise<void>;
}

/** A file with its name, what it is called on the screen, and what whoever does not see it hears. */
export interface UploadedFile {
  readonly name: string;
  readonly title: string;
  readonly alt: string;
  readonly bytes: Uint8Array;
}

/** A message that stands in Slack. */
export interface Posted {
  readonly ts: string;
  /** When it would show something else, though nothing happens to it; 0 for never (both Unix ms). */
  readonly changesAt: number;
  /** Slack could not load a picture of it, so it has none. */
  readonly picturesRefused?: true;
}

/** What an open modal is about. */
export interface OpenViewContent {
  readonly card: Card;
  readonly view: Pick<OpenView, 'at' | 'kind' | 'post' | 'user'>;
  /** How many other cards wait that this person can take. */
  readonly waiting: number;
  /** The patron's other cards, where the modal shows them. */
  readonly others?: readonly Card[];
  /** The words that they may still finish on the network. */
  readonly checked?: Checked | undefined;
}

/** What became of an update of a modal: `closed`, it is not open any more; `changed`, it shows something newer. */
export type ViewUpdate =
  | { readonly outcome: 'shown'; readonly hash: string }
  | { readonly outcome: 'closed' | 'changed' };

/** Somebody who opened their App Home lately. Slack does not say when they leave it. */
export interface HomeVisitor {
  readonly user: SlackUserId;
  /** When they opened it last (Unix ms). */
  readonly openedAt: number;
  /** `shows` of the Home that was last published to them; undefined when none was since they opened it. */
  readonly shown?: string;
  /** When their Home was published of late (Unix ms), oldest first: Slack limits how often. */
  readonly recent: readonly number[];
}

/**
 * Whose App Homes a desk keeps up to date. While there are any, each write of a card, of the settings or of a snapshot
 * puts the update of Homes on the due list, in the same script.
 */
export interface Homes {
  /** Idempotent: somebody opened their Home at a time (Unix ms). Their Home is due at once. */
  opened(user: SlackUserId, at: number): Promise<void>;
  /** Something else that Homes show has changed. They are due at once. */
  changed(): Promise<void>;
  /** Those whose Homes are kept up to date, and the number of changes so far as `mark`. */
  visitors(): Promise<{
    readonly people: readonly HomeVisitor[];
    readonly mark: string;
    /** Slack asked to wait until then (Unix ms); 0 if it never did. */
    readonly heldUntil: number;
  }>;
  /** Records that Slack asks to wait until a time (Unix ms). */
  waitUntil(until: number): Promise<void>;
  /** Records what somebody's Home shows now, and when it was published of late (Unix ms). */
  published(user: SlackUserId, shown: string, recent: readonly number[]): Promise<void>;
  /** Idempotent: their Home is not kept up to date any more. */
  forget(user: SlackUserId): Promise<void>;
  /** Atomic: Homes are due next at a time (Unix ms), or at once when something changed since `mark`. */
  done(mark: string, nextAt: number): Promise<void>;
}
