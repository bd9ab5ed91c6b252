import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card/card.js';
import type { Message } from '../../../src/core/card/message.js';
import type { Desk } from '../../../src/core/desk/desk.js';
import { handoversAt } from '../../../src/core/due/handover.js';
import { type SlackUserId, token } from '../../../src/core/ids.js';
import { aCard, aDesk, aMention, ana, aRota, ben, carla } from '../../build.js';

const on = (hour: number, minute = 0, day = 24) => Date.UTC(2026, 10, day, hour, minute);
const hours = (count: number) => count * 3_600_000;

/** Ana is on shift from 9 to 13; what Ben and Carla do is up to the test. Open from 9 to 17. */
function deskWhere(shifts: readonly (readonly [who: string, from: number, to: number])[]): Desk {
  const days = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
  const all = [['ana', 9, 13] as const, ...shifts].map(([who, from, to]) => ({
    days,
    at: [{ fromMinute: from * 60, toMinute: to * 60 }],
    who: [who],
  }));
  return aDesk({ fallback: 'carla', responseTargets: { question: hours(4) }, rota: aRota({ shifts: all }) });
}

/** A question that came and was called to at a time. */
function asked(at: number, to: SlackUserId | undefined, given: Partial<Card> = {}): Card {
  const line: Message = {
    token: token('t'),
    slotAt: at,
    begunAt: at,
    shown: 1,
    ...(to ? { to } : { quiet: true }),
  };
  return aCard({ acts: [aMention({ at })], messages: { 'line-5001': line }, ...given });
}

const told = (desk: Desk, now: number, ...cards: readonly Card[]) =>
  handoversAt(desk, cards, now).map(({ at, people, cards: found }) => [at, people, found.length]);

describe('a question that Ana was called to, and whose deadline is after her shift', () => {
  const question = asked(on(11), ana);

  it('is told to whoever is on shift when hers ends, and not before', () => {
    const desk = deskWhere([['ben', 10, 17]]);
    expect(told(desk, on(12, 59), question)).toEqual([]);
    expect(told(desk, on(13), question, { ...question })).toEqual([[on(13), [ben], 2]]);
  });

  it('is told to the fallback person when nobody is', () => {
    expect(told(deskWhere([]), on(13), question)).toEqual([[on(13), [carla], 1]]);
  });

  it('is said by the message of a shift that begins then, or later', () => {
    expect(told(deskWhere([['ben', 13, 17]]), on(13), question)).toEqual([]);
    expect(told(deskWhere([['ben', 14, 17]]), on(14), question)).toEqual([]);
  });

  it('is no handover once somebody has it, it is late, or it was put off', () => {
    const desk = deskWhere([['ben', 10, 17]]);
    const taken = { ...question, state: 'claimed', holder: { id: ben, since: on(12) } } as const;
    expect(told(desk, on(13), taken)).toEqual([]);
    expect(told(desk, on(15, 1), question)).toEqual([]);
    expect(told(desk, on(13), { ...question, snoozedUntil: on(16) })).toEqual([]);
  });

  it('waits for open hours: what was left at closing is told at opening', () => {
    const desk = deskWhere([['ben', 13, 17]]);
    const late = asked(on(16), ben);
    expect(told(desk, on(17), late)).toEqual([]);
    // Ana's shift begins then, and its message says it.
    expect(told(desk, on(9, 0, 25), late)).toEqual([]);
    const alone = deskWhere([]);
    const noAna = { ...alone, rota: { ...alone.rota, shifts: [] } };
    expect(told(noAna, on(9, 0, 25), late).map(([, people]) => people)).toEqual([[carla]]);
  });
});

it('a post that called nobody, or that has no deadline, is handed to nobody', () => {
  const desk = deskWhere([['ben', 10, 17]]);
  const thanks = asked(on(11), ana, { acts: [aMention({ at: on(11), topic: 'praise' })] });
  expect(told(desk, on(13), asked(on(11), undefined), thanks)).toEqual([]);
});
