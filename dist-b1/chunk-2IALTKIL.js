import {
  answerRetention,
  asKept,
  blankPatron,
  isPurged,
  isRefusal,
  oursOf,
  purgedCard,
  rememberPostsForMs,
  staying,
  unsigned
} from "./chunk-VQ2JEA5N.js";
import {
  afterOpenTime,
  dutiesBetween,
  isOpen,
  isSameDay,
  localDate,
  localDayOf,
  nextOnShift,
  onShift,
  openDaysAfter,
  openFrom,
  openTimeBetween,
  openTimeOf,
  openUntil,
  topicOf,
  urgentWordIn
} from "./chunk-2ZTQUPFK.js";
import {
  answersUs,
  conversationOfCard,
  isClosedToUs,
  isFollow,
  isHello,
  isPraise,
  isPrivate,
  isQuestion,
  isStop,
  isUrgent,
  isWritten,
  lastAnswer,
  newestAct,
  omit,
  ourWords,
  postsOf,
  reachOf,
  replyTarget,
  unanswered,
  urgentWordOf,
  waitingAct,
  waitingSince,
  withSaidOfPost,
  writerOf
} from "./chunk-5A2VF7ET.js";
import {
  commandTimeoutMs
} from "./chunk-R7MF6V6P.js";
import {
  addBills,
  memberOf
} from "./chunk-RQ3MMC74.js";
import {
  firstName,
  leadingNames,
  plainText
} from "./chunk-3J5ILMX7.js";
import {
  isEdited
} from "./chunk-ZTQXIARE.js";
import {
  accountId,
  actId,
  boot,
  cardId,
  compareIds,
  panelId,
  slackUserId
} from "./chunk-DX3M4XLW.js";
import {
  dayMs,
  hourMs,
  minuteMs,
  secondMs
} from "./chunk-5EYM5PYM.js";

// dist/store/keys.js
function deskKeys(prefix, desk, side) {
  const desks = `{${prefix}:${desk}}`;
  const tag = side ? `${desks}:${side}` : desks;
  return {
    card: (id) => `${tag}:card:${id}`,
    panel: (id) => `${tag}:panel:${id}`,
    due: `${tag}:due`,
    inOrder: `${tag}:in-order`,
    byHand: `${tag}:in-order-by-hand`,
    waitingOf: (kind) => `${tag}:waiting-of:${kind}`,
    toBeTold: `${tag}:to-be-told`,
    called: `${tag}:called`,
    shownBefore: `${tag}:shown-before`,
    formerWaiting: `${tag}:waiting`,
    inState: (state) => `${tag}:in-state:${state}`,
    questions: `${tag}:questions`,
    flagged: `${tag}:flagged`,
    toLookAt: `${tag}:to-look-at`,
    held: (person) => `${tag}:held:${person}`,
    openViews: `${tag}:open-views`,
    conversation: (id) => `${tag}:conversation:${id}`,
    answersTo: (post) => `${tag}:answers-to:${post}`,
    patron: (id) => `${tag}:patron:${id}`,
    handle: (handle) => `${tag}:handle:${handle}`,
    recent: `${tag}:recent`,
    kept: `${tag}:kept`,
    onHold: `${tag}:on-hold`,
    odd: `${tag}:odd`,
    panels: (series) => `${tag}:panels:${series}`,
    listing: (card) => `${tag}:listing:${card}`,
    inPanel: (id) => `${tag}:in-panel:${id}`,
    automatedInPanel: (id) => `${tag}:automated-in-panel:${id}`,
    openInPanel: (id) => `${tag}:open-in-panel:${id}`,
    settings: `${desks}:settings`,
    snapshots: `${tag}:copies`,
    homes: `${tag}:homes`,
    polled: `${tag}:polled`,
    purged: `${tag}:purged`,
    boot: `${tag}:boot`,
    found: `${tag}:found`,
    readThreads: `${tag}:read-threads`,
    underway: `${tag}:underway`,
    session: `${desks}:session`,
    ledger: (month) => `${tag}:ledger:${month}`,
    billed: (day) => `${tag}:billed:${day}`,
    count: (name) => `${tag}:count:${name}`,
    posts: `${tag}:posts`,
    saidTexts: `${tag}:said-texts`,
    saidTimes: `${tag}:said-times`,
    keptReply: (id) => `${tag}:kept-reply:${id}`,
    keptReplies: `${tag}:kept-replies`,
    repliesTo: (patron) => `${tag}:replies-to:${patron}`,
    outcomes: (month) => `${tag}:outcomes:${month}`,
    outcomeMonths: `${tag}:outcome-months`,
    slot: `${tag}:slot`,
    refreshSlot: `${tag}:refresh-slot`,
    watermarks: `${tag}:watermarks`,
    followers: `${tag}:followers`,
    forgotten: `${desks}:forgotten`
  };
}
var keysOf = (prefix, { id, inPrivate }) => inPrivate ? deskKeys(prefix, inPrivate.of, "private") : deskKeys(prefix, id);
function personKeys(prefix, person) {
  const tag = `{${prefix}:person:${person}}`;
  return {
    count: (name) => `${tag}:count:${name}`,
    voice: (what) => `${tag}:voice:${what}`
  };
}
var dueMember = ({ job, id }) => `${job}:${id}`;

// dist/core/board/gathered.js
var gatherFromAnswers = 4;
var isAskedPanel = (panel) => panel?.startsWith("asked-") === true;
function isPlainAnswer(card) {
  const waiting = unanswered(card);
  if (waiting.length === 0 || card.answers.length > 0)
    return false;
  const own = postsOf(card);
  return answersUs(card) && waiting.every((act) => isAnswerAct(act, own));
}
function isAnswerAct(act, own) {
  if (act.kind !== "mention" || act.partial || act.urgent !== void 0)
    return false;
  if (act.topic !== "praise" && act.topic !== "other")
    return false;
  if (act.ours?.asked)
    return !act.ours.namesOthers;
  return act.repliedTo !== void 0 && own.includes(act.repliedTo);
}
function questionOf({ acts }) {
  const act = acts.find((one) => one.kind === "mention" && one.ours?.asked);
  return act?.kind === "mention" ? act.ours?.answered ?? "" : "";
}
var isGathered = (card) => card.state === "open" && isAskedPanel(card.panel) && isPlainAnswer(card);
var shownBy = ({ erased, panel, state }) => erased || state === "withdrawn" && isAskedPanel(panel) ? void 0 : panel;
var withReading = (panel, read) => ({
  ...panel,
  read,
  version: panel.version + 1
});
function countUnread({ read }, { all }) {
  const known = new Set(read?.cards);
  return all.filter((card) => !known.has(card)).length;
}

// dist/core/card/message.js
var cardKey = "card";
var panelKey = "panel";
var lineKey = (act) => `line-${act.id}`;
var passKey = (index) => `pass-${index}`;
var checkKey = ({ askedAt }) => `check-${askedAt}`;
var isCheckKey = (key) => key.startsWith("check-");
var formerKey = ({ token }) => `former-${token}`;
var isFormerKey = (key) => key.startsWith("former-");
var isDone = ({ state }) => state === "sent" || state === "dismissed" || state === "expired" || state === "withdrawn";
function wantedMessages(card) {
  if (card.purgedAt !== void 0) {
    const keys = Object.keys(card.messages).filter((key) => isPostedOrSkipped(card, key));
    return card.erased ? [...keys.filter((key) => key !== cardKey), cardKey].filter((key) => keys.includes(key)) : keys;
  }
  const lined = card.acts.filter((act, index) => isQuestion(act) || isUrgent(act) || index === 0 && isWritten(act) && !isStop(act));
  const last = lined.filter((act) => isUrgent(act) || !isPraise(act)).at(-1);
  const isTaken = last !== void 0 && last === card.acts[0] && card.holder !== void 0;
  const needsLine = last !== void 0 && !isTaken && !last.gone && !isLineDone(card, lineKey(last));
  return [
    ...card.panel || isKeptOut(card) ? [] : [cardKey],
    ...lined.map(lineKey).filter((key) => isPostedOrSkipped(card, key)),
    ...!card.panel && needsLine && !isPostedOrSkipped(card, lineKey(last)) ? [lineKey(last)] : [],
    ...card.passes.map((_, index) => passKey(index)).filter((key) => isPostedOrSkipped(card, key)),
    ...Object.keys(card.messages).filter(isFormerKey),
    ...Object.keys(card.messages).filter((key) => isCheckKey(key) && isPostedOrSkipped(card, key))
  ];
}
var isKeptOut = ({ closed, messages, state }) => state === "dismissed" && closed?.reason === "muted-person" && messages[cardKey] === void 0;
function currentCheckKey({ review, state }) {
  return state === "in-review" && review && !review.reviewer ? checkKey(review) : void 0;
}
function isPostedOrSkipped({ messages }, key) {
  const line = messages[key];
  return line?.begunAt !== void 0 || line?.ts !== void 0 || line?.quiet === true;
}
function isLineDone(card, key) {
  if (isCheckKey(key))
    return currentCheckKey(card) !== key;
  return isDone(card) || card.acts.some((act) => lineKey(act) === key && (act.answered || act.gone));
}
var isToRemove = (card, key) => key !== cardKey && !isFormerKey(key) && isLineDone(card, key);
function currentVersionOf(card, key) {
  if (key === cardKey)
    return card.version;
  if (card.purgedAt !== void 0)
    return -card.version;
  if (isFormerKey(key))
    return 1;
  const act = card.acts.find((one) => lineKey(one) === key);
  const versions = isWritten(act) ? act.versions.length : 1;
  if (!isLineDone(card, key))
    return isClosedToUs(card) ? -card.version : versions;
  const isOverForGood = isCheckKey(key) || act?.answered || act?.gone;
  return isOverForGood ? versions + 1 : -card.version;
}
function staleMessage(card) {
  if (card.panel && card.panelShown !== card.version)
    return { key: panelKey, at: 0 };
  const news = nextNews(card);
  const refresh = nextRefresh(card);
  return news && !(refresh && refresh.at < news.at) ? news : refresh;
}
function nextNews(card) {
  for (const key of wantedMessages(card)) {
    const message = card.messages[key];
    if (!message)
      return { key, at: 0 };
    const isLeft = message.quiet && !(card.purgedAt !== void 0 && message.ts !== void 0);
    const isStale = message.shown !== currentVersionOf(card, key) && !isLeft;
    if (isStale)
      return { key, at: freeFrom(message) };
  }
  return void 0;
}
function nextRefresh(card) {
  const changing = wantedMessages(card).flatMap((key) => {
    const at = refreshFrom(card.messages[key]);
    return at === void 0 ? [] : [{ key, at, refresh: true }];
  });
  return changing.toSorted((a, b) => a.at - b.at)[0];
}
function refreshFrom(message) {
  if (!message?.changesAt || message.ts === void 0 || message.quiet)
    return void 0;
  const { changesAt, lease, refreshAt, slotAt } = message;
  return lease?.until ?? Math.max(slotAt, refreshAt ?? changesAt);
}
var withRefresh = (message, changesAt) => ({
  ...omit(message, "refreshAt"),
  changesAt
});
var foundRecord = ({ token, ts, to }) => ({
  token,
  ts,
  slotAt: 0,
  shown: 0,
  ...to ? { to } : {}
});
function withMessage(card, key, message) {
  return { ...card, messages: { ...card.messages, [key]: message } };
}
var freeFrom = ({ lease, slotAt }) => lease?.until ?? slotAt;
var startLease = (message, token, now, leaseMs) => ({
  ...message,
  ...message.ts ? {} : { begunAt: message.begunAt ?? now },
  lease: { token, until: now + leaseMs }
});
function endLease(message, token, after) {
  const { lease, ...rest } = message;
  if (lease?.token === token)
    return after(rest);
  return message.ts === void 0 || message.quiet ? message : { ...message, shown: 0 };
}

// dist/core/board/panel.js
function seriesOf({ kind, conversation, to }) {
  if (kind === "digest")
    return { kind };
  if ((kind === "reminder" || kind === "told" || kind === "flags") && to)
    return { kind, to };
  return (kind === "fold" || kind === "asked") && conversation ? { kind, conversation } : void 0;
}
var bumpVersion = (panel) => ({ ...panel, version: panel.version + 1 });
function staleFrom({ message, purgedAt, version }) {
  if (purgedAt !== void 0) {
    const isInSlack = message?.ts !== void 0 || message?.begunAt !== void 0 && !message.quiet;
    return message && isInSlack && message.shown < version ? freeFrom(message) : void 0;
  }
  if (!message)
    return 0;
  if (message.quiet)
    return void 0;
  return message.shown >= version ? refreshFrom(message) : freeFrom(message);
}
var isUpdatePending = ({ message, version }) => !message || message.shown < version && !message.lease;
var mostListed = 20;
var isReminder = (id) => id.startsWith("reminder-");
function linkPanel(card, panel) {
  const { in: before = [], told = card.version } = card.listed ?? {};
  if (before.includes(panel))
    return card;
  const all = [...before, panel];
  const kept = [true, false].flatMap((one) => all.filter((id) => isReminder(id) === one).slice(-mostListed));
  return { ...card, listed: { in: all.filter((id) => kept.includes(id)), told } };
}
function quoting(panel, cards) {
  const known = quotedIn(panel);
  const fresh = cards.filter((id) => !known.includes(id));
  return fresh.length > 0 ? { ...panel, quotes: [...panel.quotes ?? [], ...fresh] } : panel;
}
var quotedIn = ({ lists = [], quotes = [] }) => [
  .../* @__PURE__ */ new Set([...lists.map(({ card }) => card), ...quotes])
];
var untoldIn = (card, panels) => panels.length > 0 ? { ...card, listed: { in: panels, told: card.version - 1 } } : card;
function markPanelsSynced(card, told, over) {
  const left = card.listed?.in.filter((panel) => !over.includes(panel)) ?? [];
  return left.length > 0 ? { ...card, listed: { in: left, told } } : omit(card, "listed");
}

// dist/core/card/answered.js
var openingUses = ["kept", "rewritten", "own"];
function withReportedPost(card, post, isSame2) {
  const reported = card.answers.find((answer) => !answer.postId && isSame2(answer));
  if (!reported)
    return void 0;
  return {
    ...card,
    answers: card.answers.map((answer) => answer === reported ? { ...reported, ...post } : answer)
  };
}
function withAnswer(card, answer) {
  const answered = {
    ...card,
    acts: card.acts.map((act) => answer.covers.includes(act.id) ? { ...act, answered: true } : act),
    answers: [...card.answers, answer]
  };
  const waiting = unanswered(answered).map(({ id }) => id);
  if (stillUnanswered(card, answer.covers).length === 0 || keepsState(card, waiting))
    return answered;
  if (card.state === "sending" && waiting.length > 0)
    return returnedToWriter(answered, { kind: "changed", at: answer.at });
  const known = card.reply && omit(card.reply, "unsureSince", "unknownFrom", "notSeen");
  const rest = {
    ...omit(answered, ...workFields, "notice", "closed", "lostBy"),
    ...known ? { reply: known } : {}
  };
  if (waiting.length === 0)
    return { ...omit(rest, "draft", ...holdBackFields), keptWords: [], state: "sent" };
  const isUnsent = ["open", "claimed", "in-review", "sending"].includes(card.state);
  return { ...isUnsent ? rest : omit(rest, "draft"), state: "open" };
}
function keepsState(card, waiting) {
  const { state, reply, handOff } = card;
  const isWaiting2 = (ids) => waiting.some((id) => ids.includes(id));
  if (state === "withdrawn")
    return true;
  if (["dismissed", "claimed", "in-review"].includes(state))
    return waiting.length > 0;
  if (state === "posting" || state === "unsure")
    return isWaiting2(reply?.covers ?? []);
  return state === "handed-off" && handOff !== void 0 && isWaiting2(coveredBy(card, handOff.replyTo));
}
function sameAct(card, target, repliedTo) {
  if (repliedTo === void 0 || target === void 0)
    return false;
  if (target === repliedTo || isFollow(card))
    return true;
  return card.acts.some((act) => isWritten(act) && act.versions.includes(target) && act.versions.includes(repliedTo));
}
function coveredBy(card, repliedTo) {
  const index = card.acts.findIndex((act) => isWritten(act) && act.versions.includes(repliedTo));
  const upTo = isFollow(card) ? card.acts : card.acts.slice(0, index + 1);
  return upTo.filter(({ answered }) => !answered).map(({ id }) => id);
}
var stillUnanswered = (card, ids) => card.acts.filter(({ id, answered }) => !answered && ids.includes(id)).map(({ id }) => id);
function returnedToWriter(card, notice) {
  if (unanswered(card).length === 0)
    return finishedCard(card);
  const state = card.review && card.reply?.approvedIn === "in-review" ? "in-review" : "claimed";
  return { ...omit(card, "notice"), state, ...notice ? { notice } : {} };
}
var finishedCard = (card) => ({
  ...omit(card, ...workFields, ...holdBackFields, "notice", "closed"),
  state: card.acts.some(({ answered }) => answered) ? "sent" : "withdrawn"
});
var workFields = ["holder", "handOff", "review", "note"];
var holdBackFields = ["flag", "snoozedUntil"];
function actorId(actor) {
  if (actor.kind === "desk")
    throw new TypeError("The desk itself is no person.");
  return actor.id;
}
var heldSince = (id, now) => ({ holder: { id, since: now } });

