import type { ImageBlock, KnownBlock } from '@slack/web-api';
import type { Panel } from '../../core/board/panel.js';
import type { Report, ReportMessage, Slipped } from '../../core/board/report.js';
import type { Desk } from '../../core/desk/desk.js';
import type { FileId } from '../../core/ids.js';
import type { Chart } from '../../core/report/chart.js';
import { chartsOf } from '../../core/report/charts.js';
import { followLines, reportLines, slippedText, slippedTitle } from '../../core/report/lines.js';
import { periodText } from '../../core/report/phrases.js';
import { leadOf, momentText, nameOf, postUrl } from '../../core/sentences/phrases.js';
import { say, sayCount } from '../../core/words/words.js';
import { confirmed } from '../ids.js';
import {
  actions,
  bold,
  bullets,
  cut,
  escapeText,
  line,
  link,
  type Message,
  note,
  rich,
} from '../parts/blocks.js';
import { panelButton } from '../parts/buttons.js';

/** In characters; what a chart shows is said in its first sentences. */
const MAX_ALT = 1000;

/**
 * A report: its figures as sentences, what slipped with links, and its charts. To the lead with *Share in the channel*, *CSV*
 * and *Send it every week*; in the channel with who shared it.
 */
export function reportMessage(panel: Panel, desk: Desk, now: number): Message {
  const { report } = panel;
  if (!report) throw new RangeError(`Panel ${panel.id} has no report.`);
  const { figures } = report;
  const { words } = desk;
  const title = say(words, 'report.title', { period: periodText(desk, figures.period) });
  const shared = sharedText(panel, report, desk, now);
  const lines = reportLines(figures, desk);
  const below = [...slippedLines(figures, desk), ...followedLines(figures, desk)];
  return {
    text: escapeText([title, ...lines.slice(0, 2)].join(' · ')),
    blocks: [
      rich(
        line(bold(title), shared && panel.to === undefined ? ` · ${shared}` : ''),
        bullets(lines.map((one) => line(one))),
      ),
      ...pictureBlocks(report, desk),
      ...(below.length > 0 ? [rich(...below)] : []),
      note([say(words, 'report.note'), ...whyNoPictures(report, desk)].join(' ')),
      ...(panel.to === undefined ? [] : belowPrivate(panel, report, shared, desk)),
    ],
  };
}

function slippedLines(figures: Report, desk: Desk) {
  const title = slippedTitle(figures, desk);
  if (title === undefined) return [];
  const { late, slipped } = figures;
  if (slipped.length === 0) return [line(title)];
  const older = late - slipped.length;
  const each = slipped.map((one) => line(slippedText(one, figures, desk), ...viewOf(one, desk)));
  const more = older > 0 ? [line(sayCount(desk, 'report.slipped-more', older))] : [];
  return [line(title), bullets([...each, ...more])];
}

function followedLines(figures: Report, desk: Desk) {
  const follows = followLines(figures, desk);
  if (!follows) return [];
  const each = bullets(follows.lines.map((one) => line(one)));
  return [line(follows.title), ...(follows.lines.length > 0 ? [each] : [])];
}

const viewOf = ({ post }: Slipped, desk: Desk) =>
  post ? [' · ', link(postUrl(desk, post), say(desk.words, 'card.view'))] : [];

/** The charts that were uploaded. What they show is made anew of the same figures. */
function pictureBlocks({ figures, pictures = [] }: ReportMessage, desk: Desk): KnownBlock[] {
  const charts = chartsOf(figures, desk);
  return pictures.flatMap((id, at) => (charts[at] ? [imageOf(id, charts[at])] : []));
}

/** The picture has its title in itself. */
const imageOf = (id: FileId, { alt }: Chart): ImageBlock => ({
  type: 'image',
  slack_file: { id },
  alt_text: cut(alt, MAX_ALT),
});

function whyNoPictures({ noPictures }: ReportMessage, desk: Desk): readonly string[] {
  if (!noPictures) return [];
  const key =
    noPictures === 'not-permitted' ? 'report.no-pictures' : (`report.pictures-${noPictures}` as const);
  return [say(desk.words, key, { lead: leadOf(desk) })];
}

function sharedText({ to }: Panel, { shared }: ReportMessage, desk: Desk, now: number): string {
  if (!shared) return '';
  const fill = { name: nameOf(desk, shared.by), time: momentText(desk, shared.at, now) };
  return say(desk.words, to === undefined ? 'report.shared' : 'report.shared-at', fill);
}

/** Who shared it, whether it comes by itself, and what the lead can do with it. */
function belowPrivate(panel: Panel, { weekly }: ReportMessage, shared: string, desk: Desk): KnownBlock[] {
  const { words } = desk;
  const said = [shared, weekly ? say(words, 'report.comes-weekly') : ''].filter((one) => one !== '');
  const ask = {
    title: say(words, 'report.share-title'),
    question: say(words, 'report.share-question'),
    yes: say(words, 'report.share-yes'),
    no: say(words, 'report.share-no'),
  };
  const press = (option: 'csv' | 'weekly') =>
    panelButton(option, say(words, `button.report-${option}`), panel, desk);
  const share = panelButton('share', say(words, 'button.report-share'), panel, desk, confirmed, ask);
  return [
    ...(said.length > 0 ? [note(said.join(' '))] : []),
    ...actions(...(shared ? [] : [share]), press('csv'), ...(weekly ? [] : [press('weekly')])),
  ];
}
