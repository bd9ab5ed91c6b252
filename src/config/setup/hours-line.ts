import { type Weekday, weekdays } from '../../core/rota/local-time.js';
import { intervalPattern, isEmpty, overlap, toInterval } from '../schema/intervals.js';

/** Open hours as desk.yaml has them; a day that is left out is closed. */
export type WeekHours = Readonly<Partial<Record<Weekday, readonly string[]>>>;

/** Hours that somebody typed, or a sentence that says what can't be read. */
type ReadHours = { readonly hours: WeekHours } | { readonly refused: string };

const example = 'mon-fri 09:00-17:00, sat 10:00-13:00';
const day = `(?:${weekdays.join('|')})`;
const part = new RegExp(`^(${day})(?:-(${day}))? +(.+)$`);

/** Reads hours in one line, such as "mon-fri 09:00-17:00, wed 09:00-12:00 14:00-18:00". A day that is named twice has the later hours. */
export function readHoursLine(line: string): ReadHours {
  const hours: Partial<Record<Weekday, readonly string[]>> = {};
  for (const text of line.toLowerCase().split(',').map(tidy)) {
    const [, from, to = from, times = ''] = part.exec(text) ?? [];
    const [first, last] = [from, to].map((name) => weekdays.indexOf(name as Weekday));
    const spans = times.split(' ');
    if (first === undefined || last === undefined || first < 0 || last < first || !spans.every(isSpan)) {
      return { refused: `"${text}" can't be read. Write it like ${example}.` };
    }
    for (const name of weekdays.slice(first, last + 1)) hours[name] = spans;
  }
  const twice = sharedMinutes(hours);
  return twice ? { refused: `${twice} overlap. Each hour can stand there once.` } : { hours };
}

/** The same hours as one line, days with equal hours together: "mon-wed 09:00-17:00, thu 10:00-20:00". */
export function hoursLine(hours: WeekHours): string {
  const runs: { days: Weekday[]; times: string }[] = [];
  for (const name of weekdays) {
    const times = (hours[name] ?? []).join(' ');
    const run = runs.at(-1);
    const isNext = weekdays.indexOf(run?.days.at(-1) ?? 'mon') === weekdays.indexOf(name) - 1;
    if (times === '') continue;
    if (run && isNext && run.times === times) run.days.push(name);
    else runs.push({ days: [name], times });
  }
  return runs
    .map(({ days, times }) => `${[...new Set([days[0], days.at(-1)])].join('-')} ${times}`)
    .join(', ');
}

/** "9:00 - 17:00" is meant like "09:00-17:00". */
const tidy = (text: string): string =>
  text
    .trim()
    .replace(/\s*[-–]\s*/gu, '-')
    .replace(/\s+/gu, ' ')
    .replace(/(?<!\d)\d:/gu, (hour) => `0${hour}`);

const isSpan = (text: string): boolean => intervalPattern.test(text) && !isEmpty(toInterval(text));

/** The first two spans that share a minute, as "mon 09:00-17:00 and mon 12:00-13:00"; "" when none do. */
function sharedMinutes(hours: WeekHours): string {
  const spans = weekdays.flatMap((name) => (hours[name] ?? []).map((text) => ({ name, text })));
  for (const [at, one] of spans.entries()) {
    const other = spans
      .slice(at + 1)
      .find(({ name, text }) => overlap(one.name, toInterval(one.text), name, toInterval(text)));
    if (other) return `${one.name} ${one.text} and ${other.name} ${other.text}`;
  }
  return '';
}
