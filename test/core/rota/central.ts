import type { Weekday } from '../../../src/core/rota/local-time.js';
import type { Interval, Rota, Shift, StaffMember } from '../../../src/core/rota/rota.js';

export const workdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];

export const ms = (iso: string) => Date.parse(iso);
const clock = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

/** "22:00-06:00" crosses midnight. */
export const at = (...texts: string[]): Interval[] =>
  texts.map((text) => {
    const [from = '', to = ''] = text.split('-');
    const fromMinute = clock(from);
    return { fromMinute, toMinute: clock(to) > fromMinute ? clock(to) : clock(to) + 1440 };
  });

function person(key: string): StaffMember {
  const name = key.charAt(0).toUpperCase() + key.slice(1);
  return { key, slackId: `U-${key}`, name, signature: '^X', lead: false, trainee: false, xSignIn: true };
}

export function openOn(days: readonly Weekday[], hours: readonly Interval[]): Rota['openHours'] {
  const hoursOn = (day: Weekday) => (days.includes(day) ? hours : []);
  return {
    mon: hoursOn('mon'),
    tue: hoursOn('tue'),
    wed: hoursOn('wed'),
    thu: hoursOn('thu'),
    fri: hoursOn('fri'),
    sat: hoursOn('sat'),
    sun: hoursOn('sun'),
  };
}

/** Central: Ana, Ben and Carla, open on workdays from 9 to 17. */
export function rota(shifts: readonly Shift[], change: Partial<Rota> = {}): Rota {
  const staff = [person('ana'), person('ben'), person('carla')];
  return {
    timeZone: 'Europe/London',
    openHours: openOn(workdays, at('09:00-17:00')),
    closures: [],
    staff,
    shifts,
    dated: [],
    covers: [],
    ...change,
  };
}
