import { beforeEach, expect, it } from 'vitest';
import { bumpVersion, type Panel } from '../../../src/core/board/panel.js';
import { panelId } from '../../../src/core/ids.js';
import { Busy, Rejected } from '../../../src/errors.js';
import { showPanel } from '../../../src/flows/show/panel.js';
import { announce } from '../../../src/flows/tell/announce.js';
import { ana, minutes, tuesday } from '../../build.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';

const id = panelId('digest-2026-11-24');

let ports: FakePorts;
beforeEach(async () => {
  ports = fakePorts();
  const panel: Panel = { id, format: 1, kind: 'digest', version: 1, startedAt: tuesday, closed: false };
  await ports.panels.change(id, () => ({ next: panel, result: undefined }));
});

const touch = () =>
  ports.panels.change(id, (panel) => ({ next: panel && bumpVersion(panel), result: undefined }));
const due = () => ports.due.all().find(({ job }) => job === 'panel');

async function showAll(): Promise<void> {
  for (let entry = due(); entry; entry = due()) {
    ports.clock.pass(Math.max(0, entry.at - ports.clock.now()));
    await showPanel(ports, panelId(entry.id));
  }
}

it('a panel is posted once, however many work at it', async () => {
  await Promise.all(Array.from({ length: 8 }, () => showPanel(ports, id)));
  await showAll();
  expect(ports.board.channel).toMatchObject([{ of: id, key: 'panel', version: 1, updates: 0 }]);
});

it('a notice is posted once, and nothing is left to do', async () => {
  await showAll();
  await announce(ports, 'budget', 'The budget is used up.');
  await announce(ports, 'budget', 'The budget is used up.');
  await showAll();
  expect(ports.board.channel.map(({ of }) => of)).toEqual([id, 'notice-budget']);
});

it('many changes are brought together, once in a while', async () => {
  await showPanel(ports, id);
  for (let n = 0; n < 50; n++) await touch();
  await showPanel(ports, id);
  expect(ports.board.channel).toMatchObject([{ updates: 0 }]);
  expect(due()?.at).toBe(ports.clock.now() + ports.timings.panelEveryMs);
  await showAll();
  expect(ports.board.channel).toMatchObject([{ version: 51, updates: 1 }]);
});

it('one that changes while it is shown is shown again', async () => {
  ports.board.meanwhile = async () => {
    ports.board.meanwhile = async () => {};
    await touch();
  };
  await showAll();
  expect(ports.board.channel).toMatchObject([{ version: 2, updates: 1 }]);
});

it('a call of which nothing was heard is looked after, not made again', async () => {
  ports.board.next('lost after it took effect');
  await expect(showPanel(ports, id)).rejects.toThrow('did not say what became of the call');
  expect(due()?.at).toBe(ports.clock.now() + ports.timings.showRetryMs);
  await showAll();
  expect(ports.board.channel).toHaveLength(1);
});

it('an update that arrives after a newer one ends with the newest', async () => {
  await showAll();
  await touch();
  ports.board.meanwhile = async () => {
    ports.board.meanwhile = async () => {};
    ports.clock.pass(ports.timings.showLeaseMs);
    await touch();
    await showAll();
  };
  ports.clock.pass(ports.timings.panelEveryMs);
  await showPanel(ports, id);
  await showAll();
  expect(ports.board.channel).toMatchObject([{ version: 3 }]);
});

it('one that Slack refused is posted later', async () => {
  ports.board.next(new Rejected('other', 'channel_not_found'));
  await expect(showPanel(ports, id)).rejects.toThrow('channel_not_found');
  await showAll();
  expect(ports.board.channel).toHaveLength(1);
});

it('when Slack asks to wait it waits, and need not be looked for', async () => {
  const retryAt = ports.clock.now() + minutes(1);
  ports.board.next(new Busy(retryAt, 'Slack'));
  await showPanel(ports, id);
  expect((await ports.panels.get(id))?.message).toMatchObject({ slotAt: retryAt });
  expect((await ports.panels.get(id))?.message).not.toHaveProperty('begunAt');
  await showAll();
  expect(ports.board.channel).toHaveLength(1);
});

it('nothing leaves while the desk recovers', async () => {
  ports.world.recovers('channel');
  await showPanel(ports, id);
  expect(ports.board.channel).toEqual([]);
  ports.world.recovers(undefined);
  await showPanel(ports, id);
  expect(ports.board.channel).toHaveLength(1);
});

it('a private message that has to wait lets a message in the channel go first', async () => {
  await announce(ports, 'reminder', 'It waits.', ana);
  ports.board.next(new Busy(tuesday + minutes(18), 'Slack'));
  await showPanel(ports, panelId(`notice-reminder-${ana}`));
  await showPanel(ports, id);
  expect(due()).toMatchObject({ id: `notice-reminder-${ana}`, at: tuesday + minutes(18) });
  expect(ports.board.channel).toMatchObject([{ of: id }]);
  await showAll();
  expect(ports.board.channel).toMatchObject([{ of: id }, { to: ana }]);
});
