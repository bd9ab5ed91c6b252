import { describe, expect, test } from 'vitest';
import { refusal, slack, useSlack } from '../workspace.js';

useSlack();

const channel = 'C0XDESK01';
async function sayMany(count: number, thread_ts?: string) {
  const said: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const args = { user: 'ana', channel, text: `${index}`, ...(thread_ts && { thread_ts }) };
    said.push(String((await slack.act('say', args)).ts));
  }
  return said;
}

describe('history', () => {
  test('comes newest first, in pages', async () => {
    const said = await sayMany(5);
    const first = await slack.web.conversations.history({ channel, limit: 3 });
    expect(first.messages?.map(({ ts }) => ts)).toEqual(said.slice(2).reverse());
    expect(first.has_more).toBe(true);
    const cursor = String(first.response_metadata?.next_cursor);
    const second = await slack.web.conversations.history({ channel, limit: 3, cursor });
    expect(second.messages?.map(({ ts }) => ts)).toEqual(said.slice(0, 2).reverse());
    expect(second.has_more).toBe(false);
  });

  test('may come in pages that are shorter than asked for; the cursor leads on', async () => {
    const said = await sayMany(3);
    await slack.act('shortPages', { max: 1 });
    const read: unknown[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined; ) {
      const page = await slack.web.conversations.history({ channel, limit: 200, ...(cursor && { cursor }) });
      read.push(page.messages);
      cursor = page.response_metadata?.next_cursor;
    }
    expect(read).toMatchObject(said.reverse().map((ts) => [{ ts }]));
    await slack.act('shortPages');
    expect((await slack.web.conversations.history({ channel })).messages).toHaveLength(3);
  });

  test('keeps to oldest and latest, with the bounds only when inclusive', async () => {
    const [a, b, c] = await sayMany(3);
    if (!a || !b || !c) throw new Error('three messages');
    const between = async (more: object) =>
      (await slack.web.conversations.history({ channel, oldest: a, latest: c, ...more })).messages?.map(
        ({ ts }) => ts,
      );
    expect(await between({})).toEqual([b]);
    expect(await between({ inclusive: true })).toEqual([c, b, a]);
  });

  test('refuses a cursor or a bound that is none', async () => {
    const of = (more: object) => refusal(slack.web.conversations.history({ channel, ...more }));
    expect(await of({ cursor: 'bmV4dDoxMjM=' })).toMatchObject({ error: 'invalid_cursor' });
    expect(await of({ oldest: 'yesterday' })).toMatchObject({ error: 'invalid_ts_oldest' });
    expect(await of({ latest: '-1' })).toMatchObject({ error: 'invalid_ts_latest' });
    await slack.act('leave', { bot: true, channel });
    expect(await of({})).toMatchObject({ error: 'not_in_channel' });
  });
});

describe('replies', () => {
  test('of a message that is not there, or not named, are no thread', async () => {
    for (const ts of ['1500000000.000001', '']) {
      const read = slack.web.conversations.replies({ channel, ts });
      expect(await refusal(read)).toMatchObject({ error: 'thread_not_found' });
    }
  });

  test('come oldest first with the parent before them', async () => {
    const [parent = ''] = await sayMany(1);
    const replies = await sayMany(2, parent);
    const { messages } = await slack.web.conversations.replies({ channel, ts: parent });
    expect(messages?.map(({ ts }) => ts)).toEqual([parent, ...replies]);
    expect(messages?.[1]).toMatchObject({ thread_ts: parent, parent_user_id: 'U0ANA0001' });
    const unknown = slack.web.conversations.replies({ channel, ts: '1500000000.000001' });
    expect(await refusal(unknown)).toMatchObject({ error: 'thread_not_found' });
  });
});

