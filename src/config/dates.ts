import { z } from 'zod';

const allowed = 'a date such as 2026-12-25';

export const date = z
  .string({ error: allowed })
  .refine(isDate, { error: allowed })
  .meta({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: allowed });

function isDate(written: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) return false;
  // A day that no month has, such as 31 April, comes back as another.
  const ms = Date.parse(`${written}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(written);
}
