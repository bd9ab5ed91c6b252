import type { Words } from './words.js';

/**
 * Keys that `words:` in desk.yaml had in earlier versions, each with its name of now; undefined: no screen shows that text
 * any more. The history of a card may also hold an action under such a name.
 */
const formerKeys: Readonly<Record<string, string | undefined>> = {
  'history.lose-sight': 'history.mark-unknown',
  'history.look-in-vain': 'history.not-found',
  'history.keep-words': undefined,
  'history.looked': undefined,
  'history.save-draft': undefined,
  'history.scrub': undefined,
  'history.timeline-checked': undefined,
  'note.removed': undefined,
  'refused.about': undefined,
  'reminder.past': undefined,
  'reminder.past.few': undefined,
  'reminder.past.many': undefined,
  'reminder.past.one': undefined,
  'reminder.past.other': undefined,
  'reminder.past.two': undefined,
  'reminder.past.zero': undefined,
  'topic.other': undefined,
  'shift.few': undefined,
  'shift.many': undefined,
  'shift.nobody': undefined,
  'shift.one': undefined,
  'shift.other': undefined,
  'shift.two': undefined,
  'shift.zero': undefined,
};

/** A key of `words:` as it is called now; undefined when no screen shows its text any more. */
export const currentKey = (key: string): string | undefined =>
  Object.hasOwn(formerKeys, key) ? formerKeys[key] : key;

/**
 * The words of a desk under the keys of now, without those that no screen shows. Where a text stands under both names, the
 * newer name wins.
 */
export const underCurrentKeys = (words: Words): Words => {
  const known = Object.entries(words).flatMap(([written, text]) => {
    const key = currentKey(written);
    return key === undefined ? [] : [{ key, text, isFormer: key !== written }];
  });
  const newerLast = known.toSorted((a, b) => Number(b.isFormer) - Number(a.isFormer));
  return Object.fromEntries(newerLast.map(({ key, text }) => [key, text]));
};
