import type { Faults } from '../../world/faults.js';
import type { OddKind } from '../../world/shapes.js';
import type { Query } from '../wire/query.js';
import type { Outcome } from '../wire/route.js';
import { type Fields, isFields, kinds, removed } from './kinds.js';

/**
 * The outcome of a read with the odd posts that are planned for this call. A post that the answer lacks stays planned.
 * What is left out is not billed. Names of fields are the old ones.
 */
export function makeOdd(faults: Faults, call: string, query: Query, outcome: Outcome): Outcome {
  if (!call.startsWith('GET ')) return outcome;
  let made = outcome;
  const odd = new Set<string>();
  for (const shape of faults.shapes('x', call)) {
    if (shape.how !== 'odd') continue;
    const body: Fields = made === outcome ? structuredClone(outcome.body) : made.body;
    const found = find(body, ({ id, edit_history_tweet_ids: ids }) =>
      shape.post === undefined
        ? !odd.has(String(id))
        : Array.isArray(ids) && (ids.includes(shape.post) || id === shape.post),
    );
    if (!found || (shape.post === undefined && found.isIncluded)) continue;
    faults.used(shape);
    odd.add(String(found.post.id));
    made = replace(made, body, found.post, shape.odd, query);
  }
  return made;
}

interface Found {
  readonly post: Fields;
  readonly isIncluded: boolean;
}

/** The first post that fits: of the answer itself, then of those that came along. Both stand newest first. */
function find(body: Fields, fits: (post: Fields) => boolean): Found | undefined {
  const own = [body.data].flat().filter(isPost);
  const along = isFields(body.includes) ? [body.includes.tweets].flat().filter(isPost) : [];
  const post = own.find(fits) ?? along.find(fits);
  return post && { post, isIncluded: !own.includes(post) };
}

function isPost(item: unknown): item is Fields {
  return isFields(item) && 'edit_history_tweet_ids' in item;
}

function replace(outcome: Outcome, body: Fields, post: Fields, odd: OddKind, query: Query): Outcome {
  const { id } = post;
  const journal = {
    ...outcome.journal,
    fault: 'odd',
    odd: [outcome.journal?.odd, `${odd} ${id}`].filter(Boolean).join(', '),
  };
  const instead = kinds[odd]({ post, body, query });
  if (instead === post) return { ...outcome, body, journal };
  const put = (items: unknown) => {
    if (!Array.isArray(items)) return items === post ? instead : items;
    const left = items.flatMap((item) => (item === post ? (instead === removed ? [] : [instead]) : [item]));
    return left.length > 0 ? left : removed;
  };
  body.data = put(body.data);
  if (isFields(body.includes)) body.includes.tweets = put(body.includes.tweets);
  const { data } = body;
  const shown = [data].flat().filter(isPost);
  if (isFields(body.meta)) {
    const { newest_id, oldest_id, ...rest } = body.meta;
    const [newest, oldest] = [shown[0], shown.at(-1)];
    body.meta = {
      ...rest,
      result_count: Array.isArray(data) ? data.length : 0,
      ...(newest && { newest_id: newest.id, oldest_id: oldest?.id }),
    };
  }
  const given = new Set(shown.map((one) => `post:${one.id}`));
  return {
    ...outcome,
    body,
    priced: (outcome.priced ?? []).filter(
      ({ resource = '' }) => !resource.startsWith('post:') || given.has(resource),
    ),
    journal,
  };
}
