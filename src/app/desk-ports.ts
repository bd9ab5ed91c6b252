import { createCharts } from '../charts/charts.js';
import { createRotaFeed } from '../config/calendar/rota-feed.js';
import type { DeskConfig } from '../config/desk-file.js';
import type { Env } from '../config/env.js';
import type { Turn } from '../core/due/poll-times.js';
import type { Timings } from '../core/due/timings.js';
import type { AccountId } from '../core/ids.js';
import { isPurged } from '../core/keeping/purged-card.js';
import { omit } from '../core/omit.js';
import type { Patron } from '../core/post/post.js';
import { privateSideOf } from '../core/private/private-desk.js';
import type { IsKnownIncident } from '../errors.js';
import { inPrivateAlone } from '../flows/watch/private-channel.js';
import type { Logger } from '../log.js';
import { withDecisions, withPauses } from '../ops/decisions.js';
import type { Board } from '../ports/board.js';
import type { Cards } from '../ports/documents.js';
import type { Clock } from '../ports/due.js';
import type { Ports } from '../ports.js';
import { createCards, createPanels, createSettings } from '../store/document-kinds.js';
import { createDue } from '../store/due.js';
import { createForgotten } from '../store/forgotten.js';
import { createJournal } from '../store/journal.js';
import { deskKeys } from '../store/keys.js';
import { createKeptReplies } from '../store/network/kept-replies.js';
import { createOutcomes } from '../store/network/outcomes.js';
import { createSessions } from '../store/network/sessions.js';
import { createRecovery } from '../store/recovery.js';
import type { Store } from '../store/redis.js';
import { createHomes } from '../store/slack/homes.js';
import { createPersons } from '../store/slack/persons.js';
import { createSnapshots } from '../store/slack/snapshots.js';
import { createLedger, createOurPosts, createWatermarks, logFailedCharges } from '../store/x-records.js';
import { networkOf } from './network-of.js';
import type { Seeing } from './seeing.js';

interface Shared {
  readonly env: Env;
  readonly store: Store;
  readonly clock: Clock;
  readonly timings: Timings;
  readonly log: Logger;
  readonly board: Board;
  readonly isKnownIncident: IsKnownIncident;
  /** Told of decisions and of calls to X; nobody is unless told. */
  readonly seeing?: Pick<Seeing, 'called' | 'decided'>;
  /** The desk that this one is like. */
  readonly like?: Ports;
  /** When the desk polls among the others of the program. */
  readonly turn?: Turn;
  /** Cuts off calls to X. */
  readonly ending: AbortSignal;
}

/**
 * The ports of all desks, in the order of desk.yaml; `portsOf` makes those of one. A desk that is like another has that one's, and
 * that one tells all that are like it when its covers change.
 */
export function createAllPorts(
  desks: readonly DeskConfig[],
  portsOf: (desk: DeskConfig, like?: Ports) => Ports,
): ReadonlyMap<string, Ports> {
  const all = new Map<string, Ports>(desks.flatMap((desk) => (desk.like ? [] : [[desk.id, portsOf(desk)]])));
  for (const desk of desks) {
    const like = desk.like && all.get(desk.like);
    if (!like) continue;
    const ports = portsOf(desk, like);
    all.set(desk.id, ports).set(like.desk.id, { ...like, alike: [...(like.alike ?? []), ports] });
  }
  return new Map(
    desks.flatMap(({ id }) => {
      const ports = all.get(id);
      return ports ? [[id, ports] as const] : [];
    }),
  );
}

/** The ports of a desk, with its private side where it watches private messages. `change` may stand between for either. */
export function createSides(
  desk: DeskConfig,
  shared: Omit<Shared, 'board'>,
  boardOf: (side: DeskConfig) => Board,
  change: (ports: Ports) => Ports = (ports) => ports,
): Ports {
  const own = change(createDeskPorts(desk, { ...shared, board: boardOf(desk) }));
  const side = privateSideOf(desk);
  return side
    ? { ...own, inPrivate: change(createPrivateSide(side, own, { ...shared, board: boardOf(side) })) }
    : own;
}

