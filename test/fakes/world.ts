import type { Pause } from '../../src/core/card.js';
import type { Boot } from '../../src/core/ids.js';
import type { World } from '../../src/ports.js';
import { aBoot } from '../build.js';

export interface FakeWorld {
  now(): World;
  /** As if the storage had restarted, and the desk had recovered. */
  bootsAgain(boot: Boot): void;
  /** As if the storage had restarted just now; undefined: the desk has recovered. */
  recovers(needed: true | undefined): void;
  pauses(pause: Pause | undefined): void;
}

/** What holds for the whole desk, in memory. */
export function fakeWorld(): FakeWorld {
  let boot = aBoot;
  let pause: Pause | undefined;
  let unrecovered: true | undefined;
  return {
    now: () => ({ boot, ...(pause ? { pause } : {}), ...(unrecovered ? { unrecovered } : {}) }),
    bootsAgain: (next) => {
      boot = next;
    },
    recovers: (needed) => {
      unrecovered = needed;
    },
    pauses: (next) => {
      pause = next;
    },
  };
}
