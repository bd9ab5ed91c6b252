/** What a desk may cost a month. */
export interface Budget {
  readonly monthlyUsd: number;
}

/** How near the month's bill is to its budget. */
export type Thrift = 'none' | 'slow' | 'slower' | 'stopped';

const microUsd = 1_000_000;

export function thriftOf(billMicroUsd: number, budget: Budget | undefined): Thrift {
  if (!budget) return 'none';
  const used = billMicroUsd / (budget.monthlyUsd * microUsd);
  if (used >= 1) return 'stopped';
  if (used >= 0.95) return 'slower';
  return used >= 0.8 ? 'slow' : 'none';
}

/** What is left of the budget, in millionths of a dollar, once it is less than a tenth; else undefined. */
export function scarceMicroUsd(billMicroUsd: number, { monthlyUsd }: Budget): number | undefined {
  const left = Math.max(0, monthlyUsd * microUsd - billMicroUsd);
  return left < monthlyUsd * microUsd * 0.1 ? left : undefined;
}

/** Reading gets slower before answering ends: by how much each interval of reading is longer. */
export const slowedBy: Readonly<Record<Thrift, number>> = { none: 1, slow: 2, slower: 5, stopped: 5 };
