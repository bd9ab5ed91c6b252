import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dutiesBetween, nextOnShift, onShift, unstaffedOpenTime } from '../../../src/core/rota/duty.js';
import { weekdays } from '../../../src/core/rota/local-time.js';
import {
  afterOpenTime,
  isOpen,
  openFrom,
  openTimeBetween,
  openUntil,
} from '../../../src/core/rota/open-hours.js';
import type { Cover, Rota, Shift } from '../../../src/core/rota/rota.js';
import { ms, openOn, rota } from './central.js';
import { MinuteWalker, type NaiveDay, naiveDayOf } from './minute-walker.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const changes: [zone: string, middle: string][] = [
  ['Europe/London', '2026-03-29'],
  ['Europe/London', '2026-10-25'],
  ['America/New_York', '2026-03-08'],
  ['America/New_York', '2026-11-01'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['America/St_Johns', '2026-03-08'],
  ['America/St_Johns', '2026-11-01'],
  ['Asia/Kathmandu', '2028-02-29'],
];

// Clocks change at night: half of the intervals begin or end there.
const nightOrAny = fc.oneof(fc.integer({ min: 0, max: 240 }), fc.nat(1439));
const someInterval = fc
  .record({
    fromMinute: nightOrAny,
    length: fc.oneof(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 900 })),
  })
  .map(({ fromMinute, length }) => ({ fromMinute, toMinute: fromMinute + length }));
const someHours = fc.array(someInterval, { minLength: 1, maxLength: 2 });
const someNth = fc.constantFrom<(number | 'last')[]>(1, 2, 4, 5, 'last');

/** A naive reading of the same rota: one flag a minute. */
class Seen {
  readonly open: boolean[];
  readonly on: ReadonlyMap<string, boolean[]>;

  constructor(walker: MinuteWalker, r: Rota) {
    const closed = walker.flags(({ iso }) =>
      r.closures.some(({ from, to }) => from <= iso && iso <= to) ? [{ fromMinute: 0, toMinute: 1440 }] : [],
    );
    const cut = (flags: boolean[]) =>
      r.closures.length === 0 ? flags : flags.map((flag, minute) => flag && !closed[minute]);
    this.open = cut(walker.flags(({ weekday }) => r.openHours[weekday]));
    this.on = new Map(
      r.staff.map(({ key }) => [
        key,
        cut(
          walker.flags((day) =>
            r.shifts.filter((s) => s.who.includes(key) && isOn(s, day)).flatMap((s) => s.at),
          ),
        ),
      ]),
    );
    for (const { of, by, fromMs, toMs } of r.covers) {
      const [from, to] = [this.on.get(of), this.on.get(by)];
      for (let minute = walker.minute(fromMs); minute < walker.minute(toMs); minute++) {
        if (!from?.[minute] || !to) continue;
        from[minute] = false;
        to[minute] = true;
      }
    }
  }

  nobody(minute: number): boolean {
    return [...this.on.values()].every((flags) => !flags[minute]);
  }
}

function isOn({ days, every, nth }: Shift, day: NaiveDay): boolean {
  if (!days.includes(day.weekday)) return false;
  if (nth !== undefined) return nth === 'last' ? day.isLast : day.nth === nth;
  if (!every) return true;
  return day.iso >= every.from && (day.week - naiveDayOf(every.from).week) % every.weeks === 0;
}

