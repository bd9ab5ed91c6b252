import { WebClient } from '@slack/web-api';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { ready } from './ready.js';

// The simplest queue that posts cards: one BullMQ job a card, which makes one call to Slack. As many jobs run at once as in a
// process of the desk.

const concurrency = 64;
const name = `bare-${process.pid}`;
const connection = () => new Redis(process.env.REDIS_URL ?? '', { maxRetriesPerRequest: null });
const slack = new WebClient(process.env.SLACK_BOT_TOKEN, { slackApiUrl: process.env.SLACK_API_URL ?? '' });

const queue = new Queue(name, { connection: connection() });
const worker = new Worker(
  name,
  async ({ data: { channel, text } }) => {
    const button = { type: 'button', action_id: 'answer', text: { type: 'plain_text', text: 'Answer' } };
    const blocks = [
      { type: 'section', text: { type: 'mrkdwn', text } },
      { type: 'actions', elements: [button] },
    ];
    await slack.chat.postMessage({ channel, text, blocks });
  },
  { connection: connection(), concurrency },
);
await worker.waitUntilReady();

ready({
  /** Gives so many jobs to the queue. */
  cards: async ({ channel, count }: { channel: string; count: number }) => {
    const texts = Array.from({ length: count }, (_, n) => `Patron ${n} asks for a book`);
    const opts = { removeOnComplete: true };
    await queue.addBulk(texts.map((text) => ({ name: 'card', data: { channel, text }, opts })));
  },
});
