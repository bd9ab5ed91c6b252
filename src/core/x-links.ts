import type { PostId } from './ids.js';

export const postUrl = (post: string): string => `https://x.com/i/status/${post}`;
export const profileUrl = (handle: string): string => `https://x.com/${encodeURIComponent(handle)}`;

/** Slack's limit for a link button. */
const MAX_URL = 3000;

/**
 * X's own composer with a reply begun, for whichever account is signed in there. Without the words when the link
 * would be too long.
 */
export function replyUrl(post: PostId, text: string): string {
  const empty = `https://x.com/intent/tweet?in_reply_to=${encodeURIComponent(post)}`;
  const filled = `${empty}&text=${encodeURIComponent(text)}`;
  return filled.length <= MAX_URL ? filled : empty;
}
