import { type Report, reportedKinds, reportedOutcomes, type Slipped } from '../board/report.js';
import { openingUses } from '../card/answered.js';
import { usd } from '../money/bill.js';
import { outcomeLines } from '../outcomes/outcome-lines.js';
import { dateText, listOf, momentText, monthText } from '../sentences/phrases.js';
import { say, sayCount } from '../words/words.js';
import { busiestText, countText, openTimeText, partsText, type ReportDesk, thinText } from './phrases.js';

/** The figures of a report as sentences, each for a line of its own; what slipped stands below them. */
export function reportLines(report: Report, desk: ReportDesk): readonly string[] {
  const { words } = desk;
  const begun =
    report.begunAt === undefined
      ? undefined
      : say(words, 'report.begun', { date: dateText(desk, report.begunAt) });
  const figures =
    report.all === 0
      ? [say(words, 'report.nothing')]
      : [
          cameText(report, desk),
          outcomesText(report, desk),
          waitedText(report, desk),
          standardText(report, desk),
          busiestText(desk, report),
          thinText(desk, report),
          openingsText(report, desk),
        ];
  return [begun, ...figures, hellosText(report, desk), billText(report, desk)].filter(
    (line) => line !== undefined,
  );
}

function cameText({ all, byKind }: Report, desk: ReportDesk): string {
  const parts = partsText(
    desk,
    reportedKinds.map((kind) => [`report.kind.${kind}`, byKind[kind]]),
  );
  return all === undefined
    ? say(desk.words, 'report.came-few', { parts })
    : sayCount(desk, 'report.came', all, { parts });
}

function outcomesText({ byOutcome }: Report, desk: ReportDesk): string {
  const parts = reportedOutcomes.map((outcome) => [`report.outcome.${outcome}`, byOutcome[outcome]] as const);
  return say(desk.words, 'report.outcomes', { parts: partsText(desk, parts) });
}

function waitedText({ waited }: Report, desk: ReportDesk): string {
  if (!waited) return say(desk.words, 'report.waited-few');
  const fill = { half: openTimeText(desk, waited.half), most: openTimeText(desk, waited.nineInTen) };
  return say(desk.words, 'report.waited', fill);
}

/** Rounded down, so that nothing that was missed is said to be whole. */
function standardText({ standard }: Report, { words }: ReportDesk): string {
  if (!standard) return say(words, 'report.standard-few');
  const percent = Math.floor((standard.kept / standard.of) * 100);
  return say(words, 'report.standard', { ...standard, percent });
}

function openingsText({ openings }: Report, desk: ReportDesk): string | undefined {
  if (openingUses.every((use) => openings[use] === 0)) return undefined;
  const parts = openingUses.map((use) => [`report.opening.${use}`, openings[use]] as const);
  return say(desk.words, 'report.openings', { parts: partsText(desk, parts) });
}

function hellosText({ hellos }: Report, desk: ReportDesk): string | undefined {
  if (hellos.count === 0) return undefined;
  const partOf = (key: 'answers' | 'greeted') =>
    say(desk.words, 'report.part', {
      name: say(desk.words, `report.hello.${key}`),
      count: countText(desk, hellos[key]),
    });
  const parts = listOf(desk, [partOf('greeted'), partOf('answers')], 'comma');
  return sayCount(desk, 'report.hellos', hellos.count, { parts });
}

function billText({ bill }: Report, desk: ReportDesk): string | undefined {
  if (!bill || bill.length === 0) return undefined;
  const months = bill.map(({ month }) => monthText(desk, Number(month.slice(5))));
  const spent = usd(bill.reduce((sum, { microUsd }) => sum + microUsd, 0));
  return sayCount(desk, 'report.bill', bill.length, { spent, months: listOf(desk, months) });
}

/** What came of follows: what heads it, and its sentences. None where the desk does not look. */
export function followLines(
  { outcomes }: Report,
  desk: ReportDesk,
): { readonly title: string; readonly lines: readonly string[] } | undefined {
  if (!outcomes) return undefined;
  const [title = '', ...lines] = outcomeLines(desk, outcomes);
  return { title, lines };
}

/** What heads the list of what slipped, or that nothing did; undefined where no time is promised. */
export function slippedTitle({ late, standard }: Report, desk: ReportDesk): string | undefined {
  if (late > 0) return sayCount(desk, 'report.late', late);
  return standard ? say(desk.words, 'report.late-none') : undefined;
}

/** "Question · Tue 24 Nov 10:44 · answered after 5 hours of open hours". */
export function slippedText(
  { at, isAnswered, topic, waitedMs }: Slipped,
  { madeAt }: Report,
  desk: ReportDesk,
): string {
  const { words } = desk;
  const key = isAnswered ? 'report.slipped-answered' : 'report.slipped-waiting';
  return say(words, 'report.slipped', {
    topic: say(words, `report.topic.${topic}`),
    // Its day was over when the report was made.
    time: momentText(desk, at, madeAt),
    became: say(words, key, { duration: openTimeText(desk, waitedMs) }),
  });
}
