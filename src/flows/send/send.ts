import { randomUUID } from 'node:crypto';
import { type Action, theDesk } from '../../core/card/actions.js';
import type { Card, Reply } from '../../core/card/card.js';
import { type Decision, decide } from '../../core/card/decide.js';
import { isRefusal } from '../../core/card/refusal.js';
import { isPrivate } from '../../core/card/select.js';
import { token as asToken, type CardId, type Token } from '../../core/ids.js';
import { Busy, NotSent, OutcomeUnknown, Rejected, Unreachable } from '../../errors.js';
import type { Published } from '../../ports/network.js';
import type { Ports } from '../../ports.js';
import { act } from '../act.js';
import { stopwatch } from '../stopwatch.js';
import { lookAtOurTimeline } from './look.js';
import { chargeAnswer, remember } from './posted.js';

/**
 * Sends an approved answer: one call, with a record before and after it. The card goes to `posting` with a token that only
 * this worker has, and the outcome is recorded with the same token. The desk never repeats a call that X may have taken.
 */
export async function deliver(ports: Delivering, id: CardId): Promise<void> {
  const { cards, clock, desk, timings } = ports;
  await lookForEarlier(ports, id);
  const token = asToken(randomUUID());
  const notFrozen = stopwatch(clock, desk.network.once ? readingFirstMs(timings) : timings.freezeMs);
  const begun = await cards.change<Decision>(id, (card, { boot, pause, unread }) => {
    if (!card || unread) return { refused: 'gone' };
    const stopped = pause ? { pause } : {};
    const begin: Action = { do: 'begin', token, leaseMs: timings.postingLeaseMs, boot, ...stopped };
    const result = decide(card, begin, theDesk, clock.now());
    return isRefusal(result) ? result : { next: result.card, result };
  });
  if (isRefusal(begun)) return;
  const { reply, state } = begun.card;
  if (state !== 'posting' || reply?.token !== token) return;
  const mayStillSend = () => notFrozen() && clock.now() <= reply.goodUntil;
  const { action, published } = await post(ports, begun.card, reply, token, mayStillSend).catch(
    async (mistake: unknown) => {
      // A mistake of ours shows, but what became of the call is looked for all the same.
      await act(ports, id, { do: 'mark-unknown', token }, theDesk);
      throw mistake;
    },
  );
  await act(ports, id, action, theDesk);
  if (published) {
    await chargeAnswer(ports, begun.card, published);
    // What was said in private is remembered nowhere else.
    if (!isPrivate(begun.card)) await remember(ports, [{ ...published, text: reply.text }]);
  }
}

/**
 * Where the same key posts once, what is answered is read between the record and the call, which may take a while: the call still
 * ends within the lease (ms).
 */
const readingFirstMs = ({ freezeMs, postingLeaseMs, writeDeadlineMs }: Delivering['timings']): number =>
  postingLeaseMs - writeDeadlineMs - freezeMs;

/**
 * Looks for an earlier answer of a card of which nobody knows what became of it: where the network keeps what we wrote under a key
 * of each approval, a later one has another key.
 */
async function lookForEarlier(ports: Delivering, id: CardId): Promise<void> {
  if (!ports.desk.network.once) return;
  const card = await ports.cards.get(id);
  const since = card?.state === 'sending' ? card.reply?.unknownFrom : undefined;
  if (since !== undefined) await lookAtOurTimeline(ports, since);
}

type Delivering = Pick<Ports, 'cards' | 'clock' | 'desk' | 'ledger' | 'network' | 'ourPosts' | 'timings'>;

interface Outcome {
  /** Records what came of the call. */
  readonly action: Action;
  readonly published?: Published;
}

/** Calls the network. */
async function post(
  { clock, network, timings }: Pick<Ports, 'clock' | 'network' | 'timings'>,
  card: Card,
  reply: Reply,
  token: Token,
  mayStillSend: () => boolean,
): Promise<Outcome> {
  try {
    const { id, patron } = card;
    const key = `${id}.${reply.n}.${reply.approvedAt}`;
    const published = isPrivate(card)
      ? await network.sendPrivate(patron.id, reply.text, mayStillSend, key)
      : await network.publish(reply.text, reply.replyTo, mayStillSend, key);
    return { action: { do: 'publish', token, postId: published.id, text: reply.text }, published };
  } catch (fault) {
    return { action: afterFailure(fault, reply, token, { clock, timings }) };
  }
}

/** The action that records a call that failed. Throws a mistake of ours on. */
function afterFailure(
  fault: unknown,
  reply: Reply,
  token: Token,
  { clock, timings }: Pick<Ports, 'clock' | 'timings'>,
): Action {
  const putBack = (until: number, because: 'limit' | 'unreachable' | 'frozen'): Action => ({
    do: 'put-back',
    token,
    until,
    because,
  });
  if (fault instanceof NotSent) return putBack(clock.now(), 'frozen');
  if (fault instanceof Unreachable) {
    return putBack(clock.now() + timings.unreachableBackoffMs * 2 ** reply.tries, 'unreachable');
  }
  if (fault instanceof Busy) {
    return fault.retryAt <= reply.goodUntil
      ? putBack(fault.retryAt, 'limit')
      : { do: 'reject', token, reason: 'limit', detail: fault.message };
  }
  if (fault instanceof Rejected) return { do: 'reject', token, reason: fault.reason, detail: fault.detail };
  if (fault instanceof OutcomeUnknown) return { do: 'mark-unknown', token };
  throw fault;
}
