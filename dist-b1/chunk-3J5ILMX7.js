// dist/core/post/given-name.js
var EMOJI = new RegExp("\\p{Extended_Pictographic}|\\p{Regional_Indicator}|\\p{Emoji_Modifier}|\\u200d|\\ufe0f", "gu");
var MATHEMATICAL = /[\u{1D400}-\u{1D7FF}]/gu;
var NAME = new RegExp("^\\p{L}[\\p{M}'\u2019-]*\\p{L}[\\p{L}\\p{M}'\u2019-]*$", "u");
var notNames = new Set(`the a an my our its this that just only not im i'm we mr mrs ms mx miss dr doctor prof professor sir madam lady lord rev
  revd fr father sister brother captain capt cllr councillor judge herr frau se\xF1or se\xF1ora se\xF1orita sr sra srta don do\xF1a el la
  los las der die das ein eine y yr team friends save visit real official little big old new happy book books b\xFCcher libros
  llyfrau reading somebody someone nobody anonymous admin support info hello hi mum mam mama mummy dad daddy nan nana nanny gran granny
  grandma grandad grandpa aunty auntie aunt uncle oma opa abuela abuelo nain taid deleted suspended account user citizen resident
  local retired proud tired grumpy angry concerned humble average your another every`.split(/\s+/u));
var organisations = new Set(`library libraries books book bookshop bookstore bookclub bookworm reads shop store caf\xE9 cafe coffee club school schools college university
  church council news radio fm tv ltd limited inc llc plc gmbh ag group society association trust foundation museum
  gallery theatre theater festival charity community centre center team official press publishing publishers magazine daily
  times post gazette herald fc afc band records studio studios services online company bakery restaurant kitchen bar pub
  hotel gardens farm market media network project campaign union party police nhs hospital bibliothek b\xFCcherei verein
  schule buchhandlung verlag zeitung stadt biblioteca librer\xEDa libreria escuela colegio universidad ayuntamiento asociaci\xF3n
  asociacion fundaci\xF3n museo teatro editorial llyfrgell siop ysgol cyngor clwb prifysgol amgueddfa cymdeithas eglwys
  theatr cymru wales uk hq bot allotment allotments contemporary road street runners knitters plumbing cakes of`.split(/\s+/u));
var HANDLE_ENDS = /^(?:_|official|hq|org|uk|gb|us|usa|eu|de|es|cymru|wales|scotland|ireland|london|news|shop|books)*$/u;
var TWO_CAPITALS = new RegExp("^(?:Mc|Mac|De|Di|La|Le|Jo|Mary|Ann|O['\u2019]|D['\u2019])\\p{Lu}", "u");
function givenName(displayName, handle) {
  const plain = displayName.replace(MATHEMATICAL, (letter) => letter.normalize("NFKC"));
  const words2 = plain.replace(EMOJI, " ").trim().split(/\s+/u);
  const [first = ""] = words2;
  const isCapitals = first === first.toUpperCase() && first !== first.toLowerCase();
  const isOwned = /['’]s$/iu.test(first);
  if (!NAME.test(first) || isCapitals || isOwned || notNames.has(first.toLowerCase()))
    return void 0;
  const isOrganisation = words2.some((word) => organisations.has(plainWord(word)) || /^(?:&|\+|and|und)$/iu.test(word));
  const isHandle = words2.length === 1 && (isLike(first, handle) || new RegExp("\\p{Ll}\\p{Lu}", "u").test(first) && !TWO_CAPITALS.test(first));
  return isOrganisation || isHandle ? void 0 : first;
}
var plainWord = (word) => word.toLowerCase().replace(/[^\p{L}\p{M}]/gu, "");
function isLike(name, handle) {
  const [bare, own] = [name.toLowerCase(), handle.toLowerCase().replace(/^@/u, "")];
  return own.startsWith(bare) && HANDLE_ENDS.test(own.slice(bare.length));
}

// dist/core/post/plain.js
var entities = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };
var words = new Intl.Segmenter("en", { granularity: "word" });
var graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
function plainText(text) {
  return text.replace(/&(?:amp|lt|gt);/gu, (entity) => entities[entity] ?? entity);
}
function quote(text, max) {
  const line = text.replace(/\s+/gu, " ").trim();
  if (codePoints(line) <= max)
    return line;
  const cut = longestFit(line, max - 1, words).replace(/[\s\p{P}]+$/u, "");
  return `${cut === "" ? longestFit(line, max - 1, graphemes).trimEnd() : cut}\u2026`;
}
function longestFit(line, max, segmenter) {
  let end = 0;
  let used = 0;
  for (const { index, segment } of segmenter.segment(line)) {
    used += codePoints(segment);
    if (used > max)
      break;
    end = index + segment.length;
  }
  return line.slice(0, end);
}
function codePoints(text) {
  return [...text].length;
}
var LEADING_NAMES = /^\s*(?:[@＠]\w+(?:\s+|$))+/u;
function leadingNames(text) {
  return LEADING_NAMES.exec(text)?.[0] ?? "";
}
var firstName = (displayName, handle) => givenName(displayName, handle) ?? handle.replace(/^@/u, "");
function firstPhraseIn(text, phrases) {
  return patternOf(phrases).exec(text)?.[0];
}
var patternOf = oncePer((phrases) => {
  const wanted = phrases.filter((phrase) => phrase.trim() !== "");
  return wanted.length === 0 ? /(?!)/u : new RegExp(wanted.map(asWholeWords).join("|"), "iu");
});
var SEPARATED = /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{M}*]/u;
function asWholeWords(phrase) {
  const letters = [...phrase.trim()];
  const isSeparated = (letter) => letter !== void 0 && SEPARATED.test(letter);
  const isNumber = (letter) => letter !== void 0 && new RegExp("\\p{N}", "u").test(letter);
  const [first, last] = [letters[0], letters.at(-1)];
  const before = isSeparated(first) ? "(?<!\\p{L}\\p{M}*)" : isNumber(first) ? "(?<![\\p{L}\\p{N}])" : "";
  const after = isSeparated(last) ? "(?![\\p{L}\\p{M}])" : isNumber(last) ? "(?![\\p{L}\\p{N}])" : "";
  return `${before}(?:${asPattern(phrase)})${after}`;
}
function oncePer(make) {
  const made = /* @__PURE__ */ new WeakMap();
  return (source) => {
    const known = made.get(source) ?? make(source);
    made.set(source, known);
    return known;
  };
}
function asPattern(phrase) {
  const literal = phrase.trim().replace(/[.+?^${}()|[\]\\]/gu, "\\$&");
  return literal.replace(/\s+/gu, "\\s+").replaceAll("*", "[\\p{L}\\p{M}]*");
}

export {
  givenName,
  plainText,
  quote,
  leadingNames,
  firstName,
  firstPhraseIn,
  oncePer
};
