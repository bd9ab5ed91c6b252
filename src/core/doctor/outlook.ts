import type { Desk, SentenceDesk } from '../desk/desk.js';
import { openTimeOf } from '../desk/policy.js';
import { dayMs } from '../durations.js';
import type { Topic } from '../post/topic.js';
import { assigned, dutiesBetween, unstaffedOpenTime } from '../rota/duty.js';
import { closedIn, daysAround, localDay, localDayOf, localTime, spanOf } from '../rota/local-time.js';
import { afterOpenTime, openSpansBetween } from '../rota/open-hours.js';
import type { Rota } from '../rota/rota.js';
import { intersect, lengthMs, type Span, subtract } from '../rota/spans.js';
import { daysFrom, type RotaDay } from '../rota/week.js';
import { momentText } from '../sentences/phrases.js';
import { dateAndHoursText, dayText, hoursText, stretchText } from '../sentences/shift-times.js';
import { say } from '../words/words.js';
import type { DeskFinding } from './findings.js';

type Planned = SentenceDesk & Pick<Desk, 'responseTargets'>;

/** How many days ahead the rota is checked, today included. */
const outlookDays = 14;

/** What is wrong with the rota from `now` (Unix ms) on, for 14 days; each kind of finding in the order of time. */
export function outlook(desk: Planned, now: number): DeskFinding[] {
  // Whole days, so that the findings of a morning and an afternoon are the same.
  const window = spanOf(daysAround(desk.rota.timeZone, now, now, outlookDays - 1).slice(outlookDays - 1));
  return [
    ...gapFindings(desk, window),
    ...doubleShiftFindings(desk, window),
    ...unknownStaffFindings(desk, window),
    ...closedDayFindings(desk, window),
    ...unmetTargets(desk, window),
    ...unusedCoverFindings(desk, now),
  ];
}

/** Open time with nobody on shift. The same hours on every Saturday have the same key. */
function gapFindings(desk: Planned, { fromMs, toMs }: Span): DeskFinding[] {
  return unstaffedOpenTime(desk.rota, fromMs, toMs).map((gap) => ({
    key: `gap ${localDay(desk.rota, gap.fromMs).weekday} ${hoursText(desk.rota, gap)}`,
    said: say(desk.words, 'finding.gap', { when: dateAndHoursText(desk, gap) }),
  }));
}

/** Somebody has two shifts at once. */
function doubleShiftFindings(desk: Planned, window: Span): DeskFinding[] {
  const plan = plannedShifts(desk, window, { ...desk.rota, covers: [] });
  return desk.rota.staff.flatMap(({ key, name }) => {
    const own = plan.filter(({ who }) => who === key).toSorted((a, b) => a.fromMs - b.fromMs);
    return own.flatMap((one, index) => {
      const [both] = own.slice(0, index).flatMap((earlier) => intersect([one], earlier));
      if (!both) return [];
      return {
        key: `twice ${key} ${localDay(desk.rota, both.fromMs).weekday} ${hoursText(desk.rota, both)}`,
        said: say(desk.words, 'finding.twice', { name, when: dateAndHoursText(desk, both) }),
      };
    });
  });
}

/** Shifts of people who are not on the staff. */
function unknownStaffFindings(desk: Planned, window: Span): DeskFinding[] {
  const { staff } = desk.rota;
  return plannedShifts(desk, window, desk.rota)
    .filter(({ who }) => !staff.some(({ key }) => key === who))
    .map(({ who, ...span }) => ({
      key: `stranger ${who}`,
      said: say(desk.words, 'finding.no-staff', { who, when: dateAndHoursText(desk, span) }),
    }));
}

/** Shifts on closed days. That is normal for a weekly shift, but may be a mistake for one with a date. */
function closedDayFindings(desk: Planned, window: Span): DeskFinding[] {
  const { closures, dated, staff, timeZone } = desk.rota;
  const days = daysAround(timeZone, window.fromMs, window.toMs, 0);
  const shut = closures.map((one) => ({ name: one.name, spans: closedIn(timeZone, [one], days) }));
  const allShut = shut.flatMap(({ spans }) => spans);
  const nameOf = (key: string) => staff.find((member) => member.key === key)?.name ?? key;
  return plannedShifts(desk, window, { ...desk.rota, closures: [], covers: [] }).flatMap(
    ({ who, ...span }) => {
      if (subtract([span], allShut).length > 0) return [];
      const closure = shut.find(({ spans }) => intersect(spans, span).length > 0);
      return {
        key: `closed ${who} ${span.fromMs}`,
        said: say(desk.words, 'finding.closed', {
          names: nameOf(who),
          when: dateAndHoursText(desk, span),
          closure: closure?.name ?? '',
        }),
        ...(dated.length === 0 ? { note: true as const } : {}),
      };
    },
  );
}

