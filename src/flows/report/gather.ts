import { helloOf } from '../../core/board/hello-counts.js';
import type { PeriodKind, Report, ReportPeriod } from '../../core/board/report.js';
import type { OpeningUse } from '../../core/card/answered.js';
import type { Card, Hello } from '../../core/card/card.js';
import { actsOf, openingsOf, type ReportedAct } from '../../core/report/acts.js';
import { reportOf } from '../../core/report/figures.js';
import { openClock } from '../../core/report/open-clock.js';
import { billedMonths, lastPeriod } from '../../core/report/period.js';
import type { Ports } from '../../ports.js';
import { outcomesOf } from '../outcomes/read-outcomes.js';

type Gathering = Pick<Ports, 'cards' | 'clock' | 'desk' | 'ledger' | 'outcomes' | 'watermarks'>;

/** So many cards are read at once: a few milliseconds of work, between which others have their turn. */
const batch = 100;

/** The report of the last whole week, month or quarter. Cards are read in batches, and only what counts is kept of each. */
export async function gatherReport(ports: Gathering, kind: PeriodKind): Promise<Report> {
  const { cards, clock, desk, watermarks } = ports;
  const now = clock.now();
  const period = lastPeriod(desk.rota, kind, now);
  const counting = { desk, period, clock: openClock(desk.rota, period.fromMs, now), now };
  const acts: ReportedAct[] = [];
  const openings: OpeningUse[] = [];
  const hellos: Hello[] = [];
  const ids = await cards.withActsSince(period.fromMs);
  for (let at = 0; at < ids.length; at += batch) {
    for (const card of await Promise.all(ids.slice(at, at + batch).map((id) => cards.get(id)))) {
      if (!card) continue;
      acts.push(...actsOf(card, counting));
      openings.push(...openingsOf(card, period));
      const hello = saidHello(card, period);
      if (hello) hellos.push(hello);
    }
  }
  const bill = await billOf(ports, period);
  // Follows are public: the private side of a desk has none.
  const outcomes = desk.inPrivate ? undefined : await outcomesOf(ports, period);
  const begunAt = await watermarks.begunAt(now);
  const more = { ...(bill ? { bill } : {}), ...(outcomes ? { outcomes } : {}) };
  return reportOf(period, { acts, openings, hellos, begunAt, ...more }, now);
}

/** The hello of a card that went out in a period. */
function saidHello(card: Card, { fromMs, toMs }: ReportPeriod): Hello | undefined {
  const saidAt = card.answers[0]?.at;
  return saidAt !== undefined && saidAt >= fromMs && saidAt < toMs ? helloOf(card) : undefined;
}

/** What the network has billed. The private side of a desk shares its bill, which that desk's own report has. */
async function billOf(
  { desk, ledger }: Pick<Ports, 'desk' | 'ledger'>,
  period: ReportPeriod,
): Promise<Report['bill']> {
  if (!desk.network.prices || desk.account.practice || desk.inPrivate) return undefined;
  return Promise.all(
    billedMonths(period).map(async (at) => ({
      month: new Date(at).toISOString().slice(0, 7),
      microUsd: (await ledger.month(at)).microUsd,
    })),
  );
}
