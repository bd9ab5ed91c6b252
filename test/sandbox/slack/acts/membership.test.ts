import { expect, test } from 'vitest';
import { slack, useSlack } from '../workspace.js';

useSlack();

const channel = 'C0XDESK01';
/** The kinds of events that went out to the app. */
async function told(): Promise<unknown[]> {
  await new Promise(setImmediate);
  return slack.world.journal
    .read()
    .filter(({ kind }) => kind === 'event')
    .map(({ type }) => type);
}

test('the app hears who joins and leaves a channel that it is in, and of no other', async () => {
  await slack.act('leave', { user: 'edith', channel });
  await slack.act('join', { user: 'edith', channel });
  await slack.act('leave', { user: 'edith', channel: 'general' });
  expect(await told()).toEqual(['member_left_channel', 'member_joined_channel']);
});

test('it hears that an account changed, also that it ended', async () => {
  await slack.act('changePerson', { user: 'edith', kind: 'guest', real_name: 'Edith Berg' });
  const { user } = await slack.web.users.info({ user: 'U0EDITH05' });
  expect(user).toMatchObject({ is_restricted: true, real_name: 'Edith Berg' });
  await slack.act('deactivate', { user: 'edith' });
  expect(await told()).toEqual(['user_change', 'user_change']);
});

test('it hears nothing of what it has no scope for', async () => {
  await slack.act('manifest', { scopes: ['groups:read'] });
  await slack.act('leave', { user: 'edith', channel });
  await slack.act('changePerson', { user: 'edith', kind: 'guest' });
  expect(await told()).toEqual([]);
});
