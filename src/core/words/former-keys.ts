import type { Words } from './words.js';

/** Actions that earlier versions stored, and wrote in `words:` keys, under another name. */
const formerActions: Readonly<Record<string, string>> = {
  'lose-sight': 'mark-unknown',
  'look-in-vain': 'not-found',
  looked: 'timeline-checked',
};

/** The key of the text for an action in a card's history; the key of now where an earlier version stored the action. */
export const historyKey = (action: string): string => `history.${formerActions[action] ?? action}`;

/** A key of `words:` as it is called now. */
export const currentKey = (key: string): string =>
  key.startsWith('history.') ? historyKey(key.slice('history.'.length)) : key;

/** The words of a desk under the keys of now. Where a text stands under both names, the newer name wins. */
export const underCurrentKeys = (words: Words): Words => ({
  ...Object.fromEntries(Object.entries(words).map(([key, text]) => [currentKey(key), text])),
  ...words,
});
