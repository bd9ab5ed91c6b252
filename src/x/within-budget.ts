import { isStorageFault, Rejected, undefinedIf } from '../errors.js';
import type { Network } from '../ports/network.js';

/**
 * The network as far as the month's budget goes. When it is used up nothing is posted, and nothing but our own timeline
 * is read, which tells what became of what was sent.
 */
export function withinBudget(network: Network, isUsedUp: () => Promise<boolean>): Network {
  async function ask(): Promise<void> {
    // A bill that can't be read stops nobody.
    if (await isUsedUp().catch(undefinedIf(isStorageFault)))
      throw new Rejected('budget', "This month's X budget is used up.");
  }
  return {
    ...network,
    async mentions(since) {
      await ask();
      return network.mentions(since);
    },
    async *followers() {
      await ask();
      yield* network.followers();
    },
    async recentPosts(of, sinceMs) {
      await ask();
      return network.recentPosts(of, sinceMs);
    },
    async posts(ids, deadlineMs) {
      await ask();
      return network.posts(ids, deadlineMs);
    },
    async person(handle) {
      await ask();
      return network.person(handle);
    },
    async publish(text, replyTo, mayStillSend) {
      await ask();
      return network.publish(text, replyTo, mayStillSend);
    },
  };
}
