import { type WaitingCounts, waitingKinds } from '../core/board/waiting-counts.js';
import type { Card } from '../core/card/card.js';
import { isShownBefore, peopleCalledIn } from '../core/desk/named-person.js';
import type { DueDesk } from '../core/due/deadlines.js';
import { placeOf } from '../core/due/order.js';
import { waitsToBeTold } from '../core/due/tellings.js';
import { isGreetedByHand, isWaiting, type WaitingFor, waitingKindOf } from '../core/due/waiting.js';
import { type CardId, cardId, type SlackUserId, slackUserId } from '../core/ids.js';
import type { OnNetwork } from '../core/network/networks.js';
import type { Index } from './documents.js';
import type { DeskKeys } from './keys.js';
import type { Store } from './redis.js';

/** What the order of the cards depends on besides the cards. */
export type OrderRules = DueDesk & OnNetwork;

/** Of a desk's keys, the two sorted sets that have its waiting cards in order. */
export const ordersOf = (keys: DeskKeys): readonly string[] => [keys.inOrder, keys.byHand];

/** Room for every time in ms, and more than any: what has no deadline comes after all that has one. */
const digits = 16;
const padded = (ms: number): string => String(ms).padStart(digits, '0');
const noDeadline = '9'.repeat(digits);

/**
 * Where a waiting card stands in order: sorted sets have members of the same score in the order of their bytes, so the place
 * is a text that says what `inOrder` compares. Undefined for other cards.
 */
export function placeIn(keys: DeskKeys, card: Card, rules: OrderRules): Omit<Index, 'score'> | undefined {
  if (!isWaiting(card)) return undefined;
  const { isUrgent, by, rank, since } = placeOf(card, rules);
  const due = by === undefined ? noDeadline : padded(by);
  return {
    key: isGreetedByHand(card, rules) ? keys.byHand : keys.inOrder,
    member: `${isUrgent ? urgent : usual}${due}${rank}${padded(since)} ${card.id}`,
  };
}

const urgent = '0';
const usual = '1';
/** The id of the card that has a place. */
export const idIn = (place: string): CardId => cardId(place.slice(place.indexOf(' ') + 1));

/** The other sorted sets in which a waiting card stands. */
export function waitingIndexes(card: Card, keys: DeskKeys, since: number): readonly Index[] {
  if (!isWaiting(card)) return [];
  const place = { member: card.id, score: since };
  return [
    { key: keys.waitingOf(waitingKindOf(card)), ...place },
    ...(waitsToBeTold(card) ? [{ key: keys.toBeTold, ...place }] : []),
    ...peopleCalledIn(card).map((person) => ({
      key: keys.called,
      member: `${person} ${card.id}`,
      score: 0,
    })),
    ...(isShownBefore(card) ? [{ key: keys.shownBefore, ...place }] : []),
  ];
}

/** Reads what waits: each question is some small commands, whatever the number of cards. */
export function readWaiting(redis: Store, keys: DeskKeys) {
  /** The ids of the cards due at or before a time (Unix ms), the first `most` of the urgent ones and of the others. */
  const dueIn = (part: string, ms: number, most: number) =>
    redis.zrangebylex(keys.inOrder, `[${part}`, `(${part}${padded(ms + 1)}`, 'LIMIT', 0, most);
  const countDue = (part: string, ms: number) =>
    redis.zlexcount(keys.inOrder, `[${part}`, `(${part}${padded(ms + 1)}`);

  return {
    async first(most: number, whose: WaitingFor) {
      const orders = whose === 'all' ? ordersOf(keys) : [keys.inOrder];
      const [counts, places] = await Promise.all([
        Promise.all(orders.map((order) => redis.zcard(order))),
        most > 0 ? Promise.all(orders.map((order) => redis.zrange(order, '0', String(most - 1)))) : [],
      ]);
      const ids = places.flat().sort().slice(0, most).map(idIn);
      return { ids, count: counts.reduce((sum, count) => sum + count, 0) };
    },

    async count(now: number): Promise<WaitingCounts> {
      const [toBeTold, urgentLate, usualLate, ...counts] = await Promise.all([
        redis.zcard(keys.toBeTold),
        countDue(urgent, now),
        countDue(usual, now),
        ...waitingKinds.map((kind) => redis.zcard(keys.waitingOf(kind))),
      ]);
      const kinds = Object.fromEntries(waitingKinds.map((kind, at) => [kind, counts[at] ?? 0]));
      return { kinds: kinds as WaitingCounts['kinds'], late: urgentLate + usualLate, toBeTold };
    },

    async dueUpTo(ms: number, most = -1): Promise<readonly CardId[]> {
      const found = await Promise.all([dueIn(urgent, ms, most), dueIn(usual, ms, most)]);
      return found
        .flat()
        .slice(0, most < 0 ? undefined : most)
        .map(idIn);
    },

    async nextDueAfter(ms: number): Promise<number | undefined> {
      const found = await Promise.all(
        [urgent, usual].map((part) =>
          redis.zrangebylex(
            keys.inOrder,
            `[${part}${padded(ms + 1)}`,
            `(${part}${noDeadline}`,
            'LIMIT',
            0,
            1,
          ),
        ),
      );
      const times = found.flat().map((place) => Number(place.slice(1, 1 + digits)));
      return times.length > 0 ? Math.min(...times) : undefined;
    },

    /** One step for each person, over all cards that call them. */
    async peopleCalled(): Promise<readonly SlackUserId[]> {
      const people: SlackUserId[] = [];
      for (let from = '-'; ; ) {
        const [next] = await redis.zrangebylex(keys.called, from, '+', 'LIMIT', 0, 1);
        const [person] = next?.split(' ') ?? [];
        if (!person) return people;
        people.push(slackUserId(person));
        from = `[${person}!`;
      }
    },

    async calling(person: SlackUserId): Promise<readonly CardId[]> {
      const found = await redis.zrangebylex(keys.called, `[${person} `, `(${person}!`);
      return found.map(idIn);
    },

    async shownBefore(): Promise<readonly CardId[]> {
      return (await redis.zrange(keys.shownBefore, '0', '-1')).map(cardId);
    },
  };
}
