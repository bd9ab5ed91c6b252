import type { Pause } from './card.js';

/** What the holder must know about the last approval. The next step removes it. */
export type CardBanner =
  | { readonly kind: 'lapsed'; readonly goodUntil: number }
  | { readonly kind: 'paused'; readonly pause: Pause }
  | { readonly kind: 'rejected'; readonly reason: RejectReason; readonly detail: string }
  | { readonly kind: 'waiting'; readonly until: number; readonly goodUntil: number }
  | { readonly kind: 'changed'; readonly at: number }
  | { readonly kind: 'removed'; readonly at: number };

/** Why X refused an answer, as far as it helps a person to know. */
export type RejectReason =
  | 'not-summoned'
  | 'duplicate'
  | 'gone'
  | 'too-long'
  /** They let only some people reply. */
  | 'closed'
  | 'sign-in'
  | 'not-permitted'
  | 'budget'
  /** The budget of all desks together is used up. */
  | 'budget-together'
  /** They take no private message from us. */
  | 'private-closed'
  | 'limit'
  | 'other';
