import { describe, expect, it } from 'vitest';
import { countUnread, isGathered, isPlainAnswer, withReading } from '../../../src/core/board/gathered.js';
import type { Panel } from '../../../src/core/board/panel.js';
import { isFoldable, isGatherable, needsOwnMessage } from '../../../src/core/board/placement.js';
import type { Mention } from '../../../src/core/card/card.js';
import { isLate, waitsForShift } from '../../../src/core/due/deadlines.js';
import { dueEntries } from '../../../src/core/due/due-entries.js';
import { timings } from '../../../src/core/due/timings.js';
import { accountId, actId, cardId, panelId, postId } from '../../../src/core/ids.js';
import { aCard, aDesk, aMention, ana, minutes, tuesday } from '../../build.js';

const asked = panelId('asked-5000');
const question = 'What are you reading?';

/** A post that answers our question. */
const anAnswer = (given: Partial<Mention> = {}): Mention =>
  aMention({ topic: 'other', text: 'Emma.', ours: { answered: question, asked: true }, ...given });
const ours = { postId: postId('6001'), text: 'A good one!', at: 1, covers: [], how: 'as-approved' } as const;
const ofAnswer = (given: Partial<Mention> = {}) => aCard({ acts: [anAnswer(given)] });

describe('a plain answer', () => {
  it.each([
    ['says what was asked', ofAnswer(), true],
    ['may thank', ofAnswer({ topic: 'praise' }), true],
    ['asks nothing', ofAnswer({ topic: 'question' }), false],
    ['complains of nothing', ofAnswer({ topic: 'complaint' }), false],
    ['has no urgent word', ofAnswer({ urgent: 'collapsed' }), false],
    ['is whole', ofAnswer({ partial: true }), false],
    ['names nobody else', ofAnswer({ ours: { answered: question, asked: true, namesOthers: true } }), false],
    [
      'answers what began the conversation, and that asked',
      ofAnswer({ ours: { answered: 'We are open.' } }),
      false,
    ],
    ['comes before any answer of ours', aCard({ acts: [anAnswer()], answers: [ours] }), false],
    [
      'may go on below itself',
      aCard({ acts: [anAnswer(), anAnswer({ id: actId('5002'), repliedTo: postId('5001'), ours: {} })] }),
      true,
    ],
    [
      'does not stand beside a post to somebody else',
      aCard({ acts: [anAnswer(), anAnswer({ id: actId('5002'), repliedTo: postId('7001'), ours: {} })] }),
      false,
    ],
    [
      'counts no more once it is removed',
      aCard({ state: 'withdrawn', acts: [anAnswer({ gone: true })] }),
      false,
    ],
  ])('%s: %#', (_what, card, plain) => {
    expect(isPlainAnswer(card)).toBe(plain);
  });

  it('shares a message with other answers, and with nothing else', () => {
    expect(isGatherable(ofAnswer())).toBe(true);
    expect(isFoldable(ofAnswer())).toBe(false);
    expect(isGatherable(ofAnswer({ ours: { answered: question } }))).toBe(false);
    expect(isGatherable(aCard({ acts: [anAnswer()], state: 'claimed' }))).toBe(false);
  });

  it('leaves the others when it is none any more, also once the patron talks to us', () => {
    expect(needsOwnMessage({ ...ofAnswer(), panel: asked })).toBe(false);
    expect(needsOwnMessage({ ...ofAnswer({ topic: 'complaint' }), panel: asked })).toBe(true);
    expect(needsOwnMessage(aCard({ acts: [anAnswer()], answers: [ours], panel: asked }))).toBe(true);
    expect(needsOwnMessage(aCard({ acts: [anAnswer()], answers: [ours], panel: asked, state: 'sent' }))).toBe(
      false,
    );
  });
});

describe('an answer that is gathered', () => {
  const alone = ofAnswer({ at: tuesday });
  const gathered = { ...alone, panel: asked };
  const desk = aDesk({ responseTargets: { other: { openDays: 1 } } });
  const nextWeek = tuesday + minutes(7 * 24 * 60);

  it('is never late, and waits for no shift', () => {
    expect(isLate(desk, alone, nextWeek)).toBe(true);
    expect(isLate(desk, gathered, nextWeek)).toBe(false);
    expect([alone, gathered].map(waitsForShift)).toEqual([true, false]);
    expect([alone, gathered].map(isGathered)).toEqual([false, true]);
  });

  it('closes by itself after three days', () => {
    const expiry = (card: typeof alone) =>
      dueEntries(card, timings, desk).filter(({ job }) => job === 'expire' || job === 'remind');
    expect(expiry(gathered)).toEqual([
      { job: 'expire', id: alone.id, at: tuesday + timings.answerExpiresMs },
    ]);
    expect(expiry(alone).map(({ job }) => job)).toEqual(['remind']);
  });
});

it('what came since somebody read is counted by who they were, whatever left meanwhile', () => {
  const [ada, bea, cat] = ['1', '2', '3'].map((id) => cardId(`mention-5000-${accountId(id)}`));
  const panel: Panel = {
    ...{ id: asked, format: 1, kind: 'asked', version: 1, startedAt: tuesday, closed: false },
  };
  const all = [ada, bea].filter((one) => one !== undefined);
  expect(countUnread(panel, { all, open: [] })).toBe(2);
  const read = withReading(panel, { by: ana, at: tuesday, cards: all });
  expect(read.version).toBe(2);
  const later = [bea, cat].filter((one) => one !== undefined);
  expect(countUnread(read, { all: later, open: [] })).toBe(1);
});
