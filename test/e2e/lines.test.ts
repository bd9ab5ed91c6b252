import { expect, it } from 'vitest';
import { ana, ben, channel, type ShownMessage } from './desk.js';
import { hands, scene, useScene } from './scene.js';

useScene();
const { pick, submit, type } = hands;

/** What stands in the thread of somebody's card. */
async function thread(name: string): Promise<readonly string[]> {
  const { ts } = await scene.card(name);
  const { messages } = (await scene.slack('thread', { channel, ts })) as { messages: ShownMessage[] };
  return messages.slice(1).map(({ text }) => text);
}

/** What somebody was notified of so far. */
const texts = (person: string) =>
  scene.sandbox.journal
    .read()
    .filter(({ kind, notified: people }) => kind === 'chat.postMessage' && String(people).includes(person))
    .map(({ text }) => String(text));
const notified = (person: string) => texts(person).length;

it('names the person on shift, and goes without notifying anybody once that is over', async () => {
  await scene.mention('hal', 'Hal Reader', '@centrallibrary Is the lift working again?');
  await scene.pass(4_000);
  expect(await thread('Hal Reader')).toEqual([
    `<@${ana}>, question from Hal: 'Is the lift working again?' To answer, press Answer above. What you type here stays in Slack.`,
  ]);
  await scene.press(ana, 'Hal Reader', 'Answer');
  await type(ana, 'Hi Hal, since noon.');
  await submit(ana);
  await scene.pass(20_000);
  expect(await thread('Hal Reader')).toEqual([]);
  expect(notified(ana)).toBe(1);
});

it('thanks get no line, a later question gets another one', async () => {
  const [answer] = scene.published('since noon');
  const more = { in_reply_to: String(answer?.id) };
  await scene.mention('hal', 'Hal Reader', '@centrallibrary thank you!!', more);
  await scene.pass(4_000);
  expect(await thread('Hal Reader')).toEqual([]);
  await scene.mention('hal', 'Hal Reader', '@centrallibrary And is the café open?', more);
  await scene.pass(4_000);
  expect(await thread('Hal Reader')).toEqual([
    expect.stringContaining(`<@${ana}>, question from Hal: 'And is the café open?'`),
  ]);
  expect(notified(ana)).toBe(2);
});

it('a colleague to whom it is passed is told in private, with the note, and gets no line', async () => {
  const lines = await thread('Hal Reader');
  await pick(ana, 'Hal Reader', 'Pass to a colleague…');
  await scene.slack('press', { user: ana, action_id: 'colleague', option: 'Ben' });
  await type(ana, 'You know the café.');
  await submit(ana);
  await scene.pass(121_000);
  expect(texts(ben)).toEqual([
    "Ana passed this on to you: 'You know the café.' · Hal, 'And is the café open?' (in answer to us: 'Hi Hal, since noon. ^AK')",
  ]);
  expect(await thread('Hal Reader')).toHaveLength(lines.length);
});

it('nobody is named more than five times in an hour by the clock: one message says how many more wait', async () => {
  const { clock } = scene.sandbox;
  const hour = 60 * 60_000;
  await scene.pass(hour - (clock.now() % hour));
  const before = notified(ana);
  for (const name of ['Ida', 'Jon', 'Kim', 'Lea', 'Max', 'Nia', 'Oto']) {
    await scene.mention(name.toLowerCase(), `${name} Reader`, `@centrallibrary Is ${name} allowed in?`);
  }
  expect(
    texts(ana)
      .slice(before)
      .map((text) => text.startsWith('<@')),
  ).toEqual([...Array.from({ length: 5 }, () => true), false]);
  expect(texts(ana).at(-1)).toBe('1 more question waits.');
  expect(await thread('Oto Reader')).toEqual([]);
  await scene.pass(hour - (clock.now() % hour));
  await scene.mention('pia', 'Pia Reader', '@centrallibrary Is Pia allowed in?');
  expect(await thread('Pia Reader')).toHaveLength(1);
});
