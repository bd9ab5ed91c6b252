import { isPerson } from './model/people.js';
import type { Channel, Person, State } from './model/state.js';

const team = 'T0LIBRARY';
const botUser = 'U0DESKBOT';
/** The tokens of the app. */
export const deskTokens = { botToken: 'xoxb-sandbox', appToken: 'xapp-sandbox' } as const;

function person(
  id: string,
  name: string,
  realName: string,
  title: string,
  more: Partial<Person> = {},
): Person {
  return {
    id,
    name,
    realName,
    title,
    email: `${name}@central-library.example`,
    tz: 'Europe/London',
    team,
    kind: 'member',
    isBot: false,
    isAdmin: false,
    deleted: false,
    updatedAt: 1_760_000_000,
    ...more,
  };
}

const people: readonly Person[] = [
  person('U0ANA0001', 'ana', 'Ana Kovač', 'Librarian, reference desk'),
  person('U0BEN0002', 'ben', 'Ben Osei', 'Library assistant'),
  person('U0CARLA03', 'carla', 'Carla Reyes', 'Head of digital services', { isAdmin: true }),
  person('U0DEV0004', 'dev', 'Dev Patel', 'Librarian, local history'),
  person('U0EDITH05', 'edith', 'Edith Lund', "Children's librarian"),
  person(botUser, 'greeting_desk', 'Greeting Desk', '', { isBot: true, email: '' }),
  // In Slack too, is_bot of Slackbot is false.
  person('USLACKBOT', 'slackbot', 'Slackbot', '', { email: '' }),
];

function channel(id: string, name: string, members: string[], general = false): Channel {
  return {
    id,
    name,
    kind: 'public',
    creator: 'U0CARLA03',
    created: 1_750_000_000,
    archived: false,
    general,
    sharedWith: [],
    members,
  };
}

/** What the app asks for in `slack-manifest.yaml`, and so is granted. */
const manifestScopes = [
  ...['chat:write', 'commands', 'users:read', 'users:read.email', 'channels:read', 'groups:read'],
  ...['channels:history', 'groups:history', 'im:history', 'im:write', 'files:write'],
];

/** The first state: the workspace "Central Library" with its people, its channels and the app, which has exactly these scopes. */
export function seed(scopes: readonly string[] = manifestScopes): State {
  const staff = people.filter(isPerson).map(({ id }) => id);
  const channels = [
    channel('C0XDESK01', 'x-desk', [...staff, botUser]),
    channel('C0GENERAL', 'general', [...staff], true),
  ];
  return structuredClone<State>({
    team: { id: team, name: 'Central Library', domain: 'central-library' },
    app: {
      id: 'A0DESK001',
      name: 'Greeting Desk',
      botUser,
      botId: 'B0DESK001',
      ...deskTokens,
    },
    manifest: {
      commands: [
        {
          command: '/greet',
          should_escape: false,
          description: 'What waits, and the next one to answer',
          usage_hint: '[next | @name | note … today | pause reason | resume | budget | report | help]',
        },
        { command: '/rota', should_escape: true, description: 'Who is on shift now, next and this week' },
      ],
      shortcuts: [{ callback_id: 'answer-next', type: 'global', name: 'Answer next' }],
      events: [
        'app_home_opened',
        'channel_unarchive',
        'group_unarchive',
        'member_joined_channel',
        'member_left_channel',
        'user_change',
      ],
      scopes: [...scopes],
      homeTab: true,
      messagesTab: true,
      socketMode: true,
    },
    people: Object.fromEntries(people.map((each) => [each.id, each])),
    channels: Object.fromEntries(channels.map((each) => [each.id, each])),
    messages: {},
    ephemerals: [],
    stacks: {},
    homes: {},
    responseUrls: {},
    calls: {},
    lastPostAt: {},
    lastMicros: 0,
  });
}
