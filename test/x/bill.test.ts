import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { postId } from '../../src/core/ids.js';
import type { Charge } from '../../src/core/money/bill.js';
import { createXWorld, type XWorld } from './x-world.js';

let x: XWorld;
let charges: Charge[];
let network: ReturnType<XWorld['connect']>;
let start: number;

beforeEach(async () => {
  x = await createXWorld();
  start = x.clock.now() - 1000;
  charges = [];
  network = x.connect({ charge: async (one) => void charges.push(one) });
});
afterEach(() => x.close());

const read = async (pages: AsyncIterable<unknown>) => {
  for await (const _ of pages);
};

/** What was charged, each resource once, by call: as X's meter has it. */
function charged(): Record<string, { charged: number; usd: number }> {
  const paid = new Set<string>();
  const byCall: Record<string, { charged: number; usd: number }> = {};
  for (const { call, priceMicroUsd, resources = [] } of charges) {
    for (const resource of resources.filter((one) => !paid.has(one))) {
      paid.add(resource);
      const { charged, usd } = byCall[call] ?? { charged: 0, usd: 0 };
      byCall[call] = { charged: charged + 1, usd: (usd * 1e6 + priceMicroUsd) / 1e6 };
    }
  }
  return byCall;
}
const meter = () => x.act<{ byCall: unknown }>('meter', {}).byCall;

async function everyCall(): Promise<void> {
  const question = x.post('maya_reads', '@centrallibrary Large print?');
  const own = x.post('centrallibrary', 'We are open.');
  x.post('samokafor', 'Finally finished Middlemarch');
  const other = x.post('samokafor', 'Any good allotment books?');
  for (const by of ['maya_reads', 'samokafor']) x.act('follow', { by });
  await network.mentions(start);
  await read(network.followers());
  await network.ownPosts(start);
  await network.posts([other, question]);
  await network.recentPosts(x.sam, x.clock.now() - 60_000);
  x.person('lena_m');
  await network.person('lena_m');
  await network.remove(own);
}

describe('what X bills', () => {
  it('is charged to the cent for each call', async () => {
    await everyCall();
    expect(charged()).toEqual(meter());
    expect(Object.keys(charged())).toHaveLength(7);
  });

  it('is more for an account that does not own the app', async () => {
    const keys = { appKey: 'sandbox-app-key', appSecret: 'sandbox-app-secret' };
    const token = { accessToken: '17-branch', accessSecret: 'branch' };
    x.act('addAccount', { handle: 'branch', name: 'Branch', credentials: { ...keys, ...token } });
    network = x.connect({
      credentials: { ...keys, ...token },
      ownsApp: false,
      charge: async (one) => void charges.push(one),
    });
    x.post('maya_reads', '@branch Large print?');
    await network.mentions(start);
    expect(charged()).toEqual(meter());
    expect(charged()['GET /2/users/:id/mentions']).toEqual({ charged: 1, usd: 0.005 });
  });

  it('is nothing for what is empty, fails, or is not there', async () => {
    await network.me();
    charges = [];
    x.fail('GET /2/users/:id/followers', { when: 'before', how: 'status', status: 503 });
    await expect(read(network.followers())).rejects.toThrow();
    await network.mentions(start);
    await network.posts([postId('1')]);
    await network.person('nobody_here');
    await network.remove(postId('1'));
    expect(charges).toEqual([]);
  });

  it('is charged for a removal of which X did not say what became of it, once it is gone', async () => {
    const id = x.post('centrallibrary', 'Oops');
    x.fail('DELETE /2/tweets/:id', { when: 'after', how: 'reset' });
    await expect(network.remove(id)).rejects.toThrow();
    await network.remove(id);
    await network.remove(id);
    expect(charged()).toEqual(meter());
  });
});
