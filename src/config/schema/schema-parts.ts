import { z } from 'zod';
import { isLine, lineAllowed } from '../../core/one-line.js';

// Every error text of the schema says what is allowed; desk-file.ts puts place and finding before it.
// No transforms: JSON Schema cannot express them.

export function strict<Shape extends z.core.$ZodShape>(shape: Shape) {
  const keys = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? keys : `a map of ${keys}`),
  });
}

export function text(pattern: RegExp, allowed: string) {
  return z.string({ error: allowed }).regex(pattern, { error: allowed }).meta({ description: allowed });
}

/** One line of text that some screen shows. */
export function oneLine(most: number, what: string) {
  const allowed = `${what}: ${lineAllowed(most)}`;
  return z
    .string({ error: allowed })
    .refine((said) => isLine(said, most), { error: allowed })
    .meta({ pattern: '\\S', maxLength: most, description: allowed });
}

/** A list of texts, each of one line; `pattern` is what it must also fit. */
export function lines(pattern: RegExp, allowed: string, list: string) {
  const one = z
    .string({ error: allowed })
    .regex(pattern, { error: allowed })
    .refine((said) => isLine(said, mostOfLine), { error: `${allowed}: ${lineAllowed(mostOfLine)}` });
  return z.array(one, { error: list });
}

const mostOfLine = 300;

export function flag(description: string) {
  return z.boolean({ error: 'true or false' }).default(false).meta({ description });
}

export function whole(least: number, most: number, unit: string) {
  const error = `a whole number of ${unit} from ${least} to ${most}`;
  return z.int({ error }).min(least, { error }).max(most, { error });
}

const dateAllowed = 'a date such as 2026-12-25';

export const date = z
  .string({ error: dateAllowed })
  .refine(isDate, { error: dateAllowed })
  .meta({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: dateAllowed });

function isDate(written: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) return false;
  // A day that no month has, such as 31 April, comes back as another.
  const ms = Date.parse(`${written}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(written);
}
