import { once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createBolt } from '../../../src/slack/connect/bolt.js';
import { type Started, startSlack } from '../../sandbox/slack/workspace.js';
import { silent } from '../../store/open-store.js';

let slack: Started;
let bolt: ReturnType<typeof createBolt>;
let answered: boolean[];
let called: string[];
const gate = new AbortController();
beforeEach(async () => {
  slack = await startSlack();
  await slack.act('manifest', { commands: [{ command: '/greet', should_escape: false }] });
  bolt = createBolt({
    botToken: 'xoxb-sandbox',
    appToken: 'xapp-sandbox',
    apiUrl: slack.slackApiUrl,
    log: silent,
    pressed: (isAnswered) => answered.push(isAnswered),
    called: (method, result) => called.push(`${method} ${result}`),
  });
  [answered, called] = [[], []];
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

it('a press is told of with whether it was acknowledged, and each call to Slack with how it ended', async () => {
  const command = () => slack.act('command', { user: 'ana', channel: 'x-desk', command: '/greet' });
  bolt.app.error(async () => {});
  const isNext = { answered: true };
  bolt.app.command('/greet', async ({ ack, client }) => {
    if (!isNext.answered) throw new Error('broken');
    await ack();
    await client.conversations.info({ channel: 'C0NOWHERE' }).catch(() => {});
  });
  await command();
  await bolt.idle();
  isNext.answered = false;
  // Slack waits for three seconds; the desk knows at once.
  void command().catch(() => {});
  await expect.poll(() => answered).toEqual([true, false]);
  await expect
    .poll(() => called)
    .toEqual(
      expect.arrayContaining(['auth.test ok', 'apps.connections.open ok', 'conversations.info refused']),
    );
});

it('what arrives together with a press is acknowledged before the press is worked at', async () => {
  const done: string[] = [];
  bolt.app.action('open', async ({ body }) => {
    done.push(`worked at ${body.user.id}`);
  });
  const team = { id: 'T0LIBRARY', domain: 'central-library' };
  const press = (user: string) =>
    bolt.app.processEvent({
      body: {
        type: 'block_actions',
        team,
        api_app_id: 'A0DESK001',
        user: { id: user },
        actions: [{ type: 'button', action_id: 'open', block_id: 'one' }],
      },
      ack: async () => {
        done.push(`acknowledged ${user}`);
      },
    });
  const first = press('ana');
  await nextTurn();
  await Promise.all([first, press('ben')]);
  expect(done).toEqual(['acknowledged ana', 'acknowledged ben', 'worked at ana', 'worked at ben']);
});
