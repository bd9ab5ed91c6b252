import { beforeEach, describe, expect, it } from 'vitest';
import { timings } from '../../../src/core/due/timings.js';
import { panelId } from '../../../src/core/ids.js';
import { onShift } from '../../../src/core/rota/duty.js';
import { withDeskNow } from '../../../src/flows/desk-now.js';
import { watchRota } from '../../../src/flows/team/rota.js';
import { tellOutages } from '../../../src/flows/tell/outages.js';
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
/** Says what is due to be said, after a while. */
const tells = async (afterMs = 0) => {
  ports.clock.pass(afterMs);
  const due = ports.due.all().find(({ job }) => job === 'outages');
  if (due && due.at <= ports.clock.now()) await tellOutages(ports);
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
  const down =
    "I can't read the rota at calendar.example since 10:42: it answers 503. The last copy holds until it is back.";

  it('the last copy holds; that is said after ten minutes, and once when it is over', async () => {
    feed.says({ shifts: [bens], problems: [] });
    await reads();
    feed.says(undefined);
    await reads(timings.pollRotaMs);
    await tells(minutes(9));
    expect(await notices()).toEqual([]);
    await tells(minutes(1));
    expect(await onNow()).toEqual(['Ben']);
    expect(await notices()).toEqual([down, down]);
    feed.says({ shifts: [], problems: [] });
    await reads(minutes(1));
    await tells();
    const was =
      "I couldn't read the rota at calendar.example from 10:42 until 11:08: it answers 503. The last copy held.";
    expect((await notices()).toSorted()).toEqual([
      was,
      was,
      "The rota at calendar.example is read again. I couldn't from 10:42 until 11:08.",
    ]);
    expect(await onNow()).toEqual([]);
  });

  it('it is read again soon', async () => {
    feed.says(undefined);
    await reads();
    expect(ports.due.all()).toContainEqual({ job: 'poll', id: 'rota', at: tuesday + timings.rotaRetryMs });
  });

  it('from the beginning, that is said at once', async () => {
    feed.says(undefined);
    await reads();
    await tells();
    const never =
      "I can't read the rota at calendar.example: it answers 503. Until I can, nobody is on shift.";
    expect(await notices()).toEqual([never, never]);
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
