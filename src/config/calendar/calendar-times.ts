import ICAL from 'ical.js';
import type { WallTime } from '../../core/rota/local-time.js';
import type { Span } from '../../core/rota/spans.js';
import { UnknownZone, type Zone, zonesOf } from './calendar-zones.js';

/** A time of a calendar, as it was written. */
export interface Point {
  readonly wall: WallTime;
  readonly zone: Zone;
  /** A whole day: a date without a time. */
  readonly isDay: boolean;
}

/** Reads the times of one calendar. ical.js knows few zones and takes the machine's for the others: it only reads walls. */
export interface Times {
  /** All values of a property. Throws UnknownZone. */
  points(property: ICAL.Property): Point[];
  /** The wall time of a point in a zone. */
  wallIn(zone: Zone, point: Point): WallTime;
  /** The first time and the one after the last, by a zone's clock, at which what touches the window can begin. */
  starts(zone: Zone): { readonly first: WallTime; readonly end: WallTime };
}

const DAY_MS = 86_400_000;
/** What begins so long before a window can reach into it. */
const LONGEST_MS = 40 * DAY_MS;

/** `deskZone` (IANA) holds for days and for times without a zone, unless the calendar says X-WR-TIMEZONE. */
export function timesOf(calendar: ICAL.Component, deskZone: string, window: Span): Times {
  const zones = zonesOf(calendar);
  const desk = zones.named(deskZone);
  const utc = zones.named('UTC');
  const said = calendar.getFirstPropertyValue('x-wr-timezone');
  const zoneOf = (property: ICAL.Property): Zone => {
    const name = property.getFirstParameter('tzid');
    return name ? zones.named(name) : floating();
  };
  const floating = (): Zone => {
    if (typeof said !== 'string') return desk;
    try {
      return zones.named(said);
    } catch (fault) {
      if (fault instanceof UnknownZone) return desk;
      throw fault;
    }
  };

  const reach = new Map<Zone, ReturnType<Times['starts']>>();

  return {
    points: (property) =>
      property.getValues().map((value: unknown) => {
        if (value instanceof ICAL.Period) return pointOf(value.start, () => zoneOf(property));
        if (value instanceof ICAL.Time) return pointOf(value, () => zoneOf(property));
        throw new TypeError(`${property.name} is no time`);
      }),
    wallIn: (zone, point) =>
      point.isDay || point.zone === zone ? point.wall : zone.wallOf(point.zone.instantOf(point.wall)),
    // Zones are slow, and a calendar has few of them.
    starts(zone) {
      const known = reach.get(zone) ?? {
        first: zone.wallOf(window.fromMs - LONGEST_MS),
        end: zone.wallOf(window.toMs),
      };
      reach.set(zone, known);
      return known;
    },
  };

  function pointOf(time: ICAL.Time, zone: () => Zone): Point {
    // A day is one of the desk's calendar, wherever it was written.
    if (time.isDate) return { wall: `${time.toString()}T00:00:00`, zone: desk, isDay: true };
    const written = time.toString();
    return written.endsWith('Z')
      ? { wall: written.slice(0, -1), zone: utc, isDay: false }
      : { wall: written, zone: zone(), isDay: false };
  }
}
