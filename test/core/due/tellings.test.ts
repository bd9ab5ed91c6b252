import { describe, expect, it } from 'vitest';
import { peopleToTell, tellAt, waitsToBeTold } from '../../../src/core/due/tellings.js';
import type { SlackUserId } from '../../../src/core/ids.js';
import {
  aCard,
  aDesk,
  aFollow,
  aMention,
  ana,
  aRota,
  ben,
  carla,
  minutes,
  staff,
  tuesday,
} from '../../build.js';
import { aCardIn } from '../card/card-in.js';

const at = (hour: number, minute = 0) => Date.UTC(2026, 10, 24, hour, minute);
const evening = at(20);
const flagged = (by: SlackUserId, to?: SlackUserId) =>
  aCardIn('claimed', { flag: { by, at: 5, ...(to ? { to } : {}) } }, ben);
const asked = (card: ReturnType<typeof flagged>, now: number, desk = aDesk()) =>
  peopleToTell(desk, card, { what: 'flagged', of: 5 }, now);

describe('a flag is told', () => {
  it('to the lead on shift, of several; to the first of them where none is', () => {
    const carlaOn = [{ days: ['tue' as const], at: [{ fromMinute: 540, toMinute: 1020 }], who: ['carla'] }];
    expect(asked(flagged(ben), tuesday, aDesk({ rota: aRota({ shifts: carlaOn }) }))).toEqual([carla]);
    expect(asked(flagged(ben), at(14))).toEqual([ana]);
  });

  it('to the lead whom it names, and to another one of what a lead flagged', () => {
    expect(asked(flagged(ben, carla), tuesday)).toEqual([carla]);
    expect(asked(flagged(ana, carla), tuesday)).toEqual([carla]);
    expect(asked(flagged(carla), tuesday)).toEqual([ana]);
    expect(asked(flagged(carla, carla), tuesday)).toEqual([]);
  });

  it('to nobody where there is no lead', () => {
    const rota = aRota({ staff: staff.map((one) => ({ ...one, lead: false })) });
    expect(asked(flagged(ben), tuesday, aDesk({ rota }))).toEqual([]);
  });
});

it('what waits for a check after closing is for whoever is on shift at the opening', () => {
  const card = aCardIn('in-review', { review: { askedAt: 5 } }, carla);
  expect(peopleToTell(aDesk(), card, { what: 'check-asked', of: 5 }, evening)).toEqual([ana]);
  expect(peopleToTell(aDesk(), card, { what: 'check-asked', of: 5 }, at(14))).toEqual([ana]);
});

it('all else is for whoever has the card', () => {
  expect(peopleToTell(aDesk(), aCardIn('claimed', {}, ben), { what: 'passed', of: 5 }, tuesday)).toEqual([
    ben,
  ]);
  expect(peopleToTell(aDesk(), aCard(), { what: 'came-back', of: 1 }, tuesday)).toEqual([]);
});

describe('somebody is told', () => {
  const rota = aRota();

  it('after a while, so that what comes next is in the same message', () => {
    expect(tellAt(rota, tuesday, minutes(2))).toBe(tuesday + minutes(2));
  });

  it('at once where the library closes sooner than that', () => {
    expect(tellAt(rota, at(16, 59), minutes(2))).toBe(at(16, 59));
  });

  it('at the opening, of what happened while the library is closed', () => {
    expect(tellAt(rota, at(17), minutes(2))).toBe(at(33));
    expect(tellAt(rota, Date.UTC(2026, 10, 28, 18), minutes(2))).toBe(Date.UTC(2026, 10, 30, 9));
  });
});

it.each([
  ['a question', aMention({ topic: 'question' }), true],
  ['a complaint', aMention({ topic: 'complaint' }), true],
  ['praise', aMention({ topic: 'praise' }), false],
  ['a new follower', aFollow(), false],
])('%s that waits is a reason to call somebody: %#', (_, act, calls) => {
  expect(waitsToBeTold(aCard({ acts: [act] }))).toBe(calls);
  expect(waitsToBeTold(aCard({ acts: [act], snoozedUntil: tuesday }))).toBe(false);
  expect(waitsToBeTold(aCardIn('claimed', { acts: [act] }))).toBe(false);
});
