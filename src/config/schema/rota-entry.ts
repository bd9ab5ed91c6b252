import type { Nudges, ResponseTarget, ResponseTargets } from '../../core/desk/policy.js';
import type { Topic } from '../../core/post/topic.js';
import { localDayOf, type Weekday } from '../../core/rota/local-time.js';
import type { Cover, Rota, StaffMember } from '../../core/rota/rota.js';
import { toInterval } from './intervals.js';
import type { DeskEntry } from './schema.js';

/** The rota of a desk, from its entry in the file. */
export function toRota(entry: DeskEntry): Rota {
  const { timeZone, openHours, closures, shifts, covers } = entry;
  const hours = (day: Weekday) => (openHours[day] ?? []).map(toInterval);
  const key = (name: string) => keyOf(entry, name);
  return {
    timeZone,
    openHours: {
      mon: hours('mon'),
      tue: hours('tue'),
      wed: hours('wed'),
      thu: hours('thu'),
      fri: hours('fri'),
      sat: hours('sat'),
      sun: hours('sun'),
    },
    closures: closures.map(({ on = '', from = on, to = on, name }) => ({ from, to, name })),
    staff: Object.entries(listOf(entry)).map(([id, one]) => toMember(id, one)),
    shifts: (shifts ?? []).map(({ at, days, who, every, nth }) => ({
      days,
      at: at.map(toInterval),
      who: who.map(key),
      ...(every && { every }),
      ...(nth !== undefined && { nth }),
    })),
    dated: [],
    covers: covers.map((cover) => toCover(timeZone, { ...cover, of: key(cover.of), by: key(cover.by) })),
  };
}

/** The staff key of a name in the rota: in a channel, listed people may also be named by their Slack id. */
export function keyOf(entry: DeskEntry, name: string): string {
  return Object.entries(listOf(entry)).find(([, { slack }]) => slack === name)?.[0] ?? name;
}

const listOf = ({ staff, people = {} }: DeskEntry): Record<string, Person> =>
  staff === 'channel' ? people : staff;

type Person = NonNullable<DeskEntry['people']>[string];

function toMember(key: string, { slack, name, signature, shared, email, ...member }: Person): StaffMember {
  const unsaid = [
    ...(name === undefined ? (['name'] as const) : []),
    ...(signature === undefined && !shared ? (['signature'] as const) : []),
  ];
  return {
    key,
    slackId: slack,
    name: name ?? key,
    signature: signature ?? '',
    ...member,
    ...(shared && { shared }),
    ...(email && { email }),
    ...(unsaid.length > 0 && { unsaid }),
  };
}

/** The response targets of a desk by topic. A topic that is off has none. */
export function toStandards(written: DeskEntry['standards']): ResponseTargets {
  const topics: readonly Topic[] = ['question', 'praise', 'complaint', 'other'];
  return Object.fromEntries(
    topics.flatMap((topic) => (written[topic] === 'off' ? [] : [[topic, toTarget(written[topic])]])),
  );
}

/** How often the desk reminds people, in milliseconds. */
export function toNudges(written: DeskEntry['nudges']): Nudges {
  return {
    remindEveryMs: written.remindEveryMinutes * 60_000,
    fallbackEveryMs: written.fallbackEveryHours * 60 * 60_000,
    stillOnItMs: written.stillOnItMinutes * 60_000,
    putBackMs: written.putBackMinutes * 60_000,
    shiftEndMs: written.shiftEndMinutes * 60_000,
  };
}

function toCover(timeZone: string, { on, at = '00:00-24:00', of, by }: DeskEntry['covers'][number]): Cover {
  const { fromMinute, toMinute } = toInterval(at);
  const day = localDayOf(timeZone, on);
  return { of, by, fromMs: day.at(fromMinute), toMs: day.at(toMinute) };
}

/** The target that a text such as "4h", "30m" or "1 open day" means. */
function toTarget(written: string): ResponseTarget {
  const openDays = /^(\d+) open days?$/u.exec(written)?.[1];
  return openDays === undefined ? lengthMs(written) : { openDays: Number(openDays) };
}

/** Milliseconds of a text such as "4h" or "30m". */
function lengthMs(written: string): number {
  return Number.parseInt(written, 10) * (written.endsWith('h') ? 60 : 1) * 60_000;
}
