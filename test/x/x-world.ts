import { accountId, postId } from '../../src/core/ids.js';
import { createClock } from '../../src/sandbox/world/clock.js';
import { createFaults, type Fault } from '../../src/sandbox/world/faults.js';
import { createJournal } from '../../src/sandbox/world/journal.js';
import { createRandom } from '../../src/sandbox/world/random.js';
import { createX } from '../../src/sandbox/x/x.js';
import { createNetwork } from '../../src/x/client.js';

/** Of the library in the sandbox. */
export const credentials = {
  appKey: 'sandbox-app-key',
  appSecret: 'sandbox-app-secret',
  accessToken: '1200000000000000001-sandbox-access-token',
  accessSecret: 'sandbox-access-secret',
};

/** Long for a busy machine, so that only a test about deadlines meets one. */
const patient = { readDeadlineMs: 20_000, writeDeadlineMs: 20_000 };

/** An X in which Maya and Sam have accounts, and the library's way into it. */
export async function createXWorld() {
  const clock = createClock();
  const world = { clock, journal: createJournal(clock), random: createRandom(1), faults: createFaults() };
  const x = await createX(world);

  function act<Given = { readonly id: string }>(name: string, args: Record<string, unknown>): Given {
    const run = x.acts[name];
    if (!run) throw new Error(`No act '${name}'.`);
    return run(args) as Given;
  }
  const post = (by: string, text: string, more: Record<string, unknown> = {}) =>
    postId(act('post', { by, text, ...more }).id);
  const person = (handle: string, name = handle) => accountId(act('addAccount', { handle, name }).id);
  const connect = (change: Partial<Parameters<typeof createNetwork>[0]> = {}) =>
    createNetwork({ credentials, origin: x.url, timings: patient, now: clock.now, ...change });

  const maya = person('maya_reads', 'Maya Ortiz');
  const sam = person('samokafor', 'Sam Okafor');
  return {
    url: x.url,
    clock,
    maya,
    sam,
    act,
    post,
    person,
    connect,
    network: connect(),
    fail: (call: string, fault: Pick<Fault, 'when' | 'how'> & Partial<Fault>) =>
      world.faults.plan({ side: 'x', call, ...fault }),
    /** X has no such field any more. */
    refuse: (field: string) => world.faults.plan({ side: 'x', how: 'refused-field', field }),
    /** What the sandbox wrote down about calls of this kind. */
    calls: (kind: string) => world.journal.read().filter((entry) => entry.kind === kind),
    /** The library's posts under this one, as X has them. */
    repliesTo: (id: string) =>
      act<{ posts: { id: string; text: string; in_reply_to?: string }[] }>('timeline', {
        handle: 'centrallibrary',
      }).posts.filter(({ in_reply_to }) => in_reply_to === id),
    close: x.close,
  };
}

export type XWorld = Awaited<ReturnType<typeof createXWorld>>;

export function times<T>(count: number, make: (n: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index + 1));
}
