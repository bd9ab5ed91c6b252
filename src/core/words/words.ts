import { weekdays } from '../rota/local-time.js';
import { deskWords, starterWords } from './dictionary.js';
import { currentKey } from './former-keys.js';
import {
  daysAgoText,
  defaultLanguage,
  listText,
  monthName,
  type PluralForm,
  pluralForm,
  pluralForms,
  type Unit,
  unitText,
  weekdayName,
} from './language.js';

/** Texts by their keys. */
export type Words = Readonly<Record<string, string>>;

/** The key of a text of the dictionary. */
export type WordKey = keyof typeof deskWords;
type Counted<Key> = Key extends `${infer Stem}.other` ? Stem : never;
/** The keys, without their last part, of texts that have forms by number. */
type CountedKey = Counted<WordKey>;

/** The texts of a desk. */
export interface Texts {
  /** BCP 47. */
  readonly language: string;
  /** The texts of `words:` in desk.yaml. */
  readonly words: Words;
}

const unitKeys = [
  ['minute', 'duration.minutes'],
  ['hour', 'duration.hours'],
  ['day', 'duration.days'],
] as const satisfies readonly (readonly [Unit, string])[];
export type UnitKey = (typeof unitKeys)[number][1];

/** Texts that Intl gives in every language, here in English. A desk may replace them, too. */
const languageWords: Words = Object.fromEntries([
  ...weekdays.flatMap((day) => [
    [`day.${day}`, weekdayName(defaultLanguage, day, 'short')],
    [`weekday.${day}`, weekdayName(defaultLanguage, day, 'long')],
  ]),
  ...Array.from({ length: 12 }, (_, at) => at + 1).flatMap((month) => [
    [`month.${month}`, monthName(defaultLanguage, month, 'short')],
    [`long-month.${month}`, monthName(defaultLanguage, month, 'long')],
  ]),
  ...(['comma', 'and', 'or'] as const).map((kind) => [
    `list.${kind}`,
    listText(defaultLanguage, ['', ''], kind, {}),
  ]),
  ...unitKeys.flatMap(([unit, key]) => [
    [`${key}.one`, unitText(defaultLanguage, 1, unit)],
    [`${key}.other`, unitText(defaultLanguage, 2, unit).replace('2', '{count}')],
  ]),
  ['age.yesterday', daysAgoText(defaultLanguage, 1)],
  ['age.days.other', daysAgoText(defaultLanguage, 2).replace('2', '{count}')],
]);

/** The default text of every key that desk.yaml may override. */
export const defaultWords: Words = { ...deskWords, ...languageWords, ...starterWords };

/** The values of a text's placeholders. */
export type Fill = Readonly<Record<string, string | number>>;

/** The network's name, which fills `{network}` in every text. */
const networkName = (words: Words): string => words[networkKey] ?? deskWords[networkKey];
const networkKey = 'network.name' satisfies WordKey;

/** A text of the desk, its own or the default, filled in. Throws RangeError for a placeholder without a value. */
export function say(words: Words, key: WordKey, fill: Fill = {}): string {
  return fillIn(words[key] ?? deskWords[key], key, { network: networkName(words), ...fill });
}

/** A text in the form for a number in the desk's language. The number fills `{count}`; throws like `say`. */
export function sayCount(texts: Texts, key: CountedKey, count: number, fill: Fill = {}): string {
  const form = pluralForm(defaultLanguage, count);
  const usual: Words = deskWords;
  return (
    ownCount(texts, key, count, fill) ??
    fillIn(usual[`${key}.${form}`] ?? deskWords[`${key}.other`], key, {
      network: networkName(texts.words),
      ...fill,
      count,
    })
  );
}

/** The same, but only from the texts of desk.yaml; undefined when they have none for this number. */
export function ownCount(
  { language, words }: Texts,
  key: CountedKey | UnitKey | 'age.days',
  count: number,
  fill: Fill = {},
): string | undefined {
  const own = ownTextForForm(words, key, pluralForm(language, count));
  return own === undefined ? undefined : fillIn(own, key, { network: networkName(words), ...fill, count });
}