/** All desks by their ids, each with its private side behind it. */
export function withPrivateSides(mains: Iterable<Ports>): ReadonlyMap<string, Ports> {
  const sides = [...mains].flatMap((one) => (one.inPrivate ? [one, one.inPrivate] : [one]));
  return new Map(sides.map((side) => [side.desk.id, side]));
}

/** All that the flows of one desk may touch: over the shared connections, under keys of its own. */
export function createDeskPorts(desk: DeskConfig, shared: Shared): Ports {
  const { env, store, clock, timings, log, board, isKnownIncident, ending, seeing = unseen } = shared;
  const keys = deskKeys(env.redisPrefix, desk.id);
  const together = desk.budgetTogether?.desks.map((id) => deskKeys(env.redisPrefix, id));
  const ledger = logFailedCharges(createLedger(store, keys, env.forget.key, together), log, isKnownIncident);
  const cards = withDecisions(createCards(store, keys, timings, desk), desk.id, seeing.decided);
  return {
    desk,
    clock,
    timings,
    cards,
    panels: createPanels(store, keys, desk),
    settings: withPauses(createSettings(store, keys), desk.id, seeing.decided),
    snapshots: createSnapshots(store, keys),
    homes: createHomes(store, keys),
    ourPosts: createOurPosts(store, keys),
    keptReplies: createKeptReplies(store, keys),
    outcomes: createOutcomes(store, keys),
    journal: createJournal(store, keys, log),
    forgotten: createForgotten(
      store,
      [keys, deskKeys(env.redisPrefix, desk.id, 'private')],
      desk.id,
      desk.network.name,
      env.forget,
    ),
    ledger,
    due: createDue(store, keys, timings),
    persons: createPersons(store, env.redisPrefix),
    recovery: createRecovery(store, keys),
    watermarks: createWatermarks(store, keys),
    network: networkOf(desk, {
      ...{ clock, ending, env, ledger, log, seeing, timings },
      sessions: createSessions(store, keys),
      knownPatrons: (ids) => knownPatrons(cards, ids),
    }),
    board,
    charts: createCharts(),
    ...(desk.feed ? { feed: createRotaFeed(desk.feed) } : {}),
    ...(shared.like ? { like: shared.like } : {}),
    ...(shared.turn ? { turn: shared.turn } : {}),
  };
}

/**
 * The same for the private side of a desk: cards, messages, people and a due list of its own, in the private channel alone. Its
 * settings, bill, network and shifts are those of its desk.
 */
function createPrivateSide(
  desk: DeskConfig,
  inPublic: Ports,
  {
    board,
    clock,
    env,
    seeing = unseen,
    store,
    timings,
  }: Pick<Shared, 'board' | 'clock' | 'env' | 'seeing' | 'store' | 'timings'>,
): Ports {
  const keys = deskKeys(env.redisPrefix, inPublic.desk.id, 'private');
  return {
    ...omit(inPublic, 'feed'),
    desk,
    inPublic,
    cards: withDecisions(createCards(store, keys, timings, desk), desk.id, seeing.decided),
    panels: createPanels(store, keys, desk),
    snapshots: createSnapshots(store, keys),
    homes: createHomes(store, keys),
    keptReplies: createKeptReplies(store, keys),
    due: createDue(store, keys, timings),
    recovery: createRecovery(store, keys),
    watermarks: createWatermarks(store, keys),
    board: inPrivateAlone(board, clock, timings.privateChannelMs),
  };
}

const unseen: Pick<Seeing, 'called' | 'decided'> = { called: () => () => {}, decided: () => {} };

/** The people among these whom a card shows, as it shows them. */
async function knownPatrons(cards: Cards, ids: readonly AccountId[]): Promise<readonly Patron[]> {
  const found = await Promise.all(
    ids.map(async (id) => {
      const [newest] = (await cards.ofPatron(id)).slice(-1);
      const card = newest && (await cards.get(newest));
      return card && !isPurged(card) ? card.patron : undefined;
    }),
  );
  return found.filter((patron) => patron !== undefined);
}
