import { once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createBolt } from '../../../src/slack/connect/bolt.js';
import { type Started, startSlack } from '../../sandbox/slack/workspace.js';
import { silent } from '../../store/open-store.js';

let slack: Started;
let bolt: ReturnType<typeof createBolt>;
const gate = new AbortController();
beforeEach(async () => {
  slack = await startSlack();
  await slack.act('manifest', { commands: [{ command: '/greet', should_escape: false }] });
  bolt = createBolt({
    botToken: 'xoxb-sandbox',
    appToken: 'xapp-sandbox',
    apiUrl: slack.slackApiUrl,
    log: silent,
  });
  await bolt.start();
});
afterEach(async () => {
  gate.abort();
  await bolt.stop();
  await slack.close();
});

it('while a person is being told that something failed, the desk is not idle', async () => {
  bolt.app.command('/greet', async ({ ack }) => {
    await ack();
    throw new Error('broken');
  });
  const telling = new Promise<void>((resolve) => {
    bolt.app.error(async () => {
      resolve();
      await once(gate.signal, 'abort');
    });
  });
  await slack.act('command', { user: 'ana', channel: 'x-desk', command: '/greet' });
  await telling;
  let isIdle = false;
  const idle = bolt.idle().then(() => {
    isIdle = true;
  });
  await nextTurn();
  expect(isIdle).toBe(false);
  gate.abort();
  await idle;
});
