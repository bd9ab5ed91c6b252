import type { Desk } from '../../src/core/desk/desk.js';
import { nextOnShift, onShift } from '../../src/core/rota/duty.js';
import { localTime } from '../../src/core/rota/local-time.js';
import { openUntil } from '../../src/core/rota/open-hours.js';
import type { Rota } from '../../src/core/rota/rota.js';
import type { Calendar } from '../../src/sandbox/control/director.js';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const openingMinute = 9 * 60;

/** Who is on shift, and the times to which the clock can go: the next shift, after closing, tomorrow at nine. */
export function calendarOf({ rota }: Pick<Desk, 'rota'>, now: number): Calendar {
  const coming = nextOnShift(rota, now);
  const closing = openUntil(rota, now);
  return {
    timeZone: rota.timeZone,
    onShift: onShift(rota, now).map(({ member, untilMs }) => ({ user: member.slackId, until: untilMs })),
    moments: [
      ...(coming
        ? [
            {
              label: `Next shift: ${coming.members.map(({ name }) => name).join(', ')}, ${localTime(rota, coming.atMs)}`,
              at: coming.atMs + minuteMs,
            },
          ]
        : []),
      ...(closing === undefined
        ? []
        : [{ label: `After closing, ${localTime(rota, closing)}`, at: closing + 5 * minuteMs }]),
      { label: 'Tomorrow, 09:00', at: tomorrowAtNine(rota, now) },
    ],
  };
}

/** Searches minute by minute, which is quick enough and also right on days when clocks change. */
function tomorrowAtNine(rota: Rota, now: number): number {
  const minute = minuteOf(rota, now);
  const guess = now - (now % minuteMs) + dayMs + (openingMinute - minute) * minuteMs;
  return guess + (openingMinute - minuteOf(rota, guess)) * minuteMs;
}

function minuteOf(rota: Rota, ms: number): number {
  const [hours = 0, minutes = 0] = localTime(rota, ms).split(':').map(Number);
  return hours * 60 + minutes;
}

/** The next weekday at 10:41, from the given time on: the library is open and Ana is on shift. */
export function nextMorning(rota: Rota, now: number): number {
  const at = 10 * 60 + 41;
  const today = now - (now % minuteMs) + (at - minuteOf(rota, now)) * minuteMs;
  for (let day = 0; day < 8; day += 1) {
    const guess = today + day * dayMs;
    const morning = guess + (at - minuteOf(rota, guess)) * minuteMs;
    if (morning >= now && onShift(rota, morning).some(({ member }) => member.key === 'ana')) return morning;
  }
  return now;
}
