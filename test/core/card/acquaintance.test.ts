import { describe, expect, it } from 'vitest';
import { acquaintanceOf } from '../../../src/core/card/join.js';
import { actId, cardId } from '../../../src/core/ids.js';
import { monthStartMs } from '../../../src/core/rota/local-time.js';
import { aCard, aFollow, aMention, aRota, minutes, tuesday } from '../../build.js';

const month = monthStartMs(aRota(), tuesday);
const act = aMention({ id: actId('5009') });
const asked = (id: string, at: number, given: Partial<Parameters<typeof aMention>[0]> = {}) =>
  aCard({ id: cardId(`mention-${id}-2001`), acts: [aMention({ id: actId(id), at, ...given })] });

describe('how well we know who wrote', () => {
  it('for the first time', () => {
    expect(acquaintanceOf(act, [], month)).toEqual({ first: true });
    expect(acquaintanceOf(act, [aCard({ acts: [aFollow()] }), aCard({ acts: [act] })], month)).toEqual({
      first: true,
    });
  });

  it('with the how-manieth question of the month, in whatever conversation', () => {
    const cards = [asked('5001', tuesday - 2), asked('5002', tuesday - 1)];
    expect(acquaintanceOf(act, cards, month)).toEqual({ nthQuestion: 3 });
    expect(acquaintanceOf({ ...act, topic: 'praise' }, cards, month)).toEqual({});
  });

  it('not counting what was no question, came in another month, or later', () => {
    const cards = [
      asked('5001', month - 1),
      asked('5002', month, { topic: 'praise' }),
      asked('5003', month),
      asked('5010', tuesday),
      asked('5011', tuesday + 1),
    ];
    expect(acquaintanceOf(act, cards, month)).toEqual({ nthQuestion: 2 });
  });
});

it('a month begins at midnight on the wall, also in summer', () => {
  expect(monthStartMs(aRota(), Date.UTC(2026, 6, 15))).toBe(Date.UTC(2026, 5, 30, 23));
  expect(monthStartMs(aRota(), tuesday + minutes(1))).toBe(Date.UTC(2026, 10, 1));
});
