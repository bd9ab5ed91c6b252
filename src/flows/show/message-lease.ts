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
import { token as asToken, type Token } from '../../core/ids.js';
import {
  Busy,
  ChannelRefused,
  Gone,
  KeysRefused,
  MessageRefused,
  NotSent,
  Rejected,
  Unreachable,
} from '../../errors.js';
import type { Update, WriteContext } from '../../ports/documents.js';
import type { Ports } from '../../ports.js';
import {
  type ChannelRefusal,
  channelLook,
  channelRefusal,
  refuseChannel,
  tryWaiting,
} from '../refusing-channel.js';
import { stopwatch } from '../stopwatch.js';
import { lookWorked } from '../watch/looks.js';
import { newMessage } from './sync-message.js';

/** Where the records of messages stand: a card or a panel. */
export interface Records<Owner> {
  change<T>(update: Update<Owner, T>): Promise<T | Refusal>;
  /** The next message that Slack lacks or shows out of date. */
  stale(owner: Owner): StaleMessage | undefined;
  message(owner: Owner, key: MessageKey): Message | undefined;
  withMessage(owner: Owner, key: MessageKey, message: Message): Owner;
  /** The owner with the record of the message that Slack lacks, which is stored with the lease. */
  recorded?(owner: Owner): Owner;
  /**
   * What is recorded together with the end of a lease, of what `ended` makes of the owner: the next message that Slack lacks.
   * Whatever fails at it is left for the next lease.
   */
  following?(ended: (owner: Owner) => Owner): Promise<(owner: Owner) => Owner>;
  /** Remembers a message that can't be edited any more, once another one stands for it. */
  leave?(owner: Owner, message: Message): Owner;
  /** Whether its messages stand in a private conversation: those don't wait for the channel's moments. */
  isPrivate(owner: Owner): boolean;
  /** Whether they shall say nothing of patrons any more: that waits for nobody who may read the channel. */
  isBlank(owner: Owner): boolean;
}

/** A message in the hands of one worker. */
export interface Leased<Owner> {
  /** As it was when the lease began. */
  readonly owner: Owner;
  readonly key: MessageKey;
  /** The record from before the lease. */
  readonly message: Message;
  /** Whose lease it is. */
  readonly lease: Token;
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
  ports: Leasing,
  records: Records<Owner>,
  work: Work<Owner>,
  failed?: Failed<Owner>,
): Promise<boolean> {
  const refusal = await channelRefusal(ports);
  const taken = await records.change<Taken<Owner>>(leaseTaker(ports, records, refusal));
  if (isRefusal(taken) || taken.what === 'nothing') return false;
  if (taken.what === 'waits') throw new Busy(refusal.retryAt, 'Slack');
  if (taken.what === 'refresh') return reserveRefresh(ports, records, taken.key);
  await underLease(ports, records, refusal, taken.leased, work, failed);
  return true;
}

type Leasing = Pick<Ports, 'clock' | 'desk' | 'due' | 'settings' | 'timings'>;
type Work<Owner> = (leased: Leased<Owner>) => Promise<Change>;
type Failed<Owner> = (leased: Leased<Owner>, failure: unknown) => Promise<Change | undefined>;

/** What there was to take: a message whose text has changed with the time needs a moment for its update first. */
type Taken<Owner> =
  | { readonly what: 'nothing' }
  | { readonly what: 'waits' }
  | { readonly what: 'refresh'; readonly key: MessageKey }
  | { readonly what: 'lease'; readonly leased: Leased<Owner> };

/**
 * An update that takes the lease of the stale message that is due; also as a part of another update, which knows from when
 * on its worker may hold the lease: from the call of this on.
 */