// dist/core/card/answer-transitions.js
var answerTransitions = {
  claim: (card, { picked }, actor, now) => ({
    card: {
      ...omit(withOwnWords(card, actorId(actor)), "notice", "snoozedUntil"),
      ...picked ? { picked } : {},
      ...heldSince(actorId(actor), now),
      state: "claimed"
    }
  }),
  "take-over": (card, { handOffQuietMs }, actor, now) => {
    const from = card.holder?.id;
    const by = actorId(actor);
    if (!from || from === by)
      return { card };
    if (card.state === "handed-off" && card.handOff) {
      const { openedAt, lookedAt } = card.handOff;
      const until = openedAt + handOffQuietMs;
      if (now < until)
        return { refused: "finishing", by: from, openedAt, until };
      if ((lookedAt ?? 0) < until)
        return { refused: "finishing", by: from, openedAt };
    }
    const state = card.state === "unsure" ? "unsure" : "claimed";
    return {
      card: {
        ...omit(card, "handOff", "review", "snoozedUntil"),
        ...heldSince(by, now),
        state,
        lostBy: { from, to: by, at: now }
      },
      events: [{ event: "taken-over", from, by, at: now }]
    };
  },
  release: (card, _action, actor) => {
    if (actor.kind === "desk" && card.handOff && card.handOff.lookedAt === void 0)
      return { card };
    return { card: { ...omit(card, "holder", "handOff", "review", "note"), state: "open" } };
  },
  "save-draft": (card, { text, typedAt }, actor, now) => {
    const { draft } = card;
    if (typedAt !== void 0 && (draft?.typedAt ?? 0) > typedAt)
      return { card };
    if (draft?.text === text)
      return { card };
    const lastAt = typedAt ?? Math.max(now, draft?.typedAt ?? 0);
    return { card: { ...card, draft: { text, by: actorId(actor), at: now, typedAt: lastAt } }, quiet: true };
  },
  "keep-words": (card, { text }, actor, now) => {
    const by = actorId(actor);
    if (card.holder?.id === by || card.review?.reviewer === by)
      return { card };
    const others = card.keptWords.filter((draft) => draft.by !== by);
    if (card.keptWords.some((draft) => draft.by === by && draft.text === text))
      return { card };
    return { card: { ...card, keptWords: [...others, { text, by, at: now }] }, quiet: true };
  },
  approve: (card, action, actor, now) => {
    if (action.pause)
      return { refused: "paused", ...action.pause };
    const covers = unanswered(card).map(({ id }) => id);
    if (covers.length === 0)
      return { refused: "second-reply" };
    const replyTo = replyTarget(card);
    if (!replyTo && !isHello(card))
      return { refused: "no-post" };
    if (action.shown && action.shown !== replyTo) {
      return {
        refused: isNewerAct(card, replyTo, action.shown) ? "wrote-again" : "changed",
        first: firstName(card.patron.name, card.patron.handle),
        at: newestAct(card).at
      };
    }
    const by = actorId(actor);
    const writer = card.state === "in-review" ? card.holder?.id : void 0;
    const dueAt = now + action.undoMs;
    const reply = {
      n: (card.reply?.n ?? 0) + 1,
      text: action.text,
      ...replyTo ? { replyTo } : {},
      covers,
      approvedBy: by,
      ...writer && writer !== by ? { writtenBy: writer } : {},
      ...action.opening ? { opening: action.opening } : {},
      approvedIn: card.state === "in-review" ? "in-review" : "claimed",
      approvedAt: now,
      dueAt,
      goodUntil: Math.max(dueAt + action.goodAtLeastMs, Math.min(now + action.goodForMs, action.closesAt ?? Number.POSITIVE_INFINITY)),
      boot: action.boot,
      tries: 0,
      looks: 0,
      ...unknownBefore(card.reply)
    };
    const draft = { text: action.text, by, at: now };
    return { card: { ...omit(card, "notice", "note", "snoozedUntil"), state: "sending", reply, draft } };
  },
  undo: (card) => ({ card: returnedToWriter(card) }),
  "hand-off": (card, { replyTo, text }, actor, now) => {
    const isSame2 = card.handOff?.replyTo === replyTo && (text === void 0 || text === card.handOff.text);
    if (card.state === "handed-off" && isSame2)
      return { card };
    if (unanswered(card).length === 0)
      return { refused: "second-reply" };
    const by = actorId(actor);
    return {
      card: {
        ...omit(card, "notice", "review", "note", "snoozedUntil"),
        ...heldSince(by, now),
        state: "handed-off",
        handOff: { by, openedAt: now, replyTo, ...text === void 0 ? {} : { text } },
        ...isFollow(card) ? { picked: replyTo } : {},
        ...text === void 0 ? {} : { draft: { text, by, at: now } }
      }
    };
  },
  "it-is-there": (card, _action, _actor, now) => {
    const { handOff } = card;
    const sent = card.state === "unsure" ? card.reply : void 0;
    const under = sent?.replyTo ?? handOff?.replyTo;
    const by = sent?.approvedBy ?? handOff?.by;
    const answer = {
      ...under ? { under } : {},
      ...by ? { by } : {},
      ...sent?.writtenBy ? { writtenBy: sent.writtenBy } : {},
      ...sent ? { n: sent.n } : {},
      ...sent?.opening ? { opening: sent.opening } : {},
      covers: sent?.covers ?? (handOff ? coveredBy(card, handOff.replyTo) : []),
      text: sent?.text ?? handOff?.text ?? "",
      at: now,
      how: "in-x"
    };
    const answered = withAnswer(card, answer);
    const isOver = answered.state === "handed-off" && answer.covers.length === 0;
    if (!isOver)
      return { card: answered };
    return { card: { ...omit(answered, "holder", "handOff", "review", "note"), state: "open" } };
  },
  "not-there": (card, _action, actor, now) => {
    const by = actorId(actor);
    const claimed = { ...omit(card, "handOff", "review"), ...heldSince(by, now), state: "claimed" };
    const from = card.holder?.id;
    if (!from || from === by)
      return { card: claimed };
    return {
      card: { ...claimed, lostBy: { from, to: by, at: now } },
      events: [{ event: "taken-over", from, by, at: now }]
    };
  }
};
function withOwnWords(card, by) {
  const { draft, keptWords } = card;
  const own = keptWords.find((one) => one.by === by);
  const isNewest = own && (!draft || draft.by === by && draft.at <= own.at);
  return isNewest ? { ...card, draft: own, keptWords: keptWords.filter((one) => one !== own) } : card;
}
function isNewerAct({ acts }, replyTo, shown) {
  const placeOf2 = (post) => acts.findIndex((act) => isWritten(act) && post !== void 0 && act.versions.includes(post));
  return placeOf2(replyTo) > placeOf2(shown);
}
function unknownBefore(reply) {
  if (!reply)
    return {};
  const from = reply.unknownFrom ?? (reply.unsureSince === void 0 ? void 0 : reply.approvedAt);
  return from === void 0 ? {} : { unknownFrom: from };
}

// dist/core/card/card-clock.js
var mostStops = 20;
var isSetAside = ({ flag, snoozedUntil }) => flag !== void 0 || snoozedUntil !== void 0;
function withClock(before, after, now) {
  const isStopped = isSetAside(after);
  if (isDone(before) && !isDone(after)) {
    return { ...after, clock: { stops: isStopped ? [{ from: now }] : [], waitsFrom: now } };
  }
  if (isSetAside(before) === isStopped)
    return after;
  const { reminded: _again, ...clock } = after.clock ?? { stops: [] };
  const stops = isStopped ? [...clock.stops, { from: now }].slice(-mostStops) : clock.stops.map((stop) => ({ to: now, ...stop }));
  return { ...after, clock: { ...clock, stops } };
}
function withReminded(card, stage, upTo) {
  const { clock = { stops: [] } } = card;
  return { ...card, clock: { ...clock, reminded: { ...clock.reminded, [stage]: upTo } } };
}

// dist/core/card/delivery-transitions.js
var deliveryTransitions = {
  begin: (card, action, _actor, now) => {
    const { reply } = card;
    if (!reply)
      return { card };
    if (reply.boot !== action.boot) {
      const known = { ...reply, boot: action.boot, onlyLook: true };
      return { card: unsure(card, known, now), recordedAs: "mark-unknown" };
    }
    if (now < reply.dueAt)
      return { card };
    const isAgain = reply.unsureSince !== void 0;
    if (action.pause || now > reply.goodUntil || isAgain && !mayCallAgain(reply, now)) {
      if (isAgain)
        return { card: { ...card, state: "unsure" }, recordedAs: "mark-unknown" };
      const back = lapsed(card, reply, action.pause);
      return { card: back, recordedAs: "lapse", events: cameBack(back, now) };
    }
    const posting = {
      ...reply,
      token: action.token,
      postingUntil: now + action.leaseMs,
      ...isAgain && { calledAgain: true }
    };
    return { card: { ...omit(card, "notice"), state: "posting", reply: posting } };
  },
  "put-back": (card, { token, until, because }) => {
    const { reply } = card;
    if (!reply || reply.token !== token)
      return { card };
    if (card.notice)
      return { card: returnedToWriter({ ...card, reply: withoutCall(reply) }, card.notice) };
    const waiting = {
      ...withoutCall(reply),
      dueAt: Math.min(until, reply.goodUntil),
      tries: reply.tries + (because === "unreachable" ? 1 : 0)
    };
    const notice = { kind: "waiting", until, goodUntil: reply.goodUntil };
    return {
      card: { ...card, state: "sending", reply: waiting, ...because === "limit" ? { notice } : {} }
    };
  },
  publish: (card, { token, postId, text }, _actor, now) => {
    const { reply } = card;
    if (!reply || reply.token !== token || hasAnswer(card, postId))
      return { card };
    const withPost = withReportedPost(card, { postId, text }, (reported) => reported.n === reply.n);
    if (withPost)
      return { card: withPost };
    const { n, covers } = reply;
    const answer = { postId, covers, n, text, at: now, ...senderOf(reply), how: "as-approved" };
    return { card: withAnswer(card, answer) };
  },
  reject: (card, { token, reason, detail }, _actor, now) => {
    const { reply } = card;
    if (!reply || reply.token !== token)
      return { card };
    if (reply.calledAgain)
      return { card: unsure(card, { ...reply, onlyLook: true }, now) };
    if (reason === "duplicate" && reply.unknownFrom !== void 0)
      return { card: unsure(card, reply, now) };
    const handOffOnly = reason === "not-summoned" ? { onlyByHand: true } : {};
    const refused = { ...card, ...handOffOnly, reply: omit(withoutCall(reply), "unsureSince") };
    const back = returnedToWriter(reason === "closed" ? closedToUs(refused, reply) : refused, {
      kind: "rejected",
      reason,
      detail
    });
    return {
      card: back,
      events: [{ event: "rejected", reason, detail, at: now }, ...cameBack(back, now)]
    };
  },
  "mark-unknown": (card, { token }, _actor, now) => {
    const { reply } = card;
    return !reply || reply.token !== token ? { card } : { card: unsure(card, reply, now) };
  },
  "not-found": (card, { look, last, boot: boot2, once }, _actor, now) => {
    if (card.reply?.looks !== look || card.reply.notSeen)
      return { card };
    if (card.reply.boot !== boot2)
      return { card: unsure(card, { ...card.reply, boot: boot2, onlyLook: true }, now) };
    const reply = { ...card.reply, looks: look + 1 };
    const isGood = mayCallAgain(reply, now) && now < reply.goodUntil;
    if (once && !last && isGood)
      return { card: { ...card, state: "sending", reply: { ...reply, dueAt: now } } };
    if (!last)
      return { card: { ...card, reply }, quiet: true };
    if (once) {
      const back = lapsed({ ...card, reply: omit(reply, "unsureSince", "onlyLook", "calledAgain") }, reply, void 0);
      return { card: back, recordedAs: "lapse", events: cameBack(back, now) };
    }
    return {
      card: { ...card, reply: { ...reply, notSeen: true, askedToLook: true } },
      events: reply.askedToLook ? [] : [{ event: "not-seen", n: reply.n, at: now }]
    };
  },
  seen: (card, { post }, _actor, now) => {
    const next = afterSighting(card, post);
    const answer = next.answers.find(({ postId }) => postId === post.postId);
    const isGreeting = isFollow(card) && answer?.how === "in-x";
    return {
      card: next,
      events: isGreeting ? [{ event: "greeting-seen", postId: post.postId, at: now }] : []
    };
  },
  "timeline-checked": (card, _action, _actor, now) => card.handOff ? { card: { ...card, handOff: { ...card.handOff, lookedAt: now } }, quiet: true } : { card }
};
function afterSighting(card, post) {
  if (hasAnswer(card, post.postId))
    return card;
  const { postId, repliedTo, text, at, asApproved } = post;
  const isSame2 = (reported) => at <= reported.at && isReplyTo(card, reported.under, post);
  const withPost = withReportedPost(card, { postId, text }, isSame2);
  if (withPost)
    return withPost;
  const ours = isOurs(card, post) ? card.reply : void 0;
  const covers = ours?.covers ?? (repliedTo ? coveredBy(card, repliedTo) : []);
  if (stillUnanswered(card, covers).length === 0)
    return card;
  const handOff = ours ? void 0 : handOffOf(card, post);
  const isApproved = ours !== void 0 || handOff?.text !== void 0;
  const how = !isApproved ? "in-x" : asApproved ? "as-approved" : "changed-in-x";
  const sender = ours ? { n: ours.n, ...senderOf(ours) } : handOff ? { by: handOff.by } : {};
  return withAnswer(card, { postId, covers, text, at, ...sender, how });
}
var closedToUs = (card, { replyTo }) => {
  const act = card.acts.find((one) => isWritten(one) && one.versions.some((id) => id === replyTo));
  return act?.kind === "mention" ? withSaidOfPost(card, act.id, { ...act, closed: true }) : card;
};
var mayCallAgain = ({ onlyLook, postingUntil, unsureSince }, now) => !onlyLook && now < (postingUntil ?? unsureSince ?? now) + minuteMs;
var senderOf = ({ approvedBy, opening, writtenBy }) => ({
  by: approvedBy,
  ...writtenBy ? { writtenBy } : {},
  ...opening ? { opening } : {}
});
var lapsed = (card, reply, pause) => returnedToWriter(card, pause ? { kind: "paused", pause } : { kind: "lapsed", goodUntil: reply.goodUntil });
var cameBack = ({ notice, reply }, at) => reply && notice ? [{ event: "came-back", n: reply.n, at }] : [];
var withoutCall = (reply) => omit(reply, "token", "postingUntil");
function unsure(card, known, now) {
  const reply = { ...omit(known, "notSeen"), unsureSince: now, looks: 0 };
  return unanswered(card).length === 0 ? finishedCard({ ...card, reply }) : { ...card, state: "unsure", reply };
}
var hasAnswer = (card, postId) => card.answers.some((answer) => answer.postId === postId);
function isOurs(card, post) {
  const { handOff, state, reply } = card;
  if (!reply || !isSince(post, reply.unknownFrom ?? reply.approvedAt))
    return false;
  const isUnderWay = state === "posting" || state === "unsure";
  const hasItsWords = post.asApproved && (handOff?.text ?? reply.text) === reply.text;
  if ((!isUnderWay || isPrivate(card)) && !((isUnderWay || isOutcomeUnknown(reply)) && hasItsWords))
    return false;
  return isReplyTo(card, reply.replyTo, post);
}
var isReplyTo = (card, target, { asApproved, repliedTo }) => isHello(card) ? asApproved && repliedTo === void 0 : sameAct(card, target, repliedTo);
function unsettledApprovals({ handOff, reply, state }) {
  const isCalled = reply && (state === "posting" || state === "unsure" || isOutcomeUnknown(reply));
  return [
    ...isCalled ? [{ text: reply.text, since: reply.unknownFrom ?? reply.approvedAt, replyTo: reply.replyTo }] : [],
    ...state === "handed-off" && handOff?.text !== void 0 ? [{ text: handOff.text, since: handOff.openedAt, replyTo: handOff.replyTo }] : []
  ];
}
var isOutcomeUnknown = ({ unsureSince, unknownFrom }) => unsureSince !== void 0 || unknownFrom !== void 0;
function handOffOf({ handOff, ...card }, post) {
  const isEnded = handOff && isSince(post, handOff.openedAt) && sameAct(card, handOff.replyTo, post.repliedTo);
  return isEnded ? handOff : void 0;
}
var isSince = (post, at) => post.at + secondMs > at;

// dist/core/card/actions.js
var theDesk = { kind: "desk" };

