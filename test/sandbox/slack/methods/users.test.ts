import { expect, onTestFinished, test } from 'vitest';
import { refusal, slack, startSlack, useSlack } from '../workspace.js';

useSlack();

const channel = 'C0XDESK01';
const card = async (where = channel) => {
  const { ts } = await slack.web.chat.postMessage({
    channel: where,
    text: 'card',
    blocks: [
      {
        type: 'actions',
        elements: [{ type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' } }],
      },
    ],
  });
  return String(ts);
};

test('a person is shown with a whole profile', async () => {
  const { user } = await slack.web.users.info({ user: 'U0ANA0001', include_locale: true });
  expect(user).toMatchObject({
    id: 'U0ANA0001',
    team_id: 'T0LIBRARY',
    name: 'ana',
    real_name: 'Ana Kovač',
    deleted: false,
    is_bot: false,
    is_restricted: false,
    tz: 'Europe/London',
    locale: 'en-GB',
    profile: { display_name: 'ana', real_name_normalized: 'Ana Kovac' },
  });
  expect(await refusal(slack.web.users.info({ user: 'U0NOBODY0' }))).toMatchObject({
    error: 'user_not_found',
  });
});

test('a time zone is shown as it is on that day', async () => {
  const winter = await startSlack(Date.UTC(2027, 0, 15));
  onTestFinished(() => winter.close());
  const { user } = await winter.act('addPerson', { name: 'tom', tz: 'America/New_York' });
  const shown = async () => (await winter.web.users.info({ user: String(user) })).user;
  expect(await shown()).toMatchObject({ tz_offset: -18_000, tz_label: 'Eastern Standard Time' });
  winter.world.clock.advance(180 * 86_400_000);
  expect(await shown()).toMatchObject({ tz_offset: -14_400, tz_label: 'Eastern Daylight Time' });
  await expect(winter.act('addPerson', { name: 'ann', tz: 'London' })).rejects.toThrow(
    "'London' is no time zone",
  );
});

test('an e-mail needs its own scope', async () => {
  const profile = async () => (await slack.web.users.info({ user: 'U0ANA0001' })).user?.profile;
  expect(await profile()).toMatchObject({ email: 'ana@central-library.example' });
  await slack.act('manifest', { scopes: ['users:read'] });
  expect(await profile()).not.toHaveProperty('email');
});

test('the list comes in pages and holds bots, Slackbot and deactivated people', async () => {
  await slack.act('deactivate', { user: 'ben' });
  const ids: unknown[] = [];
  for await (const page of slack.web.paginate('users.list', { limit: 3 })) {
    ids.push(...((page as { members?: { id?: string }[] }).members ?? []).map(({ id }) => id));
  }
  const named = ['U0ANA0001', 'U0BEN0002', 'U0CARLA03', 'U0DEV0004', 'U0EDITH05'];
  expect(ids).toEqual([...named, 'U0DESKBOT', 'USLACKBOT']);
});

test('the conversations of somebody are those that the app may see, each kind with its scope', async () => {
  const named = async (args: Parameters<typeof slack.web.users.conversations>[0]) =>
    (await slack.web.users.conversations(args)).channels?.map(({ name }) => name);
  await slack.act('addChannel', { id: 'C0SECRET01', name: 'secret', kind: 'private', members: ['ana'] });
  await slack.act('addChannel', {
    id: 'C0BOARD001',
    name: 'board',
    kind: 'private',
    members: ['ana'],
    bot: true,
  });
  await slack.act('addChannel', { id: 'C0OLD00001', name: 'old', archived: true, bot: true });
  expect(await named({})).toEqual(['x-desk', 'old']);
  expect(await named({ exclude_archived: true })).toEqual(['x-desk']);
  expect(await named({ types: 'public_channel,private_channel' })).toEqual(['x-desk', 'board', 'old']);
  expect(await named({ user: 'U0ANA0001', types: 'public_channel,private_channel' })).toEqual([
    ...['x-desk', 'general', 'board'],
  ]);
  const { channels, response_metadata } = await slack.web.users.conversations({ limit: 1 });
  expect(channels).toEqual([expect.not.objectContaining({ is_member: expect.anything() })]);
  expect(response_metadata?.next_cursor).not.toBe('');
  expect(await refusal(slack.web.users.conversations({ types: 'channels' }))).toMatchObject({
    error: 'invalid_types',
  });
  expect(await refusal(slack.web.users.conversations({ types: 'im' }))).toMatchObject({
    error: 'missing_scope',
    needed: 'im:read',
  });
});

test('any number of people can be added, and a large workspace wants a limit', async () => {
  for (let index = 0; index < 1000; index += 1) await slack.act('addPerson', { name: `volunteer${index}` });
  const { members } = await slack.web.users.list({ limit: 1000 });
  expect(members).toHaveLength(1000);
  expect(await refusal(slack.web.users.list({}))).toMatchObject({ error: 'limit_required' });
});

test('a deactivated person is marked, out of every channel, and can do nothing', async () => {
  const ts = await card();
  await slack.act('deactivate', { user: 'ben' });
  const { user } = await slack.web.users.info({ user: 'U0BEN0002' });
  expect(user).toMatchObject({ deleted: true });
  expect(user).not.toHaveProperty('tz');
  expect((await slack.web.conversations.members({ channel })).members).not.toContain('U0BEN0002');
  await expect(slack.act('press', { user: 'ben', channel, ts, action_id: 'go' })).rejects.toThrow(
    'deactivated',
  );
});

test('a guest sees only the channels they are in', async () => {
  const ts = await card();
  await slack.act('addPerson', { name: 'gil', kind: 'guest' });
  const press = () => slack.act('press', { user: 'gil', channel, ts, action_id: 'go' });
  await expect(press()).rejects.toThrow("gil has no channel 'C0XDESK01'");
  await slack.act('join', { user: 'gil', channel });
  await expect(press()).resolves.toMatchObject({ acked: false, error: 'dispatch_failed' });
});

test('a single-channel guest is marked as one and joins one channel', async () => {
  const { user } = await slack.act('addPerson', { name: 'gus', kind: 'single-channel-guest' });
  const info = await slack.web.users.info({ user: String(user) });
  expect(info.user).toMatchObject({ is_restricted: true, is_ultra_restricted: true });
  await slack.act('join', { user: 'gus', channel });
  await expect(slack.act('join', { user: 'gus', channel: 'general' })).rejects.toThrow(
    'single-channel guest',
  );
});

test('a person of another workspace is met only in a shared channel, and has no commands', async () => {
  const { user } = await slack.act('addPerson', { name: 'olu', team: 'T0BRANCH1' });
  const info = () => slack.web.users.info({ user: String(user) });
  expect(await refusal(info())).toMatchObject({ error: 'user_not_found' });
  await expect(slack.act('join', { user: 'olu', channel })).rejects.toThrow('not shared with T0BRANCH1');
  await slack.act('addChannel', { id: 'C0SHARED1', name: 'branches', bot: true, shared_with: 'T0BRANCH1' });
  await slack.act('join', { user: 'olu', channel: 'branches' });
  expect((await info()).user).toMatchObject({ is_stranger: true, team_id: 'T0BRANCH1' });
  expect((await info()).user?.profile).not.toHaveProperty('email');
  expect((await slack.web.users.list({})).members?.map(({ id }) => id)).not.toContain(user);
  const command = slack.act('command', { user: 'olu', channel: 'branches', command: '/greet' });
  await expect(command).rejects.toThrow('another workspace');
  const home = slack.web.views.publish({ user_id: String(user), view: { type: 'home', blocks: [] } });
  expect(await refusal(home)).toMatchObject({ error: 'invalid_arguments' });
});

test('a colleague who is not in a public channel can press there, but not write', async () => {
  const ts = await card();
  await slack.act('addPerson', { name: 'vic' });
  const pressed = slack.act('press', { user: 'vic', channel, ts, action_id: 'go' });
  await expect(pressed).resolves.toMatchObject({ error: 'dispatch_failed' });
  await expect(slack.act('say', { user: 'vic', channel, text: 'hi' })).rejects.toThrow('must join #x-desk');
});

test('an act says what it takes and what is there', async () => {
  const ts = await card();
  await expect(slack.act('press', { user: 'ana', where: 1 })).rejects.toThrow("'where' is not one of them");
  await expect(slack.act('press', { user: 'zoe', label: 'Go' })).rejects.toThrow(
    "no person 'zoe'. There are: ana",
  );
  await expect(slack.act('press', { user: 'ana', label: 'Go' })).rejects.toThrow('no modal open');
  await expect(slack.act('press', { user: 'ana', channel, ts, label: 'Stop' })).rejects.toThrow(
    'There is: go [Go]',
  );
  await expect(slack.act('say', { user: 'ana', channel: 'nowhere', text: 'a' })).rejects.toThrow(
    '#x-desk (C0XDESK01)',
  );
});
