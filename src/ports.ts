import type { Desk } from './core/desk/desk.js';
import type { Turn } from './core/due/poll-times.js';
import type { Timings } from './core/due/timings.js';
import type { CardId } from './core/ids.js';
import type { Board, Homes } from './ports/board.js';
import type { Charts } from './ports/charts.js';
import type { Cards, Panels, Settings } from './ports/documents.js';
import type { Clock, Due } from './ports/due.js';
import type { Forgotten } from './ports/forgotten.js';
import type { Journal } from './ports/journal.js';
import type { KeptReplies } from './ports/kept-replies.js';
import type { Ledger, Network, OurPosts, Watermarks } from './ports/network.js';
import type { Outcomes } from './ports/outcomes.js';
import type { Persons } from './ports/persons.js';
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
  readonly keptReplies: KeptReplies;
  readonly outcomes: Outcomes;
  readonly journal: Journal;
  readonly forgotten: Forgotten;
  readonly ledger: Ledger;
  readonly due: Due;
  /** The same for all desks. */
  readonly persons: Persons;
  readonly recovery: Recovery;
  readonly watermarks: Watermarks;
  readonly network: Network;
  readonly board: Board;
  readonly charts: Charts;
  /**
   * Of a desk that watches private messages: its private side, with cards, messages and a due list of its own. It shares the
   * settings, the bill and the network.
   */
  readonly inPrivate?: Ports;
  /** Of a private side: the desk that it belongs to. */
  readonly inPublic?: Ports;
  /** Of a desk that is like another: that one. Its calendar, and the covers in its settings, hold here too. */
  readonly like?: Ports;
  /** Of a desk that others are like: these others, whose shifts change with its covers. */
  readonly alike?: readonly Pick<Ports, 'due'>[];
  /** When this desk polls among those of the program; undefined for one that has not to mind others. */
  readonly turn?: Turn;
  /** Undefined where desk.yaml itself lists the shifts. */
  readonly feed?: RotaFeed;
}

/** The desks that this process serves. Each press and each job reads its desk anew, because people change its settings. */
export interface Desks {
  /**
   * One desk with its present settings; undefined for an id that this process does not serve. A card that is to be `changed`
   * then is read beside them.
   */
  now(id: string, changed?: CardId): Promise<Ports | undefined>;
  /** All desks with their present settings. */
  all(): Promise<readonly Ports[]>;
}
