import { describe, expect, it } from 'vitest';
import { ana } from './desk.js';
import { hands, openScene, scene, useScene } from './scene.js';

it('a greeting that thanks for following is held up once: change the words, or send them anyway', async () => {
  await openScene({ desk: (text) => text.replace('plan: self-serve', 'plan: enterprise') });
  await scene.x('plan', { plan: 'enterprise' });
  await scene.x('addAccount', { handle: 'samokafor', name: 'Sam Okafor' });
  await scene.x('post', { by: 'samokafor', text: 'Any good allotment books?' });
  await scene.x('follow', { by: 'samokafor' });
  await scene.pass(310_000);
  await scene.press(ana, 'Sam Okafor', 'Greet');
  await hands.inModal(ana, 'Answer this');

  await hands.type(ana, 'Hi Sam, thanks for following!');
  await hands.inModal(ana, 'Look it over');
  expect(await hands.reads(ana)).toContain('reads like a machine');
  await hands.submit(ana);
  expect(await hands.title(ana)).toBe('Before you send');
  expect(await hands.reads(ana)).toContain('Say something about what Sam posts instead.');
  await scene.pass(30_000);
  expect(scene.published('Hi Sam')).toEqual([]);

  await hands.inModal(ana, 'Change the words');
  expect(await hands.title(ana)).toBe('Greet Sam');
  expect(await hands.reads(ana)).toContain('Hi Sam, thanks for following!');
  await hands.submit(ana);
  await hands.submit(ana);
  expect(await hands.title(ana)).toBe('On its way');
  await scene.pass(6_000);
  expect(scene.published('thanks for following')).toHaveLength(1);
});

it('words that were held up are not sent to a post that changed meanwhile: the editor shows it', async () => {
  await openScene();
  const id = await scene.mention('abe_l', 'Abe Lund', '@centrallibrary Are you open late?');
  await hands.writes(ana, 'Abe Lund', 'Answer', 'Hi Abe, until nine: see example.org');
  await hands.submit(ana);
  expect(await hands.title(ana)).toBe('Before you send');
  await scene.x('edit', { id, text: '@centrallibrary Are you open on Sunday?' });
  await hands.submit(ana);
  expect(await hands.title(ana)).toBe('Answer Abe');
  expect(await hands.reads(ana)).toContain('Are you open on Sunday?');
  expect(await hands.reads(ana)).toContain('Read it again, then press Send.');
  await hands.type(ana, 'Hi Abe, not on Sundays: see example.org');
  await hands.submit(ana);
  await hands.submit(ana);
  expect(await hands.title(ana)).toBe('On its way');
  await scene.pass(6_000);
  expect(scene.published('Hi Abe').map(({ text }) => text)).toEqual([
    'Hi Abe, not on Sundays: see example.org ^AK',
  ]);
});

describe('an answer as long as the editor takes', () => {
  useScene({ desk: (text) => text.replace('plan: self-serve', 'plan: self-serve, longPosts: true') });
  const long = `Hi Lou, see example.org and ${'so on and '.repeat(275)}`.trim();

  it('is held up and sent anyway', async () => {
    await scene.mention('lou_b', 'Lou Bell', '@centrallibrary What can I borrow?');
    await hands.writes(ana, 'Lou Bell', 'Answer', long);
    await hands.submit(ana);
    expect(await hands.title(ana)).toBe('Before you send');
    await hands.submit(ana);
    expect(await hands.title(ana)).toBe('On its way');
    await hands.inModal(ana, 'Undo');
    await hands.close(ana);
  });

  it('is finished in X', async () => {
    await hands.pick(ana, 'Lou Bell', 'Finish in X…');
    expect(await hands.reads(ana)).toContain('They are too long for a link: copy them, then open X.');
    await hands.inModal(ana, 'Open in X');
    await hands.close(ana);
    expect(await hands.shown('Lou Bell')).toContain('Ana is finishing this in X');
  });
});
