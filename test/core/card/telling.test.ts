import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card/card.js';
import { needs, type Telling } from '../../../src/core/card/telling.js';
import { ana, ben, carla, tuesday } from '../../build.js';
import { aCardIn, aReply } from './card-in.js';

const holder = { id: ana, since: 5 };
const lapsed = { kind: 'lapsed', goodUntil: tuesday } as const;
const back = { holder, reply: aReply(), notice: lapsed };
const checked = { ...back, holder: { id: ben, since: 5 }, review: { askedAt: 4, reviewer: ana } };
const passes = [{ from: carla, to: ana, at: 5 }];
const note = { by: carla, at: 5, text: '', back: true } as const;
const unseen = { holder, reply: aReply({ unsureSince: tuesday, notSeen: true }) };

describe('what somebody was told still holds', () => {
  it.each<[string, Telling, Card]>([
    ['an answer that lapsed', { what: 'came-back', of: 1 }, aCardIn('claimed', back)],
    ['one that a colleague checked', { what: 'came-back', of: 1 }, aCardIn('in-review', checked)],
    ['one to look for', { what: 'not-seen', of: 1 }, aCardIn('unsure', unseen)],
    ['a check', { what: 'check-asked', of: 5 }, aCardIn('in-review', { review: { askedAt: 5 } }, ben)],
    ['a pass', { what: 'passed', of: 5 }, aCardIn('claimed', { holder, passes })],
    ['a flag', { what: 'flagged', of: 5 }, aCardIn('claimed', { flag: { by: ben, at: 5 } })],
    ['words that were sent back', { what: 'sent-back', of: 5 }, aCardIn('claimed', { holder, note })],
  ])('%s', (_, telling, card) => expect(needs(card, telling, ana)).toBe(true));
});

describe('it holds no more', () => {
  it.each<[string, Telling, Card]>([
    [
      'for the next approval',
      { what: 'came-back', of: 1 },
      aCardIn('claimed', { ...back, reply: aReply({ n: 2 }) }),
    ],
    ['once it is on its way again', { what: 'came-back', of: 1 }, aCardIn('sending', { reply: aReply() })],
    [
      'for whoever lost the card',
      { what: 'came-back', of: 1 },
      aCardIn('claimed', { ...back, holder: { id: carla, since: 9 } }),
    ],
    [
      'for the writer of what a colleague has to send',
      { what: 'came-back', of: 1 },
      aCardIn('in-review', {
        ...checked,
        review: { askedAt: 4, reviewer: carla },
      }),
    ],
    [
      'while the desk looks again',
      { what: 'not-seen', of: 1 },
      aCardIn('unsure', { ...unseen, reply: aReply() }),
    ],
    [
      'once somebody checks',
      { what: 'check-asked', of: 5 },
      aCardIn('in-review', {
        review: { askedAt: 5, reviewer: carla },
      }),
    ],
    ['for a later check', { what: 'check-asked', of: 5 }, aCardIn('in-review', { review: { askedAt: 6 } })],
    [
      'once it was passed on',
      { what: 'passed', of: 5 },
      aCardIn('claimed', {
        holder: { id: ben, since: 9 },
        passes: [...passes, { from: ana, to: ben, at: 9 }],
      }),
    ],
    ['once it was lifted', { what: 'flagged', of: 5 }, aCardIn('claimed', {})],
    ['once it went on', { what: 'sent-back', of: 5 }, aCardIn('claimed', { holder })],
  ])('%s', (_, telling, card) => expect(needs(card, telling, ana)).toBe(false));
});