// dist/core/card/join.js
function mentionAct(post, { topicWords, urgentWords = [] } = {}) {
  const urgent2 = urgentWordIn(post.text, urgentWords);
  return {
    kind: "mention",
    id: actId(post.versions[0] ?? post.id),
    at: post.at,
    answered: false,
    versions: post.versions,
    ...post.readAt !== void 0 && { readAt: post.readAt },
    text: post.text,
    links: post.links,
    media: post.media,
    ...post.sensitive && { sensitive: true },
    ...post.suspect && { suspect: post.suspect },
    ...post.repliedTo && { repliedTo: post.repliedTo },
    ...post.repliedToAccount && { repliedToAccount: post.repliedToAccount },
    ...post.quoted && { quoted: post.quoted },
    ...post.closed && { closed: true },
    ...post.partial && { partial: true },
    topic: topicOf(post.text, topicWords),
    ...urgent2 === void 0 ? {} : { urgent: urgent2 }
  };
}
var followAct = (patron, at) => ({
  kind: "follow",
  id: actId(`follow-${patron.id}`),
  at,
  answered: false
});
function addAct(card, id, act, patron, now, muted) {
  if (!card)
    return newCard(id, act, patron, now, isUrgent(act) ? void 0 : muted);
  const known = card.acts.find((one) => one.id === act.id);
  const action = known && act.kind === "mention" ? { do: "edited", act: act.id, mention: act } : { do: "another-act", act, patron, ...muted ? { muted } : {} };
  const result = decide(card, action, theDesk, now);
  return isRefusal(result) ? unchanged(card) : result;
}
function newCard(id, act, patron, now, muted) {
  const card = {
    id,
    format: 2,
    version: 1,
    state: "open",
    ...muted ? closedBy(muted, now) : {},
    ...isStop(act) ? closedBy("stop", now) : {},
    patron,
    acts: [act],
    changedAt: now,
    passes: [],
    keptWords: [],
    answers: [],
    history: [],
    messages: {}
  };
  const events = [...isUrgent(act) ? [urgentEvent(act, now)] : [], ...answerEvents(void 0, card, now)];
  return { card: events.length > 0 ? { ...card, pending: events } : card, events, changed: true };
}
var closedBy = (reason, at) => ({
  state: reason === "stop" ? "withdrawn" : "dismissed",
  closed: { at, reason }
});
function acquaintanceOf(act, cards, monthFromMs, forgets = false) {
  const earlier = cards.flatMap(({ acts }) => acts).filter((one) => isWritten(one)).filter((one) => isBefore(one, act));
  if (earlier.length === 0)
    return forgets ? { firstInYear: true } : { first: true };
  if (act.topic !== "question")
    return {};
  const asked = earlier.filter(({ topic, at }) => topic === "question" && at >= monthFromMs);
  return { nthQuestion: asked.length + 1 };
}
var isBefore = (one, act) => one.id !== act.id && (one.at < act.at || one.at === act.at && compareIds(one.id, act.id) < 0);
var withFollowBegun = (card, by, now) => card.followBack ? card : { ...card, followBack: { begunAt: now, by } };
function followedBack(card) {
  if (!isFollow(card) || card.linkOnly || card.patron.weFollow)
    return card;
  return { ...card, patron: { ...card.patron, weFollow: true }, version: card.version + 1 };
}
function underHandleNow(card, { handle, name }) {
  const { patron } = card;
  if (card.linkOnly || patron.handle === "" || handle === "" || patron.handle === handle)
    return card;
  return { ...card, patron: { ...patron, handle, name }, version: card.version + 1 };
}
function asShownNow(card, { avatarUrl, bio, handle, name, place, suspect }) {
  if (!isFollow(card) || card.linkOnly || card.state !== "open")
    return card;
  const { patron } = card;
  const isSame2 = patron.handle === handle && patron.name === name && patron.avatarUrl === avatarUrl && patron.bio === bio && patron.place === place && patron.suspect === suspect;
  if (isSame2)
    return card;
  const shown = {
    handle,
    name,
    ...avatarUrl && { avatarUrl },
    ...bio && { bio },
    ...place && { place },
    ...suspect && { suspect }
  };
  const next = { ...omit(patron, "avatarUrl", "bio", "place", "suspect"), ...shown };
  return { ...card, patron: next, version: card.version + 1 };
}

// dist/core/card/returned-words.js
var writingStates = ["open", "claimed", "in-review"];
function withUnsignedDraft(before, after) {
  const { draft, holder, state } = after;
  if (!draft || !writingStates.includes(state))
    return after;
  const cameBack3 = !writingStates.includes(before.state) || before.state === "in-review" && state === "claimed";
  const changedHands = holder?.id !== before.holder?.id;
  const text = unsigned(draft.text);
  return (cameBack3 || changedHands) && text !== draft.text ? { ...after, draft: { ...draft, text } } : after;
}
var hasColleaguesWords = ({ draft, flag, keptWords, note }) => [draft, note, flag && { text: flag.note ?? "" }, ...keptWords].some((words) => words && words.text !== "");
function withoutQuotingWords(card) {
  if (!card.mayQuote || !isDone(card))
    return card;
  return { ...omit(card, "draft", "mayQuote", "note"), keptWords: [] };
}

// dist/core/card/inbound-transitions.js
var inboundTransitions = {
  "another-act": (card, { act, patron, muted }, _actor, now) => {
    if (card.acts.some(({ id }) => id === act.id))
      return { card };
    const acts = [...card.acts, act].sort((a, b) => a.at - b.at || compareIds(a.id, b.id));
    const known = omit(card, "onlyByHand", "purgedAt");
    const endsSnooze = isQuestion(act) || isUrgent(act);
    const joined = { ...endsSnooze ? omit(known, "snoozedUntil") : known, acts, patron };
    if (isStop(act))
      return { card: { ...finishedCard(joined), ...closedBy("stop", now) } };
    const told = isUrgent(act) ? { events: [urgentEvent(act, now)] } : {};
    if (!isDone(card))
      return { card: joined, ...told };
    const open = { ...omit(joined, "closed", "notice"), state: "open" };
    return muted && !isUrgent(act) ? { card: { ...open, ...closedBy(muted, now) } } : { card: open, ...told };
  },
  edited: (card, { act, mention, patron, knows }, _actor, now) => {
    const known = card.acts.find(({ id: id2 }) => id2 === act);
    if (known?.kind !== "mention" || known.gone || known.purged)
      return { card };
    const isWholeNow = known.partial && !mention.partial;
    const isNewer = isEdited(mention, known);
    if (!isNewer && !isWholeNow)
      return { card };
    const { id, at, answered } = known;
    const newest = isNewer ? mention.versions.at(-1) : void 0;
    const more = mention.versions.filter((one) => one === newest || !known.versions.includes(one));
    const versions = [...known.versions, ...more];
    const next = { ...omit(known, ...ofOneVersion), ...mention, id, at, answered, versions };
    const acts = card.acts.map((one) => one.id === act ? next : one);
    const named = patron && card.patron.handle === "" ? { ...card, patron } : card;
    const changed = afterPatronChange({ ...named, acts }, "changed", now, knows);
    const isNewlyUrgent = isUrgent(next) && !isUrgent(known) && !answered;
    return isNewlyUrgent ? { ...changed, events: [...changed.events ?? [], urgentEvent(next, now)] } : changed;
  },
  withdraw: (card, { act, knows }, _actor, now) => {
    const known = card.acts.find(({ id }) => id === act);
    if (!known || known.gone)
      return { card };
    const acts = card.acts.map((one) => one.id === act ? withoutContent({ ...one, gone: true }) : one);
    const patron = acts.every(({ gone }) => gone) ? omit(card.patron, "bio", "place") : card.patron;
    const quoting2 = hasColleaguesWords(card) ? { mayQuote: true } : {};
    return afterPatronChange({ ...card, ...quoting2, acts, patron, removedAt: now }, "removed", now, knows);
  },
  expire: (card) => card.acts.every(({ kind }) => kind === "follow") || isOnlyAnswer(card) ? { card: { ...omit(card, "snoozedUntil"), state: "expired" } } : { card },
  greeted: (card, _action, _actor, now) => ({
    card: {
      ...omit(card, "snoozedUntil"),
      state: "dismissed",
      closed: { at: now, reason: "hello" }
    }
  })
};
var isOnlyAnswer = (card) => answersUs(card) && !unanswered(card).some((act) => isQuestion(act) || isUrgent(act));
var urgentEvent = ({ id }, at) => ({ event: "urgent", act: id, at });
var answerEvents = (before, after, at) => (before !== void 0 && answersUs(before)) === answersUs(after) ? [] : [{ event: "answers-changed", at }];
var ofOneVersion = [
  "closed",
  "partial",
  "sensitive",
  "suspect",
  "unloadable",
  "unnamed",
  "urgent"
];
function afterPatronChange(card, kind, now, knows) {
  const to = card.holder?.id;
  const told = to && to !== knows ? { events: [{ event: kind, to, at: now }] } : {};
  const notice = { kind, at: now };
  if (card.state === "posting")
    return { card: { ...card, notice }, ...told };
  if (unanswered(card).length === 0)
    return { card: finalStates.includes(card.state) ? card : finishedCard(card), ...told };
  if (card.state === "unsure")
    return { card: { ...card, notice }, ...told };
  return { card: card.state === "sending" ? returnedToWriter(card, notice) : card, ...told };
}
var finalStates = ["sent", "withdrawn"];
var withoutContent = (act) => isWritten(act) ? {
  ...omit(act, "ours", "quoted", "repliedTo", "repliedToAccount", "sensitive", "suspect", "unloadable", "urgent"),
  text: "",
  links: [],
  media: []
} : act;

// dist/core/card/card.js
var cardStates = [
  "open",
  "claimed",
  "in-review",
  "sending",
  "posting",
  "sent",
  "unsure",
  "handed-off",
  "dismissed",
  "expired",
  "withdrawn"
];

// dist/core/card/rules.js
var everyState = cardStates;
var inHand = ["claimed", "in-review", "handed-off"];
var rules = {
  claim: { from: ["open"], by: "staff" },
  "take-over": { from: [...inHand, "unsure"], by: "staff" },
  release: { from: inHand, by: "holder", orDesk: true, linkOnly: true },
  keep: { from: inHand, by: "writer" },
  pass: { from: ["open", ...inHand], by: "holder" },
  flag: { from: ["open", ...inHand], by: "staff", linkOnly: true },
  unflag: { from: ["open", ...inHand], by: "lead", flagged: true, linkOnly: true },
  "save-draft": { from: ["claimed", "in-review"], by: "writer", flagged: true },
  "keep-words": { from: everyState, by: "staff", flagged: true },
  "ask-review": { from: ["claimed"], by: "holder" },
  check: { from: ["in-review"], by: "checker" },
  "send-back": { from: ["in-review"], by: "reviewer" },
  approve: { from: ["claimed", "in-review"], by: "approver" },
  undo: { from: ["sending"], by: "staff" },
  begin: { from: ["sending"], by: "desk" },
  "put-back": { from: ["posting"], by: "desk" },
  publish: { from: everyState, by: "desk", flagged: true },
  reject: { from: ["posting", "unsure"], by: "desk" },
  "mark-unknown": { from: ["posting"], by: "desk" },
  "not-found": { from: ["unsure"], by: "desk" },
  "hand-off": {
    from: ["open", "claimed", "in-review", "handed-off"],
    by: "approver",
    needsXSignIn: true
  },
  "timeline-checked": { from: ["handed-off"], by: "desk", flagged: true },
  seen: { from: everyState, by: "desk", flagged: true },
  "it-is-there": { from: ["unsure", "handed-off"], by: "witness" },
  "not-there": { from: ["unsure", "handed-off"], by: "witness" },
  "another-act": { from: everyState, by: "desk", flagged: true },
  edited: { from: everyState, by: "desk", flagged: true },
  dismiss: { from: ["open", ...inHand], by: "holder", linkOnly: true },
  reopen: { from: ["dismissed", "expired"], by: "staff", purged: true, linkOnly: true },
  snooze: { from: ["open", "claimed"], by: "staff", linkOnly: true },
  wake: { from: ["open", "claimed"], by: "staff", orDesk: true, linkOnly: true },
  mute: { from: ["open"], by: "staff", linkOnly: true },
  start: { from: ["open", "dismissed", "expired"], by: "staff", purged: true },
  greeted: { from: ["open"], by: "desk" },
  "follow-back": { from: everyState.filter((state) => state !== "withdrawn"), by: "staff" },
  hold: { from: everyState, by: "lead", flagged: true },
  "end-hold": { from: everyState, by: "lead", flagged: true },
  "delete-from-x": { from: ["sent"], by: "deleter" },
  expire: { from: ["open"], by: "desk" },
  withdraw: { from: everyState, by: "desk", flagged: true }
};
var isLegal = (action, state) => rules[action].from.includes(state);
var isSentAgain = ({ state, reply }) => state === "sending" && reply?.unsureSince !== void 0;
function refusalFor(card, action, actor, now) {
  const rule = rules[action.do];
  if (actor.kind === "outsider")
    return notStaffRefusal(actor);
  if (card.erased)
    return { refused: "gone" };
  if (actor.kind === "staff" && rule.by === "desk")
    return { refused: "desk-only" };
  if (actor.kind === "desk" && rule.by !== "desk" && !rule.orDesk)
    return { refused: "not-staff" };
  if (actor.kind === "staff" && card.linkOnly && !rule.linkOnly)
    return { refused: "link-only" };
  if (!isLegal(action.do, card.state))
    return refusalOfState(card, action, now);
  if (action.do === "undo" && card.reply && isSentAgain(card))
    return { refused: "checking", by: card.reply.writtenBy ?? card.reply.approvedBy };
  if (card.flag && !rule.flagged)
    return { refused: "flagged", by: card.flag.to ?? card.flag.by };
  if (actor.kind === "desk")
    return void 0;
  if (card.purgedAt !== void 0 && !rule.purged)
    return { refused: "purged" };
  const refusal = rule.by === "desk" ? void 0 : roles[rule.by](card, actor, action);
  return refusal ?? (rule.needsXSignIn && !actor.xSignIn ? { refused: "no-sign-in" } : void 0);
}
var roles = {
  staff: () => void 0,
  holder: (card, person, action) => isHolder(card, person) ? void 0 : refusalForOthers(card, person, action),
  writer: (card, person, action) => isHolder(card, person) || card.review?.reviewer === person.id ? void 0 : refusalForOthers(card, person, action),
  witness: (card, person, action) => action.confirmed ? void 0 : roles.holder(card, person, action),
  approver: (card, person, action) => {
    if (card.state === "in-review")
      return roles.reviewer(card, person, action);
    if (!isHolder(card, person))
      return refusalForOthers(card, person, action);
    if (!person.trainee)
      return void 0;
    return { refused: action.do === "hand-off" && isFollow(card) ? "trainee-greets" : "trainee" };
  },
  checker: (card, person) => {
    if (card.holder?.id === person.id)
      return { refused: "own-check" };
    if (person.trainee)
      return { refused: "trainee-check" };
    if (person.shared)
      return { refused: "shared-check" };
    const reviewer = card.review?.reviewer;
    return reviewer && reviewer !== person.id ? refusalInReview(card) : void 0;
  },
  reviewer: (card, person, action) => {
    const refusal = roles.checker(card, person, action);
    return refusal ?? (card.review?.reviewer === person.id ? void 0 : refusalInReview(card));
  },
  lead: (_card, person) => person.lead ? void 0 : { refused: "lead-only" },
  deleter: (card, person) => {
    const by = lastAnswer(card)?.by;
    return person.lead || by === person.id ? void 0 : { refused: "not-deleter", ...by ? { by } : {} };
  }
};
var isHolder = ({ holder }, person) => !holder || holder.id === person.id;
function refusalForOthers(card, person, action) {
  const { lostBy, holder } = card;
  if (!holder)
    return { refused: "nobody-answers" };
  const isWriting = action.do === "save-draft" || action.do === "approve";
  if (isWriting && lostBy?.from === person.id && lostBy.to === holder.id)
    return { refused: "lost", by: lostBy.to, at: lostBy.at };
  return action.do === "hand-off" || isWriting ? { refused: "taken", by: holder.id, at: holder.since } : { refused: "not-yours", by: holder.id };
}
function refusalInReview({ holder, review }) {
  if (!holder)
    return { refused: "nobody-answers" };
  return { refused: "in-review", by: holder.id, ...review?.reviewer ? { reviewer: review.reviewer } : {} };
}
function refusalOfState(card, action, now) {
  const { state, holder, reply, handOff, closed } = card;
  const answer = lastAnswer(card);
  const shownPost = answer?.postId && !isPrivate(card) ? { postId: answer.postId } : {};
  switch (state) {
    case "open":
      return { refused: "nobody-answers" };
    case "claimed":
      return holder ? { refused: "taken", by: holder.id, at: holder.since } : { refused: "nobody-answers" };
    case "in-review":
      return refusalInReview(card);
    case "sending":
      return reply ? { refused: "going", by: reply.writtenBy ?? reply.approvedBy, dueAt: reply.dueAt } : { refused: "gone" };
    case "posting":
      return { refused: "too-late", at: reply?.dueAt ?? now };
    case "unsure":
      return reply ? { refused: "checking", by: reply.writtenBy ?? reply.approvedBy } : { refused: "gone" };
    case "sent":
      if (action.do === "undo")
        return { refused: "too-late", at: answer?.at ?? now };
      return answer?.by ? {
        refused: "answered",
        by: writerOf(answer) ?? answer.by,
        at: answer.at,
        ...shownPost
      } : {
        refused: "elsewhere",
        at: answer?.at ?? newestAct(card).at,
        ...shownPost
      };
    case "handed-off":
      return handOff && holder ? { refused: "finishing", by: holder.id, openedAt: handOff.openedAt } : { refused: "gone" };
    case "dismissed":
      return { refused: "closed", ...closed?.by ? { by: closed.by } : {} };
    case "expired":
      return { refused: "expired" };
    case "withdrawn":
      return { refused: closed?.reason === "stop" ? "stopped" : "removed", first: card.patron.name };
  }
}
function notStaffRefusal(actor) {
  if (actor.kind === "outsider" && actor.guest)
    return { refused: "guest" };
  return {
    refused: "not-staff",
    ...actor.kind === "outsider" && actor.inChannel ? { inChannel: true } : {}
  };
}

