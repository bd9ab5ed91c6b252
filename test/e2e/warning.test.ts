import { expect, it } from 'vitest';
import { ana } from './desk.js';
import { hands, openScene, scene } from './scene.js';

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
  await hands.inModal(ana, 'Check');
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
