import type { ServerResponse } from 'node:http';
import { createGzip } from 'node:zlib';
import { calendar } from './calendar-text.js';

const start = (index: number) =>
  new Date(Date.UTC(2020, 0, 1) + index * 5 * 3_600_000).toISOString().replace(/[-:]|\.\d+/g, '');

/** An hour of somebody's, every five hours from 2020 on. */
export const event = (index: number, ...more: readonly string[]): readonly string[] => [
  'SUMMARY:Ana',
  `DTSTART:${start(index)}`,
  'DURATION:PT1H',
  ...more,
];

const many = (count: number, ...more: readonly string[]) =>
  calendar(...Array.from({ length: count }, (_, index) => event(index, ...more)));

/** No February has 30 days, and ical.js looks for one without end. */
export const freezing = 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30';

/** Texts that take long to read, or would never be read. */
export const hostileTexts: Readonly<Record<string, () => string>> = {
  'a rule that never comes to a day': () => calendar(event(0, freezing)),
  'a hundred of them': () => many(100, freezing),
  'an event every second': () => calendar(event(0, 'RRULE:FREQ=SECONDLY')),
  '15,000 events': () => many(15_000),
  '12,000 events every day': () => many(12_000, 'RRULE:FREQ=DAILY'),
  '20,000 events of one UID': () => many(20_000, 'UID:1'),
};

/** Answers that are too large, or have no end. */
export const hostileAnswers: Readonly<Record<string, (response: ServerResponse) => void>> = {
  'a gzip of 700 MB': (response) => {
    response.setHeader('content-encoding', 'gzip');
    const gzip = createGzip({ level: 1 });
    gzip.pipe(response);
    response.on('close', () => gzip.destroy());
    endless(gzip, Buffer.alloc(1_000_000, ' '), 700);
  },
  'one without end': (response) => endless(response, Buffer.from(calendar(event(0)))),
  'a slow drip': (response) => {
    response.write('BEGIN:VCALENDAR\r\n');
    const drip = setInterval(() => response.write('X'), 20);
    response.on('close', () => clearInterval(drip));
  },
};

/** Writes a piece again and again, as fast as it is taken. */
function endless(to: NodeJS.WritableStream & { destroyed?: boolean }, piece: Buffer, times = Infinity): void {
  let written = 0;
  const go = () => {
    while (written < times && !to.destroyed) {
      written++;
      if (!to.write(piece)) return to.once('drain', go);
    }
    if (!to.destroyed) to.end();
  };
  go();
}
