import {
  forOutcomes,
  networks
} from "./chunk-RQ3MMC74.js";
import {
  plainText
} from "./chunk-3J5ILMX7.js";
import {
  isAddressedToUs
} from "./chunk-ZTQXIARE.js";
import {
  accountId,
  compareIds,
  postId,
  slackUserId
} from "./chunk-DX3M4XLW.js";
import {
  asLine,
  wellFormed
} from "./chunk-2LMJ4OC3.js";
import {
  Busy,
  ChannelRefused,
  Gone,
  KeysRefused,
  MessageRefused,
  NotSent,
  OutcomeUnknown,
  Rejected,
  Unreachable,
  isOurMistake,
  isRemoteFault,
  isStorageFault,
  resultOf,
  undefinedIf
} from "./chunk-PZOFDEKK.js";
import {
  dayMs,
  hourMs,
  minuteMs,
  secondMs
} from "./chunk-5EYM5PYM.js";

// dist/slack/connect/client.js
import { AsyncLocalStorage } from "node:async_hooks";
import { LogLevel, WebClient } from "@slack/web-api";
import { Agent, DecoratorHandler, fetch } from "undici";

// dist/slack/connect/calls.js
import { WebAPIRequestError as WebAPIRequestError2 } from "@slack/web-api";

// dist/slack/connect/faults.js
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from "@slack/web-api";
var unclearCodes = [
  "internal_error",
  "fatal_error",
  "service_unavailable",
  "request_timeout"
];
var tokenCodes = [
  ...["not_authed", "invalid_auth", "account_inactive", "token_revoked", "token_expired"],
  ...["user_removed_from_team", "team_disabled", "not_allowed_token_type"]
];
var isAnswered = (error, codes) => error instanceof WebAPIPlatformError && codes.includes(error.data.error);
var channelCodes = [
  ...["not_in_channel", "channel_not_found", "is_archived", "is_inactive", "missing_scope", "no_permission"],
  ...["access_denied", "team_access_not_granted", "ekm_access_denied", "org_login_required"]
];
var fileScopes = ["files:write"];
var threadCodes = [
  ...["thread_not_found", "cannot_reply_to_message"],
  ...["restricted_action_thread_locked", "restricted_action_non_threadable_channel"]
];
var editCodes = ["edit_window_closed", "cant_update_message", "cant_delete_message"];
var contentCodes = [
  ...["msg_too_long", "msg_blocks_too_long", "invalid_blocks", "invalid_blocks_format", "block_mismatch"],
  ...["no_text", "metadata_too_large", "invalid_metadata_format", "invalid_arguments"]
];
var neverConnected = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"];
function slackFault(error, method, now) {
  const what = `Slack (${method})`;
  if (error instanceof WebAPIRateLimitedError)
    return new Busy(now + error.retryAfter * 1e3, what);
  if (error instanceof WebAPIPlatformError) {
    const { error: code, response_metadata } = error.data;
    const needed = "needed" in error.data ? error.data.needed : void 0;
    if (code === "message_not_found")
      return new Gone(`The message of ${what}`);
    if (unclearCodes.includes(code))
      return new OutcomeUnknown(what, error);
    if (code === "missing_scope" && typeof needed === "string" && fileScopes.includes(needed)) {
      return new Rejected("not-permitted", `${what} answered missing_scope: it needs ${needed}`);
    }
    if (tokenCodes.includes(code))
      return new KeysRefused("Slack", `${what} answered ${code}`);
    const details = (response_metadata?.messages ?? []).map(withoutAddresses);
    return refusalOf(code, [`${what} answered ${code}`, ...details].join("; "));
  }
  if (error instanceof WebAPIRequestError) {
    const code = codeOf(error.original);
    return neverConnected.includes(code) ? new Unreachable(what, error) : new OutcomeUnknown(what, error);
  }
  if (error instanceof WebAPIHTTPError && error.statusCode < 500) {
    return new Rejected("other", `${what} answered HTTP ${error.statusCode}`);
  }
  if (isRemoteFault(error) || isOurMistake(error))
    return error;
  return new OutcomeUnknown(what, error);
}
var withoutAddresses = (detail) => detail.replace(/https?:\/\/\S+/giu, "\u2026");
function refusalOf(code, detail) {
  if (threadCodes.includes(code))
    return new MessageRefused("thread", detail);
  if (editCodes.includes(code))
    return new MessageRefused("edit", detail);
  if (contentCodes.includes(code))
    return new MessageRefused("content", detail);
  if (channelCodes.includes(code) || code.startsWith("restricted_action"))
    return new ChannelRefused(code, detail);
  return new Rejected("other", detail);
}
var isPictureRefused = (fault) => detailsOf(fault).some((one) => /downloading image failed|\/image_url\]/iu.test(one));
var isFileRefused = (fault) => detailsOf(fault).some(saysFileRefused);
var saysFileRefused = (words) => /invalid slack file|\/slack_file(?:\/id)?\]/iu.test(words);
var detailsOf = (fault) => fault instanceof WebAPIPlatformError ? fault.data.response_metadata?.messages ?? [] : [faultText(fault)];
var faultText = (fault) => fault instanceof MessageRefused ? fault.message : "";
function codeOf(error) {
  if (!(error instanceof Error))
    return "";
  if ("code" in error && typeof error.code === "string")
    return error.code;
  if (error instanceof AggregateError)
    return codeOf(error.errors[0]);
  return codeOf(error.cause);
}

// dist/slack/connect/calls.js
function toldOf(called, fetch2 = globalThis.fetch) {
  return async function toldFetch(...[url, init]) {
    const method = methodOf(url);
    try {
      const response = await fetch2(url, init);
      const told = (result) => called(method, result);
      void resultOfAnswer(response.clone()).then(told, () => told("unknown"));
      return response;
    } catch (fault) {
      const result = isNotSent(fault) ? void 0 : resultOf(slackFault(requestError(fault), method, Date.now()));
      if (result)
        called(method, result);
      throw fault;
    }
  };
}
function methodOf(url) {
  const { pathname } = new URL(url instanceof Request ? url.url : url);
  return /\/api\/([a-zA-Z.]+)$/u.exec(pathname)?.[1] ?? "other";
}
async function resultOfAnswer(response) {
  if (response.status === 429)
    return "limited";
  if (response.status !== 200)
    return response.status < 500 ? "refused" : "unknown";
  const text = await response.text();
  if (!text.startsWith("{"))
    return "ok";
  const { ok, error } = JSON.parse(text);
  if (ok !== false)
    return "ok";
  return unclearCodes.includes(error ?? "") ? "unknown" : "refused";
}
var requestError = (fault) => new WebAPIRequestError2(fault instanceof Error ? fault : new Error(String(fault)));
var isNotSent = (fault) => fault instanceof NotSent || fault instanceof Error && fault.cause !== void 0 && isNotSent(fault.cause);

// dist/slack/connect/client.js
function backgroundClient({ botToken, apiUrl }, timeoutMs, log, called) {
  return new WebClient(botToken, {
    ...apiUrl ? { slackApiUrl: apiUrl } : {},
    logger: sdkLogger(log),
    timeout: timeoutMs,
    fetch: called ? toldOf(called, backgroundFetch) : backgroundFetch,
    maxRequestConcurrency: Number.POSITIVE_INFINITY,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true
  });
}
async function tokenWorks(client) {
  await client.auth.test().catch((error) => {
    throw slackFault(error, "auth.test, with SLACK_BOT_TOKEN", Date.now());
  });
}
function sdkLogger(log) {
  return loggerAt(log, { info: "info", warn: "warn", error: "error" });
}
function quietSdkLogger(log) {
  return loggerAt(log, { info: "debug", warn: "debug", error: "debug" });
}
function loggerAt(log, levels) {
  const say = (level) => (...words) => {
    const said = words.map(String).join(" ");
    log[saysFileRefused(said) ? "debug" : levels[level]]({ from: "slack" }, said);
  };
  return {
    debug: () => {
    },
    info: say("info"),
    warn: say("warn"),
    error: say("error"),
    setLevel: () => {
    },
    getLevel: () => LogLevel.INFO,
    setName: () => {
    }
  };
}
var lastCheck = new AsyncLocalStorage();
async function atTheLastMoment(mayStillSend, call) {
  let refusal;
  const check = () => {
    try {
      if (!mayStillSend())
        throw new NotSent();
    } catch (fault) {
      refusal = { fault };
      throw fault;
    }
  };
  try {
    return await lastCheck.run(check, call);
  } catch (fault) {
    throw refusal ? refusal.fault : fault;
  }
}
var Handler = DecoratorHandler;
var CheckedHandler = class extends Handler {
  check;
  constructor(handler, check) {
    super(handler);
    this.check = check;
  }
  onRequestStart(controller, context) {
    this.check();
    super.onRequestStart(controller, context);
  }
};
var agent = new Agent().compose((dispatch) => (options, handler) => {
  const check = lastCheck.getStore();
  return dispatch(options, check ? new CheckedHandler(handler, check) : handler);
});
var backgroundFetch = ((url, init) => fetch(url, { ...init, dispatcher: agent }));

