import { describe, expect, it } from 'vitest';
import {
  addBills,
  budgetLevelOf,
  pollSlowdown,
  postPrice,
  scarceMicroUsd,
} from '../../../src/core/money/bill.js';
import { networks } from '../../../src/core/network/networks.js';

const usd = 1_000_000;

it.each([
  ['far from it', 39.99, 'none', 1],
  ['at 80 %', 40, 'slow', 2],
  ['just before 95 %', 47.49, 'slow', 2],
  ['at 95 %', 47.5, 'slower', 5],
  ['at 100 %', 50, 'stopped', 5],
  ['beyond it', 61, 'stopped', 5],
] as const)('a month that costs %s of 50 dollars is read at its pace', (_, spent, near, slower) => {
  const level = budgetLevelOf(spent * usd, { monthlyUsd: 50 });
  expect([level, pollSlowdown[level]]).toEqual([near, slower]);
});

it('without a budget nothing is ever near', () => {
  expect(budgetLevelOf(1_000_000 * usd, undefined)).toBe('none');
});

it.each([
  ['an answer to somebody who named us', 'Yes, 40 at Central.', true, 0.01],
  ['a post that nobody summoned', 'New here? Tell us a book.', false, 0.015],
  ['an answer with a link', 'See https://example.org', true, 0.2],
  ['an answer with a bare domain', 'See example.org for more', true, 0.2],
  ['a full stop without a space that becomes a link', 'We are open today.It is fun', true, 0.2],
])('%s costs what X says', (_, text, summoned, price) => {
  expect(postPrice(networks.x.prices, text, summoned)).toBe(price * usd);
});

it('bills of several desks add up', () => {
  const one = {
    microUsd: 30,
    byCall: { read: { charged: 2, microUsd: 20 }, write: { charged: 1, microUsd: 10 } },
  };
  const other = { microUsd: 5, byCall: { read: { charged: 1, microUsd: 5 } } };
  expect(addBills([one, other])).toEqual({
    microUsd: 35,
    byCall: { read: { charged: 3, microUsd: 25 }, write: { charged: 1, microUsd: 10 } },
  });
});

describe('what is left', () => {
  it('is told once it is less than a tenth', () => {
    const left = (usd: number) => scarceMicroUsd(usd * 1_000_000, { monthlyUsd: 50 });
    expect([0, 40, 45].map(left)).toEqual([undefined, undefined, undefined]);
    expect([46, 50, 60].map(left)).toEqual([4_000_000, 0, 0]);
  });
});
