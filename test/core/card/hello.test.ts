import { describe, expect, it } from 'vitest';
import type { Sighting } from '../../../src/core/card/actions.js';
import type { Card } from '../../../src/core/card/card.js';
import { decide } from '../../../src/core/card/decide.js';
import { isHello } from '../../../src/core/card/select.js';
import { actId, cardId, panelId, postId } from '../../../src/core/ids.js';
import { aCard, aFollow, ana, tuesday } from '../../build.js';
import { anAction, asAna, asBen, later, ourPost, outcome } from './card-in.js';

const text = "New here? Tell us the last book you couldn't put down.";
const id = 'hello-digest-7';
const begun = aCard({
  id: cardId(id),
  state: 'claimed',
  holder: { id: ana, since: tuesday },
  acts: [
    {
      kind: 'hello',
      id: actId(id),
      at: tuesday,
      answered: false,
      digest: panelId('digest-7'),
      greets: 2,
    },
  ],
});
const approve = { ...anAction.approve, text };

const posting = (): Card => {
  const approved = outcome(begun, approve, asAna);
  return outcome(approved, anAction.begin, undefined, approved.reply?.dueAt);
};

const seen = (given: Partial<Sighting> = {}) => ({
  do: 'seen' as const,
  post: { postId: ourPost, at: later, text, asApproved: true, ...given },
});

describe('a hello to everybody who is new', () => {
  it('answers nobody, and is approved like an answer', () => {
    const { reply } = outcome(begun, approve, asAna);
    expect(reply).toMatchObject({ text, covers: [id], approvedBy: ana });
    expect(reply).not.toHaveProperty('replyTo');
    expect(decide({ ...begun, holder: { id: asBen.id, since: tuesday } }, approve, asBen, later)).toEqual({
      refused: 'trainee',
    });
  });

  it('is sent once X has it', () => {
    const sent = outcome(posting(), { ...anAction.publish, text });
    expect(sent).toMatchObject({ state: 'sent', answers: [{ postId: ourPost, by: ana, text }] });
    expect(isHello(sent)).toBe(true);
  });

  it('of which X said nothing is known by its words, and by no reply of ours', () => {
    const unsure = outcome(posting(), anAction['mark-unknown']);
    for (const other of [seen({ asApproved: false }), seen({ repliedTo: postId('5001') })]) {
      expect(outcome(unsure, other)).toBe(unsure);
    }
    expect(outcome(unsure, seen())).toMatchObject({ state: 'sent', answers: [{ how: 'as-approved' }] });
  });

  it('that a person saw gets its link when it is on our timeline', () => {
    const said = outcome(outcome(posting(), anAction['mark-unknown']), anAction['it-is-there'], asAna);
    expect(said.answers).toMatchObject([{ by: ana, text }]);
    expect(outcome(said, seen()).answers).toMatchObject([{ postId: ourPost }]);
  });

  it('deleted from X can be written anew', () => {
    const sent = outcome(posting(), { ...anAction.publish, text });
    const again = outcome(sent, anAction['delete-from-x'], asAna);
    expect(again).toMatchObject({ state: 'claimed', draft: { text }, acts: [{ answered: false }] });
  });

  it('closes an open card of somebody whom it greets, as the desk', () => {
    const greeted = outcome(aCard({ acts: [aFollow()] }), anAction.greeted);
    expect(greeted).toMatchObject({ state: 'dismissed', closed: { reason: 'hello' } });
    expect(greeted.closed).not.toHaveProperty('by');
  });
});