export function leaseTaker<Owner>(
  { clock, timings }: Pick<Ports, 'clock' | 'timings'>,
  records: Records<Owner>,
  refusal: ChannelRefusal,
): (
  known: Owner | undefined,
  world: WriteContext,
) => { readonly next: Owner | undefined; readonly result: Taken<Owner> } {
  const lease = asToken(randomUUID());
  const mayStillSend = stopwatch(clock, timings.showWithinMs);
  return (known, { unread }) => {
    const owner = known && records.recorded ? records.recorded(known) : known;
    const stale = owner && records.stale(owner);
    const message = stale && records.message(owner, stale.key);
    if (unread === 'channel' || !message || clock.now() < stale.at)
      return { next: owner, result: { what: 'nothing' } };
    if (stale.refresh && message.refreshAt === undefined)
      return { next: owner, result: { what: 'refresh', key: stale.key } };
    if (clock.now() < refusal.retryAt && !goesOut(records, owner, refusal))
      return { next: owner, result: { what: 'waits' } };
    const held = startLease(message, lease, clock.now(), timings.showLeaseMs);
    const next = records.withMessage(owner, stale.key, held);
    const leased = { owner: next, key: stale.key, message, lease, mayStillSend };
    return { next, result: { what: 'lease', leased } };
  };
}

/** Whether a message is written also while Slack refuses the channel, or the channel is no place for private messages. */
const goesOut = <Owner>(records: Records<Owner>, owner: Owner, { isExposed }: ChannelRefusal): boolean =>
  records.isPrivate(owner) || (isExposed && records.isBlank(owner));

/** Works on a leased message, and ends the lease as `withLease` says. */
export async function underLease<Owner>(
  ports: Leasing,
  records: Records<Owner>,
  refusal: ChannelRefusal,
  taken: Leased<Owner>,
  work: Work<Owner>,
  failed: Failed<Owner> = async () => undefined,
): Promise<void> {
  const isPrivate = records.isPrivate(taken.owner);
  const endedBy = (change: Change) => (owner: Owner) => {
    const message = records.message(owner, taken.key);
    return message ? records.withMessage(owner, taken.key, endLease(message, taken.lease, change)) : owner;
  };
  const end = (change: Change, then = (owner: Owner): Owner => owner) =>
    records.change((owner) => ({ next: owner && then(endedBy(change)(owner)), result: undefined }));
  try {
    const change = await work(taken);
    await end(change, await records.following?.(endedBy(change)).catch(() => undefined));
    if (refusal.isRefused && !goesOut(records, taken.owner, refusal)) {
      await lookWorked(ports, channelLook(ports.desk));
      await tryWaiting(ports);
    }
  } catch (failure) {
    if (failure instanceof ChannelRefused && !isPrivate) {
      const { lease: _over, ...known } = taken.message;
      await end(() => known);
      throw await refuseChannel(ports, failure);
    }
    if (isRefusedRefresh(taken.message, failure)) {
      await end((message) => withRefresh(message, 0));
      throw failure;
    }
    await end(
      (await failed(taken, failure)) ?? (await afterFailure(ports, failure, taken.message, isPrivate)),
      isUneditable(failure) ? (owner) => records.leave?.(owner, taken.message) ?? owner : undefined,
    );
    if (!(failure instanceof Busy || failure instanceof Gone || failure instanceof NotSent)) throw failure;
  }
}

const isUneditable = (failure: unknown): boolean =>
  failure instanceof MessageRefused && failure.what === 'edit';

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
  if (failure instanceof MessageRefused) return afterRefusal({ clock, due, timings }, failure, known);
  const retryAt = clock.now() + timings.showRetryMs;
  const isUnsent = failure instanceof Unreachable || failure instanceof NotSent;
  if (isUnsent) return () => ({ ...known, slotAt: retryAt });
  if (!(failure instanceof Busy)) return (now) => ({ ...now, slotAt: retryAt });
  const isNew = known.ts === undefined && known.begunAt === undefined;
  const slotAt =
    isNew && !isPrivate ? await due.reserveSlot(failure.retryAt, timings.postSlotMs) : failure.retryAt;
  return () => ({ ...known, slotAt });
}

/**
 * The record of a message that Slack does not take. What it contained is said in a few words instead; one that can't be
 * edited any more gets another message, but a line that named somebody names nobody twice.
 */
async function afterRefusal(
  ports: Pick<Ports, 'clock' | 'due' | 'timings'>,
  { what }: MessageRefused,
  known: Message,
): Promise<Change> {
  if (what === 'content' && known.plain !== 'bare') {
    return () => ({ ...known, plain: known.plain === 'short' ? 'bare' : 'short' });
  }
  if (what === 'edit' && !known.to) {
    const anew = await newMessage(ports);
    return () => (known.plain ? { ...anew, plain: known.plain } : anew);
  }
  return () => ({ ...known, quiet: true });
}
