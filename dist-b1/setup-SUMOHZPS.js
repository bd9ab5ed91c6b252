import {
  appIn,
  appOf,
  ask,
  askForSocket,
  channelFacts,
  idsInChannel,
  installationOf,
  neededScopes,
  personFacts
} from "./chunk-BAFRSKX2.js";
import "./chunk-VBBVP6NN.js";
import {
  createRedisState
} from "./chunk-QM6TXLB5.js";
import {
  backgroundClient,
  colleagueOf,
  createNetwork
} from "./chunk-LUAVQYEH.js";
import "./chunk-R7MF6V6P.js";
import {
  timings
} from "./chunk-5KOJH3LK.js";
import {
  initials,
  isColleague,
  parseRedisAddress,
  redisAddressForms,
  shortName
} from "./chunk-RQ3MMC74.js";
import "./chunk-3J5ILMX7.js";
import "./chunk-ZTQXIARE.js";
import "./chunk-DX3M4XLW.js";
import "./chunk-2LMJ4OC3.js";
import {
  Busy,
  ChannelRefused,
  KeysRefused,
  Rejected,
  isRemoteFault
} from "./chunk-PZOFDEKK.js";
import "./chunk-5EYM5PYM.js";

// dist/core/setup/proposed-staff.js
var longest = 5;
function proposedStaff(members, listed = []) {
  const known = new Set(listed.map(({ slackId }) => slackId));
  const people = members.filter(isColleague).filter(({ id }) => !known.has(id));
  const proposed = [];
  for (const person of people) {
    const taken = [...listed, ...proposed];
    proposed.push({
      key: firstFree(keysOf(person), new Set(taken.map(({ key }) => key))),
      slackId: person.id,
      fullName: person.name,
      name: shortName(person, [...people, ...listed]),
      signature: firstFree(signaturesOf(person), new Set(taken.map(({ signature }) => signature)))
    });
  }
  return proposed;
}
function firstFree(wishes, taken) {
  for (const wish of wishes)
    if (!taken.has(wish))
      return wish;
  return "";
}
function* keysOf({ id, name }) {
  const [first, ...others] = name.split(/\s+/u).map((word) => inLatin(word)).filter((word) => word !== "");
  const base = first ?? id.toLowerCase();
  yield base;
  const last = others.at(-1);
  if (last)
    yield* [`${base}-${last.slice(0, 1)}`, `${base}-${last}`];
  for (let number = 2; ; number += 1)
    yield `${base}-${number}`;
}
var inLatin = (word) => word.normalize("NFD").toLowerCase().replace(/[^a-z0-9]/gu, "");
function* signaturesOf(person) {
  const short = initials(person);
  yield short;
  const last = person.name.split(/\s+/u).filter(Boolean).at(-1) ?? "";
  const more = [...last.toLocaleUpperCase("en")].filter((letter) => /[\p{L}\p{N}]/u.test(letter)).slice(1);
  for (let count = 1; count <= Math.min(more.length, longest - short.length); count += 1) {
    yield `${short}${more.slice(0, count).join("")}`;
  }
  for (let number = 2; ; number += 1)
    yield `${short.slice(0, longest - String(number).length)}${number}`;
}

// dist/slack/inspect/candidates.js
async function candidatesIn(client, channel) {
  const candidates = [];
  for (const id of await idsInChannel(client, channel)) {
    const { user } = await ask("users.info", () => client.users.info({ user: id }));
    const colleague = colleagueOf({ ...user, id });
    if (!isColleague(colleague))
      continue;
    candidates.push({ ...colleague, ...user?.tz ? { timeZone: user.tz } : {} });
  }
  return candidates;
}

// dist/slack/inspect/joined-channels.js
var pageSize = 200;
async function joinedChannels(client) {
  const found = [];
  let cursor;
  do {
    const page = await ask("users.conversations", () => client.users.conversations({
      types: "public_channel,private_channel",
      exclude_archived: true,
      limit: pageSize,
      ...cursor ? { cursor } : {}
    }));
    for (const { id = "", name = id, is_private } of page.channels ?? []) {
      found.push({ id, name, isPrivate: is_private === true });
    }
    cursor = page.response_metadata?.next_cursor || void 0;
  } while (cursor);
  return found.sort((a, b) => a.name.localeCompare(b.name, "en"));
}

