import { describe, expect, it } from 'vitest';
import { type Action, type Actor, theDesk } from '../../../src/core/card/actions.js';
import type { Card } from '../../../src/core/card/card.js';
import { decide } from '../../../src/core/card/decide.js';
import { actId, boot, postId } from '../../../src/core/ids.js';
import { aBoot, aFollow, aMention, ana, carla, minutes, tuesday } from '../../build.js';
import {
  aCardIn,
  anAction,
  aReply,
  asAna,
  asCarla,
  asEli,
  later,
  mayasPost,
  outcome,
  saidNotThere,
  theToken,
} from './card-in.js';

const first = aMention();
const second = aMention({ id: actId('5002'), at: tuesday + minutes(1), text: 'And audiobooks?' });
const secondPost = postId('5002');

describe('a change', () => {
  it('raises the version by one and stands in the history under its person', () => {
    const card = outcome(aCardIn('open'), anAction.claim, asAna);
    expect(card).toMatchObject({ version: 2, changedAt: later });
    expect(card.history).toEqual([{ at: later, action: 'claim', by: ana }]);
  });

  it('that the message does not show leaves the version', () => {
    const card = outcome(aCardIn('claimed'), anAction['save-draft'], asAna);
    expect(card).toMatchObject({ version: 1, draft: { text: 'Hi Maya, yes', by: ana, at: later } });
    expect(card.history).toEqual([]);
  });

  it('that finds nothing to do gives back the same card', () => {
    const card = aCardIn('claimed', { draft: { text: 'Hi Maya, yes', by: ana, at: tuesday } });
    expect(outcome(card, anAction['save-draft'], asAna)).toBe(card);
  });

  it('says that it is one; what finds nothing to do, and a press delivered twice, are none', () => {
    const claims = decide(aCardIn('open'), anAction.claim, asAna, later);
    const again = outcome(aCardIn('open'), anAction.claim, asAna);
    expect(claims).toMatchObject({ changed: true });
    expect(decide(again, anAction.claim, asAna, later)).toEqual({ card: again, events: [], changed: false });
    const draft = { text: 'Hi Maya, yes', by: ana, at: tuesday };
    const saves = (card: Card) => decide(card, anAction['save-draft'], asAna, later);
    expect(saves(aCardIn('claimed', { draft }))).toMatchObject({ changed: false, events: [] });
    expect(saves(aCardIn('claimed'))).toMatchObject({ changed: true, events: [] });
  });

  it('keeps the newest hundred entries of the history', () => {
    const history = Array.from({ length: 100 }, (_, n) => ({ at: n, action: 'edited' }));
    const card = outcome(aCardIn('open', { history }), anAction.claim, asAna);
    expect(card.history).toHaveLength(100);
    expect(card.history.at(-1)).toMatchObject({ action: 'claim' });
  });
});

