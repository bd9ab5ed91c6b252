/** What X says of an account besides who it is; it costs nothing more where the account is read anyhow. */
export interface Account {
  readonly handle: string;
  readonly avatarUrl?: string | undefined;
  /** Unix milliseconds. */
  readonly createdAt?: number | undefined;
  readonly posts?: number | undefined;
  readonly followers?: number | undefined;
  readonly following?: number | undefined;
}

const weekMs = 7 * 24 * 60 * 60_000;
/** One or two of the signs fit many a shy person. */
const enoughSigns = 3;

/**
 * Whether an account looks as if no person were behind it, by signs that anybody can see: a name that ends in a number,
 * no picture, no post, a week old at most, and many followed by an account that few follow. It is a hint for who has
 * something to say to whom, and decides nothing.
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
