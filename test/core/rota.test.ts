import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDay, localTime, type Weekday, weekdays } from '../../src/core/local-time.js';
import {
  type Interval,
  isOpen,
  next,
  onShift,
  openTimeBetween,
  openUntil,
  type Rota,
  type Shift,
  type StaffMember,
  week,
} from '../../src/core/rota.js';

const HOUR_MS = 3_600_000;
const workdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];

const ms = (iso: string) => Date.parse(iso);
const clock = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
const at = (...texts: string[]): Interval[] =>
  texts.map((text) => {
    const [from = '', to = ''] = text.split('-');
    const fromMinute = clock(from);
    return { fromMinute, toMinute: clock(to) > fromMinute ? clock(to) : clock(to) + 1440 };
  });

function person(key: string): StaffMember {
  const name = key.charAt(0).toUpperCase() + key.slice(1);
  return { key, slackId: `U-${key}`, name, signature: '^X', lead: false, trainee: false, xSignIn: true };
}

function openOn(days: readonly Weekday[], hours: readonly Interval[]): Rota['openHours'] {
  const hoursOn = (day: Weekday) => (days.includes(day) ? hours : []);
  return {
    mon: hoursOn('mon'),
    tue: hoursOn('tue'),
    wed: hoursOn('wed'),
    thu: hoursOn('thu'),
    fri: hoursOn('fri'),
    sat: hoursOn('sat'),
    sun: hoursOn('sun'),
  };
}

function rota(shifts: readonly Shift[], change: Partial<Rota> = {}): Rota {
  const staff = [person('ana'), person('ben'), person('carla')];
  return {
    timeZone: 'Europe/London',
    openHours: openOn(workdays, at('09:00-17:00')),
    closures: [],
    staff,
    shifts,
    dated: [],
    covers: [],
    ...change,
  };
}

const onNow = (r: Rota, iso: string) => onShift(r, ms(iso)).map((on) => on.member.key);

describe('who is on shift', () => {
  const central = rota([
    { days: ['tue'], at: at('09:00-13:00'), who: ['ana'] },
    { days: ['tue'], at: at('12:00-17:00'), who: ['ben'] },
    { days: ['fri'], at: at('22:00-06:00'), who: ['carla'] },
  ]);

  it.each([
    ['2026-11-24T08:59:00Z', []],
    ['2026-11-24T09:00:00Z', ['ana']],
    ['2026-11-24T12:30:00Z', ['ana', 'ben']],
    ['2026-11-24T13:00:00Z', ['ben']],
    ['2026-11-24T17:00:00Z', []],
    ['2026-11-28T05:59:00Z', ['carla']],
    ['2026-11-28T06:00:00Z', []],
  ])('at %s it is %j', (iso, expected) => {
    expect(onNow(central, iso)).toEqual(expected);
  });

  it('adjoining and overlapping intervals of one person count as one', () => {
    const split = rota([
      { days: ['tue'], at: at('09:00-13:00', '13:00-15:00'), who: ['ana'] },
      { days: ['tue'], at: at('14:00-17:00'), who: ['ana', 'ben'] },
    ]);
    const [on, ...others] = onShift(split, ms('2026-11-24T10:00:00Z'));
    expect(others).toEqual([]);
    expect(on?.fromMs).toBe(ms('2026-11-24T09:00:00Z'));
    expect(on?.untilMs).toBe(ms('2026-11-24T17:00:00Z'));
  });

  it('two nights in a row that meet at midnight are one stretch', () => {
    const nights = rota([{ days: ['mon', 'tue'], at: [{ fromMinute: 720, toMinute: 2160 }], who: ['ana'] }]);
    const [on] = onShift(nights, ms('2026-11-24T10:00:00Z'));
    expect(on?.fromMs).toBe(ms('2026-11-23T12:00:00Z'));
    expect(on?.untilMs).toBe(ms('2026-11-25T12:00:00Z'));
  });

  it('a shift keeps its wall time on both sides of a clock change', () => {
    const sunday = rota([{ days: ['sat', 'sun'], at: at('09:00-13:00'), who: ['ana'] }]);
    expect(onShift(sunday, ms('2026-10-24T09:00:00Z'))[0]?.fromMs).toBe(ms('2026-10-24T08:00:00Z'));
    expect(onShift(sunday, ms('2026-10-25T09:00:00Z'))[0]?.fromMs).toBe(ms('2026-10-25T09:00:00Z'));
  });

  it('a shift over the lost hour is an hour shorter, over the repeated hour an hour longer', () => {
    const night = rota([{ days: ['sat'], at: at('22:00-06:00'), who: ['ana'] }]);
    const hours = (iso: string) => {
      const [on] = onShift(night, ms(iso));
      return on && (on.untilMs - on.fromMs) / HOUR_MS;
    };
    expect(hours('2026-03-29T01:00:00Z')).toBe(7);
    expect(hours('2026-10-25T01:00:00Z')).toBe(9);
    expect(hours('2026-11-22T01:00:00Z')).toBe(8);
  });

  it('a shift that begins in the lost hour begins an hour later', () => {
    const early = rota([{ days: ['sun'], at: at('01:30-04:00'), who: ['ana'] }]);
    expect(onNow(early, '2026-03-29T01:29:00Z')).toEqual([]);
    expect(onNow(early, '2026-03-29T01:30:00Z')).toEqual(['ana']);
  });

  it('a time that happens twice is the first of the two', () => {
    const twice = rota([{ days: ['sun'], at: at('01:15-01:45'), who: ['ana'] }]);
    expect(onNow(twice, '2026-10-25T00:15:00Z')).toEqual(['ana']);
    expect(onNow(twice, '2026-10-25T00:45:00Z')).toEqual([]);
    expect(onNow(twice, '2026-10-25T01:15:00Z')).toEqual([]);
  });

  it('29 February has its shifts', () => {
    const tuesday = rota([{ days: ['tue'], at: at('09:00-13:00'), who: ['ana'] }]);
    expect(onNow(tuesday, '2028-02-29T10:00:00Z')).toEqual(['ana']);
    expect(onNow(tuesday, '2028-03-01T10:00:00Z')).toEqual([]);
  });
});

