import { type Weekday, weekdays } from '../rota/local-time.js';

// Only this file uses Intl for texts. Numbers are in Latin digits, as in all texts.

/** The language of the texts in the code (BCP 47), and of a desk that names none. */
export const defaultLanguage = 'en-GB';

/** The forms that a text may have by number. Unicode defines which a language has, and for which numbers. */
export const pluralForms = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;
export type PluralForm = (typeof pluralForms)[number];

export type Unit = 'minute' | 'hour' | 'day';

/** Whether a text is a BCP 47 tag of a language that this Node knows. */
export function isLanguage(tag: string): boolean {
  try {
    return Intl.PluralRules.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}

/** The form of words beside a number, which is 0 or more. */
export const pluralForm = (language: string, count: number): PluralForm => plurals(language).select(count);

/** The forms that a language uses. */
export const formsIn = (language: string): readonly PluralForm[] =>
  plurals(language).resolvedOptions().pluralCategories;

/** "Tue" or "Tuesday". */
export function weekdayName(language: string, weekday: Weekday, length: 'short' | 'long'): string {
  return weekdayFormats[length](language).format(Date.UTC(2024, 0, 1 + weekdays.indexOf(weekday)));
}

/** "Nov" or "November", in the form that stands beside a day; `month` counts from 1. */
export function monthName(language: string, month: number, length: 'short' | 'long'): string {
  // British English has "Sept", the only short name of four letters.
  const own = language === defaultLanguage && length === 'short' ? 'en' : language;
  const parts = monthFormats[length](own).formatToParts(Date.UTC(2024, month - 1, 15));
  return parts.find(({ type }) => type === 'month')?.value ?? '';
}

/** "2 minutes", "2 minuty"; a language may leave the number out (Arabic). */
export const unitText = (language: string, count: number, unit: Unit): string =>
  unitFormats[unit](language).format(count);

/** "yesterday", "3 days ago"; `days` are at least 1. */
export const daysAgoText = (language: string, days: number): string =>
  relativeDays(language).format(-days, 'day');

/** "a and b", "a or b", or "a, b" to the end. */
export type ListKind = 'and' | 'or' | 'comma';

/** "Ana, Ben and Carla". `own` separators, from the desk's texts, replace those of the language. */
export function listText(
  language: string,
  items: readonly string[],
  kind: ListKind,
  own: { readonly comma?: string | undefined; readonly last?: string | undefined },
): string {
  const parts = lists[kind](language).formatToParts(items);
  const last = parts.findLastIndex(({ type }) => type === 'literal');
  return parts
    .map(({ type, value }, at) =>
      type === 'element' ? value : ((at === last ? own.last : own.comma) ?? value),
    )
    .join('');
}

/** Makes one formatter for each language and keeps it: to make one takes much longer than to use it. */
function memoised<Format>(make: (language: string) => Format): (language: string) => Format {
  const known = new Map<string, Format>();
  return (language) => {
    const format =
      known.get(language) ?? make(new Intl.Locale(language, { numberingSystem: 'latn' }).toString());
    known.set(language, format);
    return format;
  };
}

const plurals = memoised((language) => new Intl.PluralRules(language));

const days = (weekday: 'short' | 'long') =>
  memoised((language) => new Intl.DateTimeFormat(language, { timeZone: 'UTC', weekday }));
const weekdayFormats = { short: days('short'), long: days('long') };

// With the day, because many languages have another form for a month that stands alone.
const months = (month: 'short' | 'long') =>
  memoised((language) => new Intl.DateTimeFormat(language, { timeZone: 'UTC', day: 'numeric', month }));
const monthFormats = { short: months('short'), long: months('long') };

const units = (unit: Unit) =>
  memoised((language) => new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }));
const unitFormats = { minute: units('minute'), hour: units('hour'), day: units('day') };

const relativeDays = memoised((language) => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }));

const listOf = (type: 'conjunction' | 'disjunction' | 'unit') =>
  memoised((language) => new Intl.ListFormat(language, { type, style: type === 'unit' ? 'short' : 'long' }));
const lists = { and: listOf('conjunction'), or: listOf('disjunction'), comma: listOf('unit') };
