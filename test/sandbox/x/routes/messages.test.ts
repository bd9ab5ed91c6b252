import { expect, test } from 'vitest';
import { built, library, refusal, useX } from '../build.js';

useX();

test('private messages come newest first, with what was asked for, for 30 days', async () => {
  const maya = built.person('maya_reads');
  const first = built.act('message', { by: 'maya_reads', to: library.handle, text: 'Is my book in?' });
  const { v2 } = built.client();
  const sent = await v2.sendDmToParticipant(maya, { text: 'It is, see library.org' });
  expect(sent).toEqual({
    data: { dm_conversation_id: `${library.id}-${maya}`, dm_event_id: expect.any(String) },
  });
  const bare = await v2.listDmEvents();
  expect(bare.data.data).toEqual([
    {
      id: expect.any(String),
      event_type: 'MessageCreate',
      text: expect.stringMatching(/^It is, see https:\/\/t\.co\/\w{10}$/),
    },
    { id: first.id, event_type: 'MessageCreate', text: 'Is my book in?' },
  ]);
  const full = await v2.listDmEventsWithParticipant(maya, {
    'dm_event.fields': ['created_at', 'dm_conversation_id', 'sender_id'],
    expansions: ['sender_id'],
    event_types: ['MessageCreate'],
  });
  expect(full.data.data[1]).toMatchObject({ sender_id: maya, dm_conversation_id: first.dm_conversation_id });
  expect(full.data.includes?.users?.map(({ username }) => username)).toEqual([library.handle, 'maya_reads']);
  built.world.clock.advance(30 * 24 * 3_600_000);
  expect((await v2.listDmEvents()).data).toEqual({ meta: { result_count: 0 } });
});

test('we may write first only to those who follow us or take messages from everyone', async () => {
  const { v2 } = built.client();
  const text = 'hello';
  const closed = built.person('closed');
  const open = built.person('open', { messagesFrom: 'everyone' });
  const { code, data } = await refusal(v2.sendDmToParticipant(closed, { text }));
  expect(`${code} ${data.detail}`).toBe('403 You do not have permission to DM one or more participants.');
  await v2.sendDmToParticipant(open, { text });
  built.act('follow', { by: 'closed' });
  await v2.sendDmToParticipant(closed, { text });
  built.act('block', { by: 'closed', whom: library.handle });
  expect((await refusal(v2.sendDmToParticipant(closed, { text }))).code).toBe(403);
});

test('who wrote to us gets an answer', async () => {
  const maya = built.person('maya_reads');
  built.act('message', { by: 'maya_reads', to: library.handle, text: 'hello' });
  await built.client().v2.sendDmToParticipant(maya, { text: 'hello Maya' });
  expect(built.act('messages', { handle: 'maya_reads' }).messages).toMatchObject([
    { by: 'maya_reads', text: 'hello' },
    { by: library.handle, text: 'hello Maya' },
  ]);
});

test('a group conversation has a number for an id and begins with who joined', async () => {
  built.person('maya_reads');
  built.person('lee', { messagesFrom: 'everyone' });
  built.act('message', { by: 'maya_reads', to: [library.handle, 'lee'], text: 'hello both' });
  built.act('message', { by: 'maya_reads', to: [library.handle, 'lee'], text: 'anyone?' });
  const page = await built.client().v2.listDmEvents({ 'dm_event.fields': ['dm_conversation_id'] });
  expect(page.data.data.map(({ event_type }) => event_type)).toEqual([
    'MessageCreate',
    'MessageCreate',
    'ParticipantsJoin',
  ]);
  const ids = new Set(page.data.data.map(({ dm_conversation_id }) => dm_conversation_id));
  expect([...ids]).toEqual([expect.stringMatching(/^\d+$/)]);
});

test('a message has words, and not over 10,000 of their characters', async () => {
  const maya = built.person('maya_reads', { messagesFrom: 'everyone' });
  const { v2 } = built.client();
  expect((await refusal(v2.sendDmToParticipant(maya, { text: ' ' }))).code).toBe(400);
  expect((await refusal(v2.sendDmToParticipant(maya, { text: 'a'.repeat(10_001) }))).code).toBe(400);
});

test('what is encrypted in X Chat is not in any answer of the API, and people read it in X', async () => {
  const maya = built.person('maya_reads');
  built.act('message', { by: 'maya_reads', to: library.handle, text: 'Is my hold in?', encrypted: true });
  const { v2 } = built.client();
  expect((await v2.listDmEvents()).data).toEqual({ meta: { result_count: 0 } });
  expect((await v2.listDmEventsWithParticipant(maya)).data).toEqual({ meta: { result_count: 0 } });
  expect(built.act('messages', { handle: library.handle }).messages).toMatchObject([
    { by: 'maya_reads', text: 'Is my hold in?', encrypted: true },
  ]);
});
