import {
  withDecisions,
  withPauses
} from "./chunk-E74SHGMR.js";
import {
  greetLabel,
  startersFor
} from "./chunk-TZALJG7N.js";
import {
  actionIds,
  actions,
  bold,
  budgetUses,
  bullets,
  button,
  callbackIds,
  confirmed,
  coverActionId,
  createForgotten,
  createSessions,
  cut,
  encodeRef,
  escapeMarkdown,
  escapeText,
  fallbackText,
  fitsButton,
  line,
  link,
  marked,
  markedSentence,
  messageEventType,
  moreActionId,
  note,
  overflow,
  panelActionId,
  plain,
  practiceMark,
  quoted,
  rich,
  richSay,
  sentenceLine,
  sentenceMessage,
  snoozeActionId,
  snoozeChoices,
  starterActionId,
  text,
  usedUpBudget,
  user
} from "./chunk-HVRJEXTK.js";
import {
  createRotaFeed,
  dayText,
  onDayText,
  slackRoom,
  spanAndDayText,
  spanText,
  stretchText,
  week
} from "./chunk-YOW2WXFG.js";
import {
  createKeptReplies,
  createOutcomes,
  createSnapshots,
  unlinkReplies,
  withoutLook,
  withoutNames
} from "./chunk-LSS7L4DW.js";
import {
  outcomeNamed
} from "./chunk-OAKAVM22.js";
import {
  answerBy,
  asksAbout,
  assigneeOf,
  bootLua,
  cardKey,
  checkKey,
  checkersOf,
  countLua,
  countUnread,
  countWaiting,
  createCards,
  createLedger,
  createOurPosts,
  createPanels,
  createSettings,
  createWatermarks,
  deskKeys,
  dueMember,
  erasedCard,
  erasedPanel,
  failingLook,
  failingSince,
  hasNothingLeft,
  homeEntry,
  homesLua,
  idleInfoOf,
  inOrder,
  inOrderOver,
  incidentAfter,
  isBlank,
  isCheckKey,
  isDone,
  isFormerKey,
  isFromBefore,
  isIdleWith,
  isLate,
  isLegal,
  isLineDone,
  isNothingRead,
  isPatronPost,
  isSameTelling,
  isSentAgain,
  isSetAside,
  isViewKind,
  leadOfFlag,
  leadToAsk,
  lineKey,
  linkPanel,
  logFailedCharges,
  longestHoldMs,
  namesPerson,
  needs,
  networkLooks,
  nextEdgeAt,
  openingUses,
  panelKey,
  passKey,
  peopleToTell,
  personKeys,
  quotesWhatIsGone,
  recoverEntry,
  refusalFor,
  rules,
  settingsWithout,
  successorOf,
  takesMore,
  tellAt,
  tellingOf,
  toldId,
  unreadLua,
  waitsForShift,
  waitsToBeTold,
  withFailure,
  withoutFailure,
  withoutHandle,
  withoutPerson
} from "./chunk-2IALTKIL.js";
import {
  isPurged,
  isRefusal,
  signatureAtEnd
} from "./chunk-VQ2JEA5N.js";
import {
  accountUrl,
  actUrl,
  conversationUrl,
  currentKey,
  dateText,
  daysAround,
  durationText,
  dutiesBetween,
  exampleSignature,
  firstOf,
  fitsLink,
  followUrl,
  historyWords,
  isOpen,
  isSameDay,
  leadOf,
  listOf,
  localDay,
  localDayOf,
  localTime,
  momentText,
  monthName,
  monthText,
  nameOf,
  nextOnShift,
  nextOpening,
  onShift,
  openSpansBetween,
  ourFollowersUrl,
  ourRepliesUrl,
  ownCount,
  postUrl,
  privateSideOf,
  profileUrl,
  replyUrl,
  say,
  sayCount,
  spanOf,
  timeWithSeconds,
  topicText,
  unitText,
  weekdayText,
  weekdays,
  zoned
} from "./chunk-2ZTQUPFK.js";
import {
  hasHandOff,
  isFollow,
  isHello,
  isPrivate,
  isQuestion,
  isWritten,
  lastAnswer,
  newestAct,
  omit,
  ourWords,
  postsOf,
  reachOf,
  replyTarget,
  takesNoReply,
  unanswered,
  urgentWordOf,
  waitingAct,
  writerOf
} from "./chunk-5A2VF7ET.js";
import {
  atTheLastMoment,
  backgroundFetch,
  channelMembers,
  colleagueById,
  createNetwork,
  isAnswered,
  isFileRefused,
  isPictureRefused,
  slackFault,
  withinBudget
} from "./chunk-LUAVQYEH.js";
import {
  timings
} from "./chunk-5KOJH3LK.js";
import {
  actorFor,
  memberOf,
  postPrice,
  priceText,
  usd
} from "./chunk-RQ3MMC74.js";
import {
  firstPhraseIn,
  oncePer,
  quote
} from "./chunk-3J5ILMX7.js";
import {
  boot,
  cardId,
  deskId,
  fileId,
  panelId,
  slackUserId,
  token
} from "./chunk-DX3M4XLW.js";
import {
  onOneLine,
  wellFormed
} from "./chunk-2LMJ4OC3.js";
import {
  Busy,
  ChannelRefused,
  OutcomeUnknown,
  Rejected,
  Unreachable,
  isRemoteFault,
  isStorageFault
} from "./chunk-PZOFDEKK.js";
import {
  dayMs,
  hourMs,
  minuteMs,
  secondMs
} from "./chunk-5EYM5PYM.js";

// dist/flows/outcomes/end-links.js
async function endLinks({ clock, journal, outcomes }, person) {
  const isMeant = (one) => person === void 0 || one.person === person;
  const withoutThem = (month) => month.followed.filter(isMeant).reduce(withoutLook, month);
  for (const { followed, id } of await outcomes.all()) {
    if (!followed.some(isMeant))
      continue;
    await outcomes.change(id, (month) => ({
      next: month && withoutThem(month),
      result: void 0
    }));
    await journal.purged(clock.now());
  }
}
async function linkedPeople({ outcomes }) {
  return (await outcomes.all()).flatMap(({ followed }) => followed.map(({ person }) => person));
}

// dist/flows/patron-cards.js
async function cardsOf({ cards }, person, known) {
  const ids = (await cards.ofPatron(person)).filter((id) => id !== known);
  const found = await Promise.all(ids.map((id) => cards.get(id)));
  return found.filter((card) => card !== void 0);
}

// dist/flows/tell/tell.js
import { randomUUID } from "node:crypto";

// dist/flows/tell/follow.js
async function follow({ cards }, panel, followed) {
  for (const id of followed)
    await cards.change(id, (card) => ({ next: card && linkPanel(card, panel), result: void 0 }));
}

// dist/flows/tell/tell.js
async function tell(ports, card, event) {
  const telling = tellingOf(event);
  for (const to of peopleToTell(ports.desk, card, telling, ports.clock.now())) {
    if (needs(card, telling, to))
      await joinTold(ports, to, { card: card.id, telling }, event.at);
  }
}
async function joinTold(ports, to, listed, since2) {
  const { panels } = ports;
  for (; ; ) {
    const last = await panels.current({ kind: "told", to });
    const known = await listing(ports, last, listed, since2);
    const id = known ?? (last && takesMore(last) ? last.id : await nextTold(ports, to, listed, last));
    await follow(ports, id, [listed.card]);
    const joined2 = await panels.change(id, (panel) => {
      if (panel && lists(panel, listed))
        return { next: panel, result: true };
      if (!panel || !takesMore(panel))
        return { next: panel, result: false };
      return { next: { ...panel, lists: [...panel.lists ?? [], listed] }, result: true };
    });
    if (joined2 === true)
      return;
  }
}
var lists = (panel, listed) => (panel.lists ?? []).some((one) => isSameTelling(one, listed));
async function listing({ panels }, last, listed, since2) {
  for (let panel = last; panel; panel = panel.before && await panels.get(panel.before)) {
    if (lists(panel, listed))
      return panel.id;
    if ((panel.message?.begunAt ?? since2) < since2)
      return void 0;
  }
  return void 0;
}
async function nextTold({ clock, desk, panels, timings: timings2 }, to, listed, last) {
  const startedAt = clock.now();
  const slotAt = tellAt(desk.rota, startedAt, timings2.tellGatherMs);
  const begun = {
    format: 1,
    kind: "told",
    to,
    version: 1,
    startedAt,
    closed: false,
    message: { token: token(randomUUID()), slotAt, shown: 0, to },
    ...last ? { before: last.id } : {}
  };
  for (let n = 1; ; n++) {
    const id = toldId(to, listed, n);
    const next = await panels.change(id, (known = { id, ...begun }) => ({
      next: known,
      result: known
    }));
    if (isRefusal(next) || !(takesMore(next) || lists(next, listed)))
      continue;
    if (last && last.id !== id)
      await panels.change(last.id, (panel) => ({
        next: panel && { ...panel, closed: true },
        result: void 0
      }));
    return id;
  }
}
async function stillToTell(ports, panel, to, cards) {
  const now = ports.clock.now();
  const left = [];
  for (const listed of panel.lists ?? []) {
    const { telling } = listed;
    const card = cards.find(({ id }) => id === listed.card);
    if (!card || !telling)
      continue;
    const people = peopleToTell(ports.desk, card, telling, now).filter((one) => needs(card, telling, one));
    if (people.includes(to))
      left.push(listed);
    else
      for (const other of people)
        await joinTold(ports, other, listed, panel.startedAt);
  }
  const keeps = (one) => left.some((other) => isSameTelling(one, other));
  await ports.panels.change(panel.id, (known) => ({
    next: known?.lists?.every(keeps) ? known : known && { ...known, lists: known.lists?.filter(keeps) ?? [] },
    result: void 0
  }));
  return left.length > 0 ? { ...panel, lists: left } : void 0;
}

// dist/flows/keep/blank-beside.js
async function blankBeside({ ourPosts, settings }, { answers, patron }) {
  for (const { postId } of answers) {
    if (postId)
      await ourPosts.change(postId, (text2) => withoutNames(text2, patron));
  }
  await settings.change((now) => ({ next: withoutHandle(now, patron.id), result: void 0 }));
}

// dist/flows/keep/forget.js
async function askToForget({ clock, due }, person) {
  await due.put({ job: "forget", id: person, at: clock.now() });
}
async function forget(ports, person) {
  const { clock, due, forgotten } = ports;
  if (forgotten.isReady) {
    await forgotten.add(person, clock.now());
    await eraseFromBefore(ports, person);
  }
  await due.drop({ job: "forget", id: person });
}
async function forgetAgain(ports) {
  if (!await ports.forgotten.restore())
    return;
  const people = new Set(await linkedPeople(ports));
  for (const id of await ports.cards.withActsSince(0)) {
    const person = (await ports.cards.get(id))?.patron.id;
    if (person)
      people.add(person);
  }
  const known = [...people];
  const times = await ports.forgotten.upTo(known);
  for (const [at, person] of known.entries()) {
    if (times[at] !== void 0)
      await eraseFromBefore(ports, person);
  }
}
async function eraseFromBefore(ports, person) {
  const [upTo = 0] = await ports.forgotten.upTo([person]);
  await endLinks(ports, person);
  for (const side of [ports, ports.inPrivate]) {
    if (!side)
      continue;
    const theirs = await cardsOf(side, person);
    await erase(side, person, theirs.filter((card) => isFromBefore(card, upTo)));
  }
}
async function eraseCard(ports, card) {
  const newest = Math.max(...card.acts.map(({ at }) => at));
  await ports.forgotten.add(card.patron.id, newest);
  await erase(ports, card.patron.id, [card]);
}
async function erase(ports, person, cards) {
  const { clock, due, forgotten, journal, settings } = ports;
  const now = clock.now();
  const posts = cards.flatMap(postsOf);
  const who = { person, posts };
  await journal.purged(now);
  await unlinkReplies(ports, person);
  for (const card of cards)
    await blankBeside(ports, card);
  for (const { id } of cards) {
    await ports.cards.change(id, (card) => ({ next: card && erasedCard(card, now), result: void 0 }));
  }
  await settings.change((set) => ({ next: settingsWithout(set, who), result: void 0 }));
  const names = cards.flatMap(({ patron }) => patron.handle ? [patron.handle] : []);
  for (const id of await ports.panels.naming([person, ...posts, ...names])) {
    await eraseInPanel(ports, id, who, names);
  }
  await forgotten.dropTraces({ person, posts, cards: cards.map(({ id }) => id) });
  await due.hasten(["screen"], now);
}
async function eraseInPanel(ports, id, who, names) {
  const { cards, clock, panels } = ports;
  const { all } = await cards.inPanel(id);
  const isTheirsAlone = all.every((card) => namesPerson(card, who));
  const before = await panels.get(id);
  const after = await panels.change(id, (panel) => {
    if (!panel)
      return { next: panel, result: { isErased: false } };
    const isAbout = panel.conversation !== void 0 && who.posts.includes(panel.conversation) && isTheirsAlone || names.some((name) => panel.text?.includes(name));
    const next = isAbout ? erasedPanel(panel, clock.now()) : withoutPerson(panel, who, clock.now());
    return { next, result: { isErased: next.erased === true } };
  });
  const wasUnsaid = before?.kind === "told" && before.message?.begunAt === void 0 && before.to;
  if (isRefusal(after) || !after.isErased || !wasUnsaid)
    return;
  const others = before.lists?.filter(({ card }) => !namesPerson(card, who)) ?? [];
  for (const listed of others)
    await joinTold(ports, wasUnsaid, listed, before.startedAt);
}

// dist/flows/keep/who-to-forget.js
var sidesOf = (ports) => [ports.inPublic, ports, ports.inPrivate].filter((side) => side !== void 0);
async function whoHasHandle(ports, handle) {
  for (const { cards } of sidesOf(ports)) {
    const [newest] = (await cards.ofHandle(handle)).slice(-1);
    const card = newest && await cards.get(newest);
    if (card)
      return whatWeHave(ports, card.patron.id);
  }
  return void 0;
}
async function whatWeHave(ports, person) {
  const counts = await Promise.all(sidesOf(ports).map(async ({ cards }) => (await cards.ofPatron(person)).length));
  return { person, conversations: counts.reduce((sum, count) => sum + count, 0) };
}
async function askWhoHasHandle({ network }, handle) {
  try {
    const patron = await network.person(handle);
    return patron ? { person: patron.id } : { became: "nobody" };
  } catch (fault) {
    if (!isRemoteFault(fault))
      throw fault;
    return { became: "not-asked" };
  }
}

// dist/slack/board/board.js
import { createHash as createHash2 } from "node:crypto";

// dist/core/due/text-changes.js
var daysAhead = 7;
function textChangesAt(content, desk, now) {
  const { rota } = desk;
  const midnights = daysAround(rota.timeZone, now, now, daysAhead).map((day) => day.at(0));
  const latest = midnights.at(-1) ?? now;
  const namesPresent = "panel" in content ? content.panel.to !== void 0 : isCheckKey(content.key);
  const times = [
    ...midnights,
    ..."card" in content ? [answerBy(desk, content.card) ?? now] : [],
    ...namesPresent ? [nextEdgeAt(rota, now, latest)] : []
  ];
  return times.filter((at) => at > now).toSorted((a, b) => a - b);
}
function homeChangesAt({ rota }, deadline, nowMs) {
  const midnight = daysAround(rota.timeZone, nowMs, nowMs, 1).at(-1)?.at(0) ?? nowMs + dayMs;
  const edges = dutiesBetween(rota, nowMs, midnight).flatMap(({ fromMs, toMs }) => [fromMs, toMs]);
  return Math.min(midnight, ...[...edges, deadline ?? midnight].filter((ms) => ms > nowMs));
}

// dist/slack/connect/with-pictures.js
import { setTimeout as wait } from "node:timers/promises";

// dist/core/board/pictures.js
var picturesOf = (media, { account, network }) => media.filter((one) => !account.practice && one.kind !== "poll" && one.preview !== void 0 && network.pictures.test(one.preview));
function whyHidden(card, mention, { picturesOnPress }) {
  if (mention.sensitive)
    return "sensitive";
  if (isNewToUs(card, mention))
    return "new-to-us";
  if (picturesOnPress)
    return "on-press";
  return mention.unloadable ? "unloadable" : void 0;
}
var isNewToUs = ({ acts, answers }, mention) => mention.first === true || answers.length === 0 && acts.some((act) => act.kind === "mention" && act.first === true);
var mentionOf = ({ acts }, post) => acts.find((act) => act.kind === "mention" && !act.gone && act.versions.some((one) => one === post));
function withUnloadable(card) {
  const act = newestAct(card);
  if (act.kind !== "mention" || act.unloadable || act.media.length === 0)
    return card;
  return {
    ...card,
    acts: [...card.acts.slice(0, -1), { ...act, unloadable: true }],
    version: card.version + 1
  };
}

