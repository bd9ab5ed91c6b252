import type { Refusal } from '../core/card/refusal.js';
import type { AccountId } from '../core/ids.js';
import type { KeptReply } from '../core/keeping/kept-reply.js';
import type { Update } from './documents.js';

/** The library's replies that outlive their cards, with who approved them. The promises are those of cards. */
export interface KeptReplies {
  /** Undefined for a reply that is not kept here. */
  get(id: string): Promise<KeptReply | undefined>;
  change<T>(id: string, update: Update<KeptReply, T>): Promise<T | Refusal>;
  /** The ids of the replies from one time up to another (Unix ms, the second excluded) with their times, oldest first. */
  between(fromMs: number, toMs: number): Promise<readonly { readonly id: string; readonly at: number }[]>;
  /** The ids of the replies to one patron, oldest first. */
  toPatron(patron: AccountId): Promise<readonly string[]>;
}
