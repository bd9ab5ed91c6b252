import { describe, expect, it } from 'vitest';
import type { Panel } from '../../../src/core/board/panel.js';
import type { Card, CardState } from '../../../src/core/card/card.js';
import { cardKey, type Message, withMessage } from '../../../src/core/card/message.js';
import { everyState } from '../../../src/core/card/rules.js';
import { dueEntries, panelEntries } from '../../../src/core/due/due-entries.js';
import { panelId, token } from '../../../src/core/ids.js';
import { aDesk, aFollow, ana, minutes, tuesday } from '../../build.js';
import { aCardIn, aReply } from '../card/card-in.js';

const timings = {
  settleLooksMs: [5_000, 15_000],
  followExpiresMs: minutes(7 * 24 * 60),
  answerExpiresMs: minutes(3 * 24 * 60),
};

/** A card that Slack shows as it is. */
const shown = (card: Card): Card =>
  withMessage(card, cardKey, { token: token('m'), slotAt: 0, ts: '1.2', shown: card.version });

const jobs = (card: Card) => dueEntries(card, timings, aDesk()).map(({ job, at }) => ({ job, at }));
const inState = (state: CardState, given: Partial<Card> = {}) =>
  jobs(shown(aCardIn(state, { acts: [aFollow()], ...given })));

describe('what a card has to do', () => {
  it('is to be shown until Slack shows it', () => {
    const card = aCardIn('claimed', { acts: [aFollow()] });
    expect(dueEntries(card, timings, aDesk())).toContainEqual({ job: 'show', id: card.id, at: 0 });
    expect(jobs(shown(card)).map(({ job }) => job)).toEqual(['idle']);
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
    expect(inState('unsure', { reply: aReply({ unsureSince, notSeen: true }) })).toEqual([
      { job: 'remind', at: tuesday + minutes(45) },
    ]);
  });

  it('a new follower folds away a week later, while nobody took the card', () => {
    expect(inState('open')).toEqual([{ job: 'expire', at: tuesday + minutes(7 * 24 * 60) }]);
  });

  it('"not now" ends at its time', () => {
    const snoozedUntil = tuesday + minutes(30);
    expect(inState('claimed', { snoozedUntil })).toEqual([{ job: 'wake', at: snoozedUntil }]);
  });

  it('"don\'t answer yet" holds back what the card would do by itself', () => {
    const flag = { by: ana, at: tuesday };
    expect(inState('open', { flag, pending: [], snoozedUntil: tuesday + minutes(30) })).toEqual([]);
  });

  it('nothing waits on a card that is done, until what it contains goes', () => {
    const inHand: readonly CardState[] = ['claimed', 'in-review', 'handed-off'];
    const busy: readonly CardState[] = ['open', ...inHand, 'sending', 'posting', 'unsure'];
    for (const state of everyState)
      if (!busy.includes(state)) expect(inState(state), state).toMatchObject([{ job: 'purge' }]);
  });
});

describe('a panel', () => {
  const panel: Panel = {
    id: panelId('digest-7'),
    format: 1,
    kind: 'digest',
    version: 3,
    startedAt: tuesday,
    closed: false,
  };
  const message: Message = { token: token('m'), slotAt: tuesday + 1_100, shown: 2 };
  const at = (given: Partial<Message>) =>
    panelEntries({ ...panel, message: { ...message, ...given } }, aDesk()).flatMap(({ at, job }) =>
      job === 'panel' ? [at] : [],
    );

  it('is to be shown until Slack shows its newest version', () => {
    expect(panelEntries(panel, aDesk())).toContainEqual({ job: 'panel', id: 'digest-7', at: 0 });
    expect(at({})).toEqual([tuesday + 1_100]);
    expect(at({ shown: 3 })).toEqual([]);
  });

  it('is left to whoever works on it, as long as they may', () => {
    expect(at({ lease: { token: token('l'), until: tuesday + 30_000 } })).toEqual([tuesday + 30_000]);
  });
});
