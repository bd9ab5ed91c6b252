import {
  failingLook,
  type GoodLooks,
  incidentAfter,
  type Look,
  type OutageReason,
  withFailure,
  withoutFailure,
} from '../../core/desk/outages.js';
import type { NetworkPoll } from '../../core/due/due-entries.js';
import { Busy, isRemoteFault, isStorageFault, OutcomeUnknown, Rejected, Unreachable } from '../../errors.js';
import type { Ports } from '../../ports.js';

type Recording = Pick<Ports, 'clock' | 'settings' | 'snapshots'>;

/**
 * Reads something of the network that is read every `intervalMs`, and records that it worked, or since when it does not
 * and why. Throws what the read throws. Ten minutes without a good look are an outage, of which the due list makes sure
 * that people are told.
 */
export async function recordLook(
  ports: Recording,
  poll: NetworkPoll,
  intervalMs: number,
  read: () => Promise<void>,
): Promise<void> {
  const { clock, snapshots } = ports;
  const afterMs = incidentAfter(intervalMs);
  try {
    await read();
  } catch (fault) {
    // While the store is away nothing can be recorded, and the network is not to blame.
    if (!isStorageFault(fault)) {
      const last = await snapshots.get(`looked-${poll}`);
      await lookFailed(ports, poll, whyOf(fault), { lastGoodAt: last?.at, afterMs: last?.value ?? afterMs });
    }
    throw fault;
  }
  await snapshots.save(`looked-${poll}`, afterMs, clock.now());
  await lookWorked(ports, poll);
}

/** Records that a look failed. It writes only what is new. */
export async function lookFailed(
  { clock, settings }: Pick<Ports, 'clock' | 'settings'>,
  look: Look,
  why: { readonly reason: OutageReason; readonly detail?: string },
  good: GoodLooks,
): Promise<void> {
  const failure = failingLook(why, good, clock.now());
  const known = await settings.get();
  if (withFailure(known, look, failure) === known) return;
  await settings.change((now) => ({ next: withFailure(now, look, failure), result: undefined }));
}

/** Records that a look worked. It writes only after one that failed. */
export async function lookWorked({ settings }: Pick<Ports, 'settings'>, look: Look): Promise<void> {
  if (!(await settings.get()).failing?.[look]) return;
  await settings.change((now) => ({ next: withoutFailure(now, look), result: undefined }));
}

/**
 * When the network was last read for what people write (Unix ms), where that is longer ago than it should be; undefined
 * while all is well. A desk that never read it has nothing to say either.
 */
export async function staleLook({
  clock,
  desk,
  snapshots,
}: Pick<Ports, 'clock' | 'desk' | 'snapshots'>): Promise<number | undefined> {
  const last = await snapshots.get(desk.inPrivate ? 'looked-private-messages' : 'looked-mentions');
  return last && clock.now() - last.at >= last.value ? last.at : undefined;
}

function whyOf(fault: unknown): { readonly reason: OutageReason; readonly detail: string } {
  return { reason: reasonOf(fault), detail: detailOf(fault) };
}

function reasonOf(fault: unknown): OutageReason {
  if (fault instanceof Busy) return 'busy';
  if (fault instanceof Unreachable) return 'unreachable';
  if (fault instanceof OutcomeUnknown) return 'no-answer';
  if (fault instanceof Rejected) {
    const { reason } = fault;
    if (reason === 'budget-together') return 'budget';
    return reason === 'sign-in' || reason === 'not-permitted' || reason === 'budget' ? reason : 'refused';
  }
  return isRemoteFault(fault) ? 'no-answer' : 'unreadable';
}

/** What was answered, with what was seen below it: "X did not say what became of the call. (HTTP 503)". */
function detailOf(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  // What is stored is told for as long as it lasts, and until when to wait is another time with each answer.
  if (fault instanceof Busy) return `${fault.what} asks to wait.`;
  const { cause, message } = fault;
  const below = cause instanceof Error ? cause.message : typeof cause === 'string' ? cause : '';
  return below === '' ? message : `${message} (${below})`;
}
