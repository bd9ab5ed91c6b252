import { expect, it } from 'vitest';
import { actorFor } from '../../../src/core/desk/desk-now.js';
import { act } from '../../../src/flows/act.js';
import { keepLinesTrue } from '../../../src/flows/remind/true-lines.js';
import { show } from '../../../src/flows/show/show.js';
import { aDesk, ana, aRota, ben, carla, staff } from '../../build.js';
import { fakeClock } from '../../fakes/clock.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';
import { worksUntil } from '../due-work.js';
import { aStoredCard } from '../on-x.js';

const on = (hour: number, minute = 0) => Date.UTC(2026, 10, 24, hour, minute);
const rota = aRota({ staff: staff.map((member) => ({ ...member, trainee: false })) });
const aPlace = (): FakePorts => fakePorts({ desk: aDesk({ rota }), clock: fakeClock(on(10, 42)) });
const lines = ({ board }: FakePorts) =>
  board.channel.filter(({ key }) => key === 'line-5001').map(({ to, updates }) => ({ to, updates }));

it('a question that is still open calls whoever is on shift next, in the same line', async () => {
  const ports = aPlace();
  await aStoredCard(ports, 'open');
  await worksUntil(ports, on(12, 59));
  expect(lines(ports)).toEqual([{ to: ana, updates: 0 }]);
  await worksUntil(ports, on(13, 1));
  expect(lines(ports)).toEqual([{ to: ben, updates: 1 }]);
});

it('a question that somebody has calls them, once the shift of whoever it called is over', async () => {
  const ports = aPlace();
  const { id } = await aStoredCard(ports, 'open');
  await worksUntil(ports, on(12, 50));
  await act(ports, id, { do: 'claim' }, actorFor(ports.desk, carla));
  await worksUntil(ports, on(13, 1));
  expect(lines(ports)).toEqual([{ to: carla, updates: 1 }]);
});

it('a card that an earlier version showed is shown once more', async () => {
  const ports = aPlace();
  const { id } = await aStoredCard(ports, 'open');
  await worksUntil(ports, on(11));
  await ports.cards.change(id, (card) => {
    const { changesAt: _new, ...message } = card?.messages.card ?? expect.fail();
    return { next: card && { ...card, messages: { ...card.messages, card: message } }, result: undefined };
  });
  const updates = () => ports.board.channel[0]?.updates;
  expect(updates()).toBe(0);
  await keepLinesTrue(ports);
  for (let round = 0; round < 3; round++) await show(ports, id);
  expect(updates()).toBe(1);
  await keepLinesTrue(ports);
  await show(ports, id);
  expect(updates()).toBe(1);
});
