import {
  createBolt,
  createPresses,
  peopleFindings,
  pressKinds,
  stopwatch
} from "./chunk-MRKSC3BV.js";
import {
  entryOf,
  withFeed
} from "./chunk-HN2OKWVC.js";
import {
  outlook
} from "./chunk-X3FHJQQ6.js";
import {
  actionIds,
  actions,
  bold,
  budgetUses,
  button,
  createForgotten,
  createSessions,
  fallbackText,
  line,
  marked,
  rich,
  text,
  usedUpBudget
} from "./chunk-HVRJEXTK.js";
import {
  createRotaFeed
} from "./chunk-YOW2WXFG.js";
import {
  createLedger,
  createSettings,
  deskKeys,
  logFailedCharges
} from "./chunk-2IALTKIL.js";
import "./chunk-VQ2JEA5N.js";
import {
  localTime,
  privateSideOf,
  say
} from "./chunk-2ZTQUPFK.js";
import "./chunk-5A2VF7ET.js";
import {
  appIn,
  appOf,
  appPage,
  appTokenChecks,
  ask,
  askForSocket,
  askPatiently,
  botTokenChecks,
  channelFacts,
  idsInChannel,
  installationOf,
  personFacts,
  scopeChecks
} from "./chunk-BAFRSKX2.js";
import {
  failedCheck,
  note,
  ok,
  unknown,
  wrong
} from "./chunk-VBBVP6NN.js";
import {
  createRedisState
} from "./chunk-QM6TXLB5.js";
import {
  backgroundClient,
  createNetwork
} from "./chunk-LUAVQYEH.js";
import {
  connectStore
} from "./chunk-R7MF6V6P.js";
import {
  timings
} from "./chunk-5KOJH3LK.js";
import {
  isColleague,
  networkAddress,
  postPrice,
  priceText,
  staffOf
} from "./chunk-RQ3MMC74.js";
import "./chunk-3J5ILMX7.js";
import "./chunk-ZTQXIARE.js";
import "./chunk-DX3M4XLW.js";
import "./chunk-2LMJ4OC3.js";
import {
  Busy,
  ChannelRefused,
  ConfigError,
  FeedDown,
  Gone,
  KeysRefused,
  OutcomeUnknown,
  Rejected,
  Unreachable,
  isOurMistake,
  isRemoteFault,
  isStorageFault,
  undefinedIf
} from "./chunk-PZOFDEKK.js";
import {
  minuteMs,
  secondMs
} from "./chunk-5EYM5PYM.js";

// dist/ops/doctor/rota-checks.js
var aspects = [
  {
    id: "rota.staffed",
    about: ["gap"],
    fine: "Somebody is on shift in all open hours of the next two weeks."
  },
  {
    id: "rota.shifts",
    about: ["twice", "stranger", "closed", "cover"],
    fine: "Each shift of the next two weeks is of one person of the staff, on an open day."
  },
  { id: "rota.standards", about: ["standard"], fine: "Somebody is there in time for each answer." }
];
var usuallyShown = 4;
var shownOf = { standard: 1 };
var fixes = {
  gap: ({ desk, shifts }) => `Put somebody on shift in ${shifts}, or correct ${desk}.openHours or .closures.`,
  twice: ({ shifts }) => `Take one of the two out of ${shifts}.`,
  stranger: ({ desk, shifts }) => `Correct the name in ${shifts}, or add them to ${desk}.staff.`,
  closed: ({ desk, shifts }) => `Move the shift in ${shifts}, or correct ${desk}.closures. A weekly shift may stay.`,
  cover: ({ desk }) => `Correct or delete it in ${desk}.covers; one that was taken in Slack, undo there.`,
  standard: ({ desk, shifts }) => `Put somebody on shift in ${shifts} before that, or change ${desk}.standards.`
};
async function rotaChecks(desk, feed, now) {
  if (desk.like)
    return [ok("rota.staffed", `The rota is that of ${desk.like}, and is looked at there.`)];
  const place = `desks.${entryOf(desk)}`;
  const from = `the calendar of ${place}.rota`;
  const places = { desk: place, shifts: feed ? from : `${place}.shifts` };
  try {
    const { desk: read, findings } = await withFeed(desk, feed, now);
    const ahead = outlook(read, now);
    return [
      ...feed ? calendarChecks(read, findings, from) : [],
      ...aspects.flatMap(({ about, fine, id: id3 }) => aspectChecks(id3, about, fine, ahead, places))
    ];
  } catch (fault) {
    if (!(fault instanceof FeedDown))
      throw fault;
    const fix = `Correct the address or the file in ${place}.rota, or make it readable for this machine.`;
    return [wrong("rota.calendar", fault.message, fix)];
  }
}
function calendarChecks(read, findings, from) {
  const id3 = "rota.calendar";
  if (findings.length > 0) {
    const fix = `Correct the event in ${from}, or the names in desks.${entryOf(read)}.staff.`;
    return findings.map(({ said: said2 }) => wrong(id3, said2, fix));
  }
  const shifts = read.rota.dated.length;
  const found = `The calendar was read now, with ${shifts} ${shifts === 1 ? "shift" : "shifts"} around today.`;
  return [ok(id3, found)];
}
function aspectChecks(id3, about, fine, ahead, places) {
  const found = about.flatMap((kind) => {
    const all = ahead.filter(({ key }) => key.startsWith(`${kind} `));
    const most = shownOf[kind] ?? usuallyShown;
    return all.slice(0, most).map(({ note: isNote, said: said2 }, index) => {
      const more = index === most - 1 ? all.length - most : 0;
      const others = more > 0 ? ` There ${more === 1 ? "is" : "are"} ${more} more like it.` : "";
      return (isNote ? note : wrong)(id3, `${said2}${others}`, fixes[kind](places));
    });
  });
  return found.length > 0 ? found : [ok(id3, fine)];
}

// dist/ops/doctor/slack-press.js
var ids = {
  command: "slack.press.command",
  button: "slack.press.button",
  home: "slack.press.home"
};
var names = {
  command: "/greet",
  button: "A press of a button",
  home: "An opened Home tab"
};
var pages = {
  command: "slash-commands",
  button: "interactive-messages",
  home: "app-home"
};
var pressId = "slack.press";
var pressNotTried = unknown(pressId, "Whether /greet, a button and the Home tab are answered was not tried.", "Have Slack at hand and run: greeting-desk doctor --press");
var notAsked = (why) => unknown(pressId, `Nobody was asked to press, because ${why}`);
var answeredElsewhere = wrong(pressId, "Nobody was asked to press: a program answers for this app in Slack, and it is no desk on this Redis.", "Find the desk that runs with this app token, and end it, or look with its .env. After a crash, look again in a minute.");
var pressRequest = (minutes, channel) => `Do what the test message asks in ${channel}: press its button, type /greet help, open the app's Home tab. ${minutes} minutes.`;
var arrivedText = (kind) => `${names[kind]} arrived.`;
function pressChecks(seen, { answeredBy, app, minutes }) {
  const who = answeredBy === "desk" ? "the desk that runs" : "doctor itself, because no desk runs";
  return pressKinds.map((kind) => {
    if (seen.has(kind))
      return ok(ids[kind], `${names[kind]} was answered by ${who}.`);
    return wrong(ids[kind], `${names[kind]} did not arrive within ${minutes} minutes.`, `If somebody did it, it is turned off: ${appPage(app, pages[kind])}`);
  });
}

