import type { SlackUserId, Token } from '../ids.js';
import { omit } from '../omit.js';
import type { Card } from './card.js';
import { isClosedToUs, isPraise, isQuestion, isStop, isUrgent, isWritten } from './select.js';

/**
 * A Slack message of a card or a panel. It is recorded first and then posted with its token as metadata. When a call's
 * outcome is unknown, the channel is searched for the token, because chat.postMessage has no idempotency key. Times are
 * Unix ms.
 */
export interface Message {
  /** Marks the one message in Slack. It never changes. */
  readonly token: Token;
  /** Not posted or updated before this: Slack takes one message a second and channel. */
  readonly slotAt: number;
  /** When a worker first began to post it: after that nobody posts it without searching for the token. */
  readonly begunAt?: number;
  /** Slack's id of the message, once known. */
  readonly ts?: string;
  /** The version that it shows; 0 while nobody knows. */
  readonly shown: number;
  /**
   * When its text changes by itself, as when a day ends or a card becomes late; 0 for never. Undefined where an earlier
   * version showed it.
   */
  readonly changesAt?: number;
  /** The moment that was reserved for the update which then follows. */
  readonly refreshAt?: number;
  /** The worker that updates it, and until when. */
  readonly lease?: { readonly token: Token; readonly until: number };
  /** The person whom a thread line names, or in whose private conversation the message is. */
  readonly to?: SlackUserId;
  /** Slack refused what it contained: it is shown in a few words with a link, and if that was refused too, without buttons. */
  readonly plain?: 'short' | 'bare';
  /** It is never posted: there was nobody to name when the line was due, or Slack does not let us write there. */
  readonly quiet?: true;
}

/**
 * - `card`: the message of a card; `panel`: the one message of a panel.
 * - `line-<act>`, and of earlier versions `pass-<number>` and `check-<time>`: a line in the card's thread.
 * - `former-<token>`: an earlier message of the card, now a link to the current one.
 */
export type MessageKey = string;

export const cardKey: MessageKey = 'card';
export const panelKey: MessageKey = 'panel';
/** The line that calls somebody to an act. */
export const lineKey = (act: { id: string }): MessageKey => `line-${act.id}`;
/** The line of an earlier version that calls the new holder after the pass with this index. */
export const passKey = (index: number): MessageKey => `pass-${index}`;
/** The line of an earlier version that calls a colleague to check words. */
export const checkKey = ({ askedAt }: { askedAt: number }): MessageKey => `check-${askedAt}`;
/** Whether a key is that of such a line. */
export const isCheckKey = (key: MessageKey): boolean => key.startsWith('check-');
/** The key of a card's message after the card moved to another one. */
export const formerKey = ({ token }: Message): MessageKey => `former-${token}`;
/** Whether a key is that of an earlier message of the card. */
export const isFormerKey = (key: MessageKey): boolean => key.startsWith('former-');

/** Whether a card waits for nobody. */
export const isDone = ({ state }: Card): boolean =>
  state === 'sent' || state === 'dismissed' || state === 'expired' || state === 'withdrawn';

/**
 * The messages that a card should have in Slack. It has its own message unless a panel shows it, and lines in the
 * thread: for its first mention unless that only thanks, and for each later question or urgent post. Of several acts
 * without a line only the newest gets one. Former messages stay, as links; so do the lines by which earlier versions called
 * to a check or told of a pass.
 */
export function wantedMessages(card: Card): readonly MessageKey[] {
  // A purged card gets no new message. All that may stand in Slack have to show that nothing is kept.
  if (card.purgedAt !== undefined) {
    const keys = Object.keys(card.messages).filter((key) => isPostedOrSkipped(card, key));
    // A message that is deleted after its lines leaves no trace in the channel.
    return card.erased
      ? [...keys.filter((key) => key !== cardKey), cardKey].filter((key) => keys.includes(key))
      : keys;
  }
  const lined = card.acts.filter(
    (act, index) => isQuestion(act) || isUrgent(act) || (index === 0 && isWritten(act) && !isStop(act)),
  );
  const last = lined.filter((act) => isUrgent(act) || !isPraise(act)).at(-1);
  // The person who has the card already need not be called to its first mention.
  const isTaken = last !== undefined && last === card.acts[0] && card.holder !== undefined;
  const needsLine = last !== undefined && !isTaken && !last.gone && !isLineDone(card, lineKey(last));
  return [
    ...(card.panel || isKeptOut(card) ? [] : [cardKey]),
    ...lined.map(lineKey).filter((key) => isPostedOrSkipped(card, key)),
    ...(!card.panel && needsLine && !isPostedOrSkipped(card, lineKey(last)) ? [lineKey(last)] : []),
    ...card.passes.map((_, index) => passKey(index)).filter((key) => isPostedOrSkipped(card, key)),
    ...Object.keys(card.messages).filter(isFormerKey),
    ...Object.keys(card.messages).filter((key) => isCheckKey(key) && isPostedOrSkipped(card, key)),
  ];
}

/** Whether a card arrived closed because its patron is muted: the channel does not hear of it. */
export const isKeptOut = ({ closed, messages, state }: Card): boolean =>
  state === 'dismissed' && closed?.reason === 'muted-person' && messages[cardKey] === undefined;

/** The key of the line that calls a colleague to check now. */
function currentCheckKey({ review, state }: Card): MessageKey | undefined {
  return state === 'in-review' && review && !review.reviewer ? checkKey(review) : undefined;
}

