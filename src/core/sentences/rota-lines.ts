import type { Speaking } from '../desk/desk.js';
import { localDate, localTime } from '../rota/local-time.js';
import type { Rota } from '../rota/rota.js';
import type { Span } from '../rota/spans.js';
import type { Stretch } from '../rota/week.js';
import { say } from '../words/words.js';
import { dayParts, listOf, moment } from './phrases.js';

/** "9–13 Ana, Ben" */
export function stretchText(desk: Speaking, { members, ...span }: Stretch): string {
  const names = members.map(({ name }) => name);
  return `${hours(desk.rota, span)} ${listOf(desk, names, 'comma')}`;
}

/** "9–13", "13:30–24". */
export function hours(rota: Rota, { fromMs, toMs }: Span): string {
  return `${hour(rota, fromMs) || '0'}–${hour(rota, toMs) || '24'}`;
}

/** "Sat 28 Nov" */
export const dayText = (desk: Speaking, ms: number): string =>
  say(desk.words, 'rota.day', dayParts(desk, ms));

/** "on Sat 28 Nov 10–16", or "from Fri 27 Nov 22:00 to Sun 29 Nov 09:00". */
export function whenText(desk: Speaking, span: Span): string {
  const { rota, words } = desk;
  if (localDate(rota, span.fromMs) === localDate(rota, span.toMs - 1)) {
    return say(words, 'rota.on', { day: dayText(desk, span.fromMs), hours: hours(rota, span) });
  }
  // Neither is today for a reader who does not know the time.
  const far = span.fromMs - 2 * 86_400_000;
  return say(words, 'rota.from', { from: moment(desk, span.fromMs, far), to: moment(desk, span.toMs, far) });
}

/** "9", "9:30"; "" at midnight. */
function hour(rota: Rota, ms: number): string {
  const [whole = '', minutes = ''] = localTime(rota, ms).split(':');
  const short = String(Number(whole));
  if (minutes !== '00') return `${short}:${minutes}`;
  return short === '0' ? '' : short;
}
