import type { Permissions, X } from '../model/state.js';
import type { Limits } from './limits.js';
import type { Priced } from './meter.js';
import type { Caller } from './oauth.js';
import type { Query, Rules } from './query.js';

/** One call that passed authentication, limits and the checks of its parameters. */
export interface Call extends Caller {
  readonly x: X;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: unknown;
}

export interface Outcome {
  /** 200 unless told. */
  readonly status?: number;
  readonly body: Record<string, unknown>;
  readonly priced?: readonly Priced[];
  /** What the journal keeps of it. */
  readonly journal?: Record<string, unknown>;
}

export interface Route {
  /** "GET /2/users/:id/mentions": also the name that faults go by. */
  readonly call: string;
  readonly limits: Limits;
  readonly needs: Permissions;
  readonly enterpriseOnly?: boolean;
  readonly query: Rules;
  /** Throws Problem where X refuses. Whatever it changes, it changes in one go. */
  answer(call: Call): Outcome;
}
