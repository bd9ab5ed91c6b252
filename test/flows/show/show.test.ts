import { beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card/card.js';
import { actorFor } from '../../../src/core/desk/desk-now.js';
import { actId } from '../../../src/core/ids.js';
import { purgedCard } from '../../../src/core/keeping/purged-card.js';
import { Busy, Rejected } from '../../../src/errors.js';
import { act } from '../../../src/flows/act.js';
import { show } from '../../../src/flows/show/show.js';
import type { Cards } from '../../../src/ports/documents.js';
import type { Persons } from '../../../src/ports/persons.js';
import { aCard, aDesk, aFollow, aMention, ana, aRota, carla, minutes } from '../../build.js';
import { fakeClock } from '../../fakes/clock.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';
import { aStoredCard } from '../on-x.js';

let ports: FakePorts;
beforeEach(() => {
  ports = fakePorts();
});

const store = (card: Card) => ports.cards.change(card.id, () => ({ next: card, result: undefined }));
const raise = ({ id }: Card) =>
  ports.cards.change(id, (card) => ({
    next: card && { ...card, version: card.version + 1 },
    result: undefined,
  }));
const as = (id: string) => actorFor(ports.desk, id);
const dueShow = () => ports.due.all().find(({ job }) => job === 'show');

/** Ana was named so often in this hour that no line names her any more. */
async function callOften(): Promise<void> {
  const hour = Math.floor(ports.clock.now() / minutes(60));
  for (let n = 0; n < ports.timings.pingsPerHour; n++)
    await ports.persons.count(ana, `named-${hour}`, minutes(60));
}

/** Works until nothing is due, as the tick does. */
async function showAll({ id }: Card): Promise<void> {
  for (let due = dueShow(); due; due = dueShow()) {
    ports.clock.pass(Math.max(0, due.at - ports.clock.now()));
    await show(ports, id);
  }
}

describe('a new card', () => {
  it('is posted once, then a line in its thread that names the person on shift', async () => {
    const card = await aStoredCard(ports, 'open');
    await showAll(card);
    expect(ports.board.channel).toMatchObject([
      { key: 'card', version: 1, to: undefined },
      { key: 'line-5001', to: ana },
    ]);
    expect((await ports.cards.get(card.id))?.messages).toMatchObject({
      card: { ts: ports.board.channel[0]?.ts, shown: 1 },
    });
  });

  it('gets its line a second after the card, for Slack takes one message a second', async () => {
    const card = await aStoredCard(ports, 'open');
    await show(ports, card.id);
    expect(ports.board.channel).toHaveLength(1);
    expect(dueShow()?.at).toBe(ports.clock.now() + ports.timings.postSlotMs);
  });

  it('gets no line when nobody is on shift, and nothing is left to do but to remind', async () => {
    ports = fakePorts({ clock: fakeClock(Date.UTC(2026, 10, 22, 12)) });
    await showAll(await aStoredCard(ports, 'open'));
    expect(ports.board.channel.map(({ key }) => key)).toEqual(['card']);
    expect(ports.due.all().map(({ job }) => job)).toEqual(['remind']);
  });

  it('of a follower gets no line', async () => {
    const card = aCard({ acts: [aFollow()] });
    await store(card);
    await showAll(card);
    expect(ports.board.channel.map(({ key }) => key)).toEqual(['card']);
  });

  it('of somebody who was answered before names whoever answered, if they are on shift', async () => {
    const shifts = [
      { days: ['tue' as const], at: [{ fromMinute: 540, toMinute: 780 }], who: ['ana', 'carla'] },
    ];
    ports = fakePorts({ desk: aDesk({ rota: aRota({ shifts }) }) });
    const question = aMention({ id: actId('5002') });
    const answers = [{ covers: [actId('5001')], text: 'Yes', at: 1, by: carla, how: 'in-x' as const }];
    const card = aCard({ acts: [aMention({ answered: true }), question], answers });
    await store(card);
    await showAll(card);
    expect(ports.board.channel.map(({ key, to }) => [key, to])).toEqual([
      ['card', undefined],
      ['line-5002', carla],
    ]);
    ports = fakePorts();
    await store(card);
    await showAll(card);
    expect(ports.board.channel.at(-1)).toMatchObject({ key: 'line-5002', to: ana });
  });

  it('gets no line when its person was named often enough in this hour', async () => {
    await callOften();
    const card = await aStoredCard(ports, 'open');
    await showAll(card);
    expect(ports.board.channel.map(({ key }) => key)).toEqual(['card']);
  });

  it('is in the hands of one worker until nothing is left to do: meanwhile it is due for no other', async () => {
    await callOften();
    const card = await aStoredCard(ports, 'open');
    const dueAt: (number | undefined)[] = [];
    const cards: Cards = {
      ...ports.cards,
      change: async (id, update) => {
        const result = await ports.cards.change(id, update);
        dueAt.push(dueShow()?.at);
        return result;
      },
    };
    await show({ ...ports, cards }, card.id);
    expect(dueAt.length).toBeGreaterThan(1);
    expect(dueAt.filter((at) => at !== undefined && at <= ports.clock.now())).toEqual([]);
    expect(dueShow()).toBeUndefined();
  });

  it('whose worker can say no more once it is posted is not posted again', async () => {
    await callOften();
    const card = await aStoredCard(ports, 'open');
    const persons: Persons = {
      ...ports.persons,
      count: async () => {
        throw new Error('away');
      },
    };
    await expect(show({ ...ports, persons }, card.id)).rejects.toThrow('away');
    expect((await ports.cards.get(card.id))?.messages).toMatchObject({
      card: { ts: ports.board.channel[0]?.ts, shown: 1 },
    });
    await showAll(card);
    expect(ports.board.channel.map(({ key }) => key)).toEqual(['card']);
  });
});

describe('a line', () => {
  it('is taken out of the thread once its card is done, and never comes back', async () => {
    const card = await aStoredCard(ports, 'open');
    await showAll(card);
    await act(ports, card.id, { do: 'dismiss' }, as(ana));
    await showAll(card);
    const shown = () => ports.board.channel.map(({ key, updates }) => [key, updates]);
    expect(shown()).toEqual([['card', 1]]);
    expect(ports.due.all().filter(({ job }) => job === 'show')).toEqual([]);
    await act(ports, card.id, { do: 'reopen' }, as(ana));
    await showAll(card);
    expect(shown()).toEqual([['card', 2]]);
  });

  it('that somebody deleted in Slack is no work for ever once its card is purged', async () => {
    const card = await aStoredCard(ports, 'open');
    await showAll(card);
    const [line] = ports.board.channel.filter(({ key }) => key.startsWith('line-'));
    await ports.board.remove(
      { card: (await ports.cards.get(card.id)) ?? card, key: 'line-5001' },
      line?.ts ?? '',
      () => true,
    );
    await act(ports, card.id, { do: 'dismiss' }, as(ana));
    await ports.cards.change(card.id, (now) => ({
      next: now && purgedCard(now, ports.clock.now()),
      result: undefined,
    }));
    await showAll(card);
    expect(ports.board.channel.map(({ key }) => key)).toEqual(['card']);
    expect(ports.due.all().filter(({ job }) => job === 'show')).toEqual([]);
  });

  it('that waits for its slot is not posted when its card is done first', async () => {
    const card = await aStoredCard(ports, 'open');
    await show(ports, card.id);
    await act(ports, card.id, { do: 'dismiss' }, as(ana));
    await showAll(card);
    expect(ports.board.channel.map(({ key }) => key)).toEqual(['card']);
  });
});

describe('a card that waits again', () => {
  const answerAfter = async (ms: number) => {
    const card = await aStoredCard(ports, 'open');
    await showAll(card);
    await act(ports, card.id, { do: 'dismiss' }, as(ana));
    await showAll(card);
    ports.clock.pass(ms);
    await act(ports, card.id, { do: 'reopen' }, as(ana));
    await showAll(card);
    return ports.board.channel.filter(({ key }) => !key.startsWith('line')).map(({ key }) => key);
  };

  it('within a day stays where it is', async () => {
    expect(await answerAfter(minutes(23 * 60))).toEqual(['card']);
  });

  it('after more than a day gets a new message, and the old one leads there', async () => {
    const [former, card] = await answerAfter(minutes(25 * 60));
    expect(former).toMatch(/^former-/u);
    expect(card).toBe('card');
    expect(ports.due.all().filter(({ job }) => job === 'show')).toEqual([]);
  });
});

describe('a card that changed', () => {
  it('is updated in place to its newest version, and the rest is skipped', async () => {
    const card = await aStoredCard(ports, 'open');
    await showAll(card);
    for (let n = 0; n < 3; n++) await raise(card);
    await showAll(card);
    expect(ports.board.channel[0]).toMatchObject({ version: 4, updates: 1 });
    expect(ports.board.channel).toHaveLength(2);
  });

  it('while it is shown is shown again', async () => {
    const card = await aStoredCard(ports, 'open');
    ports.board.meanwhile = async () => {
      ports.board.meanwhile = async () => {};
      await raise(card);
    };
    await showAll(card);
    expect(ports.board.channel[0]).toMatchObject({ version: 2 });
  });

  it('is updated although many new messages wait for their slots', async () => {
    const card = await aStoredCard(ports, 'open');
    await showAll(card);
    for (let n = 0; n < 50; n++) await ports.due.reserveSlot(ports.clock.now(), ports.timings.postSlotMs);
    await raise(card);
    await show(ports, card.id);
    expect(ports.board.channel[0]).toMatchObject({ version: 2 });
  });
});

describe('a call to Slack of which nothing was heard', () => {
  it('that took effect is found by its token, and not made again', async () => {
    const card = await aStoredCard(ports, 'open');
    ports.board.next('lost after it took effect');
    await expect(show(ports, card.id)).rejects.toThrow('Slack did not say what became of the call.');
    expect(dueShow()?.at).toBe(ports.clock.now() + ports.timings.showRetryMs);
    await raise(card);
    await showAll(card);
    expect(ports.board.channel.map(({ key, version }) => [key, version])).toEqual([
      ['card', 2],
      ['line-5001', 2],
    ]);
  });

  it('that did not take effect is made again', async () => {
    const card = await aStoredCard(ports, 'open');
    ports.board.next(new Rejected('other', 'channel_not_found'));
    await expect(show(ports, card.id)).rejects.toThrow('channel_not_found');
    await showAll(card);
    expect(ports.board.channel.map(({ key }) => key)).toEqual(['card', 'line-5001']);
  });

  it('because its worker died is looked after when the lease is over', async () => {
    const card = await aStoredCard(ports, 'open');
    ports.board.meanwhile = () => new Promise(() => {});
    void show(ports, card.id);
    await expect.poll(async () => (await ports.cards.get(card.id))?.messages.card?.lease).toBeDefined();
    ports.board.meanwhile = async () => {};
    await show(ports, card.id);
    expect(ports.board.channel).toEqual([]);
    expect(dueShow()?.at).toBe(ports.clock.now() + ports.timings.showLeaseMs);
    await showAll(card);
    expect(ports.board.channel.map(({ key }) => key)).toEqual(['card', 'line-5001']);
  });

  it('by a worker that lost its lease meanwhile is bound by the one that has it now', async () => {
    const card = await aStoredCard(ports, 'open');
    ports.board.meanwhile = async () => {
      ports.board.meanwhile = async () => {};
      ports.clock.pass(ports.timings.showLeaseMs);
    };
    await Promise.all([show(ports, card.id), show(ports, card.id)]);
    await showAll(card);
    expect(ports.board.channel.map(({ key }) => key)).toEqual(['card', 'line-5001']);
  });

  it('by a worker that stands still until another one has posted is not posted twice', async () => {
    const card = await aStoredCard(ports, 'open');
    const { post } = ports.board;
    ports.board.post = async (...given) => {
      ports.board.post = post;
      ports.clock.pass(ports.timings.showLeaseMs);
      await showAll(card);
      return post(...given);
    };
    await show(ports, card.id);
    await showAll(card);
    expect(ports.board.channel.map(({ key }) => key)).toEqual(['card', 'line-5001']);
  });

  it('by a worker whose update arrives after a newer one ends with the newest', async () => {
    const card = await aStoredCard(ports, 'open');
    await showAll(card);
    await raise(card);
    ports.board.meanwhile = async () => {
      ports.board.meanwhile = async () => {};
      ports.clock.pass(ports.timings.showLeaseMs);
      await raise(card);
      await showAll(card);
    };
    await show(ports, card.id);
    await showAll(card);
    expect(ports.board.channel[0]).toMatchObject({ key: 'card', version: 3 });
  });
});

it('when Slack asks to wait, the card waits that long', async () => {
  const card = await aStoredCard(ports, 'open');
  const retryAt = ports.clock.now() + minutes(1);
  ports.board.next(new Busy(retryAt, 'Slack'));
  await show(ports, card.id);
  expect(dueShow()?.at).toBe(retryAt);
  await showAll(card);
  expect(ports.board.channel.map(({ key }) => key)).toEqual(['card', 'line-5001']);
});

it('workers at the same card at once post it once', async () => {
  const card = await aStoredCard(ports, 'open');
  await Promise.all(Array.from({ length: 8 }, () => show(ports, card.id)));
  await showAll(card);
  expect(ports.board.channel.map(({ key }) => key)).toEqual(['card', 'line-5001']);
});
