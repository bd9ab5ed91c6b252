import { beforeEach, describe, expect, it } from 'vitest';
import { showAtOnce } from '../../src/app/show-at-once.js';
import type { Card } from '../../src/core/card/card.js';
import { cardKey } from '../../src/core/card/message.js';
import { actorFor } from '../../src/core/desk/desk-now.js';
import { claim } from '../../src/flows/answer/claim.js';
import { show } from '../../src/flows/show/show.js';
import { createLog } from '../../src/log.js';
import type { Ports } from '../../src/ports.js';
import { ana, minutes } from '../build.js';
import { type FakePorts, fakePorts } from '../fakes/ports.js';
import { aStoredCard } from '../flows/on-x.js';

let ports: FakePorts;
let card: Card;
beforeEach(async () => {
  ports = fakePorts();
  card = await aStoredCard(ports, 'open');
  await show(ports, card.id);
});

/** Ana presses *Answer* in a process with these ports. */
async function pressed(own: Ports): Promise<ReturnType<typeof showAtOnce>> {
  const showing = showAtOnce({ now: async () => own, all: async () => [own] }, createLog('silent'), () => {});
  const now = await showing.desks.now(own.desk.id, card.id);
  if (now) await claim(now, card.id, actorFor(own.desk, ana));
  return showing;
}
const stored = async () => (await ports.cards.get(card.id)) ?? card;
const shown = () => ports.board.channel[0]?.version;
const dueShow = () => ports.due.all().find(({ job }) => job === 'show');
const never = () => new Promise<never>(() => {});

describe('who has a card', () => {
  it('is shown by what the claim itself read and wrote: the store need not answer once more', async () => {
    let isStored = false;
    const answers =
      <Args extends unknown[], T>(call: (...args: Args) => Promise<T>) =>
      (...args: Args): Promise<T> =>
        isStored ? never() : call(...args);
    const { cards, panels, settings, recovery } = ports;
    await pressed({
      ...ports,
      cards: {
        ...cards,
        get: answers(cards.get),
        change: async (id, update) => {
          if (isStored) return never();
          const result = await cards.change(id, update);
          isStored = true;
          return result;
        },
      },
      panels: { ...panels, get: answers(panels.get) },
      settings: { ...settings, get: answers(settings.get) },
      recovery: { ...recovery, found: answers(recovery.found) },
    });
    await expect.poll(shown).toBe(2);
    expect(await stored()).toMatchObject({ state: 'claimed', holder: { id: ana } });
  });

  it('is shown later by another process, where the one that took the press dies before Slack has it', async () => {
    ports.board.meanwhile = never;
    await pressed(ports);
    ports.board.meanwhile = async () => {};
    await show(ports, card.id);
    expect(shown()).toBe(1);
    const dueAt = dueShow()?.at ?? 0;
    expect(dueAt - ports.clock.now()).toBe(ports.timings.showLeaseMs);
    ports.clock.pass(ports.timings.showLeaseMs);
    await show(ports, card.id);
    expect(shown()).toBe(2);
  });

  it('is due at once, where the store keeps the claim and its answer is lost', async () => {
    let isLost = false;
    const { cards } = ports;
    const press = pressed({
      ...ports,
      cards: {
        ...cards,
        change: async (id, update) => {
          const result = await cards.change(id, update);
          if (isLost) return result;
          isLost = true;
          throw new Error('no answer');
        },
      },
    });
    await expect(press).rejects.toThrow('no answer');
    await expect.poll(async () => (await stored()).messages[cardKey]?.lease).toBeUndefined();
    expect((await stored()).state).toBe('claimed');
    expect(dueShow()?.at).toBeLessThanOrEqual(ports.clock.now());
  });

  it('waits, under nobody’s lease, while Slack refuses the channel', async () => {
    const now = ports.clock.now();
    const refused = { since: now, incidentAt: now, reason: 'refused', detail: 'is_archived' } as const;
    const failing = { channel: { ...refused, retryAt: now + minutes(10) } };
    await ports.settings.change((before) => ({ next: { ...before, failing }, result: undefined }));
    const showing = await pressed({ ...ports, desk: { ...ports.desk, failing } });
    await showing.idle();
    expect(shown()).toBe(1);
    const { messages, state } = await stored();
    expect(state).toBe('claimed');
    expect(messages[cardKey]?.lease).toBeUndefined();
  });
});
