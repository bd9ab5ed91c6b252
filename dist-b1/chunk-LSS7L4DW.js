import {
  settled,
  withOutcome
} from "./chunk-OAKAVM22.js";
import {
  createDocuments,
  homesLua,
  recordForMs
} from "./chunk-2IALTKIL.js";
import {
  blankNames,
  rememberPostsForMs
} from "./chunk-VQ2JEA5N.js";
import {
  asCompared,
  courtesyWords,
  greetingWords,
  namesNobody,
  phraseEnd,
  treeOf,
  wordsIn
} from "./chunk-2ZTQUPFK.js";
import {
  isPrivate,
  isWritten,
  omit,
  ourWords
} from "./chunk-5A2VF7ET.js";
import {
  plainText
} from "./chunk-3J5ILMX7.js";
import {
  dayMs,
  hourMs
} from "./chunk-5EYM5PYM.js";

// dist/store/network/kept-replies.js
function createKeptReplies(redis, keys) {
  const documents = createDocuments(redis, keys, {
    describe: (id) => `The kept reply ${id}`,
    format: 1,
    key: keys.keptReply,
    jobs: [],
    due: () => [],
    indexes: ({ at, id, patron }) => {
      const place = { member: id, score: at };
      return [
        { key: keys.keptReplies, ...place },
        ...patron ? [{ key: keys.repliesTo(patron), ...place }] : []
      ];
    }
  });
  return {
    get: documents.get,
    change: documents.change,
    async between(fromMs, toMs) {
      const found = await redis.zrangebyscore(keys.keptReplies, fromMs, `(${toMs}`, "WITHSCORES");
      return found.flatMap((id, at) => at % 2 === 0 ? [{ id, at: Number(found[at + 1]) }] : []);
    },
    toPatron: (patron) => redis.zrange(keys.repliesTo(patron), "0", "-1")
  };
}

// dist/core/outcomes/looks.js
var lookHourMs = 13 * hourMs;
var giveUpAfterMs = 3 * dayMs;
var lookAfter = ({ after7 }) => after7 === void 0 ? 7 : 30;
function lookAt(follow) {
  const over = follow.at + lookAfter(follow) * dayMs;
  return Math.ceil((over - lookHourMs) / dayMs) * dayMs + lookHourMs;
}
var dueLooks = ({ followed }, now) => followed.map((follow) => ({ follow, at: lookAt(follow) })).filter(({ at }) => at <= now).map(({ follow, at }) => ({ follow, isGivenUp: now > at + giveUpAfterMs }));
function withLook(month, { follow, found, group, wrote }) {
  const known = month.followed.find(({ person }) => person === follow.person);
  if (!known || lookAfter(known) !== lookAfter(follow))
    return month;
  if (known.after7 !== void 0) {
    const wroteLater = wrote ? "30" : "no";
    return withOutcome(month, known, {
      group: known.group ?? group,
      after7: known.after7,
      after30: found,
      wrote: known.wrote7 ? "7" : wroteLater
    });
  }
  if (found === "gone")
    return withOutcome(month, known, { group, after7: found, after30: found, wrote: wrote ? "7" : "no" });
  const looked = { ...known, group, after7: found, ...wrote && { wrote7: true } };
  return { ...month, followed: month.followed.map((one) => one === known ? looked : one) };
}
var withoutLook = (month, follow) => withOutcome(month, follow, {
  group: "not-known",
  after7: "not-known",
  after30: "not-known",
  wrote: "not-known"
});
var countsEndAt = ({ toMs }) => toMs + recordForMs;
var asKeptMonth = (month, now) => month.followed.length === 0 && now >= countsEndAt(month) ? void 0 : settled(month, now);
function outcomeEntries(month) {
  const { ended, followed, id, secret, toMs } = month;
  const isUnsettled = secret !== void 0 || ended.length > 0;
  const at = Math.min(...followed.map(lookAt), isUnsettled ? toMs : countsEndAt(month));
  return [{ job: "outcomes", id, at }];
}

