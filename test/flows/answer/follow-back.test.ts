import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/core/card/actions.js';
import type { Card } from '../../../src/core/card/card.js';
import { isRefusal } from '../../../src/core/card/refusal.js';
import type { Desk } from '../../../src/core/desk/desk.js';
import { networks } from '../../../src/core/network/networks.js';
import { Busy, OutcomeUnknown, Unreachable } from '../../../src/errors.js';
import { act } from '../../../src/flows/act.js';
import { followBack, followsByApi } from '../../../src/flows/answer/follow-back.js';
import { pause } from '../../../src/flows/team/pause.js';
import { aDesk, aFollow, aFollower, ana, ben, minutes, tuesday } from '../../build.js';
import { asAna, asBen, asCarla, asStranger } from '../../core/card/card-in.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';
import { aStoredCard } from '../on-x.js';

const onBluesky: Partial<Desk> = {
  network: networks.bluesky,
  greetings: { perDay: 20, followBack: true },
};
let ports: FakePorts;
let sam: Card;
/** Whom we follow, by the key under which it was asked for. */
let follows: Map<string, string>;
/** What the next calls meet: before anybody is followed, or after. */
let meets: (Error | 'lost after it was done')[];

beforeEach(async () => {
  await onDesk(onBluesky);
});

async function onDesk(given: Partial<Desk>): Promise<void> {
  const fakes = fakePorts({ desk: aDesk(given) });
  follows = new Map();
  meets = [];
  const follow = async (id: string, mayStillSend: () => boolean, key: string) => {
    if (!mayStillSend()) throw new Error('It was too late to send.');
    const meet = meets.shift();
    if (meet instanceof Error) throw meet;
    follows.set(key, id);
    if (meet) throw new OutcomeUnknown('Bluesky');
  };
  ports = { ...fakes, network: { ...fakes.network, follow } };
  sam = await aStoredCard(ports, 'open', { acts: [aFollow()], patron: aFollower() });
}

const press = (actor: Actor = asAna) => followBack(ports, sam.id, actor);
const now = async () => (await ports.cards.get(sam.id)) ?? sam;
const followed = () => [...follows.values()];

it('follows the new follower, and the card and its history say who did it', async () => {
  ports.clock.pass(minutes(3));
  await press();
  expect(followed()).toEqual([sam.patron.id]);
  expect(await now()).toMatchObject({
    state: 'open',
    patron: { weFollow: true },
    followBack: { by: ana, at: tuesday + minutes(3) },
    history: [{ action: 'follow-back', by: ana, at: tuesday + minutes(3) }],
  });
});

describe('nobody is followed twice', () => {
  it('by two presses, of one person or of two at once', async () => {
    await Promise.all([press(), press(), press(asCarla)]);
    ports.clock.pass(minutes(1));
    await press(asBen);
    expect([...follows.keys()]).toHaveLength(1);
    expect((await now()).history).toHaveLength(1);
  });

  it('by a press after one whose outcome nobody knows', async () => {
    meets = ['lost after it was done'];
    expect(await press()).toEqual({ refused: 'not-followed' });
    expect((await now()).patron.weFollow).toBeUndefined();
    ports.clock.pass(minutes(10));
    await press(asCarla);
    expect([...follows.keys()]).toHaveLength(1);
    expect((await now()).patron.weFollow).toBe(true);
  });

  it('after a crash between the call and its record', async () => {
    const { change } = ports.cards;
    let writes = 0;
    const crashing = {
      ...ports.cards,
      change: ((id, update) => {
        writes += 1;
        if (writes === 2) throw new Error('The process died.');
        return change(id, update);
      }) as typeof change,
    };
    await expect(followBack({ ...ports, cards: crashing }, sam.id, asAna)).rejects.toThrow('died');
    ports.clock.pass(minutes(10));
    await press();
    expect([...follows.keys()]).toHaveLength(1);
    expect((await now()).followBack).toMatchObject({ begunAt: tuesday, at: tuesday + minutes(10) });
  });
});

it.each([new Busy(tuesday + minutes(1), 'Bluesky'), new Unreachable('Bluesky', undefined)])(
  'a call that fails is told, and nothing is said to be done: %s',
  async (fault) => {
    meets = [fault];
    expect(await press()).toEqual({ refused: 'not-followed' });
    expect(followed()).toEqual([]);
    expect((await now()).version).toBe(sam.version);
  },
);

describe('nobody is followed', () => {
  it('while sending is paused', async () => {
    await pause(ports, asBen, 'statement coming');
    expect(await press()).toMatchObject({ refused: 'paused', by: ben, reason: 'statement coming' });
    expect(followed()).toEqual([]);
  });

  it('while the card is flagged, or by somebody who does not answer here', async () => {
    await act(ports, sam.id, { do: 'flag' }, asBen);
    expect(await press()).toMatchObject({ refused: 'flagged' });
    expect(await press(asStranger)).toMatchObject({ refused: 'not-staff' });
    expect(followed()).toEqual([]);
  });

  it('where the desk does not want it, whatever a button says', async () => {
    await onDesk({ ...onBluesky, greetings: { perDay: 20, followBack: false } });
    expect(await press()).toEqual({ refused: 'gone' });
    expect(followed()).toEqual([]);
  });

  it('whose card is no new follower', async () => {
    sam = await aStoredCard(ports, 'open');
    expect(await press()).toEqual({ refused: 'gone' });
    expect(followed()).toEqual([]);
  });

  it('on X: there the link stays, also on an Enterprise plan', async () => {
    const onX = fakePorts({
      desk: aDesk({ account: { handle: 'centrallibrary', plan: 'enterprise', longPosts: false } }),
    });
    expect(followsByApi(onX)).toBe(false);
    expect(followsByApi(ports)).toBe(true);
  });
});

it('somebody whom we follow already stays as they are', async () => {
  sam = await aStoredCard(ports, 'open', {
    acts: [aFollow()],
    patron: aFollower({ weFollow: true }),
  });
  const card = await press();
  expect(isRefusal(card)).toBe(false);
  expect(await now()).toEqual(sam);
  expect(followed()).toEqual([]);
});
