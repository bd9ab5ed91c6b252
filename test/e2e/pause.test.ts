import { expect, it } from 'vitest';
import { ana, carla, channel, type ShownMessage } from './desk.js';
import { hands, scene, useScene } from './scene.js';

useScene();

const words = 'Yes Una, until eight.';

it('a pause takes back what is on its way, and afterwards it wants another Send', async () => {
  await scene.mention('una_hill', 'Una Hill', '@centrallibrary Are you open tonight?');
  await hands.writes(ana, 'Una Hill', 'Answer', words);
  await hands.submit(ana);
  await hands.close(ana);
  await hands.command(carla, '/greet', 'pause statement coming');
  await scene.pass(6_000);
  expect(await hands.shown('Una Hill')).toMatch(/Carla paused sending at \d\d:\d\d: 'statement coming'/);

  await hands.command(carla, '/greet', 'resume');
  await scene.pass(60_000);
  expect(scene.published(words)).toEqual([]);

  await scene.press(ana, 'Una Hill', 'Open');
  await hands.submit(ana);
  await scene.pass(6_000);
  expect(scene.published(words)).toHaveLength(1);
});

it('a reason that is longer than anybody reads is cut, so that Slack takes it', async () => {
  await hands.command(ana, '/greet', `pause ${'statement coming '.repeat(500)}`);
  const { messages } = (await scene.slack('messages', { channel })) as { messages: ShownMessage[] };
  expect(messages.at(-1)?.text).toMatch(/Ana paused sending at \d\d:\d\d: '(statement coming ){16,18}\w*…'/);
  expect(await hands.told(ana)).toMatch(
    /^Sending is paused\. Your reason is too long; .*'(statement coming ){16,18}\w*…'$/,
  );
});
