import { courtesyWords, greetingWords, namesNobody } from '../languages/languages.js';
import { phraseEnd, treeOf, wordsIn } from '../post/phrase-tree.js';
import type { Patron } from '../post/post.js';
import { asCompared } from '../post/topic.js';

const greetings = treeOf(greetingWords);
const courtesies = treeOf(courtesyWords);

/** A word with what stands behind it, up to the next word. */
const WORD = /([\p{L}\p{M}\p{N}_'-]+)([^\p{L}\p{M}\p{N}_'-]*)/gu;
/** A greeting and a name have no more characters. */
const mostOfGreeting = 120;
/** A shorter part of a name may be anybody's. */
const shortForm = 3;

/**
 * The name in the greeting at the start of an answer when it is not this patron's, as it is written there: "Maya" in "Hi Maya,"
 * to Xena. Undefined for one that names nobody ("Hi all") and for a part of their name or handle; accents do not count.
 */
export function strangersName(text: string, patron: Pick<Patron, 'name' | 'handle'>): string | undefined {
  const name = greetedName(text);
  return name === undefined || isNameOf(patron, name) ? undefined : name;
}

/** The name in the greeting at the start of an answer, as it is written there: "maya" in "hi maya, yes"; undefined for none. */
export function greetedName(text: string): string | undefined {
  const start = asCompared(text)
    .replace(/^\s*(?:[@＠]\w+\s+)+/u, '')
    .slice(0, mostOfGreeting);
  const pieces = [...start.matchAll(WORD)].map(([, word = '', behind = '']) => ({ word, behind }));
  const words = pieces.flatMap(({ word }) => wordsIn(word).slice(0, 1));
  const greeted = phraseEnd(greetings, words, 0);
  const at = Math.max(greeted, phraseEnd(courtesies, words, 0));
  const isTitled =
    titles.has(folded(pieces[at]?.word ?? '')) && pieces[at]?.behind.replace('.', '').trim() === '';
  const [before, name] = [pieces[at - 1], pieces[isTitled ? at + 1 : at]];
  if (!before || !name || nobody.has(folded(name.word)) || !/^\p{L}/u.test(name.word)) return undefined;
  const isAlone = name.behind.trim() !== '' || at === pieces.length - 1;
  const isCapital = /^\p{Lu}/u.test(name.word);
  // "Hi Maya we open", but "Thanks Monday works"; "Thank you, Maya!", but "Hello, Monday works".
  const isDirect = before.behind.trim() === '';
  const isNamed = isDirect && greeted === at ? isCapital || isAlone : isCapital && isAlone;
  return isNamed && (isDirect || before.behind.trim() === ',') ? name.word : undefined;
}

function isNameOf({ name, handle }: Pick<Patron, 'name' | 'handle'>, greeted: string): boolean {
  const said = folded(greeted);
  const own = [name, handle].flatMap((one) => [
    one,
    ...one.split(/[^\p{L}\p{M}\p{N}'’-]+/u),
    ...one.split(/[^\p{L}\p{M}]+/u),
  ]);
  const names = own.map(folded).filter((one) => one !== '');
  const isPart = (one: string) =>
    (said.length >= shortForm && one.startsWith(said)) || (one.length >= shortForm && said.startsWith(one));
  return (
    names.some((one) => one === said || isPart(one)) ||
    (said.length >= shortForm && folded(handle).includes(said))
  );
}

/** In small letters, without accents and apostrophes. */
function folded(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\p{Mn}'’@]/gu, '')
    .toLowerCase();
}

/** Words between a greeting and a family name: "Dear Mrs Ortiz". */
const titles = new Set(
  'mr mrs ms mx miss dr prof professor sr sra srta senor senora senorita don dona herr frau'.split(' '),
);

const nobody = new Set([...greetingWords, ...courtesyWords, ...namesNobody].map(folded));
