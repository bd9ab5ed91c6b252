import type { Card } from '../card/card.js';
import type { MessageKey } from '../card/message.js';
import type { CardId } from '../ids.js';
import type { Panel } from './panel.js';

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
