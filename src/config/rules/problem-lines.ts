import { escaped } from '../../core/one-line.js';
import type { Finding } from './findings.js';
import type { Path, SourcePosition } from './locate.js';
import { pathText } from './locate.js';
import { nearName } from './near-name.js';

/** A finding, or a sentence about the file as YAML, with its place. */
export interface Remark {
  readonly place: SourcePosition;
  readonly what: Finding | string;
}

/** People don't read more at once. They see the rest when they have corrected these. */
const mostLines = 100;
/** How many names of a list are written out. */
const mostNames = 40;

/**
 * Remarks as lines, `path:line:column: where: what was found; label: what is allowed`, in the order of the file. A list
 * of names is written out once, and not at all where one name was probably meant.
 */
export function problemLines(remarks: readonly Remark[], path: string, label = 'allowed'): string[] {
  const listedAt = new Map<string, number>();
  const inWords = (what: Finding | string, line: number): string => {
    if (typeof what === 'string') return what;
    const { found, allowed, meant } = what;
    const said = `${where(what.path)}${found}`;
    if (!meant) return `${said}; ${label}: ${allowed}`;
    const near = nearName(meant.written, meant.names);
    if (near !== undefined) return `${said}. Did you mean \`${near}\`?`;
    const earlier = listedAt.get(allowed);
    if (earlier !== undefined) return `${said}; ${label}: the names given for line ${earlier}`;
    listedAt.set(allowed, line);
    return `${said}; ${label}: ${shortened(allowed)}`;
  };
  const lines = remarks
    .toSorted((a, b) => a.place.line - b.place.line || a.place.column - b.place.column)
    .slice(0, mostLines)
    .map(({ place, what }) => escaped(`${path}:${place.line}:${place.column}: ${inWords(what, place.line)}`));
  const more = remarks.length - lines.length;
  return more > 0 ? [...lines, `${path}: ${more} more problems`] : lines;
}

function where(path: Path): string {
  return path.length ? `${pathText(path)}: ` : '';
}

function shortened(list: string): string {
  const names = list.split(', ');
  if (names.length <= mostNames) return list;
  return `${names.slice(0, mostNames).join(', ')} and ${names.length - mostNames} more`;
}
