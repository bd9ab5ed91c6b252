import type { Desk } from '../desk/desk.js';
import type { PostId } from '../ids.js';

type XDesk = Pick<Desk, 'x'>;

/** Whoever practises must never land in the real X with their words. */
const origin = ({ x }: XDesk): string => (x.practice ? (x.page ?? 'https://x.invalid') : 'https://x.com');

export const postUrl = (desk: XDesk, post: string): string => `${origin(desk)}/i/status/${post}`;
export const profileUrl = (desk: XDesk, handle: string): string =>
  `${origin(desk)}/${encodeURIComponent(handle)}`;

/** X's own page to follow somebody, for whichever account is signed in there. */
export const followUrl = (desk: XDesk, userId: string): string =>
  `${origin(desk)}/intent/follow?user_id=${encodeURIComponent(userId)}`;

/** Slack's limit for a link button. */
const MAX_URL = 3000;

/**
 * X's own composer with a reply begun, for whichever account is signed in there. Without the words when the link
 * would be too long.
 */
export function replyUrl(desk: XDesk, post: PostId, text: string): string {
  return fitsLink(desk, post, text) ? filledReplyUrl(desk, post, text) : emptyReplyUrl(desk, post);
}

/** Whether a link can carry these words. */
export const fitsLink = (desk: XDesk, post: PostId, text: string): boolean =>
  filledReplyUrl(desk, post, text).length <= MAX_URL;

const emptyReplyUrl = (desk: XDesk, post: PostId) =>
  `${origin(desk)}/intent/tweet?in_reply_to=${encodeURIComponent(post)}`;
const filledReplyUrl = (desk: XDesk, post: PostId, text: string) =>
  `${emptyReplyUrl(desk, post)}&text=${encodeURIComponent(text)}`;
