import type { Button, SectionBlock } from '@slack/types';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp } from './desk-app.js';
import { type Started, startSlack } from './workspace.js';

let slack: Started;
let stop: () => Promise<void>;
const button = (action_id: string, text: string): Button => ({
  type: 'button',
  action_id,
  text: { type: 'plain_text', text },
});
const section = (text: string): SectionBlock => ({ type: 'section', text: { type: 'mrkdwn', text } });

beforeAll(async () => {
  slack = await startSlack();
  const started = await startApp(
    slack,
    (app) => {
      app.action('answer', async ({ ack, body, client, respond }) => {
        await ack();
        await client.views.open({
          trigger_id: (body as { trigger_id: string }).trigger_id,
          view: {
            type: 'modal',
            callback_id: 'editor',
            title: { type: 'plain_text', text: 'Answer Maya' },
            submit: { type: 'plain_text', text: 'Send' },
            close: { type: 'plain_text', text: 'Keep draft' },
            notify_on_close: true,
            blocks: [
              {
                type: 'input',
                block_id: 'words',
                dispatch_action: true,
                label: { type: 'plain_text', text: 'Your answer' },
                element: {
                  type: 'plain_text_input',
                  action_id: 'draft',
                  multiline: true,
                  initial_value: 'Hi Maya, ',
                  dispatch_action_config: { trigger_actions_on: ['on_character_entered'] },
                },
              },
            ],
          },
        });
        await respond({ text: 'It is yours.', response_type: 'ephemeral' });
      });
      app.action('draft', async ({ ack }) => ack());
      app.view('editor', async ({ ack, view }) => {
        const words = view.state.values.words?.draft?.value ?? '';
        if (words.trim() === 'Hi Maya,') {
          await ack({ response_action: 'errors', errors: { words: "Add your own words after 'Hi Maya,'." } });
        } else await ack();
      });
      app.view({ callback_id: 'editor', type: 'view_closed' }, async ({ ack }) => ack());
      app.command('/greet', async ({ ack, command }) => ack(`You typed ${command.text}.`));
      app.shortcut('answer-next', async ({ ack }) => ack());
      app.event('app_home_opened', async ({ event, client }) => {
        await client.views.publish({
          user_id: event.user,
          view: { type: 'home', blocks: [section('Hello')] },
        });
      });
    },
    2,
  );
  stop = started.stop;
});
afterAll(async () => {
  await stop();
  await slack.close();
});

test('a card is posted, pressed, answered in a modal and refused without own words', async () => {
  const posted = await slack.web.chat.postMessage({
    channel: 'C0XDESK01',
    text: 'Maya asks',
    blocks: [
      section('Do you have *large print*?'),
      { type: 'actions', elements: [button('answer', 'Answer')] },
    ],
  });
  const pressed = await slack.act('press', {
    user: 'ana',
    channel: 'x-desk',
    ts: posted.ts,
    label: 'Answer',
  });
  expect(pressed).toMatchObject({ acked: true });
  await expect.poll(async () => (await slack.act('views', { user: 'ana' })).views).toHaveLength(1);
  expect(await slack.act('submit', { user: 'ana' })).toMatchObject({
    acked: true,
    closed: false,
    errors: { words: "Add your own words after 'Hi Maya,'." },
  });
  expect(await slack.act('type', { user: 'ana', text: 'Hi Maya, yes.' })).toMatchObject({ acked: true });
  expect(await slack.act('submit', { user: 'ana' })).toMatchObject({ acked: true, closed: true });
  expect((await slack.act('views', { user: 'ana' })).views).toEqual([]);
  await expect
    .poll(async () => (await slack.act('ephemerals', { user: 'ana' })).messages)
    .toMatchObject([{ text: 'It is yours.' }]);
});

test('a command, a shortcut and the home reach the app', async () => {
  const answered = await slack.act('command', {
    user: 'ben',
    channel: 'x-desk',
    command: '/greet',
    text: 'next',
  });
  expect(answered).toMatchObject({ acked: true, response: { text: 'You typed next.' } });
  expect(await slack.act('shortcut', { user: 'ben', callback_id: 'answer-next' })).toMatchObject({
    acked: true,
  });
  expect(await slack.act('openHome', { user: 'ben' })).toMatchObject({ acked: true });
  await expect
    .poll(async () => (await slack.act('home', { user: 'ben' })).view)
    .toMatchObject({ blocks: [{ type: 'section' }] });
});
