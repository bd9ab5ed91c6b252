import { dayMs } from '../durations.js';

/** What X says of an account. It costs nothing where the account is read anyway. */
export interface Account {
  readonly handle: string;
  readonly avatarUrl?: string | undefined;
  /** Unix milliseconds. */
  readonly createdAt?: number | undefined;
  readonly posts?: number | undefined;
  readonly followers?: number | undefined;
  readonly following?: number | undefined;
}

const weekMs = 7 * dayMs;
/** Many people show one or two of the signs. */
const enoughSigns = 3;

/**
 * Whether an account looks automated, by signs that anybody can see: a handle that ends in a long number, no picture,
 * no post, less than a week old, follows many and has few followers. It is a hint for people and decides nothing. `now`
 * is Unix ms.
 */
export function looksAutomated(account: Account, now: number): boolean {
  const { handle, avatarUrl, createdAt, posts, followers = 0, following = 0 } = account;
  const signs = [
    /\d{5,}$/u.test(handle),
    avatarUrl?.includes('default_profile') === true,
    posts === 0,
    createdAt !== undefined && now - createdAt < weekMs,
    following >= 200 && following >= 20 * followers,
  ];
  return signs.filter(Boolean).length >= enoughSigns;
}
