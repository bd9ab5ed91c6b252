import * as z from 'zod';
import { usualNudges } from '../../core/desk/policy.js';
import { isTimeZone, weekdays } from '../../core/rota/local-time.js';
import { maxClosureLength } from '../../core/words/screen-room.js';
import { intervalPattern, isEmpty, toInterval } from './intervals.js';
import { date, oneLine, strict, text, whole } from './schema-parts.js';

const interval = z
  .string({ error: 'a time span such as "09:00-17:00"' })
  .regex(intervalPattern, {
    error: 'HH:MM-HH:MM such as "09:00-17:00", to "24:00" at the latest or across midnight ("22:00-02:00")',
  })
  .refine((span) => !intervalPattern.test(span) || !isEmpty(toInterval(span)), {
    error: 'a span that is not empty ("00:00-24:00" is the whole day)',
  })
  .meta({ description: 'From and to, such as "09:00-17:00". May end at 24:00 or cross midnight.' });

const intervals = z.array(interval, { error: 'a list of time spans such as ["09:00-17:00"]' });

const day = intervals.meta({ description: 'When the library answers; a day left out is closed.' }).optional();

const staffKey = z.string({ error: 'a key of staff' });

export const timeZone = z
  .string({ error: 'an IANA time zone such as Europe/London' })
  .refine(isTimeZone, {
    error: 'an IANA time zone such as Europe/London',
    params: { names: Intl.supportedValuesOf('timeZone') },
  })
  .meta({ description: 'IANA time zone of all hours below, such as Europe/London.' });

export const openHours = strict({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day });

export const closures = z.array(
  strict({
    on: date.meta({ description: 'One day; else `from` and `to`.' }).optional(),
    from: date.meta({ description: 'The first closed day.' }).optional(),
    to: date.meta({ description: 'The last closed day.' }).optional(),
    name: oneLine(maxClosureLength, 'what the days are called, such as Christmas'),
  }),
  { error: 'a list of closures such as { on: 2026-12-25, name: Christmas }' },
);

const nth = { error: 'last, or a number from 1 to 5' };

const shift = strict({
  days: z
    .array(z.enum(weekdays, { error: weekdays.join(', ') }), { error: 'a list of days such as [mon, tue]' })
    .min(1, { error: 'at least one day' }),
  at: intervals.min(1, { error: 'at least one time span' }),
  who: z
    .array(staffKey, { error: 'a list of staff keys such as [ana]' })
    .min(1, { error: 'at least one member of staff' }),
  every: strict({
    weeks: whole(1, 52, 'weeks'),
    from: date.meta({ description: 'Not before this date; its week is the first.' }),
  })
    .meta({ description: 'Only in every so many weeks.' })
    .optional(),
  nth: z
    .union([z.literal('last'), z.int(nth).min(1, nth).max(5, nth)], nth)
    .meta({
      description:
        'Only this one of such days in a month: with days: [sat] and nth: last, the last Saturday.',
    })
    .optional(),
});

export const shifts = z
  .array(shift, { error: 'a list of shifts' })
  .min(1, { error: 'at least one shift' })
  .optional();

export const covers = z.array(
  strict({
    on: date,
    at: interval.meta({ description: 'The whole day unless told.' }).optional(),
    of: staffKey.meta({ description: 'Whose shift it is.' }),
    by: staffKey.meta({ description: 'Who does it.' }),
  }),
  { error: 'a list of covers such as { on: 2026-12-01, of: ana, by: ben }' },
);

export const feed = strict({
  ics: text(
    /^(?:https?|webcal):\/\/(?![^/]*@)[^\s\p{C}]+$|^(?![a-z]+:\/\/)[^\s\p{C}](?:[^\p{C}]*[^\s\p{C}])?\.ics$/u,
    'the https:// address of a calendar, without a name and password in it, or a file such as rota.ics beside this one',
  ),
  privateAddress: z.boolean({ error: 'true or false' }).default(false).meta({
    description: 'The calendar is on this machine or its own network; else such an address is refused.',
  }),
}).meta({ description: 'In place of shifts: a calendar in which each event is a shift.' });

const waitAllowed = 'a time such as 4h, 30m or 1 open day, or off';

const wait = z
  .string({ error: waitAllowed })
  .regex(/^(?:[1-9]\d{0,2}[hm]|[1-9]\d? open days?|off)$/, { error: waitAllowed })
  .meta({
    description:
      'In open hours, such as 4h or 30m. "1 open day": until the same time on the next open day; what comes while the library is closed has until the end of the day on which it opens. off: no standard.',
  });

/** `other`: a question that the desk did not recognise is among it, so it must not wait for ever. */
export const standards = strict({
  question: wait.default('4h'),
  complaint: wait.default('4h'),
  praise: wait.default('off'),
  other: wait.default('1 open day'),
});

const minutes = (ms: number) => ms / 60_000;

export const nudges = strict({
  remindEveryMinutes: whole(15, 1440, 'minutes')
    .default(minutes(usualNudges.remindEveryMs))
    .meta({ description: 'Nobody is reminded of what waits more often than this.' }),
  fallbackEveryHours: whole(1, 168, 'hours')
    .default(minutes(usualNudges.fallbackEveryMs) / 60)
    .meta({ description: 'Nor the fallback person more often than this.' }),
  stillOnItMinutes: whole(5, 480, 'minutes').default(minutes(usualNudges.stillOnItMs)).meta({
    description: 'After this much open time without a word, whoever took a card is asked: still on it?',
  }),
  putBackMinutes: whole(10, 480, 'minutes')
    .default(minutes(usualNudges.putBackMs))
    .meta({ description: 'After this much it goes back to the shift; the draft is kept.' }),
  shiftEndMinutes: whole(5, 120, 'minutes')
    .default(minutes(usualNudges.shiftEndMs))
    .meta({ description: 'What somebody still has so long after their shift is put back.' }),
});
