import { beforeEach, expect, it } from 'vitest';
import { cardId } from '../../../src/core/ids.js';
import { surroundingsOf } from '../../../src/flows/answer/surroundings.js';
import { aCard, aDesk, aFollow, tuesday } from '../../build.js';
import { aCardIn } from '../../core/card/card-in.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';

let ports: FakePorts;
beforeEach(() => {
  ports = fakePorts({ desk: aDesk({ budget: { monthlyUsd: 50 } }) });
});

const card = aCard();
const spend = (usd: number) =>
  ports.ledger.charge({ call: 'POST /2/tweets', priceMicroUsd: usd * 1_000_000, count: 1, at: tuesday });

it("whoever writes is told of the person's other cards, and of nobody else's", async () => {
  const sent = aCardIn('sent', { id: cardId('mention-4001-2001') });
  for (const one of [card, sent, aCard({ acts: [aFollow()] })]) {
    await ports.cards.change(one.id, () => ({ next: one, result: undefined }));
  }
  expect(await surroundingsOf(ports, card)).toEqual({ others: [sent] });
});

it('what is left of the budget counts once it is less than a tenth', async () => {
  await spend(45);
  expect(await surroundingsOf(ports, card)).not.toHaveProperty('scarce');
  await spend(1);
  expect(await surroundingsOf(ports, card)).toMatchObject({
    scarce: { of: 'desk', monthlyUsd: 50, leftMicroUsd: 4_000_000 },
  });
  expect(await surroundingsOf({ ...ports, desk: aDesk() }, card)).not.toHaveProperty('scarce');
});

it('while the store is away nothing is known, and the editor opens all the same', async () => {
  const away = { ...ports.cards, ofPatron: () => Promise.reject(new Error('Connection is closed.')) };
  expect(await surroundingsOf({ ...ports, cards: away }, card)).toEqual({ others: [] });
});

it('a mistake of ours is not taken for a store that is away', async () => {
  const wrong = { ...ports.cards, ofPatron: () => Promise.reject(new TypeError('no such field')) };
  await expect(surroundingsOf({ ...ports, cards: wrong }, card)).rejects.toThrow('no such field');
});
