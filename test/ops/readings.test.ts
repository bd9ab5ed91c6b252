import { expect, it } from 'vitest';
import { networks } from '../../src/core/network/networks.js';
import { readDesk, readTogether } from '../../src/ops/readings.js';
import { aCard, aDesk, aMention, ana, aPrivateSide, minutes, tuesday } from '../build.js';
import { type FakePorts, fakePorts } from '../fakes/ports.js';

const hours = (count: number) => minutes(60 * count);
const begunAt = tuesday - minutes(3);
const read = (ports: FakePorts) => readDesk(ports, ['mentions', 'shifts'], begunAt, tuesday);

it('the oldest question is as old as the opening hours that it has waited for', async () => {
  const ports = fakePorts();
  // Asked on Monday evening: on Tuesday it is 1 hour and 42 minutes old.
  const monday = aMention({ at: tuesday - hours(14) });
  await ports.cards.change(aCard().id, () => ({ next: aCard({ acts: [monday] }), result: undefined }));
  expect(await read(ports)).toMatchObject({
    desk: 'central',
    cards: { open: 1, sent: 0 },
    oldestQuestionOpenMs: minutes(102),
    targetOpenMs: hours(4),
  });
});

it('without a question its age is 0', async () => {
  expect(await read(fakePorts())).toMatchObject({ oldestQuestionOpenMs: 0, isPaused: false, refusals: [] });
});

it('a poll is as old as its last good end, and one that had none as this process', async () => {
  const ports = fakePorts();
  await ports.due.polled('mentions', tuesday - 5_000);
  expect((await read(ports))?.polls).toEqual([
    { poll: 'mentions', isSeen: true, ageMs: 5_000, intervalMs: minutes(1) },
    { poll: 'shifts', isSeen: false, ageMs: minutes(3), intervalMs: minutes(10) },
  ]);
});

it('what failed for long is named, and a pause', async () => {
  const ports = fakePorts();
  const failing = { since: tuesday - hours(1), reason: 'unreachable' } as const;
  await ports.settings.change((now) => ({
    next: {
      ...now,
      pause: { by: ana, at: tuesday, reason: 'storm' },
      failing: {
        mentions: { ...failing, incidentAt: tuesday - minutes(50) },
        followers: { ...failing, incidentAt: tuesday + minutes(1) },
      },
    },
    result: undefined,
  }));
  expect(await read(ports)).toMatchObject({ isPaused: true, refusals: ['mentions'] });
});

it('of a network that bills nothing no cost is told', async () => {
  const reading = await read(fakePorts({ desk: aDesk({ network: networks.bluesky }) }));
  expect(reading).not.toHaveProperty('costMicroUsd');
  expect(reading).toHaveProperty('isPaused');
});

it('what X bills is told by the desk, not again by its private side', async () => {
  const desk = aDesk({ budget: { monthlyUsd: 20 } });
  const ports = fakePorts({ desk });
  await ports.ledger.charge({ call: 'POST /2/tweets', priceMicroUsd: 25_000, count: 2, at: tuesday });
  expect(await read(ports)).toMatchObject({ costMicroUsd: 50_000, budgetUsd: 20 });
  const side = await read(fakePorts({ desk: aPrivateSide(), inPublic: ports }));
  expect(side).not.toHaveProperty('costMicroUsd');
  expect(side).not.toHaveProperty('isPaused');
});

it('desks that share a budget are told with what they all cost', async () => {
  const alone = fakePorts();
  const shared = { desks: [aDesk().id], monthlyUsd: 30 };
  const sharing = fakePorts({ desk: aDesk({ budgetTogether: shared }) });
  await sharing.ledger.charge({ call: 'POST /2/tweets', priceMicroUsd: 25_000, count: 2, at: tuesday });
  expect(await readTogether([alone, sharing])).toEqual({ budgetUsd: 30, costMicroUsd: 50_000 });
  expect(await readTogether([alone])).toBeUndefined();
});

it('of a store that is away nothing is told, and a mistake of ours is not taken for that', async () => {
  const failing = (fault: Error) => {
    const ports = fakePorts();
    return { ...ports, cards: { ...ports.cards, counts: () => Promise.reject(fault) } };
  };
  expect(await read(failing(new Error('Connection is closed.')))).toBeUndefined();
  await expect(read(failing(new TypeError('no such field')))).rejects.toThrow('no such field');
});