// dist/core/card/team-transitions.js
var longestHoldMs = 30 * dayMs;
var teamTransitions = {
  keep: (card, _action, actor, now) => {
    const by = actorId(actor);
    return card.kept?.by === by && card.kept.at === now ? { card } : { card: { ...card, kept: { by, at: now } } };
  },
  pass: (card, { to, note }, actor, now) => {
    const from = actorId(actor);
    if (card.holder?.id === to)
      return { card };
    return {
      card: {
        ...omit(card, "handOff", "review", "note", "snoozedUntil"),
        ...heldSince(to, now),
        ...note ? { note: { by: from, at: now, text: note } } : {},
        passes: [...card.passes, { from, to, at: now }],
        state: "claimed"
      },
      events: from === to ? [] : [{ event: "passed", at: now }]
    };
  },
  flag: (card, { to, note }, actor, now) => {
    if (card.flag)
      return { card };
    const since = { by: actorId(actor), at: now };
    const flag = { ...since, ...to ? { to } : {}, ...note ? { note } : {} };
    return { card: { ...card, flag }, events: [{ event: "flagged", ...since }] };
  },
  unflag: (card) => card.flag ? { card: omit(card, "flag") } : { card },
  "ask-review": (card, _action, _actor, now) => ({
    card: {
      ...omit(card, "notice", "note", "snoozedUntil"),
      state: "in-review",
      review: { askedAt: now }
    },
    events: [{ event: "check-asked", at: now }]
  }),
  check: (card, _action, actor) => {
    const reviewer = actorId(actor);
    if (!card.review || card.review.reviewer === reviewer)
      return { card };
    return { card: { ...card, review: { ...card.review, reviewer } } };
  },
  "send-back": (card, { note }, actor, now) => {
    const by = actorId(actor);
    return {
      card: {
        ...omit(card, "review"),
        state: "claimed",
        note: { by, at: now, text: note, back: true }
      },
      events: card.holder ? [{ event: "sent-back", to: card.holder.id, at: now }] : []
    };
  },
  dismiss: (card, _action, actor, now) => ({
    card: {
      ...omit(card, "holder", "handOff", "notice", "review", "note", "snoozedUntil"),
      state: "dismissed",
      closed: { by: actorId(actor), at: now, reason: "no-reply" }
    }
  }),
  reopen: (card, { again }) => {
    const known = knownAgain(card, again);
    return known ? { card: { ...omit(known, "closed"), state: "open" } } : { refused: "purged" };
  },
  snooze: (card, { until }, _actor, now) => until <= now || until === card.snoozedUntil ? { card } : { card: { ...card, snoozedUntil: until } },
  wake: (card) => card.snoozedUntil === void 0 ? { card } : { card: omit(card, "snoozedUntil") },
  mute: (card, { person }, actor, now) => ({
    card: {
      ...omit(card, "notice", "snoozedUntil"),
      state: "dismissed",
      closed: { by: actorId(actor), at: now, reason: person ? "muted-person" : "muted" }
    },
    ...person ? { recordedAs: "mute-person" } : {}
  }),
  start: (card, { again }, actor, now) => {
    const known = knownAgain(card, again);
    if (!known)
      return { refused: "purged" };
    return {
      card: {
        ...omit(known, "closed", "notice", "snoozedUntil"),
        ...heldSince(actorId(actor), now),
        state: "claimed"
      }
    };
  },
  "follow-back": (card, _action, actor, now) => {
    if (!isFollow(card) || card.patron.weFollow)
      return { card };
    const followBack = { begunAt: now, ...card.followBack, by: actorId(actor), at: now };
    return { card: { ...card, patron: { ...card.patron, weFollow: true }, followBack }, aside: true };
  },
  hold: (card, { until, reason }, actor, now) => {
    const hold = { by: actorId(actor), at: now, until: Math.min(until, now + longestHoldMs), reason };
    const isKnown = card.hold?.until === hold.until && card.hold.reason === reason;
    return isKnown ? { card } : { card: { ...card, hold }, aside: true };
  },
  "end-hold": (card) => card.hold ? { card: omit(card, "hold"), aside: true } : { card },
  "delete-from-x": (card, { postId }, actor, now) => {
    const answer = card.answers.find((one) => one.postId === postId);
    if (!answer)
      return { card };
    const by = actorId(actor);
    const answers = card.answers.filter((one) => one !== answer);
    const isUncovered = ({ id }) => answer.covers.includes(id) && !answers.some(({ covers }) => covers.includes(id));
    const acts = card.acts.map((act) => isUncovered(act) ? { ...act, answered: false } : act);
    const without = { ...card, acts, answers };
    if (unanswered(without).length === 0)
      return { card: finishedCard(without) };
    const text = ourWords(card, answer);
    return { card: { ...without, ...heldSince(by, now), draft: { text, by, at: now }, state: "claimed" } };
  }
};
function knownAgain(card, again) {
  if (card.purgedAt === void 0)
    return card;
  if (!again)
    return void 0;
  const acts = card.acts.map((act) => {
    const post = again.posts.find(({ id }) => id === act.id);
    return post ? { ...post, answered: act.answered } : act;
  });
  return { ...omit(card, "purgedAt"), acts, patron: again.patron };
}

// dist/core/card/decide.js
var unchanged = (card) => ({ card, events: [], changed: false });
function decide(card, action, actor, now) {
  const refusal = refusalFor(card, action, actor, now);
  if (refusal)
    return isRepeatedPress(card, action, actor, now) ? unchanged(card) : refusal;
  const transition = transitions[action.do];
  const result = transition(card, action, actor, now);
  if (isRefusal(result))
    return result;
  if (result.card === card)
    return unchanged(card);
  if (result.quiet)
    return { card: result.card, events: [], changed: true };
  const events = [
    ...result.events ?? [],
    ...helloSent(card, result.card, now),
    ...answerEvents(card, result.card, now)
  ];
  const clocked = withClock(card, withUnsignedDraft(card, withoutQuotingWords(result.card)), now);
  const next = withEvents(clocked, card, events);
  const entry = {
    at: now,
    action: result.recordedAs ?? action.do,
    ...actor.kind === "staff" ? entryOfPress(action, actor.id) : {}
  };
  return {
    card: {
      ...next,
      version: card.version + 1,
      changedAt: result.aside ? card.changedAt : now,
      history: [...card.history, entry].slice(-historyKept)
    },
    events,
    changed: true
  };
}
function helloSent(before, after, at) {
  const isNew = isHello(after) && after.state === "sent" && before.state !== "sent";
  return isNew ? [{ event: "hello-sent", at }] : [];
}
var repeatedWithinMs = 5 * secondMs;
function isRepeatedPress({ history }, action, actor, now) {
  const last = history.at(-1);
  if (!last || actor.kind !== "staff" || last.action !== action.do)
    return false;
  const { by, args } = entryOfPress(action, actor.id);
  return last.by === by && last.args === args && now - last.at < repeatedWithinMs;
}
function entryOfPress({ do: _name, ...args }, by) {
  return { by, ...Object.keys(args).length > 0 ? { args: hashOf(JSON.stringify(args)) } : {} };
}
function hashOf(text) {
  let hash = 2166136261;
  for (let at = 0; at < text.length; at++)
    hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
  return (hash >>> 0).toString(36);
}
var transitions = {
  ...answerTransitions,
  ...teamTransitions,
  ...deliveryTransitions,
  ...inboundTransitions
};
var historyKept = 100;
var pendingEvents = (card) => card.pending ?? eventsOf(card);
function eventsOf(card) {
  const { changedAt, flag, holder, note, passes, review, state } = card;
  const isCalled = (key) => card.messages[key]?.begunAt !== void 0 || card.messages[key]?.ts;
  const pass = passes.at(-1);
  const isUnchecked = state === "in-review" && review && !review.reviewer && !isCalled(checkKey(review));
  const isPassed = state === "claimed" && pass?.to === holder?.id && !isCalled(passKey(passes.length - 1));
  return [
    ...isUnchecked ? [{ event: "check-asked", at: review.askedAt }] : [],
    ...isPassed && pass ? [{ event: "passed", at: pass.at }] : [],
    ...flag ? [{ event: "flagged", by: flag.by, at: flag.at }] : [],
    ...state === "claimed" && holder && note?.back ? [{ event: "sent-back", to: holder.id, at: note.at }] : [],
    ...state === "sent" && isHello(card) ? [{ event: "hello-sent", at: changedAt }] : []
  ];
}
var withEvents = (card, before, events) => events.length > 0 ? { ...card, pending: [...pendingEvents(before), ...events] } : card;
function withoutEvents(card, done) {
  const isDone2 = (event) => done.some((one) => JSON.stringify(one) === JSON.stringify(event));
  const pending = pendingEvents(card);
  const left = pending.filter((event) => !isDone2(event));
  return left.length === pending.length ? card : { ...card, pending: left };
}
function askedAgain(card, to) {
  const { flag } = card;
  if (!flag?.to || flag.to === to)
    return card;
  const asked = { ...card, flag: { ...flag, to }, version: card.version + 1 };
  return withEvents(asked, card, [{ event: "flagged", by: flag.by, at: flag.at }]);
}

// dist/core/card/open-views.js
var viewKinds = [
  "draft",
  "going",
  "finish",
  "greet",
  "warning",
  "more",
  "history",
  "look",
  "delete",
  "snooze",
  "person",
  "picture"
];
var isViewKind = (callback) => viewKinds.some((kind) => kind === callback);
var quotesWhatIsGone = ({ purgedAt, removedAt = 0 }, { at }) => purgedAt !== void 0 || removedAt >= at;
var mostViews = 8;
var openForMs = 24 * hourMs;
var appearsWithinMs = 5 * secondMs;
function withOpenView(card, view) {
  const others = (card.openViews ?? []).filter(({ id, modal, at }) => id !== view.id && modal !== view.modal && !isForgotten(at, view.at));
  return { ...card, openViews: [...others, view].slice(-mostViews) };
}
function withoutOpenView(card, id) {
  const left = (card.openViews ?? []).filter((view) => view.id !== id);
  return left.length === (card.openViews ?? []).length ? card : { ...card, openViews: left };
}
function changeOpenView(card, id, change) {
  if (!card.openViews?.some((view) => view.id === id))
    return card;
  return { ...card, openViews: card.openViews.map((view) => view.id === id ? change(view) : view) };
}
var staleViews = ({ openViews = [], version }) => openViews.filter(({ shown }) => shown !== version);
var isForgotten = (openedAt, now) => now - openedAt >= openForMs;
function appearsAt({ at, hash }, now) {
  const isNew = Math.abs(now - at) < appearsWithinMs;
  return hash === void 0 && isNew ? at + appearsWithinMs : void 0;
}

// dist/core/desk/outages.js
var networkLooks = ["mentions", "followers", "own-posts", "recheck", "private-messages"];
var looks = [...networkLooks, "rota", "slack", "channel", "private-channel"];
var outageSubjects = ["network", "rota", "slack", "redis", "channel", "private-channel"];
var incidentAfterMs = 10 * minuteMs;
var graceMs = minuteMs;
var incidentAfter = (intervalMs) => Math.max(incidentAfterMs, 2 * intervalMs);
function failingLook({ reason, detail }, { lastGoodAt, afterMs, failingMs = Math.min(graceMs, afterMs) }, now) {
  const since = Math.min(lastGoodAt ?? now, now);
  return {
    since,
    incidentAt: Math.max(since + afterMs, now + failingMs),
    reason,
    ...detail === void 0 ? {} : { detail },
    ...lastGoodAt === void 0 ? { never: true } : {}
  };
}
function withFailure(silence, look, failure) {
  const before = silence.failing?.[look];
  if (before?.reason === failure.reason && before.retryAt === failure.retryAt)
    return silence;
  const { since, incidentAt } = before ?? failure;
  return { ...silence, failing: { ...silence.failing, [look]: { ...failure, since, incidentAt } } };
}
function withoutFailure(silence, look) {
  if (!silence.failing?.[look])
    return silence;
  const { [look]: _over, ...failing } = silence.failing;
  return { ...silence, failing };
}
function failingOf({ failing = {} }, subject) {
  const entries = looks.flatMap((look) => {
    const failure = subjectOf(look) === subject ? failing[look] : void 0;
    return failure ? [[look, failure]] : [];
  });
  return Object.fromEntries(entries);
}
var subjectOf = (look) => look === "rota" || look === "slack" || look === "channel" || look === "private-channel" ? look : "network";
var mainLooks = ["mentions", "followers", "own-posts"];
var isNothingRead = (failing) => mainLooks.every((look) => failing[look]);
function failingSince(failing) {
  const all = Object.values(failing).map(({ since }) => since);
  const main = mainLooks.flatMap((look) => failing[look]?.since ?? []);
  return isNothingRead(failing) ? Math.max(...main) : Math.min(...all);
}

// dist/core/desk/outage-steps.js
var sameOutageMs = hourMs;
function incidentTime(failing) {
  const times = Object.values(failing).map(({ incidentAt }) => incidentAt);
  return times.length > 0 ? Math.min(...times) : void 0;
}
function stepOutages(silence, now, leadAt) {
  let next = silence;
  for (const subject of outageSubjects) {
    if (subject === "redis")
      continue;
    const before = silence.outages?.[subject];
    const outage = nextOutage(before, failingOf(silence, subject), now, leadAt);
    if (outage && outage !== before)
      next = { ...next, outages: { ...next.outages, [subject]: outage } };
  }
  return next;
}
function nextOutage(before, failing, now, leadAt) {
  const lasts = before !== void 0 && before.until === void 0;
  const isOut = (incidentTime(failing) ?? Number.POSITIVE_INFINITY) <= now;
  if (!isOut)
    return lasts ? { ...before, until: now, version: before.version + 1 } : before;
  if (lasts) {
    if (isSame(before.looks, failing))
      return before;
    return { ...before, looks: failing, ...worst(before, failing), version: before.version + 1 };
  }
  const since = failingSince(failing);
  const isAnother = before !== void 0 && !isSameOutage(before, since);
  return isAnother && before.told < before.version ? before : beginOutage(before, since, failing, leadAt);
}
var isSameOutage = ({ until }, since) => until !== void 0 && since - until < sameOutageMs;
function beginOutage(before, since, failing, leadAt) {
  const lead = leadAt === void 0 || Object.values(failing).some(isKnownToLead) ? {} : { leadAt };
  if (!before?.until || !isSameOutage(before, since)) {
    return { from: since, since, looks: failing, ...worst(void 0, failing), version: 1, told: 0, ...lead };
  }
  const { until, ...rest } = before;
  return {
    ...rest,
    ...lead,
    since: Math.max(since, until),
    backAt: until,
    looks: failing,
    ...worst(before, failing),
    version: before.version + 1
  };
}
var worst = (before, failing) => before?.nothing || isNothingRead(failing) ? { nothing: true } : {};
var isKnownToLead = ({ reason }) => reason === "sign-in" || reason === "not-permitted" || reason === "budget";
function withPastOutage(silence, subject, from, until) {
  const before = silence.outages?.[subject];
  const isKnown = before?.until !== void 0 && from <= before.until + graceMs;
  if (isKnown && until <= (before.until ?? 0))
    return silence;
  const outage = isKnown ? { ...before, until, version: before.version + 1 } : { ...beginOutage(before, from, {}, void 0), until };
  return { ...silence, outages: { ...silence.outages, [subject]: outage } };
}
function outagesDueAt(silence) {
  const times = outageSubjects.flatMap((subject) => {
    const outage = silence.outages?.[subject];
    const failing = failingOf(silence, subject);
    if (outage && outage.told < outage.version)
      return [0];
    if (!outage || outage.until !== void 0)
      return incidentTime(failing) ?? [];
    const isStale = !isSame(outage.looks, failing);
    return isStale ? [0] : outage.lead ? [] : outage.leadAt ?? [];
  });
  return times.length > 0 ? Math.min(...times) : void 0;
}
function outageTold(silence, subject, before, lead) {
  const known = silence.outages?.[subject];
  if (known?.from !== before.from)
    return silence;
  const { lead: _lead, leadAt: _leadAt, ...outage } = known;
  const ofBoth = known.told === before.told ? Math.max : Math.min;
  const told = { ...outage, told: ofBoth(known.told, before.version), ...lead };
  return { ...silence, outages: { ...silence.outages, [subject]: told } };
}
var isSame = (one, other) => looks.every((look) => one[look]?.since === other[look]?.since && one[look]?.reason === other[look]?.reason);

// dist/core/rota/remembered.js
function remembered(rota, question, compute) {
  const known = cache.get(rota) ?? /* @__PURE__ */ new Map();
  cache.set(rota, known.size < mostCached ? known : /* @__PURE__ */ new Map());
  const key = JSON.stringify(question);
  if (!known.has(key))
    known.set(key, compute());
  return known.get(key);
}
var cache = /* @__PURE__ */ new WeakMap();
var mostCached = 1e4;

// dist/core/keeping/purged-panel.js
var purgedPanel = ({ id, format, kind, to, version, startedAt, message, saidBy }, at) => ({
  id,
  format,
  kind,
  ...to ? { to } : {},
  version: version + 1,
  startedAt,
  closed: true,
  ...message ? { message } : {},
  ...saidBy ? { saidBy } : {},
  lists: [],
  purgedAt: at
});
var isBlank = (content) => "card" in content ? isPurged(content.card) : content.panel.purgedAt !== void 0;
function asMayStand(panel, token) {
  const { erased, message, purgedAt, startedAt, to } = panel;
  const isOver = purgedAt !== void 0 && !erased;
  if (!to || isOver || message?.ts !== void 0)
    return panel;
  const known = message ? omit(message, "quiet") : { token, slotAt: 0, shown: 0, to };
  return { ...panel, message: { begunAt: startedAt, ...known } };
}

