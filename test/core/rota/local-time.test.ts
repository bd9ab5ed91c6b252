import { describe, expect, it } from 'vitest';
import { localDate, localDay, localTime, weekdays, zoned } from '../../../src/core/rota/local-time.js';
import { ms, rota } from './central.js';

describe('times on the screen', () => {
  it('are those of the desk, on a 24-hour clock', () => {
    const kathmandu = rota([], { timeZone: 'Asia/Kathmandu' });
    expect(localTime(kathmandu, ms('2026-11-24T04:59:59Z'))).toBe('10:44');
    expect(localTime(kathmandu, ms('2026-11-24T18:15:00Z'))).toBe('00:00');
    expect(localDay(kathmandu, ms('2026-11-24T18:15:00Z'))).toEqual({ weekday: 'wed', day: 25, month: 11 });
    expect(localDay(kathmandu, ms('2026-11-24T18:14:59Z'))).toEqual({ weekday: 'tue', day: 24, month: 11 });
  });

  it('are those of every zone, on both sides of each moment at which its clock changes', () => {
    const from = ms('2010-01-01T00:00:00Z');
    const to = ms('2040-01-01T00:00:00Z');
    const wrong = Intl.supportedValuesOf('timeZone').flatMap((timeZone) =>
      changesOf(timeZone, from, to)
        .flatMap((at) => [at - 1, at, at + 1])
        .filter((at) => !isAsTemporalSays(timeZone, at))
        .map((at) => `${timeZone} ${new Date(at).toISOString()}`),
    );
    expect(wrong).toEqual([]);
  });
});

/** The moments (Unix ms) at which a zone's clock changes in a time, with its beginning. */
function changesOf(timeZone: string, fromMs: number, toMs: number): readonly number[] {
  const found = [fromMs];
  for (;;) {
    const next =
      zoned(timeZone, found.at(-1) ?? toMs).getTimeZoneTransition('next')?.epochMilliseconds ?? toMs;
    if (next >= toMs) return found;
    found.push(next);
  }
}

function isAsTemporalSays(timeZone: string, at: number): boolean {
  const wall = zoned(timeZone, at);
  const { weekday, day, month } = localDay({ timeZone }, at);
  return (
    localTime({ timeZone }, at) === wall.toPlainTime().toString({ smallestUnit: 'minute' }) &&
    localDate({ timeZone }, at) === wall.toPlainDate().toString() &&
    weekdays.indexOf(weekday) + 1 === wall.dayOfWeek &&
    day === wall.day &&
    month === wall.month
  );
}
