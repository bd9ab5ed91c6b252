import { setImmediate as othersGoFirst } from 'node:timers/promises';
import { isRefusal, type Refusal } from '../../src/core/card/refusal.js';
import type { Update } from '../../src/ports/documents.js';
import type { FakeWorld } from './world.js';

export interface FakeDocuments<Doc> {
  get(id: string): Promise<Doc | undefined>;
  change<T>(id: string, update: Update<Doc, T>): Promise<T | Refusal>;
  all(): readonly Doc[];
}

const mostTries = 200;

/** Documents in memory: stored as JSON, changed by compare-and-set on the document and the world. */
export function fakeDocuments<Doc>(
  world: FakeWorld,
  named: (id: string) => string,
  written: (id: string, doc: Doc | undefined, isChanged: boolean) => void,
  asKept: (doc: Doc) => Doc = (doc) => doc,
): FakeDocuments<Doc> {
  const documents = new Map<string, string>();
  const parsed = (text: string): Doc => JSON.parse(text);
  const found = (id: string) => {
    const text = documents.get(id);
    return text === undefined ? undefined : parsed(text);
  };

  return {
    get: async (id) => found(id),
    all: () => [...documents.values()].map(parsed),
    async change(id, update) {
      for (let tries = 0; tries < mostTries; tries++) {
        const before = documents.get(id);
        const held = JSON.stringify(world.now());
        await othersGoFirst();
        const stored = found(id);
        const updated = update(stored, JSON.parse(held));
        if (isRefusal(updated)) return updated;
        if (documents.get(id) !== before || JSON.stringify(world.now()) !== held) continue;
        if (updated.next) documents.set(id, JSON.stringify(asKept(updated.next)));
        else documents.delete(id);
        written(id, updated.next, updated.next !== stored);
        return updated.result;
      }
      throw new Error(`${named(id)} could not be written in ${mostTries} tries.`);
    },
  };
}
