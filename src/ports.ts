import type { HomeContent } from './core/board/home.js';
import type { Content, InPanel, Panel, Series } from './core/board/panel.js';
import type { Card, Pause } from './core/card/card.js';
import type { Message } from './core/card/message.js';
import type { Refusal } from './core/card/refusal.js';
import type { Desk } from './core/desk/desk.js';
import type { DeskSettings } from './core/desk/desk-settings.js';
import type { ChannelCopy, Colleague } from './core/desk/staff.js';
import type { DueEntry, Poll } from './core/due/due-entries.js';
import type { Timings } from './core/due/timings.js';
import type { Boot, CardId, PanelId, PostId, SlackUserId, XUserId } from './core/ids.js';
import type { Charge, MonthlyBill } from './core/money/bill.js';
import type { DatedShift } from './core/rota/rota.js';
import type { Homes } from './ports/homes.js';
import type { Network } from './ports/network.js';
import type { OurPosts } from './ports/our-posts.js';
import type { OwnMessage, Recovery, Unread } from './ports/recovery.js';
import type { RotaFeed } from './ports/rota-feed.js';

/** The desk's time. Meaning follows `now` (Unix ms), which a sandbox may move; `monotonic` (ms) never jumps. */
export interface Clock {
  now(): number;
  monotonic(): number;
}

/** What holds for the whole desk at the moment of a write: read and compared in the same script. */
export interface World {
  readonly boot: Boot;
  /** Sending is paused. */
  readonly pause?: Pause;
  /** What `Recovery` has still to read for this boot: until `channel` is, nothing leaves for Slack; until both, for X. */
  readonly unread?: Unread;
}

/** Makes of a stored document the next one, or refuses. Pure: it may run several times. The same document means no change. */
export type Update<Doc, T> = (
  doc: Doc | undefined,
  world: World,
) => { readonly next: Doc | undefined; readonly result: T } | Refusal;

/** The cards of one desk. */
export interface Cards {
  get(id: CardId): Promise<Card | undefined>;
  /**
   * Atomic: `update` runs on the newest card and wins by compare-and-set on its revision, the boot and the pause, else it
   * runs again. Due entries and indexes are written with the card, also when it did not change. Safe to re-send: a
   * doubled write of one call changes nothing.
   */
  change<T>(id: CardId, update: Update<Card, T>): Promise<T | Refusal>;
  /** Open cards that nobody set aside, longest waiting first. May be a moment stale. */
  waiting(): Promise<readonly Card[]>;
  /** Open cards of one conversation, longest waiting first. May be a moment stale. */
  inConversation(conversation: PostId): Promise<readonly CardId[]>;
  /** All cards of one person, by what they did last, oldest first. May be a moment stale. */
  ofPatron(patron: XUserId): Promise<readonly CardId[]>;
  /** Cards that a panel shows, oldest first; atomic with the cards themselves. */
  inPanel(panel: PanelId): Promise<InPanel>;
  /** Cards that a person has. May be a moment stale. */
  heldBy(person: SlackUserId): Promise<readonly Card[]>;
  /** Cards with an act since a time (Unix ms), oldest first. May be a moment stale. */
  withActsSince(ms: number): Promise<readonly CardId[]>;
  /** Cards whose answer is on its way: sending, posting or unsure. May be a moment stale. */
  underway(): Promise<readonly CardId[]>;
  /** The card to which a post belongs: a patron's post, a picked one, or an answer of ours. May be a moment stale. */
  ofPost(post: PostId): Promise<CardId | undefined>;
}

/** Messages that show several cards: folds and digests. Atomic and safe to re-send as cards are. */
export interface Panels {
  get(id: PanelId): Promise<Panel | undefined>;
  change<T>(id: PanelId, update: Update<Panel, T>): Promise<T | Refusal>;
  /** The newest panel of a series that is not closed. May be a moment stale. */
  current(series: Series): Promise<Panel | undefined>;
}

/** One compare-and-set document a desk. */
export interface Settings {
  get(): Promise<DeskSettings>;
  /** Atomic and safe to re-send; a change of the pause holds for every later write of a card. */
  change<T>(
    update: (settings: DeskSettings) => { readonly next: DeskSettings; readonly result: T } | Refusal,
  ): Promise<T | Refusal>;
}

