import {
  readAddress
} from "./chunk-R7MF6V6P.js";

// dist/store/server/redis-state.js
import { Redis } from "ioredis";

// dist/store/server/plain-answer.js
import { connect } from "node:net";
function plainAnswer({ host, port }, timeoutMs, asked) {
  return new Promise((resolve) => {
    const socket = connect(port, host, () => {
      if (asked !== void 0)
        socket.write(`${asked}\r
`);
    });
    const end = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(timeoutMs, () => end());
    socket.on("data", (said) => end(String(said).split("\r\n")[0]));
    socket.on("error", () => end());
    socket.on("close", () => end());
  });
}

// dist/store/server/redis-findings.js
function readInfo(text) {
  return new Map(text.split("\r\n").flatMap((line) => {
    const colon = line.indexOf(":");
    return colon > 0 ? [[line.slice(0, colon), line.slice(colon + 1)]] : [];
  }));
}
var isReplica = ({ info }) => info.get("role") === "slave";
var oldestVersion = 7;
function serverFindings(name, seen) {
  const { info, appendfsync, refused } = seen;
  const field = (key) => info.get(key) ?? "";
  if (field("loading") === "1")
    return [faultFinding(name, new Error("LOADING"))];
  if (isReplica(seen)) {
    const primary = `${field("master_host")}:${field("master_port")}`;
    return [serious("role", `${name} is a read-only copy of ${primary}.`, "Use the primary's address.")];
  }
  const findings = [];
  const version = field("redis_version");
  if (version !== "" && Number.parseInt(version, 10) < oldestVersion) {
    const fix = `Use Redis ${oldestVersion} or newer, or Valkey.`;
    findings.push(serious("version", `${name} is version ${version}.`, fix));
  }
  const isFull = Number(field("maxmemory")) > 0 && Number(field("used_memory")) > Number(field("maxmemory"));
  if (isFull && !refused)
    findings.push(faultFinding(name, new Error("OOM"), field("maxmemory_human")));
  if (refused)
    findings.push(faultFinding(name, refused, field("maxmemory_human")));
  const policy = field("maxmemory_policy");
  if (policy !== "" && policy !== "noeviction") {
    const found = `${name} throws records away when its memory is full (maxmemory-policy ${policy}).`;
    findings.push(serious("policy", found, "Set maxmemory-policy noeviction."));
  }
  if (field("aof_enabled") === "0") {
    const found = `${name} loses its newest records when it ends in a crash (appendonly no).`;
    findings.push(finding("appendonly", found, "Set appendonly yes and appendfsync always.", false));
  } else if (appendfsync === "no") {
    const found = `${name} may lose half a minute of records when its machine fails (appendfsync no).`;
    findings.push(finding("appendfsync", found, "Set appendfsync always.", false));
  }
  return findings;
}
function faultFinding(name, error, maxmemory = "") {
  const known = meaningOf(error);
  if (known) {
    const [found, fix, about = "reached"] = known;
    return serious(about, `${name} ${found.replace("{maxmemory}", maxmemory || "all it may use")}`, fix);
  }
  return isHangUp(error) ? serious("reached", `${name} closes the connection.`, "If it wants TLS, write rediss:// in the address.") : serious("reached", `${name} can't be reached (${reasonOf(error)}).`, "Start it, or correct the address.");
}
var awayPrimaryFinding = (name, address) => serious("reached", `${name} is a cluster without its primary ${address}.`, "It goes on when a copy has taken over.");
function isHangUp(error) {
  const isClosed = "code" in error && (error.code === "EPIPE" || error.code === "ECONNRESET");
  return isClosed || /^(Connection is closed|Unknown RESP type)/.test(error.message);
}
var isRedisError = (error) => meaningOf(error) !== void 0;
var meaningOf = ({ message }) => generalErrors.find(([words]) => message.includes(words))?.[1] ?? meaningByErrorCode[/^[A-Z]+/.exec(message)?.[0] ?? ""];
var generalErrors = [
  [
    "DB index is out of range",
    ["has no database with the number in the address.", "Use a smaller one, or leave it out."]
  ],
  [
    "max number of clients",
    ["takes no more connections (maxclients).", "Raise maxclients, or end programs that hold some."]
  ]
];
var plainPortFinding = (name) => serious("reached", `${name} speaks no TLS at this port.`, "Write redis:// in the address, or use the port that does.");
var meaningByErrorCode = {
  NOAUTH: ["wants a password.", "Put it into the address."],
  WRONGPASS: ["doesn't take the name and password in the address.", "Correct them."],
  NOPERM: ["doesn't let this user do all that the desk needs.", "Allow it all commands on its keys."],
  LOADING: ["is still loading its data.", "Wait until it has."],
  MASTERDOWN: ["is a read-only copy, and its primary is away.", "Use the primary's address.", "role"],
  READONLY: ["is a read-only copy.", "Use the primary's address.", "role"],
  OOM: ["is full (maxmemory {maxmemory}).", "Give it more memory.", "memory"],
  ERR: [
    "is none that the desk can use as REDIS_URL says:",
    "redis+cluster:// is for a cluster, redis:// for one server."
  ],
  MOVED: ["is a part of a cluster.", "Write its address as redis+cluster://host:port,host:port."],
  MISCONF: ["can't write to its disk.", "Make room there.", "disk"],
  NOREPLICAS: ["has too few copies to take a write (min-replicas-to-write).", "Start them.", "role"],
  CLUSTERDOWN: ["is a cluster that lacks a part of itself.", "It goes on when a copy has taken over."]
};
function finding(about, found, fix, isSerious) {
  return { about, found, fix, line: `${found} ${fix}`, serious: isSerious };
}
var serious = (about, found, fix) => finding(about, found, fix, true);
function reasonOf(error) {
  if ("code" in error && typeof error.code === "string")
    return error.code;
  return error.message.replace(/\.$/, "");
}

