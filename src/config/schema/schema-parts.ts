import * as z from 'zod';
import { isLine, lineAllowed } from '../../core/one-line.js';

// Every error text of the schema says what is allowed; `problemLines` puts the place and what was found before it.
// No transforms: JSON Schema cannot express them.

/** A map with these keys and no others; its error lists them. */
export function strict<Shape extends z.core.$ZodShape>(shape: Shape) {
  const keys = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? keys : `a map of ${keys}`),
  });
}

/** A text that fits `pattern`. */
export function text(pattern: RegExp, allowed: string) {
  return z.string({ error: allowed }).regex(pattern, { error: allowed }).meta({ description: allowed });
}

/** A text of one line that a screen shows, at most `most` UTF-16 units long; `what` says what it is for. */
export function oneLine(most: number, what: string) {
  const allowed = `${what}: ${lineAllowed(most)}`;
  return z
    .string({ error: allowed })
    .refine((said) => isLine(said, most), { error: allowed })
    .meta({ pattern: '\\S', maxLength: most, description: allowed });
}

/** A list of texts, each of one line that fits `pattern`; `allowed` describes a text and `list` the list. */
export function lines(pattern: RegExp, allowed: string, list: string) {
  const one = z
    .string({ error: allowed })
    .regex(pattern, { error: allowed })
    .refine((said) => isLine(said, mostOfLine), { error: `${allowed}: ${lineAllowed(mostOfLine)}` });
  return z.array(one, { error: list });
}

/** The most characters of a text in a list. */
const mostOfLine = 300;

/** True or false; false unless said. */
export function flag(description: string) {
  return z.boolean({ error: 'true or false' }).default(false).meta({ description });
}

/** A whole number between two limits, both allowed. */
export function whole(least: number, most: number, unit: string) {
  const error = `a whole number of ${unit} from ${least} to ${most}`;
  return z.int({ error }).min(least, { error }).max(most, { error });
}

const dateAllowed = 'a date such as 2026-12-25';

/** A day of the calendar, such as 2026-12-25. */
export const date = z
  .string({ error: dateAllowed })
  .refine(isDate, { error: dateAllowed })
  .meta({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: dateAllowed });

function isDate(written: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) return false;
  // `Date` reads a day that does not exist, such as 31 April, as a later one.
  const ms = Date.parse(`${written}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(written);
}
