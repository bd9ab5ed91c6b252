// What may stand in a line of text on a screen: the one list of it.

/** Line breaks, control characters, and marks that turn the direction of what stands around them. */
const notInALine = /[\p{Cc}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
const every = new RegExp(notInALine, 'gu');

/** "1 to 75 characters in one line, …": what `isLine` takes. */
export const lineAllowed = (most: number): string =>
  `1 to ${most} characters in one line, without control characters and direction marks`;

/** Whether a text is one line that says something, in at most so many UTF-16 units. */
export const isLine = (text: string, most: number): boolean =>
  /\S/u.test(text) && text.length <= most && !notInALine.test(text);

/** The same for each line of a text that may have several. */
export const areLines = (text: string, most: number): boolean =>
  text.length <= most && !text.split(/\r?\n/u).some((line) => notInALine.test(line));

/** A text as a message about it may show it: what nobody sees is written out, as in "\u202e". */
export const visible = (text: string): string =>
  JSON.stringify(text).replace(every, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