/**
 * `.other` is used for every missing form but `.one`: a desk that replaces only the plural keeps the default singular. In
 * older files, `.many` or the key without a form means `.other`.
 */
function ownTextForForm(words: Words, key: string, form: PluralForm): string | undefined {
  const others = form === 'one' ? undefined : (words[`${key}.other`] ?? words[`${key}.many`]);
  // `note.title` is a text of its own besides its forms by number.
  const alone = Object.hasOwn(deskWords, key) ? undefined : words[key];
  return words[`${key}.${form}`] ?? others ?? alone;
}

/** The parts of a text between and at its placeholders, for screens that show more than text at a placeholder. */
export function textParts(words: Words, key: WordKey): ({ said: string } | { name: string })[] {
  return (words[key] ?? deskWords[key])
    .replaceAll('{network}', () => networkName(words))
    .split(PLACEHOLDER)
    .map((part, index) => (index % 2 === 0 ? { said: part } : { name: part }))
    .filter((part) => 'name' in part || part.said !== '');
}

/** The key of a text without its form by number; undefined when it has no such forms. */
export function countedStem(key: string): string | undefined {
  const [, stem = '', form = ''] = /^(.*)\.(.*?)$/u.exec(key) ?? [];
  const isForm = pluralForms.some((one) => one === form);
  const isAlone = !Object.hasOwn(deskWords, key);
  return [...(isAlone ? [key] : []), ...(isForm ? [stem] : [])].find((one) =>
    Object.hasOwn(defaultWords, `${one}.other`),
  );
}

/** A text of desk.yaml that no screen would show, or with a placeholder that nothing fills. */
interface WordProblem {
  readonly key: string;
  readonly found: string;
  readonly allowed: string;
}

/** What is wrong with the keys and the placeholders of a desk's own words. A text of an earlier version that no screen shows is fine. */
export function wordProblems(words: Words): WordProblem[] {
  return Object.entries(words).flatMap(([key, text]) => {
    const known = currentKey(key);
    if (known === undefined) return [];
    const fills = placeholdersOfKey(known);
    if (!fills) return [{ key, found: 'not known', allowed: similarKeys(key) }];
    return placeholders(text)
      .filter((found) => found !== '{network}' && !fills.includes(found))
      .map((found) => ({ key, found, allowed: fills.join(', ') || 'no placeholder' }));
  });
}

/** The placeholders of a key; undefined for one that is not known. The forms of one text share theirs. */
function placeholdersOfKey(key: string): readonly string[] | undefined {
  const stem = countedStem(key);
  if (stem === undefined)
    return Object.hasOwn(defaultWords, key) ? placeholders(defaultWords[key] ?? '') : undefined;
  const all = pluralForms.flatMap((form) => placeholders(defaultWords[`${stem}.${form}`] ?? ''));
  return [...new Set([...all, '{count}'])];
}

const PLACEHOLDER = /\{([\w-]+)\}/gu;

function fillIn(text: string, key: string, fill: Fill): string {
  return text.replace(PLACEHOLDER, (_, name: string) => {
    const value = fill[name];
    if (value === undefined) throw new RangeError(`The text "${key}" lacks a value for {${name}}.`);
    return String(value);
  });
}

function placeholders(text: string): readonly string[] {
  return text.match(PLACEHOLDER) ?? [];
}

/** What to suggest for an unknown key: the forms of the same text, the keys of the same group, or all groups. */
function similarKeys(key: string): string {
  const stem = countedStem(`${key.slice(0, key.lastIndexOf('.'))}.other`);
  if (stem !== undefined) return pluralForms.map((form) => `${stem}.${form}`).join(', ');
  const groupOf = (one: string) => one.slice(0, one.indexOf('.') + 1);
  const keys = Object.keys(defaultWords);
  const near = keys.filter((one) => groupOf(one) === groupOf(key));
  return near.length > 0 ? near.join(', ') : [...new Set(keys.map((one) => `${groupOf(one)}…`))].join(', ');
}
