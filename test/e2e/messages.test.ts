import { expect, it } from 'vitest';
import { channel, wordsOf } from './desk.js';
import { scene, useScene } from './scene.js';

useScene();

/** How many messages of the channel have these words. */
async function standing(words: string): Promise<number> {
  const { messages } = (await scene.slack('messages', { channel })) as { messages: { thread_ts?: string }[] };
  return messages.filter((one) => !one.thread_ts && wordsOf(one).includes(words)).length;
}

it('a card of which Slack never said what became of it is looked for by its token, and stands once', async () => {
  scene.sandbox.faults.plan({ side: 'slack', call: 'chat.postMessage', when: 'after', how: 'reset' });
  await scene.mention('zoe_w', 'Zoe Wild', '@centrallibrary Do you lend ukuleles?');
  await scene.pass(30_000);
  expect(await standing('Do you lend ukuleles?')).toBe(1);
});

it('a card that Slack asks to wait for is posted later', async () => {
  const wait = { status: 429, headers: { 'retry-after': '20' }, body: { ok: false, error: 'ratelimited' } };
  const { faults } = scene.sandbox;
  faults.plan({ side: 'slack', call: 'chat.postMessage', when: 'before', how: 'status', ...wait });
  await scene.mention('ida_f', 'Ida Fox', '@centrallibrary Is the reading room quiet?');
  await scene.pass(30_000);
  expect(await standing('Is the reading room quiet?')).toBe(1);
});
