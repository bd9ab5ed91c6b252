import { oneOf, readArguments, whole } from '../../world/arguments.js';
import type { Acts } from '../../world/world.js';
import { tooLong } from '../model/compose.js';
import { messageDetail, messageInPerson, postDetail, postInPerson } from '../model/in-person.js';
import { accountById, isNewestVersion, versions, whyUnseen } from '../model/people.js';
import { edit } from '../model/publish.js';
import { repost } from '../model/repost.js';
import type { Post, X } from '../model/state.js';
import { isOpen } from '../wire/show-attached.js';
import { editsLeft } from '../wire/show-post.js';
import { attach } from './attachments.js';
import { needAccount, needActor, needPost } from './needed.js';
import { readOmits } from './omits.js';

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
        videos: 'strings?',
        gifs: 'strings?',
        poll: 'object?',
        sensitive: 'boolean?',
        carried: 'strings?',
        omits: 'strings?',
        reply_settings: 'string?',
        hideMs: 'number?',
      });
      const post = postInPerson(x, needActor(x, 'post', read.by), {
        written: read.text,
        ...(read.in_reply_to !== undefined && { replyTo: read.in_reply_to }),
        ...(read.quotes !== undefined && { quotes: read.quotes }),
        ...attach(x, read),
        ...(read.sensitive !== undefined && { sensitive: read.sensitive }),
        ...(read.carried && { carried: read.carried.map((handle) => needActor(x, 'post', handle).id) }),
        ...(read.omits && { omits: readOmits('post', read.omits) }),
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
      const { id, text, carried } = readArguments('edit', args, {
        id: 'string',
        text: 'string',
        carried: 'strings?',
      });
      const before = needPost(x, 'edit', id);
      if (before.poll) throw new Error('edit: X takes no edits of a post with a poll.');
      if (!isNewestVersion(x, before)) {
        throw new Error(`edit: ${id} is an old version. Edit ${versions(x, before).at(-1)}.`);
      }
      const { remaining, untilMs } = editsLeft(x, before);
      if (remaining <= 0) throw new Error('edit: X takes five edits of a post, and all were used.');
      if (x.world.clock.now() > untilMs) throw new Error('edit: X takes edits for one hour, and it is over.');
      const written = text.normalize('NFC').trim();
      if (written === '' || tooLong(written, accountById(x, before.authorId)))
        throw new Error('edit: the text must have 1 to 280 characters, with Premium 25,000.');
      const names = carried?.map((handle) => needActor(x, 'edit', handle).id);
      const post = edit(x, before, written, names);
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

    /** Votes in the poll of a post: for its first option, its second one, … */
    vote(args) {
      const { id, option, votes } = readArguments('vote', args, {
        id: 'string',
        option: 'number',
        votes: 'number?',
      });
      const { poll } = needPost(x, 'vote', id);
      const chosen = poll?.options[option - 1];
      if (!poll || !chosen) throw new Error(`vote: ${id} has no option ${option}.`);
      if (!isOpen(x, poll)) throw new Error(`vote: the poll of ${id} is closed.`);
      chosen.votes += whole('vote', 'votes', votes, 1) ?? 1;
      write('vote', { id, option, votes: chosen.votes });
    },

    /** Withholds a post in some countries ("XX": in all); in none, it is given as before. */
    withhold(args) {
      const {
        id,
        countries,
        copyright = false,
      } = readArguments('withhold', args, {
        id: 'string',
        countries: 'strings',
        copyright: 'boolean?',
      });
      const post = needPost(x, 'withhold', id);
      const wrong = countries.find((code) => !/^[A-Z]{2}$/.test(code));
      if (wrong !== undefined) throw new Error(`withhold: '${wrong}' is no code of a country like DE.`);
      if (countries.length > 0) post.withheld = { countries, copyright };
      else delete post.withheld;
      write('withhold', { id, countries, copyright });
    },

    message(args) {
      const to = args.to;
      const many = Array.isArray(to);
      const read = readArguments('message', args, {
        by: 'string',
        to: many ? 'strings' : 'string',
        text: 'string',
        encrypted: 'boolean?',
      });
      const sender = needActor(x, 'message', read.by);
      const names: readonly string[] = typeof read.to === 'string' ? [read.to] : read.to;
      const recipients = names.map((handle) => needAccount(x, 'message', handle));
      const message = messageInPerson(x, sender, recipients, read.text, read.encrypted);
      write('message', messageDetail(sender, recipients, message));
      return { id: message.id, dm_conversation_id: message.conversationId };
    },
  };
}

const replySettings = ['everyone', 'mentionedUsers', 'following', 'subscribers', 'verified'] as const;

function shown({ id, text, conversationId }: Post): { id: string; text: string; conversation_id: string } {
  return { id, text, conversation_id: conversationId };
}
