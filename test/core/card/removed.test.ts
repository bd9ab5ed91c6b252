import { describe, expect, it } from 'vitest';
import { theDesk } from '../../../src/core/card/actions.js';
import type { Card, CardState } from '../../../src/core/card/card.js';
import { decide } from '../../../src/core/card/decide.js';
import { replyTarget, unanswered } from '../../../src/core/card/select.js';
import { actId, postId } from '../../../src/core/ids.js';
import { aFollow, aFollower, aMention, ana, minutes, tuesday } from '../../build.js';
import { aCardIn, anAction, aReply, asAna, asCarla, later, ourPost, outcome, theToken } from './card-in.js';

const first = aMention();
const second = aMention({ id: actId('5002'), at: tuesday + minutes(1), text: 'And audiobooks?' });
const both = { acts: [first, second] };
const toSecond = { replyTo: postId('5002'), covers: [first.id, second.id] };
const removes = (card: Card, act = first) => outcome(card, { do: 'withdraw', act: act.id });

describe('a post that its writer removed', () => {
  it('is blanked, and nobody answers it any more', () => {
    const card = removes(aCardIn('open', both));
    expect(card.acts[0]).toMatchObject({ gone: true, text: '', links: [], media: [] });
    expect(unanswered(card)).toEqual([second]);
    expect(replyTarget(removes(card, second))).toBeUndefined();
  });

  it('takes with it what a follower said of themselves', () => {
    const patron = aFollower({ bio: 'Allotments.', place: 'Hull' });
    const card = outcome(aCardIn('open', { acts: [aFollow()], patron }), {
      do: 'withdraw',
      act: aFollow().id,
    });
    expect(card).toMatchObject({ state: 'withdrawn', patron: { name: 'Sam Okafor' } });
    for (const field of ['bio', 'place']) expect(card.patron).not.toHaveProperty(field);
  });

  it('the last one closes the card, and tells the holder; the words that may quote it go', () => {
    const draft = { text: 'Hi Maya, yes', by: ana, at: tuesday };
    const card = aCardIn('claimed', { draft, keptWords: [draft], flag: { by: ana, at: tuesday } });
    const result = decide(card, anAction.withdraw, theDesk, later);
    expect(result).toMatchObject({
      card: { state: 'withdrawn', keptWords: [] },
      events: [{ event: 'removed', to: ana }],
    });
    for (const left of ['holder', 'flag', 'draft']) expect(result).not.toHaveProperty(`card.${left}`);
  });

  it('one of several leaves the words, marked, until nobody goes on with the card', () => {
    const draft = { text: 'Hi Maya, yes', by: ana, at: tuesday };
    const words = [
      { draft },
      { keptWords: [draft] },
      { note: draft },
      { flag: { by: ana, at: tuesday, note: 'Look' } },
    ];
    for (const written of words) {
      const card = removes(aCardIn('claimed', { ...both, ...written }));
      expect(card).toMatchObject({ ...written, state: 'claimed', mayQuote: true, removedAt: later });
    }
    const closed = outcome(
      removes(aCardIn('claimed', { ...both, draft, note: draft })),
      anAction.dismiss,
      asAna,
    );
    for (const left of ['draft', 'note', 'mayQuote']) expect(closed).not.toHaveProperty(left);
    expect(removes(aCardIn('claimed', both))).not.toHaveProperty('mayQuote');
  });

  it('the last one that waits leaves a card that was answered before as answered', () => {
    const card = aCardIn('claimed', { acts: [{ ...first, answered: true }, second] });
    expect(removes(card, second)).toMatchObject({ state: 'sent' });
  });

  it('leaves an answered card answered, with its quote blanked', () => {
    expect(removes(aCardIn('sent'))).toMatchObject({ state: 'sent', acts: [{ text: '', answered: true }] });
  });

  it('stops an answer that waits to go out, whichever of its posts it was', () => {
    for (const act of [first, second]) {
      const card = removes(aCardIn('sending', { ...both, reply: aReply(toSecond) }), act);
      expect(card, act.id).toMatchObject({ state: 'claimed', notice: { kind: 'removed', at: later } });
    }
    expect(removes(aCardIn('sending'))).toMatchObject({ state: 'withdrawn' });
  });

  it('while X is asked leaves the call to end: published, or with nothing left to answer', () => {
    const posting = removes(aCardIn('posting'));
    expect(posting.state).toBe('posting');
    expect(outcome(posting, anAction.publish)).toMatchObject({
      state: 'sent',
      answers: [{ postId: ourPost }],
    });
    for (const action of [anAction.reject, anAction['put-back'], anAction['mark-unknown']]) {
      const ended = outcome(posting, action);
      expect(ended.state, action.do).toBe('withdrawn');
      expect(ended, action.do).not.toHaveProperty('holder');
    }
  });

  it('while X is asked in vain gives the answer back, for a person to read what is left', () => {
    const posting = aCardIn('posting', { ...both, reply: aReply({ ...toSecond, token: theToken }) });
    expect(outcome(removes(posting, second), anAction['put-back'])).toMatchObject({
      state: 'claimed',
      notice: { kind: 'removed' },
    });
  });

  it('ends the looking for an unknown send, and what turns up is still bound to the card', () => {
    const card = removes(aCardIn('unsure'));
    expect(card).toMatchObject({ state: 'withdrawn' });
    const seen = outcome(card, anAction.seen);
    expect(seen).toMatchObject({ state: 'withdrawn', answers: [{ postId: ourPost, by: ana, n: 1 }] });
    expect(outcome(seen, anAction['another-act'])).toMatchObject({ state: 'open' });
  });

  it('stays removed when X shows it once more, edited or not', () => {
    const card = removes(aCardIn('open', both));
    expect(outcome(card, anAction.edited)).toBe(card);
    expect(outcome(card, { ...anAction['another-act'], act: first })).toBe(card);
  });
});

