import { nearName } from '../rules/near-name.js';
import { fields } from '../schema/schema.js';

/** What is wrong with a value that somebody typed for a field of desk.yaml, and what is allowed; undefined when it is good. */
export function fieldProblem(field: keyof typeof fields, typed: unknown): string | undefined {
  const issue = fields[field].safeParse(typed).error?.issues[0];
  if (!issue) return undefined;
  const meant = field === 'timeZone' && nearName(String(typed), Intl.supportedValuesOf('timeZone'));
  return `Allowed: ${issue.message}.${meant ? ` Is it ${meant}?` : ''}`;
}

/** A handle of Bluesky from what is pasted for it: "@name", or the address of a profile. Bluesky's app puts marks of direction around it. */
export const blueskyHandleFrom = (typed: string): string =>
  typed
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()
    .toLowerCase()
    .replace(/^(?:https?:\/\/)?(?:www\.)?bsky\.app\/profile\//u, '')
    .replace(/^@/u, '')
    .replace(/[/?].*$/u, '');

/** A handle of X from what is pasted for it: "@name", or the address of a profile. */
export const handleFrom = (typed: string): string =>
  typed
    .trim()
    .replace(/^(?:https?:\/\/)?(?:www\.)?(?:x|twitter)\.com\//iu, '')
    .replace(/^@/u, '')
    .replace(/[/?].*$/u, '');
