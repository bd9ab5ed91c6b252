import {
  outlook,
  personFinding
} from "./chunk-X3FHJQQ6.js";
import {
  announce
} from "./chunk-HVRJEXTK.js";
import {
  say,
  sayCount
} from "./chunk-2ZTQUPFK.js";
import {
  quietSdkLogger,
  sdkLogger,
  slackFault,
  toldOf
} from "./chunk-LUAVQYEH.js";
import {
  slackUserId
} from "./chunk-DX3M4XLW.js";
import {
  wellFormed
} from "./chunk-2LMJ4OC3.js";
import {
  Rejected
} from "./chunk-PZOFDEKK.js";
import {
  secondMs
} from "./chunk-5EYM5PYM.js";

// dist/slack/connect/bolt.js
import { setTimeout as delay2, setImmediate as nextTurn } from "node:timers/promises";
import { App } from "@slack/bolt";

// dist/slack/connect/connections.js
import { setTimeout as delay } from "node:timers/promises";
import { SocketModeReceiver } from "@slack/bolt";
import { WebAPIPlatformError } from "@slack/web-api";

// dist/slack/connect/sender.js
var isRecord = (value) => typeof value === "object" && value !== null;
function teamsOf(body) {
  if (isRecord(body.team))
    return [body.team.id];
  if (body.is_enterprise_install === true && isRecord(body.enterprise))
    return [body.enterprise.id];
  return [body.team_id, body.context_team_id];
}
function isFromOwner(body, { teamId, appId }) {
  if (!isRecord(body))
    return false;
  const isOurApp = appId === void 0 || body.api_app_id === appId;
  return isOurApp && teamsOf(body).includes(teamId);
}
function greetingIn(message) {
  if (typeof message !== "string" || !message.includes('"hello"'))
    return void 0;
  const hello = JSON.parse(message);
  if (!isRecord(hello) || hello.type !== "hello")
    return void 0;
  const { app_id: appId } = isRecord(hello.connection_info) ? hello.connection_info : {};
  const { num_connections: connections } = hello;
  return {
    appId: typeof appId === "string" ? appId : void 0,
    connections: typeof connections === "number" ? connections : void 0
  };
}

// dist/slack/connect/connections.js
var untilSlackIsBack = { retries: 1e5, factor: 1.3, minTimeout: 500, maxTimeout: 3e4 };
var answerWithinMs = 5e3;
var firstWaitMs = 500;
var longestWaitMs = 3e4;
function createConnections(app, options) {
  const { appToken, apiUrl, log, count, refused, connected, greeted, fetch } = options;
  const open = /* @__PURE__ */ new Set();
  const connectedNow = /* @__PURE__ */ new Set();
  const stopped = new AbortController();
  function create() {
    const receiver = new SocketModeReceiver({
      appToken,
      logger: quietSdkLogger(log),
      autoReconnectEnabled: false,
      installerOptions: {
        clientOptions: {
          ...apiUrl ? { slackApiUrl: apiUrl } : {},
          retryConfig: untilSlackIsBack,
          timeout: answerWithinMs,
          fetch
        }
      }
    });
    receiver.init(app);
    open.add(receiver);
    const { client } = receiver;
    client.on("connected", () => {
      connectedNow.add(receiver);
      connected();
    });
    const gone = new Promise((resolve) => {
      const leave = () => {
        connectedNow.delete(receiver);
        open.delete(receiver);
        resolve();
      };
      client.on("disconnected", leave);
      client.on("ws_message", (message) => {
        const greeting = greetingIn(message);
        if (greeting)
          greeted(greeting);
        if (isGoodbye(message))
          leave();
      });
    });
    return { receiver, gone };
  }
  async function keep(gone) {
    await gone;
    for (let waitMs = 0; !stopped.signal.aborted; ) {
      await delay(waitMs, void 0, { signal: stopped.signal }).catch(() => {
      });
      if (stopped.signal.aborted)
        return;
      const next = create();
      try {
        await next.receiver.start();
        if (stopped.signal.aborted)
          await next.receiver.client.disconnect();
        waitMs = 0;
        await next.gone;
      } catch (error) {
        open.delete(next.receiver);
        waitMs = Math.min(Math.max(firstWaitMs, 2 * waitMs), longestWaitMs);
        if (error instanceof WebAPIPlatformError)
          refused(openFault(error));
      }
    }
  }
  const disconnect = () => Promise.all([...open].map(({ client }) => client.disconnect()));
  return {
    async start() {
      const first = Array.from({ length: count }, create);
      try {
        await Promise.all(first.map(({ receiver }) => receiver.start()));
      } catch (error) {
        await disconnect();
        throw openFault(error);
      }
      for (const { gone } of first)
        void keep(gone);
    },
    count: () => connectedNow.size,
    async stop() {
      stopped.abort();
      for (const { client } of open)
        client.removeAllListeners("slack_event");
      await disconnect();
    }
  };
}
function isGoodbye(message) {
  if (typeof message !== "string" || !message.includes("disconnect"))
    return false;
  const parsed = JSON.parse(message);
  return typeof parsed === "object" && parsed !== null && "type" in parsed && parsed.type === "disconnect";
}
var openFault = (error) => slackFault(error, "apps.connections.open, with SLACK_APP_TOKEN", Date.now());

