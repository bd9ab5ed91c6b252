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

describe('threads', () => {
  test('a reply hangs on its parent and is not in the channel', async () => {
    const parent = await post('parent');
    const reply = await post('reply', { thread_ts: parent });
    const { messages } = await slack.web.conversations.history({ channel: desk });
    expect(messages).toMatchObject([
      { ts: parent, reply_count: 1, latest_reply: reply, reply_users: ['U0DESKBOT'] },
    ]);
    const { messages: thread } = await slack.web.conversations.replies({ channel: desk, ts: parent });
    expect(thread?.map(({ ts }) => ts)).toEqual([parent, reply]);
  });

  test('a broadcast reply is in both', async () => {
    const parent = await post('parent');
    const reply = await post('reply', { thread_ts: parent, reply_broadcast: true });
    const { messages } = await slack.web.conversations.history({ channel: desk });
    expect(messages).toMatchObject([{ ts: reply, subtype: 'thread_broadcast' }, { ts: parent }]);
  });

  test('a reply needs a parent that is there and is no reply', async () => {
    const parent = await post('parent');
    const reply = await post('reply', { thread_ts: parent });
    const to = (thread_ts: string) =>
      refusal(slack.web.chat.postMessage({ channel: desk, text: 'a', thread_ts }));
    expect(await to('0')).toMatchObject({
      error: 'invalid_thread_ts',
      messages: ['[ERROR] 0 is not a valid thread_ts'],
    });
    expect(await to('1500000000.000001')).toMatchObject({ error: 'thread_not_found' });
    expect(await to(reply)).toMatchObject({ error: 'cannot_reply_to_message' });
  });
});

describe('who is notified', () => {
  test('members who are named: in the blocks where there are blocks, else in the text', async () => {
    await post('<@U0ANA0001> and <@U0STRANGER>');
    await post('<@U0ANA0001>', {
      blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '<@U0BEN0002>' } }],
    });
    await post('<!here>');
    const everybody = ['U0ANA0001', 'U0BEN0002', 'U0CARLA03', 'U0DEV0004', 'U0EDITH05'];
    expect(slack.did('chat.postMessage').map(({ notified }) => notified)).toEqual([
      ['U0ANA0001'],
      ['U0BEN0002'],
      everybody,
    ]);
  });

  test('nobody whose name only looks like one: plain text and rich text show it as it is', async () => {
    const stranger = '<!channel> <@U0ANA0001> "type":"broadcast"';
    await post('a', {
      blocks: [
        { type: 'header', text: { type: 'plain_text', text: stranger } },
        {
          type: 'rich_text',
          elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: stranger }] }],
        },
      ],
    });
    expect(slack.did('chat.postMessage')).toMatchObject([{ notified: [] }]);
  });

  test('members named in rich text by elements of their own', async () => {
    const rich = (element: Record<string, unknown>) => [
      { type: 'rich_text', elements: [{ type: 'rich_text_quote', elements: [element] }] },
    ];
    await post('a', { blocks: rich({ type: 'user', user_id: 'U0BEN0002' }) });
    await post('a', { blocks: rich({ type: 'broadcast', range: 'here' }) });
    const [one, all] = slack.did('chat.postMessage').map(({ notified }) => notified);
    expect(one).toEqual(['U0BEN0002']);
    expect(all).toHaveLength(5);
  });

  test('whoever was in the thread before', async () => {
    const parent = await post('parent');
    await slack.act('say', { user: 'ana', channel: 'x-desk', text: 'mine', thread_ts: parent });
    await post('thanks', { thread_ts: parent });
    expect(slack.did('chat.postMessage').at(-1)).toMatchObject({ notified: ['U0ANA0001'] });
  });

  test('nobody, when a mention is edited in', async () => {
    const ts = await post('<@U0ANA0001>');
    await slack.web.chat.update({ channel: desk, ts, text: '<@U0BEN0002>' });
    expect(slack.did('chat.update')).toMatchObject([{ notified: [] }]);
    const { messages } = await slack.act('messages', { channel: desk });
    expect(messages).toMatchObject([{ text: '<@U0BEN0002>', notified: ['U0ANA0001'] }]);
  });
});
