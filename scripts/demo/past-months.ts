import { Temporal } from 'temporal-polyfill';
import type { DeskConfig } from '../../src/config/desk-file.js';
import type { Act, Answer, Card } from '../../src/core/card/card.js';
import { cardKey } from '../../src/core/card/message.js';
import { timings } from '../../src/core/due/timings.js';
import { hourMs, minuteMs } from '../../src/core/durations.js';
import { accountId, actId, cardId, panelId, postId, token } from '../../src/core/ids.js';
import type { Topic } from '../../src/core/post/topic.js';
import { createLog } from '../../src/log.js';
import { createRandom } from '../../src/sandbox/world/random.js';
import { createCards } from '../../src/store/document-kinds.js';
import { deskKeys } from '../../src/store/keys.js';
import { connectStore } from '../../src/store/redis.js';
import { createLedger, createWatermarks } from '../../src/store/x-records.js';

/** How much of a day's posts comes in each hour from 8 on. In the hour at noon one person is alone at the desk. */
const byHour = [1, 3, 5, 6, 7, 6, 5, 5, 7, 6, 3, 2, 1];
const [firstHour, thinHour] = [8, 12];
/** How many posts come on each day from Monday, about. */
const byDay = [9, 8, 7, 8, 6, 4, 1];
const topics: readonly (readonly [Topic, share: number])[] = [
  ['question', 0.62],
  ['praise', 0.2],
  ['complaint', 0.08],
  ['other', 0.1],
];
/** What X bills for a day in a small town (millionths of a dollar). */
const dayMicroUsd = 140_000;
/** Everything is stored in parts of so many. */
const atOnce = 100;

/**
 * Fills the store of a desk with what is left of some months in a small town, as purged cards: who wrote, what they wrote and
 * what was answered is gone. The same for the same `fromMs` and `untilMs` (Unix ms). The desk must not run yet.
 */
export async function fillPastMonths(
  desk: DeskConfig,
  { redisUrl, prefix }: { readonly redisUrl: string; readonly prefix: string },
  fromMs: number,
  untilMs: number,
): Promise<void> {
  const store = connectStore(redisUrl, createLog('silent'));
  try {
    const keys = deskKeys(prefix, desk.id);
    await createWatermarks(store, keys).begunAt(fromMs);
    const cards = createCards(store, keys, timings, desk);
    const past = pastCards(desk, fromMs, untilMs);
    for (let at = 0; at < past.length; at += atOnce) {
      const some = past.slice(at, at + atOnce);
      await Promise.all(some.map((card) => cards.change(card.id, () => ({ next: card, result: undefined }))));
    }
    const ledger = createLedger(store, keys);
    for (const { epochMilliseconds: at } of daysIn(desk, fromMs, untilMs)) {
      await ledger.charge({ call: 'GET /2/users/:id/mentions', at, priceMicroUsd: dayMicroUsd, count: 1 });
    }
  } finally {
    store.disconnect();
  }
}

/** What happened in these months, oldest first. */
export function pastCards(desk: Pick<DeskConfig, 'rota'>, fromMs: number, untilMs: number): readonly Card[] {
  const random = createRandom(20);
  const chance = (share: number) => random.integer(1000) < share * 1000;
  const pick = <T>(weighted: readonly (readonly [T, number])[]): T | undefined => {
    const drawn = random.integer(1000) / 1000;
    const upTo = (at: number) => weighted.slice(0, at + 1).reduce((all, [, share]) => all + share, 0);
    return weighted.find((_, at) => drawn < upTo(at))?.[0];
  };
  const sum = byHour.reduce((all, one) => all + one, 0);
  const hours = byHour.map((share, at) => [firstHour + at, share / sum] as const);
  let number = 0;
  return daysIn(desk, fromMs, untilMs)
    .flatMap((day) => {
      const timeOn = (hour: number) =>
        day.add({ hours: hour, minutes: random.integer(60), seconds: random.integer(60) }).epochMilliseconds;
      const posts = Array.from({ length: random.integer(2 * (byDay[day.dayOfWeek - 1] ?? 0) + 1) }, () => {
        const hour = pick(hours) ?? firstHour;
        const topic = pick(topics) ?? 'question';
        const isSlow = hour === thinHour ? chance(0.45) : chance(0.07);
        const waitedMs = isSlow ? (20 + random.integer(30)) * hourMs : (3 + random.integer(90)) * minuteMs;
        number += 1;
        const isAnswered = topic === 'praise' || topic === 'other' ? chance(0.3) : chance(0.94);
        return postCard(number, topic, timeOn(hour), isAnswered ? waitedMs : undefined, {
          byHand: chance(0.12),
          opening: pick([
            ['kept', 0.5],
            ['rewritten', 0.35],
            ['own', 0.15],
          ] as const),
        });
      });
      const follows = Array.from({ length: random.integer(5) }, () => {
        number += 1;
        return followCard(
          number,
          timeOn(10 + random.integer(9)),
          pick([
            ['sent', 0.3],
            ['hello', 0.4],
            ['expired', 0.3],
          ] as const),
        );
      });
      const hello =
        day.dayOfWeek === 5
          ? [helloCard(day.toPlainDate().toString(), timeOn(15), 6 + random.integer(9), random.integer(5))]
          : [];
      return [...posts, ...follows, ...hello];
    })
    .filter(({ acts, answers }) => [...acts, ...answers].every(({ at }) => at < untilMs));
}

