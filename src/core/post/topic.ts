import { topicWords } from '../languages/languages.js';
import type { TopicWords } from '../languages/word-lists.js';
import { hasPhrase, type PhraseTree, phraseEnd, treeOf, type Word, wordsIn } from './phrase-tree.js';
import { firstPhraseIn, oncePer } from './plain.js';

/** What a post is, as far as the desk treats it differently. */
export type Topic = 'question' | 'praise' | 'complaint' | 'other';

/**
 * The first urgent word of a post, as it is written there; undefined for none. Links and @names do not count. `words` are
 * phrases as in `firstPhraseIn`, each `asCompared`.
 */
export const urgentWordIn = (text: string, words: readonly string[]): string | undefined =>
  firstPhraseIn(asCompared(withoutNames(text)), words);

/**
 * A text as urgent words are looked for in it: letters with accents as one character, and the straight apostrophe.
 * Telephones write the other one.
 */
export const asCompared = (text: string): string => text.normalize('NFC').replaceAll('’', "'");

/** A text without its links and @names, with straight apostrophes. */
const withoutNames = (text: string): string =>
  text.replace(LINKS, ' ').replace(NAMES, ' ').replaceAll('’', "'");

const MARKS = /[?？؟‽❓❔⁉]/u;
const SENTENCE_ENDS = /[.!:;()…\n–—]+|\s-+\s|\p{Extended_Pictographic}+/u;
const COMMA = /,+/u;
// The last character is no punctuation: the mark in "is it on https://t.co/a?" belongs to the sentence. The repeats have
// limits, so that a post of 25,000 characters takes no time.
const LINKS = /https?:\/\/\S*[^\s?!.,)]|\b[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}\/\S*[^\s?!.,)]/giu;
const NAMES = /[@＠]\w+/gu;

/** Whether there is a question mark in a text of ours, of any script. Links and @names do not count. */
export const hasQuestionMark = (text: string): boolean => /¿/u.test(text) || MARKS.test(withoutNames(text));

/**
 * The topic of a post, so that no question waits behind a thank-you. The rules, in this order: a post that asks (a
 * question mark, a sentence or clause that begins like a question, a phrase that asks) is a question, whatever else it
 * says, because a question must never be hidden; one that says that something is wrong is a complaint; one that thanks or
 * praises is praise; all others are other. Links and @names do not count.
 */
export function topicOf(text: string, words: TopicWords = topicWords): Topic {
  const plain = asCompared(withoutNames(text));
  const said = wordsIn(plain);
  const trees = treesOf(words);
  if (MARKS.test(plain) || plain.split(SENTENCE_ENDS).some((one) => isAsking(one, trees))) return 'question';
  if (hasPhrase(trees.complaint, said)) return 'complaint';
  return hasPhrase(trees.praise, said) ? 'praise' : 'other';
}

type Trees = Readonly<Record<keyof TopicWords, PhraseTree>>;

const treesOf = oncePer((words: TopicWords): Trees => {
  const trees = Object.entries(words).map(([name, phrases]) => [name, treeOf(phrases)]);
  return Object.fromEntries(trees) as Trees;
});

function isAsking(sentence: string, trees: Trees): boolean {
  const clauses = sentence.split(COMMA).map((clause) => withoutSayings(wordsIn(clause), trees.sayings));
  if (clauses.some((one) => hasPhrase(trees.asking, one) || begins(one, trees.openers, trees))) return true;
  const start = clauses.find((one) => !isCall(one, trees)) ?? [];
  if (begins(start, trees.sentenceOpeners, trees)) return true;
  // What was before it does not count: "thanks for the news, …" asks as it would alone.
  const judged = clauses.slice(clauses.indexOf(start)).flat();
  const isMild = begins(start, trees.mildOpeners, trees);
  return isMild && !hasPhrase(trees.complaint, judged) && !hasPhrase(trees.praise, judged);
}

/** In place of a saying stands something that begins nothing. */
const struckOut: Word = { spellings: ['…'], isWord: true };

function withoutSayings(words: readonly Word[], sayings: PhraseTree): readonly Word[] {
  const rest: Word[] = [];
  for (let at = 0; at < words.length; ) {
    const end = phraseEnd(sayings, words, at);
    rest.push(end > at ? struckOut : (words[at] ?? struckOut));
    at = Math.max(end, at + 1);
  }
  return rest;
}

/** Whether a clause begins with one of the phrases, after any number of fillers, and goes on behind it. */
function begins(clause: readonly Word[], phrases: PhraseTree, { fillers }: Trees): boolean {
  for (let at = 0; at < clause.length; ) {
    const end = phraseEnd(phrases, clause, at);
    if (end > at) return clause.slice(end).some(({ isWord }) => isWord);
    const isSign = clause[at]?.isWord === false;
    const next = isSign ? at + 1 : phraseEnd(fillers, clause, at);
    if (next === at) return false;
    at = next;
  }
  return false;
}

/** A call has no more words than these: "hello dear library team". */
const maxCallWords = 5;

/** Whether a clause only calls somebody or thanks them, as in "hello dear team, who …", or says nothing. */
function isCall(clause: readonly Word[], { fillers, praise }: Trees): boolean {
  const first = clause.findIndex(({ isWord }) => isWord);
  if (first < 0) return true;
  const spoken = clause.filter(({ isWord }) => isWord).length;
  const isShort = spoken <= maxCallWords;
  return isShort && (phraseEnd(fillers, clause, first) > first || hasPhrase(praise, clause));
}
