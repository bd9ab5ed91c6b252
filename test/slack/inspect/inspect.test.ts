import { expect, it } from 'vitest';
import { slackUserId } from '../../../src/core/ids.js';
import { ChannelRefused, KeysRefused, OutcomeUnknown, Unreachable } from '../../../src/errors.js';
import { candidatesIn } from '../../../src/slack/inspect/candidates.js';
import { channelFacts, idsInChannel, personFacts } from '../../../src/slack/inspect/channel.js';
import { appIn, appOf, installationOf } from '../../../src/slack/inspect/installation.js';
import { joinedChannels } from '../../../src/slack/inspect/joined-channels.js';
import { askForSocket } from '../../../src/slack/inspect/socket-address.js';
import { clientOf, slack, useSlack } from '../../sandbox/slack/workspace.js';

useSlack();

const appClient = (token = 'xapp-sandbox') => clientOf(slack.slackApiUrl, token);
const desk = 'C0XDESK01';

it('a bot token names its workspace, its bot, what it may do and its app', async () => {
  await slack.act('manifest', { scopes: ['chat:write', 'users:read'] });
  const found = await installationOf(slack.web);
  expect(found).toEqual({
    team: 'Central Library',
    teamId: 'T0LIBRARY',
    botUserId: 'U0DESKBOT',
    scopes: ['chat:write', 'users:read'],
  });
  expect(await appOf(slack.web, found.botUserId)).toBe('A0DESK001');
});

it('a bot token that Slack does not know is refused by that', async () => {
  const asked = installationOf(clientOf(slack.slackApiUrl, 'xoxb-other'));
  await expect(asked).rejects.toBeInstanceOf(KeysRefused);
});

it('an app-level token is asked for an address, and nothing connects', async () => {
  expect(await askForSocket(appClient())).toBe('works');
  expect((await slack.act('connections')).connections).toEqual([]);
});

it('an app-level token is told apart that is wrong, lacks its scope, or finds Socket Mode turned off', async () => {
  expect(await askForSocket(appClient('xapp-other'))).toBe('wrong-token');
  expect(await askForSocket(slack.web)).toBe('wrong-token');
  await slack.act('manifest', { appTokenScopes: ['authorizations:read'] });
  expect(await askForSocket(appClient())).toBe('no-scope');
  await slack.act('manifest', { appTokenScopes: ['connections:write'], socketMode: false });
  expect(await askForSocket(appClient())).toBe('no-socket-mode');
});

it('a Slack that gives no answer is no wrong token', async () => {
  await expect(askForSocket(clientOf('http://127.0.0.1:1/api/', 'xapp-sandbox'))).rejects.toSatisfy(
    (fault) => fault instanceof Unreachable || fault instanceof OutcomeUnknown,
  );
});

it('an app-level token says by its form which app it belongs to', () => {
  expect(appIn('xapp-1-A0DESK001-1234-abcd')).toBe('A0DESK001');
  expect(appIn('xapp-sandbox')).toBeUndefined();
});

it('a channel says its name, who may see it, and whether the app is in it', async () => {
  const fine = { name: 'x-desk', isPrivate: false, isMember: true, isArchived: false };
  expect(await channelFacts(slack.web, desk)).toEqual(fine);
  await slack.act('leave', { bot: true, channel: 'x-desk' });
  await slack.act('share', { channel: 'x-desk', shared_with: 'T0COUNTY1' });
  await slack.act('archive', { channel: 'x-desk' });
  const changed = { ...fine, isMember: false, isShared: true, isArchived: true };
  expect(await channelFacts(slack.web, desk)).toEqual(changed);
});

it('a channel that Slack does not know, or that the app may not see, is not found', async () => {
  expect(await channelFacts(slack.web, 'C0NOWHERE')).toBeUndefined();
  await slack.act('addChannel', { id: 'C0PRIVATE', name: 'private', kind: 'private', members: ['ana'] });
  expect(await channelFacts(slack.web, 'C0PRIVATE')).toBeUndefined();
});

it('a channel that the app may not ask about is refused by that, not missing', async () => {
  await slack.act('manifest', { scopes: ['users:read'] });
  await expect(channelFacts(slack.web, desk)).rejects.toBeInstanceOf(ChannelRefused);
});

it('everybody in a channel is named, over several pages, and each person says what they are', async () => {
  await slack.act('shortPages', { max: 2 });
  const ids = await idsInChannel(slack.web, desk);
  expect(ids).toHaveLength(6);
  await slack.act('changePerson', { user: 'U0BEN0002', kind: 'guest' });
  expect(await personFacts(slack.web, slackUserId('U0BEN0002'))).toMatchObject({
    name: 'Ben Osei',
    guest: true,
    deactivated: false,
  });
  expect(await personFacts(slack.web, slackUserId('U0NOBODY1'))).toBeUndefined();
});

it('the channels that the app was invited to are told, over all pages, and no others', async () => {
  await slack.act('addChannel', { id: 'C0PRIVATE1', name: 'a-private', kind: 'private', bot: true });
  await slack.act('addChannel', { id: 'C0ARCHIVE1', name: 'old', archived: true, bot: true });
  await slack.act('addChannel', { id: 'C0PRIVATE2', name: 'not-ours', kind: 'private', members: ['ana'] });
  await slack.act('shortPages', { max: 1 });
  expect(await joinedChannels(slack.web)).toEqual([
    { id: 'C0PRIVATE1', name: 'a-private', isPrivate: true },
    { id: desk, name: 'x-desk', isPrivate: false },
  ]);
});

it('who of a channel may answer is told with their time zone, without bots, guests and deactivated people', async () => {
  await slack.act('changePerson', { user: 'ben', kind: 'guest' });
  await slack.act('deactivate', { user: 'dev' });
  const found = await candidatesIn(slack.web, desk);
  expect(found.map(({ name, timeZone }) => `${name}, ${timeZone}`)).toEqual([
    'Ana Kovač, Europe/London',
    'Carla Reyes, Europe/London',
    'Edith Lund, Europe/London',
  ]);
});
