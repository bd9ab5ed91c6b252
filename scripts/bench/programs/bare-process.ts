import { App } from '@slack/bolt';
import { Worker } from 'bullmq';
import { Redis } from 'ioredis';

// The simplest process that listens to Slack and waits for jobs: Bolt and one BullMQ worker. It says when both are up.

const app = new App({
  token: process.env.SLACK_BOT_TOKEN ?? '',
  appToken: process.env.SLACK_APP_TOKEN ?? '',
  socketMode: true,
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL ?? '' },
});
const connection = new Redis(process.env.REDIS_URL ?? '', { maxRetriesPerRequest: null });
const worker = new Worker(`bare-${process.pid}`, async () => {}, { connection });
await worker.waitUntilReady();
await app.start();
console.error('started');
