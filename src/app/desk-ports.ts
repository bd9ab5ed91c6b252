import { createRotaFeed } from '../config/calendar/rota-feed.js';
import type { DeskConfig } from '../config/desk-file.js';
import type { Env } from '../config/env.js';
import type { Timings } from '../core/due/timings.js';
import type { AccountId } from '../core/ids.js';
import type { Patron } from '../core/post/post.js';
import type { IsKnownIncident } from '../errors.js';
import { budgetLevel } from '../flows/tell/budget.js';
import type { Logger } from '../log.js';
import type { Board } from '../ports/board.js';
import type { Cards } from '../ports/documents.js';
import type { Clock } from '../ports/due.js';
import type { Ports } from '../ports.js';
import { createCards, createPanels, createSettings } from '../store/document-kinds.js';
import { createDue } from '../store/due.js';
import { createHomes } from '../store/homes.js';
import { createRecovery } from '../store/recovery.js';
import { deskKeys, type Store } from '../store/redis.js';
import { createSnapshots } from '../store/snapshots.js';
import { createLedger, createOurPosts, createWatermarks, logFailedCharges } from '../store/x-records.js';
import { withinBudget } from '../x/billing.js';
import { createNetwork } from '../x/client.js';

interface Shared {
  readonly env: Env;
  readonly store: Store;
  readonly clock: Clock;
  readonly timings: Timings;
  readonly log: Logger;
  readonly board: Board;
  readonly isKnownIncident: IsKnownIncident;
  /** Cuts off calls to X. */
  readonly ending: AbortSignal;
}

/** All that the flows of one desk may touch: over the shared connections, under keys of its own. */
export function createDeskPorts(desk: DeskConfig, shared: Shared): Ports {
  const { env, store, clock, timings, log, board, isKnownIncident, ending } = shared;
  const keys = deskKeys(env.redisPrefix, desk.id);
  const ledger = logFailedCharges(createLedger(store, keys), log, isKnownIncident);
  const secrets = env.x.secrets[desk.account.secrets];
  if (!secrets) throw new RangeError(`No secrets '${desk.account.secrets}' for desk '${desk.id}'.`);
  const cards = createCards(store, keys, timings, desk);
  const xOrigin = secrets.origin ?? env.x.apiUrl;
  return {
    desk,
    clock,
    timings,
    cards,
    panels: createPanels(store, keys),
    settings: createSettings(store, keys),
    snapshots: createSnapshots(store, keys),
    homes: createHomes(store, keys),
    ourPosts: createOurPosts(store, keys),
    ledger,
    due: createDue(store, keys, timings),
    recovery: createRecovery(store, keys),
    watermarks: createWatermarks(store, keys),
    network: withinBudget(
      createNetwork({
        credentials: secrets,
        handle: desk.account.handle,
        ...(xOrigin ? { origin: xOrigin } : {}),
        timings,
        now: clock.now,
        charge: ledger.charge,
        ownsApp: desk.account.ownsApp,
        includesBilled: desk.account.includesBilled,
        fieldRefused: (field) =>
          log.warn(
            { desk: desk.id, field },
            'X refuses this field: it is asked for in another way, or left out',
          ),
        oddPost: (post) => log.warn({ desk: desk.id, post }, 'X gave a post incomplete'),
        knownPatrons: (ids) => knownPatrons(cards, ids),
        ending,
      }),
      async () => (await budgetLevel({ clock, desk, ledger })) === 'stopped',
    ),
    board,
    ...(desk.feed ? { feed: createRotaFeed(desk.feed) } : {}),
  };
}

/** The people among these whom a card shows, as it shows them. */
async function knownPatrons(cards: Cards, ids: readonly AccountId[]): Promise<readonly Patron[]> {
  const found = await Promise.all(
    ids.map(async (id) => {
      const [newest] = (await cards.ofPatron(id)).slice(-1);
      return newest && (await cards.get(newest))?.patron;
    }),
  );
  return found.filter((patron) => patron !== undefined);
}
