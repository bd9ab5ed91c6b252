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

/** Names of fields, or of what else an answer shall bring. */
const isList = (parameter: string) => parameter.endsWith('.fields') || parameter === 'expansions';

/**
 * A read that asks for what X knows. A name that X refuses is asked for under its new one, and is left out when X refuses
 * that too: a renamed field must not stop all reading. `fieldRefused` is called once for each that is left out.
 */
export function askingForKnownFields(get: Get, fieldRefused: (field: string) => void): Get {
  const refused = new Set<string>();
  let takesOldNames = true;

  function known(query: Query = {}): Query {
    const entries = Object.entries(query).flatMap(([parameter, value]): [string, Query[string]][] => {
      if (typeof value !== 'string' || !isList(parameter)) return [[parameter, value]];
      const names = value.split(',').map((name) => (takesOldNames ? name : newName(name)));
      const left = names.filter((name) => !refused.has(`${parameter} ${name}`));
      return left.length > 0 ? [[takesOldNames ? parameter : newName(parameter), left.join(',')]] : [];
    });
    return Object.fromEntries(entries);
  }

  /** Whether the next try asks for something else. */
  function learns(fault: unknown): boolean {
    if (fault instanceof ParameterRefused || (fault instanceof FieldRefused && fault.field in newNames)) {
      if (takesOldNames) {
        takesOldNames = false;
        return true;
      }
    }
    if (!(fault instanceof FieldRefused)) return false;
    const parameter =
      Object.keys(newNames).find((old) => newNames[old] === fault.parameter) ?? fault.parameter;
    const field = `${parameter} ${fault.field}`;
    if (refused.has(field)) return false;
    refused.add(field);
    fieldRefused(field);
    return true;
  }

  return async function read(what, deadlineMs) {
    try {
      return await get({ ...what, query: known(what.query) }, deadlineMs);
    } catch (fault) {
      if (!learns(fault)) throw fault;
      return read(what, deadlineMs);
    }
  };
}