// dist/x/snowflake.js
var epochMs = 1288834974657n;
function firstPostIdAt(ms) {
  const since = BigInt(Math.floor(ms)) - epochMs;
  return postId(String((since > 0n ? since : 0n) << 22n));
}
function postedAt(id) {
  return Number((BigInt(id) >> 22n) + epochMs);
}

// dist/x/billing.js
function withinBudget(network, usedUp) {
  async function refuseIfUsedUp() {
    const of = await usedUp().catch(undefinedIf(isStorageFault));
    if (of === "desk")
      throw new Rejected("budget", "This month's X budget is used up.");
    if (of === "together")
      throw new Rejected("budget-together", "This month's X budget of all desks together is used up.");
  }
  return {
    ...network,
    async mentions(sinceMs) {
      await refuseIfUsedUp();
      return network.mentions(sinceMs);
    },
    async *followers() {
      await refuseIfUsedUp();
      yield* network.followers();
    },
    async recentPosts(of, sinceMs) {
      await refuseIfUsedUp();
      return network.recentPosts(of, sinceMs);
    },
    async posts(ids, deadlineMs) {
      await refuseIfUsedUp();
      return network.posts(ids, deadlineMs);
    },
    async stillFollowing(people, followTimes, readSinceMs) {
      await refuseIfUsedUp();
      return network.stillFollowing(people, followTimes, readSinceMs);
    },
    async person(handle) {
      await refuseIfUsedUp();
      return network.person(handle);
    },
    async publish(text, replyTo, mayStillSend, key) {
      await refuseIfUsedUp();
      return network.publish(text, replyTo, mayStillSend, key);
    },
    async sendPrivate(to, text, mayStillSend, key) {
      await refuseIfUsedUp();
      return network.sendPrivate(to, text, mayStillSend, key);
    }
  };
}
var { prices } = networks.x;
function createBill({ charge, ownsApp, now }) {
  async function read(call, priceMicroUsd, resources) {
    if (resources.length === 0)
      return;
    await charge({ call, priceMicroUsd, resources, count: resources.length, at: now() });
  }
  const idsOf = (kind, found) => found.map(({ id }) => `${kind}:${id}`);
  return {
    posts: (call, found, ours) => read(call, ours && ownsApp ? prices.owned : prices.post, idsOf("post", found)),
    people: (call, found, ours) => read(call, ours && ownsApp ? prices.owned : prices.user, idsOf("user", found)),
    messages: (found) => read("GET /2/dm_events", prices.privateMessage, idsOf("message", found)),
    removed: (id) => read("DELETE /2/tweets/:id", prices.delete, [`deleted:${id}`])
  };
}

// dist/x/call.js
import { setMaxListeners } from "node:events";
import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { TwitterApi } from "twitter-api-v2";

// dist/x/faults.js
import { ApiPartialResponseError, ApiRequestError, ApiResponseError } from "twitter-api-v2";
import { z } from "zod";
function faultOf(thrown, { neverConnected: neverConnected2, error, now }) {
  for (const one of [thrown, error])
    if (one instanceof NotSent || isOurMistake(one))
      return one;
  if (thrown instanceof ApiResponseError)
    return faultOfAnswer(thrown, now);
  if (thrown instanceof ApiPartialResponseError)
    return new OutcomeUnknown("X", thrown.responseError);
  if (thrown instanceof ApiRequestError && neverConnected2)
    return new Unreachable("X", error);
  return new OutcomeUnknown("X", error ?? thrown);
}
var FieldRefused = class extends Rejected {
  parameter;
  field;
  constructor(parameter, field, detail) {
    super("other", detail);
    this.parameter = parameter;
    this.field = field;
  }
};
var ParameterRefused = class extends Rejected {
  parameter;
  constructor(parameter, detail) {
    super("other", detail);
    this.parameter = parameter;
  }
};
var problemBody = z.object({
  errors: z.array(z.object({ message: z.string().optional() })).optional().catch(void 0),
  title: z.string(),
  type: z.string().optional(),
  detail: z.string().optional()
});
function faultOfAnswer({ code, data, headers }, now) {
  const problem = problemBody.safeParse(data).data;
  const isRefused = code >= 400 && code < 500 && code !== 408;
  if (isRefused && problem && isAboutMoney(problem))
    return rejected("budget", code, problem);
  if (code === 429)
    return new Busy(retryAt(headers, now), "X");
  if (code === 402)
    return rejected("budget", code, problem);
  if (code === 401 || isRefused && problem && isOurSuspension(problem))
    return new KeysRefused("X", detailOf(code, problem));
  if (code === 403 && problem && isNotPermitted(problem))
    return new KeysRefused("X", detailOf(code, problem), "not-permitted");
  const field = isRefused && problem && refusedField(problem);
  if (field)
    return field;
  if (isRefused && problem)
    return rejected(code === 404 ? "gone" : reasonOf(problem), code, problem);
  return new OutcomeUnknown("X", `HTTP ${code}`);
}
var FIELD = /`(?<parameter>[\w.]+\.fields|expansions)` query parameter value \[(?<field>[\w.]+)\]/u;
var PARAMETER = /^The query parameter \[([\w.]+\.fields)\] is not one of/u;
function refusedField({ errors = [] }) {
  for (const { message = "" } of errors) {
    const { field, parameter } = FIELD.exec(message)?.groups ?? {};
    if (field && parameter)
      return new FieldRefused(parameter, field, message);
    const [, unknown] = PARAMETER.exec(message) ?? [];
    if (unknown)
      return new ParameterRefused(unknown, message);
  }
  return void 0;
}
function rejected(reason, code, problem) {
  return new Rejected(reason, detailOf(code, problem));
}
var detailOf = (code, problem) => problem?.detail ?? problem?.title ?? `HTTP ${code}`;
var moneyTitles = ["CreditsDepleted", "Payment Required", "SpendCapReached"];
var moneyTypes = ["credits", "credits-depleted"];
var lastSegment = ({ type }) => type?.split("/").at(-1) ?? "";
var isAboutMoney = (problem) => moneyTitles.includes(problem.title) || moneyTypes.includes(lastSegment(problem));
var isOurSuspension = (problem) => lastSegment(problem) === "user-suspended";
var isNotPermitted = (problem) => permissionTypes.includes(lastSegment(problem)) || permissionSentences.some((sentence) => sentence.test(problem.detail ?? ""));
var permissionTypes = ["oauth1-permissions", "client-forbidden", "unsupported-authentication"];
var permissionSentences = [/not permitted to perform this action/i, /read-only application/i];
var isNotShown = (problem) => notShownTypes.includes(lastSegment(problem));
var hiddenType = "not-authorized-for-resource";
var notShownTypes = ["resource-not-found", hiddenType];
var isHidden = (problem) => lastSegment(problem) === hiddenType;
var rejectionSentences = [
  [/duplicate content/i, "duplicate"],
  [/not been mentioned or otherwise engaged/i, "not-summoned"],
  [/only reply to or quote posts where you are mentioned/i, "not-summoned"],
  [/deleted or not visible/i, "gone"],
  [/too long/i, "too-long"],
  [/permission to DM/i, "private-closed"]
];
function reasonOf(problem) {
  if (isNotShown(problem))
    return "gone";
  return rejectionSentences.find(([sentence]) => sentence.test(problem.detail ?? ""))?.[1] ?? "other";
}
var retryWithoutResetMs = minuteMs;
var shortestRetryMs = secondMs;
var windowMs = 16 * minuteMs;
var dayWindowMs = dayMs + minuteMs;
function retryAt(headers, now) {
  const seconds = (name) => Number(headers[name] || Number.NaN);
  const usedUpDays = ["x-user-limit-24hour", "x-app-limit-24hour"].filter((limit) => seconds(`${limit}-remaining`) === 0);
  const endOf = (limit, longestMs) => Math.min(seconds(`${limit}-reset`) * secondMs, now + longestMs);
  const resets = [
    ...usedUpDays.map((limit) => endOf(limit, dayWindowMs)),
    endOf("x-rate-limit", windowMs)
  ].filter(Number.isFinite);
  return resets.length > 0 ? Math.max(now + shortestRetryMs, ...resets) : now + retryWithoutResetMs;
}

