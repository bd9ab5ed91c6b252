import { afterEach, beforeEach, expect, it } from 'vitest';
import { deskId, panelId } from '../../../src/core/ids.js';
import { personKeys } from '../../../src/store/keys.js';
import { ana, minutes, tuesday } from '../../build.js';
import { type OpenStore, openStore } from '../open-store.js';

let store: OpenStore;
beforeEach(async () => {
  store = await openStore();
});
afterEach(() => store.close());

it('what counts for a person ends by itself, as long after it began as was said', async () => {
  const { persons, prefix, redis } = store;
  const keys = personKeys(prefix, ana);
  await persons.count(ana, 'named-1', minutes(60));
  await persons.count(ana, 'named-1', minutes(90));
  const central = { desk: deskId('central'), panel: panelId('reminder-1') };
  await persons.voice(ana, 'reminder', central, tuesday, minutes(60));
  for (const key of [keys.count('named-1'), keys.voice('reminder')]) {
    const left = await redis.pttl(key);
    expect(left).toBeGreaterThan(minutes(59));
    expect(left).toBeLessThanOrEqual(minutes(60));
  }
});
