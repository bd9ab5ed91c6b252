import type { DeskConfig } from '../config/desk-file.js';
import type { Env } from '../config/env.js';
import { timings } from '../core/due/timings.js';
import { isStorageFault, undefinedIf } from '../errors.js';
import { sendTestPost } from '../flows/send/test-post.js';
import type { Logger } from '../log.js';
import { appOwnerChecks } from '../ops/doctor/app-owner.js';
import { note, type Probe, type Talk } from '../ops/doctor/probe.js';
import { checksWithSend, sendCheck } from '../ops/doctor/send-check.js';
import { networkChecks } from '../ops/doctor/x-checks.js';
import type { Heard } from '../ports/network.js';
import { createSettings } from '../store/document-kinds.js';
import { deskKeys } from '../store/keys.js';
import type { Store } from '../store/redis.js';
import { createLedger, logFailedCharges } from '../store/x-records.js';
import { createNetwork } from '../x/client.js';
import { overStore } from './doctor-store.js';

interface OnX {
  readonly env: Env;
  readonly log: Logger;
  /** One post may be written and deleted, when whoever runs it agrees. */
  readonly sends: boolean;
}

const clock = { now: () => Date.now(), monotonic: () => performance.now() };
const realX = 'https://api.x.com';

/** The account of a desk on X. */
export function networkProbes(onX: OnX, desk: DeskConfig): readonly Probe[] {
  const { account, network, privateMessages } = desk;
  const { name } = network;
  const { handle, ownsApp } = account;
  const encrypted = `What patrons encrypt in ${name} Chat no program sees. Somebody has to look in ${name}; Home asks for it once a day.`;
  return [
    {
      id: 'x',
      what: name,
      ...(onX.sends && { undoes: true }),
      run: (talk) => accountChecks(onX, desk, talk),
    },
    {
      id: 'x.app-owner',
      what: `The owner of the ${name} app`,
      run: (talk) => appOwnerChecks({ network: name, handle, ownsApp }, talk),
    },
    ...(privateMessages
      ? [{ id: 'x.encrypted', what: name, run: async () => [note('x.encrypted', encrypted)] }]
      : []),
  ];
}

async function accountChecks(onX: OnX, desk: DeskConfig, talk: Talk) {
  const { env, log, sends } = onX;
  const secrets = env.x.secrets[desk.account.secrets];
  if (!secrets) throw new RangeError(`No secrets '${desk.account.secrets}' for desk '${desk.id}'.`);
  const keys = deskKeys(env.redisPrefix, desk.id);
  const ledgerIn = (store: Store) =>
    logFailedCharges(createLedger(store, keys, env.forget.key), log, () => false);
  let heard: Heard | undefined;
  const network = createNetwork({
    credentials: secrets,
    handle: desk.account.handle,
    ...(env.x.apiUrl ? { origin: env.x.apiUrl } : {}),
    timings,
    now: clock.now,
    ownsApp: desk.account.ownsApp,
    heard: (one) => {
      heard = one;
    },
    // What X bills counts for the desk's month as far as there is a Redis to write it down.
    charge: (charge) =>
      overStore(onX, (store) => ledgerIn(store).charge(charge)).catch(undefinedIf(isStorageFault)),
  });
  const address = env.x.apiUrl ?? realX;
  const checks = await networkChecks({ desk, network, heard: () => heard, address });
  if (!sends) return checks;
  return checksWithSend(desk, checks, () =>
    sendCheck({
      desk,
      now: clock.now(),
      agree: (question) => talk.confirm(question, false),
      send: (text, agree) =>
        overStore(onX, (store) => {
          const stored = { ledger: ledgerIn(store), settings: createSettings(store, keys) };
          return sendTestPost({ clock, desk, network, timings, ...stored }, text, agree);
        }),
    }),
  );
}
