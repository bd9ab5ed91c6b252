import twitter from 'twitter-text';
import type { Prices } from '../network/networks.js';

/** Something that X bills. Money is in millionths of a dollar. */
export interface Charge {
  /** The call by its route: "GET /2/users/:id/mentions"; what is read for outcomes ends so (`forOutcomes`). */
  readonly call: string;
  readonly priceMicroUsd: number;
  /** What the price is for, such as `post:1234`; it is charged once a UTC day. Undefined: charged each time. */
  readonly resources?: readonly string[];
  readonly count: number;
  /** Unix milliseconds. */
  readonly at: number;
}

/** What X billed in a month, in millionths of a dollar. */
export interface MonthlyBill {
  readonly microUsd: number;
  readonly byCall: Readonly<Record<string, { readonly charged: number; readonly microUsd: number }>>;
}

/** The sum of several bills. */
export function addBills(bills: readonly MonthlyBill[]): MonthlyBill {
  const byCall: Record<string, { charged: number; microUsd: number }> = {};
  for (const bill of bills) {
    for (const [call, { charged, microUsd }] of Object.entries(bill.byCall)) {
      const sum = byCall[call] ?? { charged: 0, microUsd: 0 };
      byCall[call] = { charged: sum.charged + charged, microUsd: sum.microUsd + microUsd };
    }
  }
  return { microUsd: bills.reduce((sum, { microUsd }) => sum + microUsd, 0), byCall };
}

/** What X bills for, as staff see it. */
export type SpendKind =
  | 'mentions'
  | 'followers'
  | 'timelines'
  | 'rereads'
  | 'people'
  | 'outcomes'
  | 'answers'
  | 'removals'
  | 'private-read'
  | 'private-answers'
  | 'other';

/** What one kind of call cost in a month. */
export interface Spent {
  readonly kind: SpendKind;
  readonly microUsd: number;
  /** Posts, people or answers that X charged for. */
  readonly count: number;
}

/** The name of a call that is made to see what came of follows: such calls have a row of their own. */
export const forOutcomes = <Call extends string>(call: Call) => `${call} for outcomes` as const;

const kindOfCall: Readonly<Record<string, SpendKind>> = {
  'GET /2/users/:id/mentions': 'mentions',
  'GET /2/users/:id/followers': 'followers',
  'GET /2/users/:id/tweets': 'timelines',
  'GET /2/tweets': 'rereads',
  'GET /2/users/by/username/:username': 'people',
  'GET /2/users/me': 'people',
  'GET /2/users': 'people',
  'GET /2/users/:id/followers for outcomes': 'outcomes',
  'GET /2/users for outcomes': 'outcomes',
  'POST /2/tweets': 'answers',
  'DELETE /2/tweets/:id': 'removals',
  'GET /2/dm_events': 'private-read',
  'POST /2/dm_conversations/with/:participant_id/messages': 'private-answers',
};

/** A bill by kind, the most expensive first, without kinds that cost nothing. */
export function spentByKind({ byCall }: Pick<MonthlyBill, 'byCall'>): readonly Spent[] {
  const sums = new Map<SpendKind, Spent>();
  for (const [call, { charged, microUsd }] of Object.entries(byCall)) {
    const kind = kindOfCall[call] ?? 'other';
    const sum = sums.get(kind) ?? { kind, microUsd: 0, count: 0 };
    sums.set(kind, { kind, microUsd: sum.microUsd + microUsd, count: sum.count + charged });
  }
  return [...sums.values()].filter(({ microUsd }) => microUsd > 0).sort((a, b) => b.microUsd - a.microUsd);
}

/** How much X may bill for a desk in a month. */
export interface Budget {
  readonly monthlyUsd: number;
}

/** How near the month's bill is to its budget: from 80% on `slow`, from 95% on `slower`, at 100% `stopped`. */
export type BudgetLevel = 'none' | 'slow' | 'slower' | 'stopped';

const microUsdPerUsd = 1_000_000;

/** The level of a month's bill; `none` also without a budget. */
export function budgetLevelOf(billMicroUsd: number, budget: Budget | undefined): BudgetLevel {
  if (!budget) return 'none';
  const used = billMicroUsd / (budget.monthlyUsd * microUsdPerUsd);
  if (used >= 1) return 'stopped';
  if (used >= 0.95) return 'slower';
  return used >= 0.8 ? 'slow' : 'none';
}

/** What is left of the budget, in millionths of a dollar, once it is less than a tenth; else undefined. */
export function scarceMicroUsd(billMicroUsd: number, { monthlyUsd }: Budget): number | undefined {
  const left = Math.max(0, monthlyUsd * microUsdPerUsd - billMicroUsd);
  return left < monthlyUsd * microUsdPerUsd * 0.1 ? left : undefined;
}

/** By how much the intervals between reads of X are longer. Reading slows down first, so that there is money for answers. */
export const pollSlowdown: Readonly<Record<BudgetLevel, number>> = {
  none: 1,
  slow: 2,
  slower: 5,
  stopped: 5,
};

/**
 * The price of publishing a text, in millionths of a dollar; `summoned`: it answers somebody who mentioned us. A bare
 * domain is a link.
 */
export function postPrice(prices: Prices | undefined, text: string, summoned: boolean): number {
  if (!prices) return 0;
  if (twitter.extractUrls(text).length > 0) return prices.createWithLink;
  return summoned ? prices.createSummoned : prices.create;
}

/** Millionths of a dollar as whole cents: "$0.20". */
export const usd = (microUsd: number): string => `$${(microUsd / 1_000_000).toFixed(2)}`;

/** Millionths of a dollar as a price, which may have a part of a cent: "$0.20", "$0.015". */
export const priceText = (microUsd: number): string =>
  microUsd % 10_000 === 0 ? usd(microUsd) : `$${(microUsd / 1_000_000).toFixed(3)}`;
