import { memberOf } from '../core/desk/desk-now.js';
import { areTogether } from '../core/desk/together.js';
import type { Desks, Ports } from '../ports.js';

/** The desks for which a person answers, of those that are together with one: both sides of each, where they see both. */
export async function theirDesks(
  desks: Desks,
  desk: Ports['desk'],
  person: string,
): Promise<readonly Ports[]> {
  return (await desks.all()).filter((one) => areTogether(one.desk, desk) && memberOf(one.desk, person));
}
