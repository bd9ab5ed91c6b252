import { expect, it } from 'vitest';
import { timingsOn } from '../../src/core/due/network-timings.js';
import { timings } from '../../src/core/due/timings.js';
import { dayMs } from '../../src/core/durations.js';
import { watch } from '../../src/flows/watch/watch.js';
import { fakeClock } from '../fakes/clock.js';
import { fakePorts } from '../fakes/ports.js';
import { useServer } from './server.js';
import { createLibrary, createPerson, eventually } from './town.js';

const server = useServer();

it('a post that claims to be of last week is a card, though a look in between does not see it', async () => {
  const library = await createLibrary(server());
  const maya = await createPerson(server(), 'maya');
  const clock = fakeClock(Date.now() - 8 * dayMs);
  const ports = {
    ...fakePorts({ clock, timings: timingsOn('bluesky', timings, 1) }),
    network: library.network,
  };
  await watch(ports, 'mentions');
  clock.pass(Date.now() - clock.now());
  const words = (say: string) => `@${library.handle} ${say}`;
  const cards = async () => {
    const { first } = await ports.cards.waiting(10);
    return first.flatMap(({ acts }) => acts.flatMap((act) => (act.kind === 'mention' ? act.text : [])));
  };
  await maya.post(words('Is it now?'), {}, [library]);
  await eventually(async () => {
    await watch(ports, 'mentions');
    return (await cards()).length > 0;
  }, 'the first card');

  const createdAt = new Date(Date.now() - 7 * dayMs).toISOString();
  await maya.post(words('Was it then?'), { createdAt }, [library]);
  const listed = async () => (await library.network.mentions(clock.now() - 8 * dayMs)).found.length === 2;
  await eventually(listed, 'the late post');
  // The same quarter of an hour: an overlap alone.
  await watch(ports, 'mentions');
  expect(await cards()).toEqual([words('Is it now?')]);
  clock.pass(ports.timings.deepLookEveryMs);
  await watch(ports, 'mentions');
  await watch(ports, 'mentions');
  expect((await cards()).toSorted()).toEqual([words('Is it now?'), words('Was it then?')]);
}, 60_000);
