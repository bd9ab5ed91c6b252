import { WebClient } from '@slack/web-api';
import type { Logger } from '../../log.js';
import { slackFault } from './faults.js';
import { lastMomentFetch } from './last-moment.js';
import { sdkLogger } from './sdk-logger.js';

export interface SlackAccess {
  readonly botToken: string;
  /** Slack's Web API, with a trailing slash; Slack itself unless told. */
  readonly apiUrl?: string;
}

/**
 * The background's own client: its rate limits never hold up a press. No retries: the record knows what may be repeated.
 * One call takes `timeoutMs` at the most.
 */
export function backgroundClient(
  { botToken, apiUrl }: SlackAccess,
  timeoutMs: number,
  log: Logger,
): WebClient {
  return new WebClient(botToken, {
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
    logger: sdkLogger(log),
    timeout: timeoutMs,
    fetch: lastMomentFetch,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
}

/** Rejects with KeysRefused when Slack takes the bot's token no more. */
export async function tokenWorks(client: WebClient): Promise<void> {
  await client.auth.test().catch((error: unknown) => {
    throw slackFault(error, 'auth.test, with SLACK_BOT_TOKEN', Date.now());
  });
}
