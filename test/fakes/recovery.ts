import type { Clock } from '../../src/ports/due.js';
import type { OwnMessage, Recovery } from '../../src/ports/recovery.js';
import { type FakeWorld, fakeWorld } from './world.js';

export interface FakeRecovery extends Recovery {
  /** Whatever no record knew, as it was kept. */
  readonly kept: readonly OwnMessage[];
  /** When the desk was last at work before a new boot; undefined: it never was. */
  aliveAt: number | undefined;
}

/** A new boot is one that `world.recovers` says; the desk was at work until this was made. */
export function fakeRecovery(clock: Clock, world: FakeWorld = fakeWorld()): FakeRecovery {
  const kept: OwnMessage[] = [];
  const read = new Set<string>();
  const recovery: FakeRecovery = {
    kept,
    aliveAt: clock.now(),
    async needed() {
      const { boot, unread } = world.now();
      const { aliveAt } = recovery;
      return unread ? { boot, unread, ...(aliveAt === undefined ? {} : { aliveAt }) } : undefined;
    },
    async channelRead(boot) {
      if (world.now().boot === boot) world.recovers('timeline');
    },
    hasRead: async (thread, boot) => read.has(`${thread} ${boot}`),
    async read(thread, boot) {
      read.add(`${thread} ${boot}`);
    },
    async done(boot) {
      if (world.now().boot === boot) world.recovers(undefined);
    },
    async keep(message) {
      kept.push(message);
    },
    found: async (of, key) => kept.findLast((one) => one.of === of && one.key === key),
  };
  return recovery;
}
