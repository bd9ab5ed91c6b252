import type { WebClient } from '@slack/web-api';
import type { SocketAnswer } from '../../ports/inspection.js';
import { isAnswered, slackFault } from '../connect/faults.js';

/** Slack's names for them. https://docs.slack.dev/reference/methods/apps.connections.open#errors */
const refusals = {
  'no-scope': ['missing_scope', 'no_permission'],
  'no-socket-mode': ['forbidden_team'],
  'wrong-token': [
    ...['invalid_auth', 'not_authed', 'not_allowed_token_type', 'token_revoked', 'token_expired'],
    ...['account_inactive', 'missing_args'],
  ],
} as const;

const kinds = ['no-scope', 'no-socket-mode', 'wrong-token'] as const;

/**
 * Asks Slack for the address of a Socket Mode connection and does not connect: over a connection it would take presses
 * from a desk that runs. `client` has the app-level token as its token. Throws a fault of `errors.ts` where Slack says
 * neither yes nor one of these.
 */
export async function askForSocket(client: WebClient): Promise<SocketAnswer> {
  try {
    await client.apps.connections.open({});
    return 'works';
  } catch (error) {
    const kind = kinds.find((one) => isAnswered(error, refusals[one]));
    if (kind) return kind;
    throw slackFault(error, 'apps.connections.open, with SLACK_APP_TOKEN', Date.now());
  }
}
