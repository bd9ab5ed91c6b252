import { expect, it } from 'vitest';
import { ana, ben, channel, edith, wordsOf } from './desk.js';
import { hands, scene, useScene } from './scene.js';

useScene();

/** What a person is answered to a command, for their eyes. */
async function command(user: string, text: string, where = channel): Promise<string> {
  const before = (await seen(user)).length;
  const [name, ...words] = text.split(' ');
  const { acked } = await scene.slack('command', {
    user,
    channel: where,
    command: name,
    text: words.join(' '),
  });
  expect(acked).toBe(true);
  await scene.app.idle();
  return wordsOf((await seen(user)).slice(before));
}

const seen = async (user: string) =>
  ((await scene.slack('ephemerals', { user })) as { messages: unknown[] }).messages;

/** The list of what waits, which a person reads in a modal. */
async function waiting(user: string): Promise<string> {
  expect(await command(user, '/greet')).toBe('');
  const said = await hands.reads(user);
  await hands.close(user);
  return said;
}

it('/greet says that nothing waits when nothing does', async () => {
  expect(await waiting(ana)).toContain('Nothing is waiting. Next check in a minute.');
  expect(await command(ana, '/greet next')).toContain('Nothing is waiting.');
});

it('/greet lists what waits, questions first', async () => {
  await scene.mention('priya_knits', 'Priya Nair', '@centrallibrary Thank you for the knitting group!');
  await scene.mention('maya_reads', 'Maya Ortiz', '@centrallibrary Do you have large-print novels?');
  const said = await waiting(ana);
  expect(said).toContain('2 are waiting.');
  expect(said.indexOf('Maya Ortiz')).toBeLessThan(said.indexOf('Priya Nair'));
});

it('/greet next opens the editor on the first of them, and for the next person on the next', async () => {
  await command(ana, '/greet next');
  expect((await scene.view(ana)).title.text).toBe('Answer Maya');
  await command(ben, '/greet next');
  expect((await scene.view(ben)).title.text).toBe('Answer Priya');
});

it('after Send, Next opens what waits in the same modal', async () => {
  await scene.mention('tom_h', 'Tom Hale', '@centrallibrary Is Central open on Sunday?');
  await scene.slack('type', { user: ana, text: 'Hi Maya, yes, 40 of them.' });
  await scene.slack('submit', { user: ana });
  await scene.slack('press', { user: ana, label: 'Next: 1 waiting' });
  await scene.app.idle();
  expect((await scene.view(ana)).title.text).toBe('Answer Tom');
});

it('a word that /greet does not know is answered with one that it knows', async () => {
  expect(await command(ana, '/greet nexr')).toContain("I don't know 'nexr'. Try /greet next.");
});

it('elsewhere the commands name the channel where they work', async () => {
  expect(await command(edith, '/greet', 'C0GENERAL')).toBe(`This works in <#${channel}>.`);
  expect(await command(edith, '/rota', 'C0GENERAL')).toBe(`This works in <#${channel}>.`);
});

it('/rota says who is on now and this week', async () => {
  const said = await command(ben, '/rota');
  expect(said).toContain('Ana');
  for (const day of ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']) expect(said).toContain(day);
});
