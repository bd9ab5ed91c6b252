import { beforeEach, expect, it } from 'vitest';
import { answerBy } from '../../../src/core/due/deadlines.js';
import { homeChangesAt } from '../../../src/core/due/text-changes.js';
import { cardId, deskId, type SlackUserId } from '../../../src/core/ids.js';
import { Busy, KeysRefused, Rejected } from '../../../src/errors.js';
import { showHomes } from '../../../src/flows/show/homes.js';
import type { Ports } from '../../../src/ports.js';
import { homeViewOf } from '../../../src/slack/screens/home-view.js';
import { aCard, aDesk, aMention, ana, ben, carla, minutes, stranger, tuesday } from '../../build.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';
import { aStoredCard } from '../on-x.js';

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

it('one lists the five that are due first, and counts all that wait', async () => {
  for (let n = 1; n <= 7; n++) {
    const card = aCard({ id: cardId(`mention-${n}-1`), acts: [aMention({ at: tuesday - minutes(n) })] });
    await ports.cards.change(card.id, () => ({ next: card, result: undefined }));
  }
  await opens(ana);
  await shows();
  const content = ports.board.homes.get(ana) ?? expect.fail();
  const [home] = 'desks' in content ? content.desks : [];
  expect(home?.waiting.map(({ id }) => id)).toEqual([7, 6, 5, 4, 3].map((n) => `mention-${n}-1`));
  const blocks = JSON.stringify(homeViewOf(content));
  expect(blocks).toContain('Answer next (7)');
  expect(blocks).toContain('and 2 more');
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
  expect(homeChangesAt(aDesk(), undefined, at(8))).toBe(at(9));
  expect(homeChangesAt(aDesk(), undefined, at(17))).toBe(at(24));
  expect(homeChangesAt(aDesk(), undefined, at(13) - 1)).toBe(at(13));
});

it('they turn when a post on them is late', async () => {
  const desk = aDesk({ responseTargets: { question: minutes(60) } });
  expect(homeChangesAt(desk, answerBy(desk, aCard()), at(10, 50))).toBe(at(11, 42));
  expect(homeChangesAt(desk, answerBy(desk, aCard()), at(11, 42))).toBe(at(13));
});

it('a colleague who may check has what is to check, the writer and a trainee do not', async () => {
  await aStoredCard(ports, 'in-review', {
    holder: { id: ana, since: tuesday },
    review: { askedAt: tuesday },
  });
  for (const user of [ana, ben, carla]) await opens(user);
  await shows();
  const toCheck = (user: SlackUserId) => {
    const home = ports.board.homes.get(user);
    return home && 'desks' in home ? home.desks[0]?.toCheck?.length : undefined;
  };
  expect([ana, ben, carla].map(toCheck)).toEqual([0, 0, 1]);
});

it('somebody who does not answer is told whom to ask', async () => {
  await opens(stranger);
  await shows();
  expect(ports.board.homes.get(stranger)).toMatchObject({ refusal: { refused: 'not-staff' } });
});

it('whoever did not come for days has a Home that says nothing of patrons, and is left alone', async () => {
  await opens(ana);
  ports.clock.pass(4 * 24 * 60 * minutes(1));
  await shows();
  expect(published).toEqual([ana]);
  expect(ports.board.homes.get(ana)).toMatchObject({ resting: true });
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
  expect((await ports.homes.visitors()).people.map(({ user }) => user)).toEqual([carla]);
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
