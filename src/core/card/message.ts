import type { SlackUserId, Token } from '../ids.js';
import type { Card } from './card.js';

/**
 * A Slack message of a card: recorded, posted with its token as metadata, and settled by reading the channel, because
 * chat.postMessage has no idempotency key.
 */
export interface Message {
  /** Marks the one post in Slack, for good. */
  readonly token: Token;
  /** Not posted before this: one message a second and channel. Nor brought up to date before it. */
  readonly slotAt: number;
  /** When a post was begun: from then on nobody posts again without looking for the token first. */
  readonly begunAt?: number;
  /** Slack's timestamp, once known. */
  readonly ts?: string;
  /** The version that it shows, by `versionOf`; 0 until it stands. */
  readonly shown: number;
  /** Whoever works on it, and until when. */
  readonly lease?: { readonly token: Token; readonly until: number };
  /** Whom a thread line names, or whose private conversation it stands in. */
  readonly to?: SlackUserId;
  /** There is none, and will be none: nobody was to be named when the thread line was due, or Slack lets us not write. */
  readonly quiet?: true;
}

/** `card`; `line-<act>`, `pass-<number>` or `check-<time>` for a line in its thread; `back-<time>` for what its writer was told; `former-<token>` for a card message of before; `panel`. */
export type MessageKey = string;

export const cardMessage: MessageKey = 'card';
/** The one message of a panel. */
export const panelMessage: MessageKey = 'panel';
export const lineMessage = (act: { id: string }): MessageKey => `line-${act.id}`;
export const passMessage = (index: number): MessageKey => `pass-${index}`;
/** A line that calls a colleague to check a trainee's words. */
export const checkMessage = ({ askedAt }: { askedAt: number }): MessageKey => `check-${askedAt}`;
/** Recorded once the writer was told in private that their words came back: no line says so. */
export const backMessage = ({ at }: { at: number }): MessageKey => `back-${at}`;
export const isCheck = (key: MessageKey): boolean => key.startsWith('check-');
export const isBack = (key: MessageKey): boolean => key.startsWith('back-');
/** A message that showed the card before it got another place: a link to that now. */
export const formerMessage = ({ token }: Message): MessageKey => `former-${token}`;
export const isFormer = (key: MessageKey): boolean => key.startsWith('former-');

/** Nobody waits for anything there. */
export const isDone = ({ state }: Card): boolean =>
  state === 'sent' || state === 'dismissed' || state === 'expired' || state === 'withdrawn';

/**
 * A card has its message, unless a panel shows it, and lines in its thread: for its first mention, for a later question,
 * for a pass. What came together gets one line. Where a message of before stands there is a link.
 */
export function wantedMessages(card: Card): readonly MessageKey[] {
  const asked = card.acts.filter(
    (act, index) => act.kind === 'mention' && (index === 0 || act.topic === 'question'),
  );
  const last = asked.at(-1);
  // Whoever has the card already need not be called to its first mention.
  const isCalled = last !== undefined && last === card.acts[0] && card.holder !== undefined;
  const waits = last !== undefined && !isCalled && !last.gone && !isLineOver(card, lineMessage(last));
  const isPassed = card.state === 'claimed' && card.holder?.id === card.passes.at(-1)?.to;
  return [
    ...(card.panel ? [] : [cardMessage]),
    ...asked.map(lineMessage).filter((key) => stands(card, key)),
    ...(!card.panel && waits && !stands(card, lineMessage(last)) ? [lineMessage(last)] : []),
    ...card.passes
      .map((_, index) => passMessage(index))
      .filter((key, index) => stands(card, key) || (isPassed && index === card.passes.length - 1)),
    ...Object.keys(card.messages).filter(isFormer),
    ...checkLines(card),
  ];
}

