import { describe, expect, it } from 'vitest';
import type { Action, Sighting } from '../../../src/core/card/actions.js';
import { replyTarget, unanswered } from '../../../src/core/card/select.js';
import { actId, postId } from '../../../src/core/ids.js';
import { aCard, aFollow, aMention, ana, minutes, tuesday } from '../../build.js';
import {
  aCardIn,
  anAction,
  aReply,
  asAna,
  later,
  mayasPost,
  ourPost,
  outcome,
  saidNotThere,
  theToken,
} from './card-in.js';

const first = aMention();
const second = aMention({ id: actId('5002'), at: tuesday + minutes(1), text: 'And audiobooks?' });
const secondPost = postId('5002');

const sighting = (given: Partial<Sighting> = {}): Action => ({
  do: 'seen',
  post: { ...anAction.seen.post, ...given },
});

describe('a post on our timeline', () => {
  it('is the answer that was under way, as approved or changed', () => {
    const how = (asApproved: boolean) => outcome(aCardIn('unsure'), sighting({ asApproved })).answers;
    expect(how(true)).toMatchObject([{ by: ana, how: 'as-approved', postId: ourPost }]);
    expect(how(false)).toMatchObject([{ by: ana, how: 'changed-in-x' }]);
  });

  it('counts under any version of the post that was answered, and from the second of the approval on', () => {
    const versions = [postId('5000'), mayasPost];
    const card = aCardIn('unsure', { acts: [aMention({ versions })] });
    const at = tuesday - 999;
    expect(outcome(card, sighting({ repliedTo: postId('5000'), at })).answers).toMatchObject([{ by: ana }]);
    expect(outcome(card, sighting({ at: tuesday - 1_000 })).answers).toMatchObject([{ how: 'in-x' }]);
  });

  it('that was seen already changes nothing', () => {
    const card = outcome(aCardIn('unsure'), sighting());
    expect(outcome(card, sighting())).toBe(card);
  });

  it('elsewhere on X changes nothing', () => {
    const card = aCardIn('open');
    expect(outcome(card, sighting({ repliedTo: postId('7777') }))).toBe(card);
  });

  it('under an earlier act leaves our own unknown call to be found out', () => {
    const unsure = aCardIn('unsure', {
      acts: [first, second],
      reply: aReply({ token: theToken, replyTo: secondPost, covers: [first.id, second.id] }),
    });
    const colleagues = outcome(unsure, sighting({ postId: postId('9000'), repliedTo: mayasPost }));
    expect(colleagues).toMatchObject({ state: 'unsure', answers: [{ how: 'in-x' }] });
    expect(unanswered(colleagues)).toEqual([second]);
    const found = outcome(colleagues, sighting({ repliedTo: secondPost }));
    expect(found).toMatchObject({ state: 'sent', answers: [{ how: 'in-x' }, { by: ana }] });
  });

  it('that answers an act which came late, under a newer one answered before, is recognised', () => {
    const acts = [first, { ...second, answered: true }];
    const reply = aReply({ token: theToken, replyTo: secondPost });
    expect(outcome(aCardIn('unsure', { acts, reply }), sighting({ repliedTo: secondPost }))).toMatchObject({
      state: 'sent',
    });
    expect(outcome(aCardIn('open', { acts }), sighting({ repliedTo: secondPost }))).toMatchObject({
      state: 'sent',
    });
  });

  it('that comes after somebody went on is known by its words alone', () => {
    const given = (asApproved: boolean) =>
      outcome(aCardIn('claimed', saidNotThere()), sighting({ asApproved })).answers;
    expect(given(true)).toMatchObject([{ by: ana, how: 'as-approved', n: 1 }]);
    expect(given(false)).toMatchObject([{ how: 'in-x' }]);
    expect(given(false)[0]).not.toHaveProperty('by');
  });

  it('finishes what was opened in X, as approved or changed there', () => {
    const opened = outcome(
      aCardIn('claimed'),
      { do: 'hand-off', replyTo: mayasPost, text: aReply().text },
      asAna,
    );
    const how = (asApproved: boolean) => outcome(opened, sighting({ asApproved, at: later })).answers;
    expect(how(true)).toMatchObject([{ by: ana, how: 'as-approved' }]);
    expect(how(false)).toMatchObject([{ by: ana, how: 'changed-in-x' }]);
  });

  it('in words handed off after a send of unknown outcome is the hand-off, not that send', () => {
    const unknown = aCardIn('unsure', { reply: aReply({ unsureSince: tuesday }) });
    const claimed = outcome(unknown, anAction['not-there'], asAna);
    const text = 'Hi Maya, all 40 of them. ^AK';
    const opened = outcome(claimed, { do: 'hand-off', replyTo: mayasPost, text }, asAna);
    const posted = outcome(opened, sighting({ text, asApproved: true, at: later }));
    expect(posted.answers).toMatchObject([{ by: ana, text, how: 'as-approved' }]);
    expect(outcome(posted, anAction['delete-from-x'], asAna).draft).toMatchObject({
      text: 'Hi Maya, all 40 of them.',
    });
  });

  it('under an earlier act leaves a composer open that somebody has in X for a later one', () => {
    const card = aCardIn('claimed', { acts: [first, second] });
    const opened = outcome(card, { do: 'hand-off', replyTo: secondPost }, asAna);
    const colleagues = outcome(opened, sighting({ postId: postId('9000'), at: later }));
    expect(colleagues).toMatchObject({
      state: 'handed-off',
      holder: { id: ana },
      answers: [{ how: 'in-x' }],
    });
    expect(colleagues.answers[0]).not.toHaveProperty('by');
    expect(outcome(colleagues, sighting({ repliedTo: secondPost, at: later }))).toMatchObject({
      state: 'sent',
      answers: [{}, { by: ana }],
    });
  });

  it('keeps the words that somebody is writing for a later act', () => {
    const draft = { text: 'Yes, and audiobooks too', by: ana, at: tuesday };
    const card = outcome(aCardIn('claimed', { acts: [first, second], draft }), sighting());
    expect(card).toMatchObject({ state: 'claimed', draft });
    expect(outcome(card, sighting({ postId: postId('9002'), repliedTo: secondPost }))).not.toHaveProperty(
      'draft',
    );
  });

  it('under one act of a closed card does not open it again', () => {
    const card = outcome(aCardIn('dismissed', { acts: [first, second] }), sighting());
    expect(card).toMatchObject({ state: 'dismissed', closed: { by: ana } });
  });

  it('of which a person said that it is there gets its link', () => {
    const said = outcome(aCardIn('unsure'), anAction['it-is-there'], asAna);
    expect(said).toMatchObject({ state: 'sent', answers: [{ under: mayasPost, by: ana }] });
    for (const action of [sighting(), anAction.publish]) {
      expect(outcome(said, action).answers, action.do).toMatchObject([{ postId: ourPost, by: ana }]);
    }
  });

  it('under any post of a new follower is the greeting, also after its hand-off was put back', () => {
    const picked = postId('6001');
    const handedOff = outcome(
      aCardIn('open', { acts: [aFollow()] }),
      { do: 'hand-off', replyTo: picked },
      asAna,
    );
    const posted = sighting({ repliedTo: picked, at: later });
    expect(outcome(handedOff, posted).answers).toMatchObject([{ by: ana }]);
    const back = outcome(handedOff, anAction.release, asAna);
    expect(outcome(back, posted)).toMatchObject({ state: 'sent' });
  });
});

