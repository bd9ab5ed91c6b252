import { describe, expect, it } from 'vitest';
import { dutiesBetween, nextOnShift, onShift, unstaffedOpenTime } from '../../../src/core/rota/duty.js';
import type { Rota } from '../../../src/core/rota/rota.js';
import { at, ms, rota } from './central.js';

const HOUR_MS = 3_600_000;
const span = (from: string, to: string) => ({ fromMs: ms(from), toMs: ms(to) });
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
    const coming = nextOnShift(r, ms('2026-11-24T10:00:00Z'));
    expect(coming?.atMs).toBe(ms('2026-11-24T13:00:00Z'));
    expect(coming?.members.map((member) => member.key)).toEqual(['ben', 'carla']);
  });

  it('somebody who goes on without a break is not coming on', () => {
    const r = rota([{ days: ['tue'], at: at('09:00-13:00', '13:00-17:00'), who: ['ana'] }]);
    expect(nextOnShift(r, ms('2026-11-24T10:00:00Z'))?.atMs).toBe(ms('2026-12-01T09:00:00Z'));
  });

  it('nobody is coming on when there are no shifts', () => {
    expect(nextOnShift(rota([]), ms('2026-11-24T10:00:00Z'))).toBeUndefined();
  });
});

describe('a shift of some weeks only', () => {
  const everyOther = rota([
    { days: ['mon', 'thu'], at: at('09:00-13:00'), who: ['ana'], every: { weeks: 2, from: '2026-01-08' } },
  ]);

  it.each([
    ['2026-01-05T10:00:00Z', [], 'the week counts from Monday, but nothing before its first date'],
    ['2026-01-08T10:00:00Z', ['ana'], ''],
    ['2026-01-12T10:00:00Z', [], ''],
    ['2026-01-19T10:00:00Z', ['ana'], ''],
    ['2028-02-28T10:00:00Z', ['ana'], '112 weeks later, in a leap year'],
    ['2028-03-06T10:00:00Z', [], ''],
  ])('at %s it is %j %s', (iso, expected) => {
    expect(onNow(everyOther, iso)).toEqual(expected);
  });

  it.each([
    ['last', '2026-10-31T10:00:00Z', ['ana']],
    ['last', '2026-10-24T10:00:00Z', []],
    ['last', '2028-02-26T10:00:00Z', ['ana']],
    [1, '2026-11-07T10:00:00Z', ['ana']],
    [1, '2026-11-14T10:00:00Z', []],
    [5, '2026-10-31T10:00:00Z', ['ana']],
    [5, '2026-11-28T10:00:00Z', []],
  ] as const)('Saturday %s of the month, at %s, is %j', (nth, iso, expected) => {
    expect(onNow(rota([{ days: ['sat'], at: at('09:00-13:00'), who: ['ana'], nth }]), iso)).toEqual(expected);
  });

  it('a monthly shift comes next even when it is five weeks away', () => {
    const monthly = rota([{ days: ['sat'], at: at('09:00-13:00'), who: ['ana'], nth: 'last' }]);
    expect(nextOnShift(monthly, ms('2026-10-31T13:00:00Z'))?.atMs).toBe(ms('2026-11-28T09:00:00Z'));
  });
});

describe('closures', () => {
  const closures = [{ from: '2026-11-24', to: '2026-11-25', name: 'Stocktaking' }];
  const night = { days: ['mon', 'tue', 'wed', 'thu'], at: at('22:00-06:00'), who: ['ana'] } as const;

  it('nobody is on shift from local midnight to local midnight', () => {
    const newYork = rota([night], { closures, timeZone: 'America/New_York' });
    expect(onShift(newYork, ms('2026-11-24T04:59:00Z'))[0]?.untilMs).toBe(ms('2026-11-24T05:00:00Z'));
    expect(onNow(newYork, '2026-11-24T05:00:00Z')).toEqual([]);
    expect(onNow(newYork, '2026-11-26T04:59:00Z')).toEqual([]);
    expect(onShift(newYork, ms('2026-11-26T05:00:00Z'))[0]?.fromMs).toBe(ms('2026-11-26T05:00:00Z'));
  });
});

describe('covers', () => {
  const of = (of: string, by: string, from: string, to: string) => ({ of, by, ...span(from, to) });
  const tuesday = (covers: Rota['covers']) =>
    rota(
      [
        { days: ['tue'], at: at('09:00-13:00'), who: ['ana'] },
        { days: ['tue'], at: at('13:00-17:00'), who: ['ben'] },
      ],
      { covers },
    );
  const duties = (r: Rota) =>
    dutiesBetween(r, ms('2026-11-24T00:00:00Z'), ms('2026-11-25T00:00:00Z')).map(({ member, fromMs, toMs }) =>
      [member.key, fromMs, toMs].map((part) =>
        typeof part === 'number' ? new Date(part).toISOString().slice(11, 16) : part,
      ),
    );

  it('a colleague is on for the part they took', () => {
    const r = tuesday([of('ana', 'carla', '2026-11-24T11:00:00Z', '2026-11-24T15:00:00Z')]);
    expect(duties(r)).toEqual([
      ['ana', '09:00', '11:00'],
      ['carla', '11:00', '13:00'],
      ['ben', '13:00', '17:00'],
    ]);
  });

  it('one who covers beside their own shift has one duty', () => {
    const r = tuesday([of('ben', 'ana', '2026-11-24T13:00:00Z', '2026-11-24T17:00:00Z')]);
    expect(duties(r)).toEqual([['ana', '09:00', '17:00']]);
  });

  it('a cover can be covered, in the order in which they were agreed', () => {
    const first = of('ana', 'ben', '2026-11-24T09:00:00Z', '2026-11-24T13:00:00Z');
    const then = of('ben', 'carla', '2026-11-24T12:00:00Z', '2026-11-24T14:00:00Z');
    expect(duties(tuesday([first, then]))).toEqual([
      ['ben', '09:00', '12:00'],
      ['carla', '12:00', '14:00'],
      ['ben', '14:00', '17:00'],
    ]);
    expect(duties(tuesday([then, first]))[0]).toEqual(['ben', '09:00', '13:00']);
  });
});

describe('a rota that is kept elsewhere', () => {
  it('stands in place of the weekly shifts, long duties whole', () => {
    const week = { ...span('2026-11-20T09:00:00Z', '2026-11-27T09:00:00Z'), who: ['carla'] };
    const r = rota([{ days: ['tue'], at: at('09:00-13:00'), who: ['ana'] }], { dated: [week] });
    const [on, ...others] = onShift(r, ms('2026-11-24T10:00:00Z'));
    expect(others).toEqual([]);
    expect(on?.member.key).toBe('carla');
    expect(on?.fromMs).toBe(week.fromMs);
    expect(on?.untilMs).toBe(week.toMs);
  });
});

it('gaps are open time with nobody on shift', () => {
  const r = rota([{ days: ['mon', 'tue'], at: at('08:00-12:00', '13:00-17:00'), who: ['ana'] }], {
    closures: [{ from: '2026-11-25', to: '2026-11-26', name: 'Stocktaking' }],
  });
  expect(unstaffedOpenTime(r, ms('2026-11-24T00:00:00Z'), ms('2026-11-28T00:00:00Z'))).toEqual([
    span('2026-11-24T12:00:00Z', '2026-11-24T13:00:00Z'),
    span('2026-11-27T09:00:00Z', '2026-11-27T17:00:00Z'),
  ]);
});
