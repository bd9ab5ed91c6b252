import type { Desk } from './core/desk/desk.js';
import type { Timings } from './core/due/timings.js';
import type { Board, Homes } from './ports/board.js';
import type { Cards, Panels, Settings } from './ports/documents.js';
import type { Clock, Due } from './ports/due.js';
import type { Ledger, Network, OurPosts, Watermarks } from './ports/network.js';
import type { Recovery } from './ports/recovery.js';
import type { RotaFeed, Snapshots } from './ports/snapshots.js';

/** Everything outside itself that a flow may use, for one desk. A flow names what it needs by `Pick<Ports, …>`. */
export interface Ports {
  readonly desk: Desk;
  readonly clock: Clock;
  readonly timings: Timings;
  readonly cards: Cards;
  readonly panels: Panels;
  readonly settings: Settings;
  readonly snapshots: Snapshots;
  readonly homes: Homes;
  readonly ourPosts: OurPosts;
  readonly ledger: Ledger;
  readonly due: Due;
  readonly recovery: Recovery;
  readonly watermarks: Watermarks;
  readonly network: Network;
  readonly board: Board;
  /** Undefined where desk.yaml itself lists the shifts. */
  readonly feed?: RotaFeed;
}

/** The desks that this process serves. Each press and each job reads its desk anew, because people change its settings. */
export interface Desks {
  /** One desk with its present settings; undefined for an id that this process does not serve. */
  now(id: string): Promise<Ports | undefined>;
  /** All desks with their present settings. */
  all(): Promise<readonly Ports[]>;
}
