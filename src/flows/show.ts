import { randomUUID } from 'node:crypto';
import { type Card, lastAnswer } from '../core/card.js';
import type { Desk } from '../core/desk.js';
import { token as asToken, type CardId, type SlackUserId, slackUserId, type Token } from '../core/ids.js';
import {
  cardMessage,
  type Message,
  type MessageKey,
  staleMessage,
  withMessage,
  withoutMessage,
} from '../core/message.js';
import { isRefusal } from '../core/refusal.js';
import { onShift } from '../core/rota.js';
import { Busy, Gone } from '../errors.js';
import type { Ports } from '../ports.js';

type Showing = Pick<Ports, 'board' | 'cards' | 'clock' | 'desk' | 'due' | 'timings'>;

interface Work {
  readonly card: Card;
  readonly key: MessageKey;
  readonly message: Message;
  readonly lease: Token;
}

/**
 * Makes Slack agree with a card, one message after the other, until nothing can be done now. Level-triggered: it brings
 * the newest version and skips the rest. A message is posted once: recorded, marked as begun, posted with its token,
 * bound; one whose post may have failed is looked for before it is posted again.
 */
export async function show(ports: Showing, id: CardId): Promise<void> {
  for (let work = await take(ports, id); work; work = await take(ports, id)) {
    try {
      await bring(ports, work);
    } catch (fault) {
      if (fault instanceof Gone) await forget(ports, work);
      else await postpone(ports, work, fault);
      if (!(fault instanceof Busy || fault instanceof Gone)) throw fault;
    }
  }
}

/** A message that somebody deleted in Slack is posted anew. */
async function forget({ cards }: Showing, { card, key, lease }: Work): Promise<void> {
  await cards.change(card.id, (now) => {
    const held = now?.messages[key]?.lease?.token === lease;
    return { card: now && held ? withoutMessage(now, key) : now, give: undefined };
  });
}

/** Later again: one that is not posted yet waits for a slot of its own, lest all come at once when Slack is back. */
async function postpone(ports: Showing, work: Work, fault: unknown): Promise<void> {
  const { clock, due, timings } = ports;
  const earliest = fault instanceof Busy ? fault.retryAt : clock.now() + timings.showRetryMs;
  const slotAt = work.message.ts ? earliest : await due.reserveSlot(earliest, timings.postSlotMs);
  await finish(ports, work, (message) => ({ ...message, slotAt }));
}

/** The next stale message of a card, leased; a message that is not recorded yet gets its slot first. */
async function take(ports: Showing, id: CardId): Promise<Work | undefined> {
  const { cards, clock, timings } = ports;
  const card = await cards.get(id);
  const first = card && staleMessage(card);
  if (first && !card.messages[first.key]) await record(ports, card, first.key);
  const lease = asToken(randomUUID());
  const taken = await cards.change<Work | undefined>(id, (now) => {
    const stale = now && staleMessage(now);
    const message = stale && now.messages[stale.key];
    if (!message || clock.now() < stale.at) return { card: now, give: undefined };
    const until = clock.now() + timings.showLeaseMs;
    const begunAt = message.ts ? {} : { begunAt: message.begunAt ?? clock.now() };
    const leased = withMessage(now, stale.key, { ...message, ...begunAt, lease: { token: lease, until } });
    return { card: leased, give: { card: leased, key: stale.key, message, lease } };
  });
  return taken && isRefusal(taken) ? undefined : taken;
}

/** Records a message that Slack shall have: a card or line with its slot, or that a line has nobody to name. */
async function record(
  { cards, clock, desk, due, timings }: Showing,
  card: Card,
  key: MessageKey,
): Promise<void> {
  const to = key === cardMessage ? undefined : personFor(card, desk, clock.now());
  const quiet = key !== cardMessage && !to;
  const slotAt = quiet ? 0 : await due.reserveSlot(clock.now(), timings.postSlotMs);
  const message: Message = {
    token: asToken(randomUUID()),
    slotAt,
    shown: 0,
    ...(to ? { to } : {}),
    ...(quiet ? { quiet } : {}),
  };
  await cards.change(card.id, (now) => ({
    card: now && !now.messages[key] ? withMessage(now, key, message) : now,
    give: undefined,
  }));
}

/** Whom a thread line names: whoever answered this patron here before, else the person on shift. */
function personFor(card: Card, desk: Desk, now: number): SlackUserId | undefined {
  const shift = onShift(desk.rota, now).map(({ member }) => slackUserId(member.slackId));
  return lastAnswer(card)?.by ?? shift[0];
}

/** Posts or updates the message, and records what it shows now. */
async function bring(ports: Showing, work: Work): Promise<void> {
  const { board } = ports;
  const { card, key, message } = work;
  let { ts } = message;
  if (ts) {
    await board.update(card, ts);
  } else {
    const found = message.begunAt === undefined ? undefined : await board.find(card, key, message);
    ({ ts } = found ?? (await board.post(card, key, message)));
    if (found && key === cardMessage) await board.update(card, ts);
  }
  const shown = key === cardMessage ? card.version : 1;
  await finish(ports, work, (standing) => ({ ...standing, ts, shown }));
}

/** Ends a lease; if it was lost meanwhile nothing is recorded, and the message is due again. */
async function finish(
  { cards }: Showing,
  { card, key, lease }: Work,
  after: (standing: Message) => Message,
): Promise<void> {
  await cards.change(card.id, (now) => {
    const standing = now?.messages[key];
    if (!now || standing?.lease?.token !== lease) return { card: now, give: undefined };
    const { lease: _ended, ...rest } = standing;
    return { card: withMessage(now, key, after(rest)), give: undefined };
  });
}
