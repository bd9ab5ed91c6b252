import { isRefusal } from '../core/card/refusal.js';
import { type DeskSettings, noSettings } from '../core/desk/desk-settings.js';
import { settingsEntries, settingsJobs, wholeDesk } from '../core/due/due-entries.js';
import type { Settings } from '../ports/documents.js';
import { createDocuments } from './documents.js';
import type { DeskKeys, Store } from './redis.js';

/** What the staff set for a desk, in Redis: one document. */
export function createSettings(redis: Store, keys: DeskKeys): Settings {
  const documents = createDocuments<DeskSettings>(redis, keys, {
    named: () => "The document of the desk's settings",
    key: () => keys.settings,
    jobs: settingsJobs,
    atHome: true,
    due: settingsEntries,
    indexes: () => [],
    // Every write of a document compares it.
    fields: ({ pause }) => ({ pause: pause && JSON.stringify(pause) }),
  });
  return {
    get: async () => ({ ...noSettings, ...(await documents.get(wholeDesk)) }),

    change: (update) =>
      documents.change(wholeDesk, (stored) => {
        const settings = { ...noSettings, ...stored };
        const updated = update(settings);
        return isRefusal(updated) || updated.next !== settings ? updated : { ...updated, next: stored };
      }),
  };
}
