import {
  slackRoom
} from "./chunk-YOW2WXFG.js";
import {
  bumpVersion,
  dropFollowers,
  knownFollowers
} from "./chunk-2IALTKIL.js";
import {
  leadOf,
  postUrl,
  say,
  textParts
} from "./chunk-2ZTQUPFK.js";
import {
  budgetLevelOf,
  scarceMicroUsd
} from "./chunk-RQ3MMC74.js";
import {
  accountId,
  cardId,
  deskId,
  panelId,
  postId,
  slackUserId
} from "./chunk-DX3M4XLW.js";
import {
  ConfigError
} from "./chunk-PZOFDEKK.js";
import {
  dayMs
} from "./chunk-5EYM5PYM.js";

// dist/store/network/sessions.js
var goodForMs = 90 * dayMs;
var replaceLua = `
local stored = redis.call('GET', KEYS[1]) or ''
if stored ~= '' and stored ~= ARGV[1] then return stored end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
return ARGV[2]
`;
function createSessions(redis, { session }) {
  return {
    async get() {
      const text2 = await redis.get(session);
      return text2 === null ? void 0 : JSON.parse(text2);
    },
    async replace(known, next) {
      const [before, after] = [known ? textOf(known) : "", textOf(next)];
      return JSON.parse(String(await redis.eval(replaceLua, 1, session, before, after, goodForMs)));
    }
  };
}
var textOf = ({ signedInAs, account, access, refresh }) => JSON.stringify({ signedInAs, account, access, refresh });

// dist/store/forgotten.js
import { createHmac } from "node:crypto";
import { open, readFile } from "node:fs/promises";
import { dirname } from "node:path";
var addLua = `
local known = tonumber(redis.call('HGET', KEYS[1], ARGV[1]) or '0')
redis.call('HSETNX', KEYS[1], 'key', ARGV[3])
if tonumber(ARGV[2]) > known then redis.call('HSET', KEYS[1], ARGV[1], ARGV[2]) end
`;
function createForgotten(redis, sides, desk, network, { key, path }) {
  const [keys] = sides;
  const hashOf = (person) => createHmac("sha256", key ?? "").update(`${network} ${person}`).digest("base64url");
  const store = (hash, upTo2) => redis.eval(addLua, 1, keys.forgotten, hash, upTo2, hashOf("key"));
  async function upTo(people) {
    if (key === void 0 || people.length === 0)
      return people.map(() => void 0);
    const times = await redis.hmget(keys.forgotten, ...people.map(hashOf));
    return times.map((time) => time === null ? void 0 : Number(time));
  }
  const keyMark = hashOf("key");
  const refuse = (what) => {
    throw new ConfigError([
      `People asked to be forgotten by desk ${desk}, and FORGET_KEY ${what}: set the key that was there then.`
    ]);
  };
  async function checkKey() {
    const marked2 = await redis.hget(keys.forgotten, "key");
    if (key !== void 0 && marked2 !== null && marked2 !== keyMark)
      refuse("is another one");
    if (key !== void 0)
      return;
    const isNamed = (await erasuresIn(path)).some((one) => one.desk === desk);
    if (marked2 !== null || isNamed)
      refuse("is not set");
  }
  return {
    isReady: key !== void 0,
    upTo,
    checkKey,
    async check() {
      await checkKey();
      if (key === void 0)
        return;
      const file = await open(path, "a", 384).catch((error) => {
        throw new ConfigError([`ERASURES_FILE: ${path} cannot be written (${error.code}).`]);
      });
      await file.close();
    },
    async add(person, at) {
      const [known] = await upTo([person]);
      if (known !== void 0 && known >= at)
        return;
      await append(path, `${new Date(at).toISOString()} ${desk} ${hashOf(person)}
`);
      await store(hashOf(person), at);
    },
    async restore() {
      if (key === void 0)
        return false;
      const erasures = (await erasuresIn(path)).filter((one) => one.desk === desk);
      for (const { at, hash } of erasures)
        await store(hash, at);
      if (await redis.hlen(keys.forgotten) === 0)
        return false;
      for await (const people of knownFollowers(redis, keys)) {
        const times = await upTo(people);
        const theirs = people.filter((_, at) => times[at] !== void 0);
        await dropFollowers(redis, keys, theirs);
      }
      return true;
    },
    async dropTraces({ person, posts, cards }) {
      await dropFollowers(redis, keys, [person]);
      for (const { found, odd } of sides) {
        if (posts.length > 0)
          await redis.hdel(odd, ...posts);
        const fields = (await redis.hkeys(found)).filter((field) => [person, ...cards].some((one) => field.includes(one)));
        if (fields.length > 0)
          await redis.hdel(found, ...fields);
      }
    }
  };
}
async function append(path, line2) {
  const file = await open(path, "a+", 384);
  try {
    const before = await file.readFile("utf8");
    await file.appendFile(before === "" || before.endsWith("\n") ? line2 : `
${line2}`);
    await file.sync();
  } finally {
    await file.close();
  }
  const folder = await open(dirname(path), "r");
  await folder.sync().finally(() => folder.close());
}
async function erasuresIn(path) {
  const text2 = await readFile(path, "utf8").catch((error) => {
    if (error.code === "ENOENT")
      return "";
    throw error;
  });
  return text2.split("\n").flatMap((line2) => {
    const [, time = "", desk = "", hash = ""] = /^(\S+Z) (\S+) ([\w-]{43})$/u.exec(line2) ?? [];
    return hash === "" ? [] : [{ at: Date.parse(time), desk, hash }];
  });
}

