import { describe, expect, test } from 'vitest';
import { refusal, slack, useSlack } from '../workspace.js';

useSlack();

const desk = 'C0XDESK01';
/** Posts a second after the last post. */
async function post(text: string, more: Record<string, unknown> = {}) {
  slack.world.clock.advance(1000);
  const { ts } = await slack.web.chat.postMessage({ channel: desk, text, ...more });
  return String(ts);
}

describe('posting', () => {
  test('answers the message as Slack shows an app message', async () => {
    const { message, channel, ts } = await slack.web.chat.postMessage({
      channel: '#x-desk',
      text: 'a <b> & c',
    });
    expect(channel).toBe(desk);
    expect(ts).toMatch(/^\d{10}\.\d{6}$/);
    expect(message).toMatchObject({
      type: 'message',
      user: 'U0DESKBOT',
      bot_id: 'B0DESK001',
      app_id: 'A0DESK001',
      text: 'a &lt;b&gt; &amp; c',
      ts,
    });
  });

  test('gives every message a later ts, even within one moment', async () => {
    const channels = await Promise.all(
      Array.from({ length: 5 }, (_, index) =>
        slack.act('addChannel', { name: `branch-${index}`, bot: true }),
      ),
    );
    const posts = await Promise.all(
      channels.map(({ channel }) => slack.web.chat.postMessage({ channel: String(channel), text: 'a' })),
    );
    const order = slack.did('chat.postMessage').map((entry) => String(entry.ts));
    expect(order).toEqual([...order].sort());
    expect(new Set(posts.map(({ ts }) => ts)).size).toBe(5);
  });

  test('is limited to one a second in a channel, and Retry-After says so', async () => {
    await slack.web.chat.postMessage({ channel: desk, text: 'one' });
    const second = slack.web.chat.postMessage({ channel: desk, text: 'two' });
    expect(await refusal(second)).toEqual({ error: 'ratelimited', retryAfter: 1 });
    slack.world.clock.advance(1000);
    await expect(slack.web.chat.postMessage({ channel: desk, text: 'two' })).resolves.toMatchObject({
      ok: true,
    });
    expect(slack.did('refused')).toMatchObject([{ method: 'chat.postMessage', error: 'ratelimited' }]);
  });

  test('needs the app in the channel, and a channel that is there for it', async () => {
    await slack.act('addChannel', {
      id: 'C0PRIVATE',
      name: 'lost-and-found',
      kind: 'private',
      members: ['ana'],
    });
    await slack.act('addChannel', { id: 'C0ARCHIVE', name: 'old', bot: true, archived: true });
    const to = (channel: string) => refusal(slack.web.chat.postMessage({ channel, text: 'a' }));
    expect(await to('C0GENERAL')).toMatchObject({ error: 'not_in_channel' });
    expect(await to('C0PRIVATE')).toMatchObject({ error: 'channel_not_found' });
    expect(await to('C0NOWHERE')).toMatchObject({ error: 'channel_not_found' });
    expect(await to('C0ARCHIVE')).toMatchObject({ error: 'is_archived' });
  });

  test('to a person goes into their conversation with the app', async () => {
    const { channel } = await slack.web.chat.postMessage({ channel: 'U0ANA0001', text: 'Still on it?' });
    const opened = await slack.web.conversations.open({ users: 'U0ANA0001' });
    expect(opened).toMatchObject({ already_open: true, channel: { id: channel } });
    expect(slack.did('chat.postMessage')).toMatchObject([{ notified: ['U0ANA0001'] }]);
  });

  test('to a person is refused while the app has no messages tab', async () => {
    await slack.act('manifest', { messagesTab: false });
    const refused = await refusal(slack.web.chat.postMessage({ channel: 'U0BEN0002', text: 'a' }));
    expect(refused).toMatchObject({ error: 'messages_tab_disabled' });
  });

  test('to a bot, to Slackbot, or to somebody never met finds no channel', async () => {
    await slack.act('addPerson', { id: 'U0STRANGER', name: 'stranger', team: 'T0ELSEWHERE' });
    for (const channel of ['U0DESKBOT', 'USLACKBOT', 'U0STRANGER']) {
      const posted = slack.web.chat.postMessage({ channel, text: 'a' });
      expect([channel, await refusal(posted)]).toMatchObject([channel, { error: 'channel_not_found' }]);
    }
  });

  test('another name needs its own scope', async () => {
    const dressed = slack.web.chat.postMessage({ channel: desk, text: 'a', username: 'Library' });
    expect(await refusal(dressed)).toMatchObject({ error: 'missing_scope', needed: 'chat:write.customize' });
  });
});

