import { createHash } from 'node:crypto';
import type { Panel } from '../../core/board/panel.js';
import type { PeriodKind, Report } from '../../core/board/report.js';
import type { Actor } from '../../core/card/actions.js';
import { isRefusal, type Refusal } from '../../core/card/refusal.js';
import { notStaffRefusal } from '../../core/card/rules.js';
import { type PanelId, panelId, type SlackUserId } from '../../core/ids.js';
import type { Ports } from '../../ports.js';
import { gatherReport } from './gather.js';

type Reporting = Parameters<typeof gatherReport>[0] & Pick<Ports, 'panels'>;

/**
 * Sends a lead the report of the last whole week, month or quarter; gives its figures. `press` is Slack's name for what they
 * did: what is delivered twice makes one message.
 */
export async function askForReport(
  ports: Reporting,
  actor: Actor,
  kind: PeriodKind,
  press: string,
): Promise<Report | Refusal> {
  const lead = leadIn(actor);
  if (isRefusal(lead)) return lead;
  const mark = createHash('sha256').update(`${lead.id} ${press}`).digest('hex').slice(0, 16);
  return sendReport(ports, panelId(`report-${kind}-${mark}`), lead.id, kind);
}

/** The lead who asks. */
export function leadIn(actor: Actor): { readonly id: SlackUserId } | Refusal {
  if (actor.kind !== 'staff') return notStaffRefusal(actor);
  return actor.lead ? actor : { refused: 'lead-only' };
}

/** Makes the message of a report to one person, once; gives its figures. Its charts are drawn when it is shown. */
export async function sendReport(
  ports: Reporting,
  id: PanelId,
  to: SlackUserId,
  kind: PeriodKind,
  isWeekly = false,
): Promise<Report | Refusal> {
  const { clock, panels } = ports;
  const known = (await panels.get(id))?.report;
  if (known) return known.figures;
  const figures = await gatherReport(ports, kind);
  const panel: Panel = {
    id,
    format: 1,
    kind: 'report',
    to,
    version: 1,
    startedAt: clock.now(),
    closed: true,
    report: { figures, ...(isWeekly ? { weekly: true } : {}) },
  };
  return panels.change<Report>(id, (stored = panel) => ({
    next: stored,
    result: stored.report?.figures ?? figures,
  }));
}