// dist/core/keeping/erased.js
var namesPerson = (id, { person }) => id.split("-").includes(person);
function erasedCard(card, at) {
  if (card.erased)
    return card;
  const left = omit(card, "listed", "hold", "flag", "holder", "reply", "closed", "review");
  return purgedCard({ ...left, state: "withdrawn", changedAt: at, erased: true }, at);
}
var isOutOfSlack = (card) => staleMessage(card) === void 0 && pendingEvents(card).length === 0 && (card.openViews ?? []).length === 0;
var isFromBefore = (card, at) => newestAct(card).at <= at;
var forgottenFrom = (card) => card.forgotten && isDone(card) && !card.flag && !card.erased ? card.changedAt : void 0;
function withoutPerson(panel, who, at) {
  if (panel.erased)
    return panel;
  const isTheirs = (card) => card !== void 0 && namesPerson(card, who);
  const { about, before, lists, read, report } = panel;
  const others = lists?.filter(({ card }) => !isTheirs(card));
  const saysNothingElse = lists !== void 0 && lists.length > 0 && others?.length === 0;
  if (namesPerson(panel.id, who) || isTheirs(about) || saysNothingElse)
    return erasedPanel(panel, at);
  const isNamed = lists?.length !== others?.length || read?.cards.some(isTheirs) === true;
  const isAfterTheirs = before !== void 0 && namesPerson(before, who);
  const slipped = report?.figures.slipped.map((one) => one.post && who.posts.includes(one.post) ? omit(one, "post") : one);
  const isLinked = slipped?.some((one, at2) => one !== report?.figures.slipped[at2]) === true;
  if (!isNamed && !isAfterTheirs && !isLinked)
    return panel;
  return {
    ...isAfterTheirs ? omit(panel, "before") : panel,
    ...report && slipped ? { report: { ...report, figures: { ...report.figures, slipped } } } : {},
    ...others ? { lists: others } : {},
    ...read ? { read: { ...read, cards: read.cards.filter((card) => !isTheirs(card)) } } : {},
    version: panel.version + 1
  };
}
var erasedPanel = (panel, at) => panel.erased ? panel : { ...purgedPanel(panel, at), ...panel.parts ? { parts: panel.parts } : {}, erased: true };
var isPanelOutOfSlack = (panel) => staleFrom(panel) === void 0;
function settingsWithout(settings, who) {
  const { greeted, muted, mutedPeople = [] } = settings;
  const left = {
    muted: muted.filter(({ conversation }) => !who.posts.includes(conversation)),
    mutedPeople: mutedPeople.filter(({ person }) => person !== who.person),
    greeted: greeted?.cards.filter((card) => !namesPerson(card, who)) ?? []
  };
  const isSame2 = left.muted.length === muted.length && left.mutedPeople.length === mutedPeople.length && left.greeted.length === (greeted?.cards.length ?? 0);
  if (isSame2)
    return settings;
  return {
    ...settings,
    ...left,
    ...greeted ? { greeted: { ...greeted, cards: left.greeted } } : { greeted: void 0 }
  };
}

// dist/core/keeping/keeping-times.js
var recordForMs = 400 * dayMs;
var panelRecordForMs = 30 * dayMs;
var hasNothingLeft = ({ acts }) => acts.every(({ gone }) => gone);
function purgeAt(rules2, card) {
  if (!isDone(card) || card.flag || isPurged(card))
    return void 0;
  if (hasNothingLeft(card) && pendingEvents(card).length === 0)
    return card.changedAt;
  const from = forgottenFrom(card) ?? keptUntil(rules2, card.changedAt);
  return Math.max(from, card.hold?.until ?? 0);
}
function cardEndsAt(card) {
  if (card.erased)
    return isOutOfSlack(card) ? card.changedAt : void 0;
  return isPurged(card) ? card.changedAt + recordForMs : void 0;
}
function panelPurgeAt(rules2, panel) {
  const { kind, purgedAt, startedAt, to } = panel;
  const saysNothing = kind === "notice" || kind === "cover" || kind === "report";
  if (to === void 0 || saysNothing || purgedAt !== void 0)
    return void 0;
  return keptUntil(rules2, startedAt);
}
function panelEndsAt(panel) {
  const { erased, purgedAt, startedAt } = panel;
  if (erased)
    return isPanelOutOfSlack(panel) ? startedAt : void 0;
  return purgedAt === void 0 ? startedAt + recordForMs : purgedAt + panelRecordForMs;
}
function keptUntil({ keep, rota }, fromMs) {
  const { openDays } = keep;
  const at = remembered(rota, ["kept", fromMs, openDays], () => openDaysAfter(rota, fromMs, openDays));
  return at ?? fromMs;
}

// dist/core/due/deadlines.js
var reminderStages = ["shift", "fallback"];
var targetsPassed = { shift: 1, fallback: 2 };
function lookWantedSince({ state, review, reply }) {
  if (state === "in-review" && review && !review.reviewer)
    return review.askedAt;
  return state === "unsure" && reply?.notSeen ? reply.unsureSince : void 0;
}
var waitsForShift = (card) => !isSetAside(card) && (card.state === "open" && !isGathered(card) || lookWantedSince(card) !== void 0);
var overdueAt = (desk, card, stage) => waitsForShift(card) ? dueBy(desk, card, card.clock?.reminded?.[stage], targetsPassed[stage]) : void 0;
function dueBy(desk, card, since = Number.NEGATIVE_INFINITY, targetsPassed2 = 1) {
  const wanted = lookWantedSince(card);
  const lookMs = desk.nudges.putBackMs * targetsPassed2;
  const lookBy = wanted !== void 0 && wanted > since ? openTimePassedAt(desk.rota, wanted, lookMs, card.clock?.stops) : void 0;
  const times = [answerBy(desk, card, since, targetsPassed2), lookBy].filter((at) => at !== void 0);
  return times.length > 0 ? Math.min(...times) : void 0;
}
function questionSince(card) {
  if (isDone(card) || isSetAside(card) || isGathered(card))
    return void 0;
  const times = unanswered(card).flatMap((act) => isQuestion(act) ? act.at : []);
  return times.length > 0 ? Math.max(Math.min(...times), card.clock?.waitsFrom ?? 0) : void 0;
}
var isLate = (desk, card, now) => waitsForShift(card) && (dueBy(desk, card) ?? Number.POSITIVE_INFINITY) <= now;
var remindedUpTo = (card) => Math.max(card.acts.at(-1)?.at ?? 0, lookWantedSince(card) ?? 0);
function answerBy({ rota, responseTargets }, card, since = Number.NEGATIVE_INFINITY, targetsPassed2 = 1) {
  if (isGathered(card))
    return void 0;
  const times = unanswered(card).flatMap((act) => {
    const target = isWritten(act) && act.at > since ? responseTargets[act.topic] : void 0;
    if (target === void 0)
      return [];
    const from = Math.max(act.at, card.clock?.waitsFrom ?? act.at);
    const openMs = remembered(rota, [target, from, targetsPassed2], () => openTimeOf(target, rota, from, targetsPassed2));
    return openMs === void 0 ? [] : openTimePassedAt(rota, from, openMs, card.clock?.stops) ?? [];
  });
  return times.length > 0 ? Math.min(...times) : void 0;
}
function openTimePassedAt(rota, fromMs, openMs, stops = []) {
  return remembered(rota, [fromMs, openMs, stops], () => computeOpenTimePassedAt(rota, fromMs, openMs, stops));
}
function computeOpenTimePassedAt(rota, fromMs, openMs, stops) {
  let from = fromMs;
  let left = openMs;
  for (const stop of stops) {
    if (stop.to === void 0)
      return void 0;
    if (stop.to <= from)
      continue;
    left -= Math.min(left, openTimeBetween(rota, from, Math.max(from, stop.from)));
    from = stop.to;
  }
  return afterOpenTime(rota, from, left);
}
function assigneeOf({ state, holder, review }) {
  if (state === "in-review")
    return review?.reviewer;
  return state === "claimed" || state === "handed-off" ? holder?.id : void 0;
}
var returningActions = [
  "begin",
  "lapse",
  "reject",
  "edited",
  "withdraw"
];
function lastActivityAt({ draft, history, holder, kept }, person) {
  return Math.max(holder?.id === person ? holder.since : 0, draft?.by === person ? draft.at : 0, kept?.by === person ? kept.at : 0, history.findLast(({ action, by }) => by === person || returningActions.includes(action))?.at ?? 0);
}
var isIdleWith = (card, person, since) => assigneeOf(card) === person && !card.flag && lastActivityAt(card, person) <= since;
var idlePanelId = (assignee, at) => panelId(`idle-${assignee}-${at}`);
function asksAbout(panel, card, { since, assignee }) {
  const isSince2 = (begin) => panel.startsWith(begin) && Number(panel.slice(begin.length)) >= since;
  return panel === `idle-${card.id}-${since}` || isSince2(`idle-${assignee}-`) || isSince2(`shift-end-${assignee}-`);
}
var isAsked = (card, idleInfo) => (card.listed?.in ?? []).some((panel) => asksAbout(panel, card, idleInfo));
function idleInfoOf({ rota, nudges }, card) {
  const assignee = assigneeOf(card);
  if (!assignee || isSetAside(card))
    return void 0;
  const since = lastActivityAt(card, assignee);
  const after = (openMs) => openTimePassedAt(rota, since, openMs, card.clock?.stops);
  return { assignee, since, askAt: after(nudges.stillOnItMs), backAt: after(nudges.putBackMs) };
}

// dist/core/due/due-entries.js
var cardJobs = [
  "show",
  "after",
  "send",
  "settle",
  "wake",
  "expire",
  "remind",
  "idle",
  "views",
  "purge"
];
var panelJobs = ["panel", "close", "purge-panel"];
var networkPolls = ["mentions", "followers", "own-posts", "recheck", "private-messages"];
var polls = [...networkPolls, "colleagues", "rota", "outlook", "shifts", "keeping"];
var pollIntervals = {
  mentions: "pollMentionsMs",
  followers: "pollFollowersMs",
  "own-posts": "pollOwnPostsMs",
  recheck: "recheckMs",
  "private-messages": "pollPrivateMs",
  colleagues: "pollColleaguesMs",
  rota: "pollRotaMs",
  outlook: "pollOutlookMs",
  shifts: "pollShiftsMs",
  keeping: "pollKeepingMs"
};
var settingsJobs = ["covers", "pauses", "outages", "report"];
var isNetworkPoll = (poll) => networkPolls.some((one) => one === poll);
var wholeDesk = "desk";
var recoverEntry = { job: "recover", id: wholeDesk };
var homeEntry = { job: "home", id: wholeDesk };
function dueEntries(card, timings, hours) {
  const entries = [];
  const add = (job, at) => entries.push({ job, id: card.id, at });
  const stale = staleMessage(card);
  if (stale)
    add("show", stale.at);
  if (hasMoreToFollow(card))
    add("after", 0);
  if (staleViews(card).length > 0)
    add("views", 0);
  const { reply } = card;
  if (reply && card.state === "sending")
    add("send", reply.dueAt);
  if (reply && card.state === "posting")
    add("settle", reply.postingUntil ?? 0);
  if (reply && card.state === "unsure" && !reply.notSeen) {
    const look = timings.settleLooksMs[reply.looks];
    if (look !== void 0)
      add("settle", (reply.unsureSince ?? 0) + look);
  }
  const purged = cardEndsAt(card) ?? purgeAt(hours, card);
  if (purged !== void 0)
    add("purge", purged);
  if (card.flag)
    return entries;
  if (card.snoozedUntil !== void 0)
    add("wake", card.snoozedUntil);
  if (card.state === "open" && isFollow(card))
    add("expire", newestAct(card).at + timings.followExpiresMs);
  if (isGathered(card))
    add("expire", newestAct(card).at + timings.answerExpiresMs);
  const overdue = reminderStages.flatMap((stage) => overdueAt(hours, card, stage) ?? []);
  if (overdue.length > 0)
    add("remind", Math.min(...overdue));
  const idleInfo = idleInfoOf(hours, card);
  const idleAt = idleInfo && (isAsked(card, idleInfo) ? idleInfo.backAt : idleInfo.askAt);
  if (idleAt !== void 0)
    add("idle", idleAt);
  return entries;
}
var hasMoreToFollow = (card) => pendingEvents(card).length > 0 || card.listed !== void 0 && card.listed.told !== card.version;
function settingsEntries(settings) {
  const { covers, pausesToTell = [], weeklyReport } = settings;
  const outagesAt = outagesDueAt(settings);
  const isStale = covers.some(({ told, version }) => told < version);
  const ends = isStale ? [0] : covers.filter(({ over }) => !over).map(({ toMs }) => toMs);
  return [
    ...ends.length > 0 ? [{ job: "covers", id: wholeDesk, at: Math.min(...ends) }] : [],
    ...pausesToTell.length > 0 ? [{ job: "pauses", id: wholeDesk, at: 0 }] : [],
    ...outagesAt === void 0 ? [] : [{ job: "outages", id: wholeDesk, at: outagesAt }],
    ...weeklyReport ? [{ job: "report", id: wholeDesk, at: weeklyReport.nextAt }] : []
  ];
}
function panelEntries(panel, rules2) {
  const { id, closed, endsAt } = panel;
  const purgeAt2 = panelPurgeAt(rules2, panel) ?? panelEndsAt(panel);
  const ends = [
    ...endsAt !== void 0 && !closed ? [{ job: "close", id, at: endsAt }] : [],
    ...purgeAt2 === void 0 ? [] : [{ job: "purge-panel", id, at: purgeAt2 }]
  ];
  const at = staleFrom(panel);
  return at === void 0 ? ends : [{ job: "panel", id, at }, ...ends];
}

// dist/store/x-records.js
import { createHmac } from "node:crypto";

// dist/store/known-followers.js
var mark = ":";
var base = 36;
var followerText = (id) => /^[1-9]\d*$/u.test(id) ? mark + BigInt(id).toString(base) : id;
function followerOf(text) {
  if (!text.startsWith(mark))
    return accountId(text);
  const digits2 = [...text.slice(mark.length)].map((digit) => BigInt(Number.parseInt(digit, base)));
  return accountId(String(digits2.reduce((number, digit) => number * BigInt(base) + digit, 0n)));
}
var textsOf = (id) => [followerText(id), id];
async function areKnownFollowers(redis, { followers }, ids) {
  if (ids.length === 0)
    return [];
  const known = await redis.smismember(followers, ...ids.flatMap(textsOf));
  return ids.map((_, at) => known.slice(2 * at, 2 * at + 2).includes(1));
}
async function* knownFollowers(redis, { followers }) {
  for await (const texts of redis.sscanStream(followers, { count: 1e3 })) {
    yield texts.map(followerOf);
  }
}
async function dropFollowers(redis, { followers }, ids) {
  if (ids.length > 0)
    await redis.srem(followers, ...ids.flatMap(textsOf));
}

// dist/store/shared-lua.js
var countLua = `
local count = redis.call('INCR', KEYS[1])
if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return count
`;
var bootLua = `
local function boot()
  local run = string.match(redis.call('INFO', 'server'), 'run_id:(%x+)')
  local replication = string.match(redis.call('INFO', 'replication'), 'master_replid:(%x+)')
  return run .. '-' .. replication
end
`;
var unreadLua = `
local function unread(key, booted)
  local known = redis.call('HMGET', key, 'recovered', 'channel-read')
  if known[1] == booted then return '' end
  return known[2] == booted and 'timeline' or 'channel'
end
`;
var clockLua = `
local function clock()
  local time = redis.call('TIME')
  return string.format('%.0f', time[1] * 1000 + math.floor(time[2] / 1000))
end
`;
var homesLua = `
local function homesChanged(homes, due)
  if redis.call('HEXISTS', homes, 'open') == 0 then return end
  redis.call('HINCRBY', homes, 'changes', 1)
  redis.call('ZADD', due, 0, '${dueMember(homeEntry)}')
end
`;
var placeLua = `
local function place(placed, command)
  if placed then
    for at = 4, #command do redis.call('ZREM', KEYS[tonumber(command[at])], placed) end
  end
  local to = tonumber(command[2])
  if to > 0 then
    redis.call('ZADD', KEYS[to], 0, command[3])
    redis.call('HSET', KEYS[1], 'place', command[3])
  elseif placed then
    redis.call('HDEL', KEYS[1], 'place')
  end
end
`;

