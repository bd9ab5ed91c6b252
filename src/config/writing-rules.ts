import { type Finding, quoted } from './findings.js';
import { desksOf, entries, type Reading, type Rule } from './rule-parts.js';
import { idAllowed, idPattern } from './schema.js';

export const writingRules: readonly Rule[] = [starterIdsArePlain, openingsCanBeFilled];

/** Ids that the desk uses for something else. */
const taken = /^(?:greet|hello|saved-.*)$/;

function* starterIdsArePlain({ file }: Reading): Iterable<Finding> {
  for (const { path, desk } of desksOf(file)) {
    for (const [id] of entries(desk.starters)) {
      if (idPattern.test(id) && !taken.test(id)) continue;
      const allowed = `${idAllowed}, but not greet, hello or saved-…`;
      yield { path: [...path, 'starters', id], at: 'key', found: quoted(id), allowed };
    }
  }
}

function* openingsCanBeFilled({ file }: Reading): Iterable<Finding> {
  for (const { path, desk } of desksOf(file)) {
    for (const [id, { opening }] of entries(desk.starters)) {
      for (const found of opening?.match(/\{[\w-]*\}/gu) ?? []) {
        const where = [...path, 'starters', id, 'opening'];
        if (!['{first}', '{helpDesk}'].includes(found)) {
          yield { path: where, found, allowed: '{first}, {helpDesk}' };
        } else if (found === '{helpDesk}' && !desk.voice?.helpDesk) {
          yield {
            path: where,
            found: '{helpDesk}, which nobody said',
            allowed: 'it, once voice.helpDesk is said',
          };
        }
      }
    }
  }
}
