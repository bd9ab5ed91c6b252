import { beforeAll, describe, expect, it } from 'vitest';
import { ana, ben, channel, type ShownMessage, wordsOf } from './desk.js';
import { hands, scene, useScene } from './scene.js';

useScene();

let asked: string;
beforeAll(async () => {
  const { id } = await scene.x('post', { by: 'centrallibrary', text: 'Our window shows what we read.' });
  asked = String(id);
});

const { inModal, reads, shown, submit, type } = hands;

/** Somebody answers the library's post. */
const reply = (name: string, text: string, more = {}) =>
  scene.mention(name.toLowerCase(), `${name} Reader`, `@centrallibrary ${text}`, {
    in_reply_to: asked,
    ...more,
  });

const inChannel = async () =>
  ((await scene.slack('messages', { channel })) as { messages: ShownMessage[] }).messages;
const texts = async () => (await inChannel()).map(({ text }) => text);

describe('people who wait in one conversation', () => {
  it('are two cards while they are two', async () => {
    await reply('Ada', 'Middlemarch, for the third time.');
    await reply('Bea', 'Only menus this week.');
    expect(await inChannel()).toHaveLength(2);
  });

  it('share one message from the third on, and where the first stood is the way there', async () => {
    await reply('Cat', 'A book on bees.');
    await scene.pass(12_000);
    expect(await texts()).toEqual([
      'Ada Reader is shown further down now.',
      'Bea Reader is shown further down now.',
      '3 replies in one conversation · 3 wait',
    ]);
    expect(await shown('3 replies')).toContain('Cat Reader: A book on bees.');
    const [first, , fold] = await inChannel();
    expect(JSON.stringify(first?.blocks)).toContain(`/p${fold?.ts.replace('.', '')}`);
  });

  it('are joined by the fourth in place', async () => {
    await reply('Dan', 'Nothing but poems.');
    await scene.pass(12_000);
    expect(await shown('4 replies')).toContain('4 wait');
    expect(await inChannel()).toHaveLength(3);
  });

  it('a question among them is never hidden', async () => {
    await reply('Eve', 'Do you have the second volume?');
    expect(await shown('Eve Reader')).toContain('Do you have the second volume?');
    await reply('Dan', 'And when do you close today?');
    await scene.pass(12_000);
    expect((await texts()).at(-1)).toContain('Question from Dan Reader');
    expect(await shown('3 replies')).toContain('3 wait');
  });
});

describe('Show', () => {
  it('lists them with their words, each with the way in', async () => {
    await scene.press(ben, '3 replies', 'Show');
    expect(await reads(ben)).toMatch(/Ada Reader +@ada .*Middlemarch, for the third time\..*Answer/u);
    expect(await reads(ben)).not.toContain('Eve Reader');
  });

  it('leads to an answer, after which one less waits', async () => {
    const [, value] =
      /"value":"(central mention-[^"]+)"/u.exec(JSON.stringify((await scene.view(ben)).blocks)) ?? [];
    await scene.slack('press', { user: ben, action_id: 'answer-answer', value });
    await scene.app.idle();
    await type(ben, 'Hi Ada, it gets better each time.');
    expect(await submit(ben)).not.toHaveProperty('errors');
    await scene.pass(20_000);
    expect(scene.published('better each time')).toHaveLength(1);
    expect(await shown('3 replies')).toContain('2 wait');
    await scene.press(ana, '3 replies', 'Show');
    expect(await reads(ana)).toMatch(/Ada Reader.*Ben answered at/u);
  });
});

describe('Mute conversation', () => {
  it('closes what is open in it, also the questions, and says who did', async () => {
    await scene.press(ana, '3 replies', 'Mute conversation');
    await scene.pass(12_000);
    expect(await shown('3 replies')).toMatch(
      /▫️ Ana muted this conversation · \d\d:\d\d Show Unmute 3 replies/u,
    );
    expect(await shown('Eve Reader')).toContain('Ana muted this conversation');
  });

  it('closes what comes later as it arrives, without a message or a ping', async () => {
    const before = await inChannel();
    await reply('Fay', 'Late to this: is there a film?');
    await scene.pass(12_000);
    expect(await inChannel()).toHaveLength(before.length);
    expect(await shown('4 replies')).toContain('Ana muted this conversation');
    const { messages } = (await scene.slack('messages', { channel })) as { messages: ShownMessage[] };
    expect(messages.some(({ blocks }) => wordsOf(blocks).includes('is there a film'))).toBe(false);
  });

  it('is lifted by Unmute: what comes then waits again', async () => {
    const { ts } = await scene.card('4 replies');
    await scene.slack('press', { user: ben, channel, ts, action_id: 'panel-menu', option: 'Unmute' });
    await scene.app.idle();
    await reply('Gus', 'Can I bring it back on Sunday?');
    expect(await shown('Gus Reader')).toContain('Answer');
    expect(await shown('4 replies')).toContain('Mute conversation');
  });
});

it('somebody who waits again after more than a day gets a new message, and the old one leads there', async () => {
  await scene.mention('ida', 'Ida Reader', '@centrallibrary Lovely window display.');
  const before = await scene.card('Ida Reader');
  await scene.press(ana, 'Ida Reader', 'Thank');
  await inModal(ana, 'Look it over').catch(() => undefined);
  await type(ana, 'Thank you, Ida! The children made it.');
  await submit(ana);
  await scene.pass(20_000);
  const [answer] = scene.published('The children made it');
  scene.sandbox.clock.advance(25 * 60 * 60_000);
  await scene.app.idle();
  await scene.mention('ida', 'Ida Reader', '@centrallibrary Could I have the pattern?', {
    in_reply_to: String(answer?.id),
  });
  await scene.pass(12_000);
  const found = (await inChannel()).filter(({ text }) => text.includes('Ida Reader'));
  expect(found.map(({ text }) => text)).toEqual([
    'Ida Reader is shown further down now.',
    expect.stringContaining('Could I have the pattern?'),
  ]);
  expect(found[0]?.ts).toBe(before.ts);
  expect(JSON.stringify(found[0]?.blocks)).toContain(`/p${found[1]?.ts.replace('.', '')}`);
});
