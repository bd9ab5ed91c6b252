import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

type Json = Readonly<Record<string, unknown>>;

/** A cut of X's own specification; its `from` says of what. */
export const specification: {
  readonly routes: Readonly<
    Record<
      string,
      {
        readonly status: number;
        readonly answer: string;
        readonly query: Readonly<Record<string, string | { readonly enum?: readonly string[] }>>;
      }
    >
  >;
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly components: Json;
} = JSON.parse(readFileSync(new URL('x-2.167.json', import.meta.url), 'utf8'));

/** What X answered. */
export interface Answered {
  readonly method: string;
  /** Such as "/2/users/me". */
  readonly path: string;
  readonly status: number;
  readonly contentType: string;
  readonly body: unknown;
}

/** The specification has the new names alone. So what comes under the old ones is renamed before the check. */
const renamed: Readonly<Record<string, string>> = {
  tweets: 'posts',
  referenced_tweets: 'referenced_posts',
  edit_history_tweet_ids: 'edit_history_post_ids',
  note_tweet: 'note_post',
  tweet_count: 'post_count',
  retweet_count: 'repost_count',
  most_recent_tweet_id: 'most_recent_post_id',
  pinned_tweet_id: 'pinned_post_id',
};

const text = { type: 'string' };
const problem = (properties: Json, required: readonly string[] = Object.keys(properties)) => ({
  type: 'object',
  properties: { title: text, detail: text, type: text, ...properties },
  required: ['title', 'detail', 'type', ...required],
  additionalProperties: false,
});
const status = { type: 'integer' };

/**
 * Bodies that X was seen to refuse with, by the last part of their `type`: its specification does not have them.
 * 402 and the spend cap: https://devcommunity.x.com. The others: https://docs.x.com/x-api/fundamentals/response-codes-and-errors
 */
const seenRefusals: Readonly<Record<string, Json>> = {
  'about:blank': problem({ status }),
  'user-suspended': problem({ status }),
  'oauth1-permissions': problem({ status }),
  'credits-depleted': problem({ status }),
  credits: problem({ reset_date: { type: 'string', format: 'date' } }, []),
  'client-forbidden': problem({ status, required_enrollment: text, reason: text }),
  'invalid-request': problem({
    errors: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        properties: {
          message: { type: 'string', minLength: 1 },
          parameters: { type: 'object', additionalProperties: { type: 'array', items: text } },
        },
        required: ['message', 'parameters'],
        additionalProperties: false,
      },
    },
  }),
};

const root = 'x';
const ajv = new Ajv({ allErrors: true, discriminator: true, strict: false });
addFormats.default(ajv);
ajv.addSchema({ $id: root, components: closed(specification.components) } as Json);
const compiled = new Map<string, ValidateFunction>();

/** What is wrong with an answer by X's specification, and by what X was seen to answer beside it. */
export function wrongIn(answered: Answered): string[] {
  const body = withNewNames(answered.body);
  const where = `${answered.method} ${answered.path} ${answered.status}`;
  const wrong = answered.status < 400 ? wrongInAnswer(answered, body) : wrongInRefusal(answered, body);
  return wrong.map((what) => `${where}: ${what}`);
}

function wrongInAnswer({ method, path, status }: Answered, body: unknown): string[] {
  const route = routeOf(method, path);
  if (!route) return ['is no route of the specification'];
  const empty = emptyIn(body, '').filter((at) => !/\/(connection_status|parameters)$/.test(at));
  return [
    ...(status === route.status ? [] : [`is ${route.status} in the specification`]),
    ...failures(`${root}#/components/schemas/${route.answer}`, body),
    // X leaves out what is empty; clients that count on a field's presence must not be misled.
    ...empty.map((at) => `${at || '/'} is empty, and X leaves out what is empty`),
  ];
}

function wrongInRefusal({ status, contentType }: Answered, body: unknown): string[] {
  if (!isObject(body)) return ['has no JSON object for a body'];
  const { type } = body;
  if (type === undefined) {
    const errors = Array.isArray(body.errors) ? body.errors : [];
    return [
      ...(errors.length > 0 ? [] : ['has neither a type nor errors']),
      ...errors.flatMap((error) => failures(`${root}#/components/schemas/Error`, error)),
    ];
  }
  const kind = String(type).split('/').at(-1) ?? '';
  const seen = seenRefusals[kind];
  return [
    ...(contentType.startsWith('application/problem+json') ? [] : [`is a problem sent as ${contentType}`]),
    ...(body.status === undefined || body.status === status ? [] : [`says ${body.status} in its body`]),
    ...(seen ? failures(kind, body, seen) : failures(`${root}#/components/schemas/Problem`, body)),
  ];
}

function routeOf(method: string, path: string) {
  const fits = (route: string) => {
    const [wanted, pattern = ''] = route.split(' ');
    return wanted === method && new RegExp(`^${pattern.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path);
  };
  // The first is the most exact one: /2/users/me stands before /2/users/{id}.
  const found = Object.entries(specification.routes).find(([route]) => fits(route));
  return found?.[1];
}

function failures(name: string, value: unknown, schema: Json = { $ref: name }): string[] {
  const validate = compiled.get(name) ?? ajv.compile(schema);
  compiled.set(name, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath || '/'} ${message} ${JSON.stringify(params)}`,
  );
}

/** The schemas without room for what they do not name, so that a misspelt field is found. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (!isObject(schema)) return schema;
  const inside = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  const isOpen =
    schema.type === 'object' && isObject(schema.properties) && !('additionalProperties' in schema);
  return isOpen ? { ...inside, additionalProperties: false } : inside;
}

function withNewNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNewNames);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inside]) => [
      renamed[key] ?? key,
      key === 'type' && typeof inside === 'string'
        ? inside.replace('https://api.twitter.com/', 'https://api.x.com/')
        : withNewNames(inside),
    ]),
  );
}

function emptyIn(value: unknown, at: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  if (entries.length === 0) return [at];
  return entries.flatMap(([key, inside]) => emptyIn(inside, `${at}/${key}`));
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
