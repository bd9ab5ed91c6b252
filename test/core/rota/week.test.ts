import { describe, expect, it } from 'vitest';
import { localTime, weekdays } from '../../../src/core/rota/local-time.js';
import { week } from '../../../src/core/rota/week.js';
import { at, ms, rota } from './central.js';

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

  it('shows covers from when they begin, and no closed day', () => {
    const changed = {
      ...r,
      closures: [{ from: '2026-11-24', to: '2026-11-24', name: 'Stocktaking' }],
      covers: [{ of: 'carla', by: 'ana', fromMs: ms('2026-11-23T03:00Z'), toMs: ms('2026-11-23T06:00Z') }],
    };
    const shown = week(changed, ms('2026-11-26T10:00:00Z')).map(({ stretches }) =>
      stretches.map(
        ({ fromMs, members }) => `${localTime(r, fromMs)} ${members.map(({ key }) => key).join()}`,
      ),
    );
    expect(shown).toEqual([['03:00 ana'], [], [], [], [], [], ['22:00 carla']]);
  });
});
