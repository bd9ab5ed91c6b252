import { describe, expect, it } from 'vitest';
import { theDesk } from '../../../src/core/card/actions.js';
import { decide } from '../../../src/core/card/decide.js';
import { actId } from '../../../src/core/ids.js';
import { aFollow, aMention, ana, ben, carla, minutes, tuesday } from '../../build.js';
import { aCardIn, anAction, asAna, asBen, asCarla, asEli, later, mayasPost, outcome } from './card-in.js';

const draft = { text: 'Hi Maya, yes', by: ben, at: tuesday };
const note = { by: asEli.id, at: later, text: 'Shorter, please.', back: true };

describe('a check by a colleague', () => {
  const asked = outcome(aCardIn('claimed', { draft }, ben), anAction['ask-review'], asBen);

  it('is asked for with the draft, and the first to press is its one reviewer', () => {
    expect(asked).toMatchObject({ state: 'in-review', draft, review: { askedAt: later } });
    const checked = outcome(asked, anAction.check, asEli);
    expect(checked.review).toMatchObject({ reviewer: asEli.id });
    expect(decide(checked, anAction.check, asCarla, later)).toEqual({
      refused: 'in-review',
      by: ben,
      reviewer: asEli.id,
    });
  });

  it('sends what the reviewer made of the words, and the trainee stays the holder', () => {
    const checked = outcome(asked, anAction.check, asEli);
    const corrected = outcome(checked, { do: 'save-draft', text: 'Hi Maya, yes: 40.' }, asEli);
    const approved = outcome(corrected, { ...anAction.approve, text: 'Hi Maya, yes: 40.' }, asEli);
    expect(approved).toMatchObject({
      state: 'sending',
      holder: { id: ben },
      reply: { approvedBy: asEli.id, writtenBy: ben, approvedIn: 'in-review' },
    });
    expect(outcome(approved, anAction.undo, asBen)).toMatchObject({
      state: 'in-review',
      review: { reviewer: asEli.id },
      draft: { text: 'Hi Maya, yes: 40.' },
    });
  });

  it('goes back to its writer with a note, and the writer is told', () => {
    const checked = outcome(asked, anAction.check, asEli);
    const result = decide(checked, anAction['send-back'], asEli, later);
    expect(result).toMatchObject({
      card: { state: 'claimed', holder: { id: ben }, draft, note },
      events: [{ event: 'sent-back', to: ben, at: later }],
    });
    expect(result).not.toHaveProperty('card.review');
  });

  it('is an answer of its writer and of whoever checked it, however it was found on X', () => {
    const approved = outcome(outcome(asked, anAction.check, asEli), anAction.approve, asEli);
    const posting = outcome(approved, anAction.begin, undefined, approved.reply?.dueAt);
    const unsure = outcome(posting, anAction['mark-unknown']);
    const sent = [
      outcome(posting, anAction.publish),
      outcome(unsure, { ...anAction.seen, post: { ...anAction.seen.post, at: later } }),
      outcome(unsure, { do: 'it-is-there', confirmed: true }, asCarla),
    ];
    for (const { answers } of sent) expect(answers).toMatchObject([{ by: asEli.id, writtenBy: ben }]);
    expect(decide(posting, anAction.undo, asAna, later)).toMatchObject({ refused: 'too-late' });
    expect(decide(sent[0] ?? posting, anAction.check, asAna, later)).toMatchObject({
      refused: 'answered',
      by: ben,
    });
  });

  it('of words without a colleague has one name', () => {
    const approved = outcome(aCardIn('claimed', { draft }), anAction.approve, asAna);
    expect(approved.reply).not.toHaveProperty('writtenBy');
  });

  it('is never made by its writer, nor by a trainee, not even by one who began it before', () => {
    expect(decide(asked, anAction.check, asBen, later)).toEqual({ refused: 'own-check' });
    const trainee = { ...asEli, trainee: true };
    expect(decide(asked, anAction.check, trainee, later)).toEqual({ refused: 'trainee-check' });
    const checked = outcome(asked, anAction.check, asEli);
    for (const action of [anAction.approve, anAction['send-back']]) {
      expect(decide(checked, action, trainee, later)).toEqual({ refused: 'trainee-check' });
    }
  });

  it('is never made by a shared login, where nobody could say who checked', () => {
    const shared = { ...asEli, shared: true } as const;
    expect(decide(asked, anAction.check, shared, later)).toEqual({ refused: 'shared-check' });
    const checked = outcome(asked, anAction.check, asEli);
    expect(decide(checked, anAction.approve, shared, later)).toEqual({ refused: 'shared-check' });
  });

  it('of a greeting in X is not possible: that is passed on', () => {
    const follow = aCardIn('open', { acts: [aFollow()] });
    const greets = { do: 'hand-off', replyTo: mayasPost } as const;
    expect(decide(follow, greets, asBen, later)).toEqual({ refused: 'trainee-greets' });
    expect(decide(aCardIn('claimed', {}, ben), greets, asBen, later)).toEqual({ refused: 'trainee' });
  });

  it('finished in X makes the reviewer the holder', () => {
    const checked = outcome(asked, anAction.check, asEli);
    const finishing = outcome(checked, { do: 'hand-off', replyTo: mayasPost, text: 'Hi Maya' }, asEli);
    expect(finishing).toMatchObject({
      state: 'handed-off',
      holder: { id: asEli.id },
      handOff: { by: asEli.id, text: 'Hi Maya' },
      draft: { text: 'Hi Maya', by: asEli.id },
    });
    expect(finishing).not.toHaveProperty('review');
  });
});