describe('who comes on next', () => {
  it('names everybody who comes on at that time', () => {
    const r = rota([{ days: ['tue'], at: at('13:00-17:00'), who: ['carla', 'ben'] }]);
    const coming = next(r, ms('2026-11-24T10:00:00Z'));
    expect(coming?.atMs).toBe(ms('2026-11-24T13:00:00Z'));
    expect(coming?.members.map((member) => member.key)).toEqual(['ben', 'carla']);
  });

  it('somebody who goes on without a break is not coming on', () => {
    const r = rota([{ days: ['tue'], at: at('09:00-13:00', '13:00-17:00'), who: ['ana'] }]);
    expect(next(r, ms('2026-11-24T10:00:00Z'))?.atMs).toBe(ms('2026-12-01T09:00:00Z'));
  });

  it('nobody is coming on when there are no shifts', () => {
    expect(next(rota([]), ms('2026-11-24T10:00:00Z'))).toBeUndefined();
  });
});

describe('the week', () => {
  const r = rota([
    { days: ['tue'], at: at('09:00-13:00'), who: ['ana'] },
    { days: ['tue'], at: at('12:00-17:00'), who: ['ben'] },
    { days: ['sun'], at: at('22:00-06:00'), who: ['carla'] },
  ]);
  const lines = week(r, ms('2026-11-26T10:00:00Z')).map(({ day, weekday, stretches }) => [
    day,
    weekday,
    stretches.map(
      ({ fromMs, toMs, members }) =>
        `${localTime(r, fromMs)}–${localTime(r, toMs)} ${members.map((member) => member.name).join(', ')}`,
    ),
  ]);

  it('runs from Monday to Sunday, whatever day it is', () => {
    expect(lines.map(([day]) => day)).toEqual([
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
      '2026-11-26',
      '2026-11-27',
      '2026-11-28',
      '2026-11-29',
    ]);
    expect(lines.map(([, weekday]) => weekday)).toEqual(weekdays);
  });

  it('shows who is on together', () => {
    expect(lines[1]?.[2]).toEqual(['09:00–12:00 Ana', '12:00–13:00 Ana, Ben', '13:00–17:00 Ben']);
  });

  it('a night stands under the day on which it begins', () => {
    expect(lines[0]?.[2]).toEqual([]);
    expect(lines[6]?.[2]).toEqual(['22:00–06:00 Carla']);
  });

  it('on a Sunday evening it is still this week', () => {
    expect(week(r, ms('2026-11-29T23:59:00Z'))[0]?.day).toBe('2026-11-23');
  });
});

