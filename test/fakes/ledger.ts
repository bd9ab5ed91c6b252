import { addBills, type Charge, type MonthlyBill } from '../../src/core/money/bill.js';
import type { Ledger } from '../../src/ports/network.js';

/** A bill in memory. `others` are those of the desks that share its budget. */
export function fakeLedger(others: readonly Pick<Ledger, 'month'>[] = []): Ledger {
  const charged: Charge[] = [];
  const billed = new Set<string>();
  const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
  const monthOf = (at: number) => dayOf(at).slice(0, 7);

  return {
    async charge(charge) {
      const names = charge.resources?.map((resource) => `${dayOf(charge.at)} ${resource}`);
      const fresh = names?.filter((name) => !billed.has(name));
      for (const name of fresh ?? []) billed.add(name);
      const count = fresh ? new Set(fresh).size : charge.count;
      if (count > 0) charged.push({ ...charge, count });
    },
    async monthTogether(at) {
      return addBills(await Promise.all([this, ...others].map((one) => one.month(at))));
    },

    async month(at): Promise<MonthlyBill> {
      const byCall: Record<string, { charged: number; microUsd: number }> = {};
      let microUsd = 0;
      for (const { call, count, priceMicroUsd, at: when } of charged) {
        if (monthOf(when) !== monthOf(at)) continue;
        const before = byCall[call] ?? { charged: 0, microUsd: 0 };
        const cost = count * priceMicroUsd;
        byCall[call] = { charged: before.charged + count, microUsd: before.microUsd + cost };
        microUsd += cost;
      }
      return { microUsd, byCall };
    },
  };
}