// dist/store/server/redis-measure.js
var pings = 5;
var writes = 3;
var writeLua = `redis.call('SET', KEYS[1], '', 'PX', 1) return 1`;
var mostKeys = 100;
async function measureRedis(redis, prefix, now) {
  const pingMs = await medianOf(pings, () => redis.ping());
  return { pingMs, writeMs: await writeDuration(redis, prefix), aheadMs: await aheadBy(redis, now) };
}
async function writeDuration(redis, prefix) {
  for (let n = 0; n < mostKeys; n += 1) {
    try {
      return await medianOf(writes, () => redis.eval(writeLua, 1, `${prefix}:measure:${n}`));
    } catch (error) {
      if (!(error instanceof Error && error.message.startsWith("MOVED")))
        return void 0;
    }
  }
  return void 0;
}
async function aheadBy(redis, now) {
  const before = now();
  const time = await redis.time().catch(() => void 0);
  if (!time)
    return void 0;
  const [seconds, micros] = time;
  return Number(seconds) * 1e3 + Number(micros) / 1e3 - (before + now()) / 2;
}
async function medianOf(count, work) {
  const durations = [];
  for (let n = 0; n < count; n += 1) {
    const begun = performance.now();
    await work();
    durations.push(performance.now() - begun);
  }
  return durations.toSorted((a, b) => a - b)[count >> 1] ?? 0;
}

