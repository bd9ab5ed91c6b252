import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Copies } from '../../src/ports.js';
import { ana, tuesday } from '../build.js';

const anaInSlack = { id: ana, name: 'Ana', guest: false, deactivated: false };

/** What every home of the copies promises. */
export function copiesContract(open: () => Promise<{ copies: Copies; close(): Promise<void> }>): void {
  let copies: Copies;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ copies, close } = await open());
  });
  afterEach(() => close());

  it('there is none before the first', async () => {
    expect(await copies.get('colleagues')).toBeUndefined();
  });

  it('gives back the last one and when it was read', async () => {
    await copies.keep('colleagues', [], tuesday);
    await copies.keep('colleagues', [anaInSlack], tuesday + 1);
    expect(await copies.get('colleagues')).toEqual({ value: [anaInSlack], at: tuesday + 1 });
    expect(await copies.get('dated')).toBeUndefined();
  });

  it('what was read earlier changes nothing', async () => {
    await copies.keep('colleagues', [anaInSlack], tuesday);
    await copies.keep('colleagues', [], tuesday - 1);
    expect(await copies.get('colleagues')).toEqual({ value: [anaInSlack], at: tuesday });
  });
}
