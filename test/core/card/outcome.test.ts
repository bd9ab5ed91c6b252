import { describe, expect, it } from 'vitest';
import { theDesk } from '../../../src/core/card/actions.js';
import type { CardState } from '../../../src/core/card/card.js';
import { unanswered } from '../../../src/core/card/select.js';
import { actId, boot, token } from '../../../src/core/ids.js';
import { aMention, ana, carla, minutes, tuesday } from '../../build.js';
import {
  aCardIn,
  anAction,
  aReply,
  asAna,
  asCarla,
  later,
  ourPost,
  outcome,
  saidNotThere,
  theToken,
} from './card-in.js';

const first = aMention();
const second = aMention({ id: actId('5002'), at: tuesday + minutes(1), text: 'And audiobooks?' });

describe('what became of the call', () => {
  it('only who holds the fence records it', () => {
    const card = aCardIn('posting');
    const other = token('token-2');
    for (const action of [
      anAction.publish,
      anAction.reject,
      anAction['put-back'],
      anAction['mark-unknown'],
    ]) {
      expect(outcome(card, { ...action, token: other }), action.do).toBe(card);
    }
  });

  it('waiting for X ends with the answer itself', () => {
    const put = { ...anAction['put-back'], because: 'unreachable', until: tuesday + minutes(20) } as const;
    expect(outcome(aCardIn('posting'), put).reply).toMatchObject({ dueAt: tuesday + minutes(15), tries: 1 });
  });

  it('a no goes back to the holder with its reason, also when it comes late', () => {
    for (const state of ['posting', 'unsure'] as const) {
      const card = outcome(aCardIn(state), anAction.reject);
      expect(card).toMatchObject({ state: 'claimed', notice: { kind: 'rejected', reason: 'not-summoned' } });
      expect(card.reply).not.toHaveProperty('unsureSince');
    }
  });

  it('"duplicate" after an unknown try is evidence of it, else a no', () => {
    const duplicate = { ...anAction.reject, reason: 'duplicate' } as const;
    expect(outcome(aCardIn('posting'), duplicate)).toMatchObject({ state: 'claimed' });
    const again = aCardIn('posting', { reply: aReply({ n: 2, token: theToken, unknownFrom: tuesday }) });
    expect(outcome(again, duplicate)).toMatchObject({ state: 'unsure', reply: { unknownFrom: tuesday } });
  });

  it('an act that came while the answer went out waits for its own', () => {
    const card = outcome(aCardIn('posting', { acts: [first, second] }), anAction.publish);
    expect(card).toMatchObject({ state: 'open', answers: [{ postId: ourPost, by: ana }] });
    expect(unanswered(card)).toEqual([second]);
    expect(card).not.toHaveProperty('draft');
    expect(card).not.toHaveProperty('holder');
  });

  it('a yes counts however late, also after somebody said that it is not there', () => {
    for (const state of ['open', 'claimed', 'handed-off', 'dismissed'] satisfies CardState[]) {
      const card = outcome(aCardIn(state, saidNotThere()), anAction.publish);
      expect(card, state).toMatchObject({ state: 'sent', answers: [{ postId: ourPost }] });
    }
  });

  it('a yes that comes after a colleague answered too leaves the card with whoever has it', () => {
    const acts = [aMention({ answered: true }), second];
    const card = outcome(aCardIn('claimed', { acts, ...saidNotThere() }), anAction.publish);
    expect(card).toMatchObject({ state: 'claimed', holder: { id: ana }, answers: [{ postId: ourPost }] });
  });

  it('two looks at once count as one', () => {
    const once = outcome(aCardIn('unsure'), anAction['not-found']);
    expect(once.reply?.looks).toBe(1);
    expect(outcome(once, anAction['not-found'])).toBe(once);
  });

  it('after the last look in vain a person looks', () => {
    const card = outcome(aCardIn('unsure'), { ...anAction['not-found'], last: true });
    expect(card).toMatchObject({ state: 'unsure', version: 2, reply: { notSeen: true } });
  });

  it('looks under another boot begin anew, for absent means absent in all looks of one boot', () => {
    const looked = outcome(aCardIn('unsure'), anAction['not-found']);
    const restarted = outcome(looked, { ...anAction['not-found'], look: 1, boot: boot('run-2') });
    expect(restarted.reply).toMatchObject({ looks: 0, unsureSince: later, boot: 'run-2' });
  });
});