// dist/store/network/outcomes.js
function createOutcomes(redis, keys) {
  const documents = createDocuments(redis, keys, {
    describe: (month) => `What came of the follows of ${month}`,
    format: 1,
    key: keys.outcomes,
    jobs: ["outcomes"],
    due: outcomeEntries,
    indexes: ({ fromMs, id }) => [{ key: keys.outcomeMonths, member: id, score: fromMs }]
  });
  return {
    get: documents.get,
    change: documents.change,
    all: async () => documents.getAll(await redis.zrange(keys.outcomeMonths, "0", "-1"))
  };
}

// dist/store/slack/snapshots.js
var saveLua = `${homesLua}
local before = tonumber(redis.call('HGET', KEYS[1], ARGV[1] .. '-at') or '-1')
if before > tonumber(ARGV[2]) then return end
local isSame = redis.call('HGET', KEYS[1], ARGV[1]) == ARGV[3]
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3], ARGV[1] .. '-at', ARGV[2])
if not isSame then homesChanged(KEYS[2], KEYS[3]) end
`;
function createSnapshots(redis, keys) {
  return {
    async get(what) {
      const [value, at] = await redis.hmget(keys.snapshots, what, `${what}-at`);
      return value ? { value: JSON.parse(value), at: Number(at) } : void 0;
    },
    async save(what, value, at) {
      await redis.eval(saveLua, 3, keys.snapshots, keys.homes, keys.due, what, at, JSON.stringify(value));
    }
  };
}