describe('members and info', () => {
  test('members come in pages', async () => {
    const all = await slack.web.conversations.members({ channel });
    expect(all.members).toEqual([
      'U0ANA0001',
      'U0BEN0002',
      'U0CARLA03',
      'U0DEV0004',
      'U0EDITH05',
      'U0DESKBOT',
    ]);
    const page = await slack.web.conversations.members({ channel, limit: 4 });
    const cursor = String(page.response_metadata?.next_cursor);
    const rest = await slack.web.conversations.members({ channel, cursor, limit: 4 });
    expect(rest.members).toEqual(['U0EDITH05', 'U0DESKBOT']);
    const tooMany = slack.web.conversations.members({ channel, limit: 1001 });
    expect(await refusal(tooMany)).toMatchObject({ error: 'invalid_limit' });
  });

  test('a channel says what it is', async () => {
    const info = await slack.web.conversations.info({ channel, include_num_members: true });
    expect(info.channel).toMatchObject({
      id: channel,
      name: 'x-desk',
      is_private: false,
      is_member: true,
      num_members: 6,
    });
    const general = await slack.web.conversations.info({ channel: 'C0GENERAL' });
    expect(general.channel).toMatchObject({ is_general: true, is_member: false });
  });

  test('a private channel is there only for an app that is in it', async () => {
    await slack.act('addChannel', {
      id: 'C0PRIVATE',
      name: 'private-messages',
      kind: 'private',
      members: ['carla'],
    });
    const info = () => slack.web.conversations.info({ channel: 'C0PRIVATE' });
    expect(await refusal(info())).toMatchObject({ error: 'channel_not_found' });
    await slack.act('join', { bot: true, channel: 'C0PRIVATE' });
    expect((await info()).channel).toMatchObject({ is_private: true, is_group: true });
  });
});

describe('opening', () => {
  test('a conversation is opened once and then resumed', async () => {
    const first = await slack.web.conversations.open({ users: 'U0ANA0001' });
    expect(first.channel?.id).toMatch(/^D/);
    expect(first).not.toHaveProperty('already_open');
    const again = await slack.web.conversations.open({ users: 'U0ANA0001', return_im: true });
    expect(again).toMatchObject({
      no_op: true,
      already_open: true,
      channel: { is_im: true, user: 'U0ANA0001' },
    });
    const id = String(first.channel?.id);
    await expect(slack.web.conversations.open({ channel: id })).resolves.toMatchObject({ channel: { id } });
  });

  test('is refused for nobody, strangers, bots, deactivated people and whole channels', async () => {
    await slack.act('deactivate', { user: 'ben' });
    const users = (list: string) => refusal(slack.web.apiCall('conversations.open', { users: list }));
    expect(await users('')).toMatchObject({ error: 'users_list_not_supplied' });
    expect(await users('U0NOBODY0')).toMatchObject({ error: 'user_not_found' });
    expect(await users('U0DESKBOT')).toMatchObject({ error: 'cannot_dm_bot' });
    expect(await users('U0BEN0002')).toMatchObject({ error: 'user_disabled' });
    expect(await users('U0ANA0001,U0CARLA03')).toMatchObject({
      error: 'missing_scope',
      needed: 'mpim:write',
    });
    expect(await users(Array(9).fill('U0ANA0001').join(','))).toMatchObject({ error: 'too_many_users' });
    const open = slack.web.apiCall('conversations.open', { users: 'U0DEV0004', prevent_creation: true });
    expect(await refusal(open)).toMatchObject({ error: 'channel_not_found' });
    const whole = slack.web.conversations.open({ channel });
    expect(await refusal(whole)).toMatchObject({ error: 'method_not_supported_for_channel_type' });
  });

  test('several people get one conversation together', async () => {
    await slack.act('manifest', { scopes: ['mpim:write'] });
    const open = () => slack.web.conversations.open({ users: 'U0ANA0001,U0BEN0002' });
    const first = await open();
    expect(await open()).toMatchObject({ already_open: true, channel: { id: first.channel?.id } });
  });
});
