import { anyOf, firstPhraseIn, oncePer } from './plain.js';

/** What a post is, as far as the desk treats it differently. */
export type Topic = 'question' | 'praise' | 'complaint' | 'other';

/** Phrases by which posts are told apart. A word that ends in `*` means every word that begins so. */
export interface TopicWords {
  /** Words before the point of a clause: they are skipped when an opener is looked for. */
  readonly fillers: readonly string[];
  /** A clause that begins with one of them is a question. */
  readonly openers: readonly string[];
  /** A post with one of them anywhere is a question. */
  readonly asking: readonly string[];
  readonly complaint: readonly string[];
  readonly praise: readonly string[];
}

/** The English defaults, in lower case. */
export const topicWords: TopicWords = {
  fillers:
    list(`hi, hello, hey, hi there, hello there, hey there, dear, morning, good morning, good afternoon,
    good evening, all, folks, team, please, pls, so, also, ok, oh, um, just, sorry, thanks, thank you, excuse me`),
  openers:
    list(`is it, is there, is this, is that, is the, is your, is my, is anyone, are you, are there, are the,
    are your, are we, are any, am i, do you, do i, do we, does, did you, have you, has anyone, can i, can you,
    can we, can my, can someone, can anyone, could i, could you, could we, could someone, would you, would it,
    will you, will the, will there, will it, may i, should i, what is, what's, what are, what time, what do,
    what does, what happened, what about, when is, when's, when are, when do, when does, when will, when can,
    where is, where's, where are, where do, where can, who is, who's, who do, who can, which book*,
    which branch*, which day*, which one, why, how do, how does, how can, how much, how many, how long, how late,
    how often, how old, how about, how come, how is, how are, any chance, any idea, any news, anybody know`),
  asking:
    list(`do you have, do you know, do you lend, do you stock, how do i, how can i, where can i, can i get,
    can someone, could someone, anyone know, any chance of, wondering if, wondering whether, wonder if,
    wonder whether, let me know, like to know, want to know, need to know, tell me, tell us, quick question,
    please advise, looking for a recommendation`),
  complaint: list(`broken, broke, closed, rude, dirty, filthy, noisy, too loud, freezing, disappoint*, annoy*,
    frustrat*, disgrac*, disgust*, complain*, shameful, what a shame, unacceptable, ridiculous, terrible, awful,
    horrible, appalling, worst, unfair, unhappy, unhelpful, fed up, never again, let down, ignored, wrongly,
    still waiting, still no, no reply, no answer, nobody answers, no one answers, never answered, not working,
    doesn't work, isn't working, aren't working, out of order, crash*, error, won't load, can't log in,
    cannot log in, can't get through, cancelled again, not good, not great, not happy, not impressed, not helpful,
    thanks for nothing, waste of, poor service, 👎, 😠, 😡, 🤬`),
  praise:
    list(`thank*, thx, love, loved, loves, loving, lovely, great, brilliant, amazing, wonderful, fantastic,
    excellent, awesome, superb, beautiful, helpful, grateful, delighted, appreciate*, congratulations, well done,
    kudos, bravo, hats off, shout out, shoutout, made my day, favourite, favorite, so kind, so good, best library,
    best librarian*, ❤, 🙏, 👏, 😍, 🥰, 💕, 💜, 💙`),
};

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
const CLAUSE_ENDS = /[.,!:;()…\n–—]+|\s-+\s/u;
// The last character is no punctuation: the mark in "is it on https://t.co/a?" belongs to the sentence. The repeats have
// limits, so that a post of 25,000 characters takes no time.
const LINKS = /https?:\/\/\S*[^\s?!.,)]|\b[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}\/\S*[^\s?!.,)]/giu;
const NAMES = /[@＠]\w+/gu;

/**
 * The topic of a post, so that no question waits behind a thank-you. The rules, in this order: a post that asks (a
 * question mark, a clause that begins like a question, a phrase that asks) is a question, whatever else it says,
 * because a question must never be hidden; one that says that something is wrong is a complaint; one that thanks or
 * praises is praise; all others are other. Links and @names do not count.
 */
export function topicOf(text: string, words: TopicWords = topicWords): Topic {
  const plain = withoutNames(text).toLowerCase();
  if (isQuestion(plain, words)) return 'question';
  if (hasPhrase(plain, words.complaint)) return 'complaint';
  return hasPhrase(plain, words.praise) ? 'praise' : 'other';
}

function isQuestion(text: string, words: TopicWords): boolean {
  return MARKS.test(text) || hasOpener(text, words) || hasPhrase(text, words.asking);
}

/** Whether a clause of the text begins with an opener, after fillers. */
function hasOpener(text: string, words: TopicWords): boolean {
  const opening = openingOf(words);
  return text.split(CLAUSE_ENDS).some((clause) => opening.test(clause));
}

const openingOf = oncePer(
  ({ fillers, openers }: TopicWords) =>
    new RegExp(`^\\W*(?:(?:${anyOf(fillers)})\\s+)*(?:${anyOf(openers)})(?![\\p{L}'])`, 'u'),
);

const hasPhrase = (text: string, phrases: readonly string[]): boolean =>
  firstPhraseIn(text, phrases) !== undefined;

function list(text: string): string[] {
  return text.split(/,\s*/u);
}
