import {
  dateAndHoursText,
  dayText,
  daysFrom,
  hoursText,
  stretchText
} from "./chunk-YOW2WXFG.js";
import {
  afterOpenTime,
  assigned,
  closedIn,
  daysAround,
  dutiesBetween,
  intersect,
  lengthMs,
  localDay,
  localDayOf,
  localTime,
  momentText,
  openSpansBetween,
  openTimeOf,
  say,
  spanOf,
  subtract,
  unstaffedOpenTime
} from "./chunk-2ZTQUPFK.js";
import {
  quote
} from "./chunk-3J5ILMX7.js";
import {
  dayMs
} from "./chunk-5EYM5PYM.js";

// dist/core/doctor/outlook.js
var outlookDays = 14;
function outlook(desk, now) {
  const window = spanOf(daysAround(desk.rota.timeZone, now, now, outlookDays - 1).slice(outlookDays - 1));
  return [
    ...gapFindings(desk, window),
    ...doubleShiftFindings(desk, window),
    ...unknownStaffFindings(desk, window),
    ...closedDayFindings(desk, window),
    ...unmetTargets(desk, window),
    ...unusedCoverFindings(desk, now)
  ];
}
function gapFindings(desk, { fromMs, toMs }) {
  return unstaffedOpenTime(desk.rota, fromMs, toMs).map((gap) => ({
    key: `gap ${localDay(desk.rota, gap.fromMs).weekday} ${hoursText(desk.rota, gap)}`,
    said: say(desk.words, "finding.gap", { when: dateAndHoursText(desk, gap) })
  }));
}
function doubleShiftFindings(desk, window) {
  const plan = plannedShifts(desk, window, { ...desk.rota, covers: [] });
  return desk.rota.staff.flatMap(({ key, name }) => {
    const own = plan.filter(({ who }) => who === key).toSorted((a, b) => a.fromMs - b.fromMs);
    return own.flatMap((one, index) => {
      const [both] = own.slice(0, index).flatMap((earlier) => intersect([one], earlier));
      if (!both)
        return [];
      return {
        key: `twice ${key} ${localDay(desk.rota, both.fromMs).weekday} ${hoursText(desk.rota, both)}`,
        said: say(desk.words, "finding.twice", { name, when: dateAndHoursText(desk, both) })
      };
    });
  });
}
function unknownStaffFindings(desk, window) {
  const { staff } = desk.rota;
  return plannedShifts(desk, window, desk.rota).filter(({ who }) => !staff.some(({ key }) => key === who)).map(({ who, ...span }) => ({
    key: `stranger ${who}`,
    said: say(desk.words, "finding.no-staff", { who, when: dateAndHoursText(desk, span) })
  }));
}
function closedDayFindings(desk, window) {
  const { closures, dated, staff, timeZone } = desk.rota;
  const days = daysAround(timeZone, window.fromMs, window.toMs, 0);
  const shut = closures.map((one) => ({ name: one.name, spans: closedIn(timeZone, [one], days) }));
  const allShut = shut.flatMap(({ spans }) => spans);
  const nameOf = (key) => staff.find((member) => member.key === key)?.name ?? key;
  return plannedShifts(desk, window, { ...desk.rota, closures: [], covers: [] }).flatMap(({ who, ...span }) => {
    if (subtract([span], allShut).length > 0)
      return [];
    const closure = shut.find(({ spans }) => intersect(spans, span).length > 0);
    return {
      key: `closed ${who} ${span.fromMs}`,
      said: say(desk.words, "finding.closed", {
        names: nameOf(who),
        when: dateAndHoursText(desk, span),
        closure: closure?.name ?? ""
      }),
      ...dated.length === 0 ? { note: true } : {}
    };
  });
}
function unusedCoverFindings(desk, fromMs) {
  const { covers, staff } = desk.rota;
  const nameOf = (key) => staff.find((member) => member.key === key)?.name ?? key;
  return covers.flatMap(({ of, by, ...span }, index) => {
    if (span.toMs <= fromMs)
      return [];
    const before = { ...desk.rota, covers: covers.slice(0, index) };
    if (dutiesBetween(before, span.fromMs, span.toMs).some(({ member }) => member.key === of))
      return [];
    const fill = { of: nameOf(of), by: nameOf(by), when: dateAndHoursText(desk, span) };
    return { key: `cover ${of} ${by} ${span.fromMs}`, said: say(desk.words, "finding.cover", fill) };
  });
}
function plannedShifts(desk, window, rota) {
  const days = daysAround(desk.rota.timeZone, window.fromMs, window.toMs, 1);
  return assigned(rota, days).filter(({ fromMs, toMs }) => toMs > window.fromMs && fromMs < window.toMs).toSorted((a, b) => a.fromMs - b.fromMs);
}
var BEYOND_WINDOW_MS = 14 * dayMs;
function unmetTargets(desk, window) {
  const { rota, responseTargets, words } = desk;
  const runs = unstaffedRuns(rota, { ...window, toMs: window.toMs + BEYOND_WINDOW_MS });
  const topics = ["question", "complaint", "praise", "other"];
  return topics.flatMap((topic) => {
    const target = responseTargets[topic];
    if (target === void 0)
      return [];
    return runs.flatMap((run) => {
      const fromMs = run[0]?.fromMs ?? window.toMs;
      const waitMs = fromMs < window.toMs ? openTimeOf(target, rota, fromMs) : void 0;
      return waitMs !== void 0 && lengthMs(run) >= waitMs ? [{ fromMs, waitMs }] : [];
    }).map(({ fromMs, waitMs }) => {
      const by = afterOpenTime(rota, fromMs, waitMs) ?? fromMs;
      const time = momentText(desk, by, fromMs - 2 * dayMs);
      return {
        key: `standard ${topic} ${localDay(rota, fromMs).weekday} ${localTime(rota, fromMs)}`,
        said: say(words, "finding.standard", {
          topic: say(words, `finding.standard-${topic}`),
          when: say(words, "rota.on", { day: dayText(desk, fromMs), hours: localTime(rota, fromMs) }),
          time
        })
      };
    });
  });
}
function unstaffedRuns(rota, { fromMs, toMs }) {
  const runs = [];
  for (const gap of unstaffedOpenTime(rota, fromMs, toMs)) {
    const last = runs.at(-1)?.at(-1);
    const goesOn = last && dutiesBetween(rota, last.toMs, gap.fromMs + 1).length === 0;
    if (goesOn)
      runs.at(-1)?.push(gap);
    else
      runs.push([gap]);
  }
  return runs;
}
function comingDays(desk, now) {
  const [today] = daysAround(desk.rota.timeZone, now, now, 0);
  if (!today)
    return [];
  return daysFrom(desk.rota, today.date.toString(), outlookDays).map((day) => {
    const { fromMs } = spanOf([localDayOf(desk.rota.timeZone, day.day)]);
    return `${dayText(desk, fromMs).padEnd(10)}  ${dayLine(desk, day)}`;
  });
}
function dayLine(desk, { closed, day, stretches }) {
  const { rota, words } = desk;
  const { fromMs, toMs } = spanOf([localDayOf(rota.timeZone, day)]);
  const alone = unstaffedOpenTime(rota, fromMs, toMs).map((gap) => say(words, "rota.gap", { hours: hoursText(rota, gap) }));
  const parts = [...stretches.map((stretch) => stretchText(desk, stretch)), ...alone];
  if (parts.length > 0)
    return parts.join(" \xB7 ");
  const isOpen = openSpansBetween(rota, fromMs, toMs).length > 0;
  if (isOpen)
    return say(words, "rota.nobody");
  return closed === void 0 ? say(words, "rota.closed") : say(words, "rota.closed-for", { name: closed });
}

