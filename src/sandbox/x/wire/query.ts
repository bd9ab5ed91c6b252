import { isNewName, known, type Names, namesTaken, type Takes, toOldExpansion, toOldName } from './fields.js';
import { invalidRequest } from './problems.js';

type Rule =
  | { readonly kind: 'integer'; readonly min: number; readonly max: number; readonly otherwise: number }
  | { readonly kind: 'id' }
  | { readonly kind: 'ids' }
  | { readonly kind: 'time' }
  | { readonly kind: 'token'; readonly minLength: number }
  /** `only`: the parameter itself has a name of one spelling. */
  | { readonly kind: 'names'; readonly names: Names; readonly only?: 'old' | 'new' };

/** The query parameters that a route takes. X refuses all others. */
export type Rules = Readonly<Record<string, Rule>>;

const names = (list: Names): Rule => ({ kind: 'names', names: list });
const oneOf = (list: readonly string[]): Rule => names({ old: list, new: list });
const postFields: Rules = {
  'tweet.fields': { kind: 'names', names: known.post, only: 'old' },
  'post.fields': { kind: 'names', names: known.post, only: 'new' },
};
const pages = (min: number, max: number, otherwise: number, minTokenLength: number): Rules => ({
  max_results: { kind: 'integer', min, max, otherwise },
  pagination_token: { kind: 'token', minLength: minTokenLength },
});

export const userQuery: Rules = {
  'user.fields': names(known.user),
  expansions: names(known.userExpansions),
  ...postFields,
};

export const postQuery: Rules = {
  ...postFields,
  expansions: names(known.postExpansions),
  'user.fields': names(known.user),
  'media.fields': names(known.media),
  'poll.fields': names(known.poll),
  'place.fields': names(known.place),
};

export const followersQuery: Rules = { ...userQuery, ...pages(1, 1000, 100, 16) };

export const mentionsQuery: Rules = {
  ...postQuery,
  ...pages(5, 100, 10, 1),
  since_id: { kind: 'id' },
  until_id: { kind: 'id' },
  start_time: { kind: 'time' },
  end_time: { kind: 'time' },
};

export const timelineQuery: Rules = { ...mentionsQuery, exclude: oneOf(['replies', 'retweets']) };

export const idsQuery = (rest: Rules): Rules => ({ ids: { kind: 'ids' }, ...rest });

export const messagesQuery: Rules = {
  ...pages(1, 100, 100, 16),
  event_types: oneOf(['MessageCreate', 'ParticipantsJoin', 'ParticipantsLeave']),
  'dm_event.fields': names(known.dmEvent),
  expansions: names(known.dmEventExpansions),
  'user.fields': names(known.user),
  ...postFields,
  'media.fields': names(known.media),
};

/** The checked query parameters. Field names are the old ones. */
export interface Query {
  readonly text: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly maxResults: number;
  readonly post: ReadonlySet<string>;
  readonly user: ReadonlySet<string>;
  readonly media: ReadonlySet<string>;
  readonly poll: ReadonlySet<string>;
  readonly dmEvent: ReadonlySet<string>;
  readonly expansions: ReadonlySet<string>;
}

/** Whether the caller uses X's new names: `post.fields`, not `tweet.fields`. */
export function asksInNewNames(params: URLSearchParams): boolean {
  if (params.has('post.fields')) return true;
  return [...params].some(
    ([key, value]) => (key === 'expansions' || key.endsWith('.fields')) && value.split(',').some(isNewName),
  );
}

