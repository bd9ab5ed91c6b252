import { describe, expect, it } from 'vitest';
import { postId } from '../../../src/core/ids.js';
import { purgedCard } from '../../../src/core/keeping/purged-card.js';
import { shareOf } from '../../../src/core/report/figures.js';
import { aCard, aDesk, aMention, ana, aPrivateMessage, minutes, tuesday } from '../../build.js';
import { asked, followed, on, reportOn, times } from './scene.js';

const hours = (count: number) => minutes(60 * count);

it('a half and nine in ten are the nearest ranks', () => {
  const ten = [10, 1, 9, 2, 8, 3, 7, 4, 6, 5];
  expect([shareOf(ten, 0.5), shareOf(ten, 0.9)]).toEqual([5, 9]);
  expect([shareOf([7, 3, 5], 0.5), shareOf([7, 3, 5], 0.9)]).toEqual([5, 7]);
});

it('the time to answer runs in open hours, over a weekend too', () => {
  // 10, 20, 30 and 40 minutes, and 75 from Saturday half past four to Monday quarter to ten.
  const cards = [
    ...[10, 20, 30, 40].map((wait) => asked(on(18, 10), on(18, 10, wait))),
    asked(on(21, 16, 30), on(23, 9, 45)),
  ];
  expect(reportOn(cards).waited).toEqual({ half: minutes(30), nineInTen: minutes(75) });
  expect(reportOn(cards.slice(1)).waited).toBeUndefined();
});

it('what was answered by hand counts as the rest, and what was set aside meanwhile does not', () => {
  const setAside = { clock: { stops: [{ from: on(18, 11), to: on(18, 14) }] } };
  const report = reportOn([
    ...times(5, () => asked(on(18, 10), on(18, 15), setAside, 'x')),
    ...times(5, () => asked(on(18, 10), on(18, 10, 30))),
  ]);
  expect(report.waited).toEqual({ half: minutes(30), nineInTen: hours(2) });
  expect(report.byOutcome).toEqual({
    'in-desk': 5,
    'by-hand': 5,
    greeted: 0,
    'left-alone': 0,
    removed: 0,
    waiting: 0,
  });
});

describe('the standard', () => {
  // The desk promises an answer to a question within four open hours.
  it('is kept by what was answered in time, and slips by what was answered later or still waits', () => {
    const late = asked(on(20, 12), on(21, 10, 30));
    const waits = asked(on(21, 9));
    const report = reportOn([...times(6, () => asked(on(18, 9), on(18, 12))), late, waits]);
    expect(report.standard).toEqual({ of: 8, kept: 6 });
    expect(report.late).toBe(2);
    expect(report.slipped).toEqual([
      {
        at: on(21, 9),
        topic: 'question',
        post: postId(waits.acts[0]?.id ?? ''),
        // Eight on Saturday, eight on Monday, and an hour and 42 minutes today.
        waitedMs: hours(16) + minutes(102),
        isAnswered: false,
      },
      {
        at: on(20, 12),
        topic: 'question',
        post: postId(late.acts[0]?.id ?? ''),
        waitedMs: hours(6.5),
        isAnswered: true,
      },
    ]);
  });

  it('judges nobody for what was closed without an answer, taken back, has no time, or is not over yet', () => {
    const gone = asked(on(18, 9));
    const report = reportOn([
      asked(on(18, 9), undefined, {
        state: 'dismissed',
        closed: { by: ana, at: on(18, 10), reason: 'no-reply' },
      }),
      { ...gone, state: 'withdrawn', acts: gone.acts.map((act) => ({ ...act, gone: true as const })) },
      aCard({ acts: [aMention({ at: on(18, 9), topic: 'praise' })] }),
      asked(on(18, 9), undefined, { snoozedUntil: tuesday + 1, clock: { stops: [{ from: on(18, 10) }] } }),
      ...times(5, () => asked(on(18, 9), on(18, 10))),
    ]);
    expect(report).toMatchObject({ late: 0, standard: { of: 5, kept: 5 } });
  });

  it('begins anew for what waits again after it was closed, and not for what was answered before', () => {
    const again = asked(on(17, 9), on(19, 10), { clock: { stops: [], waitsFrom: on(19, 9) } });
    const before = asked(on(17, 9), on(17, 11), { clock: { stops: [], waitsFrom: on(20, 9) } });
    expect(reportOn(times(5, () => again)).waited).toEqual({ half: hours(1), nineInTen: hours(1) });
    expect(reportOn(times(5, () => before)).waited).toEqual({ half: hours(2), nineInTen: hours(2) });
  });

  it('is the desk’s: a promise of an open day ends at the same hour of the next one', () => {
    const desk = aDesk({ responseTargets: { question: { openDays: 1 } } });
    const saturday = on(21, 11);
    const inTime = reportOn(
      times(5, () => asked(saturday, on(23, 11))),
      desk,
    );
    const late = reportOn(
      times(5, () => asked(saturday, on(23, 11, 1))),
      desk,
    );
    expect([inTime.late, late.late]).toEqual([0, 5]);
  });
});