describe('an answer that does not go out goes back to where it was approved', () => {
  const review = { askedAt: tuesday, reviewer: carla };
  const reviewed = (state: CardState) => {
    const { reply } = aCardIn(state);
    return aCardIn(state, {
      review,
      reply: { ...aReply(), ...reply, approvedIn: 'in-review', approvedBy: carla },
    });
  };

  it('to the reviewer after Undo, when its time is over, and when X says no', () => {
    const paused = { by: carla, at: tuesday, reason: 'statement coming' };
    const backs = [
      outcome(reviewed('sending'), anAction.undo, asAna),
      outcome(reviewed('sending'), anAction.begin, theDesk, tuesday + minutes(16)),
      outcome(reviewed('sending'), { ...anAction.begin, pause: paused }),
      outcome(reviewed('posting'), anAction.reject),
      outcome(reviewed('unsure'), anAction.reject),
    ];
    for (const back of backs) expect(back).toMatchObject({ state: 'in-review', review, holder: { id: ana } });
    expect(backs.map(({ notice }) => notice?.kind)).toEqual([
      undefined,
      'lapsed',
      'paused',
      'rejected',
      'rejected',
    ]);
  });

  it('"Not there" leaves the review: the holder goes on, or whoever looked', () => {
    const back = outcome(reviewed('unsure'), anAction['not-there'], asAna);
    expect(back).toMatchObject({ state: 'claimed', holder: { id: ana } });
    expect(back).not.toHaveProperty('review');
  });

  it('to a person when the patron changed the post while X was asked in vain', () => {
    const edited = outcome(aCardIn('posting'), anAction.edited);
    expect(edited.state).toBe('posting');
    const back = outcome(edited, anAction['put-back']);
    expect(back).toMatchObject({ state: 'claimed', notice: { kind: 'changed' } });
    expect(back.reply).not.toHaveProperty('token');
    expect(outcome(edited, anAction.publish)).toMatchObject({ state: 'sent' });
  });

  it('and X saying "wait" keeps it waiting, with the time on the card', () => {
    const waits = outcome(aCardIn('posting'), anAction['put-back']);
    expect(waits).toMatchObject({
      state: 'sending',
      notice: { kind: 'waiting', until: tuesday + minutes(11) },
    });
    expect(outcome(waits, anAction.begin, undefined, tuesday + minutes(11))).not.toHaveProperty('notice');
  });
});

describe('an answer of which a person said that it is there', () => {
  it('is not taken for a later one to another post', () => {
    const said = outcome(aCardIn('unsure'), anAction['it-is-there'], asAna);
    const late = { ...anAction['another-act'], act: aMention({ id: actId('4999'), at: tuesday - 1 }) };
    const again = outcome(outcome(outcome(said, late), anAction.claim, asAna), anAction.approve, asAna);
    expect(again.reply).toMatchObject({ n: 2, replyTo: '4999', covers: ['4999'] });
    const posting = outcome(again, anAction.begin, undefined, again.reply?.dueAt);
    expect(outcome(posting, anAction.publish)).toMatchObject({
      state: 'sent',
      answers: [{ n: 1 }, { n: 2, postId: ourPost }],
    });
  });

  it('is of whoever approved it, whoever saw it', () => {
    const said = outcome(aCardIn('unsure'), { do: 'it-is-there', confirmed: true }, asCarla);
    expect(said.answers).toMatchObject([{ by: ana, n: 1 }]);
  });
});

describe('a call of unknown outcome, where the same key posts once', () => {
  const called = { postingUntil: tuesday, unsureSince: tuesday, token: theToken };
  const notFound = { ...anAction['not-found'], last: false, once: true } as const;
  const heard = (ms: number, state: CardState, more = {}) => {
    const card = aCardIn(state, { reply: aReply({ ...called, dueAt: tuesday, ...more }) });
    return (action: Parameters<typeof outcome>[1]) => outcome(card, action, theDesk, tuesday + ms);
  };

  it('is made again within a minute, and not later: a colleague may have deleted its post', () => {
    expect(heard(59_000, 'unsure')(notFound).state).toBe('sending');
    expect(heard(60_000, 'unsure')(notFound)).toMatchObject({ state: 'unsure', reply: { looks: 1 } });
    expect(heard(59_000, 'sending')(anAction.begin)).toMatchObject({
      state: 'posting',
      reply: { calledAgain: true },
    });
    expect(heard(60_000, 'sending')(anAction.begin).state).toBe('unsure');
  });

  it('is still looked for after a later one was refused, also when that is heard late', () => {
    for (const state of ['posting', 'unsure'] as const) {
      const refused = heard(1_000, state, { calledAgain: true })(anAction.reject);
      expect(refused, state).toMatchObject({ state: 'unsure', reply: { onlyLook: true } });
    }
    expect(heard(1_000, 'unsure')(anAction.reject).state).toBe('claimed');
  });
});