// dist/slack/connect/press-kind.js
function pressIn(body) {
  if ("command" in body)
    return "command";
  if ("type" in body && body.type === "block_actions")
    return "button";
  const event = "event" in body ? body.event : void 0;
  const isHome = typeof event === "object" && event !== null && "type" in event && event.type === "app_home_opened";
  return isHome ? "home" : void 0;
}

// dist/slack/connect/bolt.js
var lullMs = 4e3;
var noReceiver = { init: () => {
}, start: async () => {
}, stop: async () => {
} };
function createBolt({ botToken, appToken, apiUrl, log, connections: count = 2, refused = () => {
}, connected = () => {
}, called = () => {
}, pressed = () => {
}, ended = () => {
}, answered = () => {
}, counted = () => {
} }) {
  const app = new App({
    token: botToken,
    receiver: noReceiver,
    logger: sdkLogger(log),
    deferInitialization: true,
    convoStore: false,
    extendedErrorHandler: true,
    clientOptions: {
      ...apiUrl ? { slackApiUrl: apiUrl } : {},
      timeout: 2e3,
      retryConfig: { retries: 1, minTimeout: 100 },
      rejectRateLimitedCalls: true,
      fetch: toldOf(called)
    }
  });
  const underway = countPayloads(app, log, pressed, ended);
  let owner;
  refuseOthers(app, () => owner, log);
  app.use(async ({ body, next }) => {
    await next();
    const kind = pressIn(body);
    if (kind)
      answered(kind);
  });
  const connections = createConnections(app, {
    appToken,
    log,
    count,
    refused,
    connected,
    fetch: toldOf(called),
    greeted: ({ appId, connections: all }) => {
      if (owner && appId !== void 0)
        owner = { ...owner, appId };
      if (all !== void 0)
        counted(all);
    },
    ...apiUrl ? { apiUrl } : {}
  });
  return {
    app,
    async start() {
      try {
        await app.init();
        const { team_id: teamId = "" } = await app.client.auth.test();
        owner = { teamId };
      } catch (error) {
        throw slackFault(error, "auth.test, with SLACK_BOT_TOKEN", Date.now());
      }
      await connections.start();
    },
    connections: connections.count,
    idle: () => underway.none(),
    async stop() {
      const lull = new AbortController();
      await Promise.race([
        underway.none(),
        delay2(lullMs, void 0, { signal: lull.signal }).catch(() => {
        })
      ]);
      lull.abort();
      await connections.stop();
      await underway.none();
    }
  };
}
function countPayloads(app, log, pressed, ended) {
  let count = 0;
  let waiting = [];
  let begun = Promise.resolve();
  const process = app.processEvent.bind(app);
  app.processEvent = async (event) => {
    count += 1;
    let isAnswered = false;
    const ack = async (...answer) => {
      await event.ack(...answer);
      isAnswered = true;
    };
    const acked = acknowledged({ ...event, ack });
    begun = begun.then(() => nextTurn());
    try {
      await begun;
      await process({ ...acked, body: wellFormed(event.body) });
    } finally {
      count -= 1;
      if (event.body.type !== "event_callback")
        pressed(isAnswered);
      ended();
      log.debug({ from: "slack" }, "answered");
      if (count === 0) {
        for (const resolve of waiting)
          resolve();
        waiting = [];
      }
    }
  };
  return {
    none: () => count === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))
  };
}
function acknowledged(event) {
  if (event.body.type !== "block_actions")
    return event;
  const sent = event.ack();
  sent.catch(() => {
  });
  return { ...event, ack: () => sent };
}
function refuseOthers(app, owner, log) {
  app.use(async ({ body, next, ...args }) => {
    const known = owner();
    if (known && isFromOwner(body, known))
      return next();
    log.warn({ from: "slack" }, "A payload of another workspace or app was refused.");
    if ("ack" in args && typeof args.ack === "function")
      await args.ack();
  });
}