// dist/store/x-records.js
var advanceLua = `${bootLua}
if boot() ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], ARGV[6], ARGV[2])
local old = tonumber(redis.call('HGET', KEYS[1], ARGV[4]) or '0')
if tonumber(ARGV[3]) > old then redis.call('HSET', KEYS[1], ARGV[4], ARGV[3], ARGV[5], ARGV[2]) end
return 1
`;
var polls2 = ["mentions", "own-posts"];
var timeField = (poll) => `${poll}-at`;
var readField = (poll) => `${poll}-read-at`;
var lookedField = (poll) => `${poll}-looked-at`;
var readLua = `${bootLua}
local found = { boot() }
for at = 1, #ARGV do table.insert(found, redis.call('HGET', KEYS[1], ARGV[at]) or '') end
return found
`;
var rememberLua = `${bootLua}
if boot() ~= ARGV[1] then return 0 end
for n = 3, #ARGV do redis.call('SADD', KEYS[2], ARGV[n]) end
redis.call('HSET', KEYS[1], 'followers', ARGV[2])
return 1
`;
function createWatermarks(redis, keys) {
  const read = async (...fields) => {
    const [under = "", ...values] = await redis.eval(readLua, 1, keys.watermarks, ...fields);
    return { boot: boot(under), values };
  };
  return {
    async begunAt(now) {
      await redis.hsetnx(keys.watermarks, "begun-at", now);
      return Number(await redis.hget(keys.watermarks, "begun-at"));
    },
    async newest(poll) {
      const { boot: boot2, values } = await read(timeField(poll), readField(poll), lookedField(poll));
      const [at = "", readAt = "", lookedAt = ""] = values;
      return {
        boot: boot2,
        ...at !== "" && { at: Number(at) },
        ...readAt !== "" && { readAt: Number(readAt) },
        ...lookedAt !== "" && { lookedAt: Number(lookedAt) }
      };
    },
    async advance(poll, at, under, now) {
      const args = [under, now, at, timeField(poll), readField(poll), lookedField(poll)];
      await redis.eval(advanceLua, 1, keys.watermarks, ...args);
    },
    async odd() {
      return Object.values(await redis.hgetall(keys.odd)).map((text) => JSON.parse(text));
    },
    async keepOdd(post) {
      await redis.hset(keys.odd, post.id, JSON.stringify(post));
    },
    async dropOdd(id) {
      await redis.hdel(keys.odd, id);
    },
    async followersRead() {
      const { boot: boot2, values } = await read("followers");
      return { boot: boot2, ...values[0] ? { at: Number(values[0]) } : {} };
    },
    areKnown: (ids) => areKnownFollowers(redis, keys, ids),
    async remember(ids, at, under) {
      const texts = ids.map(followerText);
      await redis.eval(rememberLua, 2, keys.watermarks, keys.followers, under, at, ...texts);
    }
  };
}
var maxRecentPosts = 2e3;
var keepLua = `
for at = 2, #ARGV, 3 do
  if redis.call('HSETNX', KEYS[1], ARGV[at], ARGV[at + 2]) == 1 then
    redis.call('ZADD', KEYS[2], ARGV[at + 1], ARGV[at])
  end
end
for _, id in ipairs(redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', '(' .. ARGV[1], 'LIMIT', 0, 500)) do
  redis.call('HDEL', KEYS[1], id)
  redis.call('ZREM', KEYS[2], id)
end
`;
var dropLua = `
redis.call('HDEL', KEYS[1], ARGV[1])
redis.call('ZREM', KEYS[2], ARGV[1])
`;
var replaceLua = `
if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 1 then redis.call('HSET', KEYS[1], ARGV[1], ARGV[2]) end
`;
var recentLua = `
local found = {}
local ids = redis.call('ZRANGE', KEYS[2], '+inf', ARGV[1], 'BYSCORE', 'REV', 'LIMIT', 0, ARGV[2], 'WITHSCORES')
for at = 1, #ids, 2 do
  local text = redis.call('HGET', KEYS[1], ids[at])
  if text then
    table.insert(found, ids[at])
    table.insert(found, ids[at + 1])
    table.insert(found, text)
  end
end
return found
`;
function createOurPosts(redis, keys) {
  const named = [keys.saidTexts, keys.saidTimes];
  return {
    async keep(posts, now) {
      const fresh = posts.filter(({ at }) => at >= now - rememberPostsForMs);
      const args = fresh.flatMap(({ id, at, text }) => [id, at, text]);
      await redis.eval(keepLua, 2, ...named, now - rememberPostsForMs, ...args);
    },
    async drop(id) {
      await redis.eval(dropLua, 2, ...named, id);
    },
    async change(id, change) {
      const text = await redis.hget(keys.saidTexts, id);
      if (text !== null)
        await redis.eval(replaceLua, 1, keys.saidTexts, id, change(text));
    },
    async get(id) {
      return await redis.hget(keys.saidTexts, id) ?? void 0;
    },
    async recent(now) {
      const found = await redis.eval(recentLua, 2, ...named, now - rememberPostsForMs, maxRecentPosts);
      return found.flatMap((id, at) => at % 3 === 0 ? [{ id, at: Number(found[at + 1]), text: found[at + 2] ?? "" }] : []);
    }
  };
}
var billedForMs = 3 * dayMs;
var monthForMs = 400 * dayMs;
var markLength = 16;
var chargeLua = `
local count = tonumber(ARGV[3])
if #ARGV > 5 then
  count = 0
  for i = 6, #ARGV do count = count + redis.call('SADD', KEYS[2], ARGV[i]) end
  redis.call('PEXPIRE', KEYS[2], ARGV[4])
end
if count > 0 then
  redis.call('HINCRBY', KEYS[1], 'count ' .. ARGV[1], count)
  redis.call('HINCRBY', KEYS[1], 'usd ' .. ARGV[1], count * tonumber(ARGV[2]))
  redis.call('PEXPIRE', KEYS[1], ARGV[5])
end
return count
`;
function createLedger(redis, keys, secret = "", together = [keys]) {
  const mark2 = (resource) => createHmac("sha256", secret).update(resource).digest("base64url").slice(0, markLength);
  return {
    async charge({ call, priceMicroUsd, resources, count, at }) {
      const day = new Date(at).toISOString().slice(0, 10);
      const named = [keys.ledger(day.slice(0, 7)), keys.billed(day)];
      const args = [call, priceMicroUsd, count, billedForMs, monthForMs, ...(resources ?? []).map(mark2)];
      await redis.eval(chargeLua, named.length, ...named, ...args);
    },
    month: (at) => monthlyBill(redis, keys, at),
    monthTogether: async (at) => addBills(await Promise.all(together.map((one) => monthlyBill(redis, one, at))))
  };
}
async function monthlyBill(redis, keys, at) {
  const fields = await redis.hgetall(keys.ledger(new Date(at).toISOString().slice(0, 7)));
  const byCall = {};
  let microUsd = 0;
  for (const [field, value] of Object.entries(fields)) {
    const call = field.slice(field.indexOf(" ") + 1);
    const entry = byCall[call] ?? { charged: 0, microUsd: 0 };
    const isMoney = field.startsWith("usd ");
    byCall[call] = { ...entry, [isMoney ? "microUsd" : "charged"]: Number(value) };
    if (isMoney)
      microUsd += Number(value);
  }
  return { microUsd, byCall };
}
function logFailedCharges(ledger, log, isKnownIncident) {
  return {
    ...ledger,
    charge: (charge) => ledger.charge(charge).catch((error) => {
      if (!isKnownIncident(error))
        log.error({ error: error.message, call: charge.call }, "not charged");
    })
  };
}

// dist/core/board/placement.js
var followersWithOwnMessage = 2;
var foldFromCards = 3;
function needsOwnMessage(card) {
  if (isHello(card))
    return true;
  if (isDone(card))
    return false;
  if (isAskedPanel(card.panel) && !isPlainAnswer(card))
    return true;
  if (answersUs(card) && card.answers.length > 0)
    return true;
  const act = waitingAct(card);
  const hadColleague = card.passes.length > 0 || card.review !== void 0 || card.note?.back === true;
  return isQuestion(act) || urgentWordOf(card) !== void 0 || hadColleague;
}
var isFoldable = (card) => card.state === "open" && !isFollow(card) && !needsOwnMessage(card) && !isPlainAnswer(card);
var isGatherable = (card) => card.state === "open" && isPlainAnswer(card) && !needsOwnMessage(card);
function seriesName(series) {
  if (series.kind === "digest")
    return "digest";
  return `${series.kind}-${"to" in series ? series.to : series.conversation}`;
}
function nthPanelId(series, rota, now, n) {
  const first = series.kind === "digest" ? `digest-${localDate(rota, now)}` : seriesName(series);
  return panelId(n === 1 ? first : `${first}-${n}`);
}
function isPanelOver(panel, rota, now) {
  if (panel.closed)
    return true;
  return panel.outcome?.how !== "muted" && !isSameDay(rota, panel.startedAt, now) && isOpen(rota, now);
}
var intoPanel = (card, panel) => ({
  ...withoutOwnMessage(omit(card, "panelShown")),
  panel
});
var outOfPanel = (card) => withStaleLinks(omit(card, "panel", "panelShown"));
function isMessageTooOld(card) {
  const own = card.messages[cardKey];
  if (card.state !== "open" || own?.ts === void 0 || own.begunAt === void 0)
    return false;
  const reopened = card.history.findLast(({ action }) => action === "another-act" || action === "reopen");
  return reopened !== void 0 && reopened.at > own.begunAt + dayMs;
}
function withoutOwnMessage(card) {
  const { [cardKey]: own, ...messages } = card.messages;
  if (!own)
    return card;
  const isPosted = own.ts !== void 0 || own.begunAt !== void 0;
  return withStaleLinks({
    ...card,
    messages: isPosted ? { ...messages, [formerKey(own)]: own } : messages
  });
}
function withStaleLinks(card) {
  const messages = Object.entries(card.messages).map(([key, message]) => [
    key,
    isFormerKey(key) ? { ...message, shown: 0 } : message
  ]);
  return { ...card, messages: Object.fromEntries(messages) };
}

// dist/core/card/former-card.js
function fromFormat1(card) {
  return {
    ...card,
    format: 2,
    acts: card.acts.map((act) => act.kind === "mention" ? plainMention(act) : act),
    answers: card.answers.map(plainAnswer)
  };
}
function plainMention({ photos, ...act }) {
  return {
    ...act,
    ...withDisplayedLinks(plainText(act.text), act.links),
    media: Array.from({ length: photos }, () => ({ kind: "photo" }))
  };
}
function withDisplayedLinks(text, links) {
  const known = new Map(links.filter(({ shown: shown2 }) => shown2 !== "").map((one) => [one.shown, one]));
  if (known.size === 0)
    return { text, links: [] };
  const found = [];
  let shown = "";
  for (const part of text.split(/(https?:\/\/[\w./-]+)/u)) {
    const link = known.get(part);
    const start = shown.length;
    shown += link ? link.display || part : part;
    if (link)
      found.push({ start, end: shown.length, url: link.shown, expanded: link.expanded });
  }
  return { text: shown, links: found };
}
function plainAnswer(answer) {
  const text = plainText(answer.text);
  return { ...answer, text: text.slice(leadingNames(text).length) };
}

// dist/core/desk/desk-settings.js
var muteMs = 30 * dayMs;
var mutedPeopleAt = ({ mutedPeople = [] }, now) => mutedPeople.filter(({ until }) => until > now);
function withoutHandle(settings, person) {
  const { mutedPeople = [] } = settings;
  if (!mutedPeople.some((one) => one.person === person && one.handle !== ""))
    return settings;
  return {
    ...settings,
    mutedPeople: mutedPeople.map((one) => one.person === person ? { ...one, handle: "" } : one)
  };
}
function trimmed(settings, now, keptMs) {
  const since = now - keptMs;
  const { covers, muted, mutedPeople = [], notes } = settings;
  const left = {
    covers: covers.filter(({ over, toMs }) => !over || toMs >= since),
    muted: muted.filter(({ at }) => at >= since),
    mutedPeople: mutedPeople.filter(({ until }) => until > now),
    notes: notes.filter(({ until }) => until > now - dayMs)
  };
  const count = (one) => one.covers.length + one.muted.length + (one.mutedPeople ?? []).length + one.notes.length;
  return count(left) === count(settings) ? settings : { ...settings, ...left };
}
function mutingOf(settings, { author, conversation }, now) {
  if (mutedPeopleAt(settings, now).some(({ person }) => person === author))
    return "muted-person";
  return settings.muted.some((one) => one.conversation === conversation) ? "muted" : void 0;
}
var emptySettings = { format: 1, muted: [], covers: [], notes: [], starters: [] };

// dist/core/board/waiting-counts.js
var waitingKinds = ["question", "complaint", "praise", "other", "follow", "hello"];

// dist/core/card/telling.js
var tellingOf = (event) => ({
  what: event.event,
  of: "n" in event ? event.n : event.at
});
var cameBack2 = ["rejected", "lapsed", "paused"];
function isStillSo(card, { what, of }) {
  const { flag, holder, note, notice, reply, review, state } = card;
  const isInHand = state === "claimed" || state === "in-review" && review?.reviewer !== void 0;
  switch (what) {
    case "came-back":
      return isInHand && reply?.n === of && cameBack2.includes(notice?.kind);
    case "not-seen":
      return state === "unsure" && reply?.n === of && reply.notSeen === true;
    case "check-asked":
      return state === "in-review" && review?.askedAt === of && !review.reviewer;
    case "passed":
      return state === "claimed" && holder?.since === of && card.passes.at(-1)?.at === of;
    case "flagged":
      return flag?.at === of;
    case "sent-back":
      return state === "claimed" && note?.back === true && note.at === of;
  }
}
var ownerOf = ({ holder, review }) => review?.reviewer ?? holder?.id;
function needs(card, telling, person) {
  const isForAnyOfSeveral = telling.what === "check-asked" || telling.what === "flagged";
  return isStillSo(card, telling) && (isForAnyOfSeveral || ownerOf(card) === person);
}

// dist/core/desk/checker.js
function checkersOf(desk, writer, now) {
  const { rota } = desk;
  const mayCheck = ({ gone, shared, slackId, trainee }) => !trainee && !shared && !gone && slackId !== writer;
  const present = onShift(rota, openFrom(rota, now) ?? now).map(({ member }) => member).filter(mayCheck);
  const asked = present.length > 0 ? present : substitutes(desk).filter(mayCheck).slice(0, 1);
  return asked.map(({ slackId }) => slackUserId(slackId));
}
function substitutes({ fallback, rota: { staff } }) {
  return [...staff.filter(({ key }) => key === fallback), ...staff.filter(({ lead }) => lead)];
}

// dist/core/desk/lead.js
function leadToAsk({ rota }, now, asker) {
  const leads = rota.staff.filter(({ gone, lead: lead2 }) => lead2 && !gone);
  const others = leads.filter(({ slackId }) => slackId !== asker);
  const present = new Set(onShift(rota, now).map(({ member }) => member.slackId));
  const lead = others.find(({ slackId }) => present.has(slackId)) ?? others[0] ?? leads[0];
  return lead && slackUserId(lead.slackId);
}
function leadOfFlag(desk, { to, by }, now) {
  const isLead = desk.rota.staff.some(({ gone, lead, slackId }) => lead && !gone && slackId === to);
  return isLead ? to : leadToAsk(desk, now, by);
}

// dist/core/desk/fallback.js
function fallbackOf(desk, now) {
  const member = desk.rota.staff.find(({ gone, key }) => key === desk.fallback && !gone);
  if (member)
    return slackUserId(member.slackId);
  return goneFallback(desk) && leadToAsk(desk, now);
}
function goneFallback({ fallback, listedStaff, outsiders, rota }) {
  if (fallback === void 0)
    return void 0;
  const member = rota.staff.find(({ key }) => key === fallback);
  if (member)
    return member.gone && slackUserId(member.slackId);
  const id = listedStaff?.find(({ key }) => key === fallback)?.slackId ?? fallback;
  return outsiders?.some(({ slackId }) => slackId === id) ? slackUserId(id) : void 0;
}
function isGone(desk, person) {
  const member = memberOf(desk, person);
  if (member)
    return member.gone === true;
  return (desk.outsiders ?? []).some(({ inChannel, slackId }) => slackId === person && !inChannel);
}
var canBeAsked = (desk, person) => memberOf(desk, person) !== void 0 && !memberOf(desk, person)?.gone;

// dist/core/due/shift-edges.js
var startedShifts = (rota, now) => onShift(rota, now).filter(({ fromMs }) => now - fromMs < dayMs).map(({ member, fromMs }) => ({ person: slackUserId(member.slackId), at: fromMs }));
function endedShifts(rota, now) {
  const present = new Set(onShift(rota, now).map(({ member }) => member.slackId));
  const ends = /* @__PURE__ */ new Map();
  for (const { member, toMs } of dutiesBetween(rota, now - dayMs, now)) {
    if (present.has(member.slackId) || toMs > now)
      continue;
    const person = slackUserId(member.slackId);
    ends.set(person, Math.max(toMs, ends.get(person) ?? 0));
  }
  return [...ends].map(([person, at]) => ({ person, at }));
}
function nextEdgeAt(rota, now, latest) {
  const ends = onShift(rota, now).map(({ untilMs }) => untilMs);
  return Math.min(latest, nextOnShift(rota, now)?.atMs ?? latest, ...ends);
}
function successorOf(rota, now, person) {
  const present = onShift(rota, now).map(({ member }) => member);
  const others = [...present, ...nextOnShift(rota, now)?.members ?? []].filter(({ slackId }) => slackId !== person);
  return others[0] && slackUserId(others[0].slackId);
}
var shiftStartId = ({ person, at }) => panelId(`shift-start-${person}-${at}`);
var shiftEndId = ({ person, at }) => panelId(`shift-end-${person}-${at}`);
var isPatronPost = (card) => !isFollow(card) && !isHello(card);

// dist/core/due/reminders.js
function peopleToRemind(desk, now, stage, card) {
  const fallback = fallbackOf(desk, now);
  const writer = card?.state === "in-review" ? card.holder?.id : void 0;
  const present = onShift(desk.rota, now).filter(({ member }) => !writer || member.slackId !== writer && !member.trainee).map(({ member }) => slackUserId(member.slackId));
  return stage === "shift" && present.length > 0 ? present : fallback ? [fallback] : [];
}
var isStillToRemind = (desk, now, person) => fallbackOf(desk, now) === person || onShift(desk.rota, now).some(({ member }) => member.slackId === person);
function earliestReminderAt(desk, to, now) {
  const shift = onShift(desk.rota, now).find(({ member }) => member.slackId === to);
  return openFrom(desk.rota, Math.max(now, shift ? shift.fromMs + desk.nudges.remindEveryMs : now));
}
function peopleToRemindAgain(desk, now) {
  const told = new Set(startedShifts(desk.rota, now).map(({ person }) => person));
  return peopleToRemind(desk, now, "shift").filter((person) => !told.has(person));
}
var lateBeforeToday = ({ rota }, now) => localDayOf(rota.timeZone, localDate(rota, now)).at(0) - 1;
var acceptsCards = ({ closed, message, saidBy }) => !closed && !saidBy && message?.begunAt === void 0 && !message?.quiet;
function notListed({ lists = [] }, cards) {
  const placeOf2 = ({ card, dueAt }) => `${card} ${dueAt}`;
  const known = new Set(lists.map(placeOf2));
  return cards.filter((one) => !known.has(placeOf2(one)));
}
var reminderId = (to, n) => panelId(`reminder-${to}-${n}`);
var reminderNumber = (last) => Number(/-(\d+)$/u.exec(last?.id ?? "")?.[1] ?? 0);
function remindEveryMs(desk, to, now) {
  const isPresent = onShift(desk.rota, now).some(({ member }) => member.slackId === to);
  return isPresent ? desk.nudges.remindEveryMs : desk.nudges.fallbackEveryMs;
}
function nextReminderAt(desk, to, last, now, gatherMs) {
  const everyMs = remindEveryMs(desk, to, now);
  const saidAt = last?.message?.quiet ? void 0 : last?.message?.begunAt ?? last?.message?.slotAt;
  const at = Math.max(now + gatherMs, saidAt === void 0 ? now : saidAt + everyMs);
  return openFrom(desk.rota, at);
}

