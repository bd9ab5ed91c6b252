import { randomUUID } from 'node:crypto';
import { type Action, theDesk, type Who } from '../core/actions.js';
import type { Card, Reply } from '../core/card.js';
import { checkAnswer, type Stop, withSignature } from '../core/checks.js';
import type { Decision } from '../core/decide.js';
import { token as asToken, type CardId, type PostId, type Token } from '../core/ids.js';
import { waitsWith } from '../core/next.js';
import { isRefusal, type Refusal } from '../core/refusal.js';
import { openUntil } from '../core/rota.js';
import { firstName, opening, startersFor } from '../core/starters.js';
import { memberOf } from '../core/who.js';
import { Busy, NotSent, Rejected, Unreachable } from '../errors.js';
import type { Clock, Ports } from '../ports.js';
import { act } from './act.js';
import { keepWords } from './edit.js';

/** Approves exactly these words, signed; or gives the first reason to stop, or why the person may not. */
export async function approve(
  ports: Pick<Ports, 'cards' | 'clock' | 'desk' | 'timings'>,
  id: CardId,
  who: Who,
  text: string,
  /** The post that the writer saw as the one to answer. */
  shown?: PostId,
): Promise<Decision | Refusal | Stop> {
  const { cards, clock, desk, timings } = ports;
  const card = await cards.get(id);
  if (!card) return { refused: 'gone' };
  const member = who.kind === 'staff' ? memberOf(desk, who.id) : undefined;
  const signature = member?.signature ? `^${member.signature}` : '';
  const stop = stopOf(card, text, signature, desk.words);
  if (stop) return stop;
  const closesAt = openUntil(desk.rota, clock.now());
  const result = await act(
    ports,
    id,
    (boot): Action => ({
      do: 'approve',
      text: withSignature(text, signature),
      undoMs: desk.send.undoMs,
      goodForMs: desk.send.goodForMs,
      goodAtLeastMs: timings.goodAtLeastMs,
      ...(closesAt === undefined ? {} : { closesAt }),
      boot,
      ...(shown ? { shown } : {}),
    }),
    who,
  );
  if (isRefusal(result)) await keepWords(ports, id, who, text);
  return result;
}

function stopOf(
  card: Card,
  text: string,
  signature: string,
  words: Ports['desk']['words'],
): Stop | undefined {
  const first = firstName(card.patron.name, card.patron.handle);
  const act = waitsWith(card);
  const openings = startersFor(act.kind, act.kind === 'mention' ? act.topic : undefined, words).map(
    ({ id }) => opening(id, first, words),
  );
  for (const begun of openings.length > 0 ? openings : ['']) {
    const stop = checkAnswer(text, { opening: begun, signature });
    if (stop) return stop;
  }
  return undefined;
}

/**
 * Sends an approved answer: one call, with a record before and after it. The card goes to `posting` under a fence that
 * one worker can have; what becomes of the call is recorded under the same fence, and never tried again by itself.
 */
export async function deliver(
  ports: Pick<Ports, 'cards' | 'clock' | 'network' | 'timings'>,
  id: CardId,
): Promise<void> {
  const { clock, timings } = ports;
  const token = asToken(randomUUID());
  const notFrozen = stopwatch(clock, timings.freezeMs);
  const begun = await act(
    ports,
    id,
    (boot) => ({ do: 'begin', token, leaseMs: timings.postingLeaseMs, boot }),
    theDesk,
  );
  if (isRefusal(begun)) return;
  const { reply, state } = begun.card;
  if (state !== 'posting' || reply?.token !== token) return;
  await act(ports, id, await post(ports, reply, token, notFrozen), theDesk);
}

/** The call, and what it makes of the card. */
async function post(
  { clock, network, timings }: Pick<Ports, 'clock' | 'network' | 'timings'>,
  reply: Reply,
  token: Token,
  mayStillSend: () => boolean,
): Promise<Action> {
  const putBack = (until: number, because: 'limit' | 'unreachable' | 'frozen'): Action => ({
    do: 'put-back',
    token,
    until,
    because,
  });
  try {
    const { id, text } = await network.reply(reply.text, reply.replyTo, mayStillSend);
    return { do: 'publish', token, postId: id, text };
  } catch (fault) {
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
    return { do: 'lose-sight', token };
  }
}

/** Says whether less than `mostMs` passed since now, by both clocks: a process that stood still must not go on. */
function stopwatch(clock: Clock, mostMs: number): () => boolean {
  const wall = clock.now();
  const monotonic = clock.monotonic();
  return () => Math.max(clock.now() - wall, clock.monotonic() - monotonic) <= mostMs;
}
