import { beforeEach, describe, expect, it } from 'vitest';
import type { Panel } from '../../../src/core/board/panel.js';
import type { Card } from '../../../src/core/card/card.js';
import { isRefusal } from '../../../src/core/card/refusal.js';
import { actorFor } from '../../../src/core/desk/desk-now.js';
import { timings } from '../../../src/core/due/timings.js';
import type { PanelId } from '../../../src/core/ids.js';
import { Busy } from '../../../src/errors.js';
import { askForReport } from '../../../src/flows/report/ask.js';
import { sendTable, shareReport } from '../../../src/flows/report/share.js';
import { beginWeekly, endWeekly, reportWeekly } from '../../../src/flows/report/weekly.js';
import { ana, aPrivateSide, ben, carla, minutes, stranger, tuesday } from '../../build.js';
import { asked, on, times } from '../../core/report/scene.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';
import { worksUntil } from '../due-work.js';

let ports: FakePorts;
beforeEach(async () => {
  ports = fakePorts({ timings: { ...timings, pollShiftsMs: minutes(60) } });
  await keep(times(6, () => asked(on(18, 9), on(18, 10))));
});

async function keep(cards: readonly Card[]) {
  for (const card of cards) await ports.cards.change(card.id, () => ({ next: card, result: undefined }));
}
const lead = () => actorFor(ports.desk, ana);
const ask = (press = '1.2.abc', kind: 'week' | 'quarter' = 'week') =>
  askForReport(ports, lead(), kind, press);
const settle = () => worksUntil(ports, ports.clock.now() + minutes(5));
const reports = () => ports.board.channel.filter(({ of }) => of.startsWith('report-'));
const panelOf = async ({ of }: { of: string }) => (await ports.panels.get(of as PanelId)) as Panel;
/** The one report in Slack. */
async function theReport(): Promise<Panel> {
  const [first, ...more] = reports();
  expect(more).toEqual([]);
  return panelOf(first ?? { of: '' });
}

describe('a report that a lead asks for', () => {
  it('comes to them alone, with its charts, and once although the press came twice', async () => {
    await Promise.all([ask(), ask()]);
    await settle();
    expect(reports().map(({ to }) => to)).toEqual([ana]);
    const { report } = await theReport();
    expect(report?.figures).toMatchObject({ all: 6, standard: { of: 6, kept: 6 } });
    expect(report?.pictures).toHaveLength(3);
    await ask('9.9.other');
    await settle();
    expect(reports()).toHaveLength(2);
  });

  it('comes at night as well, because they wait for it', async () => {
    ports.clock.pass(minutes(12 * 60));
    await ask();
    await settle();
    expect(reports()).toHaveLength(1);
  });

  it.each([
    [ben, 'lead-only'],
    [stranger, 'not-staff'],
  ])('comes to nobody else: %s is refused', async (who, refused) => {
    const result = await askForReport(ports, actorFor(ports.desk, who), 'week', '1');
    expect(result).toMatchObject({ refused });
    await settle();
    expect(reports()).toEqual([]);
  });

  it('counts thousands of cards, also purged ones and those with newer acts, and what the network billed', async () => {
    await keep(times(450, (at) => asked(on(17, 10, at % 60), on(17, 12))));
    await ports.ledger.charge({ call: 'GET /2/users/me', priceMicroUsd: 10_000, count: 3, at: tuesday });
    const report = await ask();
    if (isRefusal(report)) throw new Error(report.refused);
    expect(report).toMatchObject({ all: 456, bill: [{ month: '2026-11', microUsd: 30_000 }] });
  });
});

it('says what came of follows where the desk looks, and nothing of it elsewhere', async () => {
  expect(await ask('1.1.off')).not.toHaveProperty('outcomes');
  ports = { ...ports, desk: { ...ports.desk, outcomes: true } };
  expect(await ask('1.1.on')).toMatchObject({ outcomes: { months: [], groups: {} } });
});

describe('charts', () => {
  it('that Slack takes no file for leave a report in words that says who can change that', async () => {
    ports.board.uploadRefused = 'missing_scope';
    await ask();
    await settle();
    expect((await theReport()).report).toMatchObject({ pictures: [], noPictures: 'not-permitted' });
  });

  it('that cannot be drawn leave a report in words, too', async () => {
    ports.charts.breaks();
    await ask();
    await settle();
    expect((await theReport()).report).toMatchObject({ pictures: [], noPictures: 'failed' });
    expect(ports.board.uploads).toEqual([]);
  });

  it('are not uploaded again for a message that has to be tried again', async () => {
    await ask();
    // The call after the last upload is told to wait.
    ports.board.meanwhile = async () => {
      if (ports.board.uploads.length === 2) ports.board.next(new Busy(tuesday + minutes(2), 'Slack'));
    };
    await worksUntil(ports, ports.clock.now() + minutes(10), 1);
    expect(reports()).toHaveLength(1);
    expect(ports.board.uploads).toHaveLength(3);
  });
});

