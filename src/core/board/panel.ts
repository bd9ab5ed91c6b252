import type { Card } from '../card/card.js';
import { freeFrom, type Message, type MessageKey, refreshFrom } from '../card/message.js';
import type { Telling } from '../card/telling.js';
import type { Desk } from '../desk/desk.js';
import type { CardId, DeskId, PanelId, PostId, SlackUserId } from '../ids.js';
import { omit } from '../omit.js';
import type { Patron, Post } from '../post/post.js';
import type { CoverPart, CoverRequest } from '../rota/cover.js';
import type { ReportMessage } from './report.js';
import type { WaitingCounts } from './waiting-counts.js';

/** A panel of any desk. */
export interface PanelRef {
  readonly desk: DeskId;
  readonly panel: PanelId;
}

/**
 * A Slack message that is not the message of one card. A *fold* shows the people who wait in one conversation, *asked*
 * gathers the answers to a question of ours, a *digest* the new followers of a day; each card names the panel that shows
 * it. A *notice* says something once, in the
 * channel or to one person. A *cover* is about a request for cover, a *report* shows the figures of a time. Times are Unix ms.
 */
export interface Panel {
  readonly id: PanelId;
  readonly format: 1;
  readonly kind: 'fold' | 'asked' | 'digest' | 'notice' | 'cover' | 'report' | PrivateKind;
  /** Of a fold, and of the answers to a question of ours. */
  readonly conversation?: PostId;
  /** The words of ours that the answers in it are about. */
  readonly question?: string;
  /** Who read the answers in it last. */
  readonly read?: Reading;
  /** It is in the app's private conversation with this person; undefined: in the desk's channel. */
  readonly to?: SlackUserId;
  /** Grows by one with each change that its message has to show, also of its cards. */
  readonly version: number;
  readonly startedAt: number;
  /** No more cards join it. */
  readonly closed: boolean;
  /** What a person did with all its cards at once. */
  readonly outcome?: PanelOutcome;
  readonly message?: Message;
  /** What a message about cover shows. */
  readonly cover?: { readonly request: CoverRequest; readonly part: CoverPart };
  /** What a report shows. */
  readonly report?: ReportMessage;
  /** What a notice says, and of which version of what it tells: words of an earlier one come too late. */
  readonly text?: string;
  readonly textOf?: number;
  /** Of a notice: what the desk says of itself when it joins its channel; its `text` says who was on shift. */
  readonly firstWords?: true;
  /** The card that a notice is about: a button opens it. */
  readonly about?: CardId;
  /** The cards that a private message lists. */
  readonly lists?: readonly ListedCard[];
  /** Other cards whose patrons it may name or quote, as it was shown. */
  readonly quotes?: readonly CardId[];
  /** Of a message that speaks for all desks of its person: which one says this. Itself, or one of another desk. */
  readonly saidBy?: PanelRef;
  /** Of the one that speaks: the messages of other desks that it says as well. */
  readonly parts?: readonly PanelRef[];
  /** Of a `told` message: the one to the same person before it. */
  readonly before?: PanelId;
  /** *Not now* was pressed: its cards come back then. */
  readonly putOffUntil?: number;
  /** A person can answer until then; afterwards the desk does what it announced. */
  readonly endsAt?: number;
  /** Since then it says nothing of patrons, and lists no card. */
  readonly purgedAt?: number;
  /** It was about somebody who asked to be forgotten: nothing of it stays, once it is out of Slack. */
  readonly erased?: true;
}

/**
 * Messages to one person: `told` says what needs them, `rest` gathers the questions for which a thread would have named
 * them too often in an hour, `shift-start` lists what waits when their shift begins, `reminder` what is late, `idle` asks
 * about cards that they have not worked on, `shift-end` lists the cards that they still have, `urgent` is about a post
 * with an urgent word, `handover` lists what colleagues left who went off shift, `flags` lists for a lead the flagged cards
 * that wait for them, once a day.
 */
export type PrivateKind =
  | 'told'
  | 'rest'
  | 'shift-start'
  | 'reminder'
  | 'idle'
  | 'shift-end'
  | 'urgent'
  | 'handover'
  | 'flags';

/** A card in a private message. */
export interface ListedCard {
  readonly card: CardId;
  /** In a reminder: when the card was due. It tells this reminder from a later one of the same card. */
  readonly dueAt?: number;
  /** In a reminder: the person was reminded of it on an earlier day. */
  readonly again?: true;
  /** In a `told` message: what its person has to know of the card. */
  readonly telling?: Telling;
}

/** A person read the answers to a question of ours: those of these cards. `at` is Unix ms. */
export interface Reading {
  readonly by: SlackUserId;
  readonly at: number;
  readonly cards: readonly CardId[];
}

/** What a person did with all cards of a panel at once. `rest`: no reply is needed to the answers that nobody took. */
export interface PanelOutcome {
  readonly how: 'greeted' | 'skipped' | 'muted' | 'rest';
  readonly by?: SlackUserId;
  readonly at: number;
}

