import { describe, expect, it } from 'vitest';
import { type CalendarPerson, staffInEvent } from '../../../src/core/rota/feed.js';
import { staff } from '../../build.js';

const ourStaff = [
  ...staff.map((one) => (one.key === 'ben' ? { ...one, email: 'b.osei@library.org' } : one)),
  ...staff.slice(0, 1).map((one) => ({ ...one, key: 'dev', name: 'Dev Patel' })),
];
const people = (summary: string, attendees: readonly CalendarPerson[] = [], organizer?: CalendarPerson) =>
  staffInEvent({ summary, attendees, ...(organizer ? { organizer } : {}) }, ourStaff);
const known = (...who: string[]) => ({ who, unknown: [] });

describe('the title', () => {
  it.each([
    ['Ana', ['ana']],
    ['ana', ['ana']],
    ['ANA + Ben', ['ana', 'ben']],
    ['Ana, Ben & Carla', ['ana', 'ben', 'carla']],
    ['Ana and Ben', ['ana', 'ben']],
    ['Social desk: Ana / Ben', ['ana', 'ben']],
    ['Ana Kovač', ['ana']],
    ['Dev', ['dev']],
    ['Ana on the desk', ['ana']],
    ['b.osei@library.org', ['ben']],
  ])('%j names %j', (title, who) => {
    expect(people(title)).toEqual(known(...who));
  });

  it('a name that nobody has is told, beside those who are known', () => {
    expect(people('Ana + Zoe')).toEqual({ who: ['ana'], unknown: ['Zoe'] });
    expect(people('Zoe')).toEqual({ who: [], unknown: ['Zoe'] });
    expect(people('Dev Singh')).toEqual({ who: [], unknown: ['Dev Singh'] });
    expect(people('Banana')).toEqual({ who: [], unknown: ['Banana'] });
  });
});

describe('those invited', () => {
  it('count before the title, by e-mail or name', () => {
    const invited = [{ email: 'B.Osei@library.org' }, { name: 'Carla', email: 'x@y.org' }];
    expect(people('Ana', invited)).toEqual(known('ben', 'carla'));
    expect(people('Desk', [{ name: 'Ana' }, { name: 'Zoe' }])).toEqual({ who: ['ana'], unknown: ['Zoe'] });
  });

  it('leave it to the title when none of them is on the staff', () => {
    expect(people('Ana', [{ email: 'desk@library.org' }])).toEqual(known('ana'));
  });
});

it('whoever keeps the event does the shift when nobody else is named', () => {
  expect(people('Desk', [], { name: 'Carla' })).toEqual(known('carla'));
  expect(people('Ana', [], { name: 'Carla' })).toEqual(known('ana'));
});
