import { describe, expect, it } from 'vitest';
import type { Desk } from '../../../src/core/desk/desk.js';
import { comingDays, outlook } from '../../../src/core/doctor/outlook.js';
import type { Rota, Shift } from '../../../src/core/rota/rota.js';
import { aDesk, minutes } from '../../build.js';
import { at, ms, openOn, rota, workdays } from '../rota/central.js';

/** A Tuesday. */
const now = ms('2026-11-24T10:42Z');
const desk = (shifts: readonly Shift[], change: Partial<Rota> = {}, more: Partial<Desk> = {}) =>
  aDesk({ rota: rota(shifts, change), responseTargets: {}, ...more });
const always: Shift = { days: workdays, at: at('09:00-17:00'), who: ['ana'] };
const said = (one: Desk) => outlook(one, now).map((finding) => finding.said);
const keys = (one: Desk) => outlook(one, now).map(({ key }) => key);

it('a rota in which somebody is always on has nothing wrong', () => {
  expect(outlook(desk([always]), now)).toEqual([]);
});

describe('open hours with nobody on shift', () => {
  const friday = desk([
    { ...always, days: ['mon', 'tue', 'wed', 'thu'] },
    { ...always, days: ['fri'], at: at('09:00-13:00') },
  ]);

  it('are named with their day, each week', () => {
    expect(said(friday)).toEqual([
      'Nobody is on shift on Fri 27 Nov 13–17, while the library answers.',
      'Nobody is on shift on Fri 4 Dec 13–17, while the library answers.',
    ]);
    expect(new Set(keys(friday)).size).toBe(1);
  });

  it('are the same finding at any hour of the day', () => {
    const tuesday = desk([{ ...always, days: ['mon', 'wed', 'thu', 'fri'] }]);
    const [morning, evening] = ['2026-11-24T06:00Z', '2026-11-24T16:00Z'].map((iso) =>
      outlook(tuesday, ms(iso)),
    );
    expect(evening).toEqual(morning);
    expect(morning?.[0]?.said).toContain('on Tue 24 Nov 9–17');
  });
});

it('somebody who is planned in two places at once is named', () => {
  const both = desk([always, { days: ['wed'], at: at('12:00-13:00'), who: ['ben', 'ana'] }]);
  expect(said(both)).toEqual([
    'Ana is on shift twice on Wed 25 Nov 12–13.',
    'Ana is on shift twice on Wed 2 Dec 12–13.',
  ]);
});

it('a shift of somebody who is not on the staff is named', () => {
  const left = desk([always, { days: ['wed'], at: at('09:00-10:00'), who: ['U0GONE'] }]);
  expect(said(left)[0]).toBe('The shift on Wed 25 Nov 9–10 names U0GONE, who is not on the staff.');
  expect(new Set(keys(left)).size).toBe(1);
});

describe('a shift that falls wholly on closed days', () => {
  const closures = [{ from: '2026-11-26', to: '2026-11-26', name: 'Thanksgiving' }];

  it('is a note where it comes every week, and a finding where it was dated', () => {
    expect(outlook(desk([always], { closures }), now)).toMatchObject([
      { said: 'The shift of Ana on Thu 26 Nov 9–17 falls on closed days (Thanksgiving).', note: true },
    ]);
    const one = { fromMs: ms('2026-11-26T09:00Z'), toMs: ms('2026-11-26T17:00Z'), who: ['ana'] };
    const dated = outlook(desk([], { closures, dated: [one], openHours: openOn([], []) }), now);
    expect(dated).toHaveLength(1);
    expect(dated[0]).not.toHaveProperty('note');
  });
});

describe('a standard', () => {
  const monday: Shift = { ...always, days: ['mon', 'tue', 'wed', 'thu'] };
  const gone = desk([monday, { ...always, days: ['fri'], at: at('09:00-11:00') }]);
  const targets = (hours: number) => ({ ...gone, responseTargets: { question: minutes(hours * 60) } });
  const unmet = (hours: number) => said(targets(hours)).filter((one) => one.includes('wants an answer'));

  it('that no shift can keep is named with the first post that shows it', () => {
    expect(unmet(6)[0]).toBe(
      'A question that comes on Fri 27 Nov 11:00 wants an answer by Fri 27 Nov 17:00, and nobody is on shift before that.',
    );
  });

  it('can be kept when somebody comes on before it ends, though after a closed night', () => {
    expect(unmet(7)).toEqual([]);
  });

  it('counts open hours of several days when nobody is on in between', () => {
    const noMonday = desk([
      { ...always, days: ['tue', 'wed', 'thu'] },
      { ...always, days: ['fri'], at: at('09:00-11:00') },
    ]);
    const found = said({ ...noMonday, responseTargets: { complaint: minutes(10 * 60) } });
    expect(found.filter((one) => one.startsWith('A complaint'))[0]).toContain(
      'wants an answer by Mon 30 Nov 13:00',
    );
  });
});

it('a cover of a shift that is not there is named, but not once it is over', () => {
  const cover = (day: string) => ({
    of: 'ben',
    by: 'carla',
    fromMs: ms(`2026-${day}T09:00Z`),
    toMs: ms(`2026-${day}T13:00Z`),
  });
  expect(said(desk([always], { covers: [cover('12-30'), cover('11-02')] }))).toEqual([
    'Carla covers Ben on Wed 30 Dec 9–13, but Ben is not on shift then.',
  ]);
});

it('the coming days are a line each, with who is on, gaps and closures', () => {
  const shown = comingDays(
    desk([{ ...always, at: at('09:00-13:30') }], {
      closures: [{ from: '2026-11-26', to: '2026-11-26', name: 'Thanksgiving' }],
    }),
    now,
  );
  expect(shown).toHaveLength(14);
  expect(shown.slice(0, 5)).toEqual([
    'Tue 24 Nov  9–13:30 Ana · nobody 13:30–17',
    'Wed 25 Nov  9–13:30 Ana · nobody 13:30–17',
    'Thu 26 Nov  closed: Thanksgiving',
    'Fri 27 Nov  9–13:30 Ana · nobody 13:30–17',
    'Sat 28 Nov  closed',
  ]);
});
