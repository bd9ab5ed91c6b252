import { randomUUID } from 'node:crypto';
import type { Card } from '../core/card.js';
import type { Content } from '../core/content.js';
import { token as asToken, type CardId, type Token } from '../core/ids.js';
import {
  cardMessage,
  formerMessage,
  isBack,
  isFormer,
  leased,
  type Message,
  type MessageKey,
  overwritten,
  released,
  staleMessage,
  versionOf,
  withMessage,
} from '../core/message.js';
import { isRefusal } from '../core/refusal.js';
import { Busy, Gone, NotSent } from '../errors.js';
import type { Ports } from '../ports.js';
import { afterFault, bring, foundMessage, newMessage } from './bring.js';
import { personToName } from './ping.js';
import { place } from './place.js';
import { stopwatch } from './stopwatch.js';
import { tellFlagged } from './tell-flagged.js';
import { tellWriter } from './tell-writer.js';

export type Showing = Pick<
  Ports,
  'board' | 'cards' | 'clock' | 'desk' | 'due' | 'panels' | 'recovery' | 'timings'
>;

interface Work {
  readonly card: Card;
  readonly key: MessageKey;
  readonly message: Message;
  readonly lease: Token;
  readonly mayStillSend: () => boolean;
}

/**
 * Makes Slack agree with a card, one message after the other, until nothing can be done now. Level-triggered: it brings
 * the newest version and skips the rest. A message is recorded, marked as begun, posted with its token, bound.
 */
export async function show(ports: Showing, id: CardId): Promise<void> {
  for (let work = await take(ports, id); work; work = await take(ports, id)) {
    try {
      if (work.key === cardMessage) await tellFlagged(ports, work.card);
      const content = await contentOf(ports, work);
      await bound(ports, work, content && (await bring(ports, content, work.message, work.mayStillSend)));
    } catch (fault) {
      await finish(ports, work, await afterFault(ports, fault, work.message));
      if (!(fault instanceof Busy || fault instanceof Gone || fault instanceof NotSent)) throw fault;
    }
  }
}

/** The next stale message of a card, leased; a message that is not recorded yet gets its slot first. */
async function take(ports: Showing, id: CardId): Promise<Work | undefined> {
  const { cards, clock, timings } = ports;
  const card = await place(ports, id);
  const first = card && staleMessage(card);
  if (!card || !first) return undefined;
  if (!card.messages[first.key]) await record(ports, card, first.key);
  const lease = asToken(randomUUID());
  const mayStillSend = stopwatch(clock, timings.showWithinMs);
  const taken = await cards.change<Work | undefined>(id, (now, { unread }) => {
    const stale = now && staleMessage(now);
    const message = stale && now.messages[stale.key];
    if (unread === 'channel' || !message || clock.now() < stale.at) return { next: now, result: undefined };
    const held = leased(message, lease, clock.now(), timings.showLeaseMs);
    const next = withMessage(now, stale.key, held);
    return { next, result: { card: next, key: stale.key, message, lease, mayStillSend } };
  });
  return taken && isRefusal(taken) ? undefined : taken;
}

/** Records a message that Slack shall have: a card or line with its slot, or that a line has nobody to name. */
async function record(ports: Showing, card: Card, key: MessageKey): Promise<void> {
  const found = await foundMessage(ports, card.id, key);
  // It may be one that the card left since.
  const isLeft = found && card.messages[formerMessage(found)] !== undefined;
  const message = found && !isLeft ? found : await fresh(ports, card, key);
  await ports.cards.change(card.id, (now) => ({
    next: now && !now.messages[key] ? withMessage(now, key, message) : now,
    result: undefined,
  }));
}

async function fresh(ports: Showing, card: Card, key: MessageKey): Promise<Message> {
  if (key === cardMessage) return newMessage(ports);
  if (isBack(key)) await tellWriter(ports, card);
  const asked = isBack(key) ? undefined : await personToName(ports, card, key);
  if (!asked) return { token: asToken(randomUUID()), slotAt: 0, shown: 0, quiet: true };
  const { slotAt, ...message } = await newMessage(ports);
  return { ...message, slotAt: Math.max(slotAt, asked.from), to: asked.who };
}

/** What a message shall show; undefined for a link of which nothing may stand in Slack. */
async function contentOf(ports: Showing, { card, key, message }: Work): Promise<Content | undefined> {
  if (!isFormer(key)) return { card, key };
  const movedTo = card.panel
    ? (await ports.panels.get(card.panel))?.message?.ts
    : card.messages[cardMessage]?.ts;
  // What it shall lead to is not posted yet.
  if (movedTo === undefined) throw new Busy(ports.clock.now() + ports.timings.panelEveryMs, 'The desk');
  const content = { card, key, movedTo };
  return message.ts || (await ports.board.find(content, message)) ? content : undefined;
}

const bound = (ports: Showing, work: Work, ts: string | undefined): Promise<void> =>
  finish(ports, work, (message) => ({
    ...message,
    ...(ts === undefined ? {} : { ts }),
    shown: versionOf(work.card, work.key),
  }));

/** Ends a lease. If it was lost meanwhile, what another worker brought may have been overwritten: it is brought again. */
async function finish(
  { cards }: Showing,
  { card, key, lease }: Work,
  after: (message: Message) => Message,
): Promise<void> {
  await cards.change(card.id, (now) => {
    const message = now?.messages[key];
    if (!now || !message) return { next: now, result: undefined };
    const mine = released(message, lease);
    return { next: withMessage(now, key, mine ? after(mine) : overwritten(message)), result: undefined };
  });
}
