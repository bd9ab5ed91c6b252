import { expect, it } from 'vitest';
import {
  type BudgetUse,
  nearestLevel,
  scarcestBudget,
  usedUpBudget,
} from '../../../src/core/money/budget-use.js';

const usd = 1_000_000;
const own = (spent: number): BudgetUse => ({ of: 'desk', monthlyUsd: 50, microUsd: spent * usd });
const all = (spent: number): BudgetUse => ({ of: 'together', monthlyUsd: 80, microUsd: spent * usd });

it.each([
  ['neither is near', 10, 20, 'none', undefined],
  ["the desk's own is near", 40, 40, 'slow', undefined],
  ['that of all desks is nearer', 40, 76, 'slower', undefined],
  ['that of all desks is used up', 40, 80, 'stopped', 'together'],
  ["the desk's own is used up", 50, 76, 'stopped', 'desk'],
  ['both are used up', 50, 80, 'stopped', 'desk'],
] as const)('when %s, the nearer one counts', (_, spent, together, level, of) => {
  const uses = [own(spent), all(together)];
  expect([nearestLevel(uses), usedUpBudget(uses)]).toEqual([level, of]);
});

it('without a budget nothing is ever near', () => {
  expect([nearestLevel([]), usedUpBudget([]), scarcestBudget([])]).toEqual(['none', undefined, undefined]);
});

it('what is left is told of the budget of which the least is left', () => {
  expect(scarcestBudget([own(40), all(70)])).toBeUndefined();
  expect(scarcestBudget([own(40), all(75)])).toEqual({
    of: 'together',
    monthlyUsd: 80,
    leftMicroUsd: 5 * usd,
  });
  expect(scarcestBudget([own(47), all(75)])).toEqual({ of: 'desk', monthlyUsd: 50, leftMicroUsd: 3 * usd });
});
