import type { Desk } from '../desk/desk.js';
import type { PostId } from '../ids.js';

type OnX = Pick<Desk, 'x'>;

/** Whoever practises must never land in the real X with their words. */
const origin = ({ x }: OnX): string => (x.practice ? (x.page ?? 'https://x.invalid') : 'https://x.com');

export const postUrl = (desk: OnX, post: string): string => `${origin(desk)}/i/status/${post}`;
export const profileUrl = (desk: OnX, handle: string): string =>
  `${origin(desk)}/${encodeURIComponent(handle)}`;

/** X's own page to follow somebody, for whichever account is signed in there. */
export const followUrl = (desk: OnX, userId: string): string =>
  `${origin(desk)}/intent/follow?user_id=${encodeURIComponent(userId)}`;

/** Slack's limit for a link button. */
const MAX_URL = 3000;

/**
 * X's own composer with a reply begun, for whichever account is signed in there. Without the words when the link
 * would be too long.
 */
export function replyUrl(desk: OnX, post: PostId, text: string): string {
  return fitsLink(desk, post, text) ? filled(desk, post, text) : empty(desk, post);
}

/** Whether a link can carry these words. */
export const fitsLink = (desk: OnX, post: PostId, text: string): boolean =>
  filled(desk, post, text).length <= MAX_URL;

const empty = (desk: OnX, post: PostId) =>
  `${origin(desk)}/intent/tweet?in_reply_to=${encodeURIComponent(post)}`;
const filled = (desk: OnX, post: PostId, text: string) =>
  `${empty(desk, post)}&text=${encodeURIComponent(text)}`;