// dist/x/heard.js
var accessHeader = "x-access-level";
var accesses = {
  read: "read",
  "read-write": "write",
  "read-write-directmessages": "private-messages"
};
var windows = [
  ["x-rate-limit", "15 minutes"],
  ["x-user-limit-24hour", "24 hours"],
  ["x-app-limit-24hour", "24 hours"]
];
function readHeard(headers, at) {
  const field = (name) => {
    const value = headers[name];
    return typeof value === "string" ? value : void 0;
  };
  const number = (name) => Number(field(name) ?? Number.NaN);
  const access = accesses[field(accessHeader) ?? ""];
  const networkTime = Date.parse(field("date") ?? "");
  return {
    at,
    ...access ? { access } : {},
    ...Number.isNaN(networkTime) ? {} : { networkTime },
    limits: windows.flatMap(([prefix, length]) => {
      const [most, left] = [number(`${prefix}-limit`), number(`${prefix}-remaining`)];
      const resetAt = number(`${prefix}-reset`) * secondMs;
      return [most, left, resetAt].every(Number.isFinite) ? [{ length, most, left, resetAt }] : [];
    })
  };
}

// dist/x/call.js
function createCaller(options) {
  const { credentials, origin, now, ending, called = () => {
  }, heard = () => {
  } } = options;
  if (ending)
    setMaxListeners(0, ending);
  return async function callX(call) {
    const route = `${call.method} /2/${call.path}`;
    try {
      const body = await callOnce(call);
      called(route, "ok");
      return body;
    } catch (fault) {
      const result = resultOf(fault);
      if (result)
        called(route, result);
      throw fault;
    }
  };
  async function callOnce(call) {
    const cut = cutOffSignal(call.deadlineMs, ending);
    const { plugin, seen } = traceCall(call, origin, cut.signal, (headers) => heard(readHeard(headers, now())));
    const { v2 } = new TwitterApi(credentials, { compression: false, plugins: [plugin] });
    const options2 = { params: { id: call.id } };
    let body;
    try {
      if (call.method === "GET")
        body = await v2.get(call.path, wellFormed({ ...call.query }), options2);
      else if (call.method === "POST")
        body = await v2.post(call.path, wellFormed({ ...call.body }), options2);
      else
        body = await v2.delete(call.path, {}, options2);
    } catch (error) {
      throw faultOf(error, { ...seen, now: now() });
    } finally {
      cut.done();
    }
    if (seen.status < 200 || seen.status > 299)
      throw new OutcomeUnknown("X", `HTTP ${seen.status}`);
    return wellFormed(body);
  }
}
function traceCall(call, origin, signal, answered) {
  const seen = { status: 0, neverConnected: false };
  const plugin = {
    onBeforeRequest({ params, computedParams: { url }, requestOptions }) {
      if (origin !== void 0) {
        const { protocol, host } = new URL(origin);
        url.protocol = protocol;
        url.host = host;
      }
      seen.neverConnected = true;
      requestOptions.agent = lastMomentAgent(url.protocol, {
        mayStillSend: call.method === "POST" ? call.mayStillSend : () => true,
        onConnected: () => {
          seen.neverConnected = false;
        },
        signal
      });
      params.requestEventDebugHandler = (event, data) => {
        if (event === "request-error")
          seen.error = data.requestError;
        if (event !== "response")
          return;
        seen.status = data.res.statusCode;
        answered(data.res.headers);
      };
      requestOptions.signal = signal;
      if (signal.aborted)
        throw new NotSent();
    }
  };
  return { plugin, seen };
}
function cutOffSignal(afterMs, ending) {
  const controller = new AbortController();
  const cut = () => controller.abort();
  const timer = setTimeout(cut, afterMs);
  if (ending?.aborted)
    cut();
  ending?.addEventListener("abort", cut);
  return {
    signal: controller.signal,
    done: () => {
      clearTimeout(timer);
      ending?.removeEventListener("abort", cut);
    }
  };
}
function lastMomentAgent(protocol, { mayStillSend, onConnected, signal }) {
  const isPlain = protocol === "http:";
  const agent2 = isPlain ? new HttpAgent({ keepAlive: false }) : new HttpsAgent({ keepAlive: false });
  const connect = agent2.createConnection.bind(agent2);
  agent2.createConnection = (options, ready) => {
    const socket = connect(options);
    if (!socket || !ready)
      return socket;
    const cutOff = () => socket.destroy(new Error("Cut off while it connected."));
    const fail = (fault) => {
      signal.removeEventListener("abort", cutOff);
      ready(fault, socket);
    };
    socket.once("error", fail);
    socket.once("connect", onConnected);
    socket.once(isPlain ? "connect" : "secureConnect", () => {
      socket.off("error", fail);
      const refusal = askLast(mayStillSend);
      if (refusal) {
        fail(refusal);
        socket.destroy();
        return;
      }
      signal.removeEventListener("abort", cutOff);
      ready(null, socket);
    });
    if (signal.aborted)
      cutOff();
    signal.addEventListener("abort", cutOff);
    return void 0;
  };
  return agent2;
}
function askLast(mayStillSend) {
  try {
    return mayStillSend() ? void 0 : new NotSent();
  } catch (mistake) {
    return mistake instanceof Error ? mistake : new NotSent();
  }
}

// dist/x/look-up.js
var idsPerCall = 100;
async function lookUp(ids, ask) {
  const found = [];
  const odd = [];
  const gone = [];
  const hidden = [];
  const newerVersions = /* @__PURE__ */ new Set();
  for (const batch of batches(ids)) {
    const answer = await ask(batch).catch((fault) => {
      if (isGone(fault) && batch.length === 1)
        return void 0;
      throw fault;
    });
    if (!answer)
      gone.push(...batch);
    for (const { resource_id, type, value = resource_id } of answer?.errors ?? []) {
      const id = batch.find((one) => one === value);
      if (id && isNotShown({ type }))
        gone.push(id);
      if (id && isHidden({ type }))
        hidden.push(id);
    }
    odd.push(...answer?.odd ?? []);
    for (const one of answer?.found ?? []) {
      const newest = one.post.versions.at(-1) ?? one.post.id;
      if (newest === one.post.id)
        found.push(one);
      else
        newerVersions.add(newest);
    }
  }
  if (newerVersions.size === 0)
    return { found, odd, gone, ...hidden.length > 0 && { hidden } };
  const again = await lookUp([...newerVersions], ask);
  return {
    found: [...found, ...again.found],
    odd: [...odd, ...again.odd],
    gone: [...gone, ...again.gone],
    hidden: [...hidden, ...again.hidden ?? []]
  };
}
var isGone = (fault) => fault instanceof Rejected && fault.reason === "gone";
function batches(ids) {
  const all = [...new Set(ids)];
  return Array.from({ length: Math.ceil(all.length / idsPerCall) }, (_, n) => all.slice(n * idsPerCall, (n + 1) * idsPerCall));
}

