import { describe, expect, it, onTestFinished } from 'vitest';
import { WINDOWS_TO_IANA_MAP } from 'windows-iana';
import { readCalendar } from '../../../src/config/calendar/calendar.js';
import { staff } from '../../build.js';
import { calendar } from './calendar-text.js';
import { event, freezing, hostileTexts } from './hostile.js';

const ms = (iso: string) => Date.parse(iso);
const autumn = { fromMs: ms('2026-10-19T00:00Z'), toMs: ms('2026-11-30T00:00Z') };
const read = (text: string, timeZone = 'Europe/London', window = autumn) =>
  readCalendar(text, { timeZone, staff }, window);
/** "2026-10-19T09:00/17:00 ana": shifts in UTC, as short as can be. */
const shifts = (text: string, timeZone?: string, window?: typeof autumn) =>
  read(text, timeZone, window).shifts.map(({ fromMs, toMs, who }) => {
    const [from, to] = [fromMs, toMs].map((at) => new Date(at).toISOString().slice(0, 16));
    return `${from}/${to?.startsWith(from?.slice(0, 10) ?? '') ? to.slice(11) : to} ${who.join('+')}`;
  });
const problems = (text: string) => read(text).problems;

/** Puts this process into a zone until the test ends. */
function machineIn(zone: string): void {
  const before = process.env.TZ;
  process.env.TZ = zone;
  onTestFinished(() => {
    if (before === undefined) Reflect.deleteProperty(process.env, 'TZ');
    else process.env.TZ = before;
  });
  expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
}

const weekly = [
  'SUMMARY:Ana',
  'DTSTART;TZID=Europe/London:20261019T090000',
  'DTEND;TZID=Europe/London:20261019T130000',
  'RRULE:FREQ=WEEKLY;COUNT=3',
];