/** Each day that begins in a time, on the desk's calendar. */
function daysIn(
  { rota }: Pick<DeskConfig, 'rota'>,
  fromMs: number,
  untilMs: number,
): readonly Temporal.ZonedDateTime[] {
  const days: Temporal.ZonedDateTime[] = [];
  const first = Temporal.Instant.fromEpochMilliseconds(fromMs).toZonedDateTimeISO(rota.timeZone).startOfDay();
  for (let day = first; day.epochMilliseconds < untilMs; day = day.add({ days: 1 })) days.push(day);
  return days;
}

/** What all these cards have in common. Their messages were never posted in this Slack. */
function purged(id: string, number: number, act: Act, more: Pick<Card, 'state'> & Partial<Card>): Card {
  const at = more.answers?.[0]?.at ?? act.at;
  return {
    id: cardId(id),
    format: 2,
    version: 1,
    patron: { id: accountId(`40${number}`), handle: '', name: '' },
    acts: [act],
    changedAt: at,
    passes: [],
    keptWords: [],
    answers: [],
    history: [],
    pending: [],
    messages: { [cardKey]: { token: token(`past-${id}`), slotAt: 0, shown: 1, changesAt: 0, quiet: true } },
    purgedAt: at,
    ...more,
  };
}

function postCard(
  number: number,
  topic: Topic,
  at: number,
  waitedMs: number | undefined,
  { byHand, opening }: { readonly byHand: boolean; readonly opening: Answer['opening'] },
): Card {
  const id = actId(`30${number}`);
  const act: Act = {
    ...{ kind: 'mention', id, at, topic, versions: [postId(id)], answered: waitedMs !== undefined },
    ...{ purged: true, text: '', links: [], media: [] },
  };
  const card = `mention-${id}-40${number}`;
  if (waitedMs === undefined) {
    return purged(card, number, act, { state: 'dismissed', closed: { at: at + hourMs, reason: 'no-reply' } });
  }
  const answer: Answer = {
    ...{ postId: postId(`50${number}`), covers: [id], text: '', at: at + waitedMs },
    ...(byHand ? { how: 'in-x' } : { how: 'as-approved', n: 1, ...(opening && { opening }) }),
  };
  return purged(card, number, act, { state: 'sent', answers: [answer] });
}

function followCard(number: number, at: number, became: 'sent' | 'hello' | 'expired' | undefined): Card {
  const id = actId(`follow-40${number}`);
  const act: Act = { kind: 'follow', id, at, answered: became === 'sent', purged: true };
  if (became === 'hello') {
    return purged(id, number, act, { state: 'dismissed', closed: { at: at + hourMs, reason: 'hello' } });
  }
  if (became !== 'sent') return purged(id, number, act, { state: 'expired' });
  const answer: Answer = {
    postId: postId(`50${number}`),
    covers: [id],
    text: '',
    at: at + hourMs,
    how: 'in-x',
  };
  return purged(id, number, act, { state: 'sent', answers: [answer] });
}

/** A hello to everybody new, on Fridays. */
function helloCard(day: string, at: number, greeted: number, answers: number): Card {
  const digest = panelId(`digest-${day}`);
  const id = actId(`hello-${digest}`);
  const number = Number(day.replaceAll('-', ''));
  const act: Act = {
    kind: 'hello',
    id,
    at,
    answered: true,
    purged: true,
    digest,
    greets: greeted,
    greeted,
    answers,
  };
  const answer: Answer = {
    postId: postId(`60${number}`),
    covers: [id],
    text: '',
    at,
    how: 'as-approved',
    n: 1,
  };
  return purged(id, number, act, { state: 'sent', answers: [answer] });
}
