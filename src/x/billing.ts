import type { AccountId, PostId } from '../core/ids.js';
import type { Charge } from '../core/money/bill.js';
import type { BudgetOf } from '../core/money/budget-use.js';
import { networks } from '../core/network/networks.js';
import { isStorageFault, Rejected, undefinedIf } from '../errors.js';
import type { Network } from '../ports/network.js';

/**
 * X within the month's budgets. When the desk's own or that of all desks together is used up, every call throws Rejected with
 * reason `budget` or `budget-together`, but for reading our own timeline and private messages, which tell what became of
 * answers, for looking whether something was removed, and for deleting. A call is billed when it was answered, so the calls that
 * were under way at that moment, of any desk, still end: by what they cost a month may go beyond its budget.
 */
export function withinBudget(network: Network, usedUp: () => Promise<BudgetOf | undefined>): Network {
  async function refuseIfUsedUp(): Promise<void> {
    // Nobody is stopped because Redis is away and the bill can't be read.
    const of = await usedUp().catch(undefinedIf(isStorageFault));
    if (of === 'desk') throw new Rejected('budget', "This month's X budget is used up.");
    if (of === 'together')
      throw new Rejected('budget-together', "This month's X budget of all desks together is used up.");
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
    async stillFollowing(people, followTimes, readSinceMs) {
      await refuseIfUsedUp();
      return network.stillFollowing(people, followTimes, readSinceMs);
    },
    async person(handle) {
      await refuseIfUsedUp();
      return network.person(handle);
    },
    async publish(text, replyTo, mayStillSend, key) {
      await refuseIfUsedUp();
      return network.publish(text, replyTo, mayStillSend, key);
    },
    async sendPrivate(to, text, mayStillSend, key) {
      await refuseIfUsedUp();
      return network.sendPrivate(to, text, mayStillSend, key);
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
    messages: (found: readonly { readonly id: PostId }[]) =>
      read('GET /2/dm_events', prices.privateMessage, idsOf('message', found)),
    removed: (id: PostId) => read('DELETE /2/tweets/:id', prices.delete, [`deleted:${id}`]),
  };
}
