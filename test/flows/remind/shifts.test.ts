import { beforeEach, describe, expect, it } from 'vitest';
import type { Action } from '../../../src/core/card/actions.js';
import type { Card } from '../../../src/core/card/card.js';
import { isRefusal } from '../../../src/core/card/refusal.js';
import { actorFor } from '../../../src/core/desk/desk-now.js';
import { actId, cardId, type PanelId, panelId, postId, type SlackUserId } from '../../../src/core/ids.js';
import { act } from '../../../src/flows/act.js';
import { aCard, aDesk, aFollow, aMention, ana, aRota, ben, carla, minutes, staff } from '../../build.js';
import { fakeClock } from '../../fakes/clock.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';
import { worksUntil } from '../due-work.js';

const on = (hour: number, minute = 0) => Date.UTC(2026, 10, 24, hour, minute);

/** Nobody is a trainee here; Ana is on shift from 9:00 to 13:00, then Ben to 17:00. */
const everybody = staff.map((member) => ({ ...member, trainee: false, xSignIn: true }));
let ports: FakePorts;
beforeEach(() => {
  ports = fakePorts({ desk: aDesk({ rota: aRota({ staff: everybody }) }), clock: fakeClock(on(8)) });
});

const until = (hour: number, minute = 0) => worksUntil(ports, on(hour, minute));

async function arrives(n: number, given: Partial<Card> = {}): Promise<Card['id']> {
  const id = cardId(`mention-${n}-2001`);
  const mention = aMention({ id: actId(String(n)), versions: [postId(String(n))], at: ports.clock.now() });
  await ports.cards.change(id, () => ({ next: aCard({ id, acts: [mention], ...given }), result: undefined }));
  return id;
}

async function does(person: SlackUserId, id: Card['id'], action: Action): Promise<void> {
  const result = await act(ports, id, action, actorFor(ports.desk, person));
  if (isRefusal(result)) throw new Error(`${action.do} was refused: ${result.refused}`);
}

const said = (kind: string) =>
  ports.board.channel.filter(({ of }) => of.startsWith(`${kind}-`)).map(({ to }) => to);
const stored = async (id: Card['id']) => (await ports.cards.get(id)) ?? aCard();

describe('at the beginning of a shift', () => {
  it('everybody on it hears once what waits, however many workers look', async () => {
    const shifts = [
      { days: ['tue' as const], at: [{ fromMinute: 540, toMinute: 780 }], who: ['ana', 'carla'] },
    ];
    const desk = aDesk({ rota: aRota({ staff: everybody, shifts }) });
    ports = fakePorts({ desk, clock: fakeClock(on(8)) });
    await arrives(5001);
    await until(12);
    expect(said('shift-start').toSorted()).toEqual([ana, carla]);
  });

  it('nothing is said while nobody is on shift, or when nothing waits then', async () => {
    await until(9, 5);
    await arrives(5001);
    await until(12, 30);
    expect(said('shift-start')).toEqual([]);
    await until(13, 5);
    expect(said('shift-start')).toEqual([ben]);
  });

  it('new followers alone are no reason to call anybody', async () => {
    const card = aCard({ acts: [aFollow({ at: on(8) })] });
    await ports.cards.change(card.id, () => ({ next: card, result: undefined }));
    await until(9, 30);
    expect(said('shift-start')).toEqual([]);
  });

  it('what somebody takes before it is said is not said', async () => {
    const id = await arrives(5001);
    ports.board.meanwhile = async () => {};
    await does(carla, id, { do: 'claim' });
    await until(9, 30);
    expect(said('shift-start')).toEqual([]);
  });
});

describe('a card that lies with its holder', () => {
  it('is asked about once, and goes back to the shift with its draft', async () => {
    await until(10);
    const id = await arrives(5001);
    await does(ana, id, { do: 'claim' });
    await does(ana, id, { do: 'save-draft', text: 'Hi Maya, yes' });
    await until(10, 44);
    expect(said('idle')).toEqual([ana]);
    expect(await stored(id)).toMatchObject({ state: 'claimed' });
    await until(10, 46);
    expect(said('idle')).toEqual([ana]);
    expect(await stored(id)).toMatchObject({ state: 'open', draft: { text: 'Hi Maya, yes' } });
    expect(await stored(id)).not.toHaveProperty('holder');
  });

  it('stays, and is asked about anew, as long as its holder says so', async () => {
    await until(10);
    const id = await arrives(5001);
    await does(ana, id, { do: 'claim' });
    await until(10, 40);
    await does(ana, id, { do: 'keep' });
    await until(11, 5);
    expect(await stored(id)).toMatchObject({ state: 'claimed' });
    expect(said('idle')).toEqual([ana]);
    await until(11, 12);
    expect(said('idle')).toEqual([ana, ana]);
    await until(11, 30);
    expect(await stored(id)).toMatchObject({ state: 'open' });
  });

  it('that was finished in X meanwhile is answered, not given back', async () => {
    await until(10);
    const id = await arrives(5001);
    await does(ana, id, { do: 'hand-off', replyTo: postId('5001') });
    await until(10, 40);
    const { id: answer } = ports.network.weAnswer({ repliedTo: postId('5001') });
    await until(10, 50);
    expect(await stored(id)).toMatchObject({ state: 'sent', answers: [{ postId: answer, by: ana }] });
  });

  it('that was not is given back after that look', async () => {
    await until(10);
    const id = await arrives(5001);
    await does(ana, id, { do: 'hand-off', replyTo: postId('5001') });
    await until(10, 50);
    expect(await stored(id)).toMatchObject({ state: 'open' });
    expect((await stored(id)).history.map(({ action }) => action)).toContain('release');
  });
});