describe('updating', () => {
  const blocks = [{ type: 'divider', block_id: 'line' }];

  test('with text alone takes the blocks off and says that it was edited; metadata stays', async () => {
    const metadata = { event_type: 'card', event_payload: { id: 'mention-1' } };
    const ts = await post('open', { blocks, metadata });
    const shown = await slack.web.chat.update({ channel: desk, ts, text: 'claimed', blocks });
    expect(shown.message).toMatchObject({ blocks });
    expect(shown.message).not.toHaveProperty('edited');
    await slack.web.apiCall('chat.update', { channel: desk, ts, metadata });
    const updated = await slack.web.chat.update({ channel: desk, ts, text: 'claimed' });
    expect(updated).toMatchObject({ channel: desk, ts, text: 'claimed', message: { edited: {} } });
    expect(updated.message).not.toHaveProperty('blocks');
    const kept = await slack.web.conversations.history({ channel: desk, include_all_metadata: true });
    expect(kept.messages).toMatchObject([{ text: 'claimed', metadata }]);
  });

  test('takes blocks off with an empty list, metadata with an empty object', async () => {
    const ts = await post('open', { blocks, metadata: { event_type: 'card', event_payload: {} } });
    await slack.web.apiCall('chat.update', { channel: desk, ts, text: 'bare', blocks: [], metadata: {} });
    const [message] = (await slack.act('messages', { channel: desk })).messages as object[];
    expect(message).toMatchObject({ blocks: [] });
    expect(message).not.toHaveProperty('metadata');
  });

  test('keeps rich text where there was some', async () => {
    const words = { type: 'rich_text_section', elements: [{ type: 'text', text: 'a' }] };
    const ts = await post('a', { blocks: [{ type: 'rich_text', elements: [words] }] });
    const update = slack.web.chat.update({ channel: desk, ts, text: 'b', blocks: [{ type: 'divider' }] });
    expect(await refusal(update)).toMatchObject({ error: 'block_mismatch' });
  });

  test("is refused for others' messages, unknown ones, and an update without anything", async () => {
    const said = await slack.act('say', { user: 'ana', channel: desk, text: 'mine' });
    const update = (ts: string, more = {}) =>
      refusal(slack.web.apiCall('chat.update', { channel: desk, ts, ...more }));
    expect(await update(String(said.ts), { text: 'a' })).toMatchObject({ error: 'cant_update_message' });
    expect(await update('1500000000.000001', { text: 'a' })).toMatchObject({ error: 'message_not_found' });
    expect(await update(await post('mine'))).toMatchObject({ error: 'no_text' });
  });

  test('never reaches an ephemeral message', async () => {
    const { message_ts } = await slack.web.chat.postEphemeral({
      channel: desk,
      user: 'U0ANA0001',
      text: 'psst',
    });
    const update = slack.web.chat.update({ channel: desk, ts: String(message_ts), text: 'a' });
    expect(await refusal(update)).toMatchObject({ error: 'message_not_found' });
  });
});

