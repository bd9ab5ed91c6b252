/** Phrases by which posts are told apart. A word that ends in `*` means every word that begins so. */
export interface TopicWords {
  /** Words before the point of a sentence: they are skipped when an opener is looked for. */
  readonly fillers: readonly string[];
  /** They look like a question and ask nothing, as "who knew": they are struck out before a question is looked for. */
  readonly sayings: readonly string[];
  /** A clause that begins with one of them, and goes on, is a question. */
  readonly openers: readonly string[];
  /** A sentence that begins with one of them is a question; after a comma they say something else, as "…, which is great". */
  readonly sentenceOpeners: readonly string[];
  /** A sentence that begins with one of them is a question unless it praises or complains, as "is lovely in here" does. */
  readonly mildOpeners: readonly string[];
  /** A post with one of them anywhere is a question. */
  readonly asking: readonly string[];
  readonly complaint: readonly string[];
  readonly praise: readonly string[];
}

/** Words by which thanks for following are known: one of `following` at most four words after one of `thanks`. */
export interface FollowThanks {
  readonly thanks: readonly string[];
  readonly following: readonly string[];
}

/** What the desk knows of a language in which patrons and colleagues write. All phrases are in lower case. */
export interface LanguageWords {
  readonly topics: TopicWords;
  readonly followThanks: FollowThanks;
  /** Words in front of a name at the start of an answer: "hi", "liebe". */
  readonly greetings: readonly string[];
  /** Words in front of a name or of something else there: "thank you", "sorry". */
  readonly courtesies: readonly string[];
  /** Words after a greeting that name nobody: "all", "zusammen". */
  readonly nobody: readonly string[];
}

/** The phrases of a text in which commas separate them. */
export const list = (text: string): readonly string[] => text.trim().split(/\s*,\s*/u);

/** Each of the first phrases before each of the second: `each('do, did', 'i, you')` gives "do i", "do you", "did i" … */
export const each = (first: string, second: string): readonly string[] =>
  list(first).flatMap((one) => list(second).map((two) => `${one} ${two}`));

/** Objects of lists as one: each list is all those of its name together. */
export function together<Lists extends { readonly [Name in keyof Lists]: readonly string[] }>(
  first: Lists,
  ...others: readonly { readonly [Name in keyof Lists]?: readonly string[] | undefined }[]
): Lists {
  const names = Object.keys(first) as (keyof Lists)[];
  const joined = names.map((name) => [name, [first, ...others].flatMap((lists) => lists[name] ?? [])]);
  return Object.fromEntries(joined) as Lists;
}
