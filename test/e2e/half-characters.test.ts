import { expect, it } from 'vitest';
import { ana } from './desk.js';
import { hands, scene, useScene } from './scene.js';

useScene();

it('a post and a name that end in half a character get their card', async () => {
  await scene.mention('maya_reads', 'Maya \ud83d', '@centrallibrary Are you open today? \ud83d');
  expect(await hands.shown('Maya \ufffd')).toContain('Are you open today? \ufffd');
});

it('words typed with half a character are kept', async () => {
  await hands.writes(ana, 'Maya \ufffd', 'Answer', 'Yes, until eight \ude00');
  await hands.close(ana);
  await scene.press(ana, 'Maya \ufffd', 'Open');
  expect(await hands.reads(ana)).toContain('Yes, until eight \ufffd');
});

it('a command with half a character is answered', async () => {
  await hands.command(ana, '/greet', 'nxt\ud83d please');
  expect(await hands.told(ana)).toContain('nxt\ufffd please');
});
