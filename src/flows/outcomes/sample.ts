import { createHmac, randomUUID } from 'node:crypto';
import { dayMs } from '../../core/durations.js';
import type { AccountId } from '../../core/ids.js';
import { newMonth, type OutcomeMonth, withFollow } from '../../core/outcomes/outcome-month.js';
import type { Patron } from '../../core/post/post.js';
import { localDate, monthStartMs } from '../../core/rota/local-time.js';
import type { Rota } from '../../core/rota/rota.js';
import type { Ports } from '../../ports.js';

/**
 * Draws which of these new followers are looked at again, where desk.yaml says so (`outcomes`). Whether they are greeted plays
 * no part in it. `unseen` are those who get no message, `now` (Unix ms) is when all of them were read. May be done again.
 */
export async function sampleFollows(
  { desk, outcomes }: Pick<Ports, 'desk' | 'outcomes'>,
  fresh: readonly Patron[],
  unseen: readonly Patron[],
  now: number,
): Promise<void> {
  if (!desk.outcomes || fresh.length === 0) return;
  const empty = monthOf(desk.rota, now);
  // Who is read again after the month's end was drawn, or not, in the month before.
  const earlier = (await outcomes.all())
    .filter(({ id }) => id !== empty.id)
    .flatMap(({ followed }) => followed);
  const offered = fresh.filter(({ id }) => !earlier.some(({ person }) => person === id));
  await outcomes.change(empty.id, (known = empty) => {
    const next = offered.reduce<OutcomeMonth>((month, patron) => {
      const follow = {
        person: patron.id,
        at: now,
        draw: drawOf(month.secret ?? '', patron.id),
        ...(patron.automated && { automated: true as const }),
        ...(unseen.includes(patron) && { unseen: true as const }),
      };
      return withFollow(month, follow);
    }, known);
    return { next, result: undefined };
  });
}

/** The month of a time (Unix ms) before anybody followed in it. */
function monthOf(zone: Pick<Rota, 'timeZone'>, at: number): OutcomeMonth {
  const fromMs = monthStartMs(zone, at);
  const toMs = monthStartMs(zone, fromMs + 32 * dayMs);
  return newMonth({ id: localDate(zone, fromMs).slice(0, 7), fromMs, toMs, secret: randomUUID() });
}

/** A random number for a person, the same for all of a month. */
const drawOf = (secret: string, person: AccountId): number =>
  createHmac('sha256', secret).update(person).digest().readUIntBE(0, 6);
