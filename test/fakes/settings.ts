import { noSettings } from '../../src/core/desk-settings.js';
import { isRefusal } from '../../src/core/refusal.js';
import type { Settings } from '../../src/ports.js';
import { type FakeWorld, fakeWorld } from './world.js';

/** What the staff set, in memory. */
export function fakeSettings(world: FakeWorld = fakeWorld()): Settings {
  let settings = noSettings;
  return {
    get: async () => settings,
    async change(step) {
      const result = step(settings);
      if (isRefusal(result)) return result;
      settings = result.next;
      world.pauses(settings.pause);
      return result.give;
    },
  };
}
