import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Card } from '../../src/core/card/card.js';
import { dueEntries } from '../../src/core/due/due-entries.js';
import { timings } from '../../src/core/due/timings.js';
import { actId, type CardId, cardId, postId } from '../../src/core/ids.js';
import type { Cards } from '../../src/ports/documents.js';
import type { Due } from '../../src/ports/due.js';
import { aCard, aDesk, aMention, minutes, tuesday } from '../build.js';
import { aCardIn } from '../core/card/card-in.js';

export interface OpenCards {
  readonly cards: Cards;
  readonly due: Due;
  close(): Promise<void>;
}

const endOfTime = Number.MAX_SAFE_INTEGER;

/** What every store of the cards promises. */
export function cardsContract(open: () => Promise<OpenCards>): void {
  let cards: Cards;
  let due: Due;
  let close: () => Promise<void>;

  beforeEach(async () => {
    ({ cards, due, close } = await open());
  });
  afterEach(() => close());

  const put = (card: Card) => cards.change(card.id, () => ({ next: card, result: undefined }));

  it('a card that nobody stored is not there', async () => {
    expect(await cards.get(cardId('mention-1-1'))).toBeUndefined();
    const seen = await cards.change(cardId('mention-1-1'), (card) => ({
      next: card,
      result: card ?? 'none',
    }));
    expect(seen).toBe('none');
    expect(await cards.get(cardId('mention-1-1'))).toBeUndefined();
  });

  it('gives back what was stored, to the letter', async () => {
    const card = aCardIn('unsure', {
      draft: { text: 'Zoë “reads” 👩‍👩‍👧 \n\u0000 end', by: 'U1' as never, at: 1 },
    });
    await put(card);
    expect(await cards.get(card.id)).toEqual(card);
  });

  it('what a card has to do is in the due list with it, and leaves it with it', async () => {
    const card = aCardIn('sending');
    await put(card);
    expect(await due.take(endOfTime, 0, 100)).toEqual(dueEntries(card, timings, aDesk()));
    const messages = Object.fromEntries(
      ['card', 'line-5001'].map((key) => [key, { token: 't' as never, slotAt: 0, ts: '1', shown: 1 }]),
    );
    const shown = aCard({ messages });
    await put(shown);
    expect(await due.take(endOfTime, 0, 100)).toEqual(dueEntries(shown, timings, aDesk()));
    await put({ ...shown, state: 'withdrawn' });
    expect((await due.take(endOfTime, 0, 100)).map(({ job }) => job)).toEqual(['show', 'purge']);
  });

  it('a change that changes nothing restores what is due', async () => {
    const card = aCardIn('sending');
    await put(card);
    await due.take(endOfTime, minutes(1), 100);
    await cards.change(card.id, (now) => ({ next: now, result: undefined }));
    expect(await due.take(card.reply?.dueAt ?? 0, 0, 100)).toEqual(dueEntries(card, timings, aDesk()));
  });

  it('open cards wait in the order of their oldest unanswered act', async () => {
    const waiting = (id: string, at: number, answered: readonly number[] = []) =>
      aCard({
        id: cardId(id),
        acts: [...answered.map((then) => aMention({ at: then, answered: true })), aMention({ at })],
      });
    await put(waiting('mention-2-1', tuesday + 2));
    await put(waiting('mention-3-1', tuesday + 3, [tuesday - 9]));
    await put(waiting('mention-1-1', tuesday + 1));
    await put({
      ...waiting('mention-0-1', tuesday),
      state: 'claimed',
      holder: { id: 'U1' as never, since: 1 },
    });
    const ids = async () => (await cards.waiting(100)).first.map(({ id }) => id);
    expect(await ids()).toEqual(['mention-1-1', 'mention-2-1', 'mention-3-1']);
    await put({ ...waiting('mention-1-1', tuesday), state: 'dismissed' });
    expect(await ids()).toEqual(['mention-2-1', 'mention-3-1']);
  });

  it('a post leads to its card: any version of a mention, a picked one, an answer of ours', async () => {
    const acts = [aMention({ id: actId('5001'), versions: [postId('5001'), postId('5009')] })];
    const answers = [{ postId: postId('9001'), covers: [], text: '', at: 1, how: 'in-x' as const }];
    const card = aCard({ acts, answers, picked: postId('6001') });
    await put(card);
    for (const post of ['5001', '5009', '6001', '9001']) {
      expect(await cards.ofPost(postId(post)), post).toBe(card.id);
    }
    expect(await cards.ofPost(postId('7777'))).toBeUndefined();
  });

  it('ids of 19 digits stay what they are', async () => {
    const near = ['1993456789012345671', '1993456789012345672', '1993456789012345673'];
    const idOf = (post: string): CardId => cardId(`mention-${post}-${post}`);
    for (const post of near) {
      await put(aCard({ id: idOf(post), acts: [aMention({ id: actId(post), versions: [postId(post)] })] }));
    }
    for (const post of near) {
      expect(await cards.ofPost(postId(post))).toBe(idOf(post));
      expect((await cards.get(idOf(post)))?.acts[0]?.id).toBe(post);
    }
    const taken = await due.take(endOfTime, 0, 100);
    const shown = taken.filter(({ job }) => job === 'show');
    expect(shown.map(({ id }) => id)).toEqual(near.map(idOf));
  });
}
