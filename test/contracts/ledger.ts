import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Charge } from '../../src/core/money/bill.js';
import type { Ledger } from '../../src/ports/network.js';

/** The last second of November by UTC, and the first of December. */
const november = Date.UTC(2026, 10, 30, 23, 59, 59);
const december = Date.UTC(2026, 11, 1);
const mentions = 'GET /2/users/:id/mentions';

const charge = (given: Partial<Charge> = {}): Charge => ({
  call: mentions,
  priceMicroUsd: 1_000,
  count: 1,
  at: november,
  ...given,
});

/** `branch` is the ledger of a second desk: `ledger` adds it in where it adds up both. */
interface Ledgers {
  readonly ledger: Ledger;
  readonly branch: Ledger;
  close(): Promise<void>;
}

/** What every ledger promises. */
export function ledgerContract(open: () => Promise<Ledgers>): void {
  let ledger: Ledger;
  let branch: Ledger;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ ledger, branch, close } = await open());
  });
  afterEach(() => close());

  it('a month without a call costs nothing', async () => {
    expect(await ledger.month(november)).toEqual({ microUsd: 0, byCall: {} });
  });

  it('adds up all desks that share a budget, and leaves each its own bill', async () => {
    await ledger.charge(charge({ count: 3 }));
    await branch.charge(charge({ call: 'POST /2/tweets', priceMicroUsd: 15_000 }));
    await branch.charge(charge({ at: december }));
    expect(await ledger.monthTogether(november)).toEqual({
      microUsd: 18_000,
      byCall: {
        [mentions]: { charged: 3, microUsd: 3_000 },
        'POST /2/tweets': { charged: 1, microUsd: 15_000 },
      },
    });
    expect(await ledger.month(november)).toMatchObject({ microUsd: 3_000 });
    expect(await branch.month(november)).toMatchObject({ microUsd: 15_000 });
  });

  it('adds up by call, in millionths of a dollar', async () => {
    await ledger.charge(charge({ count: 3 }));
    await ledger.charge(charge({ count: 2 }));
    await ledger.charge(charge({ call: 'POST /2/tweets', priceMicroUsd: 15_000 }));
    expect(await ledger.month(november)).toEqual({
      microUsd: 20_000,
      byCall: {
        [mentions]: { charged: 5, microUsd: 5_000 },
        'POST /2/tweets': { charged: 1, microUsd: 15_000 },
      },
    });
  });

  it('what was read twice on a UTC day is charged once, and again on the next', async () => {
    const resources = ['post:1', 'post:2'];
    await ledger.charge(charge({ resources }));
    await ledger.charge(charge({ resources: [...resources, 'post:3'] }));
    expect((await ledger.month(november)).byCall[mentions]?.charged).toBe(3);
    await ledger.charge(charge({ resources, at: december }));
    expect((await ledger.month(december)).byCall[mentions]?.charged).toBe(2);
    expect((await ledger.month(november)).byCall[mentions]?.charged).toBe(3);
  });

  it('charges at the same time all count', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => ledger.charge(charge({ resources: [`post:${n}`] }))),
    );
    expect((await ledger.month(november)).microUsd).toBe(20_000);
  });

  it('a read that brought nothing costs nothing', async () => {
    await ledger.charge(charge({ resources: [], count: 0 }));
    expect((await ledger.month(november)).microUsd).toBe(0);
  });
}
