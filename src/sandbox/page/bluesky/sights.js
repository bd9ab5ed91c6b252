import { all, seen } from '../scene.js';

export const account = (handle) => seen(`bluesky/account/${handle}`);
export const ours = () => seen('bluesky/settings')?.ours ?? '';
export const nameOf = (handle) => account(handle)?.name || handle;

export const postAt = (uri) => seen(`bluesky/post/${uri}`);
/** Newest first; posts that were removed are not among them. */
export const posts = (fits = () => true) =>
  all('bluesky/post/')
    .filter(({ seen: post }) => !post.deleted && fits(post))
    .sort(({ seen: a }, { seen: b }) => b.at - a.at || (a.uri < b.uri ? 1 : -1));

/** Whether a post is for the library: it names it, answers it, or shows a post of it. */
export const isToUs = (post) =>
  post.by !== ours() &&
  (post.text.toLowerCase().includes(`@${ours()}`) ||
    postAt(post.reply_to)?.by === ours() ||
    postAt(post.quotes)?.by === ours());

export const follows = (by, whom) => seen(`bluesky/follow/${by}/${whom}`);
export const followers = () => all('bluesky/follow/').filter(({ seen: one }) => one.whom === ours());

/** The handle of somebody who is named by it or by a DID. */
export const handleOf = (who) =>
  all('bluesky/account/').find(({ seen: one }) => one.did === who)?.seen.handle ?? who;

/** What stands at a path of Bluesky's app, as `ui.uri` has it: the address of a post, or @somebody. */
export function placeOf(pathname) {
  const [, who = '', rkey] =
    /^\/profile\/([^/]+)(?:\/post\/([^/]+))?/.exec(decodeURIComponent(pathname)) ?? [];
  const whose = all('bluesky/account/').find(({ seen: one }) => one.did === who || one.handle === who)?.seen;
  if (!rkey) return `@${whose?.handle ?? who}`;
  return `at://${whose?.did ?? who}/app.bsky.feed.post/${rkey}`;
}
