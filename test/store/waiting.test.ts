import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Act, Card } from '../../src/core/card/card.js';
import type { Desk } from '../../src/core/desk/desk.js';
import { peopleCalledIn } from '../../src/core/desk/named-person.js';
import { dueBy } from '../../src/core/due/deadlines.js';
import { inOrder, nextFor } from '../../src/core/due/order.js';
import { timings } from '../../src/core/due/timings.js';
import { countWaiting, isWaiting } from '../../src/core/due/waiting.js';
import { actId, cardId, panelId, token } from '../../src/core/ids.js';
import type { Cards } from '../../src/ports/documents.js';
import { createCards } from '../../src/store/document-kinds.js';
import { deskKeys } from '../../src/store/keys.js';
import { upgradeStore } from '../../src/store/upgrade.js';
import { postedAt } from '../../src/x/snowflake.js';
import { aCard, aDesk, aFollow, aMention, ana, aRota, ben, carla, minutes, tuesday } from '../build.js';
import { aPrefix, type OpenStore, openStore } from './open-store.js';

let store: OpenStore;
beforeEach(async () => {
  store = await openStore(aPrefix());
});
afterEach(() => store.close());

const hour = minutes(60);
const night = [{ fromMinute: 20 * 60, toMinute: 26 * 60 }];
const { openHours } = aRota();
/** Desks that differ in what the order depends on: hours over midnight and closed days, standards, a plan that greets by API. */
const desks: readonly Desk[] = [
  aDesk(),
  aDesk({ responseTargets: { question: 4 * hour, complaint: hour, other: { openDays: 1 } } }),
  aDesk({
    account: { ...aDesk().account, plan: 'enterprise' },
    rota: aRota({ openHours: { ...openHours, mon: night, tue: [], wed: night, fri: [] } }),
    responseTargets: { question: { openDays: 1 }, complaint: { openDays: 2 }, praise: 9 * hour },
  }),
  aDesk({ rota: aRota({ openHours: { ...openHours, mon: [], tue: [], wed: [] } }), responseTargets: {} }),
];

const aTime = fc.oneof(
  fc.integer({ min: -72, max: 0 }).map((hours) => tuesday + hours * hour),
  fc.integer({ min: tuesday - 72 * hour, max: tuesday }),
);
const aPost = fc.record({
  at: aTime,
  topic: fc.constantFrom('question', 'complaint', 'praise', 'other'),
  answered: fc.boolean(),
  urgent: fc.constantFrom(undefined, undefined, undefined, 'fire'),
});
const someActs = fc.oneof(
  { weight: 4, arbitrary: fc.array(aPost, { minLength: 1, maxLength: 3 }) },
  { weight: 1, arbitrary: aTime.map((at): readonly Act[] => [aFollow({ at })]) },
  {
    weight: 1,
    arbitrary: aTime.map((at): readonly Act[] => [
      { kind: 'hello', id: actId('hello-1'), at, answered: false, digest: panelId('digest-1'), greets: 3 },
    ]),
  },
);

function actsOf(all: readonly (Act | { readonly at: number; readonly topic: 'question' })[]): readonly Act[] {
  return all
    .toSorted((a, b) => a.at - b.at)
    .map((act, n) => ('kind' in act ? act : aMention({ ...act, id: actId(`${n}`) })));
}

const line = (to: typeof ana) => ({ token: token('t'), slotAt: 0, ts: '1', shown: 1, to });
/** Cards of every sort: open or taken, set aside now or once, closed once, by hand alone. */
const aSomething = fc.record(
  {
    acts: someActs.map((all) => actsOf(all as never)),
    state: fc.constantFrom('open' as const, 'open' as const, 'open' as const, 'claimed' as const),
    snoozedUntil: fc.constantFrom(undefined, undefined, tuesday + hour),
    onlyByHand: fc.constantFrom(undefined, true as const),
    clock: fc.constantFrom(
      undefined,
      undefined,
      { stops: [{ from: tuesday - 20 * hour, to: tuesday - 9 * hour }] },
      { stops: [], waitsFrom: tuesday - 2 * hour },
      { stops: [{ from: tuesday - hour }] },
    ),
    messages: fc.constantFrom({}, { 'line-0': line(ana) }, { 'line-0': line(ben), 'line-1': line(carla) }),
  },
  { requiredKeys: ['acts', 'state'] },
);
const cardsOf = (all: readonly object[], from = 0): readonly Card[] =>
  all.map((given, n) => aCard({ ...JSON.parse(JSON.stringify(given)), id: cardId(`mention-${from + n}-1`) }));

