import fc from 'fast-check';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { timings } from '../../../src/core/due/timings.js';
import { actId, cardId } from '../../../src/core/ids.js';
import { createCards } from '../../../src/store/document-kinds.js';
import { deskKeys } from '../../../src/store/keys.js';
import { aCard, aDesk, aMention } from '../../build.js';
import { fakeCards } from '../../fakes/cards.js';
import { fakeClock } from '../../fakes/clock.js';
import { fakeDue } from '../../fakes/due.js';
import { aPrefix, type OpenStore, openStore } from '../../store/open-store.js';
import type { Model, Real } from './walk.js';
import { type Command, nextPost } from './walk-command.js';
import { peoplesCommands } from './walk-people.js';
import { lookAtX, worldsCommands } from './walk-x.js';

const prefix = aPrefix();
let store: OpenStore;
beforeAll(async () => {
  store = await openStore(prefix);
});
afterAll(() => store.close());

type Place = Pick<Real, 'cards' | 'due'>;

function inRedis(walk: number): Place {
  const keys = deskKeys(prefix, `walk-${walk}`);
  return {
    cards: createCards(store.redis, keys, timings, aDesk()),
    async due() {
      const list = await store.redis.zrange(keys.due, '0', '-1', 'WITHSCORES');
      return list.flatMap((member, at) => (at % 2 ? [] : [`${member} ${list[at + 1]}`]));
    },
  };
}

function inMemory(): Place {
  const due = fakeDue();
  return {
    cards: fakeCards(due, timings),
    due: async () => due.all().map(({ job, id, at }) => `${job}:${id} ${at}`),
  };
}

/** An open card with one post, whose history is nearly full. */
async function setup(place: Place): Promise<{ model: Model; real: Real }> {
  const post = nextPost();
  const acts = [aMention({ id: actId(post), versions: [post] })];
  const history = Array.from({ length: 97 }, (_, at) => ({ at, action: 'edited' }));
  const card = aCard({ id: cardId(`mention-${post}-2001`), acts, history });
  await place.cards.change(card.id, () => ({ next: card, result: undefined }));
  return {
    model: {
      card,
      is: { state: 'open', approvedIn: 'claimed', flagged: false },
      ...{ snoozedUntil: undefined, words: undefined, kept: new Map(), handOff: undefined },
      ...{ approval: undefined, fence: undefined, changed: false, newest: undefined },
      posts: [{ act: actId(post), post }],
      gone: new Set(),
      answered: new Set(),
      ...{ calls: [], onX: [], story: [] },
    },
    real: { ...place, clock: fakeClock(), id: card.id },
  };
}

/** Up to forty of all that people, the desk and X do, in any order. */
const walks = fc.commands<Model, Real, false>([...peoplesCommands, ...worldsCommands], {
  maxCommands: 40,
  size: 'max',
});

async function walk(steps: Iterable<Command>, place: Place): Promise<void> {
  const { model, real } = await setup(place);
  try {
    await fc.asyncModelRun(() => ({ model, real }), steps);
    await lookAtX(model, real);
  } catch (fault) {
    throw new Error(`What was done: ${model.story.join(', ')}.`, { cause: fault });
  }
}

describe('whatever people, the desk and X do, the card stays true', () => {
  it('in memory', () =>
    fc.assert(
      fc.asyncProperty(walks, (steps) => walk(steps, inMemory())),
      { numRuns: 250 },
    ));

  it('in Redis', async () => {
    let made = 0;
    await fc.assert(
      fc.asyncProperty(walks, (steps) => walk(steps, inRedis(++made))),
      { numRuns: 30 },
    );
  });
});
