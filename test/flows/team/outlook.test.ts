import { beforeEach, describe, expect, it } from 'vitest';
import type { Colleague } from '../../../src/core/desk/desk-now.js';
import { timings } from '../../../src/core/due/timings.js';
import { deskId, panelId, type SlackUserId } from '../../../src/core/ids.js';
import { Rejected } from '../../../src/errors.js';
import { watchOutlook } from '../../../src/flows/team/outlook.js';
import { tellFindings } from '../../../src/flows/tell/tell-findings.js';
import { aDesk, ana, aRota, ben, carla, minutes, tuesday } from '../../build.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';

let ports: FakePorts;
beforeEach(() => {
  ports = fakePorts();
  for (const id of [ana, ben, carla]) isIn(id);
});

const isIn = (id: SlackUserId, given: Partial<Colleague> & { outside?: true } = {}) =>
  ports.board.people.set(id, { id, name: id, guest: false, deactivated: false, ...given });
/** What notices say, in the order in which they were made. */
const notices = async () => {
  const ids = ports.due.all().filter(({ job }) => job === 'panel');
  const panels = await Promise.all(ids.map(({ id }) => ports.panels.get(panelId(id))));
  return panels.map((panel) => panel?.text);
};
const noShift = (...days: ('fri' | 'sat')[]) =>
  aRota({
    shifts: aRota().shifts.map((shift) => ({
      ...shift,
      days: shift.days.filter((one) => !days.some((day) => day === one)),
    })),
  });

it('a desk with nothing wrong says nothing, and looks again a day later', async () => {
  await watchOutlook(ports);
  expect(await notices()).toEqual([]);
  expect(ports.due.all()).toEqual([{ job: 'poll', id: 'outlook', at: tuesday + timings.pollOutlookMs }]);
});

it("what is wrong with a rota that is another desk's is told there; people who are not in the channel are told here", async () => {
  isIn(ben, { outside: true });
  await watchOutlook({ ...ports, desk: aDesk({ rota: noShift('sat'), like: deskId('central') }) });
  expect(await notices()).toEqual([expect.stringContaining('Ben is not in #x-desk.')]);
  expect((await notices()).join()).not.toContain('Nobody is on shift');
});

it('what is wrong with rota and people is one message', async () => {
  isIn(ana, { deactivated: true });
  isIn(ben, { outside: true });
  ports.board.people.delete(carla);
  await watchOutlook({ ...ports, desk: aDesk({ rota: noShift('sat'), responseTargets: {} }) });
  expect(await notices()).toEqual([
    [
      'Something about this desk wants a look:',
      "• Ana's account in Slack is deactivated.",
      '• Ben is not in #x-desk.',
      `• Slack doesn't know ${carla}, which desk.yaml has for Carla.`,
      '• Nobody is on shift on Sat 28 Nov 9–17, while the library answers.',
    ].join('\n'),
  ]);
});

it('somebody whom desk.yaml does not name has the name that Slack has', async () => {
  isIn(ben, { name: 'Ben Osei', outside: true });
  const staff = aRota().staff.map((one) =>
    one.slackId === ben ? { ...one, name: 'ben', unsaid: ['name'] as const } : one,
  );
  await watchOutlook({ ...ports, desk: aDesk({ rota: aRota({ staff }), responseTargets: {} }) });
  expect((await notices()).join()).toContain('• Ben Osei is not in #x-desk.');
});

describe('what was said', () => {
  const withGap = (...days: ('fri' | 'sat')[]) => ({
    ...ports,
    desk: aDesk({ rota: noShift(...days), responseTargets: {} }),
  });

  it('is not said again by another process, after a restart or a week later', async () => {
    await Promise.all([watchOutlook(withGap('sat')), watchOutlook(withGap('sat'))]);
    ports.clock.pass(7 * 24 * 60 * 60_000);
    await watchOutlook(withGap('sat'));
    expect(await notices()).toHaveLength(1);
  });

  it('does not keep back what is new', async () => {
    await watchOutlook(withGap('sat'));
    ports.clock.pass(minutes(1));
    await watchOutlook(withGap('fri', 'sat'));
    const said = (await notices()).map((text) => text?.split('\n').slice(1).join());
    expect(said.toSorted()).toEqual([
      '• Nobody is on shift on Fri 27 Nov 9–17, while the library answers.',
      '• Nobody is on shift on Sat 28 Nov 9–17, while the library answers.',
    ]);
  });

  it('by two polls at the same moment is said by neither again', async () => {
    const [first, second] = ['a', 'b'].map((key) => ({ key, said: key.toUpperCase() }));
    if (!first || !second) throw new Error('two findings');
    await Promise.all([tellFindings(ports, [first]), tellFindings(ports, [second])]);
    ports.clock.pass(minutes(1));
    await tellFindings(ports, [first, { key: 'c', said: 'C' }]);
    await tellFindings(ports, [second, { key: 'd', said: 'D' }]);
    const said = (await notices()).map((text) => text?.split('\n').slice(1).join());
    expect(said.toSorted()).toEqual(['• A', '• B', '• C', '• D']);
  });

  it('by an earlier version is not said again', async () => {
    await ports.snapshots.save('told', ['a'], tuesday - 1);
    await tellFindings(ports, [
      { key: 'a', said: 'A.' },
      { key: 'b', said: 'B.' },
    ]);
    expect(await notices()).toEqual([expect.stringMatching(/:\n• B\.$/)]);
  });

  it('is one message when a worker dies between saying it and noting that', async () => {
    const dies = {
      ...ports,
      settings: { ...ports.settings, change: () => Promise.reject(new Error('killed')) },
    };
    const finding = [{ key: 'a', said: 'A.' }];
    await expect(tellFindings(dies, finding)).rejects.toThrow('killed');
    await tellFindings(ports, finding);
    expect(await notices()).toHaveLength(1);
  });
});

it('of very many findings the first are named, and where to see the rest', async () => {
  const many = Array.from({ length: 11 }, (_, n) => ({ key: `k${n}`, said: `Finding ${n}.` }));
  await tellFindings(ports, [...many, { key: 'note', said: 'A holiday.', note: true }]);
  const [text = ''] = await notices();
  expect(text.split('\n')).toHaveLength(10);
  expect(text).toContain('• and 3 things more. `greeting-desk doctor` names all.');
});

it('a desk in an app that may not read the channel still looks at its rota', async () => {
  ports.board.next(new Rejected('other', 'missing_scope'));
  await watchOutlook({ ...ports, desk: aDesk({ rota: noShift('sat'), responseTargets: {} }) });
  expect(await notices()).toHaveLength(1);
});

it('nothing is said of a rota that was not read yet', async () => {
  await watchOutlook({
    ...ports,
    desk: aDesk({ feed: { from: '/rota.ics', mayBePrivate: false }, rota: aRota({ shifts: [] }) }),
  });
  expect(await notices()).toEqual([]);
  expect(ports.due.all()).toMatchObject([{ id: 'outlook', at: tuesday + timings.pollColleaguesMs }]);
});
