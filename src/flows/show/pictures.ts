import { withUnloadable } from '../../core/board/pictures.js';
import type { CardId } from '../../core/ids.js';
import type { Ports } from '../../ports.js';

/** Remembers that Slack could not load the picture of a card's newest post: its words describe it from then on. */
export async function leavePictureOut({ cards }: Pick<Ports, 'cards'>, id: CardId): Promise<void> {
  await cards.change(id, (card) => ({ next: card && withUnloadable(card), result: undefined }));
}
