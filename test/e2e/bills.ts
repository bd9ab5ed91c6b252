import { addBills } from '../../src/core/money/bill.js';
import { deskKeys } from '../../src/store/keys.js';
import { createLedger } from '../../src/store/x-records.js';
import { connect } from '../store/connect.js';

/** What each kind of call cost, in millionths of a dollar. */
export type Bill = Readonly<Record<string, { readonly charged: number; readonly microUsd: number }>>;

interface Books {
  readonly redisUrl: string;
  readonly prefix: string;
  readonly desks: readonly { readonly id: string }[];
  /** Unix milliseconds. */
  readonly from: number;
  readonly until: number;
}

/** What the desks have in their ledgers. The desks need not run. */
export async function billed({ redisUrl, prefix, desks, from, until }: Books): Promise<Bill> {
  const redis = connect(redisUrl);
  try {
    const ledgers = desks.map(({ id }) => createLedger(redis, deskKeys(prefix, id)));
    const months = monthsOf(from, until);
    const bills = ledgers.flatMap((ledger) => months.map((at) => ledger.month(at)));
    return byRoute(addBills(await Promise.all(bills)).byCall);
  } finally {
    redis.disconnect();
  }
}

/** X does not know what a call is for. */
function byRoute(bill: Bill): Bill {
  const rows = Object.entries(bill).map(([call, row]) => ({
    microUsd: row.microUsd,
    byCall: { [call.replace(/ for outcomes$/u, '')]: row },
  }));
  return addBills(rows).byCall;
}

/** A time in each UTC month from `from` to `until`, which may be the first moment of one. */
function monthsOf(from: number, until: number): readonly number[] {
  const months: number[] = [];
  for (let at = from; at <= until; at = firstOfNextMonth(at)) months.push(at);
  return months;
}

function firstOfNextMonth(at: number): number {
  const date = new Date(at);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
}

/** The same from X's meter. */
export function metered(meter: Readonly<Record<string, unknown>>): Bill {
  const byCall = meter.byCall as Record<string, { charged: number; usd: number }>;
  return Object.fromEntries(
    Object.entries(byCall).map(([call, { charged, usd }]) => [
      call,
      { charged, microUsd: Math.round(usd * 1_000_000) },
    ]),
  );
}
