import { randomUUID } from 'node:crypto';
import { untoldIn } from '../../core/board/panel.js';
import { theDesk } from '../../core/card/actions.js';
import type { Card } from '../../core/card/card.js';
import { decide } from '../../core/card/decide.js';
import { cardKey, isDone, wantedMessages, withMessage } from '../../core/card/message.js';
import { isRefusal } from '../../core/card/refusal.js';
import { dayMs } from '../../core/durations.js';
import { type Boot, type CardId, type PanelId, token } from '../../core/ids.js';
import { coverMessages } from '../../core/rota/cover.js';
import { ChannelRefused } from '../../errors.js';
import type { OwnMessage } from '../../ports/recovery.js';
import type { Ports } from '../../ports.js';
import { forgetAgain } from '../keep/forget.js';
import { endOverdue } from '../keep/keeping.js';
import { refuseChannel } from '../refusing-channel.js';
import { lookAtOurTimeline } from '../send/look.js';
import { ensurePolls } from '../team/polls.js';
import { watch } from '../watch/watch.js';
import { adoptLater } from './adopt.js';
import { bind } from './bind.js';

/** Cards whose newest act is older have been settled for long (ms). */
const livingForMs = 30 * dayMs;

/**
 * After a new boot the store may hold an older state than Slack and X have seen. Before anything leaves again, what they
 * have is read and bound: our messages to their cards and panels, our posts to what they answer. An answer that was
 * approved before is not sent any more; it is looked for. An X that can't be read holds up what would leave for X alone.
 * May run twice, or be cut off and run again.
 */
export async function recover(ports: Ports): Promise<void> {
  const { clock, recovery, timings } = ports;
  const needed = await recovery.needed();
  if (!needed) return;
  const { aliveAt, boot, unread } = needed;
  // A restored copy may have people who were forgotten since: nothing of theirs is shown, sent or read again.
  if (unread === 'channel') await forgetAgain(ports);
  if (aliveAt !== undefined) {
    const sinceMs = aliveAt - timings.recoverBackMs;
    for (const id of await ports.cards.underway()) await markUnknown(ports, id);
    const [readOnX] = await Promise.allSettled([readX(ports, sinceMs)]);
    if (unread === 'channel') {
      await bindChannel(ports, boot, sinceMs);
      await adoptLater(ports, sinceMs);
      // By now the store knows what was answered, when, and where it stands. What was to end since the copy was made ends
      // unseen; the record of what stands nowhere goes with it, so that nothing could be bound to it later.
      await endOverdue(ports);
      await recovery.channelRead(boot);
    }
    if (readOnX.status === 'rejected') throw readOnX.reason;
  }
  // A store that comes back empty under a running desk has forgotten what to ask as well.
  await ensurePolls(ports);
  await recovery.done(boot, clock.now());
}

/** Cards that were lost are made again first, so that their messages and answers find them. */
async function readX(ports: Ports, sinceMs: number): Promise<void> {
  if (ports.desk.inPrivate) await watch(ports, 'private-messages');
  else {
    await watch(ports, 'mentions');
    await watch(ports, 'followers');
  }
  await lookAtOurTimeline(ports, sinceMs);
}

async function bindChannel(ports: Ports, boot: Boot, sinceMs: number): Promise<void> {
  const { cards, clock } = ports;
  const living = await cards.withActsSince(Math.min(sinceMs, clock.now() - livingForMs));
  const threads: string[] = [];
  const panels = new Set<PanelId>();
  for (const id of living) {
    const card = await cards.get(id);
    const ts = card && threadToRead(card);
    if (ts) threads.push(ts);
    if (card?.panel) panels.add(card.panel);
    await showAgain(ports, id, sinceMs);
  }
  for (const request of (await ports.settings.get()).covers) {
    for (const { id } of coverMessages(request)) panels.add(id);
  }
  for (const id of panels) await showPanelAgain(ports, id);
  await bindOwnMessages(ports, boot, sinceMs, threads);
}

/** Our messages in the channel, and those in the threads begun since then or named here: each thread once a boot. */
async function bindOwnMessages(
  ports: Ports,
  boot: Boot,
  sinceMs: number,
  older: readonly string[],
): Promise<void> {
  const { board, recovery } = ports;
  // Nothing leaves before the channel was read, so one that refuses us is told of like one that takes no message.
  const { messages, threads } = await board.listOwnMessages(sinceMs).catch(async (fault: unknown) => {
    throw fault instanceof ChannelRefused ? await refuseChannel(ports, fault) : fault;
  });
  for (const message of messages) await bindOrKeep(ports, message);
  for (const thread of new Set([...older, ...threads])) {
    if (await recovery.hasRead(thread, boot)) continue;
    for (const message of await board.listOwnReplies(thread, sinceMs)) await bindOrKeep(ports, message);
    await recovery.read(thread, boot);
  }
}

/** A message whose card or panel is not there is kept until that is made again. */
async function bindOrKeep(ports: Ports, message: OwnMessage): Promise<void> {
  if (!(await bind(ports, message))) await ports.recovery.keep(message);
}

/** An answer on its way since before the boot may be on X already: `begin` finds out that it must not begin. */
async function markUnknown({ cards, clock }: Ports, id: CardId): Promise<void> {
  await cards.change(id, (card, { boot }) => {
    if (card?.state !== 'sending' || card.reply?.boot === boot) return { next: card, result: undefined };
    const begin = { do: 'begin', token: token(randomUUID()), leaseMs: 0, boot } as const;
    const result = decide(card, begin, theDesk, clock.now());
    return isRefusal(result) ? result : { next: result.card, result: undefined };
  });
}

/** A card's thread may have lines that the card does not know of. */
function threadToRead(card: Card): string | undefined {
  const lacks = wantedMessages(card).some((key) => !card.messages[key]?.ts && !card.messages[key]?.quiet);
  return lacks ? card.messages[cardKey]?.ts : undefined;
}

/** What Slack shows of a card may be newer than the stored card: all its messages are updated again, private ones too. */
async function showAgain({ cards }: Ports, id: CardId, sinceMs: number): Promise<void> {
  await cards.change(id, (card) => {
    const over = card && isDone(card) && card.changedAt < sinceMs;
    if (!card || over) return { next: card, result: undefined };
    const stale = Object.entries(card.messages).filter(
      ([, { shown, ts }]) => ts !== undefined && shown !== 0,
    );
    const again = (now: Card, [key, message]: (typeof stale)[number]) =>
      withMessage(now, key, { ...message, shown: 0 });
    const next = stale.reduce(again, withUnknownViews(card));
    return { next: untoldIn(next, card.listed?.in ?? []), result: undefined };
  });
}

/** A modal may show a version that the copy does not know, under the same number. */
const withUnknownViews = (card: Card): Card =>
  card.openViews
    ? { ...card, openViews: card.openViews.map((view) => ({ ...view, shown: 0, shows: '' })) }
    : card;

async function showPanelAgain({ panels }: Ports, id: PanelId): Promise<void> {
  await panels.change(id, (panel) => ({
    next: panel?.message?.ts ? { ...panel, message: { ...panel.message, shown: 0 } } : panel,
    result: undefined,
  }));
}
