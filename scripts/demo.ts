import { once } from 'node:events';
import { createStage, NotSeen } from './demo/stage.js';
import { playStory, storyLength } from './demo/story.js';
import { startDevDesk } from './dev-desk.js';
import { startRedis } from './redis.js';

/** The demo waits shorter than a real desk (ms), so that the story takes a minute. X allows 300 reads in 15 minutes. */
const timings = {
  pollMentionsMs: 3_500,
  pollFollowersMs: 3_500,
  pollOwnPostsMs: 3_500,
  writeDeadlineMs: 3_000,
  settleLooksMs: [2_000, 5_000, 15_000, 45_000, 120_000],
};

const say = (line: string) => console.log(line);

async function demo(onlyOnce: boolean): Promise<number> {
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
    // The desk's first look at X remembers who follows already: only later follows are news.
    await desk.app.settled();
    const stage = createStage(controlUrl, say, { startedAt });
    const missed = await playStory(stage).then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
    );
    if (!onlyOnce && !missed) await stayUp(controlUrl);
    if (missed) say(missed instanceof NotSeen ? `not seen: ${missed.message}` : missed.message);
    say(`demo: ${storyLength} steps, ${stage.seen()} seen`);
    return missed || stage.seen() !== storyLength ? 1 : 0;
  } finally {
    await desk.close();
    await redis.close();
  }
}

async function stayUp(controlUrl: string): Promise<void> {
  say('');
  say('The desk stays up. Make something happen, for example a question from Maya:');
  say(
    `  curl -d '{"by":"maya_reads","text":"@centrallibrary Is Central open on Sunday?"}' ${controlUrl}/x/post`,
  );
  say(`and see what Slack has of it: ${controlUrl}/journal. Ctrl-C ends the demo.`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  say('');
}

process.exitCode = await demo(process.argv.includes('--once')).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});
