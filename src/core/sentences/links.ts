import type { Desk } from '../desk/desk.js';
import type { PostId } from '../ids.js';

type XDesk = Pick<Desk, 'x'>;

/** In practice, no link may lead to the real X. */
const origin = ({ x }: XDesk): string => (x.practice ? (x.page ?? 'https://x.invalid') : 'https://x.com');

/** A post on X. */
export const postUrl = (desk: XDesk, post: string): string => `${origin(desk)}/i/status/${post}`;
/** A profile on X. */
export const profileUrl = (desk: XDesk, handle: string): string =>
  `${origin(desk)}/${encodeURIComponent(handle)}`;

/** X's page to follow somebody, with the account that is signed in in the browser. */
export const followUrl = (desk: XDesk, userId: string): string =>
  `${origin(desk)}/intent/follow?user_id=${encodeURIComponent(userId)}`;

/** Slack's limit for the address of a link button, in characters. */
const MAX_URL = 3000;

/**
 * X's editor for a reply to a post, with the account that is signed in in the browser. It contains `text`, unless the link
 * would be too long for Slack.
 */
export function replyUrl(desk: XDesk, post: PostId, text: string): string {
  return fitsLink(desk, post, text) ? filledReplyUrl(desk, post, text) : emptyReplyUrl(desk, post);
}

/** Whether a link to X's editor can contain a text. */
export const fitsLink = (desk: XDesk, post: PostId, text: string): boolean =>
  filledReplyUrl(desk, post, text).length <= MAX_URL;

const emptyReplyUrl = (desk: XDesk, post: PostId) =>
  `${origin(desk)}/intent/tweet?in_reply_to=${encodeURIComponent(post)}`;
const filledReplyUrl = (desk: XDesk, post: PostId, text: string) =>
  `${emptyReplyUrl(desk, post)}&text=${encodeURIComponent(text)}`;
