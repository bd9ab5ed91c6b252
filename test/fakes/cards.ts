import { setImmediate as othersGoFirst } from 'node:timers/promises';
import { type Card, postsOf } from '../../src/core/card.js';
import { cardJobs, dueEntries } from '../../src/core/due-entries.js';
import type { Boot, CardId } from '../../src/core/ids.js';
import { isRefusal } from '../../src/core/refusal.js';
import type { Timings } from '../../src/core/timings.js';
import type { Cards } from '../../src/ports.js';
import { aBoot } from '../build.js';
import type { FakeDue } from './due.js';

export interface FakeCards extends Cards {
  /** As if the storage had restarted. */
  bootsAgain(boot: Boot): void;
}

/** Cards in memory: stored as JSON, changed by compare-and-set as the port promises. */
export function fakeCards(due: FakeDue, timings: Pick<Timings, 'settleLooksMs'>): FakeCards {
  const documents = new Map<CardId, string>();
  const posts = new Map<string, CardId>();
  let boot = aBoot;

  const parsed = (document: string | undefined): Card | undefined =>
    document === undefined ? undefined : JSON.parse(document);

  function store(id: CardId, card: Card | undefined): void {
    for (const job of cardJobs) due.remove({ job, id });
    if (!card) return;
    documents.set(id, JSON.stringify(card));
    for (const entry of dueEntries(card, timings)) due.put(entry);
    for (const post of postsOf(card)) posts.set(post, id);
  }

  return {
    bootsAgain: (next) => {
      boot = next;
    },
    get: async (id) => parsed(documents.get(id)),
    async change(id, step) {
      for (;;) {
        const before = documents.get(id);
        const underBoot = boot;
        await othersGoFirst();
        const result = step(parsed(before), underBoot);
        if (isRefusal(result)) return result;
        if (documents.get(id) !== before || boot !== underBoot) continue;
        store(id, result.card);
        return result.give;
      }
    },
    async waiting() {
      const since = (card: Card) => card.acts.find(({ answered }) => !answered)?.at ?? card.changedAt;
      return [...documents.values()]
        .map(parsed)
        .filter((card) => card !== undefined)
        .filter(({ state }) => state === 'open')
        .sort((a, b) => since(a) - since(b));
    },
    ofPost: async (post) => posts.get(post),
  };
}
