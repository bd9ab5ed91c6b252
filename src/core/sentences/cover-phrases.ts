import type { Speaking } from '../desk/desk.js';
import { isSameDay, localTime } from '../rota/local-time.js';
import type { Rota } from '../rota/rota.js';
import type { Span } from '../rota/spans.js';
import { say } from '../words/words.js';
import { dayParts } from './phrases.js';

/** "9:00", and "24:00" for a midnight that ends something. */
function clock(rota: Rota, ms: number, ends = false): string {
  const time = localTime(rota, ms).replace(/^0(?=\d:)/u, '');
  return ends && time === '0:00' ? '24:00' : time;
}

/** "9:00–13:00". */
export function spanText({ rota, words }: Speaking, { fromMs, toMs }: Span): string {
  return say(words, 'cover.span', { from: clock(rota, fromMs), to: clock(rota, toMs, true) });
}

/** "Tue 24 Nov". */
export const dayName = (desk: Speaking, ms: number): string =>
  say(desk.words, 'cover.day', dayParts(desk, ms));

/** "today", "on Tue 24 Nov". */
export function dayText(desk: Speaking, ms: number, now: number): string {
  if (isSameDay(desk.rota, ms, now)) return say(desk.words, 'cover.today');
  return say(desk.words, 'cover.on-day', { day: dayName(desk, ms) });
}

/** "13:00–17:00 today", "13:00–17:00 on Tue 24 Nov". */
export function whenText(desk: Speaking, span: Span, now: number): string {
  const said = { span: spanText(desk, span) };
  if (isSameDay(desk.rota, span.fromMs, now)) return say(desk.words, 'cover.when-today', said);
  return say(desk.words, 'cover.when', { ...said, day: dayName(desk, span.fromMs) });
}
