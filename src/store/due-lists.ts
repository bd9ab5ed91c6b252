import type { DueLists } from '../ports/due.js';
import { deskKeys } from './keys.js';
import type { Store } from './redis.js';
import { bootLua } from './shared-lua.js';

/** KEYS: due lists. Returns which run of Redis this is, then when the earliest entry of each is due; '' for an empty list. */
const lookLua = `${bootLua}
local found = { boot() }
for _, key in ipairs(KEYS) do table.insert(found, redis.call('ZRANGE', key, 0, 0, 'WITHSCORES')[2] or '') end
return found
`;

/** A side of a desk: the desk itself, or the private side of the desk `inPublic`. */
interface Side {
  readonly inPublic?: { readonly desk: { readonly id: string } };
}

/** The due lists of all desks, by their ids, and by the node that has them: of one server all, in a cluster those of each desk. */
export function createDueLists(
  redis: Store,
  prefix: string,
  sides: ReadonlyMap<string, Side>,
): readonly DueLists[] {
  const nodes = new Map<string, { readonly id: string; readonly key: string }[]>();
  for (const [id, { inPublic }] of sides) {
    const keys = inPublic ? deskKeys(prefix, inPublic.desk.id, 'private') : deskKeys(prefix, id);
    const node = redis.isCluster ? (inPublic?.desk.id ?? id) : '';
    nodes.set(node, [...(nodes.get(node) ?? []), { id, key: keys.due }]);
  }
  return [...nodes.values()].map((lists) => listsOf(redis, lists));
}

function listsOf(redis: Store, lists: readonly { readonly id: string; readonly key: string }[]): DueLists {
  const desks = lists.map(({ id }) => id);
  const keys = lists.map(({ key }) => key);
  return {
    desks,
    async look() {
      const [boot = '', ...times] = (await redis.eval(lookLua, keys.length, ...keys)) as string[];
      const nextAt = desks.flatMap((desk, at) => (times[at] ? [[desk, Number(times[at])] as const] : []));
      return { boot, nextAt: new Map(nextAt) };
    },
  };
}
