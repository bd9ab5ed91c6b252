import { oneOf, readArguments } from '../../world/arguments.js';
import type { Acts } from '../../world/world.js';
import { compose } from '../model/compose.js';
import { comeBack, follow, unfollow } from '../model/follow.js';
import { nextId } from '../model/ids.js';
import { accountByHandle, isBlocking } from '../model/people.js';
import type { Account, Credentials, X } from '../model/state.js';
import { needAccount, needActor } from './needed.js';

/** Acts on accounts: who there is, who follows, blocks and is suspended. */
export function peopleActs(x: X): Acts {
  const ours = () => x.state.accounts[x.state.ours]?.handle ?? '';
  const write = (kind: string, detail: Record<string, unknown>) => x.world.journal.write('x', kind, detail);
  return {
    addAccount: (args) => addAccount(x, args),

    /** Somebody changes what their profile says; what is not given stays as it is. */
    profile(args) {
      const { handle, name, description, location } = readArguments('profile', args, {
        handle: 'string',
        name: 'string?',
        description: 'string?',
        location: 'string?',
      });
      const account = needActor(x, 'profile', handle);
      if (name !== undefined) account.name = name;
      if (description !== undefined) Object.assign(account, describedAs(x, description));
      if (location !== undefined) account.location = location;
      write('profile', { handle: account.handle, name, description, location });
    },

    follow(args) {
      const { by, whom = ours() } = readArguments('follow', args, { by: 'string', whom: 'string?' });
      const [who, target] = [needActor(x, 'follow', by), needActor(x, 'follow', whom)];
      if (who.id === target.id) throw new Error('follow: nobody can follow themselves.');
      if (isBlocking(x, target.id, who.id))
        throw new Error(`follow: @${target.handle} blocks @${who.handle}.`);
      const { pending } = follow(x, who, target);
      write('follow', { by: who.handle, whom: target.handle, pending });
      return { pending };
    },

    unfollow(args) {
      const { by, whom = ours() } = readArguments('unfollow', args, { by: 'string', whom: 'string?' });
      const [who, target] = [needActor(x, 'unfollow', by), needAccount(x, 'unfollow', whom)];
      if (!unfollow(x, who, target)) {
        throw new Error(`unfollow: @${who.handle} does not follow @${target.handle}.`);
      }
      write('unfollow', { by: who.handle, whom: target.handle });
    },

    /** Who had unfollowed follows again, and stands at their old place of the list, or right behind a follower. */
    comeBack(args) {
      const {
        by,
        whom = ours(),
        behind,
      } = readArguments('comeBack', args, { by: 'string', whom: 'string?', behind: 'string?' });
      const [who, target] = [needActor(x, 'comeBack', by), needActor(x, 'comeBack', whom)];
      const followOf = (account: Account) =>
        x.state.follows.find((one) => one.by === account.id && one.whom === target.id);
      const before = behind === undefined ? undefined : followOf(needAccount(x, 'comeBack', behind));
      if (behind !== undefined && !before) {
        throw new Error(`comeBack: '${behind}' does not follow @${target.handle}.`);
      }
      if (followOf(who)) throw new Error(`comeBack: @${who.handle} follows @${target.handle} already.`);
      const made = isBlocking(x, target.id, who.id) ? undefined : comeBack(x, who, target, before);
      if (!made)
        throw new Error(`comeBack: @${who.handle} has not unfollowed @${target.handle}, or is blocked.`);
      write('comeBack', { by: who.handle, whom: target.handle, pending: made.pending });
      return { pending: made.pending };
    },

    acceptFollow(args) {
      const { by, whom } = readArguments('acceptFollow', args, { by: 'string', whom: 'string' });
      const [who, asked] = [needActor(x, 'acceptFollow', by), needAccount(x, 'acceptFollow', whom)];
      const request = x.state.follows.find(
        (one) => one.by === asked.id && one.whom === who.id && one.pending,
      );
      if (!request) throw new Error(`acceptFollow: @${asked.handle} has not asked to follow @${who.handle}.`);
      request.pending = false;
      write('acceptFollow', { by: who.handle, whom: asked.handle });
    },

    block(args) {
      const { by, whom } = readArguments('block', args, { by: 'string', whom: 'string' });
      const [who, target] = [needActor(x, 'block', by), needAccount(x, 'block', whom)];
      if (!isBlocking(x, who.id, target.id)) x.state.blocks.push({ by: who.id, whom: target.id });
      unfollow(x, who, target);
      unfollow(x, target, who);
      write('block', { by: who.handle, whom: target.handle });
    },

    suspend(args) {
      const { handle, on = true } = readArguments('suspend', args, { handle: 'string', on: 'boolean?' });
      const account = needAccount(x, 'suspend', handle);
      account.status = on ? 'suspended' : 'active';
      write('suspend', { handle: account.handle, on });
    },

    protect(args) {
      const { handle, on = true } = readArguments('protect', args, { handle: 'string', on: 'boolean?' });
      const account = needActor(x, 'protect', handle);
      account.protected = on;
      write('protect', { handle: account.handle, on });
    },

    premium(args) {
      const { handle, on = true } = readArguments('premium', args, { handle: 'string', on: 'boolean?' });
      const account = needActor(x, 'premium', handle);
      account.premium = on;
      write('premium', { handle: account.handle, on });
    },

    deleteAccount(args) {
      const { handle } = readArguments('deleteAccount', args, { handle: 'string' });
      const account = needAccount(x, 'deleteAccount', handle);
      account.status = 'deleted';
      x.state.follows = x.state.follows.filter(({ by, whom }) => by !== account.id && whom !== account.id);
      write('deleteAccount', { handle: account.handle });
    },
  };
}

