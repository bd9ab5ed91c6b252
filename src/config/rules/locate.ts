import { type Document, isAlias, isMap, isScalar, isSeq, type LineCounter, type Node, visit } from 'yaml';

export type Path = readonly (string | number)[];

/** A place in the file; both count from 1. */
export interface SourcePosition {
  readonly line: number;
  readonly column: number;
}

/** Where a value (or its key) stands in the file. What is not there stands where its parent does. */
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

export function positionOf(lines: LineCounter, offset: number): SourcePosition {
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

export interface Fault {
  readonly place: SourcePosition;
  readonly message: string;
  /** Whether the rest of the file cannot be judged. */
  readonly fatal: boolean;
}

/** What is wrong with the text as YAML. Anchors are refused, because a value behind an alias has no place of its own. */
export function yamlFaults(document: Document, lines: LineCounter): Fault[] {
  const faults = document.errors.map(({ code, message, pos }): Fault => {
    const place = positionOf(lines, pos[0]);
    return code === 'DUPLICATE_KEY'
      ? { place, message: 'this key is here twice; allowed: once', fatal: false }
      : { place, message: `${message}; allowed: YAML as in desk.example.yaml`, fatal: true };
  });
  visit(document, {
    Node: (_key, node) => {
      if (!isAlias(node) && !node.anchor) return;
      const place = positionOf(lines, node.range?.[0] ?? 0);
      faults.push({
        place,
        message: 'an anchor or alias (& or *); allowed: the value written out',
        fatal: true,
      });
    },
  });
  return faults;
}
