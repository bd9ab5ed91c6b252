import { randomUUID } from 'node:crypto';
import type { MessageContent } from '../../core/board/panel.js';
import { isMessageTooOld } from '../../core/board/placement.js';
import type { Card } from '../../core/card/card.js';
import {
  cardKey,
  currentVersionOf,
  endLease,
  formerKey,
  isFormerKey,
  isToRemove,
  type Message,
  type MessageKey,
  panelKey,
  staleMessage,
  withMessage,
  withRefresh,
} from '../../core/card/message.js';
import { token as asToken, type CardId } from '../../core/ids.js';
import { isPurged } from '../../core/keeping/purged-card.js';
import { omit } from '../../core/omit.js';
import { Busy, Gone, undefinedIf } from '../../errors.js';
import type { WriteContext } from '../../ports/documents.js';
import type { AuthoredPost } from '../../ports/network.js';
import type { Ports } from '../../ports.js';
import { readAround } from '../answer/reread.js';
import { eraseMessage, isEditRefused, takeBack } from '../keep/take-back.js';
import { refusalThen } from '../refusing-channel.js';
import { assignMessage } from './assign-message.js';
import {
  type Change,
  type Leased,
  leaseTaker,
  type Records,
  underLease,
  withLease,
} from './message-lease.js';
import { leavePictureOut } from './pictures.js';
import { personToName } from './ping.js';
import { foundMessage, newMessage, syncMessage } from './sync-message.js';

type Showing = Pick<
  Ports,
  | 'board'
  | 'cards'
  | 'clock'
  | 'desk'
  | 'due'
  | 'network'
  | 'panels'
  | 'persons'
  | 'recovery'
  | 'settings'
  | 'timings'
>;

/**
 * Makes Slack agree with a card, one message after the other, until nothing can be done now. It shows the newest version
 * and skips those in between. A message is recorded, marked as begun, posted with its token, bound. What was `leased` by the
 * change that is to be shown comes first.
 */
export async function show(ports: Showing, id: CardId, leased?: Leased<Card>): Promise<void> {
  const records = {
    ...recordsOf(ports, id),
    following: async (ended: Recorded) => {
      const known = await ports.cards.get(id);
      const card = known && ended(known);
      // What has no message of its own yet is given its place first.
      return (card?.messages[cardKey] && (await recordNext(ports, card))) || asItIs;
    },
  };
  const syncOne = async (work: Leased<Card>): Promise<Change> => {
    const { owner: card, key, message, mayStillSend } = work;
    const shown = currentVersionOf(card, key);
    if (card.erased) return eraseMessage(ports, { card, key }, message, shown, mayStillSend);
    if (isToRemove(card, key)) return removed(ports, work);
    if (isPurged(card) && message.quiet) return takeBack(ports, { card, key }, message, shown, mayStillSend);
    const content = await contentOf(ports, work);
    if (!content) return (now) => ({ ...now, shown });
    const { ts, changesAt, picturesRefused } = await syncMessage(ports, content, message, mayStillSend);
    if (picturesRefused) await leavePictureOut(ports, card.id);
    return (now) => ({ ...withRefresh(now, changesAt), ts, shown });
  };
  const failed = async ({ owner: card, key, message, mayStillSend }: Leased<Card>, failure: unknown) =>
    isPurged(card) && !card.erased && isEditRefused(failure)
      ? takeBack(ports, { card, key }, message, currentVersionOf(card, key), mayStillSend)
      : undefined;
  if (leased) await underLease(ports, records, refusalThen(ports.desk), leased, syncOne, failed);
  let recorded = await prepareNext(ports, id);
  if (!recorded && !leased) return deriveDue(ports, id);
  while (recorded && (await withLease(ports, { ...records, recorded }, syncOne, failed)))
    recorded = await prepareNext(ports, id, ports.clock.now());
}

const recordsOf = ({ cards }: Pick<Ports, 'cards'>, id: CardId): Records<Card> => ({
  change: (update) => cards.change(id, update),
  stale: staleMessage,
  message: ({ messages }, key) => messages[key],
  withMessage,
  leave,
  isPrivate: () => false,
  isBlank: isPurged,
});

/**
 * A part of the change of a card that `show` is called for: takes the lease of its own message, so that its update can
 * leave as soon as the change is stored. Undefined where more is to be done than to update that message.
 */
export function leaseWithChange(
  ports: Pick<Ports, 'cards' | 'clock' | 'desk' | 'timings'>,
  id: CardId,
): (card: Card, world: WriteContext) => Leased<Card> | undefined {
  const take = leaseTaker(ports, recordsOf(ports, id), refusalThen(ports.desk));
  return (card, world) => {
    const isUpdate = staleMessage(card)?.key === cardKey && card.messages[cardKey]?.ts !== undefined;
    if (!isUpdate || isMessageTooOld(card)) return undefined;
    const { result } = take(card, world);
    return result.what === 'lease' ? result.leased : undefined;
  };
}

