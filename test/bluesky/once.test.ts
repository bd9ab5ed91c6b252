import { expect, it } from 'vitest';
import { createNetwork } from '../../src/bluesky/client.js';
import { isRemoteFault, Rejected } from '../../src/errors.js';
import { cuttingProxy, type Trouble } from './cutting-proxy.js';
import { useServer } from './server.js';
import { createLibrary } from './town.js';

const server = useServer();
const posts = 300;
const callers = 2;

it('300 posts by two callers each, over a way that cuts and delays, stand there once each', async () => {
  const library = await createLibrary(server());
  const troubles: readonly Trouble[] = ['none', 'cut before', 'cut after', 'delayed'];
  // The same run each time: every kind of trouble comes as often, in an order that repeats after a prime number of calls.
  let calls = 0;
  const proxy = await cuttingProxy(server().service, () => {
    calls += 1;
    return troubles[((calls * 7) % 11) % troubles.length] ?? 'none';
  });
  const networks = Array.from({ length: callers }, () =>
    createNetwork({ ...library.options, service: proxy.url }),
  );

  /** Calls again under the same key until the network says what became of it, as the desk does. */
  async function saysUntilKnown(network: (typeof networks)[number], n: number, at: number) {
    for (;;) {
      try {
        return await network.publish(`Post number ${n}.`, undefined, () => true, `hello-${n}.1.${at}`);
      } catch (fault) {
        if (!isRemoteFault(fault) || fault instanceof Rejected) throw fault;
      }
    }
  }

  const began = Date.now();
  const found: string[][] = [];
  for (let n = 0; n < posts; n += 10) {
    const some = Array.from({ length: 10 }, (_, at) => n + at);
    const all = some.map((one) =>
      Promise.all(networks.map((network) => saysUntilKnown(network, one, began + one))),
    );
    found.push(...(await Promise.all(all)).map((both) => both.map(({ id }) => id)));
  }
  await proxy.arrived();

  expect(found.every(([first, second]) => first === second)).toBe(true);
  const { found: own } = await library.network.ownPosts(0);
  expect(own.map(({ text }) => text).toSorted()).toEqual(
    Array.from({ length: posts }, (_, n) => `Post number ${n}.`).toSorted(),
  );
  for (const trouble of troubles) expect(proxy.met[trouble]).toBeGreaterThan(posts / 10);
}, 120_000);
