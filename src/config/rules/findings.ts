import type { z } from 'zod';
import { visible } from '../../core/one-line.js';
import type { Path } from './locate.js';

/** Something to say about one place of the file. */
export interface Finding {
  readonly path: Path;
  /** Whether the place is the value or its key; the value unless told. */
  readonly at?: 'key' | 'value';
  readonly found: string;
  readonly allowed: string;
}

/** What the schema refused in `raw`. The schema's own messages say what is allowed. */
export function refusalsOf(issues: readonly z.core.$ZodIssue[], raw: unknown): Finding[] {
  return issues.flatMap(inUnion).flatMap((issue): Finding[] => {
    const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
    const allowed = issue.message;
    if (issue.code !== 'unrecognized_keys') return [{ path, found: foundAt(raw, path), allowed }];
    return issue.keys.map((key) => ({ path: [...path, key], at: 'key', found: 'not known', allowed }));
  });
}

/** Where one choice of several fits but for something inside it, that is what is to be said. */
function inUnion(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const near = issue.errors.find(
    (issues) => issues.length > 0 && issues.every(({ path }) => path.length > 0),
  );
  return (
    near?.map((inside) => ({ ...inside, path: [...issue.path, ...inside.path] })).flatMap(inUnion) ?? [issue]
  );
}

function foundAt(raw: unknown, path: Path): string {
  const value = path.reduce<unknown>(
    (holder, step) => (typeof holder === 'object' && holder !== null ? Reflect.get(holder, step) : undefined),
    raw,
  );
  if (value === undefined) return 'missing';
  if (value === null) return 'empty';
  if (Array.isArray(value)) return value.length ? 'a list' : 'an empty list';
  if (typeof value === 'object') return 'a map';
  return typeof value === 'string' ? quoted(value) : JSON.stringify(value);
}

/** A text as it was found: cut when it is long, with what nobody sees written out. */
export function quoted(text: string): string {
  return text.length > 60 ? `${visible(text.slice(0, 60))}… (${text.length} characters)` : visible(text);
}
