import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises';
import { App, type Receiver, type ReceiverEvent } from '@slack/bolt';
import { wellFormed } from '../../core/one-line.js';
import type { Logger } from '../../log.js';
import type { PressKind } from '../../ports/presses.js';
import { type Called, toldOf } from './calls.js';
import { type SlackAccess, sdkLogger } from './client.js';
import { createConnections } from './connections.js';
import { slackFault } from './faults.js';
import { pressIn } from './press-kind.js';
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
  /** Told how each call to Slack ended. */
  readonly called?: Called;
  /** Told when a payload was worked at to its end. */
  readonly ended?: () => void;
  /** Told after each press, form or command whether it was acknowledged. */
  readonly pressed?: (isAnswered: boolean) => void;
  /** Called when a command, a press of a button or an opened Home was answered. */
  readonly answered?: (kind: PressKind) => void;
  /** Told at each connection how many the app has now, those of other processes too. */
  readonly counted?: (connections: number) => void;
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
  called = () => {},
  pressed = () => {},
  ended = () => {},
  answered = () => {},
  counted = () => {},
}: BoltOptions): BoltDesk {
  const app = new App({
    token: botToken,
    receiver: noReceiver,
    logger: sdkLogger(log),
    deferInitialization: true,
    // Nothing is remembered of a conversation.
    convoStore: false,
    extendedErrorHandler: true,
    clientOptions: {
      ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
      timeout: 2_000,
      retryConfig: { retries: 1, minTimeout: 100 },
      rejectRateLimitedCalls: true,
      fetch: toldOf(called),
    },
  });
  const underway = countPayloads(app, log, pressed, ended);
  let owner: TokenOwner | undefined;
  refuseOthers(app, () => owner, log);
  app.use(async ({ body, next }) => {
    await next();
    const kind = pressIn(body);
    if (kind) answered(kind);
  });
  const connections = createConnections(app, {
    appToken,
    log,
    count,
    refused,
    connected,
    fetch: toldOf(called),
    greeted: ({ appId, connections: all }) => {
      if (owner && appId !== undefined) owner = { ...owner, appId };
      if (all !== undefined) counted(all);
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
function countPayloads(app: App, log: Logger, pressed: (isAnswered: boolean) => void, ended: () => void) {
  let count = 0;
  let waiting: (() => void)[] = [];
  let begun: Promise<void> = Promise.resolve();
  const process = app.processEvent.bind(app);
  app.processEvent = async (event) => {
    count += 1;
    let isAnswered = false;
    const ack: typeof event.ack = async (...answer) => {
      await event.ack(...answer);
      isAnswered = true;
    };
    const acked = acknowledged({ ...event, ack });
    // Each begins in a turn of its own of the event loop: what arrives meanwhile is acknowledged before.
    begun = begun.then(() => nextTurn());
    try {
      await begun;
      await process({ ...acked, body: wellFormed(event.body) });
    } finally {
      count -= 1;
      // Nobody waits for the answer to an event.
      if (event.body.type !== 'event_callback') pressed(isAnswered);
      ended();
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

/**
 * Acknowledges a press before anything else runs: whatever becomes of it, Slack is told the same, and when many press at
 * once nobody's answer waits for the work of others. A form's answer says whether it may close, so that waits.
 */
function acknowledged(event: ReceiverEvent): ReceiverEvent {
  if (event.body.type !== 'block_actions') return event;
  const sent = event.ack();
  // The listener awaits it, and hears of a failure then.
  sent.catch(() => {});
  return { ...event, ack: () => sent };
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
