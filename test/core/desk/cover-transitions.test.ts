import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/core/card/actions.js';
import { isRefusal, type Refusal } from '../../../src/core/card/refusal.js';
import {
  askCover,
  askEveryone,
  type CoverAsk,
  closePast,
  coverTold,
  takeCover,
  undoCover,
  withdrawCover,
} from '../../../src/core/desk/cover-transitions.js';
import { actorFor } from '../../../src/core/desk/desk-now.js';
import { type DeskSettings, emptySettings } from '../../../src/core/desk/desk-settings.js';
import { settingsEntries } from '../../../src/core/due/due-entries.js';
import { agreedCovers, askedAlone, type CoverRequest, coverMessages } from '../../../src/core/rota/cover.js';
import { refusalSentence } from '../../../src/core/sentences/sentences.js';
import { aDesk, ana, ben, carla, minutes, stranger, tuesday } from '../../build.js';

const desk = aDesk();
const as = (id: string): Actor => actorFor(desk, id);
const at = (hour: number, minute = 0) => Date.UTC(2026, 10, 24, hour, minute);
const afternoon = { whose: ben, fromMs: at(13), toMs: at(17) };

type Result = { readonly next: DeskSettings; readonly result: CoverRequest } | Refusal;

function done(result: Result) {
  if (isRefusal(result)) throw new Error(`refused: ${result.refused}`);
  return result;
}
const said = (result: Result) => (isRefusal(result) ? refusalSentence(desk, result, tuesday) : 'done');

const asking = (given: Partial<CoverAsk> = {}, actor = as(ben), settings: DeskSettings = emptySettings) =>
  askCover(settings, desk, actor, { ...afternoon, ...given }, tuesday);
/** Ben asked everyone (or one), and somebody took it. */
function takenBy(who: string, given: Partial<CoverAsk> = {}) {
  const { next, result } = done(asking(given));
  return done(takeCover(next, as(who), result.id, tuesday + 1));
}

describe('asking', () => {
  it('is for a shift of that person, or a part of it', () => {
    expect(done(asking()).result).toMatchObject({ ...afternoon, askedBy: ben, askedAt: tuesday, version: 1 });
    expect(said(asking({ fromMs: at(14), toMs: at(15) }))).toBe('done');
  });

  it('for another time says when the shift is', () => {
    expect(said(asking({ whose: ana }))).toBe("13:00–17:00 isn't Ana's shift today. Ana's is 9:00–13:00.");
    expect(said(asking({ fromMs: at(12, 30) }))).toBe(
      "12:30–17:00 isn't Ben's shift today. Ben's is 13:00–17:00.",
    );
    expect(said(asking({ whose: carla }))).toBe('Carla has no shift today.');
    const saturday = 4 * 24 * 60 * minutes(1);
    const other = { whose: ben, fromMs: at(13) + saturday, toMs: at(17) + saturday };
    expect(said(asking(other))).toBe('Ben has no shift on Sat 28 Nov.');
  });

  it('may be done by a colleague for somebody who is ill', () => {
    expect(done(asking({}, as(carla))).result).toMatchObject({ whose: ben, askedBy: carla });
  });

  it('is not for people who do not answer, for what is over, or of whoever has the shift', () => {
    expect(asking({}, as(stranger))).toEqual({ refused: 'not-staff' });
    expect(asking({ asked: ben })).toEqual({ refused: 'cover-own' });
    expect(asking({ asked: stranger })).toEqual({ refused: 'not-colleague', by: stranger });
    expect(askCover(emptySettings, desk, as(ben), afternoon, at(17))).toEqual({ refused: 'cover-over' });
  });

  it('twice is asking once; for a part that is asked already it is refused', () => {
    const first = done(asking());
    const second = done(asking({}, as(ben), first.next));
    expect(second).toEqual({ next: first.next, result: first.result });
    expect(asking({ fromMs: at(14) }, as(ben), first.next)).toEqual({ refused: 'cover-asked' });
    expect(said(asking({ fromMs: at(14) }, as(ben), takenBy(ana).next))).toBe('done');
  });

  it('at the same moment for two shifts gives two requests', () => {
    const first = done(asking());
    const morning = { whose: ana, fromMs: at(11), toMs: at(13) };
    const second = done(asking(morning, as(carla), first.next));
    expect(second.result.id).not.toBe(first.result.id);
    expect(second.next.covers).toHaveLength(2);
  });
});

