import type { SentenceDesk } from '../desk/desk.js';
import { dayMs } from '../durations.js';
import { isSameDay, localDate, localTime } from '../rota/local-time.js';
import type { Rota } from '../rota/rota.js';
import type { Span } from '../rota/spans.js';
import type { Stretch } from '../rota/week.js';
import { say } from '../words/words.js';
import { dayParts, listOf, momentText } from './phrases.js';

/** A part of a day with its people, for a line of the rota: "9–13 Ana, Ben". */
export function stretchText(desk: SentenceDesk, { members, ...span }: Stretch): string {
  const names = members.map(({ name }) => name);
  return `${hoursText(desk.rota, span)} ${listOf(desk, names, 'comma')}`;
}

/** Hours in short, for a line of the rota: "9–13", "13:30–24". */
export function hoursText(rota: Rota, { fromMs, toMs }: Span): string {
  return `${hour(rota, fromMs) || '0'}–${hour(rota, toMs) || '24'}`;
}

/** The day of a time (Unix ms), for a line of the rota: "Sat 28 Nov". */
export const dayText = (desk: SentenceDesk, ms: number): string =>
  say(desk.words, 'rota.day', dayParts(desk, ms));

/** A span with its day, which is always named: "on Sat 28 Nov 10–16", "from Fri 27 Nov 22:00 to Sun 29 Nov 09:00". */
export function dateAndHoursText(desk: SentenceDesk, span: Span): string {
  const { rota, words } = desk;
  if (localDate(rota, span.fromMs) === localDate(rota, span.toMs - 1)) {
    return say(words, 'rota.on', { day: dayText(desk, span.fromMs), hours: hoursText(rota, span) });
  }
  // Seen from two days before, neither time is today.
  const far = span.fromMs - 2 * dayMs;
  return say(words, 'rota.from', {
    from: momentText(desk, span.fromMs, far),
    to: momentText(desk, span.toMs, far),
  });
}

/** "9", "9:30"; "" at midnight. */
function hour(rota: Rota, ms: number): string {
  const [whole = '', minutes = ''] = localTime(rota, ms).split(':');
  const short = String(Number(whole));
  if (minutes !== '00') return `${short}:${minutes}`;
  return short === '0' ? '' : short;
}

/** "9:00", and "24:00" for a midnight that ends something. */
function clock(rota: Rota, ms: number, ends = false): string {
  const time = localTime(rota, ms).replace(/^0(?=\d:)/u, '');
  return ends && time === '0:00' ? '24:00' : time;
}

/** A span within a day: "9:00–13:00". */
export function spanText({ rota, words }: SentenceDesk, { fromMs, toMs }: Span): string {
  return say(words, 'cover.span', { from: clock(rota, fromMs), to: clock(rota, toMs, true) });
}

/** The same as `dayText`, under the key that desks may word for covers. */
const coverDayText = (desk: SentenceDesk, ms: number): string =>
  say(desk.words, 'cover.day', dayParts(desk, ms));

/** The day of a time as seen at `now` (both Unix ms): "today", "on Tue 24 Nov". */
export function onDayText(desk: SentenceDesk, ms: number, now: number): string {
  if (isSameDay(desk.rota, ms, now)) return say(desk.words, 'cover.today');
  return say(desk.words, 'cover.on-day', { day: coverDayText(desk, ms) });
}

/** A span with its day as seen at `now` (Unix ms): "13:00–17:00 today", "13:00–17:00 on Tue 24 Nov". */
export function spanAndDayText(desk: SentenceDesk, span: Span, now: number): string {
  const said = { span: spanText(desk, span) };
  if (isSameDay(desk.rota, span.fromMs, now)) return say(desk.words, 'cover.when-today', said);
  return say(desk.words, 'cover.when', { ...said, day: coverDayText(desk, span.fromMs) });
}
