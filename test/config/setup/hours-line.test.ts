import { describe, expect, it } from 'vitest';
import { hoursLine, readHoursLine } from '../../../src/config/setup/hours-line.js';

const nine = ['09:00-17:00'];

describe('hours in one line', () => {
  it.each([
    ['mon-tue 09:00-17:00', { mon: nine, tue: nine }],
    ['Mon – Tue  9:00 - 17:00', { mon: nine, tue: nine }],
    ['sat 10:00-12:00 14:00-16:00', { sat: ['10:00-12:00', '14:00-16:00'] }],
    ['mon-tue 09:00-17:00, tue 10:00-24:00', { mon: nine, tue: ['10:00-24:00'] }],
  ])('%j is understood', (line, hours) => {
    expect(readHoursLine(line)).toEqual({ hours });
  });

  it.each(['', 'mo-fr 9-5', 'mon', 'mon 09:00', 'fri-mon 09:00-17:00', 'mon 25:00-26:00', 'mon 09:00-09:00'])(
    '%j is refused with an example',
    (line) => {
      expect(readHoursLine(line)).toEqual({ refused: expect.stringContaining('mon-fri 09:00-17:00') });
    },
  );

  it.each([
    ['mon 09:00-17:00 12:00-13:00', 'mon 09:00-17:00 and mon 12:00-13:00 overlap.'],
    ['mon 22:00-02:00, tue 01:00-03:00', 'mon 22:00-02:00 and tue 01:00-03:00 overlap.'],
  ])('%j is refused, because desk.yaml would be', (line, sentence) => {
    expect(readHoursLine(line)).toEqual({ refused: expect.stringContaining(sentence) });
  });

  it('says hours as they are typed: days in a row with equal hours together', () => {
    const hours = { mon: nine, tue: nine, wed: ['10:00-12:00', '13:00-14:00'], fri: nine, sat: [] };
    expect(hoursLine(hours)).toBe('mon-tue 09:00-17:00, wed 10:00-12:00 13:00-14:00, fri 09:00-17:00');
    expect(readHoursLine(hoursLine(hours))).toEqual({
      hours: { mon: nine, tue: nine, wed: hours.wed, fri: nine },
    });
  });
});
