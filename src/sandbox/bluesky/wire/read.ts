import type { IncomingMessage } from 'node:http';
import { check, type Schema, Unfit } from '../lexicon/schema.js';
import { Refused, refused } from '../model/refused.js';
import type { Method } from './method.js';

type ObjectSchema = Extract<Schema, { type: 'object' }>;

/** The parameters of a query. Throws Refused for those that don't fit. */
export function readParams(
  nsid: string,
  schema: ObjectSchema,
  query: URLSearchParams,
): Record<string, unknown> {
  const params: Record<string, unknown> = {};
  for (const [name, { type }] of Object.entries(schema.properties)) {
    const given = query.getAll(name);
    const [first] = given;
    if (first === undefined) continue;
    params[name] = type === 'array' ? given : meant(type, first);
  }
  checkAll(schema, params, '', `Invalid ${nsid} params: `);
  return params;
}

function meant(type: Schema['type'], text: string): unknown {
  if (type === 'integer') return /^-?\d+$/.test(text) ? Number(text) : text;
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}

/** The JSON body of a procedure; an empty object where it takes none. Throws Refused. */
export function readInput(
  { input }: Method,
  { headers }: IncomingMessage,
  bytes: Buffer,
): Record<string, unknown> {
  if (input === undefined) return {};
  const type = headers['content-type'];
  if (type === undefined) throw refused('Request encoding (Content-Type) required but not provided');
  if (input === 'bytes') return {};
  if (!type.startsWith('application/json')) throw refused(`Wrong request encoding (Content-Type): ${type}`);
  const body = parsed(bytes.toString());
  checkAll(input, body, '$', '');
  return body as Record<string, unknown>;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Refused(400, 'SyntaxError', error instanceof Error ? error.message : String(error));
  }
}

function checkAll(schema: ObjectSchema, value: unknown, path: string, before: string): void {
  try {
    check(schema, value, path);
  } catch (error) {
    if (error instanceof Unfit) throw refused(`${before}${error.message}`);
    throw error;
  }
}
