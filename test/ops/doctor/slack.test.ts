import { expect, it } from 'vitest';
import type { DeskConfig } from '../../../src/config/desk-file.js';
import { seed } from '../../../src/sandbox/slack/seed.js';
import { act, examine, sandbox, useSandbox } from './scene.js';

useSandbox();

const channel = 'C0XDESK01';
const inside = 'C0PRIVATE1';
const posts = async (where: string) => (await act('messages', { channel: where })).messages;
/** The newest call of a method that Slack took. */
const newest = (method: string) =>
  sandbox.journal.read().findLast(({ kind }) => kind === method) as Record<string, unknown> | undefined;
const withCalendar = (desk: DeskConfig): DeskConfig => ({
  ...desk,
  feed: { from: 'rota.ics' } as never,
});
const withPrivate = (desk: DeskConfig): DeskConfig => ({
  ...desk,
  privateMessages: { channel: inside } as never,
});

it('says of each part of Slack that it is fine, in a line each', async () => {
  expect(await examine('slack.')).toEqual([
    { id: 'slack.bot-token', mark: 'ok', found: expect.stringContaining('Central Library') },
    { id: 'slack.app-token', mark: 'ok', found: expect.any(String) },
    { id: 'slack.scopes', mark: 'ok', found: 'All 10 scopes that this needs are granted.' },
    {
      id: 'slack.press',
      mark: 'unknown',
      found: expect.any(String),
      fix: expect.stringContaining('doctor --press'),
    },
    { id: 'slack.channel', mark: 'ok', found: 'The app is in #x-desk, a public channel.' },
    { id: 'slack.card', mark: 'ok', found: expect.stringContaining('edited, found again and removed') },
    { id: 'slack.people', mark: 'ok', found: 'May answer: Ana, Ben, Carla, Dev.' },
  ]);
});

it('a bot token that Slack refuses is the one thing said of Slack', async () => {
  const found = await examine('slack.', { env: { SLACK_BOT_TOKEN: 'xoxb-other' } });
  expect(found).toMatchObject([
    { id: 'slack.bot-token', mark: 'wrong', fix: expect.stringContaining('xoxb-…') },
  ]);
});

it('a Slack that can not be reached is, too', async () => {
  const found = await examine('slack.', { env: { SLACK_API_URL: 'http://127.0.0.1:1/api/' } });
  expect(found).toMatchObject([
    { id: 'slack.bot-token', mark: 'wrong', fix: expect.stringContaining('proxy') },
  ]);
});

it.each([
  [
    'is wrong',
    () => ({ env: { SLACK_APP_TOKEN: 'xapp-other' } }),
    'does not take SLACK_APP_TOKEN',
    'general',
  ],
  [
    'lacks its scope',
    async () => void (await act('manifest', { appTokenScopes: ['authorizations:read'] })),
    'connections:write',
    'general',
  ],
  [
    'finds Socket Mode turned off',
    async () => void (await act('manifest', { socketMode: false })),
    'Socket Mode is turned off',
    'socket-mode',
  ],
  [
    'belongs to another app than the bot token',
    () => ({ env: { SLACK_APP_TOKEN: 'xapp-1-A0OTHER01-12-ab' } }),
    'another app (A0OTHER01)',
    'general',
  ],
])(
  'an app token that %s is told apart, with the page of the app that mends it',
  async (_, breakIt, said, page) => {
    const [check, ...others] = await examine('slack.app-token', (await breakIt()) ?? {});
    expect(others).toEqual([]);
    expect(check).toMatchObject({ mark: 'wrong', found: expect.stringContaining(said) });
    expect(check?.fix).toContain(`https://api.slack.com/apps/A0DESK001/${page}`);
    expect((await act('connections')).connections).toEqual([]);
  },
);

it.each(seed().manifest.scopes)(
  'the scope %s is missed by its name, with what is lost and where it is added',
  async (scope) => {
    await act('manifest', { scopes: seed().manifest.scopes.filter((one) => one !== scope) });
    const found = await examine('slack.scopes', { change: withCalendar });
    expect(found).toEqual([
      {
        id: 'slack.scopes',
        mark: 'wrong',
        found: expect.stringMatching(new RegExp(`^The scope ${scope} is missing: .+`)),
        fix: expect.stringMatching(/Reinstall.*https:\/\/api\.slack\.com\/apps.*OAuth & Permissions/u),
      },
    ]);
  },
);