describe('passing on', () => {
  it('gives the card with its words and a note to a colleague', () => {
    const card = aCardIn('claimed', { draft });
    expect(decide(card, anAction.pass, asAna, later)).toMatchObject({
      card: {
        holder: { id: carla, since: later },
        draft,
        note: { by: ana, text: 'She was at the desk, too.' },
        passes: [{ from: ana, to: carla, at: later }],
      },
    });
  });

  it('ends a hand-off and "not now"', () => {
    const finishing = outcome(aCardIn('handed-off'), anAction.pass, asAna);
    expect(finishing).not.toHaveProperty('handOff');
    const snoozed = outcome(aCardIn('open'), anAction.snooze, asAna);
    expect(outcome(snoozed, anAction.pass, asBen)).not.toHaveProperty('snoozedUntil');
  });
});

describe('"Don\'t answer yet"', () => {
  const flagged = outcome(aCardIn('claimed'), anAction.flag, asEli);

  it('says whom it asks and why, and refuses in the name of whoever was asked', () => {
    const why = { do: 'flag', to: asCarla.id, note: 'needs the director' } as const;
    const asked = outcome(aCardIn('claimed'), why, asEli);
    expect(asked.flag).toEqual({ by: asEli.id, at: later, to: asCarla.id, note: 'needs the director' });
    expect(decide(asked, anAction.approve, asAna, later)).toEqual({ refused: 'flagged', by: asCarla.id });
  });

  it('leaves the words to be written, and the lead to lift it', () => {
    expect(decide(flagged, anAction.approve, asAna, later)).toEqual({ refused: 'flagged', by: asEli.id });
    expect(outcome(flagged, anAction['save-draft'], asAna).draft?.text).toBe('Hi Maya, yes');
    expect(outcome(flagged, anAction.unflag, asCarla)).not.toHaveProperty('flag');
  });

  it('lets news from X in: more acts, and an answer from the X app, which ends it', () => {
    expect(outcome(flagged, anAction['another-act']).acts).toHaveLength(2);
    const answered = outcome(flagged, anAction.seen);
    expect(answered.state).toBe('sent');
    expect(answered).not.toHaveProperty('flag');
  });

  it('goes on for an act that the answer from the X app leaves out', () => {
    const more = outcome(flagged, anAction['another-act']);
    expect(outcome(more, anAction.seen)).toMatchObject({ state: 'claimed', flag: { by: asEli.id } });
  });
});

describe('"Not now"', () => {
  const snoozed = outcome(aCardIn('open'), anAction.snooze, asAna);

  it('ends when its time comes, and when somebody takes the card', () => {
    expect(snoozed.snoozedUntil).toBe(tuesday + minutes(60));
    expect(outcome(snoozed, anAction.wake, theDesk)).not.toHaveProperty('snoozedUntil');
    for (const action of [anAction.claim, anAction.start, anAction['hand-off']]) {
      expect(outcome(snoozed, action, asAna), action.do).not.toHaveProperty('snoozedUntil');
    }
  });

  it('ends with a new question of the patron, and not with thanks', () => {
    const thanked = outcome(snoozed, anAction['another-act']);
    expect(thanked).toMatchObject({ snoozedUntil: tuesday + minutes(60) });
    const act = aMention({ id: actId('5004'), topic: 'question' });
    expect(outcome(snoozed, { ...anAction['another-act'], act })).not.toHaveProperty('snoozedUntil');
  });

  it('until a time that is over changes nothing', () => {
    const card = aCardIn('open');
    expect(outcome(card, { do: 'snooze', until: later }, asAna)).toBe(card);
  });
});

describe('a card that is closed', () => {
  it('comes back with its words, whoever opens it again', () => {
    const closed = outcome(aCardIn('claimed', { draft }), anAction.dismiss, asAna);
    expect(closed).toMatchObject({ state: 'dismissed', closed: { by: ana, reason: 'no-reply' } });
    const opened = [
      outcome(closed, anAction.reopen, asBen),
      outcome(closed, anAction['another-act']),
      outcome(closed, anAction.start, asBen),
    ];
    for (const card of opened) {
      expect(card).toMatchObject({ draft });
      expect(card).not.toHaveProperty('closed');
    }
    expect(opened.map(({ state }) => state)).toEqual(['open', 'open', 'claimed']);
  });

  it('of a muted conversation stays closed whatever comes', () => {
    const muted = outcome(aCardIn('open'), anAction.mute, asAna);
    expect(muted.closed).toMatchObject({ by: ana, reason: 'muted' });
    const more = outcome(muted, { ...anAction['another-act'], muted: 'muted' });
    expect(more).toMatchObject({ state: 'dismissed', closed: { reason: 'muted' } });
    expect(more.closed).not.toHaveProperty('by');
  });

  it("of a follower's folds away by itself, and no mention's does", () => {
    const follow = aCardIn('open', { acts: [aFollow()] });
    expect(outcome(follow, anAction.expire).state).toBe('expired');
    const mention = aCardIn('open');
    expect(outcome(mention, anAction.expire)).toBe(mention);
  });
});

it('the desk puts a hand-off back only after one look at our timeline', () => {
  const card = aCardIn('handed-off');
  expect(outcome(card, anAction.release)).toBe(card);
  expect(outcome(outcome(card, anAction['timeline-checked']), anAction.release)).toMatchObject({
    state: 'open',
  });
});

it('a colleague who looked and saw nothing goes on with the card, and the holder is told', () => {
  const result = decide(aCardIn('handed-off'), { do: 'not-there', confirmed: true }, asEli, later);
  expect(result).toMatchObject({
    card: { state: 'claimed', holder: { id: asEli.id }, lostBy: { from: ana, to: asEli.id } },
    events: [{ event: 'taken-over', from: ana, by: asEli.id }],
  });
});