/** Covers of shifts that do not exist. The checks of desk.yaml can't find those that colleagues took in Slack. */
function unusedCoverFindings(desk: Planned, fromMs: number): DeskFinding[] {
  const { covers, staff } = desk.rota;
  const nameOf = (key: string) => staff.find((member) => member.key === key)?.name ?? key;
  return covers.flatMap(({ of, by, ...span }, index) => {
    if (span.toMs <= fromMs) return [];
    const before = { ...desk.rota, covers: covers.slice(0, index) };
    if (dutiesBetween(before, span.fromMs, span.toMs).some(({ member }) => member.key === of)) return [];
    const fill = { of: nameOf(of), by: nameOf(by), when: dateAndHoursText(desk, span) };
    return { key: `cover ${of} ${by} ${span.fromMs}`, said: say(desk.words, 'finding.cover', fill) };
  });
}

function plannedShifts(desk: Planned, window: Span, rota: Desk['rota']) {
  const days = daysAround(desk.rota.timeZone, window.fromMs, window.toMs, 1);
  return assigned(rota, days)
    .filter(({ fromMs, toMs }) => toMs > window.fromMs && fromMs < window.toMs)
    .toSorted((a, b) => a.fromMs - b.fromMs);
}

/** How far beyond the window open time without staff is followed (ms). */
const BEYOND_WINDOW_MS = 14 * dayMs;

/** Response targets that nobody can meet: no shift begins between a post's arrival and the time by which it should be answered. */
function unmetTargets(desk: SentenceDesk & Pick<Desk, 'responseTargets'>, window: Span): DeskFinding[] {
  const { rota, responseTargets, words } = desk;
  const runs = unstaffedRuns(rota, { ...window, toMs: window.toMs + BEYOND_WINDOW_MS });
  const topics: readonly Topic[] = ['question', 'complaint', 'praise', 'other'];
  return topics.flatMap((topic) => {
    const target = responseTargets[topic];
    if (target === undefined) return [];
    return runs
      .flatMap((run) => {
        const fromMs = run[0]?.fromMs ?? window.toMs;
        const waitMs = fromMs < window.toMs ? openTimeOf(target, rota, fromMs) : undefined;
        return waitMs !== undefined && lengthMs(run) >= waitMs ? [{ fromMs, waitMs }] : [];
      })
      .map(({ fromMs, waitMs }) => {
        const by = afterOpenTime(rota, fromMs, waitMs) ?? fromMs;
        // The finding is read later, so its day is always named.
        const time = momentText(desk, by, fromMs - 2 * dayMs);
        return {
          key: `standard ${topic} ${localDay(rota, fromMs).weekday} ${localTime(rota, fromMs)}`,
          said: say(words, 'finding.standard', {
            topic: say(words, `finding.standard-${topic}`),
            when: say(words, 'rota.on', { day: dayText(desk, fromMs), hours: localTime(rota, fromMs) }),
            time,
          }),
        };
      });
  });
}

/** Open time with nobody on shift. Gaps are one run when nobody is on shift between them either, while closed. */
function unstaffedRuns(rota: Rota, { fromMs, toMs }: Span): Span[][] {
  const runs: Span[][] = [];
  for (const gap of unstaffedOpenTime(rota, fromMs, toMs)) {
    const last = runs.at(-1)?.at(-1);
    const goesOn = last && dutiesBetween(rota, last.toMs, gap.fromMs + 1).length === 0;
    if (goesOn) runs.at(-1)?.push(gap);
    else runs.push([gap]);
  }
  return runs;
}

/** The rota of 14 days from `now` (Unix ms) on, a line for each day: "Tue 24 Nov  9–13 Ana · 13–17 Ben · nobody 17–20". */
export function comingDays(desk: SentenceDesk, now: number): string[] {
  const [today] = daysAround(desk.rota.timeZone, now, now, 0);
  if (!today) return [];
  return daysFrom(desk.rota, today.date.toString(), outlookDays).map((day) => {
    const { fromMs } = spanOf([localDayOf(desk.rota.timeZone, day.day)]);
    return `${dayText(desk, fromMs).padEnd(10)}  ${dayLine(desk, day)}`;
  });
}

function dayLine(desk: SentenceDesk, { closed, day, stretches }: RotaDay): string {
  const { rota, words } = desk;
  const { fromMs, toMs } = spanOf([localDayOf(rota.timeZone, day)]);
  const alone = unstaffedOpenTime(rota, fromMs, toMs).map((gap) =>
    say(words, 'rota.gap', { hours: hoursText(rota, gap) }),
  );
  const parts = [...stretches.map((stretch) => stretchText(desk, stretch)), ...alone];
  if (parts.length > 0) return parts.join(' · ');
  const isOpen = openSpansBetween(rota, fromMs, toMs).length > 0;
  if (isOpen) return say(words, 'rota.nobody');
  return closed === undefined ? say(words, 'rota.closed') : say(words, 'rota.closed-for', { name: closed });
}
