import ICAL from 'ical.js';
import { findIana } from 'windows-iana';
import { instantOf, isTimeZone, type WallTime, wallTimeOf } from '../../core/rota/local-time.js';

/** A zone that nobody knows: a time in it must not be guessed. */
export class UnknownZone extends Error {
  constructor(readonly zone: string) {
    super(`Unknown time zone '${zone}'.`);
    this.name = 'UnknownZone';
  }
}

/** What turns wall times into moments (Unix ms) and back. The same zone is always the same object within a calendar. */
export interface Zone {
  instantOf(wall: WallTime): number;
  wallOf(ms: number): WallTime;
}

/** The zones of one calendar, by the names that stand in it. */
interface Zones {
  /** Throws UnknownZone. */
  named(name: string): Zone;
}

/** Zones by IANA or Windows name, and those that the calendar itself describes by a place or by rules of its own. */
export function zonesOf(calendar: ICAL.Component): Zones {
  const own = new Map(
    calendar
      .getAllSubcomponents('vtimezone')
      .map((zone) => [String(zone.getFirstPropertyValue('tzid')), zone] as const),
  );
  // Asking whether a name is a zone's is slow, and a calendar has few of them.
  const byName = new Map<string, Zone | undefined>();
  const byPlace = new Map<string, Zone>();

  function ofPlace(place: string): Zone {
    const zone = byPlace.get(place) ?? {
      instantOf: (wall) => instantOf(place, wall),
      wallOf: (ms) => wallTimeOf(place, ms),
    };
    byPlace.set(place, zone);
    return zone;
  }

  function found(name: string): Zone | undefined {
    const described = own.get(name);
    const place = placeOf(name, described?.getFirstPropertyValue('x-lic-location'));
    if (place !== undefined) return ofPlace(place);
    return described && ofRules(described);
  }

  return {
    named(name) {
      if (!byName.has(name)) byName.set(name, found(name));
      const zone = byName.get(name);
      if (!zone) throw new UnknownZone(name);
      return zone;
    },
  };
}

/** The IANA name: by itself, from Windows, by what the calendar says, or by its last parts ("/x.org/1/Europe/London"). */
function placeOf(name: string, said: unknown): string | undefined {
  const parts = name.split('/');
  const names = [name, windowsZone(name), said, parts.slice(-3).join('/'), parts.slice(-2).join('/')];
  return names.find((one): one is string => typeof one === 'string' && isTimeZone(one));
}

/** Windows' zones whose place left them later than the package's data (Unicode CLDR 43 and 45). */
const moved: Readonly<Record<string, string>> = {
  'Mountain Standard Time (Mexico)': 'America/Mazatlan',
  'Central Asia Standard Time': 'Asia/Bishkek',
};

/** Outlook names zones as Windows does. The first place is that of the whole zone, not of one country in it. */
const windowsZone = (name: string): string | undefined => moved[name] ?? findIana(name)[0];

/** A zone by the rules of a VTIMEZONE, as Outlook's "Customized Time Zone"; undefined when it has none that can be used. */
function ofRules(described: ICAL.Component): Zone | undefined {
  const rules = ['standard', 'daylight'].flatMap((kind) => described.getAllSubcomponents(kind));
  // ical.js passes over a rule that is not whole, and would take UTC in its place.
  const isWhole = rules.every((rule) =>
    ['dtstart', 'tzoffsetfrom', 'tzoffsetto'].every((one) => rule.hasProperty(one)),
  );
  // A clock that changes more often is none, and its changes would be counted from 1601 on.
  const isYearly = rules.every((rule) => {
    const repetition: unknown = rule.getFirstPropertyValue('rrule');
    return !(repetition instanceof ICAL.Recur) || repetition.freq === 'YEARLY';
  });
  const [first] = rules.toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : 1));
  const before: unknown = first?.getFirstPropertyValue('tzoffsetfrom');
  if (!first || !isWhole || !isYearly || !(before instanceof ICAL.UtcOffset)) return undefined;
  const zone = new ICAL.Timezone(described);
  const offsetMs = (wall: WallTime): number =>
    1000 * (wall < startOf(first) ? before.toSeconds() : zone.utcOffset(ICAL.Time.fromDateTimeString(wall)));
  return {
    instantOf: (wall) => Date.parse(`${wall}Z`) - offsetMs(wall),
    wallOf(ms) {
      // The offset is asked for by wall time: the second guess is right but for the hour of a change.
      const guess = wallTimeOf('UTC', ms + offsetMs(wallTimeOf('UTC', ms)));
      return wallTimeOf('UTC', ms + offsetMs(guess));
    },
  };
}

const startOf = (rule: ICAL.Component): WallTime => String(rule.getFirstPropertyValue('dtstart'));
