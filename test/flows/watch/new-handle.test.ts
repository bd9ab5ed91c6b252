import { expect, it } from 'vitest';
import { recheck } from '../../../src/flows/watch/recheck.js';
import { watch } from '../../../src/flows/watch/watch.js';
import { aPatron, minutes } from '../../build.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';
import { cardOf, mayasPostAt } from '../on-x.js';

const maya = aPatron();

/** A desk with a card of Maya's. */
async function asked() {
  const ports = fakePorts();
  await watch(ports, 'mentions');
  ports.clock.pass(minutes(1));
  const post = mayasPostAt(ports.clock.now());
  ports.network.arrives(post, maya);
  await watch(ports, 'mentions');
  const card = async () => {
    const found = await ports.cards.get(cardOf(post));
    if (!found) throw new Error('There is no card.');
    return found;
  };
  return { ports, post, card };
}

const isCalled = (ports: FakePorts, post: ReturnType<typeof mayasPostAt>, given: Partial<typeof maya>) =>
  ports.network.arrives(post, { ...maya, ...given });

it('whoever changed their handle is on their card by the new one, and its message follows', async () => {
  const { card, ports, post } = await asked();
  const before = await card();
  isCalled(ports, post, { handle: 'maya.example', name: 'Maya O.' });
  await recheck(ports);
  const after = await card();
  expect(after.patron).toMatchObject({ id: maya.id, handle: 'maya.example', name: 'Maya O.' });
  expect(after.version).toBeGreaterThan(before.version);
  expect(after.acts).toEqual(before.acts);
});

it('nobody who kept theirs has a new message', async () => {
  const { card, ports } = await asked();
  const before = await card();
  await recheck(ports);
  expect(await card()).toEqual(before);
});

it('somebody who came without a handle keeps the one that is known', async () => {
  const { card, ports, post } = await asked();
  isCalled(ports, post, { handle: '' });
  await recheck(ports);
  expect((await card()).patron.handle).toBe(maya.handle);
});
