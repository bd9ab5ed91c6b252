import { randomUUID } from 'node:crypto';
import {
  endLease,
  type Message,
  type MessageKey,
  type StaleMessage,
  startLease,
  withRefresh,
} from '../../core/card/message.js';
import { isRefusal, type Refusal } from '../../core/card/refusal.js';
import { token as asToken } from '../../core/ids.js';
import { Busy, Gone, KeysRefused, NotSent, Rejected, Unreachable } from '../../errors.js';
import type { Update } from '../../ports/documents.js';
import type { Ports } from '../../ports.js';
import { stopwatch } from '../stopwatch.js';
import { newMessage } from './sync-message.js';

/** Where the records of messages stand: a card or a panel. */
export interface Records<Owner> {
  change<T>(update: Update<Owner, T>): Promise<T | Refusal>;
  /** The next message that Slack lacks or shows out of date. */
  stale(owner: Owner): StaleMessage | undefined;
  message(owner: Owner, key: MessageKey): Message | undefined;
  withMessage(owner: Owner, key: MessageKey, message: Message): Owner;
  /** Whether its messages stand in a private conversation: those don't wait for the channel's moments. */
  isPrivate(owner: Owner): boolean;
}

/** A message in the hands of one worker. */
export interface Leased<Owner> {
  /** As it was when the lease began. */
  readonly owner: Owner;
  readonly key: MessageKey;
  /** The record from before the lease. */
  readonly message: Message;
  /** Whether no other worker can have the lease yet: asked last before a call to Slack. */
  readonly mayStillSend: () => boolean;
}

/** What becomes of a message's record. */
export type Change = (message: Message) => Message;

/**
 * Takes the stale message that is due, works on it, and ends the lease with what the work made of it; false when none was
 * due. It is due again when the worker dies, and when the lease was lost meanwhile. A failed call to Slack ends the lease
 * as well, with `failed` if that knows better; what Slack asks to wait with, or did not get, is no failure for the caller.
 * Nothing is taken before the channel was read under a new boot. A text that changes with the time alone gets a moment of its
 * own first.
 */
export async function withLease<Owner>(
  ports: Pick<Ports, 'clock' | 'due' | 'timings'>,
  records: Records<Owner>,
  work: (leased: Leased<Owner>) => Promise<Change>,
  failed: (leased: Leased<Owner>, failure: unknown) => Promise<Change | undefined> = async () => undefined,
): Promise<boolean> {
  const { clock, timings } = ports;
  const lease = asToken(randomUUID());
  const mayStillSend = stopwatch(clock, timings.showWithinMs);
  const taken = await records.change<Leased<Owner> | ToRefresh | undefined>((owner, { unread }) => {
    const stale = owner && records.stale(owner);
    const message = stale && records.message(owner, stale.key);
    if (unread === 'channel' || !message || clock.now() < stale.at) return { next: owner, result: undefined };
    if (stale.refresh && message.refreshAt === undefined)
      return { next: owner, result: { toRefresh: stale.key } };
    const held = startLease(message, lease, clock.now(), timings.showLeaseMs);
    const next = records.withMessage(owner, stale.key, held);
    return { next, result: { owner: next, key: stale.key, message, mayStillSend } };
  });
  if (!taken || isRefusal(taken)) return false;
  if ('toRefresh' in taken) return reserveRefresh(ports, records, taken.toRefresh);

  const end = (change: Change) =>
    records.change((owner) => {
      const message = owner && records.message(owner, taken.key);
      const next = message && records.withMessage(owner, taken.key, endLease(message, lease, change));
      return { next: next ?? owner, result: undefined };
    });
  try {
    await end(await work(taken));
  } catch (failure) {
    const isPrivate = records.isPrivate(taken.owner);
    const change =
      (await failed(taken, failure)) ?? (await afterFailure(ports, failure, taken.message, isPrivate));
    await end(
      isRefusedRefresh(taken.message, failure) ? (message) => withRefresh(change(message), 0) : change,
    );
    if (!(failure instanceof Busy || failure instanceof Gone || failure instanceof NotSent)) throw failure;
  }
  return true;
}

/** A message whose text has changed with the time, and which has no moment for its update yet. */
interface ToRefresh {
  readonly toRefresh: MessageKey;
}

/** Reserves the moment at which a message is updated whose text has changed with the time alone; gives true. */
async function reserveRefresh<Owner>(
  { clock, due, timings }: Pick<Ports, 'clock' | 'due' | 'timings'>,
  records: Records<Owner>,
  key: MessageKey,
): Promise<true> {
  const refreshAt = await due.reserveSlot(clock.now(), timings.refreshEveryMs, 'refresh');
  await records.change((owner) => {
    const message = owner && records.message(owner, key);
    if (!owner || !message?.changesAt || message.refreshAt !== undefined)
      return { next: owner, result: undefined };
    return { next: records.withMessage(owner, key, { ...message, refreshAt }), result: undefined };
  });
  return true;
}

/** Whether Slack won't take an update for the time's sake, as of a message too old to edit: it is not asked again. */
const isRefusedRefresh = ({ refreshAt }: Message, failure: unknown): boolean =>
  refreshAt !== undefined && failure instanceof Rejected && !(failure instanceof KeysRefused);

/**
 * The record of a message after a call to Slack failed: when it is worked at again, and what may have taken effect.
 * `before` is the record from before its lease. A new message in the channel that has to wait gets another moment there.
 */
async function afterFailure(
  { clock, due, timings }: Pick<Ports, 'clock' | 'due' | 'timings'>,
  failure: unknown,
  before: Message,
  isPrivate: boolean,
): Promise<Change> {
  const { lease: _over, ...known } = before;
  // Somebody deleted it in Slack: a card comes back, a line that named somebody does not name them twice.
  if (failure instanceof Gone && before.to) return () => ({ ...known, quiet: true });
  if (failure instanceof Gone) {
    const anew = await newMessage({ clock, due, timings });
    return () => anew;
  }
  const retryAt = clock.now() + timings.showRetryMs;
  const isUnsent = failure instanceof Unreachable || failure instanceof NotSent;
  if (isUnsent) return () => ({ ...known, slotAt: retryAt });
  if (!(failure instanceof Busy)) return (now) => ({ ...now, slotAt: retryAt });
  const isNew = known.ts === undefined && known.begunAt === undefined;
  const slotAt =
    isNew && !isPrivate ? await due.reserveSlot(failure.retryAt, timings.postSlotMs) : failure.retryAt;
  return () => ({ ...known, slotAt });
}
