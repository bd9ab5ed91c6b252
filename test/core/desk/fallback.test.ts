import { describe, expect, it } from 'vitest';
import { checkersOf } from '../../../src/core/desk/checker.js';
import { type Colleague, deskNow } from '../../../src/core/desk/desk-now.js';
import { canBeAsked, fallbackOf, goneFallback, isGone } from '../../../src/core/desk/fallback.js';
import { leadToAsk } from '../../../src/core/desk/lead.js';
import { peopleToRemind } from '../../../src/core/due/reminders.js';
import type { SlackUserId } from '../../../src/core/ids.js';
import { onShift } from '../../../src/core/rota/duty.js';
import { aDesk, ana, aRota, ben, carla, minutes, staff, tuesday } from '../../build.js';

const names: Readonly<Record<string, string>> = {
  [ana]: 'Ana Kovač',
  [ben]: 'Ben Osei',
  [carla]: 'Carla Ruiz',
};
const colleague = (id: SlackUserId, given: Partial<Colleague> = {}): Colleague => ({
  id,
  name: names[id] ?? id,
  guest: false,
  deactivated: false,
  ...given,
});

/** Ana is on shift, then Ben; Ben is the fallback person. Ana and Carla lead. */
const deskWith = (membership: 'list' | 'channel', ...changed: readonly Colleague[]) => {
  const people = [ana, ben, carla].map((id) => changed.find((one) => one.id === id) ?? colleague(id));
  return deskNow(aDesk({ membership, fallback: 'ben' }), { covers: [], colleagues: people });
};

const waysToGo: readonly ['list' | 'channel', Partial<Colleague>][] = [
  ['list', { deactivated: true }],
  ['list', { left: true }],
  ['channel', { deactivated: true }],
  ['channel', { left: true }],
];

describe.each(waysToGo)('where the %s answers and Slack says %j of somebody', (membership, how) => {
  it('they are not on shift, and the fallback person is reminded', () => {
    const desk = deskWith(membership, colleague(ana, how));
    expect(onShift(desk.rota, tuesday)).toEqual([]);
    expect(peopleToRemind(desk, tuesday, 'shift')).toEqual([ben]);
    expect(isGone(desk, ana)).toBe(true);
    expect(canBeAsked(desk, ana)).toBe(false);
  });

  it('and they are the fallback person, the lead is asked: one on shift, else the first', () => {
    const desk = deskWith(membership, colleague(ben, how));
    expect(goneFallback(desk)).toBe(ben);
    expect(fallbackOf(desk, tuesday)).toBe(ana);
    const saturday = tuesday + 4 * minutes(24 * 60);
    expect(fallbackOf(desk, saturday)).toBe(carla);
  });

  it('and they lead, another lead is asked', () => {
    const desk = deskWith(membership, colleague(ana, how), colleague(ben, how));
    expect(leadToAsk(desk, tuesday)).toBe(carla);
    expect(fallbackOf(desk, tuesday)).toBe(carla);
    expect(checkersOf(desk, undefined, tuesday)).toEqual([carla]);
  });
});

it('a fallback person who answers, or whom nobody named, is not gone', () => {
  expect(goneFallback(deskWith('list'))).toBeUndefined();
  expect(fallbackOf(deskWith('list'), tuesday)).toBe(ben);
  expect(fallbackOf(aDesk(), tuesday)).toBeUndefined();
});

it('a shift that a colleague took before they left is nobody’s', () => {
  const covers = [
    {
      id: '1',
      whose: ana,
      fromMs: tuesday - minutes(60),
      toMs: tuesday + minutes(60),
      askedBy: ana,
      askedAt: tuesday - minutes(90),
      takenBy: carla,
      version: 1,
      told: 1,
    },
  ];
  const colleagues = [colleague(ana), colleague(ben), colleague(carla, { left: true })];
  for (const membership of ['list', 'channel'] as const) {
    const desk = deskNow(aDesk({ membership }), { covers, colleagues });
    expect(onShift(desk.rota, tuesday), membership).toEqual([]);
  }
});

it('a shared login checks nobody’s words', () => {
  const shared = staff.map((one) => (one.slackId === ana ? { ...one, shared: true as const } : one));
  const desk = aDesk({ rota: aRota({ staff: shared }) });
  expect(checkersOf(desk, ben, tuesday)).toEqual([carla]);
});
