import type { PostId, XUserId } from '../core/ids.js';
import type { Charge } from '../core/money/bill.js';
import { prices } from '../core/money/prices.js';
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

interface BillOptions {
  /** Told what X bills for a call that it answered. */
  readonly charge: (charge: Charge) => Promise<void>;
  /** The account owns the developer app, so that X gives it its own lists for less. */
  readonly ownsApp: boolean;
  readonly now: () => number;
}

/** What X bills for an answer: each post and person in it, but not those that expansions include. */
export function createBill({ charge, ownsApp, now }: BillOptions) {
  async function read(call: string, priceMicroUsd: number, resources: readonly string[]): Promise<void> {
    if (resources.length === 0) return;
    await charge({ call, priceMicroUsd, resources, count: resources.length, at: now() });
  }
  const idsOf = (kind: string, found: readonly { readonly id: string }[]) =>
    found.map(({ id }) => `${kind}:${id}`);

  return {
    posts: (call: string, found: readonly { readonly id: PostId }[], ours: boolean) =>
      read(call, ours && ownsApp ? prices.owned : prices.post, idsOf('post', found)),
    people: (call: string, found: readonly { readonly id: XUserId }[], ours: boolean) =>
      read(call, ours && ownsApp ? prices.owned : prices.user, idsOf('user', found)),
    removed: (id: PostId) => read('DELETE /2/tweets/:id', prices.delete, [`deleted:${id}`]),
  };
}
