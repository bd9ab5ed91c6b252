import { outcomeEntries } from '../../src/core/outcomes/looks.js';
import type { OutcomeMonth } from '../../src/core/outcomes/outcome-month.js';
import type { Outcomes } from '../../src/ports/outcomes.js';
import { fakeDocuments } from './documents.js';
import type { FakeDue } from './due.js';
import type { FakeWorld } from './world.js';

/** What came of follows, in memory. */
export function fakeOutcomes(due: FakeDue, world: FakeWorld): Outcomes {
  const documents = fakeDocuments<OutcomeMonth>(
    world,
    (month) => `What came of the follows of ${month}`,
    (id, month) => {
      due.remove({ job: 'outcomes', id });
      for (const entry of month ? outcomeEntries(month) : []) void due.put(entry);
    },
  );
  return {
    get: documents.get,
    change: documents.change,
    all: async () => documents.all().toSorted((a, b) => a.fromMs - b.fromMs),
  };
}
