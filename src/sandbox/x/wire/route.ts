import type { Permissions, X } from '../model/state.js';
import type { Limits } from './limits.js';
import type { Priced } from './meter.js';
import type { Caller } from './oauth.js';
import type { Query, Rules } from './query.js';

/** One call whose authentication, limits and parameters were checked. */
export interface Call extends Caller {
  readonly x: X;
  readonly route: Route;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: unknown;
}

export interface Outcome {
  /** By default 200. */
  readonly status?: number;
  readonly body: Record<string, unknown>;
  readonly priced?: readonly Priced[];
  /** What the journal says of the call. */
  readonly journal?: Record<string, unknown>;
}

export interface Route {
  /** Such as "GET /2/users/:id/mentions". Faults use the same name. */
  readonly call: string;
  readonly limits: Limits;
  readonly needs: Permissions;
  readonly enterpriseOnly?: boolean;
  readonly query: Rules;
  /** Throws Problem where X refuses, before it changes anything. */
  answer(call: Call): Outcome;
}
