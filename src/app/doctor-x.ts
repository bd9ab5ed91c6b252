import type { DeskConfig } from '../config/desk-file.js';
import { timings } from '../core/due/timings.js';
import { isStorageFault, undefinedIf } from '../errors.js';
import { appOwnerChecks } from '../ops/doctor/app-owner.js';
import { note, type Probe, type Talk } from '../ops/doctor/probe.js';
import { networkChecks } from '../ops/doctor/x-checks.js';
import type { Heard } from '../ports/network.js';
import { deskKeys } from '../store/keys.js';
import type { Store } from '../store/redis.js';
import { createLedger, logFailedCharges } from '../store/x-records.js';
import { createNetwork } from '../x/client.js';
import { overStore } from './doctor-store.js';
import { type AccountProbing, withTestPost } from './doctor-test-post.js';

const realX = 'https://api.x.com';

/** The account of a desk on X. */
export function networkProbes(onX: AccountProbing, desk: DeskConfig): readonly Probe[] {
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

async function accountChecks(onX: AccountProbing, desk: DeskConfig, talk: Talk) {
  const { env, log } = onX;
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
    now: Date.now,
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
  return withTestPost(onX, { checks, desk, ledgerIn, network: () => network, talk });
}
