import { setTimeout as delay } from 'node:timers/promises';
import { type App, SocketModeReceiver } from '@slack/bolt';
import { WebAPIPlatformError } from '@slack/web-api';
import type { Logger } from '../../log.js';
import { quietSdkLogger, type SlackAccess } from './client.js';
import { slackFault } from './faults.js';
import { type Greeting, greetingIn } from './sender.js';

interface ConnectionsOptions extends Pick<SlackAccess, 'apiUrl'> {
  readonly appToken: string;
  readonly log: Logger;
  readonly count: number;
  /** Called each time that Slack refuses the app's token. */
  readonly refused: (fault: Error) => void;
  /** Called whenever a connection is made. */
  readonly connected: () => void;
  /** Called with what Slack says at each connection, such as which app the app-level token belongs to. */
  readonly greeted: (greeting: Greeting) => void;
  /** Asks Slack for addresses to connect to. */
  readonly fetch: typeof globalThis.fetch;
}

interface Connections {
  /** Rejects with one sentence when the token is wrong or Slack can't be reached. */
  start(): Promise<void>;
  /** How many there are now. */
  count(): number;
  /** Takes no more payloads, and disconnects. */
  stop(): Promise<void>;
}

/** While Slack is away it is asked again without end (times in ms). */
const untilSlackIsBack = { retries: 100_000, factor: 1.3, minTimeout: 500, maxTimeout: 30_000 };
/** How long Slack has for one answer (ms). The library's own limit is five minutes. */
const answerWithinMs = 5_000;
/** Wait after a connection that could not be made; doubles each time (ms). */
const firstWaitMs = 500;
const longestWaitMs = 30_000;

/**
 * `count` connections of the app to Slack. When Slack ends one, a new one is made at once, and the others take what people
 * do meanwhile; the library itself would wait for five seconds.
 */
export function createConnections(app: App, options: ConnectionsOptions): Connections {
  const { appToken, apiUrl, log, count, refused, connected, greeted, fetch } = options;
  const open = new Set<SocketModeReceiver>();
  const connectedNow = new Set<SocketModeReceiver>();
  const stopped = new AbortController();

  /** A connection that is not started yet; `gone` resolves when it has ended. */
  function create(): { readonly receiver: SocketModeReceiver; readonly gone: Promise<void> } {
    const receiver = new SocketModeReceiver({
      appToken,
      logger: quietSdkLogger(log),
      autoReconnectEnabled: false,
      // The client writes into its options, so each gets its own.
      installerOptions: {
        clientOptions: {
          ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
          retryConfig: untilSlackIsBack,
          timeout: answerWithinMs,
          fetch,
        },
      },
    });
    receiver.init(app);
    open.add(receiver);
    const { client } = receiver;
    client.on('connected', () => {
      connectedNow.add(receiver);
      connected();
    });
    const gone = new Promise<void>((resolve) => {
      const leave = () => {
        connectedNow.delete(receiver);
        open.delete(receiver);
        resolve();
      };
      client.on('disconnected', leave);
      client.on('ws_message', (message: unknown) => {
        const greeting = greetingIn(message);
        if (greeting) greeted(greeting);
        // Slack sends nothing more over it, though it takes a moment to close.
        if (isGoodbye(message)) leave();
      });
    });
    return { receiver, gone };
  }

  /** Replaces a connection each time that it has ended, until the desk stops. */
  async function keep(gone: Promise<void>): Promise<void> {
    await gone;
    for (let waitMs = 0; !stopped.signal.aborted; ) {
      await delay(waitMs, undefined, { signal: stopped.signal }).catch(() => {});
      if (stopped.signal.aborted) return;
      const next = create();
      try {
        await next.receiver.start();
        if (stopped.signal.aborted) await next.receiver.client.disconnect();
        waitMs = 0;
        await next.gone;
      } catch (error) {
        open.delete(next.receiver);
        waitMs = Math.min(Math.max(firstWaitMs, 2 * waitMs), longestWaitMs);
        if (error instanceof WebAPIPlatformError) refused(openFault(error));
      }
    }
  }

  const disconnect = () => Promise.all([...open].map(({ client }) => client.disconnect()));

  return {
    async start() {
      const first = Array.from({ length: count }, create);
      try {
        await Promise.all(first.map(({ receiver }) => receiver.start()));
      } catch (error) {
        await disconnect();
        throw openFault(error);
      }
      for (const { gone } of first) void keep(gone);
    },
    count: () => connectedNow.size,
    async stop() {
      stopped.abort();
      for (const { client } of open) client.removeAllListeners('slack_event');
      await disconnect();
    },
  };
}

/** Whether Slack says that it closes this connection. https://docs.slack.dev/apis/events-api/using-socket-mode#disconnect */
function isGoodbye(message: unknown): boolean {
  if (typeof message !== 'string' || !message.includes('disconnect')) return false;
  const parsed: unknown = JSON.parse(message);
  return typeof parsed === 'object' && parsed !== null && 'type' in parsed && parsed.type === 'disconnect';
}

const openFault = (error: unknown): Error =>
  slackFault(error, 'apps.connections.open, with SLACK_APP_TOKEN', Date.now());
