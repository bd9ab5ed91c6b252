import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card/card.js';
import {
  currentVersionOf,
  type Message,
  staleMessage,
  wantedMessages,
  withMessage,
} from '../../../src/core/card/message.js';
import { withSaidOfPost } from '../../../src/core/card/select.js';
import { actId, panelId, token } from '../../../src/core/ids.js';
import { aCard, aFollow, aMention, ana, ben, tuesday } from '../../build.js';

const waiting: Message = { token: token('message-1'), slotAt: tuesday, shown: 0 };
const message = (given: Partial<Message> = {}): Message => ({ ...waiting, ts: '1.2', shown: 1, ...given });

const thanks = aMention({ id: actId('5002'), topic: 'praise' });
const question = aMention({ id: actId('5003'), topic: 'question' });

describe('the messages of a card', () => {
  it('are one, with a thread line for the first mention and for each later question', () => {
    const first = aCard({ acts: [aMention({ topic: 'other' })] });
    expect(wantedMessages(first)).toEqual(['card', 'line-5001']);
    const asked = withMessage(
      aCard({ acts: [aMention({ topic: 'other' }), thanks, question] }),
      'line-5001',
      message({ begunAt: tuesday }),
    );
    expect(wantedMessages(asked)).toEqual(['card', 'line-5001', 'line-5003']);
  });

  it('what came before the first line is named once, with the newest question', () => {
    const card = aCard({ acts: [aMention({ topic: 'other' }), thanks, question] });
    expect(wantedMessages(card)).toEqual(['card', 'line-5003']);
  });

  it('what is over before its line stands gets none', () => {
    const answered = aCard({ state: 'sent', acts: [aMention({ answered: true })] });
    expect(wantedMessages(answered)).toEqual(['card']);
    expect(wantedMessages(withMessage(answered, 'line-5001', waiting))).toEqual(['card']);
  });

  it('whoever has the card before its line stands is not called to it, but to a later question', () => {
    const held = aCard({ state: 'claimed', holder: { id: ana, since: tuesday } });
    expect(wantedMessages(held)).toEqual(['card']);
    expect(wantedMessages({ ...held, acts: [aMention(), question] })).toEqual(['card', 'line-5003']);
  });

  it('thanks get no line, not even the first', () => {
    expect(wantedMessages(aCard({ acts: [thanks] }))).toEqual(['card']);
    expect(wantedMessages(aCard({ acts: [thanks, question] }))).toEqual(['card', 'line-5003']);
  });

  it('a pass and a check get no line; one that an earlier version posted says how it ended', () => {
    const holder = { id: ben, since: tuesday };
    const passes = [{ from: ana, to: ben, at: tuesday }];
    const asked = aCard({ holder, passes, acts: [thanks], state: 'in-review', review: { askedAt: 7 } });
    expect(wantedMessages(asked)).toEqual(['card']);
    const stands = withMessage(withMessage(asked, 'check-7', message()), 'pass-0', message());
    expect(wantedMessages(stands)).toEqual(['card', 'pass-0', 'check-7']);
    const taken = { ...stands, review: { askedAt: 7, reviewer: ana } };
    expect(staleMessage(withMessage(taken, 'card', message()))).toMatchObject({ key: 'check-7' });
  });

  it('a card in a panel has only what stands of it from before, and its panel is told of each version', () => {
    const panel = panelId('fold-5001');
    const card = withMessage(aCard({ panel, version: 2 }), 'line-5001', message());
    expect(wantedMessages(card)).toEqual(['line-5001']);
    expect(staleMessage(card)).toEqual({ key: 'panel', at: 0 });
    expect(staleMessage({ ...card, panelShown: 1 })).toEqual({ key: 'panel', at: 0 });
    expect(staleMessage({ ...card, panelShown: 2 })).toBeUndefined();
  });

  it('a new follower gets no line', () => {
    expect(wantedMessages(aCard({ acts: [aFollow()] }))).toEqual(['card']);
  });

  it('one that is not recorded is to be worked at now, the card before its lines', () => {
    const card = aCard();
    expect(staleMessage(card)).toEqual({ key: 'card', at: 0 });
    expect(staleMessage(withMessage(card, 'card', message()))).toEqual({ key: 'line-5001', at: 0 });
  });

  it('one that is posted waits for its slot, one that somebody works at for the end of their lease', () => {
    const later = message({ shown: 0, slotAt: tuesday + 5 });
    expect(staleMessage(withMessage(aCard(), 'card', later))).toEqual({ key: 'card', at: tuesday + 5 });
    const leased = { ...later, lease: { token: token('worker-1'), until: tuesday + 9 } };
    expect(staleMessage(withMessage(aCard(), 'card', leased))).toEqual({ key: 'card', at: tuesday + 9 });
  });

  it('a card is out of date when its version rose; a line that names somebody, or has nobody to name, is not', () => {
    const card = withMessage(aCard({ version: 2 }), 'card', message({ shown: 2 }));
    expect(staleMessage(withMessage(card, 'line-5001', message()))).toBeUndefined();
    expect(staleMessage(withMessage(card, 'line-5001', message({ shown: 0, quiet: true })))).toBeUndefined();
    expect(staleMessage({ ...card, version: 3 })).toMatchObject({ key: 'card' });
  });

  it('a line is out of date once more when what it names somebody for is over, and when it is not over any more', () => {
    const card = withMessage(aCard(), 'card', message());
    const named = withMessage(card, 'line-5001', message());
    const closed = { ...named, state: 'dismissed' } as const;
    expect(staleMessage(closed)).toEqual({ key: 'line-5001', at: tuesday });
    const told = withMessage(closed, 'line-5001', message({ shown: currentVersionOf(closed, 'line-5001') }));
    expect(staleMessage(told)).toBeUndefined();
    // Opened and closed by somebody else since.
    const again = { ...told, version: 3, messages: { ...told.messages, card: message({ shown: 3 }) } };
    expect(staleMessage(again)).toEqual({ key: 'line-5001', at: tuesday });
    expect(staleMessage({ ...told, state: 'open' })).toEqual({ key: 'line-5001', at: tuesday });
  });

  it('a line is out of date when its post takes no reply any more, and when it takes one again', () => {
    const card = withMessage(withMessage(aCard(), 'card', message()), 'line-5001', message());
    const shown = (now: Card) =>
      withMessage(
        withMessage(now, 'card', message({ shown: now.version })),
        'line-5001',
        message({ shown: currentVersionOf(now, 'line-5001') }),
      );
    const closed = withSaidOfPost(card, actId('5001'), { closed: true });
    expect(staleMessage(withMessage(closed, 'card', message({ shown: closed.version })))).toEqual({
      key: 'line-5001',
      at: tuesday,
    });
    expect(staleMessage(shown(closed))).toBeUndefined();
    const again = withSaidOfPost(shown(closed), actId('5001'), {});
    expect(staleMessage(withMessage(again, 'card', message({ shown: again.version })))).toEqual({
      key: 'line-5001',
      at: tuesday,
    });
  });

  it('whose text changes by itself is out of date then, and waits for the moment that it is given', () => {
    const shown = withMessage(aCard({ acts: [aFollow()] }), 'card', message({ changesAt: tuesday + 50 }));
    expect(staleMessage(shown)).toEqual({ key: 'card', at: tuesday + 50, refresh: true });
    const given = withMessage(shown, 'card', message({ changesAt: tuesday + 50, refreshAt: tuesday + 80 }));
    expect(staleMessage(given)).toEqual({ key: 'card', at: tuesday + 80, refresh: true });
    expect(staleMessage(withMessage(shown, 'card', message({ changesAt: 0 })))).toBeUndefined();
  });

  it('that has news is shown at once, and one that waits for long holds up no text that changes by itself', () => {
    const changes = message({ changesAt: tuesday + 50, refreshAt: tuesday + 80 });
    const card = withMessage(aCard({ version: 2 }), 'card', changes);
    expect(staleMessage(card)).toEqual({ key: 'card', at: tuesday });
    const waits = withMessage(withMessage(aCard(), 'card', changes), 'line-5001', {
      ...waiting,
      slotAt: tuesday + 1_000,
    });
    expect(staleMessage(waits)).toEqual({ key: 'card', at: tuesday + 80, refresh: true });
  });

  it('changing one leaves the version of the card', () => {
    expect(withMessage(aCard(), 'card', message()).version).toBe(1);
  });
});
