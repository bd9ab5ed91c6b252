import type { Answer, Card, CardState, Notice, Reply } from '../../src/core/card.js';
import { actId, postId } from '../../src/core/ids.js';
import { aBoot, aCard, aFollow, aMention, ana, minutes, tuesday } from '../build.js';

export const aReply = (given: Partial<Reply> = {}): Reply => ({
  n: 1,
  text: 'Hi Maya, yes: 40 at Central. ^AK',
  replyTo: postId('5001'),
  covers: [actId('5001')],
  approvedBy: ana,
  approvedAt: tuesday + minutes(2),
  dueAt: tuesday + minutes(2) + 30_000,
  goodUntil: tuesday + minutes(17),
  boot: aBoot,
  tries: 0,
  looks: 0,
  ...given,
});

export const anAnswer = (given: Partial<Answer> = {}): Answer => ({
  postId: postId('6001'),
  text: '@maya_reads Hi Maya, yes: 40 at Central. ^AK',
  at: tuesday + minutes(2),
  by: ana,
  how: 'as-approved',
  ...given,
});

const held = { holder: { id: ana, since: tuesday + minutes(1) } };

/** A card in each state, as it comes to be there. */
export const inState: Readonly<Record<CardState, Card>> = {
  open: aCard(),
  claimed: aCard({ state: 'claimed', ...held }),
  sending: aCard({ state: 'sending', ...held, reply: aReply() }),
  posting: aCard({ state: 'posting', ...held, reply: aReply() }),
  sent: aCard({
    state: 'sent',
    acts: [aMention({ answered: true })],
    reply: aReply(),
    answers: [anAnswer()],
  }),
  unsure: aCard({ state: 'unsure', ...held, reply: aReply({ unsureSince: tuesday + minutes(3) }) }),
  'handed-off': aCard({
    state: 'handed-off',
    ...held,
    handOff: { by: ana, openedAt: tuesday + minutes(2), replyTo: postId('5001') },
  }),
  dismissed: aCard({ state: 'dismissed', closed: { by: ana, at: tuesday + minutes(8) } }),
};

export const notSeen: Card = {
  ...inState.unsure,
  reply: aReply({ unsureSince: tuesday + minutes(3), looks: 5, notSeen: true }),
};

export const aNewFollower: Card = aCard({ acts: [aFollow()] });

/** Maya asked, was answered, and says thank you. */
export const again: Card = aCard({
  acts: [
    aMention({ answered: true }),
    aMention({
      id: actId('5002'),
      at: tuesday + minutes(9),
      text: '@centrallibrary thank you!!',
      topic: 'praise',
    }),
  ],
  reply: aReply(),
  answers: [anAnswer()],
});

const notices: readonly Notice[] = [
  { kind: 'lapsed', goodUntil: tuesday + minutes(17) },
  { kind: 'changed', at: tuesday + minutes(7) },
  ...(['not-summoned', 'duplicate', 'gone', 'too-long', 'sign-in', 'budget', 'limit', 'other'] as const).map(
    (reason): Notice => ({ kind: 'rejected', reason, detail: '451' }),
  ),
];

/** The holder's card after something became of the last approval. */
export const noticed: readonly Card[] = notices.map((notice) => ({
  ...inState.claimed,
  reply: aReply(),
  notice,
}));

export const waitingForX: Card = {
  ...inState.sending,
  notice: { kind: 'waiting', until: tuesday + minutes(10), goodUntil: tuesday + minutes(17) },
};

export const everyCard: readonly Card[] = [
  ...Object.values(inState),
  notSeen,
  aNewFollower,
  again,
  waitingForX,
  ...noticed,
];
