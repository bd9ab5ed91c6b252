import { practiceId } from '../../core/desk/practice-id.js';
import { privateSideId } from '../../core/private/private-desk.js';
import { maxDeskIdLength } from '../../core/words/screen-room.js';
import { type Finding, quoted } from './findings.js';
import { desksOf, entries, type Reading, type Rule } from './rule-parts.js';

/** What must hold where people practise. */
export const practiceRules: readonly Rule[] = [practicePageWithPractice, practiceIdOfItsOwn];

function* practicePageWithPractice({ file }: Reading): Iterable<Finding> {
  for (const { path, desk } of desksOf(file)) {
    for (const network of ['x', 'bluesky'] as const) {
      if (desk[network]?.practicePage === undefined || desk[network].practice) continue;
      yield {
        path: [...path, network, 'practicePage'],
        found: 'an address, without practice: true',
        allowed: 'with practice: true alone',
      };
    }
  }
}

/** A desk that practises is a desk of its own, whose id is no other desk's and has room. */
function* practiceIdOfItsOwn({ file }: Reading): Iterable<Finding> {
  const ids = entries(file.desks).map(([id]) => id);
  for (const [id, { bluesky, x }] of entries(file.desks)) {
    if (!x?.practice && !bluesky?.practice) continue;
    const taken = practiceId(id);
    if (ids.includes(taken))
      yield {
        path: ['desks', taken],
        at: 'key',
        found: quoted(taken),
        allowed: `another id: this one is for practice on ${id}`,
      };
    const longest = x?.privateMessages ? privateSideId(taken) : taken;
    const most = maxDeskIdLength - (longest.length - id.length);
    if (id.length > most)
      yield {
        path: ['desks', id],
        at: 'key',
        found: `${id.length} characters, with practice`,
        allowed: `at most ${most}`,
      };
  }
}
