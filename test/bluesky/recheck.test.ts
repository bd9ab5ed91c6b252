import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { recheck } from '../../src/flows/watch/recheck.js';
import { watch } from '../../src/flows/watch/watch.js';
import { fakeClock } from '../fakes/clock.js';
import { fakePorts } from '../fakes/ports.js';
import { useServer } from './server.js';
import { createLibrary, createPerson, eventually, type Person } from './town.js';

const server = useServer();

it('a recheck takes away what was deleted, who is gone and who blocks us, and calls the others as they are called now', async () => {
  const library = await createLibrary(server());
  const [stays, deletes, leaves, blocks] = await Promise.all(
    ['stays', 'deletes', 'leaves', 'blocks'].map((name) => createPerson(server(), name)),
  );
  if (!stays || !deletes || !leaves || !blocks) throw new Error('Somebody is missing.');
  const ports = { ...fakePorts({ clock: fakeClock(Date.now() - 60_000) }), network: library.network };
  await watch(ports, 'mentions');
  ports.clock.pass(60_000);
  const asks = (by: Person) => by.post(`@${library.handle} Are you open?`, {}, [library]);
  const [, deleted] = [await asks(stays), await asks(deletes), await asks(leaves), await asks(blocks)];
  const cardsOf = async ({ id }: Person) => {
    const ids = await ports.cards.ofPatron(id);
    return Promise.all(ids.map((card) => ports.cards.get(card)));
  };
  const all = [stays, deletes, leaves, blocks];
  await eventually(async () => {
    await watch(ports, 'mentions');
    return (await Promise.all(all.map(cardsOf))).every((cards) => cards.length === 1);
  }, 'a card for each');

  const handle = `stays-${randomUUID().slice(0, 6)}.test`;
  await stays.rename(handle);
  await deletes.delete(deleted);
  await leaves.deactivate();
  await blocks.block(library.did);
  const isGone = async (person: Person) =>
    (await cardsOf(person)).every((card) => card?.acts.every((act) => act.gone));
  await eventually(async () => {
    await recheck(ports);
    const gone = await Promise.all([deletes, leaves, blocks].map(isGone));
    const [card] = await cardsOf(stays);
    return gone.every(Boolean) && card?.patron.handle === handle;
  }, 'what each of them did');
  expect(await isGone(stays)).toBe(false);
}, 60_000);
