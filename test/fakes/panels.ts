import { isDeepStrictEqual } from 'node:util';
import { type Panel, seriesOf } from '../../src/core/board/panel.js';
import { panelEntries, panelJobs } from '../../src/core/due/due-entries.js';
import type { Panels } from '../../src/ports/documents.js';
import { fakeDocuments } from './documents.js';
import type { FakeDue } from './due.js';
import { type FakeWorld, fakeWorld } from './world.js';

/** Folds and digests in memory. */
export function fakePanels(due: FakeDue, world: FakeWorld = fakeWorld()): Panels {
  const documents = fakeDocuments<Panel>(
    world,
    (id) => `Panel ${id}`,
    (id, panel) => {
      for (const job of panelJobs) due.remove({ job, id });
      for (const entry of panel ? panelEntries(panel) : []) due.put(entry);
    },
  );
  return {
    get: documents.get,
    change: documents.change,
    current: async (series) =>
      documents
        .all()
        .filter((panel) => !panel.closed && isDeepStrictEqual(seriesOf(panel), series))
        .toSorted((a, b) => a.startedAt - b.startedAt)
        .at(-1),
  };
}
