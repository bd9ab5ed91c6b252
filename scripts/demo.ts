import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { loadDeskFile } from '../src/config/desk-file.js';
import { lastPeriod } from '../src/core/report/period.js';
import { blueskyStoryLength, playBlueskyStory } from './demo/bluesky-story.js';
import { blueskyChannel } from './demo/bluesky-town.js';
import { type DemoOptions, readOptions, usage } from './demo/options.js';
import { type Page, startPage } from './demo/page.js';
import { fillPastMonths } from './demo/past-months.js';
import { createStage, NotSeen, type Stage } from './demo/stage.js';
import { playStory, storyLength } from './demo/story.js';
import { type DevDeskOptions, devDeskFile, startDevDesk } from './dev-desk.js';
import { startRedis } from './redis.js';

/** In ms. The demo waits less than a real desk, so that a story takes a minute. X allows 300 reads in 15 minutes. */
const timings = {
  pollMentionsMs: 3_500,
  pollFollowersMs: 3_500,
  pollOwnPostsMs: 3_500,
  // X takes 15 reads in 15 minutes, and the page's clock is moved by hand.
  pollPrivateMs: 61_000,
  writeDeadlineMs: 3_000,
  settleLooksMs: [2_000, 5_000, 15_000, 45_000, 120_000],
};

const say = (line: string) => console.log(line);

/** The port of the page, if it is free. */
const pagePort = 4400;

/** Serves the page until Ctrl-C. */
async function demo({ network }: DemoOptions): Promise<number> {
  const redis = await startRedis();
  try {
    const page = await served(redis.url);
    try {
      say(`The page          ${page.url}${network === 'bluesky' ? `/#at=${blueskyChannel.id}` : ''}`);
      say(`Slack's Web API   ${page.sandbox.slackUrl}`);
      say(`X's API           ${page.sandbox.xUrl}`);
      say(`Bluesky's API     ${page.sandbox.blueskyUrl}`);
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

interface Story {
  /** How many steps it has. */
  readonly length: number;
  play(stage: Stage): Promise<void>;
  /** The desks that it needs, where these are not the usual one. */
  readonly desks?: Pick<DevDeskOptions, 'deskFile' | 'prepare'>;
}

const storyOf = ({ network, plainRepliesSummon }: DemoOptions): Story =>
  network === 'x'
    ? { length: storyLength, play: (stage) => playStory(stage, plainRepliesSummon) }
    : {
        length: blueskyStoryLength,
        play: playBlueskyStory,
        desks: {
          deskFile: fileURLToPath(new URL('demo/both-networks.yaml', import.meta.url)),
          prepare: async ({ slack }) => void (await slack.acts.addChannel?.(blueskyChannel)),
        },
      };

/** Plays a story through the desk. Each step must appear in the journals of the sandboxes. */
async function tell(options: DemoOptions): Promise<number> {
  const story = storyOf(options);
  const redis = await startRedis();
  let startedAt = performance.now();
  const desk = await startDevDesk({
    redisUrl: redis.url,
    prefix: `demo-${process.pid}`,
    overrides: { timings },
    ...story.desks,
    prepare: async (sandbox) => {
      await story.desks?.prepare?.(sandbox);
      const { desks } = await loadDeskFile(story.desks?.deskFile ?? devDeskFile);
      const now = sandbox.clock.now();
      for (const one of desks.filter(({ network }) => network.prices)) {
        const { fromMs, toMs } = lastPeriod(one.rota, 'quarter', now);
        await fillPastMonths(one, { redisUrl: redis.url, prefix: `demo-${process.pid}` }, fromMs, toMs);
      }
      // The desk itself begins now.
      startedAt = performance.now();
    },
  }).catch(async (error: unknown) => {
    await redis.close();
    throw error;
  });
  try {
    const { slackUrl, xUrl, blueskyUrl, controlUrl } = desk.sandbox;
    say(`Slack sandbox    ${slackUrl}`);
    say(options.network === 'x' ? `X sandbox        ${xUrl}` : `Bluesky sandbox  ${blueskyUrl}`);
    say(`Controls         ${controlUrl}`);
    say('');
    // In its first read of the network the desk notes who follows already. Only later followers are new.
    await desk.app.idle();
    const stage = createStage(controlUrl, say, { startedAt });
    const missed = await story.play(stage).then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
    );
    if (missed) say(missed instanceof NotSeen ? `not seen: ${missed.message}` : missed.message);
    say(`demo: ${story.length} steps, ${stage.seen()} seen`);
    return missed || stage.seen() !== story.length ? 1 : 0;
  } finally {
    await desk.close();
    await redis.close();
  }
}

async function run(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) say(usage);
  return options.help ? 0 : options.once ? tell(options) : demo(options);
}

process.exitCode = await run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});