// dist/core/doctor/findings.js
var MAX_SAID = 80;
var MAX_DETAIL = 200;
function feedFinding(desk, problem) {
  const { words } = desk;
  const event = quote(problem.event, MAX_SAID) || say(words, "rota.untitled");
  switch (problem.kind) {
    case "nobody-of-that-name": {
      const { name, atMs = 0 } = problem;
      const said = say(words, "finding.feed-name", {
        name: quote(name, MAX_SAID),
        event,
        time: momentText(desk, atMs, 0)
      });
      return { key: `calendar name ${name}`, said };
    }
    case "unknown-zone": {
      const { zone } = problem;
      return {
        key: `calendar zone ${zone}`,
        said: say(words, "finding.feed-zone", { event, zone: quote(zone, MAX_SAID) })
      };
    }
    case "not-understood": {
      const { detail } = problem;
      const said = say(words, "finding.feed-event", { event, detail: quote(detail, MAX_DETAIL) });
      return { key: `calendar event ${event} ${detail}`, said };
    }
  }
}
function personFinding(desk, { name, slackId: id, unsaid }, seen) {
  const why = personProblem(seen);
  if (!why)
    return void 0;
  const called = unsaid?.includes("name") && seen.person?.name || name;
  const said = say(desk.words, why, { name: called, id, channel: desk.channelName ?? desk.channel });
  return { key: `person ${id} ${why}`, said };
}
function personProblem({ person, inChannel }) {
  if (!person)
    return "finding.unknown";
  if (person.deactivated)
    return "finding.deactivated";
  if (person.guest)
    return "finding.guest";
  return inChannel ? void 0 : "finding.outside";
}

export {
  outlook,
  comingDays,
  feedFinding,
  personFinding
};
