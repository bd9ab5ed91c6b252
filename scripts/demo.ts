import { once } from 'node:events';
import { type Page, startPage } from './demo/page.js';
import { createStage, NotSeen } from './demo/stage.js';
import { playStory, storyLength } from './demo/story.js';
import { startDevDesk } from './dev-desk.js';
import { startRedis } from './redis.js';

/** In ms. The demo waits less than a real desk, so that the story takes a minute. X allows 300 reads in 15 minutes. */
const timings = {
  pollMentionsMs: 3_500,
  pollFollowersMs: 3_500,
  pollOwnPostsMs: 3_500,
  writeDeadlineMs: 3_000,
  settleLooksMs: [2_000, 5_000, 15_000, 45_000, 120_000],
};

/** Whether X takes an answer to a plain reply to us, which X's documents leave open. By default the stricter reading. */
const plainReplySummons = process.argv.includes('--plain-replies-summon');

const say = (line: string) => console.log(line);

/** The port of the page, if it is free. */
const pagePort = 4400;

/** Serves the page until Ctrl-C. */
async function demo(): Promise<number> {
  const redis = await startRedis();
  try {
    const page = await served(redis.url);
    try {
      say(`The page          ${page.url}`);
      say(`Slack's Web API   ${page.sandbox.slackUrl}`);
      say(`X's API           ${page.sandbox.xUrl}`);
      say('Open the page in a browser. Ctrl-C ends the demo.');
      await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
      say('');
    } finally {
      await page.close();
    }
    return 0;
  } finally {
    await redis.close();
  }
}

function served(redisUrl: string): Promise<Page> {
  const options = { redisUrl, prefix: `demo-${process.pid}`, timings };
  return startPage({ ...options, port: pagePort }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    return startPage({ ...options, port: 0 });
  });
}

/** Plays a story through the desk. Each step must appear in the journals of the sandboxes. */
async function story(): Promise<number> {
  const redis = await startRedis();
  const startedAt = performance.now();
  const desk = await startDevDesk({
    redisUrl: redis.url,
    prefix: `demo-${process.pid}`,
    overrides: { timings },
  }).catch(async (error: unknown) => {
    await redis.close();
    throw error;
  });
  try {
    const { slackUrl, xUrl, controlUrl } = desk.sandbox;
    say(`Slack sandbox  ${slackUrl}`);
    say(`X sandbox      ${xUrl}`);
    say(`Controls       ${controlUrl}`);
    say('');
    // In its first read of X the desk notes who follows already. Only later followers are new.
    await desk.app.idle();
    const stage = createStage(controlUrl, say, { startedAt });
    const missed = await playStory(stage, plainReplySummons).then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
    );
    if (missed) say(missed instanceof NotSeen ? `not seen: ${missed.message}` : missed.message);
    say(`demo: ${storyLength} steps, ${stage.seen()} seen`);
    return missed || stage.seen() !== storyLength ? 1 : 0;
  } finally {
    await desk.close();
    await redis.close();
  }
}

process.exitCode = await (process.argv.includes('--once') ? story() : demo()).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});
