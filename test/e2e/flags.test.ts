import { expect, it } from 'vitest';
import { ana, ben, carla } from './desk.js';
import { aDayAt } from './library-day.js';
import { hands } from './scene.js';

it('a reminder counts all that is late, also what it told before', async () => {
  const day = await aDayAt('2026-11-24T09:30', 'standards: { question: 30m }');
  await day.writes('maya_reads', 'Maya Ortiz', '@centrallibrary Do you have large print?');
  await day.writes('tom_h', 'Tom Hale', '@centrallibrary Is the lift working?');
  await day.until('2026-11-24T10:10');
  await day.writes('li_wen', 'Li Wen', '@centrallibrary Are you open on Sunday?');
  await day.until('2026-11-24T11:15');
  expect(day.notified(ana).filter((said) => said.includes(' late'))).toEqual([
    expect.stringContaining("private: 2 are late. Oldest: Maya, 'Do you have large print?' As of 10:"),
    expect.stringContaining('private: 3 are late, 1 of them new. Oldest: Maya'),
  ]);
}, 60_000);

it('a flag stands on the card with its note, and reminds the lead the next morning, who lifts it there', async () => {
  const day = await aDayAt('2026-11-24T16:30', 'standards: { question: off }');
  await day.writes('tom_h', 'Tom Hale', '@centrallibrary Is the lift working?');
  await day.until('2026-11-24T16:45');
  await hands.flags(ben, 'Tom Hale', 'needs the director');
  expect(await hands.shown('Tom Hale')).toContain(
    `✋ Don't answer yet: Carla was asked by Ben · since 16:45 · "needs the director"`,
  );
  await day.until('2026-11-25T08:50');
  const asked = () => day.notified(carla).filter((said) => said.includes('for your word'));
  expect(asked()).toEqual([]);
  await day.until('2026-11-25T10:10');
  expect(asked()).toHaveLength(1);
  expect(day.notified(ana)).toEqual([expect.stringContaining("1 is flagged: Tom, 'Is the lift working?'")]);
  expect((await day.privately(carla)).at(-1)).toContain(
    `Tom, 'Is the lift working?' Ben asked you · since Tue 24 Nov 16:45 · "needs the director" Open Lift`,
  );
  await day.pressPrivately(carla, 'Lift');
  expect((await day.privately(carla)).at(-1)).toContain('Nothing here waits for your word any more.');
  expect(await hands.shown('Tom Hale')).not.toContain("Don't answer yet");
}, 90_000);
