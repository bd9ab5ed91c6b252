import { expect, it } from 'vitest';
import { ana, ben, carla } from './desk.js';
import { aDayAt, type Day } from './library-day.js';
import { hands } from './scene.js';

let day: Day;
const leaves = async (user: string, how: 'deactivate' | 'leave') => {
  await day.slack(how, how === 'leave' ? { user, channel: 'C0XDESK01' } : { user });
  await day.app.idle();
  await day.pass(1_000);
};

it.each(['deactivate', 'leave'] as const)(
  'when the person on shift is gone (%s), what they had goes back and the fallback person is asked in their place',
  async (how) => {
    day = await aDayAt('2026-11-24T09:05', 'fallback: carla\n    standards: { question: 1h }');
    await day.writes('maya_reads', 'Maya Ortiz', '@centrallibrary Do you have large print?');
    await day.until('2026-11-24T09:16');
    await hands.writes(ana, 'Maya Ortiz', 'Answer', 'Hi Maya, yes');
    await leaves(ana, how);
    expect(await hands.shown('Maya Ortiz')).not.toContain('Ana is answering');
    await day.press(carla, 'Maya Ortiz', 'Answer');
    expect(await hands.reads(carla)).toContain('Hi Maya, yes');
    await hands.close(carla);

    const before = day.notified(ana).length;
    await day.writes('tom_h', 'Tom Hale', '@centrallibrary Is the lift working?');
    await day.until('2026-11-24T11:00');
    expect(day.notified(ana)).toHaveLength(before);
    expect(day.notified(carla).filter((text) => text.includes('1 is late'))).toHaveLength(1);
  },
);

it('when the fallback person is gone, the lead is told once and asked in their place', async () => {
  day = await aDayAt('2026-11-23T14:00', 'fallback: ben\n    standards: { question: 1h }');
  await leaves(ben, 'deactivate');
  await leaves(ana, 'leave');
  const said =
    'private: Ben does not answer any more and stands under fallback: in desk.yaml. When nobody is on shift, Carla is asked instead.';
  expect(day.notified(carla)).toEqual([said]);
  await day.writes('maya_reads', 'Maya Ortiz', '@centrallibrary Do you have large print?');
  await day.until('2026-11-23T15:30');
  expect(day.notified(carla)).toEqual([said, expect.stringContaining('1 is late')]);
  expect([...day.notified(ana), ...day.notified(ben)]).toEqual([]);
});