// dist/x/known-fields.js
import { isDeepStrictEqual } from "node:util";
var newNames = {
  "tweet.fields": "post.fields",
  edit_history_tweet_ids: "edit_history_post_ids",
  referenced_tweets: "referenced_posts",
  note_tweet: "note_post",
  pinned_tweet_id: "pinned_post_id"
};
var newName = (name) => newNames[name] ?? name;
var expandable = ["author_id", "in_reply_to_user_id", "referenced_tweets", "edit_history_tweet_ids"];
var isList = (parameter) => parameter.endsWith(".fields") || parameter === "expansions";
function waysTo([parameter, name], takesOldNames) {
  const renamed = [takesOldNames ? parameter : newName(parameter), newName(name)];
  return [
    ...takesOldNames ? [[parameter, name]] : [],
    ...takesOldNames && renamed[1] === name ? [] : [renamed],
    ...parameter === "tweet.fields" && expandable.includes(name) ? [["expansions", newName(name)]] : []
  ];
}
function askingForKnownFields(get, fieldRefused) {
  const refusedParameters = /* @__PURE__ */ new Set();
  const fields = /* @__PURE__ */ new Map();
  const takesOldNames = () => !refusedParameters.has("tweet.fields") || refusedParameters.has("post.fields");
  function wayTo(place) {
    const key = place.join(" ");
    const field = fields.get(key) ?? { place, refusedWays: 0 };
    fields.set(key, field);
    return waysTo(place, takesOldNames())[field.refusedWays];
  }
  function known(query = {}) {
    const others = Object.entries(query).filter(([parameter]) => !isList(parameter));
    const lists = /* @__PURE__ */ new Map();
    for (const [parameter, value] of Object.entries(query)) {
      if (!isList(parameter) || typeof value !== "string")
        continue;
      for (const name of value.split(",")) {
        const [list, asked] = wayTo([parameter, name]) ?? [];
        if (list && asked)
          lists.set(list, (lists.get(list) ?? /* @__PURE__ */ new Set()).add(asked));
      }
    }
    return Object.fromEntries([
      ...others,
      ...[...lists].map(([list, names]) => [list, [...names].join(",")])
    ]);
  }
  function learn(fault) {
    if (fault instanceof ParameterRefused) {
      const before = takesOldNames();
      refusedParameters.add(fault.parameter);
      if (takesOldNames() !== before)
        for (const field of fields.values())
          field.refusedWays = 0;
    }
    if (!(fault instanceof FieldRefused))
      return;
    for (const [key, field] of fields) {
      if (!isDeepStrictEqual(wayTo(field.place), [fault.parameter, fault.field]))
        continue;
      if (field.refusedWays === 0)
        fieldRefused(key);
      field.refusedWays += 1;
    }
  }
  async function read(what, deadlineMs) {
    const query = known(what.query);
    try {
      return await get({ ...what, query }, deadlineMs);
    } catch (fault) {
      learn(fault);
      if (isDeepStrictEqual(known(what.query), query))
        throw fault;
      return read(what, deadlineMs);
    }
  }
  return { get: read, isLeftOut: (...place) => wayTo(place) === void 0 };
}

// dist/x/odd-once.js
var mostTold = 1e3;
function oddOnce(tell) {
  const told = /* @__PURE__ */ new Set();
  const once = (key, id) => {
    if (told.has(key))
      return;
    if (told.size >= mostTold)
      told.clear();
    told.add(key);
    tell(id);
  };
  return ({ nameless, odd }) => {
    for (const { id } of odd)
      once(id, id);
    for (const beside of nameless)
      once(`beside ${beside}`);
  };
}

// dist/x/plain-text.js
var TCO = /https?:\/\/t\.co\/\w+/gu;
var NAME = /[@＠]\w+/uy;
function readText(wire) {
  const { text: raw, mentions } = wire;
  const at = codePointOffsets(raw);
  const from = at(wire.wordsStart ?? 0);
  const places = mentions.map(({ id, start }) => ({ id, start: at(start) }));
  const names = places.flatMap(({ id, start }) => {
    NAME.lastIndex = start;
    const [found] = start < from ? [] : NAME.exec(raw) ?? [];
    return found === void 0 ? [] : [{ account: id, start, end: start + found.length }];
  });
  const shown = withShownLinks(raw, from, wire.urls);
  const carried = places.filter(({ start }) => start < from).map(({ id }) => id);
  return {
    text: shown.text,
    links: shown.links,
    names: names.map(({ account, start, end }) => ({ account, start: shown.at(start), end: shown.at(end) })),
    ...carried.length > 0 && { carried }
  };
}
function codePointOffsets(text) {
  const offsets = [];
  let offset2 = 0;
  for (const char of text) {
    offsets.push(offset2);
    offset2 += char.length;
  }
  return (codePoint) => offsets[codePoint] ?? text.length;
}
function withShownLinks(raw, from, urls) {
  const known = new Map(urls.map((one) => [one.url, one]));
  const links = [];
  const copied = [];
  let text = "";
  let done = from;
  const copy = (end) => {
    copied.push({ from: done, to: text.length });
    text += plainText(raw.slice(done, end));
    done = end;
  };
  for (const { 0: address, index } of raw.matchAll(TCO)) {
    const url = known.get(address);
    if (!url || index < done)
      continue;
    copy(index);
    done = index + address.length;
    if (url.isMedia) {
      text = text.trimEnd();
      continue;
    }
    const start = text.length;
    text += url.display || address;
    links.push({ start, end: text.length, url: address, expanded: url.expanded });
  }
  copy(raw.length);
  const at = (offset2) => {
    const piece = copied.findLast((one) => one.from <= offset2);
    return piece ? piece.to + plainText(raw.slice(piece.from, offset2)).length : 0;
  };
  return { text, links, at };
}

// dist/x/to-post.js
function readPosts(answer, people, us) {
  const authors = new Map(people.map((one) => [one.id, one]));
  const found = [];
  const odd = [];
  for (const wire of answer.data) {
    const author = wire.author_id && (authors.get(wire.author_id) ?? ourselves(wire.author_id, us));
    const post2 = toPost(wire, us, answer.includes);
    const isWhole = wire.text !== void 0 && wire.conversation_id !== void 0 && author;
    if (isWhole)
      found.push({ post: post2, author });
    else
      odd.push({ id: wire.id, at: post2.at, post: post2, ...author && { author } });
  }
  return { found, odd };
}
var ourselves = (author, { handle, id }) => author === id ? { id, handle, name: handle } : void 0;
function oddByName({ data, errors, meta: meta2 = {}, nameless }) {
  const shown = new Set(data.map(({ id }) => id));
  const failed = errors.flatMap(({ resource_id, resource_type = "tweet", type, value = resource_id }) => {
    const isPost = resource_type === "tweet" || resource_type === "post";
    return isPost && value && POST_ID.test(value) && !isNotShown({ type }) && !shown.has(value) ? value : [];
  });
  const ends = nameless.length === 0 ? [] : [meta2.newest_id, meta2.oldest_id];
  const named = [...failed, ...ends.filter((id) => id !== void 0 && !shown.has(id))];
  return [...new Set(named)].map((id = "") => ({ id: postId(id), at: postedAt(postId(id)) }));
}
var POST_ID = /^\d{6,20}$/u;
function toPost(wire, us, includes2) {
  const known = wire.edit_history_tweet_ids.length > 0 ? wire.edit_history_tweet_ids : wire.edit_history_post_ids;
  const versions = known.length > 0 ? known : [wire.id];
  const first = versions[0] ?? wire.id;
  const references = wire.referenced_tweets ?? wire.referenced_posts ?? [];
  const referenceOf = (kind) => references.find(({ type }) => type === kind)?.id;
  const repliedTo = referenceOf("replied_to");
  const quoted = referenceOf("quoted");
  const conversation = wire.conversation_id ?? repliedTo ?? first;
  const { text = "", entities } = wire.note_tweet ?? wire.note_post ?? wire;
  const plain = readText({
    text,
    urls: (entities?.urls ?? []).map(({ url, expanded_url = url, display_url = expanded_url, media_key }) => ({
      url,
      expanded: expanded_url,
      display: display_url,
      isMedia: media_key !== void 0 || MEDIA_ADDRESS.test(display_url)
    })),
    mentions: entities?.mentions ?? [],
    wordsStart: wire.display_text_range?.[0]
  });
  const named = [...plain.names.map(({ account }) => account), ...plain.carried ?? []];
  return {
    id: wire.id,
    versions,
    authorId: wire.author_id ?? accountId(wire.id),
    conversationId: versions.includes(conversation) ? first : conversation,
    at: timeOf(wire),
    ...plain,
    media: mediaOf(wire, includes2),
    ...wire.possibly_sensitive && { sensitive: true },
    ...repliedTo && { repliedTo },
    ...wire.in_reply_to_user_id && { repliedToAccount: wire.in_reply_to_user_id },
    ...quoted && { quoted },
    ...referenceOf("retweeted") && { repost: true },
    ...!takesReplies(wire, us, named.includes(us.id)) && { closed: true }
  };
}
function timeOf({ id, created_at }) {
  const byId = postedAt(id);
  const isSame = Math.floor(byId / secondMs) === Math.floor((created_at ?? byId) / secondMs);
  return isSame ? byId : created_at ?? byId;
}
function takesReplies({ author_id, reply_settings }, us, namesUs) {
  if (namesUs || author_id === us.id || !reply_settings || reply_settings === "everyone")
    return true;
  return reply_settings === "following" && us.isFollowed === true;
}
var MEDIA_ADDRESS = /^pic\.(?:x|twitter)\.com\//u;
var kindOfMedia = {
  photo: "photo",
  video: "film",
  animated_gif: "gif"
};
function mediaOf(wire, includes2) {
  const { media_keys = [], poll_ids = [] } = wire.attachments ?? {};
  const films = media_keys.flatMap((key) => includes2?.media.find(({ media_key }) => media_key === key) ?? []);
  const polls = poll_ids.flatMap((id) => includes2?.polls.find((one) => one.id === id) ?? []);
  if (films.length + polls.length > 0)
    return [...films.flatMap(mediaFrom), ...polls.map(pollFrom)];
  const { entities } = wire.note_tweet ?? wire.note_post ?? wire;
  return mostMedia(entities?.urls ?? [], wire.entities?.urls ?? []);
}
function mediaFrom(wire) {
  const kind = kindOfMedia[wire.type];
  if (!kind)
    return [];
  const preview = kind === "photo" ? wire.url ?? wire.preview_image_url : wire.preview_image_url;
  return [
    {
      kind,
      ...wire.alt_text && { alt: wire.alt_text },
      ...preview && { preview },
      ...wire.duration_ms !== void 0 && { durationMs: wire.duration_ms }
    }
  ];
}
var pollFrom = ({ end_datetime, options }) => ({
  kind: "poll",
  options: options.map(({ label }) => label),
  ...end_datetime !== void 0 && { endsAt: end_datetime }
});
function mostMedia(whole, beginning) {
  const [a, b] = [whole, beginning].map((urls) => urls.flatMap(mediaOfAddress));
  return (a?.length ?? 0) >= (b?.length ?? 0) ? a ?? [] : b ?? [];
}
var mediaOfAddresses = (urls) => urls.flatMap(mediaOfAddress);
function mediaOfAddress({ display_url = "", expanded_url = "" }) {
  if (!MEDIA_ADDRESS.test(display_url))
    return [];
  return [{ kind: expanded_url.includes("/video/") ? "film" : "photo" }];
}

