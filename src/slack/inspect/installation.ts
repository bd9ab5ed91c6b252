import type { WebClient } from '@slack/web-api';
import { type SlackUserId, slackUserId } from '../../core/ids.js';
import type { Installation } from '../../ports/inspection.js';
import { ask } from './ask.js';

/**
 * Asks Slack whose bot token this is and what it may do. Throws KeysRefused for a token that does not work.
 * https://docs.slack.dev/reference/methods/auth.test
 */
export async function installationOf(client: WebClient): Promise<Installation> {
  const answer = await ask('auth.test, with SLACK_BOT_TOKEN', () => client.auth.test());
  return {
    team: answer.team ?? '',
    teamId: answer.team_id ?? '',
    botUserId: slackUserId(answer.user_id ?? ''),
    // The library has them from the header `x-oauth-scopes`.
    scopes: answer.response_metadata?.scopes ?? [],
  };
}

/** The id of the app that a bot user belongs to, such as `A0123ABCD`; undefined where Slack does not say it. */
export async function appOf(client: WebClient, botUserId: SlackUserId): Promise<string | undefined> {
  const { user } = await ask('users.info', () => client.users.info({ user: botUserId }));
  return user?.profile?.api_app_id || undefined;
}

/** The id of the app in an app-level token, `xapp-1-A0123ABCD-…`; undefined for a token of another form. */
export const appIn = (appToken: string): string | undefined => /^xapp-\d+-(A[A-Z0-9]+)-/u.exec(appToken)?.[1];
