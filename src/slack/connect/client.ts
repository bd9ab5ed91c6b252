import { AsyncLocalStorage } from 'node:async_hooks';
import { LogLevel, type Logger as SdkLogger, WebClient } from '@slack/web-api';
import { Agent, DecoratorHandler, type Dispatcher, fetch } from 'undici';
import { NotSent } from '../../errors.js';
import type { Logger } from '../../log.js';
import { type Called, toldOf } from './calls.js';
import { saysFileRefused, slackFault } from './faults.js';

/** What a client of Slack's Web API needs. */
export interface SlackAccess {
  readonly botToken: string;
  /** Slack's Web API, with a trailing slash; Slack itself unless told. */
  readonly apiUrl?: string;
}

/**
 * The background's own client, so that its rate limits never hold up a press. It retries nothing: the card's record says
 * what may be repeated. A call takes `timeoutMs` at most; `called` is told how each ended.
 */
export function backgroundClient(
  { botToken, apiUrl }: SlackAccess,
  timeoutMs: number,
  log: Logger,
  called?: Called,
): WebClient {
  return new WebClient(botToken, {
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
    logger: sdkLogger(log),
    timeout: timeoutMs,
    fetch: called ? toldOf(called, backgroundFetch) : backgroundFetch,
    // The library runs a call that waited in its queue within the call that ended before it, with that one's last check.
    maxRequestConcurrency: Number.POSITIVE_INFINITY,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
}

/** Asks Slack whether the bot's token works. Rejects with KeysRefused when it doesn't, else with another fault. */
export async function tokenWorks(client: WebClient): Promise<void> {
  await client.auth.test().catch((error: unknown) => {
    throw slackFault(error, 'auth.test, with SLACK_BOT_TOKEN', Date.now());
  });
}

/** Writes what Slack's libraries log into the desk's log. Their debug lines hold people's words and are left out. */
export function sdkLogger(log: Logger): SdkLogger {
  return loggerAt(log, { info: 'info', warn: 'warn', error: 'error' });
}

/** The same at debug level, for connections: the library logs every attempt, and the desk itself logs an outage once. */
export function quietSdkLogger(log: Logger): SdkLogger {
  return loggerAt(log, { info: 'debug', warn: 'debug', error: 'debug' });
}

type Level = 'info' | 'warn' | 'error';

function loggerAt(log: Logger, levels: Record<Level, Level | 'debug'>): SdkLogger {
  const say =
    (level: Level) =>
    (...words: unknown[]) => {
      const said = words.map(String).join(' ');
      // Slack looks a file through first, which takes a moment: the desk asks again.
      log[saysFileRefused(said) ? 'debug' : levels[level]]({ from: 'slack' }, said);
    };
  return {
    debug: () => {},
    info: say('info'),
    warn: say('warn'),
    error: say('error'),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}

/** The last check of the call under way; it throws when the call may not leave. */
const lastCheck = new AsyncLocalStorage<() => void>();

/**
 * Makes a call of Slack's Web API, by a client that has `backgroundFetch`, with the last check before the request leaves:
 * connecting takes time, and the process may be suspended between any two steps. `mayStillSend` is asked on a connection
 * that stands, when the request's bytes are next. When it says no, nothing is sent and the call fails with NotSent; when
 * it throws, the call fails with that.
 */
export async function atTheLastMoment<T>(mayStillSend: () => boolean, call: () => Promise<T>): Promise<T> {
  // The client wraps what stops its request in an error of its own.
  let refusal: { readonly fault: unknown } | undefined;
  const check = () => {
    try {
      if (!mayStillSend()) throw new NotSent();
    } catch (fault) {
      refusal = { fault };
      throw fault;
    }
  };
  try {
    return await lastCheck.run(check, call);
  } catch (fault) {
    throw refusal ? refusal.fault : fault;
  }
}

interface Decorated {
  onRequestStart(controller: Dispatcher.DispatchController, context: unknown): void;
}
/** The library's types leave out the methods of this class. */
const Handler = DecoratorHandler as unknown as new (handler: Dispatcher.DispatchHandler) => Decorated;

class CheckedHandler extends Handler {
  constructor(
    handler: Dispatcher.DispatchHandler,
    private readonly check: () => void,
  ) {
    super(handler);
  }

  /** The connection is made, and the request is written in this same turn. */
  override onRequestStart(controller: Dispatcher.DispatchController, context: unknown): void {
    this.check();
    super.onRequestStart(controller, context);
  }
}

const agent = new Agent().compose((dispatch) => (options, handler) => {
  const check = lastCheck.getStore();
  return dispatch(options, check ? new CheckedHandler(handler, check) : handler);
});

/** The background client's fetch. Its connections stay open for the next call, but don't keep the process running. */
export const backgroundFetch = ((url: string, init: object) =>
  fetch(url, { ...init, dispatcher: agent })) as unknown as typeof globalThis.fetch;
