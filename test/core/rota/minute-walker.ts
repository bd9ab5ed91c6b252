import { type Weekday, weekdays } from '../../../src/core/rota/local-time.js';
import type { Interval } from '../../../src/core/rota/rota.js';

const DAY = 1440;

/** A day of the calendar, told without a calendar library. */
export interface NaiveDay {
  readonly weekday: Weekday;
  readonly iso: string;
  /** Its weekday's first, second, … in the month; and whether no other follows in the month. */
  readonly nth: number;
  readonly isLast: boolean;
  /** Weeks since one that began on Monday 5 January 1970. */
  readonly week: number;
}

/** Of a wall clock's minutes since 1970. */
function naiveDay(wall: number): NaiveDay {
  const iso = (days: number) => new Date((wall + days * DAY) * 60_000).toISOString().slice(0, 10);
  const month = (days: number) => iso(days).slice(0, 7);
  const before = [7, 14, 21, 28].filter((days) => month(-days) === month(0));
  const days = wall / DAY;
  return {
    weekday: weekdays[(days + 3) % 7] ?? 'mon',
    iso: iso(0),
    nth: before.length + 1,
    isLast: month(7) !== month(0),
    week: Math.floor((days + 3) / 7) - 1,
  };
}

/** The same for an ISO date. */
export const naiveDayOf = (iso: string) => naiveDay(Date.parse(`${iso}T00:00Z`) / 60_000);

/** Walks real minutes and reads the wall clock from Intl: slow, simple, and shares no code with the rota. */
export class MinuteWalker {
  private readonly walls: number[];
  private readonly days: ReadonlyMap<number, NaiveDay>;
  private readonly firstAt = new Map<number, number>();

  constructor(
    timeZone: string,
    private readonly startMs: number,
    days: number,
  ) {
    const format = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' });
    this.walls = Array.from({ length: days * DAY }, (_, index) => {
      const wall = format.format(startMs + index * 60_000).replace(' ', 'T');
      return Date.parse(`${wall}Z`) / 60_000;
    });
    const midnights = this.walls.map((wall) => Math.floor(wall / DAY) * DAY);
    this.days = new Map([...new Set(midnights)].map((wall) => [wall, naiveDay(wall)]));
    this.walls.forEach((wall, index) => {
      if (!this.firstAt.has(wall)) this.firstAt.set(wall, index);
    });
  }

  /** One flag a minute: is it inside an interval of its day? */
  flags(hoursOn: (day: NaiveDay) => readonly Interval[]): boolean[] {
    const flags = this.none();
    for (const [wall, day] of this.days) {
      for (const { fromMinute, toMinute } of hoursOn(day)) {
        flags.fill(true, this.indexOf(wall + fromMinute), this.indexOf(wall + toMinute));
      }
    }
    return flags;
  }

  none(): boolean[] {
    return new Array<boolean>(this.walls.length).fill(false);
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
