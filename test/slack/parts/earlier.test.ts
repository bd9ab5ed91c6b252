import { describe, expect, it } from 'vitest';
import { actId } from '../../../src/core/ids.js';
import { earlierBlocks } from '../../../src/slack/parts/earlier.js';
import { postDetails, scarceBlocks, scarceReadBlocks } from '../../../src/slack/parts/patron.js';
import { aCard, aDesk, aFollow, aMention, minutes, tuesday } from '../../build.js';
import { anAnswer } from '../cards.js';
import { screen } from '../seen.js';

const desk = aDesk({ budget: { monthlyUsd: 50 } });
const now = tuesday + minutes(60);

describe('a post in a line', () => {
  it.each([
    [{}, 'Question'],
    [{ first: true as const }, 'Question · first time'],
    [{ nthQuestion: 1 }, 'Question'],
    [{ nthQuestion: 2 }, 'Question · second question this month'],
    [{ nthQuestion: 9 }, 'Question · ninth question this month'],
    [{ nthQuestion: 12 }, 'Question · 12 questions this month'],
  ])('%j is "%s"', (given, said) => {
    expect(postDetails(aCard({ acts: [aMention(given)] }), desk).join(' · ')).toBe(said);
  });
});

describe('what was said before', () => {
  it('stands in its order, whoever said it, without what was removed', () => {
    const others = [
      aCard({
        acts: [aMention({ text: '@centrallibrary Is it warm?' }), aMention({ id: actId('2'), gone: true })],
        answers: [anAnswer({ text: 'It is. ^AK', at: tuesday + minutes(2) })],
      }),
      aCard({ acts: [aFollow()] }),
    ];
    expect(screen(earlierBlocks(others, desk, now))).toBe(
      'Before: 10:42 Maya Ortiz: Is it warm? 10:44 Ana answered: It is. ^AK',
    );
  });

  it('is told of a post that is only a picture, too', () => {
    const act = aMention({ text: '@centrallibrary', media: [{ kind: 'photo', alt: 'A shelf of books' }] });
    expect(screen(earlierBlocks([aCard({ acts: [act] })], desk, now))).toBe(
      'Before: 10:42 Maya Ortiz: [photo] "A shelf of books"',
    );
  });

  it('is four lines at most, and none where nothing was said', () => {
    const many = Array.from({ length: 9 }, (_, at) =>
      aCard({ acts: [aMention({ text: `Post ${at}`, at: tuesday + at })] }),
    );
    expect(screen(earlierBlocks(many, desk, now)).match(/Post \d/g)).toEqual([
      'Post 5',
      'Post 6',
      'Post 7',
      'Post 8',
    ]);
    expect(earlierBlocks([aCard({ acts: [aFollow()] })], desk, now)).toEqual([]);
  });
});

it('so is what reading cost', () => {
  expect(scarceReadBlocks(3, desk, undefined)).toEqual([]);
  expect(scarceReadBlocks(0, desk, 4_100_000)).toEqual([]);
  expect(screen(scarceReadBlocks(3, desk, 4_100_000))).toBe(
    "$4.10 of this month's X budget of $50 is left. Reading these posts cost $0.015.",
  );
});

it('a price is said when little is left', () => {
  expect(scarceBlocks(aCard(), desk, undefined)).toEqual([]);
  expect(screen(scarceBlocks(aCard(), desk, 4_100_000))).toBe(
    "$4.10 of this month's X budget of $50 is left. This costs $0.01, with a web link $0.20.",
  );
  expect(screen(scarceBlocks(aCard({ acts: [aFollow()] }), desk, 0))).toContain('This costs $0.015,');
});
