import type { AccountId } from '../../core/ids.js';
import { withoutLook } from '../../core/outcomes/looks.js';
import type { OutcomeMonth } from '../../core/outcomes/outcome-month.js';
import type { Ports } from '../../ports.js';

/**
 * Takes a person out of the follows that are looked at, or all people where desk.yaml does not say any more that anybody is
 * (`outcomes`): the counts have them as not known. Idempotent.
 */
export async function endLinks(
  { clock, journal, outcomes }: Pick<Ports, 'clock' | 'journal' | 'outcomes'>,
  person?: AccountId,
): Promise<void> {
  const isMeant = (one: OutcomeMonth['followed'][number]) => person === undefined || one.person === person;
  const withoutThem = (month: OutcomeMonth) => month.followed.filter(isMeant).reduce(withoutLook, month);
  for (const { followed, id } of await outcomes.all()) {
    if (!followed.some(isMeant)) continue;
    await outcomes.change(id, (month) => ({
      next: month && withoutThem(month),
      result: undefined,
    }));
    await journal.purged(clock.now());
  }
}

/** The people whom the counts still know, of all months. */
export async function linkedPeople({ outcomes }: Pick<Ports, 'outcomes'>): Promise<readonly AccountId[]> {
  return (await outcomes.all()).flatMap(({ followed }) => followed.map(({ person }) => person));
}
