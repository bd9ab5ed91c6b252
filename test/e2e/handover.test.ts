import { expect, it } from 'vitest';
import { ana, ben, carla } from './desk.js';
import { aDayAt, type Day } from './library-day.js';
import { hands } from './scene.js';

let day: Day;
const handed = (user: string) => day.notified(user).filter((text) => /still waits?/u.test(text));

it('what nobody answered when a shift ends is told once to the fallback person, before it is late', async () => {
  day = await aDayAt('2026-11-23T11:30', 'fallback: carla\n    standards: { question: 3h }');
  await day.writes('maya_reads', 'Maya Ortiz', '@centrallibrary Do you have large print?');
  await day.writes('tom_h', 'Tom Hale', '@centrallibrary Is the lift working?');
  await day.until('2026-11-23T12:59');
  expect(handed(carla)).toEqual([]);
  await day.until('2026-11-23T14:20');
  expect(handed(carla)).toEqual([
    "private: Nobody is on shift. 2 posts still wait for an answer. First: Maya, 'Do you have large print?' · please answer by 14:30",
  ]);
  await day.pressPrivately(carla, 'Answer next');
  await hands.writesTo(carla, 'Answer Maya');
  expect((await day.privately(carla)).at(-1)).toContain(
    "1 post still waits for an answer. Tom, 'Is the lift",
  );
  expect([...handed(ana), ...handed(ben)]).toEqual([]);
});

it('where the next shift begins then, its own message says it, and nothing else does', async () => {
  day = await aDayAt('2026-11-24T11:30', 'fallback: carla\n    standards: { question: 3h }');
  await day.writes('maya_reads', 'Maya Ortiz', '@centrallibrary Do you have large print?');
  await day.until('2026-11-24T14:20');
  expect(day.notified(ben)).toEqual(['private: Good afternoon, Ben. 1 waiting: 1 question.']);
  expect(day.notified(carla)).toEqual([]);
});
