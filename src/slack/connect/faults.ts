import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import {
  Busy,
  Gone,
  isOurMistake,
  KeysRefused,
  NotSent,
  OutcomeUnknown,
  Rejected,
  Unreachable,
} from '../../errors.js';

/** Slack itself failed: the call may have taken effect. https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const unclear = ['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'];

/** Slack does not know the token, or no longer takes it. https://docs.slack.dev/reference/methods/auth.test#errors */
const tokenCodes = [
  ...['not_authed', 'invalid_auth', 'account_inactive', 'token_revoked', 'token_expired'],
  ...['user_removed_from_team', 'team_disabled', 'not_allowed_token_type'],
];

/** Whether Slack refused a call with one of these codes. */
export const isAnswered = (error: unknown, codes: readonly string[]): boolean =>
  error instanceof WebAPIPlatformError && codes.includes(error.data.error);

const neverConnected = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'];

/**
 * What a failed call of Slack's Web API means for the desk, at `now` (Unix ms): a fault of `errors.ts`. A mistake of ours
 * comes back as it is, so that it shows in the log.
 */
export function slackFault(error: unknown, method: string, now: number): Error {
  const what = `Slack (${method})`;
  if (error instanceof WebAPIRateLimitedError) return new Busy(now + error.retryAfter * 1000, what);
  if (error instanceof WebAPIPlatformError) {
    const { error: code, response_metadata } = error.data;
    if (code === 'message_not_found') return new Gone(`The message of ${what}`);
    if (unclear.includes(code)) return new OutcomeUnknown(what, error);
    if (tokenCodes.includes(code)) return new KeysRefused('Slack', `${what} answered ${code}`);
    const details = response_metadata?.messages ?? [];
    return new Rejected('other', [`${what} answered ${code}`, ...details].join('; '));
  }
  if (error instanceof WebAPIRequestError) {
    const code = codeOf(error.original);
    return neverConnected.includes(code) ? new Unreachable(what, error) : new OutcomeUnknown(what, error);
  }
  if (error instanceof WebAPIHTTPError && error.statusCode < 500) {
    return new Rejected('other', `${what} answered HTTP ${error.statusCode}`);
  }
  if (error instanceof NotSent || isOurMistake(error)) return error;
  return new OutcomeUnknown(what, error);
}

/** fetch hides the socket's error code in its cause, and several addresses tried in an AggregateError below it. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return codeOf(error.cause);
}
