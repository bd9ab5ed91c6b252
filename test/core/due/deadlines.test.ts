import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card/card.js';
import { withReminded } from '../../../src/core/card/card-clock.js';
import { openTimePassedAt, overdueAt, questionSince, remindedUpTo } from '../../../src/core/due/deadlines.js';
import { actId } from '../../../src/core/ids.js';
import { aCard, aDesk, aFollow, aMention, aRota, minutes, tuesday } from '../../build.js';
import { aCardIn, aReply, asAna, asCarla, outcome } from '../card/card-in.js';

const desk = aDesk();
const hours = (count: number) => minutes(60 * count);
/** The open hours of Tuesday end at 17:00, six hours and eighteen minutes after `tuesday`; Wednesday's begin at 9:00. */
const wednesday = Date.UTC(2026, 10, 25, 9);
const overdue = (card: Card, stage: 'shift' | 'fallback' = 'shift') => overdueAt(desk, card, stage);

describe('a question', () => {
  it('is late for the shift after four open hours, and for the fallback person after eight', () => {
    expect(overdue(aCard())).toBe(tuesday + hours(4));
    expect(overdue(aCard(), 'fallback')).toBe(wednesday + hours(8) - minutes(6 * 60 + 18));
  });

  it('of the evening is late in the middle of the next day, not of the night', () => {
    expect(overdue(aCard({ acts: [aMention({ at: tuesday + hours(9) })] }))).toBe(wednesday + hours(4));
  });

  it('that somebody has is not late; one that waits for a check is', () => {
    expect(overdue(aCardIn('claimed'))).toBeUndefined();
    expect(overdue(aCardIn('in-review'))).toBeUndefined();
    expect(overdue(aCardIn('in-review', { review: { askedAt: tuesday } }))).toBeDefined();
  });

  it('whose answer waits for a check, or for a look on X, is late for that, however long the question may wait', () => {
    const unchecked = aCardIn('in-review', { review: { askedAt: tuesday + hours(1) } });
    expect(overdue(unchecked)).toBe(tuesday + minutes(105));
    expect(overdue(unchecked, 'fallback')).toBe(tuesday + minutes(150));
    expect(overdue(aCardIn('unsure'))).toBeUndefined();
    const notSeen = { unsureSince: tuesday + hours(1), notSeen: true } as const;
    const lost = aCardIn('unsure', { reply: aReply(notSeen) });
    expect(overdue(lost)).toBe(tuesday + minutes(105));
    expect(overdue(withReminded(lost, 'shift', remindedUpTo(lost)))).toBeUndefined();
    expect(overdue(withReminded(lost, 'shift', tuesday))).toBe(tuesday + minutes(105));
  });

  it('waits since it was asked, or since its card was opened again; not once it is answered, closed or set aside', () => {
    expect(questionSince(aCard())).toBe(tuesday);
    expect(questionSince(aCardIn('handed-off'))).toBe(tuesday);
    expect(questionSince(aCard({ clock: { stops: [], waitsFrom: tuesday + hours(1) } }))).toBe(
      tuesday + hours(1),
    );
    const answered = aMention({ answered: true });
    expect(questionSince(aCard({ acts: [answered, aMention({ topic: 'praise' })] }))).toBeUndefined();
    expect(questionSince(aCardIn('dismissed'))).toBeUndefined();
    expect(questionSince(aCard({ snoozedUntil: tuesday + hours(1) }))).toBeUndefined();
    expect(questionSince(aCard({ acts: [aFollow()] }))).toBeUndefined();
  });

  it('is late once at each stage; a new one of the same patron begins anew', () => {
    const told = withReminded(aCard(), 'shift', tuesday);
    expect(overdue(told)).toBeUndefined();
    expect(overdue(told, 'fallback')).toBeDefined();
    const again = aMention({ id: actId('5002'), at: tuesday + hours(5) });
    expect(overdue({ ...told, acts: [...told.acts, again] })).toBe(wednesday + minutes(162));
  });

  it('a greeting, thanks and what is answered are never late', () => {
    expect(overdue(aCard({ acts: [aFollow()] }))).toBeUndefined();
    expect(overdue(aCard({ acts: [aMention({ topic: 'praise' })] }))).toBeUndefined();
    expect(overdue(aCard({ acts: [aMention({ answered: true })] }))).toBeUndefined();
  });
});

describe('the clock of a card', () => {
  const at = (given: number) => tuesday + hours(given);
  const snoozed = (card: Card, from: number, to: number) =>
    outcome(outcome(card, { do: 'snooze', until: to }, asAna, from), { do: 'wake' }, asAna, to);

  it('stands while the card is set aside', () => {
    expect(overdue(outcome(aCard(), { do: 'snooze', until: at(3) }, asAna, at(1)))).toBeUndefined();
    expect(overdue(snoozed(aCard(), at(1), at(3)))).toBe(at(6));
  });

  it('stands while somebody looks at it first', () => {
    const flagged = outcome(aCard(), { do: 'flag' }, asAna, at(1));
    expect(overdue(flagged)).toBeUndefined();
    expect(overdue(outcome(flagged, { do: 'unflag' }, asCarla, at(2)))).toBe(at(5));
  });

  it('says once more that a card is late that was set aside when it was', () => {
    const late = withReminded(aCard(), 'shift', tuesday);
    expect(overdue(snoozed(late, at(4.5), at(5.5)))).toBe(at(5.5));
  });

  it('begins anew with what is asked after the card was closed', () => {
    const closed = outcome(aCard(), { do: 'dismiss' }, asAna, at(1));
    expect(overdue(closed)).toBeUndefined();
    const act = aMention({ id: actId('5002'), at: at(2) });
    const again = outcome(closed, { do: 'another-act', act, patron: closed.patron }, undefined, at(2));
    expect(overdue(again)).toBe(at(6));
    expect(overdue(outcome(closed, { do: 'reopen' }, asAna, at(2)))).toBe(at(6));
  });

  it('runs again when the patron asks something new', () => {
    const aside = outcome(aCard(), { do: 'snooze', until: at(20) }, asAna, at(1));
    const act = aMention({ id: actId('5002'), at: at(2) });
    const asked = outcome(aside, { do: 'another-act', act, patron: aside.patron }, undefined, at(2));
    expect(overdue(asked)).toBe(at(5));
  });

  it('counts each stop, and none that ended before it ran', () => {
    const stops = [
      { from: tuesday - hours(1), to: tuesday - minutes(1) },
      { from: at(1), to: at(2) },
      { from: at(3), to: at(3.5) },
    ];
    expect(openTimePassedAt(aRota(), tuesday, hours(4), stops)).toBe(at(5.5));
    expect(openTimePassedAt(aRota(), tuesday, hours(4), [...stops, { from: at(4) }])).toBeUndefined();
  });
});

it('a library that is closed for good is late for nothing', () => {
  const { openHours } = aRota();
  const shut = aRota({ openHours: { ...openHours, mon: [], tue: [], wed: [], thu: [], fri: [], sat: [] } });
  expect(overdueAt({ ...desk, rota: shut }, aCard(), 'shift')).toBeUndefined();
});
