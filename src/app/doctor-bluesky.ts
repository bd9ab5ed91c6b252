import type { DeskConfig } from '../config/desk-file.js';
import type { Env } from '../config/env.js';
import { timings } from '../core/due/timings.js';
import { isStorageFault, undefinedIf } from '../errors.js';
import { sendTestPost } from '../flows/send/test-post.js';
import type { Logger } from '../log.js';
import { blueskyChecks } from '../ops/doctor/bluesky-checks.js';
import type { Probe, Talk } from '../ops/doctor/probe.js';
import { checksWithSend, sendCheck } from '../ops/doctor/send-check.js';
import type { Heard } from '../ports/network.js';
import type { Session } from '../ports/sessions.js';
import { createSettings } from '../store/document-kinds.js';
import { deskKeys } from '../store/keys.js';
import { createSessions } from '../store/network/sessions.js';
import { createLedger } from '../store/x-records.js';
import { overStore } from './doctor-store.js';

interface OnBluesky {
  readonly env: Env;
  readonly log: Logger;
  /** One post may be written and deleted, when whoever runs it agrees. */
  readonly sends: boolean;
}

const clock = { now: () => Date.now(), monotonic: () => performance.now() };

/** The account of a desk on Bluesky. */
export const blueskyProbes = (given: OnBluesky, desk: DeskConfig): readonly Probe[] => [
  {
    id: 'bluesky',
    what: desk.network.name,
    ...(given.sends && { undoes: true }),
    run: (talk) => accountChecks(given, desk, talk),
  },
];

async function accountChecks(given: OnBluesky, desk: DeskConfig, talk: Talk) {
  const { env, sends } = given;
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
      now: clock.now,
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
  if (!sends) return checks;
  return checksWithSend(desk, checks, () =>
    sendCheck({
      desk,
      now: clock.now(),
      agree: (question) => talk.confirm(question, false),
      send: (text, agree) =>
        overStore(given, (store) => {
          const stored = {
            ledger: createLedger(store, keys, env.forget.key),
            settings: createSettings(store, keys),
          };
          return sendTestPost({ clock, desk, network: networkAs(handle), timings, ...stored }, text, agree);
        }),
    }),
  );
}
