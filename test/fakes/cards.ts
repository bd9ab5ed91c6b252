import { shownBy } from '../../src/core/board/gathered.js';
import { type Card, type CardState, cardStates } from '../../src/core/card/card.js';
import { isDone } from '../../src/core/card/message.js';
import { answersUs, conversationOfCard, isHello, postsOf, unanswered } from '../../src/core/card/select.js';
import { isShownBefore, peopleCalledIn } from '../../src/core/desk/named-person.js';
import { dueBy, lookWantedSince, questionSince } from '../../src/core/due/deadlines.js';
import { type CardTimings, type ClockRules, cardJobs, dueEntries } from '../../src/core/due/due-entries.js';
import { inOrder } from '../../src/core/due/order.js';
import { countWaiting, isGreetedByHand, isWaiting } from '../../src/core/due/waiting.js';
import type { Boot, CardId } from '../../src/core/ids.js';
import { asKept, isPurged } from '../../src/core/keeping/purged-card.js';
import type { OnNetwork } from '../../src/core/network/networks.js';
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
  timings: CardTimings,
  world: FakeWorld = fakeWorld(),
  hours: ClockRules & OnNetwork = aDesk(),
  homes: FakeHomes = fakeHomes(due),
): FakeCards {
  const posts = new Map<string, CardId>();
  const documents = fakeDocuments<Card>(
    world,
    (id) => `Card ${id}`,
    (id, card, isChanged) => {
      for (const job of cardJobs) due.remove({ job, id });
      if (!card) for (const [post, of] of posts) if (of === id) posts.delete(post);
      if (!card) return;
      if (isChanged) homes.written();
      for (const entry of dueEntries(card, timings, hours)) due.put(entry);
      for (const post of postsOf(card)) posts.set(post, card.id);
    },
    asKept,
  );
  const since = (card: Card) => unanswered(card)[0]?.at ?? card.changedAt;
  const newest = ({ acts }: Card) => acts.at(-1)?.at ?? 0;
  const sorted = (by: (card: Card) => number) => documents.all().toSorted((a, b) => by(a) - by(b));
  const open = () => sorted(since).filter(({ state }) => state === 'open');
  const waiting = () => inOrder(documents.all().filter(isWaiting), hours);
  const underway = ['sending', 'posting', 'unsure'];

  return {
    bootsAgain: world.bootsAgain,
    get: documents.get,
    expect: () => {},
    change: documents.change,
    waiting: async (most, whose = 'all') => {
      const theirs = waiting().filter((card) => whose === 'all' || !isGreetedByHand(card, hours));
      return { first: theirs.slice(0, most), count: theirs.length };
    },
    countWaiting: async (now) => countWaiting(waiting(), hours, now),
    dueUpTo: async (ms, most = Number.POSITIVE_INFINITY) =>
      waiting()
        .filter((card) => (dueBy(hours, card) ?? Number.POSITIVE_INFINITY) <= ms)
        .slice(0, most)
        .map(({ id }) => id),
    nextDueAfter: async (ms) => {
      const times = waiting().flatMap((card) => dueBy(hours, card) ?? []);
      return times.filter((at) => at > ms).toSorted((a, b) => a - b)[0];
    },
    peopleCalled: async () => [...new Set(waiting().flatMap(peopleCalledIn))],
    calling: async (person) => waiting().filter((card) => peopleCalledIn(card).includes(person)),
    shownBefore: async () =>
      waiting()
        .filter(isShownBefore)
        .map(({ id }) => id),
    flagged: async () => sorted(({ flag }) => flag?.at ?? 0).filter(({ flag }) => flag),
    onHold: async () => sorted(({ hold }) => hold?.until ?? 0).filter(({ hold }) => hold),
    toLookAt: async () =>
      sorted((card) => lookWantedSince(card) ?? 0).filter((card) => lookWantedSince(card) !== undefined),
    inConversation: async (conversation) =>
      open()
        .map(({ id }) => id)
        .filter((id) => conversationOfCard(id) === conversation),
    answersTo: async (post) =>
      sorted(newest)
        .filter((card) => conversationOfCard(card.id) === post && answersUs(card))
        .map(({ id }) => id),
    ofPatron: async (patron) =>
      sorted(newest)
        .filter((card) => card.patron.id === patron)
        .map(({ id }) => id),
    ofHandle: async (handle) =>
      sorted(newest)
        .filter((card) => !isHello(card) && card.patron.handle.toLowerCase() === handle)
        .map(({ id }) => id),
    inPanel: async (panel) => {
      const all = sorted(since).filter((card) => shownBy(card) === panel);
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
        .filter((card) => !isPurged(card) && (!isDone(card) || card.changedAt >= ms))
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
    counts: async () => {
      const inState = (state: CardState) => documents.all().filter((card) => card.state === state).length;
      const states = Object.fromEntries(cardStates.map((state) => [state, inState(state)]));
      const asked = documents.all().flatMap((card) => questionSince(card) ?? []);
      return {
        states: states as Record<CardState, number>,
        ...(asked.length > 0 ? { oldestQuestionAt: Math.min(...asked) } : {}),
      };
    },
    ofPost: async (post) => posts.get(post),
  };
}
