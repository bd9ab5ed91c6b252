import { beforeEach, describe, expect, it } from 'vitest';
import type { Action } from '../../../src/core/card/actions.js';
import type { Card } from '../../../src/core/card/card.js';
import { isRefusal } from '../../../src/core/card/refusal.js';
import { actorFor } from '../../../src/core/desk/desk-now.js';
import { cardId, type PanelId, panelId, type SlackUserId } from '../../../src/core/ids.js';
import { Rejected } from '../../../src/errors.js';
import { act } from '../../../src/flows/act.js';
import { followUp } from '../../../src/flows/after/after.js';
import { watchShifts } from '../../../src/flows/remind/shifts.js';
import { showPanel } from '../../../src/flows/show/panel.js';
import { aDesk, ana, aRota, ben, carla, minutes, staff } from '../../build.js';
import { aCardIn } from '../../core/card/card-in.js';
import { fakeClock } from '../../fakes/clock.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';
import { worksUntil } from '../due-work.js';

const on = (hour: number, minute = 0) => Date.UTC(2026, 10, 24, hour, minute);
/** Ben is a trainee. Ana, a lead, is on shift from 9 to 13, Carla, the other lead, from 13 to 17. */
const days = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const shifts = [
  { days, at: [{ fromMinute: 540, toMinute: 780 }], who: ['ana', 'ben'] },
  { days, at: [{ fromMinute: 780, toMinute: 1020 }], who: ['carla'] },
];

let ports: FakePorts;
beforeEach(() => begins(on(10)));
function begins(at: number, desk = aDesk({ rota: aRota({ shifts }) })): void {
  ports = fakePorts({ desk, clock: fakeClock(at) });
}

const until = (hour: number, minute = 0) => worksUntil(ports, on(hour, minute));

async function has(n: number, given: Partial<Card> = {}, by = ben): Promise<Card['id']> {
  const card = { ...aCardIn('claimed', given, by), id: cardId(`mention-${n}-2001`) };
  await ports.cards.change(card.id, () => ({ next: card, result: undefined }));
  return card.id;
}

async function does(person: SlackUserId, id: Card['id'], action: Action): Promise<void> {
  const result = await act(ports, id, action, actorFor(ports.desk, person));
  if (isRefusal(result)) throw new Error(`${action.do} was refused: ${result.refused}`);
}

/** The messages that told somebody something: to whom, and what. */
async function told(): Promise<readonly (readonly [SlackUserId | undefined, ...string[]])[]> {
  const messages = ports.board.channel.filter(({ of }) => of.startsWith('told-'));
  return Promise.all(
    messages.map(async ({ of, to }) => {
      const panel = await ports.panels.get(panelId(of));
      return [to, ...(panel?.lists ?? []).map(({ telling }) => telling?.what ?? '')] as const;
    }),
  );
}
const begunPanels = () => ports.board.channel.map(({ of }) => of as PanelId);

