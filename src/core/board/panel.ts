import type { Card } from '../card/card.js';
import { freeFrom, type Message, type MessageKey } from '../card/message.js';
import type { CardId, PanelId, PostId, SlackUserId } from '../ids.js';
import { omit } from '../omit.js';
import type { CoverPart, CoverRequest } from '../rota/cover.js';

/**
 * One message for several cards: a fold of people who wait in one conversation, or a digest of new followers. Each card
 * names the panel that shows it. A notice has no cards: it says something once, in the channel or to one person.
 */
export interface Panel {
  readonly id: PanelId;
  readonly format: 1;
  readonly kind: 'fold' | 'digest' | 'notice' | 'cover' | PrivateKind;
  /** Of a fold. */
  readonly conversation?: PostId;
  /** It stands in the app's private conversation with this person; without, in the desk's channel. */
  readonly to?: SlackUserId;
  /** Rises with every change that its message should show, also of its cards. */
  readonly version: number;
  readonly startedAt: number;
  /** No card joins it any more. */
  readonly closed: boolean;
  /** What somebody did with all its cards at once. */
  readonly outcome?: Outcome;
  readonly message?: Message;
  /** What a message about finding cover shows. */
  readonly cover?: { readonly request: CoverRequest; readonly part: CoverPart };
  /** What a notice says. */
  readonly text?: string;
  /** The card that a notice is about: it leads to its words. */
  readonly about?: CardId;
  /** What a private message is about. */
  readonly lists?: readonly Listed[];
  /** *Not now*: its cards come back then. */
  readonly putOffUntil?: number;
  /** What it asks is answered by then, or else the desk does it. */
  readonly endsAt?: number;
}

/**
 * Messages of the app's private conversations: what waits at the beginning of a shift; what has waited too long; a card
 * that lies with its holder; what somebody still has at the end of their shift.
 */
export type PrivateKind = 'shift-start' | 'reminder' | 'idle' | 'shift-end';

export interface Listed {
  readonly card: CardId;
  /** Of a reminder: since when it was due, which tells it from a later one of the same card. */
  readonly dueAt?: number;
}

export interface Outcome {
  readonly how: 'greeted' | 'skipped' | 'muted';
  readonly by?: SlackUserId;
  readonly at: number;
}

/** Panels follow each other: one digest after the other, in a conversation one fold, with a person one reminder. */
export type Series =
  | { readonly kind: 'digest' }
  | { readonly kind: 'fold'; readonly conversation: PostId }
  | { readonly kind: 'reminder'; readonly to: SlackUserId };

/** The series that a panel belongs to; others stand alone. */
export function seriesOf({ kind, conversation, to }: Panel): Series | undefined {
  if (kind === 'digest') return { kind };
  if (kind === 'reminder' && to) return { kind, to };
  return kind === 'fold' && conversation ? { kind, conversation } : undefined;
}

/** The panel with a new version, which its message has yet to show. */
export const bumpVersion = (panel: Panel): Panel => ({ ...panel, version: panel.version + 1 });

/** From when on its message, where it is to show something newer, may be worked at (Unix ms; 0: at once). */
export function staleFrom({ message, version }: Panel): number | undefined {
  if (!message) return 0;
  return message.quiet || message.shown >= version ? undefined : freeFrom(message);
}

/** Whether its message will be brought up to date by somebody who has not begun yet, and so reads what is there now. */
export const isDueAnyway = ({ message, version }: Panel): boolean =>
  !message || (message.shown < version && !message.lease);

/** What a panel shows. */
export interface InPanel {
  readonly all: readonly CardId[];
  /** Those for anybody to take. */
  readonly open: readonly CardId[];
  /** How many of these look automated; undefined for none. */
  readonly automated?: number;
}

/** What one message shows: a card, a line in its thread, a link to where the card stands now (`movedTo`); or a panel. */
export type Content =
  | { readonly card: Card; readonly key: MessageKey; readonly movedTo?: string }
  | {
      readonly panel: Panel;
      readonly inPanel: InPanel;
      /** The newest of its cards for anybody to take. */
      readonly newest?: Card | undefined;
      /** Of a message to one person: the cards that it tells of. */
      readonly cards?: readonly Card[];
    };

/** The card with one more private message that says how it stands. */
export function linkPanel(card: Card, panel: PanelId): Card {
  const { in: before = [], told = card.version } = card.listed ?? {};
  return before.includes(panel) ? card : { ...card, listed: { in: [...before, panel], told } };
}

/** The card whose private messages know its version; those that ask nothing any more are let go. */
export function markPanelsSynced(card: Card, told: number, over: readonly PanelId[]): Card {
  const left = card.listed?.in.filter((panel) => !over.includes(panel)) ?? [];
  return left.length > 0 ? { ...card, listed: { in: left, told } } : omit(card, 'listed');
}
