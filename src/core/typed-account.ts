import { type AccountId, accountId } from './ids.js';
import { accountIdOf } from './network/bluesky-ids.js';
import type { NetworkTraits } from './network/networks.js';

interface TypedAccount {
  readonly network: NetworkTraits['id'];
  readonly id: AccountId;
}

/** The account whose id somebody typed: X's number, a DID of Bluesky, or how the desk writes that; undefined for a handle. */
export function typedAccount(typed: string): TypedAccount | undefined {
  if (/^\d+$/u.test(typed)) return { network: 'x', id: accountId(typed) };
  if (/^did:(?:plc|web):[\w.:%-]+$/u.test(typed))
    return { network: 'bluesky', id: accountId(accountIdOf(typed)) };
  return /^(?:plc|web)_\w+$/u.test(typed) && !isHandleOfX(typed)
    ? { network: 'bluesky', id: accountId(typed) }
    : undefined;
}

/** A DID has more than the 15 characters of a handle of X. */
const isHandleOfX = (typed: string): boolean => typed.length <= 15;

/** What somebody typed as a handle: without @, in small letters. */
export const typedHandle = (typed: string): string => typed.replace(/^@/u, '').toLowerCase();

/** Whether what somebody typed, a handle or the id of an account, can be somebody's on a network. */
export function canBeOn({ handle, id }: Pick<NetworkTraits, 'handle' | 'id'>, typed: string): boolean {
  const account = typedAccount(typed);
  return account ? account.network === id : handle.test(typedHandle(typed));
}
