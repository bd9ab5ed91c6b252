import type { Prices } from '../network/networks.js';
import { sampleSize } from './outcome-month.js';

/**
 * How many follows of a month are looked at after 7 days. At that time those of the month's rest are still to come, and some
 * of them will put looked-at ones out: of n follows that come evenly, those that are among the 40 smallest draws 7 days later
 * are 40 × (ln (30 / 7) + 7 / 30).
 */
const looksAfter7 = Math.ceil(sampleSize * (Math.log(30 / 7) + 7 / 30));
/** Of those who are looked at after 7 days, so many (of ten) have left or are gone, and stand on no page. */
const missingOfTen = 1;

/**
 * What looking costs in a month, in millionths of a dollar. `about`: after 7 days most stand on pages that are read anyway; after
 * 30 days each is asked for by id, where a page so deep costs more. `most`: each one by id, as an account does that does not own
 * the app, for which pages cost as much.
 */
export function outcomePrice(
  { user }: Pick<Prices, 'user'>,
  ownsApp: boolean,
): {
  readonly about: number;
  readonly most: number;
} {
  const most = (sampleSize + looksAfter7) * user;
  return { about: ownsApp ? Math.ceil(sampleSize + (looksAfter7 * missingOfTen) / 10) * user : most, most };
}
