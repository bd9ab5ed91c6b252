import type { App } from '@slack/bolt';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { startApp } from '../desk-app.js';
import { type Started, startSlack } from '../workspace.js';

export type Fields = Record<string, unknown>;
interface Heard {
  body: Fields;
  respond(message: Fields): Promise<unknown>;
}

export let slack: Started;
let stop: () => Promise<void>;
export const heard: Heard[] = [];

function listen(app: App) {
  const hear = async ({ ack, body, respond }: Fields) => {
    await (ack as () => Promise<void>)();
    heard.push({ body: body as Fields, respond: respond as Heard['respond'] });
  };
  app.action(/.*/, hear as never);
  app.command(/.*/, hear as never);
  app.shortcut(/.*/, hear as never);
  app.event('message', async ({ body }) => {
    heard.push({ body: body as unknown as Fields, respond: async () => {} });
  });
}

/** A workspace and an app in it, for the file that calls this. */
export function useWorkspace(): void {
  beforeAll(async () => {
    slack = await startSlack();
    ({ stop } = await startApp(slack, listen, 2));
  });
  afterAll(async () => {
    await stop();
    await slack.close();
  });
  beforeEach(() => {
    slack.reset();
    heard.length = 0;
  });
}

export const channel = 'C0XDESK01';
export const plain = (text: string) => ({ type: 'plain_text', text });
export const buttons = [
  { type: 'button', action_id: 'answer', text: plain('Answer & go'), value: 'mention-1', style: 'primary' },
  { type: 'button', action_id: 'open', text: plain('Open in X'), url: 'https://x.com/a' },
  {
    type: 'overflow',
    action_id: 'more',
    options: [
      { text: plain('Not now'), value: 'snooze' },
      { text: plain('View'), value: 'view', url: 'https://x.com/b' },
    ],
  },
];
export async function card(more: Fields = {}) {
  slack.world.clock.advance(1000);
  const blocks = [{ type: 'actions', block_id: 'row', elements: buttons }];
  const { ts } = await slack.web.chat.postMessage({
    channel,
    text: 'card',
    blocks: blocks as never,
    ...more,
  });
  return String(ts);
}
export const press = (ts: string, more: Fields) => slack.act('press', { user: 'ana', channel, ts, ...more });
export async function last(): Promise<Heard> {
  await expect.poll(() => heard.length).toBeGreaterThan(0);
  const one = heard.pop();
  if (!one) throw new Error('nothing heard');
  return one;
}
