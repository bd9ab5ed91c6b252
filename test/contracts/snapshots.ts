import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Snapshots } from '../../src/ports/snapshots.js';
import { ana, tuesday } from '../build.js';

const anaInSlack = { id: ana, name: 'Ana', guest: false, deactivated: false };

/** What every store of snapshots promises. */
export function snapshotsContract(
  open: () => Promise<{ snapshots: Snapshots; close(): Promise<void> }>,
): void {
  let snapshots: Snapshots;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ snapshots, close } = await open());
  });
  afterEach(() => close());

  it('there is none before the first', async () => {
    expect(await snapshots.get('colleagues')).toBeUndefined();
  });

  it('gives back the last one and when it was read', async () => {
    await snapshots.save('colleagues', [], tuesday);
    await snapshots.save('colleagues', [anaInSlack], tuesday + 1);
    expect(await snapshots.get('colleagues')).toEqual({ value: [anaInSlack], at: tuesday + 1 });
    expect(await snapshots.get('dated')).toBeUndefined();
  });

  it('what was read earlier changes nothing', async () => {
    await snapshots.save('colleagues', [anaInSlack], tuesday);
    await snapshots.save('colleagues', [], tuesday - 1);
    expect(await snapshots.get('colleagues')).toEqual({ value: [anaInSlack], at: tuesday });
  });
}
