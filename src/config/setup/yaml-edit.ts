import {
  isCollection,
  isMap,
  isNode,
  isScalar,
  type Pair,
  parseDocument,
  stringify,
  type YAMLMap,
} from 'yaml';
import type { Path } from '../rules/locate.js';

/**
 * The text of a YAML file with one value set, in which every other byte stays as it is: comments, order, blank lines. A value
 * that is equal already is not written again. The maps above it must be there; what is missing is put at the end of its map.
 */
export function withValue(text: string, path: Path, value: unknown): string {
  const document = parseDocument(text);
  if (same(document.getIn(path), value, document.getIn(path, true))) return text;
  const parent = document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) throw new RangeError(`No map at ${path.slice(0, -1).join('.')}.`);
  const name = String(path.at(-1));
  const written = inFlow(value);
  const present = parent.items.find(({ key }) => nameOf(key) === name);
  return present ? replaced(text, present, written) : added(text, parent, `${inFlow(name)}: ${written}`);
}

/** The text with one value taken out: in a block its lines become comments, so that it can come back. */
export function withoutValue(text: string, path: Path): string {
  const parent = parseDocument(text).getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return text;
  const at = parent.items.findIndex(({ key }) => nameOf(key) === String(path.at(-1)));
  const pair = parent.items[at];
  if (!pair) return text;
  const from = startOf(pair.key);
  const to = isNode(pair.value) && pair.value.range ? pair.value.range[1] : endOf(pair.key) + 1;
  if (!parent.flow) {
    const lines = text.slice(from, trimmedEnd(text, to)).replace(/\n(\s*)/gu, '\n$1# ');
    return `${text.slice(0, from)}# ${lines}${text.slice(trimmedEnd(text, to))}`;
  }
  const next = parent.items[at + 1];
  const before = parent.items[at - 1]?.value;
  if (next) return text.slice(0, from) + text.slice(startOf(next.key));
  return isNode(before) && before.range
    ? text.slice(0, before.range[1]) + text.slice(to)
    : text.slice(0, from) + text.slice(to);
}

const nameOf = (key: unknown): string => String(isScalar(key) ? key.value : key);

const startOf = (key: unknown): number => (isNode(key) && key.range ? key.range[0] : 0);

const same = (present: unknown, value: unknown, node: unknown): boolean =>
  JSON.stringify(isNode(node) && !isScalar(node) ? node.toJSON() : present) === JSON.stringify(value);

function replaced(text: string, { key, value }: Pair, written: string): string {
  if (isNode(value) && value.range && !(isScalar(value) && value.source === '')) {
    const [from, to] = value.range;
    // A block stands on lines of its own; what takes its place begins on the key's.
    const start = isScalar(value) || (isCollection(value) && value.flow) ? from : endOf(key) + 1;
    const gap = start === from ? '' : ' ';
    const end = start === from ? to : trimmedEnd(text, to);
    return `${text.slice(0, start)}${gap}${written}${text.slice(end)}`;
  }
  const colon = endOf(key) + 1;
  return `${text.slice(0, colon)} ${written}${text.slice(colon)}`;
}

/** Where the lines of a block end, before the line break. */
const trimmedEnd = (text: string, to: number): number => text.slice(0, to).trimEnd().length;

function added(text: string, map: YAMLMap, line: string): string {
  const [from = 0, to = 0] = map.range ?? [];
  if (map.flow) {
    const close = text.lastIndexOf('}', to - 1);
    const before = text.slice(0, close).trimEnd();
    return `${before}${/[{,]$/u.test(before) ? ' ' : ', '}${line}${text.slice(before.length, close)}${text.slice(close)}`;
  }
  const indent = from - (text.lastIndexOf('\n', from - 1) + 1);
  const end = lastLineOf(text, map, to);
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  return `${text.slice(0, end)}${lineEnd}${' '.repeat(indent)}${line}${text.slice(end)}`;
}

/** The end of the line on which the last value of a block map stands, with its comment. */
function lastLineOf(text: string, map: YAMLMap, to: number): number {
  const last = map.items.at(-1)?.value;
  const valueEnd = isNode(last) && last.range ? last.range[1] : to;
  const from = trimmedEnd(text, valueEnd);
  const lineEnd = text.indexOf('\n', from);
  return lineEnd < 0 ? text.trimEnd().length : lineEnd - (text[lineEnd - 1] === '\r' ? 1 : 0);
}

const endOf = (key: unknown): number => (isNode(key) && key.range ? key.range[1] : 0);

/** A value on one line, as `{ days: [mon], at: ["09:00-17:00"] }`. */
export function inFlow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inFlow).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return scalar(value);
  const entries = Object.entries(value).map(([key, inner]) => `${scalar(key)}: ${inFlow(inner)}`);
  return entries.length > 0 ? `{ ${entries.join(', ')} }` : '{}';
}

/** Hours stand in quotes, as in the example file: older readers of YAML take 12:30 for a number. */
const scalar = (value: unknown): string =>
  typeof value === 'string' && /[:,[\]{}]/u.test(value)
    ? JSON.stringify(value)
    : stringify(value, { lineWidth: 0 }).trimEnd();
