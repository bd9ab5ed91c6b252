import type { Desk } from '../core/desk/desk.js';
import { usd } from '../core/money/bill.js';
import { sampleSize } from '../core/outcomes/outcome-month.js';
import { outcomePrice } from '../core/outcomes/outcome-price.js';

/** What it costs to look again at some who follow, where desk.yaml says so; undefined where it costs nothing. */
export function outcomesLine({
  account,
  id,
  network,
  outcomes,
}: Pick<Desk, 'id' | 'network' | 'outcomes'> & { readonly account: { readonly ownsApp: boolean } }):
  | string
  | undefined {
  if (!outcomes || !network.prices) return undefined;
  const { about, most } = outcomePrice(network.prices, account.ownsApp);
  return `${id}: ${sampleSize} follows a month are looked at again after 7 and after 30 days (outcomes): ${network.name} bills about ${usd(about)} a month for it, at most ${usd(most)}.`;
}
