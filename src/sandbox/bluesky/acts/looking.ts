import { readArguments, whole } from '../../world/arguments.js';
import type { Acts } from '../../world/world.js';
import { seenNow } from '../model/app-view.js';
import type { DataObject } from '../model/cid.js';
import { asPost, isPost, quotedIn } from '../model/posts.js';
import { recordAt, recordsOf, subjectOf } from '../model/repo.js';
import type { Account, Sky, Stored } from '../model/state.js';
import { showNotifications } from '../views/notifications.js';
import { blobIn, pictureUrl } from '../views/profile.js';
import { needAccount } from './needed.js';

/** Acts that look at everything, without regard to lag and blocks, and two that set how far behind the AppView is. */
export function lookingActs(sky: Sky): Acts {
  const write = (kind: string, detail: Record<string, unknown>) =>
    sky.world.journal.write('bluesky', kind, detail);
  const posts = () =>
    Object.values(sky.state.records)
      .filter(isPost)
      .sort((a, b) => a.at - b.at || (a.rkey < b.rkey ? -1 : 1));
  return {
    accounts(args) {
      readArguments('accounts', args, {});
      return { accounts: Object.values(sky.state.accounts).map((one) => lookAtAccount(sky, one)) };
    },

    account(args) {
      const { handle } = readArguments('account', args, { handle: 'string' });
      const account = needAccount(sky, 'account', handle);
      const named = (did: string) => sky.state.accounts[did]?.handle ?? did;
      const subjects = (collection: string) =>
        recordsOf(sky, account.did, collection).map(({ value }) => named(subjectOf(value)));
      const followers = Object.values(sky.state.accounts).filter(({ did }) =>
        recordsOf(sky, did, 'app.bsky.graph.follow').some(({ value }) => subjectOf(value) === account.did),
      );
      return {
        ...lookAtAccount(sky, account),
        followers: followers.map((one) => one.handle),
        following: [...new Set(subjects('app.bsky.graph.follow'))],
        blocks: [...new Set(subjects('app.bsky.graph.block'))],
        mutes: account.mutes.map(named),
      };
    },

    posts(args) {
      readArguments('posts', args, {});
      return { posts: posts().map((one) => lookAtPost(sky, one)) };
    },

    timeline(args) {
      const { handle } = readArguments('timeline', args, { handle: 'string' });
      const { did } = needAccount(sky, 'timeline', handle);
      return { posts: recordsOf(sky, did, 'app.bsky.feed.post').map((one) => lookAtPost(sky, one)) };
    },

    /** What the AppView would tell somebody now. */
    notifications(args) {
      const { handle } = readArguments('notifications', args, { handle: 'string' });
      const { did } = needAccount(sky, 'notifications', handle);
      const { notifications } = showNotifications({ sky, seen: seenNow(sky), viewer: did }, { limit: 100 });
      return { notifications };
    },

    lag(args) {
      const { ms = usualLagMs } = readArguments('lag', args, { ms: 'number?' });
      seenNow(sky);
      sky.state.lagMs = whole('lag', 'ms', ms, 0) ?? usualLagMs;
      write('lag', { ms });
      return { ms };
    },

    /** Without limits it is like the servers that developers run for themselves. */
    limits(args) {
      const { on } = readArguments('limits', args, { on: 'boolean' });
      sky.state.hasLimits = on;
      write('limits', { on });
      return { on };
    },

    /** While it is down its reads fail, and writing and listing records goes on; up again it catches up at once. */
    appView(args) {
      const { down } = readArguments('appView', args, { down: 'boolean' });
      seenNow(sky);
      sky.state.isAppViewDown = down;
      if (!down) sky.state.upSince = sky.world.clock.now();
      write('appView', { down });
      return { down };
    },
  };
}

/** So far the AppView is behind: measured on the real servers. */
export const usualLagMs = 300;

/** An account as acts and the page see it. */
export function lookAtAccount(sky: Sky, { did, handle, status }: Account) {
  const {
    description = '',
    displayName = handle,
    labels,
  } = recordAt(sky, `at://${did}/app.bsky.actor.profile/self`)?.value ?? {};
  const own = ((labels as DataObject | undefined)?.values ?? []) as readonly { readonly val: string }[];
  const given = sky.state.labels.filter(({ uri }) => uri === did);
  return {
    did,
    handle,
    name: displayName,
    description,
    status,
    labels: [...own, ...given].map(({ val }) => val),
  };
}

/** A post as acts and the page see it. */
export function lookAtPost(sky: Sky, { at, cid, deletedAt, did, uri, value, versions }: Stored) {
  const post = asPost(value);
  const quotes = quotedIn(post)?.uri;
  const media =
    post.embed?.$type === 'app.bsky.embed.recordWithMedia' ? (post.embed.media as DataObject) : post.embed;
  const images = (media?.images ?? []) as readonly { readonly alt: string; readonly image: DataObject }[];
  return {
    uri,
    cid,
    by: sky.state.accounts[did]?.handle,
    text: post.text,
    at,
    createdAt: post.createdAt,
    ...(post.reply && { reply_to: post.reply.parent.uri, root: post.reply.root.uri }),
    ...(quotes !== undefined && { quotes }),
    ...(images.length > 0 && {
      photos: images.map(({ alt }) => alt),
      pictures: images.map(({ image }) => pictureUrl('feed_thumbnail', did, blobIn(image) ?? '')),
    }),
    deleted: deletedAt !== undefined,
    versions,
  };
}
