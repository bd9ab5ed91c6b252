/**
 * What the storage still has on its disk of what was taken out of it. Servers append each write to a file; what is gone
 * stands there until the file is written anew.
 */
export interface Journal {
  /** Idempotent: something is taken out for good at a time (Unix ms), or within a minute after it. */
  purged(at: number): Promise<void>;
  /**
   * Has the file written anew, where something was taken out since the last time and that was `everyMs` ago or longer (`now`
   * is Unix ms). A server that does not let us is asked again after that time; the log says it once.
   */
  rewrite(now: number, everyMs: number): Promise<void>;
}
