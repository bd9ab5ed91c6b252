import type { KeptReply } from '../../src/core/keeping/kept-reply.js';
import type { KeptReplies } from '../../src/ports/kept-replies.js';
import { fakeDocuments } from './documents.js';
import type { FakeWorld } from './world.js';

/** The library's replies that outlive their cards, in memory. */
export function fakeKeptReplies(world: FakeWorld): KeptReplies {
  const documents = fakeDocuments<KeptReply>(
    world,
    (id) => `The kept reply ${id}`,
    () => {},
  );
  const byTime = () => documents.all().toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return {
    get: documents.get,
    change: documents.change,
    between: async (fromMs, toMs) =>
      byTime()
        .filter(({ at }) => at >= fromMs && at < toMs)
        .map(({ at, id }) => ({ at, id })),
    toPatron: async (person) =>
      byTime()
        .filter(({ patron }) => patron === person)
        .map(({ id }) => id),
  };
}
