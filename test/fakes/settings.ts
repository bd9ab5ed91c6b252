import { isRefusal } from '../../src/core/card/refusal.js';
import { type DeskSettings, emptySettings } from '../../src/core/desk/desk-settings.js';
import { settingsEntries, settingsJobs, wholeDesk } from '../../src/core/due/due-entries.js';
import type { Settings } from '../../src/ports/documents.js';
import { fakeDocuments } from './documents.js';
import { type FakeDue, fakeDue } from './due.js';
import { type FakeHomes, fakeHomes } from './homes.js';
import { type FakeWorld, fakeWorld } from './world.js';

/** Settings in memory. */
export function fakeSettings(
  world: FakeWorld = fakeWorld(),
  due: FakeDue = fakeDue(),
  homes: FakeHomes = fakeHomes(due),
): Settings {
  const named = () => "The document of the desk's settings";
  const documents = fakeDocuments<DeskSettings>(world, named, (_id, settings, isChanged) => {
    for (const job of settingsJobs) due.remove({ job, id: wholeDesk });
    if (!settings) return;
    world.pauses(settings.pause);
    if (isChanged) homes.written();
    for (const entry of settingsEntries(settings)) due.put(entry);
  });
  return {
    get: async () => ({ ...emptySettings, ...(await documents.get(wholeDesk)) }),
    change: (update) =>
      documents.change(wholeDesk, (stored) => {
        const settings = { ...emptySettings, ...stored };
        const updated = update(settings);
        return isRefusal(updated) || updated.next !== settings ? updated : { ...updated, next: stored };
      }),
  };
}
