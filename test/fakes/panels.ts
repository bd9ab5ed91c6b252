import { isDeepStrictEqual } from 'node:util';
import { type Panel, quotedIn, seriesOf } from '../../src/core/board/panel.js';
import { panelEntries, panelJobs } from '../../src/core/due/due-entries.js';
import type { KeepingRules } from '../../src/core/keeping/keeping-times.js';
import type { Panels } from '../../src/ports/documents.js';
import { aDesk } from '../build.js';
import { fakeDocuments } from './documents.js';
import type { FakeDue } from './due.js';
import { type FakeWorld, fakeWorld } from './world.js';

/** Folds and digests in memory. */
export function fakePanels(
  due: FakeDue,
  world: FakeWorld = fakeWorld(),
  rules: KeepingRules = aDesk(),
): Panels {
  const documents = fakeDocuments<Panel>(
    world,
    (id) => `Panel ${id}`,
    (id, panel) => {
      for (const job of panelJobs) due.remove({ job, id });
      for (const entry of panel ? panelEntries(panel, rules) : []) due.put(entry);
    },
  );
  return {
    get: documents.get,
    change: documents.change,
    listing: async (card) =>
      documents
        .all()
        .filter((panel) => quotedIn(panel).includes(card))
        .toSorted((a, b) => a.startedAt - b.startedAt)
        .map(({ id }) => id),
    naming: async (words) =>
      documents
        .all()
        .filter((panel) => words.some((word) => JSON.stringify(panel).includes(word)))
        .map(({ id }) => id),
    current: async (series) =>
      documents
        .all()
        .filter((panel) => !panel.closed && isDeepStrictEqual(seriesOf(panel), series))
        .toSorted((a, b) => a.startedAt - b.startedAt)
        .at(-1),
  };
}
