import { describe, expect, it } from 'vitest';
import type { Card, CardState } from '../../src/core/card.js';
import { dueEntries } from '../../src/core/due-entries.js';
import { token } from '../../src/core/ids.js';
import { cardMessage, withMessage } from '../../src/core/message.js';
import { aFollow, minutes, tuesday } from '../build.js';
import { aCardIn, aReply } from './card-in.js';

const timings = { settleLooksMs: [5_000, 15_000] };

/** A card that Slack shows as it is. */
const shown = (card: Card): Card =>
  withMessage(card, cardMessage, { token: token('m'), slotAt: 0, ts: '1.2', shown: card.version });

const jobs = (card: Card) => dueEntries(card, timings).map(({ job, at }) => ({ job, at }));
const inState = (state: CardState, given: Partial<Card> = {}) =>
  jobs(shown(aCardIn(state, { acts: [aFollow()], ...given })));

describe('what a card has to do', () => {
  it('is to be shown until Slack shows it', () => {
    const card = aCardIn('open', { acts: [aFollow()] });
    expect(dueEntries(card, timings)).toEqual([{ job: 'show', id: card.id, at: 0 }]);
    expect(jobs(shown(card))).toEqual([]);
  });

  it('an approved answer is sent when its undo window ends', () => {
    expect(inState('sending')).toEqual([{ job: 'send', at: tuesday + 20_000 }]);
  });

  it('a call whose lease is over is looked after', () => {
    expect(inState('posting')).toEqual([{ job: 'settle', at: tuesday + minutes(2) }]);
  });

  it('an unknown outcome is looked for at growing distances, until a person has to look', () => {
    const unsureSince = tuesday;
    const looked = (looks: number) => inState('unsure', { reply: aReply({ unsureSince, looks }) });
    expect(looked(0)).toEqual([{ job: 'settle', at: tuesday + 5_000 }]);
    expect(looked(1)).toEqual([{ job: 'settle', at: tuesday + 15_000 }]);
    expect(looked(2)).toEqual([]);
    expect(inState('unsure', { reply: aReply({ unsureSince, notSeen: true }) })).toEqual([]);
  });

  it('nothing waits on a card that is with a person or done', () => {
    for (const state of ['open', 'claimed', 'handed-off', 'sent', 'dismissed'] as const) {
      expect(inState(state), state).toEqual([]);
    }
  });
});