describe('what repeats', () => {
  it('keeps its wall time on both sides of a clock change', () => {
    expect(shifts(calendar(weekly))).toEqual([
      '2026-10-19T08:00/12:00 ana',
      '2026-10-26T09:00/13:00 ana',
      '2026-11-02T09:00/13:00 ana',
    ]);
  });

  it('keeps the wall time of its own zone, not of the desk', () => {
    const text = calendar([
      'SUMMARY:Ana',
      'DTSTART;TZID=America/New_York:20261023T220000',
      'DTEND;TZID=America/New_York:20261024T060000',
      'RRULE:FREQ=WEEKLY;COUNT=3',
    ]);
    expect(shifts(text)).toEqual([
      '2026-10-24T02:00/10:00 ana',
      '2026-10-31T02:00/10:00 ana',
      '2026-11-07T03:00/11:00 ana',
    ]);
  });

  it('includes its last day when the end is written in UTC, east and west', () => {
    const until = (zone: string, end: string) =>
      shifts(
        calendar([
          'SUMMARY:Ana',
          `DTSTART;TZID=${zone}:20261102T090000`,
          `DTEND;TZID=${zone}:20261102T100000`,
          `RRULE:FREQ=DAILY;UNTIL=${end}`,
        ]),
      ).length;
    expect(until('Europe/Berlin', '20261104T080000Z')).toBe(3);
    expect(until('America/New_York', '20261104T140000Z')).toBe(3);
    expect(until('America/New_York', '20261104T135959Z')).toBe(2);
    expect(until('Europe/Berlin', '20261104')).toBe(3);
  });

  it('has been going on for years, every other week or on the last Saturday', () => {
    const since2015 = (rule: string, day: string) =>
      shifts(
        calendar([
          'SUMMARY:Ana',
          `DTSTART;TZID=Europe/London:${day}T100000`,
          'DURATION:PT2H',
          `RRULE:${rule}`,
        ]),
      ).map((shift) => shift.slice(0, 10));
    expect(since2015('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', '20150105')).toEqual([
      '2026-10-26',
      '2026-11-09',
      '2026-11-23',
    ]);
    expect(since2015('FREQ=MONTHLY;BYDAY=-1SA', '20150131')).toEqual(['2026-10-31', '2026-11-28']);
  });

  it.each([
    'FREQ=DAILY;INTERVAL=3',
    'FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,SA;WKST=SU',
    'FREQ=WEEKLY;BYDAY=TU',
    'FREQ=DAILY;BYDAY=WE',
  ])('is the same whether it is counted from its beginning or not: %s', (rule) => {
    const since2015 = (more: string) =>
      shifts(
        calendar([
          'SUMMARY:Ana',
          'DTSTART;TZID=Europe/London:20150107T100000',
          'DURATION:PT2H',
          `RRULE:${rule}${more}`,
        ]),
      );
    expect(since2015('').length).toBeGreaterThan(3);
    expect(since2015('')).toEqual(since2015(';COUNT=9999'));
  });

  it('leaves out days, in whichever zone they are written', () => {
    const out = (line: string) => shifts(calendar([...weekly, line]))?.map((shift) => shift.slice(0, 10));
    expect(out('EXDATE;TZID=Europe/London:20261026T090000')).toEqual(['2026-10-19', '2026-11-02']);
    expect(out('EXDATE:20261019T080000Z')).toEqual(['2026-10-26', '2026-11-02']);
    expect(out('EXDATE;TZID=Europe/Berlin:20261026T100000')).toEqual(['2026-10-19', '2026-11-02']);
    expect(out('EXDATE;VALUE=DATE:20261026')).toEqual(['2026-10-19', '2026-11-02']);
    expect(out('RDATE;TZID=Europe/London:20261104T090000')).toHaveLength(4);
  });

  it('can be changed or cancelled once', () => {
    const moved = [
      'UID:event-0',
      'RECURRENCE-ID:20261026T090000Z',
      'SUMMARY:Ben',
      'DTSTART;TZID=Europe/London:20261027T140000',
      'DTEND;TZID=Europe/London:20261027T150000',
    ];
    const cancelled = [
      'UID:event-0',
      'RECURRENCE-ID;TZID=Europe/London:20261102T090000',
      'STATUS:CANCELLED',
      'SUMMARY:Ana',
      'DTSTART;TZID=Europe/London:20261102T090000',
      'DTEND;TZID=Europe/London:20261102T130000',
    ];
    expect(shifts(calendar(weekly, moved, cancelled))).toEqual([
      '2026-10-19T08:00/12:00 ana',
      '2026-10-27T14:00/15:00 ben',
    ]);
  });

  it('is left out with its zone told when a day is left out in a zone that nobody knows', () => {
    const text = calendar([...weekly, 'EXDATE;TZID=Library Time:20261026T090000']);
    expect(shifts(text)).toEqual([]);
    expect(problems(text)).toEqual([{ kind: 'unknown-zone', zone: 'Library Time', event: 'Ana' }]);
  });

  it('is told when it repeats without end every second, or changes all that comes later', () => {
    expect(problems(calendar([...weekly.slice(0, 3), 'RRULE:FREQ=SECONDLY']))).toMatchObject([
      { kind: 'not-understood', event: 'Ana', detail: 'it repeats too often' },
    ]);
    const later = [
      'UID:event-0',
      'RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/London:20261026T090000',
      ...weekly.slice(0, 3),
    ];
    expect(problems(calendar(weekly, later))).toMatchObject([{ detail: 'it changes all later ones' }]);
  });
});

