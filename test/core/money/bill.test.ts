import { expect, it } from 'vitest';
import { forOutcomes, spentByKind } from '../../../src/core/money/bill.js';

it('a bill is told by what the money went for, the most expensive first', () => {
  const byCall = {
    'GET /2/users/me': { charged: 1, microUsd: 10_000 },
    'GET /2/users/:id/mentions': { charged: 520, microUsd: 520_000 },
    'POST /2/tweets': { charged: 3, microUsd: 220_000 },
    'GET /2/some/new/call': { charged: 2, microUsd: 30_000 },
    'GET /2/tweets': { charged: 0, microUsd: 0 },
  };
  expect(spentByKind({ byCall })).toEqual([
    { kind: 'mentions', microUsd: 520_000, count: 520 },
    { kind: 'answers', microUsd: 220_000, count: 3 },
    { kind: 'other', microUsd: 30_000, count: 2 },
    { kind: 'people', microUsd: 10_000, count: 1 },
  ]);
});

it('what looking again at follows cost is a row of its own', () => {
  const byCall = {
    'GET /2/users': { charged: 1, microUsd: 10_000 },
    [forOutcomes('GET /2/users')]: { charged: 3, microUsd: 30_000 },
    'GET /2/users/:id/followers': { charged: 4, microUsd: 4_000 },
    [forOutcomes('GET /2/users/:id/followers')]: { charged: 5, microUsd: 5_000 },
  };
  expect(spentByKind({ byCall })).toEqual([
    { kind: 'outcomes', microUsd: 35_000, count: 8 },
    { kind: 'people', microUsd: 10_000, count: 1 },
    { kind: 'followers', microUsd: 4_000, count: 4 },
  ]);
});
