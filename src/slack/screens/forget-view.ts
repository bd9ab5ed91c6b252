import type { ModalView } from '@slack/web-api';
import type { Desk } from '../../core/desk/desk.js';
import { priceText } from '../../core/money/bill.js';
import { say, sayCount } from '../../core/words/words.js';
import { callbackIds } from '../ids.js';
import { line, rich } from '../parts/blocks.js';
import { modal } from '../parts/modal.js';

/**
 * What would be erased of somebody, by their handle (lower case, without @), and what that means; `conversations` is
 * undefined for somebody whom the desk does not know by that name.
 */
export function forgetView(desk: Desk, handle: string, conversations: number | undefined): ModalView {
  const { prices } = desk.network;
  const unknown = prices
    ? say(desk.words, 'forget.unknown', { handle, price: priceText(prices.user) })
    : say(desk.words, 'forget.unknown-free', { handle });
  const asked =
    conversations === undefined ? unknown : sayCount(desk, 'forget.erase', conversations, { handle });
  return modal({
    callbackId: callbackIds.forget,
    ref: { desk: desk.id, handle },
    desk,
    title: 'forget.title',
    submit: 'forget.submit',
    close: 'pass.close',
    blocks: [
      rich(line(asked)),
      rich(line(say(desk.words, 'forget.means')), line(say(desk.words, 'forget.stays'))),
    ],
  });
}
