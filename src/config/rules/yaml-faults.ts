import { type Document, isAlias, isMap, isPair, isScalar, isSeq, type LineCounter, type Node } from 'yaml';
import { positionOf, type SourcePosition } from './locate.js';

/** Something that is wrong with the text as YAML. */
export interface YamlFault {
  readonly place: SourcePosition;
  readonly message: string;
}

/** All that is wrong with the text as YAML. */
interface YamlFaults {
  /** The first fault after which nothing else can be judged: those that follow are mostly its consequences. */
  readonly fatal?: YamlFault;
  /** Each key that repeats an earlier key of its map. */
  readonly repeated: readonly YamlFault[];
}

/** A desk file has 6 levels. The functions that read it call themselves for each level, so the stack sets a limit. */
const mostLevels = 30;

/** What is said for each code of an error; for other codes it is the parser's own message. */
const sentences: Readonly<Record<string, string>> = {
  ANCHOR: 'an anchor or alias (& or *); allowed: the value written out',
  MULTIPLE_DOCS: 'a second document (---); allowed: one',
  RESOURCE_EXHAUSTION: `nested too deep; allowed: at most ${mostLevels} levels`,
};
const aTab = 'a tab before the first word of a line; allowed: spaces';

/** What is wrong with the text as YAML. Anchors are refused, because a value behind an alias has no place of its own. */
export function yamlFaults(document: Document, text: string, lines: LineCounter): YamlFaults {
  const { unusual, repeated } = inTree(document.contents);
  const syntax = document.errors.map(({ code, message, pos: [offset] }) => ({ offset, code, message }));
  const [first] = [...syntax, ...unusual].toSorted((a, b) => a.offset - b.offset);
  const said = first && (startsWithTab(text, first.offset) ? aTab : sentences[first.code]);
  return {
    ...(first && {
      fatal: {
        place: positionOf(lines, first.offset),
        message: said ?? `${first.message}; allowed: YAML as in desk.example.yaml`,
      },
    }),
    repeated: repeated.map((offset) => ({
      place: positionOf(lines, offset),
      message: 'this key is here twice; allowed: once',
    })),
  };
}

function startsWithTab(text: string, offset: number): boolean {
  const begin = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  return /^ *\t/.test(text.slice(begin, begin + 100));
}

/** Anchors, aliases, nodes that are nested too deep, and repeated keys, by their offsets in the text. */
function inTree(contents: Node | null) {
  const unusual: { offset: number; code: string; message: string }[] = [];
  const repeated: number[] = [];
  // A list of the nodes that are still to be looked at: recursion would overflow the stack in deep files.
  const open: { node: unknown; level: number }[] = [{ node: contents, level: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, level } = next;
    if (isPair(node)) {
      open.push({ node: node.value, level }, { node: node.key, level });
      continue;
    }
    if (!isAlias(node) && !isScalar(node) && !isMap(node) && !isSeq(node)) continue;
    const offset = node.range?.[0] ?? 0;
    if (isAlias(node) || node.anchor) unusual.push({ offset, code: 'ANCHOR', message: '' });
    if (level > mostLevels) unusual.push({ offset, code: 'RESOURCE_EXHAUSTION', message: '' });
    if (!isMap(node) && !isSeq(node)) continue;
    if (isMap(node)) repeated.push(...keysThatRepeat(node.items.map(({ key }) => key)));
    for (const item of node.items) open.push({ node: item, level: level + 1 });
  }
  return { unusual, repeated };
}

function keysThatRepeat(keys: readonly unknown[]): number[] {
  const seen = new Set<string>();
  return keys.flatMap((key) => {
    if (!isScalar(key)) return [];
    const name = String(key.value);
    if (seen.has(name)) return [key.range?.[0] ?? 0];
    seen.add(name);
    return [];
  });
}
