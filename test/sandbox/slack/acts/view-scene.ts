import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { startApp } from '../desk-app.js';
import { type Started, startSlack } from '../workspace.js';

export type Fields = Record<string, unknown>;

export let slack: Started;
let stop: () => Promise<void>;
/** What the app has heard: presses with their trigger, submissions and closes. */
export const heard: Fields[] = [];
/** What the next submission is acked with. */
export const acks: Fields[] = [];

function listen(app: App) {
  app.action(/.*/, async ({ ack, body }) => {
    await ack();
    heard.push(body as unknown as Fields);
  });
  app.view({ type: 'view_submission', callback_id: /.*/ }, async ({ ack, body }) => {
    heard.push(body as unknown as Fields);
    const answer = acks.shift();
    await (answer ? ack(answer as never) : ack());
  });
  app.view({ type: 'view_closed', callback_id: /.*/ }, async ({ ack, body }) => {
    await ack();
    heard.push(body as unknown as Fields);
  });
}

/** A workspace and an app in it, for the file that calls this. */
export function useWorkspace(): void {
  beforeAll(async () => {
    slack = await startSlack();
    ({ stop } = await startApp(slack, listen));
  });
  afterAll(async () => {
    await stop();
    await slack.close();
  });
  beforeEach(() => {
    slack.reset();
    heard.length = 0;
    acks.length = 0;
  });
}

export const plain = (text: string) => ({ type: 'plain_text' as const, text });
export const button = { type: 'button', action_id: 'next', text: plain('Next') };
export const input = (block_id: string, more: Fields = {}, blockMore: Fields = {}) => ({
  type: 'input',
  block_id,
  label: plain('Words'),
  element: { type: 'plain_text_input', action_id: 'words', ...more },
  ...blockMore,
});
export const modal = (more: Fields = {}) =>
  ({
    type: 'modal',
    title: plain('Answer Maya'),
    submit: plain('Send'),
    callback_id: 'editor',
    blocks: [{ type: 'actions', elements: [button] }, input('answer')],
    ...more,
  }) as unknown as ModalView;

/** A fresh trigger of Ana's, by a press on a card. */
export async function trigger() {
  slack.world.clock.advance(1000);
  const blocks = [{ type: 'actions', elements: [{ ...button, action_id: 'open' }] }];
  const { ts } = await slack.web.chat.postMessage({
    channel: 'C0XDESK01',
    text: 'card',
    blocks: blocks as never,
  });
  await slack.act('press', { user: 'ana', channel: 'x-desk', ts, action_id: 'open' });
  return heardTrigger();
}
/** The trigger of Ana's last press. */
export async function heardTrigger() {
  await expect.poll(() => heard.length).toBeGreaterThan(0);
  const { trigger_id } = heard.pop() ?? {};
  return String(trigger_id);
}
export const open = async (view: ModalView = modal()) =>
  (await slack.web.views.open({ trigger_id: await trigger(), view })).view;
export const pushFromTop = async (view: ModalView) => {
  await slack.act('press', { user: 'ana', action_id: 'next' });
  return slack.web.views.push({ trigger_id: await heardTrigger(), view });
};
export const stack = async () => (await slack.act('views', { user: 'ana' })).views as Fields[];
