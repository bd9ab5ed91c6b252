import { newestFirst } from '../model/ids.js';
import { oneToOne, receivesMessagesFrom } from '../model/people.js';
import { sendMessage } from '../model/send-message.js';
import type { Message } from '../model/state.js';
import { answerBody, includedUsers } from '../wire/answer.js';
import { readObject } from '../wire/body.js';
import { prices } from '../wire/meter.js';
import { page } from '../wire/paging.js';
import { forbidden, invalidRequest } from '../wire/problems.js';
import { messagesQuery, readPath } from '../wire/query.js';
import type { Call, Outcome, Route } from '../wire/route.js';
import { isoSeconds } from '../wire/show-post.js';

const readLimits = { user: 15 };

export const messages: readonly Route[] = [
  {
    call: 'GET /2/dm_events',
    limits: readLimits,
    needs: 'messages',
    query: messagesQuery,
    answer: (call) => list(call, () => true),
  },
  {
    call: 'GET /2/dm_conversations/with/:participant_id/dm_events',
    limits: readLimits,
    needs: 'messages',
    query: messagesQuery,
    answer(call) {
      const other = readPath('participant_id', call.path.participant_id ?? '');
      const conversation = oneToOne(call.account.id, other);
      return list(call, (message) => message.conversationId === conversation);
    },
  },
  {
    call: 'POST /2/dm_conversations/with/:participant_id/messages',
    limits: { user: 15, userDay: 1440 },
    needs: 'messages',
    query: {},
    answer: send,
  },
];

const keptMs = 30 * 24 * 3_600_000;

/** The messages of the last 30 days, newest first. */
function list(call: Call, belongs: (message: Message) => boolean): Outcome {
  const { x, query, account } = call;
  const since = x.world.clock.now() - keptMs;
  const types = query.lists.event_types;
  const all = x.state.messages
    .filter(
      (message) =>
        message.participants.includes(account.id) &&
        message.at > since &&
        !message.encrypted &&
        (types === undefined || types.includes(message.type)) &&
        belongs(message),
    )
    .sort((a, b) => newestFirst(a.id, b.id));
  const { items, meta } = page(call, all, ({ id }) => id);
  const people = new Map<string, string>();
  for (const item of items) {
    if (query.expansions.has('sender_id')) people.set(item.senderId, 'sender_id');
    if (query.expansions.has('participant_ids'))
      for (const id of joined(item)) people.set(id, 'participant_ids');
  }
  const { users, errors } = includedUsers(x, account, people, query);
  return {
    body: answerBody({
      data: items.map((message) => show(call, message)),
      ...(users.length > 0 && { includes: { users } }),
      errors,
      meta: { result_count: items.length, ...meta },
    }),
    priced: items.map(({ id }) => ({ resource: `message:${id}`, mills: prices.message })),
    journal: { count: items.length },
  };
}

function joined(message: Message): readonly string[] {
  return message.type === 'ParticipantsJoin' ? message.participants : [];
}

function show({ query }: Call, message: Message): Record<string, unknown> {
  const said = message.type === 'MessageCreate';
  const asked = (name: string) => query.dmEvent.has(name) || query.expansions.has(name);
  return {
    id: message.id,
    event_type: message.type,
    ...(said && { text: message.text }),
    ...(asked('created_at') && { created_at: isoSeconds(message.at) }),
    ...(asked('dm_conversation_id') && { dm_conversation_id: message.conversationId }),
    ...(asked('sender_id') && { sender_id: message.senderId }),
    ...(asked('participant_ids') && !said && { participant_ids: message.participants }),
    ...(asked('entities') && Object.keys(message.entities).length > 0 && { entities: message.entities }),
  };
}

const longest = 10_000;

function send(call: Call): Outcome {
  const { x, account } = call;
  const id = readPath('participant_id', call.path.participant_id ?? '');
  const { text } = readObject(call.body, { text: 'string', attachments: 'unsupported' });
  const written = String(text ?? '').trim();
  if (written === '' || [...written].length > longest) {
    throw invalidRequest('$.text', '', `$.text: a message has 1 to ${longest} characters`);
  }
  const recipient = x.state.accounts[id];
  if (!recipient || recipient.id === account.id || !receivesMessagesFrom(x, recipient, account)) {
    throw forbidden('You do not have permission to DM one or more participants.');
  }
  const message = sendMessage(x, account, [recipient], written);
  return {
    status: 201,
    body: { data: { dm_conversation_id: message.conversationId, dm_event_id: message.id } },
    priced: [{ mills: prices.createMessage }],
    journal: { id: message.id, dm_conversation_id: message.conversationId },
  };
}
