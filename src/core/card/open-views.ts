import { hourMs, secondMs } from '../durations.js';
import type { PostId, SlackUserId } from '../ids.js';
import type { Card } from './card.js';

/**
 * The modals that say what a card is, by their callback ids. One with an input is none of them: it holds words, and
 * says what is new at its next key or at *Send*. It only `quotes` the card, as does one that shows several.
 */
export const viewKinds = [
  'draft',
  'going',
  'finish',
  'greet',
  'warning',
  'more',
  'history',
  'look',
  'delete',
  'snooze',
  'person',
  'picture',
] as const;
export type ViewKind = (typeof viewKinds)[number] | 'quotes';

/** Whether a modal with this callback id is one of them. */
export const isViewKind = (callback: string | undefined): callback is (typeof viewKinds)[number] =>
  viewKinds.some((kind) => kind === callback);

/** Whether a modal that quotes a card shows what was removed since, or is kept no more. */
export const quotesWhatIsGone = ({ purgedAt, removedAt = 0 }: Card, { at }: Pick<OpenView, 'at'>): boolean =>
  purgedAt !== undefined || removedAt >= at;

/** A modal that somebody has open, as far as anybody knows: Slack does not always say when one is closed. */
export interface OpenView {
  /** Slack's `external_id`. Each showing has its own, so an update can't reach what the modal shows next. */
  readonly id: string;
  /** Slack's own id of the modal, which it keeps when it shows something else. */
  readonly modal: string;
  readonly kind: ViewKind;
  readonly user: SlackUserId;
  /** The post whose pictures it shows. */
  readonly post?: PostId;
  /** When it was shown (Unix ms). */
  readonly at: number;
  /** The version of the card that it shows. */
  readonly shown: number;
  /** A digest of what it shows. */
  readonly shows: string;
  /** Slack's mark of what the modal shows, where Slack gave one. */
  readonly hash?: string;
}

/** A card's newest modals that are kept up to date. */
const mostViews = 8;
/** A modal that was opened longer ago than this is not looked after any more (ms): few stay open over night. */
const openForMs = 24 * hourMs;
/** Slack shows what came with an acknowledgement a moment after it: until then it does not know the modal (ms). */
const appearsWithinMs = 5 * secondMs;

/** The card with one more modal, in the place of what the same modal showed before. Its version stays. */
export function withOpenView(card: Card, view: OpenView): Card {
  const others = (card.openViews ?? []).filter(
    ({ id, modal, at }) => id !== view.id && modal !== view.modal && !isForgotten(at, view.at),
  );
  return { ...card, openViews: [...others, view].slice(-mostViews) };
}

/** The card without a modal; the same card when it has none with this id. */
export function withoutOpenView(card: Card, id: string): Card {
  const left = (card.openViews ?? []).filter((view) => view.id !== id);
  return left.length === (card.openViews ?? []).length ? card : { ...card, openViews: left };
}

/** The card with a record changed; the same card when the modal shows something else by now. */
export function changeOpenView(card: Card, id: string, change: (view: OpenView) => OpenView): Card {
  if (!card.openViews?.some((view) => view.id === id)) return card;
  return { ...card, openViews: card.openViews.map((view) => (view.id === id ? change(view) : view)) };
}

/** The modals that may show another version of the card than this one. */
export const staleViews = ({ openViews = [], version }: Card): readonly OpenView[] =>
  openViews.filter(({ shown }) => shown !== version);

/** Whether a modal was opened so long ago that nobody looks after it. */
export const isForgotten = (openedAt: number, now: number): boolean => now - openedAt >= openForMs;

/** When Slack is asked once more about a modal that it does not know (Unix ms); undefined where it was closed. */
export function appearsAt({ at, hash }: OpenView, now: number): number | undefined {
  // A clock that was put back since then must not hold the question up for as long.
  const isNew = Math.abs(now - at) < appearsWithinMs;
  return hash === undefined && isNew ? at + appearsWithinMs : undefined;
}
