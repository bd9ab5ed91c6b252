import type { Row } from './row.js';
import { startTown } from './town.js';

/** The days of three months: in the third all looks of a month are made. Of ten who follow one leaves within a day. */
const months = [31, 28, 31];
const leaveOfTen = 1;

/**
 * What looking again at follows costs in a month in which each look is made (`outcomes: true`), by the desk's own ledger, which is
 * X's bill.
 */
export async function outcomeRow(
  redisUrl: string,
  { followers, followsADay }: { readonly followers: number; readonly followsADay: number },
): Promise<Row> {
  const town = await startTown({
    redisUrl,
    followers,
    outcomes: true,
    timings: { recheckMs: 12 * 3_600_000 },
  });
  try {
    let followed = 0;
    for (const days of months)
      for (let day = 0; day < days; day++) {
        await town.day({ mentions: 0, follows: followsADay, replies: 0 });
        followed += followsADay;
        const leaving = Math.floor((followed * leaveOfTen) / 10);
        followed -= leaving * 10;
        await town.leave(leaving);
      }
    if ((await town.offUsd()) > 0) throw new Error("X's bill and the desk's own differ.");
    return {
      group: 'cost',
      row: `outcomes: true, a month of ${followsADay * 30} follows, ${followers} followers before`,
      measured: await town.outcomesUsd(),
      unit: 'usd',
      goal: { atMost: 1.08 },
    };
  } finally {
    await town.close();
  }
}
