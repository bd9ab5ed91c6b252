import { describe, expect, it } from 'vitest';
import { theDesk } from '../../../src/core/card/actions.js';
import { decide, unchanged } from '../../../src/core/card/decide.js';
import { replyTarget } from '../../../src/core/card/select.js';
import { actId, postId } from '../../../src/core/ids.js';
import { aCard, aMention, ana, minutes, tuesday } from '../../build.js';
import { aCardIn, anAction, asAna, asCarla, mayasPost, ourPost, outcome } from './card-in.js';

const second = aMention({
  id: actId('5002'),
  versions: [postId('5002')],
  at: tuesday + minutes(1),
  text: '@centrallibrary And is the lift working?',
});
const twoActs = [aMention(), second];

describe('an answer to what its writer has read', () => {
  it('is refused when the patron wrote more since the editor opened', () => {
    const card = aCardIn('claimed', { acts: twoActs });
    const approve = { ...anAction.approve, shown: mayasPost };
    expect(decide(card, approve, asAna, tuesday)).toMatchObject({ refused: 'wrote-again', first: 'Maya' });
    expect(outcome(card, { ...approve, shown: postId('5002') }, asAna).state).toBe('sending');
  });

  it('is refused when the patron changed her post since', () => {
    const edited = aMention({ versions: [mayasPost, postId('5009')] });
    const card = aCardIn('claimed', { acts: [edited] });
    expect(decide(card, { ...anAction.approve, shown: mayasPost }, asAna, tuesday)).toMatchObject({
      refused: 'changed',
    });
  });
});

it('an older post that X shows late is answered under itself, not under the one that was answered before', () => {
  const card = aCard({ acts: [aMention(), { ...second, answered: true }] });
  expect(replyTarget(card)).toBe(mayasPost);
});

describe("a colleague's answer in the X app to the first of two acts", () => {
  const post = { postId: ourPost, repliedTo: mayasPost, at: tuesday, text: 'Yes.', asApproved: false };

  it('leaves the card to whoever is writing', () => {
    const card = outcome(aCardIn('claimed', { acts: twoActs }), { do: 'seen', post });
    expect(card).toMatchObject({ state: 'claimed', holder: { id: ana } });
    expect(card.acts.map(({ answered }) => answered)).toEqual([true, false]);
  });

  it('stops an approval that was for both, and its writer is told to read again', () => {
    const card = outcome(aCardIn('sending', { acts: twoActs }), { do: 'seen', post });
    expect(card).toMatchObject({ state: 'claimed', holder: { id: ana }, notice: { kind: 'changed' } });
  });
});

describe('a press that Slack brings twice', () => {
  it.each(['undo', 'dismiss', 'release'] as const)(
    '%s: the second changes nothing and refuses nothing',
    (name) => {
      const card = aCardIn(name === 'undo' ? 'sending' : 'claimed');
      const once = outcome(card, anAction[name], asAna, tuesday);
      expect(decide(once, anAction[name], asAna, tuesday + 300)).toEqual(unchanged(once));
    },
  );

  it('but a later one, or one of somebody else, is told how things stand', () => {
    const once = outcome(aCardIn('claimed'), anAction.dismiss, asAna, tuesday);
    expect(decide(once, anAction.dismiss, asAna, tuesday + minutes(1))).toMatchObject({ refused: 'closed' });
    expect(decide(once, anAction.dismiss, asCarla, tuesday + 300)).toMatchObject({ refused: 'closed' });
  });
});

it('whoever is finishing in X may open another post after all, and that one is looked for', () => {
  const card = aCardIn('handed-off');
  const other = outcome(card, { do: 'hand-off', replyTo: postId('5002') }, asAna);
  expect(other).toMatchObject({ state: 'handed-off', handOff: { replyTo: '5002' } });
  expect(decide(other, { do: 'hand-off', replyTo: postId('5003') }, asCarla, tuesday)).toMatchObject({
    refused: expect.stringMatching(/taken|finishing/),
  });
  expect(decide(card, { do: 'claim' }, theDesk, tuesday)).toMatchObject({ refused: 'not-staff' });
});