// dist/core/sentences/media-text.js
var MAX_OPTION = 40;
function mediaLines(media, desk, now, max) {
  return [
    ...media.filter(isDescribed).map((one) => {
      const said = mediumText(one, desk, max);
      const until = one.kind === "poll" && one.endsAt !== void 0 ? momentText(desk, one.endsAt, now) : "";
      return until ? say(desk.words, "media.until", { said, time: until }) : said;
    }),
    ...countedOnly(media, desk)
  ];
}
function mediaBrief(media, desk, max) {
  const described = media.filter(isDescribed);
  const [first, ...more] = described;
  return [
    ...first ? [mediumText(first, desk, max)] : [],
    ...more.length > 0 ? [sayCount(desk, "media.more", more.length)] : [],
    ...countedOnly(media, desk)
  ].join(" \xB7 ");
}
var isDescribed = (one) => one.kind === "poll" || one.alt !== void 0 || one.preview !== void 0 || one.durationMs !== void 0;
function mediumText(one, desk, max) {
  const { words } = desk;
  if (one.kind === "poll") {
    const about2 = one.options.map((option) => `"${quote(onOneLine(option), MAX_OPTION)}"`).join(" / ");
    return say(words, "media.line", { kind: say(words, "media.poll"), about: about2 }).trim();
  }
  const alt = onOneLine(one.alt ?? "");
  const about = alt === "" ? say(words, "media.no-alt") : `"${quote(alt, max)}"`;
  return say(words, "media.line", { kind: pictureKind(one, desk), about });
}
var pictureText = (one, desk, max) => say(desk.words, "picture.text", {
  kind: pictureKind(one, desk),
  about: quote(onOneLine(one.alt ?? ""), max) || say(desk.words, "media.no-alt")
});
function pictureKind({ kind, durationMs }, { words }) {
  const name = say(words, `media.${kind}`);
  return durationMs === void 0 ? name : say(words, "media.with-length", { kind: name, length: lengthText(durationMs) });
}
function lengthText(ms) {
  const seconds = Math.max(1, Math.round(ms / secondMs));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
function countedOnly(media, desk) {
  const unknown = media.filter((one) => !isDescribed(one));
  return ["photo", "film", "gif"].flatMap((kind) => {
    const count = unknown.filter((one) => one.kind === kind).length;
    return count > 0 ? [sayCount(desk, countKeys[kind], count)] : [];
  });
}
var countKeys = { photo: "card.photos", film: "media.films", gif: "media.gifs" };

// dist/slack/parts/buttons.js
var inStates = (...states) => (card) => states.includes(card.state);
var isNotSeen = (card) => card.state === "unsure" && card.reply?.notSeen === true;
var isHandedOff = inStates("handed-off");
var isNewFollower = (card) => isFollow(card) && card.state === "open";
var isUnderReview = (card) => card.review?.reviewer !== void 0;
var hasMore = ({ state }) => state !== "sending" && state !== "posting";
var isBeingWritten = (card) => card.state === "claimed" || isUnderReview(card);
var choices = [
  { needs: "claim", as: "starters" },
  { needs: "claim", when: isHello, as: { id: starterActionId("hello"), label: "button.write" } },
  {
    needs: "dismiss",
    when: (card) => isNewFollower(card) && !card.linkOnly,
    as: { id: actionIds.skip, label: "button.skip" }
  },
  { needs: "dismiss", when: isClosedHere, as: { id: actionIds.skip, label: "button.dismiss" } },
  {
    needs: "check",
    when: (card) => !isUnderReview(card),
    as: { id: actionIds.check, label: "button.check" }
  },
  { needs: "save-draft", when: isBeingWritten, as: { id: actionIds.open, label: "button.open" } },
  {
    needs: "unflag",
    when: (card) => card.flag !== void 0 && !isBeingWritten(card) && !card.linkOnly,
    as: { id: actionIds.open, label: "button.open" }
  },
  { needs: "undo", when: (card) => !isSentAgain(card), as: { id: actionIds.undo, label: "button.undo" } },
  {
    needs: "it-is-there",
    when: (card) => isNotSeen(card) || isHandedOff(card),
    as: { id: actionIds.itIsThere, label: "button.it-is-there" }
  },
  { needs: "not-there", when: isNotSeen, as: { id: actionIds.notThere, label: "button.not-there" } },
  { needs: "unflag", when: (card) => card.flag !== void 0, as: "unflag" },
  { needs: "save-draft", when: (card) => !isBeingWritten(card) && !card.flag, as: "open" },
  { needs: "not-there", when: isHandedOff, as: "not-there" },
  { needs: "pass", as: "pass" },
  {
    needs: "dismiss",
    when: (card, desk) => !isNewFollower(card) && !isClosedHere(card, desk) && !card.linkOnly && inStates("open", "claimed")(card),
    as: "dismiss"
  },
  { needs: "release", when: isHandedOff, as: "release" },
  { needs: "snooze", when: (card) => card.snoozedUntil === void 0, as: "snooze" },
  { needs: "wake", when: (card) => card.snoozedUntil !== void 0, as: "wake" },
  { needs: "hand-off", when: canFinishInX, as: "finish" },
  { needs: "flag", when: (card) => card.linkOnly === true, as: "flag" },
  { when: (card) => isDone(card) && !card.linkOnly, as: "show-all" },
  { when: isWorthSaving, as: "save-starter" },
  { needs: "delete-from-x", when: isDeletable, as: "delete" },
  { when: (card) => hasMore(card) && !card.linkOnly, as: "more" },
  { when: (card) => isDone(card) || card.linkOnly === true, as: "history" },
  { needs: "reopen", as: "reopen" }
];
function isClosedHere(card, desk) {
  return takesNoReply(card, desk) && inStates("open", "claimed")(card);
}
function canFinishInX(card, desk) {
  return hasHandOff(desk) && !isFollow(card) && !isHello(card) && !isPrivate(card) && inStates("open", "claimed", "in-review")(card);
}
function isWorthSaving(card) {
  return card.state === "sent" && !isHello(card) && !isPrivate(card) && (lastAnswer(card)?.text ?? "") !== "";
}
function isDeletable(card) {
  return !isPrivate(card) && lastAnswer(card)?.postId !== void 0;
}
var refTo = (card, desk, extra) => ({
  desk: desk.id,
  card: card.id,
  ...extra === void 0 ? {} : { extra }
});
function isOffered(card, needs2) {
  return isLegal(needs2, card.state) && (!card.flag || rules[needs2].flagged === true) && (!card.linkOnly || rules[needs2].linkOnly === true);
}
var offeredOf = (card, desk) => choices.filter(({ needs: needs2, when }) => (needs2 === void 0 || isOffered(card, needs2)) && (when?.(card, desk) ?? true)).map(({ as }) => as);
function cardButtons(card, desk) {
  return actions(...offeredOf(card, desk).flatMap((as) => buttonsFor(as, card, desk)), ...cardMenu(card, desk));
}
function cardMenu(card, desk) {
  const inMenu = offeredOf(card, desk).filter((as) => typeof as === "string").filter((as) => as !== "starters");
  if (inMenu.length === 0)
    return [];
  const options = inMenu.map((option) => ({
    label: optionLabel(option, desk),
    ref: refTo(card, desk, option)
  }));
  return [overflow(actionIds.more, options)];
}
var optionLabel = (option, desk, lead = leadOf(desk)) => say(desk.words, `button.${option}`, { lead });
var liftButton = (card, desk) => button({
  id: moreActionId("unflag"),
  label: optionLabel("unflag", desk),
  ref: refTo(card, desk, "unflag")
});
function buttonsFor(as, card, desk) {
  if (as === "starters")
    return starterButtons(card, desk);
  if (typeof as === "string")
    return [];
  return [button({ id: as.id, label: say(desk.words, as.label), ref: refTo(card, desk) })];
}
function starterButtons(card, desk) {
  return startersOf(card, desk).map(({ id, label }, index) => button({
    id: id === "greet" ? actionIds.greet : starterActionId(id),
    label,
    ref: refTo(card, desk),
    primary: index === 0 && id !== "greet"
  }));
}
function startersOf(card, desk) {
  const act = waitingAct(card);
  if (act.kind === "follow")
    return [{ id: "greet", label: greetLabel(desk) }];
  return isWritten(act) && !takesNoReply(card, desk) ? startersFor(act.topic, act.text, desk) : [];
}
var panelButton = (option, label, panel, desk, extra, confirm) => button({ id: panelActionId(option), label, ref: panelRef(panel, desk, extra), confirm });
var panelRef = ({ id }, desk, extra) => ({
  desk: desk.id,
  panel: id,
  ...extra === void 0 ? {} : { extra }
});

// dist/slack/parts/pictures.js
var MAX_ALT = 1e3;
var MAX_TITLE = 250;
function pictureBlocks(card, act, desk) {
  if (act.kind !== "mention" || act.gone)
    return [];
  const post = act.versions.at(-1);
  const [first, ...more] = picturesOf(act.media, desk);
  if (!first || !post)
    return [];
  const count = more.length + 1;
  const hidden = whyHidden(card, act, desk);
  if (hidden)
    return [withButton(whyText(hidden, card, desk), card, post, count, desk)];
  return [
    imageBlock(first, desk, first.kind === "photo" ? void 0 : pictureKind(first, desk)),
    ...more.length > 0 ? [withButton(sayCount(desk, "media.more", more.length), card, post, count, desk)] : []
  ];
}
function imageBlock(picture, desk, title) {
  return {
    type: "image",
    image_url: picture.preview,
    alt_text: plain(pictureText(picture, desk, MAX_ALT), MAX_ALT).text,
    ...title === void 0 ? {} : { title: plain(title, MAX_TITLE) }
  };
}
var imageBlocks = (pictures2, desk) => pictures2.map((one) => imageBlock(one, desk, pictureText(one, desk, MAX_TITLE)));
function withButton(said, card, post, count, desk) {
  return {
    type: "section",
    text: plain(said, MAX_ALT),
    accessory: button({
      id: actionIds.showPicture,
      label: sayCount(desk, "button.show-picture", count),
      ref: refTo(card, desk, post)
    })
  };
}
var whyText = (hidden, { patron }, { words }) => say(words, `picture.${hidden}`, { first: firstOf(patron) });
var withoutPictures = (shown2) => ({
  ...shown2,
  blocks: shown2.blocks.flatMap((block) => withoutPicture(block))
});
function withoutPicture(block) {
  if (block.type === "image")
    return [];
  if (block.type === "context") {
    const elements = block.elements.filter(({ type }) => type !== "image");
    return elements.length > 0 ? [{ ...block, elements }] : [];
  }
  if (block.type !== "section" || block.accessory?.type !== "image")
    return [block];
  const { accessory: _picture, ...rest } = block;
  return [rest];
}

// dist/slack/connect/with-pictures.js
var fileWaitsMs = [0.5, 1, 2, 4].map((seconds) => seconds * secondMs);
async function withPictures(shown2, call) {
  for (const waitMs of [...fileWaitsMs, 0]) {
    try {
      return { answer: await call(shown2) };
    } catch (fault) {
      if (!isFileRefused(fault)) {
        if (!isPictureRefused(fault))
          throw fault;
        break;
      }
    }
    await wait(waitMs);
  }
  return { answer: await call(withoutPictures(shown2)), picturesRefused: true };
}

// dist/core/sentences/sentences.js
var refusalKeys = {
  taken: "refused.taken",
  lost: "refused.lost",
  "not-yours": "refused.not-yours",
  "nobody-answers": "refused.nobody-answers",
  answered: "refused.answered",
  elsewhere: "refused.elsewhere",
  closed: "refused.closed",
  expired: "refused.expired",
  purged: "refused.purged",
  "not-there-again": "refused.not-there-again",
  "not-read-again": "refused.not-read-again",
  "no-reason": "refused.no-reason",
  removed: "refused.removed",
  stopped: "refused.stopped",
  "not-in-private": "refused.not-in-private",
  changed: "refused.changed",
  "wrote-again": "refused.wrote-again",
  "in-review": "refused.in-review",
  "own-check": "refused.own-check",
  flagged: "refused.flagged",
  "lead-only": "refused.lead-only",
  "not-deleter": "refused.not-deleter",
  paused: "refused.paused",
  budget: "refused.budget",
  stranger: "refused.stranger",
  going: "refused.going",
  checking: "refused.checking",
  finishing: "refused.finishing",
  "too-late": "refused.too-late",
  "second-reply": "refused.second-reply",
  "no-post": "refused.no-post",
  "not-staff": "refused.not-staff",
  guest: "refused.guest",
  trainee: "refused.trainee",
  "trainee-greets": "refused.trainee-greets",
  "trainee-check": "refused.trainee-check",
  "shared-check": "refused.shared-check",
  "no-hand-off": "refused.no-hand-off",
  "takes-no-reply": "refused.takes-no-reply",
  "not-followed": "refused.not-followed",
  "not-colleague": "refused.not-colleague",
  "no-sign-in": "refused.no-sign-in",
  "long-note": "refused.long-note.other",
  "many-notes": "refused.many-notes.other",
  "not-their-shift": "refused.not-their-shift",
  "cover-taken": "refused.cover-taken",
  "cover-over": "refused.cover-over",
  "cover-own": "refused.cover-own",
  "cover-asked": "refused.cover-asked",
  "cover-not-yours": "refused.cover-not-yours",
  "enough-greetings": "refused.enough-greetings",
  "same-starter": "refused.same-starter",
  "many-starters": "refused.many-starters.other",
  "empty-starter": "refused.empty-starter",
  "link-only": "refused.link-only",
  "desk-only": "refused.desk-only",
  gone: "refused.gone"
};
var rejectedKeys = {
  "not-summoned": "rejected.not-summoned",
  duplicate: "rejected.duplicate",
  gone: "rejected.gone",
  "too-long": "rejected.too-long",
  "sign-in": "rejected.sign-in",
  "not-permitted": "rejected.not-permitted",
  budget: "rejected.budget",
  "budget-together": "rejected.budget-together",
  "private-closed": "rejected.private-closed",
  closed: "rejected.closed",
  limit: "rejected.limit",
  other: "rejected.other"
};
var rejectedKey = (reason, desk) => reason === "not-summoned" && !hasHandOff(desk) ? "rejected.other" : rejectedKeys[reason];
function refusalSentence(desk, refusal, now) {
  const fill = fillOf(desk, refusal, now);
  switch (refusal.refused) {
    case "long-note":
      return sayCount(desk, "refused.long-note", refusal.over, fill);
    case "many-notes":
      return sayCount(desk, "refused.many-notes", refusal.count);
    case "many-starters":
      return sayCount(desk, "refused.many-starters", refusal.count);
    default:
      return say(desk.words, keyOf(refusal), fill);
  }
}
function keyOf(refusal) {
  if (refusal.refused === "answered" && refusal.postId)
    return "refused.answered-link";
  if (refusal.refused === "elsewhere" && refusal.postId)
    return "refused.elsewhere-link";
  if (refusal.refused === "finishing" && refusal.until !== void 0)
    return "refused.finishing-until";
  if (refusal.refused === "closed" && !refusal.by)
    return "refused.closed-by-desk";
  if (refusal.refused === "not-their-shift" && refusal.theirs.length === 0)
    return "refused.no-shift";
  if (refusal.refused === "not-staff" && refusal.inChannel)
    return "refused.not-staff-list";
  if (refusal.refused === "in-review" && refusal.reviewer)
    return "refused.checked-by";
  if (refusal.refused === "budget" && refusal.of === "together")
    return "refused.budget-together";
  return refusalKeys[refusal.refused];
}
function fillOf(desk, refusal, now) {
  const { account, rota } = desk;
  const time = (at) => momentText(desk, at, now);
  const by = "by" in refusal && refusal.by ? { name: nameOf(desk, refusal.by) } : {};
  switch (refusal.refused) {
    case "taken":
    case "lost":
      return { ...by, time: time(refusal.at) };
    case "answered":
      return { ...by, time: time(refusal.at), link: refusal.postId ? postUrl(desk, refusal.postId) : "" };
    case "elsewhere":
      return { time: time(refusal.at), link: refusal.postId ? postUrl(desk, refusal.postId) : "" };
    case "going":
      return { ...by, time: timeWithSeconds(rota, refusal.dueAt) };
    case "finishing":
      return { ...by, time: time(refusal.openedAt), until: time(refusal.until ?? refusal.openedAt) };
    case "too-late":
      return { time: timeWithSeconds(rota, refusal.at) };
    case "removed":
    case "stopped":
    case "not-in-private":
    case "takes-no-reply":
      return { first: firstOf({ name: refusal.first, handle: refusal.first }) };
    case "changed":
    case "wrote-again":
      return { first: firstOf({ name: refusal.first, handle: refusal.first }), time: time(refusal.at) };
    case "in-review":
      return { ...by, reviewer: nameOf(desk, refusal.reviewer ?? "") };
    case "paused":
      return { ...by, time: time(refusal.at), reason: refusal.reason };
    case "not-deleter":
      return { names: namesWithOr(desk, [...refusal.by ? [nameOf(desk, refusal.by)] : [], leadOf(desk)]) };
    case "not-colleague":
      return { name: nameOf(desk, refusal.by ?? "") };
    case "same-starter":
      return { label: refusal.label };
    case "enough-greetings":
      return { count: refusal.count };
    case "stranger":
      return { handle: refusal.handle };
    case "long-note":
      return { over: refusal.over };
    case "not-staff":
      return { lead: leadOf(desk), channel: channelOf(desk) };
    case "trainee-check":
    case "lead-only":
    case "budget":
      return { lead: leadOf(desk) };
    case "not-their-shift": {
      const theirs = refusal.theirs.map((span2) => spanText(desk, span2));
      return {
        span: spanText(desk, refusal),
        name: nameOf(desk, refusal.whose),
        day: onDayText(desk, refusal.fromMs, refusal.at),
        theirs: listOf(desk, theirs)
      };
    }
    case "cover-not-yours":
      return {
        names: namesWithOr(desk, refusal.people.map((one) => nameOf(desk, one)))
      };
    case "no-sign-in": {
      const names = rota.staff.filter(({ xSignIn }) => xSignIn).map(({ name }) => name);
      return { account: account.handle, names: names.length > 0 ? namesWithOr(desk, names) : leadOf(desk) };
    }
    default:
      return by;
  }
}
var channelOf = ({ channelName, words }) => channelName === void 0 ? say(words, "refused.not-staff-channel") : `#${channelName}`;
var namesWithOr = (desk, names) => listOf(desk, [...new Set(names)], "or");
function noticeSentence(desk, card, now) {
  const { notice: notice2, patron } = card;
  const { words } = desk;
  const first = firstOf(patron);
  const time = (at) => momentText(desk, at, now);
  switch (notice2?.kind) {
    case void 0:
      return void 0;
    case "lapsed":
      return say(words, "notice.lapsed", { time: time(notice2.goodUntil) });
    case "paused":
      return say(words, "notice.paused", {
        name: nameOf(desk, notice2.pause.by),
        time: time(notice2.pause.at),
        reason: notice2.pause.reason
      });
    case "removed":
      return say(words, "notice.removed", { first, time: time(notice2.at) });
    case "waiting":
      return say(words, "notice.waiting", {
        time: time(notice2.until),
        last: time(notice2.goodUntil),
        name: nameOf(desk, card.reply?.approvedBy ?? "")
      });
    case "changed":
      return say(words, "notice.changed", { first, time: time(notice2.at) });
    case "rejected":
      return say(words, rejectedKey(notice2.reason, desk), {
        first,
        lead: leadOf(desk),
        detail: quote(notice2.detail, 200).replace(/\.$/u, "") || say(words, "rejected.no-detail")
      });
  }
}

// dist/slack/parts/context.js
var MAX_CONTEXT = 400;
var MAX_BEHIND = 100;
var contextLines = (mention, patron, around) => contextParts(mention, patron, around).map(({ said, view }) => {
  const { desk } = around;
  return line(said, ...view ? [" \xB7 ", link(postUrl(desk, view), say(desk.words, "card.view"))] : []);
});
var contextTexts = (mention, patron, around) => contextParts(mention, patron, around).map(({ said }) => said);
function contextParts(mention, patron, around) {
  const { ours = {}, quoted: quotedPost, repliedTo, repliedToAccount } = mention;
  const isReply = repliedTo !== void 0 || repliedToAccount !== void 0;
  return [
    ...isReply && !(repliedTo && around.isShown(repliedTo)) ? [partOf("answered", repliedTo, ours.answered, around, repliedToAccount === patron)] : [],
    ...quotedPost && !around.isShown(quotedPost) ? [partOf("quoted", quotedPost, ours.quoted, around, false)] : []
  ];
}
function partOf(how, post, ours, { desk, max = MAX_CONTEXT, read }, isOwn) {
  const { words } = desk;
  if (ours)
    return { said: `${say(words, `context.${how}-us`)} ${quote(onOneLine(ours), max)}` };
  if (ours === "")
    return { said: say(words, `context.${how}-ours`), view: post };
  const found = read?.find((one) => post !== void 0 && one.post.versions.includes(post));
  if (found) {
    const said = [quote(onOneLine(found.post.text), max), mediaBrief(found.post.media, desk, max)];
    const lead = say(words, `context.${how}`, { handle: found.author.handle });
    return { said: [lead, ...said].filter((part) => part !== "").join(" ") };
  }
  if (read || post === void 0)
    return { said: say(words, `context.${how}-unseen`) };
  return { said: say(words, isOwn ? "context.goes-on" : `context.${how}-other`), view: post };
}
function oursBehind({ ours = {} }, { words }) {
  const how = ours.answered === void 0 ? "quoted" : "answered";
  const said = ours[how];
  if (said === void 0)
    return "";
  const key = said ? `context.${how}-us-behind` : `context.${how}-ours-behind`;
  return ` ${say(words, key, { quote: quote(onOneLine(said), MAX_BEHIND) })}`;
}
function contextBlock(card, desk, read) {
  const act = newestAct(card);
  if (!read || act.kind !== "mention" || act.gone)
    return void 0;
  const onCard = postsOf(card);
  const isShown = (post) => onCard.includes(post);
  const lines = contextLines(act, card.patron.id, { desk, isShown, read });
  return lines.length > 0 ? { ...rich(...lines), block_id: blockId(card) } : void 0;
}
var contextIn = (blocks, card) => blocks.find((one) => one.type === "rich_text" && one.block_id === blockId(card));
var blockId = (card) => `context-${newestAct(card).id}`;

// dist/slack/parts/follow-back.js
function followedText({ followBack, patron }, desk, now) {
  const first = firstOf(patron);
  if (followBack?.at === void 0)
    return say(desk.words, "greet.we-follow", { first });
  const { at, by } = followBack;
  const fill = { first, name: nameOf(desk, by), time: momentText(desk, at, now) };
  return say(desk.words, "greet.followed-back", fill);
}
function followBackBlocks(card, desk, byApi, now) {
  const { greetings, network, words } = desk;
  const { patron } = card;
  if (patron.weFollow)
    return [note(followedText(card, desk, now))];
  if (!greetings.followBack)
    return [];
  const first = firstOf(patron);
  if (byApi)
    return actions(button({
      id: actionIds.followBack,
      label: say(words, "greet.follow-back-here", { first }),
      ref: refTo(card, desk)
    }));
  const there = link(followUrl(desk, patron.id), say(words, "greet.follow-back", { first }));
  const reason = network.paths.conversation ? ` ${say(words, "greet.follow-reason", { first })}` : "";
  return [rich(line(there, reason))];
}

// dist/core/post/text-pieces.js
function textPieces(text2, links) {
  const pieces = [];
  let done = 0;
  for (const link2 of links.toSorted((a, b) => a.start - b.start)) {
    const { start, end } = link2;
    if (start < done || end <= start || end > text2.length)
      continue;
    if (start > done)
      pieces.push({ text: text2.slice(done, start) });
    pieces.push({ text: text2.slice(start, end), link: link2 });
    done = end;
  }
  if (done < text2.length)
    pieces.push({ text: text2.slice(done) });
  return pieces;
}

// dist/slack/parts/patron.js
var MAX_NEWEST = 1500;
var MAX_DISPLAY = 40;
var MAX_ANSWER = 1e3;
var MAX_ALT2 = 250;
function shownName(patron) {
  return quote(onOneLine(patron.name), 50) || `@${patron.handle}`;
}
function avatarBlocks(patron, desk, beside2) {
  const { avatarUrl } = patron;
  const picture = avatarUrl && desk.network.pictures.test(avatarUrl) ? avatarUrl : void 0;
  const alt_text = say(desk.words, "card.picture", { name: shownName(patron) });
  const elements = [
    ...picture ? [{ type: "image", image_url: picture, alt_text }] : [],
    ...beside2 === "" ? [] : [plain(beside2, slackRoom.line)]
  ];
  return elements.length > 0 ? [{ type: "context", elements }] : [];
}
var nameBlocks = (patron, desk) => [
  ...avatarBlocks(patron, desk, patron.handle === "" ? "" : `@${patron.handle}`),
  rich(line(bold(shownName(patron))))
];
function detailsLine(card, desk, now) {
  const act = newestAct(card);
  const { handle } = card.patron;
  if (act.kind === "hello")
    return line(bold(say(desk.words, "card.hello")));
  return line(bold(shownName(card.patron)), ...handle === "" ? [] : [" ", link(profileUrl(desk, handle), `@${handle}`)], act.kind === "follow" ? ` ${say(desk.words, "card.followed")}` : "", ` \xB7 ${momentText(desk, act.at, now)} \xB7 `, link(actUrl(desk, card) ?? profileUrl(desk, handle), say(desk.words, "card.view")));
}
function aboutLine({ bio = "", place = "" }, { words }) {
  const said = bio && say(words, "card.bio", { bio });
  if (said && place)
    return line(say(words, "card.about", { bio: said, place }));
  return said || place ? line(said || place) : void 0;
}
function postText(post, desk, max = MAX_NEWEST) {
  const shown2 = [];
  let left = max;
  for (const piece of withLinks(post, desk)) {
    if (left <= 0)
      break;
    const fits = cut(piece.text ?? "", left);
    shown2.push({ ...piece, text: fits });
    left -= fits.length;
  }
  return shown2;
}
var postLines = (post, desk, now, max) => [
  quoted(...postText(post, desk, max)),
  ...mediaLines(post.media, desk, now, MAX_ALT2).map((one) => line(one))
];
var answerText = (card, answer) => cut(ourWords(card, answer), MAX_ANSWER);
function shortText(post, desk, max) {
  const words = onOneLine(withLinks(post, desk).map((one) => one.text ?? "").join(""));
  const most = words === "" ? max : Math.floor(max / 2);
  const media = cut(mediaBrief(post.media, desk, Math.floor(most / 2)), most);
  if (words === "" && media === "" && post.partial)
    return say(desk.words, "card.partial");
  const left = media === "" ? max : max - media.length - 1;
  return [cut(quote(words, left), left), media].filter((part) => part !== "").join(" ");
}
function withLinks(post, desk) {
  const ours = new RegExp(`^\\s*(?:[@\uFF20]${desk.account.handle}(?:\\s+|$))+`, "iu");
  const isOursAlone = post.text.replace(ours, "") === "" && !post.media?.length;
  return textPieces(post.text, post.links).map(({ text: shown2, link: to }, at) => {
    if (to && WEB.test(to.url))
      return link(to.url, cut(shown2, MAX_DISPLAY));
    return text(at === 0 && !isOursAlone ? shown2.replace(ours, "") : shown2);
  });
}
var WEB = /^https?:\/\//u;
function postDetails(card, desk) {
  const { words } = desk;
  const act = waitingAct(card);
  if (act.kind === "private")
    return [say(words, "topic.private")];
  if (act.kind !== "mention")
    return act.kind === "follow" ? [say(words, "waiting.follow")] : [];
  const { first, firstInYear, nthQuestion = 1 } = act;
  const topic = topicText(desk, act);
  return [
    ...topic ? [topic] : [],
    ...first ? [say(words, "card.first-time")] : [],
    ...firstInYear ? [say(words, "card.first-in-year")] : [],
    ...nthQuestion > 1 ? [nthText(desk, nthQuestion)] : []
  ];
}
function nthText(desk, nth) {
  const key = nthKeys[nth - 2];
  return key ? say(desk.words, key) : sayCount(desk, "card.nth-question", nth);
}
var nthKeys = [
  "card.nth-question.2",
  "card.nth-question.3",
  "card.nth-question.4",
  "card.nth-question.5",
  "card.nth-question.6",
  "card.nth-question.7",
  "card.nth-question.8",
  "card.nth-question.9"
];
function scarceBlocks(card, desk, scarce) {
  const { prices } = desk.network;
  if (!scarce || !prices)
    return [];
  const price = priceText(isPrivate(card) ? prices.createPrivate : postPrice(prices, "", waitingAct(card).kind === "mention"));
  const link2 = priceText(prices.createWithLink);
  const key = scarce.of === "together" ? "editor.scarce-together" : "editor.scarce";
  return [note(say(desk.words, key, { ...leftOf(scarce), price, link: link2 }))];
}
function scarceReadBlocks(count, desk, scarce) {
  const { prices } = desk.network;
  if (!scarce || !prices || count === 0)
    return [];
  const key = scarce.of === "together" ? "greet.scarce-together" : "greet.scarce";
  return [note(say(desk.words, key, { ...leftOf(scarce), price: priceText(count * prices.post) }))];
}
var leftOf = ({ leftMicroUsd, monthlyUsd }) => ({
  left: usd(leftMicroUsd),
  budget: `$${monthlyUsd}`
});

// dist/slack/parts/conversation.js
var earlierOn = {
  card: { shown: 4, most: 200 },
  full: { shown: 14, most: 400 }
};
function conversation(card, desk, now, { hasContext, inFull } = {}) {
  const { shown: mostShown2, most } = inFull ? earlierOn.full : earlierOn.card;
  const newest = newestAct(card);
  const settling = card.state === "sent" ? card.answers.at(-1) : void 0;
  const earlier = [
    ...card.acts.filter((act) => act !== newest && isWritten(act)),
    ...card.answers.filter((answer) => answer !== settling && answer.text !== "")
  ].sort((a, b) => a.at - b.at);
  const skipped = earlier.length - mostShown2;
  const shown2 = earlier.slice(-mostShown2);
  const isShown = (post) => shown2.some((one) => isAnswer(one) ? one.postId === post : isWritten(one) && one.versions.includes(post));
  return [
    ...skipped > 0 ? [line(sayCount(desk, "card.earlier", skipped))] : [],
    ...shown2.map((one) => earlierLine(one, card, desk, now, { most, isShown })),
    ...isWritten(newest) && !newest.gone ? [
      ...hasContext || newest.kind === "private" ? [] : contextLines(newest, card.patron.id, { desk, isShown }),
      ...postLines(newest, desk, now)
    ] : [],
    ...isWritten(newest) && newest.partial ? [line(say(desk.words, "card.partial"))] : [],
    ...newest.kind === "mention" && newest.closed ? [
      line(say(desk.words, hasHandOff(desk) ? "card.closed" : "card.closed-here", {
        first: firstOf(card.patron)
      }))
    ] : [],
    ...newest.kind === "mention" ? moderatedLines(newest, desk) : [],
    ...newest.kind === "mention" && newest.unnamed ? [line(say(desk.words, "card.unnamed"))] : [],
    ...newest.gone && card.state !== "withdrawn" ? [line(say(desk.words, "card.removed"))] : []
  ];
}
function moderatedLines({ media, sensitive, suspect }, desk) {
  const isSaidBelow = picturesOf(media, desk).length > 0;
  return [
    ...sensitive && !isSaidBelow ? [line(say(desk.words, "picture.sensitive"))] : [],
    ...suspect ? [line(say(desk.words, `card.suspect.${suspect}`))] : []
  ];
}
function earlierLine(one, card, desk, now, { most, isShown }) {
  const time = momentText(desk, one.at, now);
  if (isAnswer(one)) {
    const lead2 = say(desk.words, "card.said-by-us", { time, name: nameOf(desk, writerOf(one) ?? "") });
    return line(lead2, quote(answerText(card, one), most));
  }
  const lead = say(desk.words, "card.said", { time, name: shownName(card.patron) });
  if (one.gone)
    return line(lead, say(desk.words, "card.removed"));
  if (one.purged)
    return line(lead, say(desk.words, "kept.post"));
  if (!isWritten(one))
    return line(lead);
  const isUnderShown = one.kind === "mention" && one.repliedTo !== void 0 && isShown(one.repliedTo);
  const behind = one.kind === "private" || isUnderShown ? "" : oursBehind(one, desk);
  return line(lead, shortText(one, desk, most), behind);
}
var isAnswer = (one) => "how" in one;

// dist/core/sentences/desk-names.js
var deskName = ({ account, inPrivate, words }) => inPrivate ? say(words, "home.in-private", { account: account.handle }) : `@${account.handle}`;

// dist/slack/parts/desk-mark.js
var deskMark = (desk) => desk.amongSeveral ? [note(deskName(desk))] : [];
var ofDesk = (desk, { text: text2, blocks }) => ({
  text: say(desk.words, "desk.said", { desk: escapeText(deskName(desk)), said: text2 }),
  blocks: [note(deskName(desk)), ...blocks]
});

// dist/core/sentences/kept-sentences.js
function keptWhat(card, { words }) {
  const act = newestAct(card);
  return say(words, `kept.${act.kind === "mention" ? act.topic : act.kind}`);
}
function keptOutcome(card, desk) {
  const answer = card.state === "sent" ? lastAnswer(card) : void 0;
  const by = answer ? writerOf(answer) : card.closed?.by;
  const said = say(desk.words, outcomeKey(card, by !== void 0), { name: nameOf(desk, by ?? "") });
  return `${said} \xB7 ${dateText(desk, answer?.at ?? card.closed?.at ?? card.changedAt)}`;
}
function outcomeKey({ closed, state }, isByPerson) {
  if (state === "sent")
    return isByPerson ? "kept.answered" : "kept.answered-elsewhere";
  if (state === "withdrawn")
    return "kept.withdrawn";
  if (state === "expired")
    return "kept.expired";
  if (closed?.reason === "hello")
    return "kept.greeted";
  if (closed?.reason === "muted" || closed?.reason === "muted-person")
    return "kept.muted";
  return isByPerson ? "kept.dismissed" : "kept.dismissed-by-desk";
}
var whoOf = (card, desk) => isPurged(card) || card.linkOnly ? say(desk.words, "kept.somebody") : firstOf(card.patron);
var holdSentence = (desk, { by, reason, until }) => say(desk.words, "hold.mark", { name: nameOf(desk, by), date: dateText(desk, until), reason });
var mayQuoteMarks = ({ mayQuote, patron }, { words }) => mayQuote ? [say(words, "kept.may-quote", { first: firstOf(patron) })] : [];

// dist/core/sentences/link-only-sentences.js
function linkedWhat(card, desk) {
  if (newestAct(card).kind === "hello")
    return say(desk.words, "card.hello");
  if (newestAct(card).kind === "follow")
    return say(desk.words, "link-only.follow");
  return sayCount(desk, "link-only.mentions", Math.max(1, unanswered(card).length));
}
var linkedAbout = (card, desk) => say(desk.words, "link-only.about", {
  what: keptWhat(card, desk),
  time: localTime(desk.rota, waitingAct(card).at)
});
var linkedUrl = (card, desk) => actUrl(desk, card) ?? accountUrl(desk, card.patron.id);

// dist/slack/parts/link-only.js
var listedName = (card, desk) => card.linkOnly ? linkedWhat(card, desk) : shownName(card.patron);
var linkedLine = (card, desk, now, ...more) => line(bold(linkedWhat(card, desk)), ` \xB7 ${linkedDetails(card, desk, now, more).join(" \xB7 ")}`);
var linkedText = (card, desk, now, ...more) => [linkedWhat(card, desk), ...linkedDetails(card, desk, now, more)].join(" \xB7 ");
function linkedDetails(card, desk, now, more) {
  const act = waitingAct(card);
  const topic = topicText(desk, act);
  return [momentText(desk, act.at, now), ...topic ? [topic] : [], ...more];
}
var linkedBlocks = (card, desk, now) => [
  rich(linkedLine(card, desk, now))
];
var openThere = (card, desk) => button({
  id: actionIds.openThere,
  label: say(desk.words, "button.open-in-x"),
  ref: refTo(card, desk),
  url: linkedUrl(card, desk),
  primary: card.state === "open" && !card.flag && !isFollow(card)
});
var openAllThere = (panel, desk, url) => button({
  id: actionIds.openThere,
  label: say(desk.words, "button.open-in-x"),
  ref: panelRef(panel, desk),
  url,
  primary: panel.kind !== "digest"
});

// dist/slack/parts/modal.js
function modal({ callbackId, ref, desk, title, about = "", submit, close, isOverDesks, blocks }) {
  const { words } = desk;
  const room = slackRoom.modalTitle - say(words, title, { first: "", name: "" }).length;
  const name = cut(about, Math.max(1, room));
  return {
    type: "modal",
    callback_id: callbackId,
    private_metadata: ref ? encodeRef(ref) : "",
    title: plain(say(words, title, { first: name, name }), slackRoom.modalTitle),
    ...submit ? { submit: plain(say(words, submit), slackRoom.modalTitle) } : {},
    close: plain(say(words, close), slackRoom.modalTitle),
    blocks: [...practiceMark(desk), ...isOverDesks ? [] : deskMark(desk), ...blocks]
  };
}
function patronBlocks(card, desk, now, { context, inFull = false, beside: beside2 = postDetails(card, desk).join(" \xB7 ") } = {}) {
  if (card.linkOnly)
    return linkedBlocks(card, desk, now);
  return [
    ...avatarBlocks(card.patron, desk, beside2),
    ...context ? [context] : [],
    rich(detailsLine(card, desk, now), isFollow(card) ? aboutLine(card.patron, desk) : void 0, ...conversation(card, desk, now, { hasContext: context !== void 0, inFull }))
  ];
}

// dist/core/sentences/flag-sentences.js
var maxFlagNote = 200;
function flagSentence(desk, flag, now) {
  const { by, to = by } = flag;
  const time = momentText(desk, flag.at, now);
  const flagged = to === by ? say(desk.words, "state.flagged", { name: nameOf(desk, by), time }) : say(desk.words, "state.flagged-to", { name: nameOf(desk, by), lead: nameOf(desk, to), time });
  return withNote(desk, flagged, flag);
}
function askedSentence(desk, flag, reader, now) {
  const fill = { name: nameOf(desk, flag.by), time: momentText(desk, flag.at, now) };
  const isOwn = flag.by === reader;
  return withNote(desk, say(desk.words, isOwn ? "flags.asked-by-you" : "flags.asked", fill), flag);
}
function withNote({ words }, said, { note: note2 }) {
  return note2 ? say(words, "state.flag-note", { said, note: quote(note2, maxFlagNote) }) : said;
}

// dist/core/board/hello-counts.js
function helloOf(card) {
  const [first] = card.acts;
  return first?.kind === "hello" ? first : void 0;
}
function withHelloCounts(card, counts) {
  const hello = helloOf(card);
  if (!hello)
    return card;
  const next = { ...hello, ...counts };
  if (next.answers === hello.answers && next.greeted === hello.greeted)
    return card;
  return { ...card, acts: [next], version: card.version + 1 };
}

// dist/slack/parts/hello.js
var NAMED = 3;
var MAX_NAMED = 150;
function greetsBlock(greets, desk, showsAll = false) {
  if (greets.length === 0)
    return rich(line(say(desk.words, "hello.greets-nobody")));
  const named = greets.slice(0, isGreetsCut(greets) && !showsAll ? NAMED : MAX_NAMED).map(shownName);
  const left = greets.length - named.length;
  const names = listOf(desk, left > 0 ? [...named, sayCount(desk, "hello.more", left)] : named);
  return rich(line(say(desk.words, "hello.greets", { names })));
}
var isGreetsCut = (greets) => greets.length > NAMED + 1;
var seeAllButton = (card, greets, desk) => button({
  id: actionIds.seeAll,
  label: say(desk.words, "button.see-all", { count: greets.length }),
  ref: refTo(card, desk)
});
function helloText(card, answer, desk, now) {
  const hello = helloOf(card);
  if (!hello)
    return void 0;
  const { answers = 0, greeted = hello.greets } = hello;
  const time = momentText(desk, answer.at, now);
  const by = writerOf(answer);
  const said = by ? sayCount(desk, "hello.said", greeted, { name: nameOf(desk, by), time }) : sayCount(desk, "hello.said-elsewhere", greeted, { time });
  return answers > 0 ? `${said} \xB7 ${sayCount(desk, "hello.answered", answers)}` : said;
}

// dist/slack/parts/status.js
var MAX_WORDS = 1e3;
var lookForMs = timings.settleLooksMs.at(-1) ?? 0;
function statusOf(card, desk, now, looksForMs = lookForMs) {
  if (isPurged(card))
    return { sentence: keptOutcome(card, desk) };
  const { rota, words } = desk;
  const time = (at) => momentText(desk, at, now);
  const { reply, closed, handOff } = card;
  const name = nameOf(desk, card.holder?.id ?? reply?.approvedBy ?? "");
  const writer = nameOf(desk, reply?.writtenBy ?? reply?.approvedBy ?? "");
  const approved = reply ? { words: cut(reply.text, MAX_WORDS) } : {};
  switch (card.state) {
    case "open":
      return void 0;
    case "claimed":
      return {
        sentence: say(words, "state.claimed", { name, time: time(card.holder?.since ?? card.changedAt) })
      };
    case "sending": {
      const goes = {
        name: writer,
        reviewer: nameOf(desk, reply?.approvedBy ?? ""),
        time: timeWithSeconds(rota, reply?.dueAt ?? now)
      };
      const key = reply?.writtenBy ? "state.sending-checked" : "state.sending";
      const held = noticeSentence(desk, card, now);
      const sentence = held === void 0 ? say(words, key, goes) : say(words, "state.sending-held", { said: held });
      return { sentence, ...approved };
    }
    case "posting":
      return { sentence: say(words, "state.posting", { name: writer }), ...approved };
    case "unsure": {
      if (reply?.notSeen) {
        const where = isPrivate(card) ? conversationUrl(desk, card.id) : ourRepliesUrl(desk);
        const ours = link(where, say(words, "state.look"));
        return { sentence: say(words, "state.not-seen", { name: writer }), link: ours, ...approved };
      }
      const until = (reply?.unsureSince ?? card.changedAt) + looksForMs;
      return { sentence: say(words, "state.unsure", { name: writer, time: time(until) }), ...approved };
    }
    case "handed-off":
      return {
        sentence: say(words, "state.handed-off", { name, time: time(handOff?.openedAt ?? card.changedAt) })
      };
    case "in-review": {
      const { reviewer } = card.review ?? {};
      const sentence = reviewer ? say(words, "state.checking", { name, reviewer: nameOf(desk, reviewer) }) : say(words, "state.in-review", { name });
      return { sentence };
    }
    case "dismissed": {
      const by = { first: whoOf(card, desk), ...closed?.by ? { name: nameOf(desk, closed.by) } : {} };
      return { sentence: say(words, closedKey(closed), { ...by, time: time(closed?.at ?? card.changedAt) }) };
    }
    case "expired":
      return void 0;
    case "withdrawn":
      if (closed?.reason === "stop") {
        const stopped = { first: firstOf(card.patron), time: time(closed.at) };
        return { sentence: say(words, "state.stopped", stopped) };
      }
      return { sentence: say(words, "state.withdrawn", { time: time(card.changedAt) }) };
    case "sent": {
      const answer = card.answers.at(-1);
      return answer && answeredStatus(card, answer, desk, now);
    }
  }
}
function closedKey(closed) {
  if (closed?.reason === "hello")
    return "state.hello";
  if (closed?.reason === "muted-person")
    return closed.by ? "state.muted-person" : "state.muted-person-by-desk";
  if (closed?.reason === "muted")
    return closed.by ? "state.muted" : "state.muted-by-desk";
  return closed?.by ? "state.dismissed" : "state.dismissed-by-desk";
}
function answeredStatus(card, answer, desk, now) {
  const detail = answerDetail(answer, desk);
  return {
    sentence: whoAnswered(card, answer, desk, now),
    ...detail ? { detail } : {},
    ...answer.postId ? { link: answerLink(card, answer.postId, desk) } : {},
    words: answerText(card, answer)
  };
}
var answerLink = (card, post, desk) => link(answerUrl(card, post, desk), say(desk.words, isHello(card) ? "card.view" : "state.view-reply"));
var answerUrl = (card, post, desk) => isPrivate(card) ? conversationUrl(desk, card.id) : postUrl(desk, post);
var checkedBy = (writer, by, desk) => writer && by ? say(desk.words, "state.checked-by", { name: nameOf(desk, by) }) : "";
var answerDetail = ({ by, how, writtenBy }, desk) => [checkedBy(writtenBy, by, desk), how === "changed-in-x" ? say(desk.words, "state.sent-changed") : ""].filter((part) => part !== "").join(" \xB7 ");
function whoAnswered(card, answer, desk, now, how = "in full") {
  const { words } = desk;
  const hello = helloText(card, answer, desk, now);
  if (hello !== void 0)
    return hello;
  const time = momentText(desk, answer.at, now);
  if (!answer.by)
    return say(words, "state.sent-elsewhere", { time });
  const name = nameOf(desk, writerOf(answer) ?? answer.by);
  if (answer.how === "in-x")
    return say(words, "state.sent-in-x", { name, time });
  const since2 = how === "briefly" ? void 0 : waitedSince(card, answer);
  return since2 === void 0 ? say(words, "state.sent", { name, time }) : say(words, "state.sent-after", { name, time, duration: durationText(desk, answer.at - since2) });
}
var waitedSince = ({ acts }, { at, covers }) => acts.find((act) => covers.includes(act.id) && act.at <= at)?.at;
function statusBlocks({ sentence, detail, link: link2, words }) {
  return rich(line(sentence, detail ? ` \xB7 ${detail}` : "", ...link2 ? [" \xB7 ", link2] : []), words ? quoted(words) : void 0);
}
var MAX_NOTE = 500;
function urgentMark(card, { words }) {
  const found = isDone(card) ? void 0 : urgentWordOf(card);
  if (found === void 0)
    return [];
  if (card.linkOnly)
    return [say(words, "link-only.urgent")];
  return [isPrivate(card) ? say(words, "card.urgent-private") : say(words, "card.urgent", { found })];
}
function marks(card, desk, now) {
  const { words } = desk;
  const { flag, snoozedUntil: snoozedUntil2 } = card;
  return [
    ...mayQuoteMarks(card, desk),
    ...flag ? [flagSentence(desk, flag, now)] : [],
    ...snoozedUntil2 === void 0 ? [] : [say(words, "state.snoozed", { time: momentText(desk, snoozedUntil2, now) })]
  ];
}
var flaggedLine = (card, desk, now, permalink) => line(bold(card.linkOnly ? linkedWhat(card, desk) : shownName(card.patron)), ...card.flag ? [` \xB7 ${flagSentence(desk, card.flag, now)}`] : [], ...permalink ? [" \xB7 ", link(permalink, say(desk.words, "waiting.open"))] : []);
function noteBlocks(card, desk, now) {
  const { note: note2 } = card;
  return [
    ...[...urgentMark(card, desk), ...marks(card, desk, now)].map((mark2) => rich(line(mark2))),
    ...note2 ? [
      rich(line(say(desk.words, noteKey(note2), {
        name: nameOf(desk, note2.by),
        time: momentText(desk, note2.at, now)
      })), quoted(cut(note2.text, MAX_NOTE)))
    ] : []
  ];
}
var noteKey = ({ back, text: text2 }) => !back ? "state.note" : text2 ? "state.sent-back" : "state.sent-back-bare";
var MAX_KEPT = 500;
var SHOWN_KEPT = 3;
function keptWords(card, desk, now) {
  return card.keptWords.slice(-SHOWN_KEPT).map(({ by, at, text: words }) => {
    const when = { name: nameOf(desk, by), time: momentText(desk, at, now) };
    return rich(line(say(desk.words, "editor.kept", when)), quoted(cut(words, MAX_KEPT)));
  });
}

// dist/slack/parts/beside.js
function beside(lines, accessory) {
  const text2 = lines.map((inlines) => inlines.map(marked2).join("")).join("\n");
  return {
    type: "section",
    text: { type: "mrkdwn", text: text2, verbatim: true },
    ...accessory ? { accessory } : {}
  };
}
function marked2(one) {
  if (one.type === "user")
    return `<@${one.user_id}>`;
  const shown2 = escapeMarkdown(one.text ?? "");
  if (one.type === "link")
    return `<${escapeText(one.url)}|${shown2}>`;
  return one.style?.bold ? `*${shown2}*` : shown2;
}

// dist/slack/messages/finished-card.js
var lineRoom = 62;
var besideMenuRoom = 60;
var leastOfName = 16;
var mostOfName = 24;
function finishedCard(card, desk, now) {
  const { first, rest } = outcomeLine(card, desk, now);
  const second = [...rest, ...wordsLine(card, desk, now, lineRoom - widthOf(rest))];
  const set = marks(card, desk, now);
  return {
    text: fallbackText([
      ...first,
      ...isPrivate(card) ? [] : [text(" "), ...second],
      ...set.map((mark2) => text(` ${mark2}`))
    ]),
    blocks: [
      beside([first], cardMenu(card, desk)[0]),
      rich(line(...second), ...set.map((mark2) => line(mark2)))
    ]
  };
}
var dot = text(" \xB7 ");
var widthOf = (inlines) => columnsOf(inlines.map((one) => "text" in one ? one.text ?? "" : "").join(""));
function outcomeLine(card, desk, now) {
  const said = outcomeOf(card, desk, now);
  const more = moreOf(card, desk);
  const isSent = card.state === "sent";
  const ofHello = isSent && isHello(card);
  const key = isSent ? "finished.sent" : "finished.closed";
  const lineOf = (name2, shown3) => [
    ...ofHello ? [text(say(desk.words, "finished.hello", { said }))] : richSay(desk.words, key, { who: bold(name2), said }),
    ...shown3.flatMap((one) => [dot, one])
  ];
  const roomForName = (shown3) => besideMenuRoom - widthOf(lineOf("", shown3));
  const name = ofHello ? "" : cutToColumns(nameOn(card, desk), mostOfName);
  const fit = more.findLastIndex((_, at) => columnsOf(name) <= roomForName(more.slice(0, at + 1))) + 1;
  const shown2 = more.slice(0, fit);
  return {
    first: lineOf(cutToColumns(name, Math.max(leastOfName, roomForName(shown2))), shown2),
    rest: more.slice(fit).flatMap((one) => [one, dot])
  };
}
function nameOn(card, desk) {
  if (card.linkOnly)
    return keptWhat(card, desk);
  return newestAct(card).kind === "hello" ? say(desk.words, "card.hello") : shownName(card.patron);
}
var answerOn = (card) => card.state === "sent" ? lastAnswer(card) : void 0;
function outcomeOf(card, desk, now) {
  const answer = answerOn(card);
  if (answer)
    return whoAnswered(card, answer, desk, now, "briefly");
  return statusOf(card, desk, now)?.sentence ?? say(desk.words, "card.followed");
}
function moreOf(card, desk) {
  const answer = answerOn(card);
  if (!answer)
    return [];
  const detail = answerDetail(answer, desk);
  const { postId } = answer;
  return [...detail ? [text(detail)] : [], ...postId ? [answerLink(card, postId, desk)] : []];
}
function wordsLine(card, desk, now, room) {
  const { words } = desk;
  const answer = answerOn(card);
  const asked2 = askedOn(card, desk);
  const ours = answer ? onOneLine(answerText(card, answer)) : "";
  if (asked2 !== "" && ours !== "") {
    const left = room - columnsOf(say(words, "finished.said-and-answer", { said: "", answer: "" }));
    const said = cutToColumns(asked2, Math.max(Math.floor(left / 2), left - columnsOf(ours)));
    const reply = cutToColumns(ours, left - columnsOf(said));
    return [text(say(words, "finished.said-and-answer", { said, answer: reply }))];
  }
  const key = ours === "" ? "finished.said" : "finished.answer";
  const one = cutToColumns(asked2 || ours, room - columnsOf(say(words, key, { said: "", answer: "" })));
  return one === "" ? whoAndWhen(card, desk, now) : [text(say(words, key, { said: one, answer: one }))];
}
function askedOn({ acts, ...card }, desk) {
  const covered = card.state === "sent" ? card.answers.at(-1)?.covers ?? [] : [];
  const act = acts.findLast(({ id }) => covered.includes(id)) ?? acts.at(-1);
  return act && isWritten(act) && !act.gone ? shortText(act, desk, lineRoom) : "";
}
function whoAndWhen(card, desk, now) {
  const { handle } = card.patron;
  const time = text(momentText(desk, newestAct(card).at, now));
  if (card.linkOnly)
    return [time, dot, link(linkedUrl(card, desk), say(desk.words, "card.view"))];
  return handle === "" ? [time] : [link(profileUrl(desk, handle), `@${handle}`), dot, time];
}
var WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/gu;
var columnsOf = (text2) => text2.replace(new RegExp("\\p{M}", "gu"), "").length + (text2.match(WIDE)?.length ?? 0);
var graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
function cutToColumns(text2, most) {
  if (columnsOf(text2) <= most)
    return text2;
  let shown2 = "";
  for (const { segment } of graphemes.segment(text2)) {
    if (columnsOf(shown2 + segment) >= most)
      break;
    shown2 += segment;
  }
  return `${shown2.trimEnd()}\u2026`;
}

// dist/slack/messages/link-only-card.js
function linkOnlyCard(card, desk, now) {
  const { words } = desk;
  const at = card.state === "open" && !isSetAside(card) ? answerBy(desk, card) : void 0;
  const time = at === void 0 ? "" : momentText(desk, at, now);
  const by = at !== void 0 && at > now ? [say(words, "card.answer-by", { time })] : [];
  const late = at !== void 0 && at <= now ? [say(words, "card.late", { time })] : [];
  const urgent = urgentMark(card, desk);
  const status = statusOf(card, desk, now)?.sentence;
  const below = [...status ? [status] : [], ...marks(card, desk, now)];
  const done = button({ id: actionIds.skip, label: say(words, "button.done"), ref: refTo(card, desk) });
  return {
    text: escapeText([...urgent, linkedText(card, desk, now, ...by), ...late, ...below].join(" \xB7 ")),
    blocks: [
      rich(...urgent.map((mark2) => line(bold(mark2))), linkedLine(card, desk, now, ...by), ...late.map((one) => line(bold(one))), ...below.map((one) => line(one))),
      ...actions(openThere(card, desk), ...card.flag ? [] : [done], ...cardMenu(card, desk))
    ]
  };
}
function linkOnlyLine(act, desk, to) {
  const key = act.urgent === void 0 ? "link-only.line" : "link-only.line-urgent";
  const said = richSay(desk.words, key, { to: user(to), network: desk.network.name });
  return { text: fallbackText(said), blocks: [rich(line(...said))] };
}

// dist/slack/messages/card-message.js
var MAX_TEXT_QUOTE = 300;
function cardMessage(card, desk, now, looksForMs, context) {
  if (isDone(card))
    return finishedCard(card, desk, now);
  if (card.linkOnly)
    return linkOnlyCard(card, desk, now);
  const status = statusOf(card, desk, now, looksForMs);
  const asks = card.state === "claimed" || card.state === "in-review";
  const said = asks ? noticeSentence(desk, card, now) : void 0;
  const notice2 = said === void 0 ? void 0 : say(desk.words, "card.notice", { said });
  const marked4 = marks(card, desk, now);
  const late = lateText(card, desk, now);
  const blocks = [
    ...urgentMark(card, desk).map((mark2) => rich(line(bold(mark2)))),
    ...patronBlocks(card, desk, now, {
      context: contextBlock(card, desk, context),
      beside: besidePicture(card, desk, now)
    }),
    ...card.state === "open" ? pictureBlocks(card, newestAct(card), desk) : [],
    ...status ? [statusBlocks(status)] : [],
    ...followHint(card, desk, now),
    ...late ? [rich(line(bold(late)))] : [],
    ...marked4.map((mark2) => rich(line(mark2))),
    ...notice2 ? [rich(line(notice2))] : [],
    ...cardButtons(card, desk)
  ];
  const textParts = [
    ...urgentMark(card, desk),
    firstLine(card, desk, now),
    status?.sentence ?? "",
    late ?? "",
    ...marked4,
    notice2 ?? ""
  ];
  return { text: escapeText(textParts.filter((part) => part !== "").join(" ")), blocks };
}
function besidePicture(card, desk, now) {
  const [first] = card.acts;
  if (first?.kind === "hello")
    return sayCount(desk, "card.hello-hint", first.greets);
  const at = deadlineOf(card, desk);
  const by = at !== void 0 && at > now ? { time: momentText(desk, at, now) } : void 0;
  return [...postDetails(card, desk), ...by ? [say(desk.words, "card.answer-by", by)] : []].join(" \xB7 ");
}
function followHint(card, desk, now) {
  const { acts: [first], patron, state } = card;
  if (state !== "open" || first?.kind !== "follow")
    return [];
  const fine = say(desk.words, "card.follow-hint", { first: firstOf(patron) });
  const hint = patron.suspect ? `${say(desk.words, `card.suspect.${patron.suspect}`)} ${fine}` : fine;
  if (patron.automated)
    return [note(`${say(desk.words, "card.automated")} ${hint}`)];
  return [note(patron.weFollow ? `${hint} ${followedText(card, desk, now)}` : hint)];
}
function lateText(card, desk, now) {
  const at = deadlineOf(card, desk);
  return at === void 0 || at > now ? void 0 : say(desk.words, "card.late", { time: momentText(desk, at, now) });
}
var deadlineOf = (card, desk) => card.state === "open" && !isSetAside(card) ? answerBy(desk, card) : void 0;
function firstLine(card, desk, now) {
  const act = newestAct(card);
  const name = shownName(card.patron);
  const time = momentText(desk, act.at, now);
  switch (act.kind) {
    case "follow":
      return say(desk.words, "card.follow-in-text", { name, time });
    case "hello":
      return say(desk.words, "card.hello");
    case "private":
      return say(desk.words, "card.private-in-text", { time });
    case "mention": {
      const quote2 = act.gone ? say(desk.words, "card.removed") : shortText(act, desk, MAX_TEXT_QUOTE);
      const topic = topicText(desk, act);
      const said = topic ? say(desk.words, "card.in-text", { topic, name, time, quote: quote2 }) : say(desk.words, "card.post-in-text", { name, time, quote: quote2 });
      return `${said}${oursBehind(act, desk)}`;
    }
  }
}

// dist/slack/messages/asked-message.js
var MAX_QUESTION = 120;
function askedMessage(panel, inPanel, desk, now) {
  const { words } = desk;
  const { conversation: conversation2, outcome } = panel;
  const question = questionText(panel, desk);
  const isMuted = outcome?.how === "muted";
  const closing = closingOf(panel, inPanel, desk, now);
  const lead = closing === "" ? "" : `${closing} \xB7 `;
  const parts = [
    sayCount(desk, "answers.count", inPanel.all.length),
    closing === "" ? newsOf(panel, inPanel, desk, now) : ""
  ].filter((part) => part !== "");
  const view = conversation2 ? [" \xB7 ", link(postUrl(desk, conversation2), say(words, "panel.view"))] : [];
  return {
    text: escapeText(`${lead}${[question, ...parts].join(" \xB7 ")}`),
    blocks: [
      rich(line(lead, bold(question), ` \xB7 ${parts.join(" \xB7 ")}`, ...view)),
      ...isMuted ? [rich(line(say(words, "panel.muted-hint")))] : [],
      ...actions(panelButton("read", say(words, "button.read-them"), panel, desk), ...isMuted ? [panelButton("unmute", say(words, "button.unmute"), panel, desk)] : [overflow(panelActionId("menu"), menu(panel, inPanel, desk))])
    ]
  };
}
var questionText = ({ question = "" }, { words }) => say(words, "answers.question", { question: quote(onOneLine(question), MAX_QUESTION) });
function closingOf({ outcome }, { open }, desk, now) {
  if (outcome?.how === "muted")
    return saidOf("panel.muted", outcome, desk, now);
  return outcome?.how === "rest" && open.length === 0 ? saidOf("answers.rest", outcome, desk, now) : "";
}
function newsOf(panel, inPanel, desk, now) {
  const { read } = panel;
  if (!read)
    return "";
  const unread = countUnread(panel, inPanel);
  const fill = { name: nameOf(desk, read.by), time: momentText(desk, read.at, now) };
  return unread > 0 ? sayCount(desk, "answers.since", unread, fill) : say(desk.words, "answers.read", fill);
}
var saidOf = (key, { by = "", at }, desk, now) => say(desk.words, key, { name: nameOf(desk, by), time: momentText(desk, at, now) });
function menu(panel, { open }, desk) {
  const option = (name, label) => ({ label, ref: panelRef(panel, desk, name) });
  return [
    ...open.length > 0 ? [option("rest", say(desk.words, "button.rest"))] : [],
    option("mute", say(desk.words, "button.mute"))
  ];
}

// dist/slack/messages/cover-message.js
function coverMessage(panel, desk, now) {
  const { cover } = panel;
  if (!cover)
    throw new RangeError(`Panel ${panel.id} has no request for cover.`);
  const { request, part } = cover;
  const text2 = { asked: channelText, taken: takenText, undone: undoneForText }[part](request, panel, desk, now);
  return {
    text: escapeText(text2),
    blocks: [rich(line(text2)), ...part === "undone" ? [] : buttons(request, panel, desk)]
  };
}
var channelText = (request, _panel, desk, now) => {
  const { over: over2, takenBy } = request;
  if (over2?.how === "withdrawn")
    return coverText("cover.withdrawn", request, desk, now);
  if (over2?.how === "everyone")
    return coverText("cover.everyone", request, desk, now);
  if (over2?.how === "undone")
    return undoneText(request, desk, now);
  if (takenBy)
    return coverText("cover.taken", request, desk, now);
  return coverText(over2?.how === "past" ? "cover.past" : "cover.asked", request, desk, now);
};
var takenText = (request, { to }, desk, now) => {
  if (request.over?.how === "undone")
    return undoneText(request, desk, now);
  const key = to === request.takenBy ? "taken-by-you" : to === request.whose ? "taken-for-you" : "taken";
  return coverText(`cover.${key}`, request, desk, now);
};
var undoneForText = (request, { to }, desk, now) => {
  if (to === request.takenBy)
    return coverText("cover.told-undone", request, desk, now);
  return coverText(request.over?.again ? "cover.told-undone-again" : "cover.told-undone-yours", request, desk, now);
};
function undoneText({ over: over2 }, desk, now) {
  const fill = { by: nameOf(desk, over2?.by ?? ""), time: momentText(desk, over2?.at ?? now, now) };
  return say(desk.words, over2?.again ? "cover.undone-again" : "cover.undone", fill);
}
function coverText(key, request, desk, now) {
  return say(desk.words, key, {
    name: nameOf(desk, request.whose),
    taker: nameOf(desk, request.takenBy ?? ""),
    by: nameOf(desk, request.over?.by ?? ""),
    when: spanAndDayText(desk, request, now)
  });
}
function buttons({ id, over: over2, takenBy }, panel, desk) {
  if (over2)
    return [];
  const ref = panelRef(panel, desk, id);
  const press2 = (option, label, primary = false) => button({ id: coverActionId(option), label: say(desk.words, label), ref, primary });
  if (takenBy)
    return actions(press2("undo", "button.undo"));
  const withdraw = { label: say(desk.words, "button.never-mind"), ref: panelRef(panel, desk, id) };
  const menu2 = panel.to ? [] : [overflow(coverActionId("withdraw"), [withdraw])];
  return actions(press2("take", "button.take-cover", true), ...menu2);
}

// dist/slack/messages/first-words-message.js
function firstWordsMessage(shift, desk) {
  const { words } = desk;
  const fill = { account: desk.account.handle, seconds: Math.round(desk.send.undoMs / secondMs) };
  const title = say(words, "first.title", fill);
  const arrives = say(words, "first.arrives", fill);
  const alone = say(words, "first.nothing-alone");
  const ref = { desk: desk.id };
  return {
    text: escapeText([title, arrives, alone].join(" ")),
    blocks: [
      rich(line(bold(title)), bullets([
        line(arrives),
        line(say(words, desk.network.prices ? "first.watches" : "first.watches-closely")),
        line(bold(alone), ` ${say(words, "first.sends", fill)}`),
        line(shift)
      ])),
      note(say(words, "first.help")),
      ...actions(button({ id: actionIds.nextOfDesk, label: say(words, "button.next"), ref, primary: true }), button({ id: actionIds.practise, label: say(words, "button.practise"), ref }))
    ]
  };
}

// dist/slack/messages/link-only-panel.js
function linkOnlyPanel({ panel, inPanel: { all, open } }, { counted, outcome }, desk) {
  const waits = open.length;
  const isMuted = panel.outcome?.how === "muted";
  const over2 = outcome ?? say(desk.words, panel.kind === "digest" ? "panel.nobody-left" : "panel.nobody-waits");
  const said = [
    counted(panel.kind === "digest" && waits > 0 ? waits : all.length),
    isMuted || waits === 0 ? over2 : panel.kind === "digest" ? "" : sayCount(desk, "panel.waiting", waits)
  ].filter((part) => part !== "");
  const [first = "", ...rest] = said;
  return {
    text: escapeText(said.join(" \xB7 ")),
    blocks: [
      rich(line(bold(first), rest.map((one) => ` \xB7 ${one}`).join(""))),
      ...buttonsOf(panel, waits, isMuted, desk)
    ]
  };
}
function buttonsOf(panel, waits, isMuted, desk) {
  const { words } = desk;
  const { conversation: conversation2, kind } = panel;
  const url = conversation2 ? postUrl(desk, conversation2) : ourFollowersUrl(desk);
  const closes = kind === "digest" ? "skip-all" : "rest";
  const muting = isMuted ? "unmute" : "mute";
  const menu2 = { label: say(words, `button.${muting}`), ref: panelRef(panel, desk, muting) };
  return actions(openAllThere(panel, desk, url), ...waits > 0 && !isMuted ? [panelButton(closes, say(words, "button.done"), panel, desk)] : [], ...conversation2 ? [overflow(panelActionId("menu"), [menu2])] : []);
}

// dist/core/board/report.js
var reportedKinds = ["question", "complaint", "praise", "other", "private", "follow"];
var reportedOutcomes = [
  "in-desk",
  "by-hand",
  "greeted",
  "left-alone",
  "removed",
  "waiting"
];

// dist/core/report/phrases.js
function periodText(desk, { kind, fromMs, toMs }) {
  const last = toMs - 1;
  const { year } = zoned(desk.rota.timeZone, last);
  if (kind === "week")
    return say(desk.words, "report.week", { from: dateText(desk, fromMs), to: dateText(desk, last) });
  const monthOf = (ms) => monthText(desk, localDay(desk.rota, ms).month);
  if (kind === "month")
    return say(desk.words, "report.month", { month: monthOf(last), year });
  return say(desk.words, "report.quarter", { from: monthOf(fromMs), to: monthOf(last), year });
}
var countText = ({ words }, count) => count === void 0 ? say(words, "report.few") : String(count);
function partsText(desk, parts) {
  const said = parts.filter(([, count]) => count !== 0).map(([key, count]) => say(desk.words, "report.part", { name: say(desk.words, key), count: countText(desk, count) }));
  return listOf(desk, said, "comma");
}
function openTimeText(desk, ms) {
  if (ms < hourMs)
    return durationText(desk, ms);
  const [key, unit, unitMs] = ms < 2 * hourMs ? ["duration.minutes", "minute", minuteMs] : ["duration.hours", "hour", hourMs];
  const count = Math.floor(ms / unitMs);
  return ownCount(desk, key, count) ?? unitText(desk.language, count, unit);
}
var hourText = (hour) => `${String(hour % 24).padStart(2, "0")}:00`;
var blockText = ({ words }, { hoursTogether: size = 1 }, hour) => size === 1 ? hourText(hour) : say(words, "report.chart.block", { from: hour, to: hour + size });
function busiestText(desk, { byWeekHour, hoursTogether = 1 }) {
  const [most] = byWeekHour.toSorted((a, b) => b.came - a.came);
  return most && say(desk.words, "report.busiest", {
    day: weekdayText(desk, most.weekday, "long"),
    from: hourText(most.hour),
    to: hourText(most.hour + hoursTogether),
    count: most.came
  });
}
function thinText(desk, { byHour, hoursTogether = 1 }) {
  const [most] = byHour.filter(({ late: late2 = 0 }) => late2 > 0).toSorted((a, b) => (b.late ?? 0) - (a.late ?? 0));
  if (!most)
    return void 0;
  const { came = 0, hour, late = 0 } = most;
  const hours = { from: hourText(hour), to: hourText(hour + hoursTogether) };
  return say(desk.words, "report.thin", { ...hours, late, count: came });
}

// dist/core/report/charts.js
function chartsOf(report, desk) {
  if (report.all === void 0 || report.all === 0)
    return [];
  const byHour = report.byHour.length > 0 ? [weekChart(report, desk), lateChart(report, desk)] : [];
  const empty = say(desk.words, "report.few");
  return [kindsChart(report, desk), ...byHour].map((chart) => ({ ...chart, empty }));
}
function kindsChart({ byKind, period }, desk) {
  const { words } = desk;
  const points = reportedKinds.filter((kind) => byKind[kind] !== 0).map((kind) => point(say(words, `report.kind.${kind}`), say(words, "report.chart.count"), byKind[kind]));
  const parts = partsText(desk, reportedKinds.map((kind) => [`report.kind.${kind}`, byKind[kind]]));
  return {
    kind: "bars",
    title: say(words, "report.chart.kinds"),
    alt: say(words, "report.chart.kinds-alt", { period: periodText(desk, period), parts }),
    xTitle: say(words, "report.chart.kind"),
    yTitle: say(words, "report.chart.count"),
    points
  };
}
function weekChart(report, desk) {
  const { words } = desk;
  const cameAt = (weekday, hour) => report.byWeekHour.find((one) => one.weekday === weekday && one.hour === hour)?.came;
  const busiest = busiestText(desk, report) ?? say(words, "report.chart.week-few");
  return {
    kind: "heat",
    title: say(words, "report.chart.week"),
    alt: say(words, "report.chart.week-alt", { period: periodText(desk, report.period), busiest }),
    xTitle: say(words, "report.chart.hour"),
    yTitle: say(words, "report.chart.weekday"),
    points: weekdays.flatMap((weekday) => hoursIn(report).map((hour) => point(blockText(desk, report, hour), weekdayText(desk, weekday, "short"), cameAt(weekday, hour))))
  };
}
function lateChart(report, desk) {
  const { words } = desk;
  const series = (key) => say(words, `report.chart.${key}`);
  const count = say(words, "report.chart.count");
  const points = hoursIn(report).flatMap((hour) => {
    const x = blockText(desk, report, hour);
    const { came, late } = report.byHour.find((one) => one.hour === hour) ?? { came: 0, late: 0 };
    const isSplit = came !== void 0 && late !== void 0;
    return [
      point(x, count, isSplit ? came - late : 0, series("in-time")),
      point(x, count, isSplit ? late : 0, series("too-late")),
      point(x, count, isSplit ? 0 : came, series("unsplit"))
    ];
  });
  const thin = thinText(desk, report) ?? say(words, "report.chart.late-few");
  return {
    kind: "bars",
    title: say(words, "report.chart.late"),
    alt: say(words, "report.chart.late-alt", { period: periodText(desk, report.period), thin }),
    xTitle: say(words, "report.chart.hour"),
    yTitle: count,
    points
  };
}
function hoursIn({ byHour, hoursTogether: size = 1 }) {
  const [first = 0] = byHour.map(({ hour }) => hour);
  const last = byHour.at(-1)?.hour ?? first;
  return Array.from({ length: (last - first) / size + 1 }, (_, at) => first + at * size);
}
var point = (x, y, value, series) => ({
  x,
  y,
  ...value === void 0 ? {} : { value },
  ...series === void 0 ? {} : { series }
});

// dist/core/board/outcome-report.js
var comparedGroups = ["greeted", "hello", "alone"];
var aloneReasons = ["skipped", "expired", "muted", "automated", "unseen"];

// dist/core/outcomes/wilson.js
var z = 1.959964;
function wilson(count, of) {
  const share2 = count / of;
  const middle = share2 + z ** 2 / (2 * of);
  const reach = z * Math.sqrt(share2 * (1 - share2) / of + z ** 2 / (4 * of ** 2));
  const scale = 1 + z ** 2 / of;
  return { low: Math.max(0, (middle - reach) / scale), high: Math.min(1, (middle + reach) / scale) };
}
var overlap = (one, other) => one.low <= other.high && other.low <= one.high;

// dist/core/outcomes/outcome-figures.js
var leastShown = 5;
var leastToTell = 10;
var lookedAtForMs = 31 * dayMs;
function outcomeFigures(months, { fromMs, toMs }) {
  const within = months.filter((one) => one.fromMs < toMs && one.toMs + lookedAtForMs > fromMs);
  const all = within.flatMap(outcomesOf);
  const known = all.filter((one) => one.group !== "not-known");
  const groups = {
    greeted: figuresOf(known.filter(({ group }) => group === "greeted")),
    hello: figuresOf(known.filter(({ group }) => group === "hello")),
    alone: figuresOf(known.filter(({ group }) => aloneReasons.some((one) => one === group)))
  };
  const reasons = aloneReasons.flatMap((reason) => {
    const count = shown(known.filter(({ group }) => group === reason).length);
    return count === void 0 ? [] : [[reason, count]];
  });
  const gone = shown(known.filter(isGone).length);
  const notKnown = shown(all.length - known.length);
  const people = shown(all.length);
  return {
    months: within.map(({ id }) => id),
    ...people !== void 0 && { people },
    groups,
    reasons: Object.fromEntries(reasons),
    ...gone !== void 0 && { gone },
    ...notKnown !== void 0 && { notKnown },
    against: { ...against("greeted", groups), ...against("hello", groups) }
  };
}
function outcomesOf({ counts, ended, followed }) {
  const over2 = Object.entries(counts).flatMap(([name, count]) => Array(count).fill(name));
  const names = [...over2, ...ended.map(({ outcome }) => outcome)];
  const begun = followed.flatMap(({ after7, group }) => after7 && group ? [{ after7, group, after30: "not-known", wrote: "not-known", isOver: false }] : []);
  return [...names.map((name) => ({ ...outcomeNamed(name), isOver: true })), ...begun];
}
var isGone = ({ after7, after30 }) => after7 === "gone" || after30 === "gone";
function figuresOf(all) {
  const over2 = all.filter((one) => one.wrote !== "not-known" && !isGone(one));
  return {
    after7: stillFollowing(all.map(({ after7 }) => after7)),
    after30: stillFollowing(all.filter(({ isOver: isOver2 }) => isOver2).map(({ after30 }) => after30)),
    wrote: share(over2.filter(({ wrote }) => wrote !== "no").length, over2.length)
  };
}
function stillFollowing(found) {
  const follow2 = found.filter((one) => one === "follows").length;
  return share(follow2, follow2 + found.filter((one) => one === "left").length);
}
function share(count, of) {
  if (of < leastShown)
    return {};
  return of < leastToTell || count < leastShown ? { of } : { of, count, range: wilson(count, of) };
}
var shown = (count) => count < leastShown ? void 0 : count;
var canTell = ({ of = 0 }) => of >= leastToTell;
function against(group, groups) {
  const { range: theirs } = groups[group].after30;
  const { range: alone } = groups.alone.after30;
  if (!theirs || !alone)
    return {};
  if (overlap(theirs, alone))
    return { [group]: "cannot-tell" };
  return { [group]: theirs.low > alone.high ? "more" : "fewer" };
}

// dist/core/outcomes/outcome-lines.js
function outcomeLines(texts, figures) {
  const { words } = texts;
  const { against: against2, gone, notKnown, people } = figures;
  const months = listOf(texts, figures.months.map((month) => monthText2(texts, month)));
  if (figures.months.length === 0)
    return [say(words, "outcome.no-months")];
  if (people === void 0)
    return [say(words, "outcome.none", { months })];
  return [
    sayCount(texts, "outcome.title", people, { months }),
    ...comparedGroups.flatMap((group) => linesOf(texts, figures, group)),
    ...reasonsLine(texts, figures),
    ...against2.greeted ? [say(words, `outcome.greeted-${against2.greeted}`)] : [],
    ...against2.hello ? [say(words, `outcome.hello-${against2.hello}`)] : [],
    ...gone === void 0 ? [] : [sayCount(texts, "outcome.gone", gone)],
    ...notKnown === void 0 ? [] : [sayCount(texts, "outcome.not-known", notKnown)],
    say(words, "outcome.no-cause")
  ];
}
function linesOf(texts, { groups }, group) {
  const { after7, after30, wrote } = groups[group];
  const { of } = after7;
  if (!canTell(after7) && !canTell(after30))
    return [
      of === void 0 ? say(texts.words, `outcome.fewest-${group}`) : sayCount(texts, `outcome.few-${group}`, of)
    ];
  return [
    ...shareLine(texts, `stayed-${group}`, after7, { days: 7 }),
    ...shareLine(texts, `stayed-${group}`, after30, { days: 30 }),
    ...shareLine(texts, `wrote-${group}`, wrote)
  ];
}
function shareLine(texts, what, share2, fill = {}) {
  const { count, of, range } = share2;
  if (of === void 0 || !canTell(share2))
    return [];
  if (count === void 0 || !range)
    return [say(texts.words, `outcome.few-${what}`, { of, ...fill })];
  const shown2 = { of, low: percent(range.low), high: percent(range.high), ...fill };
  return [sayCount(texts, `outcome.${what}`, count, shown2)];
}
var percent = (share2) => Math.round(share2 * 100);
function reasonsLine(texts, { reasons }) {
  const { words } = texts;
  const said = aloneReasons.flatMap((reason) => {
    const count = reasons[reason];
    if (count === void 0)
      return [];
    return [say(words, "outcome.reason", { reason: say(words, `outcome.reason-${reason}`), count })];
  });
  return said.length > 0 ? [say(words, "outcome.reasons", { reasons: listOf(texts, said) })] : [];
}
function monthText2({ language, words }, id) {
  const [year = "", month = ""] = id.split("-");
  const name = words[`long-month.${Number(month)}`] ?? monthName(language, Number(month), "long");
  return say(words, "outcome.month", { month: name, year });
}

// dist/core/report/lines.js
function reportLines(report, desk) {
  const { words } = desk;
  const begun = report.begunAt === void 0 ? void 0 : say(words, "report.begun", { date: dateText(desk, report.begunAt) });
  const figures = report.all === 0 ? [say(words, "report.nothing")] : [
    cameText(report, desk),
    outcomesText(report, desk),
    waitedText(report, desk),
    standardText(report, desk),
    busiestText(desk, report),
    thinText(desk, report),
    openingsText(report, desk)
  ];
  return [begun, ...figures, hellosText(report, desk), billText(report, desk)].filter((line2) => line2 !== void 0);
}
function cameText({ all, byKind }, desk) {
  const parts = partsText(desk, reportedKinds.map((kind) => [`report.kind.${kind}`, byKind[kind]]));
  return all === void 0 ? say(desk.words, "report.came-few", { parts }) : sayCount(desk, "report.came", all, { parts });
}
function outcomesText({ byOutcome }, desk) {
  const parts = reportedOutcomes.map((outcome) => [`report.outcome.${outcome}`, byOutcome[outcome]]);
  return say(desk.words, "report.outcomes", { parts: partsText(desk, parts) });
}
function waitedText({ waited }, desk) {
  if (!waited)
    return say(desk.words, "report.waited-few");
  const fill = { half: openTimeText(desk, waited.half), most: openTimeText(desk, waited.nineInTen) };
  return say(desk.words, "report.waited", fill);
}
function standardText({ standard }, { words }) {
  if (!standard)
    return say(words, "report.standard-few");
  const percent2 = Math.floor(standard.kept / standard.of * 100);
  return say(words, "report.standard", { ...standard, percent: percent2 });
}
function openingsText({ openings }, desk) {
  if (openingUses.every((use) => openings[use] === 0))
    return void 0;
  const parts = openingUses.map((use) => [`report.opening.${use}`, openings[use]]);
  return say(desk.words, "report.openings", { parts: partsText(desk, parts) });
}
function hellosText({ hellos }, desk) {
  if (hellos.count === 0)
    return void 0;
  const partOf2 = (key) => say(desk.words, "report.part", {
    name: say(desk.words, `report.hello.${key}`),
    count: countText(desk, hellos[key])
  });
  const parts = listOf(desk, [partOf2("greeted"), partOf2("answers")], "comma");
  return sayCount(desk, "report.hellos", hellos.count, { parts });
}
function billText({ bill }, desk) {
  if (!bill || bill.length === 0)
    return void 0;
  const months = bill.map(({ month }) => monthText(desk, Number(month.slice(5))));
  const spent = usd(bill.reduce((sum, { microUsd }) => sum + microUsd, 0));
  return sayCount(desk, "report.bill", bill.length, { spent, months: listOf(desk, months) });
}
function followLines({ outcomes }, desk) {
  if (!outcomes)
    return void 0;
  const [title = "", ...lines] = outcomeLines(desk, outcomes);
  return { title, lines };
}
function slippedTitle({ late, standard }, desk) {
  if (late > 0)
    return sayCount(desk, "report.late", late);
  return standard ? say(desk.words, "report.late-none") : void 0;
}
function slippedText({ at, isAnswered: isAnswered2, topic, waitedMs }, { madeAt }, desk) {
  const { words } = desk;
  const key = isAnswered2 ? "report.slipped-answered" : "report.slipped-waiting";
  return say(words, "report.slipped", {
    topic: say(words, `report.topic.${topic}`),
    time: momentText(desk, at, madeAt),
    became: say(words, key, { duration: openTimeText(desk, waitedMs) })
  });
}

// dist/slack/messages/report-message.js
var MAX_ALT3 = 1e3;
function reportMessage(panel, desk, now) {
  const { report } = panel;
  if (!report)
    throw new RangeError(`Panel ${panel.id} has no report.`);
  const { figures } = report;
  const { words } = desk;
  const title = say(words, "report.title", { period: periodText(desk, figures.period) });
  const shared = sharedText(panel, report, desk, now);
  const lines = reportLines(figures, desk);
  const below = [...slippedLines(figures, desk), ...followedLines(figures, desk)];
  return {
    text: escapeText([title, ...lines.slice(0, 2)].join(" \xB7 ")),
    blocks: [
      rich(line(bold(title), shared && panel.to === void 0 ? ` \xB7 ${shared}` : ""), bullets(lines.map((one) => line(one)))),
      ...pictureBlocks2(report, desk),
      ...below.length > 0 ? [rich(...below)] : [],
      note([say(words, "report.note"), ...whyNoPictures(report, desk)].join(" ")),
      ...panel.to === void 0 ? [] : belowPrivate(panel, report, shared, desk)
    ]
  };
}
function slippedLines(figures, desk) {
  const title = slippedTitle(figures, desk);
  if (title === void 0)
    return [];
  const { late, slipped } = figures;
  if (slipped.length === 0)
    return [line(title)];
  const older = late - slipped.length;
  const each = slipped.map((one) => line(slippedText(one, figures, desk), ...viewOf(one, desk)));
  const more = older > 0 ? [line(sayCount(desk, "report.slipped-more", older))] : [];
  return [line(title), bullets([...each, ...more])];
}
function followedLines(figures, desk) {
  const follows = followLines(figures, desk);
  if (!follows)
    return [];
  const each = bullets(follows.lines.map((one) => line(one)));
  return [line(follows.title), ...follows.lines.length > 0 ? [each] : []];
}
var viewOf = ({ post }, desk) => post ? [" \xB7 ", link(postUrl(desk, post), say(desk.words, "card.view"))] : [];
function pictureBlocks2({ figures, pictures: pictures2 = [] }, desk) {
  const charts = chartsOf(figures, desk);
  return pictures2.flatMap((id, at) => charts[at] ? [imageOf(id, charts[at])] : []);
}
var imageOf = (id, { alt }) => ({
  type: "image",
  slack_file: { id },
  alt_text: cut(alt, MAX_ALT3)
});
function whyNoPictures({ noPictures }, desk) {
  if (!noPictures)
    return [];
  const key = noPictures === "not-permitted" ? "report.no-pictures" : `report.pictures-${noPictures}`;
  return [say(desk.words, key, { lead: leadOf(desk) })];
}
function sharedText({ to }, { shared }, desk, now) {
  if (!shared)
    return "";
  const fill = { name: nameOf(desk, shared.by), time: momentText(desk, shared.at, now) };
  return say(desk.words, to === void 0 ? "report.shared" : "report.shared-at", fill);
}
function belowPrivate(panel, { weekly }, shared, desk) {
  const { words } = desk;
  const said = [shared, weekly ? say(words, "report.comes-weekly") : ""].filter((one) => one !== "");
  const ask = {
    title: say(words, "report.share-title"),
    question: say(words, "report.share-question"),
    yes: say(words, "report.share-yes"),
    no: say(words, "report.share-no")
  };
  const press2 = (option) => panelButton(option, say(words, `button.report-${option}`), panel, desk);
  const share2 = panelButton("share", say(words, "button.report-share"), panel, desk, confirmed, ask);
  return [
    ...said.length > 0 ? [note(said.join(" "))] : [],
    ...actions(...shared ? [] : [share2], press2("csv"), ...weekly ? [] : [press2("weekly")])
  ];
}

// dist/slack/messages/by-desks.js
function byDesks(said, greeting = "") {
  const [first] = said;
  if (first && said.every(({ message }) => JSON.stringify(message) === JSON.stringify(first.message)))
    return first.message;
  const named = said.map(({ desk, message }) => ofDesk(desk, message));
  const all = named.flatMap((message) => message.blocks);
  const blocks = all.flatMap(withoutShared);
  const shared = all.flatMap(buttonsIn).filter(isShared);
  const isFirst = ({ action_id }, at) => shared.findIndex((one) => one.action_id === action_id) === at;
  return {
    text: [escapeText(greeting), ...named.map(({ text: text2 }) => text2)].filter((text2) => text2 !== "").join(" "),
    blocks: [
      ...greeting ? [rich(line(bold(greeting)))] : [],
      ...blocks.filter((block, at) => !blocks.slice(at + 1).some((later) => isSame(block, later))),
      ...actions(...shared.filter(isFirst))
    ]
  };
}
var isSame = (one, other) => one.type === "context" && JSON.stringify(one) === JSON.stringify(other);
var isShared = ({ action_id }) => action_id === actionIds.next || action_id === panelActionId("not-now");
var buttonsIn = (block) => block.type === "actions" ? block.elements.filter((one) => one.type === "button") : [];
function withoutShared(block) {
  if (block.type !== "actions")
    return [block];
  const elements = block.elements.filter((one) => one.type !== "button" || !isShared(one));
  return elements.length > 0 ? [{ ...block, elements }] : [];
}

// dist/slack/messages/staff-messages.js
var topics = ["question", "complaint", "praise", "other"];
function summaryMessage(cards, desk, to, startedAt, greets = true, counts = countWaiting(cards, desk, startedAt)) {
  const { words } = desk;
  const flagged = cards.filter(({ flag }) => flag);
  const [first] = inOrder(cards.filter((card) => !card.flag && isPatronPost(card)), desk);
  const { kinds, late } = counts;
  const [asked2] = flagged;
  const parts = [
    ...greets ? [greetingText(desk, to, startedAt)] : [],
    first ? waitingText(kinds, isPrivate(first), desk) : say(words, "summary.nothing"),
    ...late > 0 ? [sayCount(desk, "summary.late", late)] : [],
    ...kinds.follow > 0 ? [sayCount(desk, "summary.followers", kinds.follow)] : [],
    ...asked2 ? [sayCount(desk, "summary.flagged", flagged.length, { about: aboutCard(asked2, desk) })] : []
  ];
  const lead = greets ? 2 : 1;
  return {
    text: escapeText(parts.join(" ")),
    blocks: [
      rich(line(bold(parts.slice(0, lead).join(" ")), ...parts.slice(lead).map((part) => ` ${part}`))),
      note(asOf(desk, startedAt)),
      ...first ? actions(answerNext(first, desk)) : []
    ]
  };
}
var answerNext = (card, desk) => card.linkOnly ? openThere(card, desk) : button({
  id: actionIds.next,
  label: say(desk.words, "button.next"),
  ref: refTo(card, desk),
  primary: true
});
function greetingText(desk, to, at) {
  const hour = Number(localTime(desk.rota, at).slice(0, 2));
  const time = hour < 12 ? "morning" : hour < 17 ? "afternoon" : "evening";
  return say(desk.words, `summary.${time}`, { name: nameOf(desk, to) });
}
function waitingText(kinds, arePrivate, desk) {
  const all = topics.reduce((sum, topic) => sum + kinds[topic], 0);
  if (!arePrivate && kinds.other === all)
    return sayCount(desk, "summary.waiting-bare", all);
  const what = topics.flatMap((topic) => kinds[topic] > 0 ? [sayCount(desk, `summary.${topic}`, kinds[topic])] : []);
  return sayCount(desk, "summary.waiting", all, { what: listOf(desk, what, "comma") });
}
function reminderMessage(cards, panel, desk, now, counts = countWaiting(cards, desk, now)) {
  const { words } = desk;
  const placesOf = ({ id }) => panel.lists?.filter(({ card }) => card === id) ?? [];
  const isNew = (card) => placesOf(card).some(({ again }) => !again);
  const isStillLate = (card) => isLate(desk, card, now) || placesOf(card).length > 0 && waitsForShift(card);
  const late = inOrder(cards.filter(isStillLate), desk);
  const [oldest] = late;
  const here = countWaiting(late, desk, now).late;
  const all = late.length + Math.max(0, counts.late - here);
  const { putOffUntil } = panel;
  if (!oldest || putOffUntil !== void 0) {
    const text2 = putOffUntil === void 0 ? say(words, "reminder.over") : say(words, "reminder.put-off", { time: momentText(desk, putOffUntil, now) });
    return { text: escapeText(text2), blocks: [rich(line(text2))] };
  }
  const fresh = late.filter(isNew).length;
  const counted = fresh > 0 && fresh < all ? sayCount(desk, "reminder.late-new", fresh, { late: all }) : sayCount(desk, "reminder.late", all);
  const who = aboutCard(oldest, desk);
  const about = all === 1 ? who : say(words, "reminder.oldest", { about: who });
  const when = asOf(desk, now);
  return {
    text: escapeText(`${counted} ${about} ${when}`),
    blocks: [
      rich(line(bold(counted), ` ${about}`)),
      note(when),
      ...actions(oldest.state === "open" ? answerNext(oldest, desk) : openButton(oldest, desk), panelButton("not-now", say(words, "button.not-now"), panel, desk))
    ]
  };
}
var asOf = (desk, at) => say(desk.words, "reminder.as-of", { time: localTime(desk.rota, at) });
var MOST_LISTED = 20;
var MAX_FALLBACK = 1e3;
function shiftEndMessage(cards, panel, to, desk, now) {
  const { words } = desk;
  const isAsked = (card) => !panel.closed && isIdleWith(card, to, panel.startedAt);
  const asked2 = cards.filter(isAsked).length;
  const title = asked2 > 0 ? sayCount(desk, "shift-end.title", asked2) : say(words, "shift-end.done");
  const hint = asked2 > 0 && panel.endsAt !== void 0 ? say(words, "shift-end.hint", { time: momentText(desk, panel.endsAt, now) }) : "";
  const hidden = cards.length - MOST_LISTED;
  return {
    text: escapeText([title, hint].join(" ").trim()),
    blocks: [
      rich(line(bold(title), hint ? ` ${hint}` : "")),
      ...cards.slice(0, MOST_LISTED).flatMap((card) => listedBlocks(card, isAsked(card), to, desk, now)),
      ...hidden > 0 ? [rich(line(say(words, "shift-end.more", { count: hidden })))] : []
    ]
  };
}
function listedBlocks(card, isAsked, to, desk, now) {
  const about = line(aboutCard(card, desk));
  if (!isAsked)
    return [rich(about, line(outcomeText(card, desk, to, now)))];
  const next = successorOf(desk.rota, now, to);
  return [
    rich(about),
    ...actions(keepButton(card, desk), ...next ? [handToButton(card, desk, next)] : [], putBackButton(card, desk))
  ];
}
var openButton = (card, desk) => card.linkOnly ? openThere(card, desk) : button({
  id: actionIds.open,
  label: say(desk.words, "button.open"),
  ref: refTo(card, desk),
  primary: true
});
var keepButton = (card, desk) => button({ id: actionIds.keep, label: say(desk.words, "button.keep"), ref: refTo(card, desk) });
var putBackButton = (card, desk) => button({
  id: moreActionId("release"),
  label: say(desk.words, "button.release"),
  ref: refTo(card, desk)
});
var handToButton = (card, desk, next) => button({
  id: actionIds.handTo,
  label: say(desk.words, "button.hand-to", { name: nameOf(desk, next) }),
  ref: refTo(card, desk, next)
});
var MAX_QUOTE = 80;
function aboutCard(card, desk) {
  const { words } = desk;
  if (isPurged(card))
    return keptWhat(card, desk);
  if (card.linkOnly)
    return linkedAbout(card, desk);
  if (isHello(card))
    return say(words, "about.hello");
  const act = waitingAct(card);
  const first = firstOf(card.patron);
  if (act.kind === "private")
    return say(words, "about.private", { first });
  if (act.kind !== "mention")
    return say(words, "about.follow", { first });
  const quote2 = shortText(act, desk, MAX_QUOTE);
  return `${say(words, "about.said", { first, quote: quote2 })}${oursBehind(act, desk)}`;
}
function outcomeText(card, desk, person, now) {
  const { words } = desk;
  if (assigneeOf(card) === person)
    return say(words, "moved.kept");
  const state = statusOf(card, desk, now)?.sentence;
  return state ?? say(words, card.draft?.by === person ? "moved.open-draft" : "moved.open");
}

// dist/slack/messages/call-messages.js
function urgentMessage(card, desk, now) {
  const { words } = desk;
  const found = urgentWordOf(card);
  const state = statusOf(card, desk, now)?.sentence ?? say(words, "draft.nobody");
  if (isDone(card) || found === void 0) {
    const over2 = say(words, "urgent.over", { first: whoOf(card, desk), state });
    return { text: escapeText(over2), blocks: [rich(line(over2))] };
  }
  const [mark2 = ""] = urgentMark(card, desk);
  const about = aboutCard(card, desk);
  const there = card.linkOnly ? void 0 : actUrl(desk, card);
  const view = there ? [" \xB7 ", link(there, say(words, "card.view"))] : [];
  return {
    text: escapeText(`${mark2} ${about}`),
    blocks: [rich(line(bold(mark2)), line(about, ...view), line(state)), ...actions(wayIn(card, desk))]
  };
}
function handoverMessage(cards, panel, desk, now) {
  const { words } = desk;
  const byOf = (card) => answerBy(desk, card) ?? Number.POSITIVE_INFINITY;
  const waiting = cards.filter(waitsForShift).toSorted((a, b) => byOf(a) - byOf(b));
  const [first] = waiting;
  if (!first) {
    const over2 = say(words, "reminder.over");
    return { text: escapeText(over2), blocks: [rich(line(over2))] };
  }
  const isOn = onShift(desk.rota, panel.startedAt).some(({ member }) => member.slackId === panel.to);
  const said = sayCount(desk, isOn ? "handover.to-shift" : "handover.to-fallback", waiting.length);
  const by = answerBy(desk, first);
  const wanted = by === void 0 ? [] : [say(words, "card.answer-by", { time: momentText(desk, by, now) })];
  const about = [aboutCard(first, desk), ...wanted].join(" \xB7 ");
  const which = waiting.length === 1 ? about : say(words, "handover.first", { about });
  return {
    text: escapeText(`${said} ${which}`),
    blocks: [rich(line(bold(said), ` ${which}`)), ...actions(answerNext(first, desk))]
  };
}
function wayIn(card, desk) {
  if (card.linkOnly)
    return openThere(card, desk);
  const [starter] = card.state === "open" && !card.flag ? startersOf(card, desk) : [];
  return button({
    id: starter ? starterActionId(starter.id) : actionIds.open,
    label: starter?.label ?? say(desk.words, "button.open"),
    ref: refTo(card, desk),
    primary: true
  });
}

// dist/slack/messages/flags-message.js
function flagsMessage(cards, { closed }, to, desk, now) {
  const { words } = desk;
  const waits = ({ flag }) => flag !== void 0 && leadOfFlag(desk, flag, now) === to;
  const count = cards.filter(waits).length;
  const title = count === 0 ? say(words, "flags.done") : closed ? say(words, "flags.newer") : sayCount(desk, "flags.title", count);
  const listed = closed ? [] : cards.slice(0, MOST_LISTED);
  const hidden = closed ? 0 : cards.length - listed.length;
  return {
    text: escapeText([title, ...listed.slice(0, 1).map((card) => aboutCard(card, desk))].join(" ")),
    blocks: [
      rich(line(bold(title))),
      ...listed.flatMap((card) => waits(card) ? flagBlocks(card, to, desk, now) : outcomeBlocks(card, to, desk, now)),
      ...hidden > 0 ? [rich(line(say(words, "waiting.more", { count: hidden })))] : []
    ]
  };
}
function flagBlocks(card, to, desk, now) {
  const { flag } = card;
  if (!flag)
    return [];
  return [
    rich(line(aboutCard(card, desk)), line(askedSentence(desk, flag, to, now))),
    ...actions(openButton(card, desk), liftButton(card, desk))
  ];
}
var outcomeBlocks = (card, to, desk, now) => [
  rich(line(aboutCard(card, desk)), line(outcomeText(card, desk, to, now)))
];

// dist/slack/messages/idle-message.js
function idleMessage(cards, panel, to, desk, now) {
  const parts = cards.slice(0, MOST_LISTED).map((card) => {
    const idleInfo = idleInfoOf(desk, card);
    if (!idleInfo || !asksAbout(panel.id, card, idleInfo)) {
      const text2 = `${aboutCard(card, desk)} \xB7 ${outcomeText(card, desk, to, now)}`;
      return { text: text2, blocks: [rich(line(text2))] };
    }
    const ask = say(desk.words, "idle.ask", { about: aboutCard(card, desk) });
    const back = backText(card, idleInfo.backAt, desk, now);
    return {
      text: [ask, back].join(" ").trim(),
      blocks: [
        rich(line(bold(ask), back ? ` ${back}` : "")),
        ...actions(openButton(card, desk), keepButton(card, desk), putBackButton(card, desk))
      ]
    };
  });
  return {
    text: escapeText(quote(parts.map(({ text: text2 }) => text2).join(" \xB7 "), MAX_FALLBACK)),
    blocks: parts.flatMap(({ blocks }) => blocks)
  };
}
function backText(card, backAt, desk, now) {
  if (backAt === void 0)
    return "";
  const key = card.draft ? "idle.back-draft" : "idle.back";
  return say(desk.words, key, { time: momentText(desk, backAt, now) });
}

// dist/slack/messages/told-message.js
var MAX_NOTE2 = 200;
function toldMessage(cards, panel, to, desk, now) {
  const told = (panel.lists ?? []).flatMap(({ card: id, telling }) => {
    const card = cards.find((one) => one.id === id);
    if (!card || !telling)
      return [];
    if (needs(card, telling, to)) {
      const text3 = [tellingText(card, telling, to, desk, now), ...mayQuoteMarks(card, desk)].join(" ");
      return [{ text: text3, blocks: tellingBlocks(text3, card, telling, desk) }];
    }
    const text2 = `${aboutCard(card, desk)} \xB7 ${settledText(card, desk, to, now)}`;
    return [{ text: text2, blocks: [rich(line(text2))] }];
  });
  return {
    text: escapeText(quote(told.map(({ text: text2 }) => text2).join(" \xB7 "), MAX_FALLBACK)),
    blocks: told.flatMap(({ blocks }) => blocks)
  };
}
function settledText(card, desk, to, now) {
  const outcome = outcomeText(card, desk, to, now);
  return isDone(card) ? say(desk.words, "told.done", { outcome }) : outcome;
}
function tellingText(card, telling, to, desk, now) {
  const { flag, holder, note: note2 } = card;
  const { words } = desk;
  const writer = nameOf(desk, holder?.id ?? "");
  const first = whoOf(card, desk);
  const their = say(words, isHello(card) ? "line.hello-of" : "line.answer-of", { name: writer, first });
  const your = say(words, isHello(card) ? "told.your-hello" : "told.your-answer", { first });
  const what = holder?.id === to ? your : their;
  switch (telling.what) {
    case "came-back":
      return say(words, "told.came-back", { what, why: noticeSentence(desk, card, now) ?? "" });
    case "not-seen":
      return say(words, "told.not-seen", { what });
    case "check-asked": {
      const isOn = onShift(desk.rota, now).some(({ member }) => member.slackId === to);
      return say(words, isOn ? "told.check-asked" : "told.check-alone", { what });
    }
    case "passed": {
      const fill = {
        name: nameOf(desk, card.passes.at(-1)?.from ?? ""),
        about: aboutCard(card, desk),
        note: note2?.at === telling.of ? quote(note2.text, MAX_NOTE2) : ""
      };
      return say(words, fill.note ? "told.passed-note" : "told.passed", fill);
    }
    case "flagged": {
      const about = isHello(card) ? say(words, "about.hello") : card.linkOnly ? aboutCard(card, desk) : first;
      const fill = { name: nameOf(desk, flag?.by ?? ""), about, note: quote(flag?.note ?? "", MAX_NOTE2) };
      return say(words, fill.note ? "told.flagged-note" : "told.flagged", fill);
    }
    case "sent-back": {
      const fill = { name: nameOf(desk, note2?.by ?? ""), what, note: quote(note2?.text ?? "", MAX_NOTE2) };
      return say(words, fill.note ? "told.sent-back" : "told.sent-back-bare", fill);
    }
  }
}
function tellingBlocks(text2, card, { what }, desk) {
  const { words } = desk;
  const ref = refTo(card, desk);
  const press2 = (id, label) => button({ id, label, ref });
  if (what === "check-asked") {
    const check = button({ id: actionIds.check, label: say(words, "button.check"), ref, primary: true });
    return [rich(line(bold(text2))), ...actions(check)];
  }
  if (what !== "not-seen")
    return [
      rich(line(bold(text2))),
      ...actions(openButton(card, desk), ...card.linkOnly && card.flag ? [liftButton(card, desk)] : [])
    ];
  return [
    rich(line(bold(text2), " ", link(ourRepliesUrl(desk), say(words, "state.look")))),
    ...actions(openButton(card, desk), press2(actionIds.itIsThere, say(words, "button.it-is-there")), press2(actionIds.notThere, say(words, "button.not-there")))
  ];
}
function restMessage(cards, desk) {
  const waiting = inOrder(cards.filter(waitsToBeTold), desk);
  const [first] = waiting;
  if (!first) {
    const over2 = say(desk.words, "reminder.over");
    return { text: escapeText(over2), blocks: [rich(line(over2))] };
  }
  const areQuestions = waiting.every((card) => isQuestion(waitingAct(card)));
  const text2 = sayCount(desk, areQuestions ? "told.rest-questions" : "told.rest-posts", waiting.length);
  return {
    text: escapeText(text2),
    blocks: [rich(line(bold(text2))), ...actions(answerNext(first, desk))]
  };
}

// dist/slack/messages/to-one-person.js
function toOnePerson(content, desk, now) {
  const { panel, cards = [], waiting, parts = [] } = content;
  const own = { desk, panel, cards, waiting };
  return parts.length > 0 ? jointMessage(own, [own, ...parts], now) : partMessage(own, now);
}
function partMessage({ desk, panel, cards, waiting }, now, greets = true) {
  const to = panel.to ?? slackUserId("");
  const [card] = cards;
  if (panel.kind === "told")
    return toldMessage(cards, panel, to, desk, now);
  if (panel.kind === "rest")
    return restMessage(cards, desk);
  if (panel.kind === "shift-start")
    return summaryMessage(cards, desk, to, panel.startedAt, greets, waiting);
  if (panel.kind === "reminder")
    return reminderMessage(cards, panel, desk, now, waiting);
  if (panel.kind === "flags")
    return flagsMessage(cards, panel, to, desk, now);
  if (panel.kind === "idle")
    return idleMessage(cards, panel, to, desk, now);
  if (panel.kind === "handover")
    return handoverMessage(cards, panel, desk, now);
  if (panel.kind === "urgent" && card)
    return urgentMessage(card, desk, now);
  return shiftEndMessage(cards, panel, to, desk, now);
}
function jointMessage({ desk, panel }, parts, now) {
  const said = (part) => ({ desk: part.desk, message: partMessage(part, now, false) });
  const greeting = panel.kind === "shift-start" && panel.to ? greetingText(desk, panel.to, panel.startedAt) : "";
  return byDesks(parts.map(said), greeting);
}

// dist/slack/messages/panel-message.js
var MAX_QUOTE2 = 150;
var MAX_NAME = 30;
var MAX_NOTICE = 3e3;
function panelMessage(shown2, desk, now) {
  const made = panelWithoutName(shown2, desk, now);
  const isNamed = desk.amongSeveral && shown2.panel.to !== void 0 && !shown2.parts?.length;
  return isNamed ? ofDesk(desk, made) : made;
}
function panelWithoutName(shown2, desk, now) {
  if (shown2.panel.purgedAt !== void 0)
    return messageOf([say(desk.words, "kept.private")]);
  if (desk.account.linkOnly) {
    const counted = countedOf(shown2.panel, desk, now);
    if (counted)
      return linkOnlyPanel(shown2, counted, desk);
  }
  switch (shown2.panel.kind) {
    case "notice":
      return notice(shown2.panel, desk);
    case "digest":
      return digest(shown2, desk, now);
    case "fold":
      return fold(shown2, desk, now);
    case "asked":
      return askedMessage(shown2.panel, shown2.inPanel, desk, now);
    case "cover":
      return coverMessage(shown2.panel, desk, now);
    case "report":
      return reportMessage(shown2.panel, desk, now);
    default:
      return toOnePerson(shown2, desk, now);
  }
}
function countedOf(panel, desk, now) {
  const { kind, outcome, startedAt } = panel;
  const since2 = { since: sinceOf(desk, startedAt, now) };
  const said = outcome && { outcome: outcomeOf2(outcome, desk, now) };
  switch (kind) {
    case "digest":
      return { ...said, counted: (count) => sayCount(desk, "panel.followers", count, since2) };
    case "fold":
      return { ...said, counted: (count) => sayCount(desk, "panel.replies", count) };
    case "asked": {
      const question = questionText(panel, desk);
      return { ...said, counted: (count) => `${question} \xB7 ${sayCount(desk, "answers.count", count)}` };
    }
    default:
      return void 0;
  }
}
function notice({ about, firstWords, text: said = "" }, desk) {
  if (firstWords)
    return firstWordsMessage(said, desk);
  const text2 = cut(said, MAX_NOTICE);
  if (!about)
    return messageOf([text2]);
  const ref = { desk: desk.id, card: about };
  return messageOf([text2], actions(button({ id: actionIds.open, label: say(desk.words, "button.open"), ref })));
}
function digest({ panel, inPanel, named = [] }, desk, now) {
  const { words } = desk;
  const since2 = { since: sinceOf(desk, panel.startedAt, now) };
  const { outcome } = panel;
  const waits = inPanel.open.length;
  const choose = panelButton("people", say(words, "button.choose"), panel, desk);
  const automated = inPanel.automated ? sayCount(desk, "panel.automated", inPanel.automated) : "";
  if (outcome) {
    const followed = sayCount(desk, "panel.followers", inPanel.all.length, since2);
    return over(outcomeOf2(outcome, desk, now), joined(followed, automated), choose);
  }
  if (!waits) {
    const followed = sayCount(desk, "panel.followers-done", inPanel.all.length, since2);
    return over(followed, joined(say(words, "panel.nobody-left"), automated), choose);
  }
  const counted = bold(sayCount(desk, "panel.followers", waits, since2));
  const names = namesOf(named, waits, desk);
  const said = [
    ...names ? richSay(words, "panel.names", { counted, names }) : [counted],
    ...automated ? [text(` \xB7 ${automated}`)] : []
  ];
  const hello = panelButton("say-hello", say(words, "button.say-hello"), panel, desk);
  const skip = { label: say(words, "button.skip-all"), ref: panelRef(panel, desk, "skip-all") };
  return {
    text: fallbackText(said),
    blocks: [rich(line(...said)), ...actions(hello, choose, overflow(panelActionId("menu"), [skip]))]
  };
}
function namesOf(named, count, desk) {
  const shown2 = named.slice(0, count).map((patron) => cut(shownName(patron), MAX_NAME));
  if (shown2.length === 0)
    return "";
  const more = count - shown2.length;
  return listOf(desk, [...shown2, ...more > 0 ? [sayCount(desk, "panel.more-names", more)] : []]);
}
var joined = (...parts) => parts.filter((part) => part !== "").join(" \xB7 ");
function fold({ panel, inPanel, newest }, desk, now) {
  const { words } = desk;
  const { outcome, conversation: conversation2 } = panel;
  const waits = inPanel.open.length;
  const replies = (key) => sayCount(desk, key, inPanel.all.length);
  const view = conversation2 ? [text(" \xB7 "), link(postUrl(desk, conversation2), say(words, "panel.view"))] : [];
  if (outcome) {
    const hint = joined(replies("panel.replies"), say(words, "panel.muted-hint"));
    return over(outcomeOf2(outcome, desk, now), hint, menuOf(panel, desk, "unmute"), view);
  }
  if (!waits) {
    return over(replies("panel.replies-done"), say(words, "panel.nobody-waits"), menuOf(panel, desk, "mute"), view);
  }
  return messageOf([joined(replies("panel.replies"), sayCount(desk, "panel.waiting", waits)), ...view], newestLine(newest, desk), actions(panelButton("people", say(words, "button.show"), panel, desk), panelButton("mute", say(words, "button.mute"), panel, desk)));
}
var menuOf = (panel, desk, muting) => overflow(panelActionId("menu"), [
  { label: say(desk.words, "button.show"), ref: panelRef(panel, desk, "people") },
  { label: say(desk.words, `button.${muting}`), ref: panelRef(panel, desk, muting) }
]);
function newestLine(newest, desk) {
  const act = newest?.acts.findLast((one) => one.kind === "mention" && !one.gone);
  if (!newest || act?.kind !== "mention")
    return [];
  const fill = { name: shownName(newest.patron), quote: shortText(act, desk, MAX_QUOTE2) };
  const around = { desk, isShown: () => false, max: MAX_QUOTE2 };
  return [rich(...contextLines(act, newest.patron.id, around), line(say(desk.words, "panel.newest", fill)))];
}
function outcomeOf2({ how, by, at }, desk, now) {
  const key = how === "rest" ? "answers.rest" : `panel.${how}`;
  return say(desk.words, key, { name: nameOf(desk, by ?? ""), time: momentText(desk, at, now) });
}
function sinceOf(desk, at, now) {
  if (isSameDay(desk.rota, at, now))
    return localTime(desk.rota, at);
  if (now - at > sixDaysMs)
    return momentText(desk, at, now);
  return weekdayText(desk, localDay(desk.rota, at).weekday, "long");
}
var sixDaysMs = 6 * dayMs;
var over = (said, second, pressed, view = []) => ({
  text: escapeText(joined(said, second)),
  blocks: [beside([[text(said)]], pressed), rich(line(second, ...view))]
});
function messageOf([first = "", ...more], ...below) {
  const lead = typeof first === "string" ? first : "";
  return {
    text: escapeText(lead),
    blocks: [rich(line(bold(lead), ...more)), ...below.flat()]
  };
}

// dist/slack/messages/plain-message.js
var MAX_WORDS2 = 500;
function plainMessage({ text: text2, blocks }, content, { plain: plain2, to }, desk) {
  const named = to !== void 0 && text2.includes(`<@${to}>`) ? [user(to), " "] : [];
  const words = cut(unescaped(text2.replace(/<@\w+>[,:]?\s*/gu, "")), MAX_WORDS2);
  const there = link(urlOf(content, desk), say(desk.words, "card.view"));
  const buttons2 = plain2 === "short" ? blocks.flatMap(buttonsIn2) : [];
  return {
    text: `${named.length > 0 ? `<@${to}> ` : ""}${escapeText(words)}`,
    blocks: [rich(line(...named, `${words} `, there)), ...buttons2]
  };
}
function buttonsIn2(block) {
  if (block.type === "actions")
    return [block];
  const beside2 = block.type === "section" ? block.accessory : void 0;
  return beside2?.type === "overflow" || beside2?.type === "button" ? actions(beside2) : [];
}
var unescaped = (escaped) => escaped.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
function urlOf(content, desk) {
  if ("card" in content)
    return urlOfCard(content.card, desk);
  const { conversation: conversation2 } = content.panel;
  return conversation2 ? postUrl(desk, conversation2) : ourRepliesUrl(desk);
}
function urlOfCard(card, desk) {
  const there = isHello(card) ? ourRepliesUrl(desk) : card.linkOnly ? linkedUrl(card, desk) : actUrl(desk, card);
  return there ?? profileUrl(desk, card.patron.handle);
}

// dist/slack/messages/purged-card.js
function purgedMessage(card, desk) {
  const options = isLegal("reopen", card.state) && !isFollow(card) ? ["reopen", "history"] : ["history"];
  const menu2 = options.map((option) => ({
    label: optionLabel(option, desk),
    ref: refTo(card, desk, option)
  }));
  return {
    text: escapeText(summary(card, desk)),
    blocks: [
      rich(line(summary(card, desk), ...linksOf(card, desk).flatMap((one) => [" \xB7 ", one]))),
      ...actions(overflow(actionIds.more, menu2))
    ]
  };
}
function purgedLine(card, desk) {
  const said = summary(card, desk);
  return { text: escapeText(said), blocks: [rich(line(said))] };
}
var purgedLines = (card, desk) => rich(line(summary(card, desk), ...linksOf(card, desk).flatMap((one) => [" \xB7 ", one])), line(say(desk.words, hasNothingLeft(card) ? "kept.said-removed" : "kept.said")));
var summary = (card, desk) => [keptWhat(card, desk), keptOutcome(card, desk)].join(" \xB7 ");
function linksOf(card, desk) {
  const act = newestAct(card);
  const post = act.kind === "mention" ? act.versions.at(-1) : void 0;
  const there = post ? postUrl(desk, post) : act.kind === "follow" ? accountUrl(desk, card.patron.id) : void 0;
  const answer = lastAnswer(card)?.postId;
  return [
    ...there && !act.gone ? [link(there, say(desk.words, "card.view"))] : [],
    ...answer ? [link(postUrl(desk, answer), say(desk.words, "kept.view-reply"))] : []
  ];
}

// dist/slack/messages/thread-line.js
var MAX_QUOTE3 = 200;
function threadLine(card, key, desk, now, to) {
  if (isCheckKey(key))
    return checkLine(card, key, desk, now, to ?? slackUserId(""));
  const act = card.acts.filter((one) => isWritten(one)).find((one) => lineKey(one) === key);
  if (isLineDone(card, key))
    return overLine(card, act, desk, now);
  const named = to ?? slackUserId("");
  return act ? askLine(card, act, desk, named) : passLine(card, key, desk, named);
}
function askLine(card, act, desk, to) {
  if (card.linkOnly)
    return linkOnlyLine(act, desk, to);
  const { words } = desk;
  if (act.kind === "private")
    return messageOf2(...richSay(words, "line.private", { to: user(to) }), text(` ${howTo(card, desk)}`));
  return messageOf2(...richSay(words, `line.${act.topic}`, {
    to: user(to),
    first: firstOf(card.patron),
    quote: text(shortText(act, desk, MAX_QUOTE3))
  }), text(`${oursBehind(act, desk)} ${howTo(card, desk)}`));
}
function passLine(card, key, desk, to) {
  const pass = card.passes.find((_, index) => passKey(index) === key);
  const note2 = card.note && card.note.at === pass?.at ? quote(card.note.text, MAX_QUOTE3) : "";
  return messageOf2(...richSay(desk.words, note2 ? "line.passed-note" : "line.passed", {
    to: user(to),
    name: nameOf(desk, pass?.from ?? ""),
    note: note2
  }), text(` ${howTo(card, desk)}`));
}
function howTo(card, desk) {
  if (takesNoReply(card, desk))
    return say(desk.words, "line.how-closed");
  const starter = isLegal("claim", card.state) ? startersOf(card, desk)[0]?.label : void 0;
  return say(desk.words, "line.how", { button: starter ?? say(desk.words, "button.open") });
}
function overLine(card, act, desk, now) {
  const answer = act && card.answers.find(({ covers }) => covers.includes(act.id));
  if (answer)
    return messageOf2(text(whoAnswered(card, answer, desk, now)));
  if (act?.gone)
    return messageOf2(text(say(desk.words, "line.gone", { first: whoOf(card, desk) })));
  return messageOf2(text(statusOf(card, desk, now)?.sentence ?? listedName(card, desk)));
}
function movedLine(card, desk, permalink) {
  const moved = say(desk.words, "line.moved", { name: listedName(card, desk) });
  const there = say(desk.words, "line.moved-to");
  return {
    text: escapeText(moved),
    blocks: [rich(line(moved, " ", permalink ? link(permalink, there) : ""))]
  };
}
var messageOf2 = (...inlines) => ({
  text: fallbackText(inlines),
  blocks: [rich(line(...inlines))]
});
function checkLine(card, key, desk, now, to) {
  return isLineDone(card, key) ? messageOf2(text(checkOver(card, key, desk))) : asksFor(card, desk, now, to);
}
function asksFor(card, desk, now, to) {
  const { words } = desk;
  const isOn = onShift(desk.rota, now).some(({ member }) => member.slackId === to);
  const fill = { name: nameOf(desk, card.holder?.id ?? ""), first: firstOf(card.patron) };
  const what = say(words, isHello(card) ? "line.hello-of" : "line.answer-of", fill);
  const how = say(words, "line.check-how", { button: say(words, "button.check") });
  return messageOf2(...richSay(words, isOn ? "line.check" : "line.check-alone", { to: user(to), what }), text(` ${how}`));
}
function checkOver(card, key, desk) {
  const { review } = card;
  return review?.reviewer && checkKey(review) === key ? say(desk.words, "line.checked-by", { name: nameOf(desk, review.reviewer) }) : say(desk.words, "line.check-over");
}

// dist/core/board/home.js
var mostWaitingAtHome = 5;

// dist/core/desk/slack-refusals.js
var cures = {
  not_in_channel: "invite",
  channel_not_found: "invite",
  is_archived: "unarchive",
  is_inactive: "unarchive",
  missing_scope: "scope",
  no_permission: "scope",
  not_allowed_token_type: "scope",
  team_access_not_granted: "scope"
};
function channelCure(code) {
  return cures[code] ?? (code.startsWith("restricted_action") ? "restricted" : "other");
}

// dist/core/private/private-channel.js
var exposures = ["is_public", "is_shared", "has_guests"];
function exposureOf({ isPrivate: isPrivate2, isShared: isShared2 }, people) {
  if (!isPrivate2)
    return "is_public";
  if (isShared2)
    return "is_shared";
  return people.some((one) => one === void 0 || one.guest && !one.deactivated) ? "has_guests" : void 0;
}
var isExposure = (detail) => exposures.some((one) => one === detail);

// dist/core/sentences/outage-sentences.js
function outageLine(desk, subject, outage, now, where = "") {
  const { words } = desk;
  const time = (at) => momentText(desk, at, now);
  const { from, until } = outage;
  switch (subject) {
    case "network":
      return until === void 0 ? networkLine(desk, outage, now) : networkWasLine(desk, outage, now);
    case "rota": {
      const why = outage.looks.rota?.detail ?? "";
      if (until !== void 0)
        return say(words, "rota.feed-was", { where, why, ...span(desk, outage, now) });
      if (outage.looks.rota?.never)
        return say(words, "rota.feed-never", { where, why });
      return say(words, "rota.feed-down", { where, why, time: time(outage.since) });
    }
    case "channel":
      return channelLine(desk, outage, now);
    case "private-channel":
      return privateChannelLine(desk, outage, now);
    case "slack":
    case "redis":
      return say(words, `outage.${subject}`, { from: time(from), until: time(until ?? now) });
  }
}
function outageOverLine(desk, subject, outage, now, where = "") {
  const { words } = desk;
  const { backAt, since: since2, until } = outage;
  if (subject !== "network" && subject !== "rota")
    return outageLine(desk, subject, outage, now);
  if (until === void 0) {
    const fill2 = { where, back: momentText(desk, backAt ?? since2, now), time: momentText(desk, since2, now) };
    return say(words, subject === "rota" ? "outage.rota-back" : "outage.back", fill2);
  }
  const fill = { where, ...span(desk, outage, now) };
  const overKey = outage.nothing ? "outage.network-over" : "outage.network-over-some";
  const over2 = say(words, subject === "rota" ? "rota.feed-back" : overKey, fill);
  return backAt === void 0 ? over2 : `${over2} ${say(words, "outage.with-breaks")}`;
}
var span = (desk, { from, until }, now) => ({
  from: momentText(desk, from, now),
  until: momentText(desk, until ?? now, now)
});
function networkLine(desk, outage, now) {
  const { words } = desk;
  const { backAt, from, looks: failing } = outage;
  const time = momentText(desk, failingSince(failing), now);
  const line2 = isNothingRead(failing) ? say(words, reasonOf(failing) === "busy" ? "outage.network-waits" : "outage.network-all", {
    time,
    why: whyText2(desk, failing)
  }) : say(words, "outage.network-some", { why: whyText2(desk, failing), what: whatText(desk, failing, now) });
  return backAt === void 0 ? line2 : `${line2} ${say(words, "outage.began", { time: momentText(desk, from, now) })}`;
}
var networkWasLine = (desk, outage, now) => say(desk.words, outage.nothing ? "outage.network-was" : "outage.network-was-some", {
  ...span(desk, outage, now),
  why: whyText2(desk, outage.looks)
});
var reasonOf = (failing) => Object.values(failing)[0]?.reason ?? "no-answer";
var whyText2 = ({ words }, failing) => say(words, `outage.why-${reasonOf(failing)}`);
function whatText(desk, failing, now) {
  const parts = networkLooks.flatMap((look) => {
    const failure = failing[look];
    if (!failure)
      return [];
    return [say(desk.words, `outage.look-${look}`, { time: momentText(desk, failure.since, now) })];
  });
  return listOf(desk, parts);
}
function channelLine(desk, outage, now) {
  const { channelName, words } = desk;
  const channel = channelName ? `#${channelName}` : say(words, "outage.channel-unknown");
  if (outage.until !== void 0)
    return say(words, "outage.channel-was", { channel, ...span(desk, outage, now) });
  const why = outage.looks.channel?.detail ?? "";
  return say(words, "outage.channel", { channel, why, cure: say(words, `outage.cure-${channelCure(why)}`) });
}
function privateChannelLine(desk, outage, now) {
  const { words } = desk;
  const channel = say(words, "outage.private-channel-unknown");
  if (outage.until !== void 0)
    return say(words, "outage.private-channel-was", { channel, ...span(desk, outage, now) });
  const why = outage.looks["private-channel"]?.detail ?? "";
  if (isExposure(why))
    return say(words, `outage.private-${why}`, { channel });
  return say(words, "outage.private-channel", {
    channel,
    why,
    cure: say(words, `outage.cure-${channelCure(why)}`)
  });
}
var lastLookedText = (desk, at, now) => say(desk.words, "outage.last-looked", { time: momentText(desk, at, now) });

// dist/slack/parts/home-lists.js
var MAX_QUOTE4 = 120;
var MAX_SECTION = 3e3;
function homeList(heading, cards, most, desk, entry, count = cards.length) {
  if (cards.length === 0)
    return [];
  const hidden = count - most;
  return [
    rich(line(bold(heading))),
    ...cards.slice(0, most).map(entry),
    ...hidden > 0 ? [rich(line(say(desk.words, "waiting.more", { count: hidden })))] : []
  ];
}
function waitingEntry(card, desk, now) {
  const { words } = desk;
  const act = waitingAct(card);
  const what = {
    mention: () => topicText(desk, act) ?? "",
    private: () => topicText(desk, act) ?? "",
    follow: () => card.linkOnly ? "" : say(words, "waiting.follow"),
    hello: () => say(words, "card.hello")
  }[act.kind]();
  const by = answerBy(desk, card);
  const time = by === void 0 ? "" : momentText(desk, by, now);
  const when = by === void 0 ? "" : say(words, by > now ? "card.answer-by" : "card.late", { time });
  const name = isHello(card) ? "" : listedName(card, desk);
  return entryOf([inOne(...urgentMark(card, desk), what, name, when), ...patronSays(card, desk)], wayIn2(card, desk));
}
function toCheckEntry(card, desk, now) {
  const isReview = card.state === "in-review";
  const said = statusOf(card, desk, now)?.sentence ?? "";
  const words = isReview ? card.draft?.text : card.reply?.text;
  return entryOf([
    inOne(isHello(card) ? "" : listedName(card, desk), said),
    ...patronSays(card, desk),
    ourWords2(words ?? ""),
    ...mayQuoteMarks(card, desk)
  ], isReview ? press(actionIds.check, "button.check", card, desk) : press(moreActionId("more"), "button.more", card, desk));
}
var draftEntry = (card, desk) => entryOf([
  isHello(card) ? say(desk.words, "card.hello") : listedName(card, desk),
  ...patronSays(card, desk),
  ourWords2(card.draft?.text ?? ""),
  ...mayQuoteMarks(card, desk)
], press(actionIds.open, "button.open", card, desk));
var flaggedEntry = (card, desk, now) => entryOf([
  inOne(listedName(card, desk), card.flag ? flagSentence(desk, card.flag, now) : ""),
  ...patronSays(card, desk)
], card.linkOnly ? openThere(card, desk) : press(actionIds.open, "button.open", card, desk));
var holdEntry = (card, desk) => entryOf([
  inOne(listedName(card, desk), card.hold ? holdSentence(desk, card.hold) : ""),
  ...patronSays(card, desk)
], press(moreActionId("end-hold"), "button.end", card, desk));
var entryOf = (lines, accessory) => ({
  type: "section",
  text: plain(lines.filter((one) => one !== "").join("\n"), MAX_SECTION),
  accessory
});
var inOne = (...parts) => parts.filter((part) => part !== "").join(" \xB7 ");
function patronSays(card, desk) {
  const act = waitingAct(card);
  if (act.kind !== "mention" || act.gone || card.linkOnly)
    return [];
  const around = { desk, isShown: () => false, max: MAX_QUOTE4 };
  return [...contextTexts(act, card.patron.id, around), shortText(act, desk, MAX_QUOTE4)];
}
var ourWords2 = (words) => words === "" ? "" : `\u2192 ${quote(onOneLine(words), MAX_QUOTE4)}`;
function wayIn2(card, desk) {
  if (card.linkOnly)
    return openThere(card, desk);
  if (isHello(card))
    return press(starterActionId("hello"), "button.write", card, desk);
  const [starter] = startersOf(card, desk);
  if (!starter)
    return press(actionIds.open, "button.open", card, desk);
  const id = isFollow(card) ? actionIds.greet : starterActionId(starter.id);
  return button({ id, label: starter.label, ref: refTo(card, desk) });
}
var press = (id, label, card, desk) => button({ id, label: say(desk.words, label), ref: refTo(card, desk) });

// dist/slack/parts/rota-lines.js
function rotaMessage(desk, now) {
  const lines = [nowLine(desk, now), ...nextLine(desk, now)];
  return {
    text: escapeText(lines.join(" \xB7 ")),
    blocks: [rich(...lines.map((one) => line(one)), ...weekLines(desk, now)), ...actions(findCover(desk))]
  };
}
var findCover = (desk) => button({
  id: actionIds.findCover,
  label: say(desk.words, "button.find-cover"),
  ref: { desk: desk.id }
});
function weekLines(desk, now) {
  const days = week(desk.rota, now).filter(({ closed, stretches }) => stretches.length > 0 || closed !== void 0);
  if (days.length === 0)
    return [line(say(desk.words, "rota.empty"))];
  return [line(bold(say(desk.words, "rota.week"))), bullets(days.map((day) => dayLine(day, desk, now)))];
}
function nowLine(desk, now) {
  const { rota, words } = desk;
  const people = onShift(rota, now).map(({ member: { name }, untilMs }) => say(words, "rota.until", { name, time: momentText(desk, untilMs, now) }));
  const who = people.length > 0 ? listOf(desk, people) : say(words, "rota.nobody");
  return say(words, "rota.now", { who });
}
function nextLine(desk, now) {
  const { rota, words } = desk;
  const coming = nextOnShift(rota, now);
  if (!coming)
    return [];
  const names = listOf(desk, coming.members.map(({ name }) => name));
  return [say(words, "rota.next", { names, time: momentText(desk, coming.atMs, now) })];
}
function dayLine({ closed, day, weekday, stretches }, desk, now) {
  const { rota, words } = desk;
  const { fromMs } = spanOf([localDayOf(rota.timeZone, day)]);
  const people = stretches.map((stretch) => stretchText(desk, stretch)).join(" \xB7 ");
  const content = closed === void 0 ? `${weekdayText(desk, weekday, "short")} ${people}` : `${dayText(desk, fromMs)} ${people || say(words, "rota.closed-for", { name: closed })}`;
  return line(isSameDay(rota, fromMs, now) ? bold(content) : text(content));
}

// dist/slack/screens/home-view.js
var mostShown = {
  waiting: mostWaitingAtHome,
  toCheck: 5,
  drafts: 10,
  flagged: 5,
  requests: 5,
  holds: 5,
  muted: 10
};
var MAX_BLOCKS = 100;
function homeViewOf(content) {
  if ("desks" in content)
    return homeView(content.desks);
  return "resting" in content ? lineHomeView(content.desk, say(content.desk.words, "kept.home")) : strangerHomeView(content.desk, content.refusal);
}
function homeView(desks) {
  const real = desks.filter(({ desk }) => !desk.account.practice);
  const areSeveral = real.length > 1;
  const blocks = desks.flatMap((one) => [
    ...desks.length > 1 ? [rich(line(bold(deskName(one.desk))))] : [],
    ...deskBlocks(one, desks.length, !(areSeveral && real.includes(one)))
  ]);
  return {
    type: "home",
    callback_id: callbackIds.home,
    blocks: [...areSeveral ? nextOverAll(real) : [], ...blocks].slice(0, MAX_BLOCKS)
  };
}
function nextOverAll(desks) {
  const all = inOrderOver(desks.flatMap(({ desk, waiting }) => waiting.map((card) => ({ card, desk }))));
  const [first] = all.filter(({ card }) => !card.linkOnly);
  const count = desks.reduce((sum, one) => sum + countAt(one), 0);
  return first ? actions(nextButton(first, count)) : [];
}
var countAt = ({ waiting, waitingCount = waiting.length }) => waitingCount;
var nextButton = ({ card, desk }, count) => button({
  id: actionIds.next,
  label: say(desk.words, "button.answer-next-waiting", { count }),
  ref: refTo(card, desk),
  primary: true
});
var strangerHomeView = (desk, refusal) => lineHomeView(desk, refusalSentence(desk, refusal, 0));
var lineHomeView = (desk, said) => ({
  type: "home",
  callback_id: callbackIds.home,
  blocks: [...practiceMark(desk), rich(line(said))]
});
function deskBlocks(atHome, desks, hasNext) {
  const { desk, user: user2, waiting, toCheck = [], flagged = [], drafts, holds = [], pause, lastLookAt, lookInX, now } = atHome;
  const { words } = desk;
  const most = (list) => Math.max(1, Math.floor(mostShown[list] / desks));
  const [first] = waiting;
  const above = [
    ...desk.inPrivate ? [] : [line(bold(shiftLine(desk, user2, now)))],
    ...pause && !desk.inPrivate ? [line(pausedLine(desk, pause, now))] : [],
    ...lastLookAt === void 0 ? [] : [line(lastLookedText(desk, lastLookAt, now))]
  ];
  return [
    ...practiceMark(desk),
    ...above.length > 0 ? [rich(...above)] : [],
    ...lookInX ? encryptedBlocks(desk) : [],
    ...first ? actions(...first.linkOnly ? [openThere(first, desk)] : hasNext ? [nextButton({ card: first, desk }, countAt(atHome))] : []) : [rich(line(say(words, lastLookAt === void 0 ? "waiting.nothing" : "waiting.nothing-known")))],
    ...homeList(say(words, "home.waiting"), waiting, most("waiting"), desk, (card) => waitingEntry(card, desk, now), countAt(atHome)),
    ...homeList(say(words, "home.to-check"), toCheck, most("toCheck"), desk, (card) => toCheckEntry(card, desk, now)),
    ...homeList(say(words, "home.drafts"), drafts, most("drafts"), desk, (card) => draftEntry(card, desk)),
    ...homeList(sayCount(desk, "waiting.flagged", flagged.length), flagged, most("flagged"), desk, (card) => flaggedEntry(card, desk, now)),
    ...homeList(say(words, "home.holds"), holds, most("holds"), desk, (card) => holdEntry(card, desk)),
    ...desk.inPrivate ? [] : ofBothSides(atHome, most)
  ];
}
function ofBothSides({ desk, user: user2, asked: asked2, muted, now }, most) {
  return [
    ...(asked2 ?? []).slice(0, most("requests")).flatMap((request) => askedBlocks(request, user2, desk, now)),
    ...(muted ?? []).slice(0, most("muted")).flatMap((one) => mutedBlocks(one, user2, desk)),
    ...actions(findCover(desk)),
    rich(...weekLines(desk, now))
  ];
}
var encryptedBlocks = (desk) => [
  rich(line(say(desk.words, "home.encrypted"))),
  ...actions(button({ id: actionIds.lookedInX, label: say(desk.words, "button.looked-in-x"), ref: { desk: desk.id } }))
];
function shiftLine(desk, user2, now) {
  const mine = onShift(desk.rota, now).find(({ member }) => member.slackId === user2);
  return mine ? say(desk.words, "home.on-shift", { time: momentText(desk, mine.untilMs, now) }) : nowLine(desk, now);
}
function pausedLine(desk, pause, now) {
  const { by, at, reason } = pause;
  return say(desk.words, "home.paused", {
    name: nameOf(desk, by),
    time: momentText(desk, at, now),
    reason
  });
}
function askedBlocks(request, user2, desk, now) {
  const { asked: asked2 = "", id, whose } = request;
  const asks = say(desk.words, whose === user2 ? "cover.waits" : "cover.waits-for", {
    asked: nameOf(desk, asked2),
    name: nameOf(desk, whose),
    when: spanAndDayText(desk, request, now)
  });
  const ref = panelRef({ id: panelId(`cover-${id}`) }, desk, id);
  const press2 = (option, label) => button({ id: coverActionId(option), label: say(desk.words, label), ref });
  return [
    rich(line(asks)),
    ...actions(press2("everyone", "find.everyone"), press2("withdraw", "button.never-mind"))
  ];
}
function mutedBlocks({ person, handle, by, until }, user2, desk) {
  const fill = { handle, name: nameOf(desk, by), date: dateText(desk, until) };
  const said = rich(handle === "" ? line(say(desk.words, "home.muted-unnamed", fill), " \xB7 ", link(accountUrl(desk, person), say(desk.words, "card.view"))) : line(say(desk.words, "home.muted-person", fill)));
  if (!memberOf(desk, user2)?.lead)
    return [said];
  const ref = { desk: desk.id, muted: person };
  return [
    said,
    ...actions(button({ id: actionIds.unmutePerson, label: say(desk.words, "button.unmute"), ref }))
  ];
}

// dist/slack/screens/note-view.js
var noteView = (desk, text2, card) => modal({
  callbackId: callbackIds.note,
  ...card ? { ref: refTo(card, desk), about: whoOf(card, desk) } : {},
  desk,
  title: card && !card.linkOnly && !hasNothingLeft(card) ? "note.title" : "note.plain-title",
  close: "draft.close",
  blocks: [rich(sentenceLine(text2, desk))]
});
var practiseView = (desk, said, aside) => modal({
  callbackId: callbackIds.note,
  desk,
  title: "practise.title",
  close: "draft.close",
  blocks: [...said.map((one) => rich(line(one))), ...aside === void 0 ? [] : [note(aside)]]
});

// dist/slack/screens/open-view.js
import { createHash } from "node:crypto";

// dist/core/writing/post-text.js
import twitter from "twitter-text";

// dist/core/writing/personal.js
function personalIn(text2, { ours, personalWords }) {
  const plain2 = text2.normalize("NFKC").replace(new RegExp("\\p{Nd}", "gu"), asciiDigit);
  const about = firstPhraseIn(plain2.replaceAll("\u2019", "'"), personalWords);
  return emailIn(plain2, ours) ?? numberIn(withoutBooks(withoutEmails(plain2)), ours) ?? (about === void 0 ? void 0 : { check: "personal", what: "about", found: about });
}
var EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu;
var withoutEmails = (text2) => text2.replace(EMAIL, " ");
function emailIn(text2, ours) {
  const found = text2.match(EMAIL)?.find((email) => !isOurAddress(email, ours));
  return found === void 0 ? void 0 : { check: "personal", what: "email", found };
}
function isOurAddress(address, ours) {
  const bare = bareAddress(address);
  return entriesOf(ours).some((own) => isAddressOf(own, bare));
}
var entriesOf = oncePer((ours) => ours.map(bareAddress));
function isAddressOf(own, address) {
  if (own.startsWith("*@"))
    return address.includes("@") && belongsTo(hostOf(address), own.slice("*@".length));
  if (!own.endsWith("/*"))
    return own === address;
  const start = own.slice(0, -"/*".length);
  const isBelow = address === start || address.startsWith(`${start}/`);
  return isBelow || !start.includes("/") && !address.includes("@") && belongsTo(hostOf(address), start);
}
var belongsTo = (host, domain) => host === domain || host.endsWith(`.${domain}`);
var hostOf = (address) => (address.split("@").at(-1) ?? "").split(/[/?#:]/u)[0] ?? "";
function bareAddress(address) {
  const bare = address.trim().toLowerCase().replace(/^https?:\/\//u, "");
  return bare.replace(/[?#].*$/u, "").replace(/^www\./u, "").replace(/^@/u, "*@").replace(/\/$/u, "");
}
var HARMLESS = [
  /\d{1,2}[.:]\d{2}\s?(?:[ap]m)?\s?[-–]\s?\d{1,2}[.:]\d{2}/giu,
  /[0-2]\d[0-5]\d\s?[-–]\s?[0-2]\d[0-5]\d/gu,
  /\d{1,4}[./-]\d{1,2}[./-]\d{1,4}/gu,
  /(?:1[5-9]|20)\d{2}\s?[-–/]\s?(?:1[5-9]|20)?\d{2}/gu,
  /[$£€¥]\s?\d[\d.,' ]{0,14}\d/gu
].map(({ source, flags }) => new RegExp(`(?<![\\d.+-])(?:${source})(?![.-]?\\d)`, flags));
var NUMBER = /(?<![\p{L}\d])[A-Z]{1,3}\d{6,18}(?![\p{L}\d])|\+?\(?\d(?:[ ().\-–/]{0,3}\d){5,24}/gu;
function numberIn(text2, ours) {
  const isKnown = (found) => isIsbn(digitsOf(found)) || isOurNumber(digitsOf(found), ours);
  const unknown = text2.replace(NUMBER, (found) => isKnown(found) ? " \xB7 " : found);
  const numbers = HARMLESS.reduce((rest, harmless) => rest.replace(harmless, " \xB7 "), unknown).match(NUMBER);
  for (const found of numbers ?? []) {
    if (/^[A-Z]|^\d{8,}$/u.test(found))
      return { check: "personal", what: "number", found };
    if (isTelephone(found, digitsOf(found)))
      return { check: "personal", what: "phone", found };
  }
  return void 0;
}
var isTelephone = (found, digits) => digits.length >= 9 || digits.length >= 7 && /^[+(0]/u.test(found) || /^\d{3}[-. ]\d{4}$/u.test(found);
var digitsOf = (text2) => text2.replace(/\D/gu, "");
function isOurNumber(digits, ours) {
  return ours.some((own) => {
    const mine = digitsOf(own);
    return mine.length >= 3 && !new RegExp("\\p{L}", "u").test(own) && mine.slice(-9) === digits.slice(-Math.min(9, mine.length));
  });
}
function isIsbn(digits) {
  if (!/^97[89]\d{10}$/u.test(digits))
    return false;
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
}
var withoutBooks = (text2) => text2.replace(/\bISBN(?:-10)?:? ?((?:\d[ -]?){9}[\dX])/giu, (all, isbn) => {
  const digits = [...isbn.toUpperCase().replace(/[ -]/gu, "")].map((one) => one === "X" ? 10 : Number(one));
  return digits.reduce((sum, digit, at) => sum + digit * (10 - at), 0) % 11 === 0 ? " \xB7 " : all;
});
function asciiDigit(digit) {
  const at = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && new RegExp("\\p{Nd}", "u").test(String.fromCodePoint(at - value - 1)))
    value += 1;
  return String(value);
}

// dist/core/writing/post-text.js
var mostCharacters = ({ characters }, longPosts) => longPosts ? characters.long : characters.usual;
var utf8 = new TextEncoder();
function weighLength(text2, network, longPosts = false) {
  const { bytes, count } = network.characters;
  const length = count(text2);
  const inBytes = bytes === void 0 ? {} : { bytesLeft: bytes - utf8.encode(text2).length };
  return { length, left: mostCharacters(network, longPosts) - length, ...inBytes };
}
var isBoundByBytes = ({ bytesLeft, left }) => bytesLeft !== void 0 && bytesLeft < left;
function weighPrivate(text2, { characters }) {
  const { length } = [...text2];
  return { length, left: characters.inPrivate - length };
}
function linksIn(text2, ours) {
  return twitter.extractUrls(text2).map((found) => {
    const own = isOurAddress(found, ours);
    return { found, accidental: !own && isAccidental(found), ours: own };
  });
}
var isAccidental = (link2) => new RegExp("^[\\p{L}\\p{N}-]*\\p{Ll}[\\p{L}\\p{N}-]*\\.\\p{Lu}\\p{L}*$", "u").test(link2);
function withSignature(text2, signature) {
  const own = withoutSignature(text2, signature);
  return [own, signature.trim()].filter((part) => part !== "").join(" ");
}
function withoutSignature(text2, signature) {
  const trimmed = text2.trim();
  const sign = signature.trim();
  const before = trimmed.slice(0, trimmed.length - sign.length);
  const signed = sign !== "" && trimmed.slice(before.length).toLowerCase() === sign.toLowerCase();
  return signed && /(?:^|\s)$/u.test(before) ? before.trimEnd() : trimmed;
}
var foreignSignature = (text2, signature) => signatureAtEnd(withoutSignature(text2, signature));

// dist/core/sentences/finding-sentences.js
function findingSentence(desk, finding, card) {
  const { words } = desk;
  const found = "found" in finding ? quote(finding.found, 60) : "";
  switch (finding.check) {
    case "empty":
      return say(words, "check.empty");
    case "helloNames":
      return say(words, "check.hello-names", { found });
    case "nothingAdded":
      return say(words, "check.nothing-added", { opening: finding.opening });
    case "length":
      return finding.in === "bytes" ? sayCount(desk, "check.too-long-bytes", finding.over, { most: mostBytes(desk) }) : sayCount(desk, "check.too-long", finding.over);
    case "personal":
      return say(words, personalKeys[finding.what], { found });
    case "blocked":
      return say(words, "check.blocked", { found });
    case "accidentalLinks":
      return finding.priceMicroUsd === void 0 ? say(words, "check.accidental-link", { found }) : say(words, "check.accidental-link-price", { found, price: usd(finding.priceMicroUsd) });
    case "links":
      return say(words, "check.link", { found, price: usd(finding.priceMicroUsd) });
    case "otherName":
      return say(words, "check.other-name", {
        found,
        name: quote(card.patron.name, 30) || `@${card.patron.handle}`
      });
    case "nearCopy":
      return say(words, "check.near-copy", { date: dateText(desk, finding.at) });
    case "thanksForFollowing":
      if (isHello(card))
        return say(words, "check.thanks-in-hello");
      return say(words, "check.thanks-for-following", { first: firstOf(card.patron) });
    case "others":
      return say(words, restrictsNaming(desk) ? "check.others" : "check.others-notified", { found });
    case "signature":
      if ("missing" in finding)
        return say(words, "check.sign-by-hand", { example: exampleSignature(desk) });
      return finding.own ? say(words, "check.signature", { found, own: finding.own }) : say(words, "check.unsigned", { found });
    case "readingLevel":
      return sayCount(desk, "check.reading-level", finding.words);
    case "hashtags":
      return say(words, "check.hashtag", { found });
    case "emoji":
      return sayCount(desk, "check.emoji", finding.count);
  }
}
var mostBytes = ({ network }) => network.characters.bytes ?? 0;
var restrictsNaming = ({ network }) => !network.byApi["self-serve"].greet;
var personalKeys = {
  phone: "check.personal-phone",
  number: "check.personal-number",
  email: "check.personal-email",
  about: "check.personal-about"
};
function lookedOver(desk, { found, priceMicroUsd, ...room }, card) {
  const { words } = desk;
  const isPriceSaid = found.some(({ check }) => check === "links" || check === "accidentalLinks");
  return [
    ...found.filter(({ check }) => check !== "length").map((finding) => findingSentence(desk, finding, card)),
    ...found.length > 0 ? [] : [say(words, "look-over.nothing")],
    ...priceMicroUsd === void 0 || isPriceSaid ? [] : [say(words, "check.price", { price: usd(priceMicroUsd) })],
    roomSentence(desk, room)
  ];
}
function roomSentence(desk, room) {
  const { bytesLeft = 0, left } = room;
  const bytes = { most: mostBytes(desk) };
  if (left < 0)
    return sayCount(desk, "check.too-long", -left);
  if (bytesLeft < 0)
    return sayCount(desk, "check.too-long-bytes", -bytesLeft, bytes);
  if (isBoundByBytes(room))
    return say(desk.words, "editor.room-bytes", { ...bytes, count: bytesLeft });
  const most = mostCharacters(desk.network, desk.account.longPosts);
  return say(desk.words, "editor.room", { most, count: left });
}

// dist/core/desk/desk-notes.js
var mostCharacters2 = 200;
var mostNotes = 5;
function noteUntil(rota, nowMs) {
  const midnight = zoned(rota.timeZone, nowMs).startOfDay().add({ days: 1 }).epochMilliseconds;
  const nextNoon = midnight + 12 * hourMs;
  const last = openSpansBetween(rota, nowMs, nextNoon).findLast(({ fromMs }) => fromMs < midnight);
  return last && last.toMs < nextNoon ? last.toMs : midnight;
}
var activeNotes = ({ notes = [] }, nowMs) => notes.filter(({ until }) => until > nowMs);
function withNote2(settings, note2) {
  const active = activeNotes(settings, note2.at);
  if (active.some(({ text: text2 }) => text2 === note2.text))
    return settings;
  if (note2.text.length > mostCharacters2)
    return { refused: "long-note", over: note2.text.length - mostCharacters2 };
  if (active.length >= mostNotes)
    return { refused: "many-notes", count: active.length };
  return { ...settings, notes: [...active, note2] };
}

// dist/slack/parts/desk-notes.js
function deskNotes(desk, now) {
  const lines = activeNotes(desk, now).map(({ by, text: text2 }) => line(say(desk.words, "note.above", { note: text2, name: nameOf(desk, by) })));
  return lines.length > 0 ? [rich(...lines)] : [];
}
var pauseBlocks = (desk, now) => desk.pause ? [rich(line(refusalSentence(desk, { refused: "paused", ...desk.pause }, now)))] : [];
function notesMessage(desk, now) {
  const notes = activeNotes(desk, now);
  if (notes.length === 0)
    return sentenceMessage(say(desk.words, "note.none"), desk);
  const title = sayCount(desk, "note.title", notes.length);
  return {
    text: escapeText(title),
    blocks: [rich(line(title)), ...notes.flatMap((note2) => noteBlocks2(note2, desk))]
  };
}
function noteBlocks2(note2, desk) {
  const { at, by, text: text2, until } = note2;
  const time = (ms) => localTime(desk.rota, ms);
  const fill = { note: text2, name: nameOf(desk, by), time: time(at), until: time(until) };
  const ref = { desk: desk.id, note: at };
  return [
    rich(line(say(desk.words, "note.line", fill))),
    ...actions(button({ id: actionIds.removeNote, label: say(desk.words, "note.remove"), ref }))
  ];
}

// dist/slack/editor/finish-view.js
function handOffView(card, desk, checked, now) {
  const { text: text2, stop, warnings } = checked;
  if (stop?.check === "empty" || stop?.check === "nothingAdded")
    return finishView({ card, desk, now });
  return finishView({
    card,
    desk,
    now,
    text: text2,
    stop: stop && findingSentence(desk, stop, card),
    warnings: stop ? [] : warnings.map((warning) => findingSentence(desk, warning, card))
  });
}
var finishingView = (card, desk, now) => finishView({ card, desk, now, text: card.handOff?.text, isOpened: true });
function finishView({ card, desk, text: text2, stop, warnings = [], isOpened, now }) {
  const post = replyTarget(card);
  return modal({
    callbackId: callbackIds.finish,
    ref: refTo(card, desk),
    desk,
    title: "finish.title",
    close: "draft.close",
    blocks: [
      ...pauseBlocks(desk, now),
      ...patronBlocks(card, desk, now),
      ...isOpened ? openedBlocks(card, desk, now) : [],
      rich(...text2 === void 0 ? [line(nothingYet(desk))] : [line(howTo2(desk, post, text2)), quoted(text2)]),
      ...warnings.map((warning) => rich(line(warning))),
      ...linkOrStop(card, desk, post, text2, stop)
    ]
  });
}
function openedBlocks(card, desk, now) {
  const status = statusOf(card, desk, now);
  const ref = refTo(card, desk);
  return [
    ...status ? [statusBlocks(status)] : [],
    ...actions(button({ id: actionIds.itIsThere, label: say(desk.words, "button.it-is-there"), ref }), button({ id: actionIds.notThere, label: say(desk.words, "button.not-there"), ref }))
  ];
}
var nothingYet = (desk) => say(desk.words, "finish.nothing", { account: desk.account.handle });
function howTo2(desk, post, text2) {
  const how = say(desk.words, "finish.said", { account: desk.account.handle });
  return post && !fitsLink(desk, post, text2) ? `${how} ${say(desk.words, "finish.too-long")}` : how;
}
function linkOrStop(card, desk, post, text2, stopped) {
  if (stopped)
    return [rich(line(stopped))];
  return post ? actions(openInXButton(card, desk, post, text2)) : [];
}
function openInXButton(card, desk, post, text2) {
  const ref = refTo(card, desk, text2 === void 0 ? post : `${post} ${text2}`);
  return button({
    id: actionIds.openInX,
    label: say(desk.words, "button.open-in-x"),
    ref: fitsButton(ref) ? ref : refTo(card, desk, post),
    url: replyUrl(desk, post, text2 ?? "")
  });
}

// dist/slack/editor/outgoing-view.js
function outgoingView({ card, desk, waiting, now }) {
  const { words, rota } = desk;
  const { reply } = card;
  const going = say(words, "going.at", { time: timeWithSeconds(rota, reply?.dueAt ?? card.changedAt) });
  const undo = button({ id: actionIds.undo, label: say(words, "button.undo"), ref: refTo(card, desk) });
  return modal({
    callbackId: callbackIds.going,
    ref: refTo(card, desk),
    desk,
    title: desk.pause ? "outcome.not-sent-title" : "going.title",
    close: "going.close",
    blocks: [
      ...pauseBlocks(desk, now),
      rich(desk.pause ? void 0 : line(noticeSentence(desk, card, now) ?? going), quoted(reply?.text ?? "")),
      ...actions(...isLegal("undo", card.state) && !isSentAgain(card) ? [undo] : [], ...nextButton2(card, desk, waiting))
    ]
  });
}
function askedView({ card, desk, waiting, now }) {
  return modal({
    callbackId: callbackIds.going,
    ref: refTo(card, desk),
    desk,
    title: "asked.title",
    about: firstOf(card.patron),
    close: "going.close",
    blocks: [
      ...pauseBlocks(desk, now),
      rich(line(whoChecks(card, desk, now)), quoted(card.draft?.text ?? "")),
      ...actions(...nextButton2(card, desk, waiting))
    ]
  });
}
function whoChecks({ holder }, desk, now) {
  const [asked2] = checkersOf(desk, holder?.id, now);
  return asked2 && isOpen(desk.rota, now) ? say(desk.words, "asked.said-by", { name: nameOf(desk, asked2) }) : say(desk.words, "asked.said");
}
function nextButton2(card, desk, count, primary = true) {
  if (count === 0)
    return [];
  const label = say(desk.words, "button.next-waiting", { count });
  return [button({ id: actionIds.next, label, ref: refTo(card, desk), primary })];
}

// dist/slack/editor/outcome-view.js
var MAX_WORDS3 = 1e3;
function outcomeView(content) {
  const { card, desk, user: user2, waiting, now } = content;
  if (card.state === "sending")
    return outgoingView(content);
  const isAsked = card.state === "in-review" && card.holder?.id === user2 && !card.review?.reviewer;
  if (isAsked)
    return askedView(content);
  const steps = nextSteps(content);
  return modal({
    callbackId: callbackIds.going,
    ref: refTo(card, desk),
    desk,
    title: titleOf(card, user2),
    about: firstOf(card.patron),
    close: isDone(card) ? "going.close" : "draft.close",
    blocks: [
      ...isDone(card) || card.notice?.kind === "paused" ? [] : pauseBlocks(desk, now),
      ...outcomeBlocks2(content),
      ...isDone(card) ? [] : noteBlocks(card, desk, now),
      ...actions(...steps, ...nextButton2(card, desk, waiting, steps.length === 0))
    ]
  });
}
var isHolder = ({ holder }, user2) => holder?.id === user2;
var isTheirs = (answer, user2) => [answer.by, writerOf(answer)].includes(user2);
function isNewest({ history, state }) {
  const last = (...actions2) => history.findLastIndex(({ action }) => actions2.includes(action));
  return state === "sent" || last("publish", "seen", "it-is-there") > last("claim", "take-over", "pass", "start");
}
function titleOf(card, user2) {
  const answer = lastAnswer(card);
  switch (card.state) {
    case "posting":
      return "going.title";
    case "unsure":
      return "outcome.looking-title";
    case "sent":
    case "open":
      return answer && isTheirs(answer, user2) && isNewest(card) ? "outcome.sent-title" : "note.title";
    case "claimed":
      return isHolder(card, user2) && (card.notice || undoneBy(card)) ? "outcome.not-sent-title" : "note.title";
    default:
      return isHello(card) ? "draft.hello-title" : "note.title";
  }
}
function outcomeBlocks2(content) {
  const { card, desk, user: user2, now } = content;
  const sentence = ownSentence(content);
  if (sentence)
    return [rich(line(...sentence), ...wordsOf(card, user2).map((words) => quoted(words)))];
  const status = statusOf(card, desk, now);
  if (status)
    return [statusBlocks(status)];
  const key = card.state === "expired" ? "refused.expired" : "draft.nobody";
  return [rich(line(say(desk.words, key)))];
}
function ownSentence({ card, desk, user: user2, now }) {
  const { words, rota } = desk;
  const { reply, state } = card;
  if (state === "sent" || state === "open")
    return sentSentence(card, desk, user2);
  if (state === "posting")
    return [say(words, "going.now")];
  if (state === "unsure" && !reply?.notSeen) {
    const until = (reply?.unsureSince ?? card.changedAt) + lookForMs;
    return [say(words, "outcome.unsure", { time: momentText(desk, until, now) })];
  }
  if (state !== "claimed")
    return void 0;
  if (!isHolder(card, user2))
    return othersSentence(card, desk, actorFor(desk, user2), now);
  const notice2 = noticeSentence(desk, card, now);
  if (notice2 !== void 0)
    return [notice2];
  const by = undoneBy(card);
  if (by === void 0)
    return void 0;
  const fill = { name: nameOf(desk, by), time: timeWithSeconds(rota, card.changedAt) };
  return [by === user2 ? say(words, "outcome.undone") : say(words, "outcome.undone-by", fill)];
}
function sentSentence(card, desk, user2) {
  const answer = lastAnswer(card);
  if (!answer || !isTheirs(answer, user2) || !isNewest(card))
    return void 0;
  const time = timeWithSeconds(desk.rota, answer.at);
  const said = say(desk.words, answer.n === void 0 ? "outcome.seen" : "outcome.sent", { time });
  if (!answer.postId)
    return [said];
  return [said, " \xB7 ", link(answerUrl(card, answer.postId, desk), say(desk.words, "state.view-reply"))];
}
function othersSentence(card, desk, actor, now) {
  const refusal = refusalFor(card, { do: "approve" }, actor, now);
  if (refusal?.refused === "lost")
    return [refusalSentence(desk, refusal, now)];
  if (actor.kind !== "staff" || undoneBy(card) !== actor.id)
    return void 0;
  return [say(desk.words, "outcome.undone-theirs", { name: nameOf(desk, card.holder?.id ?? "") })];
}
function undoneBy({ history }) {
  const last = history.at(-1);
  return last?.action === "undo" ? last.by : void 0;
}
function wordsOf(card, user2) {
  const answer = lastAnswer(card);
  if (card.state === "sent" || card.state === "open")
    return answer ? [answerText(card, answer)] : [];
  if (card.state === "claimed" && !isHolder(card, user2))
    return [];
  const words = card.state === "claimed" ? card.draft?.text : card.reply?.text;
  return words ? [cut(words, MAX_WORDS3)] : [];
}
function nextSteps({ card, desk, user: user2 }) {
  const { words } = desk;
  const ref = refTo(card, desk);
  const isMine2 = isHolder(card, user2);
  const open = button({ id: actionIds.open, label: say(words, "button.open"), ref, primary: isMine2 });
  const reports = [
    button({ id: actionIds.itIsThere, label: say(words, "button.it-is-there"), ref }),
    button({ id: actionIds.notThere, label: say(words, "button.not-there"), ref })
  ];
  switch (card.state) {
    case "claimed":
    case "in-review":
      return [open];
    case "unsure":
      return isMine2 && card.reply?.notSeen ? reports : [];
    case "handed-off":
      return isMine2 ? reports : [open];
    case "open":
      return isFollow(card) && isLegal("claim", card.state) ? [button({ id: actionIds.greet, label: greetLabel(desk), ref })] : [];
    default:
      return [];
  }
}

// dist/slack/screens/confirm-views.js
function lookView(card, desk, buttons2) {
  const name = nameOf(desk, card.holder?.id ?? "");
  const ours = link(ourRepliesUrl(desk), say(desk.words, "state.look"));
  return modal({
    callbackId: callbackIds.look,
    ref: refTo(card, desk),
    desk,
    title: "look.title",
    about: firstOf(card.patron),
    close: "draft.close",
    blocks: [rich(line(say(desk.words, "look.said", { name }), " \xB7 ", ours)), ...actions(...buttons2)]
  });
}
function confirmLooked(name, { words }) {
  const which = name === "it-is-there" ? "there" : "not-there";
  return {
    title: say(words, `look.${which}-title`),
    question: say(words, `look.${which}-text`),
    yes: say(words, "look.yes"),
    no: say(words, "look.no")
  };
}
function confirmMute({ patron }, { words }) {
  const fill = { first: firstOf(patron) };
  return {
    title: say(words, "mute-person.title", fill),
    question: say(words, "mute-person.text", fill),
    yes: say(words, "mute-person.yes"),
    no: say(words, "mute-person.no")
  };
}
function deleteView(card, desk) {
  const { words } = desk;
  const answer = lastAnswer(card);
  return modal({
    callbackId: callbackIds.delete,
    ref: refTo(card, desk),
    desk,
    title: "delete.title",
    about: firstOf(card.patron),
    close: "pass.close",
    blocks: [
      rich(line(say(words, "delete.said")), answer && quoted(answerText(card, answer))),
      ...actions(button({
        id: actionIds.deleteNow,
        label: say(words, "button.delete-now"),
        ref: refTo(card, desk),
        danger: true,
        confirm: {
          title: say(words, "delete.confirm-title"),
          question: say(words, "delete.confirm-text"),
          yes: say(words, "delete.yes"),
          no: say(words, "delete.no")
        }
      }))
    ]
  });
}

// dist/slack/screens/keep-views.js
var purgedView = (card, desk) => modal({
  callbackId: callbackIds.draft,
  ref: refTo(card, desk),
  desk,
  title: "kept.title",
  close: "draft.close",
  blocks: [purgedLines(card, desk)]
});
var holdDays = [7, 14, longestHoldMs / dayMs];
var maxReason = 150;
function holdView(card, desk, now) {
  const { words } = desk;
  const options = holdDays.map((days) => ({
    text: plain(sayCount(desk, "hold.days", days, { date: dateText(desk, now + days * dayMs) }), slackRoom.option),
    value: String(days)
  }));
  const howLong = {
    type: "input",
    block_id: actionIds.until,
    label: plain(say(words, "hold.how-long"), slackRoom.line),
    element: {
      type: "static_select",
      action_id: actionIds.until,
      options,
      ...options[0] ? { initial_option: options[0] } : {}
    }
  };
  const why = {
    type: "input",
    block_id: actionIds.note,
    label: plain(say(words, "hold.reason"), slackRoom.line),
    element: { type: "plain_text_input", action_id: actionIds.note, max_length: maxReason }
  };
  return modal({
    callbackId: callbackIds.hold,
    ref: refTo(card, desk),
    desk,
    title: "hold.title",
    submit: "hold.submit",
    close: "pass.close",
    blocks: [...patronBlocks(card, desk, now), rich(line(say(words, "hold.said"))), howLong, why]
  });
}
function readHold(values, now) {
  const picked = values[actionIds.until]?.[actionIds.until]?.selected_option?.value;
  const days = holdDays.find((one) => String(one) === picked);
  const reason = cut(values[actionIds.note]?.[actionIds.note]?.value?.trim() ?? "", maxReason);
  return days === void 0 ? void 0 : { until: now + days * dayMs, reason };
}

// dist/slack/screens/draft-view.js
var MAX_DRAFT = 3e3;
function draftView({ card, desk, now }) {
  if (isPurged(card))
    return purgedView(card, desk);
  const { words } = desk;
  const status = statusOf(card, desk, now);
  return modal({
    callbackId: callbackIds.draft,
    ref: refTo(card, desk),
    desk,
    title: isHello(card) ? "draft.hello-title" : isDone(card) ? "draft.all-title" : "draft.title",
    about: firstOf(card.patron),
    close: "draft.close",
    blocks: [
      ...isDone(card) ? [] : pauseBlocks(desk, now),
      ...patronBlocks(card, desk, now, { inFull: isDone(card) }),
      ...pictureBlocks(card, newestAct(card), desk),
      status ? statusBlocks(status) : rich(line(say(words, "draft.nobody"))),
      ...noteBlocks(card, desk, now),
      ...draftBlocks(card, desk),
      ...keptWords(card, desk, now),
      ...card.flag && isLegal("unflag", card.state) ? actions(liftButton(card, desk)) : [],
      ...isLegal("take-over", card.state) && !card.flag ? actions(button({ id: actionIds.takeOver, label: say(words, "button.take-over"), ref: refTo(card, desk) })) : []
    ]
  });
}
function draftBlocks(card, desk) {
  if (!["open", "claimed", "in-review", "handed-off"].includes(card.state))
    return [];
  const draft = quoted(cut(card.draft?.text ?? "", MAX_DRAFT));
  if (draft)
    return [rich(draft)];
  return isLegal("save-draft", card.state) ? [rich(line(say(desk.words, "draft.nothing")))] : [];
}

// dist/slack/screens/history-view.js
var SHOWN = 40;
function historyView(card, desk, now) {
  const isNamed = !isPurged(card) && !card.linkOnly;
  const entries = card.history.slice(-SHOWN).flatMap((entry) => historyLine(entry, card, desk, now) ?? []);
  return modal({
    callbackId: callbackIds.history,
    ref: refTo(card, desk),
    desk,
    title: "history.title",
    about: whoOf(card, desk),
    close: "draft.close",
    blocks: [
      ...isNamed ? nameBlocks(card.patron, desk) : [],
      rich(entries.length > 0 ? bullets(entries) : line(say(desk.words, "history.nothing")))
    ]
  });
}
function historyLine(entry, card, desk, now) {
  const key = keyOf2(entry);
  if (!key)
    return void 0;
  const { words } = desk;
  const pass = entry.action === "pass" ? card.passes.find(({ at }) => at === entry.at) : void 0;
  const fill = { name: nameOf(desk, entry.by ?? ""), first: whoOf(card, desk) };
  const what = pass ? say(words, "history.pass-to", { ...fill, to: nameOf(desk, pass.to) }) : say(words, key, fill);
  const post = postOf(entry, card);
  return line(say(words, "history.line", { time: momentText(desk, entry.at, now), what }), ...post ? [" \xB7 ", link(postUrl(desk, post), say(words, "card.view"))] : []);
}
var withAnswer = ["publish", "seen", "it-is-there"];
var withPost = ["another-act", "edited"];
var clockSkewMs = 2 * secondMs;
function postOf({ action, at }, { acts, answers }) {
  const wasThere = (one) => one.at <= at + clockSkewMs;
  if (withAnswer.includes(action))
    return answers.findLast(wasThere)?.postId;
  if (!withPost.includes(action))
    return void 0;
  const act = acts.findLast((one) => one.kind === "mention" && !one.gone && wasThere(one));
  return act?.kind === "mention" ? act.versions.at(-1) : void 0;
}
function keyOf2({ action, by }) {
  const keys = [...by ? [] : [`history.${action}-by-desk`], currentKey(`history.${action}`)];
  return keys.find(isHistoryKey);
}
var isHistoryKey = (key) => key !== void 0 && Object.hasOwn(historyWords, key);

// dist/slack/screens/more-view.js
var isMine = ({ holder }, actor) => actor.kind === "staff" && holder?.id === actor.id;
var isAConversation = (card) => !isFollow(card) && !isHello(card) && !isPrivate(card);
function mayBeMuted(card, actor) {
  return actor.kind === "staff" && actor.lead && !isHello(card) && urgentWordOf(card) === void 0;
}
var choices2 = [
  { as: "flag", needs: "flag", when: (card) => !card.flag },
  { as: "unflag", needs: "unflag", when: (card) => card.flag !== void 0 },
  { as: "send-back", needs: "send-back" },
  { as: "take-over", needs: "take-over", when: (card, actor) => !isMine(card, actor) },
  { as: "release", needs: "release" },
  { as: "dismiss", needs: "dismiss", when: ({ state }) => state === "in-review" || state === "handed-off" },
  { as: "mute", needs: "mute", when: isAConversation },
  { as: "mute-person", needs: "mute", when: mayBeMuted },
  { as: "delete", needs: "delete-from-x", when: isDeletable },
  { as: "hold", needs: "hold", when: (card) => isDone(card) && card.hold === void 0 },
  { as: "end-hold", needs: "end-hold", when: ({ hold }) => hold !== void 0 }
];
function moreView({ card, desk, actor, now, privately }) {
  const status = statusOf(card, desk, now);
  const offered = choices2.filter(({ needs: needs2, when }) => !refusalFor(card, { do: needs2 }, actor, now) && (when?.(card, actor) ?? true));
  return modal({
    callbackId: callbackIds.more,
    ref: refTo(card, desk),
    desk,
    title: "more.title",
    about: firstOf(card.patron),
    close: "draft.close",
    blocks: [
      status ? statusBlocks(status) : rich(line(say(desk.words, "draft.nobody"))),
      ...noteBlocks(card, desk, now),
      ...card.hold ? [rich(line(holdSentence(desk, card.hold)))] : [],
      ...actions(...offered.map(({ as }) => optionButton(as, card, desk, leadFor(desk, actor, now))), ...privately ? [optionButton("in-private", card, desk)] : [], ...outcomeReports(card, desk, actor, now), optionButton("history", card, desk))
    ]
  });
}
function leadFor(desk, actor, now) {
  const lead = leadToAsk(desk, now, actor.kind === "staff" ? actor.id : void 0);
  return lead && nameOf(desk, lead);
}
var optionButton = (option, card, desk, lead) => button({
  id: moreActionId(option),
  label: optionLabel(option, desk, lead),
  ref: refTo(card, desk, option),
  ...option === "mute-person" ? { confirm: confirmMute(card, desk) } : {},
  danger: option === "delete"
});
function outcomeReports(card, desk, actor, now) {
  const reports = ["it-is-there", "not-there"];
  return reports.flatMap((name) => {
    const sure = { do: name, confirmed: true };
    if (isMine(card, actor) || refusalFor(card, sure, actor, now))
      return [];
    if (card.state === "unsure" && !card.reply?.notSeen)
      return [];
    return [
      button({
        id: moreActionId(name),
        label: optionLabel(name, desk),
        ref: refTo(card, desk, confirmed),
        confirm: confirmLooked(name, desk)
      })
    ];
  });
}

// dist/slack/screens/person-view.js
var SHOWN2 = 12;
var MAX_LINE = 300;
function personView({ card, others, desk, actor, now }) {
  const { words } = desk;
  const { patron } = card;
  const status = card.state === "dismissed" ? statusOf(card, desk, now)?.sentence : void 0;
  return modal({
    callbackId: callbackIds.person,
    ref: refTo(card, desk),
    desk,
    title: "who.title",
    about: firstOf(patron),
    close: "draft.close",
    blocks: [
      ...nameBlocks(patron, desk),
      rich(line(link(profileUrl(desk, patron.handle), `@${patron.handle}`), knownText(card, desk, now))),
      rich(line(bold(say(words, "who.said"))), ...saidLines([card, ...others], desk, now), status === void 0 ? void 0 : line(status)),
      note(say(words, "who.kept")),
      ...wayOn(card, desk, actor, now)
    ]
  });
}
function knownText({ patron, ...card }, desk, now) {
  const { words } = desk;
  const what = [
    ...patron.followsUs ? [say(words, "who.follows-us")] : [],
    ...patron.weFollow ? [say(words, "who.we-follow")] : []
  ].join(" \xB7 ");
  if (what === "")
    return "";
  const time = momentText(desk, newestAct({ patron, ...card }).at, now);
  return ` \xB7 ${say(words, "who.as-of", { what, time })}`;
}
function saidLines(cards, desk, now) {
  const answers = new Set(cards.flatMap((card) => card.answers.map(({ postId }) => postId)));
  const all = cards.flatMap((card) => [
    ...card.acts.map((act) => ({ at: act.at, section: () => actLine(act, card, desk, now, answers) })),
    ...card.answers.map((answer) => ({
      at: answer.at,
      section: () => answerLine(answer, card, desk, now)
    }))
  ]).sort((a, b) => a.at - b.at);
  const skipped = all.length - SHOWN2;
  return [
    ...skipped > 0 ? [line(sayCount(desk, "card.earlier", skipped))] : [],
    ...all.slice(-SHOWN2).map(({ section }) => section())
  ];
}
function actLine(act, { patron }, desk, now, shown2) {
  const { words } = desk;
  const fill = { time: momentText(desk, act.at, now), name: shownName(patron) };
  if (act.kind !== "mention")
    return line(say(words, "who.followed", fill));
  if (act.gone)
    return line(say(words, "card.said", fill), say(words, "card.removed"));
  const said = shortText(act, desk, MAX_LINE);
  const behind = act.repliedTo && shown2.has(act.repliedTo) ? "" : oursBehind(act, desk);
  const lead = said === "" ? say(words, "who.wrote", fill) : `${say(words, "card.said", fill)}${said}`;
  return line(`${lead}${behind}`, ...viewPost(act.versions.at(-1), "card.view", desk));
}
function answerLine(answer, card, desk, now) {
  const { words } = desk;
  const fill = { time: momentText(desk, answer.at, now), name: nameOf(desk, writerOf(answer) ?? "") };
  const said = quote(answerText(card, answer), MAX_LINE);
  const lead = said === "" ? say(words, "who.answered", fill) : `${say(words, "card.said-by-us", fill)}${said}`;
  return line(lead, ...viewPost(answer.postId, "state.view-reply", desk));
}
var viewPost = (post, label, desk) => post ? [" \xB7 ", link(postUrl(desk, post), say(desk.words, label))] : [];
function wayOn(card, desk, actor, now) {
  const { words } = desk;
  const ref = refTo(card, desk);
  const refusal = refusalFor(card, { do: "start" }, actor, now);
  const why = card.state === "sent" ? { refused: "second-reply" } : refusal;
  const write = button({ id: actionIds.writeTo, label: say(words, "button.write"), ref, primary: true });
  return [
    ...refusal && why ? [rich(line(refusalSentence(desk, why, now)))] : [],
    ...actions(...refusal ? [] : [write], button({ id: moreActionId("history"), label: optionLabel("history", desk), ref }))
  ];
}
function unknownPersonView(handle, desk) {
  const { network, words } = desk;
  const price = network.prices && priceText(network.prices.user);
  const label = price ? say(words, "who.look-for", { price }) : say(words, "who.look");
  return modal({
    callbackId: callbackIds.note,
    desk,
    title: "note.plain-title",
    close: "draft.close",
    blocks: [
      rich(line(`${say(words, "who.unknown", { handle })} `, link(profileUrl(desk, handle), say(words, "card.view")))),
      ...actions(button({ id: actionIds.lookOnX, label, ref: { desk: desk.id, handle } }))
    ]
  });
}

// dist/slack/screens/picture-view.js
function pictureView(card, post, desk, isUnloadable = false) {
  return modal({
    callbackId: callbackIds.picture,
    ref: refTo(card, desk, post),
    desk,
    title: "picture.title",
    about: firstOf(card.patron),
    close: "draft.close",
    blocks: pictures(card, post, desk, isUnloadable)
  });
}
var isOver = (card, post) => mentionOf(card, post)?.versions.at(-1) !== post;
function pictures(card, post, desk, isUnloadable) {
  const { words } = desk;
  const first = firstOf(card.patron);
  const mention = mentionOf(card, post);
  if (!mention)
    return [rich(line(say(words, "line.gone", { first })))];
  if (isOver(card, post))
    return [rich(line(say(words, "picture.changed", { first })))];
  const isSensitive = whyHidden(card, mention, desk) === "sensitive";
  return [
    ...isSensitive ? [note(whyText("sensitive", card, desk))] : [],
    ...isUnloadable ? [rich(line(whyText("unloadable", card, desk)))] : imageBlocks(picturesOf(mention.media, desk), desk),
    rich(line(link(postUrl(desk, post), say(words, "card.view"))))
  ];
}

// dist/slack/screens/snooze-view.js
function snoozeView(card, desk, now) {
  return modal({
    callbackId: callbackIds.snooze,
    ref: refTo(card, desk),
    desk,
    title: "snooze.title",
    about: whoOf(card, desk),
    close: "pass.close",
    blocks: [
      rich(line(say(desk.words, "snooze.said"))),
      ...actions(...snoozeChoices.flatMap((choice) => {
        const until = snoozedUntil(choice, desk, now);
        if (until === void 0)
          return [];
        const label = say(desk.words, `snooze.${choice}`, { time: momentText(desk, until, now) });
        return [button({ id: snoozeActionId(choice), label, ref: refTo(card, desk, choice) })];
      }))
    ]
  });
}
function snoozedUntil(choice, { rota }, now) {
  return choice === "opening" ? nextOpening(rota, now) : now + Number(choice) * minuteMs;
}

// dist/slack/screens/open-view.js
function openViewOf({ card, view, waiting, checked, others = [] }, desk, now) {
  const { kind, user: user2 } = view;
  if (kind === "quotes")
    return quotesWhatIsGone(card, view) ? noteView(desk, say(desk.words, "kept.quoted")) : void 0;
  if (isPurged(card))
    return kind === "history" ? historyView(card, desk, now) : purgedView(card, desk);
  const actor = actorFor(desk, user2);
  const may = (action) => {
    const refusal = refusalFor(card, { do: action }, actor, now);
    return refusal === void 0 || action === "approve" && refusal.refused === "trainee";
  };
  const outcome = () => outcomeView({ card, desk, user: user2, waiting, now });
  switch (kind) {
    case "draft":
      return draftView({ card, desk, now });
    case "more":
      return moreView({ card, desk, actor, now });
    case "history":
      return historyView(card, desk, now);
    case "look": {
      const reports = outcomeReports(card, desk, actor, now);
      return reports.length > 0 ? lookView(card, desk, reports) : outcome();
    }
    case "delete":
      return may("delete-from-x") ? deleteView(card, desk) : outcome();
    case "snooze":
      return may("snooze") ? snoozeView(card, desk, now) : outcome();
    case "warning":
      return may("approve") && !desk.pause ? void 0 : outcome();
    case "greet":
      return may(reachOf(card, desk) === "api" ? "claim" : "hand-off") && !desk.pause ? void 0 : outcome();
    case "finish":
      if (card.state === "handed-off" && card.holder?.id === user2)
        return finishingView(card, desk, now);
      return checked ? handOffView(card, desk, checked, now) : outcome();
    case "person":
      return personView({ card, others, desk, actor, now });
    case "picture":
      return view.post && isOver(card, view.post) ? pictureView(card, view.post, desk) : void 0;
    case "going":
      return outcome();
  }
}
var digestOf = ({ external_id: _showing, ...view }) => createHash("sha256").update(JSON.stringify(view)).digest("base64url").slice(0, 16);

// dist/slack/board/files.js
import { WebAPIRequestError } from "@slack/web-api";
var mostAlt = 1e3;
var busyMs = 30 * secondMs;
function fileCalls(client, ask, sharedWith) {
  return {
    async upload(file2) {
      try {
        return await uploadFile(client, ask, file2);
      } catch (fault) {
        if (!(fault instanceof OutcomeUnknown))
          throw fault;
        return await uploadFile(client, ask, file2);
      }
    },
    async send(file2, to) {
      await uploadFile(client, ask, file2, await sharedWith(to, file2));
    }
  };
}
async function uploadFile(client, ask, { name, title, alt, bytes }, sharedIn) {
  const about = { filename: name, length: bytes.length, alt_txt: cut2(alt) };
  const begun = await ask("files.getUploadURLExternal", () => client.files.getUploadURLExternal(about));
  const { file_id: id = "", upload_url: url = "" } = begun;
  await ask("the upload of a file", () => sendBytes(url, bytes));
  await ask("files.completeUploadExternal", () => client.files.completeUploadExternal({
    files: [{ id, title }],
    ...sharedIn && { channel_id: sharedIn.channel, initial_comment: sharedIn.comment }
  }));
  return fileId(id);
}
async function sendBytes(url, bytes) {
  const signal = AbortSignal.timeout(timings.slackCallMs);
  const { status, headers } = await backgroundFetch(url, { method: "POST", body: bytes, signal }).catch((fault) => {
    throw new WebAPIRequestError(fault instanceof Error ? fault : new Error(String(fault)));
  });
  if (status === 429) {
    const afterMs = Number(headers.get("retry-after")) * secondMs || busyMs;
    throw new Busy(Date.now() + afterMs, "Slack (the upload of a file)");
  }
  if (status !== 200)
    throw new OutcomeUnknown(`Slack (the upload of a file, HTTP ${status})`);
}
var cut2 = (alt) => alt.length > mostAlt ? `${alt.slice(0, mostAlt - 1)}\u2026` : alt;

// dist/slack/board/own-messages.js
import { z as z2 } from "zod";
var mark = z2.object({
  desk: z2.string(),
  of: z2.string(),
  key: z2.string(),
  token: z2.string(),
  to: z2.string().optional()
});
var metadataOf = (desk, of, key, message) => ({
  event_type: messageEventType,
  event_payload: { desk, of, key, token: message.token, ...message.to ? { to: message.to } : {} }
});
var marked3 = z2.object({ event_type: z2.literal(messageEventType), event_payload: mark });
function markIn(desk, metadata) {
  const { data } = marked3.safeParse(metadata);
  if (data?.event_payload.desk !== desk)
    return void 0;
  const { of, key, token: text2, to } = data.event_payload;
  return { of: cardId(of), key, token: token(text2), ...to ? { to: slackUserId(to) } : {} };
}
var pageSize = 200;
function ownMessageCalls(client, call, deskNow, conversationWith) {
  return {
    listOwnMessages: (sinceMs) => call("conversations.history", () => ownMessages(client, deskNow(), sinceMs)),
    listOwnReplies: (thread, sinceMs) => call("conversations.replies", () => ownReplies(client, deskNow(), thread, sinceMs)),
    async listOwnPrivate(to, sinceMs) {
      const channel = await conversationWith(to);
      const { messages } = await call("conversations.history", () => ownMessages(client, { id: deskNow().id, channel }, sinceMs));
      return messages.map((one) => ({ ...one, to }));
    },
    async takeAway({ key, to, ts }) {
      const channel = key === panelKey && to ? await conversationWith(to) : deskNow().channel;
      await call("chat.delete", () => client.chat.delete({ channel, ts }));
    }
  };
}
async function ownMessages(client, { id, channel }, sinceMs) {
  const found = await everyPage((cursor) => client.conversations.history({ ...since(sinceMs), channel, ...cursor }));
  const threads = found.flatMap(({ ts, reply_count: replies }) => ts && replies ? [ts] : []);
  return { messages: ownIn(id, found), threads: threads.sort() };
}
async function ownReplies(client, { id, channel }, ts, sinceMs) {
  const replies = await everyPage((cursor) => client.conversations.replies({ ...since(sinceMs), channel, ts, ...cursor }));
  return ownIn(id, replies.filter((reply) => reply.ts !== ts));
}
var since = (sinceMs) => ({
  oldest: String(sinceMs / 1e3),
  include_all_metadata: true,
  limit: pageSize
});
function ownIn(desk, found) {
  return found.flatMap(({ ts, metadata }) => {
    const mark2 = markIn(desk, metadata);
    return ts && mark2 ? [{ ...mark2, ts }] : [];
  }).sort((a, b) => Number(a.ts) - Number(b.ts));
}
async function everyPage(ask) {
  const found = [];
  let cursor;
  do {
    const page = await ask(cursor ? { cursor } : {});
    found.push(...page.messages ?? []);
    cursor = page.response_metadata?.next_cursor || void 0;
  } while (cursor);
  return found;
}

// dist/slack/board/board.js
var clockSkewMs2 = minuteMs;
var privateLookBackMs = dayMs;
function createBoard(client, deskNow, clock, conversations = /* @__PURE__ */ new Map()) {
  const { channel, id: deskId2 } = deskNow();
  const send = (mayStillSend, method, run2) => call(method, () => atTheLastMoment(mayStillSend, run2));
  async function call(method, run2) {
    try {
      return wellFormed(await run2());
    } catch (error) {
      throw slackFault(error, method, clock.now());
    }
  }
  const channelOf2 = async (content, to = personOf(content)) => to ? conversationWith(to) : channel;
  async function conversationWith(to) {
    const known = conversations.get(to);
    if (known)
      return known;
    const opened = await call("conversations.open", () => client.conversations.open({ users: to }));
    const id = opened.channel?.id ?? "";
    conversations.set(to, id);
    return id;
  }
  async function permalink(ts) {
    const answer = await call("chat.getPermalink", () => client.chat.getPermalink({ channel, message_ts: ts }));
    return answer.permalink ?? "";
  }
  async function rendered(content, message) {
    const movedTo = "movedTo" in content && content.movedTo ? await permalink(content.movedTo) : void 0;
    const desk = deskNow();
    const now = clock.now();
    const shownAt = (at) => render(content, message, movedTo, desk, at);
    const full = shownAt(now);
    const short = message.plain ? plainMessage(full, content, message, desk) : full;
    const { text: text2, blocks } = marked(short, desk);
    const metadata = metadataOf(deskId2, idOf(content), keyOf3(content), message);
    return {
      args: { channel: await channelOf2(content), text: text2, blocks, metadata },
      changesAt: () => {
        const shown2 = JSON.stringify(full);
        const times = textChangesAt(content, desk, now);
        return times.find((at) => JSON.stringify(shownAt(at)) !== shown2) ?? 0;
      }
    };
  }
  return {
    async post(content, message, mayStillSend) {
      const thread = threadOf(content);
      const { args, changesAt } = await rendered(content, message);
      const { answer, picturesRefused } = await withPictures(args, (shown2) => send(mayStillSend, "chat.postMessage", () => client.chat.postMessage({
        ...shown2,
        ...thread ? { thread_ts: thread } : {},
        unfurl_links: false,
        unfurl_media: false
      })));
      return { ts: answer.ts ?? "", changesAt: changesAt(), ...picturesRefused && { picturesRefused } };
    },
    async update(content, message, ts, mayStillSend) {
      const { args, changesAt } = await rendered(content, message);
      const { picturesRefused } = await withPictures(args, (shown2) => send(mayStillSend, "chat.update", () => client.chat.update({ ...shown2, ts })));
      return { ts, changesAt: changesAt(), ...picturesRefused && { picturesRefused } };
    },
    async remove(content, ts, mayStillSend) {
      const where = await channelOf2(content);
      await send(mayStillSend, "chat.delete", () => client.chat.delete({ channel: where, ts }));
    },
    async find(content, { token: token2, begunAt = 0 }) {
      const isPrivate2 = personOf(content) !== void 0;
      const sinceMs = "panel" in content && isPrivate2 ? content.panel.startedAt - privateLookBackMs : begunAt - clockSkewMs2;
      const oldest = String(sinceMs / 1e3);
      const where = { channel: await channelOf2(content), oldest, include_all_metadata: true, limit: 200 };
      const thread = threadOf(content);
      let cursor;
      do {
        const page = await call("conversations.history", () => {
          const args = { ...where, ...cursor ? { cursor } : {} };
          return thread ? client.conversations.replies({ ...args, ts: thread }) : client.conversations.history(args);
        });
        for (const { ts, metadata } of page.messages ?? []) {
          const mark2 = markIn(deskId2, metadata);
          if (ts && (mark2?.token === token2 || isPrivate2 && mark2?.of === idOf(content)))
            return { ts };
        }
        cursor = page.response_metadata?.next_cursor || void 0;
      } while (cursor);
      return void 0;
    },
    ...ownMessageCalls(client, call, deskNow, conversationWith),
    members: () => call("conversations.members", () => channelMembers(client, channel)),
    colleague: (id) => call("users.info", () => colleagueById(client, id)),
    home(content) {
      const view = homeViewOf(content);
      const shows = createHash2("sha256").update(JSON.stringify(view)).digest("base64url");
      const publish = async (to) => {
        await withPictures(view, (shown2) => call("views.publish", () => client.views.publish({ user_id: to, view: shown2 })));
      };
      return { shows, publish };
    },
    openView(content) {
      const shown2 = openViewOf(content, deskNow(), clock.now());
      const callback = shown2?.callback_id;
      const kind = isViewKind(callback) ? callback : "quotes";
      if (!shown2)
        return void 0;
      return {
        kind,
        shows: digestOf(shown2),
        update: async ({ id, hash }, mayStillSend) => {
          const args = { external_id: id, ...hash ? { hash } : {} };
          const update = (view) => atTheLastMoment(mayStillSend, () => client.views.update({ ...args, view }));
          try {
            const { answer } = await withPictures({ ...shown2, external_id: id }, update);
            return { outcome: "shown", hash: answer.view?.hash ?? "" };
          } catch (error) {
            if (isAnswered(error, ["not_found"]))
              return { outcome: "closed" };
            if (isAnswered(error, ["hash_conflict"]))
              return { outcome: "changed" };
            throw slackFault(error, "views.update", clock.now());
          }
        }
      };
    },
    async clearView(id) {
      const desk = deskNow();
      const view = { ...noteView(desk, say(desk.words, "kept.screen")), external_id: id };
      try {
        await client.views.update({ external_id: id, view });
      } catch (error) {
        if (!isAnswered(error, ["not_found"]))
          throw slackFault(error, "views.update", clock.now());
      }
    },
    async whisper(to, text2) {
      await call("chat.postEphemeral", () => client.chat.postEphemeral({ channel, user: to, ...markedSentence(text2, deskNow()) }));
    },
    ...fileCalls(client, call, async (to, { title }) => ({
      channel: await conversationWith(to),
      comment: markedSentence(title, deskNow()).text
    }))
  };
}
var idOf = (content) => "panel" in content ? content.panel.id : content.card.id;
var personOf = (content) => "panel" in content ? content.panel.to : void 0;
var keyOf3 = (content) => "panel" in content ? panelKey : content.key;
function render(content, message, movedTo, desk, now) {
  if (("panel" in content ? content.panel : content.card).erased)
    return sentenceMessage(say(desk.words, "kept.erased"), desk);
  if ("panel" in content)
    return panelMessage(content, desk, now);
  const { card, key } = content;
  if (isPurged(card))
    return key === cardKey ? purgedMessage(card, desk) : purgedLine(card, desk);
  if (movedTo !== void 0)
    return movedLine(card, desk, movedTo);
  return key === cardKey ? cardMessage(card, desk, now, void 0, content.context) : threadLine(card, key, desk, now, message.to);
}
function threadOf(content) {
  if ("panel" in content || content.key === cardKey || isFormerKey(content.key))
    return void 0;
  return content.card.messages[cardKey]?.ts;
}

// dist/charts/charts.js
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
var run = promisify(execFile);
var longestMs = 6e4;
var largest = 8 * 1024 * 1024;
function createCharts() {
  return {
    async png(chart) {
      const running = run(process.execPath, program, {
        encoding: "buffer",
        timeout: longestMs,
        maxBuffer: largest,
        env: {}
      });
      running.child.stdin?.on("error", () => {
      }).end(JSON.stringify(chart));
      const { stdout } = await running;
      return stdout;
    }
  };
}
var file = (path) => fileURLToPath(new URL(path, import.meta.url));
var program = import.meta.url.endsWith(".ts") ? [
  "--import",
  new URL("../../scripts/tsx-in-threads.mjs", import.meta.url).href,
  file("./chart-program.ts")
] : [file("./chart-program.js")];

// dist/flows/refusing-channel.js
var channelLook = ({ inPrivate }) => inPrivate ? "private-channel" : "channel";
var tryAgainMs = 10 * minuteMs;
var channelRefusal = async ({ desk, settings }) => refusalAmong((await settings.get()).failing, desk);
var refusalThen = (desk) => refusalAmong(desk.failing, desk);
function refusalAmong(failing, desk) {
  const refusal = failing?.[channelLook(desk)];
  return {
    isRefused: refusal !== void 0,
    isExposed: isExposure(refusal?.detail),
    retryAt: refusal?.retryAt ?? 0
  };
}
async function refuseChannel({ clock, desk, settings }, { code }) {
  const now = clock.now();
  const retryAt = now + tryAgainMs;
  const failure = { since: now, incidentAt: now, reason: "refused", detail: code, retryAt };
  const look = channelLook(desk);
  await settings.change((before) => ({ next: withFailure(before, look, failure), result: void 0 }));
  return new Busy(retryAt, "Slack");
}
async function tryChannelNow({ clock, desk, due, settings }) {
  const look = channelLook(desk);
  const refusal = (await settings.get()).failing?.[look];
  if (!refusal)
    return;
  await settings.change((now) => {
    const known = now.failing?.[look];
    const next = known && withFailure(now, look, { ...known, retryAt: clock.now() });
    return { next: next ?? now, result: void 0 };
  });
  await tryWaiting({ clock, due });
}
var tryWaiting = ({ clock, due }) => due.hasten(["show", "panel", "recover"], clock.now());

// dist/flows/watch/looks.js
async function recordLook(ports, poll, intervalMs, read) {
  const { clock, snapshots } = ports;
  const afterMs = incidentAfter(intervalMs);
  try {
    await read();
  } catch (fault) {
    if (!isStorageFault(fault)) {
      const last = await snapshots.get(`looked-${poll}`);
      await lookFailed(ports, poll, whyOf(fault), { lastGoodAt: last?.at, afterMs: last?.value ?? afterMs });
    }
    throw fault;
  }
  await snapshots.save(`looked-${poll}`, afterMs, clock.now());
  await lookWorked(ports, poll);
}
async function lookFailed({ clock, settings }, look, why, good) {
  const failure = failingLook(why, good, clock.now());
  const known = await settings.get();
  if (withFailure(known, look, failure) === known)
    return;
  await settings.change((now) => ({ next: withFailure(now, look, failure), result: void 0 }));
}
async function lookWorked({ settings }, look) {
  if (!(await settings.get()).failing?.[look])
    return;
  await settings.change((now) => ({ next: withoutFailure(now, look), result: void 0 }));
}
async function staleLook({ clock, desk, snapshots }) {
  const last = await snapshots.get(desk.inPrivate ? "looked-private-messages" : "looked-mentions");
  return last && clock.now() - last.at >= last.value ? last.at : void 0;
}
function whyOf(fault) {
  return { reason: reasonOf2(fault), detail: detailOf(fault) };
}
function reasonOf2(fault) {
  if (fault instanceof Busy)
    return "busy";
  if (fault instanceof Unreachable)
    return "unreachable";
  if (fault instanceof OutcomeUnknown)
    return "no-answer";
  if (fault instanceof Rejected) {
    const { reason } = fault;
    if (reason === "budget-together")
      return "budget";
    return reason === "sign-in" || reason === "not-permitted" || reason === "budget" ? reason : "refused";
  }
  return isRemoteFault(fault) ? "no-answer" : "unreadable";
}
function detailOf(fault) {
  if (!(fault instanceof Error))
    return String(fault);
  if (fault instanceof Busy)
    return `${fault.what} asks to wait.`;
  const { cause, message } = fault;
  const below = cause instanceof Error ? cause.message : typeof cause === "string" ? cause : "";
  return below === "" ? message : `${message} (${below})`;
}

// dist/flows/watch/private-channel.js
async function lookAtPrivateChannel({ board }) {
  const { channel, ids } = await board.members();
  const people = [];
  for (const id of ids)
    people.push(await board.colleague(id));
  const exposure = exposureOf(channel, people);
  if (exposure)
    throw new ChannelRefused(exposure, `The channel for private messages: ${exposure}`);
}
async function mayReadInPrivate(ports) {
  const refused = await lookAtPrivateChannel(ports).catch((fault) => {
    if (fault instanceof ChannelRefused)
      return fault;
    throw fault;
  });
  if (refused) {
    await refuseChannel(ports, refused);
    return false;
  }
  const look = channelLook(ports.desk);
  if ((await ports.settings.get()).failing?.[look]) {
    await lookWorked(ports, look);
    await tryWaiting(ports);
  }
  return true;
}
function inPrivateAlone(board, clock, forMs) {
  let last;
  const check = () => {
    const now = clock.now();
    if (!last || now < last.at || now - last.at >= forMs)
      last = { at: now, look: lookAtPrivateChannel({ board }) };
    const { look } = last;
    return look.catch((fault) => {
      if (last?.look === look)
        last = void 0;
      throw fault;
    });
  };
  const isToOne = (content) => "panel" in content && content.panel.to !== void 0;
  return {
    ...board,
    async post(content, message, mayStillSend) {
      if (!isToOne(content))
        await check();
      return board.post(content, message, mayStillSend);
    },
    async update(content, message, ts, mayStillSend) {
      if (!isToOne(content) && !isBlank(content))
        await check();
      return board.update(content, message, ts, mayStillSend);
    },
    async whisper(to, text2) {
      await check();
      return board.whisper(to, text2);
    }
  };
}

// dist/store/due.js
var aliveEveryMs = 10 * secondMs;
var takeLua = `${bootLua}${unreadLua}
local now = tonumber(ARGV[1])
local known = redis.call('HMGET', KEYS[2], 'recovered', 'met', 'alive-at')
local booted = boot()
local left = unread(KEYS[2], booted)
if left ~= '' then
  if known[2] ~= booted then
    redis.call('HSET', KEYS[2], 'met', booted)
    redis.call('ZADD', KEYS[1], string.format('%.0f', known[1] and now + ARGV[5] or now), ARGV[4])
  end
  local at = redis.call('ZSCORE', KEYS[1], ARGV[4])
  if not at or tonumber(at) <= now then
    redis.call('ZADD', KEYS[1], ARGV[2], ARGV[4])
    return { ARGV[4], at or ARGV[1] }
  end
  if left == 'channel' then return {} end
else
  -- A worker whose recovery failed may have put the entry back after another worker had finished one.
  redis.call('ZREM', KEYS[1], ARGV[4])
  if now >= tonumber(known[3]) + ARGV[6] then redis.call('HSET', KEYS[2], 'alive-at', ARGV[1]) end
end
local taken = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'WITHSCORES', 'LIMIT', 0, ARGV[3])
for i = 1, #taken, 2 do redis.call('ZADD', KEYS[1], ARGV[2], taken[i]) end
return taken
`;
var longestWaitMs = hourMs;
var slotLua = `
local last = tonumber(redis.call('GET', KEYS[1]) or '0')
if last > ARGV[1] + ARGV[3] then last = 0 end
local at = math.max(tonumber(ARGV[1]), last + tonumber(ARGV[2]))
redis.call('SET', KEYS[1], string.format('%.0f', at))
return string.format('%.0f', at)
`;
var hastenLua = `
for _, member in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '(' .. ARGV[1], '+inf')) do
  for i = 2, #ARGV do
    if string.sub(member, 1, #ARGV[i] + 1) == ARGV[i] .. ':' then redis.call('ZADD', KEYS[1], ARGV[1], member) end
  end
end
`;
function entryOf2(member, at) {
  const colon = member.indexOf(":");
  return { job: member.slice(0, colon), id: member.slice(colon + 1), at: Number(at) };
}
function createDue(redis, keys, timings2) {
  return {
    async take(now, leaseMs, limit) {
      const args = [now, now + leaseMs, limit, dueMember(recoverEntry), timings2.recoverAfterMs, aliveEveryMs];
      const taken = await redis.eval(takeLua, 2, keys.due, keys.boot, ...args);
      const entries = [];
      for (let i = 0; i < taken.length; i += 2)
        entries.push(entryOf2(taken[i] ?? "", taken[i + 1] ?? "0"));
      return entries;
    },
    async put(entry) {
      await redis.zadd(keys.due, entry.at, dueMember(entry));
    },
    async postpone(entry) {
      await redis.zadd(keys.due, "XX", entry.at, dueMember(entry));
    },
    async drop(entry) {
      await redis.zrem(keys.due, dueMember(entry));
    },
    async ensure(entry, latest) {
      await redis.zadd(keys.due, "NX", entry.at, dueMember(entry));
      await redis.zadd(keys.due, "LT", latest, dueMember(entry));
    },
    async hasten(jobs, at) {
      await redis.eval(hastenLua, 1, keys.due, at, ...jobs);
    },
    async overdue(job, by) {
      const members = await redis.zrangebyscore(keys.due, "-inf", by);
      return members.map((member) => entryOf2(member, "0")).flatMap((entry) => entry.job === job ? entry.id : []);
    },
    async count(name, forMs) {
      return Number(await redis.eval(countLua, 1, keys.count(name), forMs));
    },
    async polled(poll, at) {
      await redis.hset(keys.polled, poll, at);
    },
    async polledAt() {
      const fields = Object.entries(await redis.hgetall(keys.polled));
      return new Map(fields.map(([poll, at]) => [poll, Number(at)]));
    },
    async reserveSlot(now, everyMs, kind = "post") {
      const key = { post: keys.slot, refresh: keys.refreshSlot }[kind];
      return Number(await redis.eval(slotLua, 1, key, now, everyMs, longestWaitMs));
    }
  };
}

// dist/store/journal.js
import { Cluster } from "ioredis";
var settledMs = minuteMs;
var dueLua = `
local known = redis.call('HMGET', KEYS[1], 'at', 'rewritten-at')
local last = tonumber(known[2] or '0')
local now = tonumber(ARGV[1])
if not known[1] or tonumber(known[1]) > now - tonumber(ARGV[3]) or last > now - tonumber(ARGV[2]) then return 0 end
redis.call('HDEL', KEYS[1], 'at')
redis.call('HSET', KEYS[1], 'rewritten-at', ARGV[1])
return 1
`;
function createJournal(redis, keys, log) {
  let wasRefused = false;
  return {
    async purged(at) {
      await redis.hset(keys.purged, "at", at);
    },
    async rewrite(now, everyMs) {
      if (Number(await redis.eval(dueLua, 1, keys.purged, now, everyMs, settledMs)) === 0)
        return;
      try {
        await rewriteAll(redis);
      } catch (error) {
        await redis.hset(keys.purged, "at", now);
        if (!wasRefused) {
          const reason = error instanceof Error ? error.message : String(error);
          log.warn({ error: reason }, "Redis does not let us write its append-only file anew (BGREWRITEAOF)");
        }
        wasRefused = true;
      }
    }
  };
}
async function rewriteAll(redis) {
  const nodes = redis instanceof Cluster ? redis.nodes("master") : [redis];
  for (const node of nodes) {
    await node.call("BGREWRITEAOF").catch((error) => {
      if (!/in progress/iu.test(error.message))
        throw error;
    });
  }
}

// dist/store/recovery.js
var foundForMs = 30 * dayMs;
var neededLua = `${bootLua}${unreadLua}
local now = boot()
return { now, unread(KEYS[1], now), redis.call('HGET', KEYS[1], 'alive-at') }
`;
var channelReadLua = `${bootLua}
if boot() ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], 'channel-read', ARGV[1])
redis.call('DEL', KEYS[2])
return 1
`;
var doneLua = `${bootLua}
if boot() ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], 'recovered', ARGV[1], 'alive-at', ARGV[2])
redis.call('ZREM', KEYS[2], ARGV[3])
return 1
`;
var keepLua = `
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
`;
var forgetLua = `
if redis.call('HGET', KEYS[1], ARGV[1]) == ARGV[2] then redis.call('HDEL', KEYS[1], ARGV[1]) end
`;
function createRecovery(redis, keys) {
  const field = ({ of, key }) => `${of} ${key}`;
  return {
    async needed() {
      const [booted, unread, aliveAt] = await redis.eval(neededLua, 1, keys.boot);
      if (!unread)
        return void 0;
      return { boot: boot(booted), unread, ...aliveAt ? { aliveAt: Number(aliveAt) } : {} };
    },
    async channelRead(booted) {
      await redis.eval(channelReadLua, 2, keys.boot, keys.readThreads, booted);
    },
    async hasRead(thread, booted) {
      return await redis.hget(keys.readThreads, thread) === booted;
    },
    async read(thread, booted) {
      await redis.eval(keepLua, 1, keys.readThreads, thread, booted, foundForMs);
    },
    async done(booted, now) {
      await redis.eval(doneLua, 2, keys.boot, keys.due, booted, now, dueMember(recoverEntry));
    },
    async keep(message) {
      await redis.eval(keepLua, 1, keys.found, field(message), JSON.stringify(message), foundForMs);
    },
    async kept() {
      return (await redis.hvals(keys.found)).map((message) => JSON.parse(message));
    },
    async forget(message) {
      await redis.eval(forgetLua, 1, keys.found, field(message), JSON.stringify(message));
    },
    async found(of, key) {
      const message = await redis.hget(keys.found, field({ of, key }));
      return message === null ? void 0 : JSON.parse(message);
    }
  };
}

// dist/store/slack/homes.js
var openedLua = `${homesLua}
redis.call('HSET', KEYS[1], 'open', 1, 'opened:' .. ARGV[1], ARGV[2])
redis.call('HDEL', KEYS[1], 'shown:' .. ARGV[1])
homesChanged(KEYS[1], KEYS[2])
`;
var changedLua = `${homesLua} homesChanged(KEYS[1], KEYS[2])`;
var forgetLua2 = `
redis.call('HDEL', KEYS[1], 'opened:' .. ARGV[1], 'shown:' .. ARGV[1], 'recent:' .. ARGV[1])
for _, field in ipairs(redis.call('HKEYS', KEYS[1])) do
  if string.match(field, '^opened:') then return end
end
redis.call('HDEL', KEYS[1], 'open')
redis.call('ZREM', KEYS[2], '${dueMember(homeEntry)}')
`;
var doneLua2 = `
if redis.call('HEXISTS', KEYS[1], 'open') == 0 then return end
local isSame = (redis.call('HGET', KEYS[1], 'changes') or '') == ARGV[1]
redis.call('ZADD', KEYS[2], isSame and ARGV[2] or 0, '${dueMember(homeEntry)}')
`;
function createHomes(redis, keys) {
  const run2 = (script, ...args) => redis.eval(script, 2, keys.homes, keys.due, ...args);
  return {
    async opened(user2, at) {
      await run2(openedLua, user2, at);
    },
    async changed() {
      await run2(changedLua);
    },
    async visitors() {
      const values = new Map(Object.entries(await redis.hgetall(keys.homes)));
      const people = [...values].flatMap(([field, openedAt]) => {
        const [, person] = /^opened:(.+)$/u.exec(field) ?? [];
        if (!person)
          return [];
        const shown2 = values.get(`shown:${person}`);
        const recent = values.get(`recent:${person}`);
        return [
          {
            user: slackUserId(person),
            openedAt: Number(openedAt),
            ...shown2 === void 0 ? {} : { shown: shown2 },
            recent: recent ? recent.split(" ").map(Number) : []
          }
        ];
      });
      return { people, mark: values.get("changes") ?? "", heldUntil: Number(values.get("held") ?? 0) };
    },
    async waitUntil(until) {
      await redis.hset(keys.homes, "held", until);
    },
    async published(user2, shown2, recent) {
      await redis.hset(keys.homes, `shown:${user2}`, shown2, `recent:${user2}`, recent.join(" "));
    },
    async forget(user2) {
      await run2(forgetLua2, user2);
    },
    async done(mark2, nextAt) {
      await run2(doneLua2, mark2, nextAt);
    }
  };
}

// dist/store/slack/persons.js
var voiceLua = `
local desk, panel, at = unpack(redis.call('HMGET', KEYS[1], 'desk', 'panel', 'at'))
local isMine = desk == ARGV[3] and panel == ARGV[4]
local isOver = desk == ARGV[5] and panel == ARGV[6]
-- A time far ahead comes from a clock that was set back since.
local isLately = at and math.abs(tonumber(ARGV[1]) - tonumber(at)) < tonumber(ARGV[2])
if isMine or (isLately and not isOver) then return { desk, panel, at } end
redis.call('HSET', KEYS[1], 'desk', ARGV[3], 'panel', ARGV[4], 'at', ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return { ARGV[3], ARGV[4], ARGV[1] }
`;
function createPersons(redis, prefix) {
  return {
    async count(person, name, forMs) {
      return Number(await redis.eval(countLua, 1, personKeys(prefix, person).count(name), forMs));
    },
    async voice(person, what, mine, now, everyMs, instead) {
      const key = personKeys(prefix, person).voice(what);
      const over2 = [instead?.desk ?? "", instead?.panel ?? ""];
      const found = await redis.eval(voiceLua, 1, key, now, everyMs, mine.desk, mine.panel, ...over2);
      const [desk = "", panel = "", at] = found;
      return { desk: deskId(desk), panel: panelId(panel), at: Number(at) };
    }
  };
}

// dist/app/lazy-network.js
var asked = {
  me: true,
  mentions: true,
  ownPosts: true,
  recentPosts: true,
  posts: true,
  postsAgain: true,
  followersAgain: true,
  peopleAgain: true,
  stillFollowing: true,
  person: true,
  publish: true,
  privateMessages: true,
  sendPrivate: true,
  remove: true
};
function lazyNetwork(load) {
  let loading;
  const network = () => {
    loading ??= load();
    return loading;
  };
  const methods = Object.keys(asked).map((name) => [
    name,
    async (...given) => (await network())[name](...given)
  ]);
  return {
    ...Object.fromEntries(methods),
    async *followers() {
      yield* (await network()).followers();
    },
    async follow(...given) {
      await (await network()).follow?.(...given);
    }
  };
}

// dist/app/network-of.js
var networkOf = (desk, shared) => desk.network.id === "x" ? onX(desk, shared) : onBluesky(desk, shared);
function onX(desk, { clock, ending, env, knownPatrons: knownPatrons2, ledger, log, seeing, timings: timings2 }) {
  const secrets = env.x.secrets[desk.account.secrets];
  if (!secrets)
    throw new RangeError(`No secrets '${desk.account.secrets}' for desk '${desk.id}'.`);
  const origin = secrets.origin ?? env.x.apiUrl;
  const network = createNetwork({
    credentials: secrets,
    handle: desk.account.handle,
    ...origin ? { origin } : {},
    timings: timings2,
    now: clock.now,
    charge: ledger.charge,
    called: seeing.called("x"),
    ownsApp: desk.account.ownsApp,
    includesBilled: desk.account.includesBilled,
    fieldRefused: (field) => log.warn({ desk: desk.id, field }, "X refuses this field: it is asked for in another way, or left out"),
    oddPost: (post) => log.warn({ desk: desk.id, post }, "X gave a post incomplete"),
    knownPatrons: knownPatrons2,
    ending
  });
  return withinBudget(network, async () => usedUpBudget(await budgetUses({ clock, desk, ledger })));
}
function onBluesky(desk, { clock, ending, env, seeing, sessions, timings: timings2 }) {
  const { handle, secrets, service = "" } = desk.account;
  const password = env.bluesky.passwords[secrets];
  if (!password)
    throw new RangeError(`No app password '${secrets}' for desk '${desk.id}'.`);
  return lazyNetwork(async () => {
    const { createNetwork: create } = await import("./client-PGCW3OKE.js");
    const called = seeing.called("bluesky");
    return create({ handle, password, service, sessions, timings: timings2, now: clock.now, ending, called });
  });
}

// dist/app/desk-ports.js
function createAllPorts(desks, portsOf) {
  const all = new Map(desks.flatMap((desk) => desk.like ? [] : [[desk.id, portsOf(desk)]]));
  for (const desk of desks) {
    const like = desk.like && all.get(desk.like);
    if (!like)
      continue;
    const ports = portsOf(desk, like);
    all.set(desk.id, ports).set(like.desk.id, { ...like, alike: [...like.alike ?? [], ports] });
  }
  return new Map(desks.flatMap(({ id }) => {
    const ports = all.get(id);
    return ports ? [[id, ports]] : [];
  }));
}
function createSides(desk, shared, boardOf, change = (ports) => ports) {
  const own = change(createDeskPorts(desk, { ...shared, board: boardOf(desk) }));
  const side = privateSideOf(desk);
  return side ? { ...own, inPrivate: change(createPrivateSide(side, own, { ...shared, board: boardOf(side) })) } : own;
}
function withPrivateSides(mains) {
  const sides = [...mains].flatMap((one) => one.inPrivate ? [one, one.inPrivate] : [one]);
  return new Map(sides.map((side) => [side.desk.id, side]));
}
function createDeskPorts(desk, shared) {
  const { env, store, clock, timings: timings2, log, board, isKnownIncident, ending, seeing = unseen } = shared;
  const keys = deskKeys(env.redisPrefix, desk.id);
  const together = desk.budgetTogether?.desks.map((id) => deskKeys(env.redisPrefix, id));
  const ledger = logFailedCharges(createLedger(store, keys, env.forget.key, together), log, isKnownIncident);
  const cards = withDecisions(createCards(store, keys, timings2, desk), desk.id, seeing.decided);
  return {
    desk,
    clock,
    timings: timings2,
    cards,
    panels: createPanels(store, keys, desk),
    settings: withPauses(createSettings(store, keys), desk.id, seeing.decided),
    snapshots: createSnapshots(store, keys),
    homes: createHomes(store, keys),
    ourPosts: createOurPosts(store, keys),
    keptReplies: createKeptReplies(store, keys),
    outcomes: createOutcomes(store, keys),
    journal: createJournal(store, keys, log),
    forgotten: createForgotten(store, [keys, deskKeys(env.redisPrefix, desk.id, "private")], desk.id, desk.network.name, env.forget),
    ledger,
    due: createDue(store, keys, timings2),
    persons: createPersons(store, env.redisPrefix),
    recovery: createRecovery(store, keys),
    watermarks: createWatermarks(store, keys),
    network: networkOf(desk, {
      ...{ clock, ending, env, ledger, log, seeing, timings: timings2 },
      sessions: createSessions(store, keys),
      knownPatrons: (ids) => knownPatrons(cards, ids)
    }),
    board,
    charts: createCharts(),
    ...desk.feed ? { feed: createRotaFeed(desk.feed) } : {},
    ...shared.like ? { like: shared.like } : {},
    ...shared.turn ? { turn: shared.turn } : {}
  };
}
function createPrivateSide(desk, inPublic, { board, clock, env, seeing = unseen, store, timings: timings2 }) {
  const keys = deskKeys(env.redisPrefix, inPublic.desk.id, "private");
  return {
    ...omit(inPublic, "feed"),
    desk,
    inPublic,
    cards: withDecisions(createCards(store, keys, timings2, desk), desk.id, seeing.decided),
    panels: createPanels(store, keys, desk),
    snapshots: createSnapshots(store, keys),
    homes: createHomes(store, keys),
    keptReplies: createKeptReplies(store, keys),
    due: createDue(store, keys, timings2),
    recovery: createRecovery(store, keys),
    watermarks: createWatermarks(store, keys),
    board: inPrivateAlone(board, clock, timings2.privateChannelMs)
  };
}
var unseen = { called: () => () => {
}, decided: () => {
} };
async function knownPatrons(cards, ids) {
  const found = await Promise.all(ids.map(async (id) => {
    const [newest] = (await cards.ofPatron(id)).slice(-1);
    const card = newest && await cards.get(newest);
    return card && !isPurged(card) ? card.patron : void 0;
  }));
  return found.filter((patron) => patron !== void 0);
}

export {
  endLinks,
  cardsOf,
  follow,
  tell,
  stillToTell,
  blankBeside,
  askToForget,
  forget,
  forgetAgain,
  eraseCard,
  whoHasHandle,
  whatWeHave,
  askWhoHasHandle,
  homeChangesAt,
  withUnloadable,
  refTo,
  optionLabel,
  startersOf,
  panelButton,
  panelRef,
  pictureBlocks,
  withoutPictures,
  withPictures,
  refusalSentence,
  noticeSentence,
  contextLines,
  oursBehind,
  contextBlock,
  contextIn,
  followedText,
  followBackBlocks,
  textPieces,
  shownName,
  nameBlocks,
  aboutLine,
  postLines,
  answerText,
  shortText,
  scarceBlocks,
  scarceReadBlocks,
  keptWhat,
  keptOutcome,
  whoOf,
  linkedUrl,
  listedName,
  linkedBlocks,
  openThere,
  modal,
  patronBlocks,
  maxFlagNote,
  helloOf,
  withHelloCounts,
  greetsBlock,
  isGreetsCut,
  seeAllButton,
  statusOf,
  urgentMark,
  flaggedLine,
  noteBlocks,
  keptWords,
  questionText,
  reportedKinds,
  reportedOutcomes,
  periodText,
  chartsOf,
  comparedGroups,
  aloneReasons,
  outcomeFigures,
  byDesks,
  answerNext,
  mostWaitingAtHome,
  channelCure,
  isExposure,
  outageLine,
  outageOverLine,
  lastLookedText,
  rotaMessage,
  noteView,
  practiseView,
  personalIn,
  mostCharacters,
  weighLength,
  isBoundByBytes,
  weighPrivate,
  linksIn,
  withSignature,
  withoutSignature,
  foreignSignature,
  findingSentence,
  lookedOver,
  noteUntil,
  withNote2 as withNote,
  deskNotes,
  pauseBlocks,
  notesMessage,
  handOffView,
  openInXButton,
  outgoingView,
  askedView,
  outcomeView,
  lookView,
  deleteView,
  purgedView,
  holdView,
  readHold,
  draftView,
  historyView,
  moreView,
  outcomeReports,
  personView,
  unknownPersonView,
  pictureView,
  snoozeView,
  snoozedUntil,
  digestOf,
  createBoard,
  channelLook,
  channelRefusal,
  refusalThen,
  refuseChannel,
  tryChannelNow,
  tryWaiting,
  recordLook,
  lookFailed,
  lookWorked,
  staleLook,
  mayReadInPrivate,
  createAllPorts,
  createSides,
  withPrivateSides
};
