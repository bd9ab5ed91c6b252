import type { Sandbox } from '../../../src/sandbox/sandbox.js';
import type { Account, XState } from '../../../src/sandbox/x/model/state.js';

/** Ids of accounts that X gave years ago: none is given again. */
const firstId = 1_100_000_000_000_000_000n;
export const idOf = (number: number): string => String(firstId + BigInt(number));

/**
 * Lets so many people follow the library, the last one newest. It writes the sandbox's state at once: a million acts of
 * people would take hours.
 */
export function follow(sandbox: Sandbox, count: number): void {
  const state = sandbox.x.snapshot() as XState;
  const library = state.accounts[state.ours];
  if (!library) throw new Error('The sandbox has no library.');
  const { credentials: _, ...seen } = library;
  const like: Account = { ...seen, description: '' };
  const listedAt = sandbox.clock.now();
  for (let n = 1; n <= count; n++) {
    const id = idOf(n);
    state.accounts[id] = { ...like, id, handle: `old_${n}`, name: `Old ${n}` };
    state.handles[`old_${n}`] = id;
    state.follows.push({ by: id, whom: state.ours, pending: false, listedAt, order: n });
  }
  state.lastFollow = count;
  sandbox.x.restore(state);
}
