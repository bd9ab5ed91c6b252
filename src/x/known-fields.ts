import { isDeepStrictEqual } from 'node:util';
import { FieldRefused, ParameterRefused } from './faults.js';
import type { Read } from './reader.js';

type Query = NonNullable<Read['query']>;
type Get = (read: Read, deadlineMs?: number) => Promise<unknown>;

/** X is renaming tweets to posts. It takes both names, until it takes the new ones alone. */
const newNames: Readonly<Record<string, string>> = {
  'tweet.fields': 'post.fields',
  edit_history_tweet_ids: 'edit_history_post_ids',
  referenced_tweets: 'referenced_posts',
  note_tweet: 'note_post',
  pinned_tweet_id: 'pinned_post_id',
};
const newName = (name: string) => newNames[name] ?? name;

/** Among the new names these are no fields: X gives them with a post when they are expanded. */
const expandable = ['author_id', 'in_reply_to_user_id', 'referenced_tweets', 'edit_history_tweet_ids'];

/** Names of fields, or of what else an answer shall bring. */
const isList = (parameter: string) => parameter.endsWith('.fields') || parameter === 'expansions';

/** A parameter and a name in its list. */
type Place = readonly [parameter: string, name: string];

/** The ways in which a field can be asked for, the usual one first. */
function waysTo([parameter, name]: Place, takesOldNames: boolean): readonly Place[] {
  const renamed: Place = [takesOldNames ? parameter : newName(parameter), newName(name)];
  return [
    ...(takesOldNames ? [[parameter, name] as const] : []),
    ...(takesOldNames && renamed[1] === name ? [] : [renamed]),
    ...(parameter === 'tweet.fields' && expandable.includes(name)
      ? [['expansions', newName(name)] as const]
      : []),
  ];
}

/**
 * A read that asks for what X knows. What X refuses is asked for under its new name or as an expansion, and is left out when
 * X refuses that too: a renamed field must not stop all reading. `fieldRefused` is called once for each that X refuses.
 * `isLeftOut`: whether a name is asked for no more in any way.
 */
export function askingForKnownFields(
  get: Get,
  fieldRefused: (field: string) => void,
): { readonly get: Get; readonly isLeftOut: (...place: Place) => boolean } {
  const refusedParameters = new Set<string>();
  /** The fields that were asked for, each with how many ways to it X refused. */
  const fields = new Map<string, { readonly place: Place; refusedWays: number }>();
  /** Old names, unless X refuses them and was not heard to refuse the new ones. */
  const takesOldNames = () => !refusedParameters.has('tweet.fields') || refusedParameters.has('post.fields');

  function wayTo(place: Place): Place | undefined {
    const key = place.join(' ');
    const field = fields.get(key) ?? { place, refusedWays: 0 };
    fields.set(key, field);
    return waysTo(place, takesOldNames())[field.refusedWays];
  }

  function known(query: Query = {}): Query {
    const others = Object.entries(query).filter(([parameter]) => !isList(parameter));
    const lists = new Map<string, Set<string>>();
    for (const [parameter, value] of Object.entries(query)) {
      if (!isList(parameter) || typeof value !== 'string') continue;
      for (const name of value.split(',')) {
        const [list, asked] = wayTo([parameter, name]) ?? [];
        if (list && asked) lists.set(list, (lists.get(list) ?? new Set()).add(asked));
      }
    }
    return Object.fromEntries([
      ...others,
      ...[...lists].map(([list, names]) => [list, [...names].join(',')]),
    ]);
  }

  function learn(fault: unknown): void {
    if (fault instanceof ParameterRefused) {
      const before = takesOldNames();
      refusedParameters.add(fault.parameter);
      if (takesOldNames() !== before) for (const field of fields.values()) field.refusedWays = 0;
    }
    if (!(fault instanceof FieldRefused)) return;
    for (const [key, field] of fields) {
      if (!isDeepStrictEqual(wayTo(field.place), [fault.parameter, fault.field])) continue;
      if (field.refusedWays === 0) fieldRefused(key);
      field.refusedWays += 1;
    }
  }

  async function read(what: Read, deadlineMs?: number): Promise<unknown> {
    const query = known(what.query);
    try {
      return await get({ ...what, query }, deadlineMs);
    } catch (fault) {
      learn(fault);
      if (isDeepStrictEqual(known(what.query), query)) throw fault;
      return read(what, deadlineMs);
    }
  }
  return { get: read, isLeftOut: (...place) => wayTo(place) === undefined };
}