// dist/ports/presses.js
var pressKinds = ["command", "button", "home"];

// dist/store/presses.js
function deploymentKeys(prefix) {
  const tag = `{${prefix}}`;
  return {
    presses: `${tag}:presses`,
    answers: `${tag}:answers`
  };
}
var aliveMs = 15 * secondMs;
function createPresses(redis, prefix) {
  const { answers: alive, presses: counts } = deploymentKeys(prefix);
  return {
    async answered(kind) {
      await redis.hincrby(counts, kind, 1);
    },
    async counts() {
      const found = await redis.hgetall(counts);
      const [command, button, home] = pressKinds.map((kind) => Number(found[kind] ?? 0));
      return { command: command ?? 0, button: button ?? 0, home: home ?? 0 };
    },
    async alive() {
      await redis.set(alive, 1, "PX", aliveMs);
    },
    async isAlive() {
      return await redis.exists(alive) === 1;
    }
  };
}

// dist/flows/tell/tell-findings.js
import { createHash } from "node:crypto";
var mostAtOnce = 8;
var mostKept = 500;
async function tellFindings(ports, findings) {
  const { snapshots, desk, settings } = ports;
  const before = (await snapshots.get("told"))?.value ?? [];
  const known = /* @__PURE__ */ new Set([...before, ...(await settings.get()).told ?? []]);
  const fresh = findings.filter(({ key, note }, index) => {
    const isFirst = findings.findIndex((one) => one.key === key) === index;
    return isFirst && !note && !known.has(key);
  });
  if (fresh.length === 0)
    return;
  const keys = fresh.map(({ key }) => key);
  const left = fresh.length - mostAtOnce;
  const lines = [
    say(desk.words, "rota.head"),
    ...fresh.slice(0, mostAtOnce).map(({ said }) => `\u2022 ${said}`),
    ...left > 0 ? [`\u2022 ${sayCount(desk, "rota.more", left)}`] : []
  ];
  const name = createHash("sha256").update(keys.toSorted().join("\n")).digest("hex").slice(0, 16);
  await announce(ports, `findings-${name}`, lines.join("\n"));
  await settings.change((now) => ({
    next: { ...now, told: [.../* @__PURE__ */ new Set([...now.told ?? [], ...keys])].slice(-mostKept) },
    result: void 0
  }));
}

// dist/flows/team/outlook.js
async function watchOutlook(ports) {
  const { clock, desk, due, timings } = ports;
  const now = clock.now();
  const isKnown = await isRotaKnown(ports);
  await tellFindings(ports, [
    ...await findPeople(ports),
    ...isKnown && !desk.like ? outlook(desk, now) : []
  ]);
  const nextMs = isKnown ? timings.pollOutlookMs : timings.pollColleaguesMs;
  await due.put({ job: "poll", id: "outlook", at: now + nextMs });
}
async function isRotaKnown({ snapshots, desk }) {
  const isRead = !desk.feed || await snapshots.get("dated") !== void 0;
  return isRead && (desk.membership === "list" || await snapshots.get("colleagues") !== void 0);
}
async function findPeople(ports) {
  try {
    return await peopleFindings(ports);
  } catch (fault) {
    if (fault instanceof Rejected)
      return [];
    throw fault;
  }
}
async function peopleFindings({ board, desk }) {
  const { channel, ids } = await board.members();
  const findings = [];
  const listed = desk.listedStaff ?? desk.rota.staff;
  const gone = /* @__PURE__ */ new Set();
  for (const member of listed) {
    const id = slackUserId(member.slackId);
    const seen = { person: await board.colleague(id), inChannel: ids.includes(id) };
    const finding = personFinding({ ...desk, channelName: channel.name }, member, seen);
    if (finding)
      findings.push(finding);
    if (finding)
      gone.add(member.key);
  }
  const fallback = listed.find(({ key }) => key === desk.fallback && gone.has(key));
  const lead = listed.find((one) => one.lead && !gone.has(one.key));
  if (!fallback)
    return findings;
  const fill = { name: fallback.name, lead: lead?.name ?? say(desk.words, "person.lead") };
  return [
    ...findings,
    { key: `fallback ${fallback.key}`, said: say(desk.words, "finding.fallback", fill), note: true }
  ];
}

// dist/flows/stopwatch.js
function stopwatch(clock, mostMs) {
  const wall = clock.now();
  const monotonic = clock.monotonic();
  return () => Math.max(clock.now() - wall, clock.monotonic() - monotonic) <= mostMs;
}

export {
  pressKinds,
  stopwatch,
  createBolt,
  createPresses,
  tellFindings,
  watchOutlook,
  peopleFindings
};