describe('a second press of the same person', () => {
  const secondsLater = later + 4_999;
  const inReview = aCardIn('in-review');
  const doubled: readonly [string, Card, Action, Actor, readonly Partial<Action>[]][] = [
    ['pass', aCardIn('claimed'), anAction.pass, asAna, [{ to: asEli.id }, { note: 'Please!' }]],
    ['send-back', inReview, anAction['send-back'], asCarla, [{ note: 'Longer, please.' }]],
    ['approve', aCardIn('claimed'), anAction.approve, asAna, [{ text: 'No. ^AK' }, { shown: mayasPost }]],
    ['claim', aCardIn('open'), { do: 'claim', picked: mayasPost }, asAna, [{ picked: secondPost }]],
  ];

  it.each(doubled)(
    'to %s is the first one delivered twice when it says the same',
    (_, card, press, actor) => {
      const once = outcome(card, press, actor);
      expect(outcome(once, { ...press }, actor, secondsLater)).toBe(once);
      expect(decide(once, press, actor, later + 5_000)).toHaveProperty('refused');
    },
  );

  it.each(doubled)('to %s counts for itself when it says anything else', (_, card, press, actor, others) => {
    const once = outcome(card, press, actor);
    for (const other of others) {
      const second = { ...press, ...other } as Action;
      expect(decide(once, second, actor, secondsLater), JSON.stringify(other)).toHaveProperty('refused');
    }
  });

  it('passes to nobody else a card that was passed a moment ago, and says so', () => {
    const passed = outcome(aCardIn('claimed'), { do: 'pass', to: asEli.id, note: '' }, asAna);
    const second = { do: 'pass', to: carla, note: '' } as const;
    expect(decide(passed, second, asAna, later + 1_000)).toEqual({ refused: 'not-yours', by: asEli.id });
  });

  it('after one of which an earlier version did not note what it said counts for itself', () => {
    const noted = (action: string) => ({ history: [{ at: later, action, by: ana }] });
    const held = { id: asEli.id, since: later };
    const passed = aCardIn('claimed', { holder: held, ...noted('pass') });
    expect(decide(passed, anAction.pass, asAna, later)).toEqual({ refused: 'not-yours', by: asEli.id });
    const released = aCardIn('open', noted('release'));
    expect(outcome(released, anAction.release, asAna)).toBe(released);
  });

  it('leaves no words of anybody in the history', () => {
    const once = outcome(aCardIn('claimed'), { do: 'pass', to: asEli.id, note: 'She rang, too' }, asAna);
    expect(JSON.stringify(once.history)).not.toContain('rang');
    expect(once.history).toMatchObject([{ at: later, action: 'pass', by: ana }]);
  });
});

describe('taking over', () => {
  it('tells who lost the card to whom', () => {
    const result = decide(aCardIn('claimed'), anAction['take-over'], asCarla, later);
    expect(result).toMatchObject({
      events: [{ event: 'taken-over', from: ana, by: carla }],
      card: { holder: { id: carla }, lostBy: { from: ana, to: carla, at: later } },
    });
  });

  it('a hand-off waits until its link was pressed long enough ago', () => {
    const until = tuesday + minutes(5);
    const card = aCardIn('handed-off');
    expect(decide(card, anAction['take-over'], asCarla, until - 1)).toEqual({
      refused: 'finishing',
      by: ana,
      openedAt: tuesday,
      until,
    });
    const looked = outcome(card, anAction['timeline-checked'], theDesk, until);
    expect(outcome(looked, anAction['take-over'], asCarla, until)).toMatchObject({ state: 'claimed' });
  });

  it('a hand-off waits for a look at our timeline after that, for the answer may be there', () => {
    const until = tuesday + minutes(5);
    const unseen = { refused: 'finishing', by: ana, openedAt: tuesday };
    expect(decide(aCardIn('handed-off'), anAction['take-over'], asCarla, until)).toEqual(unseen);
    const early = outcome(aCardIn('handed-off'), anAction['timeline-checked'], theDesk, until - 1);
    expect(decide(early, anAction['take-over'], asCarla, until)).toEqual(unseen);
  });

  it('whoever lost the card and comes back with words hears to whom', () => {
    const lost = outcome(aCardIn('claimed'), anAction['take-over'], asCarla);
    const refused = { refused: 'lost', by: carla, at: later };
    expect(decide(lost, anAction.approve, asAna, later)).toEqual(refused);
    expect(decide(lost, anAction['save-draft'], asAna, later)).toEqual(refused);
  });

  it('whoever lost the card before the last holder hears who has it now', () => {
    const lost = outcome(aCardIn('claimed'), anAction['take-over'], asCarla);
    const passed = outcome(lost, { do: 'pass', to: asEli.id, note: '' }, asCarla);
    expect(decide(passed, anAction.approve, asAna, later)).toEqual({
      refused: 'taken',
      by: asEli.id,
      at: later,
    });
  });

  it('of an answer that is looked for keeps looking, and a late no goes to the new holder', () => {
    const reply = aReply({
      token: theToken,
      unsureSince: tuesday,
      approvedIn: 'in-review',
      approvedBy: carla,
    });
    const review = { askedAt: tuesday, reviewer: carla };
    const taken = outcome(aCardIn('unsure', { reply, review }), anAction['take-over'], asEli);
    expect(taken).toMatchObject({ state: 'unsure', holder: { id: asEli.id } });
    const refused = outcome(taken, anAction.reject);
    expect(refused).toMatchObject({ state: 'claimed', holder: { id: asEli.id } });
  });

  it('keeps the words of each person once, beside the draft', () => {
    const once = outcome(aCardIn('claimed'), anAction['keep-words'], asCarla);
    const twice = outcome(once, { do: 'keep-words', text: 'Better words' }, asCarla);
    expect(twice.keptWords).toEqual([{ text: 'Better words', by: carla, at: later }]);
  });
});

