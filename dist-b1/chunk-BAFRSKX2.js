import {
  cureOf,
  ok,
  sentenceOf,
  wrong
} from "./chunk-VBBVP6NN.js";
import {
  channelCopyOf,
  colleagueById,
  isAnswered,
  memberIds,
  slackFault
} from "./chunk-LUAVQYEH.js";
import {
  slackUserId
} from "./chunk-DX3M4XLW.js";
import {
  wellFormed
} from "./chunk-2LMJ4OC3.js";
import {
  Busy,
  ChannelRefused,
  KeysRefused,
  OutcomeUnknown,
  Rejected,
  Unreachable,
  isOurMistake
} from "./chunk-PZOFDEKK.js";
import {
  minuteMs
} from "./chunk-5EYM5PYM.js";

// dist/ops/doctor/slack-tokens.js
var botId = "slack.bot-token";
var appId = "slack.app-token";
var menu = {
  general: "Basic Information",
  oauth: "OAuth & Permissions",
  "socket-mode": "Socket Mode",
  "slash-commands": "Slash Commands",
  "interactive-messages": "Interactivity & Shortcuts",
  "app-home": "App Home"
};
var appPage = (app, page) => app ? `https://api.slack.com/apps/${app}/${page} (${menu[page]})` : `https://api.slack.com/apps, your app, ${menu[page]}`;
async function botTokenChecks(ask2, asked) {
  try {
    const { team } = await ask2();
    return [ok(botId, `The bot token works: the app is installed in ${team}.`)];
  } catch (fault) {
    if (isOurMistake(fault))
      throw fault;
    const rest = "nothing else of Slack was looked at";
    if (fault instanceof KeysRefused) {
      const code = fault.detail.split(" ").at(-1);
      return [wrong(botId, `Slack refuses SLACK_BOT_TOKEN (${code}); ${rest}.`, newBotToken(asked.app))];
    }
    return [wrong(botId, `${sentenceOf(fault).replace(/\.$/u, "")}; ${rest}.`, reachFix(fault, asked))];
  }
}
var newBotToken = (app) => `Copy the Bot User OAuth Token (xoxb-\u2026) again, after a press of Install where there is none: ${appPage(app, "oauth")}`;
function reachFix(fault, { address }) {
  const reach = `let this machine reach ${address}: a proxy or firewall may forbid it`;
  if (fault instanceof Unreachable || fault instanceof Rejected)
    return `L${reach.slice(1)}.`;
  const cure = cureOf(fault);
  return fault instanceof OutcomeUnknown ? `${cure} If it is, ${reach}.` : cure;
}
function appTokenChecks(answer, { tokenOf, installed }) {
  const page = appPage(installed, "general");
  if (tokenOf && installed && tokenOf !== installed)
    return [
      wrong(appId, `SLACK_APP_TOKEN belongs to another app (${tokenOf}) than the bot token (${installed}).`, `Take both from one app. Its app-level tokens: ${page}`)
    ];
  switch (answer) {
    case "works":
      return [ok(appId, "The app token works: Slack gives it an address for presses.")];
    case "no-scope":
      return [
        wrong(appId, "SLACK_APP_TOKEN lacks the scope connections:write, so no press would arrive.", `Make a new app-level token with connections:write: ${page}`)
      ];
    case "no-socket-mode":
      return [
        wrong(appId, "Socket Mode is turned off for the app, so no press would arrive.", `Turn it on: ${appPage(installed, "socket-mode")}`)
      ];
    case "wrong-token":
      return [
        wrong(appId, "Slack does not take SLACK_APP_TOKEN as an app-level token.", `Copy it again (xapp-\u2026), or make an app-level token with connections:write: ${page}`)
      ];
  }
}