describe('zones', () => {
  const once = (start: string, end: string) => calendar(['SUMMARY:Ana', `DTSTART${start}`, `DTEND${end}`]);

  it('an event without one is in the desk’s, wherever the machine stands', () => {
    machineIn('Pacific/Auckland');
    const text = once(':20261102T090000', ':20261102T130000');
    expect(shifts(text)).toEqual(['2026-11-02T09:00/13:00 ana']);
    expect(shifts(text, 'America/New_York')).toEqual(['2026-11-02T14:00/18:00 ana']);
    expect(shifts(text.replace('VERSION', 'X-WR-TIMEZONE:Europe/Paris\r\nVERSION'))).toEqual([
      '2026-11-02T08:00/12:00 ana',
    ]);
  });

  // Egypt has had summer time again since 2023, Mexico none since 2022, Turkey none since 2016.
  const zonesOfTheWorld = [
    ['Turkey Standard Time', 'Europe/Istanbul', ['06:00', '06:00']],
    ['Egypt Standard Time', 'Africa/Cairo', ['06:00', '07:00']],
    ['Central Standard Time (Mexico)', 'America/Mexico_City', ['15:00', '15:00']],
    ['Eastern Standard Time (Mexico)', 'America/Cancun', ['14:00', '14:00']],
    ['Pacific Standard Time (Mexico)', 'America/Tijuana', ['16:00', '17:00']],
    ['Mountain Standard Time (Mexico)', 'America/Mazatlan', ['16:00', '16:00']],
    ['Central Asia Standard Time', 'Asia/Bishkek', ['03:00', '03:00']],
  ] as const;

  it.each(['UTC', 'America/New_York', 'Pacific/Auckland'])(
    'Windows names and IANA names are the same hours on a machine in %s',
    (machine) => {
      machineIn(machine);
      for (const [windows, iana, starts] of zonesOfTheWorld) {
        for (const zone of [windows, iana]) {
          const text = calendar([
            'SUMMARY:Ana',
            `DTSTART;TZID=${zone}:20261026T090000`,
            'DURATION:PT1H',
            `RRULE:FREQ=WEEKLY;COUNT=2`,
          ]);
          // Egypt leaves summer time on 30 October, Tijuana on 1 November.
          expect(
            shifts(text).map((shift) => shift.slice(11, 16)),
            zone,
          ).toEqual(starts);
        }
      }
    },
  );

  it('every zone of Windows leads to one that this machine knows', () => {
    const names = new Set(WINDOWS_TO_IANA_MAP.map(({ windowsName }) => windowsName));
    expect(names.size).toBeGreaterThan(130);
    for (const name of names) {
      const text = once(`;TZID=${name}:20261102T090000`, `;TZID=${name}:20261102T130000`);
      expect(problems(text), name).toEqual([]);
    }
  });

  const customized = [
    'BEGIN:VTIMEZONE',
    'TZID:Customized Time Zone',
    'BEGIN:STANDARD',
    'DTSTART:16010101T020000',
    'TZOFFSETFROM:-0400',
    'TZOFFSETTO:-0500',
    'RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11',
    'END:STANDARD',
    'BEGIN:DAYLIGHT',
    'DTSTART:16010101T020000',
    'TZOFFSETFROM:-0500',
    'TZOFFSETTO:-0400',
    'RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3',
    'END:DAYLIGHT',
    'END:VTIMEZONE',
    'BEGIN:VEVENT',
  ];
  const weeklyCustomized = calendar([
    'SUMMARY:Ana',
    'DTSTART;TZID=Customized Time Zone:20261026T090000',
    'DTEND;TZID=Customized Time Zone:20261026T130000',
    'RRULE:FREQ=WEEKLY;COUNT=2',
    'EXDATE;TZID=Europe/London:20261026T120000',
  ]);

  it.each(['UTC', 'Asia/Tokyo'])(
    'one that the calendar describes by rules of its own is read by them on a machine in %s',
    (machine) => {
      machineIn(machine);
      const described = (...rules: readonly string[]) =>
        shifts(weeklyCustomized.replace('EXDATE', 'X-NO').replace('BEGIN:VEVENT', rules.join('\r\n')));
      expect(described(...customized)).toEqual(['2026-10-26T13:00/17:00 ana', '2026-11-02T14:00/18:00 ana']);
      // A rule that begins after the event says what held before it.
      const later = customized.map((line) => line.replace('16010101', '20261101')).slice(0, 8);
      expect(described(...later, ...customized.slice(-2))).toEqual([
        '2026-10-26T13:00/17:00 ana',
        '2026-11-02T14:00/18:00 ana',
      ]);
    },
  );

  it('one of rules of its own leaves out and moves what is written in other zones', () => {
    const text = weeklyCustomized
      .replace('BEGIN:VEVENT', customized.join('\r\n'))
      .replace('EXDATE;TZID=Europe/London:20261026T120000', 'EXDATE;TZID=Europe/London:20261026T130000');
    expect(shifts(text)).toEqual(['2026-11-02T14:00/18:00 ana']);
  });

  it('one whose rules are not whole is refused by name', () => {
    const broken = customized.filter((line) => !line.startsWith('TZOFFSETTO'));
    const text = weeklyCustomized.replace('BEGIN:VEVENT', broken.join('\r\n'));
    expect(shifts(text)).toEqual([]);
    expect(problems(text)).toEqual([{ kind: 'unknown-zone', zone: 'Customized Time Zone', event: 'Ana' }]);
  });

  it.each([
    [':20261102T090000Z', ':20261102T130000Z', '2026-11-02T09:00/13:00'],
    [
      ';TZID=GMT Standard Time:20261022T090000',
      ';TZID=GMT Standard Time:20261022T130000',
      '2026-10-22T08:00/12:00',
    ],
    [
      ';TZID="Eastern Standard Time":20261102T090000',
      ';TZID="Eastern Standard Time":20261102T130000',
      '2026-11-02T14:00/18:00',
    ],
    [
      ';TZID=/mozilla.org/2005/Europe/Berlin:20261102T090000',
      ';TZID=/mozilla.org/2005/Europe/Berlin:20261102T130000',
      '2026-11-02T08:00/12:00',
    ],
    [
      ';TZID=Europe/Berlin:20261102T090000',
      ';TZID=America/New_York:20261102T090000',
      '2026-11-02T08:00/14:00',
    ],
  ])('%s to %s is %s in UTC', (start, end, expected) => {
    expect(shifts(once(start, end))).toEqual([`${expected} ana`]);
  });

  it('one that nobody knows is told with its event, once, and never guessed', () => {
    const text = once(
      ';TZID=Customized Time Zone:20261102T090000',
      ';TZID=Customized Time Zone:20261102T130000',
    );
    expect(shifts(text)).toEqual([]);
    expect(problems(text)).toEqual([{ kind: 'unknown-zone', zone: 'Customized Time Zone', event: 'Ana' }]);
  });

  it('one that the calendar describes by a place is known', () => {
    const described = [
      'BEGIN:VTIMEZONE',
      'TZID:Customized Time Zone',
      'X-LIC-LOCATION:Europe/Rome',
      'END:VTIMEZONE',
      'BEGIN:VEVENT',
    ].join('\r\n');
    const text = once(
      ';TZID=Customized Time Zone:20261102T090000',
      ';TZID=Customized Time Zone:20261102T130000',
    );
    expect(shifts(text.replace('BEGIN:VEVENT', described))).toEqual(['2026-11-02T08:00/12:00 ana']);
  });

  it('a whole day is one of the desk, from midnight to midnight', () => {
    const days = once(';VALUE=DATE:20261024', ';VALUE=DATE:20261026');
    expect(shifts(days, 'Europe/London')).toEqual(['2026-10-23T23:00/2026-10-26T00:00 ana']);
    expect(shifts(calendar(['SUMMARY:Ana', 'DTSTART;VALUE=DATE:20261102']), 'America/New_York')).toEqual([
      '2026-11-02T05:00/2026-11-03T05:00 ana',
    ]);
  });
});

