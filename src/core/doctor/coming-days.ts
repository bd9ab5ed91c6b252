import type { Speaking } from '../desk/desk.js';
import { gaps } from '../rota/duty.js';
import { daysAround, localDayOf, spanOf } from '../rota/local-days.js';
import { openSpansBetween } from '../rota/open-hours.js';
import { daysFrom, type RotaDay } from '../rota/week.js';
import { dayText, hours, stretchText } from '../sentences/rota-lines.js';
import { say } from '../words/words.js';
import { outlookDays } from './outlook.js';

/** Today and the days after it as they will be, a line each: "Tue 24 Nov  9–13 Ana · 13–17 Ben · nobody 17–20". */
export function comingDays(desk: Speaking, now: number): string[] {
  const [today] = daysAround(desk.rota.timeZone, now, now, 0);
  if (!today) return [];
  return daysFrom(desk.rota, today.date.toString(), outlookDays).map((day) => {
    const { fromMs } = spanOf([localDayOf(desk.rota.timeZone, day.day)]);
    return `${dayText(desk, fromMs).padEnd(10)}  ${dayLine(desk, day)}`;
  });
}

function dayLine(desk: Speaking, { closed, day, stretches }: RotaDay): string {
  const { rota, words } = desk;
  const { fromMs, toMs } = spanOf([localDayOf(rota.timeZone, day)]);
  const alone = gaps(rota, fromMs, toMs).map((gap) => say(words, 'rota.gap', { hours: hours(rota, gap) }));
  const parts = [...stretches.map((stretch) => stretchText(desk, stretch)), ...alone];
  if (parts.length > 0) return parts.join(' · ');
  const isOpen = openSpansBetween(rota, fromMs, toMs).length > 0;
  if (isOpen) return say(words, 'rota.nobody');
  return closed === undefined ? say(words, 'rota.closed') : say(words, 'rota.closed-for', { name: closed });
}