/** Those that are in Slack, and the one that somebody is still to be called by. */
function checkLines(card: Card): readonly MessageKey[] {
  const keys = Object.keys(card.messages).filter((key) => isCheck(key) || isBack(key));
  const calls = callOf(card);
  const standing = keys.filter((key) => key !== calls && stands(card, key));
  return calls && !card.panel ? [...standing, calls] : standing;
}

/** The line of a review that calls somebody now: a colleague to check, or the writer to what came back. */
function callOf({ note, review, state }: Card): MessageKey | undefined {
  if (state === 'in-review' && review && !review.reviewer) return checkMessage(review);
  return state === 'claimed' && note?.back ? backMessage(note) : undefined;
}

/** Whether a line is in Slack, may be, or must not be; one that waits for its slot is still wanted or not. */
function stands({ messages }: Card, key: MessageKey): boolean {
  const line = messages[key];
  return line?.begunAt !== undefined || line?.ts !== undefined || line?.quiet === true;
}

/** Whether what a line names somebody for is over. */
export function isLineOver(card: Card, key: MessageKey): boolean {
  if (isCheck(key) || isBack(key)) return callOf(card) !== key;
  return isDone(card) || card.acts.some((act) => lineMessage(act) === key && (act.answered || act.gone));
}

/**
 * The version that a message shows when it is up to date: a line follows its post's versions, and then says that it is
 * over; where the card is over and may be opened again, the line says how it stands (below 0: each of the card's).
 */
export function versionOf(card: Card, key: MessageKey): number {
  if (key === cardMessage) return card.version;
  if (isFormer(key)) return 1;
  const act = card.acts.find((one) => lineMessage(one) === key);
  const versions = act?.kind === 'mention' ? act.versions.length : 1;
  if (!isLineOver(card, key)) return versions;
  const isSettled = isCheck(key) || isBack(key) || act?.answered || act?.gone;
  return isSettled ? versions + 1 : -card.version;
}

/**
 * The next message that Slack lacks or shows out of date, and from when on it may be worked at (0: at once). `panel`:
 * the panel that shows the card has not been told of its newest version.
 */
export function staleMessage(card: Card): { readonly key: MessageKey; readonly at: number } | undefined {
  if (card.panel && card.panelShown !== card.version) return { key: panelMessage, at: 0 };
  for (const key of wantedMessages(card)) {
    const message = card.messages[key];
    if (!message) return { key, at: 0 };
    const isStale = message.shown !== versionOf(card, key) && !message.quiet;
    if (isStale) return { key, at: freeFrom(message) };
  }
  return undefined;
}

/** What is known of a message that was found in Slack: it is brought again, for nobody knows which version it shows. */
export const asFound = ({ token, ts, to }: { token: Token; ts: string; to?: SlackUserId | undefined }) => ({
  token,
  ts,
  slotAt: 0,
  shown: 0,
  ...(to ? { to } : {}),
});

/** The card with one of its messages changed: its version stays, for the message shows nothing new by it. */
export function withMessage(card: Card, key: MessageKey, message: Message): Card {
  return { ...card, messages: { ...card.messages, [key]: message } };
}

/** From when on a message may be worked at (Unix ms): whoever has it is given up by then, and its slot has come. */
export const freeFrom = ({ lease, slotAt }: Message): number => lease?.until ?? slotAt;

/** The message in the hands of one worker, until `leaseMs` from `now` (Unix ms). */
export const leased = (message: Message, token: Token, now: number, leaseMs: number): Message => ({
  ...message,
  ...(message.ts ? {} : { begunAt: message.begunAt ?? now }),
  lease: { token, until: now + leaseMs },
});

/**
 * The message out of a worker's hands, as `after` says. A worker that lost it meanwhile may have overwritten what another
 * one brought, and nobody knows which version stands: it is stale. One without a post is looked for.
 */
export function leaseEnded(message: Message, token: Token, after: (message: Message) => Message): Message {
  const { lease, ...rest } = message;
  if (lease?.token === token) return after(rest);
  return message.ts === undefined || message.quiet ? message : { ...message, shown: 0 };
}
