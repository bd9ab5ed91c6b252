import type { z } from 'zod';
import { visible } from '../../core/one-line.js';
import { type Path, pathText } from './locate.js';
import { nearName } from './near-name.js';
import { underX } from './only-under-x.js';

/** Something to say about one place of the file. */
export interface Finding {
  readonly path: Path;
  /** Whether the place is the value or its key; the value unless said. */
  readonly at?: 'key' | 'value';
  readonly found: string;
  readonly allowed: string;
  /** The name that was written, and those that may have been meant: the nearest is suggested in place of `allowed`. */
  readonly meant?: { readonly written: string; readonly names: readonly string[] };
}

/** What the schema refused. */
interface Refusals {
  readonly findings: readonly Finding[];
  /** The places of the findings, and the right places of misspelt keys: rules must not judge what stands there. */
  readonly paths: readonly Path[];
}

/** The schema's issues with `raw` as findings. The messages of the schema say what is allowed. */
export function refusalsOf(issues: readonly z.core.$ZodIssue[], raw: unknown): Refusals {
  const all = issues.flatMap(inUnion).flatMap((issue) => findingsOf(issue, raw));
  const misspelt = all.flatMap(({ at, path, meant }) => {
    const near = at === 'key' && meant ? nearName(meant.written, meant.names) : undefined;
    return near === undefined ? [] : [[...path.slice(0, -1), near]];
  });
  // One mistake is one finding: the key that was meant is not also missing.
  const isMisspelt = new Set(misspelt.map(pathText));
  const findings = all.filter(({ path, found }) => found !== missing || !isMisspelt.has(pathText(path)));
  return { findings, paths: [...findings.map(({ path }) => path), ...misspelt] };
}

const missing = 'missing';

function findingsOf(issue: z.core.$ZodIssue, raw: unknown): Finding[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  const allowed = issue.message;
  const value = valueAt(raw, path);
  if (issue.code === 'unrecognized_keys') {
    const present = Object.keys(typeof value === 'object' && value !== null ? value : {});
    // `strict` of the schema gives the keys as its whole message.
    const names = allowed.split(', ').filter((name) => !present.includes(name));
    return issue.keys.map((key) => {
      const finding = { path: [...path, key], at: 'key' } as const;
      const why = path.at(-1) === 'bluesky' ? underX.get(key) : undefined;
      if (why) return { ...finding, found: `${key} under bluesky`, allowed: why };
      return { ...finding, found: 'not known', allowed, meant: { written: key, names } };
    });
  }
  const finding = { path, found: foundAs(value, path), allowed };
  if (typeof value !== 'string') return [finding];
  return [{ ...finding, ...meantBy(issue, value) }];
}

function meantBy(issue: z.core.$ZodIssue, written: string): Pick<Finding, 'meant'> {
  const given =
    issue.code === 'invalid_value' ? issue.values : issue.code === 'custom' && issue.params?.names;
  if (!Array.isArray(given)) return {};
  return { meant: { written, names: given.map(String) } };
}

/** Of a value that may have several forms: the issues inside the form that it nearly has, or else the one issue. */
function inUnion(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const near = issue.errors.find(
    (issues) => issues.length > 0 && issues.every(({ path }) => path.length > 0),
  );
  return (
    near?.map((inside) => ({ ...inside, path: [...issue.path, ...inside.path] })).flatMap(inUnion) ?? [issue]
  );
}

function valueAt(raw: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (holder, step) => (typeof holder === 'object' && holder !== null ? Reflect.get(holder, step) : undefined),
    raw,
  );
}

function foundAs(value: unknown, path: Path): string {
  if (value === undefined) return missing;
  if (value === null) return 'empty';
  if (Array.isArray(value)) return value.length ? 'a list' : 'an empty list';
  if (typeof value === 'object') return 'a map';
  // Some people write a secret here in place of the name of their secrets.
  if (path.at(-1) === 'secrets') return 'not a name';
  if (typeof value !== 'string') return JSON.stringify(value);
  // The address of a private calendar is as good as a password.
  return quoted(path.at(-1) === 'ics' ? value.replace(/(?<=:\/\/[^/]*\/).+/su, '…') : value);
}

/** Names and passwords in addresses, and Slack's tokens. */
const secret = /(?<=:\/\/)[^\s/]*(?=@)|\bx(?:ox[a-z]|app)-[\w-]+/giu;

/** A text as it was found: cut when it is long, without secrets, with what nobody sees written out. */
export function quoted(written: string): string {
  const text = written.replace(secret, '…');
  return text.length > 60 ? `${visible(text.slice(0, 60))}… (${text.length} characters)` : visible(text);
}
