import { randomUUID } from 'node:crypto';
import type { MessageContent } from '../../core/board/panel.js';
import { foundRecord, type Message, type MessageKey } from '../../core/card/message.js';
import { type CardId, type PanelId, type SlackUserId, token } from '../../core/ids.js';
import type { Posted } from '../../ports/board.js';
import type { Ports } from '../../ports.js';

/** The record of a message that is still to be posted, with the channel's next moment for it. */
export async function newMessage({
  clock,
  due,
  timings,
}: Pick<Ports, 'clock' | 'due' | 'timings'>): Promise<Message> {
  const slotAt = await due.reserveSlot(clock.now(), timings.postSlotMs);
  return { token: token(randomUUID()), slotAt, shown: 0 };
}

/** The record of a message in a private conversation: it does not wait for the channel's moments, but `waitMs` for what joins it. */
export const privateMessage = (
  { clock }: Pick<Ports, 'clock'>,
  to: SlackUserId,
  waitMs: number,
): Message => ({
  token: token(randomUUID()),
  slotAt: clock.now() + waitMs,
  shown: 0,
  to,
});

/** A message that stands in Slack already: the store came back without its record. */
export async function foundMessage(
  { recovery }: Pick<Ports, 'recovery'>,
  of: CardId | PanelId,
  key: MessageKey,
): Promise<Message | undefined> {
  const found = await recovery.found(of, key);
  return found && foundRecord(found);
}

/**
 * Makes Slack show what a message shall show. A message is posted once: one whose post may have
 * failed is looked for before it is posted again; a private one before it is posted at all, because the pass after a new
 * boot reads the channel alone. `message` is the record from before its lease. A worker that was frozen until another one
 * may have its lease sends nothing.
 */
export async function syncMessage(
  { board }: Pick<Ports, 'board'>,
  content: MessageContent,
  message: Message,
  mayStillSend: () => boolean,
): Promise<Posted> {
  let { ts } = message;
  const mayStand = message.begunAt !== undefined || isPrivate(content);
  if (ts === undefined && mayStand) ts = (await board.find(content, message))?.ts;
  return ts === undefined
    ? board.post(content, message, mayStillSend)
    : board.update(content, message, ts, mayStillSend);
}

const isPrivate = (content: MessageContent): boolean => 'panel' in content && content.panel.to !== undefined;
