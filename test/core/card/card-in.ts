import { type Action, type ActionName, type Actor, theDesk } from '../../../src/core/card/actions.js';
import type { Card, CardState, Reply } from '../../../src/core/card/card.js';
import { decide } from '../../../src/core/card/decide.js';
import { actId, postId, type SlackUserId, slackUserId, token } from '../../../src/core/ids.js';
import {
  aBoot,
  aCard,
  aFollow,
  aMention,
  ana,
  aPatron,
  ben,
  carla,
  minutes,
  stranger,
  tuesday,
} from '../../build.js';

export const theToken = token('token-1');
export const mayasPost = postId('5001');
/** After the undo window and the quiet time of a hand-off, before an answer is no longer good. */
export const later = tuesday + minutes(10);
export const ourPost = postId('9001');

type Staff = Extract<Actor, { kind: 'staff' }>;
export const asAna: Staff = { kind: 'staff', id: ana, lead: false, trainee: false, xSignIn: true };
export const asCarla: Staff = { kind: 'staff', id: carla, lead: true, trainee: false, xSignIn: true };
export const asBen: Staff = { kind: 'staff', id: ben, lead: false, trainee: true, xSignIn: true };
export const asDora: Staff = {
  kind: 'staff',
  id: slackUserId('U0DORA004'),
  lead: false,
  trainee: false,
  xSignIn: false,
};
/** Answers for the library; no lead, no trainee, signed in to X. */
export const asEli: Staff = {
  kind: 'staff',
  id: slackUserId('U0ELI0005'),
  lead: false,
  trainee: false,
  xSignIn: true,
};
export const asStranger: Actor = { kind: 'outsider', id: stranger };

/** Somebody said that an answer isn't there, but its call may still come back. */
export const saidNotThere = () => ({
  reply: aReply({ token: theToken, unsureSince: tuesday, notSeen: true }),
});

export function aReply(given: Partial<Reply> = {}): Reply {
  return {
    n: 1,
    text: 'Hi Maya, yes: 40 at Central. ^AK',
    replyTo: mayasPost,
    covers: [actId('5001')],
    approvedBy: ana,
    approvedIn: 'claimed',
    approvedAt: tuesday,
    dueAt: tuesday + 20_000,
    goodUntil: tuesday + minutes(15),
    boot: aBoot,
    tries: 0,
    looks: 0,
    ...given,
  };
}

/** Maya's card in some state, held by Ana unless told; an answer that is under way carries `theToken`. */
export function aCardIn(state: CardState, given: Partial<Card> = {}, holder: SlackUserId = ana): Card {
  const held = { holder: { id: holder, since: tuesday } };
  const own: Record<CardState, Partial<Card>> = {
    open: {},
    claimed: held,
    sending: { ...held, reply: aReply() },
    posting: { ...held, reply: aReply({ token: theToken, postingUntil: tuesday + minutes(2) }) },
    sent: {
      acts: [aMention({ answered: true })],
      reply: aReply({ token: theToken }),
      answers: [
        {
          postId: ourPost,
          text: aReply().text,
          covers: [actId('5001')],
          n: 1,
          at: tuesday,
          by: holder,
          how: 'as-approved',
        },
      ],
    },
    unsure: { ...held, reply: aReply({ token: theToken, unsureSince: tuesday + minutes(1) }) },
    'handed-off': { ...held, handOff: { by: holder, openedAt: tuesday, replyTo: mayasPost } },
    'in-review': {
      ...held,
      draft: { text: aReply().text, by: holder, at: tuesday },
      review: { askedAt: tuesday, reviewer: carla },
    },
    dismissed: { closed: { by: holder, at: tuesday, reason: 'no-reply' } },
    expired: { acts: [aFollow()] },
    withdrawn: { acts: [aMention({ gone: true, text: '' })] },
  };
  return aCard({ state, ...own[state], ...given });
}

/** One of each action, as it comes `later`. */
export const anAction: { readonly [Name in ActionName]: Extract<Action, { do: Name }> } = {
  claim: { do: 'claim' },
  'take-over': { do: 'take-over', handOffQuietMs: minutes(5) },
  release: { do: 'release' },
  'save-draft': { do: 'save-draft', text: 'Hi Maya, yes' },
  'keep-words': { do: 'keep-words', text: 'Hi Maya, mine' },
  approve: {
    do: 'approve',
    text: 'Hi Maya, yes: 40 at Central. ^AK',
    undoMs: 20_000,
    goodForMs: minutes(15),
    goodAtLeastMs: minutes(2),
    boot: aBoot,
  },
  undo: { do: 'undo' },
  begin: { do: 'begin', token: theToken, leaseMs: minutes(1), boot: aBoot },
  'put-back': { do: 'put-back', token: theToken, until: tuesday + minutes(11), because: 'limit' },
  publish: { do: 'publish', token: theToken, postId: ourPost, text: aReply().text },
  reject: { do: 'reject', token: theToken, reason: 'not-summoned', detail: 'You were not mentioned.' },
  'mark-unknown': { do: 'mark-unknown', token: theToken },
  'not-found': { do: 'not-found', look: 0, last: false, boot: aBoot },
  'hand-off': { do: 'hand-off', replyTo: mayasPost },
  seen: {
    do: 'seen',
    post: {
      postId: ourPost,
      repliedTo: mayasPost,
      at: tuesday + minutes(1),
      text: aReply().text,
      asApproved: true,
    },
  },
  'it-is-there': { do: 'it-is-there' },
  'not-there': { do: 'not-there' },
  'another-act': {
    do: 'another-act',
    act: aMention({ id: actId('5002'), at: tuesday + minutes(8), text: 'thank you!!', topic: 'praise' }),
    patron: aPatron(),
  },
  hold: { do: 'hold', until: tuesday + minutes(60), reason: 'a complaint to the council' },
  'end-hold': { do: 'end-hold' },
  edited: {
    do: 'edited',
    act: actId('5001'),
    mention: aMention({ versions: [mayasPost, postId('5003')], text: 'Large-print crime novels, please?' }),
  },
  dismiss: { do: 'dismiss' },
  reopen: { do: 'reopen' },
  pass: { do: 'pass', to: carla, note: 'She was at the desk, too.' },
  keep: { do: 'keep' },
  flag: { do: 'flag' },
  unflag: { do: 'unflag' },
  'ask-review': { do: 'ask-review' },
  check: { do: 'check' },
  'send-back': { do: 'send-back', note: 'Shorter, please.' },
  'timeline-checked': { do: 'timeline-checked' },
  snooze: { do: 'snooze', until: tuesday + minutes(60) },
  wake: { do: 'wake' },
  mute: { do: 'mute' },
  start: { do: 'start' },
  greeted: { do: 'greeted' },
  'follow-back': { do: 'follow-back' },
  'delete-from-x': { do: 'delete-from-x', postId: ourPost },
  expire: { do: 'expire' },
  withdraw: { do: 'withdraw', act: actId('5001') },
};

/** The card after an action that has to be legal. */
export function outcome(card: Card, action: Action, actor: Actor = theDesk, now = later): Card {
  const result = decide(card, action, actor, now);
  if ('refused' in result) throw new Error(`${action.do} was refused: ${result.refused}`);
  return result.card;
}
