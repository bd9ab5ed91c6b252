/** Marks that change the direction of the text around them, for a class of a regular expression. */
const directions = String.raw`\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069`;
const everyDirection = new RegExp(`[${directions}]`, 'gu');

/** What a line on a screen may not contain: line breaks, control characters, half characters and direction marks. */
const forbidden = new RegExp(String.raw`[\p{Cc}\p{Cs}\u2028\u2029${directions}]`, 'u');
const everyForbidden = new RegExp(forbidden, 'gu');

/** What `isLine` allows, for a message: "1 to 75 characters in one line, …". */
export const lineAllowed = (most: number): string =>
  `1 to ${most} characters in one line, without control characters and direction marks`;

/** Whether a text is one line that is not blank and has at most `most` UTF-16 units. */
export const isLine = (text: string, most: number): boolean =>
  /\S/u.test(text) && text.length <= most && !forbidden.test(text);

/** Whether a text of one or more lines has nothing that a line may not contain, and at most `most` UTF-16 units. */
export const areLines = (text: string, most: number): boolean =>
  text.length <= most && !text.split(/\r?\n/u).some((line) => forbidden.test(line));

/** A text that a stranger wrote, as one line without what `isLine` refuses; "" when nothing is left. */
export const onOneLine = (text: string): string =>
  text.replace(everyDirection, '').replace(everyForbidden, ' ').replace(/\s+/gu, ' ').trim();

/** The same, cut to at most `most` UTF-16 units, with "…". */
export function asLine(text: string, most: number): string {
  // What is far beyond the cut is not looked at.
  const near = text.slice(0, 2 * most);
  const line = onOneLine(near);
  if (line.length <= most && near === text) return line;
  // No half of a surrogate pair.
  return `${line
    .slice(0, most - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}

/** A text with its invisible characters written out, as in \u202e: one line, whatever stood in it. */
export const escaped = (text: string): string =>
  text.replace(everyForbidden, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A text in quotes, for a message about it, with its invisible characters written out. */
export const visible = (text: string): string => escaped(JSON.stringify(text));

/** No answer of a network or of Slack nests so deeply; what is below would end the recursion by an error. */
const deepest = 200;

/**
 * The same value with U+FFFD in place of every half character, in texts at any depth: a text that was cut within an emoji
 * ends in one. Slack refuses a message that holds one, Redis can't keep it and no address can; nobody has ever read it. What is
 * nested deeper than `deepest` becomes null.
 */
export function wellFormed<T>(value: T): T {
  return repaired(value) as T;
}

function repaired(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= deepest) return null;
  if (Array.isArray(value)) return value.map((one) => repaired(one, depth + 1));
  const entries = Object.entries(value).map(([key, inner]) => [repaired(key), repaired(inner, depth + 1)]);
  return Object.fromEntries(entries);
}