it('the scope for e-mail addresses is missed where a calendar says who is on shift, and nowhere else', async () => {
  const scopes = seed().manifest.scopes.filter((one) => one !== 'users:read.email');
  await act('manifest', { scopes });
  expect(await examine('slack.scopes')).toMatchObject([{ mark: 'ok' }]);
  expect(await examine('slack.scopes', { change: withCalendar })).toMatchObject([{ mark: 'wrong' }]);
});

it('what a missing scope hides is not known, and not wrong a second time', async () => {
  await act('manifest', { scopes: ['chat:write', 'channels:history', 'users:read'] });
  expect(await examine('slack.people')).toMatchObject([
    { mark: 'unknown', found: expect.stringContaining('scope is missing') },
  ]);
});

it('an app outside the channel is told how it is invited, and posts nothing', async () => {
  await act('leave', { bot: true, channel });
  expect(await examine('slack.c')).toMatchObject([
    {
      id: 'slack.channel',
      mark: 'wrong',
      found: 'The app is not in #x-desk.',
      fix: expect.stringContaining('/invite'),
    },
    { id: 'slack.card', mark: 'unknown' },
  ]);
});

it('an archived channel, and one that Slack does not know, are wrong', async () => {
  await act('archive', { channel });
  expect(await examine('slack.channel')).toMatchObject([
    { mark: 'wrong', found: expect.stringContaining('archived'), fix: expect.stringContaining('Unarchive') },
  ]);
  const elsewhere = await examine('slack.channel', { change: (desk) => ({ ...desk, channel: 'C0NOWHERE' }) });
  expect(elsewhere).toMatchObject([{ mark: 'wrong', found: expect.stringContaining('C0NOWHERE') }]);
});

it('the test message says Test, pings nobody, was edited, and is gone again', async () => {
  await examine('slack.card');
  const posted = newest('chat.postMessage');
  expect(posted).toMatchObject({
    channel,
    text: expect.stringMatching(/^Test: .*goes by itself/u),
    notified: [],
  });
  expect(JSON.stringify(posted)).not.toMatch(/<[@!]|"type":"(?:user|broadcast|usergroup)"/u);
  expect(newest('chat.update')).toMatchObject({ ts: posted?.ts, text: expect.stringContaining('edited') });
  expect(await posts(channel)).toEqual([]);
});

it('a channel in which only admins post is wrong, with the setting', async () => {
  await act('restrict', { channel });
  expect(await examine('slack.card')).toMatchObject([
    {
      mark: 'wrong',
      found: expect.stringContaining('restricted_action'),
      fix: expect.stringContaining('settings'),
    },
  ]);
});

it.each([
  ['chat.update', "can't be edited"],
  ['conversations.history', "can't be found again"],
])('a test message that fails at %s is said so, and is gone all the same', async (call, said) => {
  sandbox.faults.plan({ side: 'slack', call, when: 'before', how: 'status', status: 503 });
  expect(await examine('slack.card')).toMatchObject([
    { mark: 'wrong', found: expect.stringContaining(said) },
  ]);
  expect(await posts(channel)).toEqual([]);
});

it('what a missing scope keeps from being found again is not wrong a second time', async () => {
  const scopes = seed().manifest.scopes.filter((one) => one !== 'channels:history');
  await act('manifest', { scopes });
  expect(await examine('slack.card')).toMatchObject([
    { mark: 'unknown', found: expect.stringContaining("can't be found again") },
  ]);
});

it('a channel that can not be looked at is tried all the same, and is not blamed for its people', async () => {
  const call = { side: 'slack', call: 'conversations.info', when: 'before', how: 'status' } as const;
  sandbox.faults.plan({ ...call, status: 503, times: 'always' });
  expect((await examine('slack.')).filter(({ mark }) => mark === 'wrong')).toEqual([
    {
      id: 'slack.channel',
      mark: 'wrong',
      found: `The channel ${channel} could not be looked at: Slack gives no answer.`,
      fix: expect.stringContaining('https://slack-status.com'),
    },
  ]);
});

