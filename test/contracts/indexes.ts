import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Card } from '../../src/core/card/card.js';
import { accountId, actId, cardId, panelId, postId } from '../../src/core/ids.js';
import { asKept } from '../../src/core/keeping/purged-card.js';
import type { Cards } from '../../src/ports/documents.js';
import { aCard, aFollow, aFollower, aMention, ana, aPatron, carla, minutes, tuesday } from '../build.js';
import { aCardIn, aReply } from '../core/card/card-in.js';

/** What every store of cards promises about finding cards. */
export function indexesContract(open: () => Promise<{ cards: Cards; close(): Promise<void> }>): void {
  let cards: Cards;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ cards, close } = await open());
  });
  afterEach(() => close());

  const put = (card: Card) => cards.change(card.id, () => ({ next: card, result: undefined }));
  const mayas = cardId('mention-5001-2001');
  const sams = cardId('mention-5001-2002');

  it('what is purged is stored blank, whatever is written, and is not among what is kept', async () => {
    const done = aCardIn('sent');
    await put(done);
    expect(await cards.kept(0)).toEqual([done.id]);
    await put({ ...done, purgedAt: tuesday });
    expect(await cards.get(done.id)).toEqual(asKept({ ...done, purgedAt: tuesday }));
    expect(await cards.kept(0)).toEqual([]);
    expect(await cards.ofPatron(done.patron.id)).toEqual([done.id]);
  });

  it('what a lead keeps is found until that ends', async () => {
    const hold = { by: carla, at: tuesday, until: tuesday + minutes(60), reason: 'a complaint' };
    await put({ ...aCardIn('sent'), hold });
    expect(await cards.onHold()).toMatchObject([{ hold }]);
    await put(aCardIn('sent'));
    expect(await cards.onHold()).toEqual([]);
  });

  it('what is removed leaves nothing', async () => {
    const card = aCard();
    await put(card);
    await cards.change(card.id, () => ({ next: undefined, result: undefined }));
    expect(await cards.get(card.id)).toBeUndefined();
    expect((await cards.waiting(100)).first).toEqual([]);
    expect(await cards.ofPatron(card.patron.id)).toEqual([]);
    expect(await cards.ofPost(postId('5001'))).toBeUndefined();
    await put(card);
    expect(await cards.get(card.id)).toEqual(card);
  });

  it('what waits leaves out what somebody set aside', async () => {
    await put(aCard());
    expect((await cards.waiting(100)).first).toHaveLength(1);
    await put(aCard({ snoozedUntil: tuesday + minutes(60) }));
    expect((await cards.waiting(100)).first).toEqual([]);
    await put(aCard({ flag: { by: carla, at: tuesday } }));
    expect((await cards.waiting(100)).first).toEqual([]);
    await put(aCard());
    expect((await cards.waiting(100)).first).toHaveLength(1);
  });

  it('what is flagged, and what waits for a look, is found until that is over, the longest first', async () => {
    await put(aCard({ id: sams, flag: { by: carla, at: tuesday + 1 } }));
    await put(aCard({ id: mayas, flag: { by: carla, at: tuesday } }));
    expect((await cards.flagged()).map(({ id }) => id)).toEqual([mayas, sams]);
    await put(aCardIn('in-review', { id: mayas, review: { askedAt: tuesday + 1 } }));
    const reply = aReply({ unsureSince: tuesday, notSeen: true });
    await put(aCardIn('unsure', { id: sams, reply }));
    expect(await cards.flagged()).toEqual([]);
    expect((await cards.toLookAt()).map(({ id }) => id)).toEqual([sams, mayas]);
    await put(aCardIn('in-review', { id: mayas }));
    await put(aCardIn('sent', { id: sams }));
    expect(await cards.toLookAt()).toEqual([]);
  });

  it('cards are counted by state, and the oldest question is known until it is answered, closed or set aside', async () => {
    const question = (at: number) => ({ acts: [aMention({ at })] });
    await put(aCard({ id: mayas, ...question(tuesday + 1) }));
    await put(aCardIn('claimed', { id: sams, ...question(tuesday) }));
    await put(aCard({ id: cardId('follow-2002'), acts: [aFollow({ at: tuesday - 1 })] }));
    const counted = async () => {
      const { states, oldestQuestionAt } = await cards.counts();
      return {
        ...Object.fromEntries(Object.entries(states).filter(([, count]) => count > 0)),
        oldestQuestionAt,
      };
    };
    expect(await counted()).toEqual({ open: 2, claimed: 1, oldestQuestionAt: tuesday });
    await put(aCardIn('sent', { id: sams, acts: [aMention({ at: tuesday, answered: true })] }));
    expect(await counted()).toEqual({ open: 2, sent: 1, oldestQuestionAt: tuesday + 1 });
    await put(aCard({ id: mayas, ...question(tuesday + 1), snoozedUntil: tuesday + minutes(60) }));
    expect(await counted()).toEqual({ open: 2, sent: 1 });
    await cards.change(sams, () => ({ next: undefined, result: undefined }));
    expect(await counted()).toEqual({ open: 2 });
  });

  it('a person has all their cards, what they did last at the end', async () => {
    const later = cardId('mention-6001-2001');
    await put(aCard({ id: later, acts: [aMention({ at: tuesday + 1 })] }));
    await put(aCardIn('sent', { id: mayas }));
    await put(aCard({ id: cardId('follow-2002'), acts: [aFollow()] }));
    expect(await cards.ofPatron(aPatron().id)).toEqual([mayas, later]);
    await put(aCard({ id: mayas, acts: [aMention(), aMention({ id: actId('5002'), at: tuesday + 2 })] }));
    expect(await cards.ofPatron(aPatron().id)).toEqual([later, mayas]);
    expect(await cards.ofPatron(aFollower({ id: accountId('9') }).id)).toEqual([]);
    expect(await cards.ofHandle('maya_reads')).toEqual([later, mayas]);
    expect(await cards.ofHandle('nobody')).toEqual([]);
    await put(aCard({ id: later, patron: aPatron({ handle: 'MayaReads' }) }));
    expect(await cards.ofHandle('maya_reads')).toEqual([mayas]);
    expect(await cards.ofHandle('mayareads')).toEqual([later]);
  });

  it('a conversation has its open cards, longest waiting first', async () => {
    await put(aCard({ id: sams, acts: [aMention({ at: tuesday + 1 })] }));
    await put(aCard({ id: mayas }));
    await put(aCard({ id: cardId('mention-6001-2001') }));
    expect(await cards.inConversation(postId('5001'))).toEqual([mayas, sams]);
    await put(aCardIn('claimed', { id: mayas }));
    expect(await cards.inConversation(postId('5001'))).toEqual([sams]);
  });

  it('a question of ours has whoever answered it, until they remove that', async () => {
    const ours = { answered: 'What are you reading?', asked: true } as const;
    const answer = aMention({ topic: 'other', ours });
    const panel = panelId('asked-5001');
    await put(aCard({ id: mayas, panel, acts: [answer] }));
    await put(aCard({ id: sams, acts: [{ ...answer, at: tuesday + 1 }] }));
    await put(aCard({ id: cardId('mention-5001-9') }));
    expect(await cards.answersTo(postId('5001'))).toEqual([mayas, sams]);
    expect((await cards.inPanel(panel)).all).toEqual([mayas]);
    expect((await cards.waiting(100)).first.map(({ id }) => id)).not.toContain(mayas);
    await put(aCard({ id: mayas, panel, state: 'withdrawn', acts: [{ ...answer, gone: true }] }));
    expect(await cards.answersTo(postId('5001'))).toEqual([sams]);
    expect((await cards.inPanel(panel)).all).toEqual([]);
  });

  it('a panel has its cards, and which of them are open, until they leave it', async () => {
    const panel = panelId('fold-5001');
    await put(aCard({ id: sams, panel, acts: [aMention({ at: tuesday + 1 })] }));
    await put(aCard({ id: mayas, panel }));
    expect(await cards.inPanel(panel)).toEqual({ all: [mayas, sams], open: [mayas, sams] });
    await put(aCardIn('claimed', { id: mayas, panel }));
    expect(await cards.inPanel(panel)).toEqual({ all: [mayas, sams], open: [sams] });
    await put(aCard({ id: sams }));
    expect(await cards.inPanel(panel)).toEqual({ all: [mayas], open: [] });
    await put(aCard({ id: mayas, panel, patron: aPatron({ automated: true }) }));
    expect(await cards.inPanel(panel)).toMatchObject({ open: [mayas], automated: 1 });
    await put(aCardIn('claimed', { id: mayas, panel, patron: aPatron({ automated: true }) }));
    expect(await cards.inPanel(panel)).toEqual({ all: [mayas], open: [] });
  });

  it('a person has what they hold, until somebody else does', async () => {
    await put(aCardIn('claimed'));
    expect((await cards.heldBy(ana)).map(({ id }) => id)).toEqual([mayas]);
    await put(aCardIn('claimed', {}, carla));
    expect(await cards.heldBy(ana)).toEqual([]);
    expect(await cards.heldBy(carla)).toHaveLength(1);
    await put(aCard());
    expect(await cards.heldBy(carla)).toEqual([]);
  });

  it('cards are found of which somebody may have a modal open, until none is left', async () => {
    const view = {
      id: 'e1',
      modal: 'V1',
      kind: 'going',
      user: ana,
      at: tuesday,
      shown: 1,
      shows: 'x',
    } as const;
    await put(aCard({ id: sams }));
    expect(await cards.withOpenViews()).toEqual([]);
    await put(aCard({ id: mayas, openViews: [view] }));
    expect(await cards.withOpenViews()).toEqual([mayas]);
    await put(aCard({ id: mayas, openViews: [] }));
    expect(await cards.withOpenViews()).toEqual([]);
  });

  it('cards with a recent act are found by their newest one, oldest first', async () => {
    const later = tuesday + minutes(5);
    await put(aCard({ id: mayas, acts: [aMention(), aMention({ at: later })] }));
    await put(aCard({ id: sams }));
    expect(await cards.withActsSince(tuesday)).toEqual([sams, mayas]);
    expect(await cards.withActsSince(later)).toEqual([mayas]);
    expect(await cards.withActsSince(later + 1)).toEqual([]);
    expect(await cards.actTimes('mention', tuesday)).toEqual([tuesday, later]);
    expect(await cards.actTimes('mention', later)).toEqual([later]);
    expect(await cards.actTimes('follow', tuesday)).toEqual([]);
  });

  it('an answer is under way until it is known what became of it', async () => {
    for (const state of ['sending', 'posting', 'unsure'] as const) {
      await put(aCardIn(state));
      expect(await cards.underway(), state).toEqual([mayas]);
    }
    await put(aCardIn('sent'));
    expect(await cards.underway()).toEqual([]);
  });
}
