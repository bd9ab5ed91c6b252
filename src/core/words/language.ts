import { type Weekday, weekdays } from '../rota/local-time.js';

// All that Intl knows of a language, and the only place that asks it. Numbers stand in Latin digits, as in every text.

/** The language of the texts in the code (BCP 47), and of a desk that says none. */
export const usualLanguage = 'en-GB';

/** The forms that words may have by number: which of them a language has, and when, is Unicode's to say. */
export const pluralForms = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;
export type PluralForm = (typeof pluralForms)[number];

export type Unit = 'minute' | 'hour' | 'day';

/** Whether a tag is one of BCP 47 and its language is known here. */
export function isLanguage(tag: string): boolean {
  try {
    return Intl.PluralRules.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}

/** The form that words take beside a number, 0 or more. */
export const pluralForm = (language: string, count: number): PluralForm => plurals(language).select(count);

/** The forms that some number takes in a language. */
export const formsIn = (language: string): readonly PluralForm[] =>
  plurals(language).resolvedOptions().pluralCategories;

/** "Tue" or "Tuesday". */
export function weekdayName(language: string, weekday: Weekday, length: 'short' | 'long'): string {
  return weekdayFormats[length](language).format(Date.UTC(2024, 0, 1 + weekdays.indexOf(weekday)));
}

/** "Nov" or "November" as it stands beside a day; `month` counts from 1. */
export function monthName(language: string, month: number, length: 'short' | 'long'): string {
  // Unicode's British "Sept" is the only month of four letters.
  const own = language === usualLanguage && length === 'short' ? 'en' : language;
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

/** "Ana, Ben and Carla"; separators that the desk words itself take the place of the language's. */
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

/** Making a formatter costs far more than using it, and few languages are spoken. */
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

// With its day: many languages have another form for a month that stands alone.
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
