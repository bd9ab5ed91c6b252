import type { Actor } from '../../core/card/actions.js';
import { isRefusal, type Refusal } from '../../core/card/refusal.js';
import type { Desk } from '../../core/desk/desk.js';
import { memberOf } from '../../core/desk/desk-now.js';
import { leadToAsk } from '../../core/desk/lead.js';
import { panelId, type SlackUserId } from '../../core/ids.js';
import { lastPeriod, nextWeekOpens } from '../../core/report/period.js';
import { localDate } from '../../core/rota/local-time.js';
import type { Ports } from '../../ports.js';
import { leadIn, sendReport } from './ask.js';

/** Has the report come to a lead every week, when the library first opens. Who asks last gets it. */
export async function beginWeekly(
  { clock, desk, settings }: Pick<Ports, 'clock' | 'desk' | 'settings'>,
  actor: Actor,
): Promise<Refusal | undefined> {
  const lead = leadIn(actor);
  if (isRefusal(lead)) return lead;
  const { id: by } = lead;
  const nextAt = nextWeekOpens(desk.rota, clock.now());
  const result = await settings.change((known) => ({
    next: known.weeklyReport?.by === by ? known : { ...known, weeklyReport: { by, nextAt } },
    result: undefined,
  }));
  return result && isRefusal(result) ? result : undefined;
}

/** Ends that; gives whether it came by itself. */
export async function endWeekly(
  { settings }: Pick<Ports, 'settings'>,
  actor: Actor,
): Promise<{ readonly ended: boolean } | Refusal> {
  const lead = leadIn(actor);
  if (isRefusal(lead)) return lead;
  return settings.change<{ readonly ended: boolean }>((known) => {
    const { weeklyReport, ...rest } = known;
    return { next: weeklyReport ? rest : known, result: { ended: weeklyReport !== undefined } };
  });
}

type Reporting = Parameters<typeof sendReport>[0];

/**
 * Sends the report of the last week where it is due, once, and that of the private side to whoever is there; then it is due a
 * week later. May be cut off anywhere and run again.
 */
export async function reportWeekly(
  ports: Reporting & Pick<Ports, 'settings'> & { readonly inPrivate?: Reporting },
): Promise<void> {
  const { clock, desk, settings } = ports;
  const now = clock.now();
  const { weeklyReport: due } = await settings.get();
  if (!due || due.nextAt > now) return;
  const to = leadNow(desk, due.by, now);
  const week = localDate(desk.rota, lastPeriod(desk.rota, 'week', now).fromMs);
  for (const side of [ports, ports.inPrivate]) {
    if (side && to && memberOf(side.desk, to))
      await sendReport(side, panelId(`report-weekly-${week}`), to, 'week', true);
  }
  const nextAt = nextWeekOpens(desk.rota, now);
  await settings.change((known) => ({
    next:
      known.weeklyReport?.nextAt === due.nextAt
        ? { ...known, weeklyReport: { ...known.weeklyReport, nextAt } }
        : known,
    result: undefined,
  }));
}

/** Who wanted it, while they lead; else the lead who is asked now. */
function leadNow(desk: Desk, by: SlackUserId, now: number): SlackUserId | undefined {
  const isLead = desk.rota.staff.some(({ gone, lead, slackId }) => lead && !gone && slackId === by);
  return isLead ? by : leadToAsk(desk, now);
}