describe('metadata', () => {
  test('comes back only when asked for', async () => {
    const metadata = { event_type: 'card', event_payload: { id: 'follow-1' } };
    const { message, ts } = await slack.web.chat.postMessage({ channel: desk, text: 'a', metadata });
    expect(message).not.toHaveProperty('metadata');
    const without = await slack.web.conversations.history({ channel: desk });
    expect(without.messages?.[0]).not.toHaveProperty('metadata');
    const withIt = await slack.web.conversations.replies({
      channel: desk,
      ts: String(ts),
      include_all_metadata: true,
    });
    expect(withIt.messages).toMatchObject([{ metadata }]);
  });

  test.each([
    ['invalid_metadata_format', { event_type: 'card' }],
    ['invalid_metadata_format', 'card'],
    ['invalid_metadata_format', { event_type: 'card', event_payload: { of: { id: 1 } } }],
    ['invalid_metadata_format', { event_type: 'card', event_payload: { ids: ['1'] } }],
    ['invalid_metadata_format', { event_type: 'card', event_payload: { id: null } }],
    ['invalid_metadata_schema', { event_type: 'a card', event_payload: {} }],
    ['metadata_too_large', { event_type: 'card', event_payload: { text: 'a'.repeat(16_000) } }],
  ])('is refused as %s', async (error, metadata) => {
    const posted = slack.web.apiCall('chat.postMessage', { channel: desk, text: 'a', metadata });
    expect(await refusal(posted)).toMatchObject({ error });
  });
});

describe('deleting', () => {
  test('takes an own message away, leaves a tombstone over replies, and spares others', async () => {
    const lonely = await post('lonely');
    const parent = await post('parent');
    await post('reply', { thread_ts: parent });
    const said = await slack.act('say', { user: 'ana', channel: desk, text: 'mine' });
    await slack.web.chat.delete({ channel: desk, ts: lonely });
    await slack.web.chat.delete({ channel: desk, ts: parent });
    const others = slack.web.chat.delete({ channel: desk, ts: String(said.ts) });
    expect(await refusal(others)).toMatchObject({ error: 'cant_delete_message' });
    const again = slack.web.chat.delete({ channel: desk, ts: lonely });
    expect(await refusal(again)).toMatchObject({ error: 'message_not_found' });
    const { messages } = await slack.web.conversations.history({ channel: desk });
    expect(messages).toMatchObject([{ text: 'mine' }, { subtype: 'tombstone', user: 'USLACKBOT' }]);
  });
});

describe('ephemerals and permalinks', () => {
  test('an ephemeral message is for one member alone and in no history', async () => {
    await slack.web.chat.postEphemeral({ channel: desk, user: 'U0ANA0001', text: 'Ben has it' });
    expect((await slack.act('ephemerals', { user: 'ana' })).messages).toMatchObject([{ text: 'Ben has it' }]);
    expect((await slack.act('ephemerals', { user: 'ben' })).messages).toEqual([]);
    await slack.act('reload', { user: 'ana' });
    expect((await slack.act('ephemerals', { user: 'ana' })).messages).toEqual([]);
    expect((await slack.web.conversations.history({ channel: desk })).messages).toEqual([]);
    await slack.act('leave', { user: 'ben', channel: desk });
    const left = slack.web.chat.postEphemeral({ channel: desk, user: 'U0BEN0002', text: 'a' });
    expect(await refusal(left)).toMatchObject({ error: 'user_not_in_channel' });
  });

  test('in a thread it is shown only once somebody has answered there', async () => {
    const parent = await post('parent');
    const whisper = { channel: '#x-desk', user: 'U0ANA0001', text: 'a', thread_ts: parent };
    await slack.web.chat.postEphemeral(whisper);
    expect((await slack.act('ephemerals', { user: 'ana' })).messages).toEqual([]);
    await post('reply', { thread_ts: parent });
    await slack.web.chat.postEphemeral(whisper);
    expect((await slack.act('ephemerals', { user: 'ana' })).messages).toMatchObject([{ thread_ts: parent }]);
  });

  test('a permalink leads to the message, or into its thread', async () => {
    const parent = await post('parent');
    const reply = await post('reply', { thread_ts: parent });
    const link = async (message_ts: string) =>
      (await slack.web.chat.getPermalink({ channel: desk, message_ts })).permalink;
    const base = 'https://central-library.slack.com/archives/C0XDESK01';
    expect(await link(parent)).toBe(`${base}/p${parent.replace('.', '')}`);
    expect(await link(reply)).toBe(`${base}/p${reply.replace('.', '')}?thread_ts=${parent}&cid=C0XDESK01`);
    const none = slack.web.chat.getPermalink({ channel: desk, message_ts: '1500000000.000001' });
    expect(await refusal(none)).toMatchObject({ error: 'message_not_found' });
  });
});
