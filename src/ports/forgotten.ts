import type { AccountId, CardId, PostId } from '../core/ids.js';

/**
 * Who asked to be forgotten. Of each only a keyed hash of their account is kept, in the store and in a file beside its
 * backups: so that a restored copy forgets them again.
 */
export interface Forgotten {
  /** Whether whoever runs the desk set the key of the hashes: without it nobody can be forgotten, and nobody is recognised. */
  readonly isReady: boolean;
  /** Throws ConfigError where somebody was forgotten and the key is not there, or is another one; or where the file can't be written. */
  check(): Promise<void>;
  /** The same without the file, and without a change anywhere. */
  checkKey(): Promise<void>;
  /** Up to when what each of these people did is forgotten (Unix ms); undefined for whoever never asked. */
  upTo(people: readonly AccountId[]): Promise<readonly (number | undefined)[]>;
  /** Idempotent: what a person did up to a time (Unix ms) is forgotten. It is on the disk when this resolves. */
  add(person: AccountId, upTo: number): Promise<void>;
  /** Brings what the file has into the store, and takes these people out of the followers. Says whether there is anybody. */
  restore(): Promise<boolean>;
  /**
   * Idempotent: takes a person out of what is kept beside cards and panels: the followers, the messages that a recovery found,
   * posts that came incomplete.
   */
  dropTraces(of: Traces): Promise<void>;
}

/** By what somebody can be recognised. */
export interface Traces {
  readonly person: AccountId;
  readonly posts: readonly PostId[];
  readonly cards: readonly CardId[];
}
