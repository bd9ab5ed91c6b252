import { setTimeout as delay } from 'node:timers/promises';
import { App, type Receiver } from '@slack/bolt';
import { wellFormed } from '../../core/one-line.js';
import type { Logger } from '../../log.js';
import { type SlackAccess, sdkLogger } from './client.js';
import { createConnections } from './connections.js';
import { slackFault } from './faults.js';
import { isFromOwner, type TokenOwner } from './sender.js';

interface BoltOptions extends SlackAccess {
  readonly appToken: string;
  readonly log: Logger;
  /** How many Socket Mode connections. With two no press is lost while one is renewed; Slack allows ten for an app. */
  readonly connections?: number;
  /** Called when Slack refuses the app's token after the start. */
  readonly refused?: (fault: Error) => void;
  /** Called whenever a connection is made. */
  readonly connected?: () => void;
}

interface BoltDesk {
  readonly app: App;
  /** Rejects with one sentence when a token is wrong or Slack can't be reached. */
  start(): Promise<void>;
  /** How many connections there are now. */
  connections(): number;
  /** Resolves when nothing is being answered. */
  idle(): Promise<void>;
  /** Disconnects, when nothing is being answered or after 4 s, and waits for what still is. */
  stop(): Promise<void>;
}

/** How long stopping waits for a moment in which nothing is being answered, before it disconnects (ms). */
const lullMs = 4_000;

/** Bolt wants one receiver; our connections are several and come and go, so this one does nothing. */
const noReceiver: Receiver = { init: () => {}, start: async () => {}, stop: async () => {} };

/** Bolt over Socket Mode. An interaction must be answered within 3 s, so its client waits 2 s at most and retries once. */
export function createBolt({
  botToken,
  appToken,
  apiUrl,
  log,
  connections: count = 2,
  refused = () => {},
  connected = () => {},
}: BoltOptions): BoltDesk {
  const app = new App({
    token: botToken,
    receiver: noReceiver,
    logger: sdkLogger(log),
    deferInitialization: true,
    extendedErrorHandler: true,
    clientOptions: {
      ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
      timeout: 2_000,
      retryConfig: { retries: 1, minTimeout: 100 },
      rejectRateLimitedCalls: true,
    },
  });
  const underway = countPayloads(app, log);
  let owner: TokenOwner | undefined;
  refuseOthers(app, () => owner, log);
  const connections = createConnections(app, {
    appToken,
    log,
    count,
    refused,
    connected,
    greeted: (appId) => {
      if (owner) owner = { ...owner, appId };
    },
    ...(apiUrl ? { apiUrl } : {}),
  });

  return {
    app,
    async start() {
      try {
        await app.init();
        const { team_id: teamId = '' } = await app.client.auth.test();
        owner = { teamId };
      } catch (error) {
        throw slackFault(error, 'auth.test, with SLACK_BOT_TOKEN', Date.now());
      }
      await connections.start();
    },
    connections: connections.count,
    idle: () => underway.none(),
    async stop() {
      // What arrives until then is still answered, because Slack gives it to nobody else.
      const lull = new AbortController();
      await Promise.race([
        underway.none(),
        delay(lullMs, undefined, { signal: lull.signal }).catch(() => {}),
      ]);
      lull.abort();
      await connections.stop();
      await underway.none();
    },
  };
}

/**
 * Counts the payloads that are being answered, because Bolt's `stop` does not wait for them: from their arrival until also
 * a failure was told. Repairs half characters in them, which Slack would refuse wherever they are shown.
 */
function countPayloads(app: App, log: Logger) {
  let count = 0;
  let waiting: (() => void)[] = [];
  const process = app.processEvent.bind(app);
  app.processEvent = async (event) => {
    count += 1;
    try {
      await process({ ...event, body: wellFormed(event.body) });
    } finally {
      count -= 1;
      log.debug({ from: 'slack' }, 'answered');
      if (count === 0) {
        for (const resolve of waiting) resolve();
        waiting = [];
      }
    }
  };
  return {
    none: () => (count === 0 ? Promise.resolve() : new Promise<void>((resolve) => waiting.push(resolve))),
  };
}

/** Refuses every payload that is not from the workspace and the app of our tokens, whoever it names. */
function refuseOthers(app: App, owner: () => TokenOwner | undefined, log: Logger): void {
  app.use(async ({ body, next, ...args }) => {
    const known = owner();
    if (known && isFromOwner(body, known)) return next();
    log.warn({ from: 'slack' }, 'A payload of another workspace or app was refused.');
    // Slack sends again what is not acknowledged.
    if ('ack' in args && typeof args.ack === 'function') await args.ack();
  });
}