// dist/ops/doctor/account-checks.js
var mostApartMs = 5e3;
async function ask2(network) {
  try {
    return { us: await network.me() };
  } catch (fault) {
    if (!isRemoteFault(fault))
      throw fault;
    return { fault };
  }
}
var reason = ({ message }) => message.replace(/\.$/u, "");
var awayCheck = (id3, name, address, fault) => fault instanceof OutcomeUnknown ? wrong(id3, `${name} gives no answer.`, `Look again later; this machine must reach ${address}.`) : wrong(id3, `${name} can't be reached.`, `Let this machine reach ${address}; look again later.`);
function limitChecks({ network: { id: network, name }, rota }, asked, heard) {
  const id3 = `${network}.limits`;
  const limits = heard?.limits ?? [];
  const usedUp = limits.find(({ left: left2 }) => left2 === 0)?.resetAt;
  const until = "fault" in asked && asked.fault instanceof Busy ? asked.fault.retryAt : usedUp;
  if (until !== void 0) {
    const fix = `Wait until ${localTime(rota, until)}; see what else uses ${network === "x" ? "these keys" : "this address"}.`;
    return [wrong(id3, `${name}: no look at our own account is left for a while.`, fix)];
  }
  if (!heard || "fault" in asked)
    return [];
  const left = limits.map(({ left: left2, length, most }) => `${left2} of ${most} in ${length}`).join(", ");
  return left === "" ? [unknown(id3, `${name} does not say which of its limits are left.`)] : [ok(id3, `${name}: looks at our own account left: ${left}.`)];
}
function clockCheck({ network: { id: network, name } }, { at, networkTime }, why) {
  const id3 = `${network}.clock`;
  if (networkTime === void 0)
    return unknown(id3, `${name} does not say its time.`);
  const behindMs = networkTime - at;
  if (Math.abs(behindMs) <= mostApartMs)
    return ok(id3, `${name}: this machine's clock is right.`);
  const apart = `${Math.round(Math.abs(behindMs) / 1e3)} seconds ${behindMs > 0 ? "behind" : "ahead of"}`;
  const found = `This machine's clock is ${apart} that of ${name}, ${why}.`;
  return wrong(id3, found, "Set this machine's clock by NTP (timedatectl).");
}
function pinnedCheck({ network: { id: network, name } }, { handle, pinned, pinnedUnknown }) {
  const id3 = `${network}.pinned`;
  if (pinned)
    return ok(id3, `${name}: the profile of @${handle} has a pinned post.`);
  const found = pinnedUnknown ? `${name} does not tell whether @${handle} has a pinned post.` : `@${handle} has no pinned post on ${name}.`;
  const fix = `Pin a welcome, which greets every new follower by itself: on ${name}, the post's \xB7\xB7\xB7, Pin to your profile.`;
  return note(id3, found, fix);
}

// dist/ops/doctor/bluesky-checks.js
var howToMake = "on Bluesky, Settings, Privacy and security, App passwords";
var variableOf = ({ account }) => `BLUESKY_${account.secrets}_APP_PASSWORD`;
async function blueskyChecks(patient) {
  const { desk, isOwnPassword } = patient;
  const { asked, network } = await askAsEither(patient);
  if ("fault" in asked) {
    if (asked.fault instanceof Busy)
      return limitChecks(desk, asked, void 0);
    return [faultCheck(patient, asked.fault)];
  }
  const { us } = asked;
  const profile = await network.person(us.handle).catch(undefinedIf(isRemoteFault));
  const heard = patient.heard();
  return [
    accountCheck(desk, us),
    ...isOwnPassword() ? [passwordCheck(desk)] : [],
    ...limitChecks(desk, asked, heard),
    ...heard ? [clockCheck(desk, heard, "and posts carry its time")] : [],
    ...profile?.automated ? [botCheck(us)] : [],
    pinnedCheck(desk, us)
  ];
}
async function askAsEither({ desk, knownAccount, networkAs }) {
  const network = networkAs(desk.account.handle);
  const asked = await ask2(network);
  if ("us" in asked || !(asked.fault instanceof KeysRefused))
    return { asked, network };
  const known2 = await knownAccount();
  if (known2 === void 0)
    return { asked, network };
  const byId = networkAs(known2);
  const again = await ask2(byId);
  return "us" in again ? { asked: again, network: byId } : { asked, network };
}
function accountCheck(desk, { handle }) {
  const id3 = "bluesky.account";
  const { account } = desk;
  if (handle.toLowerCase() === account.handle.toLowerCase())
    return ok(id3, `Bluesky: the app password is @${handle}'s.`);
  if (handle === "handle.invalid") {
    const fix2 = "On Bluesky, Settings, Account, Handle says what the domain must have for it.";
    return wrong(id3, `Bluesky can't confirm the handle @${account.handle} any more.`, fix2);
  }
  const fix = `Set desks.${desk.id}.bluesky.handle to ${handle} in desk.yaml, or ${variableOf(desk)} to an app password of @${account.handle}.`;
  return wrong(id3, `Bluesky signs us in as @${handle}, but desk.yaml says @${account.handle}.`, fix);
}
function faultCheck({ address, desk }, fault) {
  const id3 = "bluesky.account";
  const { handle } = desk.account;
  if (fault instanceof KeysRefused && /taken? ?down|suspend|deactivat/iu.test(fault.detail)) {
    const fix = `Sign in to Bluesky as @${handle}: it says there what to do.`;
    return wrong(id3, `Bluesky has closed the account of @${handle} (${reason(fault)}).`, fix);
  }
  if (fault instanceof KeysRefused) {
    const fix = `Signed in as @${handle}, make an app password (${howToMake}) and set ${variableOf(desk)} to it; or correct desks.${desk.id}.bluesky.handle in desk.yaml.`;
    return wrong(id3, `Bluesky doesn't take ${variableOf(desk)} for @${handle} (${reason(fault)}).`, fix);
  }
  if (fault instanceof Rejected) {
    const fix = `See whether ${address} is the server of the account (desks.${desk.id}.bluesky.service).`;
    return wrong(id3, `Bluesky refuses to say whose account it is (${reason(fault)}).`, fix);
  }
  return awayCheck(id3, "Bluesky", address, fault);
}
var passwordCheck = (desk) => note("bluesky.password", `${variableOf(desk)} is the account's own password, which may also change or delete the account.`, `Make an app password (${howToMake}) and set it in its place.`);
var botCheck = ({ handle }) => note("bluesky.bot", `@${handle} says of itself on Bluesky that a program writes there.`, "Take that label away, unless another program posts there: people write each answer of the desk.");

