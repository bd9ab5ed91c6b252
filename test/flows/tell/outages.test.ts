import { beforeEach, describe, expect, it } from 'vitest';
import { panelId } from '../../../src/core/ids.js';
import { Busy, OutcomeUnknown, Unreachable } from '../../../src/errors.js';
import { tellOutages } from '../../../src/flows/tell/outages.js';
import { recordLook, staleLook } from '../../../src/flows/watch/looks.js';
import { watch } from '../../../src/flows/watch/watch.js';
import { aDesk, ana, aRota, carla, minutes } from '../../build.js';
import { fakeClock } from '../../fakes/clock.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';

let ports: FakePorts;
beforeEach(() => {
  ports = fakePorts();
});

const reads = () => recordLook(ports, 'mentions', ports.timings.pollMentionsMs, async () => {});
const fails = async (fault: Error = new OutcomeUnknown('X', 'HTTP 503')) => {
  const read = recordLook(ports, 'mentions', ports.timings.pollMentionsMs, () => Promise.reject(fault));
  await expect(read).rejects.toBe(fault);
};
const dueAt = () => ports.due.all().find(({ job }) => job === 'outages')?.at;
/** Does what is due by then. */
async function passes(ms: number): Promise<void> {
  const until = ports.clock.now() + ms;
  for (let at = dueAt(); at !== undefined && at <= until; at = dueAt()) {
    ports.clock.pass(Math.max(0, at - ports.clock.now()));
    await tellOutages(ports);
  }
  ports.clock.pass(until - ports.clock.now());
}
const notices = async () => {
  const ids = ports.due.all().filter(({ job }) => job === 'panel');
  const panels = await Promise.all(ids.map(({ id }) => ports.panels.get(panelId(id))));
  return panels.map((panel) => [panel?.to ?? 'channel', panel?.text]);
};
const everyone = async () => (await notices()).map(([to]) => to);

it('a look that failed says why, and since when it last worked', async () => {
  await reads();
  ports.clock.pass(minutes(1));
  await fails();
  expect((await ports.settings.get()).failing?.mentions).toMatchObject({
    reason: 'no-answer',
    detail: 'X did not say what became of the call. (HTTP 503)',
    since: ports.clock.now() - minutes(1),
  });
  await reads();
  expect((await ports.settings.get()).failing).toEqual({});
});

it('why a look failed stays true while X names another time to wait until with each answer', async () => {
  await fails(new Busy(ports.clock.now() + minutes(15), 'X'));
  expect((await ports.settings.get()).failing?.mentions?.detail).toBe('X asks to wait.');
});

it('a fault of the store is none of X', async () => {
  await fails(new Error('Connection is closed.'));
  expect((await ports.settings.get()).failing).toBeUndefined();
});

it('a look at X is old after ten minutes, also when nobody looks any more', async () => {
  expect(await staleLook(ports)).toBeUndefined();
  await watch(ports, 'mentions');
  const lookedAt = ports.clock.now();
  ports.clock.pass(minutes(10) - 1);
  expect(await staleLook(ports)).toBeUndefined();
  ports.clock.pass(1);
  expect(await staleLook(ports)).toBe(lookedAt);
});

describe('outside open hours', () => {
  beforeEach(() => {
    ports = fakePorts({ clock: fakeClock(Date.UTC(2026, 10, 24, 22)) });
  });

  it('the channel has its line, and the lead is told at opening', async () => {
    await fails(new Unreachable('X', undefined));
    await passes(minutes(30));
    expect(await everyone()).toEqual(['channel']);
    await passes(minutes(12 * 60));
    expect(await everyone()).toEqual(['channel', ana]);
  });

  it('the lead is not told of what was over before', async () => {
    await fails();
    await passes(minutes(30));
    await reads();
    await passes(minutes(12 * 60));
    expect(await everyone()).toEqual(['channel', 'channel']);
  });
});

it('of several leads whoever is on shift is told, else the first', async () => {
  const shifts = (who: string) => [
    { days: ['tue'] as const, at: [{ fromMinute: 0, toMinute: 1439 }], who: [who] },
  ];
  for (const [who, told] of [
    ['carla', carla],
    ['ben', ana],
  ] as const) {
    ports = fakePorts({ desk: aDesk({ rota: aRota({ shifts: shifts(who) }) }) });
    await fails();
    await passes(minutes(15));
    expect(await everyone()).toEqual(['channel', told]);
  }
});

it('a desk without a lead has nothing left to do', async () => {
  const staff = aRota().staff.map((one) => ({ ...one, lead: false }));
  ports = fakePorts({ desk: aDesk({ rota: aRota({ staff }) }) });
  await fails();
  await passes(minutes(15));
  expect(await everyone()).toEqual(['channel']);
  expect(dueAt()).toBeUndefined();
});

it('a worker that is cut off after each step says each line once all the same', async () => {
  await fails();
  ports.clock.pass(minutes(15));
  const { change } = ports.panels;
  let left = 0;
  ports.panels.change = (...given) => {
    if (left === 0) throw new Error('cut off');
    left -= 1;
    return change(...given);
  };
  for (let steps = 0; steps < 2; steps++) {
    left = steps;
    await expect(tellOutages(ports)).rejects.toThrow('cut off');
    expect(dueAt()).toBe(0);
  }
  ports.panels.change = change;
  await tellOutages(ports);
  expect(await everyone()).toEqual(['channel', ana]);
  expect(dueAt()).toBeUndefined();
});

it('a worker that was held up says nothing over what another one said since', async () => {
  await reads();
  ports.clock.pass(minutes(11));
  await fails();
  await passes(minutes(1));
  await fails(new Unreachable('X', undefined));
  let goOn = () => {};
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const change: typeof ports.panels.change = async (...given) => {
    await held;
    return ports.panels.change(...given);
  };
  const slow = tellOutages({ ...ports, panels: { ...ports.panels, change } });
  await new Promise((resolve) => setImmediate(resolve));
  await reads();
  await passes(minutes(1));
  const said = await notices();
  goOn();
  await slow;
  expect(await notices()).toEqual(said);
});
