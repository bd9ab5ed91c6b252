import { type Document, isAlias, type LineCounter, visit } from 'yaml';
import { type Place, placeOf } from './locate.js';

export interface Fault {
  readonly place: Place;
  readonly message: string;
  /** Whether the rest of the file cannot be judged. */
  readonly fatal: boolean;
}

/** What is wrong with the text as YAML. Anchors are refused, because a value behind an alias has no place of its own. */
export function yamlFaults(document: Document, lines: LineCounter): Fault[] {
  const faults = document.errors.map(({ code, message, pos }): Fault => {
    const place = placeOf(lines, pos[0]);
    return code === 'DUPLICATE_KEY'
      ? { place, message: 'this key is here twice; allowed: once', fatal: false }
      : { place, message: `${message}; allowed: YAML as in desk.example.yaml`, fatal: true };
  });
  visit(document, {
    Node: (_key, node) => {
      if (!isAlias(node) && !node.anchor) return;
      const place = placeOf(lines, node.range?.[0] ?? 0);
      faults.push({
        place,
        message: 'an anchor or alias (& or *); allowed: the value written out',
        fatal: true,
      });
    },
  });
  return faults;
}
