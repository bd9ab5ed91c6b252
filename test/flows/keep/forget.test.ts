import { beforeEach, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card/card.js';
import { cardKey } from '../../../src/core/card/message.js';
import { panelId, token } from '../../../src/core/ids.js';
import { Rejected } from '../../../src/errors.js';
import { forget } from '../../../src/flows/keep/forget.js';
import { purge } from '../../../src/flows/keep/purge.js';
import { show } from '../../../src/flows/show/show.js';
import { aCard, ana, tuesday } from '../../build.js';
import { aCardIn } from '../../core/card/card-in.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';

let ports: FakePorts;
let card: Card;
beforeEach(async () => {
  ports = fakePorts();
  card = aCardIn('open');
  await ports.cards.change(card.id, () => ({ next: card, result: undefined }));
  await show(ports, card.id);
});

const posted = () =>
  ports.board.channel.find(({ key, of }) => key === cardKey && (of === card.id || String(of) === 'erased'));
const noDelete = () => new Rejected('other', 'Slack (chat.delete) answered cant_delete_message');

it('the record of somebody goes once their message is out of Slack, and not before', async () => {
  await forget(ports, card.patron.id);
  await purge(ports, card.id);
  expect(await ports.cards.get(card.id)).toMatchObject({ erased: true });
  await show(ports, card.id);
  expect(posted()).toBeUndefined();
  await purge(ports, card.id);
  expect(await ports.cards.get(card.id)).toBeUndefined();
  expect(ports.due.all().filter(({ id }) => id.includes(card.patron.id))).toEqual([]);
});

it('a worker that dies on the way leaves it to the next one', async () => {
  const { change } = ports.cards;
  ports.cards.change = async () => {
    throw new Error('killed');
  };
  await ports.due.put({ job: 'forget', id: card.patron.id, at: tuesday });
  await expect(forget(ports, card.patron.id)).rejects.toThrow('killed');
  expect(ports.due.all()).toContainEqual({ job: 'forget', id: card.patron.id, at: tuesday });
  ports.cards.change = change;
  await forget(ports, card.patron.id);
  expect(await ports.cards.get(card.id)).toMatchObject({ erased: true });
});

it('a message that Slack does not let us delete says nothing any more, and its record names nobody', async () => {
  await forget(ports, card.patron.id);
  ports.board.next(noDelete());
  await show(ports, card.id);
  expect(posted()).toMatchObject({ updates: 1 });
  await purge(ports, card.id);
  expect(await ports.cards.get(card.id)).toBeUndefined();
});

it('where Slack lets us do neither, a lead is told', async () => {
  await forget(ports, card.patron.id);
  ports.board.next(noDelete());
  ports.board.next(new Rejected('other', 'Slack (chat.update) answered edit_window_closed'));
  await show(ports, card.id);
  expect(
    ports.due.all().filter(({ id, job }) => job === 'panel' && id.startsWith('notice-stuck-')),
  ).toHaveLength(1);
});

it('what a message had yet to tell of others is told anew, where its name names the person', async () => {
  const other = aCard({
    id: 'mention-77-88' as Card['id'],
    patron: { ...card.patron, id: '88' as never },
    holder: { id: ana, since: tuesday },
  });
  await ports.cards.change(other.id, () => ({ next: other, result: undefined }));
  const id = panelId(`told-passed-1-${card.id}-${ana}`);
  const telling = { what: 'passed', of: 1 } as never;
  const lists = [card, other].map((one) => ({ card: one.id, telling }));
  const message = { token: token('t'), slotAt: tuesday + 60_000, shown: 0, to: ana };
  const panel = {
    id,
    format: 1,
    kind: 'told',
    to: ana,
    version: 1,
    startedAt: tuesday,
    closed: false,
    message,
    lists,
  } as const;
  await ports.panels.change(id, () => ({ next: panel, result: undefined }));
  await forget(ports, card.patron.id);
  expect(await ports.panels.get(id)).toMatchObject({ erased: true, lists: [] });
  const told = await ports.panels.current({ kind: 'told', to: ana });
  expect(told?.lists).toEqual([{ card: other.id, telling }]);
});
