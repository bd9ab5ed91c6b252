import type { DeskConfig } from '../config/desk-file.js';
import { timings } from '../core/due/timings.js';
import { isStorageFault, undefinedIf } from '../errors.js';
import { blueskyChecks } from '../ops/doctor/bluesky-checks.js';
import type { Probe, Talk } from '../ops/doctor/probe.js';
import type { Heard } from '../ports/network.js';
import type { Session } from '../ports/sessions.js';
import { deskKeys } from '../store/keys.js';
import { createSessions } from '../store/network/sessions.js';
import { createLedger } from '../store/x-records.js';
import { overStore } from './doctor-store.js';
import { type AccountProbing, withTestPost } from './doctor-test-post.js';

/** The account of a desk on Bluesky. */
export const blueskyProbes = (given: AccountProbing, desk: DeskConfig): readonly Probe[] => [
  {
    id: 'bluesky',
    what: desk.network.name,
    ...(given.sends && { undoes: true }),
    run: (talk) => accountChecks(given, desk, talk),
  },
];

async function accountChecks(given: AccountProbing, desk: DeskConfig, talk: Talk) {
  const { env } = given;
  const { handle, secrets, service = '' } = desk.account;
  const password = env.bluesky.passwords[secrets];
  if (!password) throw new RangeError(`No app password '${secrets}' for desk '${desk.id}'.`);
  // Loaded where a desk is on Bluesky: it takes memory and time.
  const [{ createNetwork }, { isOfOwnPassword }] = await Promise.all([
    import('../bluesky/client.js'),
    import('../bluesky/password-kind.js'),
  ]);
  const keys = deskKeys(env.redisPrefix, desk.id);
  let heard: Heard | undefined;
  let session: Session | undefined;
  // The session of the running desk would say nothing of the password, so this one signs in for itself.
  const sessions = {
    get: async () => session,
    replace: async (_: Session | undefined, next: Session) => {
      session = next;
      return next;
    },
  };
  const networkAs = (account: string) =>
    createNetwork({
      handle: account,
      password,
      service,
      sessions,
      timings,
      now: Date.now,
      heard: (one) => {
        heard = one;
      },
    });
  const checks = await blueskyChecks({
    desk,
    networkAs,
    knownAccount: () =>
      overStore(given, async (store) => (await createSessions(store, keys).get())?.account).catch(
        undefinedIf(isStorageFault),
      ),
    isOwnPassword: () => session !== undefined && isOfOwnPassword(session.access),
    heard: () => heard,
    address: service,
  });
  return withTestPost(given, {
    checks,
    desk,
    ledgerIn: (store) => createLedger(store, keys, env.forget.key),
    network: () => networkAs(handle),
    talk,
  });
}
