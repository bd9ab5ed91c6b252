import { isOurs, showPerson, visiblePerson } from '../model/people.js';
import { Refused } from '../model/refused.js';
import type { Call, Method, MethodResult } from './method.js';
import { page } from './paging.js';

const maxUnpaged = 1000;
const reads = { token: 'bot', json: false, scopes: ['users:read'] } as const;

export const userMethods: Record<string, Method> = {
  'users.info': { ...reads, tier: 'tier4', run: info },
  'users.list': { ...reads, tier: 'tier2', run: list },
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
  const { items, nextCursor } = page(people, ({ id }) => id, args.text('cursor'), limit);
  return {
    body: {
      members: items.map((person) => showPerson(state, person, now, args.flag('include_locale'))),
      cache_ts: Math.floor(now / 1000),
      response_metadata: { next_cursor: nextCursor },
    },
  };
}
