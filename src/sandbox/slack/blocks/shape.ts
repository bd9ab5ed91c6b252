import { type Fields, isFields } from './json.js';

/** One thing wrong with a payload, as `blocks.validate` reports it. */
export interface Problem {
  readonly code: 'failed_constraint' | 'missing_field' | 'additional_property';
  readonly message: string;
  /** JSON pointer to the element that is wrong. */
  readonly pointer: string;
  readonly constraint?: Fields;
}

/** Checks `value`, which is at the JSON pointer `at`. */
export type Rule = (value: unknown, at: string) => Problem[];

/** One broken rule, as the list of problems that rules give. */
export function broken(message: string, pointer: string, constraint: Fields): Problem[] {
  return [{ code: 'failed_constraint', message, pointer, constraint }];
}

/** Lengths count UTF-16 code units, the stricter reading of Slack's "characters". */
export function string(max: number, min = 0): Rule {
  return (value, at) => {
    if (typeof value !== 'string') return broken('must provide a string', at, { type: 'string' });
    if (value.length < min) {
      return broken(`must be more than ${min - 1} characters`, at, { type: 'min_length', expected: min });
    }
    if (value.length > max) {
      return broken(`must be less than ${max + 1} characters`, at, { type: 'max_length', expected: max });
    }
    return [];
  };
}

/** A string of this pattern; `what` names it in the message. */
export function matching(pattern: RegExp, what: string): Rule {
  return (value, at) =>
    typeof value === 'string' && pattern.test(value)
      ? []
      : broken(`must be ${what}`, at, { type: 'format', expected: what });
}

/** An address with any scheme, of at most `max` characters. */
export function url(max: number): Rule {
  return (value, at) => {
    const problems = string(max, 1)(value, at);
    if (problems.length > 0) return problems;
    return matching(/^[a-z][a-z0-9+.-]*:\S+$/i, 'a valid url')(value, at);
  };
}

/** An address that Slack's servers can read: http or https, on the public web. */
export function publicUrl(max: number): Rule {
  return (value, at) => {
    const problems = url(max)(value, at);
    if (problems.length > 0) return problems;
    const parsed = URL.canParse(String(value)) ? new URL(String(value)) : undefined;
    return parsed && /^https?:$/.test(parsed.protocol) && isPublic(parsed.hostname)
      ? []
      : broken('downloading image failed', at, { type: 'reachable' });
  };
}

function isPublic(host: string): boolean {
  if (host.startsWith('[')) return !/^\[(::1?\]|f[cd]|fe80:)/.test(host);
  return (
    host.includes('.') &&
    !/^(127|10|0|192\.168|169\.254|172\.(1[6-9]|2\d|3[01]))\.|\.(local|localhost)$/.test(host)
  );
}

export const boolean: Rule = (value, at) =>
  typeof value === 'boolean' ? [] : broken('must provide a boolean', at, { type: 'boolean' });

/** A whole number from `min` to `max`. */
export function integer(min: number, max: number): Rule {
  return (value, at) =>
    Number.isInteger(value) && Number(value) >= min && Number(value) <= max
      ? []
      : broken(`must be a whole number from ${min} to ${max}`, at, { type: 'range', expected: [min, max] });
}

/** One of these strings. */
export function enumeration(...allowed: string[]): Rule {
  return (value, at) =>
    typeof value === 'string' && allowed.includes(value)
      ? []
      : broken(`must be one of: ${allowed.join(', ')}`, at, { type: 'enum', expected: allowed });
}

/** A list of `min` to `max` items that follow a rule. */
export function list(rule: Rule, min: number, max: number): Rule {
  return (value, at) => {
    if (!Array.isArray(value)) return broken('must provide an array', at, { type: 'array' });
    if (value.length < min) {
      return broken(`no fewer than ${min} items allowed`, at, { type: 'min_items', expected: min });
    }
    if (value.length > max) {
      return broken(`no more than ${max} items allowed`, at, { type: 'max_items', expected: max });
    }
    return value.flatMap((item, index) => rule(item, `${at}/${index}`));
  };
}

/** An object with these fields alone. `type` is always allowed, because `byType` has checked it. */
export function object(
  required: Record<string, Rule>,
  optional: Record<string, Rule> = {},
  also: (value: Fields, at: string) => Problem[] = () => [],
): Rule {
  return (value, at) => {
    if (!isFields(value)) return broken('must provide an object', at, { type: 'object' });
    const missing = Object.keys(required)
      .filter((key) => value[key] === undefined)
      .map(
        (key): Problem => ({ code: 'missing_field', message: `missing required field: ${key}`, pointer: at }),
      );
    const inside = Object.entries(value).flatMap(([key, inner]): Problem[] => {
      const rule = required[key] ?? optional[key];
      if (rule) return inner === undefined ? [] : rule(inner, `${at}/${key}`);
      if (key === 'type') return [];
      return [{ code: 'additional_property', message: `invalid additional property: ${key}`, pointer: at }];
    });
    return [...missing, ...inside, ...also(value, at)];
  };
}

/** Picks the rule by the object's `type`. */
export function byType(table: Record<string, Rule>): Rule {
  const expected = Object.keys(table);
  return (value, at) => {
    if (!isFields(value)) return broken('must provide an object', at, { type: 'object' });
    if (value.type === undefined) {
      return [{ code: 'missing_field', message: 'missing required field: type', pointer: at }];
    }
    const rule =
      typeof value.type === 'string' && Object.hasOwn(table, value.type) ? table[value.type] : undefined;
    if (!rule) return broken(`unsupported type: ${value.type}`, `${at}/type`, { type: 'enum', expected });
    return rule(value, at);
  };
}

/** The rules of `table` for these types alone. */
export function only(table: Record<string, Rule>, ...types: string[]): Record<string, Rule> {
  return Object.fromEntries(Object.entries(table).filter(([type]) => types.includes(type)));
}
