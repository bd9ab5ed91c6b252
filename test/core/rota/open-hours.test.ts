import { describe, expect, it } from 'vitest';
import { weekdays } from '../../../src/core/rota/local-time.js';
import {
  afterOpenTime,
  isOpen,
  nextOpening,
  openFrom,
  openTimeBetween,
  openUntil,
} from '../../../src/core/rota/open-hours.js';
import { at, ms, openOn, rota, workdays } from './central.js';

const HOUR_MS = 3_600_000;

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

describe('a library that closes for a while', () => {
  const r = rota([], {
    closures: [
      { from: '2026-11-25', to: '2026-11-25', name: 'Stocktaking' },
      { from: '2026-12-21', to: '2027-01-08', name: 'Winter' },
    ],
  });

  it('is closed on those days, and their hours do not count', () => {
    expect(isOpen(r, ms('2026-11-25T10:00:00Z'))).toBe(false);
    expect(openTimeBetween(r, ms('2026-11-24T16:00:00Z'), ms('2026-11-26T10:00:00Z'))).toBe(2 * HOUR_MS);
  });

  it('opens next after the closure', () => {
    expect(nextOpening(r, ms('2026-11-24T10:00:00Z'))).toBe(ms('2026-11-26T09:00:00Z'));
    expect(openFrom(r, ms('2026-11-24T17:00:00Z'))).toBe(ms('2026-11-26T09:00:00Z'));
    expect(openFrom(r, ms('2026-11-24T16:59:00Z'))).toBe(ms('2026-11-24T16:59:00Z'));
    expect(openFrom(r, ms('2026-12-18T17:00:00Z'))).toBe(ms('2027-01-11T09:00:00Z'));
  });

  it.each([
    ['2026-11-24T10:42:00Z', 4, '2026-11-24T14:42:00Z'],
    ['2026-11-24T15:00:00Z', 2, '2026-11-24T17:00:00Z'],
    ['2026-11-24T15:00:00Z', 4, '2026-11-26T11:00:00Z'],
    ['2026-11-28T15:00:00Z', 4, '2026-11-30T13:00:00Z'],
    ['2026-12-18T16:00:00Z', 4, '2027-01-11T12:00:00Z'],
    ['2026-11-28T15:00:00Z', 0, '2026-11-28T15:00:00Z'],
  ])('from %s on, %d open hours have passed at %s', (from, hours, then) => {
    expect(afterOpenTime(r, ms(from), hours * HOUR_MS)).toBe(ms(then));
  });

  it('never opens when no day has hours', () => {
    const shut = rota([], { openHours: openOn([], []) });
    expect(openFrom(shut, ms('2026-11-24T10:00:00Z'))).toBeUndefined();
    expect(afterOpenTime(shut, ms('2026-11-24T10:00:00Z'), HOUR_MS)).toBeUndefined();
    expect(nextOpening(shut, ms('2026-11-24T10:00:00Z'))).toBeUndefined();
  });
});
