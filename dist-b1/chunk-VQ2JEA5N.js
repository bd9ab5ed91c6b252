import {
  isWritten
} from "./chunk-5A2VF7ET.js";
import {
  plainText
} from "./chunk-3J5ILMX7.js";
import {
  dayMs
} from "./chunk-5EYM5PYM.js";

// dist/core/post/signature.js
var SIGNATURE_AT_END = /(?:^|\s)(\^[\p{L}\p{N}]{1,5})$/u;
var signatureAtEnd = (text) => SIGNATURE_AT_END.exec(text.trim())?.[1];
function unsigned(text) {
  let words = text.trim();
  while (SIGNATURE_AT_END.test(words))
    words = words.replace(SIGNATURE_AT_END, "").trimEnd();
  return words;
}

// dist/core/writing/near-copy.js
var rememberPostsForMs = 90 * dayMs;
var blankNames = (text) => text.replace(/[@＠]\w+/gu, "@\u2026");
var minLength = 40;
var copySimilarity = 0.8;
function findNearCopy(text, posts) {
  const own = normalised(text);
  if (lengthOf(own) < minLength)
    return void 0;
  const pieces = trigramCounts(own);
  const copies = posts.filter((post) => similarity(pieces, normalised(post.text)) >= copySimilarity);
  return copies.toSorted((a, b) => b.at - a.at)[0];
}
function normalised(text) {
  const own = unsigned(blankNames(plainText(text))).replaceAll("@\u2026", " ");
  const bare = own.replace(/https?:\/\/\S+/gu, " ").replace(/[^\p{L}\p{M}\p{N}]+/gu, " ");
  return bare.normalize("NFKC").toLowerCase().trim();
}
var lengthOf = (text) => [...text].reduce((sum, char) => sum + (char > "\u10FF" ? 2 : 1), 0);
function trigramCounts(text) {
  const counts = /* @__PURE__ */ new Map();
  for (const piece of trigramsOf(text))
    counts.set(piece, (counts.get(piece) ?? 0) + 1);
  return counts;
}
function* trigramsOf(text) {
  for (let at = 0; at + 3 <= text.length; at++)
    yield text.slice(at, at + 3);
}
function similarity(own, theirs) {
  const total = [...own.values()].reduce((sum, count) => sum + count, 0);
  const theirTotal = Math.max(0, theirs.length - 2);
  const both = total + theirTotal;
  const most = 2 * Math.min(total, theirTotal) / both;
  if (!(most >= copySimilarity))
    return 0;
  const left = new Map(own);
  let shared = 0;
  for (const piece of trigramsOf(theirs)) {
    const count = left.get(piece) ?? 0;
    if (count === 0)
      continue;
    left.set(piece, count - 1);
    shared += 1;
  }
  return 2 * shared / both;
}

// dist/core/card/refusal.js
var isRefusal = (value) => value !== void 0 && "refused" in value;

// dist/core/keeping/purged-card.js
var cardRetention = {
  id: "stays",
  format: "stays",
  version: "partly",
  state: "stays",
  patron: "partly",
  acts: "partly",
  changedAt: "stays",
  holder: "goes",
  lostBy: "goes",
  draft: "goes",
  keptWords: "partly",
  picked: "stays",
  followBack: "goes",
  onlyByHand: "goes",
  reply: "partly",
  handOff: "goes",
  answers: "partly",
  closed: "stays",
  review: "goes",
  note: "goes",
  passes: "stays",
  flag: "goes",
  snoozedUntil: "goes",
  kept: "goes",
  clock: "stays",
  listed: "stays",
  notice: "goes",
  removedAt: "goes",
  mayQuote: "goes",
  pending: "partly",
  history: "partly",
  panel: "stays",
  panelShown: "stays",
  messages: "stays",
  openViews: "stays",
  hold: "goes",
  purgedAt: "partly",
  linkOnly: "stays",
  erased: "stays",
  forgotten: "stays"
};
var actRetention = {
  kind: "stays",
  id: "stays",
  at: "stays",
  answered: "stays",
  gone: "stays",
  purged: "partly",
  versions: "stays",
  readAt: "stays",
  topic: "stays",
  first: "stays",
  firstInYear: "stays",
  nthQuestion: "stays",
  digest: "stays",
  greets: "stays",
  greeted: "stays",
  answers: "stays",
  stops: "stays",
  text: "partly",
  links: "partly",
  media: "partly",
  sensitive: "goes",
  suspect: "goes",
  repliedTo: "goes",
  repliedToAccount: "goes",
  quoted: "goes",
  closed: "goes",
  partial: "goes",
  urgent: "goes",
  unloadable: "goes",
  unnamed: "goes",
  ours: "partly"
};
var answerRetention = {
  postId: "stays",
  under: "stays",
  covers: "stays",
  n: "stays",
  text: "partly",
  at: "stays",
  by: "stays",
  writtenBy: "stays",
  opening: "stays",
  how: "stays"
};
var replyRetention = {
  n: "stays",
  text: "partly",
  replyTo: "stays",
  covers: "stays",
  approvedBy: "stays",
  writtenBy: "stays",
  opening: "stays",
  approvedIn: "stays",
  approvedAt: "stays",
  dueAt: "stays",
  goodUntil: "stays",
  boot: "stays",
  tries: "stays",
  token: "goes",
  postingUntil: "goes",
  unknownFrom: "goes",
  unsureSince: "goes",
  onlyLook: "goes",
  calledAgain: "goes",
  looks: "stays",
  notSeen: "goes",
  askedToLook: "goes"
};
function staying(document, retention) {
  const entries = Object.entries(document).filter(([field]) => retention[field] === "stays");
  return Object.fromEntries(entries);
}
var isPurged = ({ purgedAt }) => purgedAt !== void 0;
function purgedCard(card, at) {
  return { ...blank(card, at), version: card.version + 1 };
}
var asKept = (card) => card.purgedAt === void 0 ? card : blank(card, card.purgedAt);
function blank(card, purgedAt) {
  const { reply, version } = card;
  return {
    ...staying(card, cardRetention),
    version,
    patron: blankPatron(card.patron),
    acts: card.acts.map(blankAct),
    keptWords: [],
    ...reply ? { reply: { ...staying(reply, replyRetention), text: "" } } : {},
    answers: card.answers.map((answer) => ({
      ...staying(answer, answerRetention),
      text: ""
    })),
    pending: [],
    history: card.history.map(({ at, action, by }) => ({ at, action, ...by ? { by } : {} })),
    purgedAt
  };
}
var blankPatron = (patron) => ({ id: patron.id, handle: "", name: "" });
var oursOf = ({ ours }) => ours?.asked ? { ours: { answered: blankNames(ours.answered ?? ""), asked: true } } : {};
function blankAct(act) {
  const kept = { ...staying(act, actRetention), purged: true };
  return isWritten(act) ? { ...kept, ...oursOf(act), text: "", links: [], media: [] } : kept;
}

export {
  signatureAtEnd,
  unsigned,
  rememberPostsForMs,
  blankNames,
  findNearCopy,
  isRefusal,
  answerRetention,
  staying,
  isPurged,
  purgedCard,
  asKept,
  blankPatron,
  oursOf
};