/** Gives up a lease that was taken with a change of which nobody knows whether it is stored: another worker may show the card. */
export async function giveUpLease(
  { cards }: Pick<Ports, 'cards'>,
  id: CardId,
  { key, lease }: Leased<Card>,
): Promise<void> {
  await cards.change(id, (card) => {
    const message = card?.messages[key];
    if (!card || message?.lease?.token !== lease) return { next: card, result: undefined };
    return {
      next: withMessage(
        card,
        key,
        endLease(message, lease, (now) => now),
      ),
      result: undefined,
    };
  });
}

/** Another message stands for one that can't be edited any more: that one is remembered, and deleted once the card is purged. */
function leave(card: Card, message: Message): Card {
  const isStanding = Object.values(card.messages).some(({ token }) => token === message.token);
  return isStanding ? card : withMessage(card, formerKey(message), { ...message, shown: 1, quiet: true });
}

/** Derives anew what a card has to do, where nothing was to be shown: an earlier version had other rules for it. */
async function deriveDue({ cards }: Pick<Ports, 'cards'>, id: CardId): Promise<void> {
  await cards.change(id, (card) => ({ next: card, result: undefined }));
}

/** The card with the record of the message that Slack lacks. */
type Recorded = (card: Card) => Card;

const asItIs: Recorded = (card) => card;

/**
 * Gives a card its place, and makes the record of the message that Slack lacks; undefined when Slack shows all as it is, or until
 * a time after `now` (Unix ms).
 */
async function prepareNext(ports: Showing, id: CardId, now?: number): Promise<Recorded | undefined> {
  const card = await assignMessage(ports, id);
  const stale = card && staleMessage(card);
  if (!stale) return undefined;
  const fresh = await recordNext(ports, card);
  return fresh ?? (now === undefined || stale.at <= now ? asItIs : undefined);
}

/** Makes the record of the next message that Slack lacks; undefined when that has one. */
async function recordNext(ports: Showing, card: Card): Promise<Recorded | undefined> {
  const stale = staleMessage(card);
  return stale && stale.key !== panelKey && !card.messages[stale.key]
    ? record(ports, card, stale.key)
    : undefined;
}

/** Records a message that Slack shall have: a card or line with its slot, or that a line has nobody to name. */
async function record(ports: Showing, card: Card, key: MessageKey): Promise<Recorded> {
  const found = await foundMessage(ports, card.id, key);
  // It may be one that the card left since.
  const isLeft = found && card.messages[formerKey(found)] !== undefined;
  const message = found && !isLeft ? found : await fresh(ports, card, key);
  return (now) => (now.messages[key] ? now : withMessage(now, key, message));
}

async function fresh(ports: Showing, card: Card, key: MessageKey): Promise<Message> {
  if (key === cardKey) return newMessage(ports);
  const named = await personToName(ports, card, key);
  if (!named) return { token: asToken(randomUUID()), slotAt: 0, shown: 0, quiet: true };
  const { slotAt, ...message } = await newMessage(ports);
  return { ...message, slotAt: Math.max(slotAt, named.from), to: named.person };
}

/** What the newest post of an open card answers or quotes, where the desk reads that for its cards. */
export async function contextOf(
  ports: Pick<Ports, 'desk' | 'network' | 'timings'>,
  card: Card,
): Promise<{ readonly context?: readonly AuthoredPost[] }> {
  if (!ports.desk.account.readsContext || card.state !== 'open') return {};
  const context = await readAround(ports, card);
  return context ? { context } : {};
}

/** Takes a line out of its thread. Nothing takes its place: a line that named somebody does not name them twice. */
async function removed(
  { board }: Pick<Ports, 'board'>,
  { owner: card, key, message, mayStillSend }: Leased<Card>,
): Promise<Change> {
  const content = { card, key };
  const ts = message.ts ?? (await board.find(content, message))?.ts;
  // Somebody may have deleted it already.
  if (ts !== undefined) await board.remove(content, ts, mayStillSend).catch(undefinedIf(isGone));
  return (now) => ({ ...omit(now, 'ts', 'changesAt', 'refreshAt'), quiet: true });
}

const isGone = (fault: unknown): fault is Gone => fault instanceof Gone;

/** What a message shall show; undefined for a link of which nothing may stand in Slack. */
async function contentOf(
  ports: Showing,
  { owner: card, key, message }: Leased<Card>,
): Promise<MessageContent | undefined> {
  if (key === cardKey) return { card, key, ...(await contextOf(ports, card)) };
  if (!isFormerKey(key) || isPurged(card)) return { card, key };
  const movedTo = card.panel ? (await ports.panels.get(card.panel))?.message?.ts : card.messages[cardKey]?.ts;
  // What it shall lead to is not posted yet.
  if (movedTo === undefined) throw new Busy(ports.clock.now() + ports.timings.panelEveryMs, 'The desk');
  const content = { card, key, movedTo };
  return message.ts || (await ports.board.find(content, message)) ? content : undefined;
}
