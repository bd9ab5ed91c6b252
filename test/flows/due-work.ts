import type { Job } from '../../src/core/due/due-entries.js';
import { cardId, panelId } from '../../src/core/ids.js';
import { followUp } from '../../src/flows/after/after.js';
import { askIfIdle } from '../../src/flows/remind/idle.js';
import { remind } from '../../src/flows/remind/remind.js';
import { closeList, watchShifts } from '../../src/flows/remind/shifts.js';
import { wake } from '../../src/flows/remind/snooze.js';
import { showPanel } from '../../src/flows/show/panel.js';
import { show } from '../../src/flows/show/show.js';
import type { FakePorts } from '../fakes/ports.js';

const flows: Partial<Record<Job, (ports: FakePorts, id: string) => Promise<void>>> = {
  show: (ports, id) => show(ports, cardId(id)),
  after: (ports, id) => followUp(ports, cardId(id)),
  panel: (ports, id) => showPanel(ports, panelId(id)),
  remind: (ports, id) => remind(ports, cardId(id)),
  idle: (ports, id) => askIfIdle(ports, cardId(id)),
  wake: (ports, id) => wake(ports, cardId(id)),
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
export async function worksUntil(ports: FakePorts, then: number, workers = 3): Promise<void> {
  const { clock, due } = ports;
  await due.put({ job: 'poll', id: 'shifts', at: clock.now() });
  for (let rounds = 0; rounds < 2_000; rounds++) {
    const [next] = due.all().filter(({ job }) => flows[job]);
    if (!next || next.at > then) break;
    clock.pass(Math.max(0, next.at - clock.now()));
    const run = flows[next.job];
    await Promise.all(Array.from({ length: workers }, () => run?.(ports, next.id)));
  }
  clock.pass(Math.max(0, then - clock.now()));
}
