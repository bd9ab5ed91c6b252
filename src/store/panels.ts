import { type Panel, seriesOf } from '../core/board/panel.js';
import { seriesName } from '../core/board/placement.js';
import { panelEntries, panelJobs } from '../core/due/due-entries.js';
import type { Panels } from '../ports/documents.js';
import { createDocuments } from './documents.js';
import type { DeskKeys, Store } from './redis.js';

/** The folds and digests of a desk in Redis. */
export function createPanels(redis: Store, keys: DeskKeys): Panels {
  const documents = createDocuments<Panel>(redis, keys, {
    named: (id) => `Panel ${id}`,
    key: keys.panel,
    jobs: panelJobs,
    due: panelEntries,
    indexes: (panel) => {
      const series = seriesOf(panel);
      if (panel.closed || !series) return [];
      return [{ key: keys.panels(seriesName(series)), member: panel.id, score: panel.startedAt }];
    },
  });
  return {
    get: documents.get,
    change: documents.change,
    async current(series) {
      const [newest] = await redis.zrange(keys.panels(seriesName(series)), '-1', '-1');
      return newest === undefined ? undefined : documents.get(newest);
    },
  };
}
