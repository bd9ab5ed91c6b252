import {
  deskTokens
} from "./chunk-YLS6S6NZ.js";
import {
  centralLibrary,
  deskKeys,
  deskPassword
} from "./chunk-CJOEDHBX.js";

// dist/sandbox/introduce.js
function introduce({ blueskyUrl, slackUrl, xUrl, controlUrl }) {
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
    `# Bluesky, in desk.yaml: bluesky: { handle: ${centralLibrary.handle}, secrets: MAIN, service: ${blueskyUrl} }`
  ].join("\n");
}
export {
  introduce
};
