import { expect, test } from 'vitest';
import { refusal, slack, useSlack } from '../workspace.js';

useSlack();

const channel = 'C0XDESK01';
const admin = 'carla';

test("an admin deletes the app's message, which the app then can not update", async () => {
  const { ts = '' } = await slack.web.chat.postMessage({ channel, text: 'Hello' });
  await expect(slack.act('delete', { user: 'ana', channel, ts })).rejects.toThrow('Ana Kovač is no admin');
  await slack.act('delete', { user: admin, channel, ts });
  const update = slack.web.chat.update({ channel, ts, text: 'Hello again' });
  expect(await refusal(update)).toMatchObject({ error: 'message_not_found' });
  expect((await slack.web.conversations.history({ channel })).messages).toEqual([]);
});

test('what an admin deletes over a thread stays as a tombstone, which the app can not update either', async () => {
  const { ts = '' } = await slack.web.chat.postMessage({ channel, text: 'Hello' });
  await slack.act('say', { user: 'ana', channel, text: 'Seen', thread_ts: ts });
  await slack.act('delete', { user: admin, channel, ts });
  const update = slack.web.chat.update({ channel, ts, text: 'Hello again' });
  expect(await refusal(update)).toMatchObject({ error: 'message_not_found' });
  const { messages } = await slack.web.conversations.history({ channel });
  expect(messages).toMatchObject([{ subtype: 'tombstone' }]);
  await expect(slack.act('delete', { user: admin, channel, ts })).rejects.toThrow('sees no message');
});

test("people edit their own words and, admins too, nobody else's", async () => {
  const { ts } = await slack.act('say', { user: 'ana', channel, text: 'Moring' });
  await slack.act('edit', { user: 'ana', channel, ts, text: 'Morning' });
  const { messages } = await slack.web.conversations.history({ channel });
  expect(messages).toMatchObject([{ text: 'Morning', edited: { user: 'U0ANA0001' } }]);
  await expect(slack.act('edit', { user: admin, channel, ts, text: 'Evening' })).rejects.toThrow(
    'Carla Reyes can edit only their own messages',
  );
});

test('an ephemeral message is dismissed by whom it was shown to', async () => {
  const whisper = { channel, user: 'U0ANA0001', text: 'Ben has it' };
  const { message_ts: ts } = await slack.web.chat.postEphemeral(whisper);
  await expect(slack.act('dismiss', { user: 'ben', ts })).rejects.toThrow('Ben Osei sees no ephemeral');
  await slack.act('dismiss', { user: 'ana', ts });
  expect((await slack.act('ephemerals', { user: 'ana' })).messages).toEqual([]);
});
