import { randomUUID } from 'node:crypto';
import type { MessageContent } from '../../core/board/panel.js';
import type { Card } from '../../core/card/card.js';
import {
  cardKey,
  currentVersionOf,
  formerKey,
  isFormerKey,
  type Message,
  type MessageKey,
  staleMessage,
  withMessage,
  withRefresh,
} from '../../core/card/message.js';
import { postsAround } from '../../core/card/select.js';
import { token as asToken, type CardId } from '../../core/ids.js';
import { Busy, isRemoteFault, undefinedIf } from '../../errors.js';
import type { AuthoredPost } from '../../ports/network.js';
import type { Ports } from '../../ports.js';
import { assignMessage } from './assign-message.js';
import { type Change, type Leased, type Records, withLease } from './message-lease.js';
import { personToName } from './ping.js';
import { foundMessage, newMessage, syncMessage } from './sync-message.js';

type Showing = Pick<
  Ports,
  'board' | 'cards' | 'clock' | 'desk' | 'due' | 'network' | 'panels' | 'recovery' | 'settings' | 'timings'
>;

/**
 * Makes Slack agree with a card, one message after the other, until nothing can be done now. It shows the newest version
 * and skips those in between. A message is recorded, marked as begun, posted with its token, bound.
 */
export async function show(ports: Showing, id: CardId): Promise<void> {
  const records: Records<Card> = {
    change: (update) => ports.cards.change(id, update),
    stale: staleMessage,
    message: ({ messages }, key) => messages[key],
    withMessage,
    leave: (card, message) => withMessage(card, formerKey(message), { ...message, shown: 1, quiet: true }),
    isPrivate: () => false,
  };
  const syncOne = async (work: Leased<Card>): Promise<Change> => {
    const { owner: card, key } = work;
    const content = await contentOf(ports, work);
    const shown = currentVersionOf(card, key);
    if (!content) return (message) => ({ ...message, shown });
    // Asked first: a midnight during the call is then not missed.
    const changesAt = ports.board.changesAt(content, work.message);
    const ts = await syncMessage(ports, content, work.message, work.mayStillSend);
    return (message) => ({ ...withRefresh(message, changesAt), ts, shown });
  };
  if (!(await prepareNext(ports, id))) return deriveDue(ports, id);
  while ((await withLease(ports, records, syncOne)) && (await prepareNext(ports, id)));
}

/** Derives anew what a card has to do, where nothing was to be shown: an earlier version had other rules for it. */
async function deriveDue({ cards }: Pick<Ports, 'cards'>, id: CardId): Promise<void> {
  await cards.change(id, (card) => ({ next: card, result: undefined }));
}

/** Gives a card its place, and the message that Slack lacks its record; false when Slack shows all as it is. */
async function prepareNext(ports: Showing, id: CardId): Promise<boolean> {
  const card = await assignMessage(ports, id);
  const stale = card && staleMessage(card);
  if (!stale) return false;
  if (!card.messages[stale.key]) await record(ports, card, stale.key);
  return true;
}

/** Records a message that Slack shall have: a card or line with its slot, or that a line has nobody to name. */
async function record(ports: Showing, card: Card, key: MessageKey): Promise<void> {
  const found = await foundMessage(ports, card.id, key);
  // It may be one that the card left since.
  const isLeft = found && card.messages[formerKey(found)] !== undefined;
  const message = found && !isLeft ? found : await fresh(ports, card, key);
  await ports.cards.change(card.id, (now) => ({
    next: now && !now.messages[key] ? withMessage(now, key, message) : now,
    result: undefined,
  }));
}

async function fresh(ports: Showing, card: Card, key: MessageKey): Promise<Message> {
  if (key === cardKey) return newMessage(ports);
  const named = await personToName(ports, card, key);
  if (!named) return { token: asToken(randomUUID()), slotAt: 0, shown: 0, quiet: true };
  const { slotAt, ...message } = await newMessage(ports);
  return { ...message, slotAt: Math.max(slotAt, named.from), to: named.person };
}

/** What the newest post of an open card answers or quotes, where the desk reads that for its cards. */
async function contextOf(
  { desk, network, timings }: Showing,
  card: Card,
): Promise<{ readonly context?: readonly AuthoredPost[] }> {
  const posts = desk.account.readsContext && card.state === 'open' ? postsAround(card) : [];
  if (posts.length === 0) return {};
  const read = await network.posts(posts, timings.rereadMs).catch(undefinedIf(isRemoteFault));
  return read ? { context: read.found } : {};
}

/** What a message shall show; undefined for a link of which nothing may stand in Slack. */
async function contentOf(
  ports: Showing,
  { owner: card, key, message }: Leased<Card>,
): Promise<MessageContent | undefined> {
  if (key === cardKey) return { card, key, ...(await contextOf(ports, card)) };
  if (!isFormerKey(key)) return { card, key };
  const movedTo = card.panel ? (await ports.panels.get(card.panel))?.message?.ts : card.messages[cardKey]?.ts;
  // What it shall lead to is not posted yet.
  if (movedTo === undefined) throw new Busy(ports.clock.now() + ports.timings.panelEveryMs, 'The desk');
  const content = { card, key, movedTo };
  return message.ts || (await ports.board.find(content, message)) ? content : undefined;
}
