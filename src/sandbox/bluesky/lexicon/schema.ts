import { type Format, hasFormat, nameOf } from './formats.js';

/** What a lexicon says of a value. https://atproto.com/specs/lexicon */
export type Schema =
  | {
      readonly type: 'string';
      readonly format?: Format;
      /** In bytes of UTF-8. */
      readonly maxLength?: number;
      readonly maxGraphemes?: number;
      readonly only?: readonly string[];
    }
  | { readonly type: 'integer'; readonly min?: number; readonly max?: number }
  | { readonly type: 'boolean' | 'unknown' | 'blob' }
  | { readonly type: 'array'; readonly items: Schema; readonly max?: number; readonly min?: number }
  | ObjectSchema
  /** By `$type`; open: a type that nobody knows is taken as it is. */
  | { readonly type: 'union'; readonly of: Readonly<Record<string, Schema>> }
  | { readonly type: 'nullable'; readonly of: Schema };

export interface ObjectSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required: readonly string[];
}

/** An object of these properties; those whose names end in `?` may be missing. */
export function object(properties: Readonly<Record<string, Schema>>): ObjectSchema {
  const named = Object.entries(properties).map(
    ([name, schema]) => [name.replace(/\?$/, ''), schema] as const,
  );
  return {
    type: 'object',
    properties: Object.fromEntries(named),
    required: Object.keys(properties).filter((name) => !name.endsWith('?')),
  };
}

/** A value does not have the shape that its lexicon wants. */
export class Unfit extends Error {}

const segments = new Intl.Segmenter();

/** Throws Unfit, with the words of the real servers, for a value that does not fit. `path` is where it stands, such as `$.record`. */
export function check(schema: Schema, value: unknown, path: string): void {
  const at = path === '' ? '' : ` at ${path}`;
  const expected = (what: string) => new Unfit(`Expected ${what} value type (got ${shown(value)})${at}`);
  switch (schema.type) {
    case 'unknown':
      return;
    case 'nullable':
      if (value !== null) check(schema.of, value, path);
      return;
    case 'boolean':
      if (typeof value !== 'boolean') throw expected('boolean');
      return;
    case 'integer':
      if (!Number.isInteger(value)) throw expected('integer');
      inBounds('integer', value as number, schema.min, schema.max, at);
      return;
    case 'string':
      if (typeof value !== 'string') throw expected('string');
      checkString(schema, value, at);
      return;
    case 'array':
      if (!Array.isArray(value)) throw expected('array');
      inBounds('array', value.length, schema.min, schema.max, at);
      for (const [index, item] of value.entries())
        check(schema.items, item, path === '' ? '' : `${path}[${index}]`);
      return;
    case 'blob':
      if (!isBlob(value)) throw expected('blob');
      return;
    case 'union': {
      if (!isObject(value) || typeof value.$type !== 'string')
        throw expected('an object which includes the "$type" property');
      const known = schema.of[value.$type];
      if (known) check(known, value, path);
      return;
    }
    case 'object':
      if (!isObject(value)) throw expected('object');
      for (const [name, property] of Object.entries(schema.properties)) {
        const part = value[name];
        if (part !== undefined) check(property, part, path === '' ? '' : `${path}.${name}`);
        else if (schema.required.includes(name)) throw new Unfit(`Missing required key "${name}"${at}`);
      }
  }
}

function checkString(
  { format, maxGraphemes, maxLength, only }: Extract<Schema, { type: 'string' }>,
  text: string,
  at: string,
): void {
  if (only && !only.includes(text))
    throw new Unfit(`Expected one of ${only.map((one) => `"${one}"`).join(', ')} (got ${shown(text)})${at}`);
  inBounds('string', Buffer.byteLength(text), undefined, maxLength, at);
  // A grapheme has at least one unit, so that short texts need no counting.
  if (maxGraphemes !== undefined && text.length > maxGraphemes)
    inBounds('grapheme', [...segments.segment(text)].length, undefined, maxGraphemes, at);
  if (format && !hasFormat(format, text))
    throw new Unfit(`Invalid ${nameOf(format)} (got ${shown(text)})${at}`);
}

function inBounds(
  what: string,
  size: number,
  min: number | undefined,
  max: number | undefined,
  at: string,
): void {
  if (max !== undefined && size > max) throw new Unfit(`${what} too big (maximum ${max}, got ${size})${at}`);
  if (min !== undefined && size < min)
    throw new Unfit(`${what} too small (minimum ${min}, got ${size})${at}`);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands for bytes of a record's: their content id, kind and size. */
export interface Blob {
  readonly $type: 'blob';
  readonly ref: { readonly $link: string };
  readonly mimeType: string;
  readonly size: number;
}

export const isBlob = (value: unknown): value is Blob =>
  isObject(value) &&
  value.$type === 'blob' &&
  isObject(value.ref) &&
  typeof value.ref.$link === 'string' &&
  hasFormat('cid', value.ref.$link) &&
  typeof value.mimeType === 'string' &&
  Number.isInteger(value.size);

/** A value as refusals show it: objects by their first key alone. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : '[...]';
  if (!isObject(value)) return JSON.stringify(value) ?? 'undefined';
  const [key] = Object.keys(value);
  return key === undefined ? '{}' : `{${JSON.stringify(key)}: ...}`;
}