/** What others keep, and the desk has a copy of. */
export interface SnapshotValues {
  /** The members of the desk's channel. */
  readonly colleagues: readonly Colleague[];
  readonly channel: ChannelCopy;
  /** The shifts of a rota that is kept elsewhere. */
  readonly dated: readonly DatedShift[];
  /** Keys of what an earlier version has said of itself: nothing is added to them. */
  readonly told: readonly string[];
}

/** The last good snapshots of what others keep. */
export interface Snapshots {
  get<K extends keyof SnapshotValues>(
    what: K,
  ): Promise<{ readonly value: SnapshotValues[K]; readonly at: number } | undefined>;
  /** Idempotent, and monotonic: what was read earlier (`at`, Unix ms) changes nothing. */
  save<K extends keyof SnapshotValues>(what: K, value: SnapshotValues[K], at: number): Promise<void>;
}

/** What X bills, a desk and month. Money is in millionths of a dollar. */
export interface Ledger {
  /** Idempotent for reads: a resource counts once a UTC day. `resources` are ids; a write without id counts each time. */
  charge(charge: Charge): Promise<void>;
  month(at: number): Promise<MonthlyBill>;
}

/** The due list of one desk. */
export interface Due {
  /**
   * Atomic: entries due by `now` come back to one caller only, and again after `leaseMs` unless rewritten. Under a boot
   * for which the channel was not read only the entry `recover` comes.
   */
  take(now: number, leaseMs: number, limit: number): Promise<readonly DueEntry[]>;
  /** Idempotent: sets when a poll is due next. */
  put(entry: DueEntry): Promise<void>;
  /** Adds a poll if it is not in the list yet; one that is due after `latest` comes then. */
  ensure(entry: DueEntry, latest: number): Promise<void>;
  /** Atomic: reserves the channel's next moment for a new message, `everyMs` after the one before; within an hour. */
  reserveSlot(now: number, everyMs: number): Promise<number>;
  /** Atomic: counts up under a name, and gives the new count; it begins anew `forMs` after its first. */
  count(name: string, forMs: number): Promise<number>;
  /** Idempotent: a poll ended well, whichever process had it (Unix ms, by the machine's clock). */
  polled(poll: Poll, at: number): Promise<void>;
  /** When each poll last ended well; those that never did are missing. */
  polledAt(): Promise<ReadonlyMap<string, number>>;
}

/** How far one desk has read X. */
export interface Watermarks {
  /** When this desk began to watch (Unix ms): the first call sets it, every call gives it. Nothing older makes a card. */
  begunAt(now: number): Promise<number>;
  /** The newest post that was read, without it before the first; and the boot under which that is so. */
  newest(poll: 'mentions' | 'own-posts'): Promise<{ readonly id?: PostId; readonly boot: Boot }>;
  /**
   * Idempotent, and monotonic: an older id changes nothing. Nor does any id under another boot: what came of the posts
   * up to it may be lost.
   */
  advance(poll: 'mentions' | 'own-posts', id: PostId, boot: Boot): Promise<void>;
  /**
   * When followers were last read (Unix ms), without it before the first time, when all are old acquaintances; and the
   * boot under which that is so.
   */
  followersRead(): Promise<{ readonly at?: number; readonly boot: Boot }>;
  /** For each id whether it is a known follower. */
  areKnown(ids: readonly XUserId[]): Promise<readonly boolean[]>;
  /**
   * Idempotent. An empty list still means that followers were read, at a time (Unix ms). Under another boot it changes
   * nothing: their cards may be lost.
   */
  remember(ids: readonly XUserId[], at: number, boot: Boot): Promise<void>;
}

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

/** All that flows may touch, for one desk. A flow names what it needs by `Pick<Ports, …>`. */
export interface Ports {
  readonly desk: Desk;
  readonly clock: Clock;
  readonly timings: Timings;
  readonly cards: Cards;
  readonly panels: Panels;
  readonly settings: Settings;
  readonly snapshots: Snapshots;
  readonly homes: Homes;
  readonly ourPosts: OurPosts;
  readonly ledger: Ledger;
  readonly due: Due;
  readonly recovery: Recovery;
  readonly watermarks: Watermarks;
  readonly network: Network;
  readonly board: Board;
  /** Undefined where desk.yaml has the shifts. */
  readonly feed?: RotaFeed;
}

/** The desks that this process serves. Each press and each job begins with the desk as it stands then. */
export interface Desks {
  now(id: string): Promise<Ports | undefined>;
  all(): Promise<readonly Ports[]>;
}
