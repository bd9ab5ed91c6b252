import type { PostId } from '../core/ids.js';
import type { OddPost } from '../ports/network.js';

/** What became odd in one answer; `nameless` as in `postsAnswer`. */
interface OddOnes {
  readonly odd: readonly Pick<OddPost, 'id'>[];
  readonly nameless: readonly (PostId | undefined)[];
}

/** After so many it forgets, so that it does not grow for ever. */
const mostTold = 1_000;

/** Tells of each odd post once, however often it is read; without an id of one that X gives none. */
export function oddOnce(tell: (id?: PostId) => void): (ones: OddOnes) => void {
  const told = new Set<string>();
  const once = (key: string, id?: PostId) => {
    if (told.has(key)) return;
    if (told.size >= mostTold) told.clear();
    told.add(key);
    tell(id);
  };
  return ({ nameless, odd }) => {
    for (const { id } of odd) once(id, id);
    for (const beside of nameless) once(`beside ${beside}`);
  };
}