describe('a person who looked', () => {
  it('"It\'s there" covers what was answered, and no act that came since', () => {
    for (const state of ['unsure', 'handed-off'] as const) {
      const card = outcome(aCardIn(state, { acts: [first, second] }), anAction['it-is-there'], asAna);
      expect(card.state, state).toBe('open');
      expect(unanswered(card), state).toEqual([second]);
    }
  });

  it('"Not there" gives the card back with its draft', () => {
    const draft = { text: 'Hi Maya', by: ana, at: tuesday };
    expect(outcome(aCardIn('unsure', { draft }), anAction['not-there'], asAna)).toMatchObject({
      state: 'claimed',
      holder: { id: ana },
      draft,
    });
  });
});

describe('what patrons do', () => {
  it('a known act changes nothing', () => {
    const card = aCardIn('sent');
    expect(outcome(card, { ...anAction['another-act'], act: first })).toBe(card);
  });

  it('an act joins in the order of X, however late it arrives', () => {
    const card = outcome(aCard({ acts: [second] }), { ...anAction['another-act'], act: first });
    expect(card.acts).toEqual([first, second]);
  });

  it('an edited post stops an answer that is on its way out', () => {
    const card = outcome(aCardIn('sending'), anAction.edited);
    expect(card).toMatchObject({ state: 'claimed', notice: { kind: 'changed', at: later } });
    expect(replyTarget(card)).toBe('5003');
  });

  it('an edited post stays answered, and keeps its place among the acts', () => {
    const acts = [{ ...first, answered: true }, second];
    const mention = { ...anAction.edited.mention, answered: false, at: later };
    const card = outcome(aCard({ acts }), { ...anAction.edited, mention });
    expect(card.acts[0]).toMatchObject({ answered: true, at: tuesday, text: mention.text });
  });

  it('an older version that is read again changes nothing', () => {
    const card = outcome(aCardIn('open'), anAction.edited);
    expect(outcome(card, { ...anAction.edited, mention: first })).toBe(card);
  });
});

it('a hand-off of what was answered meanwhile is over once its holder says that it is there, and the rest waits', () => {
  const handOff = { by: ana, openedAt: tuesday, replyTo: postId('5001') };
  const answered = { ...aMention(), answered: true };
  const later = aMention({ id: actId('5002'), versions: [postId('5002')], at: tuesday + 1 });
  const card = aCardIn('handed-off', { acts: [answered, later], handOff });
  const once = outcome(card, anAction['it-is-there'], asAna);
  expect(once).toMatchObject({ state: 'open', answers: [{ covers: [], under: '5001' }] });
  expect(once).not.toHaveProperty('holder');
  expect(once).not.toHaveProperty('handOff');
});
