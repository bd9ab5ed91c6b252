import { randomUUID } from 'node:crypto';
import { bumpVersion, type Panel } from '../../core/board/panel.js';
import type { Message } from '../../core/card/message.js';
import { restId } from '../../core/due/tellings.js';
import { type CardId, type SlackUserId, token } from '../../core/ids.js';
import type { Ports } from '../../ports.js';
import { follow } from './follow.js';

/**
 * Gathers what a thread would have named a person for too often in the hour of `at` (Unix ms): one private message an hour
 * says how many of them wait, and notifies once. May be done again.
 */
export async function gatherRest(
  { cards, panels }: Pick<Ports, 'cards' | 'panels'>,
  to: SlackUserId,
  card: CardId,
  at: number,
): Promise<void> {
  const id = restId(to, at);
  await follow({ cards }, id, [card]);
  const fresh: Message = { token: token(randomUUID()), slotAt: at, shown: 0, to };
  const first: Panel = {
    id,
    format: 1,
    kind: 'rest',
    to,
    version: 0,
    startedAt: at,
    closed: true,
    message: fresh,
  };
  await panels.change(id, (panel = first) => {
    if (panel.lists?.some((one) => one.card === card)) return { next: panel, result: undefined };
    // One that had nothing to say when it was due has something to say now.
    const message = panel.message?.quiet && !panel.message.ts ? fresh : panel.message;
    const listed = [...(panel.lists ?? []), { card }];
    return {
      next: { ...bumpVersion(panel), lists: listed, ...(message ? { message } : {}) },
      result: undefined,
    };
  });
}