// dist/core/writing/greeted-name.js
var greetings = treeOf(greetingWords);
var courtesies = treeOf(courtesyWords);
var WORD = /([\p{L}\p{M}\p{N}_'-]+)([^\p{L}\p{M}\p{N}_'-]*)/gu;
var mostOfGreeting = 120;
var shortForm = 3;
function strangersName(text, patron) {
  const name = greetedName(text);
  return name === void 0 || isNameOf(patron, name) ? void 0 : name;
}
function greetedName(text) {
  const start = asCompared(text).replace(/^\s*(?:[@＠]\w+\s+)+/u, "").slice(0, mostOfGreeting);
  const pieces = [...start.matchAll(WORD)].map(([, word = "", behind = ""]) => ({ word, behind }));
  const words = pieces.flatMap(({ word }) => wordsIn(word).slice(0, 1));
  const greeted = phraseEnd(greetings, words, 0);
  const at = Math.max(greeted, phraseEnd(courtesies, words, 0));
  const isTitled = titles.has(folded(pieces[at]?.word ?? "")) && pieces[at]?.behind.replace(".", "").trim() === "";
  const [before, name] = [pieces[at - 1], pieces[isTitled ? at + 1 : at]];
  if (!before || !name || nobody.has(folded(name.word)) || !new RegExp("^\\p{L}", "u").test(name.word))
    return void 0;
  const isAlone = name.behind.trim() !== "" || at === pieces.length - 1;
  const isCapital = new RegExp("^\\p{Lu}", "u").test(name.word);
  const isDirect = before.behind.trim() === "";
  const isNamed = isDirect && greeted === at ? isCapital || isAlone : isCapital && isAlone;
  return isNamed && (isDirect || before.behind.trim() === ",") ? name.word : void 0;
}
function isNameOf({ name, handle }, greeted) {
  const said = folded(greeted);
  const own = [name, handle].flatMap((one) => [
    one,
    ...one.split(/[^\p{L}\p{M}\p{N}'’-]+/u),
    ...one.split(/[^\p{L}\p{M}]+/u)
  ]);
  const names = own.map(folded).filter((one) => one !== "");
  const isPart = (one) => said.length >= shortForm && one.startsWith(said) || one.length >= shortForm && said.startsWith(one);
  return names.some((one) => one === said || isPart(one)) || said.length >= shortForm && folded(handle).includes(said);
}
function folded(word) {
  return word.normalize("NFD").replace(/[\p{Mn}'’@]/gu, "").toLowerCase();
}
var titles = new Set("mr mrs ms mx miss dr prof professor sr sra srta senor senora senorita don dona herr frau".split(" "));
var nobody = new Set([...greetingWords, ...courtesyWords, ...namesNobody].map(folded));

// dist/core/writing/blank-names.js
var blanked = "\u2026";
var WORDS = /[\p{L}\p{M}\p{N}]+/gu;
var withoutNames = (text, patron) => withoutPatron(blankNames(text), patron);
function withoutPatron(text, { handle, name }) {
  const written = new Set(name.match(WORDS) ?? []);
  const names = new Set([...written].map(folded2).filter((word) => [...word].length > 1));
  const greeted = greetedName(text);
  return withoutHandle(text, handle).replace(WORDS, (found) => {
    const isName = new RegExp("^\\p{Lu}", "u").test(found) || written.has(found);
    return found === greeted || isName && names.has(folded2(found)) ? blanked : found;
  });
}
function withoutHandle(text, handle) {
  if (handle === "")
    return text;
  const escaped = handle.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
  return text.replace(new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${escaped}(?![\\p{L}\\p{M}\\p{N}])`, "giu"), blanked);
}
var folded2 = (word) => word.normalize("NFKD").replace(new RegExp("\\p{Mn}+", "gu"), "").toLowerCase();

// dist/core/keeping/kept-reply.js
var idBeforePosted = ({ at, by }) => `reported-${at}-${by ?? ""}`;
var repliesOf = (card) => card.answers.map((answer) => {
  const { at, by, covers, how, postId, under, writtenBy } = answer;
  const answered = card.acts.filter((act) => isWritten(act) && covers.includes(act.id)).findLast(isWritten);
  const isStillThere = answered !== void 0 && !answered.gone;
  const answersTo = under ?? (isStillThere ? answered.versions.at(-1) : card.picked);
  return {
    id: postId ?? idBeforePosted(answer),
    format: 1,
    at,
    text: isPrivate(card) ? "" : withoutNames(ourWords(card, answer), card.patron),
    how,
    ...card.acts[0]?.kind === "hello" ? {} : { patron: card.patron.id },
    ...postId && { postId },
    ...by && { by },
    ...writtenBy && { writtenBy },
    ...answered && { topic: answered.topic },
    ...answersTo && { answersTo }
  };
});
var withoutPerson = (reply) => reply.patron === void 0 && reply.answersTo === void 0 ? reply : omit(reply, "answersTo", "patron");

// dist/flows/keep/keep-replies.js
async function keepReplies(ports, card) {
  if (!ports.desk.keep.hold)
    return;
  for (const one of repliesOf(card)) {
    const reply = await withWords(ports, one);
    await ports.keptReplies.change(reply.id, (known) => ({ next: known ?? reply, result: void 0 }));
    if (reply.postId)
      await dropReply(ports, idBeforePosted(reply));
  }
}
async function withWords({ ourPosts }, reply) {
  if (reply.text !== "" || !reply.postId)
    return reply;
  return { ...reply, text: plainText(await ourPosts.get(reply.postId) ?? "") };
}
async function dropReply({ keptReplies }, id) {
  await keptReplies.change(id, () => ({ next: void 0, result: void 0 }));
}
async function unlinkReplies(ports, person) {
  const { cards, keptReplies } = ports;
  for (const id of await cards.ofPatron(person)) {
    const card = await cards.get(id);
    if (card)
      await keepReplies(ports, card);
  }
  for (const id of await keptReplies.toPatron(person)) {
    await keptReplies.change(id, (reply) => ({ next: reply && withoutPerson(reply), result: void 0 }));
  }
}
async function endReplies({ desk, journal, keptReplies }, now) {
  if (desk.keep.hold)
    return;
  const over = await keptReplies.between(0, now - rememberPostsForMs);
  for (const { id } of over)
    await dropReply({ keptReplies }, id);
  if (over.length > 0)
    await journal.purged(now);
}

export {
  strangersName,
  withoutNames,
  withoutPatron,
  repliesOf,
  keepReplies,
  withWords,
  dropReply,
  unlinkReplies,
  endReplies,
  createKeptReplies,
  lookAfter,
  dueLooks,
  withLook,
  withoutLook,
  asKeptMonth,
  createOutcomes,
  createSnapshots
};
