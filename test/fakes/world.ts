import type { Pause } from '../../src/core/card/card.js';
import type { Boot } from '../../src/core/ids.js';
import type { WriteContext } from '../../src/ports/documents.js';
import type { Unread } from '../../src/ports/recovery.js';
import { aBoot } from '../build.js';

export interface FakeWorld {
  now(): WriteContext;
  /** Acts as if the storage had restarted and the desk had recovered. */
  bootsAgain(boot: Boot): void;
  /** What the desk must still read after a restart of the storage; undefined when it has recovered. */
  recovers(unread: Unread | undefined): void;
  pauses(pause: Pause | undefined): void;
}

/** The state of the whole desk (boot, pause, recovery), in memory. */
export function fakeWorld(): FakeWorld {
  let boot = aBoot;
  let pause: Pause | undefined;
  let unread: Unread | undefined;
  return {
    now: () => ({ boot, ...(pause ? { pause } : {}), ...(unread ? { unread } : {}) }),
    bootsAgain: (next) => {
      boot = next;
    },
    recovers: (needed) => {
      unread = needed;
    },
    pauses: (next) => {
      pause = next;
    },
  };
}
