import {
  say,
  starterWords
} from "./chunk-2ZTQUPFK.js";
import {
  firstPhraseIn
} from "./chunk-3J5ILMX7.js";

// dist/core/writing/starters.js
var starterUses = ["question", "praise", "complaint", "other", "greeting"];
var usesOfStarter = {
  answer: ["question", "other"],
  "ask-back": ["question"],
  "help-desk": ["question"],
  thank: ["praise"],
  apologise: ["complaint"],
  "ask-about": ["greeting"],
  recommend: ["greeting"]
};
var maxUsual = 2;
var maxOnCard = 3;
function startersFor(use, postText, voice) {
  const fitting = startersOf(voice).filter((one) => one.for.includes(use));
  const fittingPhrase = fitting.filter(({ when }) => when && firstPhraseIn(postText, when) !== void 0);
  const fittingTopic = fitting.filter(({ when }) => !when).slice(0, maxUsual);
  return [...fittingPhrase, ...fittingTopic].slice(0, maxOnCard);
}
function allStarters(kind, voice) {
  const all = startersOf(voice).filter((one) => one.for.some((use) => use === "greeting" === (kind === "greeting")));
  return [...all, ...voice.savedStarters ?? []];
}
function startersOf({ words, voice }) {
  const own = voice?.starters ?? [];
  const usual = Object.entries(usesOfStarter).map(([id, uses]) => ({
    id,
    label: starterWord(id, "label", words),
    opening: starterWord(id, "opening", words),
    for: uses
  }));
  const isOwn = (id) => own.some((one) => one.id === id);
  return [...usual.filter(({ id }) => !isOwn(id)), ...own];
}
var greetLabel = ({ words }) => starterWord("greet", "label", words);
function replaceOpening(starter, draft, first, voice) {
  const openings = openingsFor(first, voice).toSorted((a, b) => b.length - a.length);
  const old = openings.find((one) => one.trim() !== "" && draft.startsWith(one.trimEnd()));
  return openingText(starter, first, voice) + draft.slice(old?.trimEnd().length ?? 0).trimStart();
}
var openingsFor = (first, voice) => ["greet", ...[...startersOf(voice), ...voice.savedStarters ?? []].map(({ id }) => id)].map((id) => openingText(id, first, voice));
function starterOrUsual(id, kind, voice) {
  const usual = kind === "greeting" ? "greet" : "answer";
  const all = [...startersOf(voice), ...voice.savedStarters ?? []];
  return id === "greet" || all.some((one) => one.id === id) ? id : usual;
}
function openingText(id, first, voice) {
  const known = [...startersOf(voice), ...voice.savedStarters ?? []].find((one) => one.id === id);
  return fillPlaceholders(known?.opening ?? starterWord(id, "opening", voice.words), first, voice);
}
function fillPlaceholders(opening, first, { voice, words }) {
  const named = first === void 0 ? withoutName(opening, say(words, "opening.hello")) : opening.replaceAll("{first}", () => first);
  return named.replaceAll("{helpDesk}", () => voice?.helpDesk ?? "").replace(/ {2,}/gu, " ");
}
var WANTS_NAME = /^(?:hi|hey|dear|liebe[rs]?|querid[oa]|estimad[oa]|annwyl)\s+\{first\}/iu;
function withoutName(opening, hello) {
  const named = opening.replace(WANTS_NAME, () => hello).replace(/,?\s*(?<=\S\s*)\{first\}/gu, "");
  const unnamed = named.replace(/\{first\}[\s\p{P}]*/gu, "");
  return named === unnamed ? named : unnamed.replace(new RegExp("^\\p{L}", "u"), (letter) => letter.toUpperCase());
}
function starterWord(starterId, part, words) {
  const key = `starter.${starterId}.${part}`;
  return words[key] ?? starterWords[key] ?? "";
}
var greetingStarters = ["answer", "greet"];
function openingUse(answer, begun, first, voice) {
  const openings = [...startersOf(voice), ...voice.savedStarters ?? []].filter(({ id }) => !greetingStarters.includes(id)).map(({ id }) => openingText(id, first, voice).trim()).filter((opening) => opening !== "");
  if (openings.some((opening) => answer.startsWith(opening)))
    return "kept";
  if (begun === void 0)
    return void 0;
  return openings.includes(begun.trim()) ? "rewritten" : "own";
}
function unchangedOpening(draft, openings) {
  const words = normalised(draft);
  return openings.find((opening) => normalised(opening) === words)?.trim();
}
function normalised(text) {
  return text.replace(/\s+/gu, " ").replace(/[\s\p{P}]+$/u, "").trimStart().toLowerCase();
}

export {
  starterUses,
  startersFor,
  allStarters,
  greetLabel,
  replaceOpening,
  openingsFor,
  starterOrUsual,
  openingText,
  openingUse,
  unchangedOpening
};
