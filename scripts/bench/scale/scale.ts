import type { BenchContext, Row } from '../row.js';
import { followersRows } from './followers.js';
import { desksRows } from './many-desks.js';
import { waitingRows } from './waiting-cards.js';

/** What grows with followers, desks and waiting cards, and what must not. */
export async function scaleRows(context: BenchContext): Promise<readonly Row[]> {
  // Desks that nobody wants anything of only wait, and what they take is their own processor time.
  const desks = desksRows(context);
  desks.catch(() => {});
  const followers = await followersRows(context);
  const waiting = await waitingRows(context);
  return [...followers, ...(await desks), ...waiting];
}
