import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card/card.js';
import type { Message } from '../../../src/core/card/message.js';
import { linesToRename } from '../../../src/core/desk/named-person.js';
import { actId, token } from '../../../src/core/ids.js';
import { aCard, aDesk, aMention, ana, aRota, ben, carla, minutes, staff, tuesday } from '../../build.js';

const desk = aDesk({ rota: aRota({ staff: staff.map((one) => ({ ...one, trainee: false })) }) });
const afternoon = tuesday + minutes(3 * 60);
const evening = tuesday + minutes(8 * 60);
const line = (given: Partial<Message> = {}): Message => ({
  token: token('line-1'),
  slotAt: tuesday,
  ts: '1.3',
  shown: 1,
  to: ana,
  ...given,
});
const called = (given: Partial<Card> = {}, key = 'line-5001', message = line()) =>
  aCard({ messages: { [key]: message }, ...given });
const renamed = (card: Card, now = afternoon) => linesToRename(desk, card, now);

describe('a line that calls somebody whose shift is over', () => {
  it('names who is on shift now, and before that nobody else', () => {
    expect(renamed(called(), tuesday)).toEqual([]);
    expect(renamed(called())).toEqual([{ key: 'line-5001', to: ben }]);
  });

  it('keeps the name of somebody who is there, though others are too', () => {
    const both = [
      { days: ['tue'] as const, at: [{ fromMinute: 540, toMinute: 1020 }], who: ['ana', 'carla'] },
    ];
    const shared = aDesk({ rota: aRota({ shifts: both }) });
    expect(linesToRename(shared, called({}, 'line-5001', line({ to: carla })), afternoon)).toEqual([]);
  });

  it('names whoever has the card', () => {
    const held = { state: 'claimed', holder: { id: carla, since: tuesday } } as const;
    expect(renamed(called(held))).toEqual([{ key: 'line-5001', to: carla }]);
    expect(renamed(called(held, 'line-5001', line({ to: carla })))).toEqual([]);
  });

  it('keeps its name while nobody is there, and once it is over', () => {
    expect(renamed(called(), evening)).toEqual([]);
    expect(renamed(called({ acts: [aMention({ answered: true })], state: 'sent' }))).toEqual([]);
  });

  it('is left alone where Slack has none, or it names nobody', () => {
    expect(renamed(called({}, 'line-5001', line({ quiet: true })))).toEqual([]);
    const { ts: _none, ...unposted } = line();
    expect(renamed(called({}, 'line-5001', unposted))).toEqual([]);
  });

  it('calls another colleague to a check', () => {
    const review = {
      state: 'in-review',
      holder: { id: carla, since: tuesday },
      review: { askedAt: 7 },
      acts: [aMention({ id: actId('5001'), topic: 'praise' })],
    } as const;
    expect(renamed(called(review, 'check-7'))).toEqual([{ key: 'check-7', to: ben }]);
  });

  it('but a pass stays with the person it is meant for', () => {
    const passed = {
      state: 'claimed',
      holder: { id: ana, since: tuesday },
      passes: [{ from: ben, to: ana, at: tuesday }],
    } as const;
    expect(renamed(called(passed, 'pass-0'))).toEqual([]);
  });
});
