// dist/version.js
import { readFileSync } from "node:fs";
var version = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).version;

// dist/core/desk/together.js
var areTogether = ({ account: one }, { account: other }) => (one.practice ?? false) === (other.practice ?? false);

// dist/core/private/stop-words.js
var byLanguage = {
  en: [
    "stop",
    "stop it",
    "please stop",
    "stop please",
    "stop messaging",
    "unsubscribe",
    "opt out",
    "no more messages",
    "stop messaging me"
  ],
  es: [
    "para",
    "parar",
    "alto",
    "basta",
    "baja",
    "no m\xE1s mensajes",
    "no me escrib\xE1is m\xE1s",
    "no me escriban m\xE1s"
  ],
  fr: ["arr\xEAt", "arr\xEAte", "arr\xEAtez", "d\xE9sabonner", "plus de messages"],
  de: [
    "stopp",
    "abmelden",
    "stopp bitte",
    "stop bitte",
    "bitte aufh\xF6ren",
    "aufh\xF6ren",
    "keine nachrichten mehr"
  ],
  cy: ["stopiwch", "stopia", "stop plis", "peidiwch", "dim mwy o negeseuon"],
  pl: ["przesta\u0144", "przesta\u0144cie", "wypisz", "rezygnuj\u0119"]
};
var stopWords = Object.values(byLanguage).flat();
function asksToStop(text, words) {
  const said = bare(text);
  return said !== "" && words.some((one) => bare(one) === said);
}
var bare = (text) => text.normalize("NFC").toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim();

// dist/core/writing/finding.js
var checkNames = [
  "nothingAdded",
  "personal",
  "blocked",
  "accidentalLinks",
  "length",
  "otherName",
  "nearCopy",
  "thanksForFollowing",
  "others",
  "links",
  "signature",
  "readingLevel",
  "hashtags",
  "emoji"
];
var checkReasons = {
  nothingAdded: {
    reason: "An opening without a word of your own reads like a machine.",
    usual: "stop"
  },
  personal: {
    reason: "Telephone numbers, e-mail addresses, card numbers and what somebody borrows are not for the public.",
    usual: "stop"
  },
  blocked: { reason: "Words of the library's own list (blockedWords) never go out.", usual: "stop" },
  accidentalLinks: {
    reason: 'A full stop without a space ("today.It") becomes a web link, which goes nowhere and costs 13 times as much.',
    usual: "stop"
  },
  length: { reason: "The network refuses what is longer than it allows.", usual: "stop" },
  otherName: {
    reason: "A greeting with the name of somebody else tells the patron that it was written to another.",
    usual: "warn"
  },
  nearCopy: {
    reason: "Nearly the same words as within the last 90 days: the network takes them for spam, and people for a machine.",
    usual: "warn"
  },
  thanksForFollowing: {
    reason: "Thanking people for following reads like a machine.",
    usual: "warn"
  },
  others: {
    reason: "Whoever is named by @name is notified, too, and the network restricts that for programs.",
    usual: "warn"
  },
  links: {
    reason: "A post with a link costs more, on X $0.20. For the addresses in ours the editor says so, and there is no warning.",
    usual: "warn"
  },
  signature: {
    reason: "Somebody else's signature stands at the end of the words, or none where a shared login wrote them.",
    usual: "warn"
  },
  readingLevel: { reason: "A sentence of more than 25 words is hard to read on a phone.", usual: "off" },
  hashtags: {
    reason: "Screen readers read #LibraryLovers as two words, and #librarylovers as none.",
    usual: "off"
  },
  emoji: { reason: "Screen readers read each emoji out; more than three are tiring.", usual: "off" }
};
var personalWords = [
  "your hold on",
  "your hold for",
  "your reservation of",
  "your reservation for",
  "your loan of",
  "your fine of",
  "your fine is",
  "your fines are",
  "you borrowed",
  "you have borrowed",
  "you owe",
  "your card number is",
  "your pin is"
];
function eachCheck(of) {
  return {
    nothingAdded: of("nothingAdded"),
    personal: of("personal"),
    blocked: of("blocked"),
    accidentalLinks: of("accidentalLinks"),
    length: of("length"),
    otherName: of("otherName"),
    nearCopy: of("nearCopy"),
    thanksForFollowing: of("thanksForFollowing"),
    others: of("others"),
    links: of("links"),
    signature: of("signature"),
    readingLevel: of("readingLevel"),
    hashtags: of("hashtags"),
    emoji: of("emoji")
  };
}

export {
  areTogether,
  stopWords,
  asksToStop,
  checkNames,
  checkReasons,
  personalWords,
  eachCheck,
  version
};
