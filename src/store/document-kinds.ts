import { type Panel, quotedIn, seriesOf } from '../core/board/panel.js';
import { seriesName } from '../core/board/placement.js';
import type { Card } from '../core/card/card.js';
import { fromFormat1 } from '../core/card/former-card.js';
import { isRefusal } from '../core/card/refusal.js';
import { postsOf } from '../core/card/select.js';
import { type DeskSettings, emptySettings } from '../core/desk/desk-settings.js';
import { lookWantedSince } from '../core/due/deadlines.js';
import {
  type CardTimings,
  type ClockRules,
  cardJobs,
  dueEntries,
  panelEntries,
  panelJobs,
  settingsEntries,
  settingsJobs,
  wholeDesk,
} from '../core/due/due-entries.js';
import { isWaiting } from '../core/due/waiting.js';
import { cardId, type PanelId, panelId } from '../core/ids.js';
import type { KeepingRules } from '../core/keeping/keeping-times.js';
import { asLinked, type LinkingDesk } from '../core/keeping/link-only.js';
import { asKept } from '../core/keeping/purged-card.js';
import type { Cards, Panels, Settings } from '../ports/documents.js';
import { countCards, indexesOf } from './card-indexes.js';
import { createDocuments } from './documents.js';
import { foundKeys } from './found-keys.js';
import type { DeskKeys } from './keys.js';
import type { Store } from './redis.js';
import { type OrderRules, ordersOf, placeIn, readWaiting } from './waiting.js';

/** The port to a desk's cards, in Redis. */
export function createCards(
  redis: Store,
  keys: DeskKeys,
  timings: CardTimings,
  desk: ClockRules & LinkingDesk & OrderRules,
): Cards {
  const documents = createDocuments<Card>(redis, keys, {
    describe: (id) => `Card ${id}`,
    format: 2,
    former: { 1: fromFormat1 },
    key: keys.card,
    jobs: cardJobs,
    shownAtHome: true,
    due: (card) => dueEntries(card, timings, desk),
    indexes: (card) => indexesOf(card, keys),
    order: { keys: ordersOf(keys), placeOf: (card) => placeIn(keys, card, desk) },
    asKept: (card) => asKept(asLinked(card, desk)),
    posts: postsOf,
  });
  const waiting = readWaiting(redis, keys);

  return {
    get: documents.get,

    expect: documents.expect,

    change: documents.change,

    async waiting(most, whose = 'all') {
      const { ids, count } = await waiting.first(most, whose);
      return { first: (await documents.getAll(ids)).filter(isWaiting), count };
    },

    countWaiting: waiting.count,
    dueUpTo: waiting.dueUpTo,
    nextDueAfter: waiting.nextDueAfter,
    peopleCalled: waiting.peopleCalled,
    shownBefore: waiting.shownBefore,

    async calling(person) {
      return (await documents.getAll(await waiting.calling(person))).filter(isWaiting);
    },

    async flagged() {
      return (await documents.getAll(await redis.zrange(keys.flagged, '0', '-1'))).filter(({ flag }) => flag);
    },

    async toLookAt() {
      const cards = await documents.getAll(await redis.zrange(keys.toLookAt, '0', '-1'));
      return cards.filter((card) => lookWantedSince(card) !== undefined);
    },

    async onHold() {
      return (await documents.getAll(await redis.zrange(keys.onHold, '0', '-1'))).filter(({ hold }) => hold);
    },

    async inConversation(conversation) {
      return (await redis.zrange(keys.conversation(conversation), '0', '-1')).map(cardId);
    },

    async answersTo(post) {
      return (await redis.zrange(keys.answersTo(post), '0', '-1')).map(cardId);
    },

    async ofPatron(patron) {
      return (await redis.zrange(keys.patron(patron), '0', '-1')).map(cardId);
    },

    async ofHandle(handle) {
      return (await redis.zrange(keys.handle(handle), '0', '-1')).map(cardId);
    },

    async inPanel(panel) {
      const [all, open, automated] = await Promise.all([
        redis.zrange(keys.inPanel(panel), '0', '-1'),
        redis.zrange(keys.openInPanel(panel), '0', '-1'),
        redis.zcard(keys.automatedInPanel(panel)),
      ]);
      return { all: all.map(cardId), open: open.map(cardId), ...(automated > 0 ? { automated } : {}) };
    },

    async heldBy(person) {
      const cards = await documents.getAll(await redis.zrange(keys.held(person), '0', '-1'));
      return cards.filter(({ holder }) => holder?.id === person);
    },

    async withActsSince(ms) {
      return (await redis.zrangebyscore(keys.recent, ms, '+inf')).map(cardId);
    },

    async kept(closedSinceMs) {
      return (await redis.zrangebyscore(keys.kept, closedSinceMs, '+inf')).map(cardId);
    },

    async actTimes(kind, sinceMs) {
      const found = await redis.zrangebyscore(keys.recent, sinceMs, '+inf', 'WITHSCORES');
      return found.flatMap((id, at) =>
        at % 2 === 0 && id.startsWith(`${kind}-`) ? Number(found[at + 1]) : [],
      );
    },

    async underway() {
      return (await redis.zrange(keys.underway, '0', '-1')).map(cardId);
    },

    async withOpenViews() {
      return (await redis.zrange(keys.openViews, '0', '-1')).map(cardId);
    },

    counts: () => countCards(redis, keys),

    async ofPost(post) {
      const id = await redis.hget(keys.posts, post);
      return id === null ? undefined : cardId(id);
    },
  };
}

