import type { CoverPart, CoverRequest } from './cover.js';
import type { CardId, PanelId, PostId, SlackUserId } from './ids.js';
import type { Message } from './message.js';

/**
 * One message for several cards: a fold of people who wait in one conversation, or a digest of new followers. Each card
 * names the panel that shows it. A notice has no cards: it says something once, in the channel or to one person.
 */
export interface Panel {
  readonly id: PanelId;
  readonly format: 1;
  readonly kind: 'fold' | 'digest' | 'notice' | 'cover';
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
}

export interface Outcome {
  readonly how: 'greeted' | 'skipped' | 'muted';
  readonly by?: SlackUserId;
  readonly at: number;
}

/** Panels follow each other: one digest after the other, and in a conversation one fold after the other. */
export type Series = { readonly kind: 'digest' } | { readonly kind: 'fold'; readonly conversation: PostId };

/** The series that a panel belongs to; a notice stands alone. */
export function seriesOf({ kind, conversation }: Panel): Series | undefined {
  if (kind === 'digest') return { kind };
  return kind === 'fold' && conversation ? { kind, conversation } : undefined;
}

/** The panel with a new version, which its message has yet to show. */
export const touched = (panel: Panel): Panel => ({ ...panel, version: panel.version + 1 });

/** Whether its message will be brought up to date by somebody who has not begun yet, and so reads what is there now. */
export const isDueAnyway = ({ message, version }: Panel): boolean =>
  !message || (message.shown < version && !message.lease);