// dist/ops/doctor/forget-checks.js
import { access, constants, open } from "node:fs/promises";
import { dirname } from "node:path";
async function forgetChecks({ checkKey, hasKey, path }) {
  const refusals = await Promise.all(checkKey.map(refusalOf));
  const refused = refusals.filter((refusal) => refusal !== void 0);
  if (refused.length > 0)
    return refused.map((refusal) => wrong("forget.key", refusal));
  if (!hasKey) {
    const found = "FORGET_KEY is not set: nobody who asks for it can be forgotten.";
    const fix = "Set FORGET_KEY in .env to what `openssl rand -hex 32` gives; keep a copy apart from the backups.";
    return [note("forget.key", found, fix)];
  }
  return [ok("forget.key", "FORGET_KEY is set."), await fileCheck(path)];
}
async function refusalOf(check) {
  try {
    await check();
    return void 0;
  } catch (fault) {
    if (fault instanceof ConfigError)
      return fault.problems.join(" ");
    if (isStorageFault(fault))
      return void 0;
    throw fault;
  }
}
async function fileCheck(path) {
  const id3 = "forget.file";
  try {
    const file = await open(path, "r+");
    await file.close();
    return ok(id3, `ERASURES_FILE: ${path} can be read and written.`);
  } catch (error) {
    if (codeOf(error) !== "ENOENT")
      return cannot(id3, path, error);
  }
  const folder = dirname(path);
  try {
    await access(folder, constants.W_OK | constants.X_OK);
    return ok(id3, `ERASURES_FILE: ${path} is not there yet, and can be made.`);
  } catch (error) {
    return cannot(id3, path, error);
  }
}
function cannot(id3, path, error) {
  const code = codeOf(error);
  const found = `ERASURES_FILE: ${path} cannot be written (${reasons[code] ?? code}).`;
  return wrong(id3, found, "Name a file in a folder that the desk may write to, in .env.");
}
var reasons = {
  ENOENT: "its folder is not there",
  EACCES: "whoever runs doctor has no right to",
  EROFS: "it is on a disk that takes no writes",
  EISDIR: "it is a folder"
};
var codeOf = (error) => error instanceof Error && "code" in error ? String(error.code) : String(error);

// dist/ops/doctor/redis-checks.js
var slowMs = 30;
var tooSlowMs = 300;
var mostApartMs2 = 2e3;
var scarceMemory = 0.8;
var aspects2 = [
  ["version", ({ info }) => ok2(versionOf(info))],
  ["role", ({ info }) => said(info, "role", () => ok2("It is a primary"))],
  ["policy", ({ info }) => said(info, "maxmemory_policy", (policy) => ok2(`maxmemory-policy ${policy}`))],
  ["memory", memoryOf],
  ["appendonly", ({ info }) => said(info, "aof_enabled", () => ok2("appendonly yes"))],
  ["appendfsync", fsyncOf],
  ["disk", diskOf],
  ["latency", latencyOf],
  ["clock", clockOf]
];
var refusing = ["role", "memory", "disk"];
async function redisChecks(redis) {
  const findings = await redis.look();
  const away = findings.filter(({ about }) => about === "reached");
  const servers = await redis.examine().catch(noneAnswers);
  const reached = away.length > 0 ? away.map(asWrong) : [{ id: "redis.reached", mark: "ok", found: `${redis.name} answers.` }];
  return [
    ...reached,
    ...aspects2.flatMap(([about, look]) => {
      const wrong2 = findings.filter((one) => one.about === about);
      if (wrong2.length > 0)
        return wrong2.map(asWrong);
      if (about === "latency" && findings.some((one) => refusing.includes(one.about)))
        return [];
      return seenIn(servers, about, look);
    })
  ];
}
function seenIn(servers, about, look) {
  const id3 = `redis.${about}`;
  const seen = servers.flatMap((server) => {
    const one = look(server);
    return one ? [{ server, one }] : [];
  });
  const odd = seen.filter(({ one }) => one.mark !== "ok");
  if (odd.length > 0) {
    return odd.map(({ server, one }) => ({ id: id3, ...one, found: `${server.name}: ${one.found}.` }));
  }
  const all = [...new Set(seen.map(({ one }) => one.found))].join("; ");
  return seen.length > 0 ? [{ id: id3, mark: "ok", found: `${all}.` }] : [];
}
function noneAnswers(fault) {
  if (isOurMistake(fault))
    throw fault;
  return [];
}
var asWrong = ({ about, found, fix }) => ({
  id: `redis.${about}`,
  mark: "wrong",
  found,
  fix
});
var ok2 = (found) => ({ mark: "ok", found });
function said(info, field, seen) {
  const value = info.get(field);
  if (value !== void 0)
    return seen(value);
  return { mark: "unknown", found: `it does not say its ${field}`, fix: "Ask whoever runs it." };
}
function versionOf(info) {
  const valkey = info.get("valkey_version");
  return valkey === void 0 ? `Redis ${info.get("redis_version") ?? ""}` : `Valkey ${valkey}`;
}
function memoryOf({ info }) {
  const field = (name) => Number(info.get(name) ?? 0);
  const human = (name) => info.get(`${name}_human`) ?? "";
  const limited = field("maxmemory") > 0;
  const most = limited ? "maxmemory" : "total_system_memory";
  const limit = limited ? `of ${human("maxmemory")} (maxmemory)` : `of the machine's ${human("total_system_memory") || "memory"} (no maxmemory)`;
  const found = `${human("used_memory")} used ${limit}`;
  const isScarce = field(most) > 0 && field("used_memory") >= scarceMemory * field(most);
  return isScarce ? { mark: "note", found, fix: "Give it more memory before it is full." } : ok2(found);
}
function fsyncOf({ appendfsync, info }) {
  if (info.get("aof_enabled") === "0")
    return void 0;
  if (appendfsync === void 0) {
    const ask3 = "Ask whoever runs it for appendfsync always.";
    return { mark: "unknown", found: "it lets nobody ask for appendfsync (CONFIG)", fix: ask3 };
  }
  if (appendfsync === "always")
    return ok2("appendfsync always");
  const found = `it may lose a second of records when its machine fails (appendfsync ${appendfsync})`;
  return { mark: "note", found, fix: "Set appendfsync always." };
}
var diskFields = ["aof_last_write_status", "aof_last_bgrewrite_status", "rdb_last_bgsave_status"];
function diskOf({ info }) {
  const failed2 = diskFields.filter((field) => !["ok", void 0].includes(info.get(field)));
  if (failed2.length > 0) {
    const found = `it could not write to its disk (${failed2.join(", ")})`;
    return {
      mark: "wrong",
      found,
      fix: "Make room there, and let it write into its folder; its log says more."
    };
  }
  return said(info, "aof_last_write_status", () => ok2("Its last writes to the disk went well"));
}
function latencyOf({ pingMs, writeMs }) {
  if (writeMs === void 0) {
    return {
      mark: "unknown",
      found: "it takes no script that writes",
      fix: "Allow this user EVAL, SET and PING."
    };
  }
  const found = `${msText(pingMs)} for a round trip, ${msText(writeMs)} for a write`;
  const slowest = Math.max(pingMs, writeMs);
  if (slowest < slowMs)
    return ok2(found);
  const fix = "Run it near the desk, on a disk of its own: each press in Slack waits for about ten of them.";
  return { mark: slowest < tooSlowMs ? "note" : "wrong", found, fix };
}
var msText = (ms) => `${ms.toFixed(ms < 10 ? 1 : 0)} ms`;
function clockOf({ aheadMs }) {
  if (aheadMs === void 0) {
    return { mark: "unknown", found: "it lets nobody ask for its time (TIME)", fix: "Allow this user TIME." };
  }
  const apartMs = Math.abs(aheadMs);
  if (apartMs <= mostApartMs2)
    return ok2("Its clock is within two seconds of this machine's");
  const found = `its clock is ${Math.round(apartMs / 1e3)} seconds ${aheadMs > 0 ? "ahead of" : "behind"} this machine's`;
  return { mark: "wrong", found, fix: "Set both clocks by NTP (timedatectl)." };
}

