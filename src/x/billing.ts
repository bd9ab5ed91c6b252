import type { AccountId, PostId } from '../core/ids.js';
import type { Charge } from '../core/money/bill.js';
import { networks } from '../core/network/networks.js';
import { isStorageFault, Rejected, undefinedIf } from '../errors.js';
import type { Network } from '../ports/network.js';

/**
 * X within the month's budget. When the budget is used up, every call throws Rejected with reason `budget`, but for
 * reading our own timeline, which tells what became of answers, for looking whether something was removed, and for
 * deleting.
 */
export function withinBudget(network: Network, isUsedUp: () => Promise<boolean>): Network {
  async function refuseIfUsedUp(): Promise<void> {
    // Nobody is stopped because Redis is away and the bill can't be read.
    if (await isUsedUp().catch(undefinedIf(isStorageFault)))
      throw new Rejected('budget', "This month's X budget is used up.");
  }
  return {
    ...network,
    async mentions(sinceMs) {
      await refuseIfUsedUp();
      return network.mentions(sinceMs);
    },
    async *followers() {
      await refuseIfUsedUp();
      yield* network.followers();
    },
    async recentPosts(of, sinceMs) {
      await refuseIfUsedUp();
      return network.recentPosts(of, sinceMs);
    },
    async posts(ids, deadlineMs) {
      await refuseIfUsedUp();
      return network.posts(ids, deadlineMs);
    },
    async person(handle) {
      await refuseIfUsedUp();
      return network.person(handle);
    },
    async publish(text, replyTo, mayStillSend, key) {
      await refuseIfUsedUp();
      return network.publish(text, replyTo, mayStillSend, key);
    },
  };
}

const { prices } = networks.x;

interface BillOptions {
  /** Called with what X bills for a call that it answered. */
  readonly charge: (charge: Charge) => Promise<void>;
  /** The account owns the developer app, so X asks less for its own posts, mentions and followers. */
  readonly ownsApp: boolean;
  /** Unix ms. */
  readonly now: () => number;
}

/** Charges what X bills for a response: each post and person in its `data`, but not those that expansions include. */
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
    people: (call: string, found: readonly { readonly id: AccountId }[], ours: boolean) =>
      read(call, ours && ownsApp ? prices.owned : prices.user, idsOf('user', found)),
    removed: (id: PostId) => read('DELETE /2/tweets/:id', prices.delete, [`deleted:${id}`]),
  };
}