describe.each(changes)('three days around a change in %s on %s', (timeZone, middle) => {
  const reach = 3 * 1440;
  const walker = new MinuteWalker(timeZone, ms(`${middle}T00:00:00Z`) - 6 * DAY_MS, 12);
  const centre = walker.minute(ms(`${middle}T12:00:00Z`));
  const someMinute = fc.integer({ min: centre - reach, max: centre + reach });
  const probes = fc.array(someMinute, { minLength: 5, maxLength: 5 });
  const someDate = fc
    .integer({ min: -4, max: 4 })
    .map((days) => new Date(ms(`${middle}T00:00Z`) + days * DAY_MS).toISOString().slice(0, 10));
  const someShift: fc.Arbitrary<Shift> = fc
    .record({
      days: fc.subarray([...weekdays], { minLength: 1 }),
      at: someHours,
      who: fc.subarray(['ana', 'ben'], { minLength: 1 }),
      when: fc.oneof(
        fc.constant({}),
        someNth.map((nth) => ({ nth })),
        fc.record({ weeks: fc.integer({ min: 1, max: 3 }), from: someDate }).map((every) => ({ every })),
      ),
    })
    .map(({ when, ...shift }) => ({ ...shift, ...when }));
  const someClosure = fc
    .tuple(someDate, someDate)
    .map((dates) => dates.toSorted())
    .map(([from = '', to = '']) => ({ from, to, name: 'Closed' }));
  const someCover: fc.Arbitrary<Cover> = fc
    .record({
      from: someMinute,
      length: fc.integer({ min: 1, max: 2000 }),
      of: fc.constantFrom('ana', 'ben', 'carla'),
      by: fc.constantFrom('ana', 'ben', 'carla'),
    })
    .map(({ from, length, of, by }) => ({
      of,
      by,
      fromMs: walker.atMs(from),
      toMs: walker.atMs(from + length),
    }));
  const someRota = fc
    .record({
      openDays: fc.subarray([...weekdays]),
      hours: someHours,
      shifts: fc.array(someShift, { maxLength: 3 }),
      closures: fc.array(someClosure, { maxLength: 1 }),
      covers: fc.array(someCover, { maxLength: 2 }),
    })
    .map(({ openDays, hours, shifts, ...rest }) =>
      rota(shifts, { timeZone, openHours: openOn(openDays, hours), ...rest }),
    );
  const check = (holds: (r: Rota, seen: Seen, minutes: number[]) => void) =>
    fc.assert(
      fc.property(someRota, probes, (r, minutes) => holds(r, new Seen(walker, r), minutes)),
      { numRuns: 25 },
    );

  it('open time is what a minute walker counts', () => {
    check((r, { open }, minutes) => {
      for (const minute of minutes) {
        const now = walker.atMs(minute);
        expect(isOpen(r, now)).toBe(open[minute]);
        const end = open.indexOf(false, minute);
        if (end !== -1) expect(openUntil(r, now)).toBe(open[minute] ? walker.atMs(end) : undefined);
        const first = open.indexOf(true, minute);
        if (first !== -1) expect(openFrom(r, now)).toBe(walker.atMs(first));
      }
      const [from = 0, to = 0] = minutes.toSorted((a, b) => a - b);
      const counted = open.slice(from, to).filter(Boolean).length;
      expect(openTimeBetween(r, walker.atMs(from), walker.atMs(to))).toBe(counted * MINUTE_MS);
      const last = open.lastIndexOf(true, to - 1);
      if (counted > 0)
        expect(afterOpenTime(r, walker.atMs(from), counted * MINUTE_MS)).toBe(walker.atMs(last + 1));
    });
  });

  it('who is on, and who comes next, is what a minute walker sees', () => {
    check((r, { on }, minutes) => {
      for (const minute of minutes) {
        const expected = r.staff.filter(({ key }) => on.get(key)?.[minute]).map(({ key }) => key);
        const seen = onShift(r, walker.atMs(minute));
        expect(seen.map(({ member }) => member.key)).toEqual(expected);

        for (const { member, fromMs, untilMs } of seen) {
          const flags = on.get(member.key) ?? [];
          const begin = flags.lastIndexOf(false, minute) + 1;
          const end = flags.indexOf(false, minute);
          // What began on the day before its own first one the walker does not know.
          if (begin > 1440) expect(fromMs).toBe(walker.atMs(begin));
          if (end !== -1) expect(untilMs).toBe(walker.atMs(end));
        }

        const starts = [...on.values()]
          .map((flags) => flags.findIndex((flag, index) => index > minute && flag && !flags[index - 1]))
          .filter((start) => start !== -1);
        if (starts.length > 0)
          expect(nextOnShift(r, walker.atMs(minute))?.atMs).toBe(walker.atMs(Math.min(...starts)));
      }
    });
  });

  it('all duties, and the open minutes without one, are what a minute walker sees', () => {
    check((r, seen, minutes) => {
      const [from = 0, to = 0] = minutes.toSorted((a, b) => a - b);
      const duties = dutiesBetween(r, walker.atMs(from), walker.atMs(to));
      const alone = unstaffedOpenTime(r, walker.atMs(from), walker.atMs(to));
      const shown = (flags: boolean[]) => flags.slice(from, to).map(Number).join('');
      const flagsOf = (spans: readonly { fromMs: number; toMs: number }[]) => {
        const flags = walker.none();
        for (const { fromMs, toMs } of spans)
          flags.fill(true, Math.max(0, walker.minute(fromMs)), walker.minute(toMs));
        return shown(flags);
      };
      for (const [key, flags] of seen.on)
        expect(flagsOf(duties.filter(({ member }) => member.key === key))).toBe(shown(flags));
      const nobody = seen.open.map((open, minute) => open && seen.nobody(minute));
      expect(flagsOf(alone)).toBe(shown(nobody));
    });
  });
});
