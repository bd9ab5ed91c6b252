import { beforeEach, expect, it } from 'vitest';
import { ana, ben, channel } from './desk.js';
import { hands, scene, useScene } from './scene.js';

useScene();

let presses = 0;
beforeEach(() => {
  presses = 0;
});

/** One thumb, once. */
async function press<T>(what: () => Promise<T>): Promise<T> {
  presses += 1;
  return what();
}

it('an answer takes three presses from the lock screen: the notification, Answer, Send', async () => {
  await scene.mention('maya_reads', 'Maya Ortiz', '@centrallibrary Do you have large print?');
  const { ts } = await press(() => scene.card('Maya Ortiz'));
  const thread = (await scene.slack('thread', { channel, ts })) as { messages: { notified?: string[] }[] };
  expect(thread.messages.flatMap(({ notified }) => notified ?? [])).toContain(ana);
  await press(() => scene.press(ana, 'Maya Ortiz', 'Answer'));
  await hands.type(ana, 'Hi Maya, yes.');
  await press(() => hands.submit(ana));
  await scene.pass(6_000);
  expect(scene.published('Hi Maya')).toHaveLength(1);
  expect(presses).toBe(3);
});

it('the next answer is one press away', async () => {
  await scene.mention('tom_h', 'Tom Hale', '@centrallibrary Is Central open on Sunday?');
  await scene.mention('zoe_w', 'Zoe Wild', '@centrallibrary Do you lend ukuleles?');
  await scene.press(ana, 'Tom Hale', 'Answer');
  await hands.type(ana, 'Hi Tom, yes.');
  await hands.submit(ana);
  await press(() => hands.inModal(ana, 'Next: 1 waiting'));
  await hands.writesTo(ana, 'Answer Zoe');
  expect(presses).toBe(1);
});

it('taking over takes two', async () => {
  await press(() => scene.press(ben, 'Zoe Wild', 'Open'));
  await press(() => hands.inModal(ben, 'Take over'));
  await hands.writesTo(ben, 'Answer Zoe');
  expect(presses).toBe(2);
});

it('a greeting takes four: Greet, Open in X, post, back', async () => {
  await scene.x('addAccount', { handle: 'samokafor', name: 'Sam Okafor' });
  await scene.x('post', { by: 'samokafor', text: 'Any good allotment books?' });
  await scene.x('follow', { by: 'samokafor' });
  await scene.x('signIn', { browser: 'phone', as: 'centrallibrary' });
  await scene.pass(310_000);
  await press(() => scene.press(ana, 'Sam Okafor', 'Greet'));
  const { url } = await press(() => scene.slack('press', { user: ana, label: 'Open in X' }));
  await scene.app.idle();
  await press(() => scene.x('intent', { browser: 'phone', url, text: 'Hi Sam, look by the window.' }));
  await press(() => hands.close(ana));
  await scene.pass(62_000);
  expect(await hands.shown('Sam Okafor')).toContain('Ana answered in X at');
  expect(presses).toBe(4);
});
