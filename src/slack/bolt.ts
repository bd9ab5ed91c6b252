import { App, SocketModeReceiver } from '@slack/bolt';
import type { Logger } from '../log.js';
import type { SlackAccess } from './board.js';
import { slackFault } from './faults.js';
import { sdkLogger } from './sdk-logger.js';

export interface BoltOptions extends SlackAccess {
  readonly appToken: string;
  readonly log: Logger;
  /** How many Socket Mode connections; two keep every press through a refresh, Slack allows ten an app. */
  readonly connections?: number;
}

export interface BoltDesk {
  readonly app: App;
  /** Rejects with one sentence when a token is wrong or Slack can't be reached. */
  start(): Promise<void>;
  /** How many of the connections stand. */
  connections(): number;
  /** Resolves when no listener runs. */
  idle(): Promise<void>;
  /** Takes in nothing more, lets running listeners end, then disconnects. */
  stop(): Promise<void>;
}

/** A connection that is lost is made again however long Slack is away; a wrong token ends it at once (ms). */
const untilSlackIsBack = { retries: 100_000, factor: 1.3, minTimeout: 500, maxTimeout: 30_000 };

/** Bolt over Socket Mode: an interaction must be answered within 3 s, so its client waits shortly and retries once. */
export function createBolt({ botToken, appToken, apiUrl, log, connections = 2 }: BoltOptions): BoltDesk {
  const address = apiUrl ? { slackApiUrl: apiUrl } : {};
  const logger = sdkLogger(log);
  // Each receiver gets its own options: its client writes into them.
  const receivers = Array.from(
    { length: connections },
    () =>
      new SocketModeReceiver({
        appToken,
        logger,
        installerOptions: { clientOptions: { ...address, retryConfig: untilSlackIsBack } },
      }),
  );
  const [first] = receivers;
  if (!first) throw new RangeError('At least one connection is needed.');
  const app = new App({
    token: botToken,
    receiver: first,
    logger,
    deferInitialization: true,
    extendedErrorHandler: true,
    clientOptions: {
      ...address,
      timeout: 2_000,
      retryConfig: { retries: 1, minTimeout: 100 },
      rejectRateLimitedCalls: true,
    },
  });
  const running = countListeners(app);
  const connected = new Set<SocketModeReceiver>();
  for (const receiver of receivers) {
    receiver.client.on('connected', () => connected.add(receiver));
    for (const lost of ['reconnecting', 'disconnected', 'close']) {
      receiver.client.on(lost, () => connected.delete(receiver));
    }
  }

  return {
    app,
    async start() {
      try {
        await app.init();
      } catch (error) {
        throw slackFault(error, 'auth.test, with SLACK_BOT_TOKEN', Date.now());
      }
      for (const receiver of receivers.slice(1)) receiver.init(app);
      try {
        await Promise.all(receivers.map((receiver) => receiver.start()));
      } catch (error) {
        throw slackFault(error, 'apps.connections.open, with SLACK_APP_TOKEN', Date.now());
      }
    },
    connections: () => connected.size,
    idle: () => running.none(),
    async stop() {
      for (const { client } of receivers) client.removeAllListeners('slack_event');
      await running.none();
      await Promise.all(receivers.map((receiver) => receiver.client.disconnect()));
    },
  };
}

/** Bolt's stop does not wait for running listeners: they are counted here. */
function countListeners(app: App) {
  let count = 0;
  let waiting: (() => void)[] = [];
  app.use(async ({ next }) => {
    count += 1;
    try {
      await next();
    } finally {
      count -= 1;
      if (count === 0) {
        for (const resolve of waiting) resolve();
        waiting = [];
      }
    }
  });
  return {
    none: () => (count === 0 ? Promise.resolve() : new Promise<void>((resolve) => waiting.push(resolve))),
  };
}
