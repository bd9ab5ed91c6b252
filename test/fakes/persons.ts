import type { PanelRef } from '../../src/core/board/panel.js';
import type { Persons, Voice } from '../../src/ports/persons.js';

/** What counts for a person over all desks, in memory. Its counters never begin anew. */
export function fakePersons(): Persons {
  const counts = new Map<string, number>();
  const voices = new Map<string, Voice>();
  return {
    async count(person, name) {
      const count = (counts.get(`${person} ${name}`) ?? 0) + 1;
      counts.set(`${person} ${name}`, count);
      return count;
    },
    async voice(person, what, mine, now, everyMs, instead) {
      const known = voices.get(`${person} ${what}`);
      const is = (one?: PanelRef) => known?.desk === one?.desk && known?.panel === one?.panel;
      if (known && (is(mine) || (!is(instead) && Math.abs(now - known.at) < everyMs))) return known;
      const next = { ...mine, at: now };
      voices.set(`${person} ${what}`, next);
      return next;
    },
  };
}
