import { deskWords } from './dictionary.js';
import { starterWords, type Words } from './starters.js';

export type WordKey = keyof typeof deskWords;
type Counted<Key> = Key extends `${infer Stem}.many` ? Stem : never;
/** Words that have a form for one and a form for many. */
export type CountedKey = Counted<WordKey>;

/** The default text of every key that desk.yaml may override. */
export const defaultWords: Words = { ...deskWords, ...starterWords };

/** What a text is filled with, by placeholder. */
export type Fill = Readonly<Record<string, string | number>>;

/** One text of the desk, in its own words where it has some. A placeholder without a value is an error. */
export function say(words: Words, key: WordKey, fill: Fill = {}): string {
  return textOf(words, key).replace(PLACEHOLDER, (_, name: string) => {
    const value = fill[name];
    if (value === undefined) throw new RangeError(`The text "${key}" lacks a value for {${name}}.`);
    return String(value);
  });
}

/** The form of a text that fits a number, which fills `{count}`. */
export function sayCount(words: Words, key: CountedKey, count: number, fill: Fill = {}): string {
  return say(words, `${key}.${count === 1 ? 'one' : 'many'}`, { ...fill, count });
}

/** A text taken apart at its placeholders, for screens where some of them are more than text. */
export function partsOf(words: Words, key: WordKey): ({ said: string } | { name: string })[] {
  return textOf(words, key)
    .split(PLACEHOLDER)
    .map((part, index) => (index % 2 === 0 ? { said: part } : { name: part }))
    .filter((part) => 'name' in part || part.said !== '');
}

/** An override that no screen would show, or that asks for something nobody fills in. */
export interface WordProblem {
  readonly key: string;
  readonly found: string;
  readonly allowed: string;
}

export function wordProblems(words: Words): WordProblem[] {
  return Object.entries(words).flatMap(([key, text]) => {
    const original = Object.hasOwn(defaultWords, key) ? defaultWords[key] : undefined;
    if (original === undefined) return [{ key, found: 'not known', allowed: keysLike(key) }];
    const allowed = placeholders(original);
    return placeholders(text)
      .filter((found) => !allowed.includes(found))
      .map((found) => ({ key, found, allowed: allowed.join(', ') || 'no placeholder' }));
  });
}

const PLACEHOLDER = /\{([\w-]+)\}/gu;

function textOf(words: Words, key: WordKey): string {
  return words[key] ?? deskWords[key];
}

function placeholders(text: string): readonly string[] {
  return text.match(PLACEHOLDER) ?? [];
}

/** The keys of the same group, or else the groups. */
function keysLike(key: string): string {
  const groupOf = (one: string) => one.slice(0, one.indexOf('.') + 1);
  const keys = Object.keys(defaultWords);
  const near = keys.filter((one) => groupOf(one) === groupOf(key));
  return near.length > 0 ? near.join(', ') : [...new Set(keys.map((one) => `${groupOf(one)}…`))].join(', ');
}