describe('an edited post', () => {
  it('tells the holder in any state, and stops only what waits to go out', () => {
    const states: readonly CardState[] = ['claimed', 'in-review', 'posting', 'unsure', 'handed-off'];
    for (const state of states) {
      const result = decide(aCardIn(state), anAction.edited, theDesk, later);
      expect(result, state).toMatchObject({ card: { state }, events: [{ event: 'changed', to: ana }] });
    }
    expect(outcome(aCardIn('sending'), anAction.edited)).toMatchObject({ state: 'claimed' });
  });

  it('while an answer is looked for is noted for whoever goes on', () => {
    const card = outcome(outcome(aCardIn('unsure'), anAction.edited), anAction['not-there'], asAna);
    expect(card).toMatchObject({ state: 'claimed', notice: { kind: 'changed' } });
  });
});

describe('an answer deleted from X', () => {
  const twice = () => {
    const asked = outcome(aCardIn('sent'), { ...anAction['another-act'], act: second });
    return outcome(asked, {
      do: 'seen',
      post: {
        ...anAction.seen.post,
        postId: postId('9002'),
        repliedTo: postId('5002'),
        text: 'Yes & audiobooks too',
        asApproved: false,
      },
    });
  };

  it('is offered again with its words, without their signature', () => {
    expect(outcome(aCardIn('sent'), anAction['delete-from-x'], asAna)).toMatchObject({
      state: 'claimed',
      holder: { id: ana },
      answers: [],
      draft: { text: 'Hi Maya, yes: 40 at Central.', by: ana },
    });
  });

  it('gives back what it answered and no more, also when it was written in X', () => {
    const card = outcome(twice(), { do: 'delete-from-x', postId: postId('9002') }, asCarla);
    expect(unanswered(card)).toEqual([second]);
    expect(card).toMatchObject({ answers: [{ postId: ourPost }], draft: { text: 'Yes & audiobooks too' } });
    const other = outcome(twice(), anAction['delete-from-x'], asCarla);
    expect(unanswered(other)).toMatchObject([{ id: first.id }]);
  });

  it('leaves a card answered of which another answer covers the same', () => {
    const unsure = aCardIn('unsure');
    const colleagues = { ...anAction.seen.post, postId: postId('9002'), asApproved: false };
    const doubled = outcome(outcome(unsure, { do: 'seen', post: colleagues }), anAction.publish);
    expect(doubled.answers).toHaveLength(2);
    const card = outcome(doubled, anAction['delete-from-x'], asAna);
    expect(card).toMatchObject({ state: 'sent', answers: [{ postId: '9002' }] });
  });

  it('to a post that was removed leaves nothing to answer', () => {
    const card = outcome(removes(aCardIn('sent')), anAction['delete-from-x'], asAna);
    expect(card).toMatchObject({ state: 'withdrawn', answers: [] });
  });

  it('that is gone already changes nothing', () => {
    const card = aCardIn('sent');
    expect(outcome(card, { do: 'delete-from-x', postId: postId('9999') }, asAna)).toBe(card);
  });
});