describe("I'll take it", () => {
  it('is won by the first press, and a doubled press is no mistake', () => {
    const { next, result } = takenBy(ana);
    expect(result).toMatchObject({ takenBy: ana, takenAt: tuesday + 1, version: 2 });
    expect(said(takeCover(next, as(carla), result.id, tuesday + 2))).toBe('Ana has already taken it.');
    expect(done(takeCover(next, as(ana), result.id, tuesday + 2))).toEqual({ next, result });
  });

  it('is not for whoever has the shift, nor for strangers, nor for what is over', () => {
    const { next, result } = done(asking());
    expect(said(takeCover(next, as(ben), result.id, tuesday))).toBe('Somebody else has to take it.');
    expect(takeCover(next, as(stranger), result.id, tuesday)).toEqual({ refused: 'not-staff' });
    expect(said(takeCover(next, as(ana), result.id, at(17)))).toBe("This isn't asked any more.");
    expect(takeCover(next, as(ana), 'unknown', tuesday)).toEqual({ refused: 'cover-over' });
  });

  it('makes a cover, of those who are on the staff', () => {
    const keyOf = (id: string) => desk.rota.staff.find(({ slackId }) => slackId === id)?.key;
    const { covers } = takenBy(ana).next;
    expect(agreedCovers(covers, keyOf)).toEqual([{ fromMs: at(13), toMs: at(17), of: 'ben', by: 'ana' }]);
    expect(agreedCovers(covers, (id) => (id === ana ? undefined : keyOf(id)))).toEqual([]);
    expect(agreedCovers(done(asking()).next.covers, keyOf)).toEqual([]);
  });

  it('tells both, and whoever asked for them', () => {
    const { result } = takenBy(ana);
    expect(coverMessages(result).map(({ part, to }) => [part, to])).toEqual([
      ['asked', undefined],
      ['taken', ben],
      ['taken', ana],
    ]);
    const forBen = done(asking({}, as(carla)));
    const { result: both } = done(takeCover(forBen.next, as(ana), forBen.result.id, tuesday));
    expect(coverMessages(both).map(({ to }) => to)).toEqual([undefined, ben, carla, ana]);
  });

  it('of the one who was asked shows where they were asked', () => {
    const { result } = takenBy(ana, { asked: ana });
    expect(coverMessages(result).map(({ part, to }) => [part, to])).toEqual([
      ['asked', ana],
      ['taken', ben],
    ]);
  });
});

describe('undoing', () => {
  it.each([ana, ben])('by either (%s) asks everyone again, and tells the other one', (by) => {
    const { next, result } = takenBy(ana);
    const undone = done(undoCover(next, as(by), result.id, tuesday + 2));
    expect(undone.result).toMatchObject({ takenBy: ana, over: { how: 'undone', by, again: true } });
    const [, again] = undone.next.covers;
    expect(again).toMatchObject({ ...afternoon, askedBy: ben, version: 1 });
    expect(again).not.toHaveProperty('takenBy');
    const told = coverMessages(undone.result).filter(({ part }) => part === 'undone');
    expect(told.map(({ to }) => to)).toEqual([by === ana ? ben : ana]);
    expect(agreedCovers(undone.next.covers, (id) => id)).toEqual([]);
  });

  it('what one colleague took asks everyone if they undo it, and nobody if the other one does', () => {
    const { next, result } = takenBy(ana, { asked: ana });
    const [, again] = done(undoCover(next, as(ana), result.id, tuesday + 2)).next.covers;
    expect(again).toMatchObject(afternoon);
    expect(again).not.toHaveProperty('asked');
    expect(done(undoCover(next, as(ben), result.id, tuesday + 2)).next.covers).toHaveLength(1);
  });

  it('is for those whom it concerns, once, and not when it is over', () => {
    const { next, result } = takenBy(ana);
    expect(said(undoCover(next, as(carla), result.id, tuesday))).toBe('Only Ben or Ana can do that.');
    expect(undoCover(next, as(ana), result.id, at(17))).toEqual({ refused: 'cover-over' });
    const undone = done(undoCover(next, as(ana), result.id, tuesday));
    expect(done(undoCover(undone.next, as(ana), result.id, tuesday)).next).toEqual(undone.next);
    expect(undoCover(undone.next, as(ben), result.id, tuesday)).toEqual({ refused: 'cover-over' });
    expect(undoCover(done(asking()).next, as(ben), result.id, tuesday)).toEqual({ refused: 'cover-over' });
  });
});