// dist/core/due/tellings.js
function peopleToTell(desk, card, { what }, now) {
  if (what === "check-asked")
    return checkersOf(desk, card.holder?.id, now);
  const person = what === "flagged" ? flaggedTo(desk, card, now) : ownerOf(card);
  return person ? [person] : [];
}
function flaggedTo(desk, { flag }, now) {
  const lead = flag && leadOfFlag(desk, flag, openFrom(desk.rota, now) ?? now);
  return lead === flag?.by ? void 0 : lead;
}
function tellAt(rota, now, gatherMs) {
  const closesAt = openUntil(rota, now);
  if (closesAt === void 0)
    return openFrom(rota, now) ?? now;
  return now + gatherMs < closesAt ? now + gatherMs : now;
}
var mostTold = 20;
var takesMore = (panel) => acceptsCards(panel) && (panel.lists ?? []).length < mostTold;
var isSameTelling = (one, other) => one.card === other.card && one.telling?.what === other.telling?.what && one.telling?.of === other.telling?.of;
function toldId(to, { card, telling }, n) {
  const first = `told-${telling?.what}-${telling?.of}-${card}-${to}`;
  return panelId(n === 1 ? first : `${first}-${n}`);
}
var restId = (to, at) => panelId(`rest-${to}-${Math.floor(at / hourMs)}`);
var waitsToBeTold = (card) => card.state === "open" && !isSetAside(card) && !isGathered(card) && unanswered(card).some((act) => isWritten(act) && act.topic !== "praise");

// dist/core/due/waiting.js
var isWaiting = (card) => card.state === "open" && !isSetAside(card) && !isGathered(card);
function waitingKindOf(card) {
  if (isFollow(card))
    return "follow";
  if (isHello(card))
    return "hello";
  const act = waitingAct(card);
  return isWritten(act) ? act.topic : "other";
}
var isGreetedByHand = (card, desk) => isFollow(card) && reachOf(card, desk) === "hand-off";
var waitingFor = (actor) => actor.kind === "staff" && actor.trainee ? "trainee" : "all";
function countWaiting(cards, desk, now) {
  const waiting = cards.filter(isWaiting);
  const kinds = waitingKinds.map((kind) => [
    kind,
    waiting.filter((card) => waitingKindOf(card) === kind).length
  ]);
  return {
    kinds: Object.fromEntries(kinds),
    late: waiting.filter((card) => isLate(desk, card, now)).length,
    toBeTold: waiting.filter(waitsToBeTold).length
  };
}

// dist/core/keeping/link-only.js
var actRetention = {
  kind: "stays",
  id: "stays",
  at: "stays",
  answered: "stays",
  gone: "stays",
  purged: "stays",
  versions: "stays",
  readAt: "stays",
  topic: "stays",
  partial: "stays",
  digest: "stays",
  greets: "stays",
  greeted: "stays",
  answers: "stays",
  stops: "stays",
  text: "partly",
  links: "partly",
  media: "partly",
  urgent: "partly",
  ours: "partly",
  first: "goes",
  firstInYear: "goes",
  nthQuestion: "goes",
  sensitive: "goes",
  suspect: "goes",
  repliedTo: "stays",
  repliedToAccount: "goes",
  quoted: "goes",
  closed: "goes",
  unloadable: "goes",
  unnamed: "goes"
};
var asLinked = (card, { account }) => account?.linkOnly ? withoutContent2(card) : card;
function withoutContent2(card) {
  return {
    ...omit(card, "draft"),
    patron: blankPatron(card.patron),
    acts: card.acts.map(actWithoutContent),
    keptWords: [],
    answers: card.answers.map((answer) => ({
      ...staying(answer, answerRetention),
      text: ""
    })),
    linkOnly: true
  };
}
function actWithoutContent(act) {
  const kept = staying(act, actRetention);
  if (!isWritten(act))
    return kept;
  const { ours: about } = oursOf(act);
  const ours = about && { ...about, ...act.ours?.namesOthers && { namesOthers: true } };
  const urgent2 = act.urgent === void 0 ? {} : { urgent: "" };
  return { ...kept, ...ours && { ours }, ...urgent2, text: "", links: [], media: [] };
}

// dist/core/desk/named-person.js
function personNamed(desk, card, key, now, from = now) {
  if (isCheckKey(key))
    return checkersOf(desk, card.holder?.id, now)[0];
  const passedTo = card.passes.find((_, index) => passKey(index) === key)?.to;
  const answer = lastAnswer(card);
  const last = answer && writerOf(answer);
  const present = onShift(desk.rota, now).filter(({ fromMs, untilMs }) => from === now || untilMs > from && openTimeBetween(desk.rota, fromMs, now) > 0).map(({ member }) => slackUserId(member.slackId));
  const [meant, holder] = [passedTo, card.holder?.id].map((one) => one && canBeAsked(desk, one) ? one : void 0);
  return meant ?? holder ?? present.find((one) => one === last) ?? present[0];
}
function linesToRename(desk, card, now) {
  const present = peopleOnShift(desk, now);
  return wantedMessages(card).flatMap((key) => {
    const { quiet, to, ts } = card.messages[key] ?? {};
    if (isLineDone(card, key) || quiet || !to || ts === void 0)
      return [];
    if (present.includes(to) || to === card.holder?.id)
      return [];
    const next = personNamed(desk, card, key, now);
    return next && next !== to ? [{ key, to: next }] : [];
  });
}
function peopleCalledIn(card) {
  const people = Object.entries(card.messages).flatMap(([key, { quiet, to }]) => to && !quiet && !isLineDone(card, key) ? [to] : []);
  return [...new Set(people)];
}
function isShownBefore({ messages, panel }) {
  const shown = messages[cardKey];
  return !panel && shown?.ts !== void 0 && shown.changesAt === void 0;
}
var peopleOnShift = ({ rota }, now) => onShift(rota, now).map(({ member }) => slackUserId(member.slackId));

// dist/core/due/order.js
var inOrder = (cards, desk) => inOrderOver(cards.map((card) => ({ card, desk }))).map(({ card }) => card);
function inOrderOver(all) {
  return all.map((one) => ({ one, id: one.card.id, ...placeOf(one.card, one.desk) })).toSorted((a, b) => Number(b.isUrgent) - Number(a.isUrgent) || (a.by ?? Number.MAX_VALUE) - (b.by ?? Number.MAX_VALUE) || a.rank - b.rank || a.since - b.since || (a.id < b.id ? -1 : 1)).map(({ one }) => one);
}
var placeOf = (card, desk) => ({
  isUrgent: urgentWordOf(card) !== void 0,
  by: dueBy(desk, card),
  rank: rankOf(card),
  since: waitingSince(card)
});
function rankOf(card) {
  if (!isPatronPost(card))
    return 2;
  const waiting = unanswered(card);
  return waiting.length > 0 && waiting.every(isPraise) ? 1 : 0;
}
function toCheckFor(actor, cards, desk, now) {
  if (actor.kind !== "staff")
    return [];
  return inOrder(cards, desk).filter((card) => card.state === "in-review" ? refusalFor(card, { do: "check" }, actor, now) === void 0 : card.holder?.id !== actor.id);
}

// dist/store/waiting.js
var ordersOf = (keys) => [keys.inOrder, keys.byHand];
var digits = 16;
var padded = (ms) => String(ms).padStart(digits, "0");
var noDeadline = "9".repeat(digits);
function placeIn(keys, card, rules2) {
  if (!isWaiting(card))
    return void 0;
  const { isUrgent: isUrgent2, by, rank, since } = placeOf(card, rules2);
  const due = by === void 0 ? noDeadline : padded(by);
  return {
    key: isGreetedByHand(card, rules2) ? keys.byHand : keys.inOrder,
    member: `${isUrgent2 ? urgent : usual}${due}${rank}${padded(since)} ${card.id}`
  };
}
var urgent = "0";
var usual = "1";
var idIn = (place) => cardId(place.slice(place.indexOf(" ") + 1));
function waitingIndexes(card, keys, since) {
  if (!isWaiting(card))
    return [];
  const place = { member: card.id, score: since };
  return [
    { key: keys.waitingOf(waitingKindOf(card)), ...place },
    ...waitsToBeTold(card) ? [{ key: keys.toBeTold, ...place }] : [],
    ...peopleCalledIn(card).map((person) => ({
      key: keys.called,
      member: `${person} ${card.id}`,
      score: 0
    })),
    ...isShownBefore(card) ? [{ key: keys.shownBefore, ...place }] : []
  ];
}
function readWaiting(redis, keys) {
  const dueIn = (part, ms, most) => redis.zrangebylex(keys.inOrder, `[${part}`, `(${part}${padded(ms + 1)}`, "LIMIT", 0, most);
  const countDue = (part, ms) => redis.zlexcount(keys.inOrder, `[${part}`, `(${part}${padded(ms + 1)}`);
  return {
    async first(most, whose) {
      const orders = whose === "all" ? ordersOf(keys) : [keys.inOrder];
      const [counts, places] = await Promise.all([
        Promise.all(orders.map((order) => redis.zcard(order))),
        most > 0 ? Promise.all(orders.map((order) => redis.zrange(order, "0", String(most - 1)))) : []
      ]);
      const ids = places.flat().sort().slice(0, most).map(idIn);
      return { ids, count: counts.reduce((sum, count) => sum + count, 0) };
    },
    async count(now) {
      const [toBeTold, urgentLate, usualLate, ...counts] = await Promise.all([
        redis.zcard(keys.toBeTold),
        countDue(urgent, now),
        countDue(usual, now),
        ...waitingKinds.map((kind) => redis.zcard(keys.waitingOf(kind)))
      ]);
      const kinds = Object.fromEntries(waitingKinds.map((kind, at) => [kind, counts[at] ?? 0]));
      return { kinds, late: urgentLate + usualLate, toBeTold };
    },
    async dueUpTo(ms, most = -1) {
      const found = await Promise.all([dueIn(urgent, ms, most), dueIn(usual, ms, most)]);
      return found.flat().slice(0, most < 0 ? void 0 : most).map(idIn);
    },
    async nextDueAfter(ms) {
      const found = await Promise.all([urgent, usual].map((part) => redis.zrangebylex(keys.inOrder, `[${part}${padded(ms + 1)}`, `(${part}${noDeadline}`, "LIMIT", 0, 1)));
      const times = found.flat().map((place) => Number(place.slice(1, 1 + digits)));
      return times.length > 0 ? Math.min(...times) : void 0;
    },
    async peopleCalled() {
      const people = [];
      for (let from = "-"; ; ) {
        const [next] = await redis.zrangebylex(keys.called, from, "+", "LIMIT", 0, 1);
        const [person] = next?.split(" ") ?? [];
        if (!person)
          return people;
        people.push(slackUserId(person));
        from = `[${person}!`;
      }
    },
    async calling(person) {
      const found = await redis.zrangebylex(keys.called, `[${person} `, `(${person}!`);
      return found.map(idIn);
    },
    async shownBefore() {
      return (await redis.zrange(keys.shownBefore, "0", "-1")).map(cardId);
    }
  };
}

// dist/store/card-indexes.js
var isUnderway = ({ state }) => state === "sending" || state === "posting" || state === "unsure";
function indexesOf(card, keys) {
  const member = card.id;
  const handle = card.patron.handle.toLowerCase();
  const [waits] = unanswered(card);
  const newest = card.acts.at(-1);
  const view = card.openViews?.at(-1);
  const conversation = conversationOfCard(card.id);
  const since = waits?.at ?? card.changedAt;
  const looksSince = lookWantedSince(card);
  const asksSince = questionSince(card);
  const panel = shownBy(card);
  return [
    { key: keys.inState(card.state), member, score: card.changedAt },
    ...asksSince === void 0 ? [] : [{ key: keys.questions, member, score: asksSince }],
    ...waitingIndexes(card, keys, since),
    ...card.flag ? [{ key: keys.flagged, member, score: card.flag.at }] : [],
    ...looksSince === void 0 ? [] : [{ key: keys.toLookAt, member, score: looksSince }],
    ...card.state === "open" && conversation ? [{ key: keys.conversation(conversation), member, score: since }] : [],
    ...conversation && answersUs(card) ? [{ key: keys.answersTo(conversation), member, score: newest?.at ?? since }] : [],
    ...panel ? [{ key: keys.inPanel(panel), member, score: since }] : [],
    ...panel && card.state === "open" ? [{ key: keys.openInPanel(panel), member, score: since }] : [],
    ...panel && card.state === "open" && card.patron.automated ? [{ key: keys.automatedInPanel(panel), member, score: since }] : [],
    ...isUnderway(card) ? [{ key: keys.underway, member, score: card.changedAt }] : [],
    ...card.holder ? [{ key: keys.held(card.holder.id), member, score: card.holder.since }] : [],
    ...view ? [{ key: keys.openViews, member, score: view.at }] : [],
    ...newest ? [{ key: keys.recent, member, score: newest.at }] : [],
    ...isPurged(card) ? [] : [{ key: keys.kept, member, score: isDone(card) ? card.changedAt : Number.MAX_SAFE_INTEGER }],
    ...card.hold ? [{ key: keys.onHold, member, score: card.hold.until }] : [],
    ...newest ? [{ key: keys.patron(card.patron.id), member, score: newest.at }] : [],
    ...newest && handle !== "" && !isHello(card) ? [{ key: keys.handle(handle), member, score: newest.at }] : []
  ];
}
async function countCards(redis, keys) {
  const [oldest, ...counts] = await Promise.all([
    redis.zrange(keys.questions, "0", "0", "WITHSCORES"),
    ...cardStates.map((state) => redis.zcard(keys.inState(state)))
  ]);
  const states = Object.fromEntries(cardStates.map((state, at) => [state, counts[at] ?? 0]));
  return {
    states,
    ...oldest[1] === void 0 ? {} : { oldestQuestionAt: Number(oldest[1]) }
  };
}

// dist/store/document-scripts.js
var readLua2 = `${bootLua}${unreadLua}${clockLua}
local now = boot()
return {
  redis.call('HGET', KEYS[1], 'rev'), redis.call('HGET', KEYS[1], 'doc'), now,
  redis.call('HGET', KEYS[2], 'pause'), unread(KEYS[3], now), clock()
}
`;
var writeLua = `${bootLua}${unreadLua}${clockLua}${homesLua}${placeLua}
local op, document = ARGV[1], ARGV[5]
local ops = redis.call('HGET', KEYS[1], 'ops') or ''
if string.find(ops, op, 1, true) then return { 'done' } end
local rev = redis.call('HGET', KEYS[1], 'rev') or '0'
local pause = redis.call('HGET', KEYS[2], 'pause') or ''
local now = boot()
local at = clock()
local goesOn = ARGV[8] == '' or ARGV[8] == string.sub(ops, -#ARGV[8])
if rev ~= ARGV[2] or now ~= ARGV[3] or pause ~= ARGV[4] or tonumber(at) > tonumber(ARGV[6]) or not goesOn then
  return { 'stale', rev, redis.call('HGET', KEYS[1], 'doc'), now, pause, unread(KEYS[3], now), at }
end
local placed = redis.call('HGET', KEYS[1], 'place')
if document == '-' then
  redis.call('DEL', KEYS[1])
  if ARGV[7] ~= '' then homesChanged(KEYS[4], KEYS[5]) end
elseif document ~= '' then
  local kept = {}
  for one in string.gmatch(ops, '%S+') do table.insert(kept, one) end
  table.insert(kept, op)
  while #kept > 16 do table.remove(kept, 1) end
  redis.call('HSET', KEYS[1], 'rev', tonumber(rev) + 1, 'doc', document, 'ops', table.concat(kept, ' '))
  if ARGV[7] ~= '' then homesChanged(KEYS[4], KEYS[5]) end
end
local first = 9
while first <= #ARGV do
  local last = first + 2 + ARGV[first]
  if ARGV[first + 1] == 'place' then place(placed, { unpack(ARGV, first + 1, last) })
  else redis.call(ARGV[first + 1], KEYS[tonumber(ARGV[first + 2])], unpack(ARGV, first + 3, last)) end
  first = last + 1
end
return { 'done' }
`;

