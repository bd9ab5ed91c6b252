import type { Job } from '../../src/core/due/due-entries.js';
import { cardId, panelId } from '../../src/core/ids.js';
import { followUp } from '../../src/flows/after/after.js';
import { askIfIdle } from '../../src/flows/remind/idle.js';
import { remind } from '../../src/flows/remind/remind.js';
import { closeList, watchShifts } from '../../src/flows/remind/shifts.js';
import { wake } from '../../src/flows/remind/snooze.js';
import { reportWeekly } from '../../src/flows/report/weekly.js';
import { showPanel } from '../../src/flows/show/panel.js';
import { show } from '../../src/flows/show/show.js';
import type { Desks } from '../../src/ports.js';
import type { FakePorts } from '../fakes/ports.js';

const flows: Partial<Record<Job, (ports: FakePorts, id: string, desks: Desks) => Promise<void>>> = {
  show: (ports, id) => show(ports, cardId(id)),
  after: (ports, id) => followUp(ports, cardId(id)),
  panel: (ports, id, desks) => showPanel(ports, panelId(id), desks),
  remind: (ports, id) => remind(ports, cardId(id)),
  idle: (ports, id) => askIfIdle(ports, cardId(id)),
  wake: (ports, id) => wake(ports, cardId(id)),
  report: (ports) => reportWeekly(ports),
  close: (ports, id) => closeList(ports, panelId(id)),
  poll: (ports) => watchShifts(ports),
};

/** Does what follows from all that happened, as the tick does. */
export async function doWhatFollows(ports: FakePorts): Promise<void> {
  const next = () => ports.due.all().find(({ job }) => job === 'after');
  for (let due = next(); due; due = next()) await followUp(ports, cardId(due.id));
}

/**
 * Lets time pass until then, from one thing that is due to the next; each is done by several workers at once, as it is
 * when a lease runs out.
 */
export const worksUntil = (ports: FakePorts, then: number, workers = 3): Promise<void> =>
  workTogether([ports], then, workers);

/** The same for several desks of one deployment, over one clock: what is due at a time is done at once for all. */
export async function workTogether(all: readonly FakePorts[], then: number, workers = 3): Promise<void> {
  const [{ clock }] = all as readonly [FakePorts];
  const desks: Desks = { all: async () => all, now: async (id) => all.find(({ desk }) => desk.id === id) };
  for (const { due } of all) await due.put({ job: 'poll', id: 'shifts', at: clock.now() });
  for (let rounds = 0; rounds < 2_000; rounds++) {
    const next = all.flatMap((ports) => {
      const [first] = ports.due.all().filter(({ job }) => flows[job]);
      return first ? [{ ports, ...first }] : [];
    });
    const at = Math.min(...next.map((one) => one.at));
    if (at > then) break;
    clock.pass(Math.max(0, at - clock.now()));
    const now = next.filter((one) => one.at <= clock.now());
    const runs = now.flatMap(({ ports, job, id }) =>
      Array.from({ length: workers }, () => flows[job]?.(ports, id, desks)),
    );
    await Promise.all(runs);
  }
  clock.pass(Math.max(0, then - clock.now()));
}