describe('never mind', () => {
  it('ends a request that nobody took', () => {
    const { next, result } = done(asking());
    const withdrawn = done(withdrawCover(next, as(ben), result.id, tuesday));
    expect(withdrawn.result.over).toEqual({ how: 'withdrawn', by: ben, at: tuesday });
    expect(takeCover(withdrawn.next, as(ana), result.id, tuesday)).toEqual({ refused: 'cover-over' });
    expect(said(withdrawCover(next, as(ana), result.id, tuesday))).toBe('Only Ben can do that.');
    expect(said(withdrawCover(takenBy(ana).next, as(ben), result.id, tuesday))).toBe(
      'Ana has already taken it.',
    );
  });
});

describe('asking everyone in place of one who does not answer', () => {
  it('ends what that one was asked, and asks all anew, once', () => {
    const { next, result } = done(asking({ asked: ana }));
    const widened = done(askEveryone(next, as(ben), result.id, tuesday + 1));
    expect(widened.result).toMatchObject({ asked: ana, over: { how: 'everyone', by: ben } });
    const [, again] = widened.next.covers;
    expect(again).toMatchObject({ ...afternoon, askedBy: ben, askedAt: tuesday + 1 });
    expect(again).not.toHaveProperty('asked');
    expect(takeCover(widened.next, as(ana), result.id, tuesday + 2)).toEqual({ refused: 'cover-over' });
    expect(done(askEveryone(widened.next, as(ben), result.id, tuesday + 2)).next).toBe(widened.next);
  });

  it('is for whoever asked or has the shift, and comes too late once it is taken', () => {
    const { next, result } = done(asking({ asked: ana }, as(carla)));
    expect(said(askEveryone(next, as(ana), result.id, tuesday))).toBe('Only Ben or Carla can do that.');
    expect(said(askEveryone(next, as(ben), result.id, tuesday))).toBe('done');
    expect(said(askEveryone(takenBy(ana, { asked: ana }).next, as(ben), result.id, tuesday))).toBe(
      'Ana has already taken it.',
    );
  });

  it('is offered to those two for as long as nothing came of it', () => {
    const { next, result } = done(asking({ asked: ana }, as(carla)));
    const waitsFor = (person: typeof ben, covers = next.covers, now = tuesday) =>
      askedAlone(covers, person, now).map(({ id }) => id);
    expect([waitsFor(ben), waitsFor(carla), waitsFor(ana)]).toEqual([[result.id], [result.id], []]);
    expect(waitsFor(ben, next.covers, at(17))).toEqual([]);
    expect(waitsFor(ben, takenBy(ana, { asked: ana }).next.covers)).toEqual([]);
    expect(waitsFor(ben, done(withdrawCover(next, as(ben), result.id, tuesday)).next.covers)).toEqual([]);
    expect(waitsFor(ben, done(asking()).next.covers)).toEqual([]);
  });
});

describe('in time', () => {
  it('messages are due until they know, and then the end of the shift is', () => {
    const { next, result } = done(asking());
    expect(settingsEntries(emptySettings)).toEqual([]);
    expect(settingsEntries(next)).toEqual([{ job: 'covers', id: 'desk', at: 0 }]);
    const told = coverTold(next, result.id, result.version);
    expect(settingsEntries(told)).toEqual([{ job: 'covers', id: 'desk', at: at(17) }]);
    expect(closePast(told, at(17) - 1)).toBe(told);
    const past = closePast(told, at(17));
    expect(past.covers).toMatchObject([{ over: { how: 'past', at: at(17) }, version: 2, told: 1 }]);
    expect(settingsEntries(coverTold(past, result.id, 2))).toEqual([]);
  });

  it('what was taken holds after its end, and is forgotten after a week', () => {
    const { next, result } = takenBy(ana);
    const past = coverTold(closePast(next, at(17)), result.id, 3);
    expect(agreedCovers(past.covers, (id) => id)).toHaveLength(1);
    expect(closePast(past, at(17) + 9 * 24 * 60 * minutes(1)).covers).toEqual([]);
  });
});
