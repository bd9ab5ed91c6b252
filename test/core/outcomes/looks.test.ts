import { describe, expect, it } from 'vitest';
import { dayMs, hourMs } from '../../../src/core/durations.js';
import { accountId } from '../../../src/core/ids.js';
import { groupOf, wroteWithin } from '../../../src/core/outcomes/group.js';
import {
  asKeptMonth,
  dueLooks,
  lookAt,
  outcomeEntries,
  withLook,
  withoutLook,
} from '../../../src/core/outcomes/looks.js';
import { type Followed, newMonth, withFollow } from '../../../src/core/outcomes/outcome-month.js';
import { aCard, aFollow, aFollower, aMention, ana, tuesday } from '../../build.js';

const maya: Followed = { person: accountId('2001'), at: tuesday, draw: 1 };
const jo: Followed = { person: accountId('2002'), at: tuesday + hourMs, draw: 2 };
const month = [maya, jo].reduce(
  withFollow,
  newMonth({ id: '2026-11', fromMs: Date.UTC(2026, 10, 1), toMs: Date.UTC(2026, 11, 1), secret: 's' }),
);
const looked = { found: 'follows', group: 'greeted', wrote: false } as const;

describe('when', () => {
  it('a look is made on the day after its days, with all others of that day', () => {
    expect(lookAt(maya)).toBe(Date.UTC(2026, 11, 1, 13));
    expect(lookAt(jo)).toBe(lookAt(maya));
    expect(lookAt({ ...maya, after7: 'left' })).toBe(Date.UTC(2026, 11, 24, 13));
    expect(lookAt({ at: Date.UTC(2026, 10, 24, 13) })).toBe(Date.UTC(2026, 11, 1, 13));
  });

  it('one that could not be made for three days is given up', () => {
    const due = (now: number) => dueLooks(month, now).map(({ isGivenUp }) => isGivenUp);
    expect(due(lookAt(maya) - 1)).toEqual([]);
    expect(due(lookAt(maya) + 3 * dayMs)).toEqual([false, false]);
    expect(due(lookAt(maya) + 3 * dayMs + 1)).toEqual([true, true]);
  });

  it('a month is due for looks, at its end, and when its counts go', () => {
    expect(outcomeEntries(month)).toEqual([{ job: 'outcomes', id: '2026-11', at: month.toMs }]);
    const over = asKeptMonth(month, month.toMs);
    expect(over && outcomeEntries(over)[0]?.at).toBe(lookAt(maya));
    const counted = asKeptMonth([maya, jo].reduce(withoutLook, month), month.toMs);
    expect(counted && outcomeEntries(counted)[0]?.at).toBe(month.toMs + 400 * dayMs);
    expect(counted && asKeptMonth(counted, month.toMs + 400 * dayMs)).toBeUndefined();
  });
});

describe('what is counted', () => {
  const lookedAt = (...looks: Parameters<typeof withLook>[1][]) =>
    looks.reduce((known, look) => withLook(known, look), month);

  it('both looks together, once, and the account goes with the second', () => {
    const first = lookedAt({ follow: maya, ...looked });
    const again = first.followed.find(({ person }) => person === maya.person) as Followed;
    const second = withLook(first, { ...looked, follow: again, found: 'left', wrote: true });
    expect(second.ended).toEqual([{ draw: 1, outcome: 'greeted follows left 30' }]);
    expect(second.followed).toEqual([jo]);
    expect(withLook(second, { ...looked, follow: again })).toBe(second);
    expect(withLook(first, { ...looked, follow: maya })).toBe(first);
  });

  it('what was done within 7 days, and not what was done later', () => {
    const first = lookedAt({ follow: maya, ...looked, group: 'skipped', wrote: true });
    const again = first.followed.find(({ person }) => person === maya.person) as Followed;
    expect(withLook(first, { ...looked, follow: again }).ended[0]?.outcome).toBe('skipped follows follows 7');
  });

  it('an account that is gone has not left, and is looked at no more', () => {
    const { ended, followed } = lookedAt({ follow: maya, ...looked, found: 'gone' });
    expect(ended[0]?.outcome).toBe('greeted gone gone no');
    expect(followed).toEqual([jo]);
  });

  it('of whoever asked to be forgotten nothing but that', () => {
    const { ended, followed } = withoutLook(lookedAt({ follow: maya, ...looked }), maya);
    expect(ended[0]?.outcome).toBe('not-known not-known not-known not-known');
    expect(JSON.stringify(followed)).not.toContain(maya.person);
  });
});

describe('the group of a follow', () => {
  const card = aCard({ acts: [aFollow()], patron: aFollower() });
  const closed = (reason: 'hello' | 'muted-person' | 'no-reply') =>
    ({ ...card, state: 'dismissed', closed: { at: tuesday, reason } }) as const;
  const answer = { covers: [], text: 'Hi', at: tuesday, by: ana, how: 'in-x' } as const;

  it('is what was done about it', () => {
    expect(groupOf({}, { ...card, state: 'sent', answers: [answer] })).toBe('greeted');
    expect(groupOf({ automated: true }, { ...card, state: 'sent', answers: [answer] })).toBe('greeted');
    expect(groupOf({}, closed('hello'))).toBe('hello');
    expect(groupOf({}, closed('no-reply'))).toBe('skipped');
    expect(groupOf({}, closed('muted-person'))).toBe('muted');
    expect(groupOf({ automated: true }, closed('no-reply'))).toBe('automated');
    expect(groupOf({}, { ...card, state: 'expired' })).toBe('expired');
    expect(groupOf({}, card)).toBe('expired');
    expect(groupOf({ unseen: true })).toBe('unseen');
    expect(groupOf({})).toBe('not-known');
  });

  it('whoever wrote did so after they followed, in public, and within the days', () => {
    const wrote = (at: number) => wroteWithin(maya, 7, [aCard({ acts: [aMention({ at })] })]);
    expect([tuesday - 1, tuesday + 1, tuesday + 7 * dayMs, tuesday + 7 * dayMs + 1].map(wrote)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(wroteWithin(maya, 7, [aCard({ acts: [{ ...aMention({ at: tuesday + 1 }), gone: true }] })])).toBe(
      false,
    );
  });
});
