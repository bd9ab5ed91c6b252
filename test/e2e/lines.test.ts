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

/** How often somebody was notified so far. */
const notified = (person: string) =>
  scene.sandbox.journal
    .read()
    .filter(({ kind, notified: people }) => kind === 'chat.postMessage' && String(people).includes(person))
    .length;

it('names the person on shift, and once that is over says what became of it, without notifying anybody', async () => {
  await scene.mention('hal', 'Hal Reader', '@centrallibrary Is the lift working again?');
  await scene.pass(4_000);
  expect(await thread('Hal Reader')).toEqual([
    `<@${ana}>, question from Hal: 'Is the lift working again?' To answer, press Answer above. What you type here stays in Slack.`,
  ]);
  await scene.press(ana, 'Hal Reader', 'Answer');
  await type(ana, 'Hi Hal, since noon.');
  await submit(ana);
  await scene.pass(20_000);
  expect(await thread('Hal Reader')).toEqual([expect.stringMatching(/^Ana answered at \d\d:\d\d, after/u)]);
  expect(notified(ana)).toBe(1);
});

it('thanks get no line, a later question gets another one', async () => {
  const [answer] = scene.published('since noon');
  const more = { in_reply_to: String(answer?.id) };
  await scene.mention('hal', 'Hal Reader', '@centrallibrary thank you!!', more);
  await scene.pass(4_000);
  expect(await thread('Hal Reader')).toHaveLength(1);
  await scene.mention('hal', 'Hal Reader', '@centrallibrary And is the café open?', more);
  await scene.pass(4_000);
  expect(await thread('Hal Reader')).toEqual([
    expect.stringContaining('Ana answered at'),
    expect.stringContaining(`<@${ana}>, question from Hal: 'And is the café open?'`),
  ]);
  expect(notified(ana)).toBe(2);
});

it('a colleague to whom it is passed is named, with the note', async () => {
  await pick(ana, 'Hal Reader', 'Pass to a colleague…');
  await scene.slack('press', { user: ana, action_id: 'colleague', option: 'Ben' });
  await type(ana, 'You know the café.');
  await submit(ana);
  await scene.pass(6_000);
  expect((await thread('Hal Reader')).at(-1)).toBe(
    `<@${ben}>, Ana passed this on to you: 'You know the café.' To answer, press Open above. What you type here stays in Slack.`,
  );
  expect(notified(ben)).toBe(1);
});

it('nobody is named more than five times in an hour by the clock; the cards are there all the same', async () => {
  const { clock } = scene.sandbox;
  const hour = 60 * 60_000;
  await scene.pass(hour - (clock.now() % hour));
  const before = notified(ana);
  for (const name of ['Ida', 'Jon', 'Kim', 'Lea', 'Max', 'Nia', 'Oto']) {
    await scene.mention(name.toLowerCase(), `${name} Reader`, `@centrallibrary Is ${name} allowed in?`);
  }
  expect(notified(ana) - before).toBe(5);
  expect(await thread('Oto Reader')).toEqual([]);
  await scene.pass(hour - (clock.now() % hour));
  await scene.mention('pia', 'Pia Reader', '@centrallibrary Is Pia allowed in?');
  expect(await thread('Pia Reader')).toHaveLength(1);
});
