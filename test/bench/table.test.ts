import { expect, it } from 'vitest';
import { difference, readsOf } from '../../scripts/bench/billed.js';
import { holds, type Row, tableOf } from '../../scripts/bench/table.js';

const rows: readonly Row[] = [
  { row: 'an idle day', measured: 11, unit: 'reads', goal: { atMost: 30 } },
  { row: 'a month', measured: 9.5, unit: 'usd', goal: { atMost: 9 } },
  { row: 'to be seen', measured: 1.19, unit: 'reads each' },
];

it('a row holds as long as it is not above its goal; without a goal it promises nothing', () => {
  expect(rows.map(holds)).toEqual([true, false, undefined]);
  expect(holds({ row: 'just so', measured: 30, unit: 'reads', goal: { atMost: 30 } })).toBe(true);
});

it('the table has a line for each row, with its figure, its goal and whether it holds', () => {
  expect(tableOf(rows).split('\n')).toEqual([
    'row          measured     goal  holds',
    'an idle day        11     ≤ 30    yes',
    'a month         $9.50  ≤ $9.00     NO',
    'to be seen       1.19',
  ]);
});

it('reads are what X billed for reading, and what was billed before does not count', () => {
  const before = { usd: 1, byCall: { 'GET /2/users/me': 1, 'POST /2/tweets': 2 } };
  const after = { usd: 1.5, byCall: { 'GET /2/users/me': 1, 'POST /2/tweets': 5, 'GET /2/tweets': 4 } };
  const billed = difference(after, before);
  expect(billed).toEqual({ usd: 0.5, byCall: { 'POST /2/tweets': 3, 'GET /2/tweets': 4 } });
  expect(readsOf(billed)).toBe(4);
});
