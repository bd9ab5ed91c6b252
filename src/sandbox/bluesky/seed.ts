import type { World } from '../world/world.js';
import { usualLagMs } from './acts/looking.js';
import { addAccount } from './model/accounts.js';
import { seenNow, unseen } from './model/app-view.js';
import { putRecord } from './model/repo.js';
import type { Sky, SkyState } from './model/state.js';

/** By which the library's account is signed in to. */
export const deskPassword = 'sand-boxa-pppa-sswd';

/** The account of the library. */
export interface Library {
  /** Without @; a domain name. */
  readonly handle: string;
  readonly name: string;
  /** By default one that the sandbox's seed gives. */
  readonly did?: string;
}

export const centralLibrary: Library = { handle: 'centrallibrary.test', name: 'Central Library' };

const description = 'Books, people, quiet corners. We answer here on weekdays.';

/** The first state: the library's account, with an app password and without followers. */
export function seedState(world: World, { did, handle, name }: Library = centralLibrary): SkyState {
  const state: SkyState = {
    ours: '',
    accounts: {},
    records: {},
    told: [],
    seen: unseen(),
    labels: [],
    refreshTokens: {},
    blobs: {},
    windows: {},
    hasLimits: true,
    lagMs: 0,
    isAppViewDown: false,
    upSince: 0,
    lastKey: 0,
  };
  const sky: Sky = { world, state };
  const createdAt = Date.UTC(2024, 1, 6);
  const library = addAccount(sky, { did, handle, password: 'sandbox-library-password', createdAt });
  library.appPasswords.push({ name: 'desk', password: deskPassword, createdAt, privileged: false });
  putRecord(sky, library, {
    collection: 'app.bsky.actor.profile',
    rkey: 'self',
    record: { displayName: name, description },
  });
  seenNow(sky);
  return { ...state, ours: library.did, lagMs: usualLagMs };
}