/**
 * A series of panels, of which one at a time takes cards: the digests, the folds of one conversation, the answers to one
 * question of ours, the reminders of one person, what one person is told, the lists of flagged cards of one lead.
 */
export type Series =
  | { readonly kind: 'digest' }
  | { readonly kind: 'fold' | 'asked'; readonly conversation: PostId }
  | { readonly kind: 'reminder' | 'told' | 'flags'; readonly to: SlackUserId };

/** The series of a panel; undefined for one that belongs to none. */
export function seriesOf({ kind, conversation, to }: Panel): Series | undefined {
  if (kind === 'digest') return { kind };
  if ((kind === 'reminder' || kind === 'told' || kind === 'flags') && to) return { kind, to };
  return (kind === 'fold' || kind === 'asked') && conversation ? { kind, conversation } : undefined;
}

/** The panel with a new version, which its message does not show yet. */
export const bumpVersion = (panel: Panel): Panel => ({ ...panel, version: panel.version + 1 });

/** From when on a worker may update the panel's message (Unix ms; 0: at once); undefined when it is up to date for good. */
export function staleFrom({ message, purgedAt, version }: Panel): number | undefined {
  if (purgedAt !== undefined) {
    // What was never posted need not be; what Slack did not let us edit has to go.
    const isInSlack = message?.ts !== undefined || (message?.begunAt !== undefined && !message.quiet);
    return message && isInSlack && message.shown < version ? freeFrom(message) : undefined;
  }
  if (!message) return 0;
  if (message.quiet) return undefined;
  return message.shown >= version ? refreshFrom(message) : freeFrom(message);
}

/** Whether a worker that has not begun yet will update the message: it will then show what the panel is now. */
export const isUpdatePending = ({ message, version }: Panel): boolean =>
  !message || (message.shown < version && !message.lease);

/** The cards of a panel. */
export interface PanelCards {
  readonly all: readonly CardId[];
  /** Those that anybody may take. */
  readonly open: readonly CardId[];
  /** How many of these look automated; undefined for none. */
  readonly automated?: number;
}

/** What one message shows: a card, a line in its thread, a link to the card's new message (`movedTo`), or a panel. */
export type MessageContent =
  | {
      readonly card: Card;
      readonly key: MessageKey;
      readonly movedTo?: string;
      /** What its newest post answers or quotes, read to be shown and kept nowhere. */
      readonly context?: readonly { readonly post: Post; readonly author: Patron }[];
    }
  | {
      readonly panel: Panel;
      readonly inPanel: PanelCards;
      /** The newest of its cards that anybody may take. */
      readonly newest?: Card | undefined;
      /** The new followers whom a digest names. */
      readonly named?: readonly Patron[];
      /** The cards that a message to one person lists. */
      readonly cards?: readonly Card[];
      /** What waits in all, where `cards` has only the first of it. */
      readonly waiting?: WaitingCounts | undefined;
      /** What a message to one person says for their other desks. */
      readonly parts?: readonly PanelPart[];
    };

/** What one desk says in a message that speaks for all desks of a person. */
export interface PanelPart {
  readonly desk: Desk;
  readonly panel: Panel;
  readonly cards: readonly Card[];
  readonly waiting?: WaitingCounts | undefined;
}

/** A card's newest private messages that are kept up to date: so many reminders, which are many, and so many others. */
const mostListed = 20;
const isReminder = (id: PanelId): boolean => id.startsWith('reminder-');

/** The card with one more private message that shows its state. */
export function linkPanel(card: Card, panel: PanelId): Card {
  const { in: before = [], told = card.version } = card.listed ?? {};
  if (before.includes(panel)) return card;
  const all = [...before, panel];
  const kept = [true, false].flatMap((one) => all.filter((id) => isReminder(id) === one).slice(-mostListed));
  return { ...card, listed: { in: all.filter((id) => kept.includes(id)), told } };
}

/** The panel with more cards that it quotes; the same panel when it lists or quotes them all. */
export function quoting(panel: Panel, cards: readonly CardId[]): Panel {
  const known = quotedIn(panel);
  const fresh = cards.filter((id) => !known.includes(id));
  return fresh.length > 0 ? { ...panel, quotes: [...(panel.quotes ?? []), ...fresh] } : panel;
}

/** All cards whose patrons a private message may name or quote. */
export const quotedIn = ({ lists = [], quotes = [] }: Panel): readonly CardId[] => [
  ...new Set([...lists.map(({ card }) => card), ...quotes]),
];

/** The card with something gone from it, of which all private messages that quote it, `panels`, have yet to be told. */
export const untoldIn = (card: Card, panels: readonly PanelId[]): Card =>
  panels.length > 0 ? { ...card, listed: { in: panels, told: card.version - 1 } } : card;

/**
 * The card when its private messages know the version `told`. It drops those in `over`, which need no update any more.
 */
export function markPanelsSynced(card: Card, told: number, over: readonly PanelId[]): Card {
  const left = card.listed?.in.filter((panel) => !over.includes(panel)) ?? [];
  return left.length > 0 ? { ...card, listed: { in: left, told } } : omit(card, 'listed');
}
