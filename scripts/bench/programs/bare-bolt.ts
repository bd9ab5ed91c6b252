import { App } from '@slack/bolt';
import type { KnownBlock } from '@slack/web-api';
import { ready } from './ready.js';

// The simplest app with cards that one person holds: it acknowledges a press first of all, and the first to press is shown
// on the message by one `chat.update`. It remembers holders in memory, checks nothing, and logs nothing. Its cards show what
// it is told to, so that they can be as large as a desk's.

const app = new App({
  token: process.env.SLACK_BOT_TOKEN ?? '',
  appToken: process.env.SLACK_APP_TOKEN ?? '',
  socketMode: true,
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL ?? '' },
});

const holders = new Map<string, string>();
let shown: readonly KnownBlock[] = [];

app.action(/^answer/u, async ({ ack, body, client }) => {
  await ack();
  const { channel = '', ts } = whereOf(body);
  if (holders.has(ts)) return;
  holders.set(ts, body.user.id);
  const text = `<@${body.user.id}> has it`;
  await client.chat.update({ channel, ts, text, blocks: [...shown, section(text)] });
});

await app.start();
ready({
  /** Posts so many cards, which show these blocks; gives their `ts`. */
  cards: async ({ channel, count, blocks }: { channel: string; count: number; blocks: KnownBlock[] }) => {
    shown = blocks;
    const posted: string[] = [];
    for (let n = 0; n < count; n++) {
      const text = `Patron ${n} asks for a book`;
      const { ts } = await app.client.chat.postMessage({ channel, text, blocks });
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