describe('what a stranger may send', () => {
  const ben = ['SUMMARY:Ben', 'DTSTART:20261102T090000Z', 'DURATION:PT4H'];
  const bens = ['2026-11-02T09:00/13:00 ben'];

  it.each([
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=DAILY;INTERVAL=999999999',
    'FREQ=MONTHLY;INTERVAL=48;BYDAY=5MO',
    'FREQ=YEARLY;BYMONTH=4;BYDAY=1MO;BYMONTHDAY=20',
    'FREQ=WEEKLY;INTERVAL=999999999;BYDAY=TU',
  ])('a rule that finds no day leaves out its event alone: %s', (rule) => {
    const never = ['SUMMARY:Ana', 'DTSTART:20260201T090000Z', 'DURATION:PT1H', `RRULE:${rule}`];
    const text = calendar(never, ben);
    expect(shifts(text)).toEqual(bens);
    expect(problems(text)).toEqual([
      { kind: 'not-understood', event: 'Ana', detail: 'its repetition finds no day' },
    ]);
  });

  it.each(['RRULE:FREQ=SECONDLY', freezing])(
    'a zone whose own rules never end is no zone, for all of its events at once: %s',
    (rule) => {
      const zone = [
        'BEGIN:VTIMEZONE',
        'TZID:Library Time',
        'BEGIN:STANDARD',
        'DTSTART:16010101T020000',
        'TZOFFSETFROM:-0400',
        'TZOFFSETTO:-0500',
        rule,
        'END:STANDARD',
        'END:VTIMEZONE',
        'BEGIN:VEVENT',
      ].join('\r\n');
      const inZone = ['SUMMARY:Ana', 'DTSTART;TZID=Library Time:20261102T090000', 'DURATION:PT1H'];
      const text = calendar(ben, ...Array.from({ length: 50 }, () => inZone)).replace('BEGIN:VEVENT', zone);
      expect(shifts(text)).toEqual(bens);
      expect(problems(text)).toEqual([{ kind: 'unknown-zone', zone: 'Library Time', event: 'Ana' }]);
    },
  );

  it.each(['15,000 events', '20,000 events of one UID'])('%s are read, and fast', (name) => {
    const text = hostileTexts[name]?.() ?? '';
    expect(text.length).toBeLessThan(2_000_000);
    // One every five hours.
    expect(read(text).shifts).toHaveLength(201);
  });

  it('thousands of changes of thousands of events with one UID are read, and fast', () => {
    const many = Array.from({ length: 8_000 }, (_, index) => {
      const [, start = ''] = event(index);
      const change = index % 2 === 0 ? [] : [start.replace('DTSTART', 'RECURRENCE-ID')];
      return event(index, 'UID:1', ...change);
    });
    expect(read(calendar(...many)).problems).toEqual([]);
  });

  it('more shifts than any library has are refused', () => {
    const daily = ['SUMMARY:Ana', 'DTSTART:20260101T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY'];
    const text = calendar(...Array.from({ length: 200 }, () => daily));
    expect(() => read(text)).toThrow('it has more than 5,000 shifts in three months');
  });

  it('names and titles come without control characters and direction marks, and short', () => {
    const red = '\u001b[31m';
    const title = `\u202eZoe${red} Quill\u2066 `;
    const text = calendar(
      [`SUMMARY:${title}`, 'DTSTART:20261102T090000Z', 'DURATION:PT4H'],
      [`SUMMARY:${red}Ana`, 'DTSTART;TZID=Ma\u202ers:20261102T090000', 'DURATION:PT4H'],
      [`SUMMARY:Ben\u0007${'n'.repeat(5_000)}`, 'DTSTART:20261102T090000Z'],
      ['SUMMARY:A\u200ena\\n', 'DTSTART:20261103T090000Z', 'DURATION:PT4H'],
    );
    expect(shifts(text)).toEqual(['2026-11-03T09:00/13:00 ana']);
    expect(problems(text)).toEqual([
      { kind: 'unknown-zone', zone: 'Mars', event: '[31mAna' },
      { kind: 'not-understood', event: `Ben ${'n'.repeat(70)}…`, detail: 'it has no end' },
      {
        kind: 'nobody-of-that-name',
        name: 'Zoe [31m Quill',
        event: 'Zoe [31m Quill',
        atMs: ms('2026-11-02T09:00Z'),
      },
    ]);
  });

  it('of thousands of unknown names a hundred are told', () => {
    const names = Array.from({ length: 4_000 }, (_, index) => [
      `SUMMARY:Zoe ${index}`,
      'DTSTART:20261102T090000Z',
      'DURATION:PT4H',
    ]);
    expect(problems(calendar(...names))).toHaveLength(100);
  });
});

it('what ended before the window or begins after it is no shift, and nobody is missed in it', () => {
  const old = ['SUMMARY:Zoe', 'DTSTART:20200101T090000Z', 'DTEND:20200101T130000Z'];
  const far = ['SUMMARY:Zoe', 'DTSTART:20290101T090000Z', 'DTEND:20290101T130000Z'];
  expect(read(calendar(old, far))).toEqual({ shifts: [], problems: [] });
});

it('a page that is no calendar is refused', () => {
  for (const text of ['<html>Sign in</html>', '', 'BEGIN:VCALENDAR\r\nnonsense']) {
    expect(() => read(text)).toThrow('it is no calendar');
  }
});