const trainee = { kind: 'staff', id: ana, trainee: true } as never;
const anybody = { kind: 'staff', id: ben, trainee: false } as never;

/** What a store says of the cards that wait at some times, and what the cards themselves say. */
async function said(cards: Cards, times: readonly number[], most: number) {
  const lists = await Promise.all(
    (['all', 'trainee'] as const).map(async (whose) => {
      const { first, count } = await cards.waiting(most, whose);
      return { first: first.map(({ id }) => id), count };
    }),
  );
  const people = [...(await cards.peopleCalled())].sort();
  return {
    lists,
    people,
    calling: await Promise.all(
      people.map(async (one) => (await cards.calling(one)).map(({ id }) => id).sort()),
    ),
    byTime: await Promise.all(
      times.map(async (at) => ({
        counts: await cards.countWaiting(at),
        due: await cards.dueUpTo(at),
        first: await cards.dueUpTo(at, most),
        next: await cards.nextDueAfter(at),
      })),
    ),
  };
}

function naive(all: readonly Card[], desk: Desk, times: readonly number[], most: number) {
  const waiting = inOrder(all.filter(isWaiting), desk);
  const ids = (some: readonly Card[]) => some.map(({ id }) => id);
  const people = [...new Set(waiting.flatMap(peopleCalledIn))].sort();
  return {
    lists: [anybody, trainee].map((actor) => {
      const theirs = nextFor(actor, waiting, desk);
      return { first: ids(theirs.slice(0, most)), count: theirs.length };
    }),
    people,
    calling: people.map((one) => ids(waiting.filter((card) => peopleCalledIn(card).includes(one))).sort()),
    byTime: times.map((at) => {
      const due = ids(waiting.filter((card) => (dueBy(desk, card) ?? Number.POSITIVE_INFINITY) <= at));
      const later = waiting.flatMap((card) => dueBy(desk, card) ?? []).filter((by) => by > at);
      return {
        counts: countWaiting(all, desk, at),
        due,
        first: due.slice(0, most),
        next: later.length > 0 ? Math.min(...later) : undefined,
      };
    }),
  };
}

it('what the indexes say of any cards is what sorting and counting all of them says, also when hours change', async () => {
  let runs = 0;
  const aSet = fc.array(aSomething, { maxLength: 12 });
  const pair = fc.tuple(fc.constantFrom(...desks), fc.constantFrom(...desks));
  await fc.assert(
    fc.asyncProperty(pair, aSet, aSet, fc.nat(8), aTime, async ([desk, other], given, changed, most, at) => {
      const keys = deskKeys(store.prefix, `desk-${runs++}`);
      const storeOf = async (one: Desk) => {
        const cards = createCards(store.redis, keys, timings, one);
        const by = { version: '1.0.0', where: 'Redis' };
        await upgradeStore(store.redis, keys, { desk: one, cards, panels: store.panels }, postedAt, by);
        return cards;
      };
      const put = (cards: Cards, all: readonly Card[]) =>
        Promise.all(all.map((card) => cards.change(card.id, () => ({ next: card, result: undefined }))));
      const known = cardsOf(given);
      const times = [at, ...known.flatMap((card) => dueBy(desk, card) ?? []), tuesday + 900 * hour];

      const before = await storeOf(desk);
      await put(before, known);
      expect(await said(before, times, most)).toEqual(naive(known, desk, times, most));

      const after = await storeOf(other);
      expect(await said(after, times, most)).toEqual(naive(known, other, times, most));

      const next = cardsOf(changed, 4);
      await put(after, next);
      const all = [...known.filter(({ id }) => !next.some((one) => one.id === id)), ...next];
      expect(await said(after, times, most)).toEqual(naive(all, other, times, most));
    }),
    { numRuns: 40 },
  );
});
