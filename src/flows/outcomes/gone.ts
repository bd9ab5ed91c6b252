import type { AccountId } from '../../core/ids.js';
import { withLook } from '../../core/outcomes/looks.js';
import type { Ports } from '../../ports.js';
import { lookOf } from './look.js';

/**
 * The network does not show us these people any more: those whose account is gone are not looked at again, and the counts say
 * so. Whoever only blocks us waits for the next look. Idempotent.
 */
export async function endWhereGone(
  ports: Pick<Ports, 'cards' | 'clock' | 'journal' | 'network' | 'outcomes'>,
  people: readonly AccountId[],
): Promise<void> {
  const { clock, journal, network, outcomes } = ports;
  if (people.length === 0) return;
  for (const { followed, id } of await outcomes.all()) {
    const theirs = followed.filter(({ person }) => people.includes(person));
    if (theirs.length === 0) continue;
    const gone = await network.peopleAgain(theirs.map(({ person }) => person));
    const looks = await Promise.all(
      theirs.filter(({ person }) => gone.includes(person)).map((one) => lookOf(ports, one, 'gone')),
    );
    await outcomes.change(id, (month) => ({
      next: month && looks.reduce(withLook, month),
      result: undefined,
    }));
    if (looks.length > 0) await journal.purged(clock.now());
  }
}
