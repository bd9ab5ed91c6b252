import type { PostId } from './ids.js';

export const postUrl = (post: string): string => `https://x.com/i/status/${post}`;
export const profileUrl = (handle: string): string => `https://x.com/${encodeURIComponent(handle)}`;

/** X's own page to follow somebody, for whichever account is signed in there. */
export const followUrl = (userId: string): string =>
  `https://x.com/intent/follow?user_id=${encodeURIComponent(userId)}`;

/** Slack's limit for a link button. */
const MAX_URL = 3000;

/**
 * X's own composer with a reply begun, for whichever account is signed in there. Without the words when the link
 * would be too long.
 */
export function replyUrl(post: PostId, text: string): string {
  return fitsLink(post, text) ? filled(post, text) : empty(post);
}

/** Whether a link can carry these words. */
export const fitsLink = (post: PostId, text: string): boolean => filled(post, text).length <= MAX_URL;

const empty = (post: PostId) => `https://x.com/intent/tweet?in_reply_to=${encodeURIComponent(post)}`;
const filled = (post: PostId, text: string) => `${empty(post)}&text=${encodeURIComponent(text)}`;
