import { describe, expect, it } from 'vitest';
import { greetingIn, isFromOwner } from '../../../src/slack/connect/sender.js';

const owner = { teamId: 'T0OURS', appId: 'A0DESK' };

describe('a payload', () => {
  it.each<[string, object]>([
    ['an interaction', { team: { id: 'T0OURS' }, api_app_id: 'A0DESK' }],
    ['a command', { team_id: 'T0OURS', api_app_id: 'A0DESK' }],
    [
      'an event of a channel that we share',
      { team_id: 'T0THEIRS', context_team_id: 'T0OURS', api_app_id: 'A0DESK' },
    ],
  ])('of our workspace and app is taken: %s', (_what, body) => {
    expect(isFromOwner(body, owner)).toBe(true);
  });

  it.each<[string, unknown]>([
    [
      'another workspace',
      { team: { id: 'T0THEIRS' }, api_app_id: 'A0DESK', user: { id: 'U0ANA', team_id: 'T0OURS' } },
    ],
    ['another workspace, by command', { team_id: 'T0THEIRS', api_app_id: 'A0DESK' }],
    ['another app', { team: { id: 'T0OURS' }, api_app_id: 'A0OTHER' }],
    ['no app', { team: { id: 'T0OURS' } }],
    ['no workspace', { team: null, api_app_id: 'A0DESK' }],
    [
      'a whole organisation',
      { team: null, is_enterprise_install: true, enterprise: { id: 'E0ORG' }, api_app_id: 'A0DESK' },
    ],
    ['nobody', undefined],
  ])('of %s is refused', (_what, body) => {
    expect(isFromOwner(body, owner)).toBe(false);
  });

  it('of our workspace is taken as long as Slack has not named our app', () => {
    expect(isFromOwner({ team_id: 'T0OURS', api_app_id: 'A0ANY' }, { teamId: 'T0OURS' })).toBe(true);
  });
});

it('the app is the one that Slack greets', () => {
  const hello = { type: 'hello', num_connections: 1, connection_info: { app_id: 'A0DESK' } };
  expect(greetingIn(JSON.stringify(hello))?.appId).toBe('A0DESK');
  expect(greetingIn(JSON.stringify({ type: 'events_api', payload: { text: '"hello"' } }))).toBeUndefined();
  expect(greetingIn(JSON.stringify({ type: 'hello', num_connections: 2 }))).toEqual({
    appId: undefined,
    connections: 2,
  });
});
