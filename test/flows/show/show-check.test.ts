import { beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card/card.js';
import { actorFor } from '../../../src/core/desk/desk-now.js';
import { panelId } from '../../../src/core/ids.js';
import { act } from '../../../src/flows/act.js';
import { show } from '../../../src/flows/show/show.js';
import { aDesk, ana, ben, carla, minutes, tuesday } from '../../build.js';
import { aCardIn } from '../../core/card/card-in.js';
import { fakeClock } from '../../fakes/clock.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';
import { doWhatFollows } from '../due-work.js';

const desk = aDesk({ fallback: 'carla' });
const as = (id: string) => actorFor(desk, id);

let ports: FakePorts;
const at = (ms: number) => {
  ports = fakePorts({ desk, clock: fakeClock(ms) });
};
beforeEach(() => at(tuesday));

/** Works until nothing is due, as the tick does, but not beyond a time. */
async function showAll({ id }: Card, until = Number.POSITIVE_INFINITY): Promise<void> {
  const next = () => ports.due.all().find((entry) => entry.job === 'show' && entry.at <= until);
  for (let due = next(); due; due = next()) {
    ports.clock.pass(Math.max(0, due.at - ports.clock.now()));
    await show(ports, id);
  }
}

/** Ben, a trainee, asks for a check. */
async function asked(): Promise<Card> {
  const card = aCardIn('claimed', {}, ben);
  await ports.cards.change(card.id, () => ({ next: card, result: undefined }));
  await act(ports, card.id, { do: 'ask-review' }, as(ben));
  return card;
}

const lines = () =>
  ports.board.channel
    .filter(({ key }) => key !== 'card')
    .map(({ key, to, updates }) => [key.replace(/-\d+$/u, ''), to, updates]);

describe("a trainee's answer that is ready", () => {
  it('calls the colleague on shift in one line, which is edited when somebody takes it', async () => {
    const card = await asked();
    await showAll(card);
    expect(lines()).toEqual([['check', ana, 0]]);
    await act(ports, card.id, { do: 'check' }, as(carla));
    await showAll(card);
    expect(lines()).toEqual([['check', ana, 1]]);
  });

  it('calls the fallback person at once when the trainee is alone on shift', async () => {
    at(tuesday + minutes(3 * 60));
    const card = await asked();
    await showAll(card, ports.clock.now() + minutes(1));
    expect(lines()).toEqual([['check', carla, 0]]);
  });

  it('after closing calls whoever comes on next, when they come on', async () => {
    at(tuesday + minutes(8 * 60));
    const card = await asked();
    await showAll(card, ports.clock.now() + minutes(60));
    expect(lines()).toEqual([]);
    await showAll(card);
    expect(lines()).toEqual([['check', ana, 0]]);
    expect(ports.clock.now()).toBe(Date.UTC(2026, 10, 25, 9));
  });

  it('calls nobody who was named often enough in this hour', async () => {
    const hour = Math.floor(tuesday / minutes(60));
    for (let n = 0; n < ports.timings.pingsPerHour; n++) {
      await ports.due.count(`named-${ana}-${hour}`, minutes(60));
    }
    await showAll(await asked());
    expect(lines()).toEqual([]);
  });

  it('sent back is told to its writer in private, once for each time', async () => {
    const card = await asked();
    await showAll(card);
    const sendBack = async (note: string) => {
      await act(ports, card.id, { do: 'check' }, as(ana));
      await act(ports, card.id, { do: 'send-back', note }, as(ana));
      const at = ports.clock.now();
      await doWhatFollows(ports);
      await showAll(card);
      return ports.panels.get(panelId(`notice-back-${at}-${card.id}-${ben}`));
    };
    expect(await sendBack('Shorter, please.')).toMatchObject({
      to: ben,
      about: card.id,
      text: "Ana sent your answer to Maya back: 'Shorter, please.'",
    });
    ports.clock.pass(minutes(5));
    await act(ports, card.id, { do: 'ask-review' }, as(ben));
    await showAll(card);
    expect(await sendBack('')).toMatchObject({ text: 'Ana sent your answer to Maya back.' });
    expect(lines().map(([key, to]) => [key, to])).toEqual([
      ['check', ana],
      ['check', ana],
    ]);
    expect(ports.due.all().filter(({ job }) => job === 'show')).toEqual([]);
  });
});
