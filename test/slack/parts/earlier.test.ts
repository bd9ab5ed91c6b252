import { describe, expect, it } from 'vitest';
import { actId } from '../../../src/core/ids.js';
import type { BudgetOf } from '../../../src/core/money/budget-use.js';
import { editorView } from '../../../src/slack/editor/editor.js';
import { earlierBlocks } from '../../../src/slack/parts/earlier.js';
import { postDetails, scarceBlocks, scarceReadBlocks } from '../../../src/slack/parts/patron.js';
import { aCard, aDesk, aFollow, aMention, ana, minutes, tuesday } from '../../build.js';
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
    expect(screen(earlierBlocks(others, now, desk, now))).toBe(
      'Before: 10:42 Maya Ortiz: Is it warm? 10:44 Ana answered: It is. ^AK',
    );
  });

  it('ends with this post: what was said later, on another card, is not told as earlier', () => {
    const others = [
      aCard({ acts: [aMention({ text: 'Is it warm?' })], answers: [anAnswer({ text: 'It is.' })] }),
      aCard({ acts: [aMention({ text: 'And open?', at: tuesday + minutes(30) })] }),
    ];
    const act = aMention({ text: 'Thank you!', at: tuesday + minutes(1) });
    const shown = editorView({ card: aCard({ acts: [act] }), desk, by: ana, opening: '', now, others });
    expect(screen(shown.blocks)).toContain('Before: 10:42 Maya Ortiz: Is it warm? Picture of');
    expect(screen(shown.blocks)).not.toMatch(/It is\.|And open/u);
  });

  it('has its day where it was another one, and our question with the answer to it', () => {
    const act = aMention({ text: 'Rebecca, twice.', ours: { answered: 'What are you reading?' } });
    const tomorrow = tuesday + minutes(24 * 60);
    expect(screen(earlierBlocks([aCard({ acts: [act] })], tomorrow, desk, tomorrow))).toBe(
      "Before: Tue 24 Nov 10:42 Maya Ortiz: Rebecca, twice. (in answer to us: 'What are you reading?')",
    );
  });

  it('is told of a post that is only a picture, too', () => {
    const act = aMention({ text: '@centrallibrary', media: [{ kind: 'photo', alt: 'A shelf of books' }] });
    expect(screen(earlierBlocks([aCard({ acts: [act] })], now, desk, now))).toBe(
      'Before: 10:42 Maya Ortiz: [photo] "A shelf of books"',
    );
  });

  it('is four lines at most, and none where nothing was said', () => {
    const many = Array.from({ length: 9 }, (_, at) =>
      aCard({ acts: [aMention({ text: `Post ${at}`, at: tuesday + at })] }),
    );
    expect(screen(earlierBlocks(many, now, desk, now)).match(/Post \d/g)).toEqual([
      'Post 5',
      'Post 6',
      'Post 7',
      'Post 8',
    ]);
    expect(earlierBlocks([aCard({ acts: [aFollow()] })], now, desk, now)).toEqual([]);
  });
});

const scarce = (leftMicroUsd: number, of: BudgetOf = 'desk') => ({ of, monthlyUsd: 50, leftMicroUsd });

it('so is what reading cost', () => {
  expect(scarceReadBlocks(3, desk, undefined)).toEqual([]);
  expect(scarceReadBlocks(0, desk, scarce(4_100_000))).toEqual([]);
  expect(screen(scarceReadBlocks(3, desk, scarce(4_100_000)))).toBe(
    "$4.10 of this month's X budget of $50 is left. Reading these posts cost $0.015.",
  );
});

it('a price is said when little is left', () => {
  expect(scarceBlocks(aCard(), desk, undefined)).toEqual([]);
  expect(screen(scarceBlocks(aCard(), desk, scarce(4_100_000)))).toBe(
    "$4.10 of this month's X budget of $50 is left. This costs $0.01, with a web link $0.20.",
  );
  expect(screen(scarceBlocks(aCard(), desk, scarce(4_100_000, 'together')))).toBe(
    "$4.10 of this month's X budget of $50 for all desks together is left. This costs $0.01, with a web link $0.20.",
  );
  expect(screen(scarceBlocks(aCard({ acts: [aFollow()] }), desk, scarce(0)))).toContain('This costs $0.015,');
});
