import type { DeskConfig } from '../config/desk-file.js';
import type { Env } from '../config/env.js';
import type { Check } from '../core/doctor/check.js';
import { timings } from '../core/due/timings.js';
import { sendTestPost } from '../flows/send/test-post.js';
import type { Logger } from '../log.js';
import type { Talk } from '../ops/doctor/probe.js';
import { checksWithSend, sendCheck } from '../ops/doctor/send-check.js';
import type { Ledger, Network } from '../ports/network.js';
import { createSettings } from '../store/document-kinds.js';
import { deskKeys } from '../store/keys.js';
import type { Store } from '../store/redis.js';
import { overStore } from './doctor-store.js';

/** What the checks of a desk's account are made with. */
export interface AccountProbing {
  readonly env: Env;
  readonly log: Logger;
  /** One post may be written and deleted, when whoever runs it agrees. */
  readonly sends: boolean;
}

const clock = { now: () => Date.now(), monotonic: () => performance.now() };

/** The checks of an account, and where it is wanted that of a test post. What the network bills for it goes to `ledgerIn` the store. */
export async function withTestPost(
  probing: AccountProbing,
  {
    checks,
    desk,
    ledgerIn,
    network,
    talk,
  }: {
    readonly checks: readonly Check[];
    readonly desk: DeskConfig;
    readonly ledgerIn: (store: Store) => Ledger;
    readonly network: () => Network;
    readonly talk: Talk;
  },
): Promise<readonly Check[]> {
  if (!probing.sends) return checks;
  return checksWithSend(desk, checks, () =>
    sendCheck({
      desk,
      now: clock.now(),
      agree: (question) => talk.confirm(question, false),
      send: (text, agree) =>
        overStore(probing, (store) => {
          const settings = createSettings(store, deskKeys(probing.env.redisPrefix, desk.id));
          const ports = { clock, desk, network: network(), timings, ledger: ledgerIn(store), settings };
          return sendTestPost(ports, text, agree);
        }),
    }),
  );
}
