import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { actId, cardId } from '../../src/core/ids.js';
import { timings } from '../../src/core/timings.js';
import { createCards } from '../../src/store/cards.js';
import { deskKeys } from '../../src/store/redis.js';
import { aCard, aMention } from '../build.js';
import { fakeClock } from '../fakes/clock.js';
import { aPrefix, type OpenStore, openStore } from '../store/open-store.js';
import type { Model, Real } from './walk.js';
import { lookAtX, nextPost, walks } from './walk-commands.js';

const prefix = aPrefix();
let store: OpenStore;
beforeAll(async () => {
  store = await openStore(prefix);
});
afterAll(() => store.close());

/** An open card with one post, whose history is nearly full. */
async function setup(walk: number): Promise<{ model: Model; real: Real }> {
  const keys = deskKeys(prefix, `walk-${walk}`);
  const post = nextPost();
  const acts = [aMention({ id: actId(post), versions: [post] })];
  const history = Array.from({ length: 97 }, (_, at) => ({ at, action: 'edited' }));
  const card = aCard({ id: cardId(`mention-${post}-2001`), acts, history });
  const cards = createCards(store.redis, keys, timings);
  await cards.change(card.id, () => ({ card, give: undefined }));
  const seen = {
    posts: [{ act: actId(post), post }],
    answered: new Set<never>(),
    calls: [],
    onX: [],
    story: [],
  };
  return {
    model: { card, state: 'open', holder: undefined, approval: undefined, fence: undefined, ...seen },
    real: { store: { ...store, keys, cards }, clock: fakeClock(), id: card.id },
  };
}

it('whatever people, the desk and X do, the card stays true', async () => {
  let walk = 0;
  await fc.assert(
    fc.asyncProperty(walks, async (steps) => {
      const { model, real } = await setup(++walk);
      try {
        await fc.asyncModelRun(() => ({ model, real }), steps);
        await lookAtX(model, real);
      } catch (fault) {
        throw new Error(`What was done: ${model.story.join(', ')}.`, { cause: fault });
      }
      for (const { under } of model.onX) {
        const act = model.posts.find(({ post }) => post === under)?.act;
        expect(model.card.acts.find(({ id }) => id === act)?.answered, 'what X shows as answered').toBe(true);
      }
    }),
    { numRuns: 120 },
  );
});
