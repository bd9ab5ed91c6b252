import { bumpVersion, type Panel } from '../../core/board/panel.js';
import type { ReportMessage } from '../../core/board/report.js';
import type { FileId, PanelId } from '../../core/ids.js';
import { chartsOf } from '../../core/report/charts.js';
import { Busy, ChannelRefused, isRemoteFault, Rejected, Unreachable } from '../../errors.js';
import type { Ports } from '../../ports.js';

type Drawing = Pick<Ports, 'board' | 'charts' | 'desk' | 'panels'>;

/**
 * The panel; that of a report with its charts, which are drawn, uploaded and recorded before its message is posted, so that a
 * message that is tried again has them. Where that fails the report says so, and is whole without them. Slack that asks to
 * wait, or is out of reach, takes no message now either: that is thrown.
 */
export async function drawReport(ports: Drawing, panel: Panel): Promise<Panel> {
  const { desk, panels } = ports;
  const { id, report } = panel;
  if (!report || isTried(report)) return panel;
  const drawn = await uploaded(ports, chartsOf(report.figures, desk));
  await panels.change(id, (known) => ({
    next:
      known?.report && !isTried(known.report) ? { ...known, report: { ...known.report, ...drawn } } : known,
    result: undefined,
  }));
  return { ...panel, report: { ...report, ...drawn } };
}

/** Slack does not show the charts of a report: its message says so from then on. */
export async function noteRefusedPictures({ panels }: Pick<Ports, 'panels'>, id: PanelId): Promise<void> {
  await panels.change(id, (panel) => ({
    next: panel?.report?.pictures?.length
      ? bumpVersion({ ...panel, report: { ...panel.report, pictures: [], noPictures: 'refused' } })
      : panel,
    result: undefined,
  }));
}

const isTried = ({ noPictures, pictures }: ReportMessage): boolean =>
  pictures !== undefined || noPictures !== undefined;

async function uploaded(
  { board, charts }: Drawing,
  all: ReturnType<typeof chartsOf>,
): Promise<Pick<ReportMessage, 'noPictures' | 'pictures'>> {
  const pictures: FileId[] = [];
  for (const [at, chart] of all.entries()) {
    const bytes = await charts.png(chart).catch(() => undefined);
    if (!bytes) return { pictures: [], noPictures: 'failed' };
    try {
      const { alt, title } = chart;
      pictures.push(await board.upload({ name: `report-${at + 1}.png`, title, alt, bytes }));
    } catch (fault) {
      if (!isRemoteFault(fault) || fault instanceof Busy || fault instanceof Unreachable) throw fault;
      return { pictures: [], noPictures: mayNotUpload(fault) ? 'not-permitted' : 'failed' };
    }
  }
  return { pictures };
}

/** Whether Slack refused an upload because the app may not do that. */
export const mayNotUpload = (fault: unknown): boolean =>
  (fault instanceof ChannelRefused && fault.code === 'missing_scope') ||
  (fault instanceof Rejected && fault.reason === 'not-permitted');
