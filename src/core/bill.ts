/** Something that X bills. Money is in millionths of a dollar. */
export interface Charge {
  /** The call by its route: "GET /2/users/:id/mentions". */
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

/** Several bills as one. */
export function together(bills: readonly MonthlyBill[]): MonthlyBill {
  const byCall: Record<string, { charged: number; microUsd: number }> = {};
  for (const bill of bills) {
    for (const [call, { charged, microUsd }] of Object.entries(bill.byCall)) {
      const sum = byCall[call] ?? { charged: 0, microUsd: 0 };
      byCall[call] = { charged: sum.charged + charged, microUsd: sum.microUsd + microUsd };
    }
  }
  return { microUsd: bills.reduce((sum, { microUsd }) => sum + microUsd, 0), byCall };
}