it('a channel that Slack does not know is the one thing wrong, also where its people are the staff', async () => {
  const change = (desk: DeskConfig) => ({ ...desk, channel: 'C0NOWHERE', membership: 'channel' as const });
  const found = [...(await examine('slack.', { change })), ...(await examine('rota', { change }))];
  expect(found.filter(({ mark }) => mark === 'wrong')).toMatchObject([
    { id: 'slack.channel', fix: expect.stringContaining('desks.central.channel') },
  ]);
});

it('a test message whose posting went unanswered is found, used and removed', async () => {
  sandbox.faults.plan({ side: 'slack', call: 'chat.postMessage', when: 'after', how: 'reset' });
  expect(await examine('slack.card')).toMatchObject([{ mark: 'ok' }]);
  expect(await posts(channel)).toEqual([]);
});

it('a test message that stays is said with its link', async () => {
  const gone = { side: 'slack', call: 'chat.delete', when: 'before', how: 'status', status: 503 } as const;
  sandbox.faults.plan({ ...gone, times: 'always' });
  const [check] = await examine('slack.card');
  expect(check).toMatchObject({ mark: 'wrong', found: expect.stringContaining("can't be removed") });
  expect(check?.fix).toContain(`https://central-library.slack.com/archives/${channel}/p`);
});

it('each of the staff who can not answer is named, with what helps', async () => {
  await act('changePerson', { user: 'U0BEN0002', kind: 'guest' });
  await act('deactivate', { user: 'U0CARLA03' });
  await act('leave', { user: 'U0DEV0004', channel });
  const unknownAna = (desk: DeskConfig) => ({
    ...desk,
    rota: {
      ...desk.rota,
      staff: desk.rota.staff.map((one) => (one.key === 'ana' ? { ...one, slackId: 'U0NOBODY1' } : one)),
    },
  });
  const found = await examine('slack.people', { change: unknownAna });
  expect(found.map(({ mark, found }) => `${mark}: ${found}`)).toEqual([
    "wrong: Slack doesn't know U0NOBODY1, which desk.yaml has for Ana.",
    'wrong: Ben is a guest in Slack, and guests do not answer for the library.',
    "wrong: Carla's account in Slack is deactivated.",
    'wrong: Dev is not in #x-desk.',
  ]);
  expect(found.every(({ fix }) => fix !== undefined)).toBe(true);
});

it('where the channel is the staff, its colleagues are named, and a channel without any is wrong', async () => {
  const change = (desk: DeskConfig) => ({
    ...desk,
    membership: 'channel' as const,
    rota: { ...desk.rota, staff: [] },
  });
  await act('changePerson', { user: 'U0BEN0002', kind: 'guest' });
  expect(await examine('slack.people', { change })).toMatchObject([
    { mark: 'ok', found: 'May answer: Ana Kovač, Carla Reyes, Dev Patel, Edith Lund.' },
  ]);
  for (const user of ['ana', 'carla', 'dev', 'edith']) await act('leave', { user, channel });
  expect(await examine('slack.people', { change })).toMatchObject([{ mark: 'wrong' }]);
});

it('many people are asked about as fast as Slack lets', async () => {
  sandbox.faults.plan({
    ...({ side: 'slack', call: 'users.info', when: 'before', how: 'status' } as const),
    ...{ status: 429, headers: { 'retry-after': '1' } },
  });
  expect(await examine('slack.people')).toMatchObject([{ mark: 'ok' }]);
});

it('the channel for private messages is private, not shared and without guests, or each reason is said', async () => {
  await act('addChannel', {
    id: inside,
    name: 'x-private',
    kind: 'private',
    members: ['ana', 'ben'],
    bot: true,
  });
  const ids = ['slack.private.channel', 'slack.private.card', 'slack.private.guests'];
  const fine = await examine('slack.private', { change: withPrivate });
  expect(fine.map(({ id, mark }) => `${id} ${mark}`)).toEqual(ids.map((id) => `${id} ok`));
  await act('changePerson', { user: 'U0BEN0002', kind: 'guest' });
  await act('share', { channel: inside, shared_with: 'T0COUNTY1' });
  await act('convert', { channel: inside, kind: 'public' });
  expect(await examine('slack.private.guests', { change: withPrivate })).toMatchObject([
    { mark: 'wrong', found: expect.stringContaining('is public') },
    { mark: 'wrong', found: expect.stringContaining('shared with another') },
    { mark: 'wrong', found: expect.stringContaining('Ben Osei is a guest') },
  ]);
});
