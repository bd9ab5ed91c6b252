/**
 * X is renaming tweets to posts in its parameters and fields. Requests may have either names. The sandbox uses the old
 * ones inside and translates an answer at the end. https://docs.x.com/x-api/fundamentals/fields
 */
const newNames: Record<string, string> = {
  edit_history_tweet_ids: 'edit_history_post_ids',
  referenced_tweets: 'referenced_posts',
  note_tweet: 'note_post',
  tweet_count: 'post_count',
  retweet_count: 'repost_count',
  most_recent_tweet_id: 'most_recent_post_id',
  pinned_tweet_id: 'pinned_post_id',
  tweets: 'posts',
};

const oldNames: Record<string, string> = Object.fromEntries(
  Object.entries(newNames).map(([old, renamed]) => [renamed, old]),
);

const oldExpansions: Record<string, string> = {
  ...oldNames,
  referenced_posts: 'referenced_tweets.id',
};

const words = (text: string) => text.trim().split(/\s+/);

/** The names that a parameter may list: those of before, and those of specification 2.167. X refuses any other. */
export interface Names {
  readonly old: readonly string[];
  readonly new: readonly string[];
}

const names = (old: string, renamed: string): Names => ({ old: words(old), new: words(renamed) });
const same = (both: string): Names => names(both, both);

/**
 * By parameter. Since 2.167 what an expansion brings is no field of its own: there is `expansions=author_id` and
 * `expansions=pinned_post_id`, but no `post.fields=author_id` and no `user.fields=pinned_post_id`.
 */
export const known = {
  post: names(
    `article attachments author_id card_uri community_id context_annotations conversation_id created_at
    display_text_range edit_controls edit_history_tweet_ids entities geo id in_reply_to_user_id lang media_metadata
    non_public_metrics note_tweet organic_metrics possibly_sensitive promoted_metrics public_metrics referenced_tweets
    reply_settings scopes source text withheld`,
    `article article_title attachments card_uri community_id context_annotations conversation_id created_at
    display_text_range edit_controls entities geo id lang matched_media_notes media_metadata non_public_metrics note_post
    note_request_suggestions organic_metrics paid_partnership possibly_sensitive promoted_metrics public_metrics
    reply_settings scopes source suggested_source_links suggested_source_links_with_counts text withheld`,
  ),
  user: names(
    `affiliation confirmed_email connection_status created_at description entities id is_identity_verified location
    most_recent_tweet_id name parody pinned_tweet_id profile_banner_url profile_image_url protected public_metrics
    receives_your_dm subscribes_to_you subscription subscription_type url username verified verified_followers_count
    verified_type withheld`,
    `confirmed_email connection_status created_at description entities id is_identity_verified location name parody
    profile_banner_url profile_image_url protected public_metrics receives_your_dm subscribes_to_you subscription
    subscription_type url username verified verified_followers_count verified_type withheld`,
  ),
  media: same(`alt_text duration_ms height media_key non_public_metrics organic_metrics preview_image_url
    promoted_metrics public_metrics type url variants width`),
  poll: same('duration_minutes end_datetime id options voting_status'),
  place: same('contained_within country country_code full_name geo id name place_type'),
  dmEvent: names(
    `attachments created_at dm_conversation_id entities event_type id participant_ids referenced_tweets sender_id text`,
    'attachments created_at dm_conversation_id entities event_type id text',
  ),
  postExpansions: names(
    `article.cover_media article.media_entities attachments.media_keys attachments.media_source_tweet
    attachments.poll_ids author_id edit_history_tweet_ids entities.mentions.username geo.place_id in_reply_to_user_id
    referenced_tweets.id referenced_tweets.id.author_id`,
    `article.cover_media article.media_entities attachments.media_keys attachments.media_source_tweet
    attachments.poll_ids author_id edit_history_post_ids entities.mentions.username geo.place_id in_reply_to_user_id
    referenced_posts username`,
  ),
  userExpansions: names(
    'affiliation most_recent_tweet_id pinned_tweet_id',
    'affiliation most_recent_post_id pinned_post_id',
  ),
  dmEventExpansions: names(
    'attachments.media_keys participant_ids referenced_tweets.id sender_id',
    'attachments.media_keys participant_ids referenced_posts sender_id',
  ),
} as const;

/** Which names requests may have. X takes both while it renames them; one day it will not. */
export type Takes = 'both' | 'old' | 'new';

/** The names that a request may have, each once. */
export function namesTaken(names: Names, takes: Takes): readonly string[] {
  return takes === 'both' ? [...new Set([...names.old, ...names.new])] : names[takes];
}

/** The old name of a field; other names stay as they are. */
export function toOldName(name: string): string {
  return oldNames[name] ?? name;
}

/** The old name of an expansion; other names stay as they are. */
export function toOldExpansion(name: string): string {
  return oldExpansions[name] ?? name;
}

/** Whether only the new names have this one. */
export function isNewName(name: string): boolean {
  return Object.hasOwn(oldNames, name);
}

/** The body with old or new names: of fields, and of the host in the `type` of problems. */
export function withNames(body: unknown, spelling: 'old' | 'new'): unknown {
  if (Array.isArray(body)) return body.map((item) => withNames(item, spelling));
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => {
      if (key === 'type' && typeof value === 'string' && spelling === 'old') {
        return [key, value.replace('https://api.x.com/', 'https://api.twitter.com/')];
      }
      return [spelling === 'new' ? (newNames[key] ?? key) : key, withNames(value, spelling)];
    }),
  );
}
