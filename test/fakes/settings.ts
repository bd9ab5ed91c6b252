import { noSettings } from '../../src/core/desk-settings.js';
import { settingsEntries, settingsJobs, wholeDesk } from '../../src/core/due-entries.js';
import { isRefusal } from '../../src/core/refusal.js';
import type { Settings } from '../../src/ports.js';
import { type FakeDue, fakeDue } from './due.js';
import { type FakeHomes, fakeHomes } from './homes.js';
import { type FakeWorld, fakeWorld } from './world.js';

/** What the staff set, in memory. */
export function fakeSettings(
  world: FakeWorld = fakeWorld(),
  due: FakeDue = fakeDue(),
  homes: FakeHomes = fakeHomes(due),
): Settings {
  let settings = noSettings;
  return {
    get: async () => settings,
    async change(update) {
      const updated = update(settings);
      if (isRefusal(updated)) return updated;
      settings = updated.next;
      world.pauses(settings.pause);
      homes.written();
      for (const job of settingsJobs) due.remove({ job, id: wholeDesk });
      for (const entry of settingsEntries(settings)) await due.put(entry);
      return updated.result;
    },
  };
}