// dist/store/server/redis-state.js
var lookTimeoutMs = 1500;
function createRedisState(url, prefix, now = Date.now) {
  const place = readAddress(url);
  const name = `Redis at ${place.where} (REDIS_URL)`;
  const connected = /* @__PURE__ */ new Map();
  async function connect2(at) {
    const known = connected.get(at);
    if (known)
      return known;
    const client = clientFor(place, at);
    let reason;
    client.on("error", (error) => {
      reason = error;
    });
    client.on("end", () => connected.delete(at));
    await client.connect().catch((error) => {
      client.disconnect();
      throw reason ?? error;
    });
    connected.set(at, client);
    return client;
  }
  async function connectToOne() {
    const client = await connect2("");
    const database = databaseOf(url);
    if (database > 0)
      await client.select(database);
    return client;
  }
  function disconnect() {
    for (const client of connected.values())
      client.disconnect();
    connected.clear();
  }
  async function look() {
    const isFresh = connected.size === 0;
    try {
      if (place.kind === "cluster")
        return await clusterFindings(name, place.nodes.map(addressOf), connect2);
      const client = await connectToOne();
      const seen = await readServer(client, `${prefix}:look`);
      if (isReplica(seen))
        disconnect();
      return serverFindings(name, seen);
    } catch (error) {
      disconnect();
      if (!isFresh)
        return look();
      return [await explain(name, place, error instanceof Error ? error : new Error(String(error)))];
    }
  }
  async function examine() {
    const key = `${prefix}:look`;
    if (place.kind === "single") {
      const client = await connectToOne();
      return [{ name, ...await readServer(client, key), ...await measureRedis(client, prefix, now) }];
    }
    const primaries = await primariesOf(await connectToAny(place.nodes.map(addressOf), connect2));
    const answering = primaries.filter(({ isDead }) => !isDead);
    return Promise.all(answering.map(async ({ address }) => {
      const client = await connect2(address);
      const seen = { ...await readPrimary(client), ...await measureRedis(client, prefix, now) };
      return { name: primaryName(name, address), ...seen };
    }));
  }
  return { name, look, examine, end: disconnect };
}
async function explain(name, place, error) {
  if (place.kind !== "single" || isRedisError(error))
    return faultFinding(name, error);
  const { hostname, port, protocol } = new URL(place.url);
  const at = { host: hostname.replace(/^\[|\]$/g, ""), port: Number(port || usualPort) };
  if (protocol === "rediss:") {
    const answer2 = await plainAnswer(at, lookTimeoutMs, "PING");
    return /^[+-]/.test(answer2 ?? "") ? plainPortFinding(name) : faultFinding(name, error);
  }
  const answer = isHangUp(error) ? await plainAnswer(at, lookTimeoutMs) : void 0;
  return faultFinding(name, answer?.startsWith("-") ? new Error(answer.slice(1)) : error);
}
var databaseOf = (url) => Number(new URL(url).pathname.slice(1));
var usualPort = 6379;
var addressOf = ({ host, port }) => `${host}:${port}`;
function clientFor(place, at) {
  const options = {
    lazyConnect: true,
    retryStrategy: () => null,
    enableReadyCheck: false,
    maxRetriesPerRequest: 0,
    connectTimeout: lookTimeoutMs,
    commandTimeout: lookTimeoutMs
  };
  if (place.kind !== "cluster")
    return new Redis(place.url, options);
  const { tls, username, password } = place;
  const colon = at.lastIndexOf(":");
  return new Redis(Number(at.slice(colon + 1)), at.slice(0, colon), {
    ...options,
    ...username ? { username } : {},
    ...password ? { password } : {},
    ...tls ? { tls: {} } : {}
  });
}
async function readServer(redis, key) {
  const [info, written, fsync] = await redis.pipeline().info().set(key, "", "PX", 1).config("GET", "appendfsync").exec() ?? [];
  if (info?.[0])
    throw info[0];
  return {
    info: readInfo(String(info?.[1])),
    refused: written?.[0] ?? void 0,
    appendfsync: settingOf(fsync?.[1])
  };
}
var settingOf = (answer) => Array.isArray(answer) && typeof answer[1] === "string" ? answer[1] : void 0;
async function clusterFindings(name, addresses, connect2) {
  const client = await connectToAny(addresses, connect2);
  const state = String(await client.call("CLUSTER", "INFO"));
  const primaries = await primariesOf(client);
  const found = (await Promise.all(primaries.map((one) => primaryFindings(one, name, connect2)))).flat();
  const isWhole = state.includes("cluster_state:ok") && state.includes("cluster_slots_fail:0");
  return isWhole || found.length > 0 ? found : [faultFinding(name, new Error("CLUSTERDOWN"))];
}
async function connectToAny(addresses, connect2) {
  let reason = new Error("no node");
  for (const address of addresses) {
    try {
      return await connect2(address);
    } catch (error) {
      reason = error;
    }
  }
  throw reason;
}
var primariesOf = async (client) => primariesIn(String(await client.call("CLUSTER", "NODES")));
function primariesIn(nodes) {
  return nodes.split("\n").flatMap((line) => {
    const [, address = "", flags = "", , , , , , ...slots] = line.trim().split(" ");
    const words = flags.split(",");
    const primary = { address: address.replace(/@.*$/, ""), isDead: words.includes("fail") };
    return words.includes("master") && slots.length > 0 ? [primary] : [];
  });
}
async function primaryFindings({ address, isDead }, name, connect2) {
  if (isDead)
    return [awayPrimaryFinding(name, address)];
  const primary = primaryName(name, address);
  try {
    return serverFindings(primary, await readPrimary(await connect2(address)));
  } catch (error) {
    const isAnswer = error instanceof Error && isRedisError(error);
    return [isAnswer ? faultFinding(primary, error) : awayPrimaryFinding(name, address)];
  }
}
var primaryName = (cluster, address) => `${cluster}, its primary ${address},`;
async function readPrimary(client) {
  const info = readInfo(await client.info());
  const fsync = await client.config("GET", "appendfsync").catch(() => void 0);
  return { info, appendfsync: settingOf(fsync) };
}

export {
  createRedisState
};
