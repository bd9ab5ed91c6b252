import { type Document, isMap, isScalar, isSeq, type LineCounter, type Node } from 'yaml';

export type Path = readonly (string | number)[];

export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where a value (or its key) stands in the file. What is not there stands where its parent does. */
export function locate(document: Document, lines: LineCounter, path: Path, at: 'key' | 'value'): Place {
  const { key, node } = walk(document, path);
  const found = at === 'key' ? (key ?? node) : (node ?? key);
  return placeOf(lines, found?.range?.[0] ?? 0);
}

export function placeOf(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  // An empty file has no line 1 for the counter.
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

/** `desks.central.shifts[0].who` */
export function pathText(path: Path): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : index ? `.${step}` : step))
    .join('');
}

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
  // Keys such as `1:` are numbers in YAML. Of a key that is there twice the last one counts.
  const pair = node.items.findLast(({ key }) => isScalar(key) && String(key.value) === String(step));
  return pair && { key: pair.key, node: pair.value ?? undefined };
}