// dist/ops/doctor/slack-scopes.js
var id = "slack.scopes";
var neededScopes = {
  "chat:write": "nothing can be posted in the channel",
  commands: "/greet and /rota are missing",
  "channels:history": "a message whose posting went unanswered is not found again in a public channel",
  "groups:history": "a message whose posting went unanswered is not found again in a private channel",
  "im:write": "nobody can be told anything in private",
  "im:history": "a private message whose posting went unanswered is not found again",
  "channels:read": "who is in a public channel is not known",
  "groups:read": "who is in a private channel is not known",
  "users:read": "names, guests and deactivated people are not known",
  "files:write": "a report comes as text, without charts and without a file of its numbers"
};
var calendarScopes = {
  "users:read.email": "whom a calendar invites by e-mail is not known"
};
function scopeChecks(granted, { app, hasCalendar }) {
  const needed = Object.entries(hasCalendar ? { ...neededScopes, ...calendarScopes } : neededScopes);
  const missing = needed.filter(([scope]) => !granted.includes(scope));
  if (missing.length === 0) {
    const unused = Object.keys(hasCalendar ? {} : calendarScopes).filter((scope) => !granted.includes(scope));
    const without = unused.map((scope) => ` ${scope} is not, and only a calendar needs it.`);
    return [ok(id, `All ${needed.length} scopes that this needs are granted.${without.join("")}`)];
  }
  const fix = `Add it, then press Reinstall: ${appPage(app, "oauth")}`;
  return missing.map(([scope, without]) => wrong(id, `The scope ${scope} is missing: ${without}.`, fix));
}

// dist/slack/inspect/ask.js
import { setTimeout as delay } from "node:timers/promises";
async function ask(method, run) {
  try {
    return wellFormed(await run());
  } catch (error) {
    throw slackFault(error, method, Date.now());
  }
}
var longestWaitMs = minuteMs;
async function askPatiently(method, run) {
  const endsAt = Date.now() + longestWaitMs;
  for (; ; ) {
    try {
      return await ask(method, run);
    } catch (fault) {
      if (!(fault instanceof Busy) || fault.retryAt > endsAt)
        throw fault;
      await delay(Math.max(0, fault.retryAt - Date.now()));
    }
  }
}

// dist/slack/inspect/channel.js
async function channelFacts(client, id2) {
  try {
    const { channel } = await ask("conversations.info", () => client.conversations.info({ channel: id2 }));
    return {
      ...channelCopyOf(channel, id2),
      isMember: channel?.is_member === true,
      isArchived: channel?.is_archived === true
    };
  } catch (fault) {
    if (fault instanceof ChannelRefused && fault.code === "channel_not_found")
      return void 0;
    throw fault;
  }
}
var idsInChannel = (client, id2) => askPatiently("conversations.members", () => memberIds(client, id2));
var personFacts = (client, id2) => askPatiently("users.info", () => colleagueById(client, id2));

// dist/slack/inspect/installation.js
async function installationOf(client) {
  const answer = await ask("auth.test, with SLACK_BOT_TOKEN", () => client.auth.test());
  return {
    team: answer.team ?? "",
    teamId: answer.team_id ?? "",
    botUserId: slackUserId(answer.user_id ?? ""),
    scopes: answer.response_metadata?.scopes ?? []
  };
}
async function appOf(client, botUserId) {
  const { user } = await ask("users.info", () => client.users.info({ user: botUserId }));
  return user?.profile?.api_app_id || void 0;
}
var appIn = (appToken) => /^xapp-\d+-(A[A-Z0-9]+)-/u.exec(appToken)?.[1];

// dist/slack/inspect/socket-address.js
var refusals = {
  "no-scope": ["missing_scope", "no_permission"],
  "no-socket-mode": ["forbidden_team"],
  "wrong-token": [
    ...["invalid_auth", "not_authed", "not_allowed_token_type", "token_revoked", "token_expired"],
    ...["account_inactive", "missing_args"]
  ]
};
var kinds = ["no-scope", "no-socket-mode", "wrong-token"];
async function askForSocket(client) {
  try {
    await client.apps.connections.open({});
    return "works";
  } catch (error) {
    const kind = kinds.find((one) => isAnswered(error, refusals[one]));
    if (kind)
      return kind;
    throw slackFault(error, "apps.connections.open, with SLACK_APP_TOKEN", Date.now());
  }
}

export {
  appPage,
  botTokenChecks,
  appTokenChecks,
  ask,
  askPatiently,
  neededScopes,
  scopeChecks,
  channelFacts,
  idsInChannel,
  personFacts,
  installationOf,
  appOf,
  appIn,
  askForSocket
};
