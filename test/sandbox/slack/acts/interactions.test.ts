import { describe, expect, test } from 'vitest';
import { buttons, card, channel, heard, last, plain, press, slack, useWorkspace } from './press-scene.js';

useWorkspace();

describe('a press', () => {
  test('arrives with who, where, the message, a trigger and an address to answer', async () => {
    const metadata = { event_type: 'card', event_payload: {} };
    const ts = await card({ metadata });
    expect(await press(ts, { label: 'Answer & go' })).toMatchObject({ acked: true });
    const { body } = await last();
    expect(body).toMatchObject({
      type: 'block_actions',
      user: { id: 'U0ANA0001', username: 'ana', name: 'ana', team_id: 'T0LIBRARY' },
      team: { id: 'T0LIBRARY', domain: 'central-library' },
      api_app_id: 'A0DESK001',
      container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: false },
      channel: { id: channel, name: 'x-desk' },
      message: { ts, blocks: [{ elements: [{ text: { text: 'Answer &amp; go' } }, {}, {}] }] },
      trigger_id: expect.stringMatching(/^\d+\.\d+\.[0-9a-f]+$/),
      response_url: expect.stringContaining('/actions/T0LIBRARY/'),
      actions: [
        { type: 'button', action_id: 'answer', block_id: 'row', value: 'mention-1', style: 'primary' },
      ],
    });
    expect(body).toHaveProperty('state.values', {});
    expect(body.message).not.toHaveProperty('metadata');
  });

  test('on a link button or a linked option tells the app and answers the link', async () => {
    const ts = await card();
    expect(await press(ts, { action_id: 'open' })).toMatchObject({ acked: true, url: 'https://x.com/a' });
    expect((await last()).body).toMatchObject({ actions: [{ action_id: 'open' }] });
    expect(await press(ts, { action_id: 'more', option: 'View' })).toMatchObject({ url: 'https://x.com/b' });
    expect((await last()).body).toMatchObject({
      actions: [{ type: 'overflow', selected_option: { value: 'view' } }],
    });
  });

  test('can arrive more than once, with one and the same trigger', async () => {
    expect(await press(await card(), { action_id: 'answer', times: 3 })).toMatchObject({ acked: true });
    await expect.poll(() => heard).toHaveLength(3);
    expect(new Set(heard.map(({ body }) => body.trigger_id)).size).toBe(1);
    expect(slack.did('press').slice(-3)).toMatchObject(Array(3).fill({ action_id: 'answer', acked: true }));
  });

  test('on something that is not there is refused with what is', async () => {
    const ts = await card();
    await expect(press(ts, { label: 'Stop' })).rejects.toThrow('answer [Answer & go], open [Open in X]');
    await expect(press(ts, { action_id: 'more' })).rejects.toThrow("'more' is a overflow and needs option");
    await expect(press('1.2', { label: 'Stop' })).rejects.toThrow('sees no message 1.2');
    const twice = await card({
      blocks: ['a', 'b'].map((value) => ({
        type: 'section',
        text: plain(value),
        accessory: { type: 'button', action_id: 'go', text: plain('Go'), value },
      })),
    });
    await expect(press(twice, { action_id: 'go' })).rejects.toThrow('add block_id or value');
    expect(await press(twice, { action_id: 'go', value: 'b' })).toMatchObject({ acked: true });
  });

  test('that comes from just before an update counts, though its block has another id now', async () => {
    const blocks = [{ type: 'actions', elements: buttons }] as never;
    const ts = await card({ blocks });
    const { message } = await slack.web.chat.update({ channel, ts, text: 'card', blocks });
    expect(message?.blocks?.[0]?.block_id).not.toBe('of-before');
    expect(await press(ts, { action_id: 'answer', block_id: 'of-before' })).toMatchObject({ acked: true });
  });

  test('on an ephemeral message brings no message, and only its own reader can', async () => {
    const { message_ts } = await slack.web.chat.postEphemeral({
      channel,
      user: 'U0ANA0001',
      text: 'yours',
      blocks: [{ type: 'actions', elements: buttons as never }],
    });
    const ts = String(message_ts);
    await expect(slack.act('press', { user: 'ben', channel, ts, action_id: 'answer' })).rejects.toThrow(
      'sees no message',
    );
    await press(ts, { action_id: 'answer' });
    const { body } = await last();
    expect(body).toMatchObject({ container: { is_ephemeral: true, message_ts: ts } });
    expect(body).not.toHaveProperty('message');
  });
});

