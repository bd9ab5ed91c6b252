import { accountById, receivesMessagesFrom } from './people.js';
import { whyRefused } from './posting-rules.js';
import { type Draft, publish } from './publish.js';
import { sendMessage } from './send-message.js';
import type { Account, Message, Post, X } from './state.js';

/** Posts as a person in X's own composer, where the rules for API calls don't apply. Throws an Error when X refuses. */
export function postInPerson(x: X, author: Account, draft: Draft): Post {
  const written = draft.written.normalize('NFC').trim();
  if (written === '' && !draft.media?.length) throw new Error('X does not take an empty post.');
  const refused = whyRefused(x, author, { ...draft, written }, 'x');
  if (refused) throw new Error(`X did not take this post: ${refused}`);
  return publish(x, author, { ...draft, written }, 'x');
}

/** Sends a private message as a person. Throws an Error when a recipient takes none from them. */
export function messageInPerson(
  x: X,
  sender: Account,
  recipients: readonly Account[],
  text: string,
  encrypted = false,
): Message {
  const closed = recipients.find((recipient) => !receivesMessagesFrom(x, recipient, sender));
  if (closed) throw new Error(`@${closed.handle} does not take private messages from @${sender.handle}.`);
  if (recipients.length === 0 || text.trim() === '') {
    throw new Error('A private message needs somebody to read it, and words.');
  }
  if (encrypted && recipients.length > 1) throw new Error('A group is not encrypted here.');
  return sendMessage(x, sender, recipients, text.trim(), encrypted);
}

/** What the journal says of a post. */
export function postDetail(x: X, post: Post): Record<string, unknown> {
  return {
    by: accountById(x, post.authorId).handle,
    id: post.id,
    text: post.written,
    shown: post.text,
    conversation_id: post.conversationId,
    ...(post.replyTo && { in_reply_to: post.replyTo.postId }),
    ...(post.quotes !== undefined && { quotes: post.quotes }),
  };
}

/** What the journal says of a private message. */
export function messageDetail(sender: Account, recipients: readonly Account[], message: Message) {
  return {
    by: sender.handle,
    to: recipients.map(({ handle }) => handle),
    id: message.id,
    text: message.text,
    dm_conversation_id: message.conversationId,
    ...(message.encrypted && { encrypted: true }),
  };
}
