import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import {
  Busy,
  ChannelRefused,
  Gone,
  isOurMistake,
  isRemoteFault,
  KeysRefused,
  MessageRefused,
  OutcomeUnknown,
  Rejected,
  Unreachable,
} from '../../errors.js';

/** Slack itself failed: the call may have taken effect. https://docs.slack.dev/reference/methods/chat.postMessage#errors */
export const unclearCodes: readonly string[] = [
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
];

/** Slack does not know the token, or no longer takes it. https://docs.slack.dev/reference/methods/auth.test#errors */
const tokenCodes = [
  ...['not_authed', 'invalid_auth', 'account_inactive', 'token_revoked', 'token_expired'],
  ...['user_removed_from_team', 'team_disabled', 'not_allowed_token_type'],
];

/** Whether Slack refused a call with one of these codes. */
export const isAnswered = (error: unknown, codes: readonly string[]): boolean =>
  error instanceof WebAPIPlatformError && codes.includes(error.data.error);

/** Slack takes nothing in this channel or conversation, whatever the message. */
const channelCodes = [
  ...['not_in_channel', 'channel_not_found', 'is_archived', 'is_inactive', 'missing_scope', 'no_permission'],
  ...['access_denied', 'team_access_not_granted', 'ekm_access_denied', 'org_login_required'],
];
/** Without these the app posts all the same, but no files. */
const fileScopes = ['files:write'];
/** It takes no line in this thread. */
const threadCodes = [
  ...['thread_not_found', 'cannot_reply_to_message'],
  ...['restricted_action_thread_locked', 'restricted_action_non_threadable_channel'],
];
/** It takes this message in no other form than it has, and does not take it away. */
const editCodes = ['edit_window_closed', 'cant_update_message', 'cant_delete_message'];
/** It does not take what the message contains. */
const contentCodes = [
  ...['msg_too_long', 'msg_blocks_too_long', 'invalid_blocks', 'invalid_blocks_format', 'block_mismatch'],
  ...['no_text', 'metadata_too_large', 'invalid_metadata_format', 'invalid_arguments'],
];

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
    const needed = 'needed' in error.data ? error.data.needed : undefined;
    if (code === 'message_not_found') return new Gone(`The message of ${what}`);
    if (unclearCodes.includes(code)) return new OutcomeUnknown(what, error);
    if (code === 'missing_scope' && typeof needed === 'string' && fileScopes.includes(needed)) {
      return new Rejected('not-permitted', `${what} answered missing_scope: it needs ${needed}`);
    }
    if (tokenCodes.includes(code)) return new KeysRefused('Slack', `${what} answered ${code}`);
    const details = (response_metadata?.messages ?? []).map(withoutAddresses);
    return refusalOf(code, [`${what} answered ${code}`, ...details].join('; '));
  }
  if (error instanceof WebAPIRequestError) {
    const code = codeOf(error.original);
    return neverConnected.includes(code) ? new Unreachable(what, error) : new OutcomeUnknown(what, error);
  }
  if (error instanceof WebAPIHTTPError && error.statusCode < 500) {
    return new Rejected('other', `${what} answered HTTP ${error.statusCode}`);
  }
  if (isRemoteFault(error) || isOurMistake(error)) return error;
  return new OutcomeUnknown(what, error);
}

/** A detail goes to the log: what it names by an address may be a patron's. */
const withoutAddresses = (detail: string): string => detail.replace(/https?:\/\/\S+/giu, '…');

/** A refusal that lasts: of a channel, of one message, or of something else. https://docs.slack.dev/reference/methods/chat.update#errors */
function refusalOf(code: string, detail: string): Rejected {
  if (threadCodes.includes(code)) return new MessageRefused('thread', detail);
  if (editCodes.includes(code)) return new MessageRefused('edit', detail);
  if (contentCodes.includes(code)) return new MessageRefused('content', detail);
  if (channelCodes.includes(code) || code.startsWith('restricted_action'))
    return new ChannelRefused(code, detail);
  return new Rejected('other', detail);
}

/** Whether Slack refused a message or view because it could not load one of its pictures, or does not take its address. */
export const isPictureRefused = (fault: unknown): boolean =>
  detailsOf(fault).some((one) => /downloading image failed|\/image_url\]/iu.test(one));

/** Whether Slack refused a message or view because of an uploaded file: it has not looked it through yet, or it is gone. */
export const isFileRefused = (fault: unknown): boolean => detailsOf(fault).some(saysFileRefused);

/** Whether words of Slack say the same. */
export const saysFileRefused = (words: string): boolean =>
  /invalid slack file|\/slack_file(?:\/id)?\]/iu.test(words);

const detailsOf = (fault: unknown): readonly string[] =>
  fault instanceof WebAPIPlatformError ? (fault.data.response_metadata?.messages ?? []) : [faultText(fault)];

const faultText = (fault: unknown): string => (fault instanceof MessageRefused ? fault.message : '');

/** fetch hides the socket's error code in its cause, and several addresses tried in an AggregateError below it. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return codeOf(error.cause);
}
