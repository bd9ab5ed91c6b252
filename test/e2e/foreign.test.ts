import { expect, it } from 'vitest';
import { ana, carla, channel } from './desk.js';
import { hands, scene, useScene } from './scene.js';

useScene();

/** What somebody sends who knows a staff member's id, from another workspace of the same organisation, or by another app. */
const senders = [
  ['another workspace', { team: 'T0BRANCH1' }],
  ['another app', { app: 'A0SOMEAPP' }],
] as const;

it.each(senders)(
  'a press from %s changes nothing, though it names one of the staff',
  async (_whence, sender) => {
    const name = `Maya ${Object.keys(sender)}`;
    await scene.mention(`maya_${Object.keys(sender)}`, name, '@centrallibrary Do you have large print?');
    const { ts } = await scene.card(name);
    const press = { user: ana, channel, ts, label: 'Answer' };
    expect(await scene.slack('press', { ...press, ...sender })).toMatchObject({ acked: true });
    await scene.app.idle();
    expect(await hands.shown(name)).not.toContain('Ana is answering');
    await expect(scene.view(ana)).rejects.toThrow('has no modal');
    await scene.press(ana, name, 'Answer');
    expect(await hands.shown(name)).toContain('Ana is answering');
    await hands.close(ana);
  },
);

it.each(senders)(
  'Send from %s sends nothing, and the words stay with their writer',
  async (_whence, sender) => {
    const name = `Leo ${Object.keys(sender)}`;
    await scene.mention(`leo_${Object.keys(sender)}`, name, '@centrallibrary Are you open?');
    await hands.writes(ana, name, 'Answer', 'Yes, until eight.');
    await scene.slack('submit', { user: ana, ...sender });
    await scene.pass(10_000);
    expect(scene.published('until eight')).toEqual([]);
    expect(await hands.shown(name)).toContain('Ana is answering');
  },
);

it.each(senders)('a command from %s is not carried out', async (_whence, sender) => {
  const command = { user: carla, channel, command: '/greet', text: 'pause somebody else says so' };
  await scene.slack('command', { ...command, ...sender });
  await scene.app.idle();
  await hands.command(carla, '/greet', 'resume');
  expect(await hands.told(carla)).not.toContain('goes on');
  const { messages } = (await scene.slack('messages', { channel })) as { messages: unknown[] };
  expect(JSON.stringify(messages)).not.toContain('somebody else says so');
});
