import type { RichTextSection } from '@slack/web-api';
import type { Desk } from '../../core/desk/desk.js';
import { nextOnShift, onShift } from '../../core/rota/duty.js';
import { isSameDay, localDayOf, spanOf } from '../../core/rota/local-time.js';
import { type RotaDay, week } from '../../core/rota/week.js';
import { listOf, momentText, weekdayText } from '../../core/sentences/phrases.js';
import { dayText, stretchText } from '../../core/sentences/shift-times.js';
import { say } from '../../core/words/words.js';
import { actionIds } from '../ids.js';
import { actions, bold, bullets, button, escapeText, line, type Message, rich, text } from './blocks.js';

/** `/rota`: who is on now, who comes next, and this week in lines. */
export function rotaMessage(desk: Desk, now: number): Message {
  const lines = [nowLine(desk, now), ...nextLine(desk, now)];
  return {
    text: escapeText(lines.join(' · ')),
    blocks: [rich(...lines.map((one) => line(one)), ...weekLines(desk, now)), ...actions(findCover(desk))],
  };
}

/** The button that opens the form for asking somebody to take a shift. */
export const findCover = (desk: Desk) =>
  button({
    id: actionIds.findCover,
    label: say(desk.words, 'button.find-cover'),
    ref: { desk: desk.id },
  });

/** This week, one line for each day. */
export function weekLines(desk: Desk, now: number) {
  const days = week(desk.rota, now).filter(
    ({ closed, stretches }) => stretches.length > 0 || closed !== undefined,
  );
  if (days.length === 0) return [line(say(desk.words, 'rota.empty'))];
  return [line(bold(say(desk.words, 'rota.week'))), bullets(days.map((day) => dayLine(day, desk, now)))];
}

/** "Now: Ana until 13:00". */
export function nowLine(desk: Desk, now: number): string {
  const { rota, words } = desk;
  const people = onShift(rota, now).map(({ member: { name }, untilMs }) =>
    say(words, 'rota.until', { name, time: momentText(desk, untilMs, now) }),
  );
  const who = people.length > 0 ? listOf(desk, people) : say(words, 'rota.nobody');
  return say(words, 'rota.now', { who });
}

function nextLine(desk: Desk, now: number): string[] {
  const { rota, words } = desk;
  const coming = nextOnShift(rota, now);
  if (!coming) return [];
  const names = listOf(
    desk,
    coming.members.map(({ name }) => name),
  );
  return [say(words, 'rota.next', { names, time: momentText(desk, coming.atMs, now) })];
}

/** "Tue 9–13 Ana · 13–17 Ben", "Fri 25 Dec closed: Christmas"; today's stands out. */
function dayLine({ closed, day, weekday, stretches }: RotaDay, desk: Desk, now: number): RichTextSection {
  const { rota, words } = desk;
  const { fromMs } = spanOf([localDayOf(rota.timeZone, day)]);
  const people = stretches.map((stretch) => stretchText(desk, stretch)).join(' · ');
  const content =
    closed === undefined
      ? `${weekdayText(desk, weekday, 'short')} ${people}`
      : `${dayText(desk, fromMs)} ${people || say(words, 'rota.closed-for', { name: closed })}`;
  return line(isSameDay(rota, fromMs, now) ? bold(content) : text(content));
}
