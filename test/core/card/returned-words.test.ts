import { describe, expect, it } from 'vitest';
import type { Action, Actor } from '../../../src/core/card/actions.js';
import { theDesk } from '../../../src/core/card/actions.js';
import type { Card } from '../../../src/core/card/card.js';
import { decide } from '../../../src/core/card/decide.js';
import { actId, type SlackUserId, slackUserId } from '../../../src/core/ids.js';
import { aMention, ana, ben, minutes, tuesday } from '../../build.js';
import {
  aCardIn,
  anAction,
  aReply,
  asAna,
  asBen,
  asCarla,
  asEli,
  later,
  mayasPost,
  ourPost,
  outcome,
} from './card-in.js';

const words = 'Hi Maya, yes: 40 at Central.';
const draftOf = (by: SlackUserId, text = `${words} ^AK`) => ({ draft: { text, by, at: tuesday } });
const approve = { ...anAction.approve, text: `${words} ^AK` };
const sending = outcome(aCardIn('claimed', draftOf(ana)), approve, asAna);
const posting = outcome(sending, anAction.begin, theDesk, sending.reply?.dueAt);
const unsure = outcome(posting, anAction['mark-unknown']);
const finishing = outcome(
  aCardIn('claimed'),
  { ...anAction['hand-off'], text: `${words} ^AK` } as Action,
  asAna,
);
const checked = outcome(aCardIn('in-review', draftOf(ben), ben), approve, asCarla);
const lookedFor = { by: ana, openedAt: tuesday, replyTo: mayasPost, text: `${words} ^AK`, lookedAt: later };
const sentAnswer = { postId: ourPost, covers: [actId('5001')], by: ana, at: tuesday };
const secondAct = { id: actId('5002'), at: tuesday + minutes(1) };

describe('approved words that become a draft again have no signature', () => {
  const cases: readonly (readonly [string, Card, Action, Actor])[] = [
    ['after Undo', sending, anAction.undo, asAna],
    ['after Undo, with the colleague who checked them', checked, anAction.undo, asCarla],
    ['after a refusal by X', posting, anAction.reject, theDesk],
    ['when they lapse', { ...sending, reply: aReply({ goodUntil: later - 1 }) }, anAction.begin, theDesk],
    [
      'when sending is paused',
      sending,
      { ...anAction.begin, pause: { by: ana, at: tuesday, reason: '' } },
      theDesk,
    ],
    ['when the patron changes the post', sending, anAction.edited, theDesk],
    [
      'when the patron removes one of two posts',
      outcome(aCardIn('claimed', { acts: [aMention(), aMention(secondAct)] }), approve, asAna),
      anAction.withdraw,
      theDesk,
    ],
    [
      'when a call that did not reach X finds the post changed',
      { ...posting, notice: { kind: 'changed', at: later } },
      anAction['put-back'],
      theDesk,
    ],
    [
      'when they are not on X after all',
      unsure,
      { ...anAction['not-there'], confirmed: true } as Action,
      asAna,
    ],
    ['when they were not posted in X', finishing, anAction['not-there'], asAna],
    ['when a hand-off is put back', finishing, anAction.release, asAna],
    [
      'when a colleague takes over a hand-off',
      { ...finishing, handOff: lookedFor },
      anAction['take-over'],
      asEli,
    ],
    ['after Delete from X', aCardIn('sent'), anAction['delete-from-x'], asAna],
    [
      'after Delete from X of what was written there',
      aCardIn('sent', { answers: [{ ...sentAnswer, how: 'in-x', text: `${words} ^AK` }] }),
      anAction['delete-from-x'],
      asAna,
    ],
    [
      'when a reviewer sends them back',
      aCardIn('in-review', draftOf(ben), ben),
      anAction['send-back'],
      asCarla,
    ],
  ];
  it.each(cases)('%s', (_when, card, action, actor) => {
    expect(outcome(card, action, actor, later + 1_000_000).draft?.text).toBe(words);
  });

  it('so that words written after them are signed once', () => {
    const again = outcome(sending, anAction.undo, asAna);
    const longer = `${again.draft?.text} See you soon. ^AK`;
    const approved = outcome(again, { ...approve, text: longer }, asAna, later + 1);
    expect(approved.reply?.text).toBe(`${words} See you soon. ^AK`);
    const back = outcome(approved, anAction.undo, asAna, later + 2);
    expect(back.draft?.text).toBe(`${words} See you soon.`);
  });
});

describe('a draft that changes hands has no signature of whoever wrote it', () => {
  const kept = aCardIn('claimed', draftOf(ana));
  it.each<readonly [string, Card, Action, Actor]>([
    ['by Take over', kept, anAction['take-over'], asEli],
    ['by a pass', kept, anAction.pass, asAna],
    ['by Put back', kept, anAction.release, asAna],
    ['by a claim of what an earlier version put back', aCardIn('open', draftOf(ana)), anAction.claim, asEli],
    ['by Reopen', aCardIn('dismissed', draftOf(ana)), anAction.reopen, asEli],
  ])('%s', (_how, card, action, actor) => {
    expect(outcome(card, action, actor).draft?.text).toBe(words);
  });

  it('but words on the way to a check keep what a shared login typed', () => {
    const tablet = slackUserId('U0TABLET1');
    const asTablet = { ...asBen, id: tablet };
    const asked = outcome(aCardIn('claimed', draftOf(tablet), tablet), anAction['ask-review'], asTablet);
    expect(asked.draft?.text).toBe(`${words} ^AK`);
  });
});

it('words that go out again are not taken back: an earlier call may have published them', () => {
  const again = outcome(unsure, { ...anAction['not-found'], last: false, once: true } as Action, theDesk);
  expect(again).toMatchObject({ state: 'sending', reply: { unsureSince: later } });
  expect(decide(again, anAction.undo, asAna, later)).toMatchObject({ refused: 'checking' });
});
