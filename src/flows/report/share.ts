import { bumpVersion, type Panel } from '../../core/board/panel.js';
import type { ReportMessage } from '../../core/board/report.js';
import type { Actor } from '../../core/card/actions.js';
import { isRefusal, type Refusal } from '../../core/card/refusal.js';
import { hourMs } from '../../core/durations.js';
import { type PanelId, panelId } from '../../core/ids.js';
import { periodText } from '../../core/report/phrases.js';
import { reportTable, tableName } from '../../core/report/table.js';
import { say } from '../../core/words/words.js';
import { isRemoteFault } from '../../errors.js';
import type { Ports } from '../../ports.js';
import { leadIn } from './ask.js';
import { mayNotUpload } from './pictures.js';

type Shared = NonNullable<ReportMessage['shared']>;

/**
 * Posts a report in the channel as a message of its own, once: gives who shared it and when, and whether this press did.
 * The private message says so from then on. May be cut off anywhere and done again.
 */
export async function shareReport(
  { clock, panels }: Pick<Ports, 'clock' | 'panels'>,
  id: PanelId,
  actor: Actor,
): Promise<(Shared & { readonly isFirst: boolean }) | Refusal> {
  const lead = leadIn(actor);
  if (isRefusal(lead)) return lead;
  const { report, to } = (await panels.get(id)) ?? {};
  if (!report || to === undefined) return { refused: 'gone' };
  const mine: Shared = { by: lead.id, at: clock.now() };
  const { weekly: _toOne, ...shown } = report;
  const inChannel: Panel = {
    id: panelId(`${id}-shared`),
    format: 1,
    kind: 'report',
    version: 1,
    startedAt: mine.at,
    closed: true,
    report: { ...shown, shared: mine },
  };
  const result = await panels.change<Shared & { readonly isFirst: boolean }>(inChannel.id, (known) =>
    known
      ? { next: known, result: { ...(known.report?.shared ?? mine), isFirst: false } }
      : { next: inChannel, result: { ...mine, isFirst: true } },
  );
  if (isRefusal(result)) return result;
  const { isFirst: _, ...shared } = result;
  await panels.change(id, (panel) => ({
    next:
      panel?.report && !panel.report.shared
        ? { ...bumpVersion(panel), report: { ...panel.report, shared } }
        : panel,
    result: undefined,
  }));
  return result;
}

/** For so long a press is known, so that one that Slack delivers twice sends one file (ms). */
const pressKnownMs = hourMs;

/** Sends a lead the numbers of a report as a file; gives what became of it. `press` is Slack's name for the press. */
export async function sendTable(
  { board, desk, due, panels }: Pick<Ports, 'board' | 'desk' | 'due' | 'panels'>,
  id: PanelId,
  actor: Actor,
  press: string,
): Promise<{ readonly outcome: 'sent' | 'not-permitted' | 'failed' } | Refusal> {
  const lead = leadIn(actor);
  if (isRefusal(lead)) return lead;
  const { report } = (await panels.get(id)) ?? {};
  if (!report) return { refused: 'gone' };
  const { figures } = report;
  if ((await due.count(`file-${id}-${press}`, pressKnownMs)) > 1) return { outcome: 'sent' };
  const period = periodText(desk, figures.period);
  const file = {
    name: tableName(figures, desk),
    title: say(desk.words, 'report.file-title', { period }),
    alt: say(desk.words, 'report.file-alt', { period }),
    bytes: new TextEncoder().encode(reportTable(figures, desk)),
  };
  try {
    await board.send(file, lead.id);
    return { outcome: 'sent' };
  } catch (fault) {
    if (!isRemoteFault(fault)) throw fault;
    return { outcome: mayNotUpload(fault) ? 'not-permitted' : 'failed' };
  }
}
