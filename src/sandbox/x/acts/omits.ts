import { oneOf } from '../../world/arguments.js';

/** What X can leave out of a post: a field that it gives only when asked, or `replied_to` among its references. */
const omittable = [
  'replied_to',
  'attachments',
  'author_id',
  'conversation_id',
  'created_at',
  'display_text_range',
  'edit_controls',
  'entities',
  'in_reply_to_user_id',
  'lang',
  'media_metadata',
  'note_tweet',
  'possibly_sensitive',
  'public_metrics',
  'referenced_tweets',
  'reply_settings',
  'source',
  'withheld',
] as const;

/** The names, checked. Throws an Error that lists those that there are. */
export function readOmits(act: string, names: readonly string[]): string[] {
  return names.map((name) => oneOf(act, 'omits', name, omittable));
}