// dist/x/wire.js
import { z as z2 } from "zod";

// dist/core/post/looks-automated.js
var weekMs = 7 * dayMs;
var enoughSigns = 3;
function looksAutomated(account, now) {
  const { handle, avatarUrl, createdAt, posts, followers = 0, following = 0 } = account;
  const signs = [
    /\d{5,}$/u.test(handle),
    avatarUrl?.includes("default_profile") === true,
    posts === 0,
    createdAt !== void 0 && now - createdAt < weekMs,
    following >= 200 && following >= 20 * followers
  ];
  return signs.filter(Boolean).length >= enoughSigns;
}

// dist/x/wire.js
var maybe = (schema) => schema.optional().catch(void 0);
var listOf = (schema) => z2.array(z2.unknown()).catch([]).transform((items) => items.flatMap((item) => {
  const one = schema.safeParse(item);
  return one.success ? [one.data] : [];
}));
var digits = z2.string().regex(/^\d{1,20}$/);
var post = digits.transform((id) => postId(id));
var user = digits.transform((id) => accountId(id));
var time = z2.iso.datetime().transform((text) => Date.parse(text));
var offset = z2.int().nonnegative();
var wireUrl = z2.object({
  url: z2.string(),
  expanded_url: maybe(z2.string()),
  display_url: maybe(z2.string()),
  media_key: maybe(z2.string())
});
var wireEntities = z2.object({
  urls: listOf(wireUrl),
  mentions: listOf(z2.object({ start: offset, id: user }))
});
var wireNote = z2.object({ text: z2.string(), entities: maybe(wireEntities) });
var wireReferences = listOf(z2.object({ type: z2.string(), id: post }));
var wirePost = z2.object({
  id: post,
  text: maybe(z2.string()),
  author_id: maybe(user),
  conversation_id: maybe(post),
  created_at: maybe(time),
  in_reply_to_user_id: maybe(user),
  referenced_tweets: maybe(wireReferences),
  referenced_posts: maybe(wireReferences),
  edit_history_tweet_ids: listOf(post),
  edit_history_post_ids: listOf(post),
  reply_settings: maybe(z2.string()),
  possibly_sensitive: maybe(z2.boolean()),
  display_text_range: maybe(z2.array(offset)),
  entities: maybe(wireEntities),
  note_tweet: maybe(wireNote),
  note_post: maybe(wireNote),
  attachments: maybe(z2.object({ media_keys: listOf(z2.string()), poll_ids: listOf(z2.string()) }))
});
var wireUser = z2.object({
  id: user,
  username: z2.string().min(1),
  name: z2.string(),
  profile_image_url: maybe(z2.string()),
  protected: maybe(z2.boolean()),
  description: maybe(z2.string()),
  location: maybe(z2.string()),
  entities: maybe(z2.object({ description: maybe(z2.object({ urls: listOf(wireUrl) })) })),
  created_at: maybe(time),
  public_metrics: maybe(z2.object({
    followers_count: maybe(z2.number()),
    following_count: maybe(z2.number()),
    tweet_count: maybe(z2.number()),
    post_count: maybe(z2.number())
  })),
  connection_status: listOf(z2.string()),
  pinned_tweet_id: maybe(post),
  pinned_post_id: maybe(post)
});
var wireMedia = z2.object({
  media_key: z2.string(),
  type: z2.string(),
  url: maybe(z2.string()),
  preview_image_url: maybe(z2.string()),
  alt_text: maybe(z2.string()),
  duration_ms: maybe(z2.number())
});
var wirePoll = z2.object({
  id: z2.string(),
  options: listOf(z2.object({ label: z2.string() })),
  end_datetime: maybe(time)
});
var includes = maybe(z2.object({ users: listOf(wireUser), media: listOf(wireMedia), polls: listOf(wirePoll) }));
var wireErrors = listOf(z2.object({
  value: maybe(z2.string()),
  resource_id: maybe(z2.string()),
  resource_type: maybe(z2.string()),
  type: maybe(z2.string())
}));
var meta = maybe(z2.object({ next_token: maybe(z2.string()), newest_id: maybe(post), oldest_id: maybe(post) }));
function identified(item) {
  const whole = wirePost.safeParse(item);
  if (whole.success)
    return whole.data;
  const { edit_history_tweet_ids, edit_history_post_ids } = versionsOf.parse(item);
  const id = (edit_history_tweet_ids ?? edit_history_post_ids)?.at(-1);
  return wirePost.safeParse(typeof item === "object" && { ...item, id }).data;
}
var versionsOf = z2.object({ edit_history_tweet_ids: maybe(listOf(post)), edit_history_post_ids: maybe(listOf(post)) }).catch({});
var postsAnswer = z2.object({ data: z2.array(z2.unknown()).catch([]), includes, errors: wireErrors, meta }).transform(({ data, ...rest }) => {
  const posts = data.map(identified);
  const isKnown = (one) => one !== void 0;
  const nameless = posts.flatMap((one, at) => {
    const beside = posts.slice(at).find(isKnown) ?? posts.slice(0, at).findLast(isKnown);
    return one ? [] : [beside?.id];
  });
  return { ...rest, data: posts.filter((one) => one !== void 0), nameless };
}).refine(({ data, errors, meta: meta2, nameless }) => data.length + nameless.length + errors.length > 0 || meta2 !== void 0);
var wireEvent = z2.object({
  id: post,
  event_type: maybe(z2.string()),
  text: maybe(z2.string()),
  sender_id: maybe(user),
  dm_conversation_id: maybe(z2.string()),
  created_at: maybe(time),
  entities: maybe(wireEntities)
});
var eventsPage = z2.object({ data: listOf(wireEvent), includes, errors: wireErrors, meta }).refine(({ data, errors, meta: meta2 }) => data.length + errors.length > 0 || meta2 !== void 0);
var sentAnswer = z2.object({ data: z2.object({ dm_event_id: post }) });
var eventQuery = {
  event_types: "MessageCreate",
  "dm_event.fields": "created_at,dm_conversation_id,entities,event_type,sender_id,text"
};
var usersPage = z2.object({ data: listOf(wireUser), meta });
var foundUsers = z2.object({ data: listOf(wireUser) });
var userAnswer = z2.object({ data: wireUser });
var deletedAnswer = z2.object({ data: z2.object({ deleted: z2.literal(true) }) });
var createdAnswer = z2.object({ data: z2.object({ id: post }) });
var notShownAnswer = z2.object({
  errors: z2.array(z2.object({ type: maybe(z2.string()) })).min(1),
  data: z2.undefined().optional()
});
var postQuery = {
  "tweet.fields": "attachments,author_id,conversation_id,created_at,display_text_range,entities,in_reply_to_user_id,note_tweet,possibly_sensitive,referenced_tweets,edit_history_tweet_ids,reply_settings",
  "media.fields": "type,url,preview_image_url,alt_text,duration_ms",
  "poll.fields": "options,end_datetime"
};
var mediaExpansions = "attachments.media_keys,attachments.poll_ids";
var userFields = "profile_image_url,protected,connection_status";
var personFields = `${userFields},description,entities,location`;
var followerFields = `${personFields},created_at,public_metrics`;
var ownExpansions = "pinned_tweet_id";
var mostAbout = { bio: 200, place: 60 };
function aboutOf({ description = "", entities, location = "" }) {
  const urls = entities?.description?.urls ?? [];
  const read = urls.reduce((text, { url, display_url }) => text.replaceAll(url, () => display_url ?? ""), description);
  const bio = asLine(plainText(read), mostAbout.bio);
  const place = asLine(plainText(location), mostAbout.place);
  return { ...bio && { bio }, ...place && { place } };
}
function toPatron(wire) {
  return {
    id: wire.id,
    handle: wire.username,
    name: wire.name,
    ...wire.profile_image_url && { avatarUrl: wire.profile_image_url },
    ...aboutOf(wire),
    ...wire.protected && { protected: true },
    ...wire.connection_status.includes("followed_by") && { followsUs: true },
    ...wire.connection_status.includes("following") && { weFollow: true }
  };
}
function toFollower(wire, now) {
  const counts = wire.public_metrics;
  const account = {
    handle: wire.username,
    avatarUrl: wire.profile_image_url,
    createdAt: wire.created_at,
    posts: counts?.tweet_count ?? counts?.post_count,
    followers: counts?.followers_count,
    following: counts?.following_count
  };
  return { ...toPatron(wire), ...looksAutomated(account, now) && { automated: true } };
}

