import { beforeEach, expect, it } from 'vitest';
import { homeChangesAt } from '../../../src/core/board/home.js';
import { deskId, type SlackUserId } from '../../../src/core/ids.js';
import { Busy, KeysRefused, Rejected } from '../../../src/errors.js';
import { showHomes } from '../../../src/flows/show/homes.js';
import type { Ports } from '../../../src/ports.js';
import { aCard, aDesk, ana, aRota, ben, carla, minutes, stranger, tuesday } from '../../build.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';

let ports: FakePorts;
let others: readonly Ports[];
let published: SlackUserId[];
beforeEach(() => {
  ports = fakePorts();
  others = [];
  published = [];
});

const at = (hour: number, minute = 0) => Date.UTC(2026, 10, 24, hour, minute);
const opens = (user: SlackUserId) => ports.homes.opened(user, ports.clock.now());
/** Runs the job, and notes for whom Slack was called. */
async function shows(one: Ports = ports) {
  const { board } = one;
  const home: typeof board.home = (content) => {
    const { shows, publish } = board.home(content);
    return {
      shows,
      publish: async (to) => {
        await publish(to);
        published.push(to);
      },
    };
  };
  const all = [ports, ...others];
  await showHomes({ ...one, board: { ...board, home } }, { now: async () => one, all: async () => all });
}
const dueAt = () => ports.due.all().find(({ job }) => job === 'home')?.at;
const waits = () => ports.cards.change(aCard().id, () => ({ next: aCard(), result: undefined }));

it('those who opened theirs see a change, and nobody is published to without one', async () => {
  await opens(ana);
  await shows();
  await shows();
  expect(published).toEqual([ana]);
  await waits();
  expect(dueAt()).toBe(0);
  await shows();
  expect(published).toEqual([ana, ana]);
  expect(ports.board.homes.get(ana)).toMatchObject({ desks: [{ waiting: [{ id: aCard().id }] }] });
});

it('whoever comes again gets theirs anew', async () => {
  await opens(ana);
  await shows();
  await opens(ana);
  await shows();
  expect(published).toEqual([ana, ana]);
});

it('they turn when a shift begins or ends, and at midnight', async () => {
  await opens(ana);
  await shows();
  expect(dueAt()).toBe(at(13));
  expect(homeChangesAt(aRota(), at(8))).toBe(at(9));
  expect(homeChangesAt(aRota(), at(17))).toBe(at(24));
  expect(homeChangesAt(aRota(), at(13) - 1)).toBe(at(13));
});

it('somebody who does not answer is told whom to ask', async () => {
  await opens(stranger);
  await shows();
  expect(ports.board.homes.get(stranger)).toMatchObject({ refusal: { refused: 'not-staff' } });
});

it('whoever did not come for days is left alone', async () => {
  await opens(ana);
  ports.clock.pass(4 * 24 * 60 * minutes(1));
  await shows();
  expect(published).toEqual([]);
  expect(dueAt()).toBeUndefined();
});

it('somebody who changes theirs all the time does not use up what Slack takes', async () => {
  await opens(ana);
  for (let n = 0; n < 40; n++) {
    await ports.settings.change((now) => ({
      next: { ...now, pause: { by: ben, at: n, reason: `${n}` } },
      result: undefined,
    }));
    await shows();
    ports.clock.pass(500);
  }
  expect(published).toHaveLength(10);
  expect(dueAt()).toBe(tuesday + minutes(0.5));
  ports.clock.pass(minutes(0.5));
  await shows();
  expect(published).toHaveLength(11);
});

it('all together are at most ninety a minute', async () => {
  for (let n = 0; n < 100; n++) await opens(`U0MANY${n}` as SlackUserId);
  ports.clock.pass(-tuesday % minutes(1));
  await shows();
  expect(published).toHaveLength(90);
  const minute = Math.floor(ports.clock.now() / minutes(1));
  expect(dueAt()).toBe((minute + 1) * minutes(1));
});

it('where Slack asks to wait the rest comes then; an account that is gone is forgotten', async () => {
  await opens(ana);
  await opens(carla);
  ports.board.next(new Busy(tuesday + 5_000, 'Slack'));
  await expect(shows()).rejects.toBeInstanceOf(Busy);
  await waits();
  await shows();
  expect(published).toEqual([]);
  expect(dueAt()).toBe(tuesday + 5_000);
  ports.clock.pass(5_000);
  ports.board.next(new Rejected('other', 'invalid_arguments'));
  await shows();
  expect(published).toEqual([carla]);
  expect((await ports.homes.recentVisitors(0)).people.map(({ user }) => user)).toEqual([carla]);
});

it('a token that Slack refuses for a while loses nobody: their Homes are brought up to date once it is taken', async () => {
  await opens(ana);
  ports.board.next(new KeysRefused('Slack', 'views.publish answered token_revoked'));
  await expect(shows()).rejects.toBeInstanceOf(KeysRefused);
  await shows();
  expect(published).toEqual([ana]);
});

it('somebody of two desks has one Home, which the first desk makes', async () => {
  const branch = fakePorts({ desk: aDesk({ id: deskId('branch') }), clock: ports.clock });
  others = [branch];
  await opens(ana);
  await branch.homes.opened(ana, ports.clock.now());
  await shows();
  expect(ports.board.homes.get(ana)).toMatchObject({
    desks: [{ desk: { id: 'central' } }, { desk: { id: 'branch' } }],
  });
  await branch.cards.change(aCard().id, () => ({ next: aCard(), result: undefined }));
  await shows(branch);
  expect(published).toEqual([ana]);
  expect(dueAt()).toBe(0);
  await shows();
  expect(published).toEqual([ana, ana]);
});

it('people of one desk each have their Homes made, and then nothing is left to do', async () => {
  const benIsOf = (id: string, isHere: boolean) => {
    const { rota, ...desk } = aDesk({ id: deskId(id) });
    const staff = rota.staff.filter(({ slackId }) => (slackId === ben) === isHere);
    return { ...desk, rota: { ...rota, staff } };
  };
  ports = fakePorts({ desk: benIsOf('central', false) });
  const branch = fakePorts({ desk: benIsOf('branch', true), clock: ports.clock });
  others = [branch];
  for (const user of [ana, ben]) {
    for (const { homes } of [ports, branch]) await homes.opened(user, ports.clock.now());
  }
  const isDue = (one: FakePorts) => one.due.all().some(({ job, at }) => job === 'home' && at === 0);
  let jobs = 0;
  for (; jobs < 20 && [ports, branch].some(isDue); jobs++) await shows(isDue(ports) ? ports : branch);
  expect(jobs).toBeLessThan(20);
  expect(published.toSorted()).toEqual([ana, ben].toSorted());
});
