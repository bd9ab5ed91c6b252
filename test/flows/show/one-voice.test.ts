import { beforeEach, describe, expect, it } from 'vitest';
import type { Panel } from '../../../src/core/board/panel.js';
import type { Card } from '../../../src/core/card/card.js';
import type { Desk } from '../../../src/core/desk/desk.js';
import { actorFor } from '../../../src/core/desk/desk-now.js';
import { actId, cardId, deskId, postId, token } from '../../../src/core/ids.js';
import { erasedPanel } from '../../../src/core/keeping/erased.js';
import { NotSent } from '../../../src/errors.js';
import { watchShifts } from '../../../src/flows/remind/shifts.js';
import { putOff } from '../../../src/flows/remind/snooze.js';
import { partsOf } from '../../../src/flows/show/one-voice.js';
import { showPanel } from '../../../src/flows/show/panel.js';
import { personToName } from '../../../src/flows/show/ping.js';
import { aCard, aDesk, aMention, ana, aPrivateSide, aRota, minutes, staff } from '../../build.js';
import { type FakeClock, fakeClock } from '../../fakes/clock.js';
import { fakePersons } from '../../fakes/persons.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';
import { workTogether } from '../due-work.js';

const on = (hour: number, minute = 0) => Date.UTC(2026, 10, 24, hour, minute);
const everybody = staff.map((member) => ({ ...member, trainee: false, xSignIn: true }));

let clock: FakeClock;
let central: FakePorts;
let branch: FakePorts;

function aSecondDesk(id: string, given: Partial<Desk>, shared: Partial<FakePorts>): FakePorts {
  const account = { handle: `${id}library`, plan: 'self-serve', longPosts: false } as const;
  const desk = aDesk({
    id: deskId(id),
    account,
    rota: aRota({ staff: everybody }),
    amongSeveral: true,
    ...given,
  });
  return fakePorts({ desk, ...shared });
}

/** Two desks: Ana is on shift at both from 9:00 to 13:00, and a question is late after half an hour. */
function open(given: Partial<Desk> = {}): void {
  clock = fakeClock(on(8));
  const shared = { clock, persons: fakePersons() };
  const responseTargets = { question: minutes(30) };
  central = aSecondDesk('central', { responseTargets }, shared);
  branch = aSecondDesk('branch', { responseTargets, ...given }, shared);
}
beforeEach(() => open());

const until = (hour: number, minute = 0) => workTogether([central, branch], on(hour, minute));

async function arrives(ports: FakePorts, n: number): Promise<Card> {
  const id = cardId(`mention-${n}-2001`);
  const act = aMention({ id: actId(String(n)), versions: [postId(String(n))], at: clock.now() });
  const card = aCard({ id, acts: [act] });
  await ports.cards.change(id, () => ({ next: card, result: undefined }));
  return card;
}

/** What Slack has for Ana, by desk. */
const told = (kind: string) =>
  [central, branch].flatMap(({ board, desk }) =>
    board.channel.filter(({ of, to }) => to === ana && of.startsWith(kind)).map(() => desk.id),
  );

/** Of which desks the one message of a kind speaks. */
async function spokenOf(kind: string): Promise<readonly string[]> {
  const [speaker] = told(kind);
  const ports = speaker === 'branch' ? branch : central;
  const posted = ports.board.channel.findLast(({ of, to }) => to === ana && of.startsWith(kind));
  const panel = posted && ((await ports.panels.get(posted.of as Panel['id'])) as Panel);
  return [speaker ?? '', ...(panel?.parts ?? []).map(({ desk }) => desk)].toSorted();
}