describe('at the end of a shift', () => {
  /** Ana takes a card shortly before her shift ends. */
  async function takes(n: number): Promise<Card['id']> {
    const id = await arrives(n);
    await does(ana, id, { do: 'claim' });
    return id;
  }

  it('one list says what its person still has; what they leave is put back a quarter of an hour later', async () => {
    await until(12, 50);
    const ids = [await takes(5001), await takes(5002)];
    await until(13, 14);
    expect(said('shift-end')).toEqual([ana]);
    const [{ of } = { of: '' }] = ports.board.channel.filter((one) => one.of.startsWith('shift-end-'));
    expect((await ports.panels.get(of as PanelId))?.lists?.map(({ card }) => card).toSorted()).toEqual(ids);
    for (const id of ids) expect(await stored(id)).toMatchObject({ state: 'claimed' });
    await until(13, 16);
    for (const id of ids) expect(await stored(id)).toMatchObject({ state: 'open' });
    expect(said('shift-end')).toEqual([ana]);
  });

  it("what they keep stays, what they hand over is their colleague's", async () => {
    await until(12, 50);
    const [kept, handed] = [await takes(5001), await takes(5002)];
    await until(13, 5);
    await does(ana, kept, { do: 'keep' });
    await does(ana, handed, { do: 'pass', to: ben, note: '' });
    await until(13, 25);
    expect(await stored(kept)).toMatchObject({ state: 'claimed', holder: { id: ana } });
    expect(await stored(handed)).toMatchObject({ state: 'claimed', holder: { id: ben } });
  });

  it("whoever has nothing hears nothing; what somebody took off shift is no shift's", async () => {
    await until(12, 50);
    await until(13, 10);
    const id = await arrives(5001);
    await does(ana, id, { do: 'claim' });
    await until(13, 35);
    expect(said('shift-end')).toEqual([]);
    expect(await stored(id)).toMatchObject({ state: 'claimed' });
  });

  it('nobody keeps a card over night unseen', async () => {
    await until(16, 58);
    const id = await arrives(5001);
    await does(ben, id, { do: 'claim' });
    await until(17, 16);
    expect(said('shift-end')).toEqual([ben]);
    expect(await stored(id)).toMatchObject({ state: 'open' });
  });
});

it('the messages that ask say at once what became of it', async () => {
  await until(10);
  const id = await arrives(5001);
  await does(ana, id, { do: 'claim' });
  await until(10, 31);
  const message = () => ports.board.channel.find(({ of }) => of.startsWith('idle-'));
  const updates = message()?.updates ?? 0;
  await does(ana, id, { do: 'release' });
  await worksUntil(ports, ports.clock.now() + minutes(1) / 60);
  expect(message()?.updates).toBe(updates + 1);
  await does(ben, id, { do: 'claim' });
  await worksUntil(ports, ports.clock.now() + minutes(1) / 60);
  expect(message()?.updates).toBe(updates + 2);
});

it('what somebody left idle within two minutes is asked about in one message, and what they left later in another', async () => {
  await until(10);
  const ids = [await arrives(5001), await arrives(5002), await arrives(5003)] as const;
  await does(ana, ids[0], { do: 'claim' });
  await worksUntil(ports, ports.clock.now() + minutes(1));
  await does(ana, ids[1], { do: 'claim' });
  await worksUntil(ports, ports.clock.now() + minutes(5));
  await does(ana, ids[2], { do: 'claim' });
  await until(10, 40);
  const asked = ports.board.channel.filter(({ of }) => of.startsWith('idle-')).map(({ of }) => panelId(of));
  const lists = await Promise.all(asked.map(async (id) => (await ports.panels.get(id))?.lists));
  expect(lists).toEqual([[{ card: ids[0] }, { card: ids[1] }], [{ card: ids[2] }]]);
});
