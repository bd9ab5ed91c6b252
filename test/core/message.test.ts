import { describe, expect, it } from 'vitest';
import { actId, token } from '../../src/core/ids.js';
import { type Message, staleMessage, wantedMessages, withMessage } from '../../src/core/message.js';
import { aCard, aFollow, aMention, tuesday } from '../build.js';

const message = (given: Partial<Message> = {}): Message => ({
  token: token('message-1'),
  slotAt: tuesday,
  ts: '1.2',
  shown: 1,
  ...given,
});

const thanks = aMention({ id: actId('5002'), topic: 'praise' });
const question = aMention({ id: actId('5003'), topic: 'question' });

describe('the messages of a card', () => {
  it('are one, with a thread line for the first mention and for each later question', () => {
    const card = aCard({ acts: [aMention({ topic: 'other' }), thanks, question] });
    expect(wantedMessages(card)).toEqual(['card', 'line-5001', 'line-5003']);
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
    const waiting = message({ shown: 0, slotAt: tuesday + 5 });
    expect(staleMessage(withMessage(aCard(), 'card', waiting))).toEqual({ key: 'card', at: tuesday + 5 });
    const leased = { ...waiting, lease: { token: token('worker-1'), until: tuesday + 9 } };
    expect(staleMessage(withMessage(aCard(), 'card', leased))).toEqual({ key: 'card', at: tuesday + 9 });
  });

  it('a card is out of date when its version rose; a line once posted, or with nobody to name, never is', () => {
    const card = withMessage(aCard({ version: 2 }), 'card', message({ shown: 2 }));
    expect(staleMessage(withMessage(card, 'line-5001', message()))).toBeUndefined();
    expect(staleMessage(withMessage(card, 'line-5001', message({ shown: 0, quiet: true })))).toBeUndefined();
    expect(staleMessage({ ...card, version: 3 })).toMatchObject({ key: 'card' });
  });

  it('changing one leaves the version of the card', () => {
    expect(withMessage(aCard(), 'card', message()).version).toBe(1);
  });
});