// dist/app/doctor-store.js
async function overStore({ env, log }, work) {
  const state = createRedisState(env.redisUrl, env.redisPrefix);
  const away = (await state.look().finally(state.end)).find(({ about }) => about === "reached");
  if (away)
    throw Object.assign(new Error(away.found), { code: "ECONNREFUSED" });
  const store = connectStore(env.redisUrl, log);
  try {
    await store.connect();
    return await work(store);
  } finally {
    store.disconnect();
  }
}
function storeProbes(stored, desks) {
  const { env } = stored;
  const checkKey = ({ id: id3, network }) => overStore(stored, (store) => createForgotten(store, [deskKeys(env.redisPrefix, id3)], id3, network.name, env.forget).checkKey());
  return [
    {
      id: "redis",
      what: "Redis",
      run: async () => {
        const state = createRedisState(env.redisUrl, env.redisPrefix);
        return redisChecks(state).finally(state.end);
      }
    },
    {
      id: "forget",
      what: "The key and the file of whoever asked to be forgotten",
      run: () => forgetChecks({
        hasKey: env.forget.key !== void 0,
        path: env.forget.path,
        checkKey: desks.map((desk) => () => checkKey(desk))
      })
    }
  ];
}

// dist/flows/send/test-post.js
async function sendTestPost(ports, text2, agree) {
  const { clock: clock2, desk, ledger, network, timings: timings2 } = ports;
  const before = await whyStopped(ports);
  if (before)
    return before;
  if (!await agree())
    return { became: "not-agreed" };
  const now = await whyStopped(ports);
  if (now)
    return now;
  let id3;
  try {
    await network.me();
    const published = await network.publish(text2, void 0, stopwatch(clock2, timings2.freezeMs), `test.${clock2.now()}`);
    id3 = published.id;
  } catch (fault) {
    return { became: fault instanceof OutcomeUnknown ? "unknown" : "refused", fault: known(fault) };
  }
  const { prices } = desk.network;
  if (prices)
    await ledger.charge({
      call: "POST /2/tweets",
      priceMicroUsd: postPrice(prices, text2, false),
      resources: [`created:${id3}`],
      count: 1,
      at: clock2.now()
    });
  try {
    await network.remove(id3);
    return { became: "deleted" };
  } catch (fault) {
    return { became: "left", id: id3, fault: known(fault) };
  }
}
async function whyStopped(ports) {
  const { pause } = await ports.settings.get();
  if (pause)
    return { became: "paused" };
  const of = usedUpBudget(await budgetUses(ports));
  return of && { became: "over-budget", of };
}
function known(fault) {
  if (isRemoteFault(fault))
    return fault;
  throw fault;
}

// dist/ops/doctor/x-desk.js
var howToPermit = ({ account, network }, right) => `In ${network.name}'s console, set the app's user authentication settings to ${right}; then make the access token anew and set X_${account.secrets}_ACCESS_TOKEN and X_${account.secrets}_ACCESS_SECRET.`;

