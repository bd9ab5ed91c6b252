import type { Panel } from '../../src/core/board/panel.js';
import type { CardBanner } from '../../src/core/card/banner.js';
import type { Answer, Card, CardState, Reply } from '../../src/core/card/card.js';
import { actId, cardId, panelId, postId } from '../../src/core/ids.js';
import { aBoot, aCard, aFollow, aMention, ana, aPatron, ben, carla, minutes, tuesday } from '../build.js';

export const aReply = (given: Partial<Reply> = {}): Reply => ({
  n: 1,
  text: 'Hi Maya, yes: 40 at Central. ^AK',
  replyTo: postId('5001'),
  covers: [actId('5001')],
  approvedBy: ana,
  approvedIn: 'claimed',
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
  covers: [actId('5001')],
  text: 'Hi Maya, yes: 40 at Central. ^AK',
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
  'in-review': aCard({
    state: 'in-review',
    holder: { id: ben, since: tuesday + minutes(1) },
    draft: { text: 'Hi Maya, yes.', by: ben, at: tuesday + minutes(2) },
    review: { askedAt: tuesday + minutes(2) },
  }),
  dismissed: aCard({
    state: 'dismissed',
    closed: { by: ana, at: tuesday + minutes(8), reason: 'no-reply' },
  }),
  expired: aCard({ state: 'expired', acts: [aFollow()] }),
  withdrawn: aCard({
    state: 'withdrawn',
    acts: [aMention({ text: '', gone: true })],
    changedAt: tuesday + minutes(7),
  }),
};

/** Carla checks Ben's words. */
export const checked: Card = {
  ...inState['in-review'],
  review: { askedAt: tuesday + minutes(2), reviewer: carla },
};

const flag = { by: carla, at: tuesday + minutes(3) };
export const flagged = {
  open: { ...inState.open, flag },
  claimed: { ...inState.claimed, flag },
} satisfies Record<string, Card>;

export const snoozed: Card = { ...inState.open, snoozedUntil: tuesday + minutes(30) };

const closedAt = tuesday + minutes(8);
export const closed = {
  muted: { ...inState.dismissed, closed: { by: ana, at: closedAt, reason: 'muted' } },
  mutedByDesk: { ...inState.dismissed, closed: { at: closedAt, reason: 'muted' } },
  greeted: { ...inState.dismissed, acts: [aFollow()], closed: { at: closedAt, reason: 'hello' } },
} satisfies Record<string, Card>;

/** Ana writes one public post to everybody new. */
export const aHello: Card = aCard({
  id: cardId('hello-7'),
  state: 'claimed',
  holder: { id: ana, since: tuesday },
  patron: aPatron({ name: 'Central Library', handle: 'centrallibrary' }),
  acts: [
    {
      kind: 'hello',
      id: actId('hello-7'),
      at: tuesday,
      answered: false,
      digest: panelId('digest-7'),
      greets: 2,
    },
  ],
});

/** Sent back to Ben with a note, and without one. */
export const sentBack: readonly Card[] = ['Shorter, please.', ''].map((text) => ({
  ...inState.claimed,
  holder: { id: ben, since: tuesday },
  note: { by: ana, at: tuesday + minutes(1), text, back: true },
}));

/** Written by Ben, checked and sent by Carla. */
export const twoNames = {
  sending: { ...inState.sending, reply: aReply({ approvedBy: carla, writtenBy: ben }) },
  sent: { ...inState.sent, answers: [anAnswer({ by: carla, writtenBy: ben })] },
} satisfies Record<string, Card>;

/** Passed on with a note. */
export const noted: Card = {
  ...inState.claimed,
  note: { by: ben, at: tuesday + minutes(1), text: 'She asked at the desk, too.' },
};

export const notSeen: Card = {
  ...inState.unsure,
  reply: aReply({ unsureSince: tuesday + minutes(3), looks: 5, notSeen: true }),
};

export const aNewFollower: Card = aCard({ acts: [aFollow()] });

/** Ana followed Sam back. */
export const followedBack: Card = {
  ...aNewFollower,
  patron: { ...aNewFollower.patron, weFollow: true },
  followBack: { begunAt: tuesday, by: ana, at: tuesday },
};

/** Maya lets only some people reply. */
export const closedToUs: readonly Card[] = [inState.open, inState.claimed].map((card) => ({
  ...card,
  acts: [aMention({ closed: true })],
}));

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

const notices: readonly CardBanner[] = [
  { kind: 'lapsed', goodUntil: tuesday + minutes(17) },
  { kind: 'changed', at: tuesday + minutes(7) },
  { kind: 'removed', at: tuesday + minutes(7) },
  { kind: 'paused', pause: { by: carla, at: tuesday - minutes(97), reason: 'statement coming' } },
  ...(
    [
      'not-summoned',
      'duplicate',
      'gone',
      'too-long',
      'sign-in',
      'not-permitted',
      'budget',
      'budget-together',
      'closed',
      'limit',
      'other',
    ] as const
  ).map((reason): CardBanner => ({ kind: 'rejected', reason, detail: '451' })),
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
  followedBack,
  ...closedToUs,
  again,
  waitingForX,
  checked,
  ...Object.values(flagged),
  snoozed,
  ...Object.values(closed),
  aHello,
  noted,
  ...sentBack,
  ...sentBack.map((card) => ({ ...card, acts: aHello.acts })),
  { ...inState['in-review'], acts: aHello.acts },
  ...Object.values(twoNames),
  ...noticed,
];

/** A private message that tells of a card all that somebody may be told, as far as it holds. */
export const toldOf = (card: Card, to = ana): Panel => ({
  id: panelId('told-1'),
  format: 1,
  kind: 'told',
  to,
  version: 1,
  startedAt: tuesday,
  closed: false,
  lists: [
    ...(['came-back', 'not-seen'] as const).map((what) => ({ what, of: card.reply?.n ?? 1 })),
    { what: 'check-asked' as const, of: card.review?.askedAt ?? 0 },
    { what: 'passed' as const, of: card.passes.at(-1)?.at ?? 0 },
    { what: 'flagged' as const, of: card.flag?.at ?? 0 },
    { what: 'sent-back' as const, of: card.note?.at ?? 0 },
  ].map((telling) => ({ card: card.id, telling })),
});
