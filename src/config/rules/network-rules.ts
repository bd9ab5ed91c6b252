import type { Finding } from './findings.js';
import { besideX } from './only-under-x.js';
import { desksOf, type Reading, type Rule } from './rule-parts.js';

/** What must hold of the network that a desk is on. */
export const networkRules: readonly Rule[] = [oneNetwork, onlyUnderX];

/** A desk has one account, on one network. */
function* oneNetwork({ file, refused }: Reading): Iterable<Finding> {
  for (const { path, desk } of desksOf(file)) {
    if (desk.x && desk.bluesky) {
      yield {
        path: [...path, 'bluesky'],
        at: 'key',
        found: 'bluesky beside x',
        allowed: 'one of the two: a second account is a second desk, with `like:` this one',
      };
    }
    if (
      !desk.x &&
      !desk.bluesky &&
      !refused([...path, 'x']) &&
      !refused([...path, 'bluesky']) &&
      !refused(path)
    )
      yield {
        path,
        at: 'key',
        found: 'neither x nor bluesky',
        allowed: 'one of the two: the account that it watches',
      };
  }
}

function* onlyUnderX({ file }: Reading): Iterable<Finding> {
  for (const { path, desk } of desksOf(file)) {
    if (!desk.bluesky || desk.x) continue;
    for (const key of ['budget', 'privacyPolicy'] as const)
      if (desk[key] !== undefined)
        yield { path: [...path, key], at: 'key', found: `${key} with bluesky`, allowed: besideX[key] };
  }
}
