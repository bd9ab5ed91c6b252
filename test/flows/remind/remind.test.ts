import { beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card/card.js';
import type { Desk } from '../../../src/core/desk/desk.js';
import { actorFor } from '../../../src/core/desk/desk-now.js';
import { actId, cardId, type PanelId, type SlackUserId } from '../../../src/core/ids.js';
import { act } from '../../../src/flows/act.js';
import { putOff } from '../../../src/flows/remind/snooze.js';
import { aCard, aDesk, aMention, ana, aRota, ben, carla, minutes, tuesday } from '../../build.js';
import { aCardIn } from '../../core/card/card-in.js';
import { fakeClock } from '../../fakes/clock.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';
import { worksUntil } from '../due-work.js';

let ports: FakePorts;
/** Ana is on shift since 9:00 and until 13:00, then Ben until the library closes at 17:00. */
const opens = (given: Partial<Desk> = {}, now = tuesday) => {
  ports = fakePorts({ desk: aDesk(given), clock: fakeClock(now) });
};
beforeEach(() => opens());

const as = (person: SlackUserId) => actorFor(ports.desk, person);
const on = (day: number, hour: number, minute = 0) => Date.UTC(2026, 10, day, hour, minute);
const until = (then: number) => worksUntil(ports, then);

async function asks(n: number, at: number): Promise<Card['id']> {
  const id = cardId(`mention-${n}-2001`);
  const card = aCard({ id, acts: [aMention({ id: actId(String(n)), at })] });
  await ports.cards.change(id, () => ({ next: card, result: undefined }));
  return id;
}

/** The reminders in Slack: to whom, and about which cards. */
async function reminders(): Promise<readonly (readonly [SlackUserId | undefined, ...string[]])[]> {
  const posted = ports.board.channel.filter(({ of }) => of.startsWith('reminder-'));
  return Promise.all(
    posted.map(async ({ of, to }) => {
      const panel = await ports.panels.get(of as PanelId);
      return [to, ...(panel?.lists ?? []).map(({ card }) => card.split('-')[1] ?? '')] as const;
    }),
  );
}

describe('a question past its standard', () => {
  it('is on one reminder of whoever is on shift then, however many workers and rounds', async () => {
    await asks(5001, on(24, 10));
    await until(on(24, 16, 59));
    expect(await reminders()).toEqual([[ben, '5001']]);
  });

  it('is shown there as it is, also after somebody took it', async () => {
    const card = await asks(5001, on(24, 10));
    await until(on(24, 15));
    const shown = async () => {
      const [reminder] = ports.board.channel.filter(({ of }) => of.startsWith('reminder-'));
      return (await ports.panels.get((reminder?.of ?? '') as PanelId))?.message?.shown;
    };
    const before = (await shown()) ?? 0;
    await act(ports, card, { do: 'claim' }, as(ben));
    await until(on(24, 15, 5));
    expect(await shown()).toBeGreaterThan(before);
  });

  it('is shown there as it is, also where the reminder lists others and names this one as the oldest', async () => {
    const oldest = await asks(5001, on(24, 9, 30));
    await until(on(24, 13, 45));
    await asks(5002, on(24, 10, 40));
    await until(on(24, 15));
    const [, second] = ports.board.channel.filter(({ of }) => of.startsWith('reminder-'));
    const reminder = async () => ports.panels.get((second?.of ?? '') as PanelId);
    expect((await reminder())?.lists?.map(({ card }) => card)).not.toContain(oldest);
    const before = (await reminder())?.message?.shown ?? 0;
    await act(ports, oldest, { do: 'claim' }, as(ben));
    await until(on(24, 15, 5));
    expect((await reminder())?.message?.shown).toBeGreaterThan(before);
  });

  it('shares it with what came to be late at the same time, and the next hour brings the next', async () => {
    for (const [n, minute] of [
      [5001, 40],
      [5002, 40],
      [5003, 50],
      [5004, 55],
    ] as const) {
      await asks(n, on(24, 10, minute));
    }
    await until(on(24, 16, 59));
    expect(await reminders()).toEqual([
      [ben, '5001', '5002'],
      [ben, '5003', '5004'],
    ]);
    const [first = '', second = ''] = ports.board.channel
      .filter(({ of }) => of.startsWith('reminder-'))
      .map(({ of }) => of);
    const begun = async (id: string) => (await ports.panels.get(id as PanelId))?.message?.begunAt ?? 0;
    expect((await begun(second)) - (await begun(first))).toBeGreaterThanOrEqual(minutes(60));
  });

  it('is told to everybody on the shift, once each', async () => {
    const shifts = [
      { days: ['tue' as const], at: [{ fromMinute: 540, toMinute: 1020 }], who: ['ana', 'carla'] },
    ];
    opens({ rota: aRota({ shifts }) });
    await asks(5001, on(24, 10));
    await until(on(24, 16, 59));
    expect((await reminders()).toSorted()).toEqual([
      [ana, '5001'],
      [carla, '5001'],
    ]);
  });

  it('of an evening is not told at night, nor in the first hour of a shift that began with what waits', async () => {
    await asks(5001, on(24, 13, 30));
    await until(on(25, 9, 59));
    expect(await reminders()).toEqual([]);
    await until(on(25, 10, 1));
    expect(await reminders()).toEqual([[ana, '5001']]);
  });

  it("is nobody's any more when somebody answers before the reminder goes out", async () => {
    const id = await asks(5001, on(24, 10));
    await until(on(24, 14));
    await act(ports, id, { do: 'claim' }, as(ben));
    await until(on(24, 14, 20));
    expect(await reminders()).toEqual([]);
  });

  it('that waits for its turn past the end of a shift is told to whoever came', async () => {
    opens({ responseTargets: { question: minutes(60) } });
    await asks(5001, on(24, 11, 10));
    await asks(5002, on(24, 11, 30));
    await until(on(24, 12, 55));
    expect(await reminders()).toEqual([[ana, '5001']]);
    await until(on(24, 15));
    expect(await reminders()).toEqual([
      [ana, '5001'],
      [ben, '5002'],
    ]);
  });
});

describe('words that nobody checks', () => {
  it('are reminded of after as long as anything may lie, and whoever may not check them is not asked', async () => {
    opens({ fallback: 'carla', responseTargets: {} });
    const card = aCardIn('in-review', {
      acts: [aMention({ topic: 'praise' })],
      review: { askedAt: tuesday },
    });
    await ports.cards.change(card.id, () => ({ next: card, result: undefined }));
    await until(on(24, 12, 59));
    // Ana, who is on shift, wrote them.
    expect((await reminders()).map(([to]) => to)).toEqual([carla]);
  });
});

describe('the fallback person', () => {
  it('is asked when nobody is on shift, at most once a day', async () => {
    opens({ rota: aRota({ shifts: [] }), fallback: 'carla', responseTargets: { question: minutes(60) } });
    await asks(5001, on(24, 11));
    await asks(5002, on(24, 13));
    await until(on(25, 16));
    expect(await reminders()).toEqual([
      [carla, '5001'],
      [carla, '5001', '5002', '5002'],
    ]);
    const [first, second] = ports.board.channel.filter(({ of }) => of.startsWith('reminder-'));
    expect([first?.of, second?.of]).toEqual([`reminder-${carla}-1`, `reminder-${carla}-2`]);
  });

  it('hears of what the shift let wait for twice as long', async () => {
    opens({ fallback: 'carla', responseTargets: { question: minutes(120) } });
    await asks(5001, on(24, 10, 50));
    await until(on(24, 16, 59));
    expect(await reminders()).toEqual([
      [ana, '5001'],
      [carla, '5001'],
    ]);
  });
});

describe('what was late before today', () => {
  it('is told again on each open day to those whom no shift tells it, as nothing new', async () => {
    opens({ rota: aRota({ shifts: [] }), fallback: 'carla', responseTargets: { question: minutes(60) } });
    const id = await asks(5001, on(24, 11));
    await until(on(24, 17));
    await until(on(26, 16));
    expect(await reminders()).toEqual([
      [carla, '5001'],
      [carla, '5001'],
      [carla, '5001'],
    ]);
    const newest = ports.board.channel.filter(({ of }) => of.startsWith('reminder-')).at(-1)?.of;
    expect((await ports.panels.get(newest as PanelId))?.lists).toEqual([
      { card: id, dueAt: on(26, 9), again: true },
    ]);
  });

  it('is not told again by itself to somebody whose shift began with it', async () => {
    opens({ responseTargets: { question: minutes(60) } });
    await asks(5001, on(24, 14));
    await until(on(25, 16));
    expect(await reminders()).toEqual([[ben, '5001']]);
  });
});

describe('*Not now*', () => {
  it('sets what still waits aside for an hour; then it is late again', async () => {
    const id = await asks(5001, on(24, 9, 30));
    await until(on(24, 14, 10));
    const reminder = ports.board.channel.find(({ of }) => of.startsWith('reminder-'))?.of as PanelId;
    expect(await putOff(ports, reminder, as(ben))).toBeUndefined();
    expect(await putOff(ports, reminder, as(ben))).toBeUndefined();
    expect((await ports.cards.get(id))?.snoozedUntil).toBe(on(24, 15, 10));
    await until(on(24, 15, 30));
    expect(await reminders()).toEqual([
      [ben, '5001'],
      [ben, '5001'],
    ]);
  });

  it('is for staff', async () => {
    await asks(5001, on(24, 10));
    await until(on(24, 14, 30));
    const reminder = ports.board.channel.find(({ of }) => of.startsWith('reminder-'))?.of as PanelId;
    const stranger = { kind: 'outsider', id: ana } as const;
    expect(await putOff(ports, reminder, stranger)).toEqual({ refused: 'not-staff' });
  });
});