// dist/slack/values.js
var PANEL = String.raw`(?:fold|asked|digest|cover|reminder|report)-[\w-]{1,200}`;
var REF = /^([a-z0-9-]+) ((?:mention|private|follow|hello)-[\w-]{1,200})(?: (.*))?$/su;
var PANEL_REF = new RegExp(`^([a-z0-9-]+) (${PANEL})(?: (.*))?$`, "su");
var LISTED = new RegExp(`^(${PANEL}) (.*)$`, "su");
var NOTE_REF = /^([a-z0-9-]+) note-(\d{1,16})$/u;
var MUTED_REF = /^([a-z0-9-]+) muted-([\w-]{1,200})$/u;
var HANDLE_REF = /^([a-z0-9-]+) @([^\s@A-Z]{1,100})$/u;
var DESK_REF = /^([a-z0-9-]+)$/u;
var MAX_REF = 3e3;
var MAX_VALUE = 2e3;
var fitsButton = (ref) => encodeRef(ref).length <= MAX_VALUE;
function encodeRef(ref) {
  if ("note" in ref)
    return `${ref.desk} note-${ref.note}`;
  if ("handle" in ref)
    return `${ref.desk} @${ref.handle}`;
  if ("muted" in ref)
    return `${ref.desk} muted-${ref.muted}`;
  if (!("panel" in ref || "card" in ref))
    return ref.desk;
  const { desk, extra } = ref;
  const about = "panel" in ref ? ref.panel : ref.card;
  return [desk, about, ...extra === void 0 ? [] : [extra]].join(" ");
}
function decodeRef(value) {
  const [desk, card, extra] = decoded(REF, value);
  if (desk === void 0 || card === void 0)
    return void 0;
  return { desk: deskId(desk), card: cardId(card), ...extra === void 0 ? {} : { extra } };
}
function decodePanelRef(value) {
  const [desk, panel, extra] = decoded(PANEL_REF, value);
  if (desk === void 0 || panel === void 0)
    return void 0;
  return { desk: deskId(desk), panel: panelId(panel), ...extra === void 0 ? {} : { extra } };
}
function decodeNoteRef(value) {
  const [desk, note2] = decoded(NOTE_REF, value);
  return desk === void 0 ? void 0 : { desk: deskId(desk), note: Number(note2) };
}
function decodeMutedRef(value) {
  const [desk, muted] = decoded(MUTED_REF, value);
  return desk === void 0 || muted === void 0 ? void 0 : { desk: deskId(desk), muted: accountId(muted) };
}
function decodeHandleRef(value) {
  const [desk, handle] = decoded(HANDLE_REF, value);
  return desk === void 0 || handle === void 0 ? void 0 : { desk: deskId(desk), handle };
}
function decodeDeskRef(value) {
  const [desk] = decoded(DESK_REF, value);
  return desk === void 0 ? void 0 : { desk: deskId(desk) };
}
var decodeAnyRef = (value) => decodeRef(value) ?? decodePanelRef(value) ?? decodeNoteRef(value) ?? decodeMutedRef(value) ?? decodeHandleRef(value) ?? decodeDeskRef(value);
function decodeListed(extra) {
  const [panel, page] = decoded(LISTED, extra);
  return panel === void 0 || page === void 0 ? void 0 : { panel: panelId(panel), page };
}
function decoded(pattern, value) {
  if (typeof value !== "string" || value.length > MAX_REF)
    return [];
  return pattern.exec(value)?.slice(1) ?? [];
}
var encodeWriting = ({ shownPost, opening }) => `${shownPost ?? "-"} ${opening}`;
function decodeWriting(extra) {
  if (extra === void 0)
    return { opening: "" };
  const [, post, opening = ""] = /^(-|\w{1,200})(?: (.*))?$/su.exec(extra) ?? [];
  if (post === void 0)
    return void 0;
  return { opening, ...post === "-" ? {} : { shownPost: postId(post) } };
}
var readPost = (value) => value !== void 0 && /^\w{1,200}$/u.test(value) ? postId(value) : void 0;
function readPostAndText(value) {
  const [, id, text2] = /^(\w+)(?: (.*))?$/su.exec(value ?? "") ?? [];
  const post = readPost(id);
  return post && { post, ...text2 === void 0 ? {} : { text: text2 } };
}
var readPerson = (value) => value !== void 0 && /^[UW][A-Z0-9]{2,30}$/u.test(value) ? slackUserId(value) : void 0;
function readPage(value) {
  if (value === void 0)
    return 0;
  return /^\d{1,5}$/u.test(value) ? Number(value) : void 0;
}
var oneOf = (choices, value) => choices.find((one) => one === value);
var readRequest = (value) => value !== void 0 && /^\d{1,16}$/u.test(value) ? value : void 0;
var readSavedStarter = (value) => value !== void 0 && /^saved-[0-9a-f]{1,32}$/u.test(value) ? value : void 0;
function readShift(value) {
  const [, who, fromMs, toMs] = /^(\S+) (\d{13}) (\d{13})$/u.exec(value ?? "") ?? [];
  const whose = readPerson(who);
  return whose && { whose, fromMs: Number(fromMs), toMs: Number(toMs) };
}
var isTime = (value) => /^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(value);