describe('a person who is on shift at two desks', () => {
  it('is told once at its beginning what waits at both, however many workers look', async () => {
    await arrives(central, 5001);
    await arrives(branch, 6001);
    await until(9, 20);
    expect(told('shift-start')).toHaveLength(1);
    expect(await spokenOf('shift-start')).toEqual(['branch', 'central']);
  });

  it('is told of the one desk where something waits', async () => {
    await arrives(branch, 6001);
    await until(9, 20);
    expect(told('shift-start')).toEqual(['branch']);
    expect(await spokenOf('shift-start')).toEqual(['branch']);
  });

  it('is told at the opening of a desk that opens later what waits there', async () => {
    const fromTen = [{ fromMinute: 600, toMinute: 1020 }];
    const openHours = { ...aRota().openHours, tue: fromTen };
    open({ rota: aRota({ staff: everybody, openHours }) });
    await arrives(central, 5001);
    await arrives(branch, 6001);
    await until(9, 55);
    expect(told('shift-start')).toEqual(['central']);
    await until(10, 5);
    expect(told('shift-start')).toEqual(['central', 'branch']);
  });

  it('gets one reminder an hour of what is late at both', async () => {
    await until(9, 40);
    await arrives(central, 5001);
    await arrives(branch, 6001);
    await until(10, 20);
    expect(told('reminder')).toHaveLength(1);
    expect(await spokenOf('reminder')).toEqual(['branch', 'central']);
    await arrives(branch, 6002);
    await until(11, 5);
    expect(told('reminder')).toHaveLength(1);
    await until(11, 20);
    expect(told('reminder')).toHaveLength(2);
  });

  it('puts off with one press what a reminder says of both', async () => {
    await until(9, 40);
    const cards = [await arrives(central, 5001), await arrives(branch, 6001)];
    await until(10, 20);
    const desks = {
      all: async () => [central, branch],
      now: async (id: string) => [central, branch].find(({ desk }) => desk.id === id),
    };
    for (const ports of [central, branch]) {
      const panel = await ports.panels.get('reminder-U0ANA0001-1' as Panel['id']);
      if (panel) await putOff(ports, panel.id, actorFor(ports.desk, ana), desks);
    }
    const left = [
      await central.cards.get(cards[0]?.id ?? cardId('')),
      await branch.cards.get(cards[1]?.id ?? cardId('')),
    ];
    expect(left.map((card) => card?.snoozedUntil)).toEqual([on(11, 20), on(11, 20)]);
  });

  it('is named five times an hour by both together', async () => {
    clock.pass(on(10) - clock.now());
    const named: boolean[] = [];
    for (let n = 0; n < 4; n++) {
      for (const ports of [central, branch]) {
        const card = await arrives(ports, 7000 + n);
        named.push((await personToName(ports, card, `line-${7000 + n}` as never)) !== undefined);
      }
    }
    expect(named.filter((one) => one)).toHaveLength(5);
  });

  it('hears once an hour how many more wait at both, also of those that come later', async () => {
    clock.pass(on(10) - clock.now());
    for (let n = 0; n < 6; n++) {
      for (const ports of [central, branch]) {
        const card = await arrives(ports, 7000 + n);
        await personToName(ports, card, `line-${7000 + n}` as never);
        await until(10, n);
      }
    }
    expect(told('rest')).toHaveLength(1);
    expect(await spokenOf('rest')).toEqual(['branch', 'central']);
  });
});

it('practice speaks for itself, and takes nothing of what real questions may call for', async () => {
  open({ account: { handle: 'practice', plan: 'self-serve', longPosts: false, practice: true } });
  await arrives(central, 5001);
  await arrives(branch, 6001);
  await until(9, 20);
  expect(told('shift-start').toSorted()).toEqual(['branch', 'central']);
});

