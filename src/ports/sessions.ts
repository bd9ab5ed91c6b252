/** What a network gave us when we signed in with a password. Nobody may read it in a log. */
export interface Session {
  /** The account, by the name that it was asked for and by its own id. */
  readonly signedInAs: string;
  readonly account: string;
  readonly access: string;
  readonly refresh: string;
}

/** The session of one desk, shared by all processes. */
export interface Sessions {
  get(): Promise<Session | undefined>;
  /**
   * Puts `next` in the place of `known`, unless another process was first. Gives the session that stands then: two that
   * renew the same one go on with one.
   */
  replace(known: Session | undefined, next: Session): Promise<Session>;
}
