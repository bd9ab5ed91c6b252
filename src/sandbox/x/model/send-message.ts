import { compose } from './compose.js';
import { nextId } from './ids.js';
import { oneToOne } from './people.js';
import type { Account, Message, X } from './state.js';

/** Delivers without any check: ask `receivesMessagesFrom` first. The same several recipients share one group. */
export function sendMessage(
  x: X,
  sender: Account,
  recipients: readonly Account[],
  text: string,
  encrypted = false,
): Message {
  const participants = [sender, ...recipients].map(({ id }) => id).sort();
  const only = recipients.length === 1 ? recipients[0] : undefined;
  const conversationId = only ? oneToOne(sender.id, only.id) : groupOf(x, sender, participants);
  return add(x, 'MessageCreate', conversationId, sender, participants, text, encrypted);
}

function groupOf(x: X, sender: Account, participants: readonly string[]): string {
  const before = x.state.messages.find(
    (message) => message.type === 'ParticipantsJoin' && String(message.participants) === String(participants),
  );
  if (before) return before.conversationId;
  const id = nextId(x);
  add(x, 'ParticipantsJoin', id, sender, participants, '');
  return id;
}

function add(
  x: X,
  type: Message['type'],
  conversationId: string,
  sender: Account,
  participants: readonly string[],
  written: string,
  encrypted = false,
): Message {
  const { text, entities } = compose(x, { written });
  const message: Message = {
    id: nextId(x),
    type,
    conversationId,
    participants,
    senderId: sender.id,
    text,
    entities,
    at: x.world.clock.now(),
    ...(encrypted && { encrypted: true as const }),
  };
  x.state.messages.push(message);
  return message;
}
