import { type Document, isMap, isScalar, isSeq, type LineCounter, type Node, type YAMLMap } from 'yaml';
import { isLine, visible } from '../../core/one-line.js';

/** Keys and list indexes, from the top of the file to a value. */
export type Path = readonly (string | number)[];

/** A place in the file; both count from 1. */
export interface SourcePosition {
  readonly line: number;
  readonly column: number;
}

/** Where a value (or its key) stands in the file. For what is missing, the place of its parent. */
export function locate(
  document: Document,
  lines: LineCounter,
  path: Path,
  at: 'key' | 'value',
): SourcePosition {
  const { key, node } = walk(document, path);
  const found = at === 'key' ? (key ?? node) : (node ?? key);
  return positionOf(lines, found?.range?.[0] ?? 0);
}

/** The place of an offset in the text. */
export function positionOf(lines: LineCounter, offset: number): SourcePosition {
  const { line, col } = lines.linePos(offset);
  // An empty file has no line 1 for the counter.
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

/** A path as messages show it: `desks.central.shifts[0].who`. */
export function pathText(path: Path): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index ? '.' : ''}${keyText(step)}`))
    .join('');
}

/** A key as it stands in the file. One that is not a plain line is quoted, with its invisible characters written out. */
const keyText = (key: string): string => (isLine(key, key.length) ? key : visible(key));

/** A value in the tree, with its key where it has one. */
interface Spot {
  readonly key?: Node | undefined;
  readonly node?: Node | undefined;
}

function walk(document: Document, path: Path): Spot {
  let spot: Spot = { node: document.contents ?? undefined };
  for (const step of path) {
    const next = child(spot.node, step);
    if (!next) return { key: spot.key, node: spot.key ?? spot.node };
    spot = next;
  }
  return spot;
}

function child(node: Node | undefined, step: string | number): Spot | undefined {
  if (isSeq<Node>(node)) {
    const item = node.items[Number(step)];
    return item && { node: item };
  }
  if (!isMap<Node, Node>(node)) return undefined;
  const known = spotsOf.get(node) ?? spotsIn(node);
  spotsOf.set(node, known);
  return known.get(String(step));
}

/** The children of each map that was searched before: a file may have thousands of faults in one map. */
const spotsOf = new WeakMap<Node, ReadonlyMap<string, Spot>>();

/** The children of a map by name. Keys such as `1:` are numbers in YAML. Of a repeated key the last one counts. */
function spotsIn({ items }: YAMLMap<Node, Node>): ReadonlyMap<string, Spot> {
  return new Map(
    items.flatMap(({ key, value }) =>
      isScalar(key) ? [[String(key.value), { key, node: value ?? undefined }] as const] : [],
    ),
  );
}
