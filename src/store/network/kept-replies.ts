import type { KeptReply } from '../../core/keeping/kept-reply.js';
import type { KeptReplies } from '../../ports/kept-replies.js';
import { createDocuments } from '../documents.js';
import type { DeskKeys } from '../keys.js';
import type { Store } from '../redis.js';

/** The port to the library's replies that outlive their cards, in Redis. */
export function createKeptReplies(redis: Store, keys: DeskKeys): KeptReplies {
  const documents = createDocuments<KeptReply>(redis, keys, {
    describe: (id) => `The kept reply ${id}`,
    format: 1,
    key: keys.keptReply,
    jobs: [],
    due: () => [],
    indexes: ({ at, id, patron }) => {
      const place = { member: id, score: at };
      return [
        { key: keys.keptReplies, ...place },
        ...(patron ? [{ key: keys.repliesTo(patron), ...place }] : []),
      ];
    },
  });
  return {
    get: documents.get,
    change: documents.change,
    async between(fromMs, toMs) {
      const found = await redis.zrangebyscore(keys.keptReplies, fromMs, `(${toMs}`, 'WITHSCORES');
      return found.flatMap((id, at) => (at % 2 === 0 ? [{ id, at: Number(found[at + 1]) }] : []));
    },
    toPatron: (patron) => redis.zrange(keys.repliesTo(patron), '0', '-1'),
  };
}
