import { expect, it } from 'vitest';
import { ana, ben, carla } from '../e2e/desk.js';
import { aDayAt } from '../e2e/library-day.js';
import { hands } from '../e2e/scene.js';

it('a card, a line, a private message, a modal and a Home that are not as the desk would make them are each found', {
  timeout: 60_000,
}, async () => {
  const day = await aDayAt('2026-11-24T09:02');
  await day.writes('maya_reads', 'Maya Ortiz', '@centrallibrary Do you have large print?');
  await day.writes('tom_h', 'Tom Hale', '@centrallibrary Is the lift working?');
  await day.until('2026-11-24T09:15');
  await hands.flags(ben, 'Tom Hale', 'needs the director');
  await hands.pick(ana, 'Maya Ortiz', 'More…');
  await day.slack('openHome', { user: carla });
  await day.until('2026-11-24T09:20');
  expect(await day.untrue()).toEqual([]);

  const found = async (from: string, to: string) => {
    const all = await day.untrue((text) => text.replaceAll(from, to));
    return all.map((one) => one.split(' ')[0] + (one.includes(' line-') ? ' line' : ''));
  };
  expect(await found('large print?', 'small print?')).toEqual(['message', 'message line', 'home']);
  expect(await found('asks you to look at', 'thanks you for')).toEqual(['message']);
  expect(await found('Nobody is answering this now', 'Ana is answering this')).toEqual(['modal', 'modal']);
  expect(await found('Answer next (1)', 'Answer next (2)')).toEqual(['home']);
});