// dist/x/reader.js
var pageSize = 100;
var followersPerPage = (asked) => asked < 100 ? 10 : 20;
function createReader(options) {
  const { callX, bill, fieldRefused, handle, includesBilled, knownPatrons, now, readDeadlineMs } = options;
  const { get, isLeftOut } = askingForKnownFields((read, deadlineMs = readDeadlineMs) => callX({ ...read, method: "GET", deadlineMs }), fieldRefused);
  const noteOdd = oddOnce(options.oddPost);
  const authorFields = includesBilled ? { expansions: mediaExpansions } : { expansions: `author_id,${mediaExpansions}`, "user.fields": userFields };
  let account;
  function me() {
    account ??= fetchMe().catch((error) => {
      account = void 0;
      throw error;
    });
    return account;
  }
  async function fetchMe() {
    const { data } = parse(userAnswer, await get({ path: "users/me", query: { expansions: ownExpansions } }));
    await bill.people("GET /2/users/me", [data], false);
    if (handle && handle.toLowerCase() !== data.username.toLowerCase()) {
      throw new KeysRefused("X", `X signs us in as @${data.username}, but desk.yaml says @${handle}`);
    }
    const pinned = data.pinned_tweet_id ?? data.pinned_post_id;
    const isUnknown = !pinned && isLeftOut("expansions", ownExpansions);
    return {
      id: data.id,
      handle: data.username,
      ...pinned && { pinned },
      ...isUnknown && { pinnedUnknown: true }
    };
  }
  async function* postPages(list, sinceMs, size = pageSize) {
    const { id } = await me();
    let token;
    do {
      const query = {
        ...postQuery,
        ...list === "mentions" ? authorFields : { expansions: mediaExpansions },
        max_results: size,
        since_id: firstPostIdAt(sinceMs),
        pagination_token: token
      };
      const page = parse(postsAnswer, await get({ path: `users/:id/${list}`, id, query }));
      if (page.data.length + page.nameless.length === 0 && !page.meta && oddByName(page).length === 0)
        throw new OutcomeUnknown("X", `${list}: errors alone`);
      await bill.posts(`GET /2/users/:id/${list}`, page.data, true);
      yield page;
      token = page.meta?.next_token;
    } while (token !== void 0);
  }
  async function* followerPages(sizeOf = followersPerPage, billedAs = (call) => call) {
    const { id } = await me();
    let token;
    let asked = 0;
    do {
      const max_results = sizeOf(asked);
      asked += max_results;
      const query = { "user.fields": followerFields, max_results, pagination_token: token };
      const { data, meta: meta2 } = parse(usersPage, await get({ path: "users/:id/followers", id, query }));
      await bill.people(billedAs("GET /2/users/:id/followers"), data, true);
      yield data.map((one) => toFollower(one, now()));
      token = meta2?.next_token;
    } while (token !== void 0);
  }
  async function authored(answer, us, needed = () => true) {
    const included = (answer.includes?.users ?? []).map(toPatron);
    const authors = includesBilled ? await authorsOf(answer, us, needed) : [];
    const { found, odd: incomplete } = readPosts(answer, [...included, ...authors], us);
    const odd = [...incomplete, ...oddByName(answer)];
    noteOdd({ odd, nameless: answer.nameless });
    return { found, odd };
  }
  async function authorsOf(answer, us, needed) {
    const ids = new Set(answer.data.flatMap(({ author_id }) => author_id ?? []));
    const known = ids.size > 0 ? await knownPatrons([...ids]) : [];
    for (const { id } of known)
      ids.delete(id);
    const posts2 = answer.data.map((wire) => toPost(wire, us)).filter(needed);
    const asked = posts2.map(({ authorId }) => authorId).filter((id) => ids.has(id));
    const found = asked.length > 0 ? (await people([...new Set(asked)])).found : [];
    for (const id of asked)
      ids.delete(id);
    return [...known, ...found, ...[...ids].map((id) => ({ id, handle: "", name: "" }))];
  }
  async function people(ids, deadlineMs = readDeadlineMs, billedAs = (call) => call) {
    const found = [];
    for (let at = 0; at < ids.length; at += pageSize) {
      const query = { ids: ids.slice(at, at + pageSize).join(","), "user.fields": userFields };
      const { data } = parse(foundUsers, await get({ path: "users", query }, deadlineMs));
      await bill.people(billedAs("GET /2/users"), data, false);
      found.push(...data.map(toPatron));
    }
    const shown = new Set(found.map(({ id }) => id));
    return { found, gone: ids.filter((id) => !shown.has(id)) };
  }
  const posts = async (ids, deadlineMs = readDeadlineMs * Math.max(1, Math.ceil(ids.length / pageSize))) => {
    const begun = performance.now();
    const us = await me();
    return lookUp(ids, async (some) => {
      const leftMs = Math.max(0, Math.round(begun + deadlineMs - performance.now()));
      const query = { ids: some.join(","), ...postQuery, ...authorFields };
      const answer = parse(postsAnswer, await get({ path: "tweets", query }, leftMs));
      await bill.posts("GET /2/tweets", answer.data, false);
      return { ...await authored(answer, us), errors: answer.errors };
    });
  };
  return { get, isLeftOut, me, postPages, followerPages, authored, noteOdd, people, posts };
}
function parse(schema, answer) {
  const parsed = schema.safeParse(answer);
  if (!parsed.success)
    throw new OutcomeUnknown("X", parsed.error);
  return parsed.data;
}

