import type { DeskId } from '../ids.js';
import { type Budget, type BudgetLevel, budgetLevelOf, scarceMicroUsd } from './bill.js';

/** How much X may bill in a month for these desks together. */
export interface SharedBudget extends Budget {
  readonly desks: readonly DeskId[];
}

/** Which budget is meant: that of the desk, or that of all desks together. */
export type BudgetOf = 'desk' | 'together';

/** What a month has cost of a budget, in millionths of a dollar. */
export interface BudgetUse extends Budget {
  readonly of: BudgetOf;
  readonly microUsd: number;
}

/** How near a month's bill is to one budget. */
export const levelOf = (use: BudgetUse): BudgetLevel => budgetLevelOf(use.microUsd, use);

/** How near it is to the one that is nearest; `none` also without a budget. */
export function nearestLevel(uses: readonly BudgetUse[]): BudgetLevel {
  const levels = uses.map(levelOf);
  return (['stopped', 'slower', 'slow'] as const).find((level) => levels.includes(level)) ?? 'none';
}

/** The budget that is used up; the desk's own where both are. */
export const usedUpBudget = (uses: readonly BudgetUse[]): BudgetOf | undefined =>
  uses.find((use) => levelOf(use) === 'stopped')?.of;

/** A budget of which little is left, and how much, in millionths of a dollar. */
export interface ScarceBudget extends Budget {
  readonly of: BudgetOf;
  readonly leftMicroUsd: number;
}

/** The budget of which the least is left, once less than a tenth is; undefined while there is enough of each. */
export function scarcestBudget(uses: readonly BudgetUse[]): ScarceBudget | undefined {
  const scarce = uses.flatMap(({ microUsd, ...budget }) => {
    const leftMicroUsd = scarceMicroUsd(microUsd, budget);
    return leftMicroUsd === undefined ? [] : [{ ...budget, leftMicroUsd }];
  });
  return scarce.sort((a, b) => a.leftMicroUsd - b.leftMicroUsd)[0];
}
