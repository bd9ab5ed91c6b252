import { centralLibrary, deskPassword } from './bluesky/seed.js';
import type { Sandbox } from './sandbox.js';
import { deskTokens } from './slack/seed.js';
import { deskKeys } from './x/seed.js';

/** Where everything is and how to sign in, as lines of an `.env` file. */
export function introduce({ blueskyUrl, slackUrl, xUrl, controlUrl }: Sandbox): string {
  return [
    `# Controls: ${controlUrl}`,
    `SLACK_API_URL=${slackUrl}`,
    `SLACK_BOT_TOKEN=${deskTokens.botToken}`,
    `SLACK_APP_TOKEN=${deskTokens.appToken}`,
    `X_API_URL=${xUrl}`,
    `X_MAIN_APP_KEY=${deskKeys.appKey}`,
    `X_MAIN_APP_SECRET=${deskKeys.appSecret}`,
    `X_MAIN_ACCESS_TOKEN=${deskKeys.accessToken}`,
    `X_MAIN_ACCESS_SECRET=${deskKeys.accessSecret}`,
    `BLUESKY_MAIN_APP_PASSWORD=${deskPassword}`,
    `# Bluesky, in desk.yaml: bluesky: { handle: ${centralLibrary.handle}, secrets: MAIN, service: ${blueskyUrl} }`,
  ].join('\n');
}
