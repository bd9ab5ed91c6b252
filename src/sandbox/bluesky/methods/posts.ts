import { object } from '../lexicon/schema.js';
import { asPost, didIn, isPost } from '../model/posts.js';
import { refused } from '../model/refused.js';
import type { Indexed } from '../model/state.js';
import { showNotifications } from '../views/notifications.js';
import { filledPage, pageByTime } from '../views/paging.js';
import { showInFeed, showPost } from '../views/post.js';
import { isBlockBetween, isMuted, relationOf, showProfile } from '../views/profile.js';
import type { Method } from '../wire/method.js';
import { didOf } from './people.js';

const filters = [
  'posts_with_replies',
  'posts_no_replies',
  'posts_with_media',
  'posts_and_author_threads',
  'posts_with_video',
] as const;
const limit = { type: 'integer', min: 1, max: 100 } as const;
const text = { type: 'string' } as const;

/** What people wrote, and who is told of it. */
export const postMethods: readonly Method[] = [
  {
    call: 'GET app.bsky.feed.getPosts',
    auth: 'access',
    isOfAppView: true,
    params: object({ uris: { type: 'array', items: { type: 'string', format: 'at-uri' }, max: 25 } }),
    answer({ looking, params }) {
      const here = looking();
      const uris = [...new Set(params.uris as readonly string[])];
      const shown = uris.filter((uri) => !isBlockBetween(here, here.viewer, didIn(uri)));
      return { body: { posts: shown.flatMap((uri) => showPost(here, uri) ?? []) } };
    },
  },
  {
    call: 'GET app.bsky.feed.getAuthorFeed',
    auth: 'access',
    isOfAppView: true,
    params: object({
      actor: { type: 'string', format: 'at-identifier' },
      'limit?': limit,
      'cursor?': text,
      'filter?': text,
      'includePins?': { type: 'boolean' },
    }),
    answer({ looking, params }) {
      const asked = params as { actor: string; cursor?: string; filter?: string; limit?: number };
      const here = looking();
      const did = didOf(here.seen, asked.actor);
      if (!did || !showProfile(here, did)) throw refused('Profile not found');
      const { blockedBy, blocking } = relationOf(here, did, here.viewer);
      if (blocking) throw refused(`Requester has blocked actor: ${did}`, 'BlockedActor');
      if (blockedBy) throw refused(`Requester is blocked by actor: ${did}`, 'BlockedByActor');
      const all = Object.values(here.seen.records).filter(
        (one) => one.did === did && isInFeed(one, asked.filter ?? filters[0]),
      );
      const page = filledPage(asked.limit ?? 50, asked.cursor, (size, from) => {
        const { cursor, items } = pageByTime(all, size, from);
        const shown = items.filter((one) => {
          const writer = isPost(one) ? did : didIn(String((one.value.subject as { uri?: string }).uri));
          return !isBlockBetween(here, here.viewer, writer) && (writer === did || !isMuted(here, writer));
        });
        return { items: shown.flatMap((one) => showInFeed(here, one) ?? []), cursor };
      });
      return { body: { feed: page.items, cursor: page.cursor } };
    },
  },
  {
    call: 'GET app.bsky.notification.listNotifications',
    auth: 'access',
    isOfAppView: true,
    params: object({
      'reasons?': { type: 'array', items: text },
      'limit?': limit,
      'priority?': { type: 'boolean' },
      'cursor?': text,
      'seenAt?': { type: 'string', format: 'datetime' },
    }),
    answer({ looking, params }) {
      const asked = params as { cursor?: string; limit?: number; reasons?: readonly string[] };
      if (params.seenAt !== undefined) throw refused('The seenAt parameter is unsupported');
      return { body: showNotifications(looking(), { ...asked, limit: asked.limit ?? 50 }) };
    },
  },
];

/** Whether a record stands in its writer's feed. */
function isInFeed(record: Indexed, filter: string): boolean {
  const isRepost = record.collection === 'app.bsky.feed.repost';
  if (!isRepost && !isPost(record)) return false;
  const { embed, reply } = isRepost ? {} : asPost(record.value);
  const media = embed?.$type === 'app.bsky.embed.recordWithMedia' ? embed.media : embed;
  const kind = (media as { readonly $type?: string } | undefined)?.$type;
  switch (filter) {
    case 'posts_no_replies':
      return !reply;
    case 'posts_with_media':
      return kind === 'app.bsky.embed.images';
    case 'posts_with_video':
      return kind === 'app.bsky.embed.video';
    case 'posts_and_author_threads':
      return !reply || didIn(reply.root.uri) === record.did;
    default:
      return true;
  }
}