// dist/x/still-there.js
function cheapestLook(kept, listedAt, prices2, free = 0) {
  const newestFirst = kept.toSorted((a, b) => b.at - a.at);
  const listed = listedAt.toSorted((a, b) => b - a);
  let best = { cost: newestFirst.length * prices2.byId, take: 0, length: 0 };
  let length = 0;
  for (const [index, { at }] of newestFirst.entries()) {
    while (length < listed.length && (listed[length] ?? 0) >= at)
      length += 1;
    const take = index + 1;
    const deep = Math.max(length, take);
    const cost = Math.max(0, deep - free) * prices2.listed + (newestFirst.length - take) * prices2.byId;
    if (cost < best.cost)
      best = { cost, take, length: deep };
  }
  const oldest = newestFirst[best.take - 1];
  return {
    ...oldest && { list: { sinceMs: oldest.at, length: best.length } },
    byId: newestFirst.slice(best.take).map(({ id }) => id)
  };
}

// dist/x/looking-again.js
var smallestPage = 5;
var overlong = 1.5;
var showsUsNothing = (answer) => notShownAnswer.safeParse(answer).data?.errors.some(isNotShown) ?? false;
function lookingAgain({ reader, bill, ownsApp }) {
  const { get, me } = reader;
  async function newestMentions({ length, sinceMs }) {
    const us = await me();
    const most = Math.ceil(length * overlong);
    const size = Math.min(pageSize, Math.max(smallestPage, most));
    const found = [];
    let left = most;
    for await (const page of reader.postPages("mentions", sinceMs, size)) {
      found.push(...(await reader.authored(page, us, () => false)).found);
      left -= size;
      if (left <= 0)
        break;
    }
    return found;
  }
  async function blocksUs({ id, protected: isProtected }) {
    if (isProtected)
      return false;
    const answer = await get({ path: "users/:id/tweets", id, query: { max_results: smallestPage } });
    if (showsUsNothing(answer))
      return true;
    await bill.posts("GET /2/users/:id/tweets", parse(postsAnswer, answer).data, false);
    return false;
  }
  return {
    async postsAgain(kept, mentionTimes) {
      const { owned, post: post2 } = networks.x.prices;
      const prices2 = { listed: ownsApp ? owned : post2, byId: post2 };
      const { list, byId } = cheapestLook(kept, mentionTimes, prices2);
      const listed = list ? await newestMentions(list) : [];
      const shown = new Set(listed.flatMap(({ post: { id, versions } }) => [id, ...versions]));
      const missing = kept.map(({ id }) => id).filter((id) => !byId.includes(id) && !shown.has(id));
      const looked = await reader.posts([...byId, ...missing]);
      return { ...looked, found: [...listed, ...looked.found] };
    },
    async followersAgain(ids, newest) {
      const missing = new Set(ids);
      const { owned, user: user2 } = networks.x.prices;
      const depth = Math.max(newest, ids.length);
      if (depth * (ownsApp ? owned : user2) < ids.length * user2) {
        let left = depth;
        for await (const page of reader.followerPages((asked) => Math.min(pageSize, depth - asked))) {
          for (const { id } of page)
            missing.delete(id);
          left -= pageSize;
          if (missing.size === 0 || left <= 0)
            break;
        }
      }
      if (missing.size === 0)
        return [];
      const people = await reader.people([...missing]);
      const blocking = [];
      for (const one of people.found)
        if (!one.followsUs && await blocksUs(one))
          blocking.push(one.id);
      return [...people.gone, ...blocking];
    },
    async stillFollowing(people, followTimes, readSinceMs) {
      const { owned, user: user2 } = networks.x.prices;
      const free = followTimes.filter((at) => at >= readSinceMs).length;
      const prices2 = { listed: ownsApp ? owned : user2, byId: user2 };
      const { list } = cheapestLook(people, followTimes, prices2, free);
      const missing = new Set(people.map(({ id }) => id));
      const results = /* @__PURE__ */ new Map();
      const found = (id, what) => {
        missing.delete(id);
        results.set(id, what);
      };
      let left = list?.length ?? 0;
      if (list) {
        const sizeOf = (asked) => Math.min(pageSize, list.length - asked);
        for await (const page of reader.followerPages(sizeOf, forOutcomes)) {
          for (const { id } of page)
            if (missing.has(id))
              found(id, "follows");
          left -= pageSize;
          if (missing.size === 0 || left <= 0)
            break;
        }
      }
      if (missing.size === 0)
        return results;
      const looked = await reader.people([...missing], void 0, forOutcomes);
      for (const id of looked.gone)
        found(id, "gone");
      const isTold = !reader.isLeftOut("user.fields", "connection_status");
      for (const { followsUs, id } of looked.found)
        found(id, isTold ? followsUs ? "follows" : "left" : "not-known");
      return results;
    },
    peopleAgain: async (ids, deadlineMs) => (await reader.people(ids, deadlineMs)).gone
  };
}

// dist/x/private-messages.js
var quietPages = [1, 20, 100];
var busyPages = [10, 100];
function createPrivateMessages({ callX, bill, reader, timings, now, asOurselves, includesBilled, knownPatrons }) {
  async function eventsSince(sinceMs) {
    const sizes = now() - sinceMs > hourMs ? quietPages : busyPages;
    const events = [];
    const people = [];
    let token;
    let pages = 0;
    do {
      const query = {
        ...eventQuery,
        ...includesBilled ? {} : { expansions: "sender_id", "user.fields": userFields },
        max_results: sizes[Math.min(pages++, sizes.length - 1)],
        pagination_token: token
      };
      const page = parse(eventsPage, await reader.get({ path: "dm_events", query }));
      await bill.messages(page.data);
      people.push(...(page.includes?.users ?? []).map(toPatron));
      const fresh = page.data.filter((event) => timeOf(event) >= sinceMs);
      events.push(...fresh);
      token = fresh.length < page.data.length ? void 0 : page.meta?.next_token;
    } while (token !== void 0);
    return { events, people };
  }
  async function named(ids) {
    const known = ids.length > 0 ? await knownPatrons(ids) : [];
    const left = ids.filter((id) => !known.some((one) => one.id === id));
    return [...known, ...left.length > 0 ? (await reader.people(left)).found : []];
  }
  return {
    async privateMessages(sinceMs) {
      const us = await reader.me();
      const { events, people } = await eventsSince(sinceMs);
      const ofTwo = events.filter((event) => isOfTwo(event, us.id));
      const writers = [...new Set(ofTwo.flatMap(({ sender_id = us.id }) => sender_id))].filter((id) => id !== us.id);
      const authors = includesBilled ? await named(writers) : people;
      const read = readMessages(ofTwo, authors, us);
      reader.noteOdd({ odd: read.odd, nameless: [] });
      return read;
    },
    async sendPrivate(to, text, mayStillSend) {
      await asOurselves();
      const answer = await callX({
        method: "POST",
        path: "dm_conversations/with/:id/messages",
        id: to,
        body: { text },
        deadlineMs: timings.writeDeadlineMs,
        mayStillSend
      });
      const { dm_event_id: id } = parse(sentAnswer, answer).data;
      return { id, at: postedAt(id) };
    }
  };
}
var OF_TWO = /^(\d{1,20})-(\d{1,20})$/u;
function isOfTwo({ dm_conversation_id: id, event_type: kind = "MessageCreate" }, us) {
  if (kind !== "MessageCreate")
    return false;
  return id === void 0 || (OF_TWO.exec(id)?.slice(1).includes(us) ?? false);
}
function readMessages(events, people, us) {
  const authors = new Map(people.map((one) => [one.id, one]));
  authors.set(us.id, { id: us.id, handle: us.handle, name: us.handle });
  const found = [];
  const odd = [];
  for (const event of events.toSorted((a, b) => compareIds(a.id, b.id))) {
    const author = event.sender_id && authors.get(event.sender_id);
    const post2 = toMessage(event);
    const isWhole = event.text !== void 0 && event.dm_conversation_id !== void 0 && author;
    if (isWhole)
      found.push({ post: post2, author });
    else
      odd.push({ id: event.id, at: post2.at, post: post2, ...author && { author } });
  }
  return { found, odd };
}
function toMessage(event) {
  const { id, text = "", entities, sender_id = accountId(event.id), dm_conversation_id = event.id } = event;
  const { urls = [] } = entities ?? {};
  const plain = readText({
    text,
    urls: urls.map(({ url, expanded_url = url, display_url = expanded_url, media_key }) => ({
      url,
      expanded: expanded_url,
      display: display_url,
      isMedia: media_key !== void 0
    })),
    mentions: [],
    wordsStart: void 0
  });
  return {
    id,
    versions: [id],
    authorId: sender_id,
    conversationId: joined(dm_conversation_id),
    at: timeOf(event),
    ...plain,
    media: mediaOfAddresses(urls)
  };
}
var joined = (conversation) => postId(conversation.replace("-", "_"));

