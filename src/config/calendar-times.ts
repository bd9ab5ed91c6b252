import ICAL from 'ical.js';
import { instantOf, isTimeZone, type WallTime, wallOf } from '../core/wall-time.js';
import { windowsZone } from './windows-zones.js';

/** A zone that nobody knows: a time in it must not be guessed. */
export class UnknownZone extends Error {
  constructor(readonly zone: string) {
    super(`Unknown time zone '${zone}'.`);
    this.name = 'UnknownZone';
  }
}

/** A time of a calendar, as it was written. */
export interface Point {
  readonly wall: WallTime;
  /** IANA. */
  readonly zone: string;
  /** A whole day: a date without a time. */
  readonly isDay: boolean;
}

/** Reads the times of one calendar. ical.js knows few zones and takes the machine's for the others: it only reads walls. */
export interface Times {
  /** All values of a property. Throws UnknownZone. */
  points(property: ICAL.Property): Point[];
  /** The wall time of a point in a zone. */
  wallIn(zone: string, point: Point): WallTime;
}

export function timesOf(calendar: ICAL.Component, deskZone: string): Times {
  const own = ownZones(calendar);
  const zones = new Map<string, string>();
  const said = calendar.getFirstPropertyValue('x-wr-timezone');
  const floating = (typeof said === 'string' && known(said, own)) || deskZone;

  function zoneOf(property: ICAL.Property): string {
    const name = property.getFirstParameter('tzid');
    if (!name) return floating;
    // Asking whether a name is a zone's is slow, and a calendar has few of them.
    const zone = zones.get(name) ?? known(name, own);
    if (zone) zones.set(name, zone);
    else throw new UnknownZone(name);
    return zone;
  }

  return {
    points: (property) =>
      property.getValues().map((value: unknown) => {
        if (value instanceof ICAL.Period) return pointOf(value.start, () => zoneOf(property));
        if (value instanceof ICAL.Time) return pointOf(value, () => zoneOf(property));
        throw new TypeError(`${property.name} is no time`);
      }),
    wallIn: (zone, point) =>
      point.isDay || point.zone === zone ? point.wall : wallOf(zone, instantOf(point.zone, point.wall)),
  };

  function pointOf(time: ICAL.Time, zone: () => string): Point {
    // A day is one of the desk's calendar, wherever it was written.
    if (time.isDate) return { wall: `${time.toString()}T00:00:00`, zone: deskZone, isDay: true };
    const written = time.toString();
    return written.endsWith('Z')
      ? { wall: written.slice(0, -1), zone: 'UTC', isDay: false }
      : { wall: written, zone: zone(), isDay: false };
  }
}

/** Zones that the calendar itself describes, as far as it says which of the world's they are. */
function ownZones(calendar: ICAL.Component): ReadonlyMap<string, string> {
  return new Map(
    calendar.getAllSubcomponents('vtimezone').flatMap((zone) => {
      const [name, place] = ['tzid', 'x-lic-location'].map((key) => zone.getFirstPropertyValue(key));
      return typeof name === 'string' && typeof place === 'string' ? [[name, place] as const] : [];
    }),
  );
}

/** By its IANA or Windows name, by what the calendar says of it, or by its last parts ("/x.org/1/Europe/London"). */
function known(name: string, own: ReadonlyMap<string, string>): string | undefined {
  const parts = name.split('/');
  const names = [
    name,
    windowsZone(name),
    own.get(name),
    parts.slice(-3).join('/'),
    parts.slice(-2).join('/'),
  ];
  return names.find((one) => one !== undefined && isTimeZone(one));
}
