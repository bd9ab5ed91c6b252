import { describe, expect, it } from 'vitest';
import { followedBack } from '../../../src/core/card/join.js';
import { emptySettings } from '../../../src/core/desk/desk-settings.js';
import { greetingRefusal, withGreeting } from '../../../src/core/desk/greetings.js';
import { cardId } from '../../../src/core/ids.js';
import { aCard, aFollow } from '../../build.js';

const two = { perDay: 2, followBack: false };
const [sam, tia, uma] = ['follow-1', 'follow-2', 'follow-3'].map(cardId) as [
  ReturnType<typeof cardId>,
  ReturnType<typeof cardId>,
  ReturnType<typeof cardId>,
];
const full = { ...emptySettings, greeted: { day: '2026-11-24', cards: [sam, tia] } };

describe('greetings of a day', () => {
  it('are as many as the desk wants, and no more', () => {
    const one = withGreeting(emptySettings, '2026-11-24', sam, two);
    expect(one).toEqual({ ...emptySettings, greeted: { day: '2026-11-24', cards: [sam] } });
    expect(withGreeting('refused' in one ? emptySettings : one, '2026-11-24', tia, two)).toEqual(full);
    expect(withGreeting(full, '2026-11-24', uma, two)).toEqual({ refused: 'enough-greetings', count: 2 });
    expect(greetingRefusal(full, '2026-11-24', uma, two)).toEqual({ refused: 'enough-greetings', count: 2 });
  });

  it('count a person once, however often somebody begins', () => {
    expect(withGreeting(full, '2026-11-24', sam, two)).toBe(full);
    expect(greetingRefusal(full, '2026-11-24', tia, two)).toBeUndefined();
  });

  it('begin anew on the next day', () => {
    expect(withGreeting(full, '2026-11-25', uma, two)).toMatchObject({
      greeted: { day: '2026-11-25', cards: [uma] },
    });
  });

  it('may be none at all', () => {
    expect(greetingRefusal(emptySettings, '2026-11-24', sam, { ...two, perDay: 0 })).toMatchObject({
      count: 0,
    });
  });
});

it('a follower whom we follow by now is shown so, once', () => {
  const card = aCard({ acts: [aFollow()] });
  const followed = followedBack(card);
  expect(followed).toMatchObject({ version: 2, patron: { weFollow: true } });
  expect(followedBack(followed)).toBe(followed);
  expect(followedBack(aCard()).patron.weFollow).toBeUndefined();
});
