import type { Refusal } from '../core/card/refusal.js';
import type { OutcomeMonth } from '../core/outcomes/outcome-month.js';
import type { Update } from './documents.js';

/** What came of follows, a document for each month. The promises are those of cards. */
export interface Outcomes {
  /** Undefined for a month of which nothing is kept. */
  get(month: string): Promise<OutcomeMonth | undefined>;
  change<T>(month: string, update: Update<OutcomeMonth, T>): Promise<T | Refusal>;
  /** All months of which something is kept, oldest first. */
  all(): Promise<readonly OutcomeMonth[]>;
}
