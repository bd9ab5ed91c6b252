import type { DeskConfig } from '../config/desk-file.js';
import type { Env } from '../config/env.js';
import type { Timings } from '../core/due/timings.js';
import type { AccountId } from '../core/ids.js';
import { usedUpBudget } from '../core/money/budget-use.js';
import type { Patron } from '../core/post/post.js';
import { budgetUses } from '../flows/tell/budget.js';
import type { Logger } from '../log.js';
import type { Clock } from '../ports/due.js';
import type { Ledger, Network } from '../ports/network.js';
import type { Sessions } from '../ports/sessions.js';
import { withinBudget } from '../x/billing.js';
import { createNetwork } from '../x/client.js';
import { lazyNetwork } from './lazy-network.js';
import type { Seeing } from './seeing.js';

interface With {
  readonly env: Env;
  readonly clock: Clock;
  readonly timings: Timings;
  readonly log: Logger;
  readonly ledger: Ledger;
  readonly sessions: Sessions;
  readonly seeing: Pick<Seeing, 'called'>;
  /** The people among these whom a card shows. */
  readonly knownPatrons: (ids: readonly AccountId[]) => Promise<readonly Patron[]>;
  readonly ending: AbortSignal;
}

/** The port to the network of a desk, as its account. */
export const networkOf = (desk: DeskConfig, shared: With): Network =>
  desk.network.id === 'x' ? onX(desk, shared) : onBluesky(desk, shared);

function onX(
  desk: DeskConfig,
  { clock, ending, env, knownPatrons, ledger, log, seeing, timings }: With,
): Network {
  const secrets = env.x.secrets[desk.account.secrets];
  if (!secrets) throw new RangeError(`No secrets '${desk.account.secrets}' for desk '${desk.id}'.`);
  const origin = secrets.origin ?? env.x.apiUrl;
  const network = createNetwork({
    credentials: secrets,
    handle: desk.account.handle,
    ...(origin ? { origin } : {}),
    timings,
    now: clock.now,
    charge: ledger.charge,
    called: seeing.called('x'),
    ownsApp: desk.account.ownsApp,
    includesBilled: desk.account.includesBilled,
    fieldRefused: (field) =>
      log.warn({ desk: desk.id, field }, 'X refuses this field: it is asked for in another way, or left out'),
    oddPost: (post) => log.warn({ desk: desk.id, post }, 'X gave a post incomplete'),
    knownPatrons,
    ending,
  });
  return withinBudget(network, async () => usedUpBudget(await budgetUses({ clock, desk, ledger })));
}

function onBluesky(desk: DeskConfig, { clock, ending, env, seeing, sessions, timings }: With): Network {
  const { handle, secrets, service = '' } = desk.account;
  const password = env.bluesky.passwords[secrets];
  if (!password) throw new RangeError(`No app password '${secrets}' for desk '${desk.id}'.`);
  return lazyNetwork(async () => {
    const { createNetwork: create } = await import('../bluesky/client.js');
    const called = seeing.called('bluesky');
    return create({ handle, password, service, sessions, timings, now: clock.now, ending, called });
  });
}
