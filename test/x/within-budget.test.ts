import { describe, expect, it } from 'vitest';
import type { BudgetOf } from '../../src/core/money/budget-use.js';
import type { Network } from '../../src/ports/network.js';
import { withinBudget } from '../../src/x/billing.js';
import { aPatron, tuesday } from '../build.js';
import { fakeClock } from '../fakes/clock.js';
import { fakeNetwork } from '../fakes/network.js';
import { mayasPostAt } from '../flows/on-x.js';

const post = mayasPostAt(tuesday);

function network(usedUp: () => Promise<BudgetOf | undefined>): Network {
  const fake = fakeNetwork(fakeClock());
  fake.arrives(post, aPatron());
  return withinBudget(fake, usedUp);
}

const calls: [string, (network: Network) => Promise<unknown>][] = [
  ['mentions', (x) => x.mentions(tuesday - 1)],
  ['followers', (x) => x.followers()[Symbol.asyncIterator]().next()],
  ["a person's posts", (x) => x.recentPosts(post.authorId, tuesday - 1)],
  ['posts by id', (x) => x.posts([post.id])],
  ['whether people still follow', (x) => x.stillFollowing([{ id: post.authorId, at: tuesday }], [], 0)],
  ['a person', (x) => x.person('maya_reads')],
  ['an answer', (x) => x.publish('Yes.', post.id, () => true, 'a-key')],
];

describe('when the budget is used up', () => {
  it.each(calls)('%s: X is not called', async (_, call) => {
    await expect(call(network(async () => 'desk'))).rejects.toMatchObject({
      name: 'Rejected',
      reason: 'budget',
    });
  });

  it('whoever is refused learns that it is the budget of all desks', async () => {
    const refused = network(async () => 'together').person('maya_reads');
    await expect(refused).rejects.toMatchObject({ name: 'Rejected', reason: 'budget-together' });
  });

  it('our own timeline is still read, and what we posted can still be removed', async () => {
    const usedUp = network(async () => 'desk');
    expect((await usedUp.ownPosts(tuesday)).found).toEqual([]);
    await usedUp.remove(post.id);
  });
});

it.each(calls)(
  'while there is some left, or the bill cannot be read, nobody is stopped: %s',
  async (_, call) => {
    await call(network(async () => undefined));
    await call(network(() => Promise.reject(new Error('Connection is closed.')))).catch((fault: Error) => {
      expect(fault.message).not.toContain('closed');
      expect(fault).not.toMatchObject({ reason: 'budget' });
    });
  },
);

it('a mistake of ours is not taken for a bill that cannot be read', async () => {
  const wrong = network(() => Promise.reject(new TypeError('no such field')));
  await expect(wrong.posts([post.id])).rejects.toThrow('no such field');
});