/** Whether a line is in Slack, may be, or is never posted. A line that only waits for its slot can still be dropped. */
function isPostedOrSkipped({ messages }: Card, key: MessageKey): boolean {
  const line = messages[key];
  return line?.begunAt !== undefined || line?.ts !== undefined || line?.quiet === true;
}

/** Whether nobody is needed any more for what a line calls somebody to. */
export function isLineDone(card: Card, key: MessageKey): boolean {
  if (isCheckKey(key)) return currentCheckKey(card) !== key;
  return isDone(card) || card.acts.some((act) => lineKey(act) === key && (act.answered || act.gone));
}

/**
 * Whether a line has called somebody to what needs nobody any more: it is taken out of the thread, so that a card that is done
 * stands in the channel without a bar of replies. What became of it stands on the card.
 */
export const isToRemove = (card: Card, key: MessageKey): boolean =>
  key !== cardKey && !isFormerKey(key) && isLineDone(card, key);

/**
 * The version that a message shows when it is up to date. The card's message follows the card's version. A line counts
 * the versions of its post, and one more when it is over for good. The line of a card that is closed and may open again
 * shows the card's state, and that of a post which takes no reply says so: it follows the card's version, as a negative number so that
 * it equals none of the others. So does all that a purged card has in Slack.
 */
export function currentVersionOf(card: Card, key: MessageKey): number {
  if (key === cardKey) return card.version;
  if (card.purgedAt !== undefined) return -card.version;
  if (isFormerKey(key)) return 1;
  const act = card.acts.find((one) => lineKey(one) === key);
  const versions = isWritten(act) ? act.versions.length : 1;
  if (!isLineDone(card, key)) return isClosedToUs(card) ? -card.version : versions;
  const isOverForGood = isCheckKey(key) || act?.answered || act?.gone;
  return isOverForGood ? versions + 1 : -card.version;
}

/** A message that Slack lacks or shows out of date. */
export interface StaleMessage {
  readonly key: MessageKey;
  /** From when on a worker may take it (Unix ms; 0: at once). */
  readonly at: number;
  /** Nothing happened to what it shows: only its text changes with the time. */
  readonly refresh?: true;
}

/**
 * The next message that Slack lacks or shows out of date. Undefined when all are up to date for good. `panel`: the panel
 * that shows the card does not know its newest version.
 */
export function staleMessage(card: Card): StaleMessage | undefined {
  if (card.panel && card.panelShown !== card.version) return { key: panelKey, at: 0 };
  const news = nextNews(card);
  const refresh = nextRefresh(card);
  return news && !(refresh && refresh.at < news.at) ? news : refresh;
}

function nextNews(card: Card): StaleMessage | undefined {
  for (const key of wantedMessages(card)) {
    const message = card.messages[key];
    if (!message) return { key, at: 0 };
    const isLeft = message.quiet && !(card.purgedAt !== undefined && message.ts !== undefined);
    const isStale = message.shown !== currentVersionOf(card, key) && !isLeft;
    if (isStale) return { key, at: freeFrom(message) };
  }
  return undefined;
}

/** The message of a card whose text is the next to change by itself. */
function nextRefresh(card: Card): StaleMessage | undefined {
  const changing = wantedMessages(card).flatMap((key) => {
    const at = refreshFrom(card.messages[key]);
    return at === undefined ? [] : [{ key, at, refresh: true } as const];
  });
  return changing.toSorted((a, b) => a.at - b.at)[0];
}

/**
 * From when on a worker may bring a message up to date whose text changes by itself (Unix ms); undefined when it does not.
 */
export function refreshFrom(message: Message | undefined): number | undefined {
  if (!message?.changesAt || message.ts === undefined || message.quiet) return undefined;
  const { changesAt, lease, refreshAt, slotAt } = message;
  return lease?.until ?? Math.max(slotAt, refreshAt ?? changesAt);
}

/** The message to be brought up to date at a time (Unix ms), though nothing happened to what it shows. */
export const withRefresh = (message: Message, changesAt: number): Message => ({
  ...omit(message, 'refreshAt'),
  changesAt,
});

/**
 * The record of a message that was found in Slack. It is updated again, because nobody knows which version it shows.
 */
export const foundRecord = ({
  token,
  ts,
  to,
}: {
  token: Token;
  ts: string;
  to?: SlackUserId | undefined;
}) => ({
  token,
  ts,
  slotAt: 0,
  shown: 0,
  ...(to ? { to } : {}),
});

/** The card with one of its messages changed. Its version stays: the change is nothing that a message shows. */
export function withMessage(card: Card, key: MessageKey, message: Message): Card {
  return { ...card, messages: { ...card.messages, [key]: message } };
}

/** From when on a worker may take a message (Unix ms): its lease is over, or else its slot has come. */
export const freeFrom = ({ lease, slotAt }: Message): number => lease?.until ?? slotAt;

/** The message with the lease of one worker, from `now` (Unix ms) for `leaseMs`. */
export const startLease = (message: Message, token: Token, now: number, leaseMs: number): Message => ({
  ...message,
  ...(message.ts ? {} : { begunAt: message.begunAt ?? now }),
  lease: { token, until: now + leaseMs },
});

/**
 * The message when a worker is done with it: `after` tells what became of it. A worker that lost the lease may have
 * overwritten what another worker showed. Then nobody knows which version Slack has, so the message counts as out of
 * date; one that was never posted stays as it is, and is searched for.
 */
export function endLease(message: Message, token: Token, after: (message: Message) => Message): Message {
  const { lease, ...rest } = message;
  if (lease?.token === token) return after(rest);
  return message.ts === undefined || message.quiet ? message : { ...message, shown: 0 };
}