it('followers are greeted by an answer or a hello, or left alone; nobody is late with them', () => {
  const hello = { state: 'dismissed', closed: { at: on(19, 9), reason: 'hello' } } as const;
  const report = reportOn([
    ...times(6, () => followed(on(18, 9), hello)),
    ...times(5, () => followed(on(18, 9), { state: 'expired' })),
  ]);
  expect(report.byOutcome).toMatchObject({ greeted: 6, 'left-alone': 5 });
  expect(report).toMatchObject({ all: 11, byKind: { follow: 11, question: 0 }, late: 0, byHour: [] });
  expect(report.standard).toBeUndefined();
});

it('a card counts the same once it is purged', () => {
  const cards = [...times(6, () => asked(on(18, 9), on(18, 12))), asked(on(20, 12), on(21, 10, 30))];
  const purged = cards.map((card) => purgedCard(card, tuesday));
  expect(reportOn(purged)).toEqual(reportOn(cards));
});

it('counts what came in the week alone, by the desk’s calendar', () => {
  const report = reportOn([
    ...times(5, () => asked(on(16, 0))),
    ...times(5, () => asked(on(22, 23, 59))),
    asked(on(15, 23, 59)),
    asked(on(23, 0)),
  ]);
  expect(report.all).toBe(10);
});

it('a private message is linked to by nothing', () => {
  const card = aCard({ acts: [aPrivateMessage({ at: on(18, 9) })] });
  const report = reportOn(times(5, () => card));
  expect(report.byKind).toMatchObject({ private: 5 });
  expect(report.slipped.map(({ post, topic }) => [post, topic])).toEqual(
    times(5, () => [undefined, 'private']),
  );
});

describe('hours', () => {
  it('are counted together where few can be said, and split no block that would tell one to four', () => {
    const report = reportOn([
      ...times(6, () => asked(on(17, 10), on(17, 11))),
      ...times(7, () => asked(on(17, 12), on(19, 11))),
      ...times(5, () => asked(on(18, 12), on(18, 13))),
      ...times(6, () => asked(on(19, 14), on(19, 15))),
      ...times(3, () => asked(on(20, 14), on(21, 15))),
      ...times(2, () => asked(on(21, 16), on(24, 9))),
    ]);
    // Two alone came from 15 on: the six from 9 on are left out with them.
    expect(report.hoursTogether).toBe(3);
    expect(report.byHour).toEqual([{ hour: 9 }, { hour: 12, came: 21 }, { hour: 15 }]);
    expect(report.byWeekHour).toEqual([
      { weekday: 'tue', hour: 12, came: 7 },
      { weekday: 'wed', hour: 12, came: 5 },
      { weekday: 'thu', hour: 12, came: 6 },
    ]);
  });

  it('a weekday alone without five posts at an hour takes the next smallest with it', () => {
    const days = [16, 17, 18, 19, 20, 21];
    const cards = [
      ...days.flatMap((day) => times(day === 18 ? 5 : 6, () => asked(on(day, 10)))),
      ...times(3, () => asked(on(22, 10))),
    ];
    const shown = reportOn(cards).byWeekHour.map(({ weekday }) => weekday);
    expect(shown).toEqual(['mon', 'tue', 'thu', 'fri', 'sat']);
  });
});

it('says when the desk began where that was within the time, and the starters, hellos and bill as they are given', () => {
  const hello = { kind: 'hello', digest: 'digest-2026-11-18', greets: 7, greeted: 7, answers: 2 } as never;
  const kept = { opening: 'kept' } as const;
  const card = asked(on(18, 9), on(18, 10));
  const cards = times(6, () => ({ ...card, answers: card.answers.map((one) => ({ ...one, ...kept })) }));
  const bill = [{ month: '2026-11', microUsd: 3_200_000 }];
  const report = reportOn(cards, aDesk(), { hellos: [hello], begunAt: on(17, 9), bill });
  expect(report).toMatchObject({ begunAt: on(17, 9), openings: { kept: 6, rewritten: 0, own: 0 }, bill });
  expect(report.hellos).toEqual({ count: 1, greeted: 7 });
  expect(reportOn(cards, aDesk(), { begunAt: on(16, 0) }).begunAt).toBeUndefined();
});
