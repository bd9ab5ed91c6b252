import { beforeEach, describe, expect, it } from 'vitest';
import { timings } from '../../../src/core/due/timings.js';
import { panelId } from '../../../src/core/ids.js';
import { onShift } from '../../../src/core/rota/duty.js';
import { withDeskNow } from '../../../src/flows/desk-now.js';
import { watchRota } from '../../../src/flows/team/rota.js';
import { aDesk, aRota, minutes, tuesday } from '../../build.js';
import { type FakeFeed, fakeFeed } from '../../fakes/feed.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';

let feed: FakeFeed;
let ports: FakePorts;
beforeEach(() => {
  feed = fakeFeed();
  ports = fakePorts({
    feed,
    desk: aDesk({
      feed: { from: 'https://calendar.example/x', mayBePrivate: false },
      rota: aRota({ shifts: [] }),
    }),
  });
});

const bens = { fromMs: tuesday - minutes(60), toMs: tuesday + minutes(600), who: ['ben'] };
const reads = async (afterMs = 0) => {
  ports.clock.pass(afterMs);
  await watchRota(ports);
};
const onNow = async () =>
  onShift((await withDeskNow(ports)).desk.rota, ports.clock.now()).map(({ member }) => member.name);
const notices = async () => {
  const ids = ports.due.all().filter(({ job }) => job === 'panel');
  const panels = await Promise.all(ids.map(({ id }) => ports.panels.get(panelId(id))));
  return panels.toSorted((a, b) => (a?.startedAt ?? 0) - (b?.startedAt ?? 0)).map((panel) => panel?.text);
};

it('its shifts hold from then on, and it is read again after a while', async () => {
  feed.says({ shifts: [bens], problems: [] });
  expect(await onNow()).toEqual([]);
  await reads();
  expect(await onNow()).toEqual(['Ben']);
  expect(ports.due.all()).toEqual([{ job: 'poll', id: 'rota', at: tuesday + timings.pollRotaMs }]);
});

it('what it names and nobody knows is said once', async () => {
  const problem = { kind: 'nobody-of-that-name', name: 'Zoe', event: 'Zoe', atMs: tuesday } as const;
  feed.says({ shifts: [bens], problems: [problem] });
  await reads();
  await reads(timings.pollRotaMs);
  expect(await notices()).toEqual([
    "Something about this desk wants a look:\n• The rota's calendar names Zoe (Zoe, Tue 24 Nov 10:42), who is not on the staff.",
  ]);
});

describe('while it is down', () => {
  it('the last copy holds; that is said once when it lasts, and once when it is over', async () => {
    feed.says({ shifts: [bens], problems: [] });
    await reads();
    feed.says(undefined);
    await reads(timings.pollRotaMs);
    expect(await notices()).toEqual([]);
    for (let read = 0; read < 8; read++) await reads(timings.pollRotaMs);
    expect(await onNow()).toEqual(['Ben']);
    const down =
      "I can't read the rota at calendar.example since 10:42: it answers 503. The last copy holds until it is back.";
    expect(await notices()).toEqual([down]);
    feed.says({ shifts: [], problems: [] });
    await reads(timings.pollRotaMs);
    await reads(timings.pollRotaMs);
    expect(await notices()).toEqual([down, 'The rota at calendar.example is read again.']);
    expect(await onNow()).toEqual([]);
  });

  it('from the beginning, that is said at once', async () => {
    feed.says(undefined);
    await reads();
    await reads(timings.pollRotaMs);
    expect(await notices()).toEqual([
      "I can't read the rota at calendar.example: it answers 503. Until I can, nobody is on shift.",
    ]);
  });
});

it('a copy of before counts no more once desk.yaml has the shifts', async () => {
  feed.says({ shifts: [bens], problems: [] });
  await reads();
  ports = { ...ports, desk: aDesk() };
  expect(await onNow()).toEqual(['Ana']);
});

it('of a channel whose members nobody read yet no name is missed', async () => {
  ports = { ...ports, desk: { ...ports.desk, membership: 'channel' } };
  feed.says({ shifts: [], problems: [{ kind: 'nobody-of-that-name', name: 'Zoe', event: 'Zoe' }] });
  await reads();
  expect(await notices()).toEqual([]);
  expect(ports.due.all()).toEqual([{ job: 'poll', id: 'rota', at: tuesday + timings.readRetryMs }]);
});