describe('a response_url', () => {
  test('answers the presser alone, the channel, or in place of the message', async () => {
    const ts = await card();
    await press(ts, { action_id: 'answer' });
    const { respond } = await last();
    await respond({ text: 'Ben has it.' });
    expect((await slack.act('ephemerals', { user: 'ana' })).messages).toMatchObject([
      { text: 'Ben has it.' },
    ]);
    await respond({ text: 'Ana is answering.', replace_original: true });
    await respond({ text: 'Hello all.', response_type: 'in_channel' });
    expect((await slack.act('messages', { channel })).messages).toMatchObject([
      { ts, text: 'Ana is answering.' },
      { text: 'Hello all.' },
    ]);
    await respond({ delete_original: true });
    expect((await slack.act('messages', { channel })).messages).toMatchObject([{ text: 'Hello all.' }]);
    expect(slack.did('response_url')).toHaveLength(4);
    await slack.act('archive', { channel });
    await expect(respond({ text: 'Too late.' })).rejects.toThrow();
    expect(slack.did('refused').at(-1)).toMatchObject({ method: 'response_url', error: 'is_archived' });
  });

  test('works five times', async () => {
    await press(await card(), { action_id: 'answer' });
    const { respond } = await last();
    for (let use = 0; use < 5; use += 1) await respond({ text: `${use}` });
    await expect(respond({ text: 'sixth' })).rejects.toThrow();
    expect(slack.did('refused').at(-1)).toMatchObject({ method: 'response_url', error: 'used_url' });
    expect((await slack.act('ephemerals', { user: 'ana' })).messages).toHaveLength(5);
  });

  test('works for half an hour of the moved clock', async () => {
    await press(await card(), { action_id: 'answer' });
    const { respond } = await last();
    slack.world.clock.advance(29 * 60_000);
    await respond({ text: 'in time' });
    slack.world.clock.advance(60_000);
    await expect(respond({ text: 'late' })).rejects.toThrow();
    expect(slack.did('refused').at(-1)).toMatchObject({ error: 'expired_url' });
  });

  test('judges blocks as strictly as posting does, and a refused use does not count', async () => {
    await press(await card(), { action_id: 'answer' });
    const { respond } = await last();
    await expect(respond({ text: 'a', blocks: [{ type: 'header' }] })).rejects.toThrow();
    expect(slack.did('refused').at(-1)).toMatchObject({ error: 'invalid_blocks' });
    for (let use = 0; use < 5; use += 1) await respond({ text: `${use}` });
  });
});

describe('a slash command', () => {
  const typed = 'pass to @ben in #x-desk & see https://x.com/a';

  test('without should_escape brings names as they were typed', async () => {
    await slack.act('command', { user: 'ana', channel, command: '/greet', text: typed });
    expect((await last()).body).toMatchObject({
      command: '/greet',
      text: 'pass to @ben in #x-desk &amp; see https://x.com/a',
      user_id: 'U0ANA0001',
      user_name: 'ana',
      channel_id: channel,
      channel_name: 'x-desk',
      team_domain: 'central-library',
      is_enterprise_install: 'false',
    });
  });

  test('with should_escape brings ids', async () => {
    await slack.act('command', { user: 'ana', channel, command: '/rota', text: typed });
    expect((await last()).body.text).toBe(
      'pass to <@U0BEN0002|ben> in <#C0XDESK01|x-desk> &amp; see <https://x.com/a>',
    );
  });

  test('in a private channel or a direct message does not tell its name', async () => {
    await slack.act('addChannel', { name: 'secret', kind: 'private', members: ['ana'] });
    await slack.act('command', { user: 'ana', channel: 'secret', command: '/greet' });
    expect((await last()).body).toMatchObject({ channel_name: 'privategroup' });
    const { channel: im } = await slack.web.conversations.open({ users: 'U0ANA0001' });
    await slack.act('command', { user: 'ana', channel: im?.id, command: '/greet' });
    expect((await last()).body).toMatchObject({ channel_name: 'directmessage' });
  });

  test('that nobody declared is none', async () => {
    const unknown = slack.act('command', { user: 'ana', channel, command: '/deploy' });
    await expect(unknown).rejects.toThrow('There are: /greet, /rota.');
    await slack.act('manifest', { commands: [{ command: '/deploy', should_escape: false }] });
    const known = slack.act('command', { user: 'ana', channel, command: '/deploy' });
    await expect(known).resolves.toMatchObject({ acked: true });
  });
});

describe('a shortcut', () => {
  test('is global, or on a message', async () => {
    await slack.act('shortcut', { user: 'ana', callback_id: 'answer-next' });
    expect((await last()).body).toMatchObject({ type: 'shortcut', callback_id: 'answer-next' });
    await slack.act('manifest', { shortcuts: [{ callback_id: 'quote', type: 'message' }] });
    const ts = await card();
    await slack.act('shortcut', { user: 'ana', callback_id: 'quote', channel, ts });
    expect((await last()).body).toMatchObject({
      type: 'message_action',
      message_ts: ts,
      message: { text: 'card' },
    });
    const gone = slack.act('shortcut', { user: 'ana', callback_id: 'answer-next' });
    await expect(gone).rejects.toThrow("no global shortcut 'answer-next'");
  });
});

describe('events', () => {
  test('come only for what the manifest subscribes to', async () => {
    await slack.act('say', { user: 'ana', channel, text: 'unheard' });
    await slack.act('manifest', { events: ['message.channels'] });
    await slack.act('say', { user: 'ana', channel, text: 'heard' });
    expect((await last()).body).toMatchObject({
      type: 'event_callback',
      event: { type: 'message', channel, channel_type: 'channel', user: 'U0ANA0001', text: 'heard' },
    });
    expect(slack.did('event')).toHaveLength(1);
    expect(await slack.act('openHome', { user: 'ana' })).toMatchObject({
      acked: false,
      error: 'not_subscribed',
    });
  });
});
