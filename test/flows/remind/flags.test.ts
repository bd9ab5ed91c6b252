import { beforeEach, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card/card.js';
import type { Flag } from '../../../src/core/card/flag.js';
import type { Desk } from '../../../src/core/desk/desk.js';
import { actorFor } from '../../../src/core/desk/desk-now.js';
import { timings } from '../../../src/core/due/timings.js';
import { actId, cardId, type PanelId } from '../../../src/core/ids.js';
import { act } from '../../../src/flows/act.js';
import { flag } from '../../../src/flows/answer/flag.js';
import { aCard, aDesk, aMention, ana, aRota, ben, carla, minutes, staff, tuesday } from '../../build.js';
import { fakeClock } from '../../fakes/clock.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';
import { worksUntil } from '../due-work.js';

let ports: FakePorts;
const opens = (given: Partial<Desk> = {}, now = tuesday) => {
  // No card is late, so that nobody is told of that.
  const desk = aDesk({ responseTargets: {}, ...given });
  const everyHour = { ...timings, pollShiftsMs: minutes(60) };
  ports = fakePorts({ desk, clock: fakeClock(now), timings: everyHour });
};
beforeEach(() => opens());

const on = (day: number, hour: number, minute = 0) => Date.UTC(2026, 10, day, hour, minute);
const until = (then: number) => worksUntil(ports, then);

async function stands(n: number, given: Partial<Card> = {}): Promise<Card['id']> {
  const id = cardId(`mention-${n}-2001`);
  const card = aCard({ id, acts: [aMention({ id: actId(String(n)) })], ...given });
  await ports.cards.change(id, () => ({ next: card, result: undefined }));
  return id;
}
const flagged = (n: number, of: Partial<Flag> = {}) =>
  stands(n, { flag: { by: ben, at: tuesday, to: carla, ...of }, pending: [] });

/** The lists of flagged cards in Slack: to whom, on which day, and which cards. */
async function lists() {
  const posted = ports.board.channel.filter(({ of }) => of.startsWith('flags-'));
  return Promise.all(
    posted.map(async ({ of, to }) => {
      const panel = await ports.panels.get(of as PanelId);
      const begun = new Date(panel?.message?.begunAt ?? 0).toISOString().slice(5, 16);
      return [to, begun, ...(panel?.lists ?? []).map(({ card }) => card.split('-')[1])];
    }),
  );
}

it('a lead has one list of all flagged cards on each open day after the flag, until they are lifted', async () => {
  const first = await flagged(5001);
  await flagged(5002);
  await until(on(24, 18));
  expect(await lists()).toEqual([]);
  await until(on(25, 12));
  expect(await lists()).toEqual([[carla, '11-25T09:00', '5001', '5002']]);
  await act(ports, first, { do: 'unflag' }, actorFor(ports.desk, carla));
  await until(on(26, 12));
  expect((await lists()).slice(1)).toEqual([[carla, '11-26T09:00', '5002']]);
});

it('a flag of the evening is told when the library opens, and listed from the day after on', async () => {
  const id = await stands(5001);
  await until(on(24, 20));
  await flag(ports, id, '', actorFor(ports.desk, ben));
  await until(on(25, 16));
  const told = ports.board.channel.filter(({ of }) => of.startsWith('told-flagged-'));
  expect(told.map(({ to }) => to)).toEqual([ana]);
  expect(await lists()).toEqual([]);
  await until(on(26, 12));
  expect(await lists()).toEqual([[ana, '11-26T09:00', '5001']]);
});

it('the list of an earlier day ends, and no list comes on a closed day', async () => {
  await flagged(5001, { at: on(27, 15) });
  opens({}, on(28, 12));
  await flagged(5001, { at: on(27, 15) });
  await until(on(28, 13));
  const [saturday] = ports.board.channel.filter(({ of }) => of.startsWith('flags-'));
  expect((await ports.panels.get(saturday?.of as PanelId))?.closed).toBe(false);
  await until(on(29, 23));
  expect(await lists()).toHaveLength(1);
  await until(on(30, 10));
  expect(await lists()).toHaveLength(2);
  expect((await ports.panels.get(saturday?.of as PanelId))?.closed).toBe(true);
});

it('a flag whose lead is none any more asks the next, who is told at once and has it from then on', async () => {
  opens({ rota: aRota({ staff: staff.filter(({ slackId }) => slackId !== carla) }) });
  const id = await flagged(5001);
  await until(on(24, 12));
  expect((await ports.cards.get(id))?.flag?.to).toBe(ana);
  const told = ports.board.channel.filter(({ of }) => of.startsWith('told-flagged-'));
  expect(told.map(({ to }) => to)).toEqual([ana]);
  await until(on(25, 12));
  expect((await lists()).map(([to]) => to)).toEqual([ana]);
});

it('a flag that an earlier version left is on the list of whoever would be asked now', async () => {
  await stands(5001, { flag: { by: ben, at: tuesday }, pending: [] });
  await until(on(25, 12));
  expect(await lists()).toEqual([[ana, '11-25T09:00', '5001']]);
});

it('whose shift begins hears of what is flagged, also when nothing else waits', async () => {
  await flagged(5001);
  await until(on(24, 13, 5));
  const told = ports.board.channel.filter(({ of }) => of.startsWith('shift-start-'));
  expect(told.map(({ to }) => to)).toEqual([ana, ben]);
});

it('a colleague flags to the lead on shift, with a note; without words there is none', async () => {
  const asBen = actorFor(ports.desk, ben);
  await flag(ports, await stands(5001), 'needs the director', asBen);
  await flag(ports, await stands(5002), '', asBen);
  const flags = (await ports.cards.flagged()).map((card) => card.flag);
  expect(flags).toEqual([
    { by: ben, at: tuesday, to: ana, note: 'needs the director' },
    { by: ben, at: tuesday, to: ana },
  ]);
});

it('a lead who is away keeps it, whoever else is on shift', async () => {
  opens({}, tuesday + minutes(1));
  await flagged(5001);
  await until(on(26, 12));
  expect((await lists()).map(([to]) => to)).toEqual([carla, carla]);
});