describe('shared in the channel', () => {
  it('it is a message of its own there, once although asked twice, and both say who shared it', async () => {
    await ask();
    await settle();
    const { id } = await theReport();
    const [first, second] = [
      await shareReport(ports, id, lead()),
      await shareReport(ports, id, actorFor(ports.desk, carla)),
    ];
    expect([first, second]).toMatchObject([
      { by: ana, isFirst: true },
      { by: ana, isFirst: false },
    ]);
    await settle();
    expect(reports().map(({ to }) => to)).toEqual([ana, undefined]);
    const [own, shared] = await Promise.all(reports().map(panelOf));
    expect(shared?.report).toEqual(own?.report);
    expect(own?.report?.shared?.by).toBe(ana);
    expect(reports()[0]?.updates).toBe(1);
    expect(ports.board.uploads).toHaveLength(3);
  });

  it('a process that dies between the two messages leaves nothing undone: the next press does the rest', async () => {
    await ask();
    await settle();
    const { id } = await theReport();
    await shareReport(ports, id, lead());
    await ports.panels.change(id, (panel) => {
      if (!panel?.report) return { next: panel, result: undefined };
      const { shared: _lost, ...report } = panel.report;
      return { next: { ...panel, report }, result: undefined };
    });
    await shareReport(ports, id, lead());
    await settle();
    expect(reports()).toHaveLength(2);
    expect((await panelOf({ of: id })).report?.shared?.by).toBe(ana);
  });

  it('only a lead shares, and only a private report', async () => {
    await ask();
    const id = ports.due.all().find(({ job }) => job === 'panel')?.id as PanelId;
    expect(await shareReport(ports, id, actorFor(ports.desk, ben))).toMatchObject({ refused: 'lead-only' });
    await shareReport(ports, id, lead());
    expect(await shareReport(ports, `${id}-shared` as PanelId, lead())).toMatchObject({ refused: 'gone' });
  });
});

it('its numbers come as one file for one press, and a refusal is said', async () => {
  await ask();
  await settle();
  const { id } = await theReport();
  await sendTable(ports, id, lead(), '7.7');
  await sendTable(ports, id, lead(), '7.7');
  expect(ports.board.sent.map(({ name, to }) => [name, to])).toEqual([
    ['report-central-week-2026-11-16.csv', ana],
  ]);
  expect(new TextDecoder().decode(ports.board.sent[0]?.bytes)).toContain('came,question,count,6');
  ports.board.uploadRefused = 'missing_scope';
  expect(await sendTable(ports, id, lead(), '7.8')).toEqual({ outcome: 'not-permitted' });
  expect(await sendTable(ports, id, actorFor(ports.desk, ben), '7.9')).toMatchObject({
    refused: 'lead-only',
  });
});

describe('every week', () => {
  /** Lets time pass until then; what is due by itself is done by two workers at once. */
  const until = async (then: number) => {
    const next = () => ports.due.all().find(({ at, job }) => job === 'report' && at <= then);
    for (let due = next(); due; due = next()) {
      ports.clock.pass(Math.max(0, due.at - ports.clock.now()));
      await Promise.all([reportWeekly(ports), reportWeekly(ports)]);
      await settle();
    }
    ports.clock.pass(Math.max(0, then - ports.clock.now()));
  };

  it('it comes once when the library first opens, to who wanted it, until they end that', async () => {
    await beginWeekly(ports, lead());
    await until(on(29, 12));
    await reportWeekly(ports);
    await settle();
    expect(reports()).toEqual([]);
    await until(on(30, 12));
    expect((await theReport()).report).toMatchObject({
      weekly: true,
      figures: { period: { fromMs: on(23, 0) } },
    });
    await until(Date.UTC(2026, 11, 7, 12));
    expect(reports().map(({ to }) => to)).toEqual([ana, ana]);
    expect(await endWeekly(ports, lead())).toEqual({ ended: true });
    expect(await endWeekly(ports, lead())).toEqual({ ended: false });
    await until(Date.UTC(2026, 11, 14, 12));
    expect(reports()).toHaveLength(2);
  });

  it('it begins for a lead alone, and goes to another lead when that one is none any more', async () => {
    expect(await beginWeekly(ports, actorFor(ports.desk, ben))).toMatchObject({ refused: 'lead-only' });
    await beginWeekly(ports, lead());
    const { rota } = ports.desk;
    const staff = rota.staff.map((one) => (one.slackId === ana ? { ...one, gone: true as const } : one));
    ports = { ...ports, desk: { ...ports.desk, rota: { ...rota, staff } } };
    await until(on(30, 12));
    expect(reports().map(({ to }) => to)).toEqual([carla]);
  });

  it('it comes for private messages too, to a lead who answers them', async () => {
    const side = fakePorts({ desk: aPrivateSide(), clock: ports.clock });
    ports = { ...ports, inPrivate: side };
    await beginWeekly(ports, lead());
    await until(on(30, 12));
    await worksUntil(side, ports.clock.now() + minutes(5));
    expect(side.board.channel.map(({ of, to }) => [of, to])).toEqual([['report-weekly-2026-11-23', ana]]);
    expect(
      (await side.panels.get('report-weekly-2026-11-23' as PanelId))?.report?.figures.bill,
    ).toBeUndefined();
  });
});
