import type { X } from '../model/state.js';
import { creditsDepleted, spendCapReached } from './problems.js';

/** Something that costs money, in thousandths of a dollar. A read has a `resource`; each write is charged. */
export interface Priced {
  readonly resource?: string;
  readonly mills: number;
}

/** X's price list, in thousandths of a dollar. https://docs.x.com/x-api/getting-started/pricing */
export const prices = {
  post: 5,
  user: 10,
  message: 10,
  /** Reads of what belongs to the owner of the app: its followers, its mentions, its own posts. */
  owned: 1,
  create: 15,
  createSummoned: 10,
  createWithLink: 200,
  delete: 10,
  createMessage: 15,
  interaction: 15,
} as const;

const dayMs = 24 * 3_600_000;
const day = (ms: number) => Math.floor(ms / dayMs);

/** Charges for a call that succeeded. A resource is charged once per app and UTC day, also for several accounts. */
export function bill(x: X, app: string, call: string, priced: readonly Priced[]): void {
  if (priced.length === 0) return;
  const now = x.world.clock.now();
  const paid = new Set(
    x.state.charges
      .filter((charge) => charge.app === app && day(charge.at) === day(now))
      .map(({ resource }) => resource),
  );
  for (const { resource = '', mills } of priced) {
    if (resource !== '' && paid.has(resource)) continue;
    paid.add(resource);
    x.state.charges.push({ at: now, app, call, resource, mills });
    if (x.state.creditsMills !== null) x.state.creditsMills -= mills;
  }
}

/** What stands in `includes`, which is billed only where the act `settings` says so: X does not tell. */
export function pricedIncludes(x: X, { includes }: Record<string, unknown>): Priced[] {
  if (!x.state.includesBilled) return [];
  const { tweets = [], users = [] } = (includes ?? {}) as Record<
    string,
    { readonly id: string }[] | undefined
  >;
  return [
    ...tweets.map(({ id }) => ({ resource: `post:${id}`, mills: prices.post })),
    ...users.map(({ id }) => ({ resource: `user:${id}`, mills: prices.user })),
  ];
}

/** Throws X's refusal when there is no money left for another call. */
export function checkMoney(x: X, write: boolean): void {
  const { creditsMills, spendCapMills } = x.state;
  if (creditsMills !== null && creditsMills <= 0) throw creditsDepleted(write);
  if (spendCapMills !== null && spentThisMonth(x) >= spendCapMills) {
    const now = new Date(x.world.clock.now());
    const next = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1));
    throw spendCapReached(next.toISOString().slice(0, 10));
  }
}

function spentThisMonth(x: X): number {
  const month = (ms: number) => new Date(ms).toISOString().slice(0, 7);
  const now = month(x.world.clock.now());
  return sum(x.state.charges.filter(({ at }) => month(at) === now));
}

function sum(charges: readonly { readonly mills: number }[]): number {
  return charges.reduce((total, { mills }) => total + mills, 0);
}

/** What was billed, in dollars: in all, in this UTC month, and by call. */
export function readMeter(x: X): Record<string, unknown> {
  const byCall: Record<string, { charged: number; usd: number }> = {};
  for (const { call, mills } of x.state.charges) {
    const entry = byCall[call] ?? { charged: 0, usd: 0 };
    byCall[call] = { charged: entry.charged + 1, usd: (entry.usd * 1000 + mills) / 1000 };
  }
  const { creditsMills, spendCapMills } = x.state;
  return {
    usd: sum(x.state.charges) / 1000,
    monthUsd: spentThisMonth(x) / 1000,
    byCall,
    creditsUsd: creditsMills === null ? null : creditsMills / 1000,
    spendCapUsd: spendCapMills === null ? null : spendCapMills / 1000,
  };
}
