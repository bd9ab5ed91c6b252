import type { Card } from '../../src/core/card/card.js';
import { isDone } from '../../src/core/card/message.js';
import { conversationOfCard, postsOf, unanswered } from '../../src/core/card/select.js';
import { lookWantedSince } from '../../src/core/due/deadlines.js';
import { type ClockRules, cardJobs, dueEntries } from '../../src/core/due/due-entries.js';
import type { Timings } from '../../src/core/due/timings.js';
import type { Boot, CardId } from '../../src/core/ids.js';
import type { Cards } from '../../src/ports/documents.js';
import { aDesk } from '../build.js';
import { fakeDocuments } from './documents.js';
import type { FakeDue } from './due.js';
import { type FakeHomes, fakeHomes } from './homes.js';
import { type FakeWorld, fakeWorld } from './world.js';

export interface FakeCards extends Cards {
  /** Acts as if the storage had restarted. */
  bootsAgain(boot: Boot): void;
}

/** Cards in memory. */
export function fakeCards(
  due: FakeDue,
  timings: Pick<Timings, 'settleLooksMs' | 'followExpiresMs'>,
  world: FakeWorld = fakeWorld(),
  hours: ClockRules = aDesk(),
  homes: FakeHomes = fakeHomes(due),
): FakeCards {
  const posts = new Map<string, CardId>();
  const documents = fakeDocuments<Card>(
    world,
    (id) => `Card ${id}`,
    (id, card, isChanged) => {
      for (const job of cardJobs) due.remove({ job, id });
      if (!card) return;
      if (isChanged) homes.written();
      for (const entry of dueEntries(card, timings, hours)) due.put(entry);
      for (const post of postsOf(card)) posts.set(post, card.id);
    },
  );
  const since = (card: Card) => unanswered(card)[0]?.at ?? card.changedAt;
  const newest = ({ acts }: Card) => acts.at(-1)?.at ?? 0;
  const sorted = (by: (card: Card) => number) => documents.all().toSorted((a, b) => by(a) - by(b));
  const open = () => sorted(since).filter(({ state }) => state === 'open');
  const underway = ['sending', 'posting', 'unsure'];

  return {
    bootsAgain: world.bootsAgain,
    get: documents.get,
    change: documents.change,
    waiting: async () => open().filter(({ flag, snoozedUntil }) => !flag && snoozedUntil === undefined),
    flagged: async () => sorted(({ flag }) => flag?.at ?? 0).filter(({ flag }) => flag),
    toLookAt: async () =>
      sorted((card) => lookWantedSince(card) ?? 0).filter((card) => lookWantedSince(card) !== undefined),
    inConversation: async (conversation) =>
      open()
        .map(({ id }) => id)
        .filter((id) => conversationOfCard(id) === conversation),
    ofPatron: async (patron) =>
      sorted(newest)
        .filter((card) => card.patron.id === patron)
        .map(({ id }) => id),
    inPanel: async (panel) => {
      const all = sorted(since).filter((card) => card.panel === panel);
      const ids = (cards: readonly Card[]) => cards.map(({ id }) => id);
      const open = all.filter(({ state }) => state === 'open');
      const automated = open.filter(({ patron }) => patron.automated).length;
      return { all: ids(all), open: ids(open), ...(automated > 0 ? { automated } : {}) };
    },
    heldBy: async (person) => documents.all().filter(({ holder }) => holder?.id === person),
    withActsSince: async (ms) =>
      sorted(newest)
        .filter((card) => newest(card) >= ms)
        .map(({ id }) => id),
    kept: async (ms) =>
      sorted((card) => (isDone(card) ? card.changedAt : Number.MAX_SAFE_INTEGER))
        .filter((card) => !isDone(card) || card.changedAt >= ms)
        .map(({ id }) => id),
    actTimes: async (kind, ms) =>
      sorted(newest)
        .filter((card) => card.acts[0]?.kind === kind && newest(card) >= ms)
        .map(newest),
    underway: async () =>
      sorted(({ changedAt }) => changedAt)
        .filter(({ state }) => underway.includes(state))
        .map(({ id }) => id),
    withOpenViews: async () =>
      documents
        .all()
        .filter(({ openViews = [] }) => openViews.length > 0)
        .map(({ id }) => id),
    ofPost: async (post) => posts.get(post),
  };
}