/** Throws X's 400 for the first parameter that is unknown, given twice, or out of bounds. */
export function readQuery(params: URLSearchParams, all: Rules, takes: Takes): Query {
  const rules = rulesFor(all, takes);
  const text: Record<string, string> = {};
  const lists: Record<string, string[]> = {};
  for (const [name, value] of params) {
    const rule = rules[name];
    if (!rule) {
      const allowed = Object.keys(rules).join(',');
      throw invalidRequest(name, value, `The query parameter [${name}] is not one of [${allowed}]`);
    }
    if (name in text) throw invalidRequest(name, value, `The \`${name}\` query parameter may be given once`);
    if (value === '') throw invalidRequest(name, value, `The \`${name}\` query parameter can not be empty`);
    text[name] = value;
    if (rule.kind === 'ids' || rule.kind === 'names') lists[name] = value.split(',');
    check(name, value, rule, takes);
  }
  for (const [name, rule] of Object.entries(rules)) {
    if (rule.kind === 'ids' && !(name in text)) {
      throw invalidRequest(name, '', `The \`${name}\` query parameter can not be empty`);
    }
  }
  const fields = (name: string) => (lists[name] ?? []).map(toOldName);
  const paging = rules.max_results;
  return {
    text,
    lists,
    maxResults: Number(text.max_results ?? (paging?.kind === 'integer' ? paging.otherwise : 0)),
    post: new Set([...fields('tweet.fields'), ...fields('post.fields')]),
    user: new Set(fields('user.fields')),
    media: new Set(fields('media.fields')),
    poll: new Set(fields('poll.fields')),
    dmEvent: new Set(fields('dm_event.fields')),
    expansions: new Set((lists.expansions ?? []).map(toOldExpansion)),
  };
}

/** Without the parameters whose own name X no longer takes, or does not take yet. */
function rulesFor(rules: Rules, takes: Takes): Rules {
  return Object.fromEntries(
    Object.entries(rules).filter(
      ([, rule]) =>
        rule.kind !== 'names' || rule.only === undefined || takes === 'both' || rule.only === takes,
    ),
  );
}

/** X has no post of before. https://github.com/medialab/minet/issues/445 shows the same words for another list. */
const firstTime = '2010-11-06T00:00Z';

const idPattern = /^[0-9]{1,19}$/;

function check(name: string, value: string, rule: Rule, takes: Takes): void {
  const refuse = (found: string, what: string) =>
    invalidRequest(name, value, `The \`${name}\` query parameter value [${found}] ${what}`);
  switch (rule.kind) {
    case 'integer':
      if (!/^\d+$/.test(value) || Number(value) < rule.min || Number(value) > rule.max) {
        throw refuse(value, `is not between ${rule.min} and ${rule.max}`);
      }
      return;
    case 'id':
      if (!idPattern.test(value)) throw refuse(value, `does not match ${idPattern.source}`);
      return;
    case 'ids': {
      const ids = value.split(',');
      if (ids.length > 100) throw refuse(String(ids.length), 'has over 100 ids');
      for (const id of ids) if (!idPattern.test(id)) throw refuse(id, `does not match ${idPattern.source}`);
      return;
    }
    case 'time':
      if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value) || Number.isNaN(Date.parse(value))) {
        throw refuse(value, 'is not an ISO 8601 time like 2026-01-31T09:00:00Z');
      }
      if (Date.parse(value) < Date.parse(firstTime)) {
        const minute = `${new Date(value).toISOString().slice(0, 16)}Z`;
        throw invalidRequest(
          name,
          minute,
          `Invalid '${name}':'${minute}'. '${name}' must be on or after ${firstTime}`,
        );
      }
      return;
    case 'token':
      if (value.length < rule.minLength) throw refuse(value, `is shorter than ${rule.minLength} characters`);
      return;
    case 'names': {
      const taken = namesTaken(rule.names, takes);
      if (new Set(value.split(',')).size < value.split(',').length) throw refuse(value, 'names one twice');
      for (const one of value.split(',')) {
        if (!taken.includes(one)) throw refuse(one, `is not one of [${taken.join(',')}]`);
      }
    }
  }
}

/** Checks an id or a handle in the path. */
export function readPath(name: string, value: string, pattern = idPattern): string {
  if (pattern.test(value)) return value;
  throw invalidRequest(
    name,
    value,
    `The \`${name}\` path parameter value [${value}] does not match ${pattern.source}`,
  );
}
