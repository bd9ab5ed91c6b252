import { conversationsOf, showListed } from '../model/channel-lists.js';
import { isOurs, showPerson, visiblePerson } from '../model/people.js';
import { Refused } from '../model/refused.js';
import { type Call, type Method, type MethodResult, requireScope } from './method.js';
import { page } from './paging.js';

const maxUnpaged = 1000;
const reads = { token: 'bot', json: false, scopes: ['users:read'] } as const;

export const userMethods: Record<string, Method> = {
  'users.info': { ...reads, tier: 'tier4', run: info },
  'users.list': { ...reads, tier: 'tier2', run: list },
  'users.conversations': { ...reads, scopes: [], tier: 'tier3', run: conversations },
};

function info({ slack: { state, world }, args }: Call): MethodResult {
  const person = visiblePerson(state, args.required('user'));
  return { body: { user: showPerson(state, person, world.clock.now(), args.flag('include_locale')) } };
}

/** All people and bots of the workspace, also deactivated ones; nobody of other workspaces. */
function list({ slack: { state, world }, args }: Call): MethodResult {
  const now = world.clock.now();
  const people = Object.values(state.people).filter((person) => isOurs(state, person));
  if (!args.has('limit') && people.length > maxUnpaged) throw new Refused('limit_required');
  const limit = args.whole('limit', maxUnpaged, 1000);
  const { items, nextCursor } = page(state, people, ({ id }) => id, args.text('cursor'), limit);
  return {
    body: {
      members: items.map((person) => showPerson(state, person, now, args.flag('include_locale'))),
      cache_ts: Math.floor(now / 1000),
      response_metadata: { next_cursor: nextCursor },
    },
  };
}

/**
 * The conversations that somebody is in, by default the app; of somebody else's only those that the app is in too, and public
 * ones. Each kind that is asked for needs its scope.
 */
function conversations({ slack, args }: Call): MethodResult {
  const { state } = slack;
  const types = (args.text('types') ?? 'public_channel').split(',').map((type) => type.trim());
  for (const type of types) {
    const scope = Object.hasOwn(scopeOfType, type) ? scopeOfType[type] : undefined;
    if (scope === undefined) throw new Refused('invalid_types');
    requireScope(slack, scope);
  }
  const of = args.text('user');
  const whose = of ? visiblePerson(state, of).id : state.app.botUser;
  const limit = args.whole('limit', 100, 999);
  const found = conversationsOf(state, whose, { types, withArchived: !args.flag('exclude_archived') });
  const { items, nextCursor } = page(state, found, ({ id }) => id, args.text('cursor'), limit);
  return {
    body: {
      channels: items.map((channel) => showListed(state, channel)),
      response_metadata: { next_cursor: nextCursor },
    },
  };
}

const scopeOfType: Readonly<Record<string, string>> = {
  public_channel: 'channels:read',
  private_channel: 'groups:read',
  mpim: 'mpim:read',
  im: 'im:read',
};