describe('what one desk says for both', () => {
  const desks = {
    all: async () => [central, branch],
    now: async (id: string) => [central, branch].find(({ desk }) => desk.id === id),
  };
  const shiftStart = `shift-start-${ana}-${on(9)}` as Panel['id'];
  const panelOf = async (ports: FakePorts) => (await ports.panels.get(shiftStart)) as Panel;
  const set = (ports: FakePorts, step: (panel: Panel) => Panel | undefined) =>
    ports.panels.change(shiftStart, (panel) => ({ next: panel && step(panel), result: undefined }));

  async function bothTold(): Promise<void> {
    await arrives(central, 5001);
    await arrives(branch, 6001);
    await until(9, 20);
    expect(await spokenOf('shift-start')).toEqual(['branch', 'central']);
  }

  it('is said once when the worker that was to say it dies before it does', async () => {
    await arrives(central, 5001);
    await arrives(branch, 6001);
    clock.pass(on(9) - clock.now());
    await watchShifts(central);
    await showPanel(central, shiftStart, desks);
    clock.pass(minutes(0.1));
    const dead = new Promise<never>(() => {});
    const dies = await new Promise<string>((resolve) => {
      const voice = async (...args: Parameters<typeof central.persons.voice>) => {
        await central.persons.voice(...args);
        resolve('had the word');
        return dead;
      };
      void showPanel({ ...central, persons: { ...central.persons, voice } }, shiftStart, desks);
    });
    expect(dies).toBe('had the word');
    await until(9, 20);
    expect(told('shift-start')).toEqual(['central']);
    expect(await spokenOf('shift-start')).toEqual(['branch', 'central']);
  });

  it('is said for the other also when nothing waits at its own by then', async () => {
    const card = await arrives(central, 5001);
    await arrives(branch, 6001);
    await until(8, 59);
    central.board.next(new NotSent());
    branch.board.next(new NotSent());
    await workTogether([central, branch], on(9) + minutes(0.1));
    expect(told('shift-start')).toEqual([]);
    await central.cards.change(card.id, (now) => ({
      next: now && { ...now, state: 'dismissed' },
      result: undefined,
    }));
    await until(9, 20);
    expect(told('shift-start')).toHaveLength(1);
    expect(await spokenOf('shift-start')).toEqual(['branch', 'central']);
  });

  it('is said again by the other when somebody is forgotten and it is taken away', async () => {
    await bothTold();
    const [speaker, other] = told('shift-start')[0] === 'central' ? [central, branch] : [branch, central];
    await set(speaker, (panel) => erasedPanel(panel, clock.now()));
    await until(9, 40);
    expect(told('shift-start')).toEqual([other.desk.id]);
    expect((await panelOf(other)).parts ?? []).toEqual([]);
  });

  it('is not said again where nothing waits any more', async () => {
    await bothTold();
    const [speaker, other] = told('shift-start')[0] === 'central' ? [central, branch] : [branch, central];
    for (const id of await other.cards.withActsSince(0)) {
      await other.cards.change(id, (now) => ({
        next: now && { ...now, state: 'dismissed' },
        result: undefined,
      }));
    }
    await set(speaker, (panel) => erasedPanel(panel, clock.now()));
    await until(9, 40);
    expect(told('shift-start')).toEqual([]);
  });

  it('says what waits now when somebody is forgotten at the other', async () => {
    await bothTold();
    const [speaker, other] = told('shift-start')[0] === 'central' ? [central, branch] : [branch, central];
    await set(other, (panel) => erasedPanel(panel, clock.now()));
    await until(9, 40);
    expect(told('shift-start')).toEqual([speaker.desk.id]);
    expect(await panelOf(speaker)).toMatchObject({ startedAt: on(9, 20) });
    expect((await panelOf(speaker)).purgedAt).toBeUndefined();
  });

  /** The store as it was before either had said anything, with what Slack shows since. */
  async function restored(first: FakePorts): Promise<void> {
    for (const ports of [central, branch]) {
      const slotAt = clock.now() + (ports === first ? 0 : minutes(1));
      await set(ports, ({ parts: _parts, saidBy: _saidBy, message: _message, ...panel }) => ({
        ...panel,
        message: { token: token(`anew-${ports.desk.id}`), slotAt, shown: 0, to: ana },
      }));
    }
  }

  it.each(['central', 'branch'])(
    'is not said again after a restored copy, when %s comes first',
    async (first) => {
      await bothTold();
      const before = told('shift-start');
      await restored(first === 'central' ? central : branch);
      await until(9, 40);
      expect(told('shift-start')).toEqual(before);
      expect(await spokenOf('shift-start')).toEqual(['branch', 'central']);
    },
  );

  it('stays looked after when a restored copy learns of it too late', async () => {
    await bothTold();
    const [speaker, other] = told('shift-start')[0] === 'central' ? [central, branch] : [branch, central];
    const { ts } = (await panelOf(speaker)).message ?? {};
    await restored(other);
    await set(speaker, () => undefined);
    await showPanel(other, shiftStart, desks);
    expect(told('shift-start')).toHaveLength(2);
    await until(9, 40);
    expect((await panelOf(speaker)).message?.ts).toBe(ts);
    expect((await panelOf(speaker)).saidBy?.desk).toBe(speaker.desk.id);
  });
});

it('nothing of private messages reaches who is not in their channel, or is not any more', async () => {
  open();
  const inside = aPrivateSide({ rota: aRota({ staff: everybody }), amongSeveral: true });
  const side = fakePorts({ desk: inside, clock, persons: central.persons });
  const outside = {
    ...side,
    desk: { ...inside, rota: aRota({ staff: everybody.filter(({ slackId }) => slackId !== ana) }) },
  };
  const both = (private_: FakePorts) => ({
    all: async () => [central, private_],
    now: async (id: string) => [central, private_].find(({ desk }) => desk.id === id),
  });
  await arrives(central, 5001);
  await arrives(side, 6001);
  await workTogether([central, side], on(9, 20));
  const panel = (await central.panels.get(`shift-start-${ana}-${on(9)}` as Panel['id'])) as Panel;
  expect(panel.parts).toMatchObject([{ desk: 'central-private' }]);
  const said = async (desks: ReturnType<typeof both>) =>
    (await partsOf(desks, central.desk, panel, ana)).map(({ desk }) => desk.id);
  expect(await said(both(side))).toEqual(['central-private']);
  expect(await said(both(outside))).toEqual([]);

  open();
  const apart = { ...fakePorts({ desk: outside.desk, clock, persons: central.persons }) };
  await arrives(central, 5001);
  await arrives(apart, 6001);
  await workTogether([central, apart], on(9, 20));
  expect(told('shift-start')).toEqual(['central']);
  expect(await spokenOf('shift-start')).toEqual(['central']);
});
