import { expect, it } from 'vitest';
import { difference, readsOf } from '../../scripts/bench/billed.js';
import { saying, wasBusy } from '../../scripts/bench/machine.js';
import { fromRounds } from '../../scripts/bench/ratio.js';
import type { Row } from '../../scripts/bench/row.js';
import { figure, tableOf } from '../../scripts/bench/table.js';

const rounds = [
  { measured: 2, baseline: 2 },
  { measured: 3, baseline: 2 },
  { measured: 250, baseline: 100 },
];
const rows: readonly Row[] = [
  { group: 'press', row: 'a press', unit: 'ms', ...fromRounds(rounds, 'a bare app'), goal: { atMost: 1.3 } },
  { group: 'press', row: 'again', unit: 'ms', measured: 5, baseline: { what: 'a bare app', value: 4 } },
  { group: 'cost', row: 'an idle day', measured: 11, unit: 'reads', goal: { atMost: 30 } },
  { group: 'cost', row: 'a month', measured: 9.5, unit: 'usd', goal: { atMost: 9 }, note: 'X’s prices' },
  { group: 'cost', row: 'to be seen', measured: 1.19, unit: 'reads each' },
];

it('the table has a line for each row, and each baseline and note stands below it once', () => {
  expect(tableOf(rows).split('\n')).toEqual([
    'row          measured    baseline   ratio     rounds     goal  holds',
    'a press        3.0 ms  2.0 ms (a)  1.50 ×  1.00–2.50  ≤ 1.3 ×     NO',
    'again          5.0 ms  4.0 ms (a)  1.25 ×',
    'an idle day        11                                    ≤ 30    yes',
    'a month (b)     $9.50                                 ≤ $9.00     NO',
    'to be seen       1.19',
    '',
    '(a) a bare app',
    '(b) X’s prices',
  ]);
});

it.each([
  ['ms', 1.24, '1.2 ms'],
  ['ms', 390.4, '390 ms'],
  ['per s', 33.3, '33.3 / s'],
  ['bytes', 900, '900 B'],
  ['bytes', 3_145_728, '3.0 MiB'],
  ['share', 0.0151, '1.51 %'],
] as const)('a figure in %s is written as people read it', (unit, value, written) => {
  expect(figure(value, unit)).toBe(written);
});

it('a run on a machine that others use ends with a warning', () => {
  const machine = {
    cores: 2,
    cpu: 'Some CPU',
    memoryBytes: 8 * 1024 ** 3,
    node: 'v20.19.0',
    redis: 'redis 8',
  };
  expect(saying(machine, 80, 0.2, 2.4)).toBe(
    '2 cores (Some CPU), 8 GiB, Node 20.19.0, redis 8; load 0.2 before, 2.4 after; 80 s',
  );
  expect(saying(machine, 80, 3, 3)).toContain('\nWARNING: the machine was busy before this began.');
  expect([wasBusy(2, 0.5), wasBusy(2, 0.6)]).toEqual([false, true]);
});

it('reads are what X billed for reading, and what was billed before does not count', () => {
  const before = { usd: 1, byCall: { 'GET /2/users/me': 1, 'POST /2/tweets': 2 } };
  const after = { usd: 1.5, byCall: { 'GET /2/users/me': 1, 'POST /2/tweets': 5, 'GET /2/tweets': 4 } };
  const billed = difference(after, before);
  expect(billed).toEqual({ usd: 0.5, byCall: { 'POST /2/tweets': 3, 'GET /2/tweets': 4 } });
  expect(readsOf(billed)).toBe(4);
});
