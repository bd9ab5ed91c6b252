// dist/errors.js
var ConfigError = class extends Error {
  problems;
  constructor(problems) {
    super(problems.join("\n"));
    this.problems = problems;
    this.name = "ConfigError";
  }
};
var Rejected = class extends Error {
  reason;
  detail;
  constructor(reason, detail) {
    super(detail);
    this.reason = reason;
    this.detail = detail;
    this.name = "Rejected";
  }
};
function usedUpBudgetOf(fault) {
  if (!(fault instanceof Rejected))
    return void 0;
  return fault.reason === "budget" ? "desk" : fault.reason === "budget-together" ? "together" : void 0;
}
var KeysRefused = class extends Rejected {
  side;
  constructor(side, detail, reason = "sign-in") {
    super(reason, detail);
    this.side = side;
  }
};
var ChannelRefused = class extends Rejected {
  code;
  constructor(code, detail) {
    super("other", detail);
    this.code = code;
  }
};
var MessageRefused = class extends Rejected {
  what;
  constructor(what, detail) {
    super("other", detail);
    this.what = what;
  }
};
var Gone = class extends Error {
  constructor(what) {
    super(`${what} is gone.`);
    this.name = "Gone";
  }
};
var Busy = class extends Error {
  retryAt;
  what;
  constructor(retryAt, what) {
    super(`${what} asks to wait until ${new Date(retryAt).toISOString()}.`);
    this.retryAt = retryAt;
    this.what = what;
    this.name = "Busy";
  }
};
var Unreachable = class extends Error {
  constructor(what, cause) {
    super(`${what} can't be reached.`, { cause });
    this.name = "Unreachable";
  }
};
var OutcomeUnknown = class extends Error {
  constructor(what, cause) {
    super(`${what} did not say what became of the call.`, { cause });
    this.name = "OutcomeUnknown";
  }
};
var NotSent = class extends Error {
  constructor() {
    super("Too much time passed between the record and the call; nothing was sent.");
    this.name = "NotSent";
  }
};
var isRemoteFault = (fault) => [Rejected, Gone, Busy, Unreachable, OutcomeUnknown, NotSent].some((kind) => fault instanceof kind);
var isOurMistake = (fault) => [TypeError, RangeError, ReferenceError, SyntaxError].some((kind) => fault instanceof kind);
function undefinedIf(isExpected) {
  return (fault) => {
    if (!isExpected(fault))
      throw fault;
    return void 0;
  };
}
var storageWords = /^(READONLY|OOM|LOADING|MISCONF|NOREPLICAS|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|UNBLOCKED|NOAUTH|WRONGPASS|NOPERM|BUSY) |^Connection is closed|^Command timed out|^Command aborted|^Socket timeout|^Reached the max retries per request limit|^Stream isn't writeable|^Failed to refresh slots cache|^Too many Cluster redirections|^None of startup nodes is available|^Cluster is |^Cluster isn't ready|^Node is disconnected/;
var brokenConnections = [
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT"],
  ...["EHOSTUNREACH", "ENETUNREACH", "ENOTFOUND", "EAI_AGAIN"]
];
function isStorageFault(error) {
  if (!(error instanceof Error))
    return false;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return storageWords.test(error.message) || brokenConnections.includes(code);
}
var FeedDown = class extends Error {
  where;
  why;
  constructor(where, why) {
    super(`The rota at ${where} can't be read: ${why}.`);
    this.where = where;
    this.why = why;
    this.name = "FeedDown";
  }
};
function resultOf(fault) {
  if (fault instanceof NotSent || isOurMistake(fault))
    return void 0;
  if (fault instanceof Busy)
    return "limited";
  if (fault instanceof Rejected || fault instanceof Gone)
    return "refused";
  return fault instanceof Unreachable ? "unreachable" : "unknown";
}

export {
  ConfigError,
  Rejected,
  usedUpBudgetOf,
  KeysRefused,
  ChannelRefused,
  MessageRefused,
  Gone,
  Busy,
  Unreachable,
  OutcomeUnknown,
  NotSent,
  isRemoteFault,
  isOurMistake,
  undefinedIf,
  isStorageFault,
  FeedDown,
  resultOf
};