function addAccount(x: X, args: Record<string, unknown>): { id: string; handle: string } {
  const read = readArguments('addAccount', args, {
    handle: 'string',
    name: 'string',
    description: 'string?',
    location: 'string?',
    protected: 'boolean?',
    messagesFrom: 'string?',
    credentials: 'object?',
  });
  const handle = read.handle.replace(/^@/, '');
  if (!/^[A-Za-z0-9_]{1,15}$/.test(handle)) {
    throw new Error(`addAccount: '${handle}' is no handle. Use 1 to 15 letters, digits or underscores.`);
  }
  if (accountByHandle(x, handle)) throw new Error(`addAccount: @${handle} is taken.`);
  const account: Account = {
    id: nextId(x),
    handle,
    name: read.name,
    ...describedAs(x, read.description ?? ''),
    ...(read.location && { location: read.location }),
    createdAt: x.world.clock.now(),
    protected: read.protected ?? false,
    status: 'active',
    messagesFrom: oneOf('addAccount', 'messagesFrom', read.messagesFrom ?? 'followed', [
      'everyone',
      'followed',
      'nobody',
    ]),
    ...(read.credentials && { credentials: readCredentials(x, read.credentials) }),
  };
  x.state.accounts[account.id] = account;
  x.state.handles[handle.toLowerCase()] = account.id;
  x.world.journal.write('x', 'addAccount', { handle, id: account.id });
  return { id: account.id, handle };
}

/** What a profile says of its account, with X's short links. */
function describedAs(x: X, written: string): Pick<Account, 'description' | 'descriptionEntities'> {
  const { text, entities } = compose(x, { written });
  return { description: text, descriptionEntities: entities };
}

/** The first account that has an app key owns that app. */
function readCredentials(x: X, args: Record<string, unknown>): Credentials {
  const { permissions = 'messages', ...keys } = readArguments('addAccount credentials', args, {
    appKey: 'string',
    appSecret: 'string',
    accessToken: 'string',
    accessSecret: 'string',
    permissions: 'string?',
  });
  const others = Object.values(x.state.accounts).flatMap(({ credentials }) => credentials ?? []);
  if (others.some(({ accessToken }) => accessToken === keys.accessToken)) {
    throw new Error(`addAccount: the access token '${keys.accessToken}' belongs to another account.`);
  }
  return {
    ...keys,
    permissions: oneOf('addAccount', 'permissions', permissions, ['read', 'write', 'messages']),
    ownsApp: !others.some(({ appKey }) => appKey === keys.appKey),
  };
}