// dist/app/setup-answer.js
async function answer(ask2, own) {
  try {
    return await ask2();
  } catch (fault) {
    if (!isRemoteFault(fault))
      throw fault;
    return { refused: own(fault) ?? usual(fault) };
  }
}
function usual(fault) {
  if (fault instanceof Busy)
    return "It is busy and asks to wait. Press Enter in a minute.";
  if (fault instanceof Rejected)
    return `It refuses: ${fault.detail}.`;
  return "It gives no answer. Look whether this machine reaches the internet, then press Enter again.";
}

// dist/app/setup-bluesky.js
var bskySocial = "https://bsky.social";
var plcDirectory = "https://plc.directory";
var now = () => Date.now();
function createBlueskySetup(url) {
  const places = {
    service: url ?? bskySocial,
    directory: url ?? plcDirectory,
    deadlineMs: timings.readDeadlineMs,
    now
  };
  return {
    place: (handle) => answer(async () => {
      const { findAccount } = await import("./find-account-WKZLHFAL.js");
      const found = await findAccount(handle, places);
      if (!found)
        return { refused: nobody(handle) };
      return { found: found.server === void 0 ? {} : { server: found.server } };
    }, noAnswer),
    server: (origin) => answer(async () => {
      const { resolveHandle } = await import("./find-account-WKZLHFAL.js");
      await resolveHandle("bsky.app", { ...places, service: origin });
      return { found: true };
    }, noAnswer),
    appPassword: ({ handle, password, service }) => answer(async () => {
      const [{ createNetwork: createNetwork2 }, { isOfOwnPassword }] = await Promise.all([
        import("./client-PGCW3OKE.js"),
        import("./password-kind-HUASKZ5Y.js")
      ]);
      let session;
      const sessions = {
        get: async () => session,
        replace: async (_, next) => {
          session = next;
          return next;
        }
      };
      await createNetwork2({ handle, password, service, sessions, timings, now }).me();
      return session && isOfOwnPassword(session.access) ? { refused: ownPassword } : { found: true };
    }, (fault) => refusedPassword(fault, handle))
  };
}
var noAnswer = () => void 0;
var nobody = (handle) => `Nobody has the name ${handle} on Bluesky. It stands on the account's profile, behind the @.`;
var howToMake = "on Bluesky, Settings, Privacy and security, App passwords";
var ownPassword = `This is the account's own password, which may do everything. Make an app password for the desk: ${howToMake}.`;
function refusedPassword(fault, handle) {
  if (!(fault instanceof KeysRefused))
    return void 0;
  if (/taken? ?down|suspend|deactivat/iu.test(fault.detail))
    return `Bluesky has closed the account of @${handle}. Sign in there: it says what to do.`;
  if (/sign.?in code/iu.test(fault.detail))
    return ownPassword;
  return `Bluesky doesn't take this password for @${handle}. Copy it again, or make a new one: ${howToMake}.`;
}

