import type { Act, Answer, Card, Mention, Reply } from '../card/card.js';
import { isWritten } from '../card/select.js';
import type { Patron } from '../post/post.js';
import { blankNames } from '../writing/near-copy.js';

/**
 * What becomes of a field when its card is purged: it stays as it is; it goes; or only a part of it stays, which a function
 * here makes. Each new field has to be named, so that nothing stays unnoticed.
 */
type Retention = 'stays' | 'goes' | 'partly';
type FieldOf<T> = T extends unknown ? keyof T : never;
export type RetentionOf<T> = Readonly<Record<FieldOf<T>, Retention>>;

/** Ids, times, states and who of the staff did what. */
export const cardRetention = {
  id: 'stays',
  format: 'stays',
  version: 'partly',
  state: 'stays',
  patron: 'partly',
  acts: 'partly',
  changedAt: 'stays',
  holder: 'goes',
  lostBy: 'goes',
  draft: 'goes',
  keptWords: 'partly',
  picked: 'stays',
  followBack: 'goes',
  onlyByHand: 'goes',
  reply: 'partly',
  handOff: 'goes',
  answers: 'partly',
  closed: 'stays',
  review: 'goes',
  note: 'goes',
  passes: 'stays',
  flag: 'goes',
  snoozedUntil: 'goes',
  kept: 'goes',
  clock: 'stays',
  listed: 'stays',
  notice: 'goes',
  removedAt: 'goes',
  mayQuote: 'goes',
  pending: 'partly',
  history: 'partly',
  panel: 'stays',
  panelShown: 'stays',
  messages: 'stays',
  openViews: 'stays',
  hold: 'goes',
  purgedAt: 'partly',
  linkOnly: 'stays',
  erased: 'stays',
  forgotten: 'stays',
} as const satisfies RetentionOf<Card>;

export const actRetention = {
  kind: 'stays',
  id: 'stays',
  at: 'stays',
  answered: 'stays',
  gone: 'stays',
  purged: 'partly',
  versions: 'stays',
  readAt: 'stays',
  topic: 'stays',
  first: 'stays',
  firstInYear: 'stays',
  nthQuestion: 'stays',
  digest: 'stays',
  greets: 'stays',
  greeted: 'stays',
  answers: 'stays',
  stops: 'stays',
  text: 'partly',
  links: 'partly',
  media: 'partly',
  sensitive: 'goes',
  suspect: 'goes',
  repliedTo: 'goes',
  repliedToAccount: 'goes',
  quoted: 'goes',
  closed: 'goes',
  partial: 'goes',
  urgent: 'goes',
  unloadable: 'goes',
  unnamed: 'goes',
  ours: 'partly',
} as const satisfies RetentionOf<Act>;

/** An answer's words are kept beside the cards for as long as near copies are looked for, with the names blanked out. */
export const answerRetention = {
  postId: 'stays',
  under: 'stays',
  covers: 'stays',
  n: 'stays',
  text: 'partly',
  at: 'stays',
  by: 'stays',
  writtenBy: 'stays',
  opening: 'stays',
  how: 'stays',
} as const satisfies RetentionOf<Answer>;

/** The number of the last approval stays: no later one may have it again. */
export const replyRetention = {
  n: 'stays',
  text: 'partly',
  replyTo: 'stays',
  covers: 'stays',
  approvedBy: 'stays',
  writtenBy: 'stays',
  opening: 'stays',
  approvedIn: 'stays',
  approvedAt: 'stays',
  dueAt: 'stays',
  goodUntil: 'stays',
  boot: 'stays',
  tries: 'stays',
  token: 'goes',
  postingUntil: 'goes',
  unknownFrom: 'goes',
  unsureSince: 'goes',
  onlyLook: 'goes',
  calledAgain: 'goes',
  looks: 'stays',
  notSeen: 'goes',
  askedToLook: 'goes',
} as const satisfies RetentionOf<Reply>;

export const patronRetention = {
  id: 'stays',
  handle: 'partly',
  name: 'partly',
  avatarUrl: 'goes',
  bio: 'goes',
  place: 'goes',
  protected: 'goes',
  automated: 'goes',
  suspect: 'goes',
  followsUs: 'goes',
  weFollow: 'goes',
} as const satisfies RetentionOf<Patron>;

type Staying<F> = { [K in keyof F]: F[K] extends 'stays' ? K : never }[keyof F];

/** The fields of a document that stay as they are. */
export function staying<T extends object, F extends RetentionOf<T>>(
  document: T,
  retention: F,
): Pick<T, Extract<Staying<F>, keyof T>> {
  const entries = Object.entries(document).filter(([field]) => retention[field as keyof F] === 'stays');
  return Object.fromEntries(entries) as Pick<T, Extract<Staying<F>, keyof T>>;
}

/** Whether nothing is kept of what the patron wrote and who they are. */
export const isPurged = ({ purgedAt }: Pick<Card, 'purgedAt'>): boolean => purgedAt !== undefined;

/**
 * The card without anything that a patron wrote or that names them, and without words that may quote them: made of what
 * stays, so that what is not named here is gone. It has a new version, which its messages have to show. `at` is Unix ms.
 */
export function purgedCard(card: Card, at: number): Card {
  return { ...blank(card, at), version: card.version + 1 };
}

/** A purged card as it may be stored: whatever came to it since, it stays blank. The same for any other card. */
export const asKept = (card: Card): Card => (card.purgedAt === undefined ? card : blank(card, card.purgedAt));

function blank(card: Card, purgedAt: number): Card {
  const { reply, version } = card;
  return {
    ...staying<Card, typeof cardRetention>(card, cardRetention),
    version,
    patron: blankPatron(card.patron),
    acts: card.acts.map(blankAct),
    keptWords: [],
    ...(reply
      ? { reply: { ...staying<Reply, typeof replyRetention>(reply, replyRetention), text: '' } }
      : {}),
    answers: card.answers.map((answer) => ({
      ...staying<Answer, typeof answerRetention>(answer, answerRetention),
      text: '',
    })),
    // Without the list a card of version 0.1.0 would seem to have events left.
    pending: [],
    history: card.history.map(({ at, action, by }) => ({ at, action, ...(by ? { by } : {}) })),
    purgedAt,
  };
}

export const blankPatron = (patron: Patron): Patron => ({ id: patron.id, handle: '', name: '' });

/** Our own question, which a message shows with the count of its answers. */
export const oursOf = ({ ours }: Partial<Pick<Mention, 'ours'>>): Pick<Mention, 'ours'> =>
  ours?.asked ? { ours: { answered: blankNames(ours.answered ?? ''), asked: true } } : {};

function blankAct(act: Act): Act {
  const kept = { ...staying<Act, typeof actRetention>(act, actRetention), purged: true } as const;
  return (isWritten(act) ? { ...kept, ...oursOf(act), text: '', links: [], media: [] } : kept) as Act;
}
