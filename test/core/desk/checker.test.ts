import { describe, expect, it } from 'vitest';
import { checkerOf } from '../../../src/core/desk/checker.js';
import { aDesk, ana, aRota, ben, carla, minutes, staff, tuesday } from '../../build.js';

const afternoon = tuesday + minutes(3 * 60);
/** After closing; Ana comes on at nine the next day. */
const evening = tuesday + minutes(8 * 60);
const tomorrowAtNine = Date.UTC(2026, 10, 25, 9);

describe("who checks a trainee's words", () => {
  it('is a colleague on shift', () => {
    expect(checkerOf(aDesk(), ben, tuesday)).toEqual({ person: ana, from: tuesday });
  });

  it('is the fallback person, at once, where the trainee is alone on shift', () => {
    expect(checkerOf(aDesk({ fallback: 'carla' }), ben, afternoon)).toEqual({
      person: carla,
      from: afternoon,
    });
  });

  it('is a lead where there is no fallback person, or that is a trainee too', () => {
    expect(checkerOf(aDesk(), ben, afternoon)?.person).toBe(ana);
    expect(checkerOf(aDesk({ fallback: 'ben' }), carla, afternoon)?.person).toBe(ana);
  });

  it('is never whoever wrote them, nor a trainee', () => {
    const shifts = [{ days: ['tue' as const], at: [{ fromMinute: 0, toMinute: 1440 }], who: ['ana', 'ben'] }];
    expect(checkerOf(aDesk({ rota: aRota({ shifts }), fallback: 'carla' }), ana, tuesday)?.person).toBe(
      carla,
    );
    const trainees = staff.map((one) => ({ ...one, trainee: true }));
    expect(
      checkerOf(aDesk({ rota: aRota({ staff: trainees }), fallback: 'carla' }), ben, tuesday),
    ).toBeUndefined();
  });

  it('after closing is whoever comes on next, and is not asked before', () => {
    expect(checkerOf(aDesk({ fallback: 'carla' }), ben, evening)).toEqual({
      person: ana,
      from: tomorrowAtNine,
    });
  });
});
