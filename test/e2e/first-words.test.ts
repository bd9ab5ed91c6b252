import { expect, it } from 'vitest';
import { ana, carla, channel, edith, type ShownMessage, wordsOf } from './desk.js';
import { hands, scene, useScene } from './scene.js';

useScene({ sandbox: { startAt: Date.UTC(2026, 10, 24, 10, 42) } });

const firstWords = async () => {
  const { messages } = (await scene.slack('messages', { channel })) as { messages: ShownMessage[] };
  return messages.filter(({ text }) => text.startsWith('I look after'));
};

async function joinsAgain(): Promise<void> {
  await scene.slack('leave', { channel, bot: true });
  await scene.slack('join', { channel, bot: true });
  await scene.pass(3_000);
}

async function presses(user: string, label: string): Promise<void> {
  const [{ ts = '' } = {}] = await firstWords();
  await scene.slack('press', { user, channel, ts, label });
  await scene.app.idle();
}

it('the app says once in its channel what it does, that it watches, that nothing is sent by itself, and who is on shift', async () => {
  expect(await firstWords()).toEqual([]);
  await joinsAgain();
  await joinsAgain();
  const [said, ...more] = await firstWords();
  expect(more).toEqual([]);
  expect(wordsOf(said?.blocks)).toMatch(
    /@centrallibrary .*I watch day and night: every minute .*every five minutes .*Nothing is sent by itself\. .*On shift as of Tue 24 Nov 10:42: Ana until .*Answer next Practise$/u,
  );
});

it('a colleague who joins later is not greeted', async () => {
  const { user } = await scene.slack('addPerson', { name: 'vic' });
  await scene.slack('join', { user, channel });
  await scene.app.idle();
  await scene.pass(3_000);
  expect(await firstWords()).toHaveLength(1);
});

it('its Answer next opens what waits, for those who answer', async () => {
  await presses(ana, 'Answer next');
  expect(await hands.told(ana)).toContain('Nothing is waiting.');
  await scene.mention('maya_reads', 'Maya Ortiz', '@centrallibrary Do you have large print?');
  await presses(edith, 'Answer next');
  expect(await hands.told(edith)).toContain('Only colleagues on the rota');
  await presses(ana, 'Answer next');
  await hands.writesTo(ana, 'Answer Maya');
  await hands.close(ana);
});

it('its Practise says how, where there is no practice desk', async () => {
  await presses(carla, 'Practise');
  expect(await hands.reads(carla)).toContain('There is no channel for practising yet. Ask Carla for one');
});
