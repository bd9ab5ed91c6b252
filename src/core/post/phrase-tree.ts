/** A word of a text, in lower case, and how it is spelt by those who leave out its accents. */
export interface Word {
  readonly spellings: readonly string[];
  /** It is a word or a number, not a sign. */
  readonly isWord: boolean;
}

/**
 * Phrases as a tree of their words. It takes a moment to make and finds a phrase at a place by a few look-ups, however many
 * phrases there are: a pattern of thousands of them would take seconds.
 */
export interface PhraseTree {
  isPhrase: boolean;
  readonly words: Map<string, PhraseTree>;
  /** Words that were written with `*` at the end, without it. */
  readonly stems: Map<string, PhraseTree>;
}

/** Letters of scripts that separate their words, with digits and the apostrophe inside a word; else one character. */
const WORDS =
  /(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])(?:[\p{L}\p{M}\p{N}]|(?<=\p{L})'(?=\p{L})))+|\S/gu;

/** The words of a text, which is `asCompared`, and its signs, each for itself. Spaces don't count. */
export const wordsIn = (text: string): readonly Word[] =>
  (text.toLowerCase().match(WORDS) ?? []).map((word) => {
    const bare = word.normalize('NFD').replace(/\p{Mn}+/gu, '');
    return { spellings: bare === word ? [word] : [word, bare], isWord: /[\p{L}\p{N}]/u.test(word) };
  });

/** The tree of phrases, each in words as `wordsIn` finds them. `*` at the end of a word means any ending. */
export function treeOf(phrases: readonly string[]): PhraseTree {
  const root = emptyTree();
  for (const phrase of phrases) {
    // A star between letters and the next space is no sign of its own.
    const words =
      phrase
        .replace(/(?<=[\p{L}\p{N}])\*(?=\s|$)/gu, STAR)
        .toLowerCase()
        .match(PHRASE_WORDS) ?? [];
    let tree = root;
    for (const word of words) {
      const isStem = word.endsWith(STAR);
      const next = isStem ? tree.stems : tree.words;
      const key = isStem ? word.slice(0, -STAR.length) : word;
      const known = next.get(key) ?? emptyTree();
      next.set(key, known);
      tree = known;
    }
    if (tree !== root) tree.isPhrase = true;
  }
  return root;
}

/** A character of nobody's script, which the pattern takes for the end of a word. */
const STAR = '\uE000';
const PHRASE_WORDS = new RegExp(WORDS.source.replace(')+|', `)+${STAR}?|`), 'gu');

const emptyTree = (): PhraseTree => ({ isPhrase: false, words: new Map(), stems: new Map() });

/** Where the longest phrase ends that begins at a word; `at` itself when none does. */
export function phraseEnd(tree: PhraseTree, words: readonly Word[], at: number): number {
  const word = words[at];
  if (!word) return at;
  const ends = nextOf(tree, word).map((next) => {
    const end = phraseEnd(next, words, at + 1);
    return end > at + 1 || next.isPhrase ? end : at;
  });
  return Math.max(at, ...ends);
}

function nextOf({ words, stems }: PhraseTree, { spellings }: Word): readonly PhraseTree[] {
  const found: PhraseTree[] = [];
  for (const spelling of spellings) {
    const same = words.get(spelling);
    if (same) found.push(same);
    for (const [stem, tree] of stems) if (spelling.startsWith(stem)) found.push(tree);
  }
  return found;
}

/** Whether one of the phrases stands anywhere among the words. */
export const hasPhrase = (tree: PhraseTree, words: readonly Word[]): boolean =>
  words.some((_, at) => phraseEnd(tree, words, at) > at);
