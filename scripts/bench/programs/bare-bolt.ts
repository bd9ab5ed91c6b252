import { App } from '@slack/bolt';
import { ready } from './ready.js';

// The simplest app with cards that one person holds: it acknowledges a press first of all, and the first to press is shown
// on the message by one `chat.update`. It remembers holders in memory, checks nothing, and logs nothing.

const app = new App({
  token: process.env.SLACK_BOT_TOKEN ?? '',
  appToken: process.env.SLACK_APP_TOKEN ?? '',
  socketMode: true,
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL ?? '' },
});

const holders = new Map<string, string>();

app.action('answer', async ({ ack, body, client }) => {
  await ack();
  const { channel = '', ts } = whereOf(body);
  if (holders.has(ts)) return;
  holders.set(ts, body.user.id);
  const text = `<@${body.user.id}> has it`;
  await client.chat.update({ channel, ts, text, blocks: [section(text)] });
});

await app.start();
ready({
  /** Posts so many cards; gives their `ts`. */
  cards: async ({ channel, count }: { channel: string; count: number }) => {
    const posted: string[] = [];
    for (let n = 0; n < count; n++) {
      const text = `Patron ${n} asks for a book`;
      const { ts } = await app.client.chat.postMessage({ channel, text, blocks: [section(text), button] });
      posted.push(String(ts));
    }
    return posted;
  },
});

function whereOf(body: object): { channel: string; ts: string } {
  const { container } = body as { container: { channel_id: string; message_ts: string } };
  return { channel: container.channel_id, ts: container.message_ts };
}

function section(text: string) {
  return { type: 'section' as const, text: { type: 'mrkdwn' as const, text } };
}

const button = {
  type: 'actions' as const,
  elements: [
    {
      type: 'button' as const,
      action_id: 'answer',
      text: { type: 'plain_text' as const, text: 'Answer' },
    },
  ],
};
