import { expect, it } from 'vitest';
import { ana, ben, channel, wordsOf } from './desk.js';
import { hands, openScene, scene } from './scene.js';

it('a card shows who has it by the process that took the press, before a colleague is told', async () => {
  await openScene({});
  await scene.mention('maya_reads', 'Maya Ortiz', '@centrallibrary Are you open tonight?');
  await scene.app.close();
  // Nobody works at the queue.
  const slackHalf = scene.another({ roles: ['slack'] });
  await slackHalf.start();

  const { ts } = await scene.card('Maya Ortiz');
  const since = scene.sandbox.journal.read().length;
  const press = (user: string) => scene.slack('press', { user, channel, ts, label: 'Answer' });
  await Promise.all([press(ana), press(ben)]);
  const shown = async () => wordsOf((await scene.card('Maya Ortiz')).blocks);
  await expect.poll(shown).toMatch(/(Ana|Ben) is answering/u);
  const told = async () => [...(await scene.whispers(ana)), ...(await scene.whispers(ben))];
  await expect.poll(told).toEqual([expect.stringMatching(/(Ana|Ben) took this at/u)]);

  const calls = scene.sandbox.journal
    .read()
    .slice(since)
    .map(({ kind }) => kind);
  expect(calls.indexOf('chat.update')).toBeGreaterThanOrEqual(0);
  expect(calls.indexOf('chat.update')).toBeLessThan(calls.indexOf('chat.postEphemeral'));
  await slackHalf.close();
  expect(await hands.shown('Maya Ortiz')).toMatch(/(Ana|Ben) is answering/u);
});
