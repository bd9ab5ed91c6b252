import {
  parseRedisAddress,
  redisAddressForms
} from "./chunk-RQ3MMC74.js";

// dist/store/redis.js
import { createHash } from "node:crypto";
import { Cluster, Redis } from "ioredis";
var retryStrategy = (times) => Math.min(50 * 2 ** Math.min(times, 5), 1e3);
var commandTimeoutMs = 1200;
var socketTimeoutMs = { store: 5e3, queue: 15e3 };
var isDemoted = ({ message }) => message.startsWith("READONLY");
var reconnectAndResend = 2;
var maxRedirections = 6;
function connectStore(url, log) {
  const place = readAddress(url);
  const options = {
    commandTimeout: commandTimeoutMs,
    maxRetriesPerRequest: 1,
    socketTimeout: socketTimeoutMs.store
  };
  const connection = place.kind === "cluster" ? new StoreCluster([...place.nodes], {
    ...clusterOptions(place, options),
    maxRedirections,
    lazyConnect: true
  }) : new StoreRedis(place.url, {
    ...options,
    retryStrategy,
    reconnectOnError: isDemoted,
    lazyConnect: true
  });
  return logErrors(withDigests(connection), log);
}
function connectQueue(url, log) {
  const place = readAddress(url);
  const options = { maxRetriesPerRequest: null, socketTimeout: socketTimeoutMs.queue };
  return logErrors(place.kind === "cluster" ? new Cluster([...place.nodes], clusterOptions(place, options)) : new Redis(place.url, {
    ...options,
    retryStrategy,
    reconnectOnError: (error) => isDemoted(error) && reconnectAndResend
  }), log);
}
function readAddress(url) {
  const place = parseRedisAddress(url);
  if (!place)
    throw new RangeError(`No address of a Redis; allowed: ${redisAddressForms}.`);
  return place;
}
function clusterOptions({ username, password, tls }, options) {
  return {
    clusterRetryStrategy: retryStrategy,
    redisOptions: {
      ...options,
      ...username ? { username } : {},
      ...password ? { password } : {},
      ...tls ? { tls: {} } : {}
    }
  };
}
var StoreRedis = class extends Redis {
  sendCommand(...[command, stream]) {
    return hasTimedOut(command) ? command.promise : super.sendCommand(command, stream);
  }
};
var StoreCluster = class extends Cluster {
  sendCommand(...[command, stream, node]) {
    if (hasTimedOut(command))
      return command.promise;
    command.setTimeout(commandTimeoutMs);
    return super.sendCommand(command, stream, node);
  }
};
var hasTimedOut = (command) => "isSettled" in command && command.isSettled === true;
function withDigests(redis) {
  const whole = redis.eval.bind(redis);
  const byDigest = redis.evalsha.bind(redis);
  const run = async (script, ...words) => {
    try {
      return await byDigest(digestOf(script), ...words);
    } catch (fault) {
      if (!isUnknownScript(fault))
        throw fault;
      return whole(script, ...words);
    }
  };
  return Object.assign(redis, { eval: run });
}
var isUnknownScript = (fault) => fault instanceof Error && /^(?:NOSCRIPT|NOPERM)/u.test(fault.message);
var digests = /* @__PURE__ */ new Map();
function digestOf(script) {
  const digest = digests.get(script) ?? createHash("sha1").update(script).digest("hex");
  digests.set(script, digest);
  return digest;
}
function logErrors(redis, log) {
  redis.on("error", (error) => log.debug({ error: error.message }, "Redis"));
  return redis;
}

export {
  commandTimeoutMs,
  connectStore,
  connectQueue,
  readAddress
};