describe('what needs somebody', () => {
  it('is told once, however many workers do it, and what comes within two minutes is in the same message', async () => {
    await does(ben, await has(1), { do: 'ask-review' });
    await until(10, 1);
    expect(await told()).toEqual([]);
    await does(ben, await has(2), { do: 'flag' });
    await until(10, 3);
    expect(await told()).toEqual([[ana, 'check-asked', 'flagged']]);
    await does(ben, await has(3), { do: 'flag' });
    await until(11);
    expect(await told()).toEqual([
      [ana, 'check-asked', 'flagged'],
      [ana, 'flagged'],
    ]);
  });

  it('is told once also where the process dies at any moment and comes back after the message went out', async () => {
    const first = await has(9);
    await does(ben, first, { do: 'ask-review' });
    await followUp(ports, first);
    const id = await has(1);
    await does(ben, id, { do: 'flag' });
    const { change } = ports.cards;
    const dies: FakePorts['cards']['change'] = () => Promise.reject(new Error('died'));
    await followUp({ ...ports, cards: { ...ports.cards, change: dies } }, id).catch(() => undefined);
    // Here the event is dropped only after others were told more.
    const atEnd: FakePorts['cards']['change'] = (one, update) =>
      change(one, (card, world) => {
        const result = update(card, world);
        if ('next' in result && card?.pending?.length && !result.next?.pending?.length)
          throw new Error('died');
        return result;
      });
    await followUp({ ...ports, cards: { ...ports.cards, change: atEnd } }, id).catch(() => undefined);
    ports.clock.pass(minutes(2));
    await showPanel(ports, panelId(`told-check-asked-${on(10)}-${first}-${ana}`));
    expect(await told()).toEqual([[ana, 'check-asked', 'flagged']]);
    const other = await has(2);
    await does(ben, other, { do: 'flag' });
    await followUp(ports, other);
    await followUp(ports, id);
    await until(10, 30);
    expect(await told()).toEqual([
      [ana, 'check-asked', 'flagged'],
      [ana, 'flagged'],
    ]);
  });

  it('is not told once it holds no more', async () => {
    const id = await has(1);
    await does(ben, id, { do: 'flag' });
    await until(10, 1);
    await does(ana, id, { do: 'unflag' });
    await until(11);
    expect(await told()).toEqual([]);
    expect(ports.due.all().filter(({ job }) => job === 'panel')).toEqual([]);
  });

  it('is told without what held no more, which is not said later either', async () => {
    const id = await has(1);
    await does(ben, id, { do: 'flag' });
    const other = await has(2);
    await does(ben, other, { do: 'ask-review' });
    await until(10, 1);
    await does(ana, id, { do: 'unflag' });
    await until(10, 3);
    expect(await told()).toEqual([[ana, 'check-asked']]);
    await does(ana, other, { do: 'check' });
    await until(10, 5);
    expect(await told()).toEqual([[ana, 'check-asked']]);
    expect(ports.board.channel.filter(({ of }) => of.startsWith('told-'))).toMatchObject([{ updates: 1 }]);
  });

  it('is told to everybody on shift who may check', async () => {
    const both = [{ days, at: [{ fromMinute: 540, toMinute: 1020 }], who: ['ana', 'ben', 'carla'] }];
    begins(on(10), aDesk({ rota: aRota({ shifts: both }) }));
    await does(ben, await has(1), { do: 'ask-review' });
    await until(10, 3);
    expect((await told()).toSorted()).toEqual([
      [ana, 'check-asked'],
      [carla, 'check-asked'],
    ]);
  });

  it('reaches the others where Slack takes no message to one', async () => {
    const both = [{ days, at: [{ fromMinute: 540, toMinute: 1020 }], who: ['ana', 'carla'] }];
    begins(on(10), aDesk({ rota: aRota({ shifts: both }) }));
    const { post } = ports.board;
    ports.board.post = (content, message, may) =>
      message.to === ana
        ? Promise.reject(new Rejected('other', 'user_is_deactivated'))
        : post(content, message, may);
    const id = await has(1);
    await does(ben, id, { do: 'ask-review' });
    await followUp(ports, id);
    ports.clock.pass(minutes(2));
    const panels = ports.due.all().filter(({ job }) => job === 'panel');
    expect(panels).toHaveLength(2);
    for (const panel of panels) await showPanel(ports, panelId(panel.id)).catch(() => undefined);
    expect(await told()).toEqual([[carla, 'check-asked']]);
    expect(ports.due.all().filter(({ job }) => job === 'panel')).toEqual([]);
  });

  it('goes to whoever is on shift when it is told', async () => {
    await until(12, 59);
    await does(ben, await has(1), { do: 'ask-review' });
    await until(13, 30);
    expect(await told()).toEqual([[carla, 'check-asked']]);
  });

  it('is told of a pass to the new holder, and to nobody who takes it themselves', async () => {
    await does(ana, await has(1, {}, ana), { do: 'pass', to: carla, note: 'You know the café.' });
    await does(ana, await has(2, { state: 'open' }, ana), { do: 'pass', to: ana, note: '' });
    await until(10, 30);
    expect(await told()).toEqual([[carla, 'passed']]);
  });

  it('is brought up to date when the card goes on, is done, and is opened again', async () => {
    const id = await has(1);
    await does(ben, id, { do: 'ask-review' });
    await until(10, 3);
    await does(ana, id, { do: 'check' });
    await does(ana, id, { do: 'send-back', note: 'Shorter.' });
    await until(10, 6);
    expect(await told()).toEqual([
      [ana, 'check-asked'],
      [ben, 'sent-back'],
    ]);
    await does(ben, id, { do: 'dismiss' });
    await until(10, 7);
    const updates = () =>
      ports.board.channel.filter(({ of }) => of.startsWith('told-')).map((message) => message.updates);
    const done = updates();
    expect(done.every((count) => count > 0)).toBe(true);
    await does(ben, id, { do: 'reopen' });
    await until(10, 8);
    expect(updates()).toEqual(done.map((count) => count + 1));
  });
});

