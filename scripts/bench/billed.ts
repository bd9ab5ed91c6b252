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

/** Dollars of several bills together. */
export const usdOf = (bills: readonly Billed[]): number => bills.reduce((sum, { usd }) => sum + usd, 0);
