import { beforeEach, expect, it } from 'vitest';
import type { Colleague } from '../../../src/core/desk/desk-now.js';
import { timings } from '../../../src/core/due/timings.js';
import { type SlackUserId, slackUserId } from '../../../src/core/ids.js';
import { Busy, Rejected } from '../../../src/errors.js';
import { personChanged, watchColleagues } from '../../../src/flows/team/colleagues.js';
import { aDesk, ana, ben, tuesday } from '../../build.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';

let ports: FakePorts;
beforeEach(() => {
  ports = fakePorts({ desk: aDesk({ membership: 'channel' }) });
});

const person = (id: SlackUserId, given: Partial<Colleague> = {}): Colleague => ({
  id,
  name: `Name ${id}`,
  guest: false,
  deactivated: false,
  ...given,
});
const isIn = (one: Colleague) => ports.board.people.set(one.id, one);
const kept = async () => (await ports.snapshots.get('colleagues'))?.value ?? [];
const dueAt = () => ports.due.all().find(({ id }) => id === 'colleagues')?.at;
const many = (count: number) =>
  Array.from({ length: count }, (_, n) => slackUserId(`U0MEMBER${String(n).padStart(3, '0')}`));

it('who is in the channel is kept, with its name, and read again after a while', async () => {
  isIn(person(ana));
  await watchColleagues(ports);
  expect(await kept()).toEqual([{ ...person(ana), readAt: tuesday }]);
  expect((await ports.snapshots.get('channel'))?.value).toEqual({ name: 'x-desk' });
  expect(dueAt()).toBe(tuesday + timings.pollColleaguesMs);
});

it('whoever left keeps a name, and is back at once when they come back', async () => {
  isIn(person(ana));
  await watchColleagues(ports);
  ports.board.people.clear();
  ports.clock.pass(1_000);
  await watchColleagues(ports);
  expect(await kept()).toEqual([{ ...person(ana), readAt: tuesday, left: true }]);
  isIn(person(ana));
  ports.clock.pass(1_000);
  await watchColleagues(ports);
  expect(await kept()).toEqual([{ ...person(ana), readAt: tuesday + 2_000 }]);
});

it('in a channel of many the rest is read a minute later, those first whom nobody asked about', async () => {
  for (const id of many(120)) isIn(person(id));
  await watchColleagues(ports);
  expect(await kept()).toHaveLength(50);
  expect(dueAt()).toBe(tuesday + timings.nextColleaguesMs);
  for (let round = 0; round < 2; round++) {
    ports.clock.pass(timings.nextColleaguesMs);
    await watchColleagues(ports);
  }
  expect((await kept()).map(({ id }) => id)).toEqual(many(120));
  expect(dueAt()).toBe(ports.clock.now() + timings.pollColleaguesMs);
});

it('what was read before Slack asked to wait is kept', async () => {
  for (const id of many(3)) isIn(person(id));
  const { colleague } = ports.board;
  let calls = 0;
  const board = {
    ...ports.board,
    colleague: (id: SlackUserId) => {
      calls += 1;
      if (calls === 3) throw new Busy(tuesday + 30_000, 'Slack');
      return colleague(id);
    },
  };
  await expect(watchColleagues({ ...ports, board })).rejects.toBeInstanceOf(Busy);
  expect((await kept()).map(({ id }) => id)).toEqual(many(2));
});

it('an app that may not read the channel fails where its members answer, and only there', async () => {
  const noScope = new Rejected('other', 'Slack answered missing_scope');
  ports.board.next(noScope);
  await expect(watchColleagues(ports)).rejects.toBe(noScope);
  ports.board.next(noScope);
  await watchColleagues({ ...ports, desk: aDesk() });
  expect(dueAt()).toBe(tuesday + timings.pollColleaguesMs);
});

it('an id that Slack does not know is nobody who answers', async () => {
  isIn(person(ana));
  const board = { ...ports.board, colleague: async () => undefined };
  await watchColleagues({ ...ports, board });
  expect(await kept()).toMatchObject([{ id: ana, guest: true, deactivated: true }]);
});

it('only news of somebody in the channel has it read again', async () => {
  isIn(person(ana));
  await watchColleagues(ports);
  const later = dueAt();
  await personChanged(ports, person(ben, { guest: true }));
  await personChanged(ports, person(ana));
  expect(dueAt()).toBe(later);
  await personChanged(ports, person(ana, { guest: true }));
  expect(dueAt()).toBe(tuesday);
});
