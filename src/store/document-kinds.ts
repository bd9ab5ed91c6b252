import { type Panel, seriesOf } from '../core/board/panel.js';
import { seriesName } from '../core/board/placement.js';
import type { Card } from '../core/card/card.js';
import { isSetAside } from '../core/card/card-clock.js';
import { fromFormat1 } from '../core/card/former-card.js';
import { isDone } from '../core/card/message.js';
import { isRefusal } from '../core/card/refusal.js';
import { conversationOfCard, postsOf, unanswered } from '../core/card/select.js';
import { type DeskSettings, emptySettings } from '../core/desk/desk-settings.js';
import { lookWantedSince } from '../core/due/deadlines.js';
import {
  type ClockRules,
  cardJobs,
  dueEntries,
  panelEntries,
  panelJobs,
  settingsEntries,
  settingsJobs,
  wholeDesk,
} from '../core/due/due-entries.js';
import type { Timings } from '../core/due/timings.js';
import { type CardId, cardId } from '../core/ids.js';
import type { Cards, Panels, Settings } from '../ports/documents.js';
import { createDocuments, type Index } from './documents.js';
import type { DeskKeys, Store } from './redis.js';

/** The port to a desk's cards, in Redis. */
export function createCards(
  redis: Store,
  keys: DeskKeys,
  timings: Pick<Timings, 'settleLooksMs' | 'followExpiresMs'>,
  hours: ClockRules,
): Cards {
  const documents = createDocuments<Card>(redis, keys, {
    describe: (id) => `Card ${id}`,
    format: 2,
    former: { 1: fromFormat1 },
    key: keys.card,
    jobs: cardJobs,
    shownAtHome: true,
    due: (card) => dueEntries(card, timings, hours),
    indexes: (card) => indexesOf(card, keys),
    posts: postsOf,
  });

  return {
    get: documents.get,

    change: documents.change,

    async waiting() {
      return (await documents.getAll(await redis.zrange(keys.waiting, '0', '-1'))).filter(isWaiting);
    },

    async flagged() {
      return (await documents.getAll(await redis.zrange(keys.flagged, '0', '-1'))).filter(({ flag }) => flag);
    },

    async toLookAt() {
      const cards = await documents.getAll(await redis.zrange(keys.toLookAt, '0', '-1'));
      return cards.filter((card) => lookWantedSince(card) !== undefined);
    },

    async inConversation(conversation) {
      return (await redis.zrange(keys.conversation(conversation), '0', '-1')).map(cardId);
    },

    async ofPatron(patron) {
      return (await redis.zrange(keys.patron(patron), '0', '-1')).map(cardId);
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

    async ofPost(post) {
      const id = await redis.hget(keys.posts, post);
      return id === null ? undefined : cardId(id);
    },
  };
}

/** Whether anybody may take the card now. */
const isWaiting = (card: Card): boolean => card.state === 'open' && !isSetAside(card);

const isUnderway = ({ state }: Card): boolean =>
  state === 'sending' || state === 'posting' || state === 'unsure';

function indexesOf(card: Card, keys: DeskKeys): readonly Index[] {
  const member: CardId = card.id;
  const [waits] = unanswered(card);
  const newest = card.acts.at(-1);
  const view = card.openViews?.at(-1);
  const conversation = conversationOfCard(card.id);
  const since = waits?.at ?? card.changedAt;
  const looksSince = lookWantedSince(card);
  return [
    ...(isWaiting(card) ? [{ key: keys.waiting, member, score: since }] : []),
    ...(card.flag ? [{ key: keys.flagged, member, score: card.flag.at }] : []),
    ...(looksSince === undefined ? [] : [{ key: keys.toLookAt, member, score: looksSince }]),
    ...(card.state === 'open' && conversation
      ? [{ key: keys.conversation(conversation), member, score: since }]
      : []),
    ...(card.panel ? [{ key: keys.inPanel(card.panel), member, score: since }] : []),
    ...(card.panel && card.state === 'open'
      ? [{ key: keys.openInPanel(card.panel), member, score: since }]
      : []),
    ...(card.panel && card.state === 'open' && card.patron.automated
      ? [{ key: keys.automatedInPanel(card.panel), member, score: since }]
      : []),
    ...(isUnderway(card) ? [{ key: keys.underway, member, score: card.changedAt }] : []),
    ...(card.holder ? [{ key: keys.held(card.holder.id), member, score: card.holder.since }] : []),
    ...(view ? [{ key: keys.openViews, member, score: view.at }] : []),
    ...(newest ? [{ key: keys.recent, member, score: newest.at }] : []),
    { key: keys.kept, member, score: isDone(card) ? card.changedAt : Number.MAX_SAFE_INTEGER },
    ...(newest ? [{ key: keys.patron(card.patron.id), member, score: newest.at }] : []),
  ];
}

/** The port to a desk's folds and digests, in Redis. */
export function createPanels(redis: Store, keys: DeskKeys): Panels {
  const documents = createDocuments<Panel>(redis, keys, {
    describe: (id) => `Panel ${id}`,
    format: 1,
    key: keys.panel,
    jobs: panelJobs,
    due: panelEntries,
    indexes: (panel) => {
      const series = seriesOf(panel);
      if (panel.closed || !series) return [];
      return [{ key: keys.panels(seriesName(series)), member: panel.id, score: panel.startedAt }];
    },
  });
  return {
    get: documents.get,
    change: documents.change,
    async current(series) {
      const [newest] = await redis.zrange(keys.panels(seriesName(series)), '-1', '-1');
      return newest === undefined ? undefined : documents.get(newest);
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