// dist/x/client.js
var mostMentions = 800;
var recentPageSizes = [10, 50];
var handlePattern = /^\w{1,15}$/;
var isMeantForUs = (post2, us) => post2.authorId !== us && isAddressedToUs(post2, us);
function createNetwork(options) {
  const { credentials, handle, origin, timings, now, charge = async () => {
  }, ownsApp = true } = options;
  const { called, ending, heard } = options;
  const callX = createCaller({ credentials, origin, now, ending, called, heard });
  const bill = createBill({ charge, ownsApp, now });
  const reader = createReader({
    callX,
    bill,
    handle,
    readDeadlineMs: timings.readDeadlineMs,
    now,
    includesBilled: options.includesBilled ?? false,
    knownPatrons: options.knownPatrons ?? (async () => []),
    fieldRefused: options.fieldRefused ?? (() => {
    }),
    oddPost: options.oddPost ?? (() => {
    })
  });
  const { get, me } = reader;
  async function asOurselves() {
    if (!handle)
      return;
    await me().catch((fault) => {
      throw fault instanceof Rejected || !isRemoteFault(fault) ? fault : new Unreachable("X", fault);
    });
  }
  const includesBilled = options.includesBilled ?? false;
  const knownPatrons = options.knownPatrons ?? (async () => []);
  const inPrivate = { callX, bill, reader, timings, now, asOurselves, includesBilled, knownPatrons };
  const unclearRemovals = /* @__PURE__ */ new Set();
  async function mentions(sinceMs) {
    const us = await me();
    const found = [];
    const odd = [];
    let asked = 0;
    for await (const page of reader.postPages("mentions", sinceMs)) {
      asked += pageSize;
      const read = await reader.authored(page, us, (post2) => isMeantForUs(post2, us.id));
      found.push(...read.found);
      odd.push(...read.odd);
    }
    found.sort((a, b) => compareIds(a.post.id, b.post.id));
    return { found, odd, cutOff: asked >= mostMentions };
  }
  return {
    me,
    mentions,
    followers: () => reader.followerPages(),
    async ownPosts(sinceMs) {
      const us = await me();
      const found = [];
      const odd = [];
      for await (const page of reader.postPages("tweets", sinceMs)) {
        for (const wire of page.data) {
          const post2 = { ...toPost(wire, us, page.includes), authorId: us.id };
          if (wire.text === void 0)
            odd.push({ id: post2.id, at: post2.at, post: post2 });
          else
            found.push(post2);
        }
        odd.push(...oddByName(page));
        reader.noteOdd({ odd, nameless: page.nameless });
      }
      return { found: found.sort((a, b) => compareIds(a.id, b.id)), odd };
    },
    async recentPosts(of, sinceMs) {
      const us = { ...await me(), isFollowed: true };
      const query = {
        ...postQuery,
        expansions: mediaExpansions,
        exclude: "replies,retweets",
        start_time: new Date(sinceMs).toISOString()
      };
      for (const max_results of recentPageSizes) {
        const answer = await get({ path: "users/:id/tweets", id: of, query: { ...query, max_results } });
        if (showsUsNothing(answer))
          return void 0;
        if (notShownAnswer.safeParse(answer).success)
          return [];
        const { data, includes: includes2 } = parse(postsAnswer, answer);
        await bill.posts("GET /2/users/:id/tweets", data, false);
        const readable = data.filter(({ text }) => text !== void 0);
        if (readable.length > 0)
          return readable.map((one) => toPost(one, us, includes2));
      }
      return [];
    },
    posts: reader.posts,
    ...lookingAgain({ reader, bill, ownsApp }),
    async person(handle2) {
      if (!handlePattern.test(handle2))
        return void 0;
      const query = { "user.fields": personFields };
      const answer = await get({ path: "users/by/username/:id", id: handle2, query }).catch(undefinedIf(isGone));
      if (!answer || notShownAnswer.safeParse(answer).success)
        return void 0;
      const { data } = parse(userAnswer, answer);
      await bill.people("GET /2/users/by/username/:username", [data], false);
      return toPatron(data);
    },
    async publish(text, replyTo, mayStillSend) {
      await asOurselves();
      const answer = await callX({
        method: "POST",
        path: "tweets",
        body: { text, ...replyTo ? { reply: { in_reply_to_tweet_id: replyTo } } : {} },
        deadlineMs: timings.writeDeadlineMs,
        mayStillSend
      });
      const { id } = parse(createdAnswer, answer).data;
      return { id, at: postedAt(id) };
    },
    ...createPrivateMessages(inPrivate),
    async remove(id) {
      try {
        const path = "tweets/:id";
        const deadlineMs = timings.writeDeadlineMs;
        parse(deletedAnswer, await callX({ method: "DELETE", path, id, deadlineMs }));
      } catch (fault) {
        if (fault instanceof OutcomeUnknown)
          unclearRemovals.add(id);
        if (!isGone(fault))
          throw fault;
        if (!unclearRemovals.has(id))
          return;
      }
      unclearRemovals.delete(id);
      await bill.removed(id);
    }
  };
}

// dist/slack/board/colleagues.js
import { WebAPIPlatformError as WebAPIPlatformError2 } from "@slack/web-api";
var pageSize2 = 200;
async function channelMembers(client, channel) {
  const { channel: found } = await client.conversations.info({ channel });
  return { channel: channelCopyOf(found, channel), ids: await memberIds(client, channel) };
}
async function memberIds(client, channel) {
  const ids = [];
  let cursor;
  do {
    const page = await client.conversations.members({
      channel,
      limit: pageSize2,
      ...cursor ? { cursor } : {}
    });
    ids.push(...(page.members ?? []).map(slackUserId));
    cursor = page.response_metadata?.next_cursor || void 0;
  } while (cursor);
  return ids;
}
function channelCopyOf(found, id) {
  const isShared = found?.is_shared === true || found?.is_ext_shared === true || found?.is_org_shared === true;
  const isPrivate = found?.is_private === true;
  return { name: found?.name ?? id, isPrivate, ...isShared && { isShared } };
}
async function colleagueById(client, id) {
  try {
    const { user: user2 } = await client.users.info({ user: id });
    return user2 && colleagueOf({ ...user2, id });
  } catch (error) {
    const unknown = ["user_not_found", "user_not_visible"];
    if (error instanceof WebAPIPlatformError2 && unknown.includes(error.data.error))
      return void 0;
    throw error;
  }
}
var slackbot = "USLACKBOT";
function colleagueOf(person) {
  const { id, profile } = person;
  const guest = person.is_restricted || person.is_ultra_restricted || person.is_stranger;
  return {
    id: slackUserId(id),
    name: profile?.real_name || person.real_name || person.name || id,
    guest: guest === true,
    deactivated: person.deleted === true,
    ...profile?.email ? { email: profile.email } : {},
    ...person.is_bot || id === slackbot ? { bot: true } : {}
  };
}

export {
  isAnswered,
  slackFault,
  isPictureRefused,
  isFileRefused,
  toldOf,
  backgroundClient,
  tokenWorks,
  sdkLogger,
  quietSdkLogger,
  atTheLastMoment,
  backgroundFetch,
  channelMembers,
  memberIds,
  channelCopyOf,
  colleagueById,
  colleagueOf,
  withinBudget,
  postedAt,
  createNetwork
};