// dist/slack/parts/blocks.js
var text = (content) => ({ type: "text", text: content.toWellFormed() });
var bold = (content) => ({
  ...text(content),
  style: { bold: true }
});
var link = (url, label) => ({
  type: "link",
  url,
  text: label.toWellFormed()
});
var user = (slackId) => ({ type: "user", user_id: slackId });
function line(...inlines) {
  return { type: "rich_text_section", elements: elements(inlines) };
}
function quoted(...inlines) {
  const words = elements(inlines);
  return words.length > 0 ? { type: "rich_text_quote", elements: words } : void 0;
}
function bullets(lines) {
  return { type: "rich_text_list", style: "bullet", elements: [...lines] };
}
function rich(...lines) {
  return { type: "rich_text", elements: lines.filter((one) => one !== void 0) };
}
function note(content) {
  return { type: "context", elements: [plain(content, slackRoom.line)] };
}
function button({ id, label, ref, url, primary, danger, confirm }) {
  return {
    type: "button",
    action_id: id,
    text: plain(label, slackRoom.button),
    value: encodeRef(ref),
    ...url === void 0 ? {} : { url },
    ...primary ? { style: "primary" } : danger ? { style: "danger" } : {},
    ...confirm ? { confirm: dialog(confirm, danger) } : {}
  };
}
var dialog = ({ title, question, yes, no }, isDanger = false) => ({
  title: plain(title, slackRoom.dialogTitle),
  text: plain(question, slackRoom.dialogText),
  confirm: plain(yes, slackRoom.dialogButton),
  ...isDanger ? { style: "danger" } : {},
  deny: plain(no, slackRoom.dialogButton)
});
function overflow(id, options) {
  return {
    type: "overflow",
    action_id: id,
    options: options.map(({ label, ref }) => ({
      text: plain(label, slackRoom.option),
      value: encodeRef(ref)
    }))
  };
}
function actions(...elements2) {
  return elements2.length > 0 ? [{ type: "actions", elements: [...elements2] }] : [];
}
function plain(content, max) {
  return { type: "plain_text", text: cut(content, max), emoji: false };
}
function richSay(words, key, fill) {
  return elements(textParts(words, key).map((part) => {
    if ("said" in part)
      return part.said;
    const value = fill[part.name];
    if (value === void 0)
      throw new RangeError(`The text "${key}" lacks a value for {${part.name}}.`);
    return value;
  }));
}
function fallbackText(inlines) {
  return cutEscaped(inlines.map((one) => one.type === "user" ? `<@${one.user_id}>` : escaped(one.text ?? "")).join(""));
}
var escapeText = (content) => cutEscaped(escaped(content));
var escaped = (content) => content.toWellFormed().replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
var escapeMarkdown = (content) => escaped(content).replace(FORMATTING, (sign) => lookAlikes[sign] ?? sign);
var FORMATTING = /[*~`]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|:(?=[^\s:]+:)/gu;
var lookAlikes = { "*": "\u2217", "~": "\u223C", "`": "\u02CB", _: "\u02CD", ":": "\u2236" };
var MAX_TEXT = 4e3;
var cutEscaped = (content) => cut(content, MAX_TEXT).replace(/&[a-z]{0,3}…$/u, "\u2026");
var graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
var MAX_CHARACTER = 32;
function cut(content, max) {
  if (content.length <= max)
    return content.toWellFormed();
  let end = 0;
  for (const { index, segment } of graphemes.segment(content.slice(0, max))) {
    const fits = index + segment.length < max;
    if (fits || segment.length > MAX_CHARACTER)
      end = Math.min(index + segment.length, max - 1);
    if (!fits)
      break;
  }
  const whole = content.slice(0, end).replace(/[\ud800-\udbff]$/, "");
  return `${whole.toWellFormed().trimEnd()}\u2026`;
}
var sentenceMessage = (sentence, desk) => ({
  text: escapeText(sentence),
  blocks: [rich(sentenceLine(sentence, desk))]
});
var sentenceLine = (sentence, desk) => line(...sentence.split(POST_URL).map((part) => {
  const [, post] = /([^/]+)$/u.exec(part) ?? [];
  return post !== void 0 && part === postUrl(desk, post) ? link(part, part) : part;
}));
var POST_URL = /(https?:\/\/\S+[\w-])/u;
function elements(inlines) {
  return inlines.map((one) => typeof one === "string" ? text(one) : one).filter((one) => one.type !== "text" || one.text !== "");
}

// dist/slack/parts/practice.js
var practiceMark = ({ words, account }) => account.practice ? [note(say(words, "practice.mark"))] : [];
function marked({ text: text2, blocks }, desk) {
  if (!desk.account.practice)
    return { text: text2, blocks };
  const marked2 = cutEscaped(`${say(desk.words, "practice.in-text")} ${text2}`);
  return { text: marked2, blocks: [...practiceMark(desk), ...blocks] };
}
var markedSentence = (sentence, desk) => marked(sentenceMessage(sentence, desk), desk);

// dist/core/money/budget-use.js
var levelOf = (use) => budgetLevelOf(use.microUsd, use);
function nearestLevel(uses) {
  const levels = uses.map(levelOf);
  return ["stopped", "slower", "slow"].find((level) => levels.includes(level)) ?? "none";
}
var usedUpBudget = (uses) => uses.find((use) => levelOf(use) === "stopped")?.of;
function scarcestBudget(uses) {
  const scarce = uses.flatMap(({ microUsd, ...budget }) => {
    const leftMicroUsd = scarceMicroUsd(microUsd, budget);
    return leftMicroUsd === void 0 ? [] : [{ ...budget, leftMicroUsd }];
  });
  return scarce.sort((a, b) => a.leftMicroUsd - b.leftMicroUsd)[0];
}

// dist/flows/tell/announce.js
function announce(ports, key, text2, to, about) {
  return notice(ports, { key, text: text2, to, about }, (said) => said);
}
function announceNow(ports, key, text2, version, to) {
  return notice(ports, { key, text: text2, to, textOf: version }, (said) => {
    if ((said.textOf ?? version) > version)
      return said;
    const next = said.textOf === version ? said : { ...said, textOf: version };
    return said.text === text2 ? next : { ...bumpVersion(next), text: text2 };
  });
}
async function notice({ clock, panels }, { key, text: text2, to, about, textOf: textOf2 }, again) {
  const id = panelId(to ? `notice-${key}-${to}` : `notice-${key}`);
  const startedAt = clock.now();
  await panels.change(id, (said) => ({
    next: (said && again(said)) ?? {
      id,
      format: 1,
      kind: "notice",
      version: 1,
      startedAt,
      closed: true,
      text: text2,
      ...to ? { to } : {},
      ...about ? { about } : {},
      ...textOf2 === void 0 ? {} : { textOf: textOf2 }
    },
    result: void 0
  }));
}

// dist/flows/tell/budget.js
async function budgetUses({ clock, desk, ledger }) {
  const { budget, budgetTogether } = desk;
  const now = clock.now();
  const [own, together] = await Promise.all([
    budget && ledger.month(now),
    budgetTogether && ledger.monthTogether(now)
  ]);
  return [
    ...budget && own ? [{ of: "desk", monthlyUsd: budget.monthlyUsd, microUsd: own.microUsd }] : [],
    ...budgetTogether && together ? [{ of: "together", monthlyUsd: budgetTogether.monthlyUsd, microUsd: together.microUsd }] : []
  ];
}
async function announceBudgets(ports, uses) {
  for (const use of uses)
    await announceBudget(ports, use);
}
async function announceBudget(ports, use) {
  const { clock, desk } = ports;
  const level = levelOf(use);
  if (level === "none")
    return;
  const reached = level === "stopped" ? "stopped" : "slow";
  const key = use.of === "together" ? `${reached}-together` : reached;
  const month = new Date(clock.now()).toISOString().slice(0, 7);
  const text2 = say(desk.words, `budget.${key}`, { usd: use.monthlyUsd, lead: leadOf(desk) });
  await announce(ports, `budget-${key}-${month}`, text2);
}

// dist/slack/ids.js
var actionIds = {
  open: "open",
  greet: "greet",
  skip: "skip",
  followBack: "follow-back",
  undo: "undo",
  next: "next",
  writeTo: "write-to",
  lookOnX: "look-on-x",
  nextOfDesk: "next-of-desk",
  practise: "practise",
  takeOver: "take-over",
  itIsThere: "it-is-there",
  notThere: "not-there",
  keep: "keep",
  showPicture: "show-picture",
  handTo: "hand-to",
  check: "check",
  starters: "starters",
  more: "more",
  words: "words",
  tryOut: "try-out",
  seeAll: "see-all",
  openInX: "open-in-x",
  openThere: "open-there",
  deleteNow: "delete-now",
  skipListed: "skip-listed",
  removeNote: "remove-note",
  unmutePerson: "unmute-person",
  removeStarter: "remove-starter",
  starterLabel: "starter-label",
  starterWords: "starter-words",
  colleague: "colleague",
  note: "note",
  lookedInX: "looked-in-x",
  findCover: "find-cover",
  shift: "shift",
  from: "from",
  until: "until",
  test: "test"
};
var starterActionId = (starter) => `answer-${starter}`;
var starterActionPattern = /^answer-(.+)$/u;
var openInXId = (starter) => starter === "greet" ? actionIds.openInX : `${actionIds.openInX}-${starter}`;
var openInXPattern = /^open-in-x(?:-.+)?$/u;
var greetHereId = (starter) => `greet-here-${starter}`;
var greetHerePattern = /^greet-here-(.+)$/u;
var moreOptions = [
  "open",
  "show-all",
  "pass",
  "dismiss",
  "snooze",
  "wake",
  "finish",
  "more",
  "flag",
  "unflag",
  "release",
  "send-back",
  "take-over",
  "mute",
  "mute-person",
  "it-is-there",
  "not-there",
  "reopen",
  "save-starter",
  "delete",
  "history",
  "in-private",
  "hold",
  "end-hold"
];
var moreActionId = (option) => `more-${option}`;
var moreActionPattern = /^more-(.+)$/u;
var panelOptions = [
  "say-hello",
  "people",
  "back",
  "next",
  "skip-all",
  "read",
  "rest",
  "mute",
  "unmute",
  "not-now",
  "share",
  "csv",
  "weekly",
  "menu"
];
var panelActionId = (option) => `panel-${option}`;
var panelActionPattern = /^panel-(.+)$/u;
var coverOptions = ["take", "undo", "withdraw", "everyone"];
var coverActionId = (option) => `cover-${option}`;
var coverActionPattern = /^cover-(.+)$/u;
var snoozeChoices = ["30", "60", "180", "opening"];
var snoozeActionId = (choice) => `snooze-${choice}`;
var snoozeActionPattern = /^snooze-(.+)$/u;
var confirmed = "confirmed";
var callbackIds = {
  editor: "editor",
  draft: "draft",
  greet: "greet",
  going: "going",
  note: "note",
  warning: "warning",
  more: "more",
  pass: "pass",
  flag: "flag",
  hold: "hold",
  forget: "forget",
  sendBack: "send-back",
  snooze: "snooze",
  finish: "finish",
  look: "look",
  delete: "delete",
  starter: "starter",
  history: "history",
  person: "person",
  findCover: "find-cover",
  waiting: "waiting",
  people: "people",
  answers: "answers",
  picture: "picture",
  home: "home"
};
var answerNextShortcut = "answer-next";
var messageEventType = "greeting_desk_message";

export {
  createSessions,
  createForgotten,
  nearestLevel,
  usedUpBudget,
  scarcestBudget,
  announce,
  announceNow,
  budgetUses,
  announceBudgets,
  actionIds,
  starterActionId,
  starterActionPattern,
  openInXId,
  openInXPattern,
  greetHereId,
  greetHerePattern,
  moreOptions,
  moreActionId,
  moreActionPattern,
  panelOptions,
  panelActionId,
  panelActionPattern,
  coverOptions,
  coverActionId,
  coverActionPattern,
  snoozeChoices,
  snoozeActionId,
  snoozeActionPattern,
  confirmed,
  callbackIds,
  answerNextShortcut,
  messageEventType,
  fitsButton,
  encodeRef,
  decodeRef,
  decodePanelRef,
  decodeNoteRef,
  decodeMutedRef,
  decodeHandleRef,
  decodeDeskRef,
  decodeAnyRef,
  decodeListed,
  encodeWriting,
  decodeWriting,
  readPost,
  readPostAndText,
  readPerson,
  readPage,
  oneOf,
  readRequest,
  readSavedStarter,
  readShift,
  isTime,
  text,
  bold,
  link,
  user,
  line,
  quoted,
  bullets,
  rich,
  note,
  button,
  overflow,
  actions,
  plain,
  richSay,
  fallbackText,
  escapeText,
  escapeMarkdown,
  cut,
  sentenceMessage,
  sentenceLine,
  practiceMark,
  marked,
  markedSentence
};
