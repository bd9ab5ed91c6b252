import type { IncomingMessage } from 'node:http';
import { readBody } from '../../http/http.js';
import { type Fields, isFields } from '../blocks/json.js';
import { invalidArguments, Refused } from './refused.js';

/** In bytes: a file and the form around it. */
const maxUpload = 6_000_000;

/** The arguments of one call. A form has text alone, and objects as JSON text; a JSON body may have either. */
export interface Args {
  readonly raw: Fields;
  has(name: string): boolean;
  text(name: string): string | undefined;
  /** Throws Refused when it is missing or empty. */
  required(name: string): string;
  flag(name: string): boolean;
  whole(name: string, standard: number, max: number): number;
  /** An object or list. `ifBroken` is the error for text that is not JSON. */
  json(name: string, ifBroken: string): unknown;
}

/** Readers for the raw arguments of a call. They throw Refused for a wrong type. */
export function createArgs(raw: Fields): Args {
  const has = (name: string) => raw[name] !== undefined && raw[name] !== null;
  const text = (name: string): string | undefined => {
    if (!has(name)) return undefined;
    const value = raw[name];
    if (typeof value !== 'string') throw invalidArguments(`must provide a string [json-pointer:/${name}]`);
    return value;
  };
  return {
    raw,
    has,
    text,
    required(name) {
      const value = text(name);
      if (!value) throw invalidArguments(`missing required field: ${name}`);
      return value;
    },
    flag: (name) => [true, 'true', '1', 1].includes(raw[name] as string | number | boolean),
    whole(name, standard, max) {
      if (!has(name) || raw[name] === '') return standard;
      const value = Number(raw[name]);
      if (!Number.isInteger(value) || value < 0) {
        throw invalidArguments(`must provide an integer [json-pointer:/${name}]`);
      }
      return value === 0 ? standard : Math.min(value, max);
    },
    json(name, ifBroken) {
      if (!has(name) || raw[name] === '') return undefined;
      const value = raw[name];
      if (typeof value !== 'string') return value;
      try {
        return parse(value);
      } catch {
        throw new Refused(ifBroken);
      }
    },
  };
}

interface ReadArgs {
  readonly args: Args;
  /** Slack's `warning` about a body that it could read but that should be sent otherwise. */
  readonly warning?: string;
}

/** Reads the query and the body: a form, multipart, or JSON if the method takes it. */
export async function readArgs(request: IncomingMessage, takesJson: boolean): Promise<ReadArgs> {
  const url = new URL(request.url ?? '/', 'http://sandbox');
  // Apps made since 2021 cannot give their token in the query.
  const { token: _inQuery, ...query } = Object.fromEntries(url.searchParams);
  const type = request.headers['content-type'] ?? '';
  const body = await readBody(request);
  if (request.method === 'GET' || body.length === 0) return { args: createArgs(query) };
  if (type.startsWith('application/json')) {
    if (!takesJson) return { args: createArgs(query) };
    // Slack reads the token from the header or a form, never from a JSON body.
    const { token: _inBody, ...json } = readJson(body.toString());
    return {
      args: createArgs({ ...query, ...json }),
      ...(!/charset=/i.test(type) && { warning: 'missing_charset' }),
    };
  }
  if (type.startsWith('application/x-www-form-urlencoded')) {
    return { args: createArgs({ ...query, ...Object.fromEntries(new URLSearchParams(body.toString())) }) };
  }
  if (type.startsWith('multipart/form-data')) {
    const form = await readMultipart(body, type);
    return { args: createArgs({ ...query, ...form }) };
  }
  throw new Refused('invalid_post_type');
}

/** The bytes of an upload; undefined for a form without exactly one file. */
export async function readUpload(request: IncomingMessage): Promise<Buffer | undefined> {
  const type = request.headers['content-type'] ?? '';
  const body = await readBody(request, maxUpload);
  if (!type.startsWith('multipart/form-data')) return body;
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => new FormData());
  const [file, ...more] = [...form.values()].filter((value) => typeof value !== 'string');
  return file && more.length === 0 ? Buffer.from(await file.arrayBuffer()) : undefined;
}

function readJson(text: string): Fields {
  let parsed: unknown;
  try {
    parsed = parse(text);
  } catch {
    throw new Refused('invalid_json');
  }
  if (!isFields(parsed)) throw new Refused('json_not_object');
  return parsed;
}

/** Slack refuses JSON with a lone surrogate, such as half an emoji. */
function parse(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown) => {
    if (typeof value === 'string' && /\p{Surrogate}/u.test(value)) throw new SyntaxError('half a character');
    return value;
  });
}

async function readMultipart(body: Buffer, type: string): Promise<Fields> {
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
    return Object.fromEntries([...form].filter(([, value]) => typeof value === 'string'));
  } catch {
    throw new Refused('invalid_form_data');
  }
}
