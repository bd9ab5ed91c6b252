import { expect, it } from 'vitest';
import { followCardId } from '../../src/core/card/select.js';
import { watch } from '../../src/flows/watch/watch.js';
import { watchingDesk } from './desk-ports.js';
import { useServer } from './server.js';
import { createLibrary, createPerson, eventually, type Person } from './town.js';

const server = useServer();

/** A desk that has read its list of followers once, with Ann on it. */
async function watching() {
  const library = await createLibrary(server());
  const ann = await createPerson(server(), 'ann');
  await ann.follow(library.did);
  const listed = async () => {
    for await (const page of library.network.followers()) return page.length > 0;
    return false;
  };
  await eventually(listed, 'the list of followers');
  const ports = await watchingDesk(library.network);
  const cardOf = ({ id }: Person) => ports.cards.get(followCardId(id));
  const looksUntil = (hasCome: () => Promise<unknown>, what: string) =>
    eventually(async () => {
      await watch(ports, 'mentions');
      return hasCome();
    }, what);
  return { library, ann, ports, cardOf, looksUntil };
}

it('who follows is a card by the read that brings mentions, beside what they wrote', async () => {
  const { library, ann, cardOf, looksUntil, ports } = await watching();
  const sam = await createPerson(server(), 'sam');
  await sam.write('app.bsky.actor.profile', { displayName: 'Sam', description: 'Allotments.' }, 'self');
  await eventually(async () => (await library.network.person(sam.handle))?.bio, 'the profile');
  await sam.follow(library.did);
  await sam.post(`@${library.handle} Hello!`, {}, [library]);
  await looksUntil(async () => (await ports.cards.ofPatron(sam.id)).length === 2, 'both cards');
  expect(await cardOf(sam)).toMatchObject({
    state: 'open',
    patron: { id: sam.id, handle: sam.handle, name: 'Sam', bio: 'Allotments.' },
  });
  expect(await cardOf(ann)).toBeUndefined();
}, 60_000);

it('a follow, its end and another follow are one card', async () => {
  const { library, cardOf, looksUntil } = await watching();
  const sam = await createPerson(server(), 'sam');
  const first = await sam.follow(library.did);
  await looksUntil(() => cardOf(sam), 'the card');
  const before = await cardOf(sam);
  await sam.delete(first);
  const follows = async () => (await library.network.person(sam.handle))?.followsUs === true;
  await eventually(async () => !(await follows()), 'the end of the follow');
  const told = async () =>
    (await library.network.mentions(Date.now() - 60_000)).follows?.found.map(({ patron }) => patron.id);
  expect(await told()).not.toContain(sam.id);
  await sam.follow(library.did);
  await looksUntil(async () => (await told())?.includes(sam.id), 'the other follow');
  expect(await cardOf(sam)).toEqual(before);
}, 60_000);

it('whom we mute, who blocks us and who has gone is not heard, and not found in the list', async () => {
  const { library, cardOf, looksUntil, ports } = await watching();
  const [muted, blocks, leaves, stays] = [
    await createPerson(server(), 'muted'),
    await createPerson(server(), 'blocks'),
    await createPerson(server(), 'leaves'),
    await createPerson(server(), 'stays'),
  ];
  await library.rpc.post('app.bsky.graph.muteActor', { input: { actor: muted.did }, as: null });
  for (const person of [muted, blocks, leaves, stays]) await person.follow(library.did);
  await blocks.block(library.did);
  await leaves.deactivate();
  await eventually(
    async () => (await library.network.peopleAgain([blocks.id, leaves.id])).length === 2,
    'who is gone',
  );
  await looksUntil(() => cardOf(stays), 'the card of who stays');
  await watch(ports, 'followers');
  const cards = await Promise.all([muted, blocks, leaves].map(cardOf));
  expect(cards).toEqual([undefined, undefined, undefined]);
}, 60_000);
