import { expect, it } from 'vitest';
import { ana, ben, carla } from './desk.js';
import { aDayAt, type Day } from './library-day.js';
import { hands } from './scene.js';

let day: Day;
const urgentWords = 'urgentWords: ["collapsed", "can\'t breathe"]';
const told = (user: string) => day.notified(user).filter((text) => text.includes('🚨'));

it('an urgent word tells whoever is on shift and the lead at once, and goes before everything else', async () => {
  day = await aDayAt('2026-11-24T09:30', urgentWords);
  await day.writes('tom_h', 'Tom Hale', '@centrallibrary Is the lift working?');
  await day.until('2026-11-24T09:45');
  await day.writes('maya_reads', 'Maya Ortiz', '@centrallibrary Somebody COLLAPSED on your stairs');
  await day.until('2026-11-24T09:51');
  const said = "private: 🚨 Urgent: 'COLLAPSED' Maya, 'Somebody COLLAPSED on your stairs'";
  expect(told(ana)).toContain(said);
  expect(told(carla)).toEqual([said]);
  expect(told(ben)).toEqual([]);
  expect(await hands.shown('Maya Ortiz')).toMatch(/^🚨 Urgent: 'COLLAPSED'/u);

  await hands.command(ana, '/greet', 'next');
  await hands.writesTo(ana, 'Answer Maya');
  expect((await day.privately(carla)).at(-1)).toContain('Ana is answering');
  await hands.type(ana, 'Hi Maya, help is on its way. Thank you.');
  await hands.submit(ana);
  await day.until('2026-11-24T09:52');
  expect((await day.privately(carla)).at(-1)).toMatch(/^🚨 Maya · Ana answered at 09:5\d/u);
});

it('on a closed day the fallback person and the lead are told of an urgent word, also of one that is edited in', async () => {
  day = await aDayAt('2026-11-22T03:00', `${urgentWords}\n    fallback: ben`);
  const id = await day.writes('maya_reads', 'Maya Ortiz', '@centrallibrary I am in your lobby');
  await day.until('2026-11-22T03:11');
  expect([...told(ben), ...told(carla)]).toEqual([]);
  await day.x('edit', { id, text: '@centrallibrary I am in your lobby and can’t breathe' });
  await day.until('2026-11-22T03:22');
  const said = "private: 🚨 Urgent: 'can't breathe' Maya, 'I am in your lobby and can’t breathe'";
  expect(told(ben)).toEqual([said]);
  expect(told(carla)).toEqual([said]);
  expect(told(ana)).toEqual([]);
});

it('in a muted conversation an urgent word still gets a card of its own and reaches people', async () => {
  day = await aDayAt('2026-11-24T09:30', urgentWords);
  await day.writes('maya_reads', 'Maya Ortiz', '@centrallibrary Nice window');
  await day.until('2026-11-24T09:41');
  await hands.more(ana, 'Maya Ortiz', 'Mute conversation');
  await hands.close(ana);
  const { posts } = (await day.x('posts', {})) as { posts: { id: string }[] };
  await day.x('addAccount', { handle: 'tom_h', name: 'Tom Hale' });
  await day.x('post', {
    by: 'tom_h',
    text: '@centrallibrary a child collapsed',
    in_reply_to: String(posts.at(-1)?.id),
  });
  await day.until('2026-11-24T09:51');
  expect(await hands.shown('Tom Hale')).toMatch(/🚨 Urgent: 'collapsed'.*Answer/u);
  expect(told(carla)).toHaveLength(1);
});
