import { expect, it } from 'vitest';
import type { Colleague } from '../../src/core/desk/desk-now.js';
import { deskId, type SlackUserId } from '../../src/core/ids.js';
import { withDeskNow } from '../../src/flows/desk-now.js';
import { aDesk, ana, aRota, ben, carla, minutes, tuesday } from '../build.js';
import { fakePorts } from '../fakes/ports.js';

const ports = fakePorts();
const failing = (fault: Error) => ({
  ...ports,
  settings: { ...ports.settings, get: () => Promise.reject(fault) },
});

it('while the store is away the desk is the one that was configured', async () => {
  const away = failing(new Error('Connection is closed.'));
  expect(await withDeskNow(away)).toBe(away);
});

it('a mistake of ours is not taken for a store that is away', async () => {
  await expect(withDeskNow(failing(new TypeError('no such field')))).rejects.toThrow('no such field');
});

const seen = (id: SlackUserId, name: string): Colleague => ({ id, name, guest: false, deactivated: false });
const dated = [{ fromMs: tuesday, toMs: tuesday + minutes(60), who: [ana] }];

it('a desk that is like another has the calendar and the channel of that one, as far as people are here', async () => {
  const shared = { membership: 'channel', rota: aRota({ staff: [], shifts: [], covers: [] }) } as const;
  const central = fakePorts({ desk: aDesk({ ...shared, feed: { from: 'rota.ics', mayBePrivate: false } }) });
  const branch = fakePorts({ desk: aDesk({ ...shared, id: deskId('branch'), like: deskId('central') }) });
  const like = { ...branch, like: central };
  await central.snapshots.save('dated', dated, tuesday);
  await central.snapshots.save('colleagues', [seen(ana, 'Ana K'), seen(ben, 'Ben O')], tuesday);
  const staffOf = async () =>
    (await withDeskNow(like)).desk.rota.staff.map(({ slackId, gone = false }) => [slackId, gone]);
  expect(await staffOf()).toEqual([
    [ana, false],
    [ben, false],
  ]);
  await branch.snapshots.save('colleagues', [seen(ana, 'Ana K'), seen(carla, 'Carla R')], tuesday);
  expect(await staffOf()).toEqual([
    [ana, false],
    [ben, true],
  ]);
  const { desk } = await withDeskNow(like);
  expect(desk.rota.dated).toEqual(dated);
  expect(desk.outsiders?.map(({ slackId }) => slackId)).toContain(carla);
});

it('a copy of a calendar is of no use once the shifts stand in desk.yaml', async () => {
  const own = fakePorts();
  await own.snapshots.save('dated', dated, tuesday);
  expect((await withDeskNow(own)).desk.rota.dated).toEqual([]);
});
