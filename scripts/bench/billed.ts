/** What X's meter says: how many things it billed by each call, and for how many dollars. */
export interface Billed {
  readonly usd: number;
  readonly byCall: Readonly<Record<string, number>>;
}

/** How many posts and people X billed for reading. */
export const readsOf = ({ byCall }: Pick<Billed, 'byCall'>): number =>
  Object.entries(byCall).reduce((sum, [call, count]) => sum + (call.startsWith('GET ') ? count : 0), 0);

/** What X billed between two looks at its meter. */
export function difference(after: Billed, before: Billed): Billed {
  const byCall = Object.entries(after.byCall)
    .map(([call, count]) => [call, count - (before.byCall[call] ?? 0)] as const)
    .filter(([, count]) => count > 0);
  return { usd: after.usd - before.usd, byCall: Object.fromEntries(byCall) };
}

/** How many days the month has that is spoken of. */
export const monthDays = 30;
/** So many days are the same as those before: one day of three has one follower less. */
const likeDays = 3;

/**
 * Dollars of a month by its first days, each day with the same acts. The bill of a day grows until what was first in it is
 * closed and gone; each day that was not measured then counts like the mean of the last three.
 */
export function monthUsd(days: readonly Pick<Billed, 'usd'>[]): number {
  const sum = (some: typeof days) => some.reduce((all, { usd }) => all + usd, 0);
  const left = monthDays - days.length;
  return sum(days) + (left > 0 ? (left * sum(days.slice(-likeDays))) / likeDays : 0);
}
