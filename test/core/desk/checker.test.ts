import { describe, expect, it } from 'vitest';
import { checkersOf } from '../../../src/core/desk/checker.js';
import { aDesk, ana, aRota, ben, carla, minutes, staff, tuesday } from '../../build.js';

const afternoon = tuesday + minutes(3 * 60);
/** After closing; Ana comes on at nine the next day. */
const evening = tuesday + minutes(8 * 60);
const allDay = (...who: string[]) => [
  { days: ['tue' as const], at: [{ fromMinute: 0, toMinute: 1440 }], who },
];

describe("who checks a trainee's words", () => {
  it('is everybody on shift who may', () => {
    expect(checkersOf(aDesk(), ben, tuesday)).toEqual([ana]);
    const shifts = allDay('ana', 'ben', 'carla');
    expect(checkersOf(aDesk({ rota: aRota({ shifts }) }), ben, tuesday)).toEqual([ana, carla]);
  });

  it('is the fallback person, at once, where the trainee is alone on shift', () => {
    expect(checkersOf(aDesk({ fallback: 'carla' }), ben, afternoon)).toEqual([carla]);
  });

  it('is one lead where there is no fallback person, or that is a trainee too', () => {
    expect(checkersOf(aDesk(), ben, afternoon)).toEqual([ana]);
    expect(checkersOf(aDesk({ fallback: 'ben' }), carla, afternoon)).toEqual([ana]);
  });

  it('is never whoever wrote them, nor a trainee, nor a login that several people share', () => {
    const shifts = allDay('ana', 'ben');
    expect(checkersOf(aDesk({ rota: aRota({ shifts }), fallback: 'carla' }), ana, tuesday)).toEqual([carla]);
    const trainees = staff.map((one) => ({ ...one, trainee: true }));
    expect(checkersOf(aDesk({ rota: aRota({ staff: trainees }), fallback: 'carla' }), ben, tuesday)).toEqual(
      [],
    );
    const tablets = staff.map((one) => (one.key === 'ana' ? { ...one, shared: true as const } : one));
    expect(checkersOf(aDesk({ rota: aRota({ staff: tablets }) }), ben, tuesday)).toEqual([carla]);
  });

  it('after closing is whoever is on shift when the library opens', () => {
    expect(checkersOf(aDesk({ fallback: 'carla' }), ben, evening)).toEqual([ana]);
  });
});
