import type { Clock } from '../../src/ports/due.js';
import type { OwnMessage, Recovery } from '../../src/ports/recovery.js';
import { type FakeWorld, fakeWorld } from './world.js';

export interface FakeRecovery extends Recovery {
  /** When the desk last worked before the new boot (Unix ms); undefined when it never did. */
  aliveAt: number | undefined;
}

const isSame = (one: Pick<OwnMessage, 'of' | 'key'>, other: Pick<OwnMessage, 'of' | 'key'>): boolean =>
  one.of === other.of && one.key === other.key;

/** Recovery in memory. `world.recovers` begins a new boot; the desk worked until this was created. */
export function fakeRecovery(clock: Clock, world: FakeWorld = fakeWorld()): FakeRecovery {
  let kept: readonly OwnMessage[] = [];
  const read = new Set<string>();
  const recovery: FakeRecovery = {
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
      kept = [...kept.filter((one) => !isSame(one, message)), message];
    },
    kept: async () => kept,
    async forget(message) {
      kept = kept.filter((one) => !isSame(one, message) || one.token !== message.token);
    },
    found: async (of, key) => kept.find((one) => isSame(one, { of, key })),
  };
  return recovery;
}
