/** X puts @names in front of a reply, for the people who are answered. */
const LEADING_NAMES = /^\s*(?:[@＠]\w+(?:\s+|$))+/u;

/** The @names at the start of a post, with the spaces around them; "" when there are none. */
export function leadingNames(text: string): string {
  return LEADING_NAMES.exec(text)?.[0] ?? '';
}

const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u200d|\ufe0f/gu;
const NAME = /^\p{L}[\p{M}'’-]*\p{L}[\p{L}\p{M}'’-]*$/u;
/** Words that stand before a name, or are none. */
const notNames = new Set(['the', 'an', 'my', 'our', 'mr', 'mrs', 'ms', 'mx', 'miss', 'dr', 'prof', 'sir']);

/**
 * How to address a person: the first word of their display name if it looks like a name, else the handle without its @.
 */
export function firstName(displayName: string, handle: string): string {
  const first = displayName.replace(EMOJI, ' ').trim().split(/\s+/u)[0] ?? '';
  const isName = NAME.test(first) && !notNames.has(first.toLowerCase());
  return isName ? first : handle.replace(/^@/u, '');
}
