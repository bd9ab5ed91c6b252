import { oneOf, readArguments } from '../../world/arguments.js';
import type { Acts } from '../../world/world.js';
import { hasFormat } from '../lexicon/formats.js';
import { addAccount, newAppPassword, rename, revoke, tellOf } from '../model/accounts.js';
import type { DataObject } from '../model/cid.js';
import { createRecord, deleteRecord, putRecord, recordAt, recordsOf, subjectOf } from '../model/repo.js';
import type { Account, Sky } from '../model/state.js';
import { isoOf } from '../views/profile.js';
import { handleOf, needAccount, needActor } from './needed.js';

/** Acts on accounts: who there is, who follows, blocks and mutes whom. */
export function peopleActs(sky: Sky): Acts {
  const write = (kind: string, detail: Record<string, unknown>) =>
    sky.world.journal.write('bluesky', kind, detail);
  const ours = () => sky.state.accounts[sky.state.ours]?.handle ?? '';
  const two = (act: string, args: Record<string, unknown>) => {
    const { by, whom = ours() } = readArguments(act, args, { by: 'string', whom: 'string?' });
    const [who, target] = [needActor(sky, act, by), needAccount(sky, act, whom)];
    if (who === target) throw new Error(`${act}: nobody can ${act} themselves.`);
    return { who, target, said: { by: who.handle, whom: target.handle } };
  };

  /** By a record of this collection, which says whom it is about. */
  const about = (act: string, collection: string) => (args: Record<string, unknown>) => {
    const { said, target, who } = two(act, args);
    const record = { subject: target.did, createdAt: isoOf(sky.world.clock.now()) };
    const { uri } = createRecord(sky, who, { collection, record });
    write(act, said);
    return { uri };
  };
  const noMore = (act: string, collection: string) => (args: Record<string, unknown>) => {
    const { said, target, who } = two(act, args);
    const found = recordsOf(sky, who.did, collection).filter(({ value }) => subjectOf(value) === target.did);
    if (found.length === 0)
      throw new Error(`${act}: ${who.handle} has nothing to undo with ${target.handle}.`);
    for (const { uri } of found) deleteRecord(sky, uri);
    write(act, said);
  };
  const mute = (act: string, on: boolean) => (args: Record<string, unknown>) => {
    const { said, target, who } = two(act, args);
    who.mutes = [...who.mutes.filter((did) => did !== target.did), ...(on ? [target.did] : [])];
    write(act, said);
  };
  const become = (act: string, status: Account['status']) => (args: Record<string, unknown>) => {
    const { handle, on = true } = readArguments(act, args, { handle: 'string', on: 'boolean?' });
    const account = needAccount(sky, act, handle);
    account.status = on ? status : 'active';
    tellOf(sky, account);
    write(act, { handle: account.handle, on });
  };

  return {
    addAccount(args) {
      const given = readArguments('addAccount', args, {
        handle: 'string',
        name: 'string?',
        description: 'string?',
        labels: 'strings?',
        password: 'string?',
        createdAt: 'number?',
      });
      const handle = handleOf(given.handle);
      if (!hasFormat('handle', handle))
        throw new Error(`addAccount: '${handle}' is no handle. It has letters, digits and - between dots.`);
      const password = given.password ?? newAppPassword(sky);
      const account = addAccount(sky, { handle, password, createdAt: given.createdAt });
      describe(sky, account, given);
      write('addAccount', { handle, did: account.did });
      return { did: account.did, handle, password };
    },

    /** Somebody changes what their profile says; what is not given stays as it is. */
    profile(args) {
      const { handle, ...given } = readArguments('profile', args, {
        handle: 'string',
        name: 'string?',
        description: 'string?',
        labels: 'strings?',
      });
      const account = needActor(sky, 'profile', handle);
      describe(sky, account, given);
      write('profile', { handle: account.handle, ...given });
    },

    rename(args) {
      const { handle, to } = readArguments('rename', args, { handle: 'string', to: 'string' });
      const account = needActor(sky, 'rename', handle);
      const before = account.handle;
      const next = handleOf(to);
      if (!hasFormat('handle', next)) throw new Error(`rename: '${next}' is no handle.`);
      rename(sky, account, next);
      write('rename', { handle: before, to: next });
      return { did: account.did, handle: next };
    },

    deactivate: become('deactivate', 'deactivated'),
    suspend: become('suspend', 'takendown'),
    follow: about('follow', 'app.bsky.graph.follow'),
    unfollow: noMore('unfollow', 'app.bsky.graph.follow'),
    block: about('block', 'app.bsky.graph.block'),
    unblock: noMore('unblock', 'app.bsky.graph.block'),
    mute: mute('mute', true),
    unmute: mute('unmute', false),

    /** What moderation says of an account or of a post. */
    label(args) {
      const {
        on,
        value,
        off = false,
      } = readArguments('label', args, {
        on: 'string',
        value: 'string',
        off: 'boolean?',
      });
      const uri = on.startsWith('at://') ? on : needAccount(sky, 'label', on).did;
      sky.state.labels = sky.state.labels.filter((one) => one.uri !== uri || one.val !== value);
      if (!off) sky.state.labels.push({ src: moderation, uri, val: value, at: sky.world.clock.now() });
      write('label', { on, value, off });
    },

    appPassword(args) {
      const {
        handle,
        password = newAppPassword(sky),
        rights = 'plain',
      } = readArguments('appPassword', args, {
        handle: 'string',
        password: 'string?',
        rights: 'string?',
      });
      const privileged = oneOf('appPassword', 'rights', rights, ['plain', 'messages']) === 'messages';
      const account = needAccount(sky, 'appPassword', handle);
      const name = `password ${account.appPasswords.length + 1}`;
      account.appPasswords.push({ name, password, createdAt: sky.world.clock.now(), privileged });
      write('appPassword', { handle: account.handle });
      return { password };
    },

    /** App passwords end; a session by one of them can't be renewed any more, while its access token lives on. */
    revoke(args) {
      const { handle, password } = readArguments('revoke', args, { handle: 'string', password: 'string?' });
      const account = needAccount(sky, 'revoke', handle);
      const found = account.appPasswords.find((one) => one.password === password);
      if (password !== undefined && !found)
        throw new Error(`revoke: ${account.handle} has no such app password.`);
      revoke(sky, account, found?.name);
      write('revoke', { handle: account.handle });
    },
  };
}

/** Bluesky's own moderation. https://bsky.app/profile/moderation.bsky.app */
const moderation = 'did:plc:ar7c4by46qjdydhdevvrndac';

interface Description {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly labels?: readonly string[] | undefined;
}

function describe(sky: Sky, account: Account, { description, labels, name }: Description): void {
  const collection = 'app.bsky.actor.profile';
  const known = recordAt(sky, `at://${account.did}/${collection}/self`)?.value ?? {};
  const record: DataObject = {
    ...known,
    ...(name !== undefined && { displayName: name }),
    ...(description !== undefined && { description }),
    ...(labels && { labels: selfLabels(labels) }),
  };
  putRecord(sky, account, { collection, rkey: 'self', record });
}

/** What a writer says of their own account or post. */
export const selfLabels = (values: readonly string[]): DataObject => ({
  $type: 'com.atproto.label.defs#selfLabels',
  values: values.map((val) => ({ val })),
});
