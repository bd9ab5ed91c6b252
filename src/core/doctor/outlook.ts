import type { Desk, Speaking } from '../desk/desk.js';
import { assigned, dutiesBetween, gaps } from '../rota/duty.js';
import { closedIn, daysAround, spanOf } from '../rota/local-days.js';
import { localDay } from '../rota/local-time.js';
import { type Span, subtract, within } from '../rota/spans.js';
import { hours, whenText } from '../sentences/rota-lines.js';
import { say } from '../words/words.js';
import type { DeskFinding } from './findings.js';
import { unmetTargets } from './unmet-targets.js';

type Planned = Speaking & Pick<Desk, 'responseTargets'>;

/** How far the rota is looked ahead, today included. */
export const outlookDays = 14;

/** What is wrong with the rota of today and the days after it, each kind in the order of time. */
export function outlook(desk: Planned, now: number): DeskFinding[] {
  // By whole days: what is said in the morning and in the afternoon is the same.
  const window = spanOf(daysAround(desk.rota.timeZone, now, now, outlookDays - 1).slice(outlookDays - 1));
  return [
    ...open(desk, window),
    ...twice(desk, window),
    ...strangers(desk, window),
    ...closed(desk, window),
    ...unmetTargets(desk, window),
    ...idleCovers(desk, now),
  ];
}

/** Open time with nobody on shift. The same hours every Saturday are one finding. */
function open(desk: Planned, { fromMs, toMs }: Span): DeskFinding[] {
  return gaps(desk.rota, fromMs, toMs).map((gap) => ({
    key: `gap ${localDay(desk.rota, gap.fromMs).weekday} ${hours(desk.rota, gap)}`,
    said: say(desk.words, 'finding.gap', { when: whenText(desk, gap) }),
  }));
}

/** Somebody planned in two places at once. */
function twice(desk: Planned, window: Span): DeskFinding[] {
  const plan = planned(desk, window, { ...desk.rota, covers: [] });
  return desk.rota.staff.flatMap(({ key, name }) => {
    const own = plan.filter(({ who }) => who === key).toSorted((a, b) => a.fromMs - b.fromMs);
    return own.flatMap((one, index) => {
      const [both] = own.slice(0, index).flatMap((earlier) => within([one], earlier));
      if (!both) return [];
      return {
        key: `twice ${key} ${localDay(desk.rota, both.fromMs).weekday} ${hours(desk.rota, both)}`,
        said: say(desk.words, 'finding.twice', { name, when: whenText(desk, both) }),
      };
    });
  });
}

function strangers(desk: Planned, window: Span): DeskFinding[] {
  const { staff } = desk.rota;
  return planned(desk, window, desk.rota)
    .filter(({ who }) => !staff.some(({ key }) => key === who))
    .map(({ who, ...span }) => ({
      key: `stranger ${who}`,
      said: say(desk.words, 'finding.no-staff', { who, when: whenText(desk, span) }),
    }));
}

/** That a weekly shift meets a holiday is as it should be; that a dated one does may be a mistake. */
function closed(desk: Planned, window: Span): DeskFinding[] {
  const { closures, dated, staff, timeZone } = desk.rota;
  const days = daysAround(timeZone, window.fromMs, window.toMs, 0);
  const shut = closures.map((one) => ({ name: one.name, spans: closedIn(timeZone, [one], days) }));
  const allShut = shut.flatMap(({ spans }) => spans);
  const nameOf = (key: string) => staff.find((member) => member.key === key)?.name ?? key;
  return planned(desk, window, { ...desk.rota, closures: [], covers: [] }).flatMap(({ who, ...span }) => {
    if (subtract([span], allShut).length > 0) return [];
    const closure = shut.find(({ spans }) => within(spans, span).length > 0);
    return {
      key: `closed ${who} ${span.fromMs}`,
      said: say(desk.words, 'finding.closed', {
        names: nameOf(who),
        when: whenText(desk, span),
        closure: closure?.name ?? '',
      }),
      ...(dated.length === 0 ? { note: true as const } : {}),
    };
  });
}

/** A cover of a shift that is not there. Of covers that colleagues took nobody could say so before. */
function idleCovers(desk: Planned, fromMs: number): DeskFinding[] {
  const { covers, staff } = desk.rota;
  const nameOf = (key: string) => staff.find((member) => member.key === key)?.name ?? key;
  return covers.flatMap(({ of, by, ...span }, index) => {
    if (span.toMs <= fromMs) return [];
    const before = { ...desk.rota, covers: covers.slice(0, index) };
    if (dutiesBetween(before, span.fromMs, span.toMs).some(({ member }) => member.key === of)) return [];
    const fill = { of: nameOf(of), by: nameOf(by), when: whenText(desk, span) };
    return { key: `cover ${of} ${by} ${span.fromMs}`, said: say(desk.words, 'finding.cover', fill) };
  });
}

function planned(desk: Planned, window: Span, rota: Desk['rota']) {
  const days = daysAround(desk.rota.timeZone, window.fromMs, window.toMs, 1);
  return assigned(rota, days)
    .filter(({ fromMs, toMs }) => toMs > window.fromMs && fromMs < window.toMs)
    .toSorted((a, b) => a.fromMs - b.fromMs);
}
