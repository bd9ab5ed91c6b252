import { describe, expect, it } from 'vitest';
import type { Desk } from '../../../src/core/desk/desk.js';
import { deskId } from '../../../src/core/ids.js';
import type { Rota, Shift } from '../../../src/core/rota/rota.js';
import { FeedDown } from '../../../src/errors.js';
import { rotaChecks } from '../../../src/ops/doctor/rota-checks.js';
import type { RotaFeed } from '../../../src/ports/snapshots.js';
import { aDesk } from '../../build.js';
import { at, ms, rota, workdays } from '../../core/rota/central.js';

/** A Tuesday. */
const now = ms('2026-11-24T10:42Z');
const always: Shift = { days: workdays, at: at('09:00-17:00'), who: ['ana'] };
const desk = (shifts: readonly Shift[], change: Partial<Rota> = {}, more: Partial<Desk> = {}) =>
  aDesk({ rota: rota(shifts, change), responseTargets: {}, ...more });
const examine = (one: Desk, feed?: Pick<RotaFeed, 'read'>) => rotaChecks(one, feed, now);
const odd = async (one: Desk) => (await examine(one)).filter(({ mark }) => mark !== 'ok');

describe('a rota', () => {
  it('that is fine has a line for each thing looked at', async () => {
    expect(await examine(desk([always]))).toEqual([
      {
        id: 'rota.staffed',
        mark: 'ok',
        found: 'Somebody is on shift in all open hours of the next two weeks.',
      },
      {
        id: 'rota.shifts',
        mark: 'ok',
        found: 'Each shift of the next two weeks is of one person of the staff, on an open day.',
      },
      { id: 'rota.standards', mark: 'ok', found: 'Somebody is there in time for each answer.' },
    ]);
  });

  it('with a gap has a line for each, and where to close it', async () => {
    const gap = desk([{ ...always, days: ['mon', 'tue', 'wed', 'thu'] }]);
    expect(await odd(gap)).toEqual(
      ['27 Nov', '4 Dec'].map((day) => ({
        id: 'rota.staffed',
        mark: 'wrong',
        found: `Nobody is on shift on Fri ${day} 9–17, while the library answers.`,
        fix: 'Put somebody on shift in desks.central.shifts, or correct desks.central.openHours or .closures.',
      })),
    );
  });

  it('of a desk that practises is set right in its entry of desk.yaml, which has no "-practice"', async () => {
    const account = { ...aDesk().account, practice: true };
    const practising = desk([], {}, { account, id: deskId('central-practice') });
    const [found] = await odd(practising);
    expect(found?.fix).toBe(
      'Put somebody on shift in desks.central.shifts, or correct desks.central.openHours or .closures.',
    );
  });

  it.each<[what: string, rotaDesk: Desk, id: string, fix: string]>([
    [
      'somebody who is on shift twice',
      desk([always, { days: ['wed'], at: at('12:00-13:00'), who: ['ana'] }]),
      'rota.shifts',
      'Take one of the two out of desks.central.shifts.',
    ],
    [
      'somebody who is not on the staff',
      desk([always, { days: ['wed'], at: at('12:00-13:00'), who: ['zoe'] }]),
      'rota.shifts',
      'or add them to desks.central.staff.',
    ],
    [
      'a cover of no shift',
      desk([always], {
        covers: [{ of: 'ben', by: 'ana', fromMs: ms('2026-11-26T09:00Z'), toMs: ms('2026-11-26T10:00Z') }],
      }),
      'rota.shifts',
      'Correct or delete it in desks.central.covers',
    ],
    [
      'a standard that nobody can meet',
      desk([{ ...always, days: ['mon', 'tue', 'thu', 'fri'] }], {}, { responseTargets: { question: 120 } }),
      'rota.standards',
      'or change desks.central.standards.',
    ],
  ])('with %s says what to do, and where', async (_what, rotaDesk, id, fix) => {
    const found = (await odd(rotaDesk)).filter((one) => one.id === id);
    expect(found.length).toBeGreaterThan(0);
    for (const one of found) expect(one).toMatchObject({ mark: 'wrong', fix: expect.stringContaining(fix) });
  });

  it('whose weekly shift falls on closed days is worth a thought, and no more', async () => {
    const closed = desk([always], {
      closures: [{ name: 'Stocktaking', from: '2026-11-26', to: '2026-11-26' }],
    });
    expect(await odd(closed)).toMatchObject([{ id: 'rota.shifts', mark: 'note' }]);
  });
});

describe('a calendar', () => {
  const inCalendar = desk([]);
  const shifts = [{ who: ['ana'], fromMs: ms('2026-11-20T00:00Z'), toMs: ms('2027-01-20T00:00Z') }];

  it('is read now, and its shifts are looked at', async () => {
    const checks = await examine(inCalendar, { read: async () => ({ shifts, problems: [] }) });
    expect(checks.map(({ id, mark }) => `${id} ${mark}`)).toEqual([
      'rota.calendar ok',
      'rota.staffed ok',
      'rota.shifts ok',
      'rota.standards ok',
    ]);
    expect(checks[0]?.found).toBe('The calendar was read now, with 1 shift around today.');
  });

  it('that lacks somebody for some hours is where to put them', async () => {
    const checks = await examine(inCalendar, { read: async () => ({ shifts: [], problems: [] }) });
    expect(checks[1]).toMatchObject({
      id: 'rota.staffed',
      mark: 'wrong',
      fix: expect.stringContaining('in the calendar of desks.central.rota'),
    });
  });

  it('that names somebody unknown says whom', async () => {
    const problem = { kind: 'nobody-of-that-name', event: 'Zoe', name: 'Zoe', atMs: now } as const;
    const [first] = await examine(inCalendar, { read: async () => ({ shifts, problems: [problem] }) });
    expect(first).toMatchObject({ id: 'rota.calendar', mark: 'wrong' });
    expect(first?.found).toContain("The rota's calendar names Zoe");
    expect(first?.fix).toContain('desks.central.staff');
  });

  it("that can't be read says why and where it is set, and nothing of shifts", async () => {
    const read = async () => {
      throw new FeedDown('rota.ics', 'there is no such file');
    };
    expect(await examine(inCalendar, { read })).toEqual([
      {
        id: 'rota.calendar',
        mark: 'wrong',
        found: "The rota at rota.ics can't be read: there is no such file.",
        fix: 'Correct the address or the file in desks.central.rota, or make it readable for this machine.',
      },
    ]);
  });
});
