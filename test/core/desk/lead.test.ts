import { describe, expect, it } from 'vitest';
import { leadOfFlag, leadToAsk } from '../../../src/core/desk/lead.js';
import { aDesk, ana, aRota, ben, carla, minutes, staff, tuesday } from '../../build.js';

/** Ana and Carla are leads. Ana is on shift until 13:00. */
const desk = aDesk();
const afternoon = tuesday + minutes(5 * 60);
const saturday = tuesday + minutes(4 * 24 * 60);
const without = (...gone: readonly string[]) =>
  aDesk({ rota: aRota({ staff: staff.filter(({ slackId }) => !gone.includes(slackId)) }) });

describe('of several leads', () => {
  it('the one on shift is asked, else the first named', () => {
    expect(leadToAsk(desk, saturday)).toBe(carla);
    expect(leadToAsk(desk, tuesday)).toBe(ana);
    expect(leadToAsk(desk, afternoon)).toBe(ana);
  });

  it('nobody asks themself while there is another', () => {
    expect(leadToAsk(desk, tuesday, ana)).toBe(carla);
    expect(leadToAsk(without(carla), tuesday, ana)).toBe(ana);
    expect(leadToAsk(without(ana, carla), tuesday, ben)).toBeUndefined();
  });
});

describe('a flag', () => {
  const flag = { by: ben, at: tuesday, to: carla };

  it('stays with the lead who was asked, whoever is on shift', () => {
    expect(leadOfFlag(desk, flag, tuesday)).toBe(carla);
  });

  it('goes to the next lead when that person is none any more', () => {
    expect(leadOfFlag(without(carla), flag, tuesday)).toBe(ana);
  });

  it('of an earlier version, which asked nobody by name, is for the lead whom it would ask now', () => {
    expect(leadOfFlag(desk, { by: ben, at: tuesday }, saturday)).toBe(carla);
  });
});
