import { outcomeEntries } from '../../core/outcomes/looks.js';
import type { OutcomeMonth } from '../../core/outcomes/outcome-month.js';
import type { Outcomes } from '../../ports/outcomes.js';
import { createDocuments } from '../documents.js';
import type { DeskKeys } from '../keys.js';
import type { Store } from '../redis.js';

/** The port to what came of follows, in Redis. */
export function createOutcomes(redis: Store, keys: DeskKeys): Outcomes {
  const documents = createDocuments<OutcomeMonth>(redis, keys, {
    describe: (month) => `What came of the follows of ${month}`,
    format: 1,
    key: keys.outcomes,
    jobs: ['outcomes'],
    due: outcomeEntries,
    indexes: ({ fromMs, id }) => [{ key: keys.outcomeMonths, member: id, score: fromMs }],
  });
  return {
    get: documents.get,
    change: documents.change,
    all: async () => documents.getAll(await redis.zrange(keys.outcomeMonths, '0', '-1')),
  };
}
