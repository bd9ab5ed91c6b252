import { accountOf, domain } from '../model/accounts.js';
import { recordAt } from '../model/repo.js';
import type { Account, Sky, Stored } from '../model/state.js';

/** A handle as acts may say it: with or without @, and without a dot one of this server. */
export const handleOf = (given: string): string => {
  const handle = given.replace(/^@/, '').toLowerCase();
  return handle.includes('.') ? handle : `${handle}${domain}`;
};

/** The account of this name. Throws an Error that says who there is. */
export function needAccount(sky: Sky, act: string, handle: string): Account {
  const account = accountOf(sky, handleOf(handle));
  if (account) return account;
  const there = Object.values(sky.state.accounts).map((one) => one.handle);
  throw new Error(`${act}: there is no account '${handle}'. There is: ${there.join(', ')}.`);
}

/** The account of this name, which has to be active. */
export function needActor(sky: Sky, act: string, handle: string): Account {
  const account = needAccount(sky, act, handle);
  if (account.status !== 'active') throw new Error(`${act}: ${account.handle} is ${account.status}.`);
  return account;
}

/** The live record at this address. */
export function needRecord(sky: Sky, act: string, uri: string): Stored {
  const found = recordAt(sky, uri);
  if (!found) throw new Error(`${act}: there is no '${uri}', or it was deleted.`);
  return found;
}
