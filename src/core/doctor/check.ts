/** What one check of `greeting-desk doctor` found, in a line. */
export interface Check {
  /** What was looked at, such as `slack.scopes`. It never changes with what was found: `--json` prints it. */
  readonly id: string;
  /** `note`: fine as it is, and worth a thought. `unknown`: it could not be looked at, which is no reason to end with 1. */
  readonly mark: 'ok' | 'note' | 'wrong' | 'unknown';
  /** What was found: one sentence or less. */
  readonly found: string;
  /** What to do about it, and where. */
  readonly fix?: string;
}
