import type { Desk } from './desk.js';
import { isSameDay, localDay, localTime } from './local-time.js';
import { quote } from './plain.js';
import type { Patron } from './post.js';
import type { Rota } from './rota.js';
import { firstName, type Words } from './starters.js';
import { memberOf } from './who.js';
import { type CountedKey, say, sayCount } from './words.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What colleagues call somebody in Slack. */
export function nameOf(desk: Desk, slackId: string): string {
  const known = memberOf(desk, slackId) ?? desk.others?.find((one) => one.slackId === slackId);
  return known?.name ?? say(desk.words, 'person.unknown');
}

/** What sentences call a patron; long names are cut. */
export function firstOf(patron: Pick<Patron, 'name' | 'handle'>): string {
  return quote(firstName(patron.name, patron.handle), 30);
}

/** Whom to ask when something about the desk itself has to change. */
export function leadOf(desk: Desk): string {
  return desk.rota.staff.find(({ lead }) => lead)?.name ?? say(desk.words, 'person.lead');
}

/** "Ana", "Ana and Ben", "Ana, Ben and Carla"; or "Ana or Ben". */
export function listOf(
  words: Words,
  names: readonly string[],
  last: 'list.and' | 'list.or' = 'list.and',
): string {
  const first = names.slice(0, -1).join(say(words, 'list.comma'));
  return [first, names.at(-1) ?? ''].filter((part) => part !== '').join(say(words, last));
}

/** "10:44" today, "Tue 24 Nov 10:44" on another day, on the desk's wall clock. */
export function moment({ rota, words }: Pick<Desk, 'rota' | 'words'>, atMs: number, nowMs: number): string {
  const time = localTime(rota, atMs);
  if (isSameDay(rota, atMs, nowMs)) return time;
  const { weekday, day, month } = localDay(rota, atMs);
  const names = {
    weekday: say(words, `day.${weekday}`),
    month: monthName(words, month),
  };
  return say(words, 'day.moment', { ...names, day, time });
}

/** "Nov" of 11. */
export const monthName = (words: Words, month: number): string =>
  say(words, monthKeys[month - 1] ?? 'month.1');

const monthKeys = [
  'month.1',
  'month.2',
  'month.3',
  'month.4',
  'month.5',
  'month.6',
  'month.7',
  'month.8',
  'month.9',
  'month.10',
  'month.11',
  'month.12',
] as const;

/** "10:44:30": zones differ by whole minutes, so the seconds are everybody's. */
export function toTheSecond(rota: Rota, atMs: number): string {
  const seconds = Math.floor(atMs / 1000) % 60;
  return `${localTime(rota, atMs)}:${String(seconds).padStart(2, '0')}`;
}

/** "2 minutes", in the largest unit that fits. */
export function duration(words: Words, ms: number): string {
  const counted = (key: CountedKey, unit: number) => sayCount(words, key, Math.floor(ms / unit));
  if (ms < MINUTE) return say(words, 'duration.moment');
  if (ms < HOUR) return counted('duration.minutes', MINUTE);
  return ms < DAY ? counted('duration.hours', HOUR) : counted('duration.days', DAY);
}

/** "12 min", "2 h", "yesterday" (by the calendar), "3 days ago". */
export function age(desk: Desk, atMs: number, nowMs: number): string {
  const { rota, words } = desk;
  const ms = Math.max(0, nowMs - atMs);
  if (isSameDay(rota, atMs, nowMs)) {
    return ms < HOUR
      ? say(words, 'age.minutes', { count: Math.floor(ms / MINUTE) })
      : say(words, 'age.hours', { count: Math.floor(ms / HOUR) });
  }
  const isYesterday = isSameDay(rota, atMs, nowMs - DAY);
  return isYesterday
    ? say(words, 'age.yesterday')
    : say(words, 'age.days', { count: Math.max(1, Math.round(ms / DAY)) });
}
