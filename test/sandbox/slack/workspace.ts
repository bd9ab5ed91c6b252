import {
  type Logger,
  LogLevel,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebClient,
} from '@slack/web-api';
import { afterAll, beforeEach } from 'vitest';
import { createSlack } from '../../../src/sandbox/slack/slack.js';
import type { WireTimes } from '../../../src/sandbox/slack/socket/wire.js';
import { createClock } from '../../../src/sandbox/world/clock.js';
import { createFaults } from '../../../src/sandbox/world/faults.js';
import { createJournal } from '../../../src/sandbox/world/journal.js';
import { createRandom } from '../../../src/sandbox/world/random.js';
import type { World } from '../../../src/sandbox/world/world.js';

type Fields = Record<string, unknown>;

/** Refusals are what many of these tests are about; the clients need not print them. */
export const silent: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

/** A Slack sandbox of its own, with a client that neither retries nor waits. */
export async function startSlack(startAt?: number, wire: Partial<WireTimes> = {}) {
  const clock = createClock(startAt);
  const world: World = {
    clock,
    journal: createJournal(clock),
    random: createRandom(7),
    faults: createFaults(),
  };
  const slack = await createSlack(world, 0, wire);
  const slackApiUrl = `${slack.url}/api/`;
  return {
    ...slack,
    world,
    slackApiUrl,
    web: clientOf(slackApiUrl),
    /** Runs an act; its answer is plain JSON. */
    async act(name: string, args: Fields = {}): Promise<Fields> {
      const act = slack.acts[name];
      if (!act) throw new Error(`No act ${name}.`);
      return (await act(args)) as Fields;
    },
    /** The journal's entries of one kind. */
    did: (kind: string) => world.journal.read().filter((entry) => entry.kind === kind),
  };
}

export type Started = Awaited<ReturnType<typeof startSlack>>;

export let slack: Started;

/** A workspace for each test of the file that calls this. */
export function useSlack(): void {
  const opened: Started[] = [];
  beforeEach(async () => {
    slack = await startSlack();
    opened.push(slack);
  });
  afterAll(() => Promise.all(opened.map((each) => each.close())));
}

export function clientOf(slackApiUrl: string, token = 'xoxb-sandbox', timeoutMs = 5000) {
  return new WebClient(token, {
    slackApiUrl,
    timeout: timeoutMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: silent,
  });
}

/** What Slack answered to a call that it refused; fails if it took it. */
export async function refusal(call: Promise<unknown>): Promise<Fields> {
  const outcome = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome instanceof WebAPIRateLimitedError)
    return { error: 'ratelimited', retryAfter: outcome.retryAfter };
  if (!(outcome instanceof WebAPIPlatformError)) throw new Error(`Not refused by Slack: ${outcome}`);
  const { error, response_metadata, ...rest } = outcome.data;
  return { error, messages: response_metadata?.messages, ...rest };
}
