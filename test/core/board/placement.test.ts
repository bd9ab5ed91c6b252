import { describe, expect, it } from 'vitest';
import type { Panel } from '../../../src/core/board/panel.js';
import {
  isFoldable,
  isPanelOver,
  needsOwnMessage,
  nthPanelId,
  outOfPanel,
  withoutOwnMessage,
} from '../../../src/core/board/placement.js';
import { actId, panelId, postId, token } from '../../../src/core/ids.js';
import { aCard, aFollow, aMention, ana, aRota, minutes, tuesday } from '../../build.js';

const thanks = aMention({ topic: 'praise' });

describe('a card of its own', () => {
  it.each([
    ['somebody who asks', aCard(), true],
    [
      'somebody who asked before what they say now',
      aCard({ acts: [aMention(), { ...thanks, id: actId('5002') }] }),
      true,
    ],
    [
      'somebody whose question was answered',
      aCard({ acts: [aMention({ answered: true }), { ...thanks, id: actId('5002') }] }),
      false,
    ],
    ['a question that is closed', aCard({ state: 'dismissed' }), false],
    ['thanks', aCard({ acts: [thanks] }), false],
    ['a complaint', aCard({ acts: [aMention({ topic: 'complaint' })] }), false],
    ['a new follower', aCard({ acts: [aFollow()] }), false],
    ['thanks that were passed on', aCard({ acts: [thanks], passes: [{ from: ana, to: ana, at: 1 }] }), true],
  ])('is for %s: %#', (_who, card, own) => {
    expect(needsOwnMessage(card)).toBe(own);
  });

  it('only what waits for anybody folds', () => {
    expect(isFoldable(aCard({ acts: [thanks] }))).toBe(true);
    expect(isFoldable(aCard({ acts: [thanks], state: 'claimed' }))).toBe(false);
    expect(isFoldable(aCard({ acts: [aFollow()] }))).toBe(false);
  });
});

describe('a card that moves into a panel', () => {
  const message = { token: token('m1'), slotAt: tuesday, shown: 1 };

  it('leaves a link where it may stand in Slack', () => {
    const posted = withoutOwnMessage(aCard({ messages: { card: { ...message, ts: '1.2' } } }));
    expect(posted.messages).toEqual({ 'former-m1': { ...message, ts: '1.2', shown: 0 } });
    const begun = withoutOwnMessage(aCard({ messages: { card: { ...message, begunAt: tuesday } } }));
    expect(begun.messages).toHaveProperty('former-m1');
  });

  it('and out of it again makes the links of earlier days lead there', () => {
    const former = { ...message, token: token('m0'), ts: '1.1' };
    const card = aCard({ panel: panelId('fold-5000'), messages: { 'former-m0': former } });
    expect(outOfPanel(card).messages).toEqual({ 'former-m0': { ...former, shown: 0 } });
  });

  it('leaves nothing where nothing was begun', () => {
    expect(withoutOwnMessage(aCard({ messages: { card: message } })).messages).toEqual({});
  });
});

describe('panels that follow each other', () => {
  const panel = (given: Partial<Panel> = {}): Panel => ({
    id: panelId('digest-2026-11-24'),
    format: 1,
    kind: 'digest',
    version: 1,
    startedAt: tuesday,
    closed: false,
    ...given,
  });
  const nextMorning = tuesday + minutes(23 * 60);
  const nextNight = tuesday + minutes(15 * 60);

  it('begin anew on the next day that the library opens', () => {
    expect(isPanelOver(panel(), aRota(), tuesday + minutes(60))).toBe(false);
    expect(isPanelOver(panel(), aRota(), nextNight)).toBe(false);
    expect(isPanelOver(panel(), aRota(), nextMorning)).toBe(true);
  });

  it('and at once after a closed one; never in a muted conversation', () => {
    expect(isPanelOver(panel({ closed: true }), aRota(), tuesday)).toBe(true);
    const muted = panel({ kind: 'fold', outcome: { how: 'muted', by: ana, at: tuesday } });
    expect(isPanelOver(muted, aRota(), nextMorning)).toBe(false);
  });

  it('have ids that say which they are', () => {
    const digest = { kind: 'digest' } as const;
    const fold = { kind: 'fold', conversation: postId('5001') } as const;
    const asked = { kind: 'asked', conversation: postId('5001') } as const;
    expect([1, 2].map((n) => nthPanelId(asked, aRota(), tuesday, n))).toEqual(['asked-5001', 'asked-5001-2']);
    expect([1, 2].map((n) => nthPanelId(digest, aRota(), tuesday, n))).toEqual([
      'digest-2026-11-24',
      'digest-2026-11-24-2',
    ]);
    expect([1, 3].map((n) => nthPanelId(fold, aRota(), tuesday, n))).toEqual(['fold-5001', 'fold-5001-3']);
  });
});
