import { type CardId, cardId, type DeskId, deskId } from '../core/ids.js';
import type { StarterId } from '../core/starters.js';

export const actionIds = {
  open: 'open',
  greet: 'greet',
  /** Closes a new follower's card: *dismiss*. */
  skip: 'skip',
  undo: 'undo',
  next: 'next',
  takeOver: 'take-over',
  itIsThere: 'it-is-there',
  notThere: 'not-there',
  /** An overflow menu; the picked option's value is a ref whose extra is one of `moreOptions`. */
  more: 'more',
  /** The editor's input. */
  words: 'words',
  /** A link button; its ref's extra is the id of the post that is answered. */
  openInX: 'open-in-x',
  /** Picks a follower's post for an answer by API; its ref's extra is that post's id. */
  greetHere: 'greet-here',
} as const;

/** Draft-reply buttons: one for each starter. */
export const starterActionId = (starter: StarterId) => `answer-${starter}` as const;

/** Matches every starter's action id; its first group is the starter. */
export const starterActionPattern = /^answer-(.+)$/u;

export const moreOptions = ['dismiss', 'release', 'take-over', 'reopen', 'not-there'] as const;
export type MoreOption = (typeof moreOptions)[number];

export const callbackIds = {
  editor: 'editor',
  /** Somebody else's draft, to read. */
  draft: 'draft',
  greet: 'greet',
  /** After *Send*: when it goes out, and *Undo*. */
  going: 'going',
  /** One sentence in the place of another modal. */
  note: 'note',
} as const;

/** Marks our messages, so that an unknown outcome of a post can be settled by reading the channel. */
export const messageEventType = 'greeting_desk_message';

/** What a button, an option or a view is about. */
export interface Ref {
  readonly desk: DeskId;
  readonly card: CardId;
  readonly extra?: string;
}

// Short, because an overflow option takes 150 characters. No id holds a space; the extra may.
const REF = /^([a-z0-9-]+) ((?:mention|follow)-[\w-]+)(?: (.*))?$/su;
const MAX_REF = 2000;

export function encodeRef({ desk, card, extra }: Ref): string {
  return [desk, card, ...(extra === undefined ? [] : [extra])].join(' ');
}

/** Undefined for anything that `encodeRef` did not make. */
export function decodeRef(value: unknown): Ref | undefined {
  if (typeof value !== 'string' || value.length > MAX_REF) return undefined;
  const [, desk, card, extra] = REF.exec(value) ?? [];
  if (desk === undefined || card === undefined) return undefined;
  return { desk: deskId(desk), card: cardId(card), ...(extra === undefined ? {} : { extra }) };
}
