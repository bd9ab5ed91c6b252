import { setImmediate as othersGoFirst } from 'node:timers/promises';
import { isRefusal, type Refusal } from '../../src/core/refusal.js';
import type { Step } from '../../src/ports.js';
import type { FakeWorld } from './world.js';

export interface FakeDocuments<Doc> {
  get(id: string): Promise<Doc | undefined>;
  change<T>(id: string, step: Step<Doc, T>): Promise<T | Refusal>;
  all(): readonly Doc[];
}

/** Documents in memory: stored as JSON, changed by compare-and-set on the document and the world. */
export function fakeDocuments<Doc>(
  world: FakeWorld,
  written: (id: string, doc: Doc | undefined) => void,
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
    async change(id, step) {
      for (;;) {
        const before = documents.get(id);
        const held = JSON.stringify(world.now());
        await othersGoFirst();
        const result = step(found(id), JSON.parse(held));
        if (isRefusal(result)) return result;
        if (documents.get(id) !== before || JSON.stringify(world.now()) !== held) continue;
        if (result.next) documents.set(id, JSON.stringify(result.next));
        written(id, result.next);
        return result.give;
      }
    },
  };
}
