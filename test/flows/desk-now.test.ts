import { expect, it } from 'vitest';
import { withDeskNow } from '../../src/flows/desk-now.js';
import { fakePorts } from '../fakes/ports.js';

const ports = fakePorts();
const failing = (fault: Error) => ({
  ...ports,
  settings: { ...ports.settings, get: () => Promise.reject(fault) },
});

it('while the store is away the desk is the one that was configured', async () => {
  const away = failing(new Error('Connection is closed.'));
  expect(await withDeskNow(away)).toBe(away);
});

it('a mistake of ours is not taken for a store that is away', async () => {
  await expect(withDeskNow(failing(new TypeError('no such field')))).rejects.toThrow('no such field');
});