// dist/app/setup.js
function createSetup({ blueskyUrl, slackApiUrl, xApiUrl, redisPrefix, log }) {
  const clientOf = (token) => backgroundClient({ botToken: token, ...slackApiUrl === void 0 ? {} : { apiUrl: slackApiUrl } }, timings.slackCallMs, log);
  return {
    installation: (botToken) => answer2(async () => {
      const client = clientOf(botToken);
      const { botUserId, scopes, team } = await installationOf(client);
      const missing = Object.keys(neededScopes).filter((scope) => !scopes.includes(scope));
      if (missing.length > 0)
        return { refused: lacking(missing) };
      const [bot, id] = [await personFacts(client, botUserId), await appOf(client, botUserId)];
      return { found: { team, name: bot?.name ?? "Greeting Desk", ...id === void 0 ? {} : { id } } };
    }),
    socket: (appToken, app) => answer2(async () => {
      const other = appIn(appToken);
      if (app.id !== void 0 && other !== void 0 && other !== app.id) {
        return {
          refused: `This token is of another app (${other}) than the bot token (${app.id}). Take both from one app.`
        };
      }
      const said = await askForSocket(clientOf(appToken));
      return said === "works" ? { found: true } : { refused: noSocket[said] };
    }),
    channels: (botToken) => answer2(async () => ({ found: await joinedChannels(clientOf(botToken)) })),
    channel: (botToken, id) => answer2(() => usableChannel(clientOf(botToken), id)),
    people: (botToken, channel, listed) => answer2(async () => {
      const candidates = await candidatesIn(clientOf(botToken), channel);
      const timeZone = mostUsual(candidates.flatMap((one) => one.timeZone ?? []));
      const proposed = proposedStaff(candidates, listed);
      return { found: { proposed, ...timeZone === void 0 ? {} : { timeZone } } };
    }),
    account: (keys) => answer2(async () => {
      let access;
      const network = createNetwork({
        credentials: keys,
        heard: (said) => {
          access = said.access;
        },
        ...xApiUrl === void 0 ? {} : { origin: xApiUrl },
        timings,
        now: () => Date.now()
      });
      const { handle } = await network.me();
      return access === "read" ? { refused: mayOnlyRead } : { found: { handle } };
    }),
    bluesky: createBlueskySetup(blueskyUrl),
    redis: async (url) => {
      if (!parseRedisAddress(url))
        return { refused: `That is no address; allowed: ${redisAddressForms}.` };
      const state = createRedisState(url, redisPrefix);
      try {
        const found = await state.look();
        const serious = found.find((one) => one.serious);
        return serious ? { refused: serious.line } : { found: found.map(({ line }) => line) };
      } finally {
        state.end();
      }
    }
  };
}
async function usableChannel(client, id) {
  const channel = await channelFacts(client, id);
  if (!channel) {
    return {
      refused: `Slack shows the app no channel ${id}. Check the id; in a private channel, invite the app first.`
    };
  }
  const { isArchived, isMember, isPrivate, name } = channel;
  if (isArchived)
    return { refused: `#${name} is archived. Open it again in Slack, or take another channel.` };
  if (!isMember)
    return { refused: `The app is not in #${name}. Type the /invite there, then press Enter here.` };
  return { found: { id, name, isPrivate: isPrivate === true } };
}
function mostUsual(all) {
  const count = (one) => all.filter((other) => other === one).length;
  return [...all].sort((a, b) => count(b) - count(a))[0];
}
var answer2 = (ask2) => answer(ask2, refusal);
var lacking = (scopes) => `The app lacks ${scopes.join(", ")}. Open App Manifest, paste slack-manifest.yaml as it is, save, and press Reinstall at Install App. Then press Enter here.`;
var mayOnlyRead = 'These keys may read, but not write. In X: User authentication settings, "Read and write"; then make the access token anew: an old one keeps its rights.';
var newToken = "Make one: Basic Information, App-Level Tokens, Generate Token and Scopes, add connections:write.";
var noSocket = {
  "wrong-token": `Slack doesn't know this app-level token. ${newToken}`,
  "no-scope": `This token lacks connections:write, and a token's scopes can't be changed. ${newToken}`,
  "no-socket-mode": "Socket Mode is off. In the app: Socket Mode, Enable Socket Mode. Then press Enter here."
};
function refusal(fault) {
  if (fault instanceof KeysRefused && fault.side === "Slack") {
    return "Slack doesn't take this token. Copy it again: OAuth & Permissions, Bot User OAuth Token. If it is gone, install the app anew.";
  }
  if (fault instanceof KeysRefused) {
    return `X doesn't take these keys (${fault.detail.replace(/\.$/u, "")}). Copy all four again; a token that was made before "Read and write" was set has to be made anew.`;
  }
  if (fault instanceof ChannelRefused && fault.code === "missing_scope") {
    return "The app lacks a scope. Take slack-manifest.yaml as it is (App Manifest), and install the app anew.";
  }
  return void 0;
}
export {
  createSetup
};
