import { oneOf, readArguments } from '../../world/arguments.js';
import type { Acts } from '../../world/world.js';
import { tooLong } from '../model/compose.js';
import { messageDetail, messageInPerson, postDetail, postInPerson } from '../model/in-person.js';
import { accountById, isNewestVersion, versions, whyUnseen } from '../model/people.js';
import { edit } from '../model/publish.js';
import { repost } from '../model/repost.js';
import type { Photo, Post, X } from '../model/state.js';
import { editsLeft } from '../wire/show-post.js';
import { needAccount, needActor, needPost } from './needed.js';

/** Acts on posts and private messages. */
export function postingActs(x: X): Acts {
  const write = (kind: string, detail: Record<string, unknown>) => x.world.journal.write('x', kind, detail);
  return {
    post(args) {
      const read = readArguments('post', args, {
        by: 'string',
        text: 'string',
        in_reply_to: 'string?',
        quotes: 'string?',
        photos: 'strings?',
        reply_settings: 'string?',
        hideMs: 'number?',
      });
      const post = postInPerson(x, needActor(x, 'post', read.by), {
        written: read.text,
        ...(read.in_reply_to !== undefined && { replyTo: read.in_reply_to }),
        ...(read.quotes !== undefined && { quotes: read.quotes }),
        ...(read.photos && { photos: read.photos.map((altText) => makePhoto(x, altText)) }),
        ...(read.reply_settings !== undefined && {
          replySettings: oneOf('post', 'reply_settings', read.reply_settings, replySettings),
        }),
      });
      if (read.hideMs !== undefined) post.visibleAt = post.createdAt + read.hideMs;
      write('post', postDetail(x, post));
      return shown(post);
    },

    repost(args) {
      const { by, id } = readArguments('repost', args, { by: 'string', id: 'string' });
      const account = needActor(x, 'repost', by);
      const original = needPost(x, 'repost', id);
      const author = accountById(x, original.authorId);
      if (author.protected || whyUnseen(x, account, original) || original.reposts !== undefined) {
        throw new Error(`repost: @${account.handle} cannot repost ${id}.`);
      }
      const post = repost(x, account, original);
      write('repost', { by: account.handle, id: post.id, reposts: id });
      return shown(post);
    },

    edit(args) {
      const { id, text } = readArguments('edit', args, { id: 'string', text: 'string' });
      const before = needPost(x, 'edit', id);
      if (!isNewestVersion(x, before)) {
        throw new Error(`edit: ${id} is an old version. Edit ${versions(x, before).at(-1)}.`);
      }
      const { remaining, untilMs } = editsLeft(x, before);
      if (remaining <= 0) throw new Error('edit: X takes five edits of a post, and all were used.');
      if (x.world.clock.now() > untilMs) throw new Error('edit: X takes edits for one hour, and it is over.');
      const written = text.normalize('NFC').trim();
      if (written === '' || tooLong(written, accountById(x, before.authorId)))
        throw new Error('edit: the text must have 1 to 280 characters, with Premium 25,000.');
      const post = edit(x, before, written);
      write('edit', { before: before.id, ...postDetail(x, post) });
      return shown(post);
    },

    delete(args) {
      const { id } = readArguments('delete', args, { id: 'string' });
      const post = needPost(x, 'delete', id);
      for (const version of versions(x, post)) {
        const one = x.state.posts[version];
        if (one) one.deleted = true;
      }
      write('delete', { id, by: accountById(x, post.authorId).handle });
    },

    /** Pins a post of one's own to the profile. Without `id` it unpins. */
    pin(args) {
      const { by, id } = readArguments('pin', args, { by: 'string', id: 'string?' });
      const account = needActor(x, 'pin', by);
      const post = id === undefined ? undefined : needPost(x, 'pin', id);
      if (post && post.authorId !== account.id) {
        throw new Error(`pin: ${post.id} is not a post of @${account.handle}.`);
      }
      if (post) account.pinned = post.firstId;
      else delete account.pinned;
      write('pin', { by: account.handle, ...(post && { id: post.id }) });
    },

    hide(args) {
      const { id, untilMs } = readArguments('hide', args, { id: 'string', untilMs: 'number' });
      needPost(x, 'hide', id).visibleAt = untilMs;
      write('hide', { id, untilMs });
    },

    message(args) {
      const to = args.to;
      const many = Array.isArray(to);
      const read = readArguments('message', args, {
        by: 'string',
        to: many ? 'strings' : 'string',
        text: 'string',
      });
      const sender = needActor(x, 'message', read.by);
      const names: readonly string[] = typeof read.to === 'string' ? [read.to] : read.to;
      const recipients = names.map((handle) => needAccount(x, 'message', handle));
      const message = messageInPerson(x, sender, recipients, read.text);
      write('message', messageDetail(sender, recipients, message));
      return { id: message.id, dm_conversation_id: message.conversationId };
    },
  };
}

const replySettings = ['everyone', 'mentionedUsers', 'following', 'subscribers', 'verified'] as const;

function makePhoto(x: X, altText: string): Photo {
  const digits = x.world.random.text(18, '0123456789');
  return { key: `3_1${digits}`, url: `https://pbs.twimg.com/media/${digits}.jpg`, altText };
}

function shown({ id, text, conversationId }: Post): { id: string; text: string; conversation_id: string } {
  return { id, text, conversation_id: conversationId };
}
