import {
  areTogether,
  asksToStop,
  checkNames,
  version
} from "./chunk-DD3QS3ZR.js";
import {
  createBolt,
  createPresses,
  stopwatch,
  tellFindings,
  watchOutlook
} from "./chunk-MRKSC3BV.js";
import {
  feedFinding
} from "./chunk-X3FHJQQ6.js";
import {
  csvLine,
  isoTime
} from "./chunk-RS7YDN73.js";
import {
  createLog
} from "./chunk-L2NOB7MX.js";
import {
  aboutLine,
  aloneReasons,
  answerNext,
  answerText,
  askToForget,
  askWhoHasHandle,
  askedView,
  blankBeside,
  byDesks,
  cardsOf,
  channelCure,
  channelLook,
  channelRefusal,
  chartsOf,
  comparedGroups,
  contextBlock,
  contextIn,
  contextLines,
  createAllPorts,
  createBoard,
  createSides,
  deleteView,
  deskNotes,
  digestOf,
  draftView,
  endLinks,
  eraseCard,
  findingSentence,
  flaggedLine,
  follow,
  followBackBlocks,
  followedText,
  foreignSignature,
  forget,
  forgetAgain,
  greetsBlock,
  handOffView,
  helloOf,
  historyView,
  holdView,
  homeChangesAt,
  isBoundByBytes,
  isExposure,
  isGreetsCut,
  keptOutcome,
  keptWhat,
  keptWords,
  lastLookedText,
  linkedBlocks,
  linkedUrl,
  linksIn,
  listedName,
  lookFailed,
  lookView,
  lookWorked,
  lookedOver,
  maxFlagNote,
  mayReadInPrivate,
  modal,
  moreView,
  mostCharacters,
  mostWaitingAtHome,
  nameBlocks,
  noteBlocks,
  noteUntil,
  noteView,
  notesMessage,
  noticeSentence,
  openInXButton,
  openThere,
  optionLabel,
  oursBehind,
  outageLine,
  outageOverLine,
  outcomeFigures,
  outcomeReports,
  outcomeView,
  outgoingView,
  panelButton,
  panelRef,
  patronBlocks,
  pauseBlocks,
  periodText,
  personView,
  personalIn,
  pictureBlocks,
  pictureView,
  postLines,
  practiseView,
  purgedView,
  questionText,
  readHold,
  recordLook,
  refTo,
  refusalSentence,
  refusalThen,
  refuseChannel,
  reportedKinds,
  reportedOutcomes,
  rotaMessage,
  scarceBlocks,
  scarceReadBlocks,
  seeAllButton,
  shortText,
  shownName,
  snoozeView,
  snoozedUntil,
  staleLook,
  startersOf,
  statusOf,
  stillToTell,
  tell,
  textPieces,
  tryChannelNow,
  tryWaiting,
  unknownPersonView,
  urgentMark,
  weighLength,
  weighPrivate,
  whoHasHandle,
  whoOf,
  withHelloCounts,
  withNote,
  withPictures,
  withPrivateSides,
  withSignature,
  withUnloadable,
  withoutPictures,
  withoutSignature
} from "./chunk-LXPAEVFG.js";
import "./chunk-E74SHGMR.js";
import {
  allStarters,
  openingText,
  openingUse,
  openingsFor,
  replaceOpening,
  starterOrUsual,
  startersFor,
  unchangedOpening
} from "./chunk-TZALJG7N.js";
import {
  actionIds,
  actions,
  announce,
  announceBudgets,
  announceNow,
  answerNextShortcut,
  bold,
  budgetUses,
  bullets,
  button,
  callbackIds,
  confirmed,
  coverActionPattern,
  coverOptions,
  cut,
  decodeAnyRef,
  decodeDeskRef,
  decodeHandleRef,
  decodeListed,
  decodeMutedRef,
  decodeNoteRef,
  decodePanelRef,
  decodeRef,
  decodeWriting,
  encodeWriting,
  escapeText,
  greetHereId,
  greetHerePattern,
  isTime,
  line,
  link,
  marked,
  markedSentence,
  moreActionId,
  moreActionPattern,
  moreOptions,
  nearestLevel,
  note,
  oneOf,
  openInXId,
  openInXPattern,
  panelActionPattern,
  panelOptions,
  plain,
  quoted,
  readPage,
  readPerson,
  readPost,
  readPostAndText,
  readRequest,
  readSavedStarter,
  readShift,
  rich,
  scarcestBudget,
  sentenceMessage,
  snoozeActionPattern,
  snoozeChoices,
  starterActionId,
  starterActionPattern,
  usedUpBudget
} from "./chunk-HVRJEXTK.js";
import {
  slackRoom,
  spanAndDayText
} from "./chunk-YOW2WXFG.js";
import {
  asKeptMonth,
  dropReply,
  dueLooks,
  endReplies,
  keepReplies,
  lookAfter,
  strangersName,
  withLook,
  withoutPatron
} from "./chunk-LSS7L4DW.js";
import {
  newMonth,
  withFollow
} from "./chunk-OAKAVM22.js";
import {
  acceptsCards,
  acquaintanceOf,
  addAct,
  answerBy,
  appearsAt,
  asMayStand,
  asShownNow,
  askedAgain,
  asksAbout,
  bootLua,
  bumpVersion,
  canBeAsked,
  cardEndsAt,
  cardKey,
  changeOpenView,
  currentVersionOf,
  decide,
  deskKeys,
  earliestReminderAt,
  endLease,
  endedShifts,
  failingLook,
  fallbackOf,
  foldFromCards,
  followAct,
  followedBack,
  followersWithOwnMessage,
  formerKey,
  foundKeys,
  foundRecord,
  gatherFromAnswers,
  goneFallback,
  hasNothingLeft,
  idIn,
  idleInfoOf,
  idlePanelId,
  inOrder,
  inOrderOver,
  intoPanel,
  isAsked,
  isDone,
  isFoldable,
  isForgotten,
  isFormerKey,
  isGatherable,
  isGathered,
  isGone,
  isIdleWith,
  isKeptOut,
  isLate,
  isLegal,
  isMessageTooOld,
  isNetworkPoll,
  isPanelOver,
  isPatronPost,
  isPlainAnswer,
  isShownBefore,
  isSince,
  isStillToRemind,
  isToRemove,
  isUpdatePending,
  isViewKind,
  keysOf,
  lateBeforeToday,
  leadOfFlag,
  leadToAsk,
  lineKey,
  linesToRename,
  looks,
  markPanelsSynced,
  mentionAct,
  muteMs,
  mutedPeopleAt,
  mutingOf,
  needsOwnMessage,
  nextEdgeAt,
  nextReminderAt,
  notListed,
  notStaffRefusal,
  nthPanelId,
  openingUses,
  ordersOf,
  outOfPanel,
  outageSubjects,
  outageTold,
  overdueAt,
  panelEndsAt,
  panelKey,
  panelPurgeAt,
  pendingEvents,
  peopleToRemind,
  peopleToRemindAgain,
  personNamed,
  pollIntervals,
  polls,
  polls2,
  purgeAt,
  purgedPanel,
  questionOf,
  quoting,
  recordForMs,
  refusalFor,
  remembered,
  remindEveryMs,
  remindedUpTo,
  reminderId,
  reminderNumber,
  reminderStages,
  restId,
  shiftEndId,
  shiftStartId,
  staleFrom,
  staleMessage,
  staleViews,
  startLease,
  startedShifts,
  stepOutages,
  theDesk,
  timeField,
  toCheckFor,
  trimmed,
  underHandleNow,
  unsettledApprovals,
  untoldIn,
  waitingFor,
  waitsForShift,
  waitsToBeTold,
  wantedMessages,
  withFailure,
  withFollowBegun,
  withMessage,
  withOpenView,
  withPastOutage,
  withReading,
  withRefresh,
  withReminded,
  withoutEvents,
  withoutFailure,
  withoutOpenView,
  withoutOwnMessage
} from "./chunk-2IALTKIL.js";
import {
  blankNames,
  findNearCopy,
  isPurged,
  isRefusal,
  purgedCard,
  unsigned
} from "./chunk-VQ2JEA5N.js";
import {
  DAY_MINUTES,
  ageText,
  asCompared,
  assigned,
  dateText,
  daysAround,
  defaultWords,
  durationText,
  dutiesBetween,
  exampleSignature,
  firstOf,
  hasQuestionMark,
  intersect,
  isOpen,
  isSameDay,
  leadOf,
  listOf,
  localDate,
  localDayOf,
  localTime,
  merged,
  momentText,
  monthStartMs,
  nameOf,
  newPostUrl,
  onShift,
  openFrom,
  openSpansBetween,
  openTimeBetween,
  openTimeOf,
  openUntil,
  phraseEnd,
  policyLineOf,
  postUrl,
  privateSideId,
  privateSideNow,
  profileUrl,
  replyUrl,
  say,
  sayCount,
  spanOf,
  topicText,
  treeOf,
  weekdays,
  wordsIn,
  zoned
} from "./chunk-2ZTQUPFK.js";
import {
  conversationOfCard,
  followCardId,
  hasHandOff,
  isFollow,
  isHello,
  isHelloId,
  isPrivate,
  isUrgent,
  isWritten,
  lastAnswer,
  mayAnswer,
  mentionCardId,
  newestAct,
  omit,
  ourWords,
  postsAround,
  privateCardId,
  reachOf,
  replyTarget,
  saysTheSame,
  takesNoReply,
  unanswered,
  urgentWordOf,
  waitingAct,
  waitingSince,
  withSaidOfPost,
  writerOf
} from "./chunk-5A2VF7ET.js";
import {
  createRedisState
} from "./chunk-QM6TXLB5.js";
import {
  backgroundClient,
  colleagueOf,
  isAnswered,
  postedAt,
  slackFault,
  tokenWorks
} from "./chunk-LUAVQYEH.js";
import {
  connectQueue,
  connectStore
} from "./chunk-R7MF6V6P.js";
import {
  timings
} from "./chunk-5KOJH3LK.js";
import {
  actorFor,
  addBills,
  askedAlone,
  coverMessages,
  deskNow,
  memberOf,
  pollSlowdown,
  postPrice,
  priceText,
  spentByKind,
  usd,
  withStaff
} from "./chunk-RQ3MMC74.js";
import {
  firstName,
  firstPhraseIn,
  givenName,
  leadingNames,
  oncePer,
  plainText,
  quote
} from "./chunk-3J5ILMX7.js";
import {
  isAboutUs,
  isAddressedToUs,
  isEdited
} from "./chunk-ZTQXIARE.js";
import {
  accountId,
  actId,
  cardId,
  compareIds,
  panelId,
  postId,
  slackUserId,
  token
} from "./chunk-DX3M4XLW.js";
import "./chunk-2LMJ4OC3.js";
import {
  Busy,
  ChannelRefused,
  ConfigError,
  FeedDown,
  Gone,
  KeysRefused,
  MessageRefused,
  NotSent,
  OutcomeUnknown,
  Rejected,
  Unreachable,
  isRemoteFault,
  isStorageFault,
  undefinedIf,
  usedUpBudgetOf
} from "./chunk-PZOFDEKK.js";
import {
  dayMs,
  hourMs,
  minuteMs,
  secondMs
} from "./chunk-5EYM5PYM.js";

// dist/app.js
import { setTimeout as delay6 } from "node:timers/promises";

// dist/app/seeing.js
import { setTimeout as delay2 } from "node:timers/promises";

// dist/core/due/poll-times.js
var kindsApart = 0.618;
function nextPollAt(now, intervalMs, poll, turn) {
  const latest = now + intervalMs;
  if (!turn || turn.of < 2)
    return latest;
  const share2 = (turn.nth / turn.of + polls.indexOf(poll) * kindsApart) % 1;
  return latest - Math.floor((latest - share2 * intervalMs) % intervalMs);
}
var firstAskedMs = 4 * secondMs;
function firstPollMs(poll, outlookAfterMs, turn) {
  const asks = poll === "colleagues" || poll === "outlook";
  const asksAfterMs = asks && turn ? turn.nth * firstAskedMs : 0;
  return poll === "outlook" ? outlookAfterMs + asksAfterMs : asksAfterMs;
}

// dist/flows/team/polls.js
var inPrivate = ["private-messages", "colleagues", "shifts"];
function pollsOf(desk) {
  if (desk.inPrivate)
    return inPrivate;
  return polls.filter((id) => id !== "private-messages" && (id !== "rota" || desk.feed));
}
async function beginPolls(ports) {
  const { clock, due, timings: timings2, turn } = ports;
  const at = clock.now() + firstPollMs("outlook", timings2.outlookAfterMs, turn);
  if (pollsOf(ports.desk).includes("outlook"))
    await due.put({ job: "poll", id: "outlook", at });
  await ensurePolls(ports);
}
async function ensurePolls({ clock, desk, due, timings: timings2, turn }) {
  await Promise.all(pollsOf(desk).map((id) => {
    const at = clock.now() + firstPollMs(id, timings2.outlookAfterMs, turn);
    return due.ensure({ job: "poll", id, at }, clock.now() + timings2[pollIntervals[id]]);
  }));
}

// dist/ops/health.js
var lateAfter = 10;
function createHealth(desks, others = () => [], now = Date.now, incidents = async () => []) {
  const known = /* @__PURE__ */ new Map();
  const note2 = (desk, poll) => {
    const polls4 = known.get(desk) ?? /* @__PURE__ */ new Map();
    known.set(desk, polls4.set(poll, now()));
  };
  async function lateOf(desk, polls4) {
    const known2 = desks().get(desk);
    if (!known2)
      return [];
    const anywhere = await known2.due.polledAt().catch(() => void 0);
    return [...polls4].flatMap(([poll, here]) => {
      const at = Math.max(here, anywhere?.get(poll) ?? here);
      const wrongAfterMs = lateAfter * known2.timings[pollIntervals[poll]];
      const said = `${desk}: ${poll} not read since ${new Date(at).toISOString()}`;
      if (now() - at > wrongAfterMs)
        return [said];
      if (at - now() > wrongAfterMs)
        return [`${said}, which is still to come. Start the desk again.`];
      return [];
    });
  }
  return {
    expect: note2,
    pollDone(desk, poll) {
      note2(desk, poll);
      desks().get(desk)?.due.polled(poll, now()).catch(() => {
      });
    },
    problems: async () => {
      const late = await Promise.all([...known].map(([desk, polls4]) => lateOf(desk, polls4)));
      const found = (await incidents()).filter(({ isNote }) => !isNote);
      const isExplained = (line2) => found.some(({ desk, look }) => line2.startsWith(`${desk}: ${look} `));
      return [
        ...others(),
        ...found.map(({ line: line2 }) => line2),
        ...late.flat().filter((line2) => !isExplained(line2))
      ];
    },
    notes: async () => (await incidents()).filter(({ isNote }) => isNote).map(({ line: line2 }) => line2)
  };
}

// dist/ops/readings.js
async function readDesk({ cards, clock, desk, due, inPublic, ledger, settings, timings: timings2 }, polls4, begunAt, now) {
  const at = clock.now();
  const found = await Promise.all([
    cards.counts(),
    due.polledAt(),
    ...inPublic ? [] : [ledger.month(at), settings.get()]
  ]).catch(undefinedIf(isStorageFault));
  if (!found)
    return void 0;
  const [{ states, oldestQuestionAt: asked = at }, polled, bill, set] = found;
  const target = desk.responseTargets.question;
  return {
    desk: desk.id,
    cards: states,
    oldestQuestionOpenMs: openTimeBetween(desk.rota, asked, at),
    targetOpenMs: target === void 0 ? void 0 : openTimeOf(target, desk.rota, asked),
    ...bill && desk.network.prices && { costMicroUsd: bill.microUsd },
    ...bill && desk.budget && { budgetUsd: desk.budget.monthlyUsd },
    ...set && { isPaused: set.pause !== void 0 },
    refusals: looks.filter((look) => (set?.failing?.[look]?.incidentAt ?? Number.POSITIVE_INFINITY) <= at),
    polls: polls4.map((poll) => ({
      poll,
      isSeen: polled.has(poll),
      ageMs: Math.max(0, now - (polled.get(poll) ?? begunAt)),
      intervalMs: timings2[pollIntervals[poll]]
    }))
  };
}
async function readTogether(desks) {
  const sharing = [...desks].find(({ desk }) => desk.budgetTogether);
  if (!sharing?.desk.budgetTogether)
    return void 0;
  const { monthlyUsd } = sharing.desk.budgetTogether;
  const bill = await sharing.ledger.monthTogether(sharing.clock.now()).catch(undefinedIf(isStorageFault));
  return bill && { budgetUsd: monthlyUsd, costMicroUsd: bill.microUsd };
}
function factsOf({ desks, lastPress, slackConnections }, now) {
  const ago = (ms) => `${Math.round(ms / secondMs)} s ago`;
  const reads2 = desks.map(({ desk, polls: polls4 }) => {
    const each = polls4.map(({ poll, ageMs, isSeen }) => `${poll} ${isSeen ? ago(ageMs) : "not yet"}`);
    return `${desk}: read ${each.join(", ")}`;
  });
  if (slackConnections === void 0)
    return reads2;
  const press = lastPress ? `last press ${lastPress.isAnswered ? "answered" : "not answered"}, ${ago(now - lastPress.at)}` : "no press since the start";
  return [...reads2, `Slack: ${slackConnections} connections, ${press}`];
}

// dist/ops/serve-health.js
import { createServer } from "node:http";
async function serveHealth({ health, facts, metrics, log }, { host, port }) {
  async function readiness(more2) {
    const [problems, notes] = await Promise.all([health.problems(), health.notes()]);
    const isReady2 = problems.length === 0;
    const lines = [...isReady2 ? ["ok"] : problems, ...notes, ...more2];
    return { status: isReady2 ? 200 : 503, text: lines.join("\n") };
  }
  const pages = {
    "/healthz": async () => ({ status: 200, text: "ok" }),
    "/readyz": async () => readiness(await facts()),
    "/": () => readiness([]),
    "/metrics": async () => ({ status: 200, text: await metrics.text(), type: metrics.contentType })
  };
  async function pageOf(method, path) {
    const page = Object.hasOwn(pages, path) ? pages[path] : void 0;
    if (!page)
      return { status: 404, text: "Ask /healthz, /readyz or /metrics." };
    if (method !== "GET" && method !== "HEAD")
      return { status: 405, text: "Ask by GET." };
    return page().catch((fault) => {
      log.error({ path, error: fault.message }, "page failed");
      return { status: 500, text: "This page failed; the log says why." };
    });
  }
  const server = createServer(async ({ method = "", url = "" }, response) => {
    const { status, text, type = "text/plain; charset=utf-8" } = await pageOf(method, url.split("?", 1)[0] ?? "");
    response.writeHead(status, { "content-type": type, ...status === 405 && { allow: "GET, HEAD" } });
    response.end(method === "HEAD" ? "" : `${text.trimEnd()}
`);
  });
  await new Promise((resolve, reject) => {
    const refused = ({ message }) => reject(new Error(`HEALTH_PORT ${port} at HEALTH_HOST ${host} can't be used: ${message}`));
    server.once("error", refused);
    server.listen(port, host, resolve);
  });
  const { address, family, port: bound } = server.address();
  return {
    url: `http://${family === "IPv6" ? `[${address}]` : address}:${bound}`,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    })
  };
}

// dist/ops/incidents.js
function createIncidents(log) {
  const current = /* @__PURE__ */ new Map();
  const said = /* @__PURE__ */ new Map();
  return {
    set(about, lines) {
      const before = said.get(about) ?? /* @__PURE__ */ new Set();
      for (const line2 of lines)
        if (!before.has(line2))
          log.error(line2);
      if (lines.length > 0) {
        current.set(about, lines);
        said.set(about, /* @__PURE__ */ new Set([...before, ...lines]));
        return;
      }
      said.delete(about);
      if (current.delete(about))
        log.info(`${about} is well again.`);
    },
    has: (about) => current.has(about),
    lines: (shown = (_about, lines) => lines) => [...current].flatMap(([about, lines]) => shown(about, lines))
  };
}

// dist/ops/watch.js
import { setTimeout as delay } from "node:timers/promises";
function createWatch(look, everyMs2) {
  const stopped = new AbortController();
  let looking;
  function now() {
    looking ??= look().finally(() => {
      looking = void 0;
    });
    return looking;
  }
  async function run2() {
    while (!stopped.signal.aborted) {
      await now();
      await delay(everyMs2, void 0, { signal: stopped.signal }).catch(() => {
      });
    }
  }
  return { now, start: () => void run2(), stop: () => stopped.abort() };
}

// dist/ops/silence.js
async function deskIncidents(desks) {
  const all2 = [...desks].map(async ([desk, { clock, settings }]) => {
    const silence = await settings.get().catch(undefinedIf(isStorageFault));
    return silence ? incidentsOf(desk, silence, clock.now()) : [];
  });
  return (await Promise.all(all2)).flat();
}
function incidentsOf(desk, { failing = {} }, now) {
  return looks.flatMap((look) => {
    const failure = failing[look];
    if (!failure || failure.incidentAt > now || look === "slack" || isSaidByItself(failure))
      return [];
    const isNote = look === "rota" || look === "channel" || look === "private-channel";
    return [{ desk, look, line: `${desk}: ${lineOf(look, failure)}`, isNote }];
  });
}
var isSaidByItself = ({ reason }) => reason === "sign-in" || reason === "not-permitted";
function lineOf(look, { detail = "", reason, since }) {
  const at = new Date(since).toISOString();
  if (look === "channel") {
    return `Slack doesn't let the desk write in its channel since ${at} (${detail}). ${cures[channelCure(detail)]} It is tried again every ten minutes.`;
  }
  if (look === "private-channel") {
    const cure = isExposure(detail) ? "Private messages are not read until it is a private channel, without guests and not shared." : cures[channelCure(detail)];
    return `no private message is shown in its channel since ${at} (${detail}). ${cure}`;
  }
  return `${look} not read since ${at}: ${detail || reason}`;
}
var cures = {
  invite: "Invite the app to the channel, or correct the channel in desk.yaml.",
  unarchive: "Unarchive the channel and invite the app, or name another channel in desk.yaml.",
  scope: "Install the app again with the scopes of slack-manifest.yaml.",
  restricted: "Let apps post in the channel: its settings, or those of the workspace, forbid it.",
  other: "See https://docs.slack.dev/reference/methods/chat.postMessage#errors."
};
function watchSilence(desks, log, everyMs2) {
  const incidents = createIncidents(log);
  let before = [];
  return createWatch(async () => {
    const found = await deskIncidents(desks).catch((fault) => {
      log.warn({ error: fault.message }, "silence");
      return void 0;
    });
    if (!found)
      return;
    const names = found.map(({ desk, look }) => `${desk}: ${look}`);
    for (const { desk, look, line: line2 } of found)
      incidents.set(`${desk}: ${look}`, [line2]);
    for (const name of before)
      if (!names.includes(name))
        incidents.set(name, []);
    before = names;
  }, everyMs2);
}

// dist/app/seeing.js
var jobsMs = 1e3;
function createSeeing(options4) {
  const { log, sides, jobs, slackConnections, problems } = options4;
  const begunAt = Date.now();
  const begunPolls = /* @__PURE__ */ new Set();
  let lastPress;
  let server;
  const mains = () => new Map([...sides()].filter(([, { inPublic }]) => !inPublic));
  const health = createHealth(sides, problems, Date.now, () => deskIncidents(mains()));
  let metrics;
  async function read() {
    const now = Date.now();
    const each = [...sides().values()].map((own) => readDesk(own, pollsOf(own.desk), begunAt, now));
    const [desks, together, counts] = await Promise.all([
      Promise.all(each),
      readTogether(mains().values()),
      within(jobsMs, jobs().catch(undefinedIf(isStorageFault)))
    ]);
    return {
      desks: desks.filter((desk) => desk !== void 0),
      together,
      jobs: counts,
      slackConnections: slackConnections(),
      problems: problems().length,
      lastPress
    };
  }
  async function sayBegun({ clock, desk, timings: timings2, watermarks }, poll) {
    const everyMs2 = timings2[pollIntervals[poll]];
    const begun = isNetworkPoll(poll) ? await watermarks.begunAt(clock.now()) : void 0;
    const since = begun === void 0 ? void 0 : new Date(begun).toISOString();
    const what = since ? `watching since ${since}` : "looked at";
    log.info({ desk: desk.id, poll, everyMs: everyMs2, since }, `${poll}: ${what}, every ${everyMs2 / secondMs} s`);
  }
  async function counted2() {
    const { createMetrics } = await import("./metrics-42DPGGGT.js");
    metrics ??= createMetrics(read);
    return metrics;
  }
  return {
    called: (network) => (...call) => metrics?.called(network)(...call),
    decided(decision) {
      metrics?.decided(decision);
      log.info(omit(decision, "acts"), "decided");
    },
    pollDone(desk, poll) {
      health.pollDone(desk, poll);
      const own = sides().get(desk);
      const name = `${desk}/${poll}`;
      if (!own || begunPolls.has(name))
        return;
      begunPolls.add(name);
      sayBegun(own, poll).catch(() => begunPolls.delete(name));
    },
    pressed(isAnswered2) {
      lastPress = { at: Date.now(), isAnswered: isAnswered2 };
      metrics?.pressed(isAnswered2);
    },
    async count() {
      await counted2();
    },
    async serve(address) {
      const metrics2 = await counted2();
      metrics2.begins(sides().keys());
      for (const { desk } of sides().values())
        for (const poll of pollsOf(desk))
          health.expect(desk.id, poll);
      metrics2.measureProcess();
      const facts = async () => factsOf(await read(), Date.now());
      server = await serveHealth({ health, facts, metrics: metrics2, log }, address);
    },
    close: async () => server?.close()
  };
}
async function within(ms, coming) {
  const over = new AbortController();
  const late = delay2(ms, void 0, { signal: over.signal }).catch(() => void 0);
  try {
    return await Promise.race([coming, late]);
  } finally {
    over.abort();
  }
}

// dist/core/due/network-timings.js
var polls3 = {
  x: {},
  bluesky: {
    pollMentionsMs: 15 * secondMs,
    pollFollowersMs: dayMs,
    pollOwnPostsMs: minuteMs,
    openLookMs: minuteMs,
    recheckMs: 60 * minuteMs
  }
};
var backDatedMs = { x: 0, bluesky: 14 * dayMs };
var desksAtFullSpeed = { x: Number.POSITIVE_INFINITY, bluesky: 25 };
function timingsOn(network, given, desks) {
  const own = polls3[network];
  const slowdown2 = Math.max(1, desks / desksAtFullSpeed[network]);
  const slowed = Object.keys(own).map((name) => {
    const ms = given[name] === timings[name] ? own[name] : given[name];
    return [name, Number(ms) < dayMs ? Math.round(Number(ms) * slowdown2) : ms];
  });
  return { ...given, ...Object.fromEntries(slowed), deepLookMs: backDatedMs[network] };
}

// dist/flows/desk-now.js
async function withDeskNow(ports) {
  if (ports.inPublic)
    return withPrivateSideNow(ports, ports.inPublic);
  const { snapshots, desk, settings, like } = ports;
  try {
    const [{ covers, notes, starters, pause: pause2, failing }, colleagues, channel, dated, theirs] = await Promise.all([
      settings.get(),
      snapshots.get("colleagues"),
      snapshots.get("channel"),
      (like ?? ports).snapshots.get("dated"),
      like && sharedBy(like)
    ]);
    return {
      ...ports,
      desk: deskNow(desk, {
        covers: theirs?.covers ?? covers,
        notes,
        starters,
        pause: pause2,
        failing,
        ...colleagues ? { colleagues: colleagues.value } : {},
        ...channel ? { channel: channel.value } : {},
        ...dated && (like ?? ports).desk.feed ? { dated: dated.value } : {},
        ...theirs?.colleagues ? { theirColleagues: theirs.colleagues } : {}
      })
    };
  } catch (fault) {
    if (!isStorageFault(fault))
      throw fault;
    return ports;
  }
}
async function sharedBy({ settings, snapshots }) {
  const [{ covers }, colleagues] = await Promise.all([settings.get(), snapshots.get("colleagues")]);
  return { covers, colleagues: colleagues?.value };
}
async function withPrivateSideNow(ports, inPublic) {
  const { desk, snapshots } = ports;
  const { desk: its } = await withDeskNow(inPublic);
  const [colleagues, channel] = await Promise.all([
    snapshots.get("colleagues"),
    snapshots.get("channel")
  ]).catch((fault) => {
    if (!isStorageFault(fault))
      throw fault;
    return [];
  });
  return { ...ports, desk: privateSideNow(desk, its, colleagues?.value, channel?.value) };
}

// dist/app/shared-reads.js
import { setImmediate as turnEnd } from "node:timers/promises";
function sharedReads(read) {
  let next;
  const begin2 = () => {
    next = void 0;
    return read();
  };
  return () => {
    next ??= turnEnd().then(begin2);
    return next;
  };
}

// dist/app/served-desks.js
function createServedDesks(desks, shared, slack, change2) {
  const conversations = /* @__PURE__ */ new Map();
  const desksNow = /* @__PURE__ */ new Map();
  const mains = createAllPorts(desks, portsOf);
  const sides = withPrivateSides(mains.values());
  function portsOf(desk, like) {
    const boardOf = (side) => createBoard(slack, () => desksNow.get(side.id) ?? side, shared.clock, conversations);
    const sharing = desks.filter((one) => one.account.service === desk.account.service).length;
    const timings2 = timingsOn(desk.network.id, shared.timings, sharing);
    const turn = { nth: desks.indexOf(desk), of: desks.length };
    return createSides(desk, { ...shared, timings: timings2, ...like && { like }, turn }, boardOf, change2);
  }
  async function refreshed(ports) {
    const now = await withDeskNow(ports);
    desksNow.set(now.desk.id, now.desk);
    return now;
  }
  const reads2 = new Map([...sides].map(([id, ports]) => [id, sharedReads(() => refreshed(ports))]));
  return {
    mains,
    sides,
    served: {
      now: async (id, changed) => {
        if (changed)
          sides.get(id)?.cards.expect(changed);
        return reads2.get(id)?.();
      },
      all: () => Promise.all([...reads2.values()].map((read) => read()))
    }
  };
}

// dist/app/show-at-once.js
import { setTimeout as delay3 } from "node:timers/promises";

// dist/flows/show/show.js
import { randomUUID as randomUUID4 } from "node:crypto";

// dist/flows/act.js
function act({ cards, clock }, id, action, actor) {
  return cards.change(id, (card, world) => {
    if (!card)
      return { refused: "gone" };
    const asked = typeof action === "function" ? action(world, card) : action;
    const result = decide(card, asked, actor, clock.now());
    return "refused" in result ? result : { next: result.card, result };
  });
}

// dist/flows/watch/withdraw.js
async function withdraw({ cards, clock, panels }, id, act2, asks) {
  const knows = asks?.kind === "staff" ? { knows: asks.id } : {};
  const listing = await panels.listing(id);
  await cards.change(id, (card) => {
    const made = card && decide(card, { do: "withdraw", act: act2, ...knows }, theDesk, clock.now());
    if (!card || !made || isRefusal(made) || !made.changed)
      return { next: card, result: void 0 };
    return { next: untoldIn(made.card, listing), result: void 0 };
  });
}
async function withdrawPerson(ports, person, asks) {
  for (const card of await cardsOf(ports, person)) {
    if (isPurged(card))
      continue;
    for (const { gone, id } of card.acts)
      if (!gone)
        await withdraw(ports, card.id, id, asks);
  }
}

// dist/flows/watch/patron-news.js
async function bringUpToDate(ports, id, mention, onX, asks) {
  const knows = asks?.kind === "staff" ? { knows: asks.id } : {};
  if (mention.versions.some((version2) => onX.gone.includes(version2))) {
    await withdraw(ports, id, mention.id, asks);
    const isHidden = mention.versions.some((version2) => onX.hidden?.includes(version2));
    const writer = isHidden ? (await ports.cards.get(id))?.patron.id : void 0;
    if (writer)
      await withdrawPerson(ports, writer, asks);
    return ports.clock.now();
  }
  const { author, post: post2 } = onX.found.find((one) => one.post.versions[0] === mention.versions[0]) ?? {};
  if (!post2)
    return void 0;
  const { isVersioned } = ports.desk.network;
  if (!isEdited(post2, mention) && !mention.partial) {
    const step = (card) => withSaidOfPost(card, mention.id, post2);
    if (!isVersioned && !saysTheSame(mention, post2))
      await ports.cards.change(id, (card) => ({ next: card && step(card), result: void 0 }));
    return void 0;
  }
  const us = await ports.network.me();
  const named = mentionAct(post2, ports.desk);
  const newest = isAboutUs(post2, us.id) ? named : { ...named, unnamed: true };
  const edited = { do: "edited", act: mention.id, mention: newest };
  await act(ports, id, { ...edited, ...author && { patron: author }, ...knows }, theDesk);
  return mention.partial || post2.at <= mention.at ? ports.clock.now() : post2.at;
}

// dist/flows/answer/reread.js
var reread = async (ports, card, reader) => (await readAgain(ports, card, reader, [])).news;
var readForAnswer = (ports, card, reader) => readAgain(ports, card, reader, postsAround(card));
async function readAround({ network, timings: timings2 }, card) {
  const others = postsAround(card);
  if (others.length === 0)
    return void 0;
  return (await network.posts(others, timings2.rereadMs).catch(undefinedIf(isRemoteFault)))?.found;
}
async function readAgain(ports, card, reader, others) {
  const { network, timings: timings2 } = ports;
  if (isPrivate(card))
    return writerAgain(ports, card, reader);
  const waiting = unanswered(card).filter((one) => one.kind === "mention");
  if (waiting.length === 0)
    return {};
  const newest = waiting.flatMap(({ versions }) => versions.slice(-1));
  const onX = await network.posts([...newest, ...others], timings2.rereadMs).catch(undefinedIf(isRemoteFault));
  if (!onX)
    return takesNoReply(card, ports.desk) ? { news: noReplyTo(card) } : {};
  const news = await newsOf(ports, card, reader, waiting, onX);
  return { ...news && { news }, ...others.length > 0 && { context: onX.found } };
}
async function writerAgain(ports, card, reader) {
  const { cards, network, timings: timings2 } = ports;
  const { patron } = card;
  const gone = await network.peopleAgain([patron.id], timings2.rereadMs).catch(undefinedIf(isRemoteFault));
  if (!gone?.includes(patron.id))
    return {};
  await withdrawPerson(ports, patron.id, reader);
  await lookAtTheRest(ports);
  return { news: { refusal: removedOf(card), card: await cards.get(card.id) ?? card } };
}
var lookAtTheRest = ({ clock, due }) => due.put({ job: "poll", id: "recheck", at: clock.now() });
var noReplyTo = (card) => ({
  refusal: { refused: "takes-no-reply", first: firstOf(card.patron) },
  card
});
var removedOf = ({ patron }) => ({ refused: "removed", first: firstOf(patron) });
async function newsOf(ports, card, reader, waiting, onX) {
  const { cards } = ports;
  let changedAt;
  for (const mention of waiting)
    changedAt = await bringUpToDate(ports, card.id, mention, onX, reader) ?? changedAt;
  if (changedAt === void 0 && hasHandOff(ports.desk))
    return void 0;
  const now = await cards.get(card.id) ?? card;
  if (changedAt === void 0)
    return takesNoReply(now, ports.desk) ? noReplyTo(now) : void 0;
  if (now.acts.filter(({ gone }) => gone).length > card.acts.filter(({ gone }) => gone).length)
    await lookAtTheRest(ports);
  return unanswered(now).length > 0 ? { refusal: { refused: "changed", first: firstOf(card.patron), at: changedAt }, card: now } : { refusal: removedOf(card), card: now };
}

// dist/flows/keep/take-back.js
var isEditRefused = (failure) => failure instanceof MessageRefused && failure.what === "edit";
async function takeBack(ports, content, message, shown, mayStillSend) {
  const { ts } = message;
  if (ts === void 0)
    return (now) => ({ ...now, quiet: true, shown });
  try {
    await ports.board.remove(content, ts, mayStillSend);
  } catch (fault) {
    if (isStuck(fault)) {
      await tellStuck(ports, Math.floor(Number(ts) * 1e3));
      return (now) => ({ ...now, quiet: true, shown });
    }
    if (!(fault instanceof Gone))
      throw fault;
  }
  return (now) => ({ ...omit(now, "ts", "begunAt"), quiet: true, shown });
}
async function eraseMessage(ports, content, message, shown, mayStillSend) {
  const { board } = ports;
  const ts = message.ts ?? (message.begunAt === void 0 ? void 0 : (await board.find(content, message))?.ts);
  if (ts !== void 0) {
    try {
      await board.remove(content, ts, mayStillSend);
    } catch (fault) {
      if (isStuck(fault))
        await sayNothing(ports, content, message, ts, mayStillSend);
      else if (!(fault instanceof Gone))
        throw fault;
    }
  }
  return (now) => ({ ...omit(now, "ts", "begunAt", "changesAt", "refreshAt"), quiet: true, shown });
}
async function sayNothing(ports, content, message, ts, mayStillSend) {
  const unnamed = "panel" in content ? { ...content, panel: { ...content.panel, id: panelId("erased") } } : { ...content, card: { ...content.card, id: cardId("erased") }, key: cardKey };
  try {
    await ports.board.update(unnamed, message, ts, mayStillSend);
  } catch (fault) {
    if (!isStuck(fault))
      throw fault;
    await tellStuck(ports, Math.floor(Number(ts) * 1e3));
  }
}
var isStuck = (fault) => fault instanceof Rejected && !(fault instanceof KeysRefused || fault instanceof ChannelRefused);
async function tellStuck(ports, at) {
  const { clock, desk } = ports;
  const now = clock.now();
  const lead = desk.rota.staff.find((member) => member.lead && !member.gone)?.slackId;
  const text = say(desk.words, "kept.stuck", { time: momentText(desk, at, now) });
  await announce(ports, `stuck-${localDate(desk.rota, now)}`, text, lead ? slackUserId(lead) : void 0);
}

// dist/flows/series.js
async function panelOf({ clock, desk, panels }, series, question) {
  const now = clock.now();
  const current = await panels.current(series);
  if (current && !isPanelOver(current, desk.rota, now))
    return current;
  if (current) {
    await panels.change(current.id, (panel) => ({
      next: panel && { ...panel, closed: true },
      result: void 0
    }));
  }
  for (let n = 1; ; n++) {
    const id = nthPanelId(series, desk.rota, now, n);
    const about = question === void 0 ? {} : { question };
    const begun = { id, format: 1, ...series, ...about, version: 1, startedAt: now, closed: false };
    const panel = await panels.change(id, (known = begun) => ({ next: known, result: known }));
    if (!isRefusal(panel) && !isPanelOver(panel, desk.rota, now))
      return panel;
  }
}
async function seriesOf({ panels }, conversation) {
  const asked = { kind: "asked", conversation };
  const fold = { kind: "fold", conversation };
  if (!await panels.current(asked))
    return [fold];
  return await panels.current(fold) ? [asked, fold] : [asked];
}

// dist/flows/show/sync-message.js
import { randomUUID } from "node:crypto";
async function newMessage({ clock, due, timings: timings2 }) {
  const slotAt = await due.reserveSlot(clock.now(), timings2.postSlotMs);
  return { token: token(randomUUID()), slotAt, shown: 0 };
}
var privateMessage = ({ clock }, to, waitMs) => ({
  token: token(randomUUID()),
  slotAt: clock.now() + waitMs,
  shown: 0,
  to
});
async function foundMessage({ recovery }, of, key) {
  const found = await recovery.found(of, key);
  return found && foundRecord(found);
}
async function syncMessage({ board }, content, message, mayStillSend) {
  let { ts } = message;
  const mayStand = message.begunAt !== void 0 || isPrivate2(content);
  if (ts === void 0 && mayStand)
    ts = (await board.find(content, message))?.ts;
  return ts === void 0 ? board.post(content, message, mayStillSend) : board.update(content, message, ts, mayStillSend);
}
var isPrivate2 = (content) => "panel" in content && content.panel.to !== void 0;

// dist/flows/show/assign-message.js
async function assignMessage(ports, id) {
  for (; ; ) {
    const card = await ports.cards.get(id);
    if (!card)
      return void 0;
    const { panel } = card;
    if (panel && needsOwnMessage(card)) {
      await change(ports, id, (now) => needsOwnMessage(now) ? outOfPanel(now) : now);
      await ports.panels.change(panel, (known) => ({ next: known && bumpVersion(known), result: void 0 }));
    } else if (isMessageTooOld(card)) {
      await change(ports, id, (now) => isMessageTooOld(now) ? withoutOwnMessage(now) : now);
    } else if (panel && card.panelShown !== card.version) {
      await tellPanel(ports, card, panel);
    } else if (!panel && !card.messages[cardKey]) {
      const shared = await panelFor(ports, card);
      if (!shared)
        return card;
      await change(ports, id, (now) => now.panel ? now : intoPanel(now, shared.id));
    } else {
      return card;
    }
  }
}
var change = ({ cards }, id, step) => cards.change(id, (now) => ({ next: now && step(now), result: void 0 }));
async function panelFor(ports, card) {
  if (needsOwnMessage(card) || isKeptOut(card) || card.holder || card.erased)
    return void 0;
  const found = await foundMessage(ports, card.id, cardKey);
  if (found && !card.messages[formerKey(found)])
    return void 0;
  if (isFollow(card))
    return await hasOwn(ports) ? void 0 : panelOf(ports, { kind: "digest" });
  const conversation = conversationOfCard(card.id);
  return conversation && sharedIn(ports, card, conversation);
}
async function hasOwn({ clock, desk, due }) {
  const now = clock.now();
  const [shift] = onShift(desk.rota, now);
  if (!shift)
    return false;
  const since = now - shift.fromMs < dayMs ? shift.fromMs : localDate(desk.rota, now);
  return await due.count(`followers-${since}`, dayMs) <= followersWithOwnMessage;
}
async function sharedIn(ports, card, conversation) {
  if (card.closed?.reason === "muted") {
    const [series] = await seriesOf(ports, conversation);
    return panelOf(ports, series);
  }
  return isPlainAnswer(card) ? askedFor(ports, card, conversation) : foldFor(ports, card, conversation);
}
async function foldFor(ports, card, conversation) {
  const series = { kind: "fold", conversation };
  if (await ports.panels.current(series))
    return panelOf(ports, series);
  if (!isFoldable(card))
    return void 0;
  const waiting = await openIn(ports, conversation, isFoldable);
  if (waiting.length < foldFromCards)
    return void 0;
  return joined(ports, await panelOf(ports, series), waiting, isFoldable);
}
async function askedFor(ports, card, conversation) {
  const series = { kind: "asked", conversation };
  const isBegun = await ports.panels.current(series) !== void 0;
  if (!isBegun && (await ports.cards.answersTo(conversation)).length < gatherFromAnswers)
    return void 0;
  const asked = await panelOf(ports, series, questionOf(card));
  return isBegun ? asked : joined(ports, asked, await openIn(ports, conversation, isGatherable), isGatherable);
}
async function openIn({ cards }, conversation, mayShare) {
  const ids = await cards.inConversation(conversation);
  const found = await Promise.all(ids.map((id) => cards.get(id)));
  return found.filter((one) => one !== void 0).filter(mayShare);
}
async function joined(ports, panel, cards, mayShare) {
  for (const { id } of cards) {
    await change(ports, id, (now) => mayShare(now) && !now.panel ? intoPanel(now, panel.id) : now);
  }
  return panel;
}
async function tellPanel({ cards, panels }, card, id) {
  const panel = await panels.get(id);
  const isTooLate = !panel || panel.closed && card.panelShown === void 0 && card.state === "open";
  if (!isTooLate && !isUpdatePending(panel)) {
    await panels.change(id, (known) => ({ next: known && bumpVersion(known), result: void 0 }));
  }
  await cards.change(card.id, (now) => {
    if (now?.panel !== id)
      return { next: now, result: void 0 };
    return { next: isTooLate ? outOfPanel(now) : { ...now, panelShown: card.version }, result: void 0 };
  });
}

// dist/flows/show/message-lease.js
import { randomUUID as randomUUID2 } from "node:crypto";
async function withLease(ports, records, work, failed) {
  const refusal = await channelRefusal(ports);
  const taken = await records.change(leaseTaker(ports, records, refusal));
  if (isRefusal(taken) || taken.what === "nothing")
    return false;
  if (taken.what === "waits")
    throw new Busy(refusal.retryAt, "Slack");
  if (taken.what === "refresh")
    return reserveRefresh(ports, records, taken.key);
  await underLease(ports, records, refusal, taken.leased, work, failed);
  return true;
}
function leaseTaker({ clock, timings: timings2 }, records, refusal) {
  const lease = token(randomUUID2());
  const mayStillSend = stopwatch(clock, timings2.showWithinMs);
  return (known, { unread }) => {
    const owner = known && records.recorded ? records.recorded(known) : known;
    const stale = owner && records.stale(owner);
    const message = stale && records.message(owner, stale.key);
    if (unread === "channel" || !message || clock.now() < stale.at)
      return { next: owner, result: { what: "nothing" } };
    if (stale.refresh && message.refreshAt === void 0)
      return { next: owner, result: { what: "refresh", key: stale.key } };
    if (clock.now() < refusal.retryAt && !goesOut(records, owner, refusal))
      return { next: owner, result: { what: "waits" } };
    const held = startLease(message, lease, clock.now(), timings2.showLeaseMs);
    const next = records.withMessage(owner, stale.key, held);
    const leased = { owner: next, key: stale.key, message, lease, mayStillSend };
    return { next, result: { what: "lease", leased } };
  };
}
var goesOut = (records, owner, { isExposed }) => records.isPrivate(owner) || isExposed && records.isBlank(owner);
async function underLease(ports, records, refusal, taken, work, failed = async () => void 0) {
  const isPrivate3 = records.isPrivate(taken.owner);
  const endedBy = (change2) => (owner) => {
    const message = records.message(owner, taken.key);
    return message ? records.withMessage(owner, taken.key, endLease(message, taken.lease, change2)) : owner;
  };
  const end2 = (change2, then = (owner) => owner) => records.change((owner) => ({ next: owner && then(endedBy(change2)(owner)), result: void 0 }));
  try {
    const change2 = await work(taken);
    await end2(change2, await records.following?.(endedBy(change2)).catch(() => void 0));
    if (refusal.isRefused && !goesOut(records, taken.owner, refusal)) {
      await lookWorked(ports, channelLook(ports.desk));
      await tryWaiting(ports);
    }
  } catch (failure) {
    if (failure instanceof ChannelRefused && !isPrivate3) {
      const { lease: _over, ...known } = taken.message;
      await end2(() => known);
      throw await refuseChannel(ports, failure);
    }
    if (isRefusedRefresh(taken.message, failure)) {
      await end2((message) => withRefresh(message, 0));
      throw failure;
    }
    await end2(await failed(taken, failure) ?? await afterFailure(ports, failure, taken.message, isPrivate3), isUneditable(failure) ? (owner) => records.leave?.(owner, taken.message) ?? owner : void 0);
    if (!(failure instanceof Busy || failure instanceof Gone || failure instanceof NotSent))
      throw failure;
  }
}
var isUneditable = (failure) => failure instanceof MessageRefused && failure.what === "edit";
async function reserveRefresh({ clock, due, timings: timings2 }, records, key) {
  const refreshAt = await due.reserveSlot(clock.now(), timings2.refreshEveryMs, "refresh");
  await records.change((owner) => {
    const message = owner && records.message(owner, key);
    if (!owner || !message?.changesAt || message.refreshAt !== void 0)
      return { next: owner, result: void 0 };
    return { next: records.withMessage(owner, key, { ...message, refreshAt }), result: void 0 };
  });
  return true;
}
var isRefusedRefresh = ({ refreshAt }, failure) => refreshAt !== void 0 && failure instanceof Rejected && !(failure instanceof KeysRefused);
async function afterFailure({ clock, due, timings: timings2 }, failure, before, isPrivate3) {
  const { lease: _over, ...known } = before;
  if (failure instanceof Gone && before.to)
    return () => ({ ...known, quiet: true });
  if (failure instanceof Gone) {
    const anew = await newMessage({ clock, due, timings: timings2 });
    return () => anew;
  }
  if (failure instanceof MessageRefused)
    return afterRefusal({ clock, due, timings: timings2 }, failure, known);
  const retryAt = clock.now() + timings2.showRetryMs;
  const isUnsent = failure instanceof Unreachable || failure instanceof NotSent;
  if (isUnsent)
    return () => ({ ...known, slotAt: retryAt });
  if (!(failure instanceof Busy))
    return (now) => ({ ...now, slotAt: retryAt });
  const isNew = known.ts === void 0 && known.begunAt === void 0;
  const slotAt = isNew && !isPrivate3 ? await due.reserveSlot(failure.retryAt, timings2.postSlotMs) : failure.retryAt;
  return () => ({ ...known, slotAt });
}
async function afterRefusal(ports, { what }, known) {
  if (what === "content" && known.plain !== "bare") {
    return () => ({ ...known, plain: known.plain === "short" ? "bare" : "short" });
  }
  if (what === "edit" && !known.to) {
    const anew = await newMessage(ports);
    return () => known.plain ? { ...anew, plain: known.plain } : anew;
  }
  return () => ({ ...known, quiet: true });
}

// dist/flows/show/pictures.js
async function leavePictureOut({ cards }, id) {
  await cards.change(id, (card) => ({ next: card && withUnloadable(card), result: void 0 }));
}

// dist/flows/tell/rest.js
import { randomUUID as randomUUID3 } from "node:crypto";
async function gatherRest({ cards, panels }, to, card, at) {
  const id = restId(to, at);
  await follow({ cards }, id, [card]);
  const fresh2 = { token: token(randomUUID3()), slotAt: at, shown: 0, to };
  const first = {
    id,
    format: 1,
    kind: "rest",
    to,
    version: 0,
    startedAt: at,
    closed: true,
    message: fresh2
  };
  await panels.change(id, (panel = first) => {
    if (panel.lists?.some((one) => one.card === card))
      return { next: panel, result: void 0 };
    const message = panel.message?.quiet && !panel.message.ts ? fresh2 : panel.message;
    const listed = [...panel.lists ?? [], { card }];
    return {
      next: { ...bumpVersion(panel), lists: listed, ...message ? { message } : {} },
      result: void 0
    };
  });
}

// dist/flows/show/ping.js
async function personToName(ports, card, key) {
  const { clock, desk, persons, timings: timings2 } = ports;
  const now = clock.now();
  const isUrgentLine = card.acts.some((act2) => isUrgent(act2) && lineKey(act2) === key);
  const from = isUrgentLine ? now : openFrom(desk.rota, now);
  const person = from === void 0 ? void 0 : personNamed(desk, card, key, now, from);
  if (from === void 0 || !person)
    return void 0;
  const kind = desk.account.practice ? "named-practising" : "named";
  const named = await persons.count(person, `${kind}-${Math.floor(from / hourMs)}`, hourMs);
  if (isUrgentLine || named <= timings2.pingsPerHour)
    return { person, from };
  await gatherRest(ports, person, card.id, from);
  return void 0;
}

// dist/flows/show/show.js
async function show(ports, id, leased) {
  const records = {
    ...recordsOf(ports, id),
    following: async (ended) => {
      const known = await ports.cards.get(id);
      const card = known && ended(known);
      return card?.messages[cardKey] && await recordNext(ports, card) || asItIs;
    }
  };
  const syncOne = async (work) => {
    const { owner: card, key, message, mayStillSend } = work;
    const shown = currentVersionOf(card, key);
    if (card.erased)
      return eraseMessage(ports, { card, key }, message, shown, mayStillSend);
    if (isToRemove(card, key))
      return removed(ports, work);
    if (isPurged(card) && message.quiet)
      return takeBack(ports, { card, key }, message, shown, mayStillSend);
    const content = await contentOf(ports, work);
    if (!content)
      return (now) => ({ ...now, shown });
    const { ts, changesAt, picturesRefused } = await syncMessage(ports, content, message, mayStillSend);
    if (picturesRefused)
      await leavePictureOut(ports, card.id);
    return (now) => ({ ...withRefresh(now, changesAt), ts, shown });
  };
  const failed = async ({ owner: card, key, message, mayStillSend }, failure) => isPurged(card) && !card.erased && isEditRefused(failure) ? takeBack(ports, { card, key }, message, currentVersionOf(card, key), mayStillSend) : void 0;
  if (leased)
    await underLease(ports, records, refusalThen(ports.desk), leased, syncOne, failed);
  let recorded = await prepareNext(ports, id);
  if (!recorded && !leased)
    return deriveDue(ports, id);
  while (recorded && await withLease(ports, { ...records, recorded }, syncOne, failed))
    recorded = await prepareNext(ports, id, ports.clock.now());
}
var recordsOf = ({ cards }, id) => ({
  change: (update2) => cards.change(id, update2),
  stale: staleMessage,
  message: ({ messages }, key) => messages[key],
  withMessage,
  leave,
  isPrivate: () => false,
  isBlank: isPurged
});
function leaseWithChange(ports, id) {
  const take2 = leaseTaker(ports, recordsOf(ports, id), refusalThen(ports.desk));
  return (card, world) => {
    const isUpdate = staleMessage(card)?.key === cardKey && card.messages[cardKey]?.ts !== void 0;
    if (!isUpdate || isMessageTooOld(card))
      return void 0;
    const { result } = take2(card, world);
    return result.what === "lease" ? result.leased : void 0;
  };
}
async function giveUpLease({ cards }, id, { key, lease }) {
  await cards.change(id, (card) => {
    const message = card?.messages[key];
    if (!card || message?.lease?.token !== lease)
      return { next: card, result: void 0 };
    return {
      next: withMessage(card, key, endLease(message, lease, (now) => now)),
      result: void 0
    };
  });
}
function leave(card, message) {
  const isStanding = Object.values(card.messages).some(({ token: token2 }) => token2 === message.token);
  return isStanding ? card : withMessage(card, formerKey(message), { ...message, shown: 1, quiet: true });
}
async function deriveDue({ cards }, id) {
  await cards.change(id, (card) => ({ next: card, result: void 0 }));
}
var asItIs = (card) => card;
async function prepareNext(ports, id, now) {
  const card = await assignMessage(ports, id);
  const stale = card && staleMessage(card);
  if (!stale)
    return void 0;
  const fresh2 = await recordNext(ports, card);
  return fresh2 ?? (now === void 0 || stale.at <= now ? asItIs : void 0);
}
async function recordNext(ports, card) {
  const stale = staleMessage(card);
  return stale && stale.key !== panelKey && !card.messages[stale.key] ? record(ports, card, stale.key) : void 0;
}
async function record(ports, card, key) {
  const found = await foundMessage(ports, card.id, key);
  const isLeft = found && card.messages[formerKey(found)] !== void 0;
  const message = found && !isLeft ? found : await fresh(ports, card, key);
  return (now) => now.messages[key] ? now : withMessage(now, key, message);
}
async function fresh(ports, card, key) {
  if (key === cardKey)
    return newMessage(ports);
  const named = await personToName(ports, card, key);
  if (!named)
    return { token: token(randomUUID4()), slotAt: 0, shown: 0, quiet: true };
  const { slotAt, ...message } = await newMessage(ports);
  return { ...message, slotAt: Math.max(slotAt, named.from), to: named.person };
}
async function contextOf(ports, card) {
  if (!ports.desk.account.readsContext || card.state !== "open")
    return {};
  const context = await readAround(ports, card);
  return context ? { context } : {};
}
async function removed({ board }, { owner: card, key, message, mayStillSend }) {
  const content = { card, key };
  const ts = message.ts ?? (await board.find(content, message))?.ts;
  if (ts !== void 0)
    await board.remove(content, ts, mayStillSend).catch(undefinedIf(isGone2));
  return (now) => ({ ...omit(now, "ts", "changesAt", "refreshAt"), quiet: true });
}
var isGone2 = (fault) => fault instanceof Gone;
async function contentOf(ports, { owner: card, key, message }) {
  if (key === cardKey)
    return { card, key, ...await contextOf(ports, card) };
  if (!isFormerKey(key) || isPurged(card))
    return { card, key };
  const movedTo = card.panel ? (await ports.panels.get(card.panel))?.message?.ts : card.messages[cardKey]?.ts;
  if (movedTo === void 0)
    throw new Busy(ports.clock.now() + ports.timings.panelEveryMs, "The desk");
  const content = { card, key, movedTo };
  return message.ts || await ports.board.find(content, message) ? content : void 0;
}

// dist/app/show-at-once.js
var showFirstMs = 1e3;
function showAtOnce(desks, log, changed) {
  const underway = /* @__PURE__ */ new Map();
  const asked = /* @__PURE__ */ new Set();
  const logFault = (ports, id) => (fault) => log.debug({ desk: ports.desk.id, card: id, error: fault.message }, "not shown at once");
  function giveUp(ports, id, leased) {
    giveUpLease(ports, id, leased).catch(logFault(ports, id));
  }
  function begin2(ports, id, leased) {
    const name = `${ports.desk.id}/${id}`;
    const before = underway.get(name) ?? Promise.resolve();
    const one = before.then(() => show(ports, id, leased)).catch(logFault(ports, id)).finally(() => {
      if (underway.get(name) === one)
        underway.delete(name);
    });
    underway.set(name, one);
  }
  function showing(ports) {
    const { cards, desk, inPrivate: inPrivate2 } = ports;
    return {
      ...ports,
      ...inPrivate2 ? { inPrivate: showing(inPrivate2) } : {},
      cards: {
        ...cards,
        change: async (id, update2) => {
          asked.add(desk.id);
          let became = "elsewhere";
          const taken = {};
          const lease = underway.has(`${desk.id}/${id}`) ? () => void 0 : leaseWithChange(ports, id);
          const changed2 = cards.change(id, (card, world) => {
            const updated = update2(card, world);
            became = outcomeOf(card, updated);
            taken.lease = void 0;
            if (became !== "to-show" || isRefusal(updated) || !updated.next)
              return updated;
            taken.lease = lease(updated.next, world);
            return taken.lease ? { ...updated, next: taken.lease.owner } : updated;
          });
          const result = await changed2.catch((fault) => {
            if (taken.lease)
              giveUp(ports, id, taken.lease);
            throw fault;
          });
          if (became === "refused")
            await shownFirst(underway.get(`${desk.id}/${id}`));
          if (became === "to-show")
            begin2(ports, id, taken.lease);
          return result;
        }
      }
    };
  }
  return {
    desks: {
      now: async (id, card) => {
        asked.add(id);
        const ports = await desks.now(id, card);
        return ports && showing(ports);
      },
      all: async () => (await desks.all()).map(showing)
    },
    ended: () => {
      for (const desk of asked)
        changed(desk);
      asked.clear();
    },
    idle: async () => {
      while (underway.size > 0)
        await Promise.all(underway.values());
    }
  };
}
function outcomeOf(before, updated) {
  if (isRefusal(updated))
    return "refused";
  const { next } = updated;
  return next && next !== before && next.panel === void 0 ? "to-show" : "elsewhere";
}
async function shownFirst(shown) {
  if (!shown)
    return;
  const ended = new AbortController();
  await Promise.race([shown, delay3(showFirstMs, void 0, { signal: ended.signal }).catch(() => {
  })]);
  ended.abort();
}

// dist/flows/tell/first-words.js
async function introduce(ports, sinceMs) {
  if (await ports.watermarks.begunAt(ports.clock.now()) < sinceMs)
    return false;
  await sayFirstWords(ports);
  return true;
}
async function sayFirstWords({ clock, desk, panels }) {
  const now = clock.now();
  const id = panelId(`notice-first-words-${desk.channel}`);
  await panels.change(id, (said) => ({
    next: said ?? {
      id,
      format: 1,
      kind: "notice",
      version: 1,
      startedAt: now,
      closed: true,
      firstWords: true,
      text: shiftSentence(desk, now)
    },
    result: void 0
  }));
}
function shiftSentence(desk, now) {
  const { rota, words: words2 } = desk;
  const people = onShift(rota, now).map(({ member: { name }, untilMs }) => say(words2, "rota.until", { name, time: momentText(desk, untilMs, now) }));
  const who = people.length > 0 ? listOf(desk, people) : say(words2, "rota.nobody");
  return say(words2, "first.on-shift", { time: momentText(desk, now, now - dayMs), who });
}

// dist/flows/tell/past-outages.js
var blipMs = minuteMs;
async function recordSlackAway({ clock, settings }, from) {
  if ((await settings.get()).failing?.slack)
    return;
  const good = { lastGoodAt: from, afterMs: blipMs };
  const failure = failingLook({ reason: "unreachable" }, good, clock.now());
  await settings.change((now) => ({ next: withFailure(now, "slack", failure), result: void 0 }));
}
async function recordSlackBack({ settings }, from, until) {
  if (from === void 0 && !(await settings.get()).failing?.slack)
    return;
  await settings.change((now) => {
    const begunAt = now.failing?.slack?.since;
    const outage = now.outages?.slack;
    const isOpen2 = outage !== void 0 && outage.until === void 0;
    const next = withoutFailure(now, "slack");
    const wasLong = begunAt !== void 0 && until - begunAt >= blipMs;
    return {
      next: wasLong && !isOpen2 ? withPastOutage(next, "slack", begunAt, until) : next,
      result: void 0
    };
  });
}
async function recordRedisBack({ settings }, from, until) {
  if (until - from < blipMs)
    return;
  await settings.change((now) => ({ next: withPastOutage(now, "redis", from, until), result: void 0 }));
}

// dist/ops/close.js
import { setTimeout as delay4 } from "node:timers/promises";
async function close({ drain, cut: cut2, cutAfterMs, overAfterMs }) {
  const over = new AbortController();
  const after = (ms) => delay4(ms, void 0, { signal: over.signal }).catch(() => void 0);
  const ended = drain().then(() => true, () => false);
  void after(cutAfterMs).then(() => {
    if (!over.signal.aborted)
      cut2();
  });
  const inTime = await Promise.race([ended, after(overAfterMs).then(() => false)]);
  over.abort();
  return inTime;
}

// dist/ops/refused-keys.js
var botToken = "The Slack bot token";
var appToken = "The Slack app-level token";
var keysOf2 = ({ desk, network }) => `${network} for desk '${desk}'`;
function keysAmong(desks, id) {
  const found = desks.find((desk) => id === desk.id || id === privateSideId(desk.id));
  return { desk: id, network: found?.network.name ?? "", secrets: found?.account.secrets ?? id };
}
function refusedBySlack({ detail }) {
  const answer2 = detail.split(" ").at(-1) ?? detail;
  return detail.includes("SLACK_APP_TOKEN") ? {
    what: appToken,
    line: `Slack doesn't take SLACK_APP_TOKEN (${answer2}). Make a new app-level token with connections:write and set it.`
  } : {
    what: botToken,
    line: `Slack doesn't take SLACK_BOT_TOKEN (${answer2}). Install the app again and set its bot token.`
  };
}
function refusedByNetwork({ detail, reason, side }, keys) {
  const { desk, secrets } = keys;
  const what = keysOf2(keys);
  const why = detail.replace(/\.$/, "");
  if (side === "Bluesky") {
    const line2 = `Bluesky doesn't take BLUESKY_${secrets}_APP_PASSWORD of desk '${desk}' (${why}). Make a new app password, signed in as the library's account, and set it.`;
    return { what, line: line2 };
  }
  if (reason === "not-permitted") {
    const line2 = `X doesn't let the app of desk '${desk}' do this (${why}). In X's console, set its user authentication settings to read and write; then make the access token anew and set X_${secrets}_ACCESS_TOKEN and X_${secrets}_ACCESS_SECRET.`;
    return { what, line: line2 };
  }
  const found = `X doesn't take the keys X_${secrets}_\u2026 of desk '${desk}' (${why}).`;
  return { what, line: `${found} Set those that X's console gives for the library's account.` };
}

// dist/ops/dependencies.js
var connection = "The connection to Slack";
var slackItself = "Slack";
var lateFaultMs = 5e3;
function createDependencies(options4) {
  const { log, everyMs: everyMs2, redis, slackConnections, askSlack, keysOfDesk, seen = async () => {
  } } = options4;
  const incidents = createIncidents(log);
  const warned = /* @__PURE__ */ new Set();
  let started = false;
  let failed;
  let redisWellSince = Number.NEGATIVE_INFINITY;
  let looksWithoutSlack = 0;
  let isSlackInDoubt = false;
  async function lookAtRedis() {
    const fault = failed;
    failed = void 0;
    const found = await redis.look();
    warn(found);
    const lines = linesOf(found, true);
    const isWell = lines.length === 0;
    if (isWell && incidents.has(redis.name))
      redisWellSince = performance.now();
    if (fault && isWell && performance.now() - redisWellSince > lateFaultMs) {
      log.warn(`${redis.name} failed once (${fault.message}); it is well.`);
    }
    incidents.set(redis.name, lines);
    await seen("redis", !isWell);
  }
  function warn(found) {
    for (const line2 of linesOf(found, false)) {
      if (!warned.has(line2))
        log.warn(line2);
      warned.add(line2);
    }
  }
  async function lookAtSlack() {
    looksWithoutSlack = slackConnections() === 0 ? looksWithoutSlack + 1 : 0;
    if (looksWithoutSlack === 0)
      incidents.set(connection, []);
    if (looksWithoutSlack === 2)
      incidents.set(connection, ["No connection to Slack; trying until there is one."]);
    if (incidents.has(botToken) && await works(askSlack))
      incidents.set(botToken, []);
    if (isSlackInDoubt || incidents.has(slackItself)) {
      isSlackInDoubt = false;
      incidents.set(slackItself, await isAway(askSlack) ? ["Slack can't be reached; trying until it can."] : []);
    }
    await seen("slack", incidents.has(connection) || incidents.has(slackItself));
  }
  const watch2 = createWatch(async () => {
    await Promise.all([lookAtRedis(), lookAtSlack()]);
  }, everyMs2);
  function refusal(fault, desk) {
    if (!(fault instanceof KeysRefused))
      return void 0;
    if (fault.side === "Slack")
      return refusedBySlack(fault);
    return desk === void 0 ? void 0 : refusedByNetwork(fault, keysOfDesk(desk));
  }
  return {
    async check() {
      const found = await redis.look();
      const lines = linesOf(found, true);
      if (lines.length > 0)
        throw new ConfigError(lines);
      warn(found);
    },
    async checkKeys(asks) {
      const answers = await Promise.allSettled(asks.map(({ ask: ask3 }) => ask3()));
      const refused = asks.flatMap(({ desk }, at) => {
        const answer2 = answers[at];
        const known = answer2?.status === "rejected" ? refusal(answer2.reason, desk) : void 0;
        return known ? [{ desk, ...known }] : [];
      });
      const ofDesks = refused.filter(({ desk }) => desk !== void 0);
      const isEveryDesk = ofDesks.length === asks.filter(({ desk }) => desk !== void 0).length;
      if (ofDesks.length < refused.length || ofDesks.length > 0 && isEveryDesk) {
        throw new ConfigError(refused.map(({ line: line2 }) => line2));
      }
      for (const { what, line: line2 } of ofDesks)
        incidents.set(what, [line2]);
    },
    explained(fault, desk) {
      const known = refusal(fault, desk);
      return known ? new ConfigError([known.line]) : fault;
    },
    start: () => {
      started = true;
      watch2.start();
    },
    stop: watch2.stop,
    isKnownIncident(fault, desk) {
      const known = refusal(fault, desk);
      if (known)
        incidents.set(known.what, [known.line]);
      if (isSlackAway(fault) && started) {
        isSlackInDoubt = true;
        void watch2.now();
        return incidents.has(slackItself);
      }
      if (known || !isStorageFault(fault))
        return known !== void 0;
      failed ??= fault;
      if (started)
        void watch2.now();
      return true;
    },
    networkAnswers: (desk) => incidents.set(keysOf2(keysOfDesk(desk)), []),
    slackConnected: () => incidents.set(appToken, []),
    problems: () => incidents.lines((about, lines) => about === redis.name ? [redisIsNotWell] : lines)
  };
}
var redisIsNotWell = "Redis (REDIS_URL) is not well; the log says why.";
var linesOf = (found, serious) => found.filter((one) => one.serious === serious).map(({ line: line2 }) => line2);
var works = (ask3) => ask3().then(() => true, () => false);
var isSlackAway = (fault) => (fault instanceof Unreachable || fault instanceof OutcomeUnknown) && fault.message.startsWith("Slack");
var isAway = (ask3) => ask3().then(() => false, isSlackAway);

// dist/ops/outages.js
function createOutages(now, record4) {
  const since = /* @__PURE__ */ new Map();
  const known = /* @__PURE__ */ new Set(["redis"]);
  let past = [];
  return {
    async seen(what, isDown) {
      const from = since.get(what);
      if (isDown) {
        since.set(what, from ?? now());
        known.add(what);
        if (what === "slack")
          await record4(what, from ?? now()).catch(() => {
          });
        return;
      }
      if (from !== void 0 || !known.has(what))
        past = [...past, { what, from, until: now() }];
      since.delete(what);
      known.add(what);
      for (const one of past) {
        const isStored = await record4(one.what, one.from, one.until).then(() => true, () => false);
        if (isStored)
          past = past.filter((other) => other !== one);
      }
    }
  };
}

// dist/ops/presence.js
var everyMs = 5 * secondMs;
function watchPresence(presses, connections) {
  const unrecorded = () => {
  };
  const { start: start2, stop } = createWatch(async () => {
    if (connections() > 0)
      await presses.alive().catch(unrecorded);
  }, everyMs);
  return {
    start: start2,
    stop,
    answered: (kind) => void presses.answered(kind).catch(unrecorded)
  };
}

// dist/queue/queue.js
import { Queue } from "bullmq";
import { z } from "zod";
function createQueue(connection2, prefix, log, isKnownIncident = () => false) {
  const queue = new Queue(queueName, {
    connection: connection2,
    prefix: queuePrefix(prefix),
    skipVersionCheck: true,
    streams: { events: { maxLen: 0 } }
  });
  queue.on("error", (error) => {
    if (!isKnownIncident(error))
      log.warn({ error: error.message }, "queue");
  });
  return queue;
}
async function pendingJobs(queue) {
  const counts = await queue.getJobCounts("active", "waiting", "delayed", "prioritized");
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
var queueName = "desk-jobs";
var queuePrefix = (prefix) => `{${prefix}}`;
var payload = z.object({ desk: z.string().min(1), id: z.string().min(1) });
var jobOptions = (job, { desk, id }) => ({
  attempts: 1,
  deduplication: { id: `${desk}/${job}/${id}`, keepLastIfActive: true },
  removeOnComplete: true,
  removeOnFail: true,
  lifo: job === "poll"
});

// dist/queue/tick.js
import { setTimeout as delay5 } from "node:timers/promises";
var most = 200;
function createTick(nodes, dueOf, queue, options4) {
  const { clock, timings: timings2 } = options4;
  const ticking = nodes.map((lists) => ({ lists, ...tickOver(lists, take2, options4) }));
  let underway = 0;
  let taken = 0;
  async function take2(desk) {
    const entries = await dueOf(desk)?.take(clock.now(), timings2.dueLeaseMs, most) ?? [];
    taken += entries.length;
    if (entries.length === 0)
      return 0;
    await queue.addBulk(entries.map(({ job, id }) => {
      const data = { desk, id };
      return { name: job, data, opts: jobOptions(job, data) };
    }));
    return entries.length;
  }
  return {
    async once() {
      const before = taken;
      underway += 1;
      try {
        await all(ticking.map(({ once }) => once()));
      } finally {
        underway -= 1;
      }
      return taken === before && underway === 0 ? "idle" : "busy";
    },
    start: () => {
      for (const { start: start2 } of ticking)
        start2();
    },
    soon: (desk) => ticking.find(({ lists }) => lists.desks.includes(desk))?.soon(),
    stop: async () => {
      await Promise.all(ticking.map(({ stop }) => stop()));
    }
  };
}
function tickOver({ desks, look }, take2, { clock, timings: timings2, log, isKnownIncident = () => false }) {
  const stopped = new AbortController();
  let running = Promise.resolve();
  let wakeUp = new AbortController();
  const takenIn = /* @__PURE__ */ new Map();
  async function once() {
    const { boot, nextAt } = await look();
    const isDue = (desk) => (nextAt.get(desk) ?? Number.POSITIVE_INFINITY) <= clock.now();
    const due = desks.filter((desk) => isDue(desk) || takenIn.get(desk) !== boot);
    const took = await all(due.map(async (desk) => {
      const count = await take2(desk);
      takenIn.set(desk, boot);
      return count;
    }));
    if (took.some((count) => count > 0))
      return 0;
    if (due.length > 0)
      return timings2.tickMs;
    const nextInMs = Math.min(...nextAt.values()) - clock.now();
    return Math.max(0, Math.min(timings2.dueReadMs, nextInMs));
  }
  async function run2() {
    while (!stopped.signal.aborted) {
      const waitMs = await once().catch((error) => {
        if (!isKnownIncident(error))
          log.warn({ error: error.message }, "tick");
        return timings2.tickMs;
      });
      await delay5(waitMs, void 0, { signal: wakeUp.signal }).catch(() => {
      });
      if (!stopped.signal.aborted)
        wakeUp = new AbortController();
    }
  }
  return {
    once,
    start: () => {
      running = run2();
    },
    soon: () => wakeUp.abort(),
    stop: async () => {
      stopped.abort();
      wakeUp.abort();
      await running;
    }
  };
}
async function all(each) {
  await Promise.allSettled(each);
  return Promise.all(each);
}

// dist/queue/worker.js
import { Worker } from "bullmq";

// dist/core/post/same-words.js
import twitter from "twitter-text";
function sameWords(approved, published) {
  return comparable(approved) === comparable(withFullAddresses(published));
}
var withFullAddresses = ({ text, links }) => textPieces(text, links).map(({ text: shown, link: link2 }) => link2?.expanded ?? link2?.url ?? shown).join("");
function comparable(text) {
  const composed = text.normalize("NFC");
  const words2 = composed.slice(leadingNames(composed).length);
  return withBareLinks(words2).replace(/\s+/gu, " ").trim();
}
function withBareLinks(text) {
  const pieces = [];
  let end2 = 0;
  for (const { url, indices } of twitter.extractUrlsWithIndices(text)) {
    pieces.push(text.slice(end2, indices[0]), bareLink(url));
    end2 = indices[1];
  }
  return pieces.join("") + text.slice(end2);
}
function bareLink(url) {
  const bare = url.replace(/^https?:\/\//iu, "").replace(/\/$/u, "");
  return bare.replace(/^[^/?#]+/u, (host) => host.toLowerCase());
}

// dist/core/private/private-act.js
function privateAct(message, listening) {
  const { topic, ...read } = mentionAct(message, listening);
  if (asksToStop(message.text, listening.stopWords))
    return { ...read, kind: "private", topic: "other", stops: true };
  return { ...read, kind: "private", topic: topic === "praise" ? topic : "question" };
}
function askedInPublic(asked, now) {
  const { id, links, media, text, versions } = asked;
  return { kind: "private", id, at: now, answered: false, versions, text, links, media, topic: "question" };
}
function sightingInPrivate(card, message) {
  const { at, id, text } = message;
  const approved = unsettledApprovals(card).find((one) => isSince(message, one.since) && sameWords(one.text, message));
  const before = card.acts.findLast((act2) => isWritten(act2) && act2.at <= at);
  const repliedTo = approved?.replyTo ?? (isWritten(before) ? before.versions.at(-1) : void 0);
  return { postId: id, at, text, asApproved: approved !== void 0, ...repliedTo && { repliedTo } };
}

// dist/flows/send/posted.js
async function remember({ clock, ourPosts }, posts) {
  const said = posts.map(({ id, at, text }) => ({ id, at, text: blankNames(text) }));
  if (said.length > 0)
    await ourPosts.keep(said, clock.now());
}
async function chargeAnswer({ desk, ledger }, card, { id, at }) {
  const { reply } = card;
  if (!reply)
    return;
  const { prices } = desk.network;
  const how = isPrivate(card) ? {
    call: "POST /2/dm_conversations/with/:participant_id/messages",
    priceMicroUsd: prices?.createPrivate ?? 0
  } : { call: "POST /2/tweets", priceMicroUsd: postPrice(prices, reply.text, isSummoned(card, reply)) };
  await ledger.charge({
    ...how,
    resources: [`created:${id}`],
    count: 1,
    at
  });
}
var isSummoned = ({ acts }, { replyTo }) => acts.some((act2) => act2.kind === "mention" && replyTo !== void 0 && act2.versions.includes(replyTo));
var wasCalled = ({ state, reply }) => state === "posting" || state === "unsure" || state !== "handed-off" && reply?.token !== void 0;

// dist/flows/send/look-in-private.js
async function lookInPrivate(ports, sinceMs) {
  const us = await ports.network.me();
  const { found } = await ports.network.privateMessages(sinceMs - secondMs);
  for (const { author, post: post2 } of found)
    if (author.id === us.id)
      await seeInPrivate(ports, post2);
  return found.at(-1)?.post.at;
}
async function seeInPrivate(ports, message) {
  const id = privateCardId(message.conversationId);
  let isCharged = false;
  const seen = await act(ports, id, (_world, card) => {
    const post2 = sightingInPrivate(card, message);
    isCharged = post2.asApproved && wasCalled(card);
    return { do: "seen", post: post2 };
  }, theDesk);
  if (!isRefusal(seen) && seen.changed && isCharged)
    await chargeAnswer(ports, seen.card, message);
}

// dist/flows/send/look.js
async function lookAtOurTimeline(ports, sinceMs) {
  if (ports.desk.inPrivate)
    return lookInPrivate(ports, sinceMs);
  const { found, odd } = await ports.network.ownPosts(sinceMs - secondMs);
  const own = found.filter(({ repost }) => !repost);
  for (const post2 of own) {
    for (const id of await cardsFor(ports, post2))
      await tell2(ports, post2, id);
  }
  await remember(ports, own);
  const newest = found.at(-1)?.at;
  const held = odd.filter(({ at }) => at > ports.clock.now() - hourMs).map(({ at }) => at - 1);
  return newest === void 0 ? void 0 : Math.min(newest, ...held);
}
async function cardsFor(ports, post2) {
  const { cards, clock } = ports;
  if (await cards.ofPost(post2.id))
    return [];
  if (post2.repliedTo) {
    const id = await cards.ofPost(post2.repliedTo);
    return id ? [id] : [];
  }
  const hellos = await cards.withActsSince(clock.now() - helloForMs);
  return [...hellos.filter((id) => id.startsWith("hello-")), ...await cardByWords(ports, post2)];
}
async function cardByWords({ cards, clock }, post2) {
  if (!isSomeReply(post2))
    return [];
  const ids = await cards.kept(clock.now() - dayMs);
  const kept2 = (await Promise.all(ids.map((id) => cards.get(id)))).filter((card) => card !== void 0);
  const [only, ...others] = kept2.filter((card) => approvalOf(card, post2) !== void 0);
  return only && others.length === 0 && mayAnswerIn(only, post2) ? [only.id] : [];
}
var approvalOf = (card, post2) => unsettledApprovals(card).find(({ since, text }) => isSince(post2, since) && sameWords(text, post2));
var isSomeReply = ({ conversationId, repliedToAccount, versions }) => repliedToAccount !== void 0 || conversationId !== versions[0];
var mayAnswerIn = ({ id, patron }, { conversationId, repliedToAccount }) => repliedToAccount === void 0 ? conversationId === conversationOfCard(id) : repliedToAccount === patron.id;
var helloForMs = dayMs;
async function tell2(ports, post2, id) {
  let isCharged = false;
  const seen = await act(ports, id, (_world, card) => {
    const sighting = sightingOf(post2, card);
    isCharged = sighting.asApproved && wasCalled(card);
    return { do: "seen", post: sighting };
  }, theDesk);
  if (isRefusal(seen) || !seen.changed)
    return;
  if (isCharged)
    await chargeAnswer(ports, seen.card, post2);
}
function sightingOf(post2, card) {
  const { handOff: handOff2, reply } = card;
  const { id, at, text } = post2;
  const asApproved = sameWords(handOff2?.text ?? reply?.text ?? "", post2);
  const repliedTo = post2.repliedTo ?? approvalOf(card, post2)?.replyTo;
  return { postId: id, at, text, asApproved, ...repliedTo ? { repliedTo } : {} };
}

// dist/flows/their-desks.js
async function theirDesks(desks, desk, person) {
  return (await desks.all()).filter((one) => areTogether(one.desk, desk) && memberOf(one.desk, person));
}

// dist/flows/answer/claim.js
async function claim({ cards, clock }, id, actor, picked) {
  return cards.change(id, (card) => {
    if (!card)
      return { refused: "gone" };
    const result = decide(card, { do: "claim", ...picked ? { picked } : {} }, actor, clock.now());
    if (!isRefusal(result))
      return { next: result.card, result: result.card };
    const isTheirs = result.refused === "taken" && actor.kind === "staff" && result.by === actor.id;
    if (!isTheirs)
      return result;
    const next = picked && picked !== card.picked ? { ...card, picked, version: card.version + 1 } : card;
    return { next, result: next };
  });
}
async function claimForPost(ports, id, actor, { post: post2, shown }) {
  const card = await ports.cards.get(id);
  if (!card)
    return { refused: "gone" };
  if (post2 && mayAnswer(card, post2, shown))
    return claim(ports, id, actor, post2);
  return refusalFor(card, { do: "claim" }, actor, ports.clock.now()) ?? { refused: "no-post" };
}
async function takeOver(ports, id, actor) {
  const { handOffQuietMs } = ports.timings;
  const card = await ports.cards.get(id);
  const now = ports.clock.now();
  const handOff2 = card && !refusalFor(card, { do: "take-over" }, actor, now) ? card.handOff : void 0;
  if (handOff2 && now >= handOff2.openedAt + handOffQuietMs) {
    await lookAtOurTimeline(ports, handOff2.openedAt);
    await act(ports, id, { do: "timeline-checked" }, theDesk);
  }
  const result = await act(ports, id, { do: "take-over", handOffQuietMs }, actor);
  return isRefusal(result) ? result : result.card;
}
async function countNext(own, desks, person) {
  const theirs = await theirDesks(desks, own.desk, person);
  const counts = (theirs.length > 0 ? theirs : [own]).map(async ({ cards, desk }) => (await cards.waiting(0, waitingFor(actorFor(desk, person)))).count);
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}
async function claimNext(desks, person) {
  const tried = /* @__PURE__ */ new Set();
  for (; ; ) {
    const found = await firstOf2(desks, person, tried);
    if (!found)
      break;
    const { actor, card, desk, ports } = found;
    if (isFollow(card) || desk.account.linkOnly && actor.kind === "staff")
      return { ports, next: card };
    const claimed = await claim(ports, card.id, actor);
    if (!isRefusal(claimed) || actor.kind !== "staff")
      return { ports, next: claimed };
    tried.add(card.id);
  }
  if (tried.size > 0)
    return void 0;
  for (const ports of desks) {
    const { first } = await ports.cards.waiting(50);
    if (first.some((card) => !takesNoReply(card, ports.desk)))
      return { ports, next: { refused: "trainee-greets" } };
  }
  return void 0;
}
async function firstOf2(desks, person, tried) {
  const firsts = desks.map(async (ports) => {
    const { cards, desk } = ports;
    const actor = actorFor(desk, person);
    for (let most3 = 1 + tried.size; ; most3 *= 4) {
      const { first, count } = await cards.waiting(most3, waitingFor(actor));
      const card = first.find((one) => !tried.has(one.id) && !takesNoReply(one, desk));
      if (card)
        return [{ actor, card, desk, ports }];
      if (first.length >= count)
        return [];
    }
  });
  const [found] = inOrderOver((await Promise.all(firsts)).flat());
  return found;
}

// dist/flows/answer/hello.js
async function beginHello(ports, panel, actor) {
  const { cards, clock, network } = ports;
  if (actor.kind !== "staff")
    return notStaffRefusal(actor);
  const digest2 = await ports.panels.get(panel);
  if (digest2?.kind !== "digest")
    return { refused: "gone" };
  if (digest2.outcome)
    return refusalForEnded(digest2.outcome);
  const { id: us, handle } = await network.me();
  const patron = { id: us, handle, name: `@${handle}` };
  const id = cardId(`hello-${panel}`);
  const now = clock.now();
  const greets = (await cards.inPanel(panel)).open.length;
  const hello = { kind: "hello", id: actId(id), at: now, answered: false, digest: panel, greets };
  await cards.change(id, (card) => ({
    next: card ?? addAct(void 0, id, hello, patron, now).card,
    result: void 0
  }));
  const claimed = await claim(ports, id, actor);
  if (!isRefusal(claimed) || claimed.refused !== "closed")
    return claimed;
  const reopened = await act(ports, id, { do: "start" }, actor);
  return isRefusal(reopened) ? reopened : reopened.card;
}
async function peopleToGreet({ cards }, { digest: digest2 }) {
  const found = await Promise.all((await cards.inPanel(digest2)).open.map((id) => cards.get(id)));
  return found.flatMap((card) => card ? [card.patron] : []);
}
async function greetAll(ports, card) {
  const hello = helloOf(card);
  if (!hello)
    return;
  const answer2 = lastAnswer(card);
  const by = answer2 && writerOf(answer2);
  const at = answer2?.at ?? card.changedAt;
  await endDigest(ports, hello.digest, { how: "greeted", at, ...by ? { by } : {} });
  for (const id of (await ports.cards.inPanel(hello.digest)).open) {
    await act(ports, id, { do: "greeted" }, theDesk);
  }
  const inDigest = (await ports.cards.inPanel(hello.digest)).all;
  const all2 = await Promise.all(inDigest.map((id) => ports.cards.get(id)));
  const greeted = all2.filter((one) => one?.closed?.reason === "hello").length;
  await ports.cards.change(card.id, (now) => ({
    next: now && withHelloCounts(now, { greeted }),
    result: void 0
  }));
}
async function countAnswers({ cards }, { id }) {
  const post2 = conversationOfCard(id);
  const hello = post2 && await cards.ofPost(post2);
  if (!post2 || !hello || !isHelloId(hello))
    return;
  for (let said = -1; ; ) {
    const answers = (await cards.answersTo(post2)).length;
    if (answers === said)
      return;
    await cards.change(hello, (card) => ({
      next: card && withHelloCounts(card, { answers }),
      result: void 0
    }));
    said = answers;
  }
}
var refusalForEnded = ({ how, by, at }) => how === "greeted" && by ? { refused: "answered", by, at } : { refused: "closed", ...by ? { by } : {} };
async function skipAll(ports, panel, actor) {
  if (actor.kind !== "staff")
    return notStaffRefusal(actor);
  if ((await ports.panels.get(panel))?.kind !== "digest")
    return { refused: "gone" };
  await endDigest(ports, panel, { how: "skipped", by: actor.id, at: ports.clock.now() });
  for (const id of (await ports.cards.inPanel(panel)).open)
    await act(ports, id, { do: "dismiss" }, actor);
  return void 0;
}
var endDigest = ({ panels }, id, outcome) => panels.change(id, (panel) => ({
  next: panel && !panel.outcome ? { ...bumpVersion(panel), closed: true, outcome } : panel,
  result: void 0
}));

// dist/flows/tell/tell-leads.js
var onceInMs = dayMs;
var reasonsForLeads = ["sign-in", "not-permitted", "budget", "budget-together"];
async function tellLeads({ board, desk, due }, { reason, detail }) {
  if (!reasonsForLeads.includes(reason) || await due.count(`told-${reason}`, onceInMs) > 1)
    return;
  const fill = { account: desk.account.handle, detail: quote(detail, 200).replace(/\.$/, "") };
  const text = reason === "not-permitted" ? `${say(desk.words, "told.not-permitted", fill)} ${say(desk.words, "told.not-permitted-cure")}` : say(desk.words, "told.no-answers", fill);
  for (const { lead, slackId } of desk.rota.staff) {
    if (lead)
      await board.whisper(slackUserId(slackId), text).catch(undefinedIf(isRemoteFault));
  }
}

// dist/core/writing/check-words.js
import twitter2 from "twitter-text";

// dist/core/writing/follow-thanks.js
var mostBetween = 4;
var treesOf = oncePer(({ thanks, following }) => ({
  thanks: treeOf(thanks),
  following: treeOf(following)
}));
function thanksForFollowing(text, phrases) {
  const { thanks, following } = treesOf(phrases);
  return asCompared(text).split(/[.!?]+/u).map((sentence) => wordsIn(sentence).filter(({ isWord }) => isWord)).some((words2) => words2.some((_, at) => {
    const end2 = phraseEnd(thanks, words2, at);
    const near = words2.slice(end2, end2 + mostBetween + 1);
    return end2 > at && near.some((_2, ahead) => phraseEnd(following, words2, end2 + ahead) > end2 + ahead);
  }));
}

// dist/core/writing/policy-line.js
var withPolicyLine = (text, line2) => [withoutPolicyLine(text, line2), line2].filter((part) => part !== "").join("\n\n");
function withoutPolicyLine(text, line2) {
  const trimmed2 = text.trimEnd();
  return line2 !== "" && trimmed2.endsWith(line2) ? trimmed2.slice(0, -line2.length).trimEnd() : text;
}

// dist/core/writing/check-words.js
function checkWords(given) {
  const { signature, checks, inPrivate: inPrivate2, longPosts, network } = given;
  const written = inPrivate2 ? { ...given, text: withoutPolicyLine(given.text, inPrivate2.policyLine) } : given;
  const own = withSignature(written.text, signature);
  const signed = inPrivate2 ? withPolicyLine(own, inPrivate2.policyLine) : own;
  const { length: _length, ...room } = inPrivate2 ? weighPrivate(signed, network) : weighLength(signed, network, longPosts);
  const hasLink = !inPrivate2 && linksIn(signed, checks.ours).length > 0;
  const checked = { text: signed, ...room, ...hasLink && linkPrice(written) };
  const only = (finding) => ({ ...checked, stop: finding, warnings: [], found: [finding] });
  if (ownWords(written) === "")
    return only({ check: "empty" });
  const all2 = checkNames.filter((name) => checks.settings[name] !== "off" && !(inPrivate2 && ofPublicPosts.includes(name))).flatMap((name) => finders[name](written, room) ?? []);
  const warnings = all2.filter((one) => checks.settings[one.check] === "warn");
  const stops = [...namedInHello(written), ...all2.filter((one) => checks.settings[one.check] === "stop")];
  const [stop] = stops;
  const found = [...stops, ...warnings];
  return { ...checked, ...stop ? { stop } : {}, warnings: warnings.slice(0, maxWarnings), found };
}
function namedInHello({ card, network, text }) {
  const named = isHello(card) ? network.namesIn(text)[0] : void 0;
  return named ? [{ check: "helloNames", found: named }] : [];
}
function linkPrice({ inPrivate: inPrivate2, network, reach }) {
  const price = network.prices?.createWithLink;
  return reach === "api" && !inPrivate2 && price !== void 0 ? { priceMicroUsd: price } : {};
}
var ownWords = ({ text, signature, shared }) => shared ? unsigned(text) : withoutSignature(text, signature);
var maxWarnings = 2;
var ofPublicPosts = ["personal", "nearCopy", "others", "links"];
var finders = {
  nothingAdded: (written) => {
    const opening = unchangedOpening(ownWords(written), written.openings);
    return opening ? { check: "nothingAdded", opening } : void 0;
  },
  personal: ({ text, checks, helpDesk }) => personalIn(helpDesk === "" ? text : text.replaceAll(helpDesk, " "), checks),
  blocked: ({ text, checks }) => {
    const found = firstPhraseIn(text, checks.blockedWords);
    return found === void 0 ? void 0 : { check: "blocked", found };
  },
  accidentalLinks: (written) => {
    const link2 = linksIn(written.text, written.checks.ours).find(({ accidental }) => accidental);
    return link2 && { check: "accidentalLinks", found: link2.found, ...linkPrice(written) };
  },
  length: (_written, { bytesLeft = 0, left }) => {
    if (left < 0)
      return { check: "length", over: -left };
    return bytesLeft < 0 ? { check: "length", over: -bytesLeft, in: "bytes" } : void 0;
  },
  otherName: ({ card, text }) => {
    const found = isHello(card) ? void 0 : strangersName(text, card.patron);
    return found === void 0 ? void 0 : { check: "otherName", found };
  },
  nearCopy: ({ text, said }) => {
    const copy = findNearCopy(text, said);
    return copy && { check: "nearCopy", at: copy.at };
  },
  thanksForFollowing: ({ card, text, checks }) => (isFollow(card) || isHello(card)) && thanksForFollowing(text, checks.followThanks) ? { check: "thanksForFollowing" } : void 0,
  others: ({ card, network, text, us }) => {
    const known = [us, card.patron.handle].map((handle) => handle.toLowerCase());
    const found = network.namesIn(text).find((handle) => !known.includes(handle.toLowerCase()));
    return found === void 0 ? void 0 : { check: "others", found };
  },
  links: (written) => {
    const { priceMicroUsd } = linkPrice(written);
    const link2 = linksIn(written.text, written.checks.ours).find(({ accidental, ours }) => !accidental && !ours);
    return link2 && priceMicroUsd !== void 0 ? { check: "links", found: link2.found, priceMicroUsd } : void 0;
  },
  signature: ({ text, signature, shared }) => {
    if (shared)
      return unsigned(text) === text.trim() ? { check: "signature", missing: true } : void 0;
    const found = foreignSignature(text, signature);
    return found === void 0 ? void 0 : { check: "signature", found, own: signature };
  },
  readingLevel: ({ text }) => {
    const words2 = longSentence(text);
    return words2 === void 0 ? void 0 : { check: "readingLevel", words: words2 };
  },
  hashtags: ({ text }) => {
    const found = tagWithoutCapitals(text);
    return found === void 0 ? void 0 : { check: "hashtags", found };
  },
  emoji: ({ text }) => {
    const count = manyEmoji(text);
    return count === void 0 ? void 0 : { check: "emoji", count };
  }
};
var maxSentenceWords = 25;
var maxEmoji = 3;
var longTagLength = 10;
var words = new Intl.Segmenter("en", { granularity: "word" });
var sentences = new Intl.Segmenter("en", { granularity: "sentence" });
var graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
function longSentence(text) {
  const lengths2 = [...sentences.segment(text)].map(({ segment }) => [...words.segment(segment)].filter(({ isWordLike }) => isWordLike).length);
  const longest = Math.max(0, ...lengths2);
  return longest > maxSentenceWords ? longest : void 0;
}
var tagWithoutCapitals = (text) => twitter2.extractHashtags(text).find((tag) => tag.length >= longTagLength && /^[\p{Ll}\p{N}_]+$/u.test(tag));
function manyEmoji(text) {
  const pictures = new RegExp("\\p{Extended_Pictographic}|\\p{Regional_Indicator}", "u");
  const count = [...graphemes.segment(text)].filter(({ segment }) => pictures.test(segment)).length;
  return count > maxEmoji ? count : void 0;
}

// dist/flows/after/tell-staff.js
async function tellWhoLost(ports, _card, { from, by, at }) {
  const { rota, words: words2 } = ports.desk;
  const fill = { name: nameOf(ports.desk, by), first: within2(words2), time: localTime(rota, at) };
  await whisper(ports, from, say(words2, "told.taken-over", fill));
}
async function tellHolder(ports, _card, { event, to, at }) {
  const { rota, words: words2 } = ports.desk;
  await whisper(ports, to, say(words2, `told.${event}`, { first: say(words2, "kept.somebody"), time: localTime(rota, at) }));
}
async function tellGreeter({ board, clock, desk, ourPosts }, card, { postId: postId2 }) {
  const greeting = card.answers.find((answer2) => answer2.postId === postId2);
  if (!greeting?.by)
    return;
  const said = await ourPosts.recent(clock.now());
  const { warnings } = checkWords({
    card,
    text: greeting.text,
    signature: "",
    openings: [],
    checks: { ...desk.checks, settings: { ...desk.checks.settings, ...onlyBefore } },
    said: said.filter(({ at }) => at < greeting.at),
    helpDesk: desk.voice.helpDesk,
    us: desk.account.handle,
    longPosts: true,
    network: desk.network,
    reach: "hand-off"
  });
  if (warnings.length === 0)
    return;
  const first = within2(desk.words);
  const nameless = { ...card, patron: { ...card.patron, name: first, handle: first } };
  const found = warnings.map((one) => findingSentence(desk, "found" in one ? { ...one, found: "\u2026" } : one, nameless)).join(" ");
  const text = say(desk.words, "told.greeting-seen", { first, found });
  await whisper({ board, desk }, greeting.by, text);
}
var onlyBefore = { signature: "off", links: "off", others: "off" };
var within2 = (words2) => say(words2, "kept.somebody-within");
async function whisper({ board }, ...said) {
  await board.whisper(...said).catch(undefinedIf(isRemoteFault));
}

// dist/flows/after/tell-urgent.js
async function tellUrgent({ cards, clock, desk, panels }, card, { act: id }) {
  const act2 = card.acts.find((one) => one.id === id);
  if (!act2 || act2.answered || act2.gone || isDone(card))
    return;
  const startedAt = clock.now();
  const leads = desk.rota.staff.filter(({ gone, lead }) => lead && !gone).map(({ slackId }) => slackUserId(slackId));
  const holder = card.holder && canBeAsked(desk, card.holder.id) ? [card.holder.id] : [];
  const people = /* @__PURE__ */ new Set([...peopleToRemind(desk, startedAt, "shift"), ...leads, ...holder]);
  for (const to of people) {
    const panel = panelId(`urgent-${id}-${to}`);
    await follow({ cards }, panel, [card.id]);
    await panels.change(panel, (told) => ({
      next: told ?? {
        id: panel,
        format: 1,
        kind: "urgent",
        to,
        version: 1,
        startedAt,
        closed: false,
        lists: [{ card: card.id }]
      },
      result: void 0
    }));
  }
}

// dist/flows/after/after.js
var repeatable = {
  "came-back": tell,
  "not-seen": tell,
  "check-asked": tell,
  passed: tell,
  flagged: tell,
  "sent-back": tell,
  "hello-sent": greetAll,
  "answers-changed": countAnswers,
  urgent: tellUrgent
};
var whispers = {
  "taken-over": tellWhoLost,
  changed: tellHolder,
  removed: tellHolder,
  rejected: (ports, _card, event) => tellLeads(ports, event),
  "greeting-seen": tellGreeter
};
var isWhisper = ({ event }) => event in whispers;
async function followUp(ports, id) {
  for (; ; ) {
    const taken = await takeWhisper(ports, id);
    if (!taken)
      break;
    await whispers[taken.event.event](ports, taken.card, taken.event);
  }
  const card = await ports.cards.get(id);
  if (!card)
    return;
  const events = pendingEvents(card).filter((event) => !isWhisper(event));
  for (const event of events) {
    await repeatable[event.event](ports, card, event);
  }
  await syncLinkedPanels(ports, card);
  await ports.cards.change(id, (now) => ({ next: now && withoutEvents(now, events), result: void 0 }));
}
async function takeWhisper({ cards }, id) {
  const taken = await cards.change(id, (card) => {
    const event = card && pendingEvents(card).find(isWhisper);
    if (!event)
      return { next: card, result: void 0 };
    return { next: withoutEvents(card, [event]), result: { card, event } };
  });
  return isRefusal(taken) ? void 0 : taken;
}
async function syncLinkedPanels({ cards, clock, panels }, card) {
  if (!card.listed || card.listed.told === card.version)
    return;
  const hasLost = isPurged(card) || card.removedAt !== void 0;
  const isOver2 = ({ closed, kind, purgedAt }) => purgedAt !== void 0 || closed && !hasLost && kind === "flags";
  const nextOf2 = (panel) => panel.kind === "shift-start" ? purgedPanel(panel, clock.now()) : bumpVersion(panel);
  const over = [];
  for (const id of card.listed.in) {
    const ends = await panels.change(id, (panel) => panel && isOver2(panel) ? { next: panel, result: true } : { next: panel && nextOf2(panel), result: false });
    if (ends === true)
      over.push(id);
  }
  await cards.change(card.id, (now) => ({
    next: now && markPanelsSynced(now, card.version, over),
    result: void 0
  }));
}

// dist/flows/keep/clear-screen.js
async function clearScreen({ board, due }, id) {
  await board.clearView(id).catch((fault) => {
    if (!(fault instanceof Rejected) || fault instanceof KeysRefused)
      throw fault;
  });
  await due.drop({ job: "screen", id });
}

// dist/flows/keep/keeping.js
import { randomUUID as randomUUID5 } from "node:crypto";

// dist/flows/keep/purge.js
async function purge(ports, id) {
  const { cards, clock, desk, journal, panels } = ports;
  const isDue = (at) => at !== void 0 && at <= clock.now();
  const card = await cards.get(id);
  if (!card)
    return;
  if (card.forgotten && isDue(purgeAt(desk, card)))
    return eraseCard(ports, card);
  if (isDue(purgeAt(desk, card))) {
    await journal.purged(clock.now());
    await keepReplies(ports, card);
    await blankBeside(ports, card);
  }
  const listing = await panels.listing(id);
  await cards.change(id, (now) => {
    if (now && isDue(cardEndsAt(now)))
      return { next: void 0, result: void 0 };
    const next = now && isDue(purgeAt(desk, now)) ? untoldIn(purgedCard(now, clock.now()), listing) : now;
    return { next, result: void 0 };
  });
}
async function purgePanel({ clock, desk, journal, panels }, id) {
  const now = clock.now();
  const ended = await panels.change(id, (panel) => {
    if (!panel)
      return { next: panel, result: { ended: false } };
    const at = panelPurgeAt(desk, panel);
    if (at !== void 0 && at <= now)
      return { next: purgedPanel(panel, now), result: { ended: true } };
    const isOver2 = at === void 0 && (panelEndsAt(panel) ?? Number.POSITIVE_INFINITY) <= now;
    return { next: isOver2 ? void 0 : panel, result: { ended: isOver2 } };
  });
  if (!isRefusal(ended) && ended.ended)
    await journal.purged(now);
}

// dist/flows/keep/keeping.js
async function watchKeeping(ports) {
  const { clock, due, journal, ourPosts, settings, timings: timings2, turn } = ports;
  await deriveAnew(ports);
  const now = clock.now();
  await settings.change((known) => ({ next: trimmed(known, now, recordForMs), result: void 0 }));
  await ourPosts.keep([], now);
  await endReplies(ports, now);
  if (!ports.desk.outcomes)
    await endLinks(ports);
  await journal.rewrite(now, timings2.rewriteEveryMs);
  await due.put({ job: "poll", id: "keeping", at: nextPollAt(now, timings2.pollKeepingMs, "keeping", turn) });
}
async function endOverdue(ports) {
  await deriveAnew(ports);
  const now = ports.clock.now();
  for (const id of await ports.due.overdue("purge", now))
    await purge(ports, cardId(id));
  for (const id of (await ports.due.overdue("purge-panel", now)).map(panelId)) {
    await ports.panels.change(id, (panel) => ({
      next: panel && asMayStand(panel, token(randomUUID5())),
      result: void 0
    }));
    await purgePanel(ports, id);
  }
}
async function deriveAnew({ cards }) {
  for (const id of await cards.kept(0)) {
    await cards.change(id, (card) => ({ next: card, result: void 0 }));
  }
}

// dist/core/outcomes/group.js
function groupOf({ automated, unseen }, card) {
  if (unseen && !card)
    return "unseen";
  if (!card || card.erased)
    return "not-known";
  if (card.answers.length > 0)
    return "greeted";
  const reason = card.closed?.reason;
  if (reason === "hello")
    return "hello";
  if (reason === "muted" || reason === "muted-person")
    return "muted";
  if (automated)
    return "automated";
  return card.state === "dismissed" ? "skipped" : "expired";
}
var wroteWithin = ({ at }, days, cards) => cards.some(({ acts }) => acts.some((act2) => act2.kind === "mention" && !act2.gone && act2.at > at && act2.at <= at + days * dayMs));

// dist/flows/outcomes/look.js
var againAfterMs = 6 * hourMs;
async function lookAtOutcomes(ports, id) {
  const { clock, desk, due, journal, outcomes } = ports;
  const now = clock.now();
  const month = await outcomes.get(id);
  if (!month)
    return due.drop({ job: "outcomes", id });
  if (!desk.outcomes)
    await endLinks(ports);
  const looks2 = desk.outcomes ? dueLooks(month, now) : [];
  const wanted = looks2.filter(({ isGivenUp }) => !isGivenUp).map(({ follow: follow2 }) => follow2);
  const found = await whatTheyDo(ports, wanted);
  const made = [];
  for (const { follow: follow2, isGivenUp } of looks2) {
    const seen = isGivenUp ? "not-known" : found?.get(follow2.person);
    if (seen)
      made.push(await lookOf(ports, follow2, seen));
  }
  const ended = await outcomes.change(id, (known) => {
    const next = known && asKeptMonth(made.reduce(withLook, known), now);
    return { next, result: known !== void 0 && known.followed.length !== next?.followed.length };
  });
  if (ended === true)
    await journal.purged(now);
  if (!found)
    await due.put({ job: "outcomes", id, at: now + againAfterMs });
}
async function whatTheyDo(ports, follows) {
  const { cards, network } = ports;
  if (follows.length === 0)
    return /* @__PURE__ */ new Map();
  if (nearestLevel(await budgetUses(ports)) !== "none")
    return void 0;
  const times2 = await cards.actTimes("follow", Math.min(...follows.map(({ at }) => at)));
  const people = follows.map(({ at, person }) => ({ id: person, at }));
  return network.stillFollowing(people, times2, await readSince(ports)).catch(undefinedIf(isRemoteFault));
}
async function readSince({ cards, clock, snapshots }) {
  const looked = await snapshots.get("looked-recheck");
  const dayOf = (ms) => Math.floor(ms / dayMs);
  if (!looked || dayOf(looked.at) !== dayOf(clock.now()))
    return Number.POSITIVE_INFINITY;
  const kept2 = await Promise.all((await cards.kept(0)).map((id) => cards.get(id)));
  const follows = kept2.flatMap((card) => card && isFollow(card) && !card.acts[0]?.gone ? [card] : []);
  return Math.min(Number.POSITIVE_INFINITY, ...follows.flatMap(({ acts }) => acts[0]?.at ?? []));
}
async function lookOf({ cards }, follow2, found) {
  const card = await cards.get(followCardId(follow2.person));
  const theirs = await cardsOf({ cards }, follow2.person);
  return {
    follow: follow2,
    found,
    group: groupOf(follow2, card),
    wrote: wroteWithin(follow2, lookAfter(follow2), theirs)
  };
}

// dist/flows/recover/bind.js
async function bind(ports, message) {
  const bound = await (message.key === panelKey ? bindToPanel(ports, message) : bindToCard(ports, message));
  return bound === true;
}
var bindToCard = ({ cards }, message) => cards.change(cardId(message.of), (card) => ({
  next: card && withFound(card, message),
  result: card !== void 0
}));
var bindToPanel = ({ panels }, message) => panels.change(panelId(message.of), (panel) => ({
  next: panel && { ...panel, message: standing(panel, message) },
  result: panel !== void 0
}));
var standing = ({ message, startedAt, to }, found) => {
  const newest = newestOf(message, found);
  return to ? omit({ begunAt: startedAt, ...newest }, "quiet") : newest;
};
function withFound(card, found) {
  const known = Object.keys(card.messages).find((key) => card.messages[key]?.token === found.token);
  if (known !== void 0)
    return withStanding(card, known, found);
  if (found.key !== cardKey)
    return withStanding(card, found.key, found);
  const own = card.messages[cardKey];
  const isLeft = card.panel !== void 0 || own !== void 0 && isNewer(own, found);
  if (isLeft)
    return withStanding(card, formerKey(foundRecord(found)), found);
  const left = own?.ts === void 0 ? card : withMessage(card, formerKey(own), { ...own, shown: 0 });
  return withMessage(left, cardKey, newestOf(own, found));
}
var withStanding = (card, key, found) => withMessage(card, key, newestOf(card.messages[key], found));
var isNewer = ({ ts }, found) => ts !== void 0 && Number(ts) > Number(found.ts);
var newestOf = (record4, found) => record4 && isNewer(record4, found) ? record4 : { ...record4, ...foundRecord(found) };

// dist/flows/recover/adopt.js
async function adoptLater({ clock, desk, due, timings: timings2 }, sinceMs) {
  const at = clock.now() + timings2.adoptAfterMs;
  await due.put({ job: "adopt", id: idOf({ sinceMs }), at });
  for (const { gone, slackId } of desk.rota.staff) {
    if (!gone)
      await due.put({ job: "adopt", id: idOf({ sinceMs, person: slackUserId(slackId) }), at });
  }
}
var idOf = ({ person, sinceMs }) => person ? `${sinceMs}-${person}` : `${sinceMs}`;
function placeOf(id) {
  const [since, person] = id.split("-");
  return { sinceMs: Number(since), ...person ? { person: slackUserId(person) } : {} };
}
async function adopt(ports, id) {
  const { board, clock, due, recovery, timings: timings2 } = ports;
  if (await recovery.needed())
    throw new Busy(clock.now() + timings2.readRetryMs, "The desk");
  const { person, sinceMs } = placeOf(id);
  const found = person ? await board.listOwnPrivate(person, sinceMs) : await recovery.kept();
  for (const message of linesFirst(found)) {
    if (!await bind(ports, message))
      await takeAway(ports, message);
    if (!person)
      await recovery.forget(message);
  }
  await due.drop({ job: "adopt", id });
}
var linesFirst = (messages) => messages.toSorted((a, b) => Number(a.key === cardKey) - Number(b.key === cardKey));
async function takeAway({ board }, message) {
  try {
    await board.takeAway(message);
  } catch (fault) {
    if (fault instanceof Gone)
      return;
    if (!(fault instanceof Rejected) || fault instanceof KeysRefused || fault instanceof ChannelRefused)
      throw fault;
  }
}

// dist/flows/recover/recover.js
import { randomUUID as randomUUID7 } from "node:crypto";

// dist/flows/outcomes/sample.js
import { createHmac, randomUUID as randomUUID6 } from "node:crypto";
async function sampleFollows({ desk, outcomes }, fresh2, unseen, now) {
  if (!desk.outcomes || fresh2.length === 0)
    return;
  const empty = monthOf(desk.rota, now);
  const earlier = (await outcomes.all()).filter(({ id }) => id !== empty.id).flatMap(({ followed }) => followed);
  const offered = fresh2.filter(({ id }) => !earlier.some(({ person }) => person === id));
  await outcomes.change(empty.id, (known = empty) => {
    const next = offered.reduce((month, patron) => {
      const follow2 = {
        person: patron.id,
        at: now,
        draw: drawOf(month.secret ?? "", patron.id),
        ...patron.automated && { automated: true },
        ...unseen.includes(patron) && { unseen: true }
      };
      return withFollow(month, follow2);
    }, known);
    return { next, result: void 0 };
  });
}
function monthOf(zone, at) {
  const fromMs = monthStartMs(zone, at);
  const toMs = monthStartMs(zone, fromMs + 32 * dayMs);
  return newMonth({ id: localDate(zone, fromMs).slice(0, 7), fromMs, toMs, secret: randomUUID6() });
}
var drawOf = (secret, person) => createHmac("sha256", secret).update(person).digest().readUIntBE(0, 6);

// dist/flows/watch/forgotten-people.js
async function withoutForgotten({ forgotten }, found) {
  const times2 = await forgotten.upTo(found.map(({ author }) => author.id));
  const isLeftOut = (post2, at) => post2.at <= (times2[at] ?? 0);
  return {
    wanted: found.filter(({ post: post2 }, at) => !isLeftOut(post2, at)),
    forgotten: new Set(found.filter((_, at) => times2[at] !== void 0).map(({ author }) => author.id))
  };
}
async function areKnownFollowers({ forgotten, watermarks }, ids) {
  const [known, times2] = await Promise.all([watermarks.areKnown(ids), forgotten.upTo(ids)]);
  return ids.map((_, at) => known[at] === true || times2[at] !== void 0);
}

// dist/flows/watch/watch-followers.js
var firstFollowers = 300;
var mostAtOnce = 2500;
async function watchFollowers(ports) {
  const { clock, timings: timings2, watermarks } = ports;
  const now = clock.now();
  await watermarks.begunAt(now);
  const { at: readAt, boot } = await watermarks.followersRead();
  const { fresh: fresh2, cutShort } = await readFresh(ports, readAt === void 0 ? firstFollowers : mostAtOnce);
  if (readAt !== void 0) {
    const stoodStill = now - readAt > timings2.followPauseMs;
    const shown = fresh2.slice(0, stoodStill ? timings2.followCatchUp : mostAtOnce);
    for (const patron of shown.toReversed())
      await joinFollower(ports, patron);
    await sampleFollows(ports, fresh2, fresh2.slice(shown.length), now);
    if (!cutShort)
      await saySkipped(ports, fresh2.length - shown.length, readAt);
  }
  if (cutShort)
    throw cutShort;
  await watermarks.remember(fresh2.map(({ id }) => id), now, boot);
}
async function readFresh(ports, most3) {
  const { network } = ports;
  const fresh2 = [];
  let lastTwo = [];
  try {
    for await (const page of network.followers()) {
      const known = await areKnownFollowers(ports, page.map(({ id }) => id));
      fresh2.push(...page.filter((_, index) => !known[index]));
      await noteKnown(ports, page.filter((_, index) => known[index]));
      lastTwo = [...lastTwo, ...known].slice(-2);
      const nobodyNew = page.length > 0 && known.every(Boolean);
      if (fresh2.length >= most3 || nobodyNew && lastTwo.length === 2 && lastTwo.every(Boolean))
        break;
    }
  } catch (fault) {
    if (!isRemoteFault(fault))
      throw fault;
    return { fresh: fresh2, cutShort: fault };
  }
  return { fresh: fresh2 };
}
async function noteKnown({ cards, desk }, known) {
  for (const patron of known) {
    const id = followCardId(patron.id);
    const isFollowed = desk.greetings.followBack && patron.weFollow === true;
    const step = (card2) => asShownNow(isFollowed ? followedBack(card2) : card2, patron);
    const card = await cards.get(id);
    if (!card || step(card) === card)
      continue;
    await cards.change(id, (now) => ({ next: now && step(now), result: void 0 }));
  }
}
async function joinFollower({ cards, clock, settings }, patron) {
  const id = followCardId(patron.id);
  const now = clock.now();
  const muted = mutingOf(await settings.get(), { author: patron.id }, now);
  await cards.change(id, (card) => ({
    next: addAct(card, id, followAct(patron, now), patron, now, muted).card,
    result: void 0
  }));
}
async function saySkipped(ports, count, readAt) {
  if (count <= 0)
    return;
  await announce(ports, `followers-${readAt}`, sayCount(ports.desk, "skipped.followers", count));
}

// dist/flows/watch/hear-followers.js
async function hearFollowers(ports, { follows }, { before = 0, lookedAt: lookedAt2 = 0 }) {
  const { clock, timings: timings2, watermarks } = ports;
  if (!follows)
    return;
  const now = clock.now();
  const { at: readAt, boot } = await watermarks.followersRead();
  if (readAt === void 0)
    return;
  const oldest = follows.found.at(-1);
  const hasGap = follows.cutOff && (oldest === void 0 || oldest.at > before);
  const stoodStill = oldest !== void 0 && now - lookedAt2 > timings2.followPauseMs;
  if (hasGap || stoodStill)
    return readListSoon(ports);
  const people = follows.found.map(({ patron }) => patron);
  const isKnown = await areKnownFollowers(ports, idsOf(people));
  const fresh2 = people.filter((_, index) => !isKnown[index]);
  await noteKnown(ports, people.filter((_, index) => isKnown[index]));
  if (fresh2.length === 0)
    return;
  for (const patron of fresh2.toReversed())
    await joinFollower(ports, patron);
  await sampleFollows(ports, fresh2, [], now);
  await watermarks.remember(idsOf(fresh2), now, boot);
}
var readListSoon = ({ clock, due, timings: timings2 }) => due.ensure({ job: "poll", id: "followers", at: clock.now() + timings2.dueLeaseMs }, clock.now() + timings2.dueLeaseMs);
var idsOf = (people) => people.map(({ id }) => id);

// dist/flows/outcomes/gone.js
async function endWhereGone(ports, people) {
  const { clock, journal, network, outcomes } = ports;
  if (people.length === 0)
    return;
  for (const { followed, id } of await outcomes.all()) {
    const theirs = followed.filter(({ person }) => people.includes(person));
    if (theirs.length === 0)
      continue;
    const gone = await network.peopleAgain(theirs.map(({ person }) => person));
    const looks2 = await Promise.all(theirs.filter(({ person }) => gone.includes(person)).map((one) => lookOf(ports, one, "gone")));
    await outcomes.change(id, (month) => ({
      next: month && looks2.reduce(withLook, month),
      result: void 0
    }));
    if (looks2.length > 0)
      await journal.purged(clock.now());
  }
}

// dist/flows/watch/recheck.js
async function recheck(ports) {
  const { cards, clock, desk } = ports;
  const now = clock.now();
  const kept2 = (await cardsBy(ports, await cards.kept(0))).filter((card) => (purgeAt(desk, card) ?? Number.POSITIVE_INFINITY) > now);
  await recheckMentions(ports, kept2);
  await recheckFollowers(ports, kept2);
  await recheckWriters(ports, kept2);
}
var mostOpen = 100;
async function recheckOpen(ports) {
  const { cards, clock, timings: timings2 } = ports;
  const now = clock.now();
  const open2 = (await cards.kept(now)).filter((id) => conversationOfCard(id) !== void 0);
  const turns = Math.max(1, Math.ceil(open2.length / mostOpen));
  const turn = Math.floor(now / timings2.openLookMs) % turns;
  await recheckMentions(ports, await cardsBy(ports, open2.filter((_, nth) => nth % turns === turn)));
}
async function cardsBy({ cards }, ids) {
  const found = await Promise.all(ids.map((id) => cards.get(id)));
  return found.filter((card) => card !== void 0);
}
async function recheckMentions(ports, kept2) {
  const mentions = kept2.flatMap(({ acts, id }) => acts.flatMap((one) => one.kind === "mention" && !one.gone && !one.purged ? [{ card: id, mention: one }] : []));
  if (mentions.length === 0)
    return;
  const oldest = Math.min(...mentions.map(({ mention }) => mention.at));
  const now = await ports.network.postsAgain(mentions.flatMap(({ mention: { at, versions } }) => versions.slice(-1).map((id) => ({ id, at }))), await ports.cards.actTimes("mention", oldest));
  for (const { card, mention } of mentions)
    await bringUpToDate(ports, card, mention, now);
  await recheckHandles(ports, kept2, now.found);
}
async function recheckHandles({ cards }, kept2, found) {
  const people = new Map(found.map(({ author }) => [author.id, author]));
  for (const { id, patron } of kept2) {
    const author = people.get(patron.id);
    if (!author || author.handle === patron.handle)
      continue;
    const step = (card) => isPurged(card) ? card : underHandleNow(card, author);
    await cards.change(id, (card) => ({ next: card && step(card), result: void 0 }));
  }
}
async function recheckWriters(ports, kept2) {
  const ids = kept2.filter((card) => isPrivate(card) && !hasNothingLeft(card)).map(({ patron }) => patron.id);
  if (ids.length === 0)
    return;
  for (const gone of await ports.network.peopleAgain([...new Set(ids)]))
    await withdrawPerson(ports, gone);
}
async function recheckFollowers(ports, kept2) {
  const follows = kept2.filter((card) => isFollow(card) && !card.acts[0]?.gone);
  if (follows.length === 0)
    return;
  const oldest = Math.min(...follows.map(({ acts }) => acts[0]?.at ?? 0));
  const since = await ports.cards.actTimes("follow", oldest);
  const gone = await ports.network.followersAgain(follows.map(({ patron }) => patron.id), since.length);
  await endWhereGone(ports, gone);
  for (const person of gone)
    await withdrawPerson(ports, person);
}

// dist/flows/watch/odd-posts.js
async function askAgain(ports, { found, odd }) {
  const { clock, network, timings: timings2, watermarks } = ports;
  const now = clock.now();
  const waiting = await waitingPosts(ports, odd);
  const whole = new Set(found.flatMap(({ post: post2 }) => post2.versions));
  const left = waiting.filter(({ id }) => !whole.has(id));
  const due = left.filter(({ nextAt }) => nextAt <= now);
  const answer2 = due.length > 0 ? await network.posts(due.map(({ id }) => id)).catch(undefinedIf(isRemoteFault)) : void 0;
  const posts = [];
  const over = waiting.filter(({ id }) => whole.has(id));
  const held = [];
  for (const one of left) {
    const isAsked2 = answer2 !== void 0 && due.includes(one);
    const next = isAsked2 ? { ...one, tries: one.tries + 1, nextAt: now + timings2.oddEveryMs } : one;
    const came = answer2?.found.find(({ post: post2 }) => post2.versions.includes(one.id));
    const isGone3 = answer2?.gone.includes(one.id) === true;
    const wasLastTry = next.tries >= timings2.oddTries;
    if (came)
      posts.push(came);
    else if (wasLastTry && !isGone3)
      posts.push(asFarAsRead(ports, one, [...answer2?.odd ?? [], ...odd]));
    if (came || isGone3 || wasLastTry) {
      over.push(one);
    } else {
      held.push(one.at);
      if (isAsked2)
        await watermarks.keepOdd(next);
    }
  }
  return {
    posts,
    ...held.length > 0 && { heldAt: Math.min(...held) },
    forget: async () => {
      for (const { id } of over)
        await watermarks.dropOdd(id);
    }
  };
}
async function waitingPosts({ cards, clock, watermarks }, odd) {
  const waiting = [...await watermarks.odd()];
  for (const { at, id } of odd) {
    if (waiting.some((one) => one.id === id) || await cards.ofPost(id))
      continue;
    const fresh2 = { id, at, tries: 0, nextAt: clock.now() };
    await watermarks.keepOdd(fresh2);
    waiting.push(fresh2);
  }
  return waiting;
}
function asFarAsRead({ desk }, { at, id }, seen) {
  const known = seen.find((one) => one.id === id);
  const post2 = known?.post ?? emptyPost(id, at);
  const nobody2 = { id: post2.authorId, handle: "", name: say(desk.words, "card.somebody") };
  return { post: { ...post2, partial: true }, author: known?.author ?? nobody2 };
}
var emptyPost = (id, at) => ({
  id,
  versions: [id],
  authorId: accountId(id),
  conversationId: id,
  at,
  text: "",
  links: [],
  names: [],
  media: []
});

// dist/flows/watch/our-words.js
var unseenWithinMs = minuteMs;
async function ourWordsIn(ports, posts, us, look) {
  const about = posts.map(({ post: post2 }) => post2).filter((one) => mayBeAboutUs(one, us));
  if (about.length === 0)
    return /* @__PURE__ */ new Map();
  const { lookedAt: lookedAt2 = 0 } = await ports.watermarks.newest("own-posts");
  const found = await knownWords(ports, about, us);
  const mayBeNew = about.filter((one) => one.at > lookedAt2 - unseenWithinMs && lacksWords(one, found.get(one.id)));
  if (mayBeNew.length === 0)
    return found;
  await look().catch(undefinedIf(isRemoteFault));
  return new Map([...found, ...await knownWords(ports, mayBeNew, us)]);
}
var mayBeAboutUs = ({ quoted: quoted2, repliedToAccount }, us) => repliedToAccount === us || quoted2 !== void 0;
var lacksWords = ({ quoted: quoted2, repliedToAccount }, ours) => repliedToAccount !== void 0 && ours?.answered === "" || quoted2 !== void 0 && ours?.quoted === void 0;
async function knownWords(ports, posts, us) {
  return new Map(await Promise.all(posts.map(async (one) => [one.id, await oursOf(ports, one, us)])));
}
async function oursOf(ports, post2, us) {
  const { quoted: quoted2, repliedTo, repliedToAccount } = post2;
  const answered = repliedToAccount === us ? await wordsOf(ports, repliedTo) ?? "" : void 0;
  const quotes = await wordsOf(ports, quoted2);
  if (answered === void 0 && quotes === void 0)
    return void 0;
  const isAsked2 = answered !== void 0 && await isOurQuestion(ports, post2, answered);
  return {
    ...answered !== void 0 && { answered },
    ...quotes !== void 0 && { quoted: quotes },
    ...isAsked2 && { asked: true },
    ...isAsked2 && post2.names.some(({ account }) => account !== us) && { namesOthers: true }
  };
}
async function isOurQuestion({ cards }, { conversationId, repliedTo }, answered) {
  if (answered === "" || repliedTo !== conversationId)
    return false;
  return hasQuestionMark(answered) || isHelloId(await cards.ofPost(repliedTo));
}
async function wordsOf({ cards, ourPosts }, post2) {
  if (post2 === void 0)
    return void 0;
  const id = await cards.ofPost(post2);
  const card = id && await cards.get(id);
  const answer2 = card?.answers.find(({ postId: postId2 }) => postId2 === post2);
  if (card && answer2 && answer2.text !== "")
    return ourWords(card, answer2);
  const remembered2 = await ourPosts.get(post2);
  return remembered2 === void 0 ? void 0 : plainText(remembered2);
}

// dist/flows/watch/read-again-from.js
async function readAgainFrom({ clock, timings: timings2, watermarks }, poll) {
  const begunAt = await watermarks.begunAt(clock.now());
  const { at: newest, boot, lookedAt: lookedAt2 = 0, readAt = 0 } = await watermarks.newest(poll);
  if (!newest)
    return { since: begunAt, boot, lookedAt: lookedAt2 };
  const { deepLookEveryMs, deepLookMs } = timings2;
  const isDeep = poll === "mentions" && deepLookMs > 0 && isFirstWithin(deepLookEveryMs, clock.now(), lookedAt2);
  if (isDeep)
    return { since: Math.max(begunAt, clock.now() - deepLookMs), newest, boot, lookedAt: lookedAt2 };
  const mayBeLate = lookedAt2 - readAt < timings2.lateWithinMs;
  const since = mayBeLate ? newest - timings2.lateMentionsMs : newest + 1;
  return { since: Math.max(begunAt, since), newest, boot, lookedAt: lookedAt2 };
}
var isFirstWithin = (lengthMs, now, lookedAt2) => Math.floor(now / lengthMs) > Math.floor(lookedAt2 / lengthMs);

// dist/flows/watch/watch-own-posts.js
var stillAnsweredMs = 3 * dayMs;
async function watchOurTimeline(ports) {
  const { since, boot, lookedAt: lookedAt2 } = await readAgainFrom(ports, "own-posts");
  const newest = await lookAtOurTimeline(ports, lookedAt2 === 0 ? since - stillAnsweredMs : since);
  const now = ports.clock.now();
  await ports.watermarks.advance("own-posts", Math.min(newest ?? 0, now), boot, now);
}

// dist/flows/watch/watch-mentions.js
async function watchMentions(ports) {
  const { network, settings, watermarks } = ports;
  const { since, newest, boot, lookedAt: lookedAt2 } = await readAgainFrom(ports, "mentions");
  const us = await network.me();
  const mentions = await network.mentions(since);
  await saySkipped2(ports, mentions, newest);
  await hearFollowers(ports, mentions, { before: newest, lookedAt: lookedAt2 });
  const set = await settings.get();
  const again = await askAgain(ports, mentions);
  const { wanted: theirs, forgotten } = await withoutForgotten(ports, [...mentions.found, ...again.posts].filter(({ author, post: post2 }) => author.id !== us.id && isAddressedToUs(post2, us.id)));
  const begunAt = await watermarks.begunAt(ports.clock.now());
  const forgets = begunAt < ports.clock.now() - recordForMs;
  const unknown = await unknownAmong(ports, theirs);
  const fresh2 = [...unknown.keys()];
  const ours = await ourWordsIn(ports, fresh2, us.id, () => watchOurTimeline(ports));
  const knownOf = ({ author, post: post2 }) => {
    const where = { author: author.id, conversation: post2.conversationId };
    const muted = mutingOf(set, where, ports.clock.now());
    return { muted, ours: ours.get(post2.id), forgets, isForgotten: forgotten.has(author.id) };
  };
  const held = [
    ...await joinAll(ports, unknown, knownOf),
    ...again.heldAt === void 0 ? [] : [again.heldAt]
  ];
  await again.forget();
  const now = ports.clock.now();
  const newestRead = Math.max(mentions.found.at(-1)?.post.at ?? 0, mentions.follows?.found[0]?.at ?? 0);
  const upTo = Math.min(newestRead, ...held.map((at) => at - 1), now);
  await watermarks.advance("mentions", upTo, boot, now);
  const { openLookMs } = ports.timings;
  if (openLookMs > 0 && isFirstWithin(openLookMs, now, lookedAt2))
    await recheckOpen(ports).catch(undefinedIf(isRemoteFault));
}
async function saySkipped2(ports, { found, cutOff }, before) {
  const { clock, desk } = ports;
  const [oldest] = found;
  if (!cutOff || !oldest || before && oldest.post.at <= before)
    return;
  const fill = { time: momentText(desk, oldest.post.at, clock.now()), account: desk.account.handle };
  await announce(ports, `mentions-${before ?? "first"}`, say(desk.words, "skipped.mentions", fill));
}
var cardOf = ({ post: post2, author }) => mentionCardId(post2.conversationId, author.id);
async function unknownAmong({ cards }, found) {
  const places = await Promise.all(found.map(async (one) => {
    const { id, versions } = one.post;
    const first = await cards.ofPost(versions[0] ?? id);
    return { one, first, newest: versions.length > 1 ? await cards.ofPost(versions.at(-1) ?? id) : first };
  }));
  const unknown = places.filter(({ one, newest }) => newest !== cardOf(one));
  return new Map(unknown.map(({ one, first }) => [one, first === cardOf(one) ? void 0 : first]));
}
async function meet(ports, found, people) {
  const ids = new Set(found.map(({ author }) => author.id).filter((id) => !people.has(id)));
  await Promise.all([...ids].map(async (id) => people.set(id, byId(await cardsOf(ports, id)))));
}
async function isOnCard(ports, id, one) {
  const first = one.post.versions[0] ?? one.post.id;
  const card = await ports.cards.get(id);
  const shown = card?.acts.find((act2) => act2.kind === "mention" && act2.versions[0] === first);
  if (shown)
    await bringUpToDate(ports, id, shown, { found: [one], gone: [] });
  return shown !== void 0;
}
var readTogether2 = 25;
async function joinAll(ports, unknown, knownOf) {
  const posts = [...unknown.keys()];
  const held = [];
  const people = /* @__PURE__ */ new Map();
  for (let from = 0; from < posts.length; from += readTogether2) {
    const some = posts.slice(from, from + readTogether2);
    for (const one of some)
      ports.cards.expect(cardOf(one));
    await meet(ports, some, people);
    for (const one of some) {
      const other = unknown.get(one);
      if (other && await isOnCard(ports, other, one))
        continue;
      if (!await joinMention(ports, one, knownOf(one), people))
        held.push(one.post.at);
    }
  }
  return held;
}
async function joinMention(ports, one, { muted, ours, forgets, isForgotten: isForgotten2 }, people) {
  const { cards, clock, desk } = ports;
  const { post: post2, author } = one;
  const theirs = people.get(author.id) ?? /* @__PURE__ */ new Map();
  const mention = { ...mentionAct(post2, desk), ...ours && { ours } };
  const act2 = isForgotten2 ? mention : acquainted(desk.rota, mention, [...theirs.values()], forgets);
  const id = cardOf(one);
  const joined2 = await cards.change(id, (card) => {
    if (card?.erased)
      return { next: card, result: void 0 };
    const next = addAct(card, id, act2, author, clock.now(), muted).card;
    const marked2 = isForgotten2 && !next.forgotten ? { ...next, forgotten: true } : next;
    return { next: marked2, result: marked2 };
  });
  if (joined2 && !isRefusal(joined2))
    theirs.set(id, joined2);
  return joined2 !== void 0;
}
var byId = (cards) => new Map(cards.map((card) => [card.id, card]));
function acquainted(rota, act2, theirs, forgets) {
  if (theirs.some(({ acts }) => acts.some(({ id }) => id === act2.id)))
    return act2;
  return { ...act2, ...acquaintanceOf(act2, theirs, monthStartMs(rota, act2.at), forgets) };
}

// dist/flows/watch/watch-private.js
async function watchPrivateMessages(ports) {
  const { clock, network, watermarks } = ports;
  const { since, boot } = await readAgainFrom(ports, "private-messages");
  const us = await network.me();
  const { found, odd } = await network.privateMessages(since);
  const { wanted, forgotten } = await withoutForgotten(ports, found);
  const erasing = [];
  for (const one of found) {
    if (one.author.id === us.id)
      await seeInPrivate(ports, one.post);
    else if (wanted.includes(one) && !await join(ports, one, forgotten.has(one.author.id)))
      erasing.push(one.post.at - 1);
  }
  const now = clock.now();
  const held = odd.filter(({ at }) => at > now - hourMs).map(({ at }) => at - 1);
  const upTo = Math.min(found.at(-1)?.post.at ?? 0, now, ...held, ...erasing);
  await watermarks.advance("private-messages", upTo, boot, now);
}
async function join({ cards, clock, desk, settings }, { author, post: post2 }, isForgotten2) {
  const id = privateCardId(post2.conversationId);
  if (await cards.ofPost(post2.id) === id)
    return true;
  const now = clock.now();
  const muted = mutingOf(await settings.get(), { author: author.id }, now);
  const { stopWords = [] } = desk.inPrivate ?? {};
  const message = privateAct(post2, { ...desk, stopWords });
  const joined2 = await cards.change(id, (card) => {
    if (card?.erased)
      return { next: card, result: false };
    const act2 = isForgotten2 ? message : acquainted2(desk.rota, message, card);
    const next = addAct(card, id, act2, author, now, muted).card;
    return {
      next: isForgotten2 && !next.forgotten ? { ...next, forgotten: true } : next,
      result: true
    };
  });
  return joined2 !== false;
}
var acquainted2 = (rota, act2, card) => ({
  ...act2,
  ...acquaintanceOf(act2, card ? [card] : [], monthStartMs(rota, act2.at))
});

// dist/flows/watch/watch.js
async function watch(ports, poll) {
  const { clock, due, timings: timings2, turn } = ports;
  const uses = await budgetUses(ports);
  await announceBudgets(ports, uses);
  const level = nearestLevel(uses);
  const intervalMs = timings2[pollIntervals[poll]] * slowdown(poll, level);
  const isShown = poll !== "private-messages" || await mayReadInPrivate(ports);
  if (isShown && isRead(poll, level))
    await recordLook(ports, poll, intervalMs, () => reads[poll](ports).catch((fault) => afterFault(ports, poll, fault)));
  await due.put({ job: "poll", id: poll, at: nextPollAt(clock.now(), intervalMs, poll, turn) });
}
var slowdown = (poll, level) => poll === "recheck" ? 1 : pollSlowdown[level];
async function afterFault(ports, poll, fault) {
  if (fault instanceof Rejected)
    await tellLeads(ports, fault);
  if (poll === "mentions" && ports.desk.network.hearsFollows && leavesGap(fault))
    await readListSoon(ports);
  throw fault;
}
var leavesGap = (fault) => isRemoteFault(fault) && !(fault instanceof Busy);
var reads = {
  mentions: watchMentions,
  followers: watchFollowers,
  "own-posts": watchOurTimeline,
  recheck,
  "private-messages": watchPrivateMessages
};
var isRead = (poll, level) => level !== "stopped" || poll === "own-posts" || poll === "recheck";

// dist/flows/recover/recover.js
var livingForMs = 30 * dayMs;
async function recover(ports) {
  const { clock, recovery, timings: timings2 } = ports;
  const needed = await recovery.needed();
  if (!needed)
    return;
  const { aliveAt, boot, unread } = needed;
  if (unread === "channel")
    await forgetAgain(ports);
  if (aliveAt !== void 0) {
    const sinceMs = aliveAt - timings2.recoverBackMs;
    for (const id of await ports.cards.underway())
      await markUnknown(ports, id);
    const [readOnX] = await Promise.allSettled([readX(ports, sinceMs)]);
    if (unread === "channel") {
      await bindChannel(ports, boot, sinceMs);
      await adoptLater(ports, sinceMs);
      await endOverdue(ports);
      await recovery.channelRead(boot);
    }
    if (readOnX.status === "rejected")
      throw readOnX.reason;
  }
  await ensurePolls(ports);
  await recovery.done(boot, clock.now());
}
async function readX(ports, sinceMs) {
  if (ports.desk.inPrivate)
    await watch(ports, "private-messages");
  else {
    await watch(ports, "mentions");
    await watch(ports, "followers");
  }
  await lookAtOurTimeline(ports, sinceMs);
}
async function bindChannel(ports, boot, sinceMs) {
  const { cards, clock } = ports;
  const living = await cards.withActsSince(Math.min(sinceMs, clock.now() - livingForMs));
  const threads = [];
  const panels = /* @__PURE__ */ new Set();
  for (const id of living) {
    const card = await cards.get(id);
    const ts = card && threadToRead(card);
    if (ts)
      threads.push(ts);
    if (card?.panel)
      panels.add(card.panel);
    await showAgain(ports, id, sinceMs);
  }
  for (const request of (await ports.settings.get()).covers) {
    for (const { id } of coverMessages(request))
      panels.add(id);
  }
  for (const id of panels)
    await showPanelAgain(ports, id);
  await bindOwnMessages(ports, boot, sinceMs, threads);
}
async function bindOwnMessages(ports, boot, sinceMs, older) {
  const { board, recovery } = ports;
  const { messages, threads } = await board.listOwnMessages(sinceMs).catch(async (fault) => {
    throw fault instanceof ChannelRefused ? await refuseChannel(ports, fault) : fault;
  });
  for (const message of messages)
    await bindOrKeep(ports, message);
  for (const thread of /* @__PURE__ */ new Set([...older, ...threads])) {
    if (await recovery.hasRead(thread, boot))
      continue;
    for (const message of await board.listOwnReplies(thread, sinceMs))
      await bindOrKeep(ports, message);
    await recovery.read(thread, boot);
  }
}
async function bindOrKeep(ports, message) {
  if (!await bind(ports, message))
    await ports.recovery.keep(message);
}
async function markUnknown({ cards, clock }, id) {
  await cards.change(id, (card, { boot }) => {
    if (card?.state !== "sending" || card.reply?.boot === boot)
      return { next: card, result: void 0 };
    const begin2 = { do: "begin", token: token(randomUUID7()), leaseMs: 0, boot };
    const result = decide(card, begin2, theDesk, clock.now());
    return isRefusal(result) ? result : { next: result.card, result: void 0 };
  });
}
function threadToRead(card) {
  const lacks = wantedMessages(card).some((key) => !card.messages[key]?.ts && !card.messages[key]?.quiet);
  return lacks ? card.messages[cardKey]?.ts : void 0;
}
async function showAgain({ cards }, id, sinceMs) {
  await cards.change(id, (card) => {
    const over = card && isDone(card) && card.changedAt < sinceMs;
    if (!card || over)
      return { next: card, result: void 0 };
    const stale = Object.entries(card.messages).filter(([, { shown, ts }]) => ts !== void 0 && shown !== 0);
    const again = (now, [key, message]) => withMessage(now, key, { ...message, shown: 0 });
    const next = stale.reduce(again, withUnknownViews(card));
    return { next: untoldIn(next, card.listed?.in ?? []), result: void 0 };
  });
}
var withUnknownViews = (card) => card.openViews ? { ...card, openViews: card.openViews.map((view) => ({ ...view, shown: 0, shows: "" })) } : card;
async function showPanelAgain({ panels }, id) {
  await panels.change(id, (panel) => ({
    next: panel?.message?.ts ? { ...panel, message: { ...panel.message, shown: 0 } } : panel,
    result: void 0
  }));
}

// dist/flows/remind/idle.js
async function askIfIdle(ports, id) {
  const { cards, clock, desk } = ports;
  const card = await cards.get(id);
  const idleInfo = card && idleInfoOf(desk, card);
  if (!card || !idleInfo)
    return;
  const now = clock.now();
  if (idleInfo.backAt !== void 0 && now >= idleInfo.backAt)
    return giveBack(ports, id, idleInfo.assignee, idleInfo.since);
  if (idleInfo.askAt === void 0 || now < idleInfo.askAt || isAsked(card, idleInfo)) {
    await cards.change(id, (known) => ({ next: known, result: void 0 }));
    return;
  }
  await ask(ports, card, idleInfo);
}
async function ask({ cards, clock, desk, panels, timings: timings2 }, card, { assignee }) {
  const now = clock.now();
  const others = (await cards.heldBy(assignee)).filter(({ id: id2 }) => id2 !== card.id);
  const soon = [card, ...others].flatMap((one) => {
    const idleInfo = idleInfoOf(desk, one);
    if (!idleInfo || idleInfo.assignee !== assignee || isAsked(one, idleInfo))
      return [];
    const { askAt = Number.POSITIVE_INFINITY, since } = idleInfo;
    return askAt <= now + timings2.tellGatherMs ? [{ card: one.id, askAt, since }] : [];
  }).toSorted((a, b) => a.askAt - b.askAt || (a.card < b.card ? -1 : 1));
  const at = soon[0]?.askAt ?? now;
  const lists = soon.filter(({ since }) => since <= at).map(({ card: one }) => ({ card: one }));
  const id = idlePanelId(assignee, at);
  await follow({ cards }, id, lists.map(({ card: one }) => one));
  await panels.change(id, (known) => ({
    next: withListed(known, id, assignee, now, lists),
    result: void 0
  }));
}
function withListed(known, id, to, startedAt, lists) {
  if (!known)
    return { id, format: 1, kind: "idle", to, version: 1, startedAt, closed: false, lists };
  const { lists: before = [] } = known;
  const fresh2 = lists.filter(({ card }) => !before.some((one) => one.card === card));
  return fresh2.length === 0 ? known : { ...bumpVersion(known), lists: [...before, ...fresh2] };
}
async function giveBack(ports, id, worker, since) {
  const isLeft = (card2) => isIdleWith(card2, worker, since);
  const card = await ports.cards.get(id);
  if (!card || !isLeft(card))
    return;
  if (card.handOff) {
    await lookAtOurTimeline(ports, card.handOff.openedAt);
    await act(ports, id, { do: "timeline-checked" }, theDesk);
  }
  await ports.cards.change(id, (now) => {
    if (!now || !isLeft(now))
      return { next: now, result: void 0 };
    const result = decide(now, { do: "release" }, theDesk, ports.clock.now());
    return isRefusal(result) ? result : { next: result.card, result: void 0 };
  });
}

// dist/flows/remind/remind.js
import { randomUUID as randomUUID8 } from "node:crypto";
async function remind(ports, id) {
  const { cards, clock, desk } = ports;
  for (const stage of reminderStages) {
    const card = await cards.get(id);
    const dueAt = card && overdueAt(desk, card, stage);
    if (!card || dueAt === void 0 || dueAt > clock.now())
      continue;
    const people = peopleToRemind(desk, clock.now(), stage, card);
    for (const to of people)
      await joinReminder(ports, to, [{ card: id, dueAt }]);
    const upTo = remindedUpTo(card);
    await cards.change(id, (now) => ({ next: now && withReminded(now, stage, upTo), result: void 0 }));
  }
  await cards.change(id, (card) => ({ next: card, result: void 0 }));
}
async function remindAgain(ports) {
  const { cards, clock, desk, due, panels } = ports;
  const now = clock.now();
  const people = isOpen(desk.rota, now) ? peopleToRemindAgain(desk, now) : [];
  if (people.length === 0)
    return;
  const before = lateBeforeToday(desk, now);
  const looks2 = (await cards.toLookAt()).filter((card) => isLate(desk, card, before));
  if (looks2.length === 0 && (await cards.dueUpTo(before, 1)).length === 0)
    return;
  for (const to of people) {
    if (await due.count(`again-${to}-${localDate(desk.rota, now)}`, dayMs) > 1)
      continue;
    const next = await panels.current({ kind: "reminder", to });
    const listed = new Set(next && acceptsCards(next) ? next.lists?.map(({ card }) => card) : []);
    const late = [...await cards.dueUpTo(before), ...looks2.map((card) => card.id)];
    const more2 = late.filter((card) => !listed.has(card));
    await joinReminder(ports, to, more2.map((card) => ({ card, dueAt: now, again: true })));
  }
}
async function joinReminder(ports, to, cards) {
  for (; ; ) {
    const last = await ports.panels.current({ kind: "reminder", to });
    const fresh2 = last ? notListed(last, cards) : cards;
    if (fresh2.length === 0)
      return;
    const id = last && acceptsCards(last) ? last.id : await nextReminder(ports, to, last);
    if (id === void 0)
      return;
    await follow(ports, id, fresh2.map(({ card }) => card));
    const joined2 = await ports.panels.change(id, (panel) => {
      if (!panel || !acceptsCards(panel))
        return { next: panel, result: false };
      return {
        next: { ...panel, lists: [...panel.lists ?? [], ...notListed(panel, fresh2)] },
        result: true
      };
    });
    if (joined2 === true)
      return;
  }
}
async function nextReminder({ clock, desk, panels, timings: timings2 }, to, last) {
  const startedAt = clock.now();
  const slotAt = nextReminderAt(desk, to, last, startedAt, timings2.remindGatherMs);
  if (slotAt === void 0)
    return void 0;
  const begun = {
    format: 1,
    kind: "reminder",
    to,
    version: 1,
    startedAt,
    closed: false,
    message: { token: token(randomUUID8()), slotAt, shown: 0, to }
  };
  for (let n = reminderNumber(last) + 1; ; n++) {
    const id = reminderId(to, n);
    const next = await panels.change(id, (known = { id, ...begun }) => ({
      next: known,
      result: known
    }));
    if (isRefusal(next) || !acceptsCards(next))
      continue;
    if (last)
      await panels.change(last.id, (panel) => ({ next: panel && closedNow(panel), result: void 0 }));
    return id;
  }
}
var closedNow = (panel) => ({ ...panel, closed: true });

// dist/flows/remind/shifts.js
import { randomUUID as randomUUID9 } from "node:crypto";

// dist/flows/remind/flags.js
async function remindOfFlags(ports) {
  const { cards, clock, desk } = ports;
  const now = clock.now();
  const byLead = /* @__PURE__ */ new Map();
  for (const card of await cards.flagged()) {
    const lead = card.flag && leadOfFlag(desk, card.flag, now);
    if (!lead)
      continue;
    byLead.set(lead, [...byLead.get(lead) ?? [], card]);
    if (card.flag?.to && card.flag.to !== lead) {
      await cards.change(card.id, (known) => ({
        next: known && askedAgain(known, lead),
        result: void 0
      }));
    }
  }
  if (!isOpen(desk.rota, now))
    return;
  for (const [lead, flagged] of byLead) {
    const toldAt = (at) => openFrom(desk.rota, at) ?? at;
    const isNextDay = flagged.some(({ flag: flag3 }) => flag3 && !isSameDay(desk.rota, toldAt(flag3.at), now));
    if (isNextDay)
      await listFlags(ports, lead, flagged);
  }
}
async function listFlags({ cards, clock, desk, panels }, to, flagged) {
  const startedAt = clock.now();
  const id = panelId(`flags-${to}-${localDate(desk.rota, startedAt)}`);
  if ((await panels.get(id))?.message)
    return;
  const before = await panels.current({ kind: "flags", to });
  if (before && before.id !== id)
    await end(panels, before.id);
  const lists = flagged.map(({ id: card }) => ({ card }));
  const panel = { id, format: 1, kind: "flags", to, version: 1, startedAt, closed: false, lists };
  await follow({ cards }, id, flagged.map((card) => card.id));
  await panels.change(id, (known = panel) => ({ next: known, result: void 0 }));
}
var end = (panels, id) => panels.change(id, (panel) => ({
  next: panel && !panel.closed ? { ...bumpVersion(panel), closed: true } : panel,
  result: void 0
}));

// dist/core/due/handover.js
var handoverId = ({ at }, to) => panelId(`handover-${to}-${at}`);
function peopleHandingOver(desk, now) {
  const { rota } = desk;
  const present = onShift(rota, now);
  const fallback = fallbackOf(desk, now);
  const people = present.length > 0 ? present.map(({ member }) => slackUserId(member.slackId)) : fallback ? [fallback] : [];
  const ends = new Map(endedShifts(rota, now).map(({ person, at }) => [person, at]));
  const today = spanOf([localDayOf(rota.timeZone, localDate(rota, now))]).fromMs;
  const shiftEndOf = (person) => ends.get(person) ?? today;
  return { present, people, shiftEndOf };
}
function handoversAt(desk, cards, now) {
  if (!isOpen(desk.rota, now))
    return [];
  const { present, people, shiftEndOf } = peopleHandingOver(desk, now);
  const isSaid = (calledAt) => present.some(({ fromMs }) => fromMs >= calledAt && now - fromMs < dayMs);
  const found = /* @__PURE__ */ new Map();
  for (const card of cards) {
    const call = callOf(card);
    if (!call || present.some(({ member }) => member.slackId === call.to) || isSaid(call.at))
      continue;
    if ((answerBy(desk, card) ?? 0) <= now)
      continue;
    const at = shiftEndOf(call.to);
    found.set(at, [...found.get(at) ?? [], card]);
  }
  return people.length === 0 ? [] : [...found].map(([at, waiting]) => ({ at, people, cards: waiting }));
}
function callOf(card) {
  if (card.state !== "open" || !waitsForShift(card))
    return void 0;
  const lineOf2 = (act3) => card.messages[lineKey(act3)];
  const act2 = unanswered(card).findLast((one) => lineOf2(one)?.to !== void 0);
  const line2 = act2 && lineOf2(act2);
  return line2?.to && !line2.quiet ? { to: line2.to, at: line2.begunAt ?? line2.slotAt } : void 0;
}

// dist/flows/remind/handover.js
async function tellHandovers(ports) {
  const { cards, clock, desk, panels } = ports;
  const startedAt = clock.now();
  for (const handover of handoversAt(desk, await leftCards(ports, startedAt), startedAt)) {
    for (const to of handover.people) {
      const id = handoverId(handover, to);
      if (await panels.get(id))
        continue;
      const lists = handover.cards.map(({ id: card }) => ({ card }));
      const panel = {
        id,
        format: 1,
        kind: "handover",
        to,
        version: 1,
        startedAt,
        closed: false,
        lists
      };
      await follow({ cards }, id, lists.map(({ card }) => card));
      await panels.change(id, (known = panel) => ({ next: known, result: void 0 }));
    }
  }
}
async function leftCards({ cards, desk, panels }, now) {
  if (!isOpen(desk.rota, now) || await cards.nextDueAfter(now) === void 0)
    return [];
  const { present, people, shiftEndOf } = peopleHandingOver(desk, now);
  const left = /* @__PURE__ */ new Map();
  for (const gone of await cards.peopleCalled()) {
    if (present.some(({ member }) => member.slackId === gone))
      continue;
    const told = people.map((to) => panels.get(handoverId({ at: shiftEndOf(gone) }, to)));
    if ((await Promise.all(told)).every((panel) => panel !== void 0))
      continue;
    for (const card of await cards.calling(gone))
      left.set(card.id, card);
  }
  return [...left.values()];
}

// dist/flows/remind/true-lines.js
async function keepLinesTrue({ cards, clock, desk }) {
  const people = desk.rota.staff.map(({ slackId }) => slackUserId(slackId));
  const held = await Promise.all(people.map((person) => cards.heldBy(person)));
  const now = clock.now();
  const calling = await callingOthers(cards, desk, now);
  const untrue = [...calling, ...held.flat()].filter((card) => kept(card, desk, now) !== card);
  for (const id of /* @__PURE__ */ new Set([...await cards.shownBefore(), ...untrue.map((card) => card.id)])) {
    await cards.change(id, (card) => ({ next: card && kept(card, desk, now), result: void 0 }));
  }
}
async function callingOthers(cards, desk, now) {
  const present = onShift(desk.rota, now).map(({ member }) => slackUserId(member.slackId));
  if (present.length === 0)
    return [];
  const others = (await cards.peopleCalled()).filter((person) => !present.includes(person));
  return (await Promise.all(others.map((person) => cards.calling(person)))).flat();
}
function kept(card, desk, now) {
  const shown = card.messages[cardKey];
  const first = shown && isShownBefore(card) ? withMessage(card, cardKey, withRefresh(shown, now)) : card;
  return linesToRename(desk, card, now).reduce((all2, { key, to }) => {
    const line2 = all2.messages[key];
    return line2 ? withMessage(all2, key, { ...withRefresh(line2, now), to }) : all2;
  }, first);
}

// dist/flows/remind/shifts.js
async function watchShifts(ports) {
  const { clock, desk, due, timings: timings2, turn } = ports;
  const now = clock.now();
  for (const edge of startedShifts(desk.rota, now))
    await beginShift(ports, edge);
  for (const edge of endedShifts(desk.rota, now))
    await endShift(ports, edge);
  await remindOfFlags(ports);
  await remindAgain(ports);
  await keepLinesTrue(ports);
  await tellHandovers(ports);
  const opensAt = isOpen(desk.rota, now) ? void 0 : openFrom(desk.rota, now);
  const latest = Math.min(nextPollAt(now, timings2.pollShiftsMs, "shifts", turn), opensAt ?? Number.POSITIVE_INFINITY);
  const at = nextEdgeAt(desk.rota, now, latest);
  await due.put({ job: "poll", id: "shifts", at });
}
async function beginShift({ cards, clock, desk, panels }, edge) {
  const id = shiftStartId(edge);
  if (await panels.get(id))
    return;
  const startedAt = clock.now();
  const waits = !isOpen(desk.rota, startedAt) || (await cards.countWaiting(startedAt)).toBeTold > 0 || (await cards.flagged()).some(isPatronPost);
  const said = privatePanel(id, "shift-start", edge, startedAt);
  const quiet = {
    token: token(randomUUID9()),
    slotAt: startedAt,
    shown: 0,
    to: edge.person,
    quiet: true
  };
  const panel = { ...said, closed: true, ...waits ? {} : { message: quiet } };
  await panels.change(id, (known = panel) => ({ next: known, result: void 0 }));
}
async function endShift({ cards, clock, desk, panels }, edge) {
  const id = shiftEndId(edge);
  if (!isOpen(desk.rota, edge.at - 1) || await panels.get(id))
    return;
  const left = (await cards.heldBy(edge.person)).filter((card) => isIdleWith(card, edge.person, edge.at));
  if (left.length === 0)
    return;
  const startedAt = clock.now();
  const endsAt = startedAt + desk.nudges.shiftEndMs;
  const lists = left.map(({ id: card }) => ({ card }));
  const panel = { ...privatePanel(id, "shift-end", edge, startedAt), lists, endsAt };
  await follow({ cards }, id, left.map((card) => card.id));
  await panels.change(id, (known = panel) => ({ next: known, result: void 0 }));
}
var privatePanel = (id, kind, { person }, now) => ({
  id,
  format: 1,
  kind,
  to: person,
  version: 1,
  startedAt: now,
  closed: false
});
async function closeList(ports, id) {
  const panel = await ports.panels.get(id);
  const { closed, endsAt, lists = [], startedAt, to } = panel ?? {};
  if (!to || startedAt === void 0 || endsAt === void 0 || closed || ports.clock.now() < endsAt)
    return;
  for (const { card } of lists)
    await giveBack(ports, card, to, startedAt);
  await ports.panels.change(id, (now) => ({
    next: now && !now.closed ? { ...bumpVersion(now), closed: true } : now,
    result: void 0
  }));
}

// dist/core/board/one-voice.js
var isSamePanel = (one, other) => one.desk === other.desk && one.panel === other.panel;
var speakerOf = (desk, { id, saidBy }) => saidBy && !isSamePanel(saidBy, { desk: desk.id, panel: id }) ? saidBy : void 0;
var isMute = (desk, panel) => {
  const { erased, message, purgedAt } = panel;
  const isUnsaid = purgedAt === void 0 && message?.quiet === true && message.ts === void 0;
  return erased === true || isUnsaid || speakerOf(desk, panel) !== void 0;
};

// dist/flows/tell/said-together.js
var noOthers = { all: async () => [], now: async () => void 0 };
async function tellSpeaker({ clock, desk }, desks, part, speaker) {
  const mine = { desk: desk.id, panel: part.id };
  const there = await desks.now(speaker.desk);
  if (!there)
    return false;
  const told = await there.panels.change(speaker.panel, (panel) => panel && !isMute(there.desk, panel) ? { next: withPart(panel, mine, part, clock.now()), result: true } : { next: panel, result: false });
  return told !== false;
}
function withPart(panel, ref, { erased, purgedAt }, now) {
  if (panel.purgedAt !== void 0)
    return panel;
  const { parts = [] } = panel;
  const isKnown = parts.some((one) => isSamePanel(one, ref));
  const next = { ...bumpVersion(panel), ...isKnown ? {} : { parts: [...parts, ref] } };
  if (panel.kind !== "shift-start")
    return next;
  if (isKnown && purgedAt !== void 0 && !erased)
    return purgedPanel(panel, now);
  return isKnown === (purgedAt !== void 0) ? { ...next, startedAt: now } : panel;
}
async function handOn({ panels }, desks, { id, parts }) {
  if (!parts)
    return;
  for (const { desk, panel } of parts) {
    const there = await desks.now(desk);
    await there?.panels.change(panel, (part) => ({
      next: part && part.purgedAt === void 0 ? bumpVersion(part) : part,
      result: void 0
    }));
  }
  await panels.change(id, (panel) => ({ next: panel && omit(panel, "parts"), result: void 0 }));
}
async function saidTogether(desks, desk, panel) {
  const speaker = speakerOf(desk, panel);
  if (!speaker)
    return panel.parts ?? [];
  const { parts = [] } = await (await desks.now(speaker.desk))?.panels.get(speaker.panel) ?? {};
  const mine = { desk: desk.id, panel: panel.id };
  return [speaker, ...parts.filter((part) => !isSamePanel(part, mine))];
}

// dist/flows/remind/snooze.js
async function putOff(ports, id, actor, desks = noOthers) {
  const { clock, desk, panels, timings: timings2 } = ports;
  if (actor.kind !== "staff")
    return actor.kind === "outsider" ? notStaffRefusal(actor) : { refused: "not-staff" };
  const panel = await panels.get(id);
  if (panel?.kind !== "reminder")
    return { refused: "gone" };
  const until = panel.putOffUntil ?? clock.now() + timings2.putOffMs;
  await putOffOne(ports, panel, actor, until);
  for (const { desk: other, panel: part } of await saidTogether(desks, desk, panel)) {
    const there = await desks.now(other);
    const listed = await there?.panels.get(part);
    if (there && listed)
      await putOffOne(there, listed, actorFor(there.desk, actor.id), until);
  }
  return void 0;
}
async function putOffOne(ports, { id, lists = [] }, actor, until) {
  const { cards, panels } = ports;
  for (const { card } of lists) {
    const waits = await cards.get(card);
    if (waits?.state === "open" && waitsForShift(waits))
      await act(ports, card, { do: "snooze", until }, actor);
  }
  await panels.change(id, (known) => ({
    next: known && known.putOffUntil === void 0 ? { ...bumpVersion(known), putOffUntil: until } : known,
    result: void 0
  }));
}
async function wake(ports, id) {
  const card = await ports.cards.get(id);
  if (card && (card.snoozedUntil ?? 0) <= ports.clock.now())
    await act(ports, id, { do: "wake" }, theDesk);
}
async function expire(ports, id) {
  await act(ports, id, { do: "expire" }, theDesk);
}

// dist/core/report/period.js
import { Temporal } from "temporal-polyfill";
var lengths = { week: { weeks: 1 }, month: { months: 1 }, quarter: { months: 3 } };
function lastPeriod({ timeZone }, kind, now) {
  const next = firstDay(zoned(timeZone, now).toPlainDate(), kind);
  const startOf = (date) => date.toZonedDateTime(timeZone).epochMilliseconds;
  return { kind, fromMs: startOf(next.subtract(lengths[kind])), toMs: startOf(next) };
}
function nextWeekOpens(rota, ms) {
  const monday = firstDay(zoned(rota.timeZone, ms).toPlainDate(), "week").add(lengths.week);
  const begins = monday.toZonedDateTime(rota.timeZone).epochMilliseconds;
  return openFrom(rota, begins) ?? begins;
}
function firstDay(date, kind) {
  if (kind === "week")
    return date.subtract({ days: date.dayOfWeek - 1 });
  return date.with({ day: 1, month: kind === "month" ? date.month : date.month - (date.month - 1) % 3 });
}
function billedMonths({ fromMs, toMs }) {
  const month = (ms) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO("UTC").toPlainDate().with({ day: 1 });
  const months = [];
  for (let at = month(fromMs); Temporal.PlainDate.compare(at, month(toMs - 1)) <= 0; at = at.add({ months: 1 }))
    months.push(at.toZonedDateTime("UTC").epochMilliseconds);
  return months;
}

// dist/flows/report/ask.js
import { createHash } from "node:crypto";

// dist/core/report/acts.js
var actsOf = (card, counting) => card.acts.flatMap((act2) => isIn(counting.period, act2.at) ? actOf(card, act2, counting) ?? [] : []);
var isIn = ({ fromMs, toMs }, at) => at >= fromMs && at < toMs;
function actOf(card, act2, { desk, clock, now }) {
  if (act2.kind === "hello")
    return void 0;
  const { at } = act2;
  const answer2 = act2.answered ? answerTo(card, act2) : void 0;
  const outcome = outcomeOf2(card, act2, answer2);
  const { dayOfWeek, hour } = zoned(desk.rota.timeZone, at);
  const when = { at, hour, weekday: weekdays[dayOfWeek - 1] ?? "mon" };
  if (!isWritten(act2))
    return { kind: act2.kind, ...when, outcome, waitedMs: 0 };
  const { stops = [], waitsFrom = at } = card.clock ?? {};
  const until = answer2?.at ?? now;
  const from = waitsFrom <= until ? Math.max(at, waitsFrom) : at;
  const waitedMs = clock(from, until, stops);
  const target = desk.responseTargets[act2.topic];
  const isJudged = target !== void 0 && isExpected(outcome) && !isGathered(card);
  const allowed = isJudged ? remembered(desk.rota, [target, from, 1], () => openTimeOf(target, desk.rota, from)) : void 0;
  const isSetAside = !answer2 && stops.some(({ to }) => to === void 0);
  const isPast = allowed !== void 0 && waitedMs > allowed;
  const isKnown = allowed !== void 0 && !isSetAside && (answer2 !== void 0 || isPast);
  const post2 = act2.kind === "mention" && !act2.gone ? act2.versions.at(-1) : void 0;
  return {
    kind: act2.kind === "private" ? "private" : act2.topic,
    ...when,
    outcome,
    waitedMs,
    ...isKnown ? { isLate: isPast } : {},
    ...post2 ? { post: post2 } : {}
  };
}
var answerTo = ({ answers }, { id }) => answers.filter(({ covers }) => covers.includes(id)).toSorted((a, b) => a.at - b.at)[0];
function outcomeOf2(card, act2, answer2) {
  if (act2.kind === "follow" && (act2.answered || card.closed?.reason === "hello"))
    return "greeted";
  if (act2.answered)
    return answer2?.n === void 0 ? "by-hand" : "in-desk";
  if (act2.gone)
    return "removed";
  return card.state === "dismissed" || card.state === "expired" ? "left-alone" : "waiting";
}
var isExpected = (outcome) => outcome === "in-desk" || outcome === "by-hand" || outcome === "waiting";
var openingsOf = ({ answers }, period) => answers.flatMap(({ at, opening }) => opening && isIn(period, at) ? [opening] : []);
var slippedOf = ({ at, kind, outcome, post: post2, waitedMs }) => ({
  at,
  topic: kind === "follow" ? "other" : kind,
  waitedMs,
  isAnswered: outcome !== "waiting",
  ...post2 ? { post: post2 } : {}
});

// dist/core/report/few.js
var fewest = 5;
var sayable = (count) => count === 0 || count >= fewest ? count : void 0;
function withoutFew(counts) {
  const all2 = Object.entries(counts);
  const small = all2.filter(([, count]) => sayable(count) === void 0);
  const [nextSmallest] = all2.filter(([, count]) => count >= fewest).toSorted(([, a], [, b]) => a - b);
  const left = small.length === 1 && nextSmallest ? [...small, nextSmallest] : small;
  const names = new Set(left.map(([name]) => name));
  return Object.fromEntries(all2.filter(([name]) => !names.has(name)));
}

// dist/core/report/hours.js
var blocks = [1, 2, 3];
var most2 = 2 / 3;
function hoursOf(acts) {
  const each = blocks.map((size) => inBlocks(acts, size));
  const fitting = each.find(({ showsMost }) => showsMost) ?? each.at(-1);
  return fitting?.hours ?? { byHour: [], byWeekHour: [], hoursTogether: 1 };
}
function inBlocks(acts, size) {
  const came = /* @__PURE__ */ new Map();
  const late = /* @__PURE__ */ new Map();
  for (const { hour, isLate: isLate2, weekday } of acts) {
    const first = hour - hour % size;
    const day = weekdays.indexOf(weekday);
    const days = came.get(first) ?? weekdays.map(() => 0);
    days[day] = (days[day] ?? 0) + 1;
    came.set(first, days);
    if (isLate2)
      late.set(first, (late.get(first) ?? 0) + 1);
  }
  const firsts = [...came.keys()].toSorted((a, b) => a - b);
  const sumAt = (hour) => (came.get(hour) ?? []).reduce((sum, one) => sum + one, 0);
  const byName = (of) => withoutFew(Object.fromEntries(firsts.map((hour) => [String(hour), of(hour)])));
  const cameAt = byName(sumAt);
  const lateAt = byName((hour) => late.get(hour) ?? 0);
  const byHour = firsts.map((hour) => hourOfDay(hour, cameAt[String(hour)], lateAt[String(hour)]));
  const byWeekHour = firsts.flatMap((hour) => cameAt[String(hour)] === void 0 ? [] : hoursOfWeek(hour, came.get(hour) ?? []));
  const cells = [...came.values()].flat().filter((count) => count > 0).length;
  const split = byHour.filter((one) => one.late !== void 0).length;
  const showsMost = byWeekHour.length >= cells * most2 && split >= firsts.length * most2;
  return { hours: { byHour, byWeekHour, hoursTogether: size }, showsMost };
}
function hourOfDay(hour, came, late) {
  if (came === void 0)
    return { hour };
  const isSplit = late !== void 0 && sayable(came - late) !== void 0;
  return { hour, came, ...isSplit ? { late } : {} };
}
function hoursOfWeek(hour, days) {
  const shown = weekdays.map((weekday, at2) => ({ weekday, hour, came: days[at2] ?? 0 })).filter(({ came }) => came >= fewest);
  if (shown.length !== weekdays.length - 1)
    return shown;
  const smallest = Math.min(...shown.map(({ came }) => came));
  const at = shown.findIndex(({ came }) => came === smallest);
  return shown.filter((_, index) => index !== at);
}

// dist/core/report/figures.js
var mostSlipped = 10;
function reportOf(period, { acts, openings, hellos, bill, begunAt, outcomes }, now) {
  const late = acts.filter(({ isLate: isLate2 }) => isLate2).toSorted((a, b) => b.at - a.at);
  const judged = acts.filter(({ isLate: isLate2 }) => isLate2 !== void 0).length;
  const waits = acts.filter(isAnsweredPost).map(({ waitedMs }) => waitedMs);
  const written = acts.filter(({ kind }) => kind !== "follow");
  const sums = (of) => hellos.reduce((sum, one) => sum + (of(one) ?? 0), 0);
  return {
    period,
    madeAt: now,
    ...begunAt > period.fromMs ? { begunAt } : {},
    ...sayableAs("all", acts.length),
    byKind: withoutFew(countBy(acts, reportedKinds, ({ kind }) => kind)),
    byOutcome: withoutFew(countBy(acts, reportedOutcomes, ({ outcome }) => outcome)),
    ...waits.length >= fewest ? { waited: { half: shareOf(waits, 0.5), nineInTen: shareOf(waits, 0.9) } } : {},
    ...judged >= fewest ? { standard: { of: judged, kept: judged - late.length } } : {},
    late: late.length,
    slipped: late.slice(0, mostSlipped).map(slippedOf),
    ...hoursOf(written),
    openings: withoutFew(countBy(openings, openingUses, (use) => use)),
    hellos: {
      count: hellos.length,
      ...sayableAs("greeted", sums(({ greeted }) => greeted)),
      ...sayableAs("answers", sums(({ answers }) => answers))
    },
    ...bill ? { bill } : {},
    ...outcomes ? { outcomes } : {}
  };
}
var sayableAs = (name, count) => sayable(count) === void 0 ? {} : { [name]: count };
var isAnsweredPost = ({ kind, outcome }) => kind !== "follow" && (outcome === "in-desk" || outcome === "by-hand");
function shareOf(values, share2) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(share2 * sorted.length) - 1] ?? 0;
}
function countBy(all2, names, nameOf2) {
  const counts = Object.fromEntries(names.map((name) => [name, 0]));
  for (const one of all2)
    counts[nameOf2(one)] += 1;
  return counts;
}

// dist/core/report/open-clock.js
function openClock(rota, fromMs, toMs) {
  const spans = openSpansBetween(rota, fromMs, toMs);
  const before = [];
  let sum = 0;
  for (const span of spans) {
    before.push(sum);
    sum += span.toMs - span.fromMs;
  }
  const passed = (ms) => {
    let [low, high] = [0, spans.length];
    while (low < high) {
      const middle = low + high >> 1;
      if ((spans[middle]?.fromMs ?? ms) < ms)
        low = middle + 1;
      else
        high = middle;
    }
    const span = spans[low - 1];
    return span ? (before[low - 1] ?? 0) + Math.min(ms, span.toMs) - span.fromMs : 0;
  };
  const between = (from, to) => Math.max(0, passed(to) - passed(from));
  return (from, to, stops = []) => {
    const stopped = stops.map((stop) => between(Math.max(from, stop.from), Math.min(to, stop.to ?? to)));
    return between(from, to) - stopped.reduce((all2, one) => all2 + one, 0);
  };
}

// dist/flows/outcomes/read-outcomes.js
async function outcomesOf({ desk, outcomes }, period) {
  return desk.outcomes ? outcomeFigures(await outcomes.all(), period) : void 0;
}

// dist/flows/report/gather.js
var batch = 100;
async function gatherReport(ports, kind) {
  const { cards, clock, desk, watermarks } = ports;
  const now = clock.now();
  const period = lastPeriod(desk.rota, kind, now);
  const counting = { desk, period, clock: openClock(desk.rota, period.fromMs, now), now };
  const acts = [];
  const openings = [];
  const hellos = [];
  const ids = await cards.withActsSince(period.fromMs);
  for (let at = 0; at < ids.length; at += batch) {
    for (const card of await Promise.all(ids.slice(at, at + batch).map((id) => cards.get(id)))) {
      if (!card)
        continue;
      acts.push(...actsOf(card, counting));
      openings.push(...openingsOf(card, period));
      const hello = saidHello(card, period);
      if (hello)
        hellos.push(hello);
    }
  }
  const bill = await billOf(ports, period);
  const outcomes = desk.inPrivate ? void 0 : await outcomesOf(ports, period);
  const begunAt = await watermarks.begunAt(now);
  const more2 = { ...bill ? { bill } : {}, ...outcomes ? { outcomes } : {} };
  return reportOf(period, { acts, openings, hellos, begunAt, ...more2 }, now);
}
function saidHello(card, { fromMs, toMs }) {
  const saidAt = card.answers[0]?.at;
  return saidAt !== void 0 && saidAt >= fromMs && saidAt < toMs ? helloOf(card) : void 0;
}
async function billOf({ desk, ledger }, period) {
  if (!desk.network.prices || desk.account.practice || desk.inPrivate)
    return void 0;
  return Promise.all(billedMonths(period).map(async (at) => ({
    month: new Date(at).toISOString().slice(0, 7),
    microUsd: (await ledger.month(at)).microUsd
  })));
}

// dist/flows/report/ask.js
async function askForReport(ports, actor, kind, press) {
  const lead = leadIn(actor);
  if (isRefusal(lead))
    return lead;
  const mark2 = createHash("sha256").update(`${lead.id} ${press}`).digest("hex").slice(0, 16);
  return sendReport(ports, panelId(`report-${kind}-${mark2}`), lead.id, kind);
}
function leadIn(actor) {
  if (actor.kind !== "staff")
    return notStaffRefusal(actor);
  return actor.lead ? actor : { refused: "lead-only" };
}
async function sendReport(ports, id, to, kind, isWeekly = false) {
  const { clock, panels } = ports;
  const known = (await panels.get(id))?.report;
  if (known)
    return known.figures;
  const figures = await gatherReport(ports, kind);
  const panel = {
    id,
    format: 1,
    kind: "report",
    to,
    version: 1,
    startedAt: clock.now(),
    closed: true,
    report: { figures, ...isWeekly ? { weekly: true } : {} }
  };
  return panels.change(id, (stored = panel) => ({
    next: stored,
    result: stored.report?.figures ?? figures
  }));
}

// dist/flows/report/weekly.js
async function beginWeekly({ clock, desk, settings }, actor) {
  const lead = leadIn(actor);
  if (isRefusal(lead))
    return lead;
  const { id: by } = lead;
  const nextAt = nextWeekOpens(desk.rota, clock.now());
  const result = await settings.change((known) => ({
    next: known.weeklyReport?.by === by ? known : { ...known, weeklyReport: { by, nextAt } },
    result: void 0
  }));
  return result && isRefusal(result) ? result : void 0;
}
async function endWeekly({ settings }, actor) {
  const lead = leadIn(actor);
  if (isRefusal(lead))
    return lead;
  return settings.change((known) => {
    const { weeklyReport, ...rest } = known;
    return { next: weeklyReport ? rest : known, result: { ended: weeklyReport !== void 0 } };
  });
}
async function reportWeekly(ports) {
  const { clock, desk, settings } = ports;
  const now = clock.now();
  const { weeklyReport: due } = await settings.get();
  if (!due || due.nextAt > now)
    return;
  const to = leadNow(desk, due.by, now);
  const week = localDate(desk.rota, lastPeriod(desk.rota, "week", now).fromMs);
  for (const side of [ports, ports.inPrivate]) {
    if (side && to && memberOf(side.desk, to))
      await sendReport(side, panelId(`report-weekly-${week}`), to, "week", true);
  }
  const nextAt = nextWeekOpens(desk.rota, now);
  await settings.change((known) => ({
    next: known.weeklyReport?.nextAt === due.nextAt ? { ...known, weeklyReport: { ...known.weeklyReport, nextAt } } : known,
    result: void 0
  }));
}
function leadNow(desk, by, now) {
  const isLead = desk.rota.staff.some(({ gone, lead, slackId }) => lead && !gone && slackId === by);
  return isLead ? by : leadToAsk(desk, now);
}

// dist/flows/send/resolve-unknown.js
async function resolveUnknown(ports, id) {
  const { cards, clock, desk, timings: timings2 } = ports;
  const card = await cards.get(id);
  const reply = card?.reply;
  if (!reply)
    return;
  if (card.state === "posting" && reply.token && clock.now() >= (reply.postingUntil ?? 0)) {
    await act(ports, id, { do: "mark-unknown", token: reply.token }, theDesk);
    return;
  }
  if (card.state !== "unsure" || reply.notSeen)
    return;
  const look = reply.looks;
  if (clock.now() < (reply.unsureSince ?? 0) + (timings2.settleLooksMs[look] ?? 0))
    return;
  await lookAtOurTimeline(ports, reply.unknownFrom ?? reply.approvedAt);
  const last = look + 1 >= timings2.settleLooksMs.length;
  await act(ports, id, ({ boot }) => ({ do: "not-found", look, last, boot, once: desk.network.once }), theDesk);
}

// dist/flows/send/send.js
import { randomUUID as randomUUID10 } from "node:crypto";
async function deliver(ports, id) {
  const { cards, clock, desk, timings: timings2 } = ports;
  await lookForEarlier(ports, id);
  const token2 = token(randomUUID10());
  const notFrozen = stopwatch(clock, desk.network.once ? readingFirstMs(timings2) : timings2.freezeMs);
  const begun = await cards.change(id, (card, { boot, pause: pause2, unread }) => {
    if (!card || unread)
      return { refused: "gone" };
    const stopped = pause2 ? { pause: pause2 } : {};
    const begin2 = { do: "begin", token: token2, leaseMs: timings2.postingLeaseMs, boot, ...stopped };
    const result = decide(card, begin2, theDesk, clock.now());
    return isRefusal(result) ? result : { next: result.card, result };
  });
  if (isRefusal(begun))
    return;
  const { reply, state } = begun.card;
  if (state !== "posting" || reply?.token !== token2)
    return;
  const mayStillSend = () => notFrozen() && clock.now() <= reply.goodUntil;
  const { action, published } = await post(ports, begun.card, reply, token2, mayStillSend).catch(async (mistake) => {
    await act(ports, id, { do: "mark-unknown", token: token2 }, theDesk);
    throw mistake;
  });
  await act(ports, id, action, theDesk);
  if (published) {
    await chargeAnswer(ports, begun.card, published);
    if (!isPrivate(begun.card))
      await remember(ports, [{ ...published, text: reply.text }]);
  }
}
var readingFirstMs = ({ freezeMs, postingLeaseMs, writeDeadlineMs }) => postingLeaseMs - writeDeadlineMs - freezeMs;
async function lookForEarlier(ports, id) {
  if (!ports.desk.network.once)
    return;
  const card = await ports.cards.get(id);
  const since = card?.state === "sending" ? card.reply?.unknownFrom : void 0;
  if (since !== void 0)
    await lookAtOurTimeline(ports, since);
}
async function post({ clock, network, timings: timings2 }, card, reply, token2, mayStillSend) {
  try {
    const { id, patron } = card;
    const key = `${id}.${reply.n}.${reply.approvedAt}`;
    const published = isPrivate(card) ? await network.sendPrivate(patron.id, reply.text, mayStillSend, key) : await network.publish(reply.text, reply.replyTo, mayStillSend, key);
    return { action: { do: "publish", token: token2, postId: published.id, text: reply.text }, published };
  } catch (fault) {
    return { action: afterFailure2(fault, reply, token2, { clock, timings: timings2 }) };
  }
}
function afterFailure2(fault, reply, token2, { clock, timings: timings2 }) {
  const putBack = (until, because) => ({
    do: "put-back",
    token: token2,
    until,
    because
  });
  if (fault instanceof NotSent)
    return putBack(clock.now(), "frozen");
  if (fault instanceof Unreachable) {
    return putBack(clock.now() + timings2.unreachableBackoffMs * 2 ** reply.tries, "unreachable");
  }
  if (fault instanceof Busy) {
    return fault.retryAt <= reply.goodUntil ? putBack(fault.retryAt, "limit") : { do: "reject", token: token2, reason: "limit", detail: fault.message };
  }
  if (fault instanceof Rejected)
    return { do: "reject", token: token2, reason: fault.reason, detail: fault.detail };
  if (fault instanceof OutcomeUnknown)
    return { do: "mark-unknown", token: token2 };
  throw fault;
}

// dist/core/private/encrypted.js
function isAskedToLook(desk, { lookedInX }, user, now) {
  if (!desk.inPrivate || !memberOf(desk, user)?.xSignIn)
    return false;
  const isOn = onShift(desk.rota, now).some(({ member }) => member.slackId === user);
  return isOn && lookedInX?.day !== localDate(desk.rota, now);
}

// dist/flows/show/homes.js
var latelyMs = 3 * dayMs;
var mostOfOne = 10;
var mostOfOneInMs = 3e4;
var mostInAMinute = 90;
async function showHomes(ports, desks) {
  const { cards, clock, desk, homes, settings } = ports;
  const { people, mark: mark2, heldUntil } = await homes.visitors();
  if (clock.now() < heldUntil)
    return homes.done(mark2, heldUntil);
  const all2 = await desks.all();
  const ends = mutedPeopleAt(await settings.get(), clock.now()).map(({ until }) => until);
  const held = (await cards.onHold()).flatMap(({ hold: hold2 }) => hold2 ? [hold2.until] : []);
  const later = [...ends, ...held].filter((at) => at > clock.now());
  const deadline = people.length > 0 ? await cards.nextDueAfter(clock.now()) : void 0;
  let nextAt = Math.min(homeChangesAt(desk, deadline, clock.now()), ...later);
  for (const person of people) {
    const first = firstOf3(all2, person.user);
    const isFirst = !first || first.desk.id === desk.id;
    if (person.openedAt < clock.now() - latelyMs) {
      await leave2(ports, person.user, isFirst);
    } else if (isFirst) {
      nextAt = Math.min(nextAt, await showHome(ports, all2, person) ?? nextAt);
    } else if (memberOf(desk, person.user)) {
      await first.homes.changed();
    }
  }
  await homes.done(mark2, nextAt);
}
async function leave2({ board, desk, homes }, user, isTheirs) {
  if (isTheirs)
    await board.home({ desk, resting: true }).publish(user).catch(undefinedIf(isPersonsRefusal));
  await homes.forget(user);
}
var isPersonsRefusal = (fault) => fault instanceof Rejected && !(fault instanceof KeysRefused);
async function showHome({ board, clock, due, homes }, all2, { user, shown, recent }) {
  const now = clock.now();
  const [oldest = 0] = recent.slice(-mostOfOne);
  if (recent.length >= mostOfOne && now - oldest < mostOfOneInMs)
    return oldest + mostOfOneInMs;
  const content = await homeOf(all2, user);
  if (!content)
    return void 0;
  const home = board.home(content);
  if (home.shows === shown)
    return void 0;
  const minute = Math.floor(now / minuteMs);
  if (await due.count(`homes-${minute}`, minuteMs) > mostInAMinute)
    return (minute + 1) * minuteMs;
  try {
    await home.publish(user);
    await homes.published(user, home.shows, [...recent.slice(1 - mostOfOne), now]);
  } catch (fault) {
    if (fault instanceof Busy)
      await homes.waitUntil(fault.retryAt);
    if (!isPersonsRefusal(fault))
      throw fault;
    await homes.forget(user);
  }
  return void 0;
}
var firstOf3 = (all2, user) => all2.find(({ desk }) => memberOf(desk, user)) ?? all2[0];
async function homeOf(all2, user) {
  const theirs = all2.filter(({ desk }) => memberOf(desk, user));
  if (theirs.length > 0)
    return { desks: await Promise.all(theirs.map((ports) => atHome(ports, user))) };
  const [first] = all2;
  const actor = first && actorFor(first.desk, user);
  return actor && actor.kind !== "staff" ? { desk: first.desk, refusal: notStaffRefusal(actor) } : void 0;
}
async function atHome(ports, user) {
  const { cards, clock, desk, settings } = ports;
  const actor = actorFor(desk, user);
  const [{ first, count }, toLookAt, flagged, onHold, drafts, set, lastLookAt] = await Promise.all([
    cards.waiting(mostWaitingAtHome, waitingFor(actor)),
    cards.toLookAt(),
    cards.flagged(),
    cards.onHold(),
    cards.heldBy(user),
    settings.get(),
    staleLook(ports)
  ]);
  const { covers, pause: pause2 } = set;
  const now = clock.now();
  const asked = askedAlone(covers, user, now);
  return {
    desk,
    user,
    waiting: first,
    waitingCount: count,
    toCheck: toCheckFor(actor, toLookAt, desk, now),
    flagged,
    drafts,
    asked,
    ...memberOf(desk, user)?.lead ? { holds: onHold.filter(({ hold: hold2 }) => hold2 && hold2.until > now) } : {},
    muted: mutedPeopleAt(set, now),
    now,
    ...isAskedToLook(desk, set, user, now) && { lookInX: true },
    ...pause2 ? { pause: pause2 } : {},
    ...lastLookAt === void 0 ? {} : { lastLookAt }
  };
}

// dist/flows/answer/check.js
async function check({ clock, desk, ourPosts }, card, actor, words2, reach = "api") {
  const writer = memberOf(desk, card.holder?.id ?? (actor.kind === "staff" ? actor.id : ""));
  const first = givenName(card.patron.name, card.patron.handle);
  return checkWords({
    card,
    text: words2,
    signature: writer?.signature ? `^${writer.signature}` : "",
    shared: writer?.shared === true,
    openings: openingsFor(first, desk),
    checks: desk.checks,
    helpDesk: desk.voice.helpDesk,
    said: desk.inPrivate || desk.checks.settings.nearCopy === "off" ? [] : await ourPosts.recent(clock.now()),
    us: desk.account.handle,
    longPosts: desk.account.longPosts,
    network: desk.network,
    reach,
    ...desk.inPrivate && { inPrivate: { policyLine: policyLineOf(desk) } }
  });
}

// dist/core/desk/greetings.js
function greetingRefusal({ greeted }, day, card, { perDay }) {
  const today = greeted?.day === day ? greeted.cards : [];
  if (today.includes(card) || today.length < perDay)
    return void 0;
  return { refused: "enough-greetings", count: today.length };
}
function withGreeting(settings, day, card, greetings) {
  const enough = greetingRefusal(settings, day, card, greetings);
  if (enough)
    return enough;
  const today = settings.greeted?.day === day ? settings.greeted.cards : [];
  return today.includes(card) ? settings : { ...settings, greeted: { day, cards: [...today, card] } };
}

// dist/flows/answer/greet.js
var lookBackMs = 7 * dayMs;
async function readFollower(ports, card, reader) {
  const { clock, network } = ports;
  const { patron } = card;
  const us = await network.me();
  const posts = await network.recentPosts(patron.id, clock.now() - lookBackMs);
  if (!posts && !patron.protected) {
    await withdrawPerson(ports, patron.id, reader);
    return { refused: "removed", first: firstOf(patron) };
  }
  if (!posts)
    return [];
  const theirs = posts.filter(({ names }) => !names.some(({ account }) => account === us.id));
  const known = await knownWords(ports, theirs, us.id);
  return theirs.map((post2) => {
    const ours = known.get(post2.id);
    return ours ? { ...post2, ours } : post2;
  });
}
async function refusalForGreeting({ clock, desk, settings }, card) {
  if (!isFollow(card))
    return void 0;
  const day = localDate(desk.rota, clock.now());
  return greetingRefusal(await settings.get(), day, card.id, desk.greetings);
}
async function countGreeting({ clock, desk, settings }, card) {
  if (!isFollow(card))
    return void 0;
  const day = localDate(desk.rota, clock.now());
  return settings.change((now) => {
    const next = withGreeting(now, day, card.id, desk.greetings);
    return isRefusal(next) ? next : { next, result: void 0 };
  });
}

// dist/flows/answer/hand-off.js
async function prepareHandOff(ports, card, actor, words2) {
  if (!hasHandOff(ports.desk))
    return { refused: "no-hand-off" };
  const refusal = refusalFor(card, { do: "hand-off" }, actor, ports.clock.now());
  if (refusal)
    return refusal;
  const { pause: pause2 } = await ports.settings.get();
  if (pause2)
    return { refused: "paused", ...pause2 };
  return check(ports, card, actor, words2, "hand-off");
}
async function handOff(ports, id, actor, { post: post2, text, shown }) {
  const card = await ports.cards.get(id);
  if (!card)
    return { refused: "gone" };
  if (!hasHandOff(ports.desk))
    return { refused: "no-hand-off" };
  const refusal = refusalFor(card, { do: "hand-off" }, actor, ports.clock.now());
  if (refusal)
    return refusal;
  if (!post2 || !mayAnswer(card, post2, shown))
    return { refused: "no-post" };
  const enough = await countGreeting(ports, card);
  const words2 = text === void 0 ? {} : { text };
  return enough ?? act(ports, id, { do: "hand-off", replyTo: post2, ...words2 }, actor);
}

// dist/flows/show/open-views.js
async function rememberView({ cards }, card, view) {
  await cards.change(card, (now) => ({ next: now && withOpenView(now, view), result: void 0 }));
}
async function showOpenViews(ports, id, desks = noOthers) {
  const card = await ports.cards.get(id);
  if (card)
    await bringAll(ports, id, staleViews(card), desks);
}
async function showPauseInViews(ports, desks = noOthers) {
  for (const id of await ports.cards.withOpenViews()) {
    await bringAll(ports, id, (await ports.cards.get(id))?.openViews ?? [], desks);
  }
}
async function bringAll(ports, id, views, desks) {
  const ends = await Promise.allSettled(views.map((view) => bringOne(ports, id, view, desks)));
  const failed = ends.find((end2) => end2.status === "rejected");
  if (failed)
    throw failed.reason;
}
async function bringOne(ports, id, { id: viewId }, desks) {
  const { board, cards, clock, timings: timings2 } = ports;
  const change2 = (next) => cards.change(id, (card2) => ({ next: card2 && next(card2), result: void 0 }));
  const forget2 = () => change2((card2) => withoutOpenView(card2, viewId));
  const mayStillSend = stopwatch(clock, timings2.showWithinMs);
  const card = await cards.get(id);
  const view = card?.openViews?.find((one) => one.id === viewId);
  if (!card || !view)
    return;
  if (isForgotten(view.at, clock.now()))
    return void await forget2();
  if (card.erased) {
    await clearScreen(ports, viewId);
    return void await forget2();
  }
  const screen = board.openView(await contentOf2(ports, card, view, desks));
  const shown = { shown: card.version };
  if (!screen || screen.shows === view.shows) {
    return void await change2((now) => changeOpenView(now, viewId, (one) => ({ ...one, ...shown })));
  }
  const update2 = await screen.update(view, mayStillSend).catch(async (fault) => {
    if (fault instanceof Rejected && !(fault instanceof KeysRefused))
      await forget2();
    throw fault;
  });
  if (update2.outcome === "shown") {
    const { kind, shows } = screen;
    const { hash } = update2;
    await change2((now) => changeOpenView(now, viewId, (one) => ({ ...one, ...shown, kind, shows, hash })));
  } else if (update2.outcome === "closed") {
    const retryAt = appearsAt(view, clock.now());
    if (retryAt !== void 0)
      throw new Busy(retryAt, "A modal");
    await forget2();
  } else {
    await withoutHash(ports, id, view);
  }
}
async function withoutHash({ cards, clock, timings: timings2 }, id, { id: viewId, hash }) {
  await cards.change(id, (card) => {
    if (!card)
      return { next: card, result: void 0 };
    const next = changeOpenView(card, viewId, ({ hash: known, ...one }) => known === hash || known === void 0 ? one : { ...one, hash: known });
    return { next, result: void 0 };
  });
  throw new Busy(clock.now() + timings2.tickMs, "A modal");
}
async function contentOf2(ports, card, view, desks) {
  const actor = actorFor(ports.desk, view.user);
  const waiting = await countNext(ports, desks, view.user);
  if (view.kind === "person")
    return { card, view, waiting, others: await cardsOf(ports, card.patron.id, card.id) };
  if (view.kind !== "finish")
    return { card, view, waiting };
  const checked = await prepareHandOff(ports, card, actor, card.draft?.text ?? "");
  return { card, view, waiting, ...isRefusal(checked) ? {} : { checked } };
}

// dist/flows/report/pictures.js
async function drawReport(ports, panel) {
  const { desk, panels } = ports;
  const { id, report } = panel;
  if (!report || isTried(report))
    return panel;
  const drawn = await uploaded(ports, chartsOf(report.figures, desk));
  await panels.change(id, (known) => ({
    next: known?.report && !isTried(known.report) ? { ...known, report: { ...known.report, ...drawn } } : known,
    result: void 0
  }));
  return { ...panel, report: { ...report, ...drawn } };
}
async function noteRefusedPictures({ panels }, id) {
  await panels.change(id, (panel) => ({
    next: panel?.report?.pictures?.length ? bumpVersion({ ...panel, report: { ...panel.report, pictures: [], noPictures: "refused" } }) : panel,
    result: void 0
  }));
}
var isTried = ({ noPictures, pictures }) => pictures !== void 0 || noPictures !== void 0;
async function uploaded({ board, charts }, all2) {
  const pictures = [];
  for (const [at, chart] of all2.entries()) {
    const bytes = await charts.png(chart).catch(() => void 0);
    if (!bytes)
      return { pictures: [], noPictures: "failed" };
    try {
      const { alt, title } = chart;
      pictures.push(await board.upload({ name: `report-${at + 1}.png`, title, alt, bytes }));
    } catch (fault) {
      if (!isRemoteFault(fault) || fault instanceof Busy || fault instanceof Unreachable)
        throw fault;
      return { pictures: [], noPictures: mayNotUpload(fault) ? "not-permitted" : "failed" };
    }
  }
  return { pictures };
}
var mayNotUpload = (fault) => fault instanceof ChannelRefused && fault.code === "missing_scope" || fault instanceof Rejected && fault.reason === "not-permitted";

// dist/core/desk/cover-transitions.js
var keptForMs = 8 * dayMs;
function askCover(settings, desk, actor, ask3, now) {
  if (actor.kind !== "staff")
    return notStaffRefusal(actor);
  const { whose, asked, fromMs, toMs } = ask3;
  if (!memberOf(desk, whose))
    return { refused: "not-colleague", by: whose };
  if (asked !== void 0 && !canBeAsked(desk, asked))
    return { refused: "not-colleague", ...asked ? { by: asked } : {} };
  if (asked === whose)
    return { refused: "cover-own" };
  if (toMs <= now)
    return { refused: "cover-over" };
  if (!isOnShift(desk, ask3))
    return notTheirShift(desk, ask3, now);
  const earlier = settings.covers.find((one) => one.whose === whose && !one.over && !one.takenBy && one.fromMs < toMs && fromMs < one.toMs);
  if (earlier) {
    const isSame = earlier.fromMs === fromMs && earlier.toMs === toMs && earlier.asked === asked;
    return isSame ? { next: settings, result: earlier } : { refused: "cover-asked" };
  }
  return withAdded(settings, {
    whose,
    fromMs,
    toMs,
    ...asked ? { asked } : {},
    askedBy: actor.id,
    askedAt: now
  });
}
function takeCover(settings, actor, id, now) {
  if (actor.kind !== "staff")
    return notStaffRefusal(actor);
  const request = settings.covers.find((one) => one.id === id);
  if (!request || request.over || request.toMs <= now)
    return { refused: "cover-over" };
  if (request.takenBy === actor.id)
    return { next: settings, result: request };
  if (request.takenBy)
    return { refused: "cover-taken", by: request.takenBy };
  if (request.whose === actor.id)
    return { refused: "cover-own" };
  return withChanged(settings, { ...request, takenBy: actor.id, takenAt: now });
}
function undoCover(settings, actor, id, now) {
  if (actor.kind !== "staff")
    return notStaffRefusal(actor);
  const request = settings.covers.find((one) => one.id === id);
  if (!request?.takenBy || request.toMs <= now)
    return { refused: "cover-over" };
  const { whose, fromMs, toMs, asked, askedBy, takenBy } = request;
  if (request.over) {
    const isRepeated = request.over.how === "undone" && request.over.by === actor.id;
    return isRepeated ? { next: settings, result: request } : { refused: "cover-over" };
  }
  if (![whose, askedBy, takenBy].includes(actor.id)) {
    return { refused: "cover-not-yours", people: [.../* @__PURE__ */ new Set([whose, askedBy, takenBy])] };
  }
  const asksAgain = actor.id === takenBy || asked === void 0;
  const undone = withChanged(settings, withEnd(request, { how: "undone", by: actor.id, at: now }, asksAgain));
  if (!asksAgain)
    return undone;
  const { next } = withAdded(undone.next, { whose, fromMs, toMs, askedBy, askedAt: now });
  return { next, result: undone.result };
}
function withdrawCover(settings, actor, id, now) {
  return endRequest(settings, actor, id, now, "withdrawn");
}
function askEveryone(settings, actor, id, now) {
  const update2 = endRequest(settings, actor, id, now, "everyone");
  if (isRefusal(update2) || update2.next === settings)
    return update2;
  const { whose, fromMs, toMs, askedBy } = update2.result;
  return { ...update2, next: withAdded(update2.next, { whose, fromMs, toMs, askedBy, askedAt: now }).next };
}
function endRequest(settings, actor, id, now, how) {
  if (actor.kind !== "staff")
    return notStaffRefusal(actor);
  const request = settings.covers.find((one) => one.id === id);
  if (!request)
    return { refused: "cover-over" };
  if (request.over?.how === how)
    return { next: settings, result: request };
  if (request.over || request.toMs <= now)
    return { refused: "cover-over" };
  if (request.takenBy)
    return { refused: "cover-taken", by: request.takenBy };
  const { whose, askedBy } = request;
  if (![whose, askedBy].includes(actor.id)) {
    return { refused: "cover-not-yours", people: [.../* @__PURE__ */ new Set([whose, askedBy])] };
  }
  return withChanged(settings, withEnd(request, { how, by: actor.id, at: now }));
}
function closePast(settings, now) {
  const covers = settings.covers.filter(({ toMs, told, version: version2 }) => toMs > now - keptForMs || told < version2).map((one) => one.over || one.toMs > now ? one : withNextVersion(withEnd(one, { how: "past", at: now })));
  const isSame = covers.length === settings.covers.length && covers.every((one, at) => one === settings.covers[at]);
  return isSame ? settings : { ...settings, covers };
}
function coverTold(settings, id, version2) {
  const covers = settings.covers.map((one) => one.id === id ? { ...one, told: Math.max(one.told, version2) } : one);
  return { ...settings, covers };
}
var withNextVersion = (request) => ({
  ...request,
  version: request.version + 1
});
var withEnd = (request, over, again = false) => ({
  ...request,
  over: { ...over, ...again ? { again: true } : {} }
});
function withChanged(settings, request) {
  const result = withNextVersion(request);
  const covers = settings.covers.map((one) => one.id === result.id ? result : one);
  return { next: { ...settings, covers }, result };
}
function withAdded(settings, asked) {
  const isTaken = (id2) => settings.covers.some((one) => one.id === id2);
  let id = asked.askedAt;
  while (isTaken(String(id)))
    id += 1;
  const result = { ...asked, id: String(id), version: 1, told: 0 };
  return { next: { ...settings, covers: [...settings.covers, result] }, result };
}
function isOnShift({ rota }, { whose, fromMs, toMs }) {
  return fromMs < toMs && dutiesBetween(rota, fromMs, toMs).some((duty) => duty.member.slackId === whose && duty.fromMs <= fromMs && toMs <= duty.toMs);
}
function notTheirShift({ rota }, { whose, fromMs, toMs }, at) {
  const day = spanOf([localDayOf(rota.timeZone, localDate(rota, fromMs))]);
  const theirs = dutiesBetween(rota, day.fromMs, day.toMs).filter(({ member }) => member.slackId === whose).flatMap((duty) => duty.toMs - duty.fromMs > dayMs ? intersect([duty], day) : [duty]).map((duty) => ({ fromMs: duty.fromMs, toMs: duty.toMs }));
  return { refused: "not-their-shift", whose, fromMs, toMs, theirs, at };
}

// dist/flows/team/cover.js
var keptIn = ({ like, settings }) => (like ?? { settings }).settings;
var ask2 = (ports, actor, asked) => keptIn(ports).change((now) => askCover(now, ports.desk, actor, asked, ports.clock.now()));
var acting = (step) => (ports, actor, id) => keptIn(ports).change((now) => step(now, actor, id, ports.clock.now()));
var take = acting(takeCover);
var undoTake = acting(undoCover);
var withdraw2 = acting(withdrawCover);
var widen = acting(askEveryone);
async function tellCovers(ports) {
  const { alike = [], clock, due, settings } = ports;
  await settings.change((now) => ({ next: closePast(now, clock.now()), result: void 0 }));
  for (const request of (await settings.get()).covers) {
    const { id, told, version: version2 } = request;
    if (told >= version2)
      continue;
    for (const message of coverMessages(request))
      await agree(ports, request, message);
    for (const one of [due, ...alike.map((other) => other.due)])
      await one.put({ job: "poll", id: "shifts", at: clock.now() });
    await settings.change((now) => ({ next: coverTold(now, id, version2), result: void 0 }));
  }
}
async function tellNotAsked(ports, { cover, message }) {
  if (cover?.part !== "asked" || cover.request.over || message?.ts !== void 0)
    return;
  const { desk } = ports;
  const { asked = "", askedBy, id } = cover.request;
  const fill = { asked: nameOf(desk, asked), when: spanAndDayText(desk, cover.request, ports.clock.now()) };
  await announce(ports, `cover-${id}`, say(desk.words, "cover.not-asked", fill), askedBy);
}
async function agree({ clock, panels }, request, { id, part, to }) {
  const { version: version2 } = request;
  const startedAt = clock.now();
  await panels.change(id, (panel) => {
    if (panel && panel.version >= version2)
      return { next: panel, result: void 0 };
    const cover = { request, part };
    const first = { id, format: 1, kind: "cover", startedAt, closed: true, ...to ? { to } : {} };
    return { next: { ...first, ...panel, version: version2, cover }, result: void 0 };
  });
}

// dist/flows/show/private-content.js
async function privateContent(ports, panel, to, isBegun) {
  const cards = await followedCards(ports, panel);
  const waiting = countsAll(panel) ? await ports.cards.countWaiting(countedAt(ports, panel)) : void 0;
  const content = (said2, about) => ({
    panel: said2,
    inPanel: { all: [], open: [] },
    newest: void 0,
    cards: about,
    ...waiting && { waiting }
  });
  await notePeople(ports, panel, cards);
  if (isBegun)
    return content(panel, cards);
  waitForOpening(ports, panel);
  if (panel.kind === "told") {
    const left = await stillToTell(ports, panel, to, cards);
    return left && content(left, cards);
  }
  const said = await toSay(ports, panel, to, cards, waiting);
  return said && content(panel, said);
}
async function notePeople({ panels }, { id, kind }, cards) {
  if (!countsAll({ kind }))
    return;
  const shown = kind === "reminder" ? cards : cards.filter(({ flag: flag3 }) => flag3);
  const ids = shown.map((card) => card.id);
  await panels.change(id, (now) => ({ next: now && quoting(now, ids), result: void 0 }));
}
function waitForOpening({ clock, desk, timings: timings2 }, { kind }) {
  if (kind === "cover" || kind === "notice" || kind === "report" || kind === "shift-end" || kind === "urgent")
    return;
  const now = clock.now();
  const from = openFrom(desk.rota, now);
  if (from !== now)
    throw new Busy(from ?? now + timings2.pollShiftsMs, "The library");
}
var countsAll = ({ kind }) => kind === "shift-start" || kind === "reminder";
var countedAt = ({ clock }, { kind, startedAt }) => kind === "shift-start" ? startedAt : clock.now();
async function followedCards(ports, panel) {
  for (; ; ) {
    const cards = await listedCards(ports, panel);
    const isListed = ({ id }) => panel.lists?.some(({ card }) => card === id) === true;
    const others = panel.kind === "reminder" ? cards.filter((card) => !isListed(card)) : [];
    const fresh2 = others.filter(({ listed }) => !listed?.in.includes(panel.id));
    if (fresh2.length === 0)
      return cards;
    await follow(ports, panel.id, fresh2.map(({ id }) => id));
  }
}
async function listedCards({ cards, clock }, { kind, lists = [] }) {
  if (kind === "shift-start")
    return [...(await cards.waiting(1)).first, ...await cards.flagged()];
  const found = await Promise.all([...new Set(lists.map(({ card }) => card))].map((id) => cards.get(id)));
  const listed = found.filter((card) => card !== void 0);
  if (kind !== "reminder")
    return listed;
  const [first] = await cards.dueUpTo(clock.now(), 1);
  const longest = first && await cards.get(first);
  const others = [...longest ? [longest] : [], ...await cards.toLookAt()];
  return [...listed, ...others.filter(({ id }) => !lists.some(({ card }) => card === id))];
}
async function toSay(ports, panel, to, cards, waiting) {
  const { desk } = ports;
  switch (panel.kind) {
    case "shift-start":
      return isOnShift2(desk, to, ports.clock.now()) && ((waiting?.toBeTold ?? 0) > 0 || cards.some((card) => card.flag !== void 0 && isPatronPost(card))) ? cards : void 0;
    case "rest":
      return cards.some(waitsToBeTold) ? cards : void 0;
    case "reminder":
      return stillLate(ports, panel, to, cards);
    case "handover":
      return someOf(cards.filter(waitsForShift));
    case "idle":
      return someOf(cards.filter((card) => isAskedBy(panel, card, desk)));
    case "shift-end":
      return someOf(cards.filter((card) => isIdleWith(card, to, panel.startedAt)));
    case "flags":
      return someOf(cards.filter(({ flag: flag3 }) => flag3 && leadOfFlag(desk, flag3, ports.clock.now()) === to));
    default:
      return cards;
  }
}
var isOnShift2 = ({ rota }, person, now) => onShift(rota, now).some(({ member }) => member.slackId === person);
var someOf = (cards) => cards.length > 0 ? cards : void 0;
function isAskedBy({ id }, card, desk) {
  const idleInfo = idleInfoOf(desk, card);
  return idleInfo !== void 0 && asksAbout(id, card, idleInfo);
}
async function stillLate(ports, panel, to, cards) {
  const { clock, desk } = ports;
  const now = clock.now();
  const isNew = ({ id }) => panel.lists?.some(({ card }) => card === id) === true;
  const late = cards.filter((card) => isNew(card) && waitsForShift(card));
  if (late.length === 0)
    return void 0;
  const from = earliestReminderAt(desk, to, now);
  if (from !== now)
    throw new Busy(from ?? now + ports.timings.pollShiftsMs, "The rota");
  if (isStillToRemind(desk, now, to))
    return cards;
  const others = peopleToRemind(desk, now, "shift");
  const lateIds = new Set(late.map(({ id }) => id));
  const left = (panel.lists ?? []).filter(({ card }) => lateIds.has(card));
  const joining = left.map(({ card, dueAt }) => ({ card, ...dueAt === void 0 ? {} : { dueAt } }));
  for (const other of others)
    await joinReminder(ports, other, joining);
  return void 0;
}

// dist/flows/show/one-voice.js
var isForAllDesks = ({ kind }) => kind === "shift-start" || kind === "reminder" || kind === "rest" || kind === "handover";
var voiceWaitMs = ({ desk, timings: timings2 }, panel) => isForAllDesks(panel) && (desk.amongSeveral || desk.privateMessages || desk.inPrivate) ? timings2.oneVoiceMs : 0;
async function decideSpeaker(ports, desks, panel, to) {
  if (panel.saidBy || panel.message?.ts !== void 0 || !isForAllDesks(panel))
    return panel;
  const others = (await theirDesks(desks, ports.desk, to)).filter((one) => one.desk.id !== ports.desk.id);
  if (others.length === 0)
    return panel;
  const { clock, desk, panels, persons, timings: timings2 } = ports;
  const now = clock.now();
  const mine = { desk: desk.id, panel: panel.id };
  const isReminder = panel.kind === "reminder";
  const kind = desk.account.practice ? "practising-" : "";
  const what = `${kind}${isReminder ? "reminder" : panel.id}`;
  const everyMs2 = isReminder ? remindEveryMs(desk, to, now) : panel.kind === "rest" ? hourMs : timings2.tellGatherMs;
  const given = await persons.voice(to, what, mine, now, everyMs2);
  const isOver2 = !isSamePanel(given, mine) && await isMuteNow(desks, given);
  const heard = isOver2 ? await persons.voice(to, what, mine, now, everyMs2, given) : given;
  const ready = isSamePanel(heard, mine) ? await readyElsewhere(others, panel, to, mine) : [];
  const standing2 = ready.find(({ isStanding }) => isStanding)?.part;
  const { at, ...saidBy } = standing2 ? await persons.voice(to, what, standing2, now, everyMs2, mine) : heard;
  const speaks = isSamePanel(saidBy, mine);
  const lateSince = Math.max(...(panel.lists ?? []).map(({ dueAt = 0 }) => dueAt));
  if (isReminder && !speaks && lateSince > at + timings2.remindGatherMs)
    throw new Busy(at + everyMs2, "A reminder");
  const taken = speaks ? await Promise.all(ready.map((one) => takeOver2(one, mine))) : [];
  return decided(panels, panel, saidBy, taken.flat());
}
async function decided(panels, panel, saidBy, taken) {
  const next = (known) => {
    if (known.saidBy)
      return known;
    const { parts = [] } = known;
    const all2 = [...parts, ...taken.filter((one) => !parts.some((part) => isSamePanel(part, one)))];
    return { ...known, saidBy, ...all2.length > 0 ? { parts: all2 } : {} };
  };
  const kept2 = await panels.change(panel.id, (known) => {
    const then = next(known ?? panel);
    return { next: known && then, result: then };
  });
  return isRefusal(kept2) ? next(panel) : kept2;
}
async function isMuteNow(desks, { desk, panel }) {
  const there = await desks.now(desk);
  const speaker = await there?.panels.get(panel);
  return !there || !speaker || isMute(there.desk, speaker);
}
async function readyElsewhere(others, panel, to, saidBy) {
  const all2 = others.map((one) => readyAt(one, panel, to, saidBy).catch(undefinedIf(isStorageFault)));
  return (await Promise.all(all2)).filter((one) => one !== void 0);
}
async function readyAt(other, { id, kind }, to, saidBy) {
  const { desk, panels } = other;
  const ready = await (kind === "reminder" ? panels.current({ kind, to }) : panels.get(id));
  if (!ready)
    return void 0;
  const part = { desk: desk.id, panel: ready.id };
  if (ready.saidBy && isSamePanel(ready.saidBy, saidBy))
    return { other, part, isStanding: false };
  if (!isReady(ready))
    return void 0;
  const isBusy = (fault) => fault instanceof Busy;
  if (!await privateContent(other, ready, to, false).catch(undefinedIf(isBusy)))
    return void 0;
  return { other, part, isStanding: await isInSlack(other, ready) };
}
async function takeOver2({ other, part }, saidBy) {
  const taken = await other.panels.change(part.panel, (known) => known && isReady(known) ? { next: { ...known, saidBy }, result: true } : { next: known, result: known?.saidBy !== void 0 && isSamePanel(known.saidBy, saidBy) });
  return taken === true ? [part] : [];
}
var isInSlack = async ({ board }, panel) => panel.message !== void 0 && panel.message.ts === void 0 && await board.find({ panel, inPanel: { all: [], open: [] } }, panel.message) !== void 0;
var isReady = ({ message, purgedAt, saidBy }) => saidBy === void 0 && purgedAt === void 0 && message?.ts === void 0 && !message?.quiet && (message?.begunAt === void 0 || message.lease !== void 0);
async function partsOf(desks, desk, speaker, to) {
  const found = [];
  for (const { there, part } of await storedParts(desks, desk, speaker, to)) {
    const content = await privateContent(there, part, to, true);
    const { cards = [], waiting } = content ?? {};
    if (content)
      found.push({ desk: there.desk, panel: part, cards, waiting });
  }
  return found;
}
async function hasPartsToSay(desks, desk, speaker, to) {
  const isBusy = (fault) => fault instanceof Busy;
  for (const { there, part } of await storedParts(desks, desk, speaker, to)) {
    if (await privateContent(there, part, to, false).catch(undefinedIf(isBusy)))
      return true;
  }
  return false;
}
async function storedParts(desks, desk, { id, parts = [] }, to) {
  const found = [];
  for (const ref of parts) {
    const there = await desks.now(ref.desk);
    const part = there && memberOf(there.desk, to) && await there.panels.get(ref.panel);
    const isSaidHere = part?.saidBy && isSamePanel(part.saidBy, { desk: desk.id, panel: id });
    if (there && part && isSaidHere && part.purgedAt === void 0)
      found.push({ there, part });
  }
  return found;
}

// dist/flows/show/panel.js
async function showPanel(ports, id, desks = noOthers) {
  await record2(ports, id);
  const records = {
    change: (update2) => ports.panels.change(id, update2),
    stale: (panel) => {
      const at = staleFrom(panel);
      const isNews = !panel.message || panel.message.shown < panel.version;
      return at === void 0 ? void 0 : { key: panelKey, at, ...isNews ? {} : { refresh: true } };
    },
    message: ({ message }) => message,
    withMessage: (panel, _key, message) => ({ ...panel, message }),
    isPrivate: ({ to }) => to !== void 0,
    isBlank: ({ purgedAt }) => purgedAt !== void 0
  };
  await withLease(ports, records, (work) => syncPanel(ports, work, desks), async ({ owner: panel, message, mayStillSend }, failure) => {
    if (panel.purgedAt !== void 0 && !panel.erased && isEditRefused(failure)) {
      const blank = { panel, inPanel: { all: [], open: [] } };
      return takeBack(ports, blank, message, panel.version, mayStillSend);
    }
    const isRefused = panel.to !== void 0 && failure instanceof Rejected && !(failure instanceof KeysRefused || failure instanceof MessageRefused);
    if (!isRefused)
      return void 0;
    await tellNotAsked(ports, panel);
    return asQuiet;
  });
}
var asQuiet = (message) => ({ ...message, quiet: true });
async function record2(ports, id) {
  const { panels } = ports;
  const known = await panels.get(id);
  if (!known || known.message)
    return;
  const fresh2 = known.to ? privateMessage(ports, known.to, voiceWaitMs(ports, known)) : await newMessage(ports);
  const message = await foundMessage(ports, id, panelKey) ?? fresh2;
  await panels.change(id, (panel) => ({ next: panel && { message, ...panel }, result: void 0 }));
}
async function syncPanel(ports, work, desks) {
  const { clock, timings: timings2 } = ports;
  const { message, mayStillSend } = work;
  const panel = await drawReport(ports, work.owner);
  if (speakerOf(ports.desk, panel))
    return sayThere(ports, work, desks);
  if (panel.purgedAt !== void 0) {
    const blank = { panel, inPanel: { all: [], open: [] } };
    if (panel.erased) {
      await handOn(ports, desks, panel);
      return eraseMessage(ports, blank, message, panel.version, mayStillSend);
    }
    if (message.quiet)
      return takeBack(ports, blank, message, panel.version, mayStillSend);
    const standing2 = message.ts ?? (await ports.board.find(blank, message))?.ts;
    if (standing2 === void 0)
      return asQuiet;
    const { ts: ts2 } = await syncMessage(ports, blank, { ...message, ts: standing2 }, mayStillSend);
    return (now) => ({ ...omit(now, "changesAt", "refreshAt"), ts: ts2, shown: panel.version });
  }
  const content = await contentOf3(ports, { ...work, owner: panel }, desks);
  if (!content)
    return asQuiet;
  if ("panel" in content && speakerOf(ports.desk, content.panel))
    return sayThere(ports, { ...work, owner: content.panel }, desks);
  const { ts, changesAt, picturesRefused } = await syncMessage(ports, content, message, mayStillSend);
  if (picturesRefused)
    await noteRefusedPictures(ports, panel.id);
  const isCalm = panel.to !== void 0 && panel.kind !== "rest" || panel.kind === "cover";
  const slotAt = clock.now() + (isCalm ? 0 : timings2.panelEveryMs);
  return (now) => ({ ...withRefresh(now, changesAt), ts, slotAt, shown: panel.version });
}
async function sayThere(ports, { owner: panel, message }, desks) {
  const speaker = speakerOf(ports.desk, panel);
  const isOver2 = panel.purgedAt !== void 0;
  const stands = message.shown === 0 && !isOver2 && await isInSlack(ports, panel);
  if (stands)
    await speakFor(ports, panel, { desk: ports.desk.id, panel: panel.id });
  if (!stands)
    await handOn(ports, desks, panel);
  const isSaid = speaker === void 0 || await tellSpeaker(ports, desks, panel, speaker);
  if (stands)
    return (now) => ({ ...now, shown: 0 });
  if (isSaid || isOver2)
    return (now) => ({ ...now, shown: panel.version, ...isOver2 ? { quiet: true } : {} });
  await speakFor(ports, panel, void 0);
  return asUnsaid;
}
var asUnsaid = (message) => ({ ...omit(message, "begunAt", "changesAt", "refreshAt"), shown: 0 });
var speakFor = ({ panels }, { id }, saidBy) => panels.change(id, (panel) => ({
  next: panel && { ...omit(panel, "saidBy"), ...saidBy ? { saidBy } : {} },
  result: void 0
}));
var isForNobody = (desk, { kind }, to) => kind !== "reminder" && isGone(desk, to);
async function contentOf3(ports, { owner: panel, message }, desks) {
  const { cards } = ports;
  if (panel.to && message.begunAt === void 0 && isForNobody(ports.desk, panel, panel.to)) {
    await tellNotAsked(ports, panel);
    return void 0;
  }
  if (panel.to)
    return contentForOne(ports, panel, panel.to, message.begunAt !== void 0, desks);
  return sharedContent(cards, panel);
}
async function contentForOne(ports, panel, to, isBegun, desks) {
  const left = await privateContent(ports, panel, to, isBegun);
  const own = left ?? (await hasPartsToSay(desks, ports.desk, panel, to) && await privateContent(ports, panel, to, true));
  if (!own)
    return void 0;
  const decided2 = await decideSpeaker(ports, desks, panel, to);
  const { parts, saidBy } = decided2;
  const said = "panel" in own && saidBy ? { ...own, panel: { ...own.panel, saidBy } } : own;
  return parts ? { ...said, parts: await partsOf(desks, ports.desk, decided2, to) } : said;
}
var mostNamed = 3;
var lookedAt = 20;
async function sharedContent(cards, panel) {
  const inPanel = await cards.inPanel(panel.id);
  const newest = inPanel.open.at(-1);
  if (panel.kind === "fold")
    return { panel, inPanel, newest: newest && await cards.get(newest) };
  if (panel.kind !== "digest")
    return { panel, inPanel };
  const found = await Promise.all(inPanel.open.slice(0, lookedAt).map((id) => cards.get(id)));
  const people = found.flatMap((card) => card?.state === "open" ? card.patron : []);
  return { panel, inPanel, named: people.filter(({ automated }) => !automated).slice(0, mostNamed) };
}

// dist/flows/team/colleagues.js
var mostAtOnce2 = 50;
var mostLeft = 200;
async function watchColleagues(ports) {
  const { clock, snapshots, desk, due, timings: timings2, turn } = ports;
  const at = clock.now();
  const again = (ms) => due.put({ job: "poll", id: "colleagues", at: nextPollAt(clock.now(), ms, "colleagues", turn) });
  try {
    const { channel, ids } = await ports.board.members();
    await snapshots.save("channel", channel, at);
    const known = new Map(((await snapshots.get("colleagues"))?.value ?? []).map((one) => [one.id, one]));
    const wasGone = [...known.values()].filter(hasLeft).map(({ id }) => id);
    const isMoreLeft = await readSome(ports, ids, known, at);
    await followGone(ports, wasGone);
    await again(isMoreLeft ? timings2.nextColleaguesMs : timings2.pollColleaguesMs);
  } catch (fault) {
    if (!(fault instanceof Rejected) || desk.membership === "channel")
      throw fault;
    await again(timings2.pollColleaguesMs);
  }
}
async function readSome({ board, snapshots, timings: timings2 }, ids, known, at) {
  const readAt = (id) => known.get(id)?.readAt ?? 0;
  const next = ids.toSorted((a, b) => readAt(a) - readAt(b)).slice(0, mostAtOnce2);
  try {
    for (const id of next) {
      const read = await board.colleague(id) ?? nobody(id);
      known.set(id, { ...read, readAt: at });
    }
  } finally {
    const members = ids.flatMap((id) => known.get(id) ?? []).map(({ left: _back, ...one }) => one);
    const left = [...known.values()].filter(({ id, bot }) => !ids.includes(id) && !bot).slice(-mostLeft);
    await snapshots.save("colleagues", [...members, ...left.map((one) => ({ ...one, left: true }))], at);
  }
  return ids.some((id) => readAt(id) <= at - timings2.pollColleaguesMs);
}
var hasLeft = ({ left, deactivated }) => left === true || deactivated;
async function followGone(ports, wasGone) {
  const { cards, clock, due, snapshots } = ports;
  const colleagues = (await snapshots.get("colleagues"))?.value ?? [];
  const desk = withStaff(ports.desk, colleagues);
  for (const { id } of colleagues.filter(hasLeft)) {
    if (memberOf(desk, id) && wasGone.includes(id))
      continue;
    for (const card of await cards.heldBy(id))
      await giveBack(ports, card.id, id, clock.now());
  }
  if (colleagues.some(hasLeft))
    await due.put({ job: "poll", id: "shifts", at: clock.now() });
  if (desk.inPrivate)
    return;
  const gone = goneFallback(desk);
  const lead = gone && leadToAsk(desk, clock.now());
  if (!lead)
    return;
  const said = say(desk.words, "finding.fallback", { name: nameOf(desk, gone), lead: nameOf(desk, lead) });
  await announce(ports, `fallback-${gone}`, said, lead);
}
var nobody = (id) => ({ id, name: id, guest: true, deactivated: true });
async function readColleaguesNow({ clock, desk, due }) {
  await due.put({ job: "poll", id: "colleagues", at: clock.now() });
  if (desk.inPrivate)
    await due.put({ job: "poll", id: "private-messages", at: clock.now() });
}
async function personChanged(ports, now) {
  const copy = await ports.snapshots.get("colleagues");
  const known = copy?.value.find(({ id }) => id === now.id);
  const isNews = known && (known.name !== now.name || known.guest !== now.guest || known.deactivated !== now.deactivated || known.email !== now.email);
  if (!copy || !isNews)
    return;
  const news = { ...omit(known, "email"), ...now, readAt: 0 };
  const people = copy.value.map((one) => one.id === now.id ? news : one);
  await ports.snapshots.save("colleagues", people, copy.at);
  await readColleaguesNow(ports);
}

// dist/flows/team/pause.js
var mostOfReason = 300;
var pauseReason = (written) => quote(written, mostOfReason);
async function pause({ clock, settings }, actor, reason) {
  if (actor.kind !== "staff")
    return notStaffRefusal(actor);
  const mine = { by: actor.id, at: clock.now(), reason: pauseReason(reason) };
  return settings.change((now) => {
    if (now.pause)
      return { next: now, result: { pause: now.pause, begun: false } };
    const pausesToTell = [...now.pausesToTell ?? [], { pause: mine }];
    return { next: { ...now, pause: mine, pausesToTell }, result: { pause: mine, begun: true } };
  });
}
async function resume({ clock, settings }, actor) {
  if (actor.kind !== "staff")
    return notStaffRefusal(actor);
  if (!actor.lead)
    return { refused: "lead-only" };
  const ended = { by: actor.id, at: clock.now() };
  return settings.change((now) => {
    const { pause: pause2, ...rest } = now;
    if (!pause2)
      return { next: now, result: { ended: void 0 } };
    const pausesToTell = [...now.pausesToTell ?? [], { pause: pause2, ended }];
    return { next: { ...rest, pausesToTell }, result: { ended: pause2 } };
  });
}
async function tellPauses(ports) {
  const { pausesToTell = [] } = await ports.settings.get();
  for (const one of pausesToTell) {
    const key = `${one.ended ? "resumed" : "paused"}-${one.pause.at}`;
    for (const side of [ports, ports.inPrivate])
      if (side)
        await announce(side, key, pauseText(ports, one));
  }
  const isTold = (one) => pausesToTell.some(({ pause: pause2, ended }) => pause2.at === one.pause.at && ended?.at === one.ended?.at);
  await ports.settings.change(({ pausesToTell: known = [], ...rest }) => {
    const left = known.filter((one) => !isTold(one));
    return { next: left.length > 0 ? { ...rest, pausesToTell: left } : rest, result: void 0 };
  });
}
function pauseText(ports, { pause: pause2, ended }) {
  const { clock, desk } = ports;
  if (!ended)
    return say(desk.words, "command.paused", { ...pauseFill(ports, pause2), lead: leadOf(desk) });
  const fill = { name: nameOf(desk, ended.by), time: momentText(desk, ended.at, clock.now()) };
  return say(desk.words, "command.resumed", fill);
}
var pauseFill = ({ clock, desk }, { by, at, reason }) => ({
  name: nameOf(desk, by),
  time: momentText(desk, at, clock.now()),
  reason
});

// dist/flows/team/rota.js
var backMs = 15 * dayMs;
var aheadMs = 75 * dayMs;
async function watchRota(ports) {
  const { clock, snapshots, desk, due, feed, timings: timings2, turn } = ports;
  const now = clock.now();
  const again = (ms) => due.put({ job: "poll", id: "rota", at: nextPollAt(now, ms, "rota", turn) });
  if (!feed)
    return again(timings2.pollOutlookMs);
  const isStaffKnown = desk.membership === "list" || await snapshots.get("colleagues") !== void 0;
  if (!isStaffKnown)
    return again(timings2.readRetryMs);
  const last = await snapshots.get("dated");
  try {
    const { shifts, problems } = await feed.read(desk.rota, { fromMs: now - backMs, toMs: now + aheadMs });
    await snapshots.save("dated", shifts, now);
    await lookWorked(ports, "rota");
    await tellFindings(ports, problems.map((problem) => feedFinding(desk, problem)));
  } catch (fault) {
    if (!(fault instanceof FeedDown))
      throw fault;
    const afterMs = last ? timings2.rotaStaleMs : 0;
    const good = { lastGoodAt: last?.at, afterMs, failingMs: afterMs };
    await lookFailed(ports, "rota", { reason: "refused", detail: fault.why }, good);
    return again(timings2.rotaRetryMs);
  }
  await again(timings2.pollRotaMs);
}

// dist/flows/tell/outages.js
async function tellOutages(ports) {
  const { clock, desk, settings } = ports;
  const leadAt = openFrom(desk.rota, clock.now());
  await settings.change((now) => ({ next: stepOutages(now, clock.now(), leadAt), result: void 0 }));
  const { outages = {} } = await settings.get();
  for (const subject of outageSubjects) {
    const outage = outages[subject];
    if (!outage || outage.told >= outage.version && !isLeadDue(outage, clock.now()))
      continue;
    await sayInChannel(ports, subject, outage);
    const lead = leadOf2(ports, outage);
    if (lead.lead) {
      const text = outageLine(desk, subject, outage, clock.now(), ports.feed?.where);
      await announceNow(ports, keyOf(subject, outage), text, outage.version, lead.lead);
    }
    await settings.change((now) => ({
      next: outageTold(now, subject, outage, lead),
      result: void 0
    }));
  }
}
var keyOf = (subject, { from }) => `outage-${subject}-${from}`;
async function sayInChannel(ports, subject, outage) {
  if (subject === "channel" || subject === "private-channel")
    return;
  const { clock, desk, feed } = ports;
  const isSaidAtOnce = subject === "network" || subject === "rota";
  const lasts = outage.until === void 0;
  if (isSaidAtOnce && (lasts || outage.told > 0)) {
    const line2 = outageLine(desk, subject, outage, clock.now(), feed?.where);
    await announceNow(ports, keyOf(subject, outage), line2, outage.version);
  }
  if (!lasts || isSaidAtOnce && outage.backAt !== void 0) {
    const line2 = outageOverLine(desk, subject, outage, clock.now(), feed?.where);
    await announceNow(ports, `${keyOf(subject, outage)}-over`, line2, outage.version);
  }
}
var isLeadDue = ({ lead, leadAt, until }, now) => !lead && until === void 0 && leadAt !== void 0 && leadAt <= now;
function leadOf2({ clock, desk }, outage) {
  const { lead, leadAt } = outage;
  const now = clock.now();
  if (lead)
    return { lead };
  if (!isLeadDue(outage, now))
    return leadAt === void 0 ? {} : { leadAt };
  const openAt = openFrom(desk.rota, now);
  const person = leadToTell(desk, now);
  if (openAt === void 0 || !person)
    return {};
  return openAt > now ? { leadAt: openAt } : { lead: person };
}
function leadToTell({ rota }, now) {
  const leads = rota.staff.filter((member) => member.lead).map(({ slackId }) => slackId);
  const present = onShift(rota, now).map(({ member }) => member.slackId);
  const one = leads.find((id) => present.includes(id)) ?? leads[0];
  return one === void 0 ? void 0 : slackUserId(one);
}

// dist/queue/worker.js
var flows = {
  show: (ports, id) => show(ports, cardId(id)),
  after: (ports, id) => followUp(ports, cardId(id)),
  views: (ports, id, desks) => showOpenViews(ports, cardId(id), desks),
  send: (ports, id) => deliver(ports, cardId(id)),
  settle: (ports, id) => resolveUnknown(ports, cardId(id)),
  wake: (ports, id) => wake(ports, cardId(id)),
  expire: (ports, id) => expire(ports, cardId(id)),
  panel: (ports, id, desks) => showPanel(ports, panelId(id), desks),
  covers: (ports) => tellCovers(ports),
  pauses: async (ports, _id, desks) => {
    await showPauseInViews(ports, desks);
    if (ports.inPrivate)
      await showPauseInViews(ports.inPrivate, desks);
    await tellPauses(ports);
  },
  outages: (ports) => tellOutages(ports),
  report: (ports) => reportWeekly(ports),
  remind: (ports, id) => remind(ports, cardId(id)),
  idle: (ports, id) => askIfIdle(ports, cardId(id)),
  close: (ports, id) => closeList(ports, panelId(id)),
  home: (ports, _id, desks) => showHomes(ports, desks),
  recover: (ports) => recover(ports),
  adopt: (ports, id) => adopt(ports, id),
  purge: (ports, id) => purge(ports, cardId(id)),
  "purge-panel": (ports, id) => purgePanel(ports, panelId(id)),
  screen: (ports, id) => clearScreen(ports, id),
  forget: (ports, id) => forget(ports, accountId(id)),
  outcomes: lookAtOutcomes
};
var watchers = {
  mentions: (ports) => watch(ports, "mentions"),
  followers: (ports) => watch(ports, "followers"),
  "own-posts": (ports) => watch(ports, "own-posts"),
  recheck: (ports) => watch(ports, "recheck"),
  "private-messages": (ports) => watch(ports, "private-messages"),
  colleagues: watchColleagues,
  rota: watchRota,
  outlook: watchOutlook,
  shifts: watchShifts,
  keeping: watchKeeping
};
var concurrency = 64;
function createWorker(options4) {
  const { connection: connection2, prefix, desks, timings: timings2, log, pollDone } = options4;
  const { isKnownIncident = () => false, jobDone = () => {
  } } = options4;
  const failing = /* @__PURE__ */ new Map();
  const nameOf2 = (desk, poll) => `${desk}/${poll}`;
  const endedWell = (desk, poll) => {
    failing.delete(nameOf2(desk, poll));
    pollDone(desk, poll);
  };
  function isRepeated({ data: { desk, id } }, { message }) {
    const before = failing.get(nameOf2(desk, id)) ?? /* @__PURE__ */ new Set();
    failing.set(nameOf2(desk, id), /* @__PURE__ */ new Set([...before, message]));
    return before.has(message);
  }
  const worker = new Worker(queueName, (job) => run(job, desks, endedWell), {
    connection: connection2,
    prefix: queuePrefix(prefix),
    concurrency,
    autorun: false,
    skipVersionCheck: true,
    lockDuration: timings2.jobLockMs,
    stalledInterval: timings2.jobStalledMs,
    maxStalledCount: 1e3
  });
  worker.on("completed", (job) => {
    jobDone(job.data.desk);
    log.debug({ job: job.name, ...job.data }, "job done");
  });
  worker.on("failed", (job, error) => {
    if (job)
      jobDone(job.data.desk);
    const isOld = job?.name === "poll" && isRepeated(job, error);
    if (!isKnownIncident(error, job?.data.desk) && !isOld) {
      log.error({ job: job?.name, ...job?.data, error: error.message }, "job failed");
    }
  });
  worker.on("error", (error) => {
    if (!isKnownIncident(error))
      log.warn({ error: error.message }, "worker");
  });
  return worker;
}
var repeatable2 = [
  "poll",
  "after",
  "views",
  "pauses",
  "outages",
  "report",
  "settle",
  "home",
  "remind",
  "idle",
  "close",
  "recover",
  "adopt",
  "purge",
  "purge-panel",
  "screen",
  "forget",
  "outcomes"
];
async function run(job, desks, pollDone) {
  const { desk, id } = payload.parse(job.data);
  const ports = await desks.now(desk);
  if (!ports)
    throw new Error(`Job for desk '${desk}', which this process does not serve.`);
  const name = job.name;
  const poll = polls.find((one) => one === id);
  if (name === "poll" && !poll)
    throw new Error(`No poll '${id}'. There are: ${polls.join(", ")}.`);
  try {
    if (name !== "poll")
      await flows[name](ports, id, desks);
    else if (poll)
      await watchers[poll](ports);
  } catch (fault) {
    const { clock, due, timings: timings2 } = ports;
    if (fault instanceof Busy)
      return due.postpone({ job: name, id, at: fault.retryAt });
    if (repeatable2.includes(name))
      await due.postpone({ job: name, id, at: clock.now() + timings2.readRetryMs });
    throw fault;
  }
  if (poll)
    pollDone(desk, poll);
}

// dist/slack/listeners/listen.js
import { WebAPIPlatformError as WebAPIPlatformError2 } from "@slack/web-api";

// dist/slack/connect/route-presses.js
function routePresses(app) {
  const named = /* @__PURE__ */ new Map();
  const alike = [];
  const listenerOf = (id) => named.get(id) ?? alike.find(([pattern]) => pattern.test(id))?.[1];
  app.use(async (args) => {
    if (!isPress(args))
      return args.next();
    const id = args.action?.action_id;
    if (typeof id === "string")
      await listenerOf(id)?.(args);
  });
  app.action = (id, listener) => {
    if (typeof id === "string")
      named.set(id, listener);
    else
      alike.push([id, listener]);
  };
}
var isPress = (args) => "type" in args.body && args.body.type === "block_actions";

// dist/flows/answer/follow-back.js
var followsByApi = ({ desk, network }) => network.follow !== void 0 && desk.network.byApi[desk.account.plan].followBack;
async function followBack(ports, id, actor) {
  const { cards, clock, desk, network, timings: timings2 } = ports;
  if (!desk.greetings.followBack || !followsByApi(ports))
    return { refused: "gone" };
  const notFrozen = stopwatch(clock, timings2.freezeMs);
  const begun = await cards.change(id, (card, { pause: pause2, unread }) => {
    if (!card || unread || !isFollow(card))
      return { refused: "gone" };
    const refusal = refusalFor(card, { do: "follow-back" }, actor, clock.now());
    if (refusal)
      return refusal;
    if (card.patron.weFollow || actor.kind !== "staff")
      return { next: card, result: card };
    if (pause2)
      return { refused: "paused", ...pause2 };
    const next = withFollowBegun(card, actor.id, clock.now());
    return { next, result: next };
  });
  if (isRefusal(begun) || begun.patron.weFollow || !begun.followBack)
    return begun;
  try {
    await network.follow?.(begun.patron.id, notFrozen, `${id}.follow.${begun.followBack.begunAt}`);
  } catch (fault) {
    if (!isRemoteFault(fault))
      throw fault;
    return { refused: "not-followed" };
  }
  const done = await act(ports, id, { do: "follow-back" }, actor);
  return isRefusal(done) ? done : done.card;
}

// dist/flows/answer/surroundings.js
async function surroundingsOf(ports, card) {
  const hello = helloOf(card);
  const [others = [], scarce, greets] = await Promise.all([
    cardsOf(ports, card.patron.id, card.id).catch(undefinedIf(isStorageFault)),
    scarceBudget(ports),
    hello && peopleToGreet(ports, hello).catch(undefinedIf(isStorageFault))
  ]);
  return { others, ...scarce ? { scarce } : {}, ...greets ? { greets } : {} };
}
async function scarceBudget(ports) {
  const uses = await budgetUses(ports).catch(undefinedIf(isStorageFault));
  return uses && scarcestBudget(uses);
}

// dist/slack/parts/earlier.js
var SHOWN = 4;
var MAX_LINE = 150;
function earlierBlocks(others, beforeMs, desk, now) {
  const all2 = others.flatMap((card) => [
    ...card.acts.filter((act2) => act2.kind === "mention" && !act2.gone && (act2.text !== "" || act2.media.length > 0)).map((act2) => ({ at: act2.at, card, act: act2 })),
    ...card.answers.filter(({ text }) => text !== "").map((answer2) => ({ at: answer2.at, card, answer: answer2 }))
  ]);
  const shown = all2.filter(({ at }) => at < beforeMs).sort((a, b) => a.at - b.at).slice(-SHOWN);
  if (shown.length === 0)
    return [];
  return [
    rich(line(say(desk.words, "editor.earlier")), ...shown.map(({ at, card, ...one }) => "act" in one ? otherPostLine(one.act, at, card, desk, now) : otherAnswerLine(card, one.answer, at, desk, now)))
  ];
}
function otherPostLine(act2, at, { patron }, desk, now) {
  const lead = say(desk.words, "card.said", { time: momentText(desk, at, now), name: shownName(patron) });
  return line(lead, shortText(act2, desk, MAX_LINE), oursBehind(act2, desk));
}
function otherAnswerLine(card, answer2, at, desk, now) {
  const name = nameOf(desk, writerOf(answer2) ?? "");
  const lead = say(desk.words, "card.said-by-us", { time: momentText(desk, at, now), name });
  return line(lead, quote(answerText(card, answer2), MAX_LINE));
}

// dist/slack/editor/editor-above.js
function aboveInput({ card, desk, by, now, context, draft, opening = "" }) {
  const refusal = refusalToWrite(card, desk, by, now);
  const keptByOthers = card.keptWords.filter((one) => one.by !== by);
  return {
    news: refusal ? [rich(line(refusalSentence(desk, refusal, now)))] : pauseBlocks(desk, now),
    patron: [...patronBlocks(card, desk, now, { context }), ...pictureBlocks(card, newestAct(card), desk)],
    around: [
      ...deskNotes(desk, now),
      ...noticeBlocks(card, desk, by, now),
      ...signInBlocks(card, desk, by, now),
      ...noteBlocks(card, desk, now),
      ...keptWords(refusal ? { ...card, keptWords: keptByOthers } : card, desk, now),
      ...priceBlocks(card, desk, draft ?? card.draft?.text ?? opening),
      ...bytesBlocks(desk, draft ?? card.draft?.text ?? opening)
    ]
  };
}
function aboveId({ card, ...rest }) {
  const keptByOthers = card.keptWords.filter(({ by }) => by !== rest.by);
  return `above-${digest(JSON.stringify(aboveInput({ ...rest, context: void 0, card: { ...card, keptWords: keptByOthers } })))}`;
}
var greetsId = (greets) => `greets-${digest(greets.map(({ id }) => id).join(" "))}`;
function refusalToWrite(card, desk, by, now) {
  const refusal = refusalFor(card, { do: "save-draft" }, actorFor(desk, by), now);
  return refusal?.refused === "nobody-answers" ? void 0 : refusal;
}
function signInBlocks(card, desk, by, now) {
  if (reachOf(card, desk) === "api")
    return [];
  const refusal = refusalFor(card, { do: "hand-off" }, actorFor(desk, by), now);
  return refusal?.refused === "no-sign-in" ? [rich(line(refusalSentence(desk, refusal, now)))] : [];
}
function priceBlocks(card, desk, words2) {
  const isPriced = reachOf(card, desk) === "api" && !desk.inPrivate;
  const price = isPriced ? desk.network.prices?.createWithLink : void 0;
  const isOurs = linksIn(words2, desk.checks.ours).some(({ ours }) => ours);
  return price !== void 0 && isOurs ? [note(say(desk.words, "check.price", { price: usd(price) }))] : [];
}
function bytesBlocks({ account, network, words: words2 }, text) {
  const { bytes: most3 } = network.characters;
  const binds = most3 !== void 0 && isBoundByBytes(weighLength(text, network, account.longPosts));
  return binds ? [note(say(words2, "editor.bytes", { most: most3 }))] : [];
}
function noticeBlocks(card, desk, by, now) {
  const why = noticeSentence(desk, card, now);
  const { notice, reply, patron } = card;
  if (why === void 0 || notice?.kind === "paused" && desk.pause)
    return [];
  if (notice?.kind === "rejected" && notice.reason === "private-closed")
    return [rich(line(why)), ...inPublicInstead(card, desk)];
  const notSummoned = hasHandOff(desk) && notice?.kind === "rejected" && notice.reason === "not-summoned";
  if (!notSummoned || !reply?.replyTo || refusalFor(card, { do: "hand-off" }, actorFor(desk, by), now)) {
    return [rich(line(why))];
  }
  const fill = { first: firstOf(patron), account: desk.account.handle };
  return [
    rich(line(say(desk.words, "editor.finish-in-x", fill)), quoted(reply.text)),
    ...actions(openInXButton(card, desk, reply.replyTo, reply.text))
  ];
}
function inPublicInstead({ patron }, desk) {
  const { words: words2 } = desk;
  const there = link(newPostUrl(desk, `@${patron.handle} `), say(words2, "private.in-public"));
  return [rich(line(there)), note(say(words2, "private.in-public-hint", { first: firstOf(patron) }))];
}
function digest(words2) {
  let hash = 2166136261;
  for (const char of words2)
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16777619) >>> 0;
  return hash.toString(36);
}

// dist/slack/editor/editor.js
var MAX_INPUT = 2800;
var MAX_OPENING = 500;
function editorView(editing) {
  const { card, desk, by, opening, now, found, looked, others = [], scarce, greets } = editing;
  const checks = isReviewer(card, by);
  const { news, patron, around } = aboveInput(editing);
  return {
    ...modal({
      callbackId: callbackIds.editor,
      ref: refTo(card, desk, encodeWriting({ opening: cut(opening, MAX_OPENING), shownPost: replyTarget(card) })),
      desk,
      ...titleOf(card, desk, checks),
      submit: asksForCheck(card, desk, by, now) ? "editor.ask" : "editor.send",
      close: checks ? "draft.close" : "editor.keep",
      blocks: [
        ...news,
        ...earlierBlocks(others, newestAct(card).at, desk, now),
        ...patron,
        ...greets ? [{ ...greetsBlock(greets, desk, editing.showsAll), block_id: greetsId(greets) }] : [],
        ...scarceBlocks(card, desk, scarce),
        ...around,
        { type: "actions", block_id: aboveId(editing), elements: editorButtons(editing, checks) },
        ...looked ? lookedBlocks(looked, desk) : [],
        ...found ? [note(found)] : [],
        ...desk.inPrivate ? [rich(line(say(desk.words, "private.ends-with")), quoted(policyLineOf(desk)))] : [],
        input(editing)
      ]
    }),
    notify_on_close: true
  };
}
var lookedBlocks = ({ words: words2, found }, desk) => [
  rich(...words2 ? [line(say(desk.words, "look-over.words")), quoted(words2)] : [], bullets(found.map((one) => line(one))))
];
var isReviewer = (card, by) => card.state === "in-review" && card.review?.reviewer === by;
function asksForCheck(card, desk, by, now) {
  return refusalFor(omit(card, "flag"), { do: "approve" }, actorFor(desk, by), now)?.refused === "trainee";
}
function titleOf(card, desk, checks) {
  if (checks)
    return { title: "editor.check-title", about: nameOf(desk, card.holder?.id ?? "") };
  if (isHello(card))
    return { title: "editor.hello-title" };
  const title = isFollow(card) ? "editor.greet-title" : "editor.title";
  return { title, about: firstOf(card.patron) };
}
function editorButtons({ card, desk, greets = [], showsAll }, checks) {
  const ref = refTo(card, desk);
  return [
    button({ id: actionIds.tryOut, label: say(desk.words, "button.look-over"), ref }),
    ...checks || isHello(card) ? [] : [otherStarters(card, desk)],
    ...isGreetsCut(greets) && !showsAll ? [seeAllButton(card, greets, desk)] : [],
    ...checks ? [
      button({
        id: moreActionId("send-back"),
        label: optionLabel("send-back", desk),
        ref: refTo(card, desk, "send-back")
      })
    ] : []
  ];
}
function otherStarters(card, desk) {
  return {
    type: "static_select",
    action_id: actionIds.starters,
    placeholder: plain(say(desk.words, "editor.other-starters"), slackRoom.placeholder),
    options: allStarters(isFollow(card) ? "greeting" : "answer", desk).map(({ id, label }) => ({
      text: plain(label, slackRoom.option),
      value: id
    }))
  };
}
function input({ card, desk, by, opening, draft, block, now }) {
  const words2 = draft ?? card.draft?.text ?? opening;
  return {
    type: "input",
    block_id: block ?? `words-${digest(words2)}`,
    label: plain(say(desk.words, "editor.label"), slackRoom.line),
    hint: plain(hint(card, desk, by, now), slackRoom.line),
    dispatch_action: true,
    element: {
      type: "plain_text_input",
      action_id: actionIds.words,
      multiline: true,
      focus_on_load: true,
      initial_value: cut(words2, MAX_INPUT),
      max_length: MAX_INPUT,
      dispatch_action_config: { trigger_actions_on: ["on_character_entered"] },
      ...isHello(card) ? { placeholder: plain(say(desk.words, "editor.hello-example"), slackRoom.placeholder) } : {}
    }
  };
}
function hint(card, desk, by, now) {
  const writer = memberOf(desk, card.lostBy?.from === by ? by : card.holder?.id ?? by);
  const usual = usualHint(card, desk, by, writer?.signature, now);
  if (!writer?.shared)
    return usual;
  return `${usual} ${say(desk.words, "editor.sign-by-hand", { example: exampleSignature(desk) })}`;
}
function usualHint(card, desk, by, signature, now) {
  if (asksForCheck(card, desk, by, now))
    return say(desk.words, "editor.trainee-hint");
  if (reachOf(card, desk) === "hand-off") {
    return say(desk.words, "editor.hand-hint", {
      most: mostCharacters(desk.network, desk.account.longPosts)
    });
  }
  const most3 = desk.inPrivate ? Math.min(MAX_INPUT, desk.network.characters.inPrivate) : mostCharacters(desk.network, desk.account.longPosts);
  const fill = { most: most3, seconds: Math.round(desk.send.undoMs / 1e3) };
  const [signed, unsigned2] = desk.inPrivate ? ["private.hint", "private.hint-unsigned"] : ["editor.hint", "editor.hint-unsigned"];
  return signature ? say(desk.words, signed, { ...fill, signature }) : say(desk.words, unsigned2, fill);
}
function wordsIn2(values) {
  for (const [block, inputs] of Object.entries(values)) {
    const typed = inputs[actionIds.words];
    if (typed)
      return { block, text: typed.value ?? "" };
  }
  return void 0;
}

// dist/slack/editor/greet-view.js
var SHOWN_POSTS = 5;
var MAX_POST = 400;
var readingView = ({ card, desk, ...about }) => greetModal({ card, desk, ...about }, [
  rich(line(say(desk.words, "greet.reading", { first: firstOf(card.patron) })))
]);
var greetFailedView = (about) => greetModal(about, [rich(line(say(about.desk.words, "greet.failed")))]);
function greetView({ posts, reach, scarce, ...about }) {
  const { card, desk, now } = about;
  const { words: words2 } = desk;
  if (posts.length === 0)
    return nothingToAnswer(about);
  const pick = reach === "api" ? say(words2, "greet.pick-here") : say(words2, "greet.pick", { account: desk.account.handle });
  return greetModal(about, [
    ...pauseBlocks(desk, now),
    rich(line(pick)),
    ...noteBlocks(card, desk, now),
    ...scarceReadBlocks(posts.length, desk, scarce),
    ...posts.slice(0, SHOWN_POSTS).flatMap((post2) => [
      rich(...contextLines(post2, card.patron.id, { desk, isShown: () => false, max: MAX_POST }), ...postLines(post2, desk, now, MAX_POST), line(ageText(desk, post2.at, now))),
      ...post2.closed ? cannotReply(card, desk) : answerButtons(card, desk, post2, reach)
    ])
  ]);
}
var cannotReply = (card, desk) => [
  note(say(desk.words, "greet.closed", { first: firstOf(card.patron) }))
];
function answerButtons(card, desk, post2, reach) {
  if (!isLegal(reach === "api" ? "claim" : "hand-off", card.state))
    return [];
  const ref = refTo(card, desk, post2.id);
  const first = givenName(card.patron.name, card.patron.handle);
  const plain2 = say(desk.words, reach === "api" ? "button.answer-this" : "button.open-in-x");
  const ways = [{ id: "greet", label: plain2 }, ...startersFor("greeting", post2.text, desk)];
  return actions(...ways.map(({ id, label }) => reach === "api" ? button({ id: greetHereId(id), label, ref }) : button({
    id: openInXId(id),
    label,
    ref,
    url: replyUrl(desk, post2.id, openingText(id, first, desk))
  })));
}
function nothingToAnswer(about) {
  const { card, desk } = about;
  const nothing = card.patron.protected ? "greet.protected" : "greet.nothing";
  const skip = button({ id: actionIds.skip, label: say(desk.words, "button.skip"), ref: refTo(card, desk) });
  return greetModal(about, [
    rich(line(say(desk.words, nothing, { first: firstOf(card.patron) }))),
    ...isLegal("dismiss", card.state) ? actions(skip) : []
  ]);
}
function greetModal({ card, desk, followsByApi: followsByApi2 = false, now }, blocks2) {
  const about = aboutLine(card.patron, desk);
  return {
    ...modal({
      callbackId: callbackIds.greet,
      ref: refTo(card, desk),
      desk,
      title: "greet.title",
      about: firstOf(card.patron),
      close: "greet.close",
      blocks: [
        ...nameBlocks(card.patron, desk),
        ...about ? [rich(about)] : [],
        ...blocks2,
        ...followBackBlocks(card, desk, followsByApi2, now)
      ]
    }),
    notify_on_close: true
  };
}

// dist/slack/screens/linked-view.js
var linkedView = (card, desk, now) => modal({
  callbackId: callbackIds.waiting,
  desk,
  title: "waiting.modal-title",
  close: "draft.close",
  blocks: [...linkedBlocks(card, desk, now), ...actions(openThere(card, desk))]
});

// dist/slack/listeners/answering.js
async function answer(press, starter) {
  const claimed = await claim(press.ports, press.card, press.actor);
  if (isRefusal(claimed))
    return press.refuse(claimed);
  await begin(press, claimed, starter);
}
async function begin(screen, card, starter) {
  const { desk, ports, user, actor } = screen;
  const first = givenName(card.patron.name, card.patron.handle);
  const known = starterOrUsual(starter, isFollow(card) ? "greeting" : "answer", desk);
  const begun = isHello(card) ? "" : openingText(known, first, desk);
  const around = await surroundingsOf(ports, card);
  const editing = { desk, by: user, opening: begun, now: ports.clock.now(), ...around };
  const shown = await screen.show(editorView({ ...editing, card }), card, around.others);
  if (!shown)
    return;
  const { context: read, news } = await readForAnswer(ports, card, actor);
  const context = contextBlock(news?.card ?? card, desk, read);
  if (!news) {
    if (context)
      await screen.change(shown, editorView({ ...editing, card, context }), card, around.others);
    return;
  }
  const found = refusalSentence(desk, news.refusal, ports.clock.now());
  const mayWrite = !refusalFor(news.card, { do: "save-draft" }, actor, ports.clock.now());
  const next = mayWrite ? editorView({ ...editing, card: news.card, found, context }) : noteView(desk, found, news.card);
  await screen.change(shown, next, news.card, around.others);
}
async function edit(screen, card, more2 = {}) {
  const { desk, ports, user } = screen;
  const around = await surroundingsOf(ports, card);
  const editing = { card, desk, by: user, opening: "", now: ports.clock.now(), ...around, ...more2 };
  const shown = await screen.show(editorView(editing), card, around.others);
  const context = shown && contextBlock(card, desk, await readAround(ports, card));
  if (shown && context)
    await screen.change(shown, editorView({ ...editing, context }), card, around.others);
}
async function open(press) {
  const { desk, ports, user, actor } = press;
  const card = await ports.cards.get(press.card);
  if (!card)
    return press.refuse({ refused: "gone" });
  if (actor.kind !== "staff")
    return press.refuse(notStaffRefusal(actor), card);
  if (card.linkOnly)
    return press.refuse({ refused: "link-only" }, card);
  if (worksOn(user, card))
    return goOn(press, card);
  await press.show(draftView({ card, desk, now: ports.clock.now() }), card);
}
async function goOn(press, card) {
  const { desk, ports, actor } = press;
  const reach = reachOf(card, desk);
  const isBegun = replyTarget(card) !== void 0 && (reach === "api" || card.draft !== void 0);
  if (!isFollow(card) || isBegun)
    return edit(press, card);
  if (reach === "hand-off")
    return pickPost(press, card);
  const released = await act(ports, card.id, { do: "release" }, actor);
  await (isRefusal(released) ? press.refuse(released, card) : pickPost(press, released.card));
}
function worksOn(user, { state, holder, review }) {
  return state === "claimed" ? holder?.id === user : state === "in-review" && review?.reviewer === user;
}
async function greet(press) {
  const card = await press.ports.cards.get(press.card);
  if (!card)
    return press.refuse({ refused: "gone" });
  await pickPost(press, card);
}
async function pickPost(screen, card) {
  const { desk, ports, actor } = screen;
  const reach = reachOf(card, desk);
  const refusal = refusalFor(card, { do: reach === "api" ? "claim" : "hand-off" }, actor, ports.clock.now());
  const tooMany = refusal ?? await refusalForGreeting(ports, card);
  if (tooMany)
    return screen.refuse(tooMany, card);
  const about = { card, desk, followsByApi: followsByApi(ports), now: ports.clock.now() };
  const shown = await screen.show(readingView(about), card);
  if (!shown)
    return;
  try {
    const posts = await readFollower(ports, card, actor);
    const now = ports.clock.now();
    if (isRefusal(posts))
      return await screen.change(shown, noteView(desk, refusalSentence(desk, posts, now), card), card);
    const scarce = await scarceBudget(ports);
    await screen.change(shown, greetView({ ...about, posts, reach, now, scarce }), card);
  } catch (fault) {
    await screen.change(shown, greetFailedView(about), card);
    throw fault;
  }
}
async function followThem(press) {
  const { desk, ports } = press;
  const card = await followBack(ports, press.card, press.actor);
  if (isRefusal(card))
    return press.refuse(card);
  if (card.state === "open")
    return pickPost(press, card);
  await press.show(noteView(desk, followedText(card, desk, ports.clock.now()), card), card);
}
async function greetHere(press, starter) {
  const { ports, card, actor, offered } = press;
  const claimed = await claimForPost(ports, card, actor, { post: readPost(press.extra), shown: offered });
  if (isRefusal(claimed))
    return press.refuse(claimed);
  await begin(press, claimed, starter);
}
async function answerNext2(screen, desks) {
  const { desk, ports, user } = screen;
  const theirs = await theirDesks(desks, desk, user);
  const found = await claimNext(theirs.length > 0 ? theirs : [ports], user);
  if (!found)
    return screen.tell(say(desk.words, "waiting.nothing"));
  const { next } = found;
  const there = found.ports.desk.id === desk.id ? screen : screen.onSide(found.ports);
  if (isRefusal(next))
    return there.refuse(next);
  if (there.desk.account.linkOnly)
    return void await there.show(linkedView(next, there.desk, ports.clock.now()));
  await (isFollow(next) ? pickPost(there, next) : begin(there, next, "answer"));
}
async function takeOverCard(press) {
  const { desk, ports } = press;
  const card = await takeOver(ports, press.card, press.actor);
  if (isRefusal(card))
    return press.refuse(card, await ports.cards.get(press.card));
  const now = ports.clock.now();
  await (card.state === "claimed" ? goOn(press, card) : press.show(draftView({ card, desk, now }), card));
}
async function undo(press) {
  const result = await act(press.ports, press.card, { do: "undo" }, press.actor);
  if (isRefusal(result))
    return press.refuse(result);
  const { card } = result;
  const { desk, ports, user } = press;
  if (press.inModal) {
    const undone = outcomeView({ card, desk, user, waiting: 0, now: ports.clock.now() });
    return void await press.show(undone, card);
  }
  if (worksOn(user, card))
    return edit(press, card, { found: say(desk.words, "outcome.undone") });
  const name = nameOf(desk, card.holder?.id ?? "");
  await press.tell(say(desk.words, "outcome.undone-theirs", { name }));
}

// dist/flows/answer/delete.js
async function deleteFromX(ports, id, actor) {
  const card = await ports.cards.get(id);
  const post2 = card && lastAnswer(card)?.postId;
  if (!card || !post2)
    return { refused: "gone" };
  const refusal = refusalFor(card, { do: "delete-from-x" }, actor, ports.clock.now());
  if (refusal)
    return refusal;
  await ports.network.remove(post2);
  await ports.ourPosts.drop(post2);
  await dropReply(ports, post2);
  return act(ports, id, { do: "delete-from-x", postId: post2 }, actor);
}

// dist/slack/listeners/handlers.js
function actionHandler(name) {
  return async (press) => show2(press, await act(press.ports, press.card, { do: name }, press.actor));
}
async function show2(press, result) {
  const { desk, ports } = press;
  if (isRefusal(result))
    await press.refuse(result);
  else if (press.inModal)
    await press.show(draftView({ card: result.card, desk, now: ports.clock.now() }), result.card);
}
var ofPurgedCard = ({ desk }, card) => purgedView(card, desk);
function viewHandler(view, leadsTo, ofPurged = ofPurgedCard) {
  return async (press) => {
    const { ports, actor } = press;
    const now = ports.clock.now();
    const card = await ports.cards.get(press.card);
    if (!card)
      return press.refuse({ refused: "gone" });
    if (actor.kind !== "staff")
      return press.refuse(notStaffRefusal(actor), card);
    const refusal = leadsTo && refusalFor(card, { do: leadsTo }, actor, now);
    if (refusal)
      return press.refuse(refusal, card);
    await press.show((isPurged(card) ? ofPurged : view)(press, card, now), card);
  };
}

// dist/slack/listeners/finishing.js
async function finish(press) {
  const { desk, ports, actor } = press;
  const card = await ports.cards.get(press.card);
  if (!card)
    return press.refuse({ refused: "gone" });
  const checked = await prepareHandOff(ports, card, actor, card.draft?.text ?? "");
  if (isRefusal(checked))
    return press.refuse(checked, card);
  await press.show(handOffView(card, desk, checked, ports.clock.now()), card);
}
async function openInX(press) {
  const { ports, card, actor, offered } = press;
  const result = await handOff(ports, card, actor, { ...readPostAndText(press.extra), shown: offered });
  if (isRefusal(result))
    await press.refuse(result);
}
function reportOutcome(name) {
  const ask3 = viewHandler(({ desk, actor }, card, now) => lookView(card, desk, outcomeReports(card, desk, actor, now)));
  return async (press) => {
    const sure = press.extra === confirmed ? { confirmed: true } : {};
    const result = await act(press.ports, press.card, { do: name, ...sure }, press.actor);
    const isAnothers = isRefusal(result) && result.refused === "not-yours";
    await (isAnothers ? ask3(press) : show2(press, result));
  };
}
var askToDelete = viewHandler(({ desk }, card) => deleteView(card, desk), "delete-from-x");
async function deleteNow(press) {
  const result = await deleteFromX(press.ports, press.card, press.actor);
  if (isRefusal(result))
    return press.refuse(result);
  await edit(press, result.card);
}

// dist/flows/keep/read-again.js
async function readAgain2({ desk, network, timings: timings2 }, { acts }) {
  const mentions = acts.filter((act2) => act2.kind === "mention" && !act2.gone);
  const ids = mentions.flatMap(({ versions }) => versions.slice(-1));
  if (ids.length === 0)
    return { refused: "purged" };
  let onNetwork;
  try {
    onNetwork = await network.posts(ids, timings2.rereadMs);
  } catch (fault) {
    if (!isRemoteFault(fault))
      throw fault;
    const usedUp = usedUpBudgetOf(fault);
    return usedUp ? { refused: "budget", of: usedUp } : { refused: "not-read-again" };
  }
  const [found] = onNetwork.found.slice(-1);
  if (!found)
    return { refused: onNetwork.odd.length > 0 ? "not-read-again" : "not-there-again" };
  return { patron: found.author, posts: onNetwork.found.map(({ post: post2 }) => mentionAct(post2, desk)) };
}

// dist/flows/keep/reopen.js
async function reopen(ports, id, actor) {
  const card = await ports.cards.get(id);
  if (!card || !isPurged(card))
    return act(ports, id, { do: "reopen" }, actor);
  const refusal = refusalFor(card, { do: "reopen" }, actor, ports.clock.now());
  if (refusal)
    return refusal;
  const again = await readAgain2(ports, card);
  return isRefusal(again) ? again : act(ports, id, { do: "reopen", again }, actor);
}

// dist/slack/listeners/press.js
import { WebAPIPlatformError } from "@slack/web-api";

// dist/slack/listeners/showings.js
import { randomUUID as randomUUID11 } from "node:crypto";
var asShowing = (view) => ({ ...view, external_id: randomUUID11() });
async function remember2(view, { ports, user, card, others = [], modal: modal2, hash }) {
  const { callback_id: callback, external_id: id } = view;
  await clearLater(view, ports);
  if (callback === callbackIds.note)
    return;
  const kind = isViewKind(callback) ? callback : "quotes";
  const post2 = kind === "picture" ? readPost(decodeRef(view.private_metadata)?.extra) : void 0;
  const known = { id, modal: modal2, user, at: ports.clock.now(), shows: digestOf(view), ...hash && { hash } };
  const quoting2 = others.map((one) => "card" in one ? one : { ports, card: one }).map((one) => ({ ...one, kind: "quotes" }));
  await Promise.all([...card ? [{ ports, card, kind, ...post2 && { post: post2 } }] : [], ...quoting2].map(({ ports: its, card: one, ...how }) => rememberView(its, one.id, { ...known, ...how, shown: one.version }).catch(undefinedIf(isStorageFault))));
}
async function update(client, which, next, about) {
  const showing = asShowing(next);
  const { answer: answer2 } = await withPictures(showing, (view) => client.views.update({ ...which, view }));
  await remember2(showing, { ...about, modal: which.view_id, hash: answer2.view?.hash });
}
async function redraw(client, { id, hash }, next, about) {
  try {
    await update(client, { view_id: id, hash }, next, about);
  } catch (error) {
    if (!isAnswered(error, ["hash_conflict", "not_found"]))
      throw error;
  }
}
async function clearLater({ external_id: id }, { clock, due, timings: timings2 }) {
  const entry = { job: "screen", id, at: clock.now() + timings2.screenForMs };
  await due.put(entry).catch(undefinedIf(isStorageFault));
}

// dist/slack/listeners/press.js
var somebody = ({ words: words2 }) => say(words2, "kept.somebody");
function createScreen(place) {
  const { client, ports, userId, triggerId, channel, viewId, card: id } = place;
  const { desk } = ports;
  const user = slackUserId(userId);
  const shownBy = async (asked, card, codes, call, others) => {
    const view = asShowing(asked);
    const { answer: answer2, ...how } = await withPictures(view, call).catch((error) => {
      if (!isAnswered(error, codes))
        throw error;
      return { answer: void 0 };
    });
    const shown = answer2?.view;
    if (!shown?.id)
      return void 0;
    const { id: id2, hash = "" } = shown;
    await remember2(view, { ports, user, card, others, modal: id2, hash });
    return { id: id2, hash, ...how };
  };
  const noModal = ["exchanged_trigger_id", "not_found"];
  const show4 = (asked, card, others) => {
    const call = (view) => viewId ? client.views.update({ view_id: viewId, view }) : client.views.open({ trigger_id: triggerId, view });
    return shownBy(asked, card, noModal, call, others);
  };
  const showAbove = (asked, card) => shownBy(asked, card, noModal, (view) => viewId ? client.views.push({ trigger_id: triggerId, view }) : client.views.open({ trigger_id: triggerId, view }));
  const tell4 = async (text, card) => {
    if (!viewId && channel && await isWhispered(client, channel, userId, markedSentence(text, desk)))
      return;
    await show4(noteView(desk, text, card ?? (id && await ports.cards.get(id))));
  };
  const refuse = async (refusal, card) => {
    const isWhisper2 = viewId === void 0 && channel !== void 0;
    const said = isWhisper2 && "first" in refusal ? { ...refusal, first: somebody(desk) } : refusal;
    await tell4(refusalSentence(desk, said, ports.clock.now()), card);
  };
  return {
    ports,
    desk,
    user,
    actor: actorFor(desk, userId),
    inModal: viewId !== void 0,
    show: show4,
    showAbove,
    tell: tell4,
    refuse,
    onSide: (side) => createScreen({ ...place, ports: side, card: void 0 }),
    change: async ({ id: view_id, hash }, asked, card, others) => {
      const call = (view) => client.views.update({ view_id, hash, view });
      await shownBy(asked, card, ["hash_conflict", "not_found"], call, others);
    }
  };
}
async function isWhispered(client, channel, user, message) {
  try {
    await client.chat.postEphemeral({ channel, user, ...message });
    return true;
  } catch (error) {
    if (error instanceof WebAPIPlatformError)
      return false;
    throw error;
  }
}
async function pressOf(body, action, client, desks, changes = false) {
  const ref = decodeRef(pressedValue(action));
  const ports = ref && await desks.now(ref.desk, changes ? ref.card : void 0);
  if (!ref || !ports)
    return void 0;
  return {
    ...screenOf(body, client, ports, ref.card),
    card: ref.card,
    extra: ref.extra,
    offered: offeredPosts(body, ref.card)
  };
}
function offeredPosts({ view }, card) {
  const buttons2 = (view?.blocks ?? []).flatMap((block) => block.type === "actions" && "elements" in block ? block.elements : []);
  return buttons2.flatMap((one) => {
    if (one.type !== "button" || !("value" in one) || !("action_id" in one))
      return [];
    const answersPost = [greetHerePattern, openInXPattern].some((pattern) => pattern.test(one.action_id ?? ""));
    const ref = answersPost ? decodeRef(one.value) : void 0;
    const post2 = ref?.card === card ? readPostAndText(ref.extra)?.post : void 0;
    return post2 ? [post2] : [];
  });
}
function screenOf(body, client, ports, card) {
  const onHome = body.view?.type === "home";
  return createScreen({
    client,
    ports,
    userId: body.user.id,
    triggerId: body.trigger_id,
    channel: onHome ? void 0 : body.channel?.id ?? ports.desk.channel,
    viewId: onHome ? void 0 : body.view?.id,
    card
  });
}
function pressedValue(action) {
  if (action.type === "button")
    return action.value;
  if (action.type === "overflow")
    return action.selected_option.value;
  return void 0;
}
var notServed = say(defaultWords, "told.not-served");
async function tellNotServed(log, action, respond) {
  log.warn({ action }, "a button of no desk that is served here");
  await respond?.({ response_type: "ephemeral", replace_original: false, text: escapeText(notServed) });
}
async function orTellNotSaved({ words: words2 }, tell4, write) {
  try {
    return await write();
  } catch (fault) {
    await tell4(say(words2, "told.not-saved"));
    throw fault;
  }
}

// dist/slack/listeners/keeping.js
var hold = viewHandler(({ desk }, card, now) => holdView(card, desk, now), "hold");
var reopen2 = async (press) => show2(press, await reopen(press.ports, press.card, press.actor));
function listenToHold(app, desks) {
  app.view(callbackIds.hold, async ({ ack, body, view }) => {
    const stay = (why) => ack({ response_action: "errors", errors: { [actionIds.note]: why } });
    const ref = decodeRef(view.private_metadata);
    const ports = ref && await desks.now(ref.desk);
    if (!ref || !ports)
      return stay(notServed);
    const { clock, desk } = ports;
    const filled = readHold(view.state.values, clock.now());
    const result = await orTellNotSaved(desk, stay, async () => {
      if (!filled)
        return { refused: "gone" };
      if (filled.reason === "")
        return { refused: "no-reason" };
      return act(ports, ref.card, { do: "hold", ...filled }, actorFor(desk, body.user.id));
    });
    await (isRefusal(result) ? stay(refusalSentence(desk, result, clock.now())) : ack());
  });
}

// dist/slack/listeners/pictures.js
async function showPicture(press) {
  const { actor, desk, ports } = press;
  const card = await ports.cards.get(press.card);
  const post2 = readPost(press.extra);
  if (!card || !post2)
    return press.refuse({ refused: "gone" });
  if (actor.kind !== "staff")
    return press.refuse(notStaffRefusal(actor), card);
  if (card.linkOnly)
    return press.refuse({ refused: "link-only" }, card);
  const shown = await press.showAbove(pictureView(card, post2, desk), card);
  if (shown?.picturesRefused)
    await press.change(shown, pictureView(card, post2, desk, true), card);
}

// dist/flows/answer/in-private.js
async function conversationWith({ inPrivate: inPrivate2 }, { patron }, user) {
  if (!inPrivate2)
    return void 0;
  const side = await withDeskNow(inPrivate2);
  if (actorFor(side.desk, user).kind !== "staff")
    return void 0;
  const card = (await cardsOf(side, patron.id)).findLast(isPrivate);
  return card && { side, card };
}
async function answerInPrivate(ports, card, user) {
  const found = await conversationWith(ports, card, user);
  const asked = waitingAct(card);
  const first = card.patron.name;
  if (!found || !isWritten(asked))
    return { refused: "not-in-private", first };
  const { side } = found;
  const { id, patron, state, closed } = found.card;
  if (state === "withdrawn" && closed?.reason === "stop")
    return { refused: "stopped", first };
  const now = side.clock.now();
  await side.cards.change(id, (known) => ({
    next: known && addAct(known, id, askedInPublic(asked, now), patron, now).card,
    result: void 0
  }));
  const claimed = await claim(side, id, actorFor(side.desk, user));
  return isRefusal(claimed) ? claimed : { side, card: claimed };
}

// dist/flows/team/encrypted.js
async function noteLookedInX({ clock, desk, settings }, actor) {
  if (actor.kind !== "staff")
    return notStaffRefusal(actor);
  const lookedInX = { day: localDate(desk.rota, clock.now()), by: actor.id };
  return settings.change((now) => ({ next: { ...now, lookedInX }, result: void 0 }));
}

// dist/slack/listeners/private.js
async function more(press) {
  const card = await press.ports.cards.get(press.card);
  if (card?.linkOnly)
    return press.refuse({ refused: "link-only" }, card);
  const privately = card !== void 0 && await conversationWith(press.ports, card, press.user) !== void 0;
  await viewHandler(({ desk, actor }, now, at) => moreView({ card: now, desk, actor, now: at, privately }))(press);
}
async function answerPrivately(press) {
  const card = await press.ports.cards.get(press.card);
  if (!card)
    return press.refuse({ refused: "gone" });
  const begun = await answerInPrivate(press.ports, card, press.user);
  if (isRefusal(begun))
    return press.refuse(begun, card);
  await begin(press.onSide(begun.side), begun.card, "answer");
}
function listenToEncrypted(app, desks, log) {
  app.action(actionIds.lookedInX, async ({ ack, action, body, client, respond }) => {
    await ack();
    const ref = decodeDeskRef(pressedValue(action));
    const ports = ref && await desks.now(ref.desk);
    if (!ports)
      return tellNotServed(log, action.action_id, respond);
    const screen = screenOf(body, client, ports);
    const refused = await noteLookedInX(ports, screen.actor);
    if (refused)
      await screen.refuse(refused);
  });
}

// dist/flows/team/saved-starters.js
import { randomUUID as randomUUID12 } from "node:crypto";

// dist/core/desk/saved-starters.js
var mostSaved = 30;
var openingFrom = (card, answer2) => forAnybody(unsigned(ourWords(card, answer2)), card.patron);
function forAnybody(words2, patron) {
  const first = firstName(patron.name, patron.handle).replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
  const open2 = words2.replace(new RegExp(`(?<![\\p{L}\\p{N}@])${first}(?![\\p{L}\\p{N}])`, "gu"), "{first}");
  return withoutPatron(open2, patron);
}
function withStarter(settings, starter) {
  const { starters } = settings;
  const same = (one) => one.label.toLowerCase() === starter.label.toLowerCase();
  if (starters.some((one) => same(one) && one.opening === starter.opening))
    return settings;
  if (starters.some(same))
    return { refused: "same-starter", label: starter.label };
  if (starters.length >= mostSaved)
    return { refused: "many-starters", count: starters.length };
  return { ...settings, starters: [...starters, starter] };
}

// dist/flows/team/saved-starters.js
async function saveStarter({ cards, clock, settings }, from, actor, typed) {
  if (actor.kind !== "staff")
    return notStaffRefusal(actor);
  const patron = (await cards.get(from))?.patron;
  const label = patron ? withoutPatron(typed.label, patron) : typed.label;
  const opening = patron ? forAnybody(typed.opening, patron) : typed.opening;
  if (label === "" || opening.trim() === "")
    return { refused: "empty-starter" };
  const starter = { id: `saved-${randomUUID12().slice(0, 8)}`, label, opening, by: actor.id, at: clock.now() };
  const kept2 = await settings.change((now) => {
    const next = withStarter(now, starter);
    return isRefusal(next) ? next : { next, result: void 0 };
  });
  return kept2;
}
async function removeStarter({ settings }, actor, id) {
  if (actor.kind !== "staff")
    return notStaffRefusal(actor);
  return settings.change((now) => ({
    next: { ...now, starters: now.starters.filter((one) => one.id !== id) },
    result: void 0
  }));
}

// dist/slack/screens/starter-view.js
var MAX_LABEL = 30;
var MAX_OPENING2 = 500;
var MAX_SHOWN = 150;
function starterView(card, desk) {
  const { words: words2, savedStarters = [] } = desk;
  const answer2 = lastAnswer(card);
  const opening = answer2 ? openingFrom(card, answer2) : "";
  return modal({
    callbackId: callbackIds.starter,
    ref: refTo(card, desk),
    desk,
    title: "starter.title",
    submit: "starter.submit",
    close: "pass.close",
    blocks: [
      input2(actionIds.starterLabel, say(words2, "starter.name"), { max_length: MAX_LABEL }),
      {
        ...input2(actionIds.starterWords, say(words2, "starter.words"), {
          max_length: MAX_OPENING2,
          multiline: true,
          initial_value: cut(opening, MAX_OPENING2)
        }),
        hint: plain(say(words2, "starter.hint", { first: "{first}" }), slackRoom.line)
      },
      ...savedStarters.length > 0 ? [rich(line(say(words2, "starter.saved")))] : [],
      ...savedStarters.flatMap((one) => savedBlocks(one, card, desk))
    ]
  });
}
function input2(id, label, more2) {
  const element = { type: "plain_text_input", action_id: id, ...more2 };
  return { type: "input", block_id: id, label: plain(label, slackRoom.line), element };
}
function savedBlocks({ id, label, opening, by, at }, card, desk) {
  const { words: words2 } = desk;
  const about = say(words2, "starter.line", { label, name: nameOf(desk, by), date: dateText(desk, at) });
  return [
    rich(line(about), quoted(cut(opening, MAX_SHOWN))),
    ...actions(button({
      id: actionIds.removeStarter,
      label: say(words2, "starter.remove"),
      ref: refTo(card, desk, id),
      confirm: {
        title: say(words2, "starter.remove-title"),
        question: say(words2, "starter.remove-text", { label }),
        yes: say(words2, "starter.remove"),
        no: say(words2, "delete.no")
      }
    }))
  ];
}
function starterIn(values) {
  const value = (id) => values[id]?.[id]?.value ?? "";
  return {
    label: cut(value(actionIds.starterLabel).trim(), MAX_LABEL),
    opening: cut(value(actionIds.starterWords), MAX_OPENING2)
  };
}

// dist/slack/listeners/starters.js
var saveAsStarter = viewHandler(({ desk }, card) => starterView(card, desk));
async function removeSaved(press) {
  const { desk, ports } = press;
  const card = await ports.cards.get(press.card);
  const id = readSavedStarter(press.extra);
  const refusal = id ? await removeStarter(ports, press.actor, id) : { refused: "gone" };
  if (refusal)
    return press.refuse(refusal, card);
  const { starters: savedStarters } = await ports.settings.get();
  if (card)
    await press.show(starterView(card, { ...desk, savedStarters }), card);
}
function listenToStarters(app, desks) {
  app.view(callbackIds.starter, async ({ ack, body, view }) => {
    const ref = decodeRef(view.private_metadata);
    const ports = ref && await desks.now(ref.desk);
    const stay = (why) => ack({ response_action: "errors", errors: { [actionIds.starterLabel]: why } });
    if (!ref || !ports)
      return stay(notServed);
    const { desk } = ports;
    const filled = starterIn(view.state.values);
    const refusal = await orTellNotSaved(desk, stay, () => saveStarter(ports, ref.card, actorFor(desk, body.user.id), filled));
    if (refusal)
      return stay(refusalSentence(desk, refusal, ports.clock.now()));
    const done = say(desk.words, "starter.kept", { label: filled.label });
    await ack({ response_action: "update", view: noteView(desk, done) });
  });
}

// dist/flows/answer/flag.js
function flag(ports, id, note2, actor) {
  const to = leadToAsk(ports.desk, ports.clock.now(), actor.kind === "staff" ? actor.id : void 0);
  return act(ports, id, { do: "flag", ...to ? { to } : {}, ...note2 ? { note: note2 } : {} }, actor);
}

// dist/flows/answer/pass.js
async function passTo(ports, id, to, note2, actor) {
  if (to && canBeAsked(ports.desk, to))
    return act(ports, id, { do: "pass", to, note: note2 }, actor);
  const card = await ports.cards.get(id);
  if (!card)
    return { refused: "gone" };
  const refusal = refusalFor(card, { do: "pass" }, actor, ports.clock.now());
  return refusal ?? { refused: "not-colleague", ...to ? { by: to } : {} };
}

// dist/flows/team/mute.js
async function muteConversation(ports, conversation, actor) {
  if (actor.kind !== "staff")
    return notStaffRefusal(actor);
  const entry = { conversation, by: actor.id, at: ports.clock.now() };
  const muted = await ports.settings.change((settings) => ({
    next: settings.muted.some((one) => one.conversation === conversation) ? settings : { ...settings, muted: [...settings.muted, entry] },
    result: void 0
  }));
  if (isRefusal(muted))
    return muted;
  await mark(ports, conversation, { how: "muted", by: actor.id, at: entry.at });
  for (const id of await ports.cards.inConversation(conversation)) {
    await act(ports, id, { do: "mute" }, actor);
  }
  return void 0;
}
async function unmute(ports, conversation, actor) {
  if (actor.kind !== "staff")
    return notStaffRefusal(actor);
  const unmuted = await ports.settings.change((settings) => ({
    next: { ...settings, muted: settings.muted.filter((one) => one.conversation !== conversation) },
    result: void 0
  }));
  if (isRefusal(unmuted))
    return unmuted;
  await mark(ports, conversation, void 0);
  return void 0;
}
async function mutePerson(ports, { patron }, actor) {
  if (actor.kind !== "staff")
    return notStaffRefusal(actor);
  if (!actor.lead)
    return { refused: "lead-only" };
  const at = ports.clock.now();
  const { id: person, handle } = patron;
  const entry = { person, handle, by: actor.id, at, until: at + muteMs };
  const muted = await ports.settings.change((settings) => {
    const standing2 = mutedPeopleAt(settings, at);
    const known = standing2.find((one) => one.person === person);
    return known ? { next: settings, result: known } : { next: { ...settings, mutedPeople: [...standing2, entry] }, result: entry };
  });
  if (isRefusal(muted))
    return muted;
  for (const id of await ports.cards.ofPatron(person)) {
    const card = await ports.cards.get(id);
    if (card?.state === "open" && urgentWordOf(card) === void 0)
      await act(ports, id, { do: "mute", person: true }, actor);
  }
  return muted;
}
async function unmutePerson({ settings }, person, actor) {
  if (actor.kind !== "staff")
    return notStaffRefusal(actor);
  if (!actor.lead)
    return { refused: "lead-only" };
  const unmuted = await settings.change((now) => ({
    next: { ...now, mutedPeople: (now.mutedPeople ?? []).filter((one) => one.person !== person) },
    result: void 0
  }));
  return isRefusal(unmuted) ? unmuted : void 0;
}
async function mark(ports, conversation, outcome) {
  for (const series of await seriesOf(ports, conversation)) {
    const { id } = await panelOf(ports, series);
    await ports.panels.change(id, (panel) => ({
      next: panel && { ...omit(bumpVersion(panel), "outcome"), ...outcome ? { outcome } : {} },
      result: void 0
    }));
  }
}

// dist/slack/screens/pass-views.js
var MAX_NOTE = 500;
var MAX_OPTIONS = 100;
function passView(card, desk, from, now) {
  const colleagues = desk.rota.staff.filter(({ gone, slackId }) => !gone && slackId !== from && slackId !== card.holder?.id);
  const nobody2 = colleagues.length === 0;
  return modal({
    callbackId: callbackIds.pass,
    ref: refTo(card, desk),
    desk,
    title: "pass.title",
    ...nobody2 ? {} : { submit: "pass.submit" },
    close: "pass.close",
    blocks: [
      ...patronBlocks(card, desk, now),
      ...nobody2 ? [rich(line(say(desk.words, "pass.nobody")))] : [toWhom(desk, colleagues.slice(0, MAX_OPTIONS)), noteInput(say(desk.words, "pass.note"))]
    ]
  });
}
function toWhom({ words: words2 }, colleagues) {
  return {
    type: "input",
    block_id: actionIds.colleague,
    label: plain(say(words2, "pass.to"), slackRoom.line),
    element: {
      type: "static_select",
      action_id: actionIds.colleague,
      placeholder: plain(say(words2, "pass.pick"), slackRoom.placeholder),
      options: colleagues.map(({ slackId, name }) => ({
        text: plain(name, slackRoom.option),
        value: slackId
      }))
    }
  };
}
function sendBackView(card, desk, now) {
  const name = nameOf(desk, card.holder?.id ?? "");
  return modal({
    callbackId: callbackIds.sendBack,
    ref: refTo(card, desk),
    desk,
    title: "send-back.title",
    about: firstOf(card.patron),
    submit: "send-back.submit",
    close: "pass.close",
    blocks: [...patronBlocks(card, desk, now), noteInput(say(desk.words, "send-back.note", { name }))]
  });
}
function flagView(card, desk, by, now) {
  const { words: words2 } = desk;
  const asked = leadToAsk(desk, now, by);
  const lead = asked ? nameOf(desk, asked) : leadOf(desk);
  return modal({
    callbackId: callbackIds.flag,
    ref: refTo(card, desk),
    desk,
    title: "flag.title",
    about: whoOf(card, desk),
    submit: "flag.submit",
    close: "pass.close",
    blocks: [
      ...patronBlocks(card, desk, now),
      rich(line(asked ? say(words2, "flag.said", { lead }) : say(words2, "flag.nobody"))),
      noteInput(say(words2, "flag.note", { lead }), { most: maxFlagNote, lines: false })
    ]
  });
}
function noteInput(label, { most: most3 = MAX_NOTE, lines = true } = {}) {
  return {
    type: "input",
    block_id: actionIds.note,
    optional: true,
    label: plain(label, slackRoom.line),
    element: {
      type: "plain_text_input",
      action_id: actionIds.note,
      multiline: lines,
      max_length: most3
    }
  };
}
function filledIn(values) {
  return {
    note: cut(values[actionIds.note]?.[actionIds.note]?.value?.trim() ?? "", MAX_NOTE),
    colleague: readPerson(values[actionIds.colleague]?.[actionIds.colleague]?.selected_option?.value)
  };
}

// dist/slack/listeners/team.js
var steps = ({ desk }, card, now) => historyView(card, desk, now);
var history = viewHandler(steps, void 0, steps);
var pass = viewHandler(({ desk, user }, card, now) => passView(card, desk, user, now), "pass");
var flag2 = viewHandler(({ desk, user }, card, now) => flagView(card, desk, user, now), "flag");
var sendBack = viewHandler(({ desk }, card, now) => sendBackView(card, desk, now), "send-back");
var notNow = viewHandler(({ desk }, card, now) => snoozeView(card, desk, now), "snooze");
async function snooze(press) {
  const { desk, ports } = press;
  const now = ports.clock.now();
  const choice = oneOf(snoozeChoices, press.extra);
  const until = choice && snoozedUntil(choice, desk, now);
  if (until === void 0)
    return press.refuse({ refused: "gone" });
  const result = await act(ports, press.card, { do: "snooze", until }, press.actor);
  if (isRefusal(result))
    return press.refuse(result);
  const done = say(desk.words, "snooze.done", { time: momentText(desk, until, now) });
  await press.show(noteView(desk, done, result.card));
}
async function handTo(press) {
  const result = await passTo(press.ports, press.card, readPerson(press.extra), "", press.actor);
  if (isRefusal(result))
    await press.refuse(result);
}
async function check2(press) {
  const { desk, ports, actor } = press;
  const result = await act(ports, press.card, { do: "check" }, actor);
  if (isRefusal(result))
    return press.refuse(result);
  const { card } = result;
  const checked = await check(ports, card, actor, card.draft?.text ?? "");
  await edit(press, card, { looked: { words: checked.text, found: lookedOver(desk, checked, card) } });
}
async function mute(press) {
  const { desk, ports, actor } = press;
  const card = await ports.cards.get(press.card);
  const conversation = card && conversationOfCard(card.id);
  if (!conversation)
    return press.refuse({ refused: "gone" });
  const refusal = refusalFor(card, { do: "mute" }, actor, ports.clock.now()) ?? await muteConversation(ports, conversation, actor);
  if (refusal)
    return press.refuse(refusal, card);
  if (press.inModal)
    await press.show(noteView(desk, say(desk.words, "mute.done"), card));
}
async function muteThisPerson(press) {
  const { desk, ports, actor } = press;
  const card = await ports.cards.get(press.card);
  if (!card || isHello(card))
    return press.refuse({ refused: "gone" });
  const muted = await mutePerson(ports, card, actor);
  if (isRefusal(muted))
    return press.refuse(muted, card);
  const fill = { first: firstOf(card.patron), date: dateText(desk, muted.until) };
  await press.show(noteView(desk, say(desk.words, "mute-person.done", fill), card));
}
function listenToUnmute(app, desks, log) {
  app.action(actionIds.unmutePerson, async ({ ack, action, body, client, respond }) => {
    await ack();
    const ref = decodeMutedRef(pressedValue(action));
    const ports = ref && await desks.now(ref.desk);
    if (!ref || !ports)
      return tellNotServed(log, action.action_id, respond);
    const screen = screenOf(body, client, ports);
    const refusal = await unmutePerson(ports, ref.muted, screen.actor);
    if (refusal)
      await screen.refuse(refusal);
  });
}
function listenToForms(app, desks) {
  const on = (callback, input4, run2) => {
    app.view(callback, async ({ ack, body, view }) => {
      const stay = (why) => ack({ response_action: "errors", errors: { [input4]: why } });
      const about = await aboutOf(view, body.user.id, desks);
      if (!about)
        return stay(notServed);
      const { desk } = about.ports;
      const result = await orTellNotSaved(desk, stay, () => run2(about, filledIn(view.state.values)));
      await (isRefusal(result) ? stay(refusalSentence(desk, result, about.ports.clock.now())) : ack());
    });
  };
  on(callbackIds.pass, actionIds.colleague, ({ ports, card, actor }, { colleague, note: note2 }) => passTo(ports, card, colleague, note2, actor));
  on(callbackIds.flag, actionIds.note, ({ ports, card, actor }, { note: note2 }) => flag(ports, card, note2, actor));
  on(callbackIds.sendBack, actionIds.note, ({ ports, card, actor }, { note: note2 }) => act(ports, card, { do: "send-back", note: note2 }, actor));
}
async function aboutOf(view, userId, desks) {
  const ref = decodeRef(view.private_metadata);
  const ports = ref && await desks.now(ref.desk);
  return ref && ports && { ports, card: ref.card, actor: actorFor(ports.desk, userId) };
}

// dist/slack/listeners/buttons.js
var buttons = {
  [actionIds.open]: open,
  [actionIds.greet]: greet,
  [actionIds.followBack]: followThem,
  [actionIds.takeOver]: takeOverCard,
  [actionIds.skip]: actionHandler("dismiss"),
  [actionIds.undo]: undo,
  [actionIds.check]: check2,
  [actionIds.keep]: actionHandler("keep"),
  [actionIds.showPicture]: showPicture,
  [actionIds.handTo]: handTo,
  [actionIds.itIsThere]: reportOutcome("it-is-there"),
  [actionIds.notThere]: reportOutcome("not-there"),
  [actionIds.deleteNow]: deleteNow,
  [actionIds.removeStarter]: removeSaved
};
var options = {
  open,
  "show-all": open,
  pass,
  dismiss: actionHandler("dismiss"),
  snooze: notNow,
  wake: actionHandler("wake"),
  finish,
  more,
  flag: flag2,
  unflag: actionHandler("unflag"),
  release: actionHandler("release"),
  "send-back": sendBack,
  "take-over": takeOverCard,
  mute,
  "mute-person": muteThisPerson,
  "it-is-there": reportOutcome("it-is-there"),
  "not-there": reportOutcome("not-there"),
  reopen: reopen2,
  "save-starter": saveAsStarter,
  delete: askToDelete,
  history,
  "in-private": answerPrivately,
  hold,
  "end-hold": actionHandler("end-hold")
};
async function choose(press, name) {
  const option = oneOf(moreOptions, name);
  await (option ? options[option](press) : press.refuse({ refused: "gone" }));
}
function listenToButtons(app, desks, log) {
  const on = (id, handler, changes) => {
    app.action(id, async ({ ack, action, body, client, respond }) => {
      await ack();
      const press = await pressOf(body, action, client, desks, changes);
      if (!press)
        return tellNotServed(log, action.action_id, respond);
      await handler(press, action);
    });
  };
  on(starterActionPattern, (press, { action_id }) => answer(press, starterActionPattern.exec(action_id)?.[1] ?? ""), true);
  on(greetHerePattern, (press, { action_id }) => greetHere(press, greetHerePattern.exec(action_id)?.[1] ?? ""));
  app.action(actionIds.openThere, ({ ack }) => ack());
  app.action(actionIds.test, ({ ack }) => ack());
  on(openInXPattern, openInX);
  on(snoozeActionPattern, snooze);
  on(actionIds.more, (press) => choose(press, press.extra));
  on(moreActionPattern, (press, { action_id }) => choose(press, moreActionPattern.exec(action_id)?.[1]));
  on(actionIds.next, (press) => answerNext2(press, desks));
  for (const [id, handler] of Object.entries(buttons))
    on(id, handler);
}

// dist/core/command-text.js
var reportsAsked = ["week", "month", "quarter", "weekly", "off"];
var commands = ["next", "note", "pause", "resume", "budget", "report", "forget", "help"];
var soundsLikeCommands = [
  "rota shift shifts cover status stop start begin list show all open close closed done skip undo cancel",
  "who when what why where how info about version stats week month today tomorrow now later settings setup config",
  "mute unmute flag check test practise practice hello hi thanks yes no ok answer reply send post follow followers",
  "mentions search find delete remove export doctor quiet on off"
].flatMap((line2) => line2.split(" "));
var noNames = [...commands, ...soundsLikeCommands];
var longEnoughForSlip = 5;
function parseCommand(text, network) {
  const typed = text.replace(/\s+/gu, " ").trim();
  const [first = "", ...rest] = typed.split(" ");
  const word = first.toLowerCase().replace(/:$/u, "");
  const after = rest.join(" ");
  if (word === "")
    return { kind: "waiting" };
  if (word === "pause")
    return { kind: "pause", reason: after.replace(/\.$/u, "") };
  if (word === "note")
    return { kind: "note", note: withoutToday(after) };
  if (word === "notes" && after === "")
    return { kind: "note", note: "" };
  if (word === "report") {
    const typed2 = after.toLowerCase().replace(/\.$/u, "");
    const asked = typed2 === "" ? "week" : reportsAsked.find((one) => one === typed2);
    return { kind: "report", asked: asked ?? { typed: after } };
  }
  if (word === "forget" && !SLACK_MENTION.test(after)) {
    const whom = handleIn(network.profileAddress.test(after) ? after : `@${after.replace(/^@/u, "")}`, network);
    return { kind: "forget", handle: whom?.kind === "handle" ? whom.handle : "" };
  }
  if (SLACK_MENTION.test(typed) || word === "forget" && SLACK_MENTION.test(after))
    return { kind: "colleague" };
  const slip = commands.find((one) => one !== word && isOneSlipFrom(one, word));
  if (slip && !first.startsWith("@"))
    return { kind: "unknown", typed: first, meant: slip };
  if (after !== "")
    return { kind: "unknown", typed, meant: commands.find((one) => one === word) ?? "next" };
  if (word === "next" || word === "resume" || word === "budget" || word === "help")
    return { kind: word };
  return handleIn(first, network) ?? { kind: "unknown", typed, meant: "next" };
}
function handleIn(typed, { handle: possible, profileAddress }) {
  const linked2 = profileAddress.exec(typed)?.groups?.handle;
  const name = typed.replace(SLACK_LINK, "$1").replace(/^@/u, "");
  const handle = (linked2 ?? (possible.test(name) ? name : void 0))?.toLowerCase();
  if (!handle || !linked2 && !typed.startsWith("@") && looksLikeCommand(handle))
    return void 0;
  return { kind: "handle", handle };
}
var looksLikeCommand = (word) => noNames.some((one) => one === word || one.length >= longEnoughForSlip && isOneSlipFrom(one, word));
var withoutToday = (note2) => note2.replace(/[\s,;:–-]*\btoday[.!]?$/iu, "").trim();
var SLACK_LINK = /<https?:\/\/([^|<>/]+)\/?\|\1>/u;
var SLACK_MENTION = /^<@[UW][A-Z0-9]+(?:\|[^>]*)?>$/u;
function isOneSlipFrom(word, typed) {
  if (Math.abs(word.length - typed.length) > 1)
    return false;
  const from = [...word].findIndex((letter, at2) => letter !== typed[at2]);
  const at = from < 0 ? word.length : from;
  const [w, t] = [word.slice(at), typed.slice(at)];
  return w.slice(1) === t.slice(1) || w.slice(1) === t || w === t.slice(1) || w[0] === t[1] && w[1] === t[0] && w.slice(2) === t.slice(2);
}

// dist/flows/team/notes.js
async function leaveNote({ clock, desk, settings }, actor, text) {
  if (actor.kind !== "staff")
    return notStaffRefusal(actor);
  const at = clock.now();
  const note2 = { text, by: actor.id, at, until: noteUntil(desk.rota, at) };
  return settings.change((now) => {
    const next = withNote(now, note2);
    return isRefusal(next) ? next : { next, result: next.notes.find((one) => one.text === text) ?? note2 };
  });
}
async function removeNote({ settings }, actor, at) {
  if (actor.kind !== "staff")
    return notStaffRefusal(actor);
  return settings.change((now) => ({
    next: { ...now, notes: now.notes.filter((one) => one.at !== at) },
    result: now.notes.find((one) => one.at === at)
  }));
}

// dist/slack/connect/permalinks.js
import { SlackError } from "@slack/web-api";
async function permalinks(cards, channel, client) {
  const links = {};
  await Promise.all(cards.map(async (card) => {
    const ts = card.messages[cardKey]?.ts;
    if (!ts)
      return;
    const found = await client.chat.getPermalink({ channel, message_ts: ts }).catch(undefinedIf((fault) => fault instanceof SlackError));
    if (found?.permalink)
      links[card.id] = found.permalink;
  }));
  return links;
}

// dist/slack/messages/command-answers.js
var mostListed = 15;
var MAX_QUOTE = 100;
function waitingMessage(cards, desk, now, permalinks2 = {}, flagged = [], lastLookAt, count = cards.length) {
  const { words: words2 } = desk;
  const ordered = inOrder(cards, desk);
  const [first] = ordered;
  const looked = lastLookAt === void 0 ? "" : ` ${lastLookedText(desk, lastLookAt, now)}`;
  const nothing = looked ? "waiting.nothing-known" : "waiting.nothing";
  const title = (first ? sayCount(desk, "waiting.title", count) : say(words2, flagged.length > 0 ? "waiting.none-but-flagged" : nothing)) + looked;
  const asked = flagged.length > 0 ? sayCount(desk, "waiting.flagged", flagged.length) : "";
  const listed = (all2, inAll, lineOf2) => [
    all2.length > 0 ? bullets(all2.slice(0, mostListed).map(lineOf2)) : void 0,
    inAll > mostListed ? line(say(words2, "waiting.more", { count: inAll - mostListed })) : void 0
  ];
  return {
    text: escapeText([title, asked.replace(/:$/u, ".")].join(" ").trim()),
    blocks: [
      rich(line(title), ...listed(ordered, count, (card) => waitingLine(card, desk, now, permalinks2[card.id])), asked ? line(asked) : void 0, ...listed(flagged, flagged.length, (card) => flaggedLine(card, desk, now, permalinks2[card.id]))),
      ...first ? actions(answerNext(first, desk)) : []
    ]
  };
}
function waitingView(desk, lists, now) {
  const says = ({ desk: one, cards, count, flagged, lastLookAt, permalinks: permalinks2 }) => ({
    desk: one,
    message: waitingMessage(cards, one, now, permalinks2, flagged, lastLookAt, count)
  });
  return modal({
    callbackId: callbackIds.waiting,
    desk,
    title: "waiting.modal-title",
    close: "draft.close",
    isOverDesks: lists.length > 1,
    blocks: byDesks(lists.map(says)).blocks
  });
}
function waitingLine(card, desk, now, permalink) {
  const { words: words2 } = desk;
  const act2 = waitingAct(card);
  const what = isWritten(act2) ? topicText(desk, act2) : say(words2, act2.kind === "hello" ? "card.hello" : "waiting.follow");
  const since = say(words2, "waiting.since", { duration: durationText(desk, now - waitingSince(card)) });
  const mark2 = urgentMark(card, desk).map((one) => `${one} \xB7 `);
  return line(...mark2, bold(listedName(card, desk)), what && !(card.linkOnly && act2.kind === "follow") ? ` \xB7 ${what} \xB7 ${since}` : ` \xB7 ${since}`, act2.kind === "mention" && !card.linkOnly ? `: ${shortText(act2, desk, MAX_QUOTE)}${oursBehind(act2, desk)}` : "", ...card.linkOnly ? [" \xB7 ", link(linkedUrl(card, desk), say(words2, "card.view"))] : [], ...permalink ? [" \xB7 ", link(permalink, say(words2, "waiting.open"))] : []);
}
var commands2 = [
  "waiting",
  "next",
  "handle",
  "note",
  "notes",
  "pause",
  "resume",
  "budget",
  "report",
  "forget",
  "rota"
];
function helpMessage(desk) {
  const { network, words: words2 } = desk;
  const fill = { lead: leadOf(desk), handle: network.exampleHandle };
  const offered = commands2.filter((one) => one !== "budget" || network.prices);
  const lines = offered.map((one) => say(words2, `help.${one}`, fill));
  return { text: escapeText(lines.join("\n")), blocks: [rich(bullets(lines.map((one) => line(one))))] };
}
var cent = 1e4;
function budgetMessage(desk, bill, together) {
  const { budget, budgetTogether, network, words: words2 } = desk;
  if (!network.prices)
    return sentenceMessage(say(words2, "spend.free"), desk);
  const isNothing = bill.microUsd === 0;
  const fill = { spent: amountText(bill.microUsd, words2), ...budget && shareOf2(bill, budget) };
  const own = say(words2, isNothing ? "spend.nothing" : budget ? "spend.title-of" : "spend.title", fill);
  const all2 = budgetTogether && together ? [
    say(words2, "spend.together", {
      spent: usd(together.microUsd),
      ...shareOf2(together, budgetTogether)
    })
  ] : [];
  const titles = [own, ...all2];
  const lines = spentByKind(bill).map((one) => line(spentLine(one, desk)));
  return {
    text: escapeText(titles.join(" ")),
    blocks: [
      rich(...titles.map((title) => line(title)), lines.length > 0 ? bullets(lines) : void 0),
      note(say(words2, budget || budgetTogether ? "spend.limits" : "spend.no-budget"))
    ]
  };
}
function spentLine({ kind, microUsd, count }, desk) {
  const { words: words2 } = desk;
  return say(words2, kind === "other" ? "spend.line-bare" : "spend.line", {
    kind: say(words2, `spend.${kind}`),
    spent: amountText(microUsd, words2),
    count: sayCount(desk, countedAs(kind), count)
  });
}
function countedAs(kind) {
  if (kind === "followers" || kind === "people" || kind === "outcomes")
    return "spend.persons";
  return kind === "private-read" || kind === "private-answers" ? "spend.messages" : "spend.posts";
}
var amountText = (microUsd, words2) => microUsd < cent ? say(words2, "spend.under-a-cent") : usd(microUsd);
var shareOf2 = ({ microUsd }, { monthlyUsd }) => ({
  budget: `$${monthlyUsd}`,
  percent: Math.floor(microUsd / 1e6 / monthlyUsd * 100)
});

// dist/flows/answer/read-answers.js
async function readAnswers(ports, id, actor) {
  const found = await answersIn(ports, id, actor);
  if (isRefusal(found) || actor.kind !== "staff")
    return found;
  const read = await record3(ports, found, actor.id);
  return isRefusal(read) ? read : { ...found, panel: read };
}
async function answersIn({ cards, desk, panels }, id, actor) {
  if (actor.kind !== "staff")
    return notStaffRefusal(actor);
  const panel = await panels.get(id);
  if (panel?.kind !== "asked" && !(desk.account.linkOnly && panel?.kind === "fold"))
    return { refused: "gone" };
  const found = await Promise.all((await cards.inPanel(id)).all.map((one) => cards.get(one)));
  const known = found.filter((card) => card !== void 0);
  return { panel, cards: known.toSorted(newestFirst) };
}
function newestFirst(one, other) {
  const [a, b] = [newestAct(one), newestAct(other)];
  return b.at - a.at || compareIds(b.id, a.id);
}
async function closeRest(ports, id, actor) {
  const found = await answersIn(ports, id, actor);
  if (isRefusal(found))
    return found;
  if (actor.kind !== "staff")
    return notStaffRefusal(actor);
  await record3(ports, found, actor.id);
  for (const { id: card, state } of found.cards) {
    if (state === "open")
      await act(ports, card, { do: "dismiss" }, actor);
  }
  const outcome = { how: "rest", by: actor.id, at: ports.clock.now() };
  const closed = await ports.panels.change(id, (panel) => ({
    next: panel && panel.outcome?.how !== "muted" ? { ...bumpVersion(panel), outcome } : panel,
    result: void 0
  }));
  return isRefusal(closed) ? closed : void 0;
}
var record3 = ({ clock, panels }, { panel, cards }, by) => panels.change(panel.id, (known = panel) => {
  const ids = cards.map(({ id }) => id);
  const next = withReading(known, { by, at: clock.now(), cards: ids });
  return { next, result: next };
});

// dist/core/report/table.js
var tableName = ({ period }, { id, rota }) => `report-${id}-${period.kind}-${localDate(rota, period.fromMs)}.csv`;
function reportTable(report, desk) {
  const lines = rowsOf(report, desk).map(([section, row, column, value]) => csvLine([section, row, column, value === void 0 ? void 0 : String(value)]));
  return [csvLine(["section", "row", "column", "value"]), ...lines].join("");
}
function rowsOf(report, desk) {
  const { begunAt, bill = [], hellos, hoursTogether: size = 1, period, slipped, standard, waited } = report;
  const { timeZone } = desk.rota;
  const hours = report.byHour.map(({ hour }) => hour);
  const block = (hour) => size === 1 ? String(hour) : `${hour}-${hour + size}`;
  const cameAt = (weekday, hour) => report.byWeekHour.find((one) => one.weekday === weekday && one.hour === hour)?.came;
  return [
    ["period", period.kind, "from", localDate({ timeZone }, period.fromMs)],
    ["period", period.kind, "to", localDate({ timeZone }, period.toMs - 1)],
    ...begunAt === void 0 ? [] : [["period", "desk", "began", localDate({ timeZone }, begunAt)]],
    ["came", "all", "count", report.all],
    ...counted("came", reportedKinds, report.byKind),
    ...counted("outcome", reportedOutcomes, report.byOutcome),
    ["waited", "half", "open minutes", waited && minutes(waited.half)],
    ["waited", "nine in ten", "open minutes", waited && minutes(waited.nineInTen)],
    ["standard", "posts", "count", standard?.of],
    ["standard", "kept", "count", standard?.kept],
    ["standard", "late", "count", report.late],
    ...slipped.flatMap(({ at, isAnswered: isAnswered2, post: post2, topic, waitedMs }) => {
      const row = isoTime(at);
      return [
        ["slipped", row, "topic", topic],
        ["slipped", row, "open minutes", minutes(waitedMs)],
        ["slipped", row, "answered", isAnswered2 ? "yes" : "no"],
        ["slipped", row, "address", post2 && postUrl(desk, post2)]
      ];
    }),
    ...report.byHour.flatMap(({ hour, came, late }) => [
      ["hour", block(hour), "came", came],
      ["hour", block(hour), "late", late]
    ]),
    ...weekdays.flatMap((weekday) => hours.map((hour) => ["weekday and hour", `${weekday} ${block(hour)}`, "came", cameAt(weekday, hour)])),
    ...counted("opening", openingUses, report.openings),
    ["hello", "hellos", "count", hellos.count],
    ["hello", "greeted", "count", hellos.greeted],
    ["hello", "answers", "count", hellos.answers],
    ...outcomeRows(report),
    ...bill.map(({ month, microUsd }) => ["bill", month, "usd", (microUsd / 1e6).toFixed(2)])
  ];
}
function outcomeRows({ outcomes }) {
  if (!outcomes)
    return [];
  const shares = comparedGroups.flatMap((group) => {
    const { after30, after7, wrote } = outcomes.groups[group];
    return [
      [`${group} following after 7 days`, after7],
      [`${group} following after 30 days`, after30],
      [`${group} wrote within 30 days`, wrote]
    ];
  });
  return [
    ["follow", "months", "followed in", outcomes.months.join(" ")],
    ["follow", "all", "people", outcomes.people],
    ...shares.flatMap(([row, { count, of, range }]) => [
      ["follow", row, "people", of],
      ["follow", row, "count", count],
      ["follow", row, "lowest percent", range && Math.round(range.low * 100)],
      ["follow", row, "highest percent", range && Math.round(range.high * 100)]
    ]),
    ...aloneReasons.map((reason) => ["follow", `alone: ${reason}`, "people", outcomes.reasons[reason]]),
    ["follow", "account gone", "people", outcomes.gone],
    ["follow", "not known", "people", outcomes.notKnown]
  ];
}
var counted = (section, names, counts) => names.map((name) => [section, name, "count", counts[name]]);
var minutes = (ms) => Math.round(ms / minuteMs);

// dist/flows/report/share.js
async function shareReport({ clock, panels }, id, actor) {
  const lead = leadIn(actor);
  if (isRefusal(lead))
    return lead;
  const { report, to } = await panels.get(id) ?? {};
  if (!report || to === void 0)
    return { refused: "gone" };
  const mine = { by: lead.id, at: clock.now() };
  const { weekly: _toOne, ...shown } = report;
  const inChannel = {
    id: panelId(`${id}-shared`),
    format: 1,
    kind: "report",
    version: 1,
    startedAt: mine.at,
    closed: true,
    report: { ...shown, shared: mine }
  };
  const result = await panels.change(inChannel.id, (known) => known ? { next: known, result: { ...known.report?.shared ?? mine, isFirst: false } } : { next: inChannel, result: { ...mine, isFirst: true } });
  if (isRefusal(result))
    return result;
  const { isFirst: _, ...shared } = result;
  await panels.change(id, (panel) => ({
    next: panel?.report && !panel.report.shared ? { ...bumpVersion(panel), report: { ...panel.report, shared } } : panel,
    result: void 0
  }));
  return result;
}
var pressKnownMs = hourMs;
async function sendTable({ board, desk, due, panels }, id, actor, press) {
  const lead = leadIn(actor);
  if (isRefusal(lead))
    return lead;
  const { report } = await panels.get(id) ?? {};
  if (!report)
    return { refused: "gone" };
  const { figures } = report;
  if (await due.count(`file-${id}-${press}`, pressKnownMs) > 1)
    return { outcome: "sent" };
  const period = periodText(desk, figures.period);
  const file = {
    name: tableName(figures, desk),
    title: say(desk.words, "report.file-title", { period }),
    alt: say(desk.words, "report.file-alt", { period }),
    bytes: new TextEncoder().encode(reportTable(figures, desk))
  };
  try {
    await board.send(file, lead.id);
    return { outcome: "sent" };
  } catch (fault) {
    if (!isRemoteFault(fault))
      throw fault;
    return { outcome: mayNotUpload(fault) ? "not-permitted" : "failed" };
  }
}

// dist/slack/screens/people-view.js
var peopleOnPage = 20;
var MAX_QUOTE2 = 300;
function peopleView({ panel, cards, page, count, desk, now }) {
  const { words: words2 } = desk;
  const from = page * peopleOnPage;
  const left = Math.min(peopleOnPage, count - from - cards.length);
  const turns = [
    ...page > 0 ? [panelButton("back", say(words2, "button.back"), panel, desk, String(page - 1))] : [],
    ...left > 0 ? [
      panelButton("next", say(words2, "button.next-people", { count: left }), panel, desk, String(page + 1))
    ] : []
  ];
  return modal({
    callbackId: callbackIds.people,
    ref: panelRef(panel, desk, String(page)),
    desk,
    title: panel.kind === "digest" ? "people.followers-title" : "people.replies-title",
    close: "draft.close",
    blocks: [
      ...cards.length === 0 ? [rich(line(say(words2, "people.nobody")))] : [],
      ...cards.flatMap((card) => personBlocks(card, panel.id, page, desk, now)),
      ...turns.length > 0 ? [note(say(words2, "people.page", { from: from + 1, to: from + cards.length, count }))] : [],
      ...actions(...turns)
    ]
  });
}
function personBlocks(card, panel, page, desk, now) {
  if (isPurged(card))
    return [rich(line(`${keptWhat(card, desk)} \xB7 ${keptOutcome(card, desk)}`))];
  const act2 = card.acts.findLast((one) => one.kind === "mention" && !one.gone);
  const status = statusOf(card, desk, now)?.sentence;
  return [
    rich(line(bold(shownName(card.patron)), " ", link(profileUrl(desk, card.patron.handle), `@${card.patron.handle}`), ` \xB7 ${momentText(desk, (act2 ?? card.acts[0])?.at ?? card.changedAt, now)}`), isFollow(card) ? aboutLine(card.patron, desk) : void 0, ...act2?.kind === "mention" ? [
      ...contextLines(act2, card.patron.id, { desk, isShown: () => false, max: MAX_QUOTE2 }),
      ...postLines(act2, desk, now, MAX_QUOTE2)
    ] : [], status === void 0 ? void 0 : line(status)),
    ...act2 ? pictureBlocks(card, act2, desk) : [],
    ...actions(...personButtons(card, `${panel} ${page}`, desk))
  ];
}
function personButtons(card, from, desk) {
  const { words: words2 } = desk;
  const ref = refTo(card, desk);
  if (!isLegal("claim", card.state)) {
    return [button({ id: actionIds.open, label: say(words2, "button.open"), ref })];
  }
  const [starter] = startersOf(card, desk);
  const id = isFollow(card) ? actionIds.greet : starterActionId(starter?.id ?? "answer");
  return [
    button({ id, label: starter?.label ?? say(words2, "button.open"), ref }),
    ...isFollow(card) ? [button({ id: actionIds.skipListed, label: say(words2, "button.skip"), ref: refTo(card, desk, from) })] : []
  ];
}

// dist/slack/screens/answers-view.js
var answersOnPage = 20;
var MAX_POST2 = 1e3;
function answersView({ panel, cards, page, count, desk, now }) {
  const { words: words2 } = desk;
  const { conversation } = panel;
  const left = Math.max(0, count - page * answersOnPage - cards.length);
  const view = conversation ? [" \xB7 ", link(postUrl(desk, conversation), say(words2, "panel.view"))] : [];
  const turn = (to, label) => panelButton("next", label, panel, desk, String(to));
  const back = panelButton("back", say(words2, "button.back"), panel, desk, String(page - 1));
  const next = say(words2, "button.next-people", { count: Math.min(answersOnPage, left) });
  return modal({
    callbackId: callbackIds.answers,
    ref: panelRef(panel, desk, String(page)),
    desk,
    title: "answers.title",
    close: "draft.close",
    blocks: [
      rich(line(bold(questionText(panel, desk)), ` \xB7 ${sayCount(desk, "answers.count", count)}`, ...view)),
      ...count === 0 ? [note(say(words2, "answers.nobody"))] : [],
      ...cards.flatMap((card) => answerBlocks(card, panel, page, desk, now)),
      ...left > 0 ? [note(sayCount(desk, "answers.more", left))] : [],
      ...actions(...page > 0 ? [back] : [], ...left > 0 ? [turn(page + 1, next)] : [])
    ]
  });
}
function answerBlocks(card, panel, page, desk, now) {
  const { handle } = card.patron;
  const posts = card.acts.filter((act2) => act2.kind === "mention" && !act2.gone);
  const newest = posts.at(-1);
  const status = statusOf(card, desk, now)?.sentence;
  return [
    { type: "divider" },
    rich(line(bold(shownName(card.patron)), ...handle === "" ? [] : [" ", link(profileUrl(desk, handle), `@${handle}`)], ...newest ? [` \xB7 ${momentText(desk, newest.at, now)} \xB7 `, viewLink(newest, desk)] : []), ...posts.flatMap((post2) => postLines(post2, desk, now, MAX_POST2)), status === void 0 ? void 0 : line(status)),
    ...actions(...personButtons(card, `${panel.id} ${page}`, desk))
  ];
}
var viewLink = (post2, desk) => link(postUrl(desk, post2.versions.at(-1) ?? post2.id), say(desk.words, "card.view"));

// dist/slack/listeners/panels.js
var options2 = {
  "say-hello": sayHello,
  people: turnTo,
  back: turnTo,
  next: turnTo,
  read: (press) => readThem(press),
  rest: async (press) => refuseIf(press, await closeRest(press.ports, press.panel, press.actor)),
  "skip-all": async (press) => refuseIf(press, await skipAll(press.ports, press.panel, press.actor)),
  mute: (press) => inConversation(press, muteConversation),
  unmute: (press) => inConversation(press, unmute),
  "not-now": async (press, desks) => refuseIf(press, await putOff(press.ports, press.panel, press.actor, desks)),
  share: (press) => share(press),
  csv: (press) => sendFile(press),
  weekly: async (press) => {
    const isReport = (await press.ports.panels.get(press.panel))?.kind === "report";
    const refusal = isReport ? await beginWeekly(press.ports, press.actor) : { refused: "gone" };
    await (refusal ? press.refuse(refusal) : press.tell(say(press.desk.words, "report.weekly-on")));
  },
  menu: async (press, desks) => {
    const option = oneOf(panelOptions, press.extra);
    await (option && option !== "menu" ? options2[option]({ ...press, extra: void 0 }, desks) : press.refuse({ refused: "gone" }));
  }
};
var readers = /* @__PURE__ */ new Set(["say-hello", "people", "back", "next", "read"]);
function listenToPanels(app, desks, log) {
  app.action(panelActionPattern, async ({ ack, action, body, client, respond }) => {
    await ack();
    const ref = decodePanelRef(pressedValue(action));
    const ports = ref && await desks.now(ref.desk);
    const [, name] = panelActionPattern.exec(action.action_id) ?? [];
    const option = oneOf(panelOptions, name);
    if (!ref || !ports || !option)
      return tellNotServed(log, action.action_id, respond);
    const trigger = body.trigger_id;
    const panel = { ...screenOf(body, client, ports), panel: ref.panel, extra: ref.extra, trigger };
    if (ports.desk.account.linkOnly && readers.has(option))
      return panel.refuse({ refused: "link-only" });
    await options2[option](panel, desks);
  });
  app.action(actionIds.skipListed, async ({ ack, action, body, client, respond }) => {
    await ack();
    const press = await pressOf(body, action, client, desks);
    if (!press)
      return tellNotServed(log, action.action_id, respond);
    const listed = decodeListed(press.extra);
    if (!listed || readPage(listed.page) === void 0)
      return press.refuse({ refused: "gone" });
    const result = await act(press.ports, press.card, { do: "dismiss" }, press.actor);
    if (isRefusal(result))
      return press.refuse(result);
    const page = { panel: listed.panel, extra: listed.page, trigger: body.trigger_id };
    await turnTo({ ...press, ...page });
  });
}
var refuseIf = async (press, refusal) => {
  if (refusal)
    await press.refuse(refusal);
};
async function sayHello(press) {
  const card = await beginHello(press.ports, press.panel, press.actor);
  await (isRefusal(card) ? press.refuse(card) : begin(press, card, "hello"));
}
async function reportAsked(ports, user, asked, trigger) {
  const { clock, desk } = ports;
  const { words: words2 } = desk;
  const actor = actorFor(desk, user);
  const refused = (refusal) => refusalSentence(desk, refusal, clock.now());
  if (typeof asked === "object")
    return say(words2, "report.unknown", { typed: cut(asked.typed, 40) });
  if (asked === "weekly") {
    const refusal = await beginWeekly(ports, actor);
    return refusal ? refused(refusal) : say(words2, "report.weekly-on");
  }
  if (asked === "off") {
    const off = await endWeekly(ports, actor);
    if (isRefusal(off))
      return refused(off);
    return say(words2, off.ended ? "report.weekly-off" : "report.weekly-none");
  }
  const report = await askForReport(ports, actor, asked, trigger);
  if (isRefusal(report))
    return refused(report);
  return say(words2, "report.asked", { period: periodText(desk, report.period) });
}
async function share({ actor, desk, panel, ports, ...press }) {
  const shared = await shareReport(ports, panel, actor);
  if (isRefusal(shared))
    return press.refuse(shared);
  if (shared.isFirst)
    return;
  const fill = { name: nameOf(desk, shared.by), time: momentText(desk, shared.at, ports.clock.now()) };
  await press.tell(say(desk.words, "report.shared-already", fill));
}
async function sendFile({ actor, desk, panel, ports, trigger, ...press }) {
  const sent = await sendTable(ports, panel, actor, trigger);
  if (isRefusal(sent))
    return press.refuse(sent);
  if (sent.outcome === "sent")
    return;
  const key = sent.outcome === "not-permitted" ? "report.file-refused" : "report.file-failed";
  await press.tell(say(desk.words, key, { lead: leadOf(desk) }));
}
async function turnTo(press) {
  const { desk, ports, actor, panel: id } = press;
  if (actor.kind !== "staff")
    return press.refuse(notStaffRefusal(actor));
  const asked = readPage(press.extra);
  const panel = await ports.panels.get(id);
  if (asked !== void 0 && panel?.kind === "asked")
    return showAnswers(press, asked, await answersIn(ports, id, actor));
  if (asked === void 0 || !panel || !["fold", "digest"].includes(panel.kind))
    return press.refuse({ refused: "gone" });
  const { all: all2, open: open2 } = await ports.cards.inPanel(id);
  const isOpen2 = new Set(open2);
  const ordered = [...open2, ...all2.filter((one) => !isOpen2.has(one))];
  const last = Math.max(0, Math.ceil(ordered.length / peopleOnPage) - 1);
  const page = Math.min(asked, last);
  const onPage = ordered.slice(page * peopleOnPage, (page + 1) * peopleOnPage);
  const found = await Promise.all(onPage.map((one) => ports.cards.get(one)));
  const cards = found.filter((card) => card !== void 0);
  const now = ports.clock.now();
  await press.show(peopleView({ panel, cards, page, count: ordered.length, desk, now }), cards[0], cards.slice(1));
}
var readThem = async (press) => showAnswers(press, 0, await readAnswers(press.ports, press.panel, press.actor));
async function showAnswers(press, asked, found) {
  const { desk, ports } = press;
  if (isRefusal(found))
    return press.refuse(found);
  const { panel, cards } = found;
  const page = Math.min(asked, Math.max(0, Math.ceil(cards.length / answersOnPage) - 1));
  const onPage = cards.slice(page * answersOnPage, (page + 1) * answersOnPage);
  const now = ports.clock.now();
  const view = answersView({ panel, cards: onPage, page, count: cards.length, desk, now });
  await press.show(view, onPage[0], onPage.slice(1));
}
async function inConversation(press, run2) {
  const conversation = (await press.ports.panels.get(press.panel))?.conversation;
  await refuseIf(press, conversation ? await run2(press.ports, conversation, press.actor) : { refused: "gone" });
}

// dist/flows/answer/look-up.js
async function lookUp({ cards }, handle) {
  const [newest] = (await cards.ofHandle(handle)).slice(-1);
  const card = newest && await cards.get(newest);
  return card && lookUpPatron({ cards }, card.patron);
}
async function lookUpPatron(ports, { id }) {
  const known = await cardsOf(ports, id);
  const card = known.findLast(({ state }) => state === "open") ?? known.findLast(({ state }) => state !== "withdrawn");
  return card && { card, others: known.filter((one) => one !== card) };
}

// dist/flows/answer/start.js
async function start(ports, patron, actor) {
  if (actor.kind !== "staff")
    return notStaffRefusal(actor);
  const card = (await lookUpPatron(ports, patron))?.card ?? await newFollower(ports, patron);
  if (!card)
    return { refused: "stranger", handle: patron.handle.toLowerCase() };
  if (card.state === "claimed" && card.holder?.id === actor.id)
    return card;
  const picksFirst = isFollow(card) && reachOf(card, ports.desk) === "api";
  if (picksFirst && card.state === "open")
    return card;
  const again = isPurged(card) ? await againOf(ports, card, patron) : {};
  if (isRefusal(again))
    return again;
  const started = await act(ports, card.id, { do: picksFirst ? "reopen" : "start", ...again }, actor);
  return isRefusal(started) ? started : started.card;
}
async function againOf(ports, card, patron) {
  if (isFollow(card))
    return { again: { patron, posts: [] } };
  const again = await readAgain2(ports, card);
  return isRefusal(again) ? again : { again };
}
async function newFollower(ports, patron) {
  const { cards, clock, desk, watermarks } = ports;
  if (desk.inPrivate)
    return void 0;
  if (!patron.followsUs && !(await watermarks.areKnown([patron.id]))[0])
    return void 0;
  const id = followCardId(patron.id);
  const now = clock.now();
  await cards.change(id, (card) => ({
    next: addAct(card, id, followAct(patron, now), patron, now).card,
    result: void 0
  }));
  return cards.get(id);
}

// dist/slack/screens/forget-view.js
function forgetView(desk, handle, conversations) {
  const { prices } = desk.network;
  const unknown = prices ? say(desk.words, "forget.unknown", { handle, price: priceText(prices.user) }) : say(desk.words, "forget.unknown-free", { handle });
  const asked = conversations === void 0 ? unknown : sayCount(desk, "forget.erase", conversations, { handle });
  return modal({
    callbackId: callbackIds.forget,
    ref: { desk: desk.id, handle },
    desk,
    title: "forget.title",
    submit: "forget.submit",
    close: "pass.close",
    blocks: [
      rich(line(asked)),
      rich(line(say(desk.words, "forget.means")), line(say(desk.words, "forget.stays")))
    ]
  });
}

// dist/slack/listeners/people.js
async function greetByName(screen, handle) {
  const { actor, desk, ports } = screen;
  if (actor.kind !== "staff")
    return screen.refuse(notStaffRefusal(actor));
  if (desk.account.linkOnly)
    return screen.refuse({ refused: "link-only" });
  const known = await lookUp(ports, handle);
  if (!known)
    return void await screen.show(unknownPersonView(handle, desk));
  await takeUp(screen, known.card.patron, known);
}
async function takeUp(screen, patron, known) {
  if (known && isDone(known.card))
    return showPerson(screen, known);
  await goOn2(screen, await start(screen.ports, patron, screen.actor));
}
async function showPerson(screen, known) {
  const { actor, desk, ports } = screen;
  const view = personView({ ...known, desk, actor, now: ports.clock.now() });
  await screen.show(view, known.card, known.others);
}
async function goOn2(screen, started) {
  if (isRefusal(started))
    return screen.refuse(started);
  await (isFollow(started) ? pickPost(screen, started) : begin(screen, started, "answer"));
}
async function forgetByName(screen, handle) {
  const { actor, desk, ports } = screen;
  if (actor.kind !== "staff")
    return screen.refuse(notStaffRefusal(actor));
  if (!actor.lead)
    return screen.refuse({ refused: "lead-only" });
  if (!ports.forgotten.isReady)
    return screen.tell(say(desk.words, "forget.no-key"));
  if (handle === "")
    return screen.tell(say(desk.words, "forget.whom"));
  const known = await whoHasHandle(ports, handle);
  const { desk: own } = ports.inPublic ?? ports;
  await screen.show(forgetView(own, handle, known?.conversations));
}
function listenToForget(app, desks) {
  app.view(callbackIds.forget, async ({ ack, body, view }) => {
    const ref = decodeHandleRef(view.private_metadata);
    const ports = ref && await desks.now(ref.desk);
    if (!ref || !ports)
      return ack({ response_action: "clear" });
    const { desk } = ports;
    const show4 = (text) => ack({ response_action: "update", view: noteView(desk, text) });
    const actor = actorFor(desk, body.user.id);
    if (actor.kind !== "staff" || !actor.lead)
      return show4(say(desk.words, "refused.lead-only", { lead: leadOf(desk) }));
    const who = await whoHasHandle(ports, ref.handle) ?? await askWhoHasHandle(ports, ref.handle);
    if ("became" in who)
      return show4(say(desk.words, `forget.${who.became}`));
    await orTellNotSaved(desk, show4, () => askToForget(ports, who.person));
    await show4(say(desk.words, "forget.done"));
  });
}
function listenToPeople(app, desks, log) {
  listenToForget(app, desks);
  app.action(actionIds.writeTo, async ({ ack, action, body, client, respond }) => {
    await ack();
    const press = await pressOf(body, action, client, desks);
    if (!press)
      return tellNotServed(log, action.action_id, respond);
    const card = await press.ports.cards.get(press.card);
    if (!card)
      return press.refuse({ refused: "gone" });
    await goOn2(press, await start(press.ports, card.patron, press.actor));
  });
  app.action(actionIds.lookOnX, async ({ ack, action, body, client, respond }) => {
    await ack();
    const ref = decodeHandleRef(pressedValue(action));
    const ports = ref && await desks.now(ref.desk);
    if (!ref || !ports?.desk.network.handle.test(ref.handle))
      return tellNotServed(log, action.action_id, respond);
    await lookOnX(screenOf(body, client, ports), ref.handle);
  });
}
var spentKeys = {
  desk: "start.budget",
  together: "start.budget-together"
};
async function lookOnX(screen, handle) {
  const { actor, desk, ports } = screen;
  if (actor.kind !== "staff")
    return screen.refuse(notStaffRefusal(actor));
  if (desk.account.linkOnly)
    return screen.refuse({ refused: "link-only" });
  await screen.show(noteView(desk, say(desk.words, "start.looking", { handle })));
  let patron;
  try {
    patron = await ports.network.person(handle);
  } catch (fault) {
    const usedUp = usedUpBudgetOf(fault);
    const fill = { handle, lead: leadOf(desk) };
    await screen.tell(say(desk.words, usedUp ? spentKeys[usedUp] : "start.failed", fill));
    if (usedUp)
      return;
    throw fault;
  }
  if (!patron)
    return screen.refuse({ refused: "stranger", handle });
  await takeUp(screen, patron, await lookUpPatron(ports, patron));
}

// dist/slack/listeners/commands.js
function listenToCommands(app, desks) {
  app.command("/greet", async ({ ack, client, command, respond }) => {
    await ack();
    const ports = await deskAt(command.channel_id, desks);
    if (!ports)
      return elsewhere(command, respond, desks);
    const { user_id: userId, trigger_id: triggerId, channel_id: channel } = command;
    const screen = createScreen({ client, ports, userId, triggerId, channel });
    const text = plainText(command.text);
    const { desk } = ports;
    if (namesColleague(desk, text))
      return tell3(respond, desk, say(desk.words, "command.colleague", { handle: desk.network.exampleHandle }));
    const parsed = parseCommand(text, desk.network);
    switch (parsed.kind) {
      case "waiting":
        return showWaiting(screen, client, desks);
      case "next":
        await answerNext2(screen, desks);
        return;
      case "handle":
        return greetByName(createScreen({ client, ports, userId, triggerId }), parsed.handle);
      case "forget":
        return forgetByName(createScreen({ client, ports, userId, triggerId }), parsed.handle);
      case "colleague":
        return tell3(respond, desk, say(desk.words, "command.colleague", { handle: desk.network.exampleHandle }));
      case "note":
        return parsed.note === "" ? show3(respond, desk, notesMessage(desk, ports.clock.now())) : tell3(respond, desk, await leaveNoteToday(screen, parsed.note));
      case "pause":
        return tell3(respond, desk, await pauseSending(screen, parsed.reason));
      case "resume":
        return tell3(respond, desk, await resumeSending(screen));
      case "budget":
        return screen.actor.kind === "staff" ? show3(respond, desk, await budgetOf(ports)) : screen.refuse(notStaffRefusal(screen.actor));
      case "report":
        return tell3(respond, desk, await reportAsked(ports, userId, parsed.asked, triggerId));
      case "help":
        return show3(respond, desk, helpMessage(desk));
      case "unknown": {
        const fill = { typed: cut(parsed.typed, 40), command: parsed.meant };
        return tell3(respond, desk, say(desk.words, "command.unknown", fill));
      }
    }
  });
  app.command("/rota", async ({ ack, command, respond }) => {
    await ack();
    const ports = await deskAt(command.channel_id, desks);
    if (!ports)
      return wrongChannel(respond, desks);
    await show3(respond, ports.desk, rotaMessage(ports.desk, ports.clock.now()));
  });
}
function namesColleague({ outsiders = [], rota }, text) {
  const [, name] = /^@(.+)$/u.exec(text.trim().toLowerCase()) ?? [];
  if (!name)
    return false;
  const names = [...rota.staff, ...outsiders].map(({ name: shown }) => shown.toLowerCase());
  const known = [...rota.staff.map(({ key }) => key), ...names];
  return known.some((one) => name === one || name.startsWith(`${one} `));
}
var deskAt = async (channel, desks) => (await desks.all()).find(({ desk }) => desk.channel === channel);
async function showWaiting(screen, client, desks) {
  const { desk, ports, user } = screen;
  const others = (await theirDesks(desks, desk, user)).filter((one) => one.desk.id !== desk.id);
  const lists = await Promise.all([ports, ...others].map(waitingAt));
  const now = ports.clock.now();
  const quoted2 = lists.flatMap((list) => linked(list).map((card) => ({ ports: list.ports, card })));
  const [first] = quoted2.filter((one) => one.ports === ports);
  const rest = quoted2.filter((one) => one !== first);
  const shown = await screen.show(waitingView(desk, lists, now), first?.card, rest);
  if (!shown || quoted2.length === 0)
    return;
  const withLinks = await Promise.all(lists.map(async (list) => ({
    ...list,
    permalinks: await permalinks(linked(list), list.desk.channel, client)
  })));
  const hasLinks = withLinks.some((list) => Object.keys(list.permalinks).length > 0);
  if (hasLinks)
    await screen.change(shown, waitingView(desk, withLinks, now), first?.card, rest);
}
async function waitingAt(ports) {
  const { cards, desk } = ports;
  const [{ first, count }, flagged, lastLookAt] = await Promise.all([
    cards.waiting(mostListed),
    cards.flagged(),
    staleLook(ports)
  ]);
  return { ports, desk, cards: first, count, flagged, lastLookAt };
}
var linked = ({ cards, flagged }) => [
  ...cards,
  ...flagged.slice(0, mostListed)
];
async function elsewhere({ channel_id: channel, text, trigger_id: trigger, user_id: user }, respond, desks) {
  const theirs = (await desks.all()).filter(({ desk }) => memberOf(desk, user));
  const [first] = channel.startsWith("D") ? theirs : [];
  const parsed = first && parseCommand(plainText(text), first.desk.network);
  if (parsed?.kind !== "report")
    return wrongChannel(respond, desks);
  for (const ports of theirs)
    await tell3(respond, ports.desk, await reportAsked(ports, user, parsed.asked, trigger));
}
async function wrongChannel(respond, desks) {
  const all2 = await desks.all();
  const [first] = all2;
  if (!first)
    return;
  const inPublic = all2.filter(({ desk }) => !desk.inPrivate);
  const channels = inPublic.map(({ desk }) => `<#${desk.channel}>`).join(", ");
  const text = escapeText(say(first.desk.words, "command.wrong-channel", { channel: "\0" }));
  await respond({ response_type: "ephemeral", text: text.replace("\0", channels) });
}
var tell3 = async (respond, desk, text) => {
  await show3(respond, desk, sentenceMessage(text, desk));
};
var show3 = async (respond, desk, message) => {
  await respond({ response_type: "ephemeral", ...marked(message, desk) });
};
function listenToShortcut(app, desks) {
  app.shortcut(answerNextShortcut, async ({ ack, body, client }) => {
    await ack();
    const userId = body.user.id;
    const all2 = await desks.all();
    const ports = all2.find(({ desk }) => !desk.account.practice && memberOf(desk, userId)) ?? all2.find(({ desk }) => memberOf(desk, userId)) ?? all2[0];
    if (!ports)
      return;
    await answerNext2(createScreen({ client, ports, userId, triggerId: body.trigger_id }), desks);
  });
}
async function pauseSending({ desk, ports, actor }, reason) {
  if (reason === "")
    return say(desk.words, "command.no-reason");
  const result = await pause(ports, actor, reason);
  if (isRefusal(result))
    return refusalSentence(desk, result, ports.clock.now());
  if (result.begun && result.pause.reason !== reason)
    return say(desk.words, "command.paused-long", { reason: result.pause.reason });
  if (result.begun)
    return say(desk.words, "command.paused-by-you");
  return say(desk.words, "command.paused-already", {
    ...pauseFill(ports, result.pause),
    lead: leadOf(desk)
  });
}
async function budgetOf({ clock, desk, ledger }) {
  const at = clock.now();
  const together = desk.budgetTogether && ledger.monthTogether(at);
  return budgetMessage(desk, await ledger.month(at), await together);
}
async function resumeSending({ desk, ports, actor }) {
  const result = await resume(ports, actor);
  if (isRefusal(result))
    return refusalSentence(desk, result, ports.clock.now());
  return say(desk.words, result.ended ? "command.resumed-by-you" : "command.not-paused");
}
async function leaveNoteToday({ desk, ports, actor }, text) {
  const note2 = await leaveNote(ports, actor, text);
  if (isRefusal(note2))
    return refusalSentence(desk, note2, ports.clock.now());
  return say(desk.words, "note.kept", { note: note2.text, time: localTime(desk.rota, note2.until) });
}

// dist/core/rota/coming-shifts.js
var AHEAD_DAYS = 13;
function comingShifts(rota, nowMs) {
  const days = daysAround(rota.timeZone, nowMs - dayMs, nowMs + AHEAD_DAYS * dayMs, 0);
  const all2 = assigned(rota, days);
  return days.flatMap(({ date }) => rota.staff.flatMap((member) => merged(all2.filter(({ who, fromMs }) => who === member.key && localDate(rota, fromMs) === date.toString())).filter(({ toMs }) => toMs > nowMs).map((span) => ({ ...span, member }))));
}
function partOfShift(rota, shift, from, until) {
  const day = localDayOf(rota.timeZone, localDate(rota, shift.fromMs));
  const moments = (time) => [minuteOf(time), minuteOf(time) + DAY_MINUTES].map(day.at);
  const fromMs = from === void 0 ? shift.fromMs : firstInShift(moments(from), (ms) => ms >= shift.fromMs && ms < shift.toMs);
  const toMs = until === void 0 ? shift.toMs : firstInShift(moments(until), (ms) => ms > fromMs && ms <= shift.toMs);
  return { fromMs, toMs };
}
function minuteOf(time) {
  const [hours = 0, minutes2 = 0] = time.split(":").map(Number);
  return hours * 60 + minutes2;
}
var firstInShift = (moments, isIn2) => moments.find(isIn2) ?? moments[0] ?? 0;

// dist/slack/screens/find-cover-view.js
var MAX_OPTIONS2 = 100;
var everyone = "everyone";
function findCoverView(desk, user, now) {
  const shifts = comingShifts(desk.rota, now);
  const ask3 = {
    callbackId: callbackIds.findCover,
    ref: { desk: desk.id },
    desk,
    title: "find.title"
  };
  if (shifts.length === 0) {
    return modal({ ...ask3, close: "pass.close", blocks: [rich(line(say(desk.words, "find.nothing")))] });
  }
  return modal({
    ...ask3,
    submit: "find.ask",
    close: "pass.close",
    blocks: [whichShift(shifts, desk, user, now), ...times(desk), whomToAsk(desk, user)]
  });
}
function whichShift(shifts, desk, user, now) {
  const people = [...new Set(shifts.map(({ member }) => member))];
  const inOrder2 = people.toSorted((a, b) => Number(b.slackId === user) - Number(a.slackId === user));
  const groups = inOrder2.slice(0, MAX_OPTIONS2).map((member) => ({
    label: plain(member.slackId === user ? say(desk.words, "find.yours") : member.name, slackRoom.option),
    options: shifts.filter((shift) => shift.member === member).slice(0, MAX_OPTIONS2).map((shift) => ({
      text: plain(spanAndDayText(desk, shift, now), slackRoom.option),
      value: encodeShift(shift)
    }))
  }));
  const mine = inOrder2[0]?.slackId === user ? groups[0]?.options[0] : void 0;
  return input3(desk, "find.shift", {
    type: "static_select",
    action_id: actionIds.shift,
    placeholder: plain(say(desk.words, "find.pick"), slackRoom.placeholder),
    option_groups: groups,
    ...mine ? { initial_option: mine } : {}
  });
}
var times = (desk) => [
  [actionIds.from, "find.from"],
  [actionIds.until, "find.to"]
].map(([id, label]) => ({
  ...input3(desk, label, {
    type: "timepicker",
    action_id: id,
    placeholder: plain(say(desk.words, "find.time"), slackRoom.placeholder)
  }),
  optional: true
}));
function whomToAsk(desk, user) {
  const all2 = {
    text: plain(say(desk.words, "find.everyone"), slackRoom.option),
    value: everyone
  };
  const colleagues = desk.rota.staff.filter(({ gone, slackId }) => !gone && slackId !== user).slice(0, MAX_OPTIONS2 - 1).map(({ slackId, name }) => ({ text: plain(name, slackRoom.option), value: slackId }));
  return input3(desk, "find.whom", {
    type: "static_select",
    action_id: actionIds.colleague,
    options: [all2, ...colleagues],
    initial_option: all2
  });
}
function input3(desk, label, element) {
  return {
    type: "input",
    block_id: element.action_id,
    label: plain(say(desk.words, label), slackRoom.line),
    element
  };
}
var encodeShift = ({ member, fromMs, toMs }) => `${member.slackId} ${fromMs} ${toMs}`;
function askedIn({ rota }, values) {
  const chosen = (id) => values[id]?.[id];
  const shift = readShift(chosen(actionIds.shift)?.selected_option?.value);
  const time = (id) => chosen(id)?.selected_time ?? void 0;
  const [from, until] = [time(actionIds.from), time(actionIds.until)];
  if (!shift || [from, until].some((one) => one !== void 0 && !isTime(one)))
    return void 0;
  const asked = chosen(actionIds.colleague)?.selected_option?.value;
  return {
    whose: shift.whose,
    ...partOfShift(rota, shift, from, until),
    ...asked === void 0 || asked === everyone ? {} : { asked: readPerson(asked) ?? slackUserId("") }
  };
}

// dist/slack/listeners/covers.js
var options3 = {
  take,
  undo: undoTake,
  withdraw: withdraw2,
  everyone: widen
};
function listenToCovers(app, desks, log) {
  app.action(actionIds.findCover, async ({ ack, action, body, client, respond }) => {
    await ack();
    const ref = decodeDeskRef(pressedValue(action));
    const ports = ref && await desks.now(ref.desk);
    if (!ports)
      return tellNotServed(log, action.action_id, respond);
    const screen = screenOf(body, client, ports);
    const { desk, user, actor } = screen;
    if (actor.kind !== "staff")
      return screen.refuse(notStaffRefusal(actor));
    await screen.show(findCoverView(desk, user, ports.clock.now()));
  });
  app.view(callbackIds.findCover, async ({ ack, body, view }) => {
    const ref = decodeDeskRef(view.private_metadata);
    const ports = ref && await desks.now(ref.desk);
    if (!ports)
      return ack({ response_action: "errors", errors: { [actionIds.shift]: notServed } });
    const { desk } = ports;
    const { values } = view.state;
    const asked = askedIn(desk, values);
    const isPart = [actionIds.from, actionIds.until].some((id) => values[id]?.[id]?.selected_time);
    const about = isPart ? actionIds.until : actionIds.shift;
    const stay = (why, under = about) => ack({ response_action: "errors", errors: { [under]: why } });
    const result = await orTellNotSaved(desk, stay, async () => asked ? ask2(ports, actorFor(desk, body.user.id), asked) : { refused: "gone" });
    if (isRefusal(result)) {
      const isOfAsked = result.refused === "not-colleague" && result.by !== asked?.whose;
      return stay(refusalSentence(desk, result, ports.clock.now()), isOfAsked ? actionIds.colleague : about);
    }
    if (!result.asked)
      return ack();
    const done = say(desk.words, "find.one-asked", { name: nameOf(desk, result.asked) });
    await ack({ response_action: "update", view: noteView(desk, done) });
  });
  app.action(coverActionPattern, async ({ ack, action, body, client, respond }) => {
    await ack();
    const ref = decodePanelRef(pressedValue(action));
    const ports = ref && await desks.now(ref.desk);
    const [, name] = coverActionPattern.exec(action.action_id) ?? [];
    const option = oneOf(coverOptions, name);
    const request = readRequest(ref?.extra);
    if (!request || !ports || !option)
      return tellNotServed(log, action.action_id, respond);
    const screen = screenOf(body, client, ports);
    const result = await options3[option](ports, screen.actor, request);
    if (isRefusal(result))
      await screen.refuse(result);
  });
}

// dist/flows/answer/edit.js
async function saveDraft({ cards, clock }, id, actor, text, typedAt) {
  const saved = await cards.change(id, (card) => {
    if (!card)
      return { refused: "gone" };
    const next = withWords(card, actor, text, clock.now(), typedAt);
    return { next, result: next };
  });
  return isRefusal(saved) ? void 0 : saved;
}
function withWords(card, actor, text, now, typedAt) {
  const typed = typedAt === void 0 ? {} : { typedAt };
  const saved = decide(card, { do: "save-draft", text, ...typed }, actor, now);
  if (!isRefusal(saved))
    return saved.card;
  if (isOver(saved))
    return card;
  const kept2 = decide(card, { do: "keep-words", text }, actor, now);
  return isRefusal(kept2) ? card : kept2.card;
}
var isOver = ({ refused }) => ["answered", "elsewhere", "closed", "expired", "removed", "gone"].includes(refused);
async function closeEditor(ports, id, actor, opening) {
  const card = await ports.cards.get(id);
  if (card?.state !== "claimed" || actor.kind !== "staff" || card.holder?.id !== actor.id)
    return;
  if (wroteNothing(card, actor.id, opening))
    await act(ports, id, { do: "release" }, actor);
}
function wroteNothing({ draft, history: history2 }, person, opening) {
  if (!draft)
    return true;
  const gotItBy = history2.findLast(({ action }) => ["claim", "take-over", "pass"].includes(action));
  if (draft.by !== person)
    return gotItBy?.action === "claim";
  return draft.text.trim() === "" || draft.text.trim() === opening.trim();
}

// dist/flows/answer/submit.js
async function submit(ports, id, actor, submission) {
  const { clock, desk } = ports;
  const { text } = submission;
  const refuse = async (refusal2) => ({
    outcome: "refused",
    refusal: refusal2,
    card: await saveDraft(ports, id, actor, text)
  });
  const card = await cardToAnswer(ports, id, actor);
  if (isRefusal(card))
    return refuse(card);
  const refusal = refusalFor(card, { do: "approve" }, actor, clock.now());
  if (refusal && refusal.refused !== "trainee")
    return refuse(refusal);
  if (refusal) {
    if (takesNoReply(card, desk))
      return refuse({ refused: "takes-no-reply", first: firstOf(card.patron) });
    return askForCheck(ports, card, actor, text);
  }
  if (reachOf(card, desk) === "hand-off")
    return sendByHandOff(ports, card, actor, text);
  const { text: signed, stop, warnings } = await check(ports, card, actor, text);
  if (stop)
    return { outcome: "stopped", card, stop };
  if (warnings.length > 0 && !submission.warned) {
    const saved = await saveDraft(ports, id, actor, text);
    return { outcome: "warned", card: saved ?? card, warnings };
  }
  const usedUp = usedUpBudget(await budgetUses(ports));
  if (usedUp)
    return refuse({ refused: "budget", of: usedUp });
  const news = await reread(ports, card, actor);
  if (news)
    return refuse(news.refusal);
  const enough = await countGreeting(ports, card);
  if (enough)
    return refuse(enough);
  return approve(ports, card, actor, submission, signed);
}
async function cardToAnswer(ports, id, actor) {
  const card = await ports.cards.get(id);
  if (!card)
    return { refused: "gone" };
  return card.state === "open" ? claim(ports, id, actor) : card;
}
async function askForCheck(ports, card, actor, text) {
  const { stop } = await check(ports, card, actor, text);
  if (stop)
    return { outcome: "stopped", card, stop };
  return writeOnce(ports, card.id, actor, text, "check-asked", (newest, now) => {
    const saved = decide(newest, { do: "save-draft", text }, actor, now);
    return isRefusal(saved) ? saved : decide(saved.card, { do: "ask-review" }, actor, now);
  });
}
async function sendByHandOff(ports, card, actor, text) {
  const { cards, clock } = ports;
  const checked = await check(ports, card, actor, text, "hand-off");
  if (checked.stop)
    return { outcome: "stopped", card, stop: checked.stop };
  const news = await reread(ports, card, actor);
  if (news) {
    const saved = await saveDraft(ports, card.id, actor, text);
    return { outcome: "refused", refusal: news.refusal, card: saved };
  }
  const result = await cards.change(card.id, (newest, { pause: pause2 }) => {
    if (!newest)
      return { refused: "gone" };
    const now = clock.now();
    const next = withWords(newest, actor, text, now);
    const refusal = refusalFor(newest, { do: "hand-off" }, actor, now) ?? (pause2 ? { refused: "paused", ...pause2 } : void 0);
    return {
      next,
      result: refusal ? { outcome: "refused", card: next, refusal } : { outcome: "hand-off", card: next, checked }
    };
  });
  return isRefusal(result) ? { outcome: "refused", refusal: result } : result;
}
function approve(ports, card, actor, { begun, text, shownPost }, signed) {
  const { clock, desk, timings: timings2 } = ports;
  const first = givenName(card.patron.name, card.patron.handle);
  const opening = isHello(card) ? void 0 : openingUse(text, begun, first, desk);
  const closesAt = openUntil(desk.rota, clock.now());
  return writeOnce(ports, card.id, actor, text, "approved", (newest, now, { boot, pause: pause2 }) => decide(newest, {
    do: "approve",
    text: signed,
    undoMs: desk.send.undoMs,
    goodForMs: desk.send.goodForMs,
    goodAtLeastMs: timings2.goodAtLeastMs,
    ...closesAt === void 0 ? {} : { closesAt },
    boot,
    ...pause2 ? { pause: pause2 } : {},
    ...shownPost ? { shown: shownPost } : {},
    ...opening ? { opening } : {}
  }, actor, now));
}
async function writeOnce({ cards, clock }, id, actor, text, outcome, decideOn) {
  const result = await cards.change(id, (newest, world) => {
    if (!newest)
      return { refused: "gone" };
    const now = clock.now();
    const decided2 = decideOn(newest, now, world);
    if (!isRefusal(decided2))
      return { next: decided2.card, result: { outcome, card: decided2.card } };
    const next = withWords(newest, actor, text, now);
    return { next, result: { outcome: "refused", card: next, refusal: decided2 } };
  });
  return isRefusal(result) ? { outcome: "refused", refusal: result } : result;
}

// dist/slack/editor/warning-view.js
var warningView = (card, desk, warnings, text, now) => modal({
  callbackId: callbackIds.warning,
  ref: refTo(card, desk, encodeWriting({ opening: text, shownPost: replyTarget(card) })),
  desk,
  title: "warning.title",
  submit: "warning.send-anyway",
  close: "editor.keep",
  blocks: [
    ...pauseBlocks(desk, now),
    ...warnings.map((warning) => rich(line(findingSentence(desk, warning, card)))),
    rich(quoted(text)),
    ...actions(button({ id: actionIds.open, label: say(desk.words, "warning.back"), ref: refTo(card, desk) }))
  ]
});

// dist/slack/listeners/editor.js
function listenToEditor(app, desks) {
  app.action(actionIds.words, async ({ ack, action, body, client }) => {
    await ack();
    const { view } = body;
    const editor = view && await editorIn(view, body.user.id, desks);
    if (!editor || action.type !== "plain_text_input")
      return;
    const { value, block_id: block } = action;
    const card = await saveDraft(editor.ports, editor.card, editor.actor, value ?? "", pressedAt(action));
    if (!card || await isTrue(view, editor, card, value ?? ""))
      return;
    const next = await viewOf(editor, card, { draft: value ?? "", block });
    await redraw(client, view, next, { ...editor, card });
  });
  app.action(actionIds.tryOut, async ({ ack, action, body, client }) => {
    await ack();
    const { view } = body;
    const editor = view && await editorIn(view, body.user.id, desks);
    const words2 = view && wordsIn2(view.state.values);
    if (!editor || !words2)
      return;
    const { ports, desk, actor } = editor;
    const card = await saveDraft(ports, editor.card, actor, words2.text, pressedAt(action));
    if (!card)
      return;
    const checked = await check(ports, card, actor, words2.text);
    const looked = { words: checked.text, found: lookedOver(desk, checked, card) };
    const next = await viewOf(editor, card, { draft: words2.text, block: words2.block, looked });
    await update(client, { view_id: view.id }, next, { ...editor, card });
  });
  app.action(actionIds.seeAll, async ({ ack, body, client }) => {
    await ack();
    const { view } = body;
    const editor = view && await editorIn(view, body.user.id, desks);
    const words2 = view && wordsIn2(view.state.values);
    const card = editor && await editor.ports.cards.get(editor.card);
    if (!editor || !words2 || !card)
      return;
    const next = await viewOf(editor, card, { draft: words2.text, block: words2.block, showsAll: true });
    await redraw(client, view, next, { ...editor, card });
  });
  app.action(actionIds.starters, async ({ ack, action, body, client }) => {
    await ack();
    const { view } = body;
    const editor = view && await editorIn(view, body.user.id, desks);
    const words2 = view && wordsIn2(view.state.values);
    if (!editor || !words2 || action.type !== "static_select")
      return;
    const { ports, desk, actor } = editor;
    const card = await ports.cards.get(editor.card);
    if (!card)
      return;
    const first = givenName(card.patron.name, card.patron.handle);
    const kind = isFollow(card) ? "greeting" : "answer";
    const starter = starterOrUsual(action.selected_option.value, kind, desk);
    const draft = replaceOpening(starter, words2.text, first, desk);
    await saveDraft(ports, card.id, actor, draft, pressedAt(action));
    const begun = await viewOf(editor, card, { opening: openingText(starter, first, desk), draft });
    await update(client, { view_id: view.id }, begun, { ...editor, card });
  });
  app.view(callbackIds.editor, async ({ ack, body, view }) => {
    const editor = await editorIn(view, body.user.id, desks);
    const words2 = wordsIn2(view.state.values);
    const [firstBlock = ""] = Object.keys(view.state.values);
    const stay = (why) => ack({ response_action: "errors", errors: { [words2?.block ?? firstBlock]: why } });
    if (!editor || !words2)
      return stay(notServed);
    const next = await orTellNotSaved(editor.desk, stay, () => send(editor, { text: words2.text, begun: editor.opening }, words2.block));
    await (typeof next === "string" ? stay(next) : showNext(editor, next, view.id, (shown) => ack({ response_action: "update", view: shown })));
  });
  app.view(callbackIds.warning, async ({ ack, body, view }) => {
    const warning = await editorIn(view, body.user.id, desks);
    if (!warning)
      return ack();
    const editor = { ...warning, opening: "" };
    const tell4 = (why) => ack({ response_action: "update", view: asShowing(noteView(editor.desk, why)) });
    const next = await orTellNotSaved(editor.desk, tell4, () => send(editor, { text: warning.opening, warned: true }));
    await (typeof next === "string" ? tell4(next) : showNext(editor, next, view.id, (shown) => ack({ response_action: "update", view: shown })));
  });
  for (const callback of [callbackIds.editor, callbackIds.greet]) {
    app.view({ callback_id: callback, type: "view_closed" }, async ({ ack, body, view }) => {
      await ack();
      const editor = await editorIn(view, body.user.id, desks);
      if (editor)
        await closeEditor(editor.ports, editor.card, editor.actor, editor.opening);
    });
  }
}
async function isTrue(view, { desk, user, ports }, card, draft) {
  const has = (id) => view.blocks.some(({ block_id }) => block_id === id);
  const hello = helloOf(card);
  if (hello && !has(greetsId(await peopleToGreet(ports, hello))))
    return false;
  return has(aboveId({ card, desk, by: user, now: ports.clock.now(), draft }));
}
async function showNext({ ports, user }, { view: next, card }, modal2, ack) {
  const view = asShowing(next);
  await ack(view);
  await remember2(view, { ports, user, card, modal: modal2 });
}
async function send(editor, submission, block) {
  const { ports, card, actor, shownPost } = editor;
  const [submitted, waiting] = await Promise.all([
    submit(ports, card, actor, { ...submission, shownPost }),
    countWaiting(editor)
  ]);
  return nextOf(editor, submitted, waiting, { draft: submission.text, ...block ? { block } : {} });
}
async function nextOf(editor, submitted, waiting, words2) {
  const { desk, ports } = editor;
  const { card } = submitted;
  const now = ports.clock.now();
  switch (submitted.outcome) {
    case "approved":
      return { view: outgoingView({ card: submitted.card, desk, waiting, now }), card };
    case "check-asked":
      return { view: askedView({ card: submitted.card, desk, waiting, now }), card };
    case "hand-off":
      return { view: handOffView(submitted.card, desk, submitted.checked, now), card };
    case "warned":
      return { view: warningView(submitted.card, desk, submitted.warnings, words2.draft ?? "", now), card };
    case "stopped":
      return findingSentence(desk, submitted.stop, submitted.card);
    case "refused": {
      const why = refusalSentence(desk, submitted.refusal, now);
      const isNews = ["changed", "wrote-again"].includes(submitted.refusal.refused);
      if (!card || !isNews)
        return why;
      return { view: withoutPictures(await viewOf(editor, card, { ...words2, found: why })), card };
    }
  }
}
var countWaiting = async ({ ports, desks, user }) => await countNext(ports, desks, user).catch(undefinedIf(isStorageFault)) ?? 0;
async function viewOf({ ports, desk, user, opening: begun, blocks: blocks2 }, card, changed) {
  const around = await surroundingsOf(ports, card);
  const context = contextIn(blocks2, card);
  const now = ports.clock.now();
  return editorView({ card, desk, by: user, opening: begun, ...changed, ...around, context, now });
}
async function editorIn(view, userId, desks) {
  const ref = decodeRef(view.private_metadata);
  const ports = ref && await desks.now(ref.desk);
  const writing = ref && decodeWriting(ref.extra);
  if (!ref || !ports || !writing)
    return void 0;
  const { desk } = ports;
  const user = slackUserId(userId);
  const { blocks: blocks2 } = view;
  return { ports, desks, desk, card: ref.card, ...writing, user, actor: actorFor(desk, userId), blocks: blocks2 };
}
var pressedAt = ({ action_ts }) => Number(action_ts) * 1e3;

// dist/slack/listeners/events.js
function listenToHome(app, desks) {
  app.event("app_home_opened", async ({ event }) => {
    if (event.tab !== "home")
      return;
    const user = slackUserId(event.user);
    try {
      for (const { clock, homes } of await desks.all())
        await homes.opened(user, clock.now());
    } catch (fault) {
      if (!isStorageFault(fault))
        throw fault;
    }
  });
}
function listenToMembership(app, desks) {
  const inChannel = async (channel) => {
    for (const ports of await desks.all()) {
      if (ports.desk.channel !== channel)
        continue;
      await readColleaguesNow(ports);
      await tryChannelNow(ports);
    }
  };
  app.event("channel_unarchive", ({ event }) => inChannel(event.channel));
  app.event("group_unarchive", ({ event }) => inChannel(event.channel));
  app.event("member_joined_channel", async ({ context, event }) => {
    if (event.user === context.botUserId)
      await greetChannel(event.channel, desks);
    await inChannel(event.channel);
  });
  app.event("member_left_channel", ({ event }) => inChannel(event.channel));
  app.event("user_change", async ({ event }) => {
    for (const ports of await desks.all())
      await personChanged(ports, colleagueOf(event.user));
  });
}
async function greetChannel(channel, desks) {
  for (const ports of await desks.all())
    if (ports.desk.channel === channel)
      await sayFirstWords(ports);
}

// dist/slack/listeners/first-words.js
function listenToFirstWords(app, desks, log) {
  const on = (id, handler) => {
    app.action(id, async ({ ack, action, body, client, respond }) => {
      await ack();
      const ref = decodeDeskRef(pressedValue(action));
      const ports = ref && await desks.now(ref.desk);
      await (ports ? handler(screenOf(body, client, ports)) : tellNotServed(log, action.action_id, respond));
    });
  };
  on(actionIds.nextOfDesk, (screen) => answerNext2(screen, desks));
  on(actionIds.practise, async (screen) => {
    const others = (await desks.all()).map(({ desk }) => desk);
    await screen.show(howToPractise(screen.desk, others));
  });
}
function howToPractise(desk, all2) {
  const { account, words: words2 } = desk;
  if (account.practice)
    return practiseView(desk, [say(words2, "practise.here")]);
  const there = all2.find((one) => one.account.practice);
  const lead = leadOf(there ?? desk);
  const tryHere = say(words2, "practise.try", { seconds: Math.round(desk.send.undoMs / secondMs) });
  if (!there) {
    const none = say(words2, "practise.none", { lead });
    return practiseView(desk, [tryHere, none], say(words2, "practise.how"));
  }
  const where = there.channelName ? say(words2, "practise.there", { channel: there.channelName }) : say(words2, "practise.there-unnamed", { account: there.account.handle, lead });
  return practiseView(desk, [where, tryHere]);
}

// dist/slack/listeners/notes.js
function listenToNotes(app, desks, log) {
  app.action(actionIds.removeNote, async ({ ack, action, body, respond }) => {
    await ack();
    const ref = decodeNoteRef(pressedValue(action));
    const ports = ref && await desks.now(ref.desk);
    if (!ref || !ports)
      return tellNotServed(log, action.action_id, respond);
    const removed2 = await removeNote(ports, actorFor(ports.desk, body.user.id), ref.note);
    if (removed2 && isRefusal(removed2)) {
      const why = markedSentence(refusalSentence(ports.desk, removed2, ports.clock.now()), ports.desk);
      return void await respond({ response_type: "ephemeral", replace_original: false, ...why });
    }
    const left = notesMessage(await withNotesLeft(desks, ports.desk), ports.clock.now());
    await respond({ replace_original: true, ...marked(left, ports.desk) });
  });
}
var withNotesLeft = async (desks, desk) => (await desks.now(desk.id))?.desk ?? desk;

// dist/slack/listeners/listen.js
function listen(app, desks, log, isKnownIncident = () => false) {
  routePresses(app);
  listenToButtons(app, desks, log);
  listenToEditor(app, desks);
  listenToForms(app, desks);
  listenToHold(app, desks);
  listenToUnmute(app, desks, log);
  listenToPanels(app, desks, log);
  listenToStarters(app, desks);
  listenToEncrypted(app, desks, log);
  listenToNotes(app, desks, log);
  listenToCovers(app, desks, log);
  listenToFirstWords(app, desks, log);
  listenToPeople(app, desks, log);
  listenToCommands(app, desks);
  listenToShortcut(app, desks);
  listenToHome(app, desks);
  listenToMembership(app, desks);
  app.error(async ({ error, body }) => {
    const fault = faultIn(error);
    if (!isKnownIncident(fault)) {
      log.error({ from: "slack", error: error.message, stack: error.stack }, "listener failed");
    }
    if (isStorageFault(fault) && "type" in body && body.type === "view_submission")
      return;
    const { channel, desk: id, user } = originOf(body);
    const all2 = await desks.all();
    const ports = all2.find(({ desk }) => desk.id === id || desk.channel === channel) ?? all2[0];
    if (!ports || !user)
      return;
    const said = say(ports.desk.words, isStorageFault(fault) ? "told.not-saved" : "told.slow");
    const { client } = app;
    const inModal = async (first) => {
      const trigger = "trigger_id" in body && typeof body.trigger_id === "string" ? body.trigger_id : void 0;
      if (!trigger)
        throw first;
      await client.views.open({ trigger_id: trigger, view: noteView(ports.desk, said) });
    };
    await client.chat.postEphemeral({ channel: ports.desk.channel, user, ...markedSentence(said, ports.desk) }).catch(inModal).catch((second) => log.warn({ from: "slack", error: second.message }, "could not tell"));
  });
}
function faultIn(error) {
  const fault = "original" in error ? error.original : error;
  return fault instanceof WebAPIPlatformError2 ? slackFault(fault, "in answer to a press", Date.now()) : fault;
}
function originOf(body) {
  const text = (value) => typeof value === "string" ? value : void 0;
  const idIn2 = (value) => typeof value === "object" && value !== null && "id" in value ? text(value.id) : void 0;
  const { actions: actions2, channel, user, view, channel_id, user_id } = body;
  const { private_metadata } = view ?? {};
  const [pressed] = Array.isArray(actions2) ? actions2 : [];
  const ref = decodeAnyRef(private_metadata) ?? decodeAnyRef(pressed?.value);
  return {
    channel: idIn2(channel) ?? text(channel_id),
    desk: ref?.desk,
    user: idIn2(user) ?? text(user_id)
  };
}

// dist/store/due-lists.js
var lookLua = `${bootLua}
local found = { boot() }
for _, key in ipairs(KEYS) do table.insert(found, redis.call('ZRANGE', key, 0, 0, 'WITHSCORES')[2] or '') end
return found
`;
function createDueLists(redis, prefix, sides) {
  const nodes = /* @__PURE__ */ new Map();
  for (const [id, { inPublic }] of sides) {
    const keys = inPublic ? deskKeys(prefix, inPublic.desk.id, "private") : deskKeys(prefix, id);
    const node = redis.isCluster ? inPublic?.desk.id ?? id : "";
    nodes.set(node, [...nodes.get(node) ?? [], { id, key: keys.due }]);
  }
  return [...nodes.values()].map((lists) => listsOf(redis, lists));
}
function listsOf(redis, lists) {
  const desks = lists.map(({ id }) => id);
  const keys = lists.map(({ key }) => key);
  return {
    desks,
    async look() {
      const [boot = "", ...times2] = await redis.eval(lookLua, keys.length, ...keys);
      const nextAt = desks.flatMap((desk, at) => times2[at] ? [[desk, Number(times2[at])]] : []);
      return { boot, nextAt: new Map(nextAt) };
    }
  };
}

// dist/store/upgrade.js
import { createHash as createHash2 } from "node:crypto";

// dist/store/written-by.js
var field = "written-by";
async function refuseLaterVersion(redis, keys, { version: version2, desk, where }) {
  const writer = await redis.hget(keys.watermarks, field);
  if (writer !== null && order(writer) > order(version2)) {
    throw new ConfigError([
      `${where} has records of desk '${desk}' that version ${writer} of the desk has written, and this is ${version2}, which may misread them. Start ${writer} or newer, or go back with the backup from before that upgrade: see "Upgrading" in OPERATE.md.`
    ]);
  }
  await redis.hset(keys.watermarks, field, version2);
}
function order(version2) {
  const [major = 0, minor = 0] = version2.split(".").map((part) => Number.parseInt(part, 10));
  return major * 1e6 + minor;
}

// dist/store/upgrade.js
var convertLua = `
if redis.call('HDEL', KEYS[1], ARGV[1]) == 1 then redis.call('HSETNX', KEYS[1], ARGV[2], ARGV[3]) end
return 1
`;
async function upgradeStore(redis, keys, { desk, cards, panels }, timeOf, by) {
  await refuseLaterVersion(redis, keys, { ...by, desk: desk.id });
  await convertWatermarks(redis, keys, timeOf);
  await indexCards(redis, keys, cards);
  await orderCards(redis, keys, desk, cards);
  await indexPanels(redis, keys, panels);
}
async function convertWatermarks(redis, keys, timeOf) {
  const ids = await redis.hmget(keys.watermarks, ...polls2);
  for (const [at, poll] of polls2.entries()) {
    const id = ids[at];
    if (id)
      await redis.eval(convertLua, 1, keys.watermarks, poll, timeField(poll), timeOf(postId(id)));
  }
}
var atOnce = 20;
async function writeAgain(cards, ids) {
  for (let from = 0; from < ids.length; from += atOnce) {
    const some = ids.slice(from, from + atOnce);
    await Promise.all(some.map((id) => cards.change(cardId(id), (card) => ({ next: card, result: void 0 }))));
  }
}
var listsOfCards = "2";
async function indexCards(redis, keys, cards) {
  if (await redis.hget(keys.watermarks, "cards-indexed") === listsOfCards)
    return;
  await redis.del(keys.formerWaiting);
  await writeAgain(cards, await redis.zrange(keys.recent, "0", "-1"));
  await redis.hset(keys.watermarks, "cards-indexed", listsOfCards);
}
async function orderCards(redis, keys, rules, cards) {
  const { rota, responseTargets, network, account } = rules;
  const { openHours, closures, timeZone } = rota;
  const all2 = [openHours, closures, timeZone, responseTargets, network.byApi, account.plan];
  const asked = createHash2("sha256").update(JSON.stringify(all2)).digest("base64url");
  if (await redis.hget(keys.watermarks, "ordered-by") === asked)
    return;
  const orders = await Promise.all(ordersOf(keys).map((order2) => redis.zrange(order2, "0", "-1")));
  await writeAgain(cards, orders.flat().map(idIn));
  await redis.hset(keys.watermarks, "ordered-by", asked);
}
async function indexPanels(redis, keys, panels) {
  if (await redis.hget(keys.watermarks, "panels-indexed") !== null)
    return;
  for await (const id of foundKeys(redis, keys.panel(""))) {
    await panels.change(panelId(id), (panel) => ({ next: panel, result: void 0 }));
  }
  await redis.hset(keys.watermarks, "panels-indexed", 1);
}

// dist/app.js
var systemClock = { now: () => Date.now(), monotonic: () => performance.now() };
function createApp({ env, desks }, overrides = {}) {
  const clock = overrides.clock ?? systemClock;
  const timings2 = { ...timings, ...overrides.timings };
  const log = overrides.log ?? createLog(env.logLevel);
  const prefix = env.redisPrefix;
  const roles = overrides.roles ?? ["slack", "worker"];
  const ending = new AbortController();
  const connection2 = connectStore(env.redisUrl, log);
  const store = overrides.store?.(connection2) ?? connection2;
  const queueConnection = connectQueue(env.redisUrl, log);
  const seeing = createSeeing({
    log,
    sides: () => sides,
    jobs: () => queue.getJobCounts("waiting", "active", "delayed", "prioritized"),
    slackConnections: () => bolt?.connections(),
    problems: () => dependencies.problems()
  });
  const background = backgroundClient(env.slack, timings2.slackCallMs, log, seeing.called("slack"));
  const shared = {
    ...{ env, store, clock, timings: timings2, log, seeing },
    isKnownIncident: (...fault) => dependencies.isKnownIncident(...fault),
    ending: ending.signal
  };
  const { mains, sides, served } = createServedDesks(desks, shared, background, overrides.ports);
  const redisState = createRedisState(env.redisUrl, prefix);
  const dependencies = createDependencies({
    log,
    everyMs: timings2.dependencyCheckMs,
    redis: redisState,
    slackConnections: () => bolt?.connections(),
    askSlack: () => tokenWorks(background),
    seen: createOutages(clock.now, recordOutage).seen,
    keysOfDesk: (id) => keysAmong(desks, id)
  });
  const { isKnownIncident, slackConnected } = dependencies;
  const silence = watchSilence(mains, log, timings2.dependencyCheckMs);
  const queue = createQueue(queueConnection, prefix, log, isKnownIncident);
  const tick = createTick(createDueLists(store, prefix, sides), (id) => sides.get(id)?.due, queue, shared);
  const pollDone = (desk, poll) => {
    if (isNetworkPoll(poll))
      dependencies.networkAnswers(desk);
    seeing.pollDone(desk, poll);
  };
  const worker = roles.includes("worker") ? createWorker({
    connection: queueConnection,
    prefix,
    desks: served,
    timings: timings2,
    log,
    pollDone,
    jobDone: tick.soon,
    isKnownIncident
  }) : void 0;
  const { answered, ...presence } = watchPresence(createPresses(store, prefix), () => bolt?.connections() ?? 0);
  const bolt = roles.includes("slack") ? createBolt({
    ...env.slack,
    log,
    refused: isKnownIncident,
    connected: slackConnected,
    answered,
    called: seeing.called("slack"),
    pressed: seeing.pressed,
    ended: () => presses.ended()
  }) : void 0;
  const presses = showAtOnce(served, log, tick.soon);
  if (bolt)
    listen(bolt.app, presses.desks, log, isKnownIncident);
  let connected = false;
  let closing;
  async function recordOutage(...[what, from, until]) {
    for (const one of mains.values()) {
      if (what === "redis")
        await recordRedisBack(one, from ?? clock.now(), until ?? clock.now());
      else if (until !== void 0)
        await recordSlackBack(one, from, until);
      else if (from !== void 0)
        await recordSlackAway(one, from);
    }
  }
  async function start2() {
    if (env.health)
      await seeing.count();
    await dependencies.check();
    await store.connect();
    const by = { version: overrides.version ?? version, where: redisState.name };
    await Promise.all([...sides.values()].map((own) => upgradeStore(store, keysOf(prefix, own.desk), own, postedAt, by)));
    await Promise.all([...mains.values()].map(({ forgotten }) => forgotten.check()));
    await queue.waitUntilReady();
    connected = true;
    if (worker) {
      const ofDesks = [...mains].map(([desk, { network }]) => ({ desk, ask: () => network.me() }));
      await dependencies.checkKeys([{ ask: () => tokenWorks(background) }, ...ofDesks]);
    }
    if (closing)
      return;
    if (worker) {
      await Promise.all([...sides.values()].map(beginPolls));
      worker.run().catch((error) => log.error({ error: error.message }, "worker ended"));
      tick.start();
    }
    await bolt?.start().catch((fault) => {
      throw dependencies.explained(fault);
    });
    dependencies.start();
    silence.start();
    presence.start();
    if (closing)
      return bolt?.stop();
    if (env.health)
      await seeing.serve(env.health);
    log.info({ desks: [...sides.keys()], roles }, "started");
  }
  async function idle() {
    for (; ; ) {
      await bolt?.idle();
      await presses.idle();
      const pending = await pendingJobs(queue);
      const idle2 = await tick.once() === "idle";
      if (idle2 && pending === 0 && await pendingJobs(queue) === 0)
        return;
      await delay6(5);
    }
  }
  async function end2() {
    dependencies.stop();
    silence.stop();
    presence.stop();
    if (!connected)
      void worker?.close(true).catch(() => {
      });
    const drain = () => Promise.all([bolt?.stop().then(presses.idle), tick.stop(), worker?.close()]).then(() => queue.close());
    const ended = await close({
      drain: connected ? drain : async () => {
      },
      cut: () => ending.abort(),
      cutAfterMs: timings2.drainMs,
      overAfterMs: timings2.closeMs
    });
    if (!ended)
      log.warn("Ended in the middle of some work; whoever runs next finds it.");
    await seeing.close();
    redisState.end();
    store.disconnect();
    queueConnection.disconnect();
  }
  return {
    start: start2,
    idle,
    ledger: {
      month: async (at = clock.now()) => addBills(await Promise.all([...mains.values()].map(({ ledger }) => ledger.month(at))))
    },
    introduce: async (sinceMs) => {
      const fresh2 = [];
      for (const [id, own] of mains)
        if (await introduce(own, sinceMs))
          fresh2.push(id);
      return fresh2;
    },
    close: () => {
      closing ??= end2();
      return closing;
    }
  };
}
export {
  createApp
};