/** The port to a desk's folds and digests, in Redis. */
export function createPanels(redis: Store, keys: DeskKeys, rules: KeepingRules): Panels {
  const documents = createDocuments<Panel>(redis, keys, {
    describe: (id) => `Panel ${id}`,
    format: 1,
    key: keys.panel,
    jobs: panelJobs,
    due: (panel) => panelEntries(panel, rules),
    indexes: (panel) => {
      const series = seriesOf(panel);
      const place = { member: panel.id, score: panel.startedAt };
      const listed = quotedIn(panel).map(keys.listing);
      return [
        ...(panel.closed || !series ? [] : [{ key: keys.panels(seriesName(series)), ...place }]),
        ...listed.map((key) => ({ key, ...place })),
      ];
    },
  });
  return {
    get: documents.get,
    change: documents.change,
    async current(series) {
      const [newest] = await redis.zrange(keys.panels(seriesName(series)), '-1', '-1');
      return newest === undefined ? undefined : documents.get(newest);
    },
    async naming(words) {
      const found = new Set<PanelId>();
      for await (const id of foundKeys(redis, keys.panel(''))) {
        const text = `${id} ${JSON.stringify(await documents.get(id))}`;
        if (words.some((word) => text.includes(word))) found.add(panelId(id));
      }
      return [...found];
    },
    async listing(card) {
      return (await redis.zrange(keys.listing(card), '0', '-1')).map(panelId);
    },
  };
}

/** The port to what the staff set for a desk, in Redis. */
export function createSettings(redis: Store, keys: DeskKeys): Settings {
  const documents = createDocuments<DeskSettings>(redis, keys, {
    describe: () => "The document of the desk's settings",
    format: 1,
    key: () => keys.settings,
    jobs: settingsJobs,
    shownAtHome: true,
    due: settingsEntries,
    indexes: () => [],
    // Every write of any document compares the pause.
    fields: ({ pause }) => ({ pause: pause && JSON.stringify(pause) }),
  });
  return {
    get: async () => ({ ...emptySettings, ...(await documents.get(wholeDesk)) }),

    change: (update) =>
      documents.change(wholeDesk, (stored) => {
        const settings = { ...emptySettings, ...stored };
        const updated = update(settings);
        return isRefusal(updated) || updated.next !== settings ? updated : { ...updated, next: stored };
      }),
  };
}
