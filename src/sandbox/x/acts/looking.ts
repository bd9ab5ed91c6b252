import { readArguments } from '../../world/arguments.js';
import type { Acts } from '../../world/world.js';
import { newestFirst } from '../model/ids.js';
import { accountById, isNewestVersion, versions } from '../model/people.js';
import type { Account, Post, X } from '../model/state.js';
import { readMeter } from '../wire/meter.js';
import { needAccount } from './needed.js';

/** Acts that read everything, also what the API does not show because of lag, late visibility or privacy. */
export function lookingActs(x: X): Acts {
  return {
    timeline(args) {
      const { handle } = readArguments('timeline', args, { handle: 'string' });
      const { id } = needAccount(x, 'timeline', handle);
      return {
        posts: all(x)
          .filter((post) => post.authorId === id && isLive(x, post))
          .map((post) => look(x, post)),
      };
    },

    posts(args) {
      readArguments('posts', args, {});
      return { posts: all(x).map((post) => look(x, post)) };
    },

    account(args) {
      const { handle } = readArguments('account', args, { handle: 'string' });
      return lookAt(x, needAccount(x, 'account', handle));
    },

    accounts(args) {
      readArguments('accounts', args, {});
      return { accounts: Object.values(x.state.accounts).map((account) => lookAt(x, account)) };
    },

    messages(args) {
      const { handle } = readArguments('messages', args, { handle: 'string' });
      const { id } = needAccount(x, 'messages', handle);
      return {
        messages: x.state.messages
          .filter(({ participants, type }) => participants.includes(id) && type === 'MessageCreate')
          .map((message) => ({
            id: message.id,
            by: accountById(x, message.senderId).handle,
            text: message.text,
            dm_conversation_id: message.conversationId,
            ...(message.encrypted && { encrypted: true }),
          })),
      };
    },

    meter(args) {
      readArguments('meter', args, {});
      return readMeter(x);
    },
  };
}

function all(x: X): Post[] {
  return Object.values(x.state.posts).sort((a, b) => newestFirst(a.id, b.id));
}

function isLive(x: X, post: Post): boolean {
  return !post.deleted && isNewestVersion(x, post);
}

/** A post as the acts give it. */
export function look(x: X, post: Post): Record<string, unknown> {
  return {
    id: post.id,
    by: accountById(x, post.authorId).handle,
    text: post.written,
    shown: post.text,
    conversation_id: post.conversationId,
    created_at: post.createdAt,
    via: post.via,
    versions: versions(x, post),
    deleted: post.deleted,
    ...(post.replyTo && { in_reply_to: post.replyTo.postId }),
    ...(post.quotes !== undefined && { quotes: post.quotes }),
    ...(post.reposts !== undefined && { reposts: post.reposts }),
    ...(post.media && {
      media: post.media.map(({ kind, altText, pictureUrl }) => ({ kind, alt: altText, picture: pictureUrl })),
    }),
    ...(post.poll && { poll: { options: post.poll.options, ends_at: post.poll.endsAt } }),
    ...(post.sensitive && { sensitive: true }),
    ...(post.withheld && { withheld: post.withheld.countries }),
  };
}

function lookAt(x: X, account: Account): Record<string, unknown> {
  const handles = (ids: readonly string[]) => ids.map((id) => accountById(x, id).handle);
  const follows = x.state.follows.filter(({ pending }) => !pending);
  return {
    id: account.id,
    handle: account.handle,
    name: account.name,
    protected: account.protected,
    status: account.status,
    followers: handles(follows.filter(({ whom }) => whom === account.id).map(({ by }) => by)),
    following: handles(follows.filter(({ by }) => by === account.id).map(({ whom }) => whom)),
  };
}
