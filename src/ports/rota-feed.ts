import type { FeedReading } from '../core/rota/feed.js';
import type { Rota } from '../core/rota/rota.js';
import type { Span } from '../core/rota/spans.js';

/** A rota that is kept elsewhere, as a calendar. */
export interface RotaFeed {
  /** Its host or file, as people are told of it. */
  readonly where: string;
  /**
   * What it says of a window of time, for the people and the zone of a rota. Throws FeedDown, with one sentence, when it
   * can't be read or is no calendar.
   */
  read(rota: Rota, window: Span): Promise<FeedReading>;
}
