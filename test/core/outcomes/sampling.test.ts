import { expect, it } from 'vitest';
import { accountId } from '../../../src/core/ids.js';
import {
  type Followed,
  newMonth,
  type OutcomeMonth,
  sampleSize,
  settled,
  withFollow,
  withOutcome,
} from '../../../src/core/outcomes/outcome-month.js';
import { createDice } from '../../chaos/random.js';

const month = newMonth({ id: '2026-11', fromMs: 0, toMs: 1_000, secret: 's' });
const greeted = { group: 'greeted', after7: 'follows', after30: 'left', wrote: 'no' } as const;
const drawn = (count: number, random: () => number): readonly Followed[] =>
  Array.from({ length: count }, (_, n) => ({ person: accountId(String(n)), at: n, draw: random() }));
const sampled = (follows: readonly Followed[], from: OutcomeMonth = month) =>
  follows.reduce(withFollow, from);
const peopleOf = ({ followed }: OutcomeMonth) => followed.map(({ person }) => person).sort();

it('whoever follows has the same chance, whenever in the month', () => {
  const { next: random } = createDice(20);
  const [people, months, bins] = [200, 300, 20];
  const chosen = Array<number>(bins).fill(0);
  for (let n = 0; n < months; n++)
    for (const { at } of sampled(drawn(people, random)).followed) {
      const bin = Math.floor((at * bins) / people);
      chosen[bin] = (chosen[bin] ?? 0) + 1;
    }
  const expected = (months * sampleSize) / bins;
  const chiSquare = chosen.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  // 19 degrees of freedom: a fair draw stays below this in 999 of 1000 cases.
  expect(chiSquare).toBeLessThan(43.8);
});

it('has all of a month in which few follow, and 40 of any other', () => {
  const { next: random } = createDice(3);
  expect(sampled(drawn(12, random)).followed).toHaveLength(12);
  expect(sampled(drawn(400, random)).followed).toHaveLength(sampleSize);
});

it('is the same in whatever order people follow, and where some are read twice', () => {
  const follows = drawn(150, createDice(8).next);
  const once = sampled(follows);
  expect(peopleOf(sampled(follows.toReversed()))).toEqual(peopleOf(once));
  expect(peopleOf(sampled(follows, once))).toEqual(peopleOf(once));
});

it('an outcome of a month that goes on is put out by a smaller draw like any other, and is no more offered', () => {
  const follows = drawn(sampleSize, createDice(1).next).map((one) => ({ ...one, draw: one.draw + 1 }));
  const last = follows.toSorted((a, b) => a.draw - b.draw).at(-1) as Followed;
  const ended = withOutcome(sampled(follows), last, greeted);
  expect(withFollow(ended, last)).toBe(ended);
  const next = withFollow(ended, { person: accountId('new'), at: 1, draw: 0.5 });
  expect(next.ended).toEqual([]);
  expect(next.followed).toHaveLength(sampleSize);
});

it('a month that is over has counts alone of what ended, and nobody joins it by chance', () => {
  const [one, other] = drawn(2, createDice(2).next) as [Followed, Followed];
  const both = withOutcome(withOutcome(sampled([one, other]), one, greeted), other, greeted);
  expect(settled(both, 999)).toBe(both);
  const { secret: _, ...rest } = both;
  expect(settled(both, 1_000)).toEqual({ ...rest, ended: [], counts: { 'greeted follows left no': 2 } });
});
