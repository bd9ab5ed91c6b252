import { beforeEach, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card/card.js';
import { purgedCard } from '../../../src/core/keeping/purged-card.js';
import { Rejected, Unreachable } from '../../../src/errors.js';
import { act } from '../../../src/flows/act.js';
import { reopen } from '../../../src/flows/keep/reopen.js';
import { watch } from '../../../src/flows/watch/watch.js';
import { aPatron, minutes, tuesday } from '../../build.js';
import { asAna, asStranger } from '../../core/card/card-in.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';
import { cardOf, mayasPostAt } from '../on-x.js';

const question = mayasPostAt(tuesday + minutes(1));
const id = cardOf(question);

/** Maya's question was closed, and nothing of it is kept. */
let ports: FakePorts;
beforeEach(async () => {
  ports = fakePorts();
  await watch(ports, 'mentions');
  ports.clock.pass(minutes(2));
  ports.network.arrives(question, aPatron());
  await watch(ports, 'mentions');
  await act(ports, id, { do: 'dismiss' }, asAna);
  await ports.cards.change(id, (card) => ({
    next: card && purgedCard(card, ports.clock.now()),
    result: undefined,
  }));
});

const now = async () => (await ports.cards.get(id)) as Card;

it('what is no longer kept is read again when somebody opens it again', async () => {
  expect(await now()).toMatchObject({ patron: { name: '' }, acts: [{ text: '' }] });
  expect(await reopen(ports, id, asAna)).toMatchObject({ changed: true });
  expect(await now()).toMatchObject({
    state: 'open',
    patron: { name: 'Maya Ortiz' },
    acts: [{ text: question.text, answered: false }],
  });
  expect(await now()).not.toHaveProperty('purgedAt');
});

it('what is gone from X stays closed, and the person is told', async () => {
  ports.network.disappears(question.id);
  expect(await reopen(ports, id, asAna)).toEqual({ refused: 'not-there-again' });
  expect(await now()).toMatchObject({ state: 'dismissed', patron: { name: '' } });
});

it.each([
  [new Unreachable('X', new Error('ECONNREFUSED')), { refused: 'not-read-again' }],
  [new Rejected('budget', 'spent'), { refused: 'budget', of: 'desk' }],
  [new Rejected('budget-together', 'spent'), { refused: 'budget', of: 'together' }],
] as const)('where X does not show it, the person is told why: %s', async (fault, refused) => {
  ports.network.posts = async () => {
    throw fault;
  };
  expect(await reopen(ports, id, asAna)).toEqual(refused);
  expect(await now()).toMatchObject({ state: 'dismissed' });
});

it('nobody who may not open it costs a read', async () => {
  ports.network.posts = async () => {
    throw new Error('read');
  };
  expect(await reopen(ports, id, asStranger)).toMatchObject({ refused: 'not-staff' });
});
