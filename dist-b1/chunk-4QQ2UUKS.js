import {
  wellFormed
} from "./chunk-2LMJ4OC3.js";
import {
  Busy,
  KeysRefused,
  NotSent,
  OutcomeUnknown,
  Rejected,
  Unreachable,
  isOurMistake,
  isRemoteFault,
  resultOf
} from "./chunk-PZOFDEKK.js";
import {
  dayMs,
  minuteMs,
  secondMs
} from "./chunk-5EYM5PYM.js";

// dist/bluesky/faults.js
import { z } from "zod";
var problemBody = z.object({ error: z.string(), message: z.string().optional() });
var TokenRefused = class extends Rejected {
  constructor(detail) {
    super("sign-in", detail);
  }
};
var KeyTaken = class extends Rejected {
  constructor(detail) {
    super("duplicate", detail);
  }
};
function faultOf({ body, headers, status }, now) {
  const problem = problemBody.safeParse(body).data;
  if (status === 429)
    return new Busy(retryAt(headers, now), "Bluesky");
  const isRefused = status >= 400 && status < 500 && status !== 408;
  if (!isRefused || !problem)
    return new OutcomeUnknown("Bluesky", `HTTP ${status}`);
  const detail = problem.message ?? problem.error;
  if (tokenErrors.includes(problem.error))
    return new TokenRefused(detail);
  if (status === 401 || accountErrors.includes(problem.error))
    return new KeysRefused("Bluesky", detail);
  if (problem.error === "InvalidSwap")
    return new KeyTaken(detail);
  return new Rejected(reasonOf(problem), detail);
}
var tokenErrors = ["ExpiredToken", "InvalidToken"];
var accountErrors = [
  "AccountTakedown",
  "AccountDeactivated",
  "AccountSuspended",
  "AuthFactorTokenRequired"
];
var notThere = /not found|could not locate|unable to resolve/iu;
var tooLong = /grapheme|too (?:long|big)|must not be longer/iu;
function reasonOf({ error, message = "" }) {
  if (["NotFound", "RecordNotFound", "RepoNotFound"].includes(error) || notThere.test(message))
    return "gone";
  return tooLong.test(message) ? "too-long" : "other";
}
var isNotThere = (fault) => fault instanceof Rejected && fault.reason === "gone";
function notCalled(fault) {
  throw fault instanceof OutcomeUnknown ? new Unreachable("Bluesky", fault) : fault;
}
var retryWithoutResetMs = minuteMs;
var shortestRetryMs = secondMs;
var longestRetryMs = dayMs + minuteMs;
function retryAt(headers, now) {
  const reset = Number(headers.get("ratelimit-reset") || Number.NaN) * secondMs;
  const after = Number(headers.get("retry-after") || Number.NaN) * secondMs + now;
  const at = [reset, after].find(Number.isFinite) ?? now + retryWithoutResetMs;
  return Math.min(Math.max(at, now + shortestRetryMs), now + longestRetryMs);
}

// dist/bluesky/call.js
import { Agent, buildConnector, fetch } from "undici";

// dist/bluesky/heard.js
var lengths = { 300: "5 minutes", 86400: "24 hours" };
function readHeard(headers, at) {
  const number = (name) => Number(headers.get(name) ?? Number.NaN);
  const networkTime = Date.parse(headers.get("date") ?? "");
  const [, seconds = ""] = /;\s*w=(\d+)/u.exec(headers.get("ratelimit-policy") ?? "") ?? [];
  const length = lengths[seconds];
  const [most, left] = [number("ratelimit-limit"), number("ratelimit-remaining")];
  const resetAt = number("ratelimit-reset") * secondMs;
  const isTold = [most, left, resetAt].every(Number.isFinite);
  return {
    at,
    ...!Number.isNaN(networkTime) && { networkTime },
    limits: length && isTold ? [{ length, most, left, resetAt }] : []
  };
}

// dist/bluesky/call.js
function createCaller({ service, now, ending, called = () => {
}, heard = () => {
} }) {
  return async function callBluesky(call) {
    const [, method = ""] = /^\/xrpc\/([\w.]+)/u.exec(call.path) ?? [];
    const route = `${call.init.method?.toUpperCase() ?? "GET"} ${method}`;
    try {
      const response = await callOnce(call);
      called(route, "ok");
      return response;
    } catch (fault) {
      const result = resultOf(fault);
      if (result)
        called(route, result);
      throw fault;
    }
  };
  async function callOnce({ path, init, deadlineMs, mayStillSend }) {
    const seen = { isConnected: false };
    const dispatcher = onOneConnection(mayStillSend, seen);
    const deadline = AbortSignal.timeout(deadlineMs);
    const signal = ending ? AbortSignal.any([deadline, ending]) : deadline;
    try {
      if (signal.aborted)
        throw new NotSent();
      const response = await fetch(new URL(path, service), {
        ...init,
        dispatcher,
        signal,
        redirect: "manual"
      });
      const text = await response.text();
      const headers = new Headers([...response.headers]);
      const body = parsed(text);
      heard(readHeard(headers, now()));
      if (!response.ok)
        throw faultOf({ status: response.status, headers, body }, now());
      return Response.json(wellFormed(body), {
        status: response.status,
        headers: { "content-type": "application/json" }
      });
    } catch (thrown) {
      throw faultOfCall(thrown, seen);
    } finally {
      await dispatcher.destroy();
    }
  }
}
function faultOfCall(thrown, { isConnected, refusal }) {
  if (refusal)
    return refusal;
  const isFetchFailed = thrown instanceof TypeError && thrown.cause !== void 0;
  if (isRemoteFault(thrown) || isOurMistake(thrown) && !isFetchFailed)
    return thrown;
  return isConnected ? new OutcomeUnknown("Bluesky", thrown) : new Unreachable("Bluesky", thrown);
}
function parsed(text) {
  try {
    return text === "" ? {} : JSON.parse(text);
  } catch {
    return void 0;
  }
}
function onOneConnection(mayStillSend, seen) {
  const connect = buildConnector({});
  return new Agent({
    pipelining: 0,
    connect: (options, ready) => {
      connect(options, (...[fault, socket]) => {
        if (fault)
          return ready(fault, null);
        seen.isConnected = true;
        const refusal = askLast(mayStillSend);
        if (!refusal)
          return ready(null, socket);
        seen.refusal = refusal;
        socket.destroy();
        ready(refusal, null);
      });
    }
  });
}
function askLast(mayStillSend) {
  try {
    return !mayStillSend || mayStillSend() ? void 0 : new NotSent();
  } catch (mistake) {
    return mistake instanceof Error ? mistake : new NotSent();
  }
}

export {
  TokenRefused,
  KeyTaken,
  isNotThere,
  notCalled,
  createCaller
};
