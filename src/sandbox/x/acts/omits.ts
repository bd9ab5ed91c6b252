import { oneOf } from '../../world/arguments.js';
import { known, toOldName } from '../wire/fields.js';

/** What X can leave out of a post: any field that has to be asked for, and `replied_to` among its references. */
const omittable = [
  'replied_to',
  ...known.post.filter(
    (name) => toOldName(name) === name && !['id', 'text', 'edit_history_tweet_ids'].includes(name),
  ),
];

/** The names, checked. Throws an Error that lists those that there are. */
export function readOmits(act: string, names: readonly string[]): string[] {
  return names.map((name) => oneOf(act, 'omits', name, omittable));
}
