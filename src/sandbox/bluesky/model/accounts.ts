import { refused } from './refused.js';
import type { Account, Sky } from './state.js';

/** What the handles end with that this server gives out. */
export const domain = '.test';

const base32 = 'abcdefghijklmnopqrstuvwxyz234567';
const passwordLetters = 'abcdefghijklmnopqrstuvwxyz234567';

/** The account with this DID or handle, in whatever state it is. */
export function accountOf({ state }: Sky, didOrHandle: string): Account | undefined {
  const byDid = state.accounts[didOrHandle];
  if (byDid || didOrHandle.startsWith('did:')) return byDid;
  const handle = didOrHandle.toLowerCase();
  return Object.values(state.accounts).find((one) => one.handle === handle);
}

interface NewAccount {
  readonly handle: string;
  readonly password: string;
  readonly email?: string | undefined;
  readonly createdAt?: number | undefined;
  /** By default one that nobody has. */
  readonly did?: string | undefined;
}

/** A new account with a DID of its own. Throws Refused for a handle that somebody has. */
export function addAccount(sky: Sky, { createdAt, did, email, handle, password }: NewAccount): Account {
  const lower = handle.toLowerCase();
  if (accountOf(sky, lower)) throw refused(`Handle already taken: ${lower}`);
  const account: Account = {
    did: did ?? `did:plc:${sky.world.random.text(24, base32)}`,
    handle: lower,
    email: email ?? `${lower}@example.com`,
    password,
    appPasswords: [],
    status: 'active',
    createdAt: createdAt ?? sky.world.clock.now(),
    mutes: [],
  };
  sky.state.accounts[account.did] = account;
  // Signing in takes a third of a second at the real servers: by then the AppView knows who is new.
  sky.state.seen.actors[account.did] = { handle: account.handle, status: account.status };
  return account;
}

/** Lets the AppView know the handle and the state of an account. */
export function tellOf({ state, world }: Sky, { did, handle, status }: Account): void {
  state.told.push({ kind: 'account', at: world.clock.now(), did, handle, status });
}

/** An account gets another handle. Throws Refused for one that somebody has. */
export function rename(sky: Sky, account: Account, handle: string): void {
  const lower = handle.toLowerCase();
  const holder = accountOf(sky, lower);
  if (holder && holder !== account) throw refused(`Handle already taken: ${lower}`, 'HandleNotAvailable');
  account.handle = lower;
  tellOf(sky, account);
}

/** Throws Refused for a handle that this server does not give out. */
export function checkHandle(handle: string): void {
  const lower = handle.toLowerCase();
  if (!lower.endsWith(domain)) throw refused('Not a supported handle domain', 'UnsupportedDomain');
  const front = lower.slice(0, -domain.length);
  if (front.includes('.')) throw refused('Invalid characters in handle', 'InvalidHandle');
  if (front.length < 3) throw refused('Handle too short', 'InvalidHandle');
  if (front.length > 18) throw refused('Handle too long', 'InvalidHandle');
}

/** A new app password: four groups of four characters. */
export const newAppPassword = ({ world: { random } }: Sky): string =>
  Array.from({ length: 4 }, () => random.text(4, passwordLetters)).join('-');

/** An app password ends: its sessions can't be renewed any more. Without a name all of the account's end. */
export function revoke({ state }: Sky, account: Account, name?: string): void {
  const ends = (one: string | undefined) => one !== undefined && (name === undefined || one === name);
  account.appPasswords = account.appPasswords.filter((one) => !ends(one.name));
  for (const [id, token] of Object.entries(state.refreshTokens)) {
    if (token.did === account.did && ends(token.appPassword)) delete state.refreshTokens[id];
  }
}
