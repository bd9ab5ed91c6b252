import type { FeedReading } from '../../src/core/rota/feed.js';
import { FeedDown } from '../../src/errors.js';
import type { RotaFeed } from '../../src/ports/snapshots.js';

export interface FakeFeed extends RotaFeed {
  /** Its content from now on; undefined when it can't be read. */
  says(reading: FeedReading | undefined): void;
}

/** A calendar in memory, empty at first. */
export function fakeFeed(): FakeFeed {
  let now: FeedReading | undefined = { shifts: [], problems: [] };
  return {
    where: 'calendar.example',
    says: (reading) => {
      now = reading;
    },
    async read() {
      if (!now) throw new FeedDown('calendar.example', 'it answers 503');
      return now;
    },
  };
}