describe('while the library is closed', () => {
  it('nobody is told; at the opening they are, of what still holds, those who are on shift then', async () => {
    begins(on(20));
    await does(ben, await has(1), { do: 'ask-review' });
    const lifted = await has(2);
    await does(ben, lifted, { do: 'flag' });
    await until(31);
    await does(ana, lifted, { do: 'unflag' });
    await until(32, 59);
    expect(begunPanels().filter((id) => id.startsWith('told-'))).toEqual([]);
    await until(33, 1);
    expect(await told()).toEqual([[ana, 'check-asked']]);
  });

  it('what was to be told before closing is told before closing', async () => {
    begins(on(16, 59));
    await does(ben, await has(1), { do: 'flag' });
    await until(17);
    expect(await told()).toEqual([[carla, 'flagged']]);
  });

  it('a worker that was late until then waits for the opening', async () => {
    begins(on(16, 50));
    const id = await has(1);
    await does(ben, id, { do: 'pass', to: carla, note: '' });
    await followUp(ports, id);
    ports.clock.pass(minutes(30));
    await showPanel(ports, panelId(`told-passed-${on(16, 50)}-${id}-${carla}`));
    expect(await told()).toEqual([]);
    ports.clock.pass(on(33) - ports.clock.now());
    await showPanel(ports, panelId(`told-passed-${on(16, 50)}-${id}-${carla}`));
    expect(await told()).toEqual([[carla, 'passed']]);
  });

  it('a shift that begins then is told what waits when the library opens', async () => {
    const early = [{ days, at: [{ fromMinute: 420, toMinute: 780 }], who: ['ana'] }];
    begins(on(6), aDesk({ rota: aRota({ shifts: early, staff }) }));
    await until(8);
    await has(1, { state: 'open' });
    await until(8, 59);
    expect(begunPanels().filter((id) => id.startsWith('shift-start-'))).toEqual([]);
    await until(9, 1);
    expect(begunPanels().filter((id) => id.startsWith('shift-start-'))).toHaveLength(1);
  });

  it('nobody is asked at the end of a shift', async () => {
    const late = [{ days, at: [{ fromMinute: 780, toMinute: 1200 }], who: ['ana'] }];
    begins(on(14), aDesk({ rota: aRota({ shifts: late }) }));
    await has(1, { holder: { id: ana, since: on(14) } }, ana);
    ports.due.remove({ job: 'idle', id: 'mention-1-2001' });
    ports.clock.pass(minutes(6 * 60 + 1));
    await watchShifts(ports);
    expect(ports.due.all().filter(({ id }) => id.startsWith('shift-end-'))).toEqual([]);
    await until(21);
    expect(begunPanels().filter((id) => id.startsWith('shift-end-'))).toEqual([]);
  });
});