// dist/store/documents/changes.js
import { randomUUID } from "node:crypto";
var maxTries = 200;
function createChanges(access) {
  const { describe, read, takeKnown, write } = access;
  const waiting = /* @__PURE__ */ new Map();
  async function drain(id, pending) {
    while (pending.length > 0) {
      const waited = pending.length;
      let batch = [];
      try {
        const known = await takeKnown(id);
        const first = known ?? await read(id);
        batch = pending.splice(0);
        const outcomes = await changed(id, first, batch, known);
        pending.unshift(...batch.slice(outcomes.length));
        for (const [at, outcome] of outcomes.entries())
          settle(batch[at], outcome);
      } catch (fault) {
        for (const { reject } of batch.length > 0 ? batch : pending.splice(0, waited))
          reject(fault);
      }
    }
    waiting.delete(id);
  }
  async function changed(id, first, batch, known) {
    const op = randomUUID();
    let before = first;
    for (let tries = 0; tries < maxTries; tries++) {
      const { doc, isChange, outcomes } = apply(before, batch);
      if (!isChange) {
        if (before !== known)
          return outcomes;
        before = await read(id);
        continue;
      }
      const newer = await write(id, op, before, doc);
      if (!newer)
        return outcomes;
      before = newer;
    }
    throw new Error(`${describe(id)} could not be written in ${maxTries} tries.`);
  }
  function apply({ doc: first, world }, batch) {
    let doc = first;
    let isChange = false;
    const outcomes = [];
    for (const { update } of batch) {
      try {
        const updated = update(doc, world);
        if (isRefusal(updated)) {
          outcomes.push({ result: updated });
          continue;
        }
        const { next, result } = updated;
        const isRemoved = doc !== void 0 && next === void 0;
        doc = next && next !== doc ? access.asKept(next) : next;
        isChange = true;
        outcomes.push({ result });
        if (isRemoved)
          break;
      } catch (fault) {
        outcomes.push({ fault });
      }
    }
    return { doc, isChange, outcomes };
  }
  return (id, update) => new Promise((resolve, reject) => {
    const one = { update, resolve: (result) => resolve(result), reject };
    const others = waiting.get(id);
    if (others) {
      others.push(one);
      return;
    }
    const asked = [one];
    waiting.set(id, asked);
    void drain(id, asked);
  });
}
function settle(asked, outcome) {
  if ("fault" in outcome)
    asked?.reject(outcome.fault);
  else
    asked?.resolve(outcome.result);
}

// dist/store/documents.js
var writeDeadlineMs = commandTimeoutMs - 100;
var knownMs = 5e3;
var aheadMs = 1e3;
function createDocuments(redis, keys, kind) {
  const written = /* @__PURE__ */ new Map();
  function remember(id, op, before, doc) {
    const isSame2 = doc === before.doc;
    if (!doc || before.world.unread || isSame2 && before.op === void 0)
      return;
    const rev = String(Number(before.rev) + 1);
    const after = isSame2 ? before : { ...before, rev, doc, stored: doc, op };
    written.set(id, after);
    setTimeout(() => written.get(id) === after && written.delete(id), knownMs).unref();
  }
  const expected = /* @__PURE__ */ new Map();
  function expect(id) {
    if (written.has(id) || expected.has(id))
      return;
    const reading = read(id);
    expected.set(id, reading);
    const forget = () => expected.get(id) === reading && expected.delete(id);
    reading.catch(forget);
    setTimeout(forget, aheadMs).unref();
  }
  async function read(id) {
    const reply = await redis.eval(readLua2, 3, kind.key(id), keys.settings, keys.boot);
    return fromReply(id, reply);
  }
  function parsed(id, text) {
    if (!text)
      return void 0;
    const stored = JSON.parse(text);
    const format = stored.format ?? 1;
    if (format === kind.format)
      return { ...stored, format };
    const former = kind.former?.[format];
    if (former)
      return former({ ...stored, format });
    throw new Error(`${kind.describe(id)} has format ${format}; this version reads format ${kind.format}.`);
  }
  const known = (doc) => doc && kind.asKept ? kind.asKept(doc) : doc;
  function fromReply(id, [rev, text, booted, pause, unread, clock]) {
    const stored = parsed(id, text);
    return {
      rev: rev ?? "0",
      doc: known(stored),
      stored,
      world: {
        boot: boot(booted ?? ""),
        ...pause ? { pause: JSON.parse(pause) } : {},
        ...unread ? { unread } : {}
      },
      pause: pause ?? "",
      clock: Number(clock),
      readAt: performance.now()
    };
  }
  async function write(id, op, before, doc) {
    const keyNames = [kind.key(id), keys.settings, keys.boot, keys.homes, keys.due];
    const keyNumbers = new Map(keyNames.map((key, at) => [key, at + 1]));
    const numberOf = (key) => {
      const number = keyNumbers.get(key) ?? keyNames.push(key);
      keyNumbers.set(key, number);
      return number;
    };
    const commands = [];
    const add = (name, key, ...args2) => {
      commands.push(args2.length, name, numberOf(key), ...args2);
    };
    if (kind.jobs.length > 0)
      add("ZREM", keys.due, ...kind.jobs.map((job) => dueMember({ job, id })));
    for (const entry of doc ? kind.due(doc) : [])
      add("ZADD", keys.due, entry.at, dueMember(entry));
    const oldIndexes = byPlace(before.stored && kind.indexes(before.stored));
    const newIndexes = byPlace(doc && kind.indexes(doc));
    for (const [place, { key, member }] of oldIndexes)
      if (!newIndexes.has(place))
        add("ZREM", key, member);
    const isOurs2 = before.op !== void 0 && doc !== before.doc;
    for (const [place, { key, member, score }] of newIndexes)
      if (!isOurs2 || oldIndexes.get(place)?.score !== score)
        add("ZADD", key, score, member);
    if (kind.order) {
      const { key, member } = (doc && kind.order.placeOf(doc)) ?? {};
      const to = key === void 0 ? 0 : numberOf(key);
      const others = kind.order.keys.map(numberOf);
      commands.push(1 + others.length, "place", to, member ?? "", ...others);
    }
    const known2 = new Set(before.doc && kind.posts?.(before.doc));
    const isRemoved = before.doc !== void 0 && doc === void 0;
    if (isRemoved && known2.size > 0)
      add("HDEL", keys.posts, ...known2);
    for (const post of (doc && kind.posts?.(doc)) ?? [])
      if (!known2.has(post))
        add("HSET", keys.posts, post, id);
    for (const [field, value] of Object.entries((doc && kind.fields?.(doc)) ?? {})) {
      if (value === void 0)
        add("HDEL", kind.key(id), field);
      else
        add("HSET", kind.key(id), field, value);
    }
    const text = doc && doc !== before.doc ? JSON.stringify(doc) : isRemoved ? "-" : "";
    const tooLateAt = Math.ceil(before.clock + performance.now() - before.readAt + writeDeadlineMs);
    const shownAtHome = kind.shownAtHome ? "home" : "";
    const { rev, world, pause, op: lastOp = "" } = before;
    const args = [op, rev, world.boot, pause, text, tooLateAt, shownAtHome, lastOp, ...commands];
    const answer = await redis.eval(writeLua, keyNames.length, ...keyNames, ...args);
    if (answer[0] !== "done")
      return fromReply(id, answer.slice(1));
    remember(id, op, before, doc);
    return void 0;
  }
  return {
    get: async (id) => known(parsed(id, await redis.hget(kind.key(id), "doc"))),
    expect,
    async getAll(ids) {
      const texts = await Promise.all(ids.map((id) => redis.hget(kind.key(id), "doc")));
      return ids.map((id, at) => known(parsed(id, texts[at]))).filter((doc) => doc !== void 0);
    },
    change: createChanges({
      describe: kind.describe,
      takeKnown: async (id) => take(written, id) ?? take(expected, id),
      read,
      write,
      asKept: (doc) => kind.asKept?.(doc) ?? doc
    })
  };
}
var byPlace = (indexes = []) => new Map(indexes.map((index) => [`${index.key} ${index.member}`, index]));
function take(from, id) {
  const found = from.get(id);
  from.delete(id);
  return found;
}

// dist/store/found-keys.js
import { Cluster } from "ioredis";
async function* foundKeys(redis, begin) {
  const nodes = redis instanceof Cluster ? redis.nodes("master") : [redis];
  const match = `${begin.replace(/[*?[\]\\]/gu, "\\$&")}*`;
  for (const node of nodes) {
    for await (const found of node.scanStream({ match, count: 500 })) {
      for (const key of found)
        yield key.slice(begin.length);
    }
  }
}

// dist/store/document-kinds.js
function createCards(redis, keys, timings, desk) {
  const documents = createDocuments(redis, keys, {
    describe: (id) => `Card ${id}`,
    format: 2,
    former: { 1: fromFormat1 },
    key: keys.card,
    jobs: cardJobs,
    shownAtHome: true,
    due: (card) => dueEntries(card, timings, desk),
    indexes: (card) => indexesOf(card, keys),
    order: { keys: ordersOf(keys), placeOf: (card) => placeIn(keys, card, desk) },
    asKept: (card) => asKept(asLinked(card, desk)),
    posts: postsOf
  });
  const waiting = readWaiting(redis, keys);
  return {
    get: documents.get,
    expect: documents.expect,
    change: documents.change,
    async waiting(most, whose = "all") {
      const { ids, count } = await waiting.first(most, whose);
      return { first: (await documents.getAll(ids)).filter(isWaiting), count };
    },
    countWaiting: waiting.count,
    dueUpTo: waiting.dueUpTo,
    nextDueAfter: waiting.nextDueAfter,
    peopleCalled: waiting.peopleCalled,
    shownBefore: waiting.shownBefore,
    async calling(person) {
      return (await documents.getAll(await waiting.calling(person))).filter(isWaiting);
    },
    async flagged() {
      return (await documents.getAll(await redis.zrange(keys.flagged, "0", "-1"))).filter(({ flag }) => flag);
    },
    async toLookAt() {
      const cards = await documents.getAll(await redis.zrange(keys.toLookAt, "0", "-1"));
      return cards.filter((card) => lookWantedSince(card) !== void 0);
    },
    async onHold() {
      return (await documents.getAll(await redis.zrange(keys.onHold, "0", "-1"))).filter(({ hold }) => hold);
    },
    async inConversation(conversation) {
      return (await redis.zrange(keys.conversation(conversation), "0", "-1")).map(cardId);
    },
    async answersTo(post) {
      return (await redis.zrange(keys.answersTo(post), "0", "-1")).map(cardId);
    },
    async ofPatron(patron) {
      return (await redis.zrange(keys.patron(patron), "0", "-1")).map(cardId);
    },
    async ofHandle(handle) {
      return (await redis.zrange(keys.handle(handle), "0", "-1")).map(cardId);
    },
    async inPanel(panel) {
      const [all, open, automated] = await Promise.all([
        redis.zrange(keys.inPanel(panel), "0", "-1"),
        redis.zrange(keys.openInPanel(panel), "0", "-1"),
        redis.zcard(keys.automatedInPanel(panel))
      ]);
      return { all: all.map(cardId), open: open.map(cardId), ...automated > 0 ? { automated } : {} };
    },
    async heldBy(person) {
      const cards = await documents.getAll(await redis.zrange(keys.held(person), "0", "-1"));
      return cards.filter(({ holder }) => holder?.id === person);
    },
    async withActsSince(ms) {
      return (await redis.zrangebyscore(keys.recent, ms, "+inf")).map(cardId);
    },
    async kept(closedSinceMs) {
      return (await redis.zrangebyscore(keys.kept, closedSinceMs, "+inf")).map(cardId);
    },
    async actTimes(kind, sinceMs) {
      const found = await redis.zrangebyscore(keys.recent, sinceMs, "+inf", "WITHSCORES");
      return found.flatMap((id, at) => at % 2 === 0 && id.startsWith(`${kind}-`) ? Number(found[at + 1]) : []);
    },
    async underway() {
      return (await redis.zrange(keys.underway, "0", "-1")).map(cardId);
    },
    async withOpenViews() {
      return (await redis.zrange(keys.openViews, "0", "-1")).map(cardId);
    },
    counts: () => countCards(redis, keys),
    async ofPost(post) {
      const id = await redis.hget(keys.posts, post);
      return id === null ? void 0 : cardId(id);
    }
  };
}
function createPanels(redis, keys, rules2) {
  const documents = createDocuments(redis, keys, {
    describe: (id) => `Panel ${id}`,
    format: 1,
    key: keys.panel,
    jobs: panelJobs,
    due: (panel) => panelEntries(panel, rules2),
    indexes: (panel) => {
      const series = seriesOf(panel);
      const place = { member: panel.id, score: panel.startedAt };
      const listed = quotedIn(panel).map(keys.listing);
      return [
        ...panel.closed || !series ? [] : [{ key: keys.panels(seriesName(series)), ...place }],
        ...listed.map((key) => ({ key, ...place }))
      ];
    }
  });
  return {
    get: documents.get,
    change: documents.change,
    async current(series) {
      const [newest] = await redis.zrange(keys.panels(seriesName(series)), "-1", "-1");
      return newest === void 0 ? void 0 : documents.get(newest);
    },
    async naming(words) {
      const found = /* @__PURE__ */ new Set();
      for await (const id of foundKeys(redis, keys.panel(""))) {
        const text = `${id} ${JSON.stringify(await documents.get(id))}`;
        if (words.some((word) => text.includes(word)))
          found.add(panelId(id));
      }
      return [...found];
    },
    async listing(card) {
      return (await redis.zrange(keys.listing(card), "0", "-1")).map(panelId);
    }
  };
}
function createSettings(redis, keys) {
  const documents = createDocuments(redis, keys, {
    describe: () => "The document of the desk's settings",
    format: 1,
    key: () => keys.settings,
    jobs: settingsJobs,
    shownAtHome: true,
    due: settingsEntries,
    indexes: () => [],
    fields: ({ pause }) => ({ pause: pause && JSON.stringify(pause) })
  });
  return {
    get: async () => ({ ...emptySettings, ...await documents.get(wholeDesk) }),
    change: (update) => documents.change(wholeDesk, (stored) => {
      const settings = { ...emptySettings, ...stored };
      const updated = update(settings);
      return isRefusal(updated) || updated.next !== settings ? updated : { ...updated, next: stored };
    })
  };
}

export {
  deskKeys,
  keysOf,
  personKeys,
  dueMember,
  knownFollowers,
  dropFollowers,
  gatherFromAnswers,
  isPlainAnswer,
  questionOf,
  isGathered,
  withReading,
  countUnread,
  cardKey,
  panelKey,
  lineKey,
  passKey,
  checkKey,
  isCheckKey,
  formerKey,
  isFormerKey,
  isDone,
  wantedMessages,
  isKeptOut,
  isLineDone,
  isToRemove,
  currentVersionOf,
  staleMessage,
  withRefresh,
  foundRecord,
  withMessage,
  startLease,
  endLease,
  bumpVersion,
  staleFrom,
  isUpdatePending,
  linkPanel,
  quoting,
  untoldIn,
  markPanelsSynced,
  openingUses,
  isSetAside,
  withReminded,
  unsettledApprovals,
  isSince,
  theDesk,
  mentionAct,
  followAct,
  addAct,
  acquaintanceOf,
  withFollowBegun,
  followedBack,
  underHandleNow,
  asShownNow,
  rules,
  isLegal,
  isSentAgain,
  refusalFor,
  notStaffRefusal,
  longestHoldMs,
  decide,
  pendingEvents,
  withoutEvents,
  askedAgain,
  isViewKind,
  quotesWhatIsGone,
  withOpenView,
  withoutOpenView,
  changeOpenView,
  staleViews,
  isForgotten,
  appearsAt,
  networkLooks,
  looks,
  outageSubjects,
  incidentAfter,
  failingLook,
  withFailure,
  withoutFailure,
  isNothingRead,
  failingSince,
  stepOutages,
  withPastOutage,
  outageTold,
  remembered,
  purgedPanel,
  isBlank,
  asMayStand,
  namesPerson,
  erasedCard,
  isFromBefore,
  withoutPerson,
  erasedPanel,
  settingsWithout,
  recordForMs,
  hasNothingLeft,
  purgeAt,
  cardEndsAt,
  panelPurgeAt,
  panelEndsAt,
  reminderStages,
  waitsForShift,
  overdueAt,
  isLate,
  remindedUpTo,
  answerBy,
  assigneeOf,
  isIdleWith,
  idlePanelId,
  asksAbout,
  isAsked,
  idleInfoOf,
  polls,
  pollIntervals,
  isNetworkPoll,
  recoverEntry,
  homeEntry,
  countLua,
  bootLua,
  unreadLua,
  homesLua,
  polls2,
  timeField,
  createWatermarks,
  createOurPosts,
  createLedger,
  logFailedCharges,
  followersWithOwnMessage,
  foldFromCards,
  needsOwnMessage,
  isFoldable,
  isGatherable,
  nthPanelId,
  isPanelOver,
  intoPanel,
  outOfPanel,
  isMessageTooOld,
  withoutOwnMessage,
  muteMs,
  mutedPeopleAt,
  withoutHandle,
  trimmed,
  mutingOf,
  tellingOf,
  needs,
  checkersOf,
  leadToAsk,
  leadOfFlag,
  fallbackOf,
  goneFallback,
  isGone,
  canBeAsked,
  startedShifts,
  endedShifts,
  nextEdgeAt,
  successorOf,
  shiftStartId,
  shiftEndId,
  isPatronPost,
  peopleToRemind,
  isStillToRemind,
  earliestReminderAt,
  peopleToRemindAgain,
  lateBeforeToday,
  acceptsCards,
  notListed,
  reminderId,
  reminderNumber,
  remindEveryMs,
  nextReminderAt,
  peopleToTell,
  tellAt,
  takesMore,
  isSameTelling,
  toldId,
  restId,
  waitsToBeTold,
  waitingFor,
  countWaiting,
  personNamed,
  linesToRename,
  isShownBefore,
  inOrder,
  inOrderOver,
  toCheckFor,
  ordersOf,
  idIn,
  createDocuments,
  foundKeys,
  createCards,
  createPanels,
  createSettings
};