describe('open hours', () => {
  const r = rota([], { openHours: openOn(workdays, at('09:00-12:00', '12:00-17:00')) });

  it('closing time is the end of adjoining hours', () => {
    expect(isOpen(r, ms('2026-11-24T09:00:00Z'))).toBe(true);
    expect(openUntil(r, ms('2026-11-24T09:00:00Z'))).toBe(ms('2026-11-24T17:00:00Z'));
  });

  it('closing time itself is closed', () => {
    expect(isOpen(r, ms('2026-11-24T17:00:00Z'))).toBe(false);
    expect(openUntil(r, ms('2026-11-24T17:00:00Z'))).toBeUndefined();
  });

  it('a weekend is no open time', () => {
    expect(openTimeBetween(r, ms('2026-11-27T16:00:00Z'), ms('2026-11-30T10:00:00Z'))).toBe(2 * HOUR_MS);
  });

  it('no time passes backwards', () => {
    expect(openTimeBetween(r, ms('2026-11-24T12:00:00Z'), ms('2026-11-24T10:00:00Z'))).toBe(0);
  });

  it('a library that never closes is open for all of the time', () => {
    const always = rota([], { openHours: openOn(weekdays, [{ fromMinute: 0, toMinute: 1440 }]) });
    const [from, to] = [ms('2026-10-24T10:00:00Z'), ms('2026-10-26T10:00:00Z')];
    expect(openTimeBetween(always, from, to)).toBe(48 * HOUR_MS);
    expect(openUntil(always, from)).toBeGreaterThan(from + 13 * 24 * HOUR_MS);
  });
});

describe('times on the screen', () => {
  it('are those of the desk, on a 24-hour clock', () => {
    const kathmandu = rota([], { timeZone: 'Asia/Kathmandu' });
    expect(localTime(kathmandu, ms('2026-11-24T04:59:59Z'))).toBe('10:44');
    expect(localTime(kathmandu, ms('2026-11-24T18:15:00Z'))).toBe('00:00');
    expect(localDay(kathmandu, ms('2026-11-24T18:15:00Z'))).toEqual({ weekday: 'wed', day: 25, month: 11 });
    expect(localDay(kathmandu, ms('2026-11-24T18:14:59Z'))).toEqual({ weekday: 'tue', day: 24, month: 11 });
  });
});

/** Walks real minutes and reads the wall clock from Intl: slow, simple, and shares no code with the rota. */
class MinuteWalker {
  private readonly walls: number[];
  private readonly firstAt = new Map<number, number>();

  constructor(
    timeZone: string,
    private readonly startMs: number,
    days: number,
  ) {
    const format = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' });
    this.walls = Array.from({ length: days * 1440 }, (_, index) => {
      const wall = format.format(startMs + index * 60_000).replace(' ', 'T');
      return Date.parse(`${wall}Z`) / 60_000;
    });
    this.walls.forEach((wall, index) => {
      if (!this.firstAt.has(wall)) this.firstAt.set(wall, index);
    });
  }

  /** One flag a minute: is it inside an interval of its weekday? */
  flags(hoursOn: (weekday: Weekday) => readonly Interval[]): boolean[] {
    const flags = this.walls.map(() => false);
    for (const day of new Set(this.walls.map((wall) => Math.floor(wall / 1440)))) {
      const weekday = weekdays[(day + 3) % 7];
      for (const { fromMinute, toMinute } of weekday ? hoursOn(weekday) : []) {
        flags.fill(true, this.indexOf(day * 1440 + fromMinute), this.indexOf(day * 1440 + toMinute));
      }
    }
    return flags;
  }

  minute(atMs: number): number {
    return (atMs - this.startMs) / 60_000;
  }

