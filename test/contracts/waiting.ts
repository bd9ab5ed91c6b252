import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Card, Mention } from '../../src/core/card/card.js';
import { actId, type CardId, cardId, token } from '../../src/core/ids.js';
import type { Cards } from '../../src/ports/documents.js';
import { aCard, aFollow, aMention, ana, ben, carla, minutes, tuesday } from '../build.js';

/** What every store of cards promises about those that wait. */
export function waitingContract(open: () => Promise<{ cards: Cards; close(): Promise<void> }>): void {
  let cards: Cards;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ cards, close } = await open());
  });
  afterEach(() => close());

  const put = (card: Card) => cards.change(card.id, () => ({ next: card, result: undefined }));
  const idOf = (name: string): CardId => cardId(`mention-${name}-2001`);
  const post = (name: string, at: number, given: Partial<Mention> = {}, also: Partial<Card> = {}) =>
    aCard({ id: idOf(name), acts: [aMention({ at, ...given })], ...also });
  const follower = aCard({ acts: [aFollow({ at: tuesday - minutes(600) })] });
  const firstOf = async (...asked: Parameters<Cards['waiting']>) => {
    const { first, count } = await cards.waiting(...asked);
    return { first: first.map(({ id }) => id), count };
  };

  it('the first that wait are those that are due first, however they were stored, and all are counted', async () => {
    await put(follower);
    await put(post('9', tuesday, { topic: 'praise' }));
    await put(post('3', tuesday + 2));
    await put(post('2', tuesday + 1));
    await put(post('4', tuesday + minutes(9), { urgent: 'fire' }));
    expect(await firstOf(3)).toEqual({ first: ['4', '2', '3'].map(idOf), count: 5 });
    expect(await firstOf(9)).toEqual({ first: [...['4', '2', '3', '9'].map(idOf), follower.id], count: 5 });
    expect(await firstOf(0)).toEqual({ first: [], count: 5 });
    await put(post('2', tuesday + minutes(10)));
    await put(post('4', tuesday + minutes(9), { urgent: 'fire' }, { state: 'dismissed' }));
    expect(await firstOf(2)).toEqual({ first: ['3', '2'].map(idOf), count: 4 });
  });

  it('a trainee has no greeting that is posted by hand, neither among the first nor counted', async () => {
    await put(follower);
    await put(post('2', tuesday));
    expect(await firstOf(9, 'trainee')).toEqual({ first: [idOf('2')], count: 1 });
    expect(await firstOf(9, 'all')).toEqual({ first: [idOf('2'), follower.id], count: 2 });
  });

  it('what waits is counted by what it is for, and what is late from its deadline on', async () => {
    const fourHours = minutes(240);
    await put(follower);
    await put(post('2', tuesday, { topic: 'praise' }));
    await put(post('3', tuesday));
    await put(post('4', tuesday - 1, { urgent: 'fire' }));
    const counts = (late: number) => ({
      kinds: { question: 2, complaint: 0, praise: 1, other: 0, follow: 1, hello: 0 },
      late,
      toBeTold: 2,
    });
    expect(await cards.countWaiting(tuesday + fourHours - 2)).toEqual(counts(0));
    expect(await cards.countWaiting(tuesday + fourHours - 1)).toEqual(counts(1));
    expect(await cards.countWaiting(tuesday + fourHours)).toEqual(counts(2));
    expect(await cards.dueUpTo(tuesday + fourHours - 1)).toEqual([idOf('4')]);
    expect(await cards.dueUpTo(tuesday + fourHours)).toEqual([idOf('4'), idOf('3')]);
    expect(await cards.dueUpTo(tuesday + fourHours, 1)).toEqual([idOf('4')]);
    expect(await cards.nextDueAfter(tuesday)).toBe(tuesday + fourHours - 1);
    expect(await cards.nextDueAfter(tuesday + fourHours - 1)).toBe(tuesday + fourHours);
    expect(await cards.nextDueAfter(tuesday + fourHours)).toBeUndefined();
    for (const name of ['3', '4']) await put(post(name, tuesday, {}, { state: 'dismissed' }));
    expect(await cards.countWaiting(tuesday + fourHours)).toMatchObject({ late: 0, toBeTold: 0 });
  });

  it('whom lines call is known, with the cards, until their posts are answered or somebody takes the card', async () => {
    const line = (to: typeof ana) => ({ token: token('t'), slotAt: 0, ts: '1', shown: 1, to });
    const called = (name: string, to: typeof ana, given: Partial<Mention> = {}, also: Partial<Card> = {}) =>
      post(name, tuesday, given, { messages: { 'line-5001': line(to) }, ...also });
    await put(called('2', ana));
    await put(called('3', ben));
    await put(called('4', ana));
    await put(post('5', tuesday, {}, { messages: { 'line-5001': { ...line(carla), quiet: true } } }));
    const callingOf = async (person: typeof ana) => (await cards.calling(person)).map(({ id }) => id).sort();
    expect([...(await cards.peopleCalled())].sort()).toEqual([ana, ben]);
    expect(await callingOf(ana)).toEqual(['2', '4'].map(idOf));
    await put(called('2', ben));
    await put(called('4', ana, {}, { state: 'claimed', holder: { id: carla, since: tuesday } }));
    await put(called('3', ben, { answered: true }));
    expect(await cards.peopleCalled()).toEqual([ben]);
    expect(await callingOf(ben)).toEqual([idOf('2')]);
  });

  it('what an earlier version showed is found until it is shown anew', async () => {
    const shown = { token: token('t'), slotAt: 0, ts: '1', shown: 1 };
    await put(post('2', tuesday, {}, { messages: { card: shown } }));
    await put(post('3', tuesday, {}, { messages: { card: { ...shown, changesAt: tuesday } } }));
    expect(await cards.shownBefore()).toEqual([idOf('2')]);
    await put(post('2', tuesday, {}, { messages: { card: { ...shown, changesAt: tuesday } } }));
    expect(await cards.shownBefore()).toEqual([]);
  });

  it('what is removed waits no more', async () => {
    const card = post('2', tuesday, { id: actId('1') });
    await put(card);
    await cards.change(card.id, () => ({ next: undefined, result: undefined }));
    expect(await firstOf(9)).toEqual({ first: [], count: 0 });
    expect(await cards.nextDueAfter(0)).toBeUndefined();
    await put(card);
    expect(await firstOf(9)).toEqual({ first: [card.id], count: 1 });
  });
}
