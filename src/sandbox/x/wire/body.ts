import { invalidRequest } from './problems.js';

type Kind = 'string' | 'boolean' | 'object' | 'array';

/** The fields that a body may have and their JSON types. X has the `unsupported` ones, the sandbox does not. */
type Shape = Readonly<Record<string, Kind | 'unsupported'>>;

/** The object, if it has the shape. Throws X's 400 otherwise. `at` is its place in the body, "$" for the whole. */
export function readObject(body: unknown, shape: Shape, at = '$'): Record<string, unknown> {
  if (kindOf(body) !== 'object') throw refuse(at, `${kindOf(body)} found, object expected`);
  const object = body as Record<string, unknown>;
  for (const [key, value] of Object.entries(object)) {
    const wanted = Object.hasOwn(shape, key) ? shape[key] : undefined;
    const where = `${at}.${key}`;
    if (wanted === undefined) {
      throw refuse(where, 'is not defined in the schema and the schema does not allow additional properties');
    }
    if (wanted === 'unsupported') throw refuse(where, 'is not supported by this sandbox');
    if (kindOf(value) !== wanted) throw refuse(where, `${kindOf(value)} found, ${wanted} expected`);
  }
  return object;
}

/** An id inside a body, checked. */
export function readId(value: unknown, at: string): string {
  if (typeof value === 'string' && /^[0-9]{1,19}$/.test(value)) return value;
  throw refuse(at, 'does not match the regex pattern ^[0-9]{1,19}$');
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return value === null ? 'null' : typeof value;
}

function refuse(at: string, what: string) {
  return invalidRequest(at, at.replace(/^\$\.?/, ''), `${at}: ${what}`);
}