describe('approving', () => {
  it('freezes the text, what it answers and until when it may go out', () => {
    const card = outcome(aCardIn('claimed', { acts: [first, second] }), anAction.approve, asAna);
    expect(card.reply).toMatchObject({
      text: anAction.approve.text,
      replyTo: secondPost,
      covers: [first.id, second.id],
      approvedBy: ana,
      dueAt: later + 20_000,
      goodUntil: later + minutes(15),
      boot: aBoot,
    });
  });

  it('is good until the library closes, yet never less than two minutes after it is due', () => {
    const card = aCardIn('claimed');
    const goodUntil = (closesAt: number) =>
      outcome(card, { ...anAction.approve, closesAt }, asAna).reply?.goodUntil;
    expect(goodUntil(later + minutes(4))).toBe(later + minutes(4));
    expect(goodUntil(later + 1_000)).toBe(later + 20_000 + minutes(2));
  });

  it('is refused when every act is answered, and for a follower of whom no post was picked', () => {
    const answered = aCardIn('claimed', { acts: [aMention({ answered: true })] });
    expect(decide(answered, anAction.approve, asAna, later)).toEqual({ refused: 'second-reply' });
    const follower = aCardIn('claimed', { acts: [aFollow()] });
    expect(decide(follower, anAction.approve, asAna, later)).toEqual({ refused: 'no-post' });
  });

  it('remembers since when an earlier approval may still turn up', () => {
    const again = outcome(aCardIn('claimed', saidNotThere()), anAction.approve, asAna).reply;
    expect(again).toMatchObject({ n: 2, unknownFrom: tuesday });
    expect(again).not.toHaveProperty('unsureSince');
    expect(again).not.toHaveProperty('token');
  });
});

describe('beginning to send', () => {
  const begin = (now: number, given: Partial<typeof anAction.begin> = {}) =>
    outcome(aCardIn('sending'), { ...anAction.begin, ...given }, theDesk, now);

  it('waits for the end of the undo window', () => {
    expect(begin(tuesday + 19_999)).toMatchObject({ state: 'sending', version: 1 });
    expect(begin(tuesday + 20_000)).toMatchObject({ state: 'posting', reply: { token: theToken } });
  });

  it('gives an answer back that is no longer good', () => {
    const goodUntil = tuesday + minutes(15);
    expect(begin(goodUntil)).toMatchObject({ state: 'posting' });
    const late = begin(goodUntil + 1);
    expect(late).toMatchObject({ state: 'claimed', notice: { kind: 'lapsed', goodUntil } });
    expect(late.reply).not.toHaveProperty('token');
  });

  it('under another boot the outcome is unknown, for the stored state may be an old one', () => {
    const card = begin(later, { boot: boot('run-2 replid-2') });
    expect(card).toMatchObject({ state: 'unsure', reply: { unsureSince: later, looks: 0 } });
  });

  it('stands in the history only where the answer is on its way to X', () => {
    const paused = { by: carla, at: tuesday, reason: 'statement coming' };
    const noted = [
      begin(later),
      begin(tuesday + minutes(16)),
      begin(later, { pause: paused }),
      begin(later, { boot: boot('run-2 replid-2') }),
    ].map(({ history }) => history.at(-1)?.action);
    expect(noted).toEqual(['begin', 'lapse', 'lapse', 'mark-unknown']);
  });
});
