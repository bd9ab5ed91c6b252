import { english } from './english.js';
import { german } from './german.js';
import { spanish } from './spanish.js';
import { welsh } from './welsh.js';
import { type FollowThanks, type LanguageWords, type TopicWords, together } from './word-lists.js';

/**
 * The languages that the desk knows. All of their words count for every post and every answer, because people of one town
 * write in several languages, and in two within a post. So a word stands in a list only where it means the same in the
 * other languages or is not one of theirs; else it stands there with a second word beside it ("was kostet", not "was").
 */
const languages: readonly [LanguageWords, ...LanguageWords[]] = [english, spanish, german, welsh];
const [first, ...others] = languages;

/** The words by which posts are told apart, unless desk.yaml says others. */
export const topicWords: TopicWords = together(first.topics, ...others.map(({ topics }) => topics));

/** The words by which thanks for following are known, unless desk.yaml says others. */
export const followThanks: FollowThanks = together(
  first.followThanks,
  ...others.map(({ followThanks }) => followThanks),
);

/** Words in front of a name at the start of an answer. */
export const greetingWords = languages.flatMap(({ greetings }) => greetings);

/** Words in front of a name or of something else there. */
export const courtesyWords = languages.flatMap(({ courtesies }) => courtesies);

/** Words after a greeting that name nobody. */
export const namesNobody = languages.flatMap(({ nobody }) => nobody);
