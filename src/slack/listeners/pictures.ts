import { notStaffRefusal } from '../../core/card/rules.js';
import { pictureView } from '../screens/picture-view.js';
import { readPost } from '../values.js';
import type { Press } from './press.js';

/** *Show picture*: the pictures of the post that the screen shows, for the presser alone and above what they have open. */
export async function showPicture(press: Press): Promise<void> {
  const { actor, desk, ports } = press;
  const card = await ports.cards.get(press.card);
  const post = readPost(press.extra);
  if (!card || !post) return press.refuse({ refused: 'gone' });
  if (actor.kind !== 'staff') return press.refuse(notStaffRefusal(actor), card);
  if (card.linkOnly) return press.refuse({ refused: 'link-only' }, card);
  const shown = await press.showAbove(pictureView(card, post, desk), card);
  if (shown?.picturesRefused) await press.change(shown, pictureView(card, post, desk, true), card);
}