  atMs(minute: number): number {
    return this.startMs + minute * 60_000;
  }

  private indexOf(wall: number): number {
    const first = this.walls[0] ?? 0;
    if (wall <= first) return 0;
    const exact = this.firstAt.get(wall);
    if (exact !== undefined) return exact;
    const after = this.walls.findIndex((other) => other > wall);
    if (after === -1) return this.walls.length;
    const lost = (this.walls[after] ?? 0) - (this.walls[after - 1] ?? 0) - 1;
    return this.firstAt.get(wall + lost) ?? after;
  }
}

const changes: [zone: string, middle: string][] = [
  ['Europe/London', '2026-03-29'],
  ['Europe/London', '2026-10-25'],
  ['America/New_York', '2026-03-08'],
  ['America/New_York', '2026-11-01'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Australia/Lord_Howe', '2026-10-04'],
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
const someShift = fc.record({
  days: fc.subarray([...weekdays], { minLength: 1 }),
  at: someHours,
  who: fc.subarray(['ana', 'ben'], { minLength: 1 }),
});

describe.each(changes)('three days around a change in %s on %s', (timeZone, middle) => {
  const reach = 3 * 1440;
  const walker = new MinuteWalker(timeZone, ms(`${middle}T00:00:00Z`) - 6 * 86_400_000, 12);
  const centre = walker.minute(ms(`${middle}T12:00:00Z`));
  const probes = fc.array(fc.integer({ min: centre - reach, max: centre + reach }), {
    minLength: 5,
    maxLength: 5,
  });
  const check = (property: fc.IProperty<[Rota, number[]]>) => fc.assert(property, { numRuns: 25 });
  const someRota = fc
    .record({
      openDays: fc.subarray([...weekdays]),
      hours: someHours,
      shifts: fc.array(someShift, { maxLength: 3 }),
    })
    .map(({ openDays, hours, shifts }) => rota(shifts, { timeZone, openHours: openOn(openDays, hours) }));

  it('open time is what a minute walker counts', () => {
    check(
      fc.property(someRota, probes, (r, minutes) => {
        const open = walker.flags((day) => r.openHours[day]);
        for (const minute of minutes) {
          expect(isOpen(r, walker.atMs(minute))).toBe(open[minute]);
          const end = open.indexOf(false, minute);
          if (end !== -1) {
            expect(openUntil(r, walker.atMs(minute))).toBe(open[minute] ? walker.atMs(end) : undefined);
          }
        }
        const [from = 0, to = 0] = minutes.toSorted((a, b) => a - b);
        const counted = open.slice(from, to).filter(Boolean).length;
        expect(openTimeBetween(r, walker.atMs(from), walker.atMs(to))).toBe(counted * 60_000);
      }),
    );
  });

  it('who is on, and who comes next, is what a minute walker sees', () => {
    check(
      fc.property(someRota, probes, (r, minutes) => {
        const on = r.staff.map(({ key }) =>
          walker.flags((day) =>
            r.shifts.filter((s) => s.days.includes(day) && s.who.includes(key)).flatMap((s) => s.at),
          ),
        );
        for (const minute of minutes) {
          const expected = r.staff.filter((_, who) => on[who]?.[minute]).map(({ key }) => key);
          const seen = onShift(r, walker.atMs(minute));
          expect(seen.map(({ member }) => member.key)).toEqual(expected);

          for (const { member, fromMs, untilMs } of seen) {
            const flags = on[r.staff.indexOf(member)] ?? [];
            const begin = flags.lastIndexOf(false, minute) + 1;
            const end = flags.indexOf(false, minute);
            // What began on the day before its own first one the walker does not know.
            if (begin > 1440) expect(fromMs).toBe(walker.atMs(begin));
            if (end !== -1) expect(untilMs).toBe(walker.atMs(end));
          }

          const starts = on.map((flags) =>
            flags.findIndex((flag, index) => index > minute && flag && !flags[index - 1]),
          );
          const found = starts.filter((start) => start !== -1);
          if (found.length > 0)
            expect(next(r, walker.atMs(minute))?.atMs).toBe(walker.atMs(Math.min(...found)));
        }
      }),
    );
  });
});