// dist/ops/doctor/send-check.js
var idOf = ({ network }) => `${network.id}.send`;
async function sendCheck({ agree, desk, now, send }) {
  const { account, network } = desk;
  const id3 = idOf(desk);
  if (account.practice || account.linkOnly) {
    const why = account.practice ? "people practise here" : "this desk never writes there";
    return [note(id3, `${network.name}: nothing was sent, because ${why}.`)];
  }
  const time = new Date(now).toISOString().slice(0, 19).replace("T", " ");
  const text2 = say(desk.words, "test.post", { time });
  try {
    const price = postPrice(network.prices, text2, false) + (network.prices?.delete ?? 0);
    let answer;
    const outcome = await send(text2, async () => {
      answer = await agree(questionOf(desk, text2, price));
      return answer === true;
    });
    const isUnasked = outcome.became === "not-agreed" && answer === void 0;
    return [isUnasked ? nobodyThere(id3, network.name) : checkOf(desk, price, outcome)];
  } catch (fault) {
    if (!isStorageFault(fault))
      throw fault;
    const found = `${network.name}: nothing was sent, because nobody knows whether sending is stopped (${fault.message}).`;
    return [wrong(id3, found, "Repair Redis (REDIS_URL) first.")];
  }
}
var needed = ["account", "right", "plan", "limits"];
async function checksWithSend(desk, checks, send) {
  const { id: network } = desk.network;
  const isHopeless = ({ id: id3, mark }) => mark === "wrong" && needed.some((name) => id3 === `${network}.${name}`);
  if (checks.some(isHopeless))
    return [...checks, unknown(idOf(desk), "Nothing was sent: see what is said of the account.")];
  const sent = await send();
  const isProven = sent.some(({ mark }) => mark === "ok");
  return [
    ...checks.filter((one) => !(isProven && one.id === `${network}.right` && one.mark === "unknown")),
    ...sent
  ];
}
var nobodyThere = (id3, network) => wrong(id3, `${network}: nothing was sent, because nobody is at a terminal who could agree to it.`, "Run `greeting-desk doctor --send` in a terminal.");
function questionOf({ account, network }, text2, price) {
  return [
    `Write this as @${account.handle} on ${network.name}, and delete it at once?`,
    `    ${text2}`,
    "  Followers may see it, and be notified of it, before it is gone.",
    `  ${network.name} bills ${price > 0 ? priceText(price) : "nothing"} for both.`
  ].join("\n");
}
function checkOf(desk, price, outcome) {
  const { account, network } = desk;
  const { name, origin, paths, places } = network;
  const id3 = idOf(desk);
  const because = "fault" in outcome ? outcome.fault.message.replace(/\.$/u, "") : "";
  const profile = networkAddress(origin, paths.profile, { handle: account.handle });
  switch (outcome.became) {
    case "deleted":
      return ok(id3, `${name}: a post was written and deleted${price > 0 ? ` (${priceText(price)}, on the desk's bill)` : ""}.`);
    case "not-agreed":
      return unknown(id3, `${name}: nothing was sent, because nobody agreed to it.`);
    case "paused":
      return unknown(id3, `${name}: nothing was sent, because sending is paused.`, "In Slack: /greet resume.");
    case "over-budget": {
      const [whose, where] = outcome.of === "desk" ? ["the desk's budget of this month", `desks.${desk.id}.budget`] : ["the budget of this month for all desks together", "budget (not that of a desk)"];
      return unknown(id3, `${name}: nothing was sent, because ${whose} is used up.`, `Raise ${where} in desk.yaml, or wait for the next month.`);
    }
    case "refused": {
      const isNotPermitted = outcome.fault instanceof KeysRefused && outcome.fault.reason === "not-permitted";
      return isNotPermitted ? wrong(id3, `${name}: the access token may only read (${because}).`, howToPermit(desk, "read and write")) : wrong(id3, `${name}: the post was not taken (${because}).`, "See the other lines about the account.");
    }
    case "unknown":
      return wrong(id3, `${name} did not say whether it took the post, which is not sent again.`, `Look at ${profile}, and delete the post there if you see it.`);
    case "left":
      return wrong(id3, `${name}: a post was written, but not deleted (${because}).`, `Delete it yourself: ${networkAddress(origin, paths.post, places.post(outcome.id))}`);
  }
}

// dist/app/doctor-test-post.js
var clock = { now: () => Date.now(), monotonic: () => performance.now() };
async function withTestPost(probing, { checks, desk, ledgerIn, network, talk }) {
  if (!probing.sends)
    return checks;
  return checksWithSend(desk, checks, () => sendCheck({
    desk,
    now: clock.now(),
    agree: (question) => talk.confirm(question, false),
    send: (text2, agree) => overStore(probing, (store) => {
      const settings = createSettings(store, deskKeys(probing.env.redisPrefix, desk.id));
      const ports = { clock, desk, network: network(), timings, ledger: ledgerIn(store), settings };
      return sendTestPost(ports, text2, agree);
    })
  }));
}

// dist/app/doctor-bluesky.js
var blueskyProbes = (given, desk) => [
  {
    id: "bluesky",
    what: desk.network.name,
    ...given.sends && { undoes: true },
    run: (talk) => accountChecks(given, desk, talk)
  }
];
async function accountChecks(given, desk, talk) {
  const { env } = given;
  const { handle, secrets, service = "" } = desk.account;
  const password = env.bluesky.passwords[secrets];
  if (!password)
    throw new RangeError(`No app password '${secrets}' for desk '${desk.id}'.`);
  const [{ createNetwork: createNetwork2 }, { isOfOwnPassword }] = await Promise.all([
    import("./client-PGCW3OKE.js"),
    import("./password-kind-HUASKZ5Y.js")
  ]);
  const keys = deskKeys(env.redisPrefix, desk.id);
  let heard;
  let session;
  const sessions = {
    get: async () => session,
    replace: async (_, next) => {
      session = next;
      return next;
    }
  };
  const networkAs = (account) => createNetwork2({
    handle: account,
    password,
    service,
    sessions,
    timings,
    now: Date.now,
    heard: (one) => {
      heard = one;
    }
  });
  const checks = await blueskyChecks({
    desk,
    networkAs,
    knownAccount: () => overStore(given, async (store) => (await createSessions(store, keys).get())?.account).catch(undefinedIf(isStorageFault)),
    isOwnPassword: () => session !== void 0 && isOfOwnPassword(session.access),
    heard: () => heard,
    address: service
  });
  return withTestPost(given, {
    checks,
    desk,
    ledgerIn: (store) => createLedger(store, keys, env.forget.key),
    network: () => networkAs(handle),
    talk
  });
}

// dist/app/doctor-press.js
import { setTimeout as delay2 } from "node:timers/promises";

// dist/ops/doctor/slack-card.js
async function cardChecks(id3, channel, post) {
  let card;
  try {
    card = await post();
  } catch (fault) {
    return [failed(id3, channel, "posted", fault)];
  }
  const broken = await failure(id3, channel, "edited", card.edit) ?? await failure(id3, channel, "found again", async () => {
    if (!await card.isFound())
      throw new Rejected("other", "Slack does not give it back by its metadata");
  });
  const left = await removed(id3, channel, card);
  const found = [...broken ? [broken] : [], ...left ? [left] : []];
  if (found.length > 0)
    return found;
  return [ok(id3, `A test message was posted in ${channel}, edited, found again and removed.`)];
}
var failure = (id3, channel, done, step) => step().then(() => void 0, (fault) => failed(id3, channel, done, fault));
var failed = (id3, channel, done, fault) => failedCheck(id3, fault, (why) => `A test message can't be ${done} in ${channel}: ${why}`, postingFix(fault));
async function removed(id3, channel, card) {
  try {
    await card.remove();
    return void 0;
  } catch (fault) {
    const link = await card.link().catch(() => channel);
    const { found } = failedCheck(id3, fault, (why) => `A test message can't be removed in ${channel}: ${why}`);
    return wrong(id3, found, `Remove it by hand: ${link}`);
  }
}
function postingFix(fault) {
  if (!(fault instanceof ChannelRefused))
    return void 0;
  if (fault.code.startsWith("restricted_action"))
    return "Let apps post there: the channel's settings, Posting permissions, or those of the workspace.";
  return void 0;
}

// dist/slack/inspect/take-presses.js
import { setTimeout as delay } from "node:timers/promises";

// dist/slack/inspect/test-message.js
function testMessage(desk, said2) {
  const { id: id3, words } = desk;
  const inlines = [bold(say(words, "test.mark")), text(`: ${say(words, said2)}`)];
  const press = button({ id: actionIds.test, label: say(words, "button.test"), ref: { desk: id3 } });
  return marked({
    text: fallbackText(inlines),
    blocks: [rich(line(...inlines)), ...said2 === "test.please" ? actions(press) : []]
  }, desk);
}

// dist/slack/inspect/take-presses.js
var connectWithinMs = 15 * secondMs;
async function takePresses(access2, desk, answered, log) {
  let connections = 1;
  const counted = (all) => {
    connections = all;
  };
  const bolt = createBolt({ ...access2, log, connections: 1, answered, counted });
  const { app } = bolt;
  const { blocks, text: text2 } = testMessage(desk, "test.answered");
  app.command(/^\/(?:greet|rota)$/u, async ({ ack }) => ack({ response_type: "ephemeral", text: text2, blocks }));
  app.action(actionIds.test, ({ ack }) => ack());
  app.event("app_home_opened", async ({ client, event }) => {
    if (event.tab !== "home")
      return;
    await client.views.publish({ user_id: event.user, view: { type: "home", blocks } });
  });
  const tooLate = new AbortController();
  const late = delay(connectWithinMs, void 0, { signal: tooLate.signal }).then(() => {
    throw new Unreachable("Slack (Socket Mode)", void 0);
  }, () => {
  });
  const started = bolt.start().finally(() => tooLate.abort());
  try {
    await Promise.race([started, late.then(() => started)]);
  } catch (fault) {
    void started.catch(() => {
    });
    await bolt.stop();
    throw fault;
  }
  if (connections === 1)
    return { stop: () => bolt.stop() };
  await bolt.stop();
  return void 0;
}

// dist/slack/inspect/test-card.js
import { randomUUID } from "node:crypto";
import { z } from "zod";
var eventType = "greeting_desk_test";
var marked2 = z.object({
  event_type: z.literal(eventType),
  event_payload: z.object({ token: z.string() })
});
async function postTestCard(client, channel, { posted, edited }) {
  const token = randomUUID();
  const metadata = { event_type: eventType, event_payload: { token } };
  const startedAt = Date.now();
  async function find(oldest) {
    const page = await askPatiently("conversations.history", () => client.conversations.history({
      channel,
      oldest: String(oldest),
      include_all_metadata: true,
      limit: 200
    }));
    return page.messages?.find((one) => marked2.safeParse(one.metadata).data?.event_payload.token === token)?.ts;
  }
  async function post() {
    try {
      const answer = await askPatiently("chat.postMessage", () => client.chat.postMessage({
        channel,
        ...posted,
        metadata,
        unfurl_links: false,
        unfurl_media: false
      }));
      return answer.ts ?? "";
    } catch (fault) {
      const found = fault instanceof OutcomeUnknown ? await find((startedAt - minuteMs) / 1e3) : void 0;
      if (found === void 0)
        throw fault;
      return found;
    }
  }
  const ts = await post();
  return {
    async edit() {
      await askPatiently("chat.update", () => client.chat.update({ channel, ts, ...edited, metadata }));
    },
    isFound: async () => await find(Number(ts) - 1) === ts,
    async remove() {
      const once2 = () => askPatiently("chat.delete", () => client.chat.delete({ channel, ts }));
      try {
        await once2();
      } catch (fault) {
        if (!(fault instanceof OutcomeUnknown))
          throw fault;
        await once2().catch(undefinedIf((again) => again instanceof Gone));
      }
    },
    async link() {
      const answer = await ask("chat.getPermalink", () => client.chat.getPermalink({ channel, message_ts: ts }));
      return answer.permalink ?? "";
    }
  };
}

// dist/app/doctor-press.js
var everyMs = 250;
async function tryPresses(pressing, talk) {
  const { env, desk, log, slack } = pressing;
  if (!await slack.takesPresses())
    return [notAsked("no press would arrive: see the app token.")];
  const work = async (store) => {
    const listening = await listenFor(createPresses(store, env.redisPrefix), { env, desk, log });
    if (!listening)
      return [answeredElsewhere];
    return askAndWait(pressing, listening, talk).finally(listening.stop);
  };
  try {
    return await overStore({ env, log }, work);
  } catch (fault) {
    if (!isStorageFault(fault))
      throw fault;
    return [notAsked("without Redis it is not known whether a desk runs.")];
  }
}
async function askAndWait({ desk, slack, withinMs }, { answeredBy, seen }, talk) {
  const messages = { posted: testMessage(desk, "test.please"), edited: testMessage(desk, "test.edited") };
  const where = await slack.nameOf(desk.channel);
  const posted = await postTestCard(slack.bot, desk.channel, messages).catch(undefinedIf(isRemoteFault));
  if (!posted)
    return [notAsked(`no test message can be posted in ${where}: see the channel below.`)];
  const minutes = withinMs / minuteMs;
  talk.tell(pressRequest(minutes, where));
  const found = await untilAll(seen, withinMs, (kind) => talk.tell(arrivedText(kind)), talk.stopped);
  const left = await removed(pressId, where, posted);
  const checks = talk.stopped?.aborted ? [] : pressChecks(found, { answeredBy, app: await slack.app(), minutes });
  return left ? [...checks, left] : checks;
}
async function listenFor(presses, { env, desk, log }) {
  if (!await presses.isAlive()) {
    const taken = /* @__PURE__ */ new Set();
    const taking = await takePresses(env.slack, desk, (kind) => taken.add(kind), log);
    return taking && { answeredBy: "doctor", seen: async () => [...taken], stop: taking.stop };
  }
  const before = await presses.counts();
  const seen = async () => {
    const now = await presses.counts();
    return pressKinds.filter((kind) => now[kind] > before[kind]);
  };
  return { answeredBy: "desk", seen, stop: async () => {
  } };
}
async function untilAll(seen, withinMs, heard, stopped) {
  const found = /* @__PURE__ */ new Set();
  const endsAt = performance.now() + withinMs;
  for (; ; ) {
    for (const kind of await seen()) {
      if (!found.has(kind))
        heard(kind);
      found.add(kind);
    }
    if (found.size === pressKinds.length || performance.now() >= endsAt || stopped?.aborted)
      return found;
    await delay2(everyMs);
  }
}

// dist/ops/doctor/slack-channel.js
function channelChecks(id3, { appName, channel, place }, facts) {
  const invite = `/invite @${appName}`;
  if (!facts)
    return [
      wrong(id3, `Slack shows the app no channel ${channel}.`, `If it is private, type there: ${invite}. Else correct ${place} in desk.yaml: the id stands in the channel's details, under About.`)
    ];
  const { isArchived, isMember, isPrivate, name } = facts;
  const found = [
    ...isArchived ? [
      wrong(id3, `#${name} is archived: nothing can be posted there.`, `Unarchive it in its settings and type there: ${invite}. Or name another channel in desk.yaml: ${place}.`)
    ] : [],
    ...isMember || isArchived ? [] : [wrong(id3, `The app is not in #${name}.`, `In #${name}, type: ${invite}`)]
  ];
  if (found.length > 0)
    return found;
  return [ok(id3, `The app is in #${name}, a ${isPrivate ? "private" : "public"} channel.`)];
}
function privateChannelChecks(id3, { isPrivate, isShared, name }, { guests, place }) {
  const unread = "so private messages are not read";
  const other = `or name another channel in desk.yaml: ${place}`;
  const found = [
    ...isPrivate ? [] : [wrong(id3, `#${name} is public, ${unread}.`, `Make it private, ${other}.`)],
    ...isShared ? [wrong(id3, `#${name} is shared with another organisation, ${unread}.`, `End that, ${other}.`)] : [],
    ...guests.map((guest) => wrong(id3, `${guest} is a guest in #${name}, ${unread}.`, `Remove them from it, ${other}.`))
  ];
  if (found.length > 0)
    return found;
  return [ok(id3, `Private messages are shown in #${name}: private, not shared, without guests.`)];
}

// dist/ops/doctor/slack-people.js
var id = "slack.people";
var cures = {
  "finding.unknown": (place) => `Correct their id in ${place}.staff of desk.yaml (in Slack: their profile, \u22EE, Copy member ID), or take them out.`,
  "finding.deactivated": (place) => `Take them out of ${place}.staff and .shifts in desk.yaml.`,
  "finding.guest": (place) => `Make them a full member in Slack, or take them out of ${place}.staff in desk.yaml.`,
  "finding.outside": () => "Invite them to the channel."
};
function peopleChecks({ membership, rota }, place, findings, members) {
  const found = findings.map(({ key, note: isNote, said: said2 }) => (isNote ? note : wrong)(id, said2, cures[key.split(" ").at(-1) ?? ""]?.(place)));
  const names2 = membership === "list" ? rota.staff.map(({ name }) => name) : members;
  if (names2.length === 0)
    return [
      ...found,
      wrong(id, "Nobody is in the channel who may answer.", "Invite those who answer to it.")
    ];
  const isFine = found.every(({ mark }) => mark === "note");
  return isFine ? [...found, ok(id, `May answer: ${names2.join(", ")}.`)] : found;
}

// dist/app/doctor-slack.js
var answersWithinMs = 8 * secondMs;
var realSlack = "https://slack.com";
function lookAtSlack(env, desks, log) {
  const bot = backgroundClient(env.slack, answersWithinMs, log);
  const asApp = backgroundClient({ ...env.slack, botToken: env.slack.appToken }, answersWithinMs, log);
  const installed = once(() => installationOf(bot));
  const isIn = () => installed().then(() => true, () => false);
  const socket = once(() => askForSocket(asApp));
  const appOfToken = appIn(env.slack.appToken);
  const appOfBot = once(async () => appOf(bot, (await installed()).botUserId).catch(undefinedIf(isRemoteFault)));
  const app = async () => await appOfBot() ?? appOfToken;
  const person = onceEach((id3) => personFacts(bot, id3));
  const appName = async () => {
    const itself = await person((await installed()).botUserId).catch(undefinedIf(isRemoteFault));
    return itself?.name ?? "Greeting Desk";
  };
  const facts = onceEach((channel) => channelFacts(bot, channel));
  const idsIn = onceEach((channel) => idsInChannel(bot, channel));
  const peopleIn = onceEach(async (channel) => {
    const people = /* @__PURE__ */ new Map();
    for (const id3 of await idsIn(channel))
      people.set(id3, await person(id3));
    return people;
  });
  const ifIn = (probe) => ({
    ...probe,
    run: async (talk) => await isIn() ? probe.run(talk) : []
  });
  function channelProbes(desk, place, as) {
    const { channel } = desk;
    const checked = async () => {
      const found = await facts(channel);
      const isIn2 = found?.isMember && !found.isArchived;
      const named = { channel, place, appName: isIn2 ? "" : await appName() };
      return channelChecks(`${as}channel`, named, found);
    };
    const card = `${as}card`;
    const messages = {
      posted: testMessage(desk, "test.posted"),
      edited: testMessage(desk, "test.edited")
    };
    return [
      { id: `${as}channel`, what: `The channel ${channel}`, run: checked },
      {
        id: card,
        what: `A test message in ${channel}`,
        undoes: true,
        run: async () => {
          const seen = await checked().catch(undefinedIf(isRemoteFault));
          if (seen?.some(({ mark }) => mark !== "ok"))
            return [unknown(card, "No test message was posted: see the channel.")];
          return cardChecks(card, await nameOf(channel), () => postTestCard(bot, channel, messages));
        }
      }
    ];
  }
  async function nameOf(channel) {
    const found = await facts(channel).catch(undefinedIf(isRemoteFault));
    return found ? `#${found.name}` : channel;
  }
  function privateProbes(side, place) {
    const id3 = "slack.private.guests";
    return [
      ...channelProbes(side, place, "slack.private."),
      {
        id: id3,
        what: "The channel for private messages",
        run: async () => {
          const found = await facts(side.channel);
          if (!found?.isMember)
            return [];
          const guests = [...await peopleIn(side.channel)].filter(([, one]) => !one || one.guest && !one.deactivated);
          const names2 = guests.map(([user, one]) => one?.name ?? user);
          return privateChannelChecks(id3, found, { guests: names2, place });
        }
      }
    ];
  }
  return {
    bot,
    nameOf,
    takesPresses: async () => {
      const ofBot = await appOfBot();
      const isOneApp = !ofBot || !appOfToken || ofBot === appOfToken;
      return isOneApp && await socket().catch(undefinedIf(isRemoteFault)) === "works";
    },
    app,
    installation: [
      {
        id: "slack.bot-token",
        what: "The bot token",
        run: () => botTokenChecks(installed, { app: appOfToken, address: env.slack.apiUrl ?? realSlack })
      },
      ifIn({
        id: "slack.app-token",
        what: "The app token",
        run: async () => {
          const apps = { tokenOf: appOfToken, installed: await appOfBot() };
          return appTokenChecks(await socket(), apps);
        }
      }),
      ifIn({
        id: "slack.scopes",
        what: "The scopes",
        run: async () => {
          const hasCalendar = desks.some(({ feed }) => feed !== void 0);
          return scopeChecks((await installed()).scopes, { app: await app(), hasCalendar });
        }
      })
    ],
    isIn,
    ifIn,
    desk(desk) {
      const { channel } = desk;
      const place = `desks.${entryOf(desk)}`;
      const members = async () => [...(await peopleIn(channel)).values()].flatMap((one) => one && isColleague(one) ? one : []);
      const board = {
        members: async () => {
          const found = await facts(channel).catch(undefinedIf(isRemoteFault));
          return { channel: found ?? { name: channel }, ids: await idsIn(channel) };
        },
        colleague: person
      };
      const isThere = async () => {
        const seen = await facts(channel).then((found) => ({ found }), undefinedIf(isRemoteFault));
        return !seen || seen.found !== void 0;
      };
      const people = {
        id: "slack.people",
        what: "The people",
        run: async () => {
          if (!await isThere())
            return [unknown("slack.people", "Who may answer is not known: see the channel.")];
          const names2 = desk.membership === "list" ? [] : (await members()).map(({ name }) => name);
          return peopleChecks(desk, place, await peopleFindings({ board, desk }), names2);
        }
      };
      const side = privateSideOf(desk);
      return {
        probes: [
          ...channelProbes(desk, `${place}.channel`, "slack."),
          people,
          ...side ? privateProbes(side, `${place}.x.privateMessages.channel`) : []
        ].map(ifIn),
        deskWithStaff: async () => {
          if (desk.membership === "list")
            return desk;
          if (!await isIn())
            return void 0;
          const staff = await members().catch(undefinedIf(isRemoteFault));
          return staff && { ...desk, rota: { ...desk.rota, staff: staffOf(desk, staff) } };
        }
      };
    }
  };
}
function once(askFor) {
  let asked;
  return () => {
    asked ??= askFor();
    return asked;
  };
}
function onceEach(askFor) {
  const asked = /* @__PURE__ */ new Map();
  return (key) => {
    const known2 = asked.get(key) ?? askFor(key);
    asked.set(key, known2);
    return known2;
  };
}

// dist/ops/doctor/app-owner.js
var id2 = "x.app-owner";
async function appOwnerChecks({ network, handle, ownsApp }, talk) {
  const said2 = `@${handle} ${ownsApp ? "owns" : "does not own"} the ${network} developer app`;
  const isOwner = await talk.confirm(`Does @${handle} itself own the ${network} developer app?`, ownsApp);
  if (isOwner === void 0)
    return [note(id2, `desk.yaml says that ${said2}; nobody was asked whether that is so.`, cost(network))];
  if (isOwner !== ownsApp)
    return [
      wrong(id2, `desk.yaml says that ${said2}, but you say otherwise: the bill would be reckoned wrongly.`, `Set x.ownsApp: ${isOwner} in desk.yaml.`)
    ];
  return [isOwner ? ok(id2, `${said2}.`) : note(id2, `${said2}.`, cost(network))];
}
var cost = (network) => `Let the library's account own it: reading costs an account that does not own the app 5 to 10 times as much on ${network}.`;

// dist/ops/doctor/x-checks.js
async function networkChecks(patient) {
  const { desk } = patient;
  const asked = await ask2(patient.network);
  const heard = patient.heard();
  return [
    ...accountChecks2(patient, asked),
    ...heard && ("us" in asked || heard.access) ? rightChecks(desk, heard) : [],
    ...planChecks(desk, asked),
    ...limitChecks(desk, asked, heard),
    ...heard ? [clockCheck(desk, heard, "which refuses calls of another time")] : [],
    ..."us" in asked ? [pinnedCheck(desk, asked.us)] : []
  ];
}
function accountChecks2({ address, desk }, asked) {
  if ("us" in asked)
    return [ownerCheck(desk, asked.us)];
  if (isAboutMoney(asked.fault) || asked.fault instanceof Busy)
    return [];
  return [keysCheck({ address, desk }, asked.fault)];
}
function ownerCheck({ network }, { handle }) {
  const price = network.prices?.user;
  const bill = price ? ` ${network.name} bills ${priceText(price)} for this look, once a day.` : "";
  return ok("x.account", `${network.name}: the keys are @${handle}'s.${bill}`);
}
function keysCheck({ address, desk }, fault) {
  const id3 = "x.account";
  const { account, network } = desk;
  const { name } = network;
  const keys = `X_${account.secrets}_APP_KEY, _APP_SECRET, _ACCESS_TOKEN and _ACCESS_SECRET`;
  if (fault instanceof KeysRefused && fault.detail.includes("signs us in")) {
    const fix = `Set ${keys} to those of @${account.handle}, or correct desks.${desk.id}.x.handle in desk.yaml.`;
    return wrong(id3, `${fault.detail}.`, fix);
  }
  if (fault instanceof KeysRefused && /suspend/iu.test(fault.detail)) {
    const found = `${name} has suspended the account of the keys X_${account.secrets}_\u2026 (${reason(fault)}).`;
    return wrong(id3, found, `Sign in to ${name} as @${account.handle}: it says there what to do.`);
  }
  if (fault instanceof KeysRefused) {
    const found = `${name} doesn't take the keys X_${account.secrets}_\u2026 (${reason(fault)}).`;
    const fix = `Set ${keys} to those that ${name}'s console gives for the library's account: all four belong together.`;
    return wrong(id3, found, fix);
  }
  if (fault instanceof Rejected) {
    const fix = `Look at the app in ${name}'s console: whether it is active, and in a project with a plan.`;
    return wrong(id3, `${name} refuses to say whose keys they are (${reason(fault)}).`, fix);
  }
  return awayCheck(id3, name, address, fault);
}
function rightChecks(desk, { access: access2 }) {
  const { account, network, privateMessages } = desk;
  const token = `${network.name}: the access token`;
  return [
    account.linkOnly ? ok("x.right", `${token} may read, and this desk never writes there.`) : writeCheck(desk, token, access2),
    ...privateMessages ? [privateCheck(desk, token, access2)] : []
  ];
}
function writeCheck(desk, token, access2) {
  const id3 = "x.right";
  if (access2 === "read")
    return wrong(id3, `${token} may only read.`, howToPermit(desk, "read and write"));
  if (access2)
    return ok(id3, `${token} may read and write.`);
  const found = `${desk.network.name} does not say whether the access token may write: not known without --send.`;
  return unknown(id3, found, "`greeting-desk doctor --send` writes one post and deletes it.");
}
function privateCheck(desk, token, access2) {
  const id3 = "x.private";
  if (access2 === "private-messages")
    return ok(id3, `${token} may read and write private messages.`);
  if (access2) {
    const fix = howToPermit(desk, "read and write and direct message");
    return wrong(id3, `${token} may not read private messages.`, fix);
  }
  const found = `${desk.network.name} does not say whether the access token may read private messages.`;
  return unknown(id3, found, "Its console says it; a desk that may not tells its channel.");
}
function planChecks({ account, network: { name } }, asked) {
  const id3 = "x.plan";
  if ("us" in asked) {
    const plan = `Its plan it does not say; desk.yaml has ${account.plan}.`;
    return [ok(id3, `${name} answers, so there is credit. ${plan}`)];
  }
  if (!isAboutMoney(asked.fault))
    return [];
  const found = `${name} answers nothing more for money (${reason(asked.fault)}).`;
  return [wrong(id3, found, `In ${name}'s console, buy credits or raise the spend cap.`)];
}
var isAboutMoney = (fault) => fault instanceof Rejected && fault.reason === "budget";

// dist/app/doctor-x.js
var realX = "https://api.x.com";
function networkProbes(onX, desk) {
  const { account, network, privateMessages } = desk;
  const { name } = network;
  const { handle, ownsApp } = account;
  const encrypted = `What patrons encrypt in ${name} Chat no program sees. Somebody has to look in ${name}; Home asks for it once a day.`;
  return [
    {
      id: "x",
      what: name,
      ...onX.sends && { undoes: true },
      run: (talk) => accountChecks3(onX, desk, talk)
    },
    {
      id: "x.app-owner",
      what: `The owner of the ${name} app`,
      run: (talk) => appOwnerChecks({ network: name, handle, ownsApp }, talk)
    },
    ...privateMessages ? [{ id: "x.encrypted", what: name, run: async () => [note("x.encrypted", encrypted)] }] : []
  ];
}
async function accountChecks3(onX, desk, talk) {
  const { env, log } = onX;
  const secrets = env.x.secrets[desk.account.secrets];
  if (!secrets)
    throw new RangeError(`No secrets '${desk.account.secrets}' for desk '${desk.id}'.`);
  const keys = deskKeys(env.redisPrefix, desk.id);
  const ledgerIn = (store) => logFailedCharges(createLedger(store, keys, env.forget.key), log, () => false);
  let heard;
  const network = createNetwork({
    credentials: secrets,
    handle: desk.account.handle,
    ...env.x.apiUrl ? { origin: env.x.apiUrl } : {},
    timings,
    now: Date.now,
    ownsApp: desk.account.ownsApp,
    heard: (one) => {
      heard = one;
    },
    charge: (charge) => overStore(onX, (store) => ledgerIn(store).charge(charge)).catch(undefinedIf(isStorageFault))
  });
  const address = env.x.apiUrl ?? realX;
  const checks = await networkChecks({ desk, network, heard: () => heard, address });
  return withTestPost(onX, { checks, desk, ledgerIn, network: () => network, talk });
}

// dist/app/doctor.js
function sectionsOf(examined, examining) {
  const { env, desks } = examined;
  const { log, sends = false } = examining;
  const slack = lookAtSlack(env, desks, log);
  return [
    { title: "Slack", probes: [...slack.installation, pressProbe(examined, examining, slack)] },
    { title: "Redis", probes: storeProbes({ env, log }, desks) },
    ...desks.map((desk) => {
      const { probes, deskWithStaff } = slack.desk(desk);
      const feed = desk.feed && createRotaFeed(desk.feed);
      const rota = {
        id: "rota",
        what: "The rota",
        run: async () => {
          const staffed = await deskWithStaff();
          return staffed ? rotaChecks(staffed, feed, Date.now()) : [unknown("rota", "The rota is not known without the people in the channel: see Slack.")];
        }
      };
      const title = `${desk.id}: @${desk.account.handle}`;
      return {
        desk: desk.id,
        title,
        probes: [...probes, rota, ...accountProbes({ env, log, sends }, desk)]
      };
    })
  ];
}
function accountProbes(given, desk) {
  const { account, network } = desk;
  if (!account.practice)
    return (network.id === "x" ? networkProbes : blueskyProbes)(given, desk);
  const id3 = `${network.id}.practice`;
  const found = `People practise here, on the desk's own ${network.name}, which \`greeting-desk run\` brings: nothing of it was looked at.`;
  return [{ id: id3, what: network.name, run: async () => [note(id3, found)] }];
}
function pressProbe({ env, desks: [desk] }, { log, pressWithinMs: withinMs }, slack) {
  return slack.ifIn({
    id: pressId,
    what: "Commands, buttons and the Home tab",
    undoes: true,
    run: async (talk) => desk && withinMs !== void 0 ? tryPresses({ env, desk, log, slack, withinMs }, talk) : [pressNotTried]
  });
}
export {
  accountProbes,
  sectionsOf
};
