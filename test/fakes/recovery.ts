import type { Clock } from '../../src/ports/due.js';
import type { OwnMessage, Recovery } from '../../src/ports/recovery.js';
import { type FakeWorld, fakeWorld } from './world.js';

export interface FakeRecovery extends Recovery {
  /** What was found without a record, as it was kept. */
  readonly kept: readonly OwnMessage[];
  /** When the desk last worked before the new boot (Unix ms); undefined when it never did. */
  aliveAt: number | undefined;
}

/** Recovery in memory. `world.recovers` begins a new boot; the desk worked until this was created. */
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
